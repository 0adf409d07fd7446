"""The base of the examples: every statement quotes its article, shapes hold, builds repeat, exports open elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from tests.examples.asking import asked

from vankien.extractors import extract
from vankien.graph import KnowledgeBase
from vankien.ontology import Article


def test_every_statement_quotes_its_article(kb: KnowledgeBase, articles: Sequence[Article]) -> None:
    quotes = """
    SELECT ?s ?id ?exact ?start ?end ?prefix ?suffix WHERE {
      ?s a vk:Statement ; prov:wasDerivedFrom/vk:identifier ?id ; oa:hasSelector ?words .
      ?words oa:exact ?exact ; oa:start ?start ; oa:end ?end .
      OPTIONAL { ?words oa:prefix ?prefix } OPTIONAL { ?words oa:suffix ?suffix }
    }"""
    texts = {article.id: article.text for article in articles}
    rows = asked(kb, quotes)[1]
    assert len({row[0] for row in rows}) == len(rows) == kb.stats()["statements"]
    for _, id, exact, start, end, prefix, suffix in rows:
        assert exact and texts[id][int(start) : int(end)] == exact, id
        assert texts[id][: int(start)].endswith(prefix) and texts[id][int(end) :].startswith(suffix), id


def test_the_base_conforms(kb: KnowledgeBase) -> None:
    report = kb.validate()
    assert report.conforms and not report.of("Violation"), report.findings
    assert report.checked > 1000


@pytest.mark.parametrize("backwards", [False, True])
def test_built_again_from_nothing_it_is_the_same_base(
    kb: KnowledgeBase, articles: Sequence[Article], tmp_path: Path, backwards: bool
) -> None:
    again = KnowledgeBase(tmp_path / "kb")
    again.update(extract(reversed(articles) if backwards else articles))
    first, second = (base.export(tmp_path / name, "nq") for base, name in ((kb, "1.nq"), (again, "2.nq")))
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size > 1_000_000


def filled(values: dict[str, Any]) -> dict[str, Any]:
    """The columns of a node or an edge that hold something, but for its id."""
    return {name: value for name, value in values.items() if name != "id" and value != ""}


def test_graphml_is_one_graph_for_networkx_and_igraph(kb: KnowledgeBase, tmp_path: Path) -> None:
    igraph: Any = pytest.importorskip("igraph")
    path = kb.export(tmp_path / "examples.graphml")
    one: Any = nx.read_graphml(path, force_multigraph=True)
    other = igraph.Graph.Read_GraphML(str(path))
    assert (other.vcount(), other.ecount()) == (one.number_of_nodes(), one.number_of_edges())
    assert one.number_of_nodes() > 150 and one.number_of_edges() > 200
    # igraph gives "" where a thing has no such column, and edges the ids of nodes
    said = {vertex["id"]: filled(vertex.attributes()) for vertex in other.vs}
    assert said == {id: filled(values) for id, values in one.nodes(data=True)}
    ends = [(other.vs[edge.source]["id"], other.vs[edge.target]["id"]) for edge in other.es]
    assert sorted(
        (*pair, sorted(filled(edge.attributes()).items())) for pair, edge in zip(ends, other.es, strict=True)
    ) == sorted((s, t, sorted(filled(values).items())) for s, t, values in one.edges(data=True))
