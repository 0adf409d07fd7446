"""Reorganisations of bodies as change events of the W3C Organization Ontology, in the graph of the registries.

An event stands there as soon as some article names one of its bodies, and then with all its bodies: who asks what
became of one wants the others named, too. Those that no article names are an ``org:Organization`` with the registry's
name, and no ``vk:Body``; nor is the event a ``vk:Event``: who asks for bodies or events gets those that articles tell of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.identity.names import Names
from vankien.graph.prefixes import PREFIXES
from vankien.graph.quads.literals import code, day, vietnamese
from vankien.graph.quads.nodes import LABEL, SOURCE, TYPE, node, vk
from vankien.graph.store import REGISTRY_GRAPH
from vankien.ontology.known_changes import Party, Reorganisation, reorganisations

_ORG: Final = PREFIXES["org"]
ORIGINAL: Final = NamedNode(f"{_ORG}originalOrganization")
RESULTING: Final = NamedNode(f"{_ORG}resultingOrganization")


def change_quads(names: Names) -> Iterator[Quad]:
    """The reorganisations of bodies that the base names, by day and name."""
    named = names.in_graph({party.iri for change in reorganisations() for party in (*change.originals, *change.results)})
    for change in reorganisations():
        parties = (*change.originals, *change.results)
        if not named.isdisjoint(party.iri for party in parties):
            yield from event_quads(change, named)


def event_quads(change: Reorganisation, named: Collection[str]) -> Iterator[Quad]:
    """One reorganisation; ``named`` are the bodies (IRIs) that articles name."""
    yield from _event(change)
    yield from _days(change)
    for party in (*change.originals, *change.results):
        if party.iri not in named:
            yield from _unnamed(party)


def _event(change: Reorganisation) -> Iterator[Quad]:
    this = node(change.iri)
    yield _quad(this, TYPE, vk("ReorganisationEvent"))
    yield _quad(this, TYPE, NamedNode(f"{_ORG}ChangeEvent"))
    yield _quad(this, LABEL, vietnamese(_label(change)))
    yield _quad(this, vk("date"), day(change.day))
    yield _quad(this, vk("status"), code("held"))
    yield _quad(this, SOURCE, Literal(change.source))
    for how in change.how:
        yield _quad(this, vk("change"), code(how))
    for party in change.originals:
        yield _quad(this, ORIGINAL, node(party.iri))
    for party in change.results:
        yield _quad(this, RESULTING, node(party.iri))


def _days(change: Reorganisation) -> Iterator[Quad]:
    """The last day of what was, and the first of what goes on under an old name."""
    last = (date.fromisoformat(change.day) - timedelta(days=1)).isoformat()
    for party in change.originals:
        yield _quad(node(party.iri), vk("endDate"), day(last))
    for party in change.results:
        if party.since:
            yield _quad(node(party.iri), vk("startDate"), day(party.since))


def _unnamed(party: Party) -> Iterator[Quad]:
    yield _quad(node(party.iri), TYPE, NamedNode(f"{_ORG}Organization"))
    yield _quad(node(party.iri), LABEL, vietnamese(party.name))


def _label(change: Reorganisation) -> str:
    """The names with an arrow from what was to what is: no language has the word for every case."""
    was, now = (" + ".join(party.name for party in parties) for parties in (change.originals, change.results))
    return f"{was} → {now or '∅'}"


def _quad(subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal) -> Quad:
    return Quad(subject, predicate, object, REGISTRY_GRAPH)
