"""Lines and words of a PDF page, put together from the places of its letters.

The order of a file is not the order of reading: a letter that a font lacks is often set from another font after the rest of
its line, and columns are written in any order. So letters are put into lines by what they stand on, sorted, and parted into
words by blanks and gaps.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from vankien.extractors.readers.legible import joined
from vankien.extractors.readers.pdf.glyphs import Glyph

# Shares of the font's size:
_GAP = 0.15  # a wider gap parts two words even without a blank between them
_LEVEL = 0.2  # letters of one line stand no farther apart
_RAISED, _SMALL = 0.6, 0.85  # a note's mark is raised by less, and set smaller
_TWICE = 0.3  # share of its width by which a letter printed twice (as bold) is shifted


@dataclass(slots=True)
class Word:
    """Letters between two blanks; ``base`` is the line they stand on. ``raised``: a small mark at the end of the word before it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    raised: bool = False

    @property
    def top(self) -> float:
        """Upper edge of small letters: neighbours in a line overlap, lines one below the other do not."""
        return self.base - 0.6 * self.size


def words_of(glyphs: list[Glyph]) -> list[list[Word]]:
    """The lines of a page from top to bottom, each as its words from left to right, whatever columns they are in."""
    lines = _lines(glyphs)
    raised = _marks(lines)
    found = []
    for line, marks in zip(lines, raised, strict=True):
        words = sorted([*_words(line), *marks], key=lambda word: word.left)
        if words:
            found.append(words)
    return found


def _lines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if not lines or glyph.base - lines[-1][0].base > _LEVEL * min(glyph.size, lines[-1][0].size):
            lines.append([])
        lines[-1].append(glyph)
    for line in lines:
        line.sort(key=lambda glyph: glyph.at)  # marks set apart reach back over their letter
    return lines


def _marks(lines: list[list[Glyph]]) -> list[list[Word]]:
    """For each line the small words that stand raised at the end of its words; they are taken out of their own lines."""
    marks: list[list[Word]] = [[] for _ in lines]
    for i, (small, line) in enumerate(pairwise(lines)):
        size, shift = max(glyph.size for glyph in line), line[0].base - small[0].base
        if shift > _RAISED * size:
            continue
        ends = [glyph.right for glyph in line if not glyph.letter.isspace()]
        for word in _words(small):
            if word.size < _SMALL * size and any(-_GAP * size < word.left - end < _GAP * size for end in ends):
                marks[i + 1].append(Word(word.text, word.left, word.right, line[0].base, word.size, True))
                small[:] = [glyph for glyph in small if not word.left <= glyph.left < word.right]
    return marks


def _words(line: list[Glyph]) -> Iterator[Word]:
    run: list[Glyph] = []
    for glyph in line:
        if run and (glyph.letter.isspace() or glyph.left - run[-1].right > _GAP * glyph.size):
            yield _word(run)
            run = []
        if not glyph.letter.isspace() and not _again(glyph, run):
            run.append(glyph)
    if run:
        yield _word(run)


def _again(glyph: Glyph, run: list[Glyph]) -> bool:
    """Whether a letter is the one before it, printed once more to make it bold."""
    before = run[-1] if run else None
    if before is None or before.letter != glyph.letter:
        return False
    return glyph.left - before.left < _TWICE * (before.right - before.left)


def _word(run: list[Glyph]) -> Word:
    text = unicodedata.normalize("NFC", joined((glyph.letter, glyph.font) for glyph in run)).replace("\u00ad", "")
    if len(text) == 1 and "\uf000" <= text <= "\uf0ff":  # a sign of a symbol font, nearly always a list's bullet
        text = "•"
    return Word(text, run[0].left, max(g.right for g in run), run[0].base, max(g.size for g in run))
