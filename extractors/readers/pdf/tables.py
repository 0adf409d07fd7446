"""Tables that lines are drawn round: which words stand in which cell.

Only what is drawn makes a table here. The lines must touch and form at least two columns; each row becomes one line of text
with bars between its cells, as in Word files and HTML pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from vankien.extractors.readers.barred import row_line
from vankien.extractors.readers.pdf.segments import Segment, continued, text_of
from vankien.extractors.readers.pdf.words import Word

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points."""

_THIN, _TOUCH, _CELL = 3.0, 4.0, 8.0  # points: thickness of a line, gap between lines that touch, least width of a cell
_MOST_LINES = 1500  # a page with more is a drawing


@dataclass(slots=True)
class Grid:
    """Lines that touch one another, and the box round them."""

    box: Box
    lines: list[Box]

    def upright(self, top: float, bottom: float) -> list[float]:
        """Where the upright lines stand that pass the middle between two heights."""
        middle = (top + bottom) / 2
        return _distinct(line[0] for line in self.lines if _is_upright(line) and line[1] <= middle <= line[3])

    def level(self) -> list[float]:
        """The heights of the level lines."""
        return _distinct(line[1] for line in self.lines if not _is_upright(line))


def tables_of(lines: Sequence[list[Word]], rules: Sequence[Box]) -> tuple[list[Segment], list[list[Word]]]:
    """The drawn tables of a page, and its lines without their words."""
    found: list[Segment] = []
    rest = [list(line) for line in lines]
    for grid in _grids(rules):
        inside = [[word for word in line if _within(word, grid.box)] for line in rest]
        rows = _rows(grid, [line for line in inside if line])
        if rows:
            words = [word for line in inside for word in line]
            rest = [[word for word in line if not _within(word, grid.box)] for line in rest]
            left, top, right, bottom = grid.box
            found.append(Segment(words, left, right, top, bottom, max(word.size for word in words), rows))
    return found, [line for line in rest if line]


def _is_upright(line: Box) -> bool:
    return line[2] - line[0] <= _THIN < line[3] - line[1]


def _within(word: Word, box: Box) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.base) / 2
    return box[0] < x < box[2] and box[1] < y < box[3]


def _distinct(places: Iterable[float]) -> list[float]:
    """Places in order; those that are as good as the same count once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _CELL:
            kept.append(place)
    return kept


def _grids(rules: Sequence[Box]) -> list[Grid]:
    """Groups of lines that touch, from top to bottom, if they may be a table."""
    grids: list[Grid] = []
    for rule in rules if len(rules) <= _MOST_LINES else ():
        joined, apart = Grid(rule, [rule]), []
        for grid in grids:
            if _touch(rule, grid.box) and any(_touch(rule, line) for line in grid.lines):
                a, b = joined.box, grid.box
                box = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
                joined = Grid(box, joined.lines + grid.lines)
            else:
                apart.append(grid)
        grids = [*apart, joined]
    return sorted((grid for grid in grids if len(grid.lines) > 3), key=lambda grid: grid.box[1::-1])


def _touch(a: Box, b: Box) -> bool:
    return a[0] - _TOUCH < b[2] and b[0] - _TOUCH < a[2] and a[1] - _TOUCH < b[3] and b[1] - _TOUCH < a[3]


def _rows(grid: Grid, lines: Sequence[list[Word]]) -> list[str]:
    """The rows of a grid as text; none if it has a single column or no words."""
    heights = grid.level()
    if heights and grid.box[1] < heights[0] - _CELL:
        heights.insert(0, grid.box[1])
    if heights and grid.box[3] > heights[-1] + _CELL:
        heights.append(grid.box[3])
    rows, columns = [], 0
    for top, bottom in zip(heights, heights[1:], strict=False):
        edges = grid.upright(top, bottom)
        words = [[word for word in line if top < (word.top + word.base) / 2 < bottom] for line in lines]
        columns = max(columns, len(edges) - 1)
        cells = _cells(edges, [line for line in words if line])
        if any(cells):
            rows.append(row_line(cells))
    return rows if columns > 1 else []


def _cells(edges: Sequence[float], lines: Sequence[list[Word]]) -> list[str]:
    """The text of each cell between upright lines; lines of a cell follow each other with a blank."""
    inner = edges[1:-1]
    cells: list[list[str]] = [[] for _ in range(len(inner) + 1)]
    for line in lines:
        parts: list[list[Word]] = [[] for _ in cells]
        for word in line:
            parts[sum((word.left + word.right) / 2 > edge for edge in inner)].append(word)
        for cell, part in zip(cells, parts, strict=True):
            if part:
                cell.append(text_of(part))
    return [reduce(continued, cell) if cell else "" for cell in cells]
