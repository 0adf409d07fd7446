"""Numbers of congresses, plenums and sessions as the press writes them: XIII, 13, thứ mười ba.

All three stand for the same number (domain notes 3.1: Roman, Arabic and spelt numerals occur side by side).
"""

from __future__ import annotations

import re

_UNITS = {
    "một": 1, "nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_UNIT = "|".join(_UNITS)

WORD = rf"(?:hai|ba)\smươi(?:\s(?:mốt|{_UNIT}))?|mười(?:\s(?:{_UNIT}))?|{_UNIT}"
"""Pattern of a number in words, up to 39 (``mười ba``); only after ``thứ``: ``năm`` also means year."""

FIGURE = r"(?:[IVXL]{1,7}|\d{1,2})(?![\w/]|[.,]\d)"
"""Pattern of a number in Roman or Arabic figures; no part of a date or of a larger number."""

NUMBER = rf"(?:(?:lần\s(?:thứ\s)?|thứ\s)(?:{FIGURE}|(?:{WORD})(?!\w))|{FIGURE})"
"""Pattern of an ordinal with or without ``lần thứ`` (the so-manieth time)."""

_LEAD = re.compile(r"(?:lần\s)?(?:thứ\s)?", re.IGNORECASE)


def roman(text: str) -> int | None:
    """Value of a Roman numeral in its one correct form; None for anything else.

    >>> roman("XIV"), roman("IIX")
    (14, None)
    """
    total = 0
    for this, following in zip(text, text[1:] + " ", strict=True):
        value = _ROMAN.get(this, 0)
        total += -value if value < _ROMAN.get(following, 0) else value
    return total if total and to_roman(total) == text else None


def to_roman(number: int) -> str:
    """Roman numeral of a number from 1 to 89.

    >>> to_roman(14)
    'XIV'
    """
    signs = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for value, sign in signs:
        out += sign * (number // value)
        number %= value
    return out


def number(text: str) -> int | None:
    """The number that an ordinal says, in any of the three writings.

    >>> number("lần thứ mười hai"), number("XIII"), number("lần 14"), number("thứ năm")
    (12, 13, 14, 5)
    """
    text = text[_LEAD.match(text).end() :].strip()  # type: ignore[union-attr]
    if text.isdigit():
        return int(text)
    if text.isupper():
        return roman(text)
    return _spelt(text.lower())


def _spelt(text: str) -> int | None:
    tens, _, unit = text.rpartition("mươi")
    if tens:
        return _UNITS[tens.strip()] * 10 + (1 if unit.strip() == "mốt" else _UNITS.get(unit.strip(), 0))
    if text.startswith("mười"):
        return 10 + _UNITS.get(text[4:].strip(), 0)
    return _UNITS.get(text)
