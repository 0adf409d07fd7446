"""What a file is, told from its first bytes; its suffix only decides where the bytes leave a choice.

A kind is text we read (``PLAIN``, ``PAGE``, ``LINES``); anything else is an :class:`InputError`
that says what the file is and what to do.
"""

from __future__ import annotations

import codecs
import json
import re
from enum import Enum, auto

from vankien.ontology.errors import InputError

HEAD = 1 << 16
"""Bytes looked at to tell the kind."""


class Kind(Enum):
    """The kinds of text that become articles."""

    PLAIN = auto()  # .txt, .md: one article
    PAGE = auto()  # HTML: one article
    LINES = auto()  # JSON Lines: one article a line


# Longer marks first: FF FE is the beginning of FF FE 00 00 (UTF-32).
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_YET = "not read by this version, also not with the extra vankien[all]; save it as .txt or .html first"
_FORMATS = (
    (b"%PDF-", f"a PDF file: {_NOT_YET}"),
    (b"{\\rtf", f"an RTF file: {_NOT_YET}"),
    (b"\xd0\xcf\x11\xe0", f"an old Office file: {_NOT_YET}"),
    (b"WARC/", f"a WARC archive: {_NOT_YET}"),
)
_TABLES = {".csv", ".tsv", ".xml", ".yaml", ".yml", ".toml"}
_LINES_SUFFIXES = {".jsonl", ".ndjson"}
_PAGE_SUFFIXES = {".html", ".htm", ".xhtml"}
_PAGE_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_TAG = re.compile(r"<(?:/?(?:p|div|span|h1|h2|table|br|a|meta|title)\b)[^>]*>", re.I)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MUCH_CONTROL = 0.02  # a stray form feed or escape happens in real dumps; more is no text


def encoding_of(head: bytes) -> str:
    """The Unicode encoding that the bytes announce, else UTF-8.

    >>> encoding_of(b"\\xff\\xfeT\\x00")
    'utf-16'
    """
    return next((name for bom, name in _BOMS if head.startswith(bom)), "utf-8")


def kind_of(head: bytes, suffix: str, source: str) -> Kind:
    """Kind of a file by its first bytes and (lower-case) suffix; ``source`` names it in errors.

    >>> kind_of(b'{"text": "..."}', ".txt", "a.txt")
    <Kind.LINES: 3>
    """
    for magic, reason in _FORMATS:
        if head.startswith(magic):
            raise InputError(source, reason)
    if head.startswith(b"PK\x03\x04"):
        word = b"word/" in head or suffix == ".docx"
        raise InputError(source, f"a Word document: {_NOT_YET}" if word else "a zip archive: unpack it first")
    text = _beginning(head, source)
    if not text.strip():
        raise InputError(source, "empty file")
    if suffix in _TABLES:
        raise InputError(source, f"a {suffix} file holds no articles; use .txt, .html or .jsonl")
    return _kind_of_text(text, suffix, source)


def _beginning(head: bytes, source: str) -> str:
    """The first bytes as text; a character cut off at the end is no fault."""
    try:
        text = codecs.getincrementaldecoder(encoding_of(head))().decode(head, final=False)
    except UnicodeDecodeError as error:
        # windows-1258, TCVN3 and VNI pages look alike in bytes: guessing would invent letters
        if b"\x00" in head:
            raise InputError(source, "not text (binary file)") from None
        raise InputError(source, f"not UTF-8 (byte {error.start}); convert it to UTF-8 first") from None
    if len(_CONTROL.findall(text)) > _MUCH_CONTROL * len(text):
        raise InputError(source, "not text (binary file)")
    return text


def _kind_of_text(text: str, suffix: str, source: str) -> Kind:
    if suffix in _LINES_SUFFIXES or _is_record(text):
        return Kind.LINES
    if suffix == ".json" or re.match(r'\s*\[\s*\{\s*"', text):
        raise InputError(source, "JSON, but not JSON Lines: one record a line, with a field text")
    if _PAGE_START.match(text) or (suffix in _PAGE_SUFFIXES and _TAG.search(text)):
        return Kind.PAGE
    return Kind.PLAIN


def _is_record(text: str) -> bool:
    """Whether the first line is a JSON object (or begins one that is longer than the head)."""
    first = text.lstrip().partition("\n")[0]
    if not re.match(r'\{\s*"', first):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return len(text) >= HEAD // 4 and "\n" not in text
