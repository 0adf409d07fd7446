"""The n-ary nodes beside plain triples: status, role, act, time and evidence, which a triple cannot hold.

A tenure is one over all articles, as person and post are; so is an act about a person (graph/identity/deeds.py). What each
article tells of them stands in its graph, and at its statement. Participations and citations are their article's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pyoxigraph import NamedNode, Quad

from vankien.graph.quads import literals
from vankien.graph.quads.entities import class_nodes
from vankien.graph.quads.frame import Frame, own
from vankien.graph.quads.nodes import TYPE, vk
from vankien.ontology import iri
from vankien.ontology.nouns import Statement
from vankien.ontology.terms import ACTS, DOCUMENT_RELATIONS

Triple = tuple[NamedNode, NamedNode, NamedNode | None]
"""Subject, property and object of a statement, as nodes."""

_CITING = frozenset((*DOCUMENT_RELATIONS, "refersTo"))


def node_beside(frame: Frame, statement: Statement, evidence: NamedNode, triple: Triple) -> Iterator[Quad]:
    """The tenure, participation, personnel event or citation of a statement; nothing for other predicates.

    A participation's or citation's IRI is the hash of what is said, without the place where it is said: two sentences
    of one article that say the same give one node with two pieces of evidence.
    """
    if statement.predicate == "holdsPost":
        yield from _tenure(frame, statement, evidence, triple)
    elif statement.predicate == "participant":
        yield from _participation(frame, statement, evidence, triple)
    elif statement.predicate == "personnelAct":
        yield from _personnel_event(frame, statement, evidence, triple)
    elif statement.predicate in _CITING:
        yield from _citation(frame, statement, evidence, triple)


def tenure(person: NamedNode, post: NamedNode) -> NamedNode:
    """The node of a person's tenure in a post.

    >>> print(tenure(NamedNode(f"{iri.BASE}person/tô-lâm"), NamedNode(f"{iri.BASE}post/tổng-bí-thư")).value)
    https://w3id.org/vankien/id/tenure/tô-lâm/@/tổng-bí-thư
    """
    return NamedNode(f"{iri.BASE}tenure/{_tail(person, 'person')}/@/{_tail(post, 'post')}")


def act(key: str, statement: Statement) -> str:
    """IRI of an act about a person as one article (its key) tells it."""
    return own(key, "act", *_said(statement))


def _tail(thing: NamedNode, kind: str) -> str:
    """What tells a thing apart: its IRI without the base, or a digest of one that has another base."""
    base = f"{iri.BASE}{kind}/"
    return thing.value.removeprefix(base) if thing.value.startswith(base) else iri.digest(thing.value)


def _said(s: Statement) -> tuple[Any, ...]:
    return s.subject, s.predicate, s.object, dict(s.attributes)


def _beside(frame: Frame, this: NamedNode, cls: str, evidence: NamedNode) -> Iterator[Quad]:
    """What all these nodes have: class, evidence, and the day on which the article says so."""
    for each in class_nodes(cls):
        yield frame.quad(this, TYPE, each)
    yield frame.quad(this, vk("evidence"), evidence)
    if (day := literals.publication_day(frame.day)) is not None:
        yield frame.quad(this, vk("asOf"), day)


def _tenure(frame: Frame, s: Statement, evidence: NamedNode, triple: Triple) -> Iterator[Quad]:
    person, _, post = triple
    this = tenure(person, post) if post is not None else frame.own("tenure", *_said(s))
    yield from _beside(frame, this, "Tenure", evidence)
    yield frame.quad(this, vk("person"), person)
    if post is not None:
        yield frame.quad(this, vk("post"), post)
    yield from frame.attributes(this, "Tenure", s.attributes)


def _participation(frame: Frame, s: Statement, evidence: NamedNode, triple: Triple) -> Iterator[Quad]:
    """Carries status and date of its event as this article gives them: a planned presence is none."""
    event, _, person = triple
    this = frame.own("participation", *_said(s))
    yield from _beside(frame, this, "Participation", evidence)
    yield frame.quad(this, vk("event"), event)
    if person is not None:
        yield frame.quad(this, vk("person"), person)
    yield from frame.attributes(this, "Participation", {**_told(frame, s), **s.attributes})


def _personnel_event(frame: Frame, s: Statement, evidence: NamedNode, triple: Triple) -> Iterator[Quad]:
    person, _, post = triple
    this = frame.thing(act(frame.key, s))
    yield from _beside(frame, this, ACTS[s.attributes["act"]], evidence)
    yield frame.quad(this, vk("person"), person)
    if post is not None:
        yield frame.quad(this, vk("post"), post)
    yield from frame.attributes(this, "PersonnelEvent", s.attributes, frame.periods.day(s))


def _citation(frame: Frame, s: Statement, evidence: NamedNode, triple: Triple) -> Iterator[Quad]:
    """Carries the status of the event that refers, as this article gives it: a planned review is none yet."""
    citing, asserted, cited = triple
    this = frame.own("citation", *_said(s))
    yield from _beside(frame, this, "Citation", evidence)
    yield frame.quad(this, vk("citing"), citing)
    yield frame.quad(this, vk("relation"), asserted)
    if cited is not None:
        yield frame.quad(this, vk("cited"), cited)
    yield from frame.attributes(this, "Citation", _told(frame, s))


def _told(frame: Frame, s: Statement) -> Mapping[str, Any]:
    """What the article says of the event that a statement is about."""
    return frame.events.get(s.subject, {})
