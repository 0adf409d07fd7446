"""The tables of known persons and their tenures: in order, without doubles, valid days, and true to each other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from vankien.ontology import iri
from vankien.ontology.known import table
from vankien.ontology.known_persons import (
    KnownPerson,
    KnownTenure,
    name_key,
    named,
    persons,
    tenures,
    tenures_of,
)

TABLES = {
    "persons.tsv": ["id", "name", "born", "terms", "source"],
    "tenures.tsv": ["person", "post", "start", "end", "held", "status", "source"],
}
TERMS = "VI VII VIII IX X XI XII XIII XIV".split()
STATUSES = {"confirmed", "single"}
PAGE = "registries-persons.md"
SEATS = {"XI": (175, 25), "XII": (180, 20), "XIII": (180, 20), "XIV": (180, 20)}
"""Members elected by the congress, full and alternate (domain notes 3.1 and pages of the congresses)."""


def page(root: Path) -> str:
    return (root / "docs" / PAGE).read_text(encoding="utf-8")


def valid(day: str) -> bool:
    """Whether it is a day, a month or a year of the calendar."""
    try:
        date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day) is not None


def in_order(first: str, second: str) -> bool:
    """Whether one day is not after another, as far as their precision tells."""
    length = min(len(first), len(second))
    return first[:length] <= second[:length]


@pytest.mark.parametrize("file", TABLES)
def test_columns(root: Path, file: str) -> None:
    lines = (root / "ontology" / "registry" / file).read_text(encoding="utf-8").splitlines()
    assert next(line for line in lines if line[0] != "#").split("\t") == TABLES[file]


def test_rows_are_sorted_and_none_is_doubled() -> None:
    ids = [row["id"] for row in table("persons.tsv")]
    assert ids == sorted(set(ids))
    keys = [tuple(row[c] for c in ("person", "start", "post", "end", "held")) for row in table("tenures.tsv")]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("file", TABLES)
def test_cells_are_trimmed_composed_and_tell_their_source(file: str) -> None:
    for row in table(file):
        assert row["source"], row
        for cell in row.values():
            assert cell == unicodedata.normalize("NFC", cell) == " ".join(cell.split()), row


def test_a_name_is_a_name_and_nothing_else() -> None:
    """No rank, no title, no second name, no footnote; the tone where the other registries put it."""
    titles = re.compile(r"tướng|đô đốc|tiến sĩ|giáo sư|đồng chí|[\[\](),→.\d]", re.IGNORECASE)
    for person in persons():
        parts = person.name.split()
        assert 2 <= len(parts) <= 5 and all(part[0].isupper() for part in parts), person
        assert not titles.search(person.name), person
        assert not re.search(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b", person.name, re.IGNORECASE), person


def test_an_id_is_made_of_the_name_and_the_year_of_birth_else_the_first_term() -> None:
    for person in persons():
        last = person.born[:4] or person.terms[0].term.lower()
        assert person.id == f"{iri.slug(person.name)}-{last}"
        assert person.iri == f"{iri.BASE}person/{person.id}"


def test_days_of_birth_are_valid_and_of_grown_ups() -> None:
    opened = {"VI": 1986, "VII": 1991, "VIII": 1996, "IX": 2001, "X": 2006, "XI": 2011, "XII": 2016}
    for person in persons():
        assert not person.born or valid(person.born), person
        first = opened.get(person.terms[0].term, 2021)
        assert not person.born or 20 < first - int(person.born[:4]) < 90, person


def test_terms_are_in_order_each_kind_of_seat_once() -> None:
    for row in table("persons.tsv"):
        seats = [item.split(":") for item in row["terms"].split("|")]
        assert all(len(seat) == 3 and seat[2] in STATUSES for seat in seats), row
        keys = [(TERMS.index(term), kind) for term, kind, _ in seats]
        assert keys == sorted(set(keys)) and {kind for _, kind in keys} <= {"chính thức", "dự khuyết"}, row


def test_a_tenure_belongs_to_a_person_and_says_when() -> None:
    known = {person.id for person in persons()}
    for row in table("tenures.tsv"):
        assert row["person"] in known and row["status"] in STATUSES, row
        days = [row[name] for name in ("start", "end", "held") if row[name]]
        assert days and all(valid(day) for day in days), row
        if row["start"]:
            assert in_order(row["start"], row["end"] or row["start"]), row
            assert in_order(row["start"], row["held"] or row["start"]), row
        assert not (row["end"] and row["held"]) or in_order(row["held"], row["end"]), row


def test_nobody_holds_a_post_as_a_child() -> None:
    born = {person.id: person.born[:4] for person in persons()}
    for known in tenures():
        first = known.start or known.held or known.end
        assert not born[known.person] or int(first[:4]) - int(born[known.person]) >= 20, known


def sources(text: str) -> set[str]:
    """The independent sources of a cell: the infoboxes, the tables of one encyclopaedia, each page."""
    parts = [part for part in text.split("; ") if not part.startswith("born ")]
    return {part if part.startswith("page ") else part.split()[0] for part in parts}


def test_sources_are_told_on_the_page_and_what_is_confirmed_has_two_or_a_page(root: Path) -> None:
    text = page(root)
    for row in [*table("persons.tsv"), *table("tenures.tsv")]:
        for source in sources(row["source"]):
            assert source in {"infoboxes", "table"} or f"| `{source.removeprefix('page ')}` |" in text, row
    for known in tenures():
        told = sources(known.source)
        assert known.confirmed == (len(told) > 1 or any(s.startswith("page ") for s in told)), known
    for person in persons():
        told = sources(person.source)
        assert len(told) > 1 or told - {"infoboxes", "table"} or not any(m.confirmed for m in person.terms), person


def test_seats_do_not_outnumber_those_of_the_congress(root: Path) -> None:
    """Alternates may rise within a term, so both kinds are counted together."""
    for term, (full, alternate) in SEATS.items():
        assert len([p for p in persons() if any(m.term == term for m in p.terms)]) <= full + alternate


def test_the_page_counts_what_is_there(root: Path) -> None:
    text = page(root)
    counts = Counter((m.term, m.full, m.confirmed) for person in persons() for m in person.terms)
    rows = re.findall(r"^\| ([XVI]+) \| (\d+) \((\d+)\) \| (\d+) \((\d+)\) \|", text, re.MULTILINE)
    told = {term: tuple(map(int, numbers)) for term, *numbers in rows}
    assert told == {
        term: (
            counts[term, True, True] + counts[term, True, False],
            counts[term, True, True],
            counts[term, False, True] + counts[term, False, False],
            counts[term, False, True],
        )
        for term in TERMS
    }
    for file in TABLES:
        assert f"| `{file}` | {len(table(file))} |" in text
    assert f"{sum(known.confirmed for known in tenures())} of the tenures are confirmed" in text


def test_namesakes_differ_in_their_birth_or_one_is_not_known() -> None:
    doubles = Counter(name_key(person.name) for person in persons())
    several = [named(name) for name, number in doubles.items() if number > 1]
    assert len(several) >= 3
    for those in several:
        for one, other in combinations(those, 2):
            assert one.born[:4] != other.born[:4], "one person in two rows"


SPELLINGS = [
    # two spellings, whether they are one name, why
    ("Huỳnh Văn Tí", "Huỳnh Văn Tý", True, "i for y after one consonant"),
    ("Trần Sĩ Thanh", "Trần Sỹ Thanh", True, "with a tone, too"),
    ("Nguyễn Thị Thanh Hoà", "Nguyễn Thị Thanh Hòa", True, "old tone placement in oa"),
    ("Lê Đức Thuý", "Lê Đức Thúy", True, "old tone placement in uy"),
    ("TÔ LÂM", "Tô Lâm", True, "capitals"),
    ("Tô  Lâm", unicodedata.normalize("NFD", "Tô Lâm"), True, "blanks and decomposed marks"),
    ("Trần Văn Thế", "Trần Văn Thể", False, "another tone"),
    ("Trần Văn Quý", "Trần Văn Quí", False, "uy after q is another rhyme: not folded"),
    ("Trần Văn Huy", "Trần Văn Hui", False, "y is i only after a consonant"),
    ("Lê Thị Thúy", "Lê Thị Thủy", False, "another tone"),
    ("Đinh La Thăng", "Dinh La Thang", False, "no marks, no name"),
]


@pytest.mark.parametrize(("one", "other", "same", "why"), SPELLINGS)
def test_which_spellings_are_one_name(one: str, other: str, same: bool, why: str) -> None:
    assert (name_key(one) == name_key(other)) is same, why


def test_lookups_give_persons_and_posts_of_a_name() -> None:
    assert [person.id for person in named("Nguyễn Mạnh Hùng")] == [
        "nguyễn-mạnh-hùng-1960",
        "nguyễn-mạnh-hùng-1962",
        "nguyễn-mạnh-hùng-xiv",
    ]
    assert named("Nguyễn Văn Mẫu") == named("Hùng") == () and tenures_of("nobody") == ()
    assert all(isinstance(person, KnownPerson) for person in named("Tô Lâm"))
    held = tenures_of("tô-lâm-1957")
    assert "Tổng Bí thư" in {known.post for known in held} and isinstance(held[0], KnownTenure)
    assert [known.start for known in held] == sorted(known.start for known in held)
