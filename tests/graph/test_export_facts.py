"""Which statements make one edge: acts by their node, tenures by their days, and never two facts in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.graph import KnowledgeBase
from vankien.graph.export.network.merging import parted
from vankien.ontology import iri
from vankien.ontology.errors import PartWarning, UsageError
from vankien.ontology.nouns import Extraction, Statement

Story = Callable[..., Extraction]

BODY = "Tỉnh ủy Nghệ An"
BOARD, SECRETARIAT = iri.body("Ban Thường vụ Tỉnh ủy Nghệ An"), iri.body("Ban Bí thư")


def told(story: Story, id: str, tenure: dict[str, str] | None = None, **act: str) -> Extraction:
    """An article that tells of one secretary: days of the tenure, and an act if there is one."""
    extraction = story(id, [("Nguyễn Văn An", "Bí thư", BODY, "former" if tenure else "incoming")], extra=f"Bản tin {id}.")
    statements = list(extraction.statements)
    [(place, holds)] = [(n, s) for n, s in enumerate(statements) if s.predicate == "holdsPost"]
    statements[place] = replace(holds, attributes={**holds.attributes, **(tenure or {})})
    if act:
        statements.append(Statement(holds.subject, "personnelAct", holds.object, holds.span, "t", "stated", {"act": "appoint", **act}))
    return replace(extraction, statements=tuple(statements))


def edges(kb: KnowledgeBase, kind: str, **narrowing: Any) -> list[dict[str, Any]]:
    return [data for *_, data in kb.to_networkx(**narrowing).edges(data=True) if data["kind"] == kind]


def test_an_act_is_one_edge_whether_or_not_articles_tell_who_decided_it(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", date="2024-03-19", by=BOARD), told(story, "b", date="2024-03-19"), told(story, "c", date="2024-03")])
    [act] = edges(kb, "personnelAct", support=3)
    assert (act["weight"], act["by"], act["date"]) == (3.0, BOARD, "2024-03-19")


def test_an_appointment_and_another_after_it_are_two_edges(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", date="2019-12"), told(story, "b", date="2024-12-09"), told(story, "c", date="2024-12-09", by=SECRETARIAT)])
    assert sorted((act["date"], act["weight"], act.get("by", "")) for act in edges(kb, "personnelAct")) == [
        ("2019-12", 1.0, ""), ("2024-12-09", 2.0, SECRETARIAT),
    ]  # fmt: skip
    [first] = edges(kb, "personnelAct", until=2020)
    assert first["date"] == "2019-12"


def test_tenures_of_other_days_stand_side_by_side_each_with_its_own_words(kb: KnowledgeBase, story: Story) -> None:
    days = [{"startDate": "2001", "endDate": "2006"}, {"startDate": "2006", "endDate": "2015"}, {"startDate": "2015-07", "endDate": "2016-04"}]
    kb.update(told(story, f"a{n}", each) for n, each in enumerate(days))
    assert [(e["date"], e["endDate"], e["article"]) for e in sorted(edges(kb, "heldPost"), key=lambda e: e["date"])] == [
        (each["startDate"], each["endDate"], f"a{n}") for n, each in enumerate(days)
    ]


def test_what_may_mean_several_tenures_stays_alone(kb: KnowledgeBase, story: Story) -> None:
    days = [{"startDate": "2001", "endDate": "2006"}, {"startDate": "2010", "endDate": "2015"}, {"note": "none"}, {"startDate": "2010"}]
    kb.update(told(story, f"a{n}", each) for n, each in enumerate(days))
    assert sorted((e.get("date", ""), e.get("endDate", ""), e["weight"]) for e in edges(kb, "heldPost")) == [
        ("", "", 1.0), ("2001", "2006", 1.0), ("2010", "2015", 2.0),
    ]  # fmt: skip


DAY = st.sampled_from(["", "2015", "2015-02", "2015-02-03", "2016", "2016-04"])


@given(st.lists(st.tuples(DAY, DAY, DAY, DAY), min_size=1, max_size=8), st.randoms())
def test_no_edge_holds_days_that_contradict_each_other(days: list[tuple[str, ...]], random: Any) -> None:
    rows: list[list[Any]] = [[n, *[""] * 7, *each] for n, each in enumerate(days)]
    facts = list(parted(rows))
    assert sorted(row for fact in facts for row in fact) == sorted(rows), "each statement once"
    for fact in facts:
        for one in fact:
            for other in fact:
                assert all(a.startswith(b) or b.startswith(a) for a, b in zip(one[8:], other[8:], strict=True))
    random.shuffle(rows)
    assert list(parted(rows)) == facts, "whatever the order of reading"


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"support": "2"}, "support: '2'; it is a whole number"),
        ({"around": ""}, "around: '' is no name"),
        ({"around": 5}, "around: 5 is no name"),
        ({"since": ""}, "'' is no year"),
        ({"hops": 2}, "name it with around"),
    ],
)
def test_what_is_no_choice_is_refused(full: KnowledgeBase, asked: dict[str, Any], reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        full.to_networkx(**asked)


def test_hops_without_end_come_to_an_end(full: KnowledgeBase) -> None:
    around = iri.body("Tỉnh ủy Phú Thọ")
    assert set(full.to_networkx(around=around, hops=10**18)) == set(full.to_networkx(around=around, hops=20))


def test_an_export_without_any_thing_says_so(full: KnowledgeBase, tmp_path: Path) -> None:
    with pytest.warns(PartWarning, match="x.gexf: no thing of the base is in it"):
        full.export(tmp_path / "x.gexf", since=1800, until=1801)


def test_a_link_is_followed_and_a_place_that_is_none_is_named(full: KnowledgeBase, tmp_path: Path) -> None:
    real, link = tmp_path / "real.nt", tmp_path / "link.nt"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    full.export(link)
    assert link.is_symlink() and real.stat().st_size > 3
    for path in (real / "x.graphml", tmp_path / f"{'x' * 300}.graphml"):
        with pytest.raises(UsageError, match=f"^{path}: cannot be written"):
            full.export(path)
    assert {path.name for path in tmp_path.iterdir()} - {"kb"} == {"real.nt", "link.nt"}
