"""The letters of one PDF page with their places, by PDFium.

Places are points (1/72 inch) from the page's upper left corner, as the text is read: a page whose text runs up or down is
turned, and text that runs across the rest (a watermark, a stamp) is left out.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Any

_BLANK = 32
_FAR_OFF = 1e6  # points: no page is so large
_UPRIGHT = 0.1  # share of a quarter turn by which a line may lean
_SAME = 0.01  # points
_OVERHANG = 0.03  # share of the size by which the horn of Ư is drawn beyond its advance, as in many fonts
_HORN = "\u031b"
# Only these: a ligature (ff) comes as its first letter, and is as much wider.
_HORNED = frozenset(code for code in (*range(0x1A0, 0x1B1), *range(0x1EDA, 0x1EF2)) if _HORN in unicodedata.normalize("NFD", chr(code)))


@dataclass(frozen=True, slots=True)
class Turned:
    """From a page's own coordinates (upwards from the lower left) to those of its text, turned by quarters."""

    turn: int
    x0: float = 0.0
    y0: float = 0.0

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """Points from the upper left corner.

        >>> Turned(1, 0, 0)(10, 700)
        (700, 10)
        """
        for _ in range(self.turn):
            x, y = y, -x
        return x - self.x0, self.y0 - y


@dataclass(slots=True)
class Glyph:
    """A letter, the blanks among them: its font, where it is set on which line, its edges and its font's size.

    ``right`` is where the next letter of its word would be set, though the letter may be drawn farther.
    ``hidden``: it is there to be found, not seen, as the letters that recognition lays over a scanned page.
    """

    letter: str
    font: str
    at: float
    base: float
    left: float
    right: float
    size: float
    hidden: bool = False


def glyphs_of(raw: Any, page: Any) -> tuple[Turned, list[Glyph]]:
    """How the page's text is turned, and its letters of that turn in the order of the file.

    ``raw`` is the module of PDFium's own functions, ``page`` a page of pypdfium2.
    """
    textpage = page.get_textpage()
    try:
        found = _letters(raw, textpage.raw)
    finally:
        textpage.close()
    turns = Counter(place.turn for _, place, *_ in found if place.turn >= 0)
    turn = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = page.get_cropbox()
    corners = [Turned(turn)(x, y) for x in (left, right) for y in (bottom, top)]
    at = Turned(turn, min(x for x, _ in corners), -min(y for _, y in corners))
    upright = [letter for letter in found if letter[1].turn == turn]
    return at, [_turned(letter, at) for letter in upright] if turn else [_placed(letter, at) for letter in upright]


@dataclass(frozen=True, slots=True)
class _Set:
    """How a piece of text is set: font, size in points, quarter turns (-1: any other angle), whether it is unseen.

    ``handle`` is PDFium's own font, ``across`` the size along the line, which differs where letters are stretched.
    """

    font: str
    size: float
    turn: int
    hidden: bool
    handle: Any
    across: float


_Edges = tuple[float, float, float, float]
_Letter = tuple[str, _Set, float, float, _Edges, float]


def _placed(letter: _Letter, at: Turned) -> Glyph:
    """A letter of a page that is not turned, which nearly all are: the same as below, in a third of the time."""
    sign, set, x, y, box, advance = letter
    return Glyph(sign, set.font, x - at.x0, at.y0 - y, box[0] - at.x0, min(box[2], x + advance) - at.x0, set.size, set.hidden)


def _turned(letter: _Letter, at: Turned) -> Glyph:
    sign, set, x, y, box, advance = letter
    (x0, _), (x1, _), (begin, base) = at(box[0], box[1]), at(box[2], box[3]), at(x, y)
    return Glyph(sign, set.font, begin, base, min(x0, x1), min(max(x0, x1), begin + advance), set.size, set.hidden)


