"""The nouns both wings share: what an article is, what was found in it, and what it says.

All offsets are Unicode code points into the article's text as given, whatever
normalisation happened inside: ``article.text[span.start:span.end]`` are the words.
Everything here is frozen: a wing receives these and makes new ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Mode = Literal["stated", "inferred", "loose"]
"""stated: the words say it; inferred: known from a registry or a rule of the genre;
loose: the press's inexact naming, kept and marked."""

EntityType = Literal["Person", "Body", "Post", "Document", "Event"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as published: the unit that is read, replaced and withdrawn.

    ``published`` is an ISO date or date-time with offset, as precise as the source gives it.
    """

    id: str
    text: str
    title: str = ""
    published: str = ""
    source: str = ""
    byline: str = ""
    section: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, in code points, end exclusive.

    >>> Span(3, 8).text("về Tỉnh ủy")
    'Tỉnh '
    """

    start: int
    end: int

    def text(self, of: str) -> str:
        """The words of this span."""
        return of[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies inside this one (or is equal)."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article that name one entity, or several when names are coordinated."""

    span: Span
    type: EntityType
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing the article names. ``id`` is an IRI (see :mod:`vankien.ontology.iri`).

    ``cls`` is the local name of its ontology class, ``label`` the fullest form the
    article supports, ``inferred`` names the attributes that a registry added.
    """

    id: str
    type: EntityType
    cls: str
    label: str
    attributes: Mapping[str, Any] = field(default_factory=dict)
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact with the words that say it: the only thing that passes between the wings.

    ``object`` is None for a personnel act that names no post (a reprimand).
    ``rule`` is the name of the rule that made it.
    """

    subject: str
    predicate: str
    object: str | None
    span: Span
    rule: str
    mode: Mode = "stated"
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says: mentions, entities and statements, in text order."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
