"""The order of reading: which segments of a page stand in columns, and which column is read first.

The head of a Party or State paper and its foot are two columns (issuing body and number left, national line and date right;
recipients left, signature right), and so is a newspaper's page. A strip that no segment crosses for several rows is a gutter:
what is left of it is read first, then what is right of it, and each side may hold columns again. Rows whose cells stand
on the same lines all along are a table, which is read row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vankien.extractors.readers.pdf.gutters import Row, columns, is_of_paper, rows_of
from vankien.extractors.readers.pdf.segments import Segment, text_of

_TABLE_ROWS, _TABLE_SHARE, _FULL = 5, 0.7, 0.75


@dataclass(slots=True)
class Block:
    """Lines read one after another, each as its segments; ``left`` and ``right`` are the edges that its lines may fill."""

    lines: list[list[Segment]]
    left: float
    right: float
    column: bool = False
    table: bool = False


def blocks(segments: Sequence[Segment], left: float, right: float, column: bool = False) -> Iterator[Block]:
    """The blocks of a page (or of a column between these edges) in the order of reading."""
    rows = rows_of(segments)
    plain: list[Row] = []
    at = 0
    while at < len(rows):
        run = columns(rows, at, len(plain), (left + right) / 2)
        if run is None:
            plain.append(rows[at])
            at += 1
            continue
        first, end, gutter = run
        taken = at - first
        plain = plain[: len(plain) - taken]
        yield from _plain(plain, left, right, column)
        plain, at = [], end
        yield from _parted(rows[first:end], gutter, left, right)
    yield from _plain(plain, left, right, column)


def _parted(rows: Sequence[Row], gutter: tuple[float, float], left: float, right: float) -> Iterator[Block]:
    """Rows that a gutter parts: as a table row by row, else the left side and then the right side."""
    middle = sum(gutter) / 2
    if _is_table(rows, gutter, left, right):
        lines = [line for row in rows for line in _lines(row)]
        yield Block(lines, left, right, column=True, table=True)
        return
    segments = [segment for row in rows for segment in row.segments]
    yield from blocks([s for s in segments if s.left < middle], left, gutter[0], column=True)
    yield from blocks([s for s in segments if s.left >= middle], gutter[1], right, column=True)


def _is_table(rows: Sequence[Row], gutter: tuple[float, float], left: float, right: float) -> bool:
    """Whether the cells of many rows stand on the same lines and do not fill their columns, as lines of prose do."""
    lines = [line for row in rows for line in _lines(row)]
    texts = [segment.text for line in lines for segment in line]
    if is_of_paper(texts):
        return False
    both = [line for line in lines if line[0].left < gutter[0] + 1 and line[-1].left > gutter[0]]
    if len(both) < _TABLE_ROWS or len(both) < _TABLE_SHARE * len(lines):
        return False
    filled = [(line[0].right - left) / max(gutter[0] - left, 1) for line in both]
    others = [(line[-1].right - gutter[1]) / max(right - gutter[1], 1) for line in both]
    return min(sum(filled), sum(others)) / len(both) < _FULL


def _lines(row: Row) -> list[list[Segment]]:
    """The segments of a row by the lines they stand on."""
    lines: list[list[Segment]] = []
    for segment in sorted(row.segments, key=lambda segment: segment.base):
        if lines and segment.base - lines[-1][0].base < 0.2 * segment.size:
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [sorted(line, key=lambda segment: segment.left) for line in lines]


def _plain(rows: Sequence[Row], left: float, right: float, column: bool) -> Iterator[Block]:
    if rows:
        yield Block([line for row in rows for line in _lines(row)], left, right, column)


def line_text(line: Sequence[Segment], without: frozenset[str] = frozenset()) -> str:
    """The text of a line; marks of notes are left out."""
    return " ".join(text_of(segment.words, without) for segment in line)
