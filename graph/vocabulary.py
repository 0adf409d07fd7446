"""The vocabulary as quads of its own graph."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from pyoxigraph import BlankNode, Quad, RdfFormat, parse

from vankien.graph.store import ONTOLOGY_GRAPH
from vankien.ontology.vocabulary import vocabulary

T = TypeVar("T")


@cache
def ontology_quads() -> frozenset[Quad]:
    """The vocabulary in its graph, so that queries can ask for the labels of classes and properties.

    Blank nodes are numbered in the order of the file: the same file gives the same quads.
    """
    numbers: dict[BlankNode, BlankNode] = {}
    quads = parse(vocabulary(), format=RdfFormat.TURTLE)
    return frozenset(
        Quad(_numbered(q.subject, numbers), q.predicate, _numbered(q.object, numbers), ONTOLOGY_GRAPH)
        for q in quads
    )


def _numbered(term: T, numbers: dict[BlankNode, BlankNode]) -> T | BlankNode:
    if not isinstance(term, BlankNode):
        return term
    return numbers.setdefault(term, BlankNode(f"vocabulary{len(numbers)}"))
