"""The door of reading: files, folders, globs and standard input become articles.

An article's id is the record's id, else its URL, else its path relative to SOURCE (JSON Lines: with
``#`` and the line's number; standard input has no path, so there it is a digest of the article).
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import IO, cast

from vankien.extractors.readers.kinds import HEAD, Kind, encoding_of, kind_of
from vankien.extractors.readers.plain import article_from_text
from vankien.extractors.readers.records import MOST_BYTES, articles_from_lines
from vankien.extractors.readers.sources import Place, places, reason_of
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
    met: dict[str, tuple[bytes, str]] = {}
    for source in [sources] if isinstance(sources, str | Path) else sources:
        for place in places(source):
            if isinstance(place, InputError):
                yield place
                continue
            for where, article in _articles(place):
                if isinstance(article, InputError):
                    yield article
                else:
                    yield from _once(article, where, met)


def _once(article: Article, where: str, met: dict[str, tuple[bytes, str]]) -> Iterator[Article | InputError]:
    """The article if its id is new; nothing if it is the same article again; else an error."""
    content = blake2b(repr(article).encode(), digest_size=16).digest()
    before = met.get(article.id)
    if before is None:
        met[article.id] = (content, where)
        yield article
    elif before[0] != content:
        yield InputError(where, f"id {article.id!r} was another article in {before[1]}; this one is left out")


def _articles(place: Place) -> Iterator[tuple[str, Article | InputError]]:
    """Articles of one file, each with its place (file, or file and line)."""
    try:
        with place.open() as stream:
            packed = stream.read(len(_GZIP)) == _GZIP
            stream.seek(0)
            yield from _unpacked(cast(IO[bytes], gzip.GzipFile(fileobj=stream)) if packed else stream, place)
    except InputError as error:
        yield place.name, error
    except (OSError, EOFError, zlib.error) as error:
        yield place.name, InputError(place.name, f"cannot be read: {reason_of(error)}")


def _unpacked(stream: IO[bytes], place: Place) -> Iterator[tuple[str, Article | InputError]]:
    head = stream.read(HEAD)
    stream.seek(0)
    kind = kind_of(head, place.suffix, place.name)
    if kind is Kind.LINES:
        for where, found in articles_from_lines(stream, encoding_of(head), place.name, place.id):
            yield where, _named(found)
        return
    text = _text(stream, encoding_of(head), place.name)
    if kind is Kind.PAGE:
        from vankien.extractors.readers.pages import article_from_page  # trafilatura takes a while to load

        yield place.name, _named(article_from_page(text, place.id, place.name))
    else:
        yield place.name, _named(article_from_text(text, place.id, place.name))


def _text(stream: IO[bytes], encoding: str, name: str) -> str:
    """All of a stream as text, line ends as ``\\n``."""
    return whole_text(stream, encoding, name).replace("\r\n", "\n").replace("\r", "\n")


def _named(found: Article | InputError) -> Article | InputError:
    """What came without a name (standard input, no id, no URL) gets a digest of what it says as its id."""
    if isinstance(found, InputError) or found.id:
        return found
    return replace(found, id="stdin-" + blake2b(repr(found).encode(), digest_size=6).hexdigest())
