"""Writing Vietnamese in the old encodings, as their keyboards did: the way back of what the readers do."""

from __future__ import annotations

import unicodedata

from vankien.extractors.readers.tables import rows

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TCVN3 = {row["letter"]: bytes.fromhex(row["byte"]) for row in rows("encodings/tcvn3.tsv")}
_VISCII = {row["letter"]: bytes.fromhex(row["byte"]) for row in rows("encodings/viscii.tsv")}
_VNI = {row["letter"]: row["written"].encode("cp1252") for row in rows("encodings/vni.tsv")}


def written(text: str, encoding: str) -> bytes:
    """A text's bytes; what the encoding lacks is a question mark. TCVN3 has accented capitals in fonts only: small letters."""
    return b"".join(_letter(char, encoding) for char in unicodedata.normalize("NFC", text))


def _letter(char: str, encoding: str) -> bytes:
    if encoding == "windows-1258":
        return _with_marks(char)
    table = {"TCVN3": _TCVN3, "VISCII": _VISCII, "VNI": _VNI}[encoding]
    return table.get(char) or table.get(char.lower()) or char.encode("ascii" if encoding == "VISCII" else "cp1252", "replace")


def _with_marks(char: str) -> bytes:
    """A letter of windows-1258, its tone after it where the letter has no byte of its own."""
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        apart = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES))
        return (base + "".join(mark for mark in apart if mark in _TONES)).encode("cp1258", "replace")


def shown(content: bytes) -> str:
    """Bytes as a program shows them that takes them for windows-1252."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in content)
