"""What a server sent, as a crawler kept it: taken out of its transfer and content encodings, and pages as text."""

from __future__ import annotations

import codecs
import re
import unicodedata
import zlib
from io import BytesIO
from typing import Any

from vankien.extractors.readers.contents import MOST_BYTES, decoded, encoding_of
from vankien.ontology.errors import InputError, UsageError
from vankien.ontology.optional import optional

_GZIP = b"\x1f\x8b"
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_META_WITHIN = 4096  # bytes; browsers look at 1024
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
# Western charsets: Vietnamese cannot be written in them, so what claims them is something else (an old font's letters).
_WESTERN = {"iso8859-1", "iso8859-15", "cp1252", "ascii", "latin-1"}
_SIP = 256  # bytes unpacked at once where the unpacking itself knows no limit
_STRAY = 1000  # letters for each that is broken in a page that is otherwise UTF-8


def payload(content: bytes, http: Any, name: str) -> bytes:
    """The body of an HTTP response; raises InputError for ``name`` where its encoding cannot be taken off.

    Crawlers often keep a body that is already decoded beside heads that say otherwise; then it is taken as it is.
    """
    if (http.get_header("Transfer-Encoding") or "").lower() == "chunked":
        content = optional("warcio.bufferedreaders", "warc").ChunkedDataReader(BytesIO(content)).read()
    encodings = [part.strip().lower() for part in (http.get_header("Content-Encoding") or "").split(",")]
    for encoding in reversed(encodings):
        content = _without(content, encoding, name)
    if len(content) > MOST_BYTES:
        raise InputError(name, f"longer than {MOST_BYTES // 1_000_000} MB: no single article")
    return content


def _without(content: bytes, encoding: str, name: str) -> bytes:
    if encoding in ("gzip", "x-gzip"):
        return _inflated(content, zlib.MAX_WBITS | 16, name) if content.startswith(_GZIP) else content
    if encoding == "deflate":
        for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
            try:
                return _inflated(content, bits, name)
            except zlib.error:
                continue
        return content
    if encoding in ("", "identity", "none") or _is_text(content):
        return content
    if encoding == "br":
        return _unbrotlied(content, name)
    raise InputError(name, f"packed by the server as {encoding[:20]}, which is not read")


def _inflated(content: bytes, bits: int, name: str) -> bytes:
    unzip = zlib.decompressobj(bits)
    try:
        unpacked = unzip.decompress(content, MOST_BYTES + 1)
    except zlib.error:
        if bits < 0 or bits > zlib.MAX_WBITS:
            raise InputError(name, "packed by the server, and damaged") from None
        raise
    if not unzip.eof and len(unpacked) <= MOST_BYTES:
        raise InputError(name, "cut short by the crawler")
    return unpacked


def _unbrotlied(content: bytes, name: str) -> bytes:
    try:
        brotli = optional("brotli", "warc")
    except UsageError:
        raise InputError(name, "packed by the server as br (Brotli): pip install brotli") from None
    unpack, pieces, length = brotli.Decompressor(), [], 0
    try:
        for at in range(0, len(content), _SIP):
            pieces.append(unpack.process(content[at : at + _SIP]))
            length += len(pieces[-1])
            if length > MOST_BYTES:
                break
    except brotli.error:
        raise InputError(name, "packed by the server, and damaged") from None
    if length <= MOST_BYTES and not unpack.is_finished():
        raise InputError(name, "cut short by the crawler")
    return b"".join(pieces)


def _is_text(content: bytes) -> bool:
    return content.lstrip()[:1] == b"<"


def page_text(content: bytes, content_type: str, name: str) -> str:
    """A page as text: by its mark, else as UTF-8 if it is, else as the server or the page itself says.

    Raises InputError where the charset is unknown or cannot hold Vietnamese, since a guess would invent letters.
    """
    marked = encoding_of(content)
    if marked != "utf-8":
        return decoded(content, marked, name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        charset = _charset(content, content_type)
    if charset == "utf-8":
        text = content.decode("utf-8", "replace")
        if text.count("\ufffd") * _STRAY <= len(text):
            return text
    elif charset and charset not in _WESTERN:
        try:
            return unicodedata.normalize("NFC", content.decode(charset))  # windows-1258 writes its tones apart
        except UnicodeDecodeError:
            raise InputError(name, f"declared as {charset}, but it is not") from None
    try:
        return decoded(content, "utf-8", name)
    except InputError:
        raise InputError(name, _undecided(charset)) from None


def _undecided(charset: str) -> str:
    if charset in _WESTERN:
        return f"declared as {charset}, in which Vietnamese cannot be written"
    return "declared as UTF-8, but it is not" if charset else "not UTF-8, and neither the server nor the page says what it is"


def _charset(content: bytes, content_type: str) -> str:
    """The charset that the server or the page names, by the name that Python gives it; empty if unknown."""
    found = _META.search(content[:_META_WITHIN])
    named = [match[1] for match in _CHARSET.finditer(content_type)]
    named += [group.decode("ascii", "ignore") for group in found.groups() if group] if found else []
    for name in named:
        try:
            info = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        if info._is_text_encoding:
            return info.name
    return ""
