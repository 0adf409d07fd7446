"""The package of a Word file: what kind of archive it is, and a light copy of it that holds the parts of text alone.

The copy leaves out pictures and embedded files, and links to parts that are missing (damaged or careless writers leave such
links, and python-docx refuses the whole file for one). Parts are unpacked only up to a limit.
"""

from __future__ import annotations

import posixpath
import struct
import zlib
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from vankien.ontology.errors import InputError

MOST_UNPACKED = 200_000_000
"""Bytes of all text parts together: the markup of a long book has some ten million."""

_OLE = b"\xd0\xcf\x11\xe0"
_OLE_STREAMS = (  # names of streams in an old Office file, in the UTF-16 of its directory
    ("EncryptedPackage", "an Office file with a password: save it without one first"),
    ("WordDocument", "an old Word document (.doc): save it as .docx or .pdf first"),
    ("Workbook", "an old Excel workbook: save it as .pdf first"),
    ("PowerPoint Document", "an old PowerPoint presentation: save it as .pdf first"),
)
_OTHERS = (
    ("xl/", "an Excel workbook: save it as .pdf first"),
    ("ppt/", "a PowerPoint presentation: save it as .pdf first"),
    ("visio/", "a Visio drawing: save it as .pdf first"),
)
_MIME = (
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text: save it as .docx or .pdf first"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file: save it as .pdf first"),
    (b"application/epub+zip", "an EPUB book: convert it to .html or .pdf first"),
)
# Word's other names for the same: the strict variant of the format, and templates and files with macros.
SAME = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ),
    (
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ),
    (
        b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ),
)
_DAMAGE = (
    BadZipFile, EOFError, OSError, zlib.error, struct.error, ValueError, NotImplementedError, OverflowError,
    ElementTree.ParseError,
)  # fmt: skip


def light_copy(content: bytes, name: str) -> BytesIO:
    """The package of a Word document with its text parts only; raises InputError for anything else."""
    if content.startswith(_OLE):
        raise InputError(name, _old_office(content))
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _light(archive, name)
    except RuntimeError as error:  # what zipfile raises for a password
        raise InputError(name, "a zip archive with a password: unpack it first") from error
    except _DAMAGE as error:
        what = "Word document" if b"word/" in content else "zip archive"
        raise InputError(name, f"a damaged or incomplete {what}") from error


def _old_office(content: bytes) -> str:
    found = (reason for stream, reason in _OLE_STREAMS if stream.encode("utf-16-le") in content)
    return next(found, "an old Office file: save it as .docx or .pdf first")


def _light(archive: ZipFile, name: str) -> BytesIO:
    members = {info.filename: info for info in archive.infolist()}
    if not any(posixpath.dirname(path) == "word" and path.endswith(".xml") for path in members):
        raise InputError(name, _other(archive, members))
    kept = {path: info for path, info in members.items() if path.endswith((".xml", ".rels"))}
    if sum(info.file_size for info in kept.values()) > MOST_UNPACKED:
        raise InputError(name, f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB: no Word document")
    copy = BytesIO()
    with ZipFile(copy, "w", ZIP_STORED) as light:
        for path, info in kept.items():
            part = archive.read(info)
            for other, usual in SAME:
                part = part.replace(other, usual)
            light.writestr(ZipInfo(path), _linked(part, path, kept) if path.endswith(".rels") else part)
    copy.seek(0)
    return copy


def _other(archive: ZipFile, members: dict[str, ZipInfo]) -> str:
    """What a zip archive is that is no Word document, and what to do."""
    for folder, reason in _OTHERS:
        if any(path.startswith(folder) for path in members):
            return reason
    mime = members.get("mimetype")
    if mime and mime.file_size < 200:
        written = archive.read(mime)
        return next((reason for mark, reason in _MIME if written.startswith(mark)), "a zip archive: unpack it first")
    return "a zip archive: unpack it first"


def _linked(rels: bytes, path: str, kept: dict[str, ZipInfo]) -> bytes:
    """A part's links without those to parts that are not there (pictures and the like)."""
    root = ElementTree.fromstring(rels)
    base = posixpath.dirname(posixpath.dirname(path))
    for link in list(root):
        target = posixpath.normpath(posixpath.join("/", base, link.get("Target", ""))).lstrip("/")
        if link.get("TargetMode") != "External" and target not in kept:
            root.remove(link)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
