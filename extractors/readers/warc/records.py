"""Records of a web archive, one by one; a broken record is told and passed over.

warcio reads a record's heads. Its own iterator is not used: it stops at the first damage and writes to the screen.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple

from vankien.extractors.readers.contents import MOST_BYTES
from vankien.extractors.readers.warc.packed import Content
from vankien.ontology.optional import optional

# Its messages about strange addresses belong to whoever sets up logging, not on the user's screen.
logging.getLogger("warcio").addHandler(logging.NullHandler())

_CHUNK = 1 << 16


class Record(NamedTuple):
    """A record: its number from 1, its address, its warcio heads, and its content (None if it was not wanted or is too long)."""

    number: int
    uri: str
    heads: Any
    content: bytes | None
    long: bool = False


class Damage(NamedTuple):
    """A record that cannot be read: its number, its address if it is known, and the reason."""

    number: int
    uri: str
    reason: str


class _Broken(Exception):
    pass


class Records:
    """The records of a stream; ``wanted`` tells from its heads whether a record's content is to be read."""

    def __init__(self, stream: IO[bytes], wanted: Callable[[Any], bool]) -> None:
        self._content = Content(stream)
        self._wanted = wanted
        self._loader = optional("warcio.recordloader", "warc").ArcWarcRecordLoader(verify_http=False, arc2warc=False)
        self._number = 0
        self._uri = ""

    def __iter__(self) -> Iterator[Record | Damage]:
        """Each record or what is wrong with it, in the order of the file."""
        line: bytes = b""
        late: Exception | None = None  # damage met on the way to the next record
        while True:
            place, before = self._content.place, self._number
            try:
                if late is not None:
                    raise late
                line = line or self._content.first_line()
                if not line:
                    return
                place = self._content.place
                record = self._record(line)
                line, late = self._following()
                yield record
            except Exception as error:  # a file can hold anything, and warcio promises no errors of its own
                uri = self._uri if self._number > before else ""
                self._number = max(self._number, before + 1)
                damaged = isinstance(error, zlib.error | EOFError | OSError)
                yield Damage(self._number, uri, f"damaged at byte {place:,} ({_reason(error)})")
                line, late = self._after(place, damaged)
                if not line and late is None:
                    return

    def _record(self, line: bytes) -> Record:
        self._number += 1
        self._uri = ""
        if not line.startswith(b"WARC/"):
            raise _Broken("no record begins here")
        heads = self._loader.parse_record_stream(self._content.file, line, "warc")
        self._uri = heads.rec_headers.get_header("WARC-Target-URI") or ""
        if heads.length is None:
            raise _Broken("its length is not told")
        wanted = self._wanted(heads)
        stream = heads.raw_stream
        content = stream.read(MOST_BYTES + 1) if wanted else None
        while stream.limit > 0:
            if not stream.read(_CHUNK):
                raise _Broken("cut short")
        if content is not None and len(content) > MOST_BYTES:
            return Record(self._number, self._uri, heads, None, long=True)
        return Record(self._number, self._uri, heads, content)

    def _following(self) -> tuple[bytes, Exception | None]:
        """The first line of the next record; raises if what follows is none, for then this record's length is wrong."""
        try:
            line = self._content.first_line()
        except (zlib.error, EOFError, OSError) as error:
            return b"", error
        if line and not line.startswith(b"WARC/"):
            raise _Broken("its length is wrong")
        return line, None

    def _after(self, place: int, damaged: bool) -> tuple[bytes, Exception | None]:
        try:
            return self._content.line_after(place, damaged), None
        except (zlib.error, EOFError, OSError) as error:
            return b"", error


def _reason(error: Exception) -> str:
    if isinstance(error, zlib.error):
        return "it cannot be unpacked"
    if isinstance(error, EOFError):
        return "cut short"
    return str(error) if isinstance(error, _Broken) else type(error).__name__
