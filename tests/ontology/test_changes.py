"""Bodies in time: which periods a name has, and which reorganisations the registries tell (ontology/known_changes.py)."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from vankien.ontology import iri
from vankien.ontology.known import bodies, provinces, table
from vankien.ontology.known_changes import (
    REFOUNDED,
    Party,
    later_periods,
    party,
    period,
    reorganisations,
    since,
)
from vankien.ontology.terms import CLASSES, ancestors

MERGED = ("2025-07-01",)


@pytest.mark.parametrize(
    ("name", "cls", "later"),
    [
        ("Tỉnh ủy Phú Thọ", "PartyCommittee", MERGED),
        ("Ban Thường vụ Tỉnh ủy Phú Thọ", "StandingBoard", MERGED),
        ("Sở Nội vụ tỉnh Phú Thọ", "StateBody", MERGED),
        ("Công an thành phố Đà Nẵng", "PoliceBody", MERGED),
        ("UBND thành phố Cần Thơ", "PeoplesCommittee", MERGED),
        ("Bộ Tài chính", "Ministry", ("2025-03-01",)),
        ("Tỉnh ủy Nghệ An", "PartyCommittee", ()),  # kept as it was
        ("Tỉnh ủy Hòa Bình", "PartyCommittee", ()),  # merged away: its name ended
        ("Trường Đại học tỉnh Phú Thọ", "School", ()),  # a school goes on
        ("Công ty Xây dựng tỉnh Phú Thọ", "Enterprise", ()),
        ("Thành ủy Bắc Ninh", "PartyCommittee", ()),  # a town under the province
        ("Bộ Tài chính Lào", "StateBody", ()),
        ("Huyện ủy Phú Thọ", "PartyCommittee", ()),  # a name that ends alike
    ],
)  # fmt: skip
def test_periods_of_a_name(name: str, cls: str, later: tuple[str, ...]) -> None:
    assert later_periods(f"body/{iri.slug(name)}", cls) == later


def test_a_body_of_a_district_or_an_article_has_no_periods() -> None:
    assert later_periods("body/đảng-ủy-xã-tỉnh-phú-thọ/phú-thọ", "PartyCommittee") == ()


@pytest.mark.parametrize(
    ("day", "first"),
    [("2025-06-30", ""), ("2025-07-01", "2025-07-01"), ("2026", "2025-07-01"), ("2025", ""), ("2025-07", "2025-07-01"), ("", ""), ("--08-19", "")],
)
def test_the_day_chooses(day: str, first: str) -> None:
    assert since(MERGED, day) == first == period("body/tỉnh-ủy-phú-thọ", "PartyCommittee", day)


def test_the_iri_of_a_later_period() -> None:
    assert Party("Tỉnh ủy Phú Thọ", "PartyCommittee", "2025-07-01").iri == f"{iri.body('Tỉnh ủy Phú Thọ')}/from-2025-07-01"
    assert party("Bộ Tài chính", "2025-02-28").iri == iri.body("Bộ Tài chính")


def test_what_became_of_a_province() -> None:
    [merger] = (r for r in reorganisations() if r.iri.endswith("/tỉnh-ủy-phú-thọ/2025-07-01"))
    assert [p.name for p in merger.originals] == ["Tỉnh ủy Hòa Bình", "Tỉnh ủy Phú Thọ", "Tỉnh ủy Vĩnh Phúc"]
    assert [(p.name, p.since) for p in merger.results] == [("Tỉnh ủy Phú Thọ", "2025-07-01")] and merger.how == ("merged",)


def test_a_city_takes_in_a_province() -> None:
    [merger] = (r for r in reorganisations() if r.iri.endswith("/đảng-bộ-thành-phố-đà-nẵng/2025-07-01"))
    assert [p.name for p in merger.originals] == ["Đảng bộ thành phố Đà Nẵng", "Đảng bộ tỉnh Quảng Nam"]


def test_every_merger_of_2025_is_told_for_each_kind_of_body() -> None:
    kinds = {row["kind"] for row in table("provincial_bodies.tsv")}
    merged = [p for p in provinces() if p.confirmed and p.start == "2025-07-01" and p.predecessors]
    told = Counter(r.day for r in reorganisations() if len(r.originals) > 1 and r.day == "2025-07-01")
    assert len(merged) == 23 and told["2025-07-01"] == 23 * len(kinds)


def test_a_split_leads_to_all_its_parts_and_an_end_to_nothing() -> None:
    by_name = {(r.originals[0].name, r.day): r for r in reorganisations() if len(r.originals) == 1}
    split = by_name["Đảng bộ Khối các cơ quan Trung ương", "2025-02-03"]
    assert len(split.results) == 4 and split.how == ("split",)
    assert by_name["Ban Đối ngoại Trung ương", "2025-03-01"].results == ()


def test_iris_are_unique_days_are_days_and_classes_are_known() -> None:
    assert not [name for name, n in Counter(r.iri for r in reorganisations()).items() if n > 1]
    for r in reorganisations():
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", r.day) and r.originals and r.source
        assert {p.cls for p in (*r.originals, *r.results)} <= CLASSES
    assert all(name in CLASSES and "Body" in ancestors(name) for name in REFOUNDED)


def test_the_table_of_provincial_bodies() -> None:
    rows = table("provincial_bodies.tsv")
    assert rows == sorted(rows, key=lambda row: (row["kind"], row["unit"])) and all(row["source"] for row in rows)
    assert set(Counter(row["kind"] for row in rows).values()) == {2}, "province and city"
    assert {row["unit"] for row in rows} == {p.unit for p in provinces()}


def test_rows_of_one_name_follow_each_other() -> None:
    """A body that was founded anew under its name has an end, and begins again after it."""
    for name in {b.name for b in bodies() if later_periods(f"body/{iri.slug(b.name)}", b.cls) and b.confirmed}:
        rows = sorted((b for b in bodies() if b.name == name), key=lambda b: b.start)
        assert all(one.end and one.end < other.start for one, other in zip(rows, rows[1:], strict=False)), name
