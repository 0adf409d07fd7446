"""The base as a whole: builds, changes, withdrawals, and the same bytes whatever the way there."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

import vankien.graph
from vankien.graph import BuildReport, KnowledgeBase
from vankien.graph.store import UNION, in_union, named
from vankien.ontology.errors import InputError, QueryError
from vankien.ontology.nouns import Article, Extraction, Statement

Story = Callable[..., Extraction]
Dump = Callable[[KnowledgeBase], bytes]


def values(kb: KnowledgeBase, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT as sorted tuples of texts."""
    rows = kb.query(sparql)
    assert isinstance(rows, QuerySolutions)
    return sorted(tuple(term.value for term in row) for row in rows)


def union_is_right(kb: KnowledgeBase) -> bool:
    """Whether the default graph is the union of the named graphs, and the count of quads is right."""
    store = kb.reader.store()
    quads = list(named(store))
    return len(quads) == kb.stats()["quads"] and {in_union(q) for q in quads} == set(
        store.quads_for_pattern(None, None, None, UNION)
    )


def test_door() -> None:
    assert vankien.graph.__all__ == ["BuildReport", "KnowledgeBase"]
    assert vankien.graph.BuildReport is BuildReport


def test_first_build_counts(full: KnowledgeBase, stories: list[Extraction]) -> None:
    stats = full.stats()
    assert stats["articles"] == 10
    assert stats["statements"] == sum(len(s.statements) for s in stories)
    assert stats["properties"]["holdsPost"] == 10 and stats["properties"]["heldPost"] == 1
    assert stats["sources"] == {"bao-thu.vn": 9, "khac.vn": 1}
    assert stats["months"] == {"2018-11": 1, "2018-12": 1, "2021-05": 1, "2024-01": 6}
    assert stats["classes"]["Resolution"] == 2
    assert union_is_right(full)


def test_report_of_a_build(kb: KnowledgeBase, stories: list[Extraction]) -> None:
    report = kb.update([*stories, InputError("bad.pdf", "no text layer")])
    assert (report.read, report.new, report.unchanged, report.changed, report.failed) == (11, 10, 0, 0, 1)
    assert [str(f) for f in report.failures] == ["bad.pdf: no text layer"]
    assert report.statements == sum(len(s.statements) for s in stories)
    assert report.quads == kb.stats()["quads"] > 0
    # Nguyễn Văn An of Phú Thọ, of Lào Cai and the member only, An, Lê Thị Bình, Trần Cẩm.
    assert report.entities_by_class["Person"] == 6
    assert report.entities_by_class["Resolution"] == 2


def test_building_again_changes_nothing(full: KnowledgeBase, stories: list[Extraction], nquads: Dump) -> None:
    before, generation = nquads(full), full.generation
    report = full.update(stories)
    assert (report.read, report.unchanged, report.new, report.changed) == (10, 10, 0, 0)
    assert nquads(full) == before and full.generation == generation


def test_the_order_of_articles_leaves_no_trace(
    tmp_path: Path, stories: list[Extraction], nquads: Dump
) -> None:
    dumps = set()
    for seed in range(4):
        shuffled = random.Random(seed).sample(stories, len(stories))
        kb = KnowledgeBase(tmp_path / f"kb{seed}")
        kb.update(shuffled, batch=seed * 2 + 1)
        dumps.add(nquads(kb))
    assert len(dumps) == 1


def test_a_changed_article_replaces_its_facts(full: KnowledgeBase, story: Story) -> None:
    assert full.explain("Giám đốc Sở Y tế Lào Cai")
    report = full.update([story("a3", [("Nguyễn Văn An", "Bí thư", "Huyện ủy Sa Pa")])])
    assert (report.changed, report.new) == (1, 0)
    assert not values(full, 'SELECT ?x { ?x rdfs:label "Giám đốc Sở Y tế Lào Cai"@vi }')
    assert values(full, 'SELECT ?n { ?p vk:holdsPost/rdfs:label "Bí thư Huyện ủy Sa Pa"@vi ; rdfs:label ?n }')
    assert union_is_right(full)


def test_another_reading_of_the_same_text_is_a_change(full: KnowledgeBase, stories: list[Extraction]) -> None:
    fewer = replace(stories[0], statements=stories[0].statements[:1])
    report = full.update([fewer])
    assert report.changed == 1
    assert report.statements == sum(len(s.statements) for s in stories) - len(stories[0].statements) + 1


def test_withdrawing_takes_what_only_that_article_said(
    full: KnowledgeBase, stories: list[Extraction], tmp_path: Path, nquads: Dump
) -> None:
    issued = "SELECT ?b { <https://w3id.org/vankien/id/doc/TW/XII/NQ/35> vk:issuedBy/rdfs:label ?b }"
    assert values(full, issued) == [("Ban Bí thư",), ("Bộ Chính trị",)]
    report = full.withdraw(["a10", "https://w3id.org/vankien/id/article/a6", "nobody"])
    assert (report.withdrawn, report.failed) == (2, 1)
    assert str(report.failures[0]) == "nobody: no such article in the base"
    assert values(full, issued) == [("Bộ Chính trị",)], "a1 still says so"
    fresh = KnowledgeBase(tmp_path / "fresh")
    fresh.update(s for s in stories if s.article.id not in {"a10", "a6"})
    assert nquads(full) == nquads(fresh)
    assert union_is_right(full)


