"""What a narrower export shows: a period, a support, the neighbourhood of one thing; for every format that holds a network."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from vankien.graph import KnowledgeBase
from vankien.graph.export.network import Selection
from vankien.ontology import iri
from vankien.ontology.errors import UsageError
from vankien.ontology.nouns import Extraction

Story = Callable[..., Extraction]

AN = f"{iri.BASE}person/nguyễn-văn-an/bí-thư/tỉnh-ủy-phú-thọ"
POST = f"{iri.BASE}post/bí-thư/tỉnh-ủy-phú-thọ"
PHU_THO = f"{iri.BASE}body/tỉnh-ủy-phú-thọ"


def dated(extraction: Extraction, **days: str) -> Extraction:
    """The same article, its first statement on a tenure with stated days."""
    statements = list(extraction.statements)
    place = next(n for n, s in enumerate(statements) if s.predicate == "holdsPost")
    statements[place] = replace(statements[place], attributes={**statements[place].attributes, **days})
    return replace(extraction, statements=tuple(statements))


def kinds(graph: Any) -> set[tuple[str, str]]:
    return {(data["kind"], data["article"]) for *_, data in graph.edges(data=True)}


def test_support_counts_articles(full: KnowledgeBase) -> None:
    for support in (1, 2, 3):
        graph = full.to_networkx(support=support)
        expected = [d for *_, d in full.to_networkx().edges(data=True) if d["weight"] >= support]
        assert graph.number_of_edges() == len(expected)
    assert graph.number_of_edges() == 1 and set(graph) == {POST, PHU_THO}, "four articles name the secretary of Phú Thọ"


def test_a_support_of_one_is_all(full: KnowledgeBase) -> None:
    assert nx.utils.graphs_equal(full.to_networkx(support=1), full.to_networkx())


@pytest.mark.parametrize(
    ("since", "until", "articles"),
    [
        (2018, 2018, {"a1", "a2"}),
        ("2018-11", "2018-11", {"a1"}),
        ("2018-11-02", "2018-11-02", {"a1"}),
        ("2018-11-03", "2018-11-30", set()),
        (None, "2018-11-01", set()),
        ("2021", "2021-05", {"a5"}),
        (date(2021, 5, 31), None, {"a10", "a3", "a4", "a5", "a6", "a8", "https://bao-thu.vn/bài viết/9"}),
    ],
)
def test_articles_days_make_a_fact_belong_to_a_period(full: KnowledgeBase, since: Any, until: Any, articles: set[str]) -> None:
    """The article a5 is of May 2021, known to the month: all its days meet the period."""
    graph = full.to_networkx(since=since, until=until)
    seen = {data["article"] for *_, data in graph.edges(data=True)}
    assert seen - {"a1", "a2"} == articles - {"a1", "a2"}
    assert all(degree for _, degree in graph.degree()), "isolated things are left out"


def test_any_article_of_the_period_will_do(kb: KnowledgeBase, story: Story) -> None:
    kb.update(story(id, [("Lê Thị Bình", "Bí thư", "Huyện ủy Sa Pa")], published=day) for id, day in (("x", "2019-01-01"), ("y", "2023-01-01")))
    assert len(kb.to_networkx(since=2019, until=2019)) == len(kb.to_networkx(since=2023)) == 3
    assert len(kb.to_networkx(since=2020, until=2022)) == 0


@pytest.mark.parametrize(
    ("days", "since", "until", "shown"),
    [
        ({"startDate": "2015-03", "endDate": "2018-06"}, "2018-06-30", None, True),
        ({"startDate": "2015-03", "endDate": "2018-06"}, "2018-07", None, False),
        ({"startDate": "2015-03", "endDate": "2018-06"}, None, "2015-02", False),
        ({"startDate": "2015-03", "endDate": "2018-06"}, 2016, 2017, True),
        ({"startDate": "2015-03"}, 2020, 2020, True),  # the article of 2024 says that it is still so
        ({"startDate": "2015-03"}, 2025, None, False),
        ({"endDate": "2018"}, 2018, 2018, True),
        ({"endDate": "2018"}, 2024, None, False),
        ({}, 2024, 2024, True),
    ],
)
def test_a_stated_span_counts_before_articles_days(
    kb: KnowledgeBase, story: Story, days: dict[str, str], since: Any, until: Any, shown: bool
) -> None:
    kb.update([dated(story("x", [("Lê Thị Bình", "Bí thư", "Huyện ủy Sa Pa")], published="2024-01-24"), **days)])
    edges = kb.to_networkx(since=since, until=until).edges(data=True)
    assert ("holdsPost" in {data["kind"] for *_, data in edges}) is shown


def test_a_former_post_with_a_first_day_alone_is_of_that_day() -> None:
    """Nobody says when it ended: the article's day is not one on which it was held."""
    former = {"kind": "heldPost", "date": "2015", "endDate": ""}
    assert Selection(since="2015", until="2015").meets(former, ["2024-01-01"])
    assert not Selection(since="2016").meets(former, ["2024-01-01"])


