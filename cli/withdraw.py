"""``vankien withdraw``: takes articles out of a base."""

from __future__ import annotations

from typing import Annotated

import typer

from vankien.cli.build import as_dict
from vankien.cli.console import complain, say, say_json
from vankien.cli.parameters import AsJson, Base, opened

Ids = Annotated[list[str], typer.Argument(metavar="ID", help="Ids of articles, or their IRIs.")]


def withdraw(kb: Base, ids: Ids, as_json: AsJson = False) -> None:
    """Take articles out of a base.

    The facts that only they support go with them; what another article says too stays. An id that the base does not know is named on stderr and the
    exit code is 1.

    \b
    Example:
      vankien withdraw kb news-2024-0117 https://example.org/news/42
    """
    report = opened(kb).withdraw(ids)
    for failure in report.failures:
        complain(str(failure))
    if as_json:
        say_json(as_dict(report))
    else:
        say(f"{report.withdrawn:,} of {len(ids):,} articles withdrawn; {report.statements:,} statements are left")
    raise typer.Exit(1 if report.failed else 0)
