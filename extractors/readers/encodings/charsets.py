"""The old Vietnamese encodings as readings of one view: the text that windows-1252 makes of the bytes.

That view is also how such text is met in Unicode: copied from a document set in .VnTime or VNI-Times
(``C«ng hoµ``, ``Coäng hoøa``), or decoded wrongly by a program. So one reading serves bytes and text.
The letters are data (tcvn3.tsv, vni.tsv, viscii.tsv); windows-1258 is Python's codec, its marks composed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from vankien.extractors.readers.encodings.capitals import capitals
from vankien.extractors.readers.encodings.judging import score
from vankien.extractors.readers.tables import rows

_HOLES = {code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}  # bytes that windows-1252 lacks
_BYTES = {chr(code): code for code in range(256) if code not in range(0x80, 0xA0) or code in _HOLES} | {
    bytes([code]).decode("cp1252"): code for code in range(0x80, 0xA0) if code not in _HOLES
}
_SHOWN = {code: char for char, code in _BYTES.items()}
# What programs put for characters of the view: the bullet operator for the middle dot where a text was copied ...
_COPIED = {0x2219: "\u00b7", 0x2022: "\u00b7", 0x03BC: "\u00b5", 0x2011: "\u00ad"}
# ... and windows-1258 where Vietnamese Windows opened a file of TCVN3: other letters on a few bytes.
_COPIED.update({ord(char): chr(code) for code in range(0xA0, 0x100) if (char := bytes([code]).decode("cp1258")) != chr(code)})
_LONG = 80  # words: of 4,400 articles only one of that length has no such letter
_SIGNS = "\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2020\u2022\u2026\u20ac\u2122"  # of windows-1252, in every font


@dataclass(frozen=True)
class Encoding:
    """An old encoding: the name users know it by, and its reading of a view (None where the view is not written in it)."""

    name: str
    read: Callable[[str], str | None]
    in_text: bool
    """Whether text in Unicode is met in it: TCVN3 and VNI, since fonts showed them."""


def shown_as(code: int) -> str:
    """The character that a byte is in the view.

    >>> shown_as(0x93), shown_as(0xB5)
    ('“', 'µ')
    """
    return _SHOWN[code]


def view(content: bytes) -> str:
    """Bytes as windows-1252 shows them, one character a byte; what it lacks is the control character of that number."""
    return "".join(map(_SHOWN.__getitem__, content))


def as_bytes(text: str) -> bytes | None:
    """The bytes of which a text is the view (windows-1252 or ISO 8859-1); None if it holds any other character."""
    try:
        return bytes([_BYTES[char] if char in _BYTES else ord(char) for char in text])
    except ValueError:  # a character above 255
        return None


@cache
def _tcvn3_table() -> dict[str, str]:
    return {chr(int(row["byte"], 16)): row["letter"] for row in rows("encodings/tcvn3.tsv")}


def tcvn3(shown: str) -> str | None:
    """A view read as TCVN3; its accented letters stand in small letters, but in words of capitals they are capitals.

    >>> tcvn3("C«ng hoµ x· héi"), tcvn3("Déjà vu")
    ('Công hoà xã hội', None)
    """
    table, text = _tcvn3_table(), shown.translate(_COPIED)
    if any(not (char.isascii() or char in table or char in _SIGNS or _neutral(char)) for char in set(text)):
        return None
    read = "".join(table.get(char, char) for char in text)
    return None if _has_lost_a_letter(read) else capitals(read)


def _has_lost_a_letter(read: str) -> bool:
    """Whether a long text has no ``ư``: its byte is the soft hyphen, which many programs drop (``ng­êi`` and ``ngêi``)."""
    return "ư" not in read and score(read).words >= _LONG


def _neutral(char: str) -> bool:
    """Whether a character beyond the view is no letter: typography that any text may hold."""
    return ord(char) > 0xFF and not char.isalpha() and not unicodedata.combining(char)


@cache
def _vni_tables() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """Pattern of what is written (longest first), its letters, and the signs that must not stand alone."""
    letters = {row["written"]: row["letter"] for row in rows("encodings/vni.tsv")}
    for written, letter in list(letters.items()):
        letters.setdefault(written[0] + written[1:].swapcase(), letter)  # a sign in the other case
    longest = sorted(letters, key=lambda written: (-len(written), written))
    signs = frozenset("".join(written[1:] for written in letters))
    return re.compile("|".join(map(re.escape, longest))), letters, signs


def vni(shown: str) -> str | None:
    """A view read as VNI for Windows; None where a sign stands on no letter that carries it.

    >>> vni("Coäng hoøa xaõ hoäi"), vni("ÑAÛNG UÛY"), vni("Déjà vu")
    ('Cộng hòa xã hội', 'ĐẢNG ỦY', None)
    """
    pattern, letters, _ = _vni_tables()
    rest = pattern.sub("", shown)
    if any(char.isalpha() and not char.isascii() or unicodedata.combining(char) for char in rest):
        return None
    return pattern.sub(lambda match: letters[match.group()], shown)


def cp1258(shown: str) -> str | None:
    """A view read as windows-1258, with its marks composed.

    >>> cp1258("Ð\\u00e0ng Nam \\u00d0\\u00f4\\u00ecng")
    'Đàng Nam Đống'
    """
    content = as_bytes(shown)
    if content is None:
        return None
    try:
        return unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError:
        return None


@cache
def _viscii_table() -> dict[int, str]:
    table = {int(row["byte"], 16): row["letter"] for row in rows("encodings/viscii.tsv")}
    return {code: table.get(code, chr(code)) for code in range(256)}


def viscii(shown: str) -> str | None:
    """A view read as VISCII."""
    content, table = as_bytes(shown), _viscii_table()
    return None if content is None else "".join(table[code] for code in content)


ENCODINGS = (
    Encoding("TCVN3", tcvn3, in_text=True),
    Encoding("VNI", vni, in_text=True),
    Encoding("windows-1258", cp1258, in_text=False),
    Encoding("VISCII", viscii, in_text=False),
)
