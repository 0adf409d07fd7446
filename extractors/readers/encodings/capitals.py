"""Capitals in text from TCVN3, which has no accented ones: in a word of capitals its small letters are capitals.

Fonts whose names end in H show all letters as capitals; where the font is known, :mod:`.fonts` restores
them. In plain text only what was typed tells: ``HéI NGHÞ`` (capitals but for the accented letters) gives
``HỘI NGHỊ``; ``héi nghÞ`` stays small, though the paper may have shown it in capitals.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"[A-ZĂÂĐÊÔƠƯ][^\W\d_]*[A-ZĂÂĐÊÔƠƯ]")


def capitals(text: str) -> str:
    """A text with the words of capitals made whole; a line of nothing but such words is capitals altogether.

    >>> capitals("NGHị QUYếT Về XâY DựNG"), capitals("Đảng ta"), capitals("Ở Hà Nội")
    ('NGHỊ QUYẾT VỀ XÂY DỰNG', 'Đảng ta', 'Ở Hà Nội')
    """
    return "".join(map(_line, text.splitlines(keepends=True))) if _MIXED.search(text) else text


def _line(line: str) -> str:
    words = _WORD.findall(line)
    long = [word for word in words if sum(char.isascii() for char in word) > 1]
    if long and all(map(_typed_as_capitals, words)) and any(map(_typed_twice, words)):
        return line.upper()
    return _WORD.sub(lambda match: match.group().upper() if _typed_twice(match.group()) else match.group(), line)


def _typed_as_capitals(word: str) -> bool:
    """Whether all letters that have capitals in TCVN3 are capitals."""
    return not any(char.isascii() and char.islower() for char in word)


def _typed_twice(word: str) -> bool:
    """Whether a word has two capitals and no small letter but accented ones."""
    return _typed_as_capitals(word) and sum(char.isupper() for char in word) > 1
