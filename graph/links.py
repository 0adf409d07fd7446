"""What is known of a thing beside the facts that articles state: from the registries, and across articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Quad

from vankien.graph.changes import ORIGINAL, RESULTING
from vankien.graph.facts import Facts, Thing, iri_of, text_of
from vankien.graph.prefixes import VK
from vankien.graph.quads import IDENTITY_GRAPH
from vankien.graph.quads.nodes import SOURCE
from vankien.graph.store import REGISTRY_GRAPH

_NAMES: Final = {ORIGINAL.value: "originalOrganization", RESULTING.value: "resultingOrganization"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two things. ``outgoing``: it leads from the thing explained to ``other``.

    ``date`` is that of the other thing where it is an event, empty where unknown; ``source`` where the registry has it from,
    empty for what is known across articles.
    """

    predicate: str
    outgoing: bool
    other: Thing
    date: str
    source: str


def links(facts: Facts, thing: Thing) -> tuple[Link, ...]:
    """The links of a thing, by predicate, day and name."""
    this = NamedNode(thing.iri)
    found = {link for graph in (REGISTRY_GRAPH, IDENTITY_GRAPH) for link in _links(facts, this, graph)}
    return tuple(sorted(found, key=lambda link: (link.predicate, not link.outgoing, link.date, link.other.label, link.other.iri)))


def _links(facts: Facts, this: NamedNode, graph: NamedNode) -> Iterator[Link]:
    for quad in facts.store.quads_for_pattern(this, None, None, graph):
        if isinstance(quad.object, NamedNode) and (link := _link(facts, quad, iri_of(quad.object), True)):
            yield link
    for quad in facts.store.quads_for_pattern(None, None, this, graph):
        if link := _link(facts, quad, iri_of(quad.subject), False):
            yield link


def _link(facts: Facts, quad: Quad, end: str, outgoing: bool) -> Link | None:
    name = _NAMES.get(quad.predicate.value) or quad.predicate.value.removeprefix(VK)
    other = facts.thing(end)
    if other is None or name == quad.predicate.value:
        return None
    dates = facts.values(end, "date") if other.kind == "Event" else []
    sources = facts.store.quads_for_pattern(quad.subject, SOURCE, None, REGISTRY_GRAPH) if quad.graph_name == REGISTRY_GRAPH else iter(())
    return Link(name, outgoing, other, " or ".join(dates), "; ".join(sorted(text_of(source.object) for source in sources)))
