"""The registries of provinces, districts and sectors: sorted, sourced, and complete for both regimes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from vankien.ontology.known import Province, districts, provinces, sectors, table

FILES = {
    "provinces.tsv": "name unit from to predecessors aliases committee source confirmed".split(),
    "districts.tsv": "name unit province source confirmed".split(),
    "sectors.tsv": "name heads aliases source confirmed".split(),
}
KEYS = {
    "provinces.tsv": ("name", "unit", "from"),
    "districts.tsv": ("name", "unit", "province"),
    "sectors.tsv": ("name",),
}
LAST_OF_63, FIRST_OF_34 = "2025-06-30", "2025-07-01"


def alive(day: str) -> dict[str, Province]:
    return {province.name: province for province in provinces() if province.alive(day)}


@pytest.mark.parametrize("file", FILES)
def test_the_rows_are_sorted_and_no_key_is_doubled(file: str) -> None:
    rows = table(file)
    assert list(rows[0]) == FILES[file]
    assert [list(row.values()) for row in rows] == sorted(list(row.values()) for row in rows)
    keys = Counter(tuple(row[column] for column in KEYS[file]) for row in rows)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("file", FILES)
def test_every_row_names_its_source_and_is_written_in_one_form(file: str) -> None:
    for row in table(file):
        assert row["source"], row
        assert row["confirmed"] in {"yes", "weak"}, row
        for cell in row.values():
            assert cell == cell.strip() == unicodedata.normalize("NFC", cell), row
            assert not re.search(r"\b(?:\w*[^qQ\W])?(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b", cell, re.I), (
                f"old tone: {cell}"
            )


@pytest.mark.parametrize("file", FILES)
def test_what_stands_on_memory_alone_is_weak(file: str) -> None:
    assert not [
        row for row in table(file) if row["source"].endswith("from memory") and row["confirmed"] == "yes"
    ]


@pytest.mark.parametrize("file", [*FILES, "bodies.tsv", "spellings.tsv"])
def test_the_page_about_registries_counts_the_rows(root: Path, file: str) -> None:
    page = (root / "docs" / "registries.md").read_text(encoding="utf-8")
    assert f"| `{file}` | {len(table(file))} |" in page


def test_days_are_dates_and_in_order() -> None:
    for province in provinces():
        for day in filter(None, (province.start, province.end)):
            assert date.fromisoformat(day).isoformat() == day
        assert not (province.start and province.end) or province.start <= province.end, province.name


@pytest.mark.parametrize(
    ("day", "count"), [(LAST_OF_63, 63), (FIRST_OF_34, 34), ("2026-06-01", 34), ("2024-06-01", 63)]
)
def test_the_provinces_of_a_day(day: str, count: int) -> None:
    assert sum(province.alive(day) for province in provinces()) == len(alive(day)) == count


def test_the_34_cover_the_63_and_each_once() -> None:
    before, after = alive(LAST_OF_63), alive(FIRST_OF_34)
    merged = {name: now for name, now in after.items() if now.start == FIRST_OF_34}
    kept = [name for name, now in after.items() if before.get(name) == now]
    assert (len(merged), len(kept)) == (23, 11)
    assert sorted([*kept, *(old for now in merged.values() for old in now.predecessors)]) == sorted(before)
    assert all(len(now.predecessors) in (2, 3) for now in merged.values())


def test_a_merged_province_that_kept_a_name_has_two_rows() -> None:
    assert [p.predecessors for p in provinces() if p.name == "An Giang"] == [(), ("An Giang", "Kiên Giang")]


def test_predecessors_are_rows() -> None:
    names = {province.name for province in provinces()}
    assert {old for province in provinces() for old in province.predecessors} <= names


def test_the_committee_follows_the_unit() -> None:
    heads = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy"}
    assert all(province.committee == heads[province.unit] for province in provinces())


def test_no_name_means_two_provinces_on_one_day() -> None:
    named: dict[str, list[Province]] = defaultdict(list)
    for province in provinces():
        for name in {province.name, *province.aliases}:
            named[name].append(province)
    assert not [
        name
        for name, group in named.items()
        for one, other in combinations(group, 2)
        if (one.start or "0") <= (other.end or "9") and (other.start or "0") <= (one.end or "9")
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("TP.HCM", "Hồ Chí Minh"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
        ("Bắc Cạn", "Bắc Kạn"),
    ],
)
def test_other_spellings_of_a_province(words: str, name: str) -> None:
    assert {province.name for province in provinces() if words in province.aliases} == {name}


def test_every_district_lies_in_a_province_of_its_time() -> None:
    names = {province.name for province in provinces()}
    assert {district.province for district in districts()} <= names
    assert {district.unit for district in districts()} == {"quận", "huyện", "thị xã", "thành phố"}


def test_all_63_provinces_have_districts() -> None:
    assert set(alive(LAST_OF_63)) <= {district.province for district in districts()}


def test_the_heads_of_sectors_are_known() -> None:
    heads = {head for sector in sectors() for head in sector.heads}
    assert heads == {"Bộ", "Sở", "Ban", "Phòng", "Ty", "Ủy ban"}
    assert all(sector.heads for sector in sectors())


def test_no_form_means_two_sectors_under_one_head() -> None:
    forms = Counter(
        (head, form)
        for sector in sectors()
        for head in sector.heads
        for form in {sector.name, *sector.aliases}
    )
    assert [form for form, count in forms.items() if count > 1] == []
