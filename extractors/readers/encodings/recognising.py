"""Bytes that are no Unicode: the old encoding that explains them, or the one that a page declares."""

from __future__ import annotations

import re

from vankien.extractors.readers.encodings.charsets import ENCODINGS, view
from vankien.extractors.readers.encodings.judging import Verdict, judge, score

_DECLARED = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_WITHIN = 4096  # bytes in which a page declares its encoding (HTML: 1024; old pages have more before it)
_LABELS = {
    "windows-1258": "windows-1258", "cp1258": "windows-1258", "x-cp1258": "windows-1258",
    "viscii": "VISCII", "csviscii": "VISCII", "x-viet-viscii": "VISCII",
    "tcvn": "TCVN3", "x-viet-tcvn": "TCVN3", "x-viet-tcvn5712": "TCVN3", "x-viet-vni": "VNI",
}  # fmt: skip
_WESTERN = {"windows-1252", "cp1252", "iso-8859-1", "latin1"}
_LINES = 1000  # of a mixed file that are looked at
_MOSTLY = 0.9  # of a line's marked words
_FEW = 0.3  # marked words of all words: French has fewer, Vietnamese far more


def recognised(content: bytes) -> Verdict:
    """The old encoding that explains bytes which are no UTF-8, and their text (NFC)."""
    shown = view(content)
    return judge(shown, ((encoding.name, encoding.read(shown)) for encoding in ENCODINGS))


def mixed(content: bytes) -> tuple[str, ...]:
    """The encodings that explain single lines of bytes which none explains as a whole: files put together from parts.

    >>> mixed("Đảng bộ\\n".encode() + "Céng hßa x· héi chñ nghÜa ViÖt Nam".encode("cp1252")), mixed(b"caf\\xe9")
    (('TCVN3', 'UTF-8'), ())
    """
    names = set[str]()
    for line in content.split(b"\n", _LINES)[:_LINES]:
        if not line.isascii():
            names.add(_of_line(line))
    return tuple(sorted(names - {""}))


def _of_line(line: bytes) -> str:
    try:
        found = score(line.decode("utf-8"))
    except UnicodeDecodeError:
        return recognised(line).name
    return "UTF-8" if found.good and found.share >= _MOSTLY else ""


def declared(content: bytes) -> str:
    """The text of a page in the encoding that it declares, if its bytes agree; else nothing.

    For a Vietnamese encoding all marked words must be syllables. ISO 8859-1 and windows-1252, which careless
    programs declare for anything, are believed only of text with few marked words, as English or French has.

    >>> declared(b"<meta charset=iso-8859-1><p>A caf\\xe9 in the old quarter of the town")[-4:], declared(b"caf\\xe9")
    ('town', '')
    """
    label = _DECLARED.search(content[:_WITHIN])
    name = label[1].decode("ascii").lower() if label else ""
    shown = view(content)
    if name in _WESTERN:
        found, broken = score(shown), not content.decode("utf-8", "ignore").isascii()  # UTF-8 with a bad byte or two
        return shown if found.marked <= _FEW * found.words and not broken else ""
    for encoding in ENCODINGS:
        text = encoding.read(shown) if encoding.name == _LABELS.get(name) else None
        if text is not None and score(text).share == 1.0:
            return text
    return ""