def _letters(raw: Any, text: Any) -> list[_Letter]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    owner_of, unicode_of = raw.FPDFText_GetTextObject, raw.FPDFText_GetUnicode
    sets: dict[int, _Set] = {}
    names: dict[int, str] = {}
    found: list[_Letter] = []
    for i in range(raw.FPDFText_CountChars(text)):
        owner, code = owner_of(text, i), unicode_of(text, i)
        if not owner or (code == _BLANK and raw.FPDFText_IsGenerated(text, i) == 1):
            continue  # a blank or a line's end that PDFium adds of itself, by the order of the file
        key = ctypes.addressof(owner.contents)
        if key not in sets:
            sets[key] = _set(raw, text, i, owner, names)
        letter = chr(code) if 31 < code < 0xD800 else _unusual(raw, text, i, code)
        if raw.FPDFText_HasUnicodeMapError(text, i) == 1:
            letter = "\ufffd"
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        raw.FPDFText_GetLooseCharBox(text, i, box)
        if not all(abs(place) < _FAR_OFF for place in (x.value, y.value, box.left, box.right)):  # nor any that is no number
            continue
        edges, set = (box.left, box.bottom, box.right, box.top), sets[key]
        advance = _advance(raw, text, i, set, code, edges, (x.value, y.value)) if code in _HORNED else math.inf
        found.append((letter, set, x.value, y.value, edges, advance))
    return found


def _advance(raw: Any, text: Any, i: int, set: _Set, code: int, edges: _Edges, origin: tuple[float, float]) -> float:
    """How many points a letter moves the pen, if it is drawn farther; else without bound, so that its box counts."""
    width = ctypes.c_float()
    known = set.handle and set.turn >= 0 and raw.FPDFFont_GetGlyphWidth(set.handle, code, 1.0, width)
    if not known or width.value <= 0:
        return math.inf
    left, bottom, right, top = edges
    advance = width.value * set.across
    reach = (right - origin[0], top - origin[1], origin[0] - left, origin[1] - bottom)[set.turn]
    return advance if reach > advance + _OVERHANG * set.size and _ends_with_its_ink(raw, text, i, edges, set.turn) else math.inf


def _ends_with_its_ink(raw: Any, text: Any, i: int, edges: _Edges, turn: int) -> bool:
    """Whether a letter's box was widened to what is drawn; else its width is the font's, whatever that says of the letter's code."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, i, left, right, bottom, top)
    end = (2, 3, 0, 1)[turn]
    return abs((left, bottom, right, top)[end].value - edges[end]) < _SAME


def _unusual(raw: Any, text: Any, i: int, code: int) -> str:
    """A letter that is none of the usual ones; PDFium marks a hyphen at a line's end by a control character."""
    if code == 2 or raw.FPDFText_IsHyphen(text, i) == 1:
        return "-"
    if code in (9, 10, 13):
        return " "
    return chr(code) if 0xE000 <= code < 0x110000 else "\ufffd"


def _set(raw: Any, text: Any, i: int, owner: Any, names: dict[int, str]) -> _Set:
    font = raw.FPDFTextObj_GetFont(owner)
    key = ctypes.addressof(font.contents) if font else 0
    if key not in names:
        buffer = ctypes.create_string_buffer(256)
        length = raw.FPDFFont_GetBaseFontName(font, buffer, len(buffer)) if font else 0
        names[key] = buffer.raw[: max(min(length, len(buffer)) - 1, 0)].decode("utf-8", "replace")
    quarters = raw.FPDFText_GetCharAngle(text, i) / (math.pi / 2)
    turn = -round(quarters)
    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(owner, size)
    raw.FPDFText_GetMatrix(text, i, matrix)
    points = abs(size.value) * math.hypot(matrix.c, matrix.d)
    hidden = raw.FPDFTextObj_GetTextRenderMode(owner) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
    points = points if 0 < points < _FAR_OFF else 1.0
    across = points * math.hypot(matrix.a, matrix.b) / (math.hypot(matrix.c, matrix.d) or 1.0)
    return _Set(names[key], points, turn % 4 if abs(quarters + turn) < _UPRIGHT else -1, hidden, font, across)
