"""Exports as files: RDF formats that say the same, the same bytes every time, and what cannot be written."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from vankien.graph import KnowledgeBase
from vankien.graph.export import FORMATS
from vankien.graph.export.formats import graphml
from vankien.graph.export.sorting import Spool, sorted_lines
from vankien.ontology import iri
from vankien.ontology.errors import UsageError
from vankien.ontology.nouns import Extraction

AN = f"{iri.BASE}person/nguyễn-văn-an/bí-thư/tỉnh-ủy-phú-thọ"
POST = f"{iri.BASE}post/bí-thư/tỉnh-ủy-phú-thọ"


def test_rdf_formats_say_the_same(full: KnowledgeBase, tmp_path: Path) -> None:
    triples = set(rdflib.Graph().parse(full.export(tmp_path / "x.nt"), format="nt"))
    assert len(triples) == full.to_rdflib().__len__()
    for name, format in (("ttl", "turtle"), ("jsonld", "json-ld")):
        assert set(rdflib.Graph().parse(full.export(tmp_path / f"x.{name}"), format=format)) == triples, name
    lines = full.export(tmp_path / "x.nq").read_text("utf-8").splitlines()
    assert lines == sorted(set(lines)) and len(lines) == full.stats()["quads"]
    trig = set(map(str, parse(path=full.export(tmp_path / "x.trig"), format=RdfFormat.TRIG)))
    assert trig == {line.removesuffix(" .") for line in lines}


@pytest.mark.parametrize("format", [f for f in FORMATS if f not in {"parquet", "csv", "neo4j"}])
@pytest.mark.parametrize("view", ["full", "people"])
def test_the_same_base_gives_the_same_bytes(
    full: KnowledgeBase, stories: list[Extraction], tmp_path: Path, format: str, view: str
) -> None:
    other = KnowledgeBase(tmp_path / "other")
    other.update(reversed(stories), batch=3)
    one, two = (
        full.export(tmp_path / f"1.{format}", view=view),
        other.export(tmp_path / f"2.{format}", view=view),
    )
    assert one.read_bytes() == two.read_bytes() != b""


def test_views_of_rdf_hold_no_evidence(full: KnowledgeBase, tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(full.export(tmp_path / "x.ttl", view="people"))
    subjects = {str(s).removeprefix(iri.BASE).partition("/")[0] for s in graph.subjects()}
    assert subjects == {"person", "post", "body"}
    assert (rdflib.URIRef(AN), rdflib.URIRef(f"{iri.ONTOLOGY}holdsPost"), rdflib.URIRef(POST)) in graph


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("base.xlsx", {}, "no format 'xlsx'; there are "),
        ("base", {}, "no format ''"),
        ("base.ttl", {"view": "events2"}, "no view 'events2'; there are full, people, citations, events"),
        ("no/such/folder/base.nt", {}, "cannot be written"),
        ("taken.csv", {}, "csv, neo4j and parquet need a folder"),
    ],
)
def test_what_cannot_be_exported(
    full: KnowledgeBase, tmp_path: Path, name: str, options: dict[str, Any], message: str
) -> None:
    (tmp_path / "taken.csv").write_text("a file")
    with pytest.raises(UsageError) as caught:
        full.export(tmp_path / name, **options)
    assert message in str(caught.value) and "\n" not in str(caught.value)
    assert [p.name for p in tmp_path.iterdir() if p.name != "kb"] == ["taken.csv"], (
        "nothing half-written is left"
    )


def test_parquet_names_the_extra(full: KnowledgeBase, tmp_path: Path) -> None:
    if find_spec("pyarrow") is None:
        with pytest.raises(UsageError, match=r"vankien\[parquet\]"):
            full.export(tmp_path / "x.parquet")
    else:
        folder = full.export(tmp_path / "x.parquet")
        assert sorted(p.name for p in folder.iterdir()) == ["edges.parquet", "nodes.parquet"]


def test_a_failed_export_keeps_the_old_file(
    full: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = full.export(tmp_path / "x.graphml")
    before = path.read_bytes()

    def broken(*_: object) -> None:
        raise RuntimeError("no room")

    monkeypatch.setattr(graphml, "_data", broken)
    with pytest.raises(RuntimeError):
        full.export(path)
    assert path.read_bytes() == before and list(tmp_path.glob(".*")) == []


LINES = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=9), max_size=20)


@given(LINES, st.integers(1, 5), st.integers(2, 3))
def test_sorting_on_disk_is_sorting(lines: list[str], run: int, files: int) -> None:
    assert list(sorted_lines(lines, run, files)) == sorted(lines)


def test_long_lines_are_sorted_in_smaller_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vankien.graph.export.sorting.CHARS", 10)
    lines = [f"{number % 7}{'x' * number}" for number in range(40)]
    assert list(sorted_lines(lines)) == sorted(lines)


@given(LINES)
def test_a_spool_gives_its_lines_each_time(lines: list[str]) -> None:
    spool = Spool(lines)
    assert list(spool) == list(spool) == lines


def test_an_empty_base_exports(kb: KnowledgeBase, tmp_path: Path) -> None:
    for format in FORMATS:
        if format != "parquet":
            assert kb.export(tmp_path / f"x.{format}").exists(), format
    assert len(nx.read_graphml(tmp_path / "x.graphml")) == 0
