"""``vankien build``: the main job, from articles to a knowledge base in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from vankien.cli.console import complain, progress, say, say_json, table
from vankien.cli.parameters import AsJson, Processes, Sources, cores
from vankien.ontology.errors import InputError

if TYPE_CHECKING:
    from vankien.graph import BuildReport

T = TypeVar("T")

Out = Annotated[
    Path,
    typer.Option("--out", "-o", metavar="KB", help="Folder of the knowledge base; made if missing, else updated."),
]


def build(sources: Sources, out: Out, processes: Processes = None, as_json: AsJson = False) -> None:
    """Read articles into a knowledge base.

    Only new and changed articles cost time; running it twice changes nothing. What cannot be read is
    named on stderr and the exit code is 1; nothing else is lost.

    \b
    Example:
      vankien build articles/ more/news.jsonl.gz --out kb
    """
    from vankien.extractors import VERSION, extract, read
    from vankien.graph import KnowledgeBase

    base = KnowledgeBase(out)
    told: set[str] = set()
    with progress("articles") as advance:
        articles = base.pending(counted(read(sources), advance), VERSION)
        extractions = extract(articles, cores(processes))
        report = base.update(complaining(extractions, told), extractor=VERSION)
    for failure in report.failures:
        if str(failure) not in told:
            complain(str(failure))
    if as_json:
        say_json(as_dict(report))
    else:
        summary(report, out)
    raise typer.Exit(1 if report.failed else 0)


def counted(items: Iterable[T], advance: Callable[[], None]) -> Iterator[T]:
    """The same items; ``advance`` is called for each."""
    for item in items:
        yield item
        advance()


def complaining(items: Iterable[T], told: set[str]) -> Iterator[T]:
    """The same items; a failed input is named at once, not only at the end of a long build."""
    for item in items:
        if isinstance(item, InputError):
            told.add(str(item))
            complain(str(item))
        yield item


def as_dict(report: BuildReport) -> dict[str, object]:
    """The report as JSON has it: failures as source and reason."""
    failures = [{"source": f.source, "reason": f.reason} for f in report.failures]
    return asdict(report) | {"failures": failures}


def summary(report: BuildReport, out: Path) -> None:
    """The report for a person."""
    say(
        f"{report.read:,} articles read: {report.new:,} new, {report.changed:,} changed, "
        f"{report.unchanged:,} unchanged, {report.failed:,} failed"
    )
    say(f"{out} now holds {report.statements:,} statements, {report.quads:,} quads  ({report.seconds:.1f} s)")
    if report.entities_by_class:
        say()
        by_count = sorted(report.entities_by_class.items(), key=lambda item: (-item[1], item[0]))
        table(("class", "entities"), ((name, f"{count:,}") for name, count in by_count), numbers=("entities",))
