"""Text set in a font of an old encoding: its characters are windows-1252 letters, its shapes Vietnamese ones.

Which fonts these are is data (fonts.tsv). Names come from Word and PDF files (``ABCDEF+.VnTimeH-Bold``)
and from web pages (``face=".VnTime"``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from vankien.extractors.readers.encodings.charsets import ENCODINGS
from vankien.extractors.readers.encodings.judging import score
from vankien.extractors.readers.tables import rows

_SUBSET = re.compile(r"\A[A-Z]{6}\+")
_STYLE = re.compile(r"(?:[\s,_-]*(?:bold|italic|oblique|regular|normal|mt|ps))+\Z", re.I)
_PRIVATE = dict.fromkeys(range(0xF020, 0xF100), "")  # symbol fonts: Word adds F000 to the byte
_PRIVATE.update({code: chr(code - 0xF000) for code in _PRIVATE})
_SET = re.compile(  # no text set in one font is longer than 20,000 code points
    r"<(?P<tag>font|span|p|b|td)\b[^<>]*?(?:face\s*=|font-family\s*:)(?P<names>[^<>]*)>(?P<inside>.{0,20000}?)</(?P=tag)\s*>",
    re.I | re.S,
)
_NAME = re.compile(r"[\w.-][\w. -]*")
_WORDS = re.compile(r"(<[^>]*>|&#?\w+;)")
_READ = {encoding.name: encoding.read for encoding in ENCODINGS}


@lru_cache(maxsize=1024)
def encoding_of_font(font: str) -> tuple[str, bool]:
    """The encoding of a font by its name, and whether it shows small letters as capitals; ``("", False)`` for others.

    >>> encoding_of_font("ABCDEF+.VnTimeH-Bold"), encoding_of_font("VNI-Times"), encoding_of_font("Times New Roman")
    (('TCVN3', True), ('VNI', False), ('', False))
    """
    name = _STYLE.sub("", _SUBSET.sub("", font.strip().strip("'\""))).lower()
    for row in rows("encodings/fonts.tsv"):
        if name.startswith(row["begin"]):
            return row["encoding"], bool(row["capitals"]) and name.endswith(row["capitals"])
    return "", False


def from_font(text: str, font: str) -> str:
    """Text as it is seen in a font: Unicode for the fonts of old encodings, the text itself for any other.

    Text that is Unicode already under such a font (a document converted without its styles) stays as it is.

    >>> from_font("§¶ng céng s¶n", ".VnTimeH"), from_font("Ñaûng", "VNI-Times"), from_font("Đảng", ".VnTime")
    ('ĐẢNG CỘNG SẢN', 'Đảng', 'Đảng')
    """
    encoding, capital = encoding_of_font(font)
    if not encoding:
        return text
    found = _READ[encoding](text.translate(_PRIVATE))
    if found is None or score(text).good > score(found).good:
        return text
    return found.upper() if capital else found


def from_fonts(runs: Sequence[tuple[str, str]]) -> str:
    """The runs of a line (text, font) as one text; a letter may be parted between two runs of one encoding.

    >>> from_fonts([("Ta", "VNI-Times"), ("ïp chí ", "VNI-Times,Italic"), ("Vĩnh", "Arial")])
    'Tạp chí Vĩnh'
    """
    stretches = groupby(runs, key=lambda run: encoding_of_font(run[1]))
    return "".join(_stretch(list(stretch)) for _, stretch in stretches)


def _stretch(runs: list[tuple[str, str]]) -> str:
    return from_font("".join(text for text, _ in runs), runs[0][1])


def in_capitals(page: str) -> str:
    """The source of a web page with the text that a font shows in capitals as capitals (``<font face=".VnTimeH">``).

    >>> in_capitals('<p><font face=".VnTimeH" size=3>nghị&nbsp;<i>quyết</i></font> số 5</p>')
    '<p><font face=".VnTimeH" size=3>NGHỊ&nbsp;<i>QUYẾT</i></font> số 5</p>'
    """
    return _SET.sub(_capitals, page)


def _capitals(found: re.Match[str]) -> str:
    whole, inside = found.group(), found["inside"]
    first = _NAME.search(found["names"])
    if not first or not encoding_of_font(first.group())[1]:
        return whole
    shown = "".join(part if k % 2 else part.upper() for k, part in enumerate(_WORDS.split(inside)))
    at = found.start("inside") - found.start()
    return f"{whole[:at]}{shown}{whole[at + len(inside):]}"
