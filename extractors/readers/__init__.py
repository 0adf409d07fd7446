"""The door of reading: files, folders, globs and standard input become articles.

An article's id is the record's id, else its URL, else its path relative to SOURCE (JSON Lines: with
``#`` and the line's number; standard input has no path, so there it is a digest of the article).
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, cast

from vankien.extractors.readers.contents import bytes_of, encoding_of
from vankien.extractors.readers.headings import headed
from vankien.extractors.readers.kinds import HEAD, Kind, kind_of
from vankien.extractors.readers.records import articles_from_lines
from vankien.extractors.readers.repeats import Found, Met, Where, digest
from vankien.extractors.readers.single import article_from_bytes
from vankien.extractors.readers.sources import STDIN, Place, places, reason_of
from vankien.extractors.readers.tally import Tally
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

__all__ = ["read"]

_GZIP = b"\x1f\x8b"


def read(sources: str | Path | Iterable[str | Path]) -> Iterator[Article | InputError]:
    """Articles of all sources in a fixed order; what cannot be read is an :class:`InputError` in its place.

    A source is a file, a folder (recursive, sorted, hidden files left out), a glob, or ``-`` for standard
    input. Nothing is raised for a bad input: the rest goes on. The same article met twice is given once;
    another article under an id already met is an error that names both places.

    >>> [str(error) for error in read("no-such-folder")]
    ['no-such-folder: no such file or folder']
    """
    met, repeated = Met(), Tally()
    for source in _named_once([sources] if isinstance(sources, str | Path) else sources):
        for found in [source] if isinstance(source, InputError) else _found(source):
            item = found if isinstance(found, InputError) else met.check(found[0], _named(headed(found[1])))
            if isinstance(item, InputError) and not isinstance(found, InputError) and found[0].unit == "record":
                repeated.add(found[0], item.reason)  # a crawl meets its pages again and again
            elif item is not None:
                yield item
        yield from repeated.errors()


def _named_once(sources: Iterable[str | Path]) -> Iterator[str | Path | InputError]:
    """The sources, but standard input only where it is first named: then it is read to its end."""
    read = False
    for source in sources:
        yield InputError("standard input", "named twice; it can be read only once") if read and source == STDIN else source
        read = read or source == STDIN


def _found(source: str | Path) -> Iterator[Found]:
    for place in places(source):
        if isinstance(place, InputError):
            yield place
            continue
        try:
            with place.open() as stream:
                yield from _articles(stream, place)
        except InputError as error:
            yield error
        except (OSError, EOFError, zlib.error) as error:
            yield InputError(place.name, f"cannot be read: {reason_of(error)}")


def _articles(stream: IO[bytes], place: Place) -> Iterator[Found]:
    """The articles of one file; raises :class:`InputError` where the whole file is at fault."""
    content, head = _unpacked(stream, place.suffix)
    kind, encoding = kind_of(head, place.suffix, place.name), encoding_of(head)
    if kind is Kind.LINES:
        yield from articles_from_lines(content, encoding, place.name, place.id)
    elif kind is Kind.WARC:
        from vankien.extractors.readers.warc import articles_from_archive

        yield from articles_from_archive(stream, place.name)  # it unpacks by itself: each record may be packed alone
    else:
        for found in article_from_bytes(bytes_of(content, place.name), kind, place.id, place.name):
            yield found if isinstance(found, InputError) else (Where(place.name), found)


def _unpacked(stream: IO[bytes], suffix: str) -> tuple[IO[bytes], bytes]:
    """A file's content, its gzip taken off, and its first bytes; the content stands at its beginning."""
    packed = stream.read(len(_GZIP)) == _GZIP
    stream.seek(0)
    content = cast(IO[bytes], gzip.GzipFile(fileobj=stream, mode="rb")) if packed else stream
    try:
        head = content.read(HEAD)
    except (OSError, EOFError, zlib.error):
        if suffix != ".warc" and not _first_member(stream).startswith(b"WARC/"):
            raise
        head = b"WARC/"  # damaged near its beginning; its reader finds the records that are whole
    content.seek(0)
    return content, head


def _first_member(stream: IO[bytes]) -> bytes:
    """The first few bytes of what is packed."""
    stream.seek(0)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(stream.read(HEAD), 16)
    except zlib.error:
        return b""


def _named(article: Article) -> Article:
    """What came without a name (standard input, no id, no URL) gets a digest of what it says as its id."""
    return article if article.id else replace(article, id=f"stdin-{digest(repr(article)):016x}")
