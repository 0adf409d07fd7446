"""Tables that people edit: sorted, no doubles, known kinds, a source each; and what they are for."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from vankien.extractors.readers import furniture
from vankien.extractors.readers.tables import rows


def test_furniture_is_sorted_with_known_kinds() -> None:
    words = [row["words"] for row in rows("furniture.tsv")]
    assert words == sorted(set(words))
    assert {row["kind"] for row in rows("furniture.tsv")} == {"end", "mark", "byline", "credit", "desk", "section"}
    assert all(row["source"] for row in rows("furniture.tsv"))


@pytest.mark.parametrize("row", rows("furniture.tsv"), ids=lambda row: row["words"])
def test_furniture_row_is_found(row: dict[str, str]) -> None:
    line = row["words"].replace("…", "Lê Vân")
    assert furniture.kind(line) == row["kind"]
    assert furniture.kind(line.upper()) == row["kind"]


def test_prefixes_are_sorted_and_in_normal_form(root: Path) -> None:
    text = (root / "extractors" / "gazetteer" / "prefixes.tsv").read_text(encoding="utf-8")
    table = [line for line in text.splitlines() if not line.startswith("#")]
    prefixes = list(csv.DictReader(table, delimiter="\t"))
    words = [row["prefix"] for row in prefixes]
    assert words == sorted(set(words))
    assert all(row["source"] and row["prefix"].endswith(" -") for row in prefixes)


@pytest.mark.parametrize(
    ("line", "kind", "author"),
    [
        ("Phản hồi (0)", "end", ""),
        ("Các tin khác:", "end", ""),
        ("9453 Lượt xem", "mark", ""),
        ("Lượt xem: 12", "mark", ""),
        ("Theo TTXVN", "credit", ""),
        ("Theo đồng chí Bí thư, năm nay là năm bản lề.", "", ""),  # a sentence of the body
        ("Nguồn: một bài đã đăng ở số trước của tạp chí, có sửa và bổ sung nhiều", "", ""),  # too long
        ("Tin, ảnh: Lê Vân", "byline", "Lê Vân"),
        ("LÊ VÂN", "", "LÊ VÂN"),
        ("Lê Vân - Bảo An", "", "Lê Vân - Bảo An"),
        ("Lê Vân/VOV-Trung tâm Tin", "", "Lê Vân/VOV-Trung tâm Tin"),
        ("Lê Vân/VOV Lê Vân/VOV", "", "Lê Vân/VOV"),  # doubled by an aggregator
        ("PV", "desk", "PV"),
        ("T/M BAN THƯỜNG VỤ", "", ""),  # the foot of an official paper
        ("Nơi nhận", "", ""),
        ("Bí thư Tỉnh ủy", "", ""),
        ("Vân", "", ""),  # one word may be anything
    ],
)
def test_lines(line: str, kind: str, author: str) -> None:
    assert (furniture.kind(line), furniture.author(line)) == (kind, author)
