"""Exported networks read back by JavaScript libraries: Cytoscape.js, and graphology, with which Gephi Lite reads files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vankien.graph import KnowledgeBase
from vankien.graph.export.files import cell
from vankien.graph.export.formats import cytoscape
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node
from vankien.graph.export.network.view import VIEWS

Javascript = Callable[..., Any]
LOCK = Path(__file__).resolve().parents[1] / "consumers" / "package-lock.json"

ANY_TEXT = st.text(st.characters(exclude_categories=[]))
ANY_VALUE = ANY_TEXT | st.none() | st.dates() | st.booleans() | st.lists(ANY_TEXT, max_size=3)


@pytest.mark.parametrize("view", VIEWS)
def test_cytoscape_reads_every_node_edge_and_value(
    full: KnowledgeBase, tmp_path: Path, javascript: Javascript, view: str
) -> None:
    read = javascript("cytoscape.mjs", full.export(tmp_path / "base.cyjs", view=view))
    graph = full.to_networkx(view)
    assert read["nodes"] == {id: {"id": id, **data} for id, data in graph.nodes(data=True)}
    assert read["edges"] == {
        key: {"id": key, "source": source, "target": target, **data}
        for source, target, key, data in graph.edges(keys=True, data=True)
    }


def test_cytoscape_itself_needs_a_network_and_typed_numbers(full: KnowledgeBase, tmp_path: Path) -> None:
    """Its reader stops at a file without ``data`` of the network, and takes ids that are no strings for none."""
    file = json.loads(full.export(tmp_path / "base.cyjs").read_text("utf-8"))
    assert file["data"]["name"] and set(file["elements"]) == {"nodes", "edges"}
    data = [element["data"] for group in file["elements"].values() for element in group]
    assert all(isinstance(each[key], str) for each in data for key in {"id", "source", "target"} & each.keys())
    assert len({each["id"] for each in data}) == len(data), "nodes and edges share one space of ids"
    assert {type(each[key]) for each in data for key in {"articles", "stories"} & each.keys()} == {int}
    reserved = {"parent", "id", "source", "target", "SUID", "selected"}
    assert not reserved & {*NODE_COLUMNS, *EDGE_COLUMNS}, "these have a meaning of their own there"


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(st.tuples(ANY_TEXT, ANY_VALUE), min_size=20, max_size=60))
def test_no_label_breaks_cytoscape(tmp_path: Path, javascript: Javascript, values: list[tuple[str, object]]) -> None:
    nodes = [Node(f"urn:{n}", {"label": label, "title": title, "articles": n}) for n, (label, title) in enumerate(values)]
    edges = [Edge(f"e{n}", "urn:0", f"urn:{n}", {"kind": label, "quote": title, "weight": 2.5}) for n, (label, title) in enumerate(values)]
    file = StringIO()
    cytoscape.write_to(file, nodes, edges)
    path = tmp_path / "any.cyjs"
    path.write_text(file.getvalue(), "utf-8")
    read = javascript("cytoscape.mjs", path)
    for n, (label, title) in enumerate(values):
        node, edge = read["nodes"][f"urn:{n}"], read["edges"][f"e{n}"]
        assert (node["label"], node.get("title"), node["articles"]) == (cell(label), cell(title), n)
        assert (edge["kind"], edge.get("quote"), edge["weight"]) == (cell(label), cell(title), 2.5)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("format", ["gexf", "graphml"])
def test_graphology_reads_the_same_graph(
    full: KnowledgeBase, tmp_path: Path, javascript: Javascript, format: str, view: str
) -> None:
    """It calls columns of GEXF by their ids, those of GraphML by their names."""
    read = javascript("graphology.mjs", full.export(tmp_path / f"base.{format}", view=view))
    graph = full.to_networkx(view)
    assert {id: plain(data, NODE_COLUMNS) for id, data in read["nodes"].items()} == dict(graph.nodes(data=True))
    edges = {edge["key"]: (edge["source"], edge["target"], plain(edge["attributes"], EDGE_COLUMNS)) for edge in read["edges"]}
    assert len(edges) == len(read["edges"]), "parallel edges stay apart"
    assert edges == {
        key: (source, target, data)
        for source, target, key, data in graph.edges(keys=True, data=True)
    }


def plain(attributes: dict[str, Any], columns: Any) -> dict[str, Any]:
    """Our columns by their names, without what a reader adds of its own (place, size, start)."""
    return {name: value for name, value in attributes.items() if name in columns}


def test_the_readers_are_pinned_and_come_from_no_named_place() -> None:
    lock = json.loads(LOCK.read_text("utf-8"))
    packages = {name: of for name, of in lock["packages"].items() if name}
    assert all(of["integrity"].startswith("sha512-") and of["dev"] and "resolved" not in of for of in packages.values())
    wanted = json.loads(LOCK.with_name("package.json").read_text("utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"[\w.-]+", version) for version in wanted.values())
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
