"""Small made-up articles for the tests of judgements: persons of one name and of two, plans and what came of them, papers, bodies without a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import QuerySolutions

from vankien.graph import KnowledgeBase
from vankien.graph.journal import Judgement, Verdict
from vankien.ontology import iri
from vankien.ontology.nouns import Article, Entity, Extraction, Span, Statement

PROVINCE = iri.body("Tỉnh ủy Phú Thọ")
AN, ANH = "Đỗ Quý An", "Đỗ Quý Anh"  # one person to a careless sub-editor


@dataclass
class Telling:
    """One article under way; each method says one thing and gives its IRI."""

    id: str
    published: str = "2024-03-13"
    entities: dict[str, Entity] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)

    @property
    def key(self) -> str:
        return iri.article_key(self.id)

    def add(self, id: str, type: Any, cls: str, label: str, **attributes: Any) -> str:
        self.entities.setdefault(id, Entity(id, type, cls, label, attributes))
        return id

    def say(self, subject: str, predicate: str, object: str, mode: Any = "stated", **attributes: Any) -> None:
        self.statements.append(Statement(subject, predicate, object, Span(0, 3), "test", mode, attributes))

    def person(self, name: str, *posts: tuple[str, str], known: str = "") -> str:
        """A person with posts: a role and a body (a name, an IRI, or empty)."""
        person = self.add(iri.person(name, self.key), "Person", "Person", name)
        for role, body in posts:
            unit = body if "://" in body or not body else self.add(iri.body(body), "Body", "PartyCommittee", body)
            post = self.add(iri.post(role, unit), "Post", "Post", f"{role} {body.rpartition('/')[2] if '://' in body else body}".strip())
            self.say(person, "holdsPost", post, status="current")
        if known:
            self.say(person, "resolvedTo", self.add(known, "Person", "Person", name), "inferred")
        return person

    def body(self, name: str, everywhere: bool = False) -> str:
        """A body that the article names without its place, or one known everywhere."""
        return self.add(iri.body(name, "" if everywhere else self.key), "Body", "PartyCommittee", name)

    def paper(self, number: str, date: str = "", issuer: str = PROVINCE, letters: str = "KH", code: str = "TU") -> str:
        """A numbered paper of a series that begins anew with each term."""
        name = f"Kế hoạch số {number}-{letters}/{code}"
        given = {"letters": letters, "number": number, "issuerCode": code, "kind": "Kế hoạch"} | ({"date": date} if date else {})
        paper = self.add(iri.named_document(name, self.key), "Document", "Plan", name, **given)
        if issuer:
            self.add(issuer, "Body", "PartyCommittee", issuer.rpartition("/")[2])
            self.say(paper, "issuedBy", issuer)
        return paper

    def event(self, label: str, date: str, status: str = "held", kind: str = "conference", people: Sequence[str] = (), by: str = "") -> str:
        """An event of a day (as precise as told), ``planned`` or ``held``; ``by`` is its organiser's IRI."""
        cls = "Visit" if kind == "visit" else "Conference"
        event = self.add(iri.event(kind, label, self.key), "Event", cls, label, kind=kind, status=status, **({"date": date} if date else {}))
        for name in people:
            self.say(event, "participant", self.person(name), role="attendee")
        if by:
            self.say(event, "organisedBy", self.add(by, "Body", "PartyCommittee", "Tỉnh ủy"))
        return event

    def done(self) -> Extraction:
        return Extraction(Article(self.id, f"Bài {self.id}.", "", self.published), (), tuple(self.entities.values()), tuple(self.statements))


def judge(kb: KnowledgeBase, verdict: Verdict, one: str, other: str) -> None:
    """A judgement without day and name."""
    kb.judge(Judgement(verdict, one, other))


def called(kb: KnowledgeBase, *things: str) -> list[str]:
    """What the graph calls things of articles, without the base."""
    with kb._log() as log:
        assert log is not None
        return [log.called(thing).removeprefix(iri.BASE) for thing in things]


def parts(kb: KnowledgeBase, things: Iterable[str]) -> list[str]:
    """Which of the things are one: each by the number of its group, in the order of first appearance."""
    names = called(kb, *things)
    order = list(dict.fromkeys(names))
    return [str(order.index(name)) for name in names]


def values(kb: KnowledgeBase, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT as sorted tuples, IRIs without the base."""
    rows = kb.query(sparql)
    assert isinstance(rows, QuerySolutions)
    return sorted(tuple(term.value.removeprefix(iri.BASE) for term in row) for row in rows)
