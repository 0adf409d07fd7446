"""Sorting more lines than fit in memory, with the standard library: runs on disk, then one merge."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

RUN = 300_000
"""Lines held in memory at a time."""


def sorted_lines(lines: Iterable[str], run: int = RUN) -> Iterator[str]:
    """The lines (without line feeds) in code point order, whatever their number.

    >>> list(sorted_lines(iter("badc"), run=2))
    ['a', 'b', 'c', 'd']
    """
    stream = iter(lines)
    first = sorted(islice(stream, run))
    if len(first) < run:
        yield from first
        return
    with ExitStack() as stack:
        files = [_spill(first, stack)]
        while part := sorted(islice(stream, run)):
            files.append(_spill(part, stack))
        yield from heapq.merge(*map(_read, files))


def _spill(part: list[str], stack: ExitStack) -> IO[str]:
    file = stack.enter_context(TemporaryFile("w+", encoding="utf-8", newline="\n"))
    file.writelines(line + "\n" for line in part)
    file.seek(0)
    return file


def _read(file: IO[str]) -> Iterator[str]:
    return (line.removesuffix("\n") for line in file)
