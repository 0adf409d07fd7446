"""``vankien diff``: which facts a base has gained and lost."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vankien.cli.console import say, say_json
from vankien.cli.explain import articles, values
from vankien.cli.parameters import AsJson, opened

if TYPE_CHECKING:
    from vankien.graph.diff import Difference

Earlier = Annotated[Path, typer.Argument(metavar="KB", help="The folder of a knowledge base: the earlier one, if two are given.")]
Later = Annotated[
    Path | None,
    typer.Argument(metavar="KB2", show_default=False, help="The later one; without it, KB itself is compared with what it was before its last build."),
]


def diff(kb: Earlier, later: Later = None, as_json: AsJson = False) -> None:
    """List the facts that a base has gained (+) and lost (-).

    Two bases are compared, or one with its own state before the build that changed it last. A fact is what is said, whoever says it: another article for
    a fact that was there is no difference.

    \b
    Example:
      vankien diff kb
      vankien diff kb-2023 kb-2024 --json
    """
    found = opened(kb).diff() if later is None else opened(later).diff(opened(kb))
    if as_json:
        say_json([asdict(difference) for difference in found])
        return
    counts = {"+": 0, "-": 0}
    for difference in found:
        counts[difference.sign] += 1
        tell(difference)
    say(f"{counts['+']:,} facts gained, {counts['-']:,} lost")


def tell(difference: Difference) -> None:
    """One fact, and the words that say it first."""
    ends = f"{difference.subject_label} -> {difference.object_label or '-'}"
    say(f"{difference.sign} {difference.predicate}: {ends}{values(difference.attributes)}  [{articles(len(difference.articles))}]")
    say(f"    “{' '.join(difference.quote.split())}”  ({difference.article})")
