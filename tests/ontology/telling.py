"""An article told as an extraction: a fact is given with words of the article, and its span is looked up there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from vankien.ontology import iri
from vankien.ontology.nouns import Article, Entity, EntityType, Extraction, Mention, Mode, Span, Statement


@dataclass
class Telling:
    """One article and what it is told to say."""

    article: Article
    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)

    def span(self, words: str, start: int = 0) -> Span:
        at = self.article.text.index(words, start)
        return Span(at, at + len(words))

    def name(
        self, type: EntityType, cls: str, id: str, label: str, *surfaces: str,
        inferred: tuple[str, ...] = (), **attributes: Any,
    ) -> str:
        """An entity, and a mention at the first place of each surface form."""
        self.entities[id] = Entity(id, type, cls, label, attributes, inferred)
        self.mentions += [Mention(self.span(words), type, (id,)) for words in surfaces]
        return id

    def person(self, name: str, *surfaces: str) -> str:
        id = iri.person(name, iri.article_key(self.article.id))
        return self.name("Person", "Person", id, name, *(surfaces or (name,)))

    def say(
        self, subject: str, predicate: str, object: str | None, words: str, mode: Mode = "stated", **attributes: Any
    ) -> None:
        self.statements.append(Statement(subject, predicate, object, self.span(words), "by-hand", mode, attributes))

    def done(self) -> Extraction:
        return Extraction(self.article, tuple(self.mentions), tuple(self.entities.values()), tuple(self.statements))
