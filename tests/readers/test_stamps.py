"""Date lines: every row of stamps.tsv reads its own example; what is no date line gives nothing."""

from __future__ import annotations

import unicodedata

import pytest

from vankien.extractors.readers.stamps import Stamp, moment, stamp
from vankien.extractors.readers.tables import rows

ROWS = rows("stamps.tsv")


def test_table_is_sorted_without_doubles() -> None:
    shapes = [row["shape"] for row in ROWS]
    assert shapes == sorted(set(shapes))
    assert {row["role"] for row in ROWS} == {"published", "updated", "day", "template"}
    assert all(row["source"] for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["shape"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    assert stamp(row["example"]) == Stamp(row["means"], row["role"])  # type: ignore[arg-type]
    assert stamp(unicodedata.normalize("NFD", row["example"]).upper()) == stamp(row["example"])


@pytest.mark.parametrize(
    ("line", "value", "why"),
    [
        ("Thứ Tư,24/1/2024  18:27'(GMT+7)", "2024-01-24T18:27+07:00", "blanks missing and doubled"),
        ("Thứ Tư, 24/1/2024 18:27", "2024-01-24T18:27+07:00", "no-break space"),
        ("24/01/2024 18:27 (GMT+07:00)", "2024-01-24T18:27+07:00", "another way to write the zone"),
        ("28/10/2020 | 11:32 AM", "2020-10-28T11:32+07:00", "12 hours, before noon"),
        ("28/10/2020 | 12:10 AM", "2020-10-28T00:10+07:00", "just after midnight"),
        ("11/10/2021 12:00:00 AM", "2021-11-10", "en-US .NET: month first, and midnight is no time"),
        ("Ngày 10 tháng 11 năm 2021", "2021-11-10", "in words"),
    ],
)
def test_forms(line: str, value: str, why: str) -> None:
    found = stamp(line)
    assert found and found.value == value, why


@pytest.mark.parametrize(
    "line",
    [
        "Sáng 24/1/2024, Tỉnh ủy họp",  # a sentence that holds a date
        "31/2/2024 10:00",  # no such day
        "24/1/2024 25:10",  # no such hour
        "24/13/2024",  # no such month
        "24/1/1024 10:00",  # no such newspaper
        "24/1-2024 10:00",  # two separators
        "Nghị quyết 18-NQ/TW",
        "2024",
        "",
    ],
)
def test_no_date_line(line: str) -> None:
    assert stamp(line) is None


@pytest.mark.parametrize(
    ("given", "meant", "why"),
    [
        ("2024-01-24", "2024-01-24", "a day stays a day"),
        ("2024-01-24T18:27+07:00", "2024-01-24T18:27+07:00", "as given"),
        ("2024-01-24T18:27:05+07:00", "2024-01-24T18:27:05+07:00", "seconds stay"),
        ("2024-01-24 18:27", "2024-01-24T18:27+07:00", "without a zone: Vietnamese time"),
        ("2024-01-23T20:30:00Z", "2024-01-24T03:30:00+07:00", "the day in Viet Nam counts"),
        ("2024-01-24T00:00:00", "2024-01-24", "midnight without a zone is a day without a time"),
        ("2024", "2024", "as precise as given"),
        ("2024-13", "", "no such month"),
        ("24/01/2024", "2024-01-24", "day first"),
        ("0001-01-01T00:00:00", "", "a placeholder"),
        ("hôm qua", "", "no date"),
        ("", "", ""),
    ],
)
def test_moment(given: str, meant: str, why: str) -> None:
    assert moment(given) == meant, why
