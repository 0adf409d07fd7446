"""Old Vietnamese encodings: TCVN3 (ABC), VNI, windows-1258, VISCII, and UTF-8 read as windows-1252 or ISO 8859-1.

Bytes and text alike are converted only where one encoding explains them clearly better than every other:
its words are Vietnamese syllables, those of the others are not. In doubt nothing is converted.
"""

from vankien.extractors.readers.encodings.charsets import ENCODINGS
from vankien.extractors.readers.encodings.fonts import from_font, from_fonts, in_capitals
from vankien.extractors.readers.encodings.judging import Verdict
from vankien.extractors.readers.encodings.recognising import declared, mixed, recognised
from vankien.extractors.readers.encodings.repair import garbled, repaired, repaired_page

NAMES = tuple(encoding.name for encoding in ENCODINGS)
"""The encodings that bytes are tried as."""

__all__ = [
    "NAMES", "Verdict", "declared", "from_font", "from_fonts", "garbled", "in_capitals", "mixed", "recognised", "repaired",
    "repaired_page",
]  # fmt: skip
