"""The JSON Lines record of an extraction: the stand-off annotations of ``vankien extract``."""

from __future__ import annotations

from typing import Any

from vankien.ontology.nouns import Entity, Extraction, Mention, Statement


def as_record(extraction: Extraction) -> dict[str, Any]:
    """One article as a JSON-ready record; ``start`` and ``end`` are code points into ``text`` as given."""
    article = extraction.article
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "published": article.published,
        "byline": article.byline,
        "section": article.section,
        "text": article.text,
        "mentions": [_mention(m, article.text) for m in extraction.mentions],
        "entities": [_entity(e) for e in extraction.entities],
        "statements": [_statement(s) for s in extraction.statements],
    }


def _mention(mention: Mention, text: str) -> dict[str, Any]:
    entities: str | list[str] = mention.entities[0] if len(mention.entities) == 1 else list(mention.entities)
    span = mention.span
    return {"start": span.start, "end": span.end, "type": mention.type, "text": span.text(text), "entity": entities}


def _entity(entity: Entity) -> dict[str, Any]:
    record: dict[str, Any] = {"id": entity.id, "type": entity.type, "class": entity.cls, "label": entity.label}
    record["attributes"] = dict(entity.attributes)
    if entity.inferred:
        record["inferred"] = list(entity.inferred)
    return record


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "subject": statement.subject,
        "predicate": statement.predicate,
        "object": statement.object,
        "attributes": dict(statement.attributes),
        "start": statement.span.start,
        "end": statement.span.end,
        "rule": statement.rule,
        "mode": statement.mode,
    }
