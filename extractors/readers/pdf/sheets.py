"""One page of a PDF: its lines, its tables, and whether its text can be read at all."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

from vankien.extractors.readers.pdf.drawn import drawn_on
from vankien.extractors.readers.pdf.edges import Sheet
from vankien.extractors.readers.pdf.faults import State
from vankien.extractors.readers.pdf.glyphs import glyphs_of
from vankien.extractors.readers.pdf.tables import tables_of
from vankien.extractors.readers.pdf.words import words_of

# A scanned page may carry some text: that of a digital signature, a stamp, a number.
_SCANNED, _LITTLE_TEXT = 0.6, 250
_OUTLINES = 300  # paths of a page whose letters are drawn as outlines
_UNKNOWN = 0.1  # share of letters that cannot be read from which a page is nonsense
_FEW = 20


def sheet_of(pdfium: Any, document: Any, number: int) -> tuple[Sheet | None, State]:
    """Page ``number`` (from 0) of a document of pypdfium2, None where it holds no text that can be read."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return None, State.DAMAGED
    try:
        at, glyphs = glyphs_of(pdfium.raw, page)
        drawn = drawn_on(pdfium.raw, page, at)
        width, height = page.get_size()
        turned = (at.turn + page.get_rotation() // 90) % 2
    except pdfium.PdfiumError:
        return None, State.DAMAGED
    finally:
        page.close()
    lines = words_of(glyphs)
    letters = "".join(word.text for line in lines for word in line)
    recognised = 2 * sum(glyph.hidden for glyph in glyphs) > len(glyphs)
    state = _state(letters, 0.0 if recognised else drawn.picture, drawn.paths)
    if not letters or state is State.UNKNOWN:
        return None, state
    tables, lines = tables_of(lines, drawn.lines)
    return Sheet(number + 1, width if turned else height, lines, tables), state


def _state(letters: str, picture: float, paths: int) -> State:
    if len(letters) < _LITTLE_TEXT and picture >= _SCANNED:
        return State.PICTURE
    if not letters:
        return State.PICTURE if paths >= _OUTLINES else State.EMPTY
    unknown = sum(count for letter, count in Counter(letters).items() if not _is_known(letter))
    return State.UNKNOWN if unknown > _UNKNOWN * len(letters) and unknown >= min(_FEW, len(letters) / 2) else State.READ


def _is_known(letter: str) -> bool:
    """Whether a letter can stand in a Vietnamese text: Latin, or no letter of another script, and not of private use."""
    if letter == "\ufffd" or unicodedata.category(letter) in ("Cc", "Cn", "Co", "Cs"):
        return False
    return not letter.isalpha() or letter < "\u0370" or "\u1e00" <= letter <= "\u1eff" or letter in "\u03b1\u03b2\u03bc\u03c0"