def test_facts_without_a_day_are_of_no_period(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("x", [("Lê Thị Bình", "Bí thư", "Huyện ủy Sa Pa")], published="")])
    assert len(kb.to_networkx()) == 3 and len(kb.to_networkx(since="0001")) == 0


def test_around_one_thing(full: KnowledgeBase) -> None:
    whole: Any = nx.Graph(full.to_networkx().to_undirected())
    for hops in (1, 2, 3):
        graph = full.to_networkx(around=AN, hops=hops)
        near = nx.ego_graph(whole, AN, radius=hops)
        assert set(graph) == set(near), hops
        assert graph.number_of_edges() == full.to_networkx().subgraph(near).number_of_edges(), "with the facts between them"
    assert set(full.to_networkx(around="Tỉnh ủy Phú Thọ")) == {PHU_THO, POST, f"{iri.BASE}post/phó-bí-thư/tỉnh-ủy-phú-thọ"}


def test_around_goes_along_selected_facts_alone(full: KnowledgeBase) -> None:
    assert set(full.to_networkx(around=AN, hops=9, support=3)) == {AN}, "the thing itself is shown, whatever else is not"
    assert f"{iri.BASE}doc/TW/XII/NQ/35" not in full.to_networkx("people", around=AN, hops=9)


@pytest.mark.parametrize(
    ("narrowing", "message"),
    [
        ({"since": "2024", "until": "2023-12"}, "ends (2023-12) before it starts (2024)"),
        ({"since": "hôm qua"}, "'hôm qua' is no year, month or day"),
        ({"until": "2024-02-30"}, "'2024-02-30' is no year, month or day"),
        ({"until": "24-2-3"}, "'24-2-3' is no year, month or day"),
        ({"support": 0}, "support: 0"),
        ({"around": "Bí thư", "hops": 0}, "hops: 0"),
        ({"around": "Không ai cả"}, "Không ai cả: nothing in the base has this name"),
        ({"around": "Nguyễn Văn An"}, "things have this name; give the IRI of one: <https"),
        ({"around": AN, "view": "citations"}, "the view citations shows no Person"),
    ],
)
def test_what_cannot_be_selected(full: KnowledgeBase, tmp_path: Path, narrowing: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        full.export(tmp_path / "x.gexf", **narrowing)
    assert message in str(caught.value) and "\n" not in str(caught.value)
    assert not list(tmp_path.glob("x*"))


def test_rdf_holds_whole_views(full: KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ttl holds whole views"):
        full.export(tmp_path / "x.ttl", support=2)


@pytest.mark.parametrize("narrowing", [{"since": 2018, "until": 2021}, {"support": 2}, {"around": AN, "hops": 2}, {"view": "people", "support": 2}])
def test_every_network_format_holds_the_selection(full: KnowledgeBase, tmp_path: Path, narrowing: dict[str, Any]) -> None:
    expected = full.to_networkx(**narrowing)
    facts = sorted((s, t, d["kind"], d["weight"]) for s, t, d in expected.edges(data=True))
    assert facts
    graphml: Any = nx.read_graphml(full.export(tmp_path / "x.graphml", **narrowing), force_multigraph=True)
    gexf: Any = nx.read_gexf(full.export(tmp_path / "x.gexf", **narrowing), version="1.3")
    for read in (graphml, gexf):
        assert set(read) == set(expected)
        edges = read.edges(data=True)
        assert sorted((s, t, d["kind"], d["weight"]) for s, t, d in edges) == facts
    with (full.export(tmp_path / "x", "csv", **narrowing) / "edges.csv").open(encoding="utf-8", newline="") as file:
        assert sorted((r["source"], r["target"], r["kind"], float(r["weight"])) for r in csv.DictReader(file)) == facts
    graph = full.to_igraph(**narrowing)
    assert sorted((graph.vs[e.source]["iri"], graph.vs[e.target]["iri"], e["kind"], e["weight"]) for e in graph.es) == facts
