"""What a person sees: text and JSON on stdout; complaints and progress on stderr.

All printing of the package goes through here. rich is imported only where a table or a
progress bar is drawn.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer


def say(text: str = "") -> None:
    """One line (or several) on stdout."""
    typer.echo(text)


def complain(text: str) -> None:
    """One line on stderr, under the command's name."""
    print(f"vankien: {text}", file=sys.stderr)  # not typer.echo: it would write past a progress bar


def say_json(value: Any) -> None:
    """A value as readable JSON, Vietnamese as it is."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[str] = ()) -> None:
    """A table on stdout; columns named in ``numbers`` stand to the right. Nothing is ever cut off.

    On a terminal long cells are folded; in a pipe each row is one line.
    """
    right = [column in set(numbers) for column in columns]
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    draw = _folded if sys.stdout.isatty() else _lines
    draw(columns, cells, right)


def _folded(columns: Sequence[str], rows: list[list[str]], right: list[bool]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column, is_number in zip(columns, right, strict=True):
        grid.add_column(Text(column), justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    Console(highlight=False).print(grid)


def _lines(columns: Sequence[str], rows: list[list[str]], right: list[bool]) -> None:
    from rich.cells import cell_len  # a mark of its own code point has no width

    widths = [max(map(cell_len, column)) for column in zip(columns, *rows, strict=True)]

    def line(cells: Sequence[str]) -> str:
        padded = []
        for cell, width, is_number in zip(cells, widths, right, strict=True):
            gap = " " * (width - cell_len(cell))
            padded.append(gap + cell if is_number else cell + gap)
        return "  ".join(padded).rstrip()

    rule = "─" * (sum(widths) + 2 * (len(widths) - 1))
    say("\n".join([line(columns), rule, *map(line, rows)]))


@contextmanager
def progress(what: str) -> Iterator[Callable[[], None]]:
    """Counts ``what`` on stderr while the block runs; silent where stderr is no terminal. Yields the counter."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    began = time.monotonic()
    count = 0
    text = TextColumn("{task.completed:,.0f} {task.description}  {task.fields[speed]}")
    with Progress(
        SpinnerColumn(), BarColumn(), text, TimeElapsedColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task(what, total=None, speed="")

        def advance() -> None:
            nonlocal count
            count += 1
            bar.update(task, advance=1, speed=f"{count / max(time.monotonic() - began, 0.1):.0f}/s")

        yield advance


def hang_up() -> None:
    """After the reader of stdout left (``| head``): what is still buffered goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
