"""One article while it becomes quads: its graph, its own nodes, and the canonical nodes of what it names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.quads import literals
from vankien.graph.quads.nodes import article_graph, node, vk
from vankien.graph.quads.periods import Periods, spoken_on
from vankien.ontology import iri
from vankien.ontology.nouns import Entity, Extraction
from vankien.ontology.terms import ATTRIBUTES, ATTRIBUTES_OF, GIVEN_AS, Datatype


class Frame:
    """What the makers of quads share. ``names`` maps article-level IRIs to canonical ones (missing: itself).

    ``events`` holds what the article says of its events (status, date), for the nodes that hang on them;
    ``loose`` are the ids of its loose references: known to this article alone, for a paper that others
    know, too, exists, however loosely this one names it; ``periods`` tells which of several bodies of one
    name, one after another, is meant; ``day`` is the one from which the article speaks.
    """

    __slots__ = ("article", "day", "events", "graph", "key", "loose", "node", "periods", "_names", "_nodes")

    def __init__(self, extraction: Extraction, names: Mapping[str, str]) -> None:
        self.article = article = extraction.article
        self.events = {e.id: e.attributes for e in extraction.entities if e.type == "Event"}
        self.graph = self.node = article_graph(article.id)
        self.key = iri.article_key(article.id)
        self.loose = frozenset(e.id for e in extraction.entities if self._is_loose(e))
        self.day = spoken_on(extraction)
        self.periods = Periods(extraction)
        self._names = names
        self._nodes: dict[tuple[str, str], NamedNode] = {}

    def _is_loose(self, entity: Entity) -> bool:
        own = entity.id.endswith(f"/{self.key}")
        return own and entity.type == "Document" and bool(entity.attributes.get("loose"))

    def quad(self, subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal) -> Quad:
        """A quad of this article's graph."""
        return Quad(subject, predicate, object, self.graph)

    def thing(self, id: str, since: str = "") -> NamedNode:
        """The canonical node of a thing the article names, of a body or post in the period that began on a day."""
        found = self._nodes.get((id, since))
        if found is None:
            found = self._nodes[id, since] = node(iri.in_period(self._names.get(id, id), since))
        return found

    def things(self, id: str) -> tuple[NamedNode, ...]:
        """The nodes for which an id stands in this article: one, but for bodies and posts of several periods."""
        return tuple(self.thing(id, since) for since in self.periods.of(id))

    def own(self, kind: str, *said: Any) -> NamedNode:
        """A node of this article alone, named by the hash of what it says (in the article's own ids)."""
        return NamedNode(own(self.key, kind, *said))

    def attributes(self, subject: NamedNode, cls: str, given: Mapping[str, Any], day: str = "") -> Iterator[Quad]:
        """The attributes that a thing of this class may have, as typed properties; bodies as they stood on a day, else on the article's."""
        for name in ATTRIBUTES_OF[cls]:
            value = given.get(GIVEN_AS.get(name, name))
            for each in value if isinstance(value, list | tuple) else (value,):
                if (term := self._value(ATTRIBUTES[name], each, day)) is not None:
                    yield self.quad(subject, vk(name), term)

    def _value(self, kind: Datatype, given: Any, day: str) -> NamedNode | Literal | None:
        if kind == "link":
            return self.thing(str(given), self.periods.on(str(given), day)) if given else None
        return literals.value(kind, given)


def own(key: str, kind: str, *said: Any) -> str:
    """IRI of a node of one article (its key) alone: the hash of what it says."""
    return f"{iri.BASE}{kind}/{key}/{iri.digest(json.dumps(said, sort_keys=True, separators=(',', ':'), default=str))}"
