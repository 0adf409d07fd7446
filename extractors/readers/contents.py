"""Bytes of a file as text: UTF-8 with or without its mark, UTF-16 and UTF-32 with theirs, or an old encoding.

Old Vietnamese encodings (TCVN3, VNI, windows-1258, VISCII) look alike in bytes, and a guess would invent
letters: bytes that are no UTF-8 are read by the one that explains them clearly better than the others
(:mod:`vankien.extractors.readers.encodings`), else refused with the first bad byte.
"""

from __future__ import annotations

import codecs
from typing import IO

from vankien.extractors.readers.encodings import NAMES, declared, in_capitals, mixed, recognised
from vankien.ontology.errors import InputError

MOST_BYTES = 50_000_000
"""A single article (a text, a page, a record) is never longer."""

# Longer marks first: FF FE is also the beginning of FF FE 00 00 (UTF-32).
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(head: bytes) -> str:
    """The Unicode encoding that the first bytes announce, else UTF-8.

    >>> encoding_of(b"\\xff\\xfeT\\x00")
    'utf-16'
    """
    return next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")


def text_of(stream: IO[bytes], encoding: str, name: str) -> str:
    """All of a stream as text; an :class:`InputError` for ``name`` if it is too long or wrongly encoded."""
    return decoded(bytes_of(stream, name), encoding, name)


def bytes_of(stream: IO[bytes], name: str) -> bytes:
    """All of a stream; an :class:`InputError` for ``name`` if it is too long."""
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise InputError(name, f"longer than {MOST_BYTES // 1_000_000} MB: no single article")
    return content


def decoded(content: bytes, encoding: str, name: str) -> str:
    """Bytes as text, or an :class:`InputError` that names the file and the first bad byte.

    What is no UTF-8 is read in the old encoding that explains it, or that a page declares, if its bytes agree.
    """
    try:
        return codecs.getincrementaldecoder(encoding)().decode(content, final=True)
    except UnicodeDecodeError as error:
        label, at = encoding.removesuffix("-sig").upper(), error.start
    if label != "UTF-8" or content.startswith(codecs.BOM_UTF8):
        raise InputError(name, f"not {label} (byte {at}); convert it to UTF-8 first")
    verdict = recognised(content)
    text = verdict.text or declared(content)
    if text:
        return text if text.lstrip().startswith("{") else in_capitals(text)  # no page, but a record: kept as it is
    if len(parts := mixed(content)) > 1:
        raise InputError(name, f"not UTF-8 (byte {at}): its lines are in {' and '.join(parts)}; convert each part to UTF-8 by itself")
    none = f"none of {', '.join(NAMES)} explains it"
    doubt = f"{' and '.join(verdict.rivals)} explain it alike" if len(verdict.rivals) > 1 else none
    raise InputError(name, f"not UTF-8 (byte {at}); convert it to UTF-8 first: {doubt}")


def head_text(head: bytes) -> str:
    """The first bytes as text to tell the kind by; what cannot be decoded is U+FFFD."""
    return head.decode(encoding_of(head), "replace")
