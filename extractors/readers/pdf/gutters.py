"""Gutters: strips of a page that no line crosses for several rows, so that columns stand beside them.

What is set in rows on one side only, or in the middle of the page between a paper's head and its foot, tells where a gutter ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vankien.extractors.readers.lines import fold
from vankien.extractors.readers.papers import is_nation
from vankien.extractors.readers.pdf.segments import Segment, parted

# Shares of the font's size: gutters of several rows and of a single one; how near a row is that belongs to a column, and how
# near one that is plainly set like the column's lines; how far from the page's middle a centred line may stand.
_GUTTER, _LONE_GUTTER, _NEAR, _FAR, _CENTRED = 0.7, 1.5, 1.2, 2.5, 1.0
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


def columns(rows: Sequence[Row], at: int, before: int, middle: float) -> tuple[int, int, tuple[float, float]] | None:
    """The run of rows round row ``at`` that one gutter parts (first, end, gutter), if any.

    ``before``: free rows above; ``middle``: of the page, or of the column that is looked at.
    """
    found: list[tuple[int, float, tuple[int, int, tuple[float, float]]]] = []
    for strip in _free(rows[at]):
        first, end, gutter, width = _stretched(rows, at, at - before, strip, middle)
        both = sum(len(_free(row)) > 0 for row in rows[first:end])
        size = rows[at].size
        lines = max(len({round(s.base) for s in row.segments}) for row in rows[first:end])
        plain = both > 1 or lines > 1 or is_of_paper(s.text for row in rows[first:end] for s in row.segments)
        if width >= (_GUTTER if plain else _LONE_GUTTER) * size:
            found.append((end - first, width, (first, end, gutter)))
    return max(found)[2] if found else None


def _stretched(
    rows: Sequence[Row], at: int, lowest: int, strip: tuple[float, float], middle: float
) -> tuple[int, int, tuple[float, float], float]:
    """The rows above and below row ``at`` that leave a part of the strip free, that part, and its width.

    A row that was cut at a narrow gap for its neighbours' sake does not count for the width.
    """
    gutter, first, end, width = strip, at, at + 1, strip[1] - strip[0]
    while end < len(rows) and (part := _kept(rows, end, 1, gutter, rows[first:end], middle)):
        gutter, end = part, end + 1
        width = _width(part, width, rows[at])
    while first > lowest and (part := _kept(rows, first - 1, -1, gutter, rows[first:end], middle)):
        gutter, first = part, first - 1
        width = _width(part, width, rows[at])
    return first, end, gutter, width


def _width(part: tuple[float, float], width: float, row: Row) -> float:
    return part[1] - part[0] if part[1] - part[0] >= _GUTTER * row.size else width


def _kept(
    rows: Sequence[Row], at: int, step: int, gutter: tuple[float, float], run: Sequence[Row], middle: float
) -> tuple[float, float] | None:
    """What of a gutter a row leaves free; None if it crosses it, or lies on one side and nearer to what comes beyond.

    A lone line in the middle of the page (a paper's type and subject) stands under its head and above its foot, in neither.
    """
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
    if _is_between(row, run, part, middle):
        return None
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


def _is_between(row: Row, run: Sequence[Row], gutter: tuple[float, float], middle: float) -> bool:
    """Whether a row is one line centred on the page, and not set as the lines of its side of a paper's head or foot."""
    if len(row.segments) > 1 or abs(_middle(row.segments[0]) - middle) >= _CENTRED * row.size or _belongs(row, run, gutter):
        return False
    return is_of_paper(segment.text for other in run for segment in other.segments)


def is_of_paper(texts: Iterable[str]) -> bool:
    """Whether one of the texts stands in the two columns of a paper's head or foot."""
    return any(is_nation(text) or _OF_PAPERS.match(fold(text)) for text in texts)


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
