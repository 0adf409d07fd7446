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

from vankien.extractors.readers.contents import encoding_of, text_of
from vankien.extractors.readers.kinds import HEAD, Kind, kind_of
from vankien.extractors.readers.plain import article_from_text
from vankien.extractors.readers.records import articles_from_lines
from vankien.extractors.readers.repeats import Found, Met, Where, digest
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
    met = Met()
    for source in [sources] if isinstance(sources, str | Path) else sources:
        for found in _found(source):
            item = found if isinstance(found, InputError) else met.check(found[0], _named(found[1]))
            if item is not None:
                yield item


def _found(source: str | Path) -> Iterator[Found]:
    for place in places(source):
        if isinstance(place, InputError):
            yield place
            continue
        try:
            with place.open() as stream:
                packed = stream.read(len(_GZIP)) == _GZIP
                stream.seek(0)
                yield from _articles(cast(IO[bytes], gzip.GzipFile(fileobj=stream)) if packed else stream, place)
        except InputError as error:
            yield error
        except (OSError, EOFError, zlib.error) as error:
            yield InputError(place.name, f"cannot be read: {reason_of(error)}")


def _articles(stream: IO[bytes], place: Place) -> Iterator[Found]:
    """The articles of one file; raises :class:`InputError` where the whole file is at fault."""
    head = stream.read(HEAD)
    stream.seek(0)
    kind, encoding = kind_of(head, place.suffix, place.name), encoding_of(head)
    if kind is Kind.LINES:
        yield from articles_from_lines(stream, encoding, place.name, place.id)
        return
    text = text_of(stream, encoding, place.name).replace("\r\n", "\n").replace("\r", "\n")
    if kind is Kind.PAGE:
        from vankien.extractors.readers.pages import article_from_page  # trafilatura takes a while to load

        yield Where(place.name), article_from_page(text, place.id, place.name)
    else:
        yield Where(place.name), article_from_text(text, place.id, place.name)


def _named(article: Article) -> Article:
    """What came without a name (standard input, no id, no URL) gets a digest of what it says as its id."""
    return article if article.id else replace(article, id=f"stdin-{digest(repr(article)):016x}")
