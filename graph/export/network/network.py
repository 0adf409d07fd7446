"""A base as a network: things as nodes, facts as edges, in typed columns.

An edge is one fact between two things. Articles that state the same fact make one edge, whose weight
is their number; facts that differ in predicate, status, role or act are edges of their own beside it.
Everything is streamed through sorted temporary files: memory does not grow with the base (but for a few bytes
a thing, and the IRIs of a neighbourhood), and the order is that of the IRIs, not of the store.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, groupby
from typing import Any, Final

from pyoxigraph import Store

from vankien.graph.export.network.columns import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node
from vankien.graph.export.network.merging import key, merged, parted, row
from vankien.graph.export.network.reading import Kinds, kind_and_class, statements, things
from vankien.graph.export.network.selection import Selection
from vankien.graph.export.sorting import Spool, from_json, sorted_lines, to_json
from vankien.graph.facts import Facts
from vankien.ontology.errors import UsageError
from vankien.ontology.terms import ATTRIBUTES_OF

_FROM_ENTITY: Final = NODE_COLUMNS.keys() - {"label", "name", "kind", "class", "iri", "articles"}

Columns = Mapping[str, Any]


class Network:
    """The selected part of a store, to be gone through as often as needed: the store is read once for the edges, and for each pass over the nodes.

    Raises UsageError where the view does not show the kind of thing around which it is asked.
    """

    def __init__(self, store: Store, selection: Selection = Selection()) -> None:
        self.facts = Facts(store)
        self.selection = selection
        self.view = selection.view
        self.empty = True
        """Whether no node has been given yet."""
        self._kept: Spool | None = None
        self._label = cache(self.facts.label_of)
        around = self.facts.thing(selection.around) if selection.around else None
        if around and around.kind not in self.view.core | self.view.touched:
            raise UsageError(f"{around.label}: the view {self.view.name} shows no {around.kind}")

    def nodes(self) -> Iterator[Node]:
        """All nodes, by IRI: those that a shown edge touches; without a narrower selection also the isolated ones of core kinds."""
        touched = self._touched() if self.selection.narrowed or self.view.touched else iter(())
        next_touched = next(touched, "")
        for iri, told in things(self.facts.store):
            while next_touched and next_touched < iri:
                next_touched = next(touched, "")
            typed = kind_and_class(told.get("class", ()))
            if typed and (iri == next_touched or (typed[0] in self.view.core and not self.selection.narrowed)):
                self.empty = False
                yield Node(iri, _node_columns(iri, *typed, told))

    def edges(self) -> Iterator[Edge]:
        """All edges, by the IRIs of their ends, predicate and columns."""
        for number, (source, target, columns) in enumerate(self._edges(), 1):
            yield Edge(f"e{number}", source, target, columns)

    def _edges(self) -> Iterator[tuple[str, str, Columns]]:
        """Ends and columns of the selected facts, kept on disk from the first call on."""
        if self._kept is None:
            kept = Spool(to_json(edge) for edge in self._selected())
            self._kept = self._neighbourhood(kept) if self.selection.around else kept
        return map(from_json, self._kept)

    def _selected(self) -> Iterator[tuple[str, str, Columns]]:
        """The facts of the view, period and support."""
        for (source, target, kind, *_), group in groupby(map(from_json, sorted_lines(self._rows())), key=lambda pair: pair[0]):
            for rows in parted([said for _, said in group]):
                columns = {"kind": kind, "label": self._label(kind), **merged(rows)}
                days = [said[4] for said in rows]
                if columns["weight"] >= self.selection.support and self.selection.meets(columns, days):
                    yield source, target, {name: columns[name] for name in EDGE_COLUMNS if columns[name]}

    def _rows(self) -> Iterator[str]:
        """A sortable line for each statement of the view: what is said, then by whom and in which words."""
        kinds = Kinds(self.facts.store)
        for fact in statements(self.facts):
            subject, object = kinds.of(fact.subject), kinds.of(fact.object or "")
            if subject and object and self.view.has_edge(subject, object):
                act = self.facts.beside(fact.iri) if fact.predicate == "personnelAct" else ""
                yield to_json([key(fact, act), row(fact)])

    def _neighbourhood(self, edges: Spool) -> Spool:
        """The edges between things that few enough facts tie to the one in the middle."""
        reached = self.selection.reached(lambda: (from_json(line)[:2] for line in edges))
        inside = (line for line in edges if reached.issuperset(from_json(line)[:2]))
        return Spool(inside)

    def _touched(self) -> Iterator[str]:
        """IRIs of the ends of edges, each once and in order; and of the thing in the middle."""
        ends = chain.from_iterable((source, target) for source, target, _ in self._edges())
        middle = [self.selection.around] if self.selection.around else []
        return (iri for iri, _ in groupby(sorted_lines(chain(middle, ends))))


def _node_columns(iri: str, kind: str, cls: str, told: Mapping[str, list[str]]) -> dict[str, Any]:
    columns: dict[str, Any] = {
        "label": told["label"][0],
        "name": told["label"][0],
        "kind": kind,
        "class": cls,
        "iri": iri,
        "articles": sum(map(int, told.get("mentions", ()))),
    }
    for name in _FROM_ENTITY & set(ATTRIBUTES_OF[kind]):
        if values := told.get(name):
            columns[name] = " | ".join(sorted(set(values)))
    return {name: columns[name] for name in NODE_COLUMNS if name in columns}
