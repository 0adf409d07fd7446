"""Lines of a PDF put together to paragraphs.

A line goes on in the next one when the break was forced: the next line's first word would not have fitted. An indented
line, an item of a list, another size of print or a wide space begins a paragraph. Centred lines (titles, heads) stay lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median

from vankien.extractors.readers.barred import row_line
from vankien.extractors.readers.lines import fold
from vankien.extractors.readers.papers import is_nation
from vankien.extractors.readers.pdf.columns import Block, line_text
from vankien.extractors.readers.pdf.segments import Segment, continued, is_marker

# Shares of the font's size, but for the pitch, which is a share of the usual one.
_INDENT, _SLACK, _SAME_SIZE, _PITCH, _WIDE_PITCH, _CENTRED = 0.6, 0.6, 0.1, 1.45, 1.9, 0.6
_HEADLINE = 1.2  # share of the text's size
_ITEM = re.compile(r"(?:Điều|Chương|Mục|Phần) [\dIVX]+\b")
# What opens a part of a paper: what it is about ("re"), addressees, recipients, in whose name or place it is signed ("on behalf
# of", "for", "by order of"); and a rule.
_PART = re.compile(r"V/v |Kính gửi ?:|Nơi nhận ?(?::|\Z)|(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ)[.,]? ?[^\W\d_a-zđ]{2}|[-–—_*=]{3,}\Z")
_OPEN_NUMBER = re.compile(r"\d\S*[-/]\Z")
_ENDED = re.compile(r"[.!?:;…][\"”’)]*\Z")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    left: float
    right: float
    base: float
    size: float
    first: float  # width of the first word
    edges: tuple[float, float]
    column: bool

    @property
    def is_item(self) -> bool:
        return is_marker(self.text.split(" ", 1)[0]) or bool(_ITEM.match(self.text) or _PART.match(self.text))

    @property
    def is_even(self) -> bool:
        before, after = self.left - self.edges[0], self.edges[1] - self.right
        return abs(before - after) < _CENTRED * self.size

    @property
    def is_centred(self) -> bool:
        return self.is_even and self.left - self.edges[0] > _CENTRED * self.size

    @property
    def is_capitals(self) -> bool:
        return self.text.isupper()


class Paragraphs:
    """The text of a document, growing block by block; ``size`` is that of most of its letters, ``title`` what its properties say."""

    def __init__(self, size: float, title: str = "") -> None:
        self._size = size
        self._title = fold(title)
        self._parts: list[str] = []
        self._last: _Line | None = None

    def text(self) -> str:
        """What has been put together."""
        return re.sub(r"\n{3,}", "\n\n", "".join(self._parts)).strip()

    def add(self, block: Block, marks: frozenset[str] = frozenset()) -> None:
        """The next block; ``marks`` are those of notes, which are left out."""
        lines = [_line(line, block, marks) for line in block.lines]
        steps = [after.base - line.base for line, after in zip(lines, lines[1:], strict=False)]
        pitch = median(steps) if len(steps) > 1 else 0.0
        for i, (segments, line) in enumerate(zip(block.lines, lines, strict=True)):
            drawn = next((segment for segment in segments if segment.rows), None)
            if drawn is not None or block.table:
                rows = list(drawn.rows) if drawn is not None else [row_line(segment.text for segment in segments)]
                self._break(wide=drawn is not None or i == 0)
                self._parts.append("\n".join(rows))
                self._break(wide=drawn is not None or i == len(lines) - 1)
                self._last = None
            elif line.text:
                self._add(line, begins=i == 0, pitch=pitch)

    def apart(self) -> None:
        """What follows does not go on with what stands already."""
        self._last = None

    def _add(self, line: _Line, begins: bool, pitch: float) -> None:
        last, self._last = self._last, line
        if last is None:
            self._break(wide=True)
        elif begins and not self._flows(last, line):
            self._break(wide=True)
        elif not begins and not self._goes_on(last, line, pitch):
            step = line.base - last.base
            other = abs(line.size - last.size) > _SAME_SIZE * last.size and last.size > line.size
            self._break(wide=other or self._is_title() or (pitch > 0 and step > _WIDE_PITCH * pitch))
        else:
            self._parts[-1] = continued(self._parts[-1], line.text)
            return
        self._parts.append(line.text)

    def _break(self, wide: bool) -> None:
        if self._parts:
            self._parts.append("\n\n" if wide else "\n")

    def _is_title(self) -> bool:
        """Whether the paragraph that ends here is the title that the file's properties name."""
        if not self._title or len(self._parts) > 50:
            return False
        return fold("".join(self._parts).rpartition("\n")[2]) == self._title

    def _flows(self, last: _Line, line: _Line) -> bool:
        """Whether a paragraph goes on in another block: over a page's end, or from column to column."""
        if abs(line.size - last.size) > _SAME_SIZE * last.size or not _is_full(last, line) or line.is_item:
            return False
        if line.text[0].islower() and not _ENDED.search(last.text):
            return True
        same = max(abs(a - b) for a, b in zip(line.edges, last.edges, strict=True)) < last.size
        return same and not line.column and not last.column and not _ENDED.search(last.text) and not line.is_centred

    def _goes_on(self, last: _Line, line: _Line, pitch: float) -> bool:
        step = line.base - last.base
        if abs(line.size - last.size) > _SAME_SIZE * last.size or line.is_item:
            return False
        if min(last.size, line.size) >= _HEADLINE * self._size and not (line.column or last.is_capitals):
            return step < _WIDE_PITCH * line.size  # a headline over several lines
        if pitch > 0 and step > _PITCH * pitch:
            return False
        if line.column and (last.is_capitals or line.is_centred or last.is_centred):
            return _is_broken(last, line)  # else names and posts stand one below the other
        if line.is_centred and last.is_even and not _ENDED.search(last.text):
            return _is_full(last, line)
        if line.left - last.left > _INDENT * last.size and not last.is_item:
            return False
        if min(line.left, last.left) - line.edges[0] > _INDENT * last.size and _ENDED.search(last.text):
            return False  # both indented: a paragraph of one line before another
        return _is_full(last, line)


def _is_broken(last: _Line, line: _Line) -> bool:
    """Whether a line of a narrow column was broken before this one: in a name, a date, a number, a sentence, or the national line."""
    if _OPEN_NUMBER.search(last.text) and " " not in line.text and line.text[0].isalnum():
        return True  # 31/CT- / TTg
    if last.is_capitals and line.text.isalpha() and line.is_capitals and len(line.text) > 1:
        return _is_full(last, line)  # one syllable is no name: BAN CHẤP HÀNH TRUNG / ƯƠNG
    if last.is_capitals:
        return is_nation(f"{last.text} {line.text}") and not is_nation(line.text)
    return (line.text[0].islower() or line.text[0].isdigit()) and not _ENDED.search(last.text) and len(last.text) > 1


def _is_full(last: _Line, line: _Line) -> bool:
    """Whether the next line's first word had no room in this one."""
    if last.is_even and line.is_centred and not last.column:
        return last.right - last.left + line.first + _SLACK * last.size > last.edges[1] - last.edges[0]
    return last.right + line.first + _SLACK * 0.5 * last.size > last.edges[1] - _SLACK * last.size


def _line(segments: list[Segment], block: Block, marks: frozenset[str]) -> _Line:
    first = segments[0].words[0]
    return _Line(
        line_text(segments, marks),
        min(segment.left for segment in segments),
        max(segment.right for segment in segments),
        segments[0].base,
        max(segment.size for segment in segments),
        first.right - first.left,
        (block.left, block.right),
        block.column,
    )
