"""The registry of bodies and the table of spellings: complete rows, one body a name and a day."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from vankien.ontology import known
from vankien.ontology.known import KnownBody, bodies, table
from vankien.ontology.vocabulary import vocabulary

COLUMNS = "name class aliases weak parent from to successors change source confirmed".split()
CHANGES = {"merged", "split", "renamed", "ended", "refounded"}


def columns(root: Path, file: str) -> list[str]:
    lines = (root / "ontology" / "registry" / file).read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if not line.startswith("#")).split("\t")


def subclasses_of(cls: str) -> set[str]:
    """The class and all classes below it, by the vocabulary's own statements."""
    pairs = re.findall(r"^vk:(\w+) a owl:Class ;\n(?:.*;\n)*?.*rdfs:subClassOf vk:(\w+)", vocabulary(), re.M)
    found = {cls}
    while more := {low for low, high in pairs if high in found} - found:
        found |= more
    return found


def both_alive(one: KnownBody, other: KnownBody) -> bool:
    return (one.start or "0") <= (other.end or "9") and (other.start or "0") <= (one.end or "9")


def test_the_file_has_its_columns_and_enough_rows(root: Path) -> None:
    assert columns(root, "bodies.tsv") == COLUMNS
    assert len(bodies()) >= 250


@pytest.mark.parametrize("file", ["bodies.tsv", "spellings.tsv"])
def test_the_rows_are_sorted_and_no_row_is_doubled(file: str) -> None:
    keys = [(row["name"], row.get("from", "")) for row in table(file)]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("file", ["bodies.tsv", "spellings.tsv"])
def test_every_row_names_its_source_and_is_written_in_one_form(file: str) -> None:
    for row in table(file):
        assert row["source"], row["name"]
        for cell in row.values():
            assert cell == cell.strip() == unicodedata.normalize("NFC", cell), row["name"]
            assert not re.search(r"\b(?:\w*[^qQ\W])?(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b", cell, re.I), (
                f"old tone: {cell}"
            )
            assert all(part == part.strip() for part in cell.split("|")), row["name"]


def test_confirmed_is_yes_or_weak() -> None:
    assert {row["confirmed"] for row in table("bodies.tsv")} == {"yes", "weak"}


def test_what_is_said_to_be_from_memory_alone_is_not_confirmed() -> None:
    wrong = [body.name for body in bodies() if body.source == "from memory" and body.confirmed]
    assert wrong == []


def test_every_class_is_a_body_of_the_vocabulary() -> None:
    classes = subclasses_of("Body")
    assert len(classes) > 20
    assert {body.cls for body in bodies()} <= classes


def test_days_are_dates_and_in_order() -> None:
    for body in bodies():
        for day in filter(None, (body.start, body.end)):
            assert date.fromisoformat(day).isoformat() == day
        assert not (body.start and body.end) or body.start <= body.end, body.name


def test_parents_and_successors_are_rows() -> None:
    names = {body.name for body in bodies()}
    for body in bodies():
        assert not body.parent or body.parent in names, f"{body.name}: parent {body.parent}"
        assert body.parent != body.name
        assert set(body.successors) <= names, f"{body.name}: successors {body.successors}"


def test_the_chain_of_parents_ends() -> None:
    parent = {body.name: body.parent for body in bodies()}
    for name in parent:
        seen = {name}
        while name := parent[name]:
            assert name not in seen, name
            seen.add(name)


def test_a_successor_lives_on_after_the_end() -> None:
    for body in bodies():
        for name in body.successors:
            heirs = [heir for heir in bodies() if heir.name == name and heir != body]
            assert any(not heir.end or heir.end > body.end for heir in heirs), f"{body.name} -> {name}"


def test_what_ended_says_how_and_only_that() -> None:
    for body in bodies():
        assert bool(body.end) == bool(body.change), body.name
        assert not body.change or body.change in CHANGES, body.name


def test_no_name_means_two_bodies_on_one_day() -> None:
    named: dict[str, list[KnownBody]] = defaultdict(list)
    for body in bodies():
        for name in {body.name, *body.aliases}:
            named[name].append(body)
    clashes = [
        (name, one.name, other.name)
        for name, group in named.items()
        for one, other in combinations(group, 2)
        if both_alive(one, other)
    ]
    assert clashes == []


