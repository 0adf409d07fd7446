"""A row of a table as a line of text, the same for every kind of file (HTML pages come so from trafilatura)."""

from __future__ import annotations

from collections.abc import Iterable


def row_line(cells: Iterable[str]) -> str:
    """A row's cells between bars. No rule reads over a bar, so no fact is read from the words of two cells.

    >>> row_line(["1", "Lê Vân", ""])
    '| 1 | Lê Vân | |'
    """
    return "".join(f"| {' '.join(cell.split())} " if cell.strip() else "| " for cell in cells) + "|"
