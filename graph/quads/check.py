"""Refuses what the vocabulary has no term for, before anything of the article is written."""

from __future__ import annotations

from collections.abc import Iterator

from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Entity, Extraction, Statement
from vankien.ontology.terms import ACTS, CLASSES, ENTITY_TYPES, IMPLEMENTS_TYPES, MODES, PREDICATES, ancestors


def check(extraction: Extraction) -> None:
    """Raise InputError, naming the article, for a class, predicate, act, type or mode nobody defined.

    A builder calls it before an article is logged; :func:`article_quads` calls it again.
    """
    for problem in _problems(extraction):
        raise InputError(extraction.article.id, problem)


def _problems(extraction: Extraction) -> Iterator[str]:
    for entity in extraction.entities:
        if not _known_class(entity):
            yield f"{entity.cls!r} is no class of {entity.type!r} ({entity.id})"
    for statement in extraction.statements:
        yield from _statement_problems(statement)


def _known_class(entity: Entity) -> bool:
    known = entity.type in ENTITY_TYPES and entity.cls in CLASSES
    return known and entity.type in (entity.cls, *ancestors(entity.cls))


def _statement_problems(statement: Statement) -> Iterator[str]:
    if statement.predicate not in PREDICATES:
        yield f"unknown predicate {statement.predicate!r}"
    if statement.mode not in MODES:
        yield f"unknown mode {statement.mode!r}"
    if statement.predicate == "personnelAct" and str(statement.attributes.get("act")) not in ACTS:
        yield f"a personnel act of unknown kind {statement.attributes.get('act')!r}"
    if (
        statement.predicate == "implements"
        and statement.attributes.get("type", "other") not in IMPLEMENTS_TYPES
    ):
        yield f"unknown type of implements {statement.attributes.get('type')!r}"