def test_a_weak_form_is_no_full_name_of_the_same_body() -> None:
    for body in bodies():
        assert not {body.name, *body.aliases} & set(body.weak), body.name


def test_no_alias_repeats_what_the_spellings_already_give() -> None:
    for row in table("bodies.tsv"):
        names = [row["name"], *filter(None, row["aliases"].split("|"))]
        for name in names[1:]:
            others = known.spelled(*(other for other in names if other != name))
            assert names.count(name) == 1 and name not in others, f"{row['name']}: {name}"


def test_spellings_add_a_form_and_never_the_part_itself() -> None:
    for row in table("spellings.tsv"):
        forms = row["forms"].split("|")
        assert all(forms) and len(set(forms)) == len(forms) and row["name"] not in forms, row["name"]


@pytest.mark.parametrize(
    ("words", "day", "name", "why"),
    [
        ("Ban Tổ chức T.Ư", "2020-01-01", "Ban Tổ chức Trung ương", "spelling of the centre"),
        ("BCH TW Đảng", "2020-01-01", "Ban Chấp hành Trung ương Đảng", "two spellings in one name"),
        (
            "Trung ương Đảng",
            "2020-01-01",
            "Ban Chấp hành Trung ương Đảng",
            "the committee without its head word",
        ),
        ("Ban Bí thư Trung ương Đảng", "2020-01-01", "Ban Bí thư", "the Party's Secretariat"),
        (
            "Ban Bí thư T.Ư Đoàn",
            "2020-01-01",
            "Ban Bí thư Trung ương Đoàn TNCS Hồ Chí Minh",
            "not the Party's",
        ),
        ("UBKT Trung ương", "2020-01-01", "Ủy ban Kiểm tra Trung ương", "abbreviated head"),
        ("Bộ LĐ-TB&XH", "2024-12-31", "Bộ Lao động, Thương binh và Xã hội", "ministry by its letters"),
        ("MTTQ Việt Nam", "2020-01-01", "Mặt trận Tổ quốc Việt Nam", "the Front, not its committee"),
        ("UBTW MTTQ Việt Nam", "2020-01-01", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "the committee"),
        ("Thường vụ Quân ủy Trung ương", "2020-01-01", "Ban Thường vụ Quân ủy Trung ương", "head word cut"),
        ("Tổng cục Chính trị QĐND Việt Nam", "2020-01-01", "Tổng cục Chính trị", "with its owner"),
        ("Đảng ủy Khối các cơ quan T.Ư", "2024-01-24", "Đảng ủy Khối các cơ quan Trung ương", "until 2025"),
        ("T.Ư Đảng Cộng sản Trung Quốc", "2020-01-01", "Đảng Cộng sản Trung Quốc", "a foreign party"),
    ],
)
def test_a_name_finds_its_body(words: str, day: str, name: str, why: str) -> None:
    found = [body.name for body in bodies() if words in (body.name, *body.aliases) and body.alive(day)]
    assert found == [name], why


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Bộ Tài chính", 1, 1),  # same name, a new body
        ("Bộ Xây dựng", 1, 1),
        ("Bộ Kế hoạch và Đầu tư", 1, 0),
        ("Bộ Dân tộc và Tôn giáo", 0, 1),
        ("Ban Kinh tế Trung ương", 1, 0),
        ("Ban Chính sách, chiến lược Trung ương", 0, 1),
        ("Đảng bộ Khối Doanh nghiệp Trung ương", 1, 0),
        ("Đảng bộ Chính phủ", 0, 1),
    ],
)
def test_the_reorganisation_of_2025(name: str, before: int, after: int) -> None:
    rows = [body for body in bodies() if body.name == name]
    assert sum(body.alive("2025-01-31") for body in rows) == before
    assert sum(body.alive("2025-03-02") for body in rows) == after
    assert len(rows) == before + after


@pytest.mark.parametrize("form", ["Trung ương", "T.Ư", "Ban Tổ chức", "Đảng ủy Khối", "Hội", "Đoàn", "MTTQ"])
def test_a_form_that_needs_context_names_no_body_by_itself(form: str) -> None:
    assert any(form in body.weak for body in bodies())
    assert not any(form in (body.name, *body.aliases) for body in bodies())
