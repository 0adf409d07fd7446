"""One article's extraction as one line of JSON: the schema of the statement log.

The schema is the log's own and outlives the code: ``v`` is its version, every name is written
out, and a person can read a line without this package. It is not the output of
``vankien extract``, which may change with the needs of its users.

>>> from vankien.ontology.nouns import Article
>>> line = to_line(Extraction(Article("a1", "Hà Nội, ngày mới.")))
>>> line[-60:]
'"url":""},"entities":[],"mentions":[],"statements":[],"v":1}'
>>> from_line(line).article.text
'Hà Nội, ngày mới.'
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from vankien.ontology.errors import StoreError
from vankien.ontology.nouns import Article, Entity, Extraction, Mention, Span, Statement

VERSION = 1
"""Version of the schema; a reader refuses a higher one."""

_ARTICLE = ("id", "text", "title", "published", "source", "byline", "section", "url")


def to_line(extraction: Extraction) -> str:
    """The extraction as one line of JSON: keys sorted, so that equal extractions give equal lines.

    Lone surrogates, which UTF-8 cannot hold, are escaped with everything else of their line.
    """
    data = _as_dict(extraction)
    line = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return line if _is_utf8(line) else json.dumps(data, sort_keys=True, separators=(",", ":"), default=str)


def from_line(line: str) -> Extraction:
    """The extraction of a line. Raises StoreError for a schema newer than this code."""
    data = json.loads(line)
    if data["v"] > VERSION:
        raise StoreError(
            f"a record of version {data['v']} was written by a newer vankien; this one reads {VERSION}"
        )
    return Extraction(
        Article(**data["article"]),
        tuple(Mention(Span(m["start"], m["end"]), m["type"], tuple(m["entities"])) for m in data["mentions"]),
        tuple(
            Entity(e["id"], e["type"], e["class"], e["label"], e["attributes"], tuple(e["inferred"]))
            for e in data["entities"]
        ),
        tuple(_statement(s) for s in data["statements"]),
    )


def content_hash(article: Article) -> str:
    """Hash of all that was read of an article but its id: another hash is a changed article."""
    fields = [getattr(article, name) for name in _ARTICLE[1:]]
    return _sha256(json.dumps(fields, ensure_ascii=True))


def line_hash(line: str) -> str:
    """Hash of a whole record: text, mentions, entities and statements."""
    return _sha256(line)


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _as_dict(extraction: Extraction) -> dict[str, Any]:
    return {
        "v": VERSION,
        "article": {name: getattr(extraction.article, name) for name in _ARTICLE},
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "type": m.type, "entities": list(m.entities)}
            for m in extraction.mentions
        ],
        "entities": [
            {
                "id": e.id,
                "type": e.type,
                "class": e.cls,
                "label": e.label,
                "attributes": dict(e.attributes),
                "inferred": list(e.inferred),
            }
            for e in extraction.entities
        ],
        "statements": [
            {
                "subject": s.subject,
                "predicate": s.predicate,
                "object": s.object,
                "start": s.span.start,
                "end": s.span.end,
                "rule": s.rule,
                "mode": s.mode,
                "attributes": dict(s.attributes),
            }
            for s in extraction.statements
        ],
    }


def _statement(data: dict[str, Any]) -> Statement:
    span = Span(data["start"], data["end"])
    return Statement(
        data["subject"],
        data["predicate"],
        data["object"],
        span,
        data["rule"],
        data["mode"],
        data["attributes"],
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
