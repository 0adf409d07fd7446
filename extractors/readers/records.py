"""JSON Lines: one record a line, one article a record. ``text`` is kept exactly as given, so offsets hold.

Fields: ``id``, ``title``, ``published``, ``source``, ``text``; also ``url``, ``byline``, ``section``.
Only ``text`` is required. A bad line is one error and the next line goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from vankien.extractors.readers.stamps import moment
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

MOST_BYTES = 50_000_000
"""A single article (a line, a page, a text) is never longer."""

_TEXTS = ("title", "published", "source", "url", "byline", "section")


def articles_from_lines(
    stream: IO[bytes], encoding: str, name: str, id: str
) -> Iterator[tuple[str, Article | InputError]]:
    """Articles of a stream, each with its place; ``name`` names the file in errors, ``id`` in ids of lines without one."""
    if encoding.startswith(("utf-16", "utf-32")):
        stream = _as_utf8(stream, encoding, name)
    number = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        where = f"{name} line {number}"
        if len(line) > MOST_BYTES:
            yield where, InputError(where, f"longer than {MOST_BYTES // 1_000_000} MB")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MOST_BYTES)
        elif line.strip():
            try:
                yield where, _article(_record(line, where), where, f"{id}#{number}" if id else "")
            except InputError as error:
                yield where, error


def _as_utf8(stream: IO[bytes], encoding: str, name: str) -> IO[bytes]:
    """A stream in another Unicode encoding as UTF-8; such files are small, so it is read whole."""
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise InputError(name, f"{encoding.upper()} and longer than {MOST_BYTES // 1_000_000} MB; convert it to UTF-8 first")
    return BytesIO(decoded(content, encoding, name).encode())


def decoded(content: bytes, encoding: str, name: str) -> str:
    """Bytes as text, or an :class:`InputError` that names the file and the first bad byte."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(name, f"not {encoding.upper()} (byte {error.start}); convert it to UTF-8 first") from None


def _record(line: bytes, where: str) -> dict[str, Any]:
    text = decoded(line, "utf-8-sig", where)
    try:
        record = json.loads(text)
    except RecursionError:
        raise InputError(where, "not JSON (nested too deep)") from None
    except json.JSONDecodeError as error:
        raise InputError(where, f"not JSON ({error.msg} at column {error.colno})") from None
    except ValueError as error:
        raise InputError(where, f"not JSON ({error})") from None
    if not isinstance(record, dict):
        raise InputError(where, "a JSON value that is no record (object with a field text)")
    return record


def _article(record: dict[str, Any], where: str, id: str) -> Article:
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(where, "no text")
    fields = {name: _text(record, name, where) for name in _TEXTS}
    fields["published"] = moment(fields["published"])
    if isinstance(record.get("id"), int) and not isinstance(record["id"], bool):
        record["id"] = str(record["id"])
    own = _text(record, "id", where) or fields["url"] or id
    for value in (text, own, *fields.values()):
        if any("\ud800" <= c <= "\udfff" for c in value):
            raise InputError(where, "half a character (a lone surrogate), which no file can hold")
    return Article(id=own, text=text, **fields)


def _text(record: dict[str, Any], name: str, where: str) -> str:
    """A field as text; null and missing are empty."""
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(where, f"field {name} is no text")
    return value.strip()
