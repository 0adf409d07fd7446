"""Tables of a Word document as lines.

A table without lines and with few columns is layout: the head of a Party or State paper (issuing body and number on the left,
national line, place and date on the right) and its foot (*Nơi nhận*, the recipients, on the left; the signature on the right).
Its cells are given one after another, row by row, each line as a line. Of a table of data each row is one line, its cells
between bars as in HTML pages: no rule reads over a bar, so no fact is read from the words of two cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vankien.extractors.readers.barred import row_line
from vankien.extractors.readers.lines import fold
from vankien.extractors.readers.papers import is_nation
from vankien.extractors.readers.word.markup import child, children, value
from vankien.extractors.readers.word.styles import Styles

_LAYOUT_COLUMNS = 3  # two columns, or three signatures side by side
_LIST_ROWS = 6  # so many rows of one-line cells are a list, lines or not
_SIDES = ("left", "start", "insideV")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its element, and its lines without blank ones."""

    element: Any
    lines: list[str]


def table_lines(table: Any, rows: list[list[Cell]], styles: Styles) -> list[str]:
    """The lines of a table."""
    if _is_layout(table, rows, styles):
        return [line for row in rows for cell in row if cell.lines for line in (*cell.lines, "")]
    return [row_line([" / ".join(cell.lines) for cell in row]) for row in rows if any(cell.lines for cell in row)]


def _is_layout(table: Any, rows: list[list[Cell]], styles: Styles) -> bool:
    columns = max((len(row) for row in rows), default=0)
    if columns <= 1:
        return True
    if columns > _LAYOUT_COLUMNS:
        return False
    if any(is_nation(line) or fold(line).startswith("nơi nhận") for row in rows for cell in row for line in cell.lines):
        return True
    is_list = len(rows) >= _LIST_ROWS and all(len(cell.lines) <= 1 for row in rows for cell in row)
    return not is_list and not _is_ruled(table, rows, styles)


def _is_ruled(table: Any, rows: list[list[Cell]], styles: Styles) -> bool:
    """Whether lines part the columns: set for the table, by its style, or by most of its cells."""
    properties = child(table, "tblPr")
    own = child(properties, "tblBorders")
    settings = [own] if own is not None else styles.table_borders(value(child(properties, "tblStyle")))
    if any(_is_drawn(borders) for borders in settings[:1]):
        return True
    cells = [cell for row in rows for cell in row]
    drawn = sum(_is_drawn(child(cell.element, "tcPr", "tcBorders")) for cell in cells)
    return 2 * drawn > len(cells)


def _is_drawn(borders: Any) -> bool:
    sides = children(borders, *_SIDES) if borders is not None else ()
    return any(value(side, "none") not in ("none", "nil") for side in sides)
