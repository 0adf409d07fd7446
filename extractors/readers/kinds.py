"""What a file is, told from its first bytes; its suffix only decides where the bytes leave a choice.

A kind is something we read; anything else is an :class:`InputError` that says what the file is and what to do.
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
    """The kinds of files that become articles."""

    PLAIN = auto()  # .txt, .md: one article
    PAGE = auto()  # HTML: one article
    LINES = auto()  # JSON Lines: one article a line
    OFFICE = auto()  # a zip archive or an old Office file: what is inside says whether it is a Word document
    PDF = auto()  # one article
    WARC = auto()  # a web archive: an article a page


_OFFICE = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"\xd0\xcf\x11\xe0")
_REFUSED = (
    (b"{\\rtf", "an RTF file: save it as .docx or .pdf first"),
    (b"filedesc://", "an ARC archive, which came before WARC: convert it with `warcio recompress` first"),
)
_WARC = b"WARC/"
_PDF = re.compile(rb"%PDF-\d\.\d")
_PDF_WITHIN = 1024  # bytes of junk before the mark that PDF readers forgive (PDF Reference 1.7, appendix H, note 13)
_PDF_OBJECT = re.compile(rb"\d+ \d+ obj\b")
_PROGRAM = "a program, not an article"
_TABLES = {".csv", ".tsv", ".xml", ".yaml", ".yml", ".toml"}
_PROGRAMS = set(
    ".py .pyw .pyi .ipynb .js .mjs .cjs .ts .tsx .jsx .vue .css .scss .less .php .rb .pl .pm .lua .r .jl .sql .sh .bash .zsh .fish"
    " .bat .cmd .ps1 .vbs .bas .c .h .cc .cpp .cxx .hpp .cs .java .kt .kts .scala .groovy .go .rs .swift .dart .asm".split()
)
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
    for magic, reason in _REFUSED:
        if head.startswith(magic):
            raise InputError(source, reason)
    if head.startswith(_OFFICE):
        return Kind.OFFICE
    if _is_pdf(head):
        return Kind.PDF
    if head.lstrip().startswith(_WARC) or (suffix == ".warc" and _WARC in head):
        return Kind.WARC
    text = head_text(head)
    if len(_CONTROL.findall(text)) > _MUCH_CONTROL * len(text):
        raise InputError(source, "not text (binary file)")
    if not text.strip():
        raise InputError(source, "empty file")
    if text.startswith("#!"):
        raise InputError(source, _PROGRAM)
    if suffix in _TABLES:
        raise InputError(source, f"a {suffix} file holds no articles; use .txt, .html or .jsonl")
    return _kind_of_text(text, suffix, source)


def _is_pdf(head: bytes) -> bool:
    """Whether a PDF's mark opens the file, or stands after some junk and its objects follow."""
    found = _PDF.search(head, 0, _PDF_WITHIN)
    return head.startswith(b"%PDF-") or (found is not None and bool(_PDF_OBJECT.search(head, found.end())))


def _kind_of_text(text: str, suffix: str, source: str) -> Kind:
    if suffix in _LINES_SUFFIXES or _is_record(text):
        return Kind.LINES
    if suffix == ".json" or re.match(r'\s*\[\s*\{\s*"', text):
        raise InputError(source, "JSON, but not JSON Lines: one record a line, with a field text")
    if _PAGE_START.match(text) or (suffix in _PAGE_SUFFIXES and _TAG.search(text)):
        return Kind.PAGE
    if suffix in _PROGRAMS:  # but index.php as a browser saves it is a page
        raise InputError(source, _PROGRAM)
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
