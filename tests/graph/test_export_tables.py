"""CSV and Parquet read back by DuckDB, pandas, pyarrow and R: what they guess, and what must be said so that nothing is lost."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vankien.graph import KnowledgeBase
from vankien.graph.export.files import cell
from vankien.graph.export.formats.tables import write_csv, write_parquet
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node
from vankien.graph.export.network.view import VIEWS
from vankien.ontology.errors import UsageError
from vankien.ontology.nouns import Extraction

arrow_csv: Any = pytest.importorskip("pyarrow.csv")
parquet: Any = pytest.importorskip("pyarrow.parquet")
pandas: Any = pytest.importorskip("pandas")

ANY_TEXT = st.text(st.characters(exclude_categories=[]))
EXPLICIT = "header = true, delim = ',', quote = '\"', escape = '\"', all_varchar = true"
"""What the page tells users of DuckDB to say."""


@pytest.fixture
def numbered(kb: KnowledgeBase, story: Callable[..., Extraction]) -> KnowledgeBase:
    """A base whose papers have numbers below ten, as most series begin."""
    kb.update([story("a1", [("Lê Bình", "Bí thư", "Huyện ủy Sa Pa")], [("05", "XII", "Bộ Chính trị"), ("35", "XII", "Bộ Chính trị")])])
    return kb


def test_readers_that_guess_lose_leading_zeros(numbered: KnowledgeBase, tmp_path: Path) -> None:
    """Held here so that the page stays true: pandas and pyarrow do, DuckDB does not."""
    nodes = numbered.export(tmp_path / "t", "csv") / "nodes.csv"
    assert set(pandas.read_csv(nodes)["number"].dropna()) == {5, 35}
    assert set(arrow_csv.read_csv(nodes)["number"].to_pylist()) == {None, 5, 35}
    assert set(duckdb.read_csv(str(nodes)).project("number").fetchall()) == {(None,), ("05",), ("35",)}


def test_what_is_read_as_text_stays_as_it_is(numbered: KnowledgeBase, tmp_path: Path) -> None:
    nodes = numbered.export(tmp_path / "t", "csv") / "nodes.csv"
    frame = pandas.read_csv(nodes, dtype="string", keep_default_na=False, na_values=[""])
    assert set(frame["number"].dropna()) == {"05", "35"} and frame["articles"].astype(int).sum() == len(frame)
    found = duckdb.execute(f"SELECT DISTINCT number FROM read_csv('{nodes}', {EXPLICIT}) WHERE number IS NOT NULL").fetchall()
    assert set(found) == {("05",), ("35",)}


@pytest.mark.parametrize("view", VIEWS)
def test_parquet_keeps_types_and_what_is_unknown(full: KnowledgeBase, tmp_path: Path, view: str) -> None:
    folder, graph = full.export(tmp_path / "t", "parquet", view), full.to_networkx(view)
    expected: Mapping[str, Any] = {
        "nodes": [{"id": id, **dict.fromkeys(NODE_COLUMNS), **data} for id, data in graph.nodes(data=True)],
        "edges": [{"id": k, "source": s, "target": t, **dict.fromkeys(EDGE_COLUMNS), **d} for s, t, k, d in graph.edges(keys=True, data=True)],
    }
    kinds = {"string": "VARCHAR", "int": "BIGINT", "double": "DOUBLE"}
    for name, columns in (("nodes", NODE_COLUMNS), ("edges", EDGE_COLUMNS)):
        path = folder / f"{name}.parquet"
        table, found = parquet.read_table(path), duckdb.read_parquet(str(path))
        assert sorted(table.to_pylist(), key=lambda row: row["id"]) == sorted(expected[name], key=lambda row: row["id"])
        described = dict(zip(found.columns, map(str, found.types), strict=True))
        assert all(described[column] == kinds[type] for column, type in columns.items())
        assert len(pandas.read_parquet(path)) == found.count("id").fetchall()[0][0] == len(expected[name])


class Told:
    """A network of two nodes and an edge that hold given texts."""

    def __init__(self, label: str, title: str) -> None:
        self.columns = {"label": label, "title": title, "number": "05"}

    def nodes(self) -> Iterator[Node]:
        yield Node("urn:a", {**self.columns, "articles": 3})
        yield Node("urn:b", {"label": "b"})

    def edges(self) -> Iterator[Edge]:
        yield Edge("e1", "urn:a", "urn:b", {"kind": "k", "quote": self.columns["label"], "weight": 2.5})


@given(label=ANY_TEXT, title=ANY_TEXT)
@example(label="\r", title="a\rb\r\n\n")
@example(label='"', title=" ")
def test_no_text_breaks_a_table(label: str, title: str) -> None:
    network: Any = Told(label, title)
    wanted = [cell(label) or None, cell(title) or None, "05"]
    with TemporaryDirectory() as place:
        write_csv(network, Path(place))
        write_parquet(network, Path(place))
        with (Path(place) / "nodes.csv").open(encoding="utf-8", newline="") as file:
            row, _ = csv.DictReader(file)
        assert [row["label"] or None, row["title"] or None, row["number"]] == wanted
        frame = pandas.read_csv(Path(place) / "nodes.csv", dtype="string", keep_default_na=False, na_values=[""])
        assert [None if v is pandas.NA else v for v in frame.loc[0, ["label", "title", "number"]]] == wanted
        read, _ = parquet.read_table(Path(place) / "nodes.parquet").to_pylist()
        assert [read["label"], read["title"], read["number"], read["articles"]] == [cell(label), cell(title), "05", 3]
        if "\0" not in (label + title):
            select = f"SELECT label, title, number FROM read_csv('{place}/nodes.csv', {EXPLICIT}) WHERE id = 'urn:a'"
            assert [v or None for v in duckdb.execute(select).fetchall()[0]] == wanted


def test_r_reads_tables_and_graphml(numbered: KnowledgeBase, tmp_path: Path, rscript: Callable[..., str]) -> None:
    graph = numbered.to_networkx()
    printed = rscript("tables.R", numbered.export(tmp_path / "t", "csv"), numbered.export(tmp_path / "x.graphml"))
    found: dict[str, set[str]] = {}
    for line in printed.splitlines():
        what, _, value = line.partition("\t")
        found.setdefault(what, set()).add(value)
    nodes = {f"{id}\t{data['label']}\t{data['articles']}" for id, data in graph.nodes(data=True)}
    assert found["guessed"] == {"5", "35"} and found["number"] == {"05", "35"}
    assert found["node"] == found["vertex"] == nodes and found["directed"] == {"TRUE"}
    edges = list(graph.edges(keys=True, data=True))
    assert found["edge"] == {f"{k}\t{s}\t{t}\t{d['kind']}\t{d['quote']}" for s, t, k, d in edges}
    assert found["tie"] == {f"{s}\t{t}\t{d['kind']}\t{d['weight']:g}\t{d['quote']}" for s, t, _, d in edges}


@pytest.mark.parametrize("format", ["csv", "neo4j", "parquet"])
def test_a_place_that_cannot_be_written_is_named(full: KnowledgeBase, tmp_path: Path, format: str) -> None:
    (tmp_path / "t").mkdir()
    suffix = "csv" if format == "neo4j" else format
    (tmp_path / "t" / f"nodes.{suffix}").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        full.export(tmp_path / "t", format)
    assert [path.name for path in (tmp_path / "t").iterdir()] == [f"nodes.{suffix}"], "nothing half-written is left"
