"""The order of reading: which segments of a page stand in columns, and which column is read first.

The head of a Party or State paper and its foot are two columns (issuing body and number left, national line and date right;
recipients left, signature right), and so is a newspaper's page. A strip that no segment crosses for several rows is a gutter:
what is left of it is read first, then what is right of it, and each side may hold columns again. Rows whose cells stand
on the same lines all along are a table, which is read row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vankien.extractors.readers.lines import fold
from vankien.extractors.readers.papers import is_nation
from vankien.extractors.readers.pdf.segments import Segment, parted, text_of

# Shares of the font's size: gutters of several rows and of a single one; how near a row is that belongs to a column, and how
# near one that is plainly set like the column's lines.
_GUTTER, _LONE_GUTTER, _NEAR, _FAR = 0.7, 1.5, 1.2, 2.5
_TABLE_ROWS, _TABLE_SHARE, _FULL = 5, 0.7, 0.75
# What stands in the two columns of a paper's head and foot, in lower case.
_OF_HEADS = re.compile(r"số ?:? ?[\d./…-]|v/v\b|\W+\Z")
_OF_PAPERS = re.compile(r"độc lập ?- ?tự do|nơi nhận|(?:tm|t/m|kt|tl)\b")


@dataclass(slots=True)
class Row:
    """Segments that overlap in height, and the free strips between them."""

    segments: list[Segment]
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """The largest font size."""
        return max(segment.size for segment in self.segments)


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
        run = _columns(rows, at, len(plain))
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


def rows_of(segments: Sequence[Segment]) -> list[Row]:
    """Segments by rows from top to bottom: those that overlap in height are of one row."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda segment: segment.top):
        if rows and segment.top < rows[-1].bottom:
            rows[-1].segments.append(segment)
            rows[-1].bottom = max(rows[-1].bottom, segment.base)
        else:
            rows.append(Row([segment], segment.top, segment.base))
    return rows


def _free(row: Row) -> list[tuple[float, float]]:
    """The strips inside a row that no segment covers."""
    strips, edge = [], None
    for segment in sorted(row.segments, key=lambda segment: segment.left):
        if edge is not None and segment.left > edge:
            strips.append((edge, segment.left))
        edge = segment.right if edge is None else max(edge, segment.right)
    return strips


def _columns(rows: Sequence[Row], at: int, before: int) -> tuple[int, int, tuple[float, float]] | None:
    """The run of rows round row ``at`` that one gutter parts (first, end, gutter), if any; ``before``: free rows above."""
    found: list[tuple[int, float, tuple[int, int, tuple[float, float]]]] = []
    for strip in _free(rows[at]):
        first, end, gutter, width = _stretched(rows, at, at - before, strip)
        both = sum(len(_free(row)) > 0 for row in rows[first:end])
        size = rows[at].size
        lines = max(len({round(s.base) for s in row.segments}) for row in rows[first:end])
        if width >= (_GUTTER if both > 1 or lines > 1 else _LONE_GUTTER) * size:
            found.append((end - first, width, (first, end, gutter)))
    return max(found)[2] if found else None


def _stretched(
    rows: Sequence[Row], at: int, lowest: int, strip: tuple[float, float]
) -> tuple[int, int, tuple[float, float], float]:
    """The rows above and below row ``at`` that leave a part of the strip free, that part, and its width.

    A row that was cut at a narrow gap for its neighbours' sake does not count for the width.
    """
    gutter, first, end, width = strip, at, at + 1, strip[1] - strip[0]
    while end < len(rows) and (part := _kept(rows, end, 1, gutter, rows[first:end])):
        gutter, end = part, end + 1
        width = _width(part, width, rows[at])
    while first > lowest and (part := _kept(rows, first - 1, -1, gutter, rows[first:end])):
        gutter, first = part, first - 1
        width = _width(part, width, rows[at])
    return first, end, gutter, width


def _width(part: tuple[float, float], width: float, row: Row) -> float:
    return part[1] - part[0] if part[1] - part[0] >= _GUTTER * row.size else width


def _kept(
    rows: Sequence[Row], at: int, step: int, gutter: tuple[float, float], run: Sequence[Row]
) -> tuple[float, float] | None:
    """What of a gutter a row leaves free; None if it crosses it, or lies on one side and nearer to what comes beyond."""
    row = rows[at]
    part = _part(row, gutter)
    if part is None and _distance(row, rows[at - step]) < row.size:  # a narrow gap, seen as one of words before
        cut = [half for segment in row.segments for half in parted(segment, *gutter)]
        part = _part(Row(cut, row.top, row.bottom), gutter, least=0.0)
        if part is not None and len(cut) > len(row.segments):
            row.segments = cut
            return part
    if part is None:
        return None
    if any(strip[0] <= part[0] and part[1] <= strip[1] for strip in _free(row)):
        return part
    if all(segment.rows for segment in row.segments):
        return None  # a drawn table alone stands between columns, not in one
    near = _distance(row, rows[at - step])
    below_left = step > 0 and row.segments[0].right <= part[0]  # there a text may begin: only a head's or a foot's own lines
    if below_left and near < _FAR * row.size and _is_foot(run, part):
        return part
    if near < _FAR * row.size and _belongs(row, run, part) and (not below_left or _OF_HEADS.match(fold(row.segments[0].text))):
        return part
    beyond = at + step
    if 0 <= beyond < len(rows):
        crosses = _part(rows[beyond], gutter) is None
        return part if near < (0.9 * _distance(row, rows[beyond]) if crosses else _NEAR * row.size) else None
    right_only = min(segment.left for segment in row.segments) >= part[1]
    return part if right_only or near < _NEAR * row.size else None


def _is_foot(run: Sequence[Row], gutter: tuple[float, float]) -> bool:
    """Whether the recipients (``Nơi nhận``) stand left of the gutter: nothing but more of them comes below on that side."""
    left = (segment for row in run for segment in row.segments if segment.right <= gutter[0])
    return any(fold(segment.text).startswith("nơi nhận") for segment in left)


def _belongs(row: Row, run: Sequence[Row], gutter: tuple[float, float]) -> bool:
    """Whether a row on one side of a gutter is centred as the lines of that side are, or begins where they do, in the same size."""
    right = row.segments[0].left >= gutter[1]
    others = [s for other in run for s in other.segments if (s.left >= gutter[1]) == right]
    middle, slack = sum(_middle(s) for s in others) / len(others), 0.5 * row.size
    if all(abs(_middle(s) - middle) < slack for s in (*others, *row.segments)):
        return True
    left = min(s.left for s in others)
    return all(abs(s.left - left) < slack and abs(s.size - others[0].size) < 0.1 * s.size for s in row.segments)


def _middle(segment: Segment) -> float:
    return (segment.left + segment.right) / 2


def _part(row: Row, gutter: tuple[float, float], least: float = _GUTTER) -> tuple[float, float] | None:
    """The widest part of a strip that a row leaves free, if it is at least so wide (a share of the font's size)."""
    left, right = gutter
    edges = sorted((s.left, s.right) for s in row.segments if s.right > left and s.left < right)
    best, begin = (left, left), left
    for a, b in [*edges, (right, right)]:
        if a - begin > best[1] - best[0]:
            best = (begin, a)
        begin = max(begin, b)
    return best if best[1] - best[0] > min(least * row.size, 0.99 * (right - left)) else None


def _distance(one: Row, other: Row) -> float:
    return max(one.top, other.top) - min(one.bottom, other.bottom)


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
    if any(is_nation(text) or _OF_PAPERS.match(fold(text)) for text in texts):
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
