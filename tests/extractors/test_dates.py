"""Dates: the case table (text, publication, expected values, why) and the completion of years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vankien.extractors.grammar.dates.find import find_dates, resolve
from vankien.extractors.reading import Found, begin
from vankien.ontology.nouns import Article

CASES = Path(__file__).parent / "cases" / "dates.tsv"


def rows() -> list[dict[str, str]]:
    lines = [x for x in CASES.read_text(encoding="utf-8").splitlines() if x.strip() and x[0] != "#"]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def shown(found: Found) -> str:
    """A date as the table writes it."""
    a = found.attributes
    value = f"{a['from']}..{a['to']}" if "to" in a else str(a["value"])
    return ("~" if a.get("approximate") else "") + value + ("?" if a.get("bare") else "")


@pytest.mark.parametrize("row", rows(), ids=lambda r: r["why"])
def test_dates(row: dict[str, str]) -> None:
    reading = begin(Article(id="case", text=row["text"], published=row["published"]))
    find_dates(reading)
    assert [shown(d) for d in reading.dates] == row["expected"].split()
    assert all(d.hidden and reading.text[d.start : d.end] == d.label for d in reading.dates)


@pytest.mark.parametrize(
    "month, day, published, planned, expected",
    [
        (7, 7, date(2017, 7, 8), False, "2017-07-07"),
        (12, 28, date(2024, 1, 2), False, "2023-12-28"),
        (1, 2, date(2024, 1, 2), False, "2024-01-02"),
        (1, 3, date(2023, 12, 30), True, "2024-01-03"),
        (12, 30, date(2023, 12, 30), True, "2023-12-30"),
        (8, None, date(2023, 12, 30), False, "2023-08"),
        (1, None, date(2023, 12, 30), True, "2024-01"),
        (11, 15, None, False, "--11-15"),
        (8, None, None, True, "--08"),
    ],
)
def test_years_are_completed_towards_the_article(
    month: int, day: int | None, published: date | None, planned: bool, expected: str
) -> None:
    assert resolve(month, day, published, planned) == expected
