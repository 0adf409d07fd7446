"""Statements to quads: one named graph an article, no blank nodes, the same bytes for the same input.

- :mod:`.nodes` names of terms and graphs, :mod:`.literals` values, :mod:`.frame` one article under way;
- :mod:`.check` refuses what the vocabulary has no term for;
- :mod:`.article`, :mod:`.entities`, :mod:`.statements`, :mod:`.beside` make its quads; :mod:`.story` those of stories.

``docs/ontology.md`` shows the patterns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Quad

from vankien.graph.quads.article import article_node, form_quads, naming_quads, namings
from vankien.graph.quads.check import check
from vankien.graph.quads.entities import entity_quads
from vankien.graph.quads.frame import Frame
from vankien.graph.quads.literals import vietnamese
from vankien.graph.quads.nodes import IDENTITY_GRAPH, LABEL, article_graph, node, vk
from vankien.graph.quads.statements import selector_quads, statement_quads
from vankien.graph.quads.story import story_quads, type_quads
from vankien.ontology.nouns import Extraction

__all__ = ["IDENTITY_GRAPH", "article_graph", "article_quads", "check", "label_quads", "outcome_quads", "story_quads", "type_quads"]


def article_quads(extraction: Extraction, names: Mapping[str, str]) -> Iterator[Quad]:
    """The quads of one article in its named graph, each once.

    ``names`` maps IRIs as the article knows them (persons) to canonical ones; a missing key is itself.
    Raises InputError, naming the article, for a class, predicate or code that the vocabulary does not have.
    """
    check(extraction)
    return iter(dict.fromkeys(_quads(extraction, names)))


def _quads(extraction: Extraction, names: Mapping[str, str]) -> Iterator[Quad]:
    frame = Frame(extraction, names)
    used = namings(extraction)
    yield from article_node(frame)
    for entity in extraction.entities:
        yield from entity_quads(frame, entity)
    yield from form_quads(frame, extraction, used)
    yield from naming_quads(frame, used)
    for span in dict.fromkeys(statement.span for statement in extraction.statements):
        yield from selector_quads(frame, span)
    for statement in extraction.statements:
        yield from statement_quads(frame, statement)


def label_quads(labels: Mapping[str, str]) -> Iterator[Quad]:
    """The one ``rdfs:label`` of each canonical IRI, in the graph of what is known across articles, by IRI.

    >>> [quad] = label_quads({"https://w3id.org/vankien/id/body/bộ-chính-trị": "Bộ Chính trị"})
    >>> str(quad.object)
    '"Bộ Chính trị"@vi'
    """
    for id, label in sorted(labels.items()):
        yield Quad(node(id), LABEL, vietnamese(label), IDENTITY_GRAPH)


def outcome_quads(plan: str, held: Iterable[str]) -> Iterator[Quad]:
    """What became of a plan (its IRI, then those of events), in the graph of what is known across articles."""
    for event in held:
        yield Quad(node(plan), vk("heldAs"), node(event), IDENTITY_GRAPH)
