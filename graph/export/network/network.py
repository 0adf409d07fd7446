"""A base as a network: things as nodes, facts as edges, in typed columns.

An edge is one fact between two things. Articles that state the same fact make one edge, whose weight
is their number; facts that differ in predicate, status, role or act are edges of their own beside it.
Everything is streamed through sorted temporary files: memory does not grow with the base (but for the
IRIs that a view must remember), and the order is that of the IRIs, not of the store.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from pyoxigraph import NamedNode, Store

from vankien.graph.export.network.columns import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node
from vankien.graph.export.network.selection import Selection
from vankien.graph.export.sorting import sorted_lines
from vankien.graph.facts import Fact, Facts, Thing, text_of
from vankien.graph.quads.nodes import LABEL, vk
from vankien.graph.store import ONTOLOGY_GRAPH, UNION
from vankien.ontology.terms import ATTRIBUTES_OF

_FROM_ENTITY: Final = NODE_COLUMNS.keys() - {"label", "name", "kind", "class", "iri", "articles"}
_IDENTITY: Final = ("status", "role", "act", "measure", "by", "acting", "term")
_DATES: Final = ("date", "startDate")
_OTHER_DATES: Final = ("endDate", "effectiveFrom", "announcedOn")
_MODES: Final = ("stated", "inferred", "loose")


class Network:
    """The selected part of a store, to be gone through as often as needed."""

    def __init__(self, store: Store, selection: Selection = Selection()) -> None:
        self.facts = Facts(store)
        self.selection = selection
        self.view = selection.view
        self._touched: set[str] | None = None
        self._labels: dict[str, str] = {}

    def nodes(self) -> Iterator[Node]:
        """All nodes, by IRI."""
        for iri in sorted_lines(self.facts.things()):
            thing = self.facts.thing(iri)
            if thing and (thing.kind in self.view.core or iri in self._touched_things()):
                yield Node(iri, self._node_columns(thing))

    def edges(self) -> Iterator[Edge]:
        """All edges, by the IRIs of their ends, predicate and columns."""
        rows = map(json.loads, sorted_lines(self._rows()))
        for number, (key, group) in enumerate(groupby(rows, key=lambda row: row[0]), 1):
            source, target, kind, *identity = key
            columns = {
                "kind": kind,
                "label": self._label(kind),
                **dict(zip(_IDENTITY, identity, strict=True)),
            }
            columns |= _merged([row[1] for row in group])
            yield Edge(
                f"e{number}", source, target, {name: columns[name] for name in EDGE_COLUMNS if columns[name]}
            )

    def _rows(self) -> Iterator[str]:
        """A sortable line for each statement of the view: what is said, then by whom and in which words."""
        for fact in self.facts.all():
            if fact.object is not None and self._shows(fact.subject, fact.object):
                key = [
                    fact.subject,
                    fact.object,
                    fact.predicate,
                    *(fact.attributes.get(k, "") for k in _IDENTITY),
                ]
                yield json.dumps([key, _row(fact)], ensure_ascii=False)

    def _shows(self, subject: str, object: str) -> bool:
        one, other = self.facts.thing(subject), self.facts.thing(object)
        return one is not None and other is not None and self.view.has_edge(one.kind, other.kind)

    def _touched_things(self) -> set[str]:
        if self._touched is None:
            self._touched = set()
            if self.view.touched:
                for fact in self.facts.all():
                    if fact.object is not None and self._shows(fact.subject, fact.object):
                        self._touched |= {fact.subject, fact.object}
        return self._touched

    def _node_columns(self, thing: Thing) -> dict[str, Any]:
        mentions = self.facts.store.quads_for_pattern(None, vk("mentions"), NamedNode(thing.iri), UNION)
        columns: dict[str, Any] = {
            "label": thing.label,
            "name": thing.label,
            "kind": thing.kind,
            "class": thing.cls,
            "iri": thing.iri,
            "articles": sum(1 for _ in mentions),
        }
        for name in _FROM_ENTITY & set(ATTRIBUTES_OF[thing.kind]):
            if values := self.facts.values(thing.iri, name):
                columns[name] = " | ".join(values)
        return {name: columns[name] for name in NODE_COLUMNS if name in columns}

    def _label(self, predicate: str) -> str:
        """The property's Vietnamese name in the vocabulary, else the predicate itself."""
        if predicate not in self._labels:
            labels = self.facts.store.quads_for_pattern(vk(predicate), LABEL, None, ONTOLOGY_GRAPH)
            named = {getattr(quad.object, "language", None): text_of(quad.object) for quad in labels}
            self._labels[predicate] = named.get("vi", predicate)
        return self._labels[predicate]


def _row(fact: Fact) -> dict[str, Any]:
    """What a supporting statement adds to its edge; sorted, the earliest article comes first."""
    return {
        "0": fact.order,
        "story": fact.source.story,
        "article": fact.source.id,
        "title": fact.source.title,
        "published": fact.source.published,
        "quote": fact.quote,
        "rule": fact.rule,
        "mode": fact.mode,
        "date": next((fact.attributes[name] for name in _DATES if name in fact.attributes), ""),
        **{name: fact.attributes.get(name, "") for name in _OTHER_DATES},
    }


def _merged(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The columns of one edge from its supporting statements, the earliest first."""
    first = min(rows, key=lambda row: row["0"])
    published = [row["published"][:10] for row in rows if row["published"]]
    return {
        "weight": float(len({row["article"] for row in rows})),
        "stories": len({row["story"] for row in rows}),
        **{name: _fullest([row[name] for row in rows if row[name]]) for name in ("date", *_OTHER_DATES)},
        "firstSeen": min(published, default=""),
        "mode": min((row["mode"] for row in rows), key=_MODES.index),
        **{name: first[name] for name in ("rule", "quote", "article", "title")},
    }


def _fullest(dates: list[str]) -> str:
    """The most precise of several dates, of those the earliest; empty where there is none."""
    return min(dates, key=lambda date: (-len(date), date), default="")
