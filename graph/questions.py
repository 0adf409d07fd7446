"""The questions that ship with the ontology as quads of a graph of their own, so that every base can be asked for them.

Each is a ``sh:SPARQLSelectExecutable`` with the text of its file. The text keeps its own ``PREFIX`` lines, where SHACL
would also take them from ``sh:prefixes``: what is fetched runs as it stands at any endpoint, and equals the file.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.quads.nodes import LABEL, RDFS, TYPE
from vankien.ontology.competency import CompetencyQuery, competency_queries

QUERY_GRAPH: Final = NamedNode("https://w3id.org/vankien/query")

_SH: Final = "http://www.w3.org/ns/shacl#"
_CLASSES: Final = (NamedNode(f"{_SH}SPARQLExecutable"), NamedNode(f"{_SH}SPARQLSelectExecutable"))
_SELECT: Final = NamedNode(f"{_SH}select")
_COMMENT: Final = NamedNode(f"{RDFS}comment")
_IDENTIFIER: Final = NamedNode("http://purl.org/dc/terms/identifier")


@cache
def question_quads() -> frozenset[Quad]:
    """The quads of all questions."""
    return frozenset(quad for query in competency_queries() for quad in _quads(query))


def question_node(name: str) -> NamedNode:
    """The node of a question by its name.

    >>> question_node("careers").value
    'https://w3id.org/vankien/query/careers'
    """
    return NamedNode(f"{QUERY_GRAPH.value}/{name}")


def _quads(query: CompetencyQuery) -> list[Quad]:
    this = question_node(query.name)
    said: list[tuple[NamedNode, NamedNode | Literal]] = [
        *((TYPE, cls) for cls in _CLASSES),
        (_IDENTIFIER, Literal(query.name)),
        (LABEL, Literal(query.title_en, language="en")),
        (LABEL, Literal(query.title_vi, language="vi")),
        (_COMMENT, Literal(query.asks, language="en")),
        (_SELECT, Literal(query.text)),
    ]
    return [Quad(this, predicate, object, QUERY_GRAPH) for predicate, object in said]
