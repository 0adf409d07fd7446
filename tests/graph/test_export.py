"""Exports as networks: read back by the libraries that people use, whatever stands in the labels."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.graph import KnowledgeBase
from vankien.graph.export.files import cell
from vankien.graph.export.formats import gexf, graphml
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node
from vankien.graph.export.network.view import VIEWS
from vankien.ontology import iri
from vankien.ontology.nouns import Extraction
from vankien.ontology.terms import ATTRIBUTES_OF, ENTITY_TYPES

igraph: Any = pytest.importorskip("igraph")  # brings no types

Story = Callable[..., Extraction]

AN = f"{iri.BASE}person/nguyễn-văn-an/bí-thư/tỉnh-ủy-phú-thọ"
POST = f"{iri.BASE}post/bí-thư/tỉnh-ủy-phú-thọ"
GEXF = "{http://gexf.net/1.3}"

ANY_TEXT = st.text(st.characters(exclude_categories=[]))
ANY_VALUE = ANY_TEXT | st.none() | st.dates() | st.booleans() | st.lists(ANY_TEXT, max_size=3)


def test_edges_merge_what_several_articles_say(full: KnowledgeBase) -> None:
    graph = full.to_networkx()
    edges = {data["kind"]: data for data in graph[AN][POST].values()}
    assert set(edges) == {"holdsPost", "heldPost"}, "current and former stand side by side"
    current = edges["holdsPost"]
    assert current["weight"] == 2.0, "a1 and a2"
    assert current["article"] == "a1" and current["firstSeen"] == "2018-11-02", "the first to say so"
    assert (
        current["status"] == "current" and current["mode"] == "stated" and current["label"] == "giữ chức vụ"
    )
    assert current["quote"] == "Đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy Phú Thọ, phát biểu."
    node = graph.nodes[AN]
    assert (node["label"], node["name"], node["kind"], node["class"]) == (
        "Nguyễn Văn An",
        "Nguyễn Văn An",
        "Person",
        "Person",
    )
    assert node["articles"] == 3 and node["iri"] == AN


def test_every_fact_between_two_things_is_an_edge(full: KnowledgeBase, stories: list[Extraction]) -> None:
    weights = sum(data["weight"] for _, _, data in full.to_networkx().edges(data=True))
    assert weights == sum(
        len({(s.subject, s.predicate, s.object, str(s.attributes)) for s in story.statements})
        for story in stories
    )


def test_every_attribute_has_its_column() -> None:
    attributes = {name for kind in ENTITY_TYPES for name in ATTRIBUTES_OF[kind]} - {"candidate"}
    assert attributes <= set(NODE_COLUMNS)
    beside = {name for kind in ("Tenure", "Participation", "PersonnelEvent") for name in ATTRIBUTES_OF[kind]}
    assert beside - {"startDate", "endDate", "asOf"} <= set(EDGE_COLUMNS), "asOf is the day on which an edge is first seen"


def test_every_column_is_documented(root: Path) -> None:
    text = (root / "docs" / "export.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    assert {*NODE_COLUMNS, *EDGE_COLUMNS} <= set(re.findall(r"`(\w+)`", "".join(rows)))


def test_people_told_by_no_day_start_on_none(full: KnowledgeBase, story: Story) -> None:
    full.withdraw(["a6"])
    graph = full.to_networkx()
    (edge,) = (d for _, _, d in graph.edges(data=True) if d["kind"] == "holdsPost" and d["article"] == "a7")
    assert "firstSeen" not in edge and "date" not in edge
    assert gexf.start_of(edge) is None


@pytest.mark.parametrize(
    ("view", "kinds", "predicates"),
    [
        ("full", {"Person", "Post", "Body", "Document"}, {"holdsPost", "heldPost", "postIn", "issuedBy"}),
        ("people", {"Person", "Post", "Body"}, {"holdsPost", "heldPost", "postIn"}),
        ("citations", {"Document", "Body"}, {"issuedBy"}),
        ("events", set(), set()),
    ],
)
def test_views(full: KnowledgeBase, view: str, kinds: set[str], predicates: set[str]) -> None:
    graph = full.to_networkx(view)
    assert {data["kind"] for _, data in graph.nodes(data=True)} == kinds
    assert {data["kind"] for _, _, data in graph.edges(data=True)} == predicates


def test_citations_show_only_bodies_that_issue(full: KnowledgeBase) -> None:
    labels = {
        data["label"] for _, data in full.to_networkx("citations").nodes(data=True) if data["kind"] == "Body"
    }
    assert labels == {"Ban Bí thư", "Ban Chấp hành Trung ương Đảng", "Bộ Chính trị"}


@pytest.mark.parametrize("view", VIEWS)
def test_graphml_is_the_same_graph_for_networkx_and_igraph(
    full: KnowledgeBase, tmp_path: Path, view: str
) -> None:
    path = full.export(tmp_path / "base.graphml", view=view)
    expected = full.to_networkx(view)
    read: Any = nx.read_graphml(path, force_multigraph=True)
    assert dict(read.nodes(data=True)) == dict(expected.nodes(data=True))
    assert {k: (s, t, d) for s, t, k, d in read.edges(keys=True, data=True)} == {
        k: (s, t, {"fact": k, **d}) for s, t, k, d in expected.edges(keys=True, data=True)
    }
    other = igraph.Graph.Read_GraphML(str(path))
    assert (other.vcount(), other.ecount(), other.is_directed()) == (
        len(expected),
        expected.number_of_edges(),
        True,
    )
    if other.ecount():
        assert set(EDGE_COLUMNS) <= set(other.es.attributes()) and set(NODE_COLUMNS) <= set(
            other.vs.attributes()
        )
        # igraph gives edges the ids of nodes; the column fact has those of edges
        assert {e["fact"]: (other.vs[e.source]["iri"], other.vs[e.target]["iri"], *map(e.__getitem__, EDGE_COLUMNS)) for e in other.es} == {
            k: (s, t, *(d.get(name, "") for name in EDGE_COLUMNS)) for s, t, k, d in expected.edges(keys=True, data=True)
        }
        assert {v["iri"]: v["label"] for v in other.vs} == {
            n: d["label"] for n, d in expected.nodes(data=True)
        }


@pytest.mark.parametrize("view", VIEWS)
def test_gexf_is_the_same_graph_for_networkx(full: KnowledgeBase, tmp_path: Path, view: str) -> None:
    expected = full.to_networkx(view)
    read: Any = nx.read_gexf(full.export(tmp_path / "base.gexf", view=view), version="1.3")
    assert {n: {k: v for k, v in d.items() if k in NODE_COLUMNS} for n, d in read.nodes(data=True)} == dict(expected.nodes(data=True))
    assert {d["id"]: (s, t, {k: v for k, v in d.items() if k in EDGE_COLUMNS}) for s, t, d in read.edges(data=True)} == {
        k: (s, t, d) for s, t, k, d in expected.edges(keys=True, data=True)
    }


def small(values: dict[str, Any], weights: dict[str, Any]) -> tuple[list[Node], list[Edge]]:
    """Two nodes, two parallel edges and a loop that hold any values."""
    nodes = [Node("urn:a", values), Node("urn:b", {"label": "b"})]
    return nodes, [
        Edge("e1", "urn:a", "urn:b", weights),
        Edge("e2", "urn:a", "urn:b", weights),
        Edge("e3", "urn:a", "urn:a", {}),
    ]


@given(label=ANY_TEXT, title=ANY_VALUE, quote=ANY_VALUE)
def test_no_label_breaks_graphml(label: str, title: object, quote: object) -> None:
    nodes, edges = small(
        {"label": label, "title": title, "articles": 3}, {"quote": quote, "kind": label, "weight": 2.5}
    )
    file = io.StringIO()
    graphml.write_to(file, nodes, edges)
    text = file.getvalue().encode("utf-8")
    read: Any = nx.read_graphml(io.BytesIO(text), force_multigraph=True)
    assert (len(read), read.number_of_edges()) == (2, 3)
    assert read.nodes["urn:a"]["articles"] == 3
    assert (read.nodes["urn:a"].get("label") or "") == cell(label)
    assert (read.nodes["urn:a"].get("title") or "") == (cell(title) or "")
    assert read.edges["urn:a", "urn:b", "e2"]["weight"] == 2.5
    with NamedTemporaryFile(suffix=".graphml") as disk:
        disk.write(text)
        disk.flush()
        other = igraph.Graph.Read_GraphML(disk.name)
    assert (other.vcount(), other.ecount()) == (2, 3)
    assert other.vs[0]["label"] == cell(label)


@given(label=ANY_TEXT, title=ANY_VALUE, day=ANY_VALUE)
def test_no_label_breaks_gexf(label: str, title: object, day: object) -> None:
    file = io.StringIO()
    gexf.write_to(
        file, *small({"label": label, "title": title}, {"date": day, "label": label, "weight": 1.0})
    )
    text = file.getvalue().encode("utf-8")
    root = ElementTree.fromstring(text)
    read: Any = nx.read_gexf(io.BytesIO(text), version="1.3")
    assert (len(read), read.number_of_edges(), read.nodes["urn:a"]["label"]) == (2, 3, cell(label))
    assert (read.nodes["urn:a"].get("title") or "") == (cell(title) or "")
    assert [node.get("label") for node in root.iter(f"{GEXF}node")] == [cell(label), "b"]
    for edge in root.iter(f"{GEXF}edge"):
        assert edge.get("start") is None or date.fromisoformat(str(edge.get("start")))


def test_gexf_tells_time(full: KnowledgeBase, tmp_path: Path) -> None:
    path = full.export(tmp_path / "base.gexf")
    root = ElementTree.parse(path).getroot()
    assert root.get("version") == "1.3"
    (graph,) = root.iter(f"{GEXF}graph")
    assert (graph.get("timeformat"), graph.get("mode"), graph.get("defaultedgetype")) == (
        "date",
        "dynamic",
        "directed",
    )
    edges = list(root.iter(f"{GEXF}edge"))
    ids = [edge.get("id") for edge in edges]
    assert len(set(ids)) == len(ids) == full.to_networkx().number_of_edges()
    starts = {edge.get("start") for edge in edges if edge.get("kind") == "heldPost"}
    assert starts == {"2021-05-01"}, "May 2021 begins on its first day"
    read = nx.read_gexf(path, version="1.3")
    assert read.number_of_edges() == len(edges)


def test_gexf_declares_what_it_uses(full: KnowledgeBase, tmp_path: Path) -> None:
    root = ElementTree.parse(full.export(tmp_path / "base.gexf")).getroot()
    for of in ("node", "edge"):
        (declared,) = (a for a in root.iter(f"{GEXF}attributes") if a.get("class") == of)
        names = [a.get("id") for a in declared]
        used = {value.get("for") for element in root.iter(f"{GEXF}{of}") for value in element.iter(f"{GEXF}attvalue")}
        assert used <= set(names) and len(names) == len(set(names)), of
        assert {a.get("type") for a in declared} <= {"string", "integer", "double"}, "types of GEXF 1.3"


def test_csv_tables(full: KnowledgeBase, tmp_path: Path) -> None:
    folder = full.export(tmp_path / "tables", format="csv")
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file))
    with (folder / "edges.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    graph = full.to_networkx()
    assert {row["id"] for row in nodes} == set(graph.nodes)
    assert {(row["source"], row["target"], row["kind"]) for row in edges} == {
        (s, t, d["kind"]) for s, t, d in graph.edges(data=True)
    }
    assert len(edges) == graph.number_of_edges() and sorted(p.name for p in folder.iterdir()) == [
        "edges.csv",
        "nodes.csv",
    ]


def test_broken_texts_go_all_the_way(kb: KnowledgeBase, story: Story, tmp_path: Path) -> None:
    """Control characters, lone surrogates and odd blanks in names, titles and quotes of a whole base."""
    odd = "Lê\x00Thị\u2028B\ud800ình\x0b😀\ufffe"
    kb.update(
        [story("x", [(odd, "Bí thư", "Huyện ủy\tSa\r\nPa")], title="a\x01]]>&<b>\u0085", extra="\x7f\udfff")]
    )
    path = kb.export(tmp_path / "odd.graphml")
    read: Any = nx.read_graphml(path, force_multigraph=True)
    other = igraph.Graph.Read_GraphML(str(path))
    assert (len(read), read.number_of_edges()) == (other.vcount(), other.ecount()) == (3, 2)
    labels = {data["label"] for _, data in read.nodes(data=True)}
    assert labels == set(other.vs["label"]) and "Huyện ủy Sa Pa" in labels
    ElementTree.parse(kb.export(tmp_path / "odd.gexf"))
    assert kb.validate().conforms


def test_loose_facts_are_marked(kb: KnowledgeBase, story: Story) -> None:
    base = story("x", [("Lê Thị Bình", "Bí thư", "Huyện ủy Sa Pa")])
    kb.update([replace(base, statements=tuple(replace(s, mode="loose") for s in base.statements))])
    assert {data["mode"] for _, _, data in kb.to_networkx().edges(data=True)} == {"loose"}
    kb.update([base, replace(base, article=replace(base.article, id="y"), statements=base.statements[:1])])
    assert {data["mode"] for _, _, data in kb.to_networkx().edges(data=True)} == {"stated"}
