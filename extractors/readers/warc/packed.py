"""A web archive's bytes, unpacked, with a way on after damage.

A ``.warc.gz`` is a row of gzip members, one a record (WARC 1.1, annex D), so what is broken in one leaves the next whole; some
tools pack the file as one member, and some do not pack at all. Reading never needs more memory than a buffer.
"""

from __future__ import annotations

import io
import zlib
from typing import IO, cast

_GZIP = b"\x1f\x8b\x08"
_BUFFER = 1 << 16
_START = b"WARC/"
_LONGEST_LINE = 1 << 16


class Packed(io.RawIOBase):
    """The content of a row of gzip members; a read never goes over a member's end, so ``begin`` is where its record begins."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._rest = b""
        self._unzip: zlib._Decompress | None = None
        self.begin = stream.tell()

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill a buffer with what comes next of the member. Raises zlib.error or EOFError where it is damaged or cut short."""
        while True:
            if self._unzip is None and not self._next():
                return 0
            assert self._unzip is not None
            packed = self._unzip.unconsumed_tail or self._rest or self._stream.read(_BUFFER)
            if not packed:
                raise EOFError("the file is cut short")
            self._rest = b""
            content = self._unzip.decompress(packed, len(buffer))
            if self._unzip.eof:
                self._rest, self._unzip = self._unzip.unused_data, None
            if content:
                buffer[: len(content)] = content
                return len(content)

    def _next(self) -> bool:
        """Begin the next member; whether there is one."""
        self._rest = (self._rest or self._stream.read(_BUFFER)).lstrip(b"\0")
        if not self._rest:
            return False
        self.begin = self._stream.tell() - len(self._rest)
        self._unzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return True

    def skip(self) -> bool:
        """Go to the next member in which a record begins; whether there is one."""
        at, tail = self.begin + 1, b""
        self._stream.seek(at)
        while chunk := self._stream.read(_BUFFER):
            window = tail + chunk
            found = window.find(_GZIP)
            while found >= 0:
                place = at - len(tail) + found
                if self._begins_record(place):
                    self._stream.seek(place)
                    self._rest, self._unzip = b"", None
                    return True
                found = window.find(_GZIP, found + 1)
            at, tail = at + len(chunk), window[-len(_GZIP) + 1 :]
            self._stream.seek(at)
        return False

    def _begins_record(self, place: int) -> bool:
        self._stream.seek(place)
        try:
            return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(self._stream.read(1024), 16).startswith(_START)
        except zlib.error:
            return False


class Content:
    """The unpacked content of a web archive, as lines and stretches of bytes."""

    def __init__(self, stream: IO[bytes]) -> None:
        stream.seek(0)
        packed = stream.read(len(_GZIP)) == _GZIP
        stream.seek(0)
        self._packed = Packed(stream) if packed else None
        self.file: IO[bytes] = io.BufferedReader(self._packed, _BUFFER) if self._packed else stream
        self._at = 0

    def first_line(self) -> bytes:
        """The next line that is not blank, nothing at the end; remembers its place as that of a record."""
        while True:
            at = 0 if self._packed else self.file.tell()
            line = self.file.readline(_LONGEST_LINE)
            if line.strip() or not line:
                self._at = at
                return line

    @property
    def place(self) -> int:
        """Where in the file the present record begins (its gzip member, if it is packed), in bytes."""
        return self._packed.begin if self._packed else self._at

    def line_after(self, place: int, damaged: bool) -> bytes:
        """The first line of the next record after a broken one at ``place``, nothing if there is none.

        ``damaged``: what is packed cannot be unpacked any further.
        """
        if self._packed is None:
            self.file.seek(place + 1)
        elif damaged:
            cast(io.BufferedReader, self.file).detach()  # what it still holds is of the broken member
            found = self._packed.skip()
            self.file = io.BufferedReader(self._packed, _BUFFER)
            if not found:
                return b""
        while line := self.first_line():
            if line.startswith(_START):
                return line
        return b""
