"""Nodes and names of graphs: every IRI that quads are made of.

Vocabulary names pass :func:`vk`, which refuses a name that ``ontology/terms.py`` does not know.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from pyoxigraph import NamedNode

from vankien.ontology import iri
from vankien.ontology.terms import CLASSES, PROPERTIES

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

TYPE: Final = NamedNode(RDF + "type")
SUBJECT: Final = NamedNode(RDF + "subject")
PREDICATE: Final = NamedNode(RDF + "predicate")
OBJECT: Final = NamedNode(RDF + "object")
LABEL: Final = NamedNode(RDFS + "label")
ALT_LABEL: Final = NamedNode(SKOS + "altLabel")
SOURCE: Final = NamedNode("http://purl.org/dc/terms/source")
DERIVED_FROM: Final = NamedNode(PROV + "wasDerivedFrom")
HAS_SELECTOR: Final = NamedNode(OA + "hasSelector")
QUOTE_SELECTOR: Final = NamedNode(OA + "TextQuoteSelector")
POSITION_SELECTOR: Final = NamedNode(OA + "TextPositionSelector")
EXACT: Final = NamedNode(OA + "exact")
PREFIX: Final = NamedNode(OA + "prefix")
SUFFIX: Final = NamedNode(OA + "suffix")
START: Final = NamedNode(OA + "start")
END: Final = NamedNode(OA + "end")

IDENTITY_GRAPH: Final = NamedNode(iri.BASE + "graph/identity")
"""What is known across articles: the one label of each entity, the story of each article, what became of plans."""

# Code points that no IRI may hold (RFC 3987), met in ids made elsewhere; %-escapes that are there stay.
_NOT_IRI: Final = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufff0-\uffff]")


@lru_cache(maxsize=None)
def vk(name: str) -> NamedNode:
    """The node of a term of the vocabulary; KeyError for a name it does not have."""
    if name not in CLASSES and name not in PROPERTIES:
        raise KeyError(f"no term vk:{name}")
    return NamedNode(iri.ONTOLOGY + name)


def article_graph(article_id: str) -> NamedNode:
    """The named graph of one article: its name is the article's own IRI, so that ``GRAPH ?article { ... }``
    joins with what is said about the article.

    >>> article_graph("politics-46").value
    'https://w3id.org/vankien/id/article/politics-46'
    """
    return NamedNode(iri.article(article_id))


def node(id: str) -> NamedNode:
    """The node of an entity's id; code points that no IRI may hold are escaped.

    >>> node("https://w3id.org/vankien/id/body/tỉnh ủy").value
    'https://w3id.org/vankien/id/body/tỉnh%20ủy'
    """
    try:
        return NamedNode(id)
    except ValueError:
        return _escaped(id)


def _escaped(id: str) -> NamedNode:
    try:
        return NamedNode(_NOT_IRI.sub(lambda bad: quote(bad.group(), safe="", errors="replace"), id))
    except ValueError:  # no scheme, or a shape no escape mends
        return NamedNode(iri.BASE + quote(id, safe="/", errors="replace"))
