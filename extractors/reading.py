"""One article while it is being read: what each component found, for the next to use.

Components run in the order bodies, posts, persons, dates, documents, events (they *find*), then the
linkers give every find its entity, then the makers of statements speak. All offsets in here are
code points of the **normal** text (``reading.text``); they are mapped back once, at the end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from vankien.extractors.text.normal import NormalText
from vankien.extractors.text.tokens import Tokens, sentences
from vankien.ontology import iri
from vankien.ontology.nouns import Article, Entity, EntityType, Extraction, Mention, Mode, Span, Statement

if TYPE_CHECKING:
    from vankien.extractors.official.paper import Paper


@dataclass(slots=True, eq=False)
class Found:
    """Words that name a thing. ``parts`` are the finds inside it that it is made of (the body of a post).

    ``label`` is its name in normal form; ``entities`` (IRIs) is filled by the linkers, several where
    names are coordinated (``Nghị quyết 59, 70``). ``hidden`` finds serve the rules and are no mentions.
    """

    start: int
    end: int
    type: EntityType
    cls: str
    label: str
    attributes: dict[str, Any] = field(default_factory=dict)
    parts: list[Found] = field(default_factory=list)
    entities: tuple[str, ...] = ()
    hidden: bool = False

    def holds(self, other: Found) -> bool:
        """Whether the other lies inside this one (or covers the same words)."""
        return self.start <= other.start and other.end <= self.end


@dataclass(slots=True)
class Draft:
    """An entity being put together; becomes an :class:`Entity`."""

    id: str
    type: EntityType
    cls: str
    label: str
    attributes: dict[str, Any] = field(default_factory=dict)
    inferred: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Reading:
    """The shared state of one article under the rules.

    ``paper`` is what the text is, where it is an official text itself; ``given`` then is the article as it came, and
    ``article`` the same with the day from which the paper speaks.
    """

    article: Article
    normal: NormalText
    tokens: Tokens
    sentences: list[tuple[int, int]] = field(default_factory=list)
    bodies: list[Found] = field(default_factory=list)
    posts: list[Found] = field(default_factory=list)
    persons: list[Found] = field(default_factory=list)
    dates: list[Found] = field(default_factory=list)
    documents: list[Found] = field(default_factory=list)
    events: list[Found] = field(default_factory=list)
    entities: dict[str, Draft] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    said: set[tuple[object, ...]] = field(default_factory=set)
    memo: dict[str, Any] = field(default_factory=dict)
    cues: dict[object, list[int]] = field(default_factory=dict)
    paper: Paper | None = None
    given: Article | None = None

    @property
    def text(self) -> str:
        """The normal text."""
        return self.normal.text

    @property
    def key(self) -> str:
        """The article's part of an IRI, for things only this article knows."""
        return iri.article_key(self.article.id)

    @property
    def published(self) -> date | None:
        """The day of publication, if a whole day is known."""
        try:
            return date.fromisoformat(self.article.published[:10])
        except ValueError:
            return None

    @property
    def latest_day(self) -> str:
        """The latest whole day that the article names, empty where it names none: it was published then or later."""
        days = (str(d.attributes["value"]) for d in self.dates)
        return max((day for day in days if len(day) == 10 and day[0] != "-"), default="")

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence that holds an offset."""
        at = bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1
        return self.sentences[max(at, 0)] if self.sentences else (0, len(self.text))

    def entity(
        self, id: str, type: EntityType, cls: str, label: str, inferred: Iterable[str] = (), **attributes: Any
    ) -> Draft:
        """The entity of this id, made if new; the longer label stays, known attributes are never overwritten."""
        draft = self.entities.get(id)
        if draft is None:
            draft = self.entities[id] = Draft(id, type, cls, label)
        elif len(label) > len(draft.label):
            draft.label = label
        inferred = set(inferred)
        for name, value in attributes.items():
            if value in (None, ""):
                continue
            if name not in draft.attributes:
                draft.attributes[name] = value
                if name in inferred:
                    draft.inferred.add(name)
            elif name in draft.inferred and name not in inferred:  # the article itself says it after all
                if not _same_day(str(draft.attributes[name]), str(value)):
                    draft.attributes[name] = value
                draft.inferred.discard(name)
        return draft

    def say(
        self, subject: str, predicate: str, object: str | None, start: int, end: int, rule: str,
        mode: Mode = "stated", **attributes: Any,
    ) -> None:
        """Add a statement with the words (normal offsets) that say it, once: the first evidence stays."""
        kept = {k: v for k, v in attributes.items() if v not in (None, "")}
        fact = (subject, predicate, object, *sorted((k, str(v)) for k, v in kept.items()))
        if fact in self.said:
            return
        self.said.add(fact)
        span = Span(*self.normal.span(start, end))
        self.statements.append(Statement(subject, predicate, object, span, rule, mode, kept))

    def finds(self) -> Iterator[Found]:
        """All finds that are mentions."""
        for group in (self.persons, self.bodies, self.posts, self.documents, self.events):
            yield from (f for f in group if not f.hidden and f.entities)

    def extraction(self) -> Extraction:
        """The finished result with offsets into the text as given, in text order."""
        mentions = sorted(
            {Mention(Span(*self.normal.span(f.start, f.end)), f.type, f.entities) for f in self.finds()},
            key=lambda m: (m.span.start, -m.span.end, m.type, m.entities),
        )
        used = {e for m in mentions for e in m.entities}
        used |= {e for s in self.statements for e in (s.subject, s.object) if e}
        entities = tuple(
            Entity(d.id, d.type, d.cls, d.label, dict(sorted(d.attributes.items())), tuple(sorted(d.inferred)))
            for d in self.entities.values()
            if d.id in used
        )
        statements = sorted(
            self.statements, key=lambda s: (s.span, s.predicate, s.subject, s.object or "", str(s.attributes))
        )
        return Extraction(self.given or self.article, tuple(mentions), entities, tuple(statements))


def _same_day(full: str, words: str) -> bool:
    """Whether words without their year (``--09-18``) mean a full day that is known."""
    return words.startswith("--") and len(full) == 10 and full.endswith(words[1:])


def begin(article: Article) -> Reading:
    """The state of an article before any component has run."""
    normal = NormalText(article.text)
    return Reading(article, normal, Tokens(normal.text), sentences(normal.text))
