"""Who meets whom in the examples, and who is who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from tests.examples.asking import Ask, Row, asked, shipped

from vankien.graph import KnowledgeBase
from vankien.ontology import Extraction

HELD = """
SELECT ?e ?person ?p WHERE {
  ?x a vk:Participation ; vk:status "held" ; vk:event ?e ; vk:person ?p . ?p rdfs:label ?person
}"""


def met(kb: KnowledgeBase) -> Counter[frozenset[str]]:
    """How often two people (IRIs) were at one event, counted without SPARQL's joins."""
    events: dict[str, set[str]] = {}
    for event, _, person in asked(kb, HELD)[1]:
        events.setdefault(event, set()).add(person)
    return Counter(frozenset(pair) for people in events.values() for pair in combinations(sorted(people), 2))


def test_co_attendance_counts_the_events_that_two_attended(kb: KnowledgeBase, ask: Ask) -> None:
    label = {person: name for _, name, person in asked(kb, HELD)[1]}
    columns, rows = ask("co-attendance")
    assert columns == ("person", "other", "events")
    assert Counter((frozenset(row[:2]), int(row[2])) for row in rows) == Counter(
        (frozenset(label[person] for person in pair), times) for pair, times in met(kb).items()
    )
    assert [row[2] for row in rows] == sorted((row[2] for row in rows), key=int, reverse=True)
    together = {tuple(row[:2]) for row in rows}
    assert {("Cao Xuân Nhị", "Khuất Duy Thuận"), ("Lương Thế Hiển", "Trịnh Thị Diệu Hòa")} <= together
    assert ("Quách Công Tuệ", "Tạ Đình Khuê", "2") in rows, "May 2021 and October 2024"


def test_nobody_attends_what_is_only_planned(kb: KnowledgeBase) -> None:
    planned = 'SELECT DISTINCT ?e WHERE { ?e vk:status "planned" FILTER NOT EXISTS { ?e vk:status "held" } }'
    ahead = {event for (event,) in asked(kb, planned)[1]}
    assert len(ahead) >= 5
    assert not ahead & {event for event, _, _ in asked(kb, HELD)[1]}


def test_without_its_report_a_congress_is_a_plan(
    kb: KnowledgeBase, extractions: Sequence[Extraction], tmp_path: Path
) -> None:
    congress = "Đại hội đại biểu Đảng bộ xã Vân Lĩnh lần thứ I"
    report = "2025-08-15-dai-hoi-dang-bo-xa-van-linh.txt"
    other = KnowledgeBase(tmp_path / "kb")
    other.update(extractions)
    before = met(other)
    assert congress in {row[0] for row in asked(other, shipped("plans-and-outcomes"))[1]}
    assert congress not in {row[0] for row in asked(other, shipped("planned-events"))[1]}
    other.withdraw([report])
    assert congress not in {row[0] for row in asked(other, shipped("plans-and-outcomes"))[1]}
    assert congress in {row[0] for row in asked(other, shipped("planned-events"))[1]}
    assert congress not in {row[0] for row in asked(other, shipped("event-participants"))[1]}
    assert sum(met(other).values()) < sum(before.values())


def test_namesakes_stay_two(kb: KnowledgeBase) -> None:
    posts = """
    SELECT ?p ?office ?body WHERE {
      ?p a vk:Person ; rdfs:label "Lê Hải Bằng"@vi ; vk:holdsPost ?q .
      ?q vk:office ?office ; vk:postIn/rdfs:label ?body
    }"""
    offices: dict[str, set[Row]] = {}
    for person, *office in asked(kb, posts)[1]:
        offices.setdefault(person, set()).add(tuple(office))
    police, union = ("Phó Giám đốc", "Công an tỉnh Hòa Bình"), ("Bí thư", "Tỉnh đoàn Hòa Bình")
    assert len(offices) == 2
    assert [police in held for held in offices.values()].count(True) == 1
    assert [union in held for held in offices.values()].count(True) == 1
    assert not any({police, union} <= held for held in offices.values())


@pytest.mark.parametrize(
    ("name", "times"), [("Hoàng Thị Ngân Giang", "7"), ("Khuất Duy Thuận", "7"), ("Tạ Đình Khuê", "2")]
)
def test_who_recurs_is_one_person(name: str, times: str, kb: KnowledgeBase) -> None:
    counted = f"""
    SELECT ?p (COUNT(DISTINCT ?article) AS ?articles) WHERE {{
      ?p a vk:Person ; rdfs:label "{name}"@vi . ?article vk:mentions ?p
    }} GROUP BY ?p"""
    assert [row[1] for row in asked(kb, counted)[1]] == [times]
