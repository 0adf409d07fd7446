"""What a file is, told from its first bytes; its suffix only decides where the bytes leave a choice.

A kind is text we read (``PLAIN``, ``PAGE``, ``LINES``); anything else is an :class:`InputError`
that says what the file is and what to do.
"""

from __future__ import annotations

import json
import re
from enum import Enum, auto

from vankien.extractors.readers.contents import head_text
from vankien.ontology.errors import InputError

HEAD = 1 << 16
"""Bytes looked at to tell the kind."""


class Kind(Enum):
    """The kinds of text that become articles."""

    PLAIN = auto()  # .txt, .md: one article
    PAGE = auto()  # HTML: one article
    LINES = auto()  # JSON Lines: one article a line


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
_COMMENTS = r"(?:<!--(?:(?!-->).)*+-->\s*+)*+"  # possessive: a page may begin with hundreds of them
_PAGE_START = re.compile(rf"\s*+(?:<\?xml[^>]*>\s*+)?{_COMMENTS}<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_TAG = re.compile(r"<(?:/?(?:p|div|span|h1|h2|table|br|a|meta|title)\b)[^>]*>", re.I)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MUCH_CONTROL = 0.02  # a stray form feed or escape happens in real dumps; more is no text


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
    text = head_text(head)
    if len(_CONTROL.findall(text)) > _MUCH_CONTROL * len(text):
        raise InputError(source, "not text (binary file)")
    if not text.strip():
        raise InputError(source, "empty file")
    if text.startswith("#!"):
        raise InputError(source, "a program, not an article")
    if suffix in _TABLES:
        raise InputError(source, f"a {suffix} file holds no articles; use .txt, .html or .jsonl")
    return _kind_of_text(text, suffix, source)


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
