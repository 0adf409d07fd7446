"""From the log into a new generation of the store: what waits, and all that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from vankien.graph.description import described
from vankien.graph.identity.names import Names
from vankien.graph.identity.outcomes import Outcomes
from vankien.graph.identity.stories import Stories
from vankien.graph.log import StatementLog
from vankien.graph.quads import (
    IDENTITY_GRAPH,
    article_quads,
    label_quads,
    outcome_quads,
    story_quads,
    type_quads,
)
from vankien.graph.questions import QUERY_GRAPH, question_quads
from vankien.graph.registry import registered_names, registry_quads
from vankien.graph.store import ONTOLOGY_GRAPH, REGISTRY_GRAPH, Change, NewGeneration
from vankien.graph.vocabulary import ontology_quads
from vankien.ontology import iri

BULK = 50
"""Waiting articles from which on the store is loaded in bulk."""


class Publication:
    """Writes what a generation must say; all derived tables must be resolved before."""

    def __init__(self, log: StatementLog, names: Names, outcomes: Outcomes, stories: Stories) -> None:
        self.log, self.names, self.outcomes, self.stories = log, names, outcomes, stories

    def due(self) -> bool:
        """Whether anything waits for the store."""
        return bool(self.log.waiting()) or self.names.unsettled()

    def write(self, new: NewGeneration, anew: bool) -> None:
        """Bring a generation up to date; ``anew``: it is empty, and gets everything."""
        keys = list(self.log.keys()) if anew else self.log.waiting()
        bulk = len(keys) >= BULK
        new.apply(self._articles(new, keys), bulk)
        new.apply(self._labels(new, anew), bulk)
        new.apply(self._told(new, keys if anew else self.log.touched("story")), bulk)
        new.apply(self._known(new), bulk=False)
        new.apply(described(new, self.log, self.names.counts()), bulk=False)

    def _articles(self, new: NewGeneration, keys: Iterable[str]) -> Iterator[Change]:
        for key in keys:
            graph = _article(key)
            extraction = self.log.extraction(key)
            quads = set[Quad]()
            if extraction is not None:
                quads = set(article_quads(extraction, self.names.canonical(extraction)))
            held = new.graph(graph)
            yield held - quads, quads - held

    def _labels(self, new: NewGeneration, anew: bool) -> Iterator[Change]:
        for called, label in self.names.all_labels() if anew else self.names.relabelled():
            held = new.graph(IDENTITY_GRAPH, NamedNode(called))
            named = {called: registered_names().get(called, label)} if label else {}
            quads = {*label_quads(named), *outcome_quads(called, self.outcomes.held_as(called))}
            yield held - quads, quads - held

    def _told(self, new: NewGeneration, keys: Iterable[str]) -> Iterator[Change]:
        named = set[NamedNode]()
        for key in keys:
            article = _article(key)
            held, quads = new.graph(IDENTITY_GRAPH, article), set(story_quads(article, self.stories.story(key)))
            yield held - quads, quads - held
            named |= {quad.object for quad in held | quads if isinstance(quad.object, NamedNode)}
        for story in sorted(named, key=str):
            held = new.graph(IDENTITY_GRAPH, story)
            quads = set(type_quads(story)) if self.stories.is_told(story.value) else set()
            yield held - quads, quads - held

    def _known(self, new: NewGeneration) -> Iterator[Change]:
        for graph, quads in (
            (ONTOLOGY_GRAPH, ontology_quads()),
            (QUERY_GRAPH, question_quads()),
            (REGISTRY_GRAPH, registry_quads(self.names)),
        ):
            held, wanted = new.graph(graph), set(quads)
            yield held - wanted, wanted - held


def _article(key: str) -> NamedNode:
    """``article_graph()`` of an article whose id may be gone."""
    return NamedNode(f"{iri.BASE}article/{key}")
