"""What the graph says about one thing, each fact with the words that say it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from pyoxigraph import NamedNode, Quad, Store

from vankien.graph.facts import Fact, Facts, Thing, iri_of, text_of
from vankien.graph.links import Link, links
from vankien.graph.quads import IDENTITY_GRAPH
from vankien.graph.quads.literals import vietnamese
from vankien.graph.quads.nodes import ALT_LABEL, LABEL, node, vk
from vankien.graph.store import REGISTRY_GRAPH, UNION
from vankien.ontology.terms import ATTRIBUTES_OF

_DAYS = frozenset({"announcedOn", "date", "effectiveFrom", "endDate", "startDate"})


@dataclass(frozen=True, slots=True)
class Told:
    """One fact about the thing. ``other`` is the thing at its other end, None where there is none; ``attributes`` what is
    told beside it, bodies by name, and with a bar between where articles differ.

    ``outgoing``: the thing is the fact's subject. ``support`` is the number of articles that say so, ``stories``
    that of stories (reprints are one), ``first`` and ``last`` the days of the first and last of those articles (empty:
    unknown), ``evidence`` their statements, the earliest first.
    """

    predicate: str
    outgoing: bool
    other: Thing | None
    attributes: Mapping[str, str]
    support: int
    stories: int
    first: str
    last: str
    evidence: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of one of the thing's attributes and the number of articles that state it.

    ``inferred``: none does; a registry adds it, or (``registered`` false) a rule of the genre.
    """

    attribute: str
    value: str
    support: int
    inferred: bool
    registered: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that the graph says about one thing. ``names`` are the other forms seen, ``links`` what registries know, or all articles together."""

    thing: Thing
    names: tuple[str, ...]
    articles: int
    values: tuple[Value, ...]
    facts: tuple[Told, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidates:
    """The things a name may stand for, when it is not one: several, or none at all."""

    name: str
    things: tuple[Thing, ...]


def explain(store: Store, name: str) -> Explanation | Candidates:
    """What is known of an IRI or of the one thing that a label names; else the candidates.

    A label counts before other forms seen, those before either in other capitals.
    """
    found = named(store, name)
    return _explanation(Facts(store), found[0]) if len(found) == 1 else Candidates(name, found)


def named(store: Store, name: str) -> tuple[Thing, ...]:
    """The thing of an IRI, else the things of a name: by label, else by another form seen, else in other capitals; by label and IRI."""
    facts = Facts(store)
    thing = facts.thing(node(name).value)
    return (thing,) if thing is not None else _things(facts, name)


def _explanation(facts: Facts, thing: Thing) -> Explanation:
    this = NamedNode(thing.iri)
    names = {text_of(quad.object) for quad in facts.store.quads_for_pattern(this, ALT_LABEL, None, UNION)}
    mentions = facts.store.quads_for_pattern(None, vk("mentions"), this, UNION)
    return Explanation(
        thing,
        tuple(sorted(names - {thing.label})),
        sum(1 for _ in mentions),
        _values(facts, thing),
        _told(facts, thing),
        links(facts, thing),
    )


def _things(facts: Facts, name: str) -> tuple[Thing, ...]:
    """The things of this name, by label, else by another form, else in other capitals; by label and IRI."""
    exact = vietnamese(name)
    for predicate, graph in ((LABEL, IDENTITY_GRAPH), (ALT_LABEL, UNION)):
        if found := _known(facts, facts.store.quads_for_pattern(None, predicate, exact, graph)):
            return found
    every = facts.store.quads_for_pattern(None, ALT_LABEL, None, UNION)
    return _known(
        facts, (quad for quad in every if text_of(quad.object).casefold() == exact.value.casefold())
    )


def _known(facts: Facts, quads: Iterable[Quad]) -> tuple[Thing, ...]:
    things = (facts.thing(iri_of(quad.subject)) for quad in quads)
    return tuple(sorted({thing for thing in things if thing}, key=lambda thing: (thing.label, thing.iri)))


def _values(facts: Facts, thing: Thing) -> tuple[Value, ...]:
    this, stated, registered = NamedNode(thing.iri), Counter[tuple[str, str]](), set[tuple[str, str]]()
    for attribute in ATTRIBUTES_OF[thing.kind]:
        for quad in facts.store.quads_for_pattern(this, vk(attribute), None, None):
            if quad.graph_name == REGISTRY_GRAPH:
                registered.add((attribute, text_of(quad.object)))
            elif quad.graph_name != UNION:
                stated[attribute, text_of(quad.object)] += not _is_inferred(facts.store, quad)
    every = sorted(stated.keys() | registered)
    return tuple(Value(*each, stated[each], stated[each] == 0, each in registered) for each in every)


def _is_inferred(store: Store, quad: Quad) -> bool:
    """Whether a value is marked in its article's graph as none that the article states."""
    mark = store.quads_for_pattern(quad.subject, vk("inferredAttribute"), quad.predicate, quad.graph_name)
    return next(mark, None) is not None


def _told(facts: Facts, thing: Thing) -> tuple[Told, ...]:
    """Facts of which the thing is the subject come first; of one predicate, the best supported."""
    every = [_of_the_thing(fact) for fact in facts.about(thing.iri)]
    said = sorted(((_said(facts, fact), *fact.order, fact.iri), fact) for fact in every)
    told = (_one_fact(facts, thing, [fact for _, fact in group]) for _, group in groupby(said, key=lambda pair: pair[0][0]))
    return tuple(
        sorted(
            told, key=lambda t: (not t.outgoing, t.predicate, -t.support, t.other.label if t.other else "")
        )
    )


def _of_the_thing(fact: Fact) -> Fact:
    """Who a person of one article is, told of the person they are: the many articles then make one fact."""
    if fact.predicate == "resolvedTo" and fact.object:
        return replace(fact, subject=fact.object)
    return fact


def _said(facts: Facts, fact: Fact) -> tuple[str, ...]:
    """What makes a fact, apart from who says it when: of an act its node, which is one however papers date it; of all else what is told beside days."""
    told = facts.beside(fact.iri) if fact.predicate == "personnelAct" else json.dumps({k: v for k, v in fact.attributes.items() if k not in _DAYS})
    return fact.subject, fact.predicate, fact.object or "", told


def _attributes(facts: Facts, evidence: Iterable[Fact]) -> dict[str, str]:
    """What is told beside the triple, bodies by name; where articles differ, all that they tell, with a bar between."""
    values: dict[str, set[str]] = {}
    for fact in evidence:
        for name, value in fact.attributes.items():
            thing = facts.thing(value) if name == "by" else None
            values.setdefault(name, set()).add(thing.label if thing else value)
    return {name: " | ".join(sorted(found)) for name, found in sorted(values.items())}


def _one_fact(facts: Facts, thing: Thing, evidence: list[Fact]) -> Told:
    """A fact from its statements, the earliest first."""
    first = evidence[0]
    outgoing = first.subject == thing.iri
    other = first.object if outgoing else first.subject
    days = sorted({fact.source.published[:10] for fact in evidence} - {""}) or [""]
    return Told(
        first.predicate,
        outgoing,
        facts.thing(other) if other else None,
        _attributes(facts, evidence),
        len({fact.source.iri for fact in evidence}),
        len({fact.source.story for fact in evidence}),
        days[0],
        days[-1],
        tuple(evidence),
    )
