"""The base as igraph and rdflib see it: the same things and facts, and no way to change them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from rdflib import RDF, RDFS, Graph, URIRef

from vankien.graph import KnowledgeBase
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS
from vankien.graph.export.network.view import VIEWS
from vankien.ontology import iri
from vankien.ontology.errors import UsageError

PERSON = URIRef(f"{iri.ONTOLOGY}Person")
A1, NAME = URIRef(iri.BASE + "article/a1"), URIRef("urn:x")


@pytest.mark.parametrize("view", VIEWS)
def test_igraph_and_networkx_have_the_same_nodes_edges_and_columns(full: KnowledgeBase, view: str) -> None:
    pytest.importorskip("igraph")
    found, expected = full.to_igraph(view), full.to_networkx(view)
    assert found.is_directed()
    assert set(found.vs.attributes()) == set(NODE_COLUMNS) and set(found.es.attributes()) == {"id", *EDGE_COLUMNS}
    assert [(v["iri"], known(v.attributes())) for v in found.vs] == list(expected.nodes(data=True))
    edges = {e["id"]: (found.vs[e.source]["iri"], found.vs[e.target]["iri"], known(e.attributes())) for e in found.es}
    assert found.ecount() == len(edges), "each edge has an id of its own"
    assert edges == {key: (s, t, {"id": key, **data}) for s, t, key, data in expected.edges(keys=True, data=True)}
    assert found.has_multiple() == (view in {"full", "people"}), "current and former holder stand side by side"


def known(attributes: dict[str, Any]) -> dict[str, Any]:
    """What is known: igraph has None for what networkx leaves out."""
    return {name: value for name, value in attributes.items() if value is not None}


def test_without_igraph_the_extra_is_named(full: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "igraph", None)
    with pytest.raises(UsageError, match=r"pip install 'vankien\[igraph\]'"):
        full.to_igraph()


def test_the_dataset_lists_a_graph_for_each_article(full: KnowledgeBase) -> None:
    dataset = full.to_dataset()
    named = {str(graph.identifier) for graph in dataset.graphs()}
    articles = {str(article) for article in dataset.subjects(RDF.type, URIRef(f"{iri.ONTOLOGY}Article"))}
    assert len(articles) == 10 and articles <= named
    beside = {"urn:x-rdflib:default", iri.ONTOLOGY.removesuffix("#"), *(f"{iri.BASE}graph/{name}" for name in ("description", "identity", "registry")), "https://w3id.org/vankien/query"}
    assert named - articles == beside


def test_the_dataset_answers_by_article(full: KnowledgeBase) -> None:
    asked = 'SELECT ?g { GRAPH ?g { ?post a vk:Post ; skos:altLabel "Bí thư Tỉnh ủy Phú Thọ"@vi } }'
    rows: Any = full.to_dataset().query(asked)
    expected: Any = full.query(asked)
    assert sorted(str(row.g) for row in rows) == sorted(row["g"].value for row in expected) != []
    one = full.to_dataset().graph(A1)
    assert 0 < len(one) == len(set(one)) and (A1, RDF.type, None) in one


def test_the_default_graph_gives_each_triple_once(full: KnowledgeBase) -> None:
    dataset = full.to_dataset()
    triples = list(dataset.default_graph)
    assert len(triples) == len(set(triples)) == len(dataset)
    assert set(triples) == {triple for graph in dataset.graphs() for triple in graph} == set(full.to_rdflib())
    rows: Any = dataset.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert [int(row.n) for row in rows] == [len(triples)]
    assert len(list(dataset.triples((None, RDF.type, PERSON)))) == full.stats()["classes"]["Person"]


@pytest.mark.parametrize("built", [True, False])
@pytest.mark.parametrize(
    "change",
    [
        lambda g: g.add((NAME, RDFS.label, NAME)),
        lambda g: g.addN([(NAME, RDFS.label, NAME, Graph(identifier=A1))]),
        lambda g: g.remove((None, None, None)),
        lambda g: g.update("DELETE WHERE { ?s ?p ?o }"),
        lambda g: g.parse(data="<urn:x> <urn:x> <urn:x> .", format="turtle"),
    ],
)
def test_rdflib_cannot_change_a_base(
    kb: KnowledgeBase, request: pytest.FixtureRequest, built: bool, change: Callable[[Any], Any]
) -> None:
    if built:
        request.getfixturevalue("full")
    before = len(kb.to_rdflib())
    for face in (kb.to_dataset(), kb.to_rdflib()):
        with pytest.raises(UsageError, match="read-only"):
            change(face)
    assert len(kb.to_rdflib()) == before and bool(before) is built
