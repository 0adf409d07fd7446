"""What a base says of itself: its questions, and numbers that are true whatever the way there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions
from rdflib.plugins.sparql import prepareQuery

from vankien.graph import KnowledgeBase, build, publication
from vankien.graph.description import DESCRIPTION_GRAPH
from vankien.graph.questions import QUERY_GRAPH
from vankien.graph.store import named
from vankien.ontology.competency import competency_queries
from vankien.ontology.nouns import Extraction

Dump = Callable[[KnowledgeBase], bytes]

PUBLISHED = {
    "http://rdfs.org/ns/void#": "Dataset class classPartition entities exampleResource subset triples uriSpace vocabulary",
    "http://www.w3.org/ns/sparql-service-description#": """Dataset Graph NamedGraph SPARQL11Query Service UnionDefaultGraph
        defaultDataset defaultEntailmentRegime defaultGraph feature name namedGraph supportedLanguage""",
    "http://www.w3.org/ns/shacl#": "SPARQLExecutable SPARQLSelectExecutable select",
    "http://purl.org/dc/terms/": "description identifier title",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "type",
    "http://www.w3.org/2000/01/rdf-schema#": "comment label",
}
"""Terms of the published vocabularies that a description uses, as VoID, SPARQL 1.1 Service Description and SHACL name them."""


def rows(kb: KnowledgeBase, sparql: str) -> list[tuple[str, ...]]:
    found = kb.query(sparql)
    assert isinstance(found, QuerySolutions)
    return [tuple(getattr(term, "value") for term in row) for row in found]


def numbers(kb: KnowledgeBase) -> dict[str, int]:
    """The numbers of the description by what they count."""
    parts = {cls: int(n) for cls, n in rows(kb, "SELECT ?c ?n { vkid:dataset void:classPartition [ void:class ?c ; void:entities ?n ] }")}
    [(triples, things)] = rows(kb, "SELECT ?t ?n { vkid:dataset void:triples ?t ; void:entities ?n }")
    [(articles,)] = rows(kb, "SELECT ?n { vkid:dataset void:subset [ void:class vk:Article ; void:entities ?n ] }")
    return {"triples": int(triples), "things": int(things), "articles": int(articles), **parts}


def counted(kb: KnowledgeBase) -> dict[str, int]:
    """The same, counted in the store."""
    one = "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a <%s> }"
    stats, inside = kb.stats(), [q for q in named(kb.reader.store()) if q.graph_name != DESCRIPTION_GRAPH]
    parts = {cls: int(rows(kb, one % cls)[0][0]) for cls in numbers(kb) if ":" in cls}
    return {"triples": len(inside), "things": stats["entities"], "articles": stats["articles"], **parts}


def test_numbers_are_true(full: KnowledgeBase, stories: list[Extraction]) -> None:
    before = numbers(full)
    assert before == counted(full)
    assert before["https://w3id.org/vankien/ontology#Document"] >= before["https://w3id.org/vankien/ontology#Resolution"] > 0
    full.withdraw([stories[0].article.id])
    assert numbers(full) == counted(full) != before


def test_every_question_can_be_fetched_and_run(full: KnowledgeBase) -> None:
    sparql = """
    SELECT ?name ?en ?vi ?asks ?text {
      ?q a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ; dcterms:identifier ?name ; rdfs:comment ?asks ; sh:select ?text ;
         rdfs:label ?en, ?vi . FILTER (LANG(?en) = "en" && LANG(?vi) = "vi" && STRENDS(STR(?q), CONCAT("/query/", ?name)))
    }"""
    fetched = sorted(rows(full, sparql))
    assert fetched == sorted((q.name, q.title_en, q.title_vi, q.asks, q.text) for q in competency_queries())
    for *_, text in fetched:
        prepareQuery(text)
        assert isinstance(full.reader.store().query(text), QuerySolutions), "without any prefix from outside"


def test_only_published_terms_and_no_blank_nodes(full: KnowledgeBase) -> None:
    terms = {space + name for space, names in PUBLISHED.items() for name in names.split()}
    used = set[str]()
    for graph in (DESCRIPTION_GRAPH, QUERY_GRAPH):
        for quad in full.reader.store().quads_for_pattern(None, None, None, graph):
            assert isinstance(quad.subject, NamedNode) and not isinstance(quad.object, BlankNode)
            used |= {quad.predicate.value, *([quad.object.value] if isinstance(quad.object, NamedNode) else [])}
            assert not (isinstance(quad.object, Literal) and "date" in quad.object.datatype.value)
    assert {term for term in used if term.startswith(tuple(PUBLISHED)) and not term.endswith("#")} == terms


def test_the_graphs_that_are_named_are_there(full: KnowledgeBase) -> None:
    fixed = {name for (name,) in rows(full, "SELECT ?g { vkid:service sd:defaultDataset/sd:namedGraph/sd:name ?g }")}
    there = {getattr(graph, "value") for graph in full.reader.store().named_graphs()}
    assert {graph for graph in there if "/article/" not in graph} <= fixed
    assert rows(full, "SELECT ?f { vkid:service sd:feature ?f }") == [("http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph",)]


def test_a_base_without_description_gets_it_at_the_next_build(
    kb: KnowledgeBase, stories: list[Extraction], nquads: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(build, "MODEL", "an older one")
        older.setattr(publication, "described", lambda new, log, things: iter(()))
        older.setattr(publication, "question_quads", frozenset)
        kb.update(stories)
        assert not {DESCRIPTION_GRAPH, QUERY_GRAPH} & set(kb.reader.store().named_graphs())
    kb.update([])
    assert {DESCRIPTION_GRAPH, QUERY_GRAPH} <= set(kb.reader.store().named_graphs())
    assert numbers(kb) == counted(kb)
    before, generation = nquads(kb), kb.generation
    kb.update(stories)
    assert nquads(kb) == before and kb.generation == generation