def test_pending_passes_over_what_is_known(full: KnowledgeBase, stories: list[Extraction]) -> None:
    articles = [s.article for s in stories]
    changed = replace(articles[4], text=articles[4].text + "Hết.")
    given: list[Article | InputError] = [*articles[:4], changed, InputError("x", "y")]
    passed = list(full.pending(given))
    assert passed == [changed, given[-1]]
    report = full.update([])
    assert (report.read, report.unchanged) == (4, 4)
    assert full.update([]).unchanged == 0, "counted once"
    assert list(full.pending(articles, extractor="another")) == articles


def test_one_id_twice_in_a_build(tmp_path: Path, story: Story, nquads: Dump) -> None:
    old = story("same", [("Lê Thị Bình", "Bí thư", "Huyện ủy Sa Pa")], published="2020-01-01")
    new = story("same", [("Lê Thị Bình", "Bí thư", "Huyện ủy Bát Xát")], published="2021-01-01")
    dumps = set()
    for number, order in enumerate(itertools.permutations([old, new])):
        kb = KnowledgeBase(tmp_path / str(number))
        report = kb.update(order)
        assert (report.read, report.new, report.changed, report.failed) == (2, 1, 0, 1)
        assert "given twice" in str(report.failures[0])
        assert values(kb, "SELECT ?d { ?a a vk:Article ; vk:published ?d }") == [("2021-01-01",)]
        dumps.add(nquads(kb))
    assert len(dumps) == 1


def test_what_the_vocabulary_cannot_say_fails_alone(kb: KnowledgeBase, stories: list[Extraction]) -> None:
    strange = Statement(
        "https://w3id.org/vankien/id/body/x", "adores", None, stories[0].statements[0].span, "r"
    )
    bad = replace(stories[0], statements=(strange,))
    report = kb.update([bad, *stories[1:]])
    assert (report.new, report.failed) == (9, 1)
    assert "adores" in str(report.failures[0])
    assert kb.stats()["articles"] == 9


def test_a_store_is_remade_from_the_log(full: KnowledgeBase, nquads: Dump) -> None:
    before = nquads(full)
    lines = list(full.log_lines())
    assert len(lines) == 10 and all(line.startswith('{"article":{') for line in lines)
    full.rebuild()
    assert nquads(full) == before
    assert union_is_right(full)


def test_an_empty_base(kb: KnowledgeBase) -> None:
    assert kb.stats()["articles"] == kb.stats()["quads"] == 0
    assert values(kb, "SELECT ?s { ?s ?p ?o }") == []
    assert kb.generation is None and not kb.path.exists(), "reading creates nothing"
    assert kb.update([]).read == 0
    assert kb.stats()["articles"] == 0


def test_the_union_holds_each_fact_once(full: KnowledgeBase) -> None:
    """Two articles call Lê Thị Bình chairwoman: a plain query must not count her twice."""
    chair = '?p rdfs:label "Lê Thị Bình"@vi ; vk:holdsPost ?post .'
    assert values(full, f"SELECT (COUNT(?post) AS ?n) {{ {chair} }}") == [("1",)]
    assert values(full, f"SELECT (COUNT(?g) AS ?n) {{ {chair} GRAPH ?g {{ ?p vk:holdsPost ?post }} }}") == [
        ("2",)
    ]


def test_the_vocabulary_can_be_asked(full: KnowledgeBase) -> None:
    below = '?c rdfs:subClassOf* vk:PartyDocument ; rdfs:label ?l FILTER(LANG(?l) = "vi")'
    assert ("Nghị quyết",) in values(full, f"SELECT DISTINCT ?l {{ ?d a ?c . {below} }}")


def test_a_query_that_is_none(full: KnowledgeBase) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query") as caught:
        full.query("SELECT ?x WHERE")
    assert "\n" not in str(caught.value)


def test_rdflib_sees_the_union(full: KnowledgeBase) -> None:
    graph = full.to_rdflib()
    asked = "SELECT ?p { ?p a <https://w3id.org/vankien/ontology#Person> }"
    assert len(list(graph.query(asked))) == full.stats()["classes"]["Person"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_history_ends_like_a_fresh_build(
    data: st.DataObject, stories: list[Extraction], story: Story
) -> None:
    """Updates, changes and withdrawals in any order leave what a build of the survivors would make."""
    variants = {
        s.article.id: [s, story(s.article.id, [("Nguyễn Văn An", "Bí thư", "Tỉnh ủy Phú Thọ")])]
        for s in stories
    }
    with TemporaryDirectory() as folder:
        kb, alive = KnowledgeBase(Path(folder) / "kb"), dict[str, Extraction]()
        for _ in range(data.draw(st.integers(1, 4))):
            part = data.draw(st.lists(st.sampled_from(sorted(variants)), unique=True, max_size=6))
            leaving = data.draw(st.booleans())
            if leaving:
                gone = [id for id in part if id in alive]
                kb.withdraw(gone)
                alive = {id: s for id, s in alive.items() if id not in gone}
            else:
                chosen = {id: variants[id][data.draw(st.integers(0, 1))] for id in part}
                kb.update(chosen.values())
                alive |= chosen
        fresh = KnowledgeBase(Path(folder) / "fresh")
        fresh.update(alive.values())
        dumps = [base.export(Path(folder) / "dump.nq").read_bytes() for base in (kb, fresh)]
        assert dumps[0] == dumps[1]
        assert union_is_right(kb)
