"""Text set in a font of an old encoding: its characters are windows-1252 letters, its shapes Vietnamese ones.

Which fonts these are is data (fonts.tsv). Names come from Word and PDF files (``ABCDEF+.VnTimeH-Bold``)
and from web pages (``face=".VnTime"``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from collections.abc import Sequence

from vankien.extractors.readers.encodings.charsets import ENCODINGS
from vankien.extractors.readers.encodings.judging import score
from vankien.extractors.readers.tables import rows

_SUBSET = re.compile(r"\A[A-Z]{6}\+")
_STYLE = re.compile(r"(?:[\s,_-]*(?:bold|italic|oblique|regular|normal|mt|ps))+\Z", re.I)
_PRIVATE = dict.fromkeys(range(0xF020, 0xF100), "")  # symbol fonts: Word adds F000 to the byte
_PRIVATE.update({code: chr(code - 0xF000) for code in _PRIVATE})
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
