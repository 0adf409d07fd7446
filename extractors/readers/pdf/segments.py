"""Segments: the words of a line that stand together. Where a line has a wide gap, two columns may begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from vankien.extractors.readers.pdf.words import Word

# Shares of the font's size: a wider gap parts segments, if it is also so many times the usual gap of its line
# (justified lines stretch all their gaps alike).
_WIDE, _TIMES = 0.7, 2.2
_PLAINLY = 1.8
_MARKER_GAP = 4.0  # what stands so far behind a list's mark still belongs to it
_OPEN_END = re.compile(r"[\w%)”\"’][-/]\Z")
_UNIT = re.compile(r"(?<![^\W\d_])[kcdm]?m\Z")
_MARKER = re.compile(r"[-–—+*•●○■□▪]|\(?(?:\d{1,3}|[a-zđ]{1,2}|[IVXivx]{1,5})[.)]|(?:\d{1,3}\.){1,4}\d{0,3}")


@dataclass(slots=True)
class Segment:
    """Words in a row, their edges, the line they stand on, the largest font size; or a drawn table, given by its ``rows``."""

    words: Sequence[Word]
    left: float
    right: float
    top: float
    base: float
    size: float
    rows: Sequence[str] = ()

    @property
    def text(self) -> str:
        """The words with blanks between them; a raised mark follows its word without one."""
        return text_of(self.words)


def text_of(words: Iterable[Word], without: frozenset[str] = frozenset()) -> str:
    """Words as text; raised marks in ``without`` (those of notes) are left out, but not those of a unit (km2)."""
    text = ""
    for word in words:
        if word.raised:
            text += "" if word.text in without and not _UNIT.search(text) else word.text
        else:
            text += f" {word.text}" if text else word.text
    return text


def continued(text: str, more: str) -> str:
    """A line and the next as one text: with a blank, but not after a hyphen or slash at which a number was broken.

    >>> continued("Nghị quyết số 26-", "NQ/TW"), continued("nhiệm kỳ 2020 -", "2025")
    ('Nghị quyết số 26-NQ/TW', 'nhiệm kỳ 2020 - 2025')
    """
    return f"{text}{'' if _OPEN_END.search(text) else ' '}{more}"


def segment(words: Sequence[Word]) -> Segment:
    """Words as one segment."""
    left, right, top = min(w.left for w in words), max(w.right for w in words), min(w.top for w in words)
    return Segment(words, left, right, top, words[0].base, max(w.size for w in words))


def is_marker(text: str) -> bool:
    """Whether a word is the mark of a list's item.

    >>> is_marker("-"), is_marker("1.2."), is_marker("a)"), is_marker("12")
    (True, True, True, False)
    """
    return bool(_MARKER.fullmatch(text))


def segments_of(line: Sequence[Word]) -> list[Segment]:
    """The segments of a line given as its words from left to right."""
    gaps = [after.left - word.right for word, after in zip(line, line[1:], strict=False)]
    usual = median([gap for gap in gaps if gap > 0] or [0.0]) if len(gaps) > 3 else 0.0
    found: list[list[Word]] = [[line[0]]]
    for gap, word in zip(gaps, line[1:], strict=True):
        wide = gap > max(_WIDE * word.size, _TIMES * usual)
        if wide and len(found[-1]) == 1 and is_marker(found[-1][0].text) and gap < _MARKER_GAP * word.size:
            wide = False
        if wide and not word.raised:
            found.append([])
        found[-1].append(word)
    return [segment(words) for words in found]


def parted(whole: Segment, left: float, right: float) -> list[Segment]:
    """A segment cut in two at its widest gap, if that lies between two places and is plainly wider than its others; else itself."""
    gaps = [(after.left - word.right, at) for at, (word, after) in enumerate(pairwise(whole.words), 1)]
    width, at = max(gaps, default=(0.0, 0))
    usual = median([gap for gap, _ in gaps] or [0.0])
    middle = (whole.words[at - 1].right + whole.words[at].left) / 2 if at else 0.0
    if whole.rows or len(gaps) < 3 or width < _PLAINLY * usual or not left < middle < right:
        return [whole]
    return [segment(whole.words[:at]), segment(whole.words[at:])]
