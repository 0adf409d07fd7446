"""The competency questions over the hand-made corpus, with every row they must give.

Each is asked three times: of the named graphs with the default graph as their union, which repeats a triple for
each article that states it; of a default graph that holds each triple once, as a knowledge base does; and of one in
which articles share the nodes of tenures and acts, each saying in its own graph what it knows of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from pyoxigraph import NamedNode, Quad, QuerySolutions, Store
from rdflib.plugins.sparql import prepareQuery
from tests.ontology.corpus import BLOC
from tests.ontology.rows import ROWS

from vankien.graph.changes import event_quads
from vankien.graph.quads import article_graph, article_quads, label_quads, story_quads
from vankien.ontology import iri, vocabulary
from vankien.ontology.competency import CompetencyQuery, competency_queries, competency_query
from vankien.ontology.errors import QueryError
from vankien.ontology.known_changes import reorganisations
from vankien.ontology.nouns import Extraction
from vankien.ontology.terms import CLASSES, PROPERTIES

OF_NODE = {f"{iri.ONTOLOGY}{name}" for name in ("person", "post", "act")}
"""Properties that make a tenure or an act the same in two articles."""

each_query = pytest.mark.parametrize("query", competency_queries(), ids=lambda query: query.name)


def shared(quads: Sequence[Quad]) -> list[Quad]:
    """The same quads with one node for a person in a post and one for an act, whichever articles tell of it."""
    parts: dict[str, set[str]] = {}
    for quad in quads:
        name = getattr(quad.subject, "value")
        if name.startswith((f"{iri.BASE}tenure/", f"{iri.BASE}act/")) and quad.predicate.value in OF_NODE:
            parts.setdefault(name, set()).add(getattr(quad.object, "value"))
    called: dict[object, NamedNode] = {
        NamedNode(name): NamedNode(iri.BASE + iri.slug(" ".join(sorted(of)))) for name, of in parts.items()
    }
    assert len(set(called.values())) < len(called), "an act that two articles tell"
    return [Quad(called.get(q.subject, q.subject), q.predicate, q.object, q.graph_name) for q in quads]


@pytest.fixture(scope="module", params=["union", "merged", "shared"])
def store(
    request: pytest.FixtureRequest,
    corpus: Sequence[Extraction],
    names: dict[str, str],
    labels: dict[str, str],
    stories: dict[str, str],
) -> tuple[Store, bool]:
    """The corpus in a store, and whether the default graph is the union of the named ones."""
    store = Store()
    quads = [quad for extraction in corpus for quad in article_quads(extraction, names)]
    store.extend(shared(quads) if request.param == "shared" else quads)
    store.extend(label_quads(labels))
    for article, story in stories.items():
        store.extend(story_quads(article_graph(article), story))
    for change in reorganisations():
        if BLOC in {party.iri for party in change.originals}:
            store.extend(event_quads(change, {BLOC}))
    if request.param != "union":
        store.extend([Quad(q.subject, q.predicate, q.object) for q in store])
    return store, request.param == "union"


@each_query
def test_rows(query: CompetencyQuery, store: tuple[Store, bool]) -> None:
    found = store[0].query(query.text, use_default_graph_as_union=store[1])
    assert isinstance(found, QuerySolutions)
    assert [tuple(None if v is None else v.value for v in row) for row in found] == list(ROWS[query.name])


def test_every_query_has_rows_to_meet() -> None:
    assert list(ROWS) == [query.name for query in competency_queries()]
    assert all(ROWS.values())


@each_query
def test_is_plain_sparql_1_1(query: CompetencyQuery) -> None:
    prepareQuery(query.text)  # a second parser, of another house


@each_query
def test_uses_only_terms_that_exist(query: CompetencyQuery) -> None:
    assert set(re.findall(r"\bvk:(\w+)", query.text)) <= CLASSES | PROPERTIES


@each_query
def test_order_is_told(query: CompetencyQuery) -> None:
    assert re.search(r"\nORDER BY [^\n]+\n\Z", query.text)


@each_query
def test_titles_are_in_their_language(query: CompetencyQuery) -> None:
    assert query.title_en.isascii() and query.asks.endswith(".")
    assert not query.title_vi.isascii()


def test_numbers_run_from_one_without_a_gap() -> None:
    files = sorted(file.name for file in vocabulary.folder("queries").iterdir())
    assert [file[:3] for file in files] == [f"{n:02d}-" for n in range(1, len(files) + 1)]


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(QueryError, match=r"no query is called 'carers'; there are .*careers"):
        competency_query("carers")
