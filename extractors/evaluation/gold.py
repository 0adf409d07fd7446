"""Annotated articles: ``articles.jsonl`` and one ``<key>.json`` for each article, in one folder.

An annotation names its article by ``id``; its mentions are words and which occurrence of them is meant
(``nth``, 1 is the first), so that no offset has to be counted by hand. Format: ``docs/evaluation.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vankien.extractors.evaluation.counts import TYPES
from vankien.extractors.readers import read
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article, Span


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Annotated words; optional ones are neither missed nor, when said, false."""

    type: str
    span: Span
    entities: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """An annotated relation between entities; ``object`` is None for an act that names no post."""

    name: str
    subject: str
    object: str | None
    attributes: Mapping[str, Any]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An annotated thing: its fullest name and what the article states of it."""

    type: str
    name: str
    attributes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with all that its annotator found in it."""

    key: str
    article: Article
    mentions: tuple[GoldMention, ...]
    entities: Mapping[str, GoldEntity]
    relations: tuple[GoldRelation, ...]
    required: frozenset[str]
    """Entities that at least one mention must find."""


def load(folder: Path) -> Iterator[GoldArticle | InputError]:
    """The annotated articles of a folder, in the order of their file names; a broken annotation is an InputError.

    Raises InputError when the folder has no ``articles.jsonl`` or no annotation at all.
    """
    if not (folder / "articles.jsonl").is_file():
        raise InputError(str(folder), "no articles.jsonl; a folder of annotated articles has one")
    articles: dict[str, Article] = {}
    for found in read([str(folder / "articles.jsonl")]):
        if isinstance(found, InputError):
            yield found
        else:
            articles[found.id] = found
    seen = False
    for path in sorted(folder.glob("*.json")):
        try:
            note = json.loads(path.read_text(encoding="utf-8-sig"))
            if isinstance(note, dict) and "mentions" in note:
                seen = True
                yield _annotated(note, articles)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            yield InputError(str(path), _reason(error))
    if not seen:
        raise InputError(str(folder), "no annotation (<key>.json with mentions, entities and relations)")


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, TypeError):
        return f"not the format of docs/evaluation.md ({error})"
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing or names nothing that is there"
    return str(error)


def _annotated(note: dict[str, Any], articles: Mapping[str, Article]) -> GoldArticle:
    for part in ("mentions", "entities", "relations"):
        if not isinstance(note.get(part), list) or not all(isinstance(item, dict) for item in note[part]):
            raise ValueError(f"{part!r} is no list of objects")
    article = articles[note["id"]]
    entities: dict[str, GoldEntity] = {}
    for entity in note["entities"]:
        if entity["id"] in entities:
            raise ValueError(f"two entities {entity['id']!r}")
        if entity["type"] not in TYPES:
            raise ValueError(f"no entity type {entity['type']!r}")
        entities[entity["id"]] = GoldEntity(entity["type"], str(entity["name"]), _attributes(entity))
    mentions = tuple(_mention(m, article.text, entities) for m in note["mentions"])
    relations = tuple(_relation(r, entities) for r in note["relations"])
    required = frozenset(e for m in mentions if not m.optional for e in m.entities)
    return GoldArticle(note["key"], article, mentions, entities, relations, required)


def _attributes(of: dict[str, Any]) -> Mapping[str, Any]:
    attributes = of.get("attrs") or {}
    if not isinstance(attributes, dict):
        raise ValueError(f"attrs of {of.get('id') or of.get('rel')!r} is no object")
    return attributes


def _mention(mention: dict[str, Any], text: str, entities: Mapping[str, GoldEntity]) -> GoldMention:
    words, at = mention["text"], -1
    if mention["type"] not in TYPES:
        raise ValueError(f"no mention type {mention['type']!r}")
    if not isinstance(words, str) or not words:
        raise ValueError("a mention has no words")
    if not isinstance(mention["nth"], int) or mention["nth"] < 1:
        raise ValueError(f"{words!r}: nth is {mention['nth']!r}, the first occurrence is 1")
    for _ in range(mention["nth"]):
        at = text.find(words, at + 1)
        if at < 0:
            raise ValueError(f"{words!r} does not stand {mention['nth']} times in the article")
    named = mention["entity"] if isinstance(mention["entity"], list) else [mention["entity"]]
    for entity in named:
        entities[entity]  # a KeyError names it
    span = Span(at, at + len(words))
    return GoldMention(mention["type"], span, tuple(named), bool(mention.get("optional")))


def _relation(relation: dict[str, Any], entities: Mapping[str, GoldEntity]) -> GoldRelation:
    subject, target = relation["from"], relation["to"]
    for end in (subject, target) if target is not None else (subject,):
        entities[end]
    return GoldRelation(
        relation["rel"], subject, target, _attributes(relation), bool(relation.get("optional"))
    )
