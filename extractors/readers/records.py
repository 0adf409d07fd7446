"""JSON Lines: one record a line, one article a record. ``text`` is kept exactly as given, so offsets hold.

A line in an old encoding is read as that encoding says. A text that shows the letters of an old encoding
instead of its own is refused: converting it would move every offset that its owner knows.

Fields: ``id``, ``title``, ``published``, ``source``, ``text``; also ``url``, ``byline``, ``section``.
Only ``text`` is required. A bad line is one error and the next line goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from vankien.extractors.readers.contents import MOST_BYTES, decoded, text_of
from vankien.extractors.readers.encodings import garbled
from vankien.extractors.readers.lines import whole
from vankien.extractors.readers.repeats import Found, Where
from vankien.extractors.readers.stamps import moment
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

_TEXTS = ("title", "published", "source", "url", "byline", "section")


def articles_from_lines(stream: IO[bytes], encoding: str, name: str, id: str) -> Iterator[Found]:
    """Articles of a stream; ``name`` names the file in errors, ``id`` in ids of lines that have none."""
    if encoding.startswith(("utf-16", "utf-32")):
        stream = BytesIO(text_of(stream, encoding, name).encode())
    number = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        where = Where(name, number)
        if len(line) > MOST_BYTES:
            yield InputError(str(where), f"longer than {MOST_BYTES // 1_000_000} MB")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MOST_BYTES)
        elif line.strip():
            try:
                yield where, _article(_record(line, str(where)), str(where), f"{id}#{number}" if id else "")
            except InputError as error:
                yield error


def _record(line: bytes, where: str) -> dict[str, Any]:
    text = decoded(line.rstrip(b"\r\n"), "utf-8-sig", where)
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
    shown = garbled(text).name
    if shown:
        raise InputError(where, f"field text shows the letters of {shown}; convert it to Unicode first, offsets count in it")
    fields = {name: _text(record, name, where) for name in _TEXTS}
    fields["published"] = moment(fields["published"])
    if isinstance(record.get("id"), int) and not isinstance(record["id"], bool):
        record["id"] = str(record["id"])
    own = _text(record, "id", where) or fields["url"] or id
    if any(value != whole(value) for value in (text, own, *fields.values())):
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
