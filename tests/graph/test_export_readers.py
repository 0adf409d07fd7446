"""The rules of the programs that read exported networks, each with where it is published; checked without those programs.

Gephi: ``ImporterGraphML.java``, ``ImporterGEXF.java`` and ``ImportContainerImpl.java`` of gephi/gephi (0.10). Cytoscape:
``GraphMLParser.java`` and ``GraphMLToken.java`` of cytoscape/cytoscape-impl (3.10). GEXF: the schema 1.3 of gephi/gexf. yEd: the
GraphML of yFiles (namespace http://www.yworks.com/xml/graphml).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.graph import KnowledgeBase
from vankien.graph.export.formats import gexf, graphml
from vankien.graph.export.formats.yed import YED_KEYS, yed_edge, yed_node
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node
from vankien.ontology.errors import UsageError

igraph: Any = pytest.importorskip("igraph")  # brings no types

ML = "{http://graphml.graphdrawing.org/xmlns}"
Y = "{http://www.yworks.com/xml/graphml}"
GEXF = "{http://gexf.net/1.3}"

ANY_TEXT = st.text(st.characters(exclude_categories=[]))


@pytest.fixture
def drawing(full: KnowledgeBase, tmp_path: Path) -> Element:
    """The base as GraphML."""
    return ElementTree.parse(full.export(tmp_path / "x.graphml")).getroot()


@pytest.fixture
def timeline(full: KnowledgeBase, tmp_path: Path) -> Element:
    """The base as GEXF."""
    return ElementTree.parse(full.export(tmp_path / "x.gexf")).getroot()


def keys(root: Element, of: str) -> dict[str, Element]:
    return {str(key.get("attr.name")): key for key in root.iter(f"{ML}key") if key.get("for") == of}


# ---- GraphML in Gephi


def test_gephi_takes_labels_and_weights_from_columns_of_that_name(drawing: Element) -> None:
    assert "label" in keys(drawing, "node") and {"label", "weight"} <= keys(drawing, "edge").keys()
    weight = keys(drawing, "edge")["weight"].get("id")
    assert all(float(str(data.text)) >= 1 for data in drawing.iter(f"{ML}data") if data.get("key") == weight)


def test_gephi_takes_no_other_column_for_a_look(drawing: Element) -> None:
    """Columns of these names are no columns there, but places, sizes and colours."""
    looks = {"nodelabel", "x", "y", "z", "xpos", "ypos", "zpos", "size", "r", "g", "b", "color", "edgelabel", "edge weight"}
    names = {name.lower() for of in ("node", "edge") for name in keys(drawing, of)}
    ids = {str(key.get("id")).lower() for key in drawing.iter(f"{ML}key")}
    assert looks.isdisjoint(names | ids)


def test_gephi_knows_the_types(drawing: Element) -> None:
    assert {key.get("attr.type") for key in drawing.iter(f"{ML}key")} <= {"boolean", "int", "long", "float", "double", "string"}


def test_gephi_keeps_edges_apart_whose_type_differs(drawing: Element) -> None:
    """The type is the attribute ``label`` of the edge itself; edges of one type between the same things are one on import."""
    kind = keys(drawing, "edge")["kind"].get("id")
    for edge in drawing.iter(f"{ML}edge"):
        (data,) = (data for data in edge.iter(f"{ML}data") if data.get("key") == kind)
        assert edge.get("label") == data.text


def test_gephi_needs_keys_then_nodes_then_edges(drawing: Element) -> None:
    order = [element.tag.removeprefix(ML) for element in drawing.iter() if element.tag in {f"{ML}{t}" for t in ("key", "graph", "node", "edge")}]
    assert order == sorted(order, key=["key", "graph", "node", "edge"].index)


# ---- GraphML in Cytoscape


def test_cytoscape_sees_elements_without_prefix_alone(full: KnowledgeBase, tmp_path: Path) -> None:
    text = full.export(tmp_path / "x.graphml").read_text("utf-8")
    assert f'<graphml xmlns="{ML[1:-1]}"' in text and "<node " in text and "<edge " in text and "<data " in text


def test_cytoscape_names_nodes_by_the_column_name(drawing: Element) -> None:
    assert keys(drawing, "node")["name"].get("attr.type") == "string"


def test_cytoscape_has_columns_of_its_own(drawing: Element) -> None:
    """What it fills itself no file may fill: it would be lost, or stop the import."""
    own = {"suid", "selected", "shared name", "shared interaction"}
    assert own.isdisjoint(name.lower() for of in ("node", "edge") for name in keys(drawing, of))
    assert {"name", "interaction"}.isdisjoint(keys(drawing, "edge")), "made there of the ends; the predicate is the column kind"


def test_cytoscape_has_one_type_for_a_column(drawing: Element) -> None:
    for of in ("node", "edge"):
        names = [key.get("attr.name") for key in drawing.iter(f"{ML}key") if key.get("for") == of]
        assert len(names) == len(set(names))


# ---- GraphML in igraph and in yEd


def test_igraph_has_the_ids_of_edges_as_fact(full: KnowledgeBase, tmp_path: Path) -> None:
    read = igraph.Graph.Read_GraphML(str(full.export(tmp_path / "x.graphml")))
    assert read.es["fact"] == full.to_igraph().es["id"]


def test_yed_shows_names_in_boxes_that_hold_them(full: KnowledgeBase, tmp_path: Path) -> None:
    root = ElementTree.parse(full.export(tmp_path / "x.graphml", yed=True)).getroot()
    assert {key.get("yfiles.type") for key in root.iter(f"{ML}key")} == {None, "nodegraphics", "edgegraphics"}
    names = {data["label"] for _, data in full.to_networkx().nodes(data=True)}
    shown = set()
    for shape in root.iter(f"{Y}ShapeNode"):
        (label,), (box,), (fill,) = (list(shape.iter(f"{Y}{tag}")) for tag in ("NodeLabel", "Geometry", "Fill"))
        lines = str(label.text).split("\n")
        assert float(str(box.get("width"))) >= 8 * max(map(len, lines)) and float(str(box.get("height"))) >= 18 * len(lines)
        assert len(str(fill.get("color"))) == len("#rrggbbaa")
        shown.add(" ".join(lines))
    assert shown == names
    labels = {label.text for line in root.iter(f"{Y}PolyLineEdge") for label in line.iter(f"{Y}EdgeLabel")}
    assert labels == {data["label"] for *_, data in full.to_networkx().edges(data=True)}


def test_what_yed_draws_changes_nothing_for_others(full: KnowledgeBase, tmp_path: Path) -> None:
    plain: Any = nx.read_graphml(full.export(tmp_path / "x.graphml"), force_multigraph=True)
    drawn: Any = nx.read_graphml(full.export(tmp_path / "y.graphml", yed=True), force_multigraph=True)
    assert list(drawn.edges(keys=True, data=True)) == list(plain.edges(keys=True, data=True))
    assert [(n, {k: v for k, v in d.items() if k not in {"shape_type", "x", "y"}}) for n, d in drawn.nodes(data=True)] == list(plain.nodes(data=True))
    one, other = (igraph.Graph.Read_GraphML(str(tmp_path / name)) for name in ("x.graphml", "y.graphml"))
    for name in NODE_COLUMNS:
        assert one.vs[name] == other.vs[name], name
    for name in EDGE_COLUMNS:
        assert one.es[name] == other.es[name], name


def test_only_graphml_is_drawn_for_yed(full: KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="yEd reads graphml, not gexf"):
        full.export(tmp_path / "x.gexf", yed=True)


@given(label=ANY_TEXT, other=ANY_TEXT | st.text("ă ", min_size=200, max_size=900))
def test_no_label_breaks_yed(label: str, other: str) -> None:
    file = io.StringIO()
    nodes = [Node("urn:a", {"label": label, "kind": other}), Node("urn:b", {"label": other})]
    graphml.write_to(file, nodes, [Edge("e1", "urn:a", "urn:b", {"label": other, "kind": label})], YED_KEYS, yed_node, yed_edge)
    root = ElementTree.fromstring(file.getvalue().encode("utf-8"))
    assert len(list(root.iter(f"{Y}NodeLabel"))) == 2
    for box in root.iter(f"{Y}Geometry"):
        assert 0 < float(str(box.get("width"))) < 400 and 0 < float(str(box.get("height"))) < 200


# ---- GEXF: the schema, and the time line of Gephi


def test_gexf_holds_elements_in_the_order_of_the_schema(timeline: Element) -> None:
    (graph,) = timeline.iter(f"{GEXF}graph")
    assert [child.tag for child in timeline] == [f"{GEXF}meta", f"{GEXF}graph"]
    assert [child.tag.removeprefix(GEXF) for child in graph] == ["attributes", "attributes", "nodes", "edges"]
    assert {child.tag.removeprefix(GEXF) for node in timeline.iter(f"{GEXF}node") for child in node} <= {"attvalues", "color"}
    assert {child.tag.removeprefix(GEXF) for edge in timeline.iter(f"{GEXF}edge") for child in edge} <= {"attvalues"}


def test_gexf_has_the_attributes_of_the_schema_alone(timeline: Element) -> None:
    allowed = {
        "graph": {"defaultedgetype", "mode", "timeformat", "timerepresentation"},
        "attributes": {"class", "mode"},
        "attribute": {"id", "title", "type"},
        "node": {"id", "label", "start"},
        "edge": {"id", "source", "target", "kind", "label", "weight", "start", "end"},
        "attvalue": {"for", "value"},
        "color": {"r", "g", "b"},
    }
    for tag, names in allowed.items():
        assert {name for element in timeline.iter(f"{GEXF}{tag}") for name in element.keys()} <= names, tag
    assert all(0 <= int(value) <= 255 for colour in timeline.iter(f"{GEXF}color") for value in colour.attrib.values())


def test_gexf_names_each_thing_once_and_ties_known_things(timeline: Element) -> None:
    nodes = [node.get("id") for node in timeline.iter(f"{GEXF}node")]
    assert len(nodes) == len(set(nodes))
    assert {edge.get(end) for edge in timeline.iter(f"{GEXF}edge") for end in ("source", "target")} <= set(nodes)


def test_gexf_writes_no_text_that_a_token_would_change(timeline: Element) -> None:
    """Labels and kinds are tokens in the schema: without blanks at the ends or two in a row."""
    for element in (*timeline.iter(f"{GEXF}node"), *timeline.iter(f"{GEXF}edge")):
        for name in ("label", "kind"):
            assert (text := element.get(name, "")) == " ".join(text.split())


DAYS = st.sampled_from(["", "2015", "2015-02", "2016-02", "2015-03-31", "--02-03", "2016-02-30", "tháng 5", "0001", "9999-12"])


def edges_of(*dates: dict[str, str]) -> Iterator[Edge]:
    return (Edge(f"e{n}", "urn:a", "urn:b" if n else "urn:c", columns) for n, columns in enumerate(dates))


@given(date_=DAYS, end=DAYS, seen=DAYS)
def test_gephi_never_gets_an_end_before_a_start(date_: str, end: str, seen: str) -> None:
    columns = {"date": date_, "endDate": end, "firstSeen": seen}
    start, last = gexf.start_of(columns), gexf.end_of(columns)
    for day in (start, last):
        assert day is None or date.fromisoformat(day)
    assert last is None or (start is not None and date.fromisoformat(start) <= date.fromisoformat(last))


def test_a_node_appears_with_its_first_edge() -> None:
    starts = dict(gexf.node_starts(edges_of({"date": "2015"}, {"firstSeen": "2014-05-02"})))
    assert starts == {"urn:a": "2014-05-02", "urn:b": "2014-05-02", "urn:c": "2015-01-01"}


def test_a_node_of_an_edge_without_a_day_is_always_there() -> None:
    """Gephi always shows what has no time, but no edge without both its ends."""
    assert dict(gexf.node_starts(edges_of({"date": "2015"}, {}))) == {"urn:c": "2015-01-01"}


def test_nodes_of_a_base_start_before_their_edges(timeline: Element) -> None:
    starts = {node.get("id"): node.get("start", "") for node in timeline.iter(f"{GEXF}node")}
    assert any(starts.values())
    for edge in timeline.iter(f"{GEXF}edge"):
        assert max(starts[edge.get("source")], starts[edge.get("target")]) <= edge.get("start", "")
