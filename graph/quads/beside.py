"""The n-ary nodes beside plain triples: status, role, act, time and evidence, which a triple cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from vankien.graph.quads import literals
from vankien.graph.quads.entities import class_nodes
from vankien.graph.quads.frame import Frame
from vankien.graph.quads.nodes import TYPE, vk
from vankien.ontology.nouns import Statement
from vankien.ontology.terms import ACTS, DOCUMENT_RELATIONS

_CITING = frozenset((*DOCUMENT_RELATIONS, "refersTo"))


def node_beside(
    frame: Frame, statement: Statement, evidence: NamedNode, asserted: NamedNode
) -> Iterator[Quad]:
    """The tenure, participation, personnel event or citation of a statement; nothing for other predicates.

    Its IRI is the hash of what is said, without the place where it is said: two sentences of one
    article that say the same give one node with two pieces of evidence.
    """
    if statement.predicate == "holdsPost":
        yield from _tenure(frame, statement, evidence)
    elif statement.predicate == "participant":
        yield from _participation(frame, statement, evidence)
    elif statement.predicate == "personnelAct":
        yield from _personnel_event(frame, statement, evidence)
    elif statement.predicate in _CITING:
        yield from _citation(frame, statement, evidence, asserted)


def _new(
    frame: Frame, kind: str, cls: str, s: Statement, evidence: NamedNode
) -> tuple[NamedNode, list[Quad]]:
    this = frame.own(kind, s.subject, s.predicate, s.object, dict(s.attributes))
    quads = [frame.quad(this, TYPE, each) for each in class_nodes(cls)]
    quads.append(frame.quad(this, vk("evidence"), evidence))
    if (day := literals.publication_day(frame.article.published)) is not None:
        quads.append(frame.quad(this, vk("asOf"), day))
    return this, quads


def _tenure(frame: Frame, s: Statement, evidence: NamedNode) -> Iterator[Quad]:
    this, quads = _new(frame, "tenure", "Tenure", s, evidence)
    yield from quads
    yield frame.quad(this, vk("person"), frame.thing(s.subject))
    if s.object is not None:
        yield frame.quad(this, vk("post"), frame.thing(s.object))
    yield from frame.attributes(this, "Tenure", s.attributes)


def _participation(frame: Frame, s: Statement, evidence: NamedNode) -> Iterator[Quad]:
    """Carries status and date of its event as this article gives them: a planned presence is none."""
    this, quads = _new(frame, "participation", "Participation", s, evidence)
    yield from quads
    yield frame.quad(this, vk("event"), frame.thing(s.subject))
    if s.object is not None:
        yield frame.quad(this, vk("person"), frame.thing(s.object))
    yield from frame.attributes(this, "Participation", {**frame.events.get(s.subject, {}), **s.attributes})


def _personnel_event(frame: Frame, s: Statement, evidence: NamedNode) -> Iterator[Quad]:
    this, quads = _new(frame, "act", ACTS[s.attributes["act"]], s, evidence)
    yield from quads
    yield frame.quad(this, vk("person"), frame.thing(s.subject))
    if s.object is not None:
        yield frame.quad(this, vk("post"), frame.thing(s.object))
    yield from frame.attributes(this, "PersonnelEvent", s.attributes)


def _citation(frame: Frame, s: Statement, evidence: NamedNode, asserted: NamedNode) -> Iterator[Quad]:
    """Carries the status of the event that refers, as this article gives it: a planned review is none yet."""
    this, quads = _new(frame, "citation", "Citation", s, evidence)
    yield from quads
    yield frame.quad(this, vk("citing"), frame.thing(s.subject))
    yield frame.quad(this, vk("relation"), asserted)
    if s.object is not None:
        yield frame.quad(this, vk("cited"), frame.thing(s.object))
    yield from frame.attributes(this, "Citation", frame.events.get(s.subject, {}))
