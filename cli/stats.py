"""``vankien stats``: what a base holds, in numbers."""

from __future__ import annotations

from vankien.cli.console import say, say_json, table
from vankien.cli.parameters import AsJson, Base, opened


def stats(kb: Base, as_json: AsJson = False) -> None:
    """Count what is in a base.

    By class, property, source and month.

    \b
    Example:
      vankien stats kb
      vankien stats kb --json
    """
    counts = opened(kb).stats()
    if as_json:
        say_json(counts)
        return
    totals = [(name, f"{count:,}") for name, count in counts.items() if isinstance(count, int)]
    table(("in all", "count"), totals, numbers=("count",))
    for name, rows in counts.items():
        if isinstance(rows, dict) and rows:
            say()
            table((name, "count"), ((what, f"{count:,}") for what, count in rows.items()), numbers=("count",))
