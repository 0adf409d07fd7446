"""``vankien evaluate``: how well articles are read, against annotations made by people."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vankien.cli.console import complain, say, say_json, table
from vankien.cli.parameters import AsJson, Processes, cores
from vankien.ontology.errors import InputError

if TYPE_CHECKING:
    from vankien.extractors.evaluation import Figures

Gold = Annotated[
    Path,
    typer.Argument(
        metavar="GOLD", help="A folder with articles.jsonl and one annotation (<key>.json) for each article."
    ),
]
Errors = Annotated[bool, typer.Option("--errors", help="List what was missed, false or wrong, kind by kind.")]
Against = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Figures kept from an earlier --json: say what fell, and exit with 1."),
]


def evaluate(
    gold: Gold,
    errors: Errors = False,
    as_json: AsJson = False,
    against: Against = None,
    processes: Processes = None,
) -> None:
    """Score the extractor against annotated articles.

    Mentions (strict and relaxed), coreference, relations with and without their qualifiers, attributes;
    docs/evaluation.md says what counts. Inferred statements are left out: only what an article says is scored.

    \b
    Example:
      vankien evaluate annotated/
      vankien evaluate annotated/ --errors
      vankien evaluate annotated/ --json > figures.json
      vankien evaluate annotated/ --against figures.json
    """
    from vankien.extractors.evaluation import fallen

    kept = _kept(against) if against else None
    figures, failed = _measure(gold, cores(processes))
    if as_json:
        say_json(figures.as_json())
    else:
        _tell(figures)
        if errors:
            _list(figures)
    if kept is not None:
        for line in fallen(figures, kept):
            complain(f"fell: {line}")
            failed = True
    raise typer.Exit(int(failed))


def _kept(path: Path) -> dict[str, object]:
    """Figures of an earlier run. Raises InputError when the file holds something else."""
    from vankien.extractors.evaluation import PARTS

    wrong = InputError(str(path), "not the figures of vankien evaluate --json")
    try:
        figures = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(figures["articles"], int):
            raise wrong
        for part in PARTS:
            [float(count["f1"]) for count in figures[part].values()]
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError) as error:
        raise wrong from error
    return dict(figures)


def _measure(folder: Path, processes: int) -> tuple[Figures, bool]:
    """The figures, and whether an annotation or article could not be read."""
    from vankien.extractors import extract
    from vankien.extractors.evaluation import evaluate, load

    failed = False
    gold = []
    for found in load(folder):
        if isinstance(found, InputError):
            complain(str(found))
            failed = True
        else:
            gold.append(found)
    extractions = {}
    for result in extract((g.article for g in gold), processes):
        if isinstance(result, InputError):
            complain(str(result))
            failed = True
        else:
            extractions[result.article.id] = result
    return evaluate(gold, extractions), failed


def _tell(figures: Figures) -> None:
    """The figures as one table for each part; kinds that nothing speaks of are left out."""
    counted = f"{figures.articles} annotated article" + ("" if figures.articles == 1 else "s")
    say(counted + (f", {len(figures.unread)} not read" if figures.unread else ""))
    columns = ("precision", "recall", "F1", "right", "false", "missed")
    for part, kinds in figures.counts.items():
        rows = (
            []
            if part == "coreference"
            else [(k, c) for k, c in kinds.items() if c.right + c.false + c.missed]
        )
        say()
        table(
            (part, *columns),
            (
                (
                    kind,
                    f"{c.precision:.3f}",
                    f"{c.recall:.3f}",
                    f"{c.f1:.3f}",
                    f"{c.right}",
                    f"{c.false}",
                    f"{c.missed}",
                )
                for kind, c in [*rows, ("all", figures.whole(part))]
            ),
            numbers=columns,
        )


def _list(figures: Figures) -> None:
    """The faults kind by kind: the annotation's key, the thing, the words that misled."""
    for (part, kind, sort), group in groupby(figures.faults, key=lambda f: (f.part, f.kind, f.sort)):
        listed = list(group)
        say(f"\n{part}, {kind}, {sort}: {len(listed)}")
        for fault in listed:
            say(f"  {fault.article}: {' '.join(fault.what.split())}")
            if fault.words:
                say(f"      {fault.words}")
