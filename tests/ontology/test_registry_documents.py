"""The tables of documents, congresses, plenums and terms: in order, without doubles, and true to each other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from vankien.ontology import iri
from vankien.ontology.known_documents import (
    KnownDocument,
    Term,
    congress,
    congresses,
    documents,
    find_documents,
    plenum,
    plenums,
    term_of,
    terms,
)
from vankien.ontology.terms import DOCUMENT_RELATIONS

PARTY = "Đảng Cộng sản Việt Nam"
COMMITTEE = "Ban Chấp hành Trung ương Đảng"
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split()
TYPE_WORDS = {
    "QĐ": {"Quyết định", "Quy định"},
    "QĐi": {"Quy định"},
    **{"NQ": {"Nghị quyết"}, "CT": {"Chỉ thị"}, "KL": {"Kết luận"}, "TB": {"Thông báo"}},
    **{"HD": {"Hướng dẫn"}, "KH": {"Kế hoạch"}, "TT": {"Thông tri"}},
}
TABLES = ("documents.tsv", "congresses.tsv", "plenums.tsv", "terms.tsv")


def rows(root: Path, table: str) -> list[dict[str, str]]:
    lines = (root / "ontology" / "registry" / table).read_text(encoding="utf-8").splitlines()
    header, *cells = (line.split("\t") for line in lines if not line.startswith("#"))
    return [dict(zip(header, row, strict=True)) for row in cells]


def key_of(row: dict[str, str], table: str) -> tuple[str, int, str, int]:
    if table == "documents.tsv":
        return row["issuer_code"], ROMAN.index(row["term"]), row["letters"], int(row["number"])
    if table == "plenums.tsv":
        return "", ROMAN.index(row["term"]), "", int(row["ordinal"])
    return row["owner"], ROMAN.index(row["ordinal"]), "", 0


def days(text: str) -> tuple[date, date]:
    """First and last day that an ISO date of any precision may mean."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    return date(year, month or 1, 1), date(year, month or 12, 28)


def central(ordinal: str) -> Term:
    [term] = [t for t in terms() if (t.owner, t.ordinal) == (COMMITTEE, ordinal)]
    return term


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sorted_and_no_key_stands_twice(root: Path, table: str) -> None:
    keys = [key_of(row, table) for row in rows(root, table)]
    assert all(first < second for first, second in pairwise(keys))


@pytest.mark.parametrize("table", TABLES)
def test_every_row_says_where_it_comes_from_and_how_sure_it_is(root: Path, table: str) -> None:
    for row in rows(root, table):
        assert row["source"].strip(), row
        assert row["confirmed"] in {"yes", "weak"}, row


@pytest.mark.parametrize("table", TABLES)
def test_cells_are_trimmed_composed_and_hold_no_empty_items(root: Path, table: str) -> None:
    for row in rows(root, table):
        for cell in row.values():
            assert cell == unicodedata.normalize("NFC", cell), row
            assert not cell or all(item == item.strip() != "" for item in cell.split("|")), row


@pytest.mark.parametrize("table", TABLES)
def test_what_is_recalled_alone_is_never_sure(root: Path, table: str) -> None:
    for row in rows(root, table):
        if re.fullmatch(r"(domain notes [\d.]+, )?recalled( \([^)]*\))?", row["source"]):
            assert row["confirmed"] == "weak", row


def test_number_letters_and_type_word_belong_together() -> None:
    for known in documents():
        assert re.fullmatch(r"\d{2,4}", known.number) and int(known.number) > 0, known.key
        assert known.type_word in TYPE_WORDS[known.letters], known.key


def test_dates_are_valid_and_inside_the_term() -> None:
    for known in documents():
        assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", known.date), known.key
        if known.date:
            term = central(known.term)
            first, last = days(known.date)
            assert last >= date.fromisoformat(term.start), known.key
            assert not term.end or first <= date.fromisoformat(term.end), known.key
        if len(known.date) == 10:
            assert term_of(date.fromisoformat(known.date)) == known.term, known.key


def test_relations_lead_to_registered_documents_not_later_than_their_source() -> None:
    by_key = {known.key: known for known in documents()}
    for known in documents():
        for name, target in known.relations:
            assert name in DOCUMENT_RELATIONS, known.key
            assert target in by_key and target != known.key, known.key
            if known.date and by_key[target].date:
                assert days(by_key[target].date)[0] <= days(known.date)[1], (known.key, name, target)


def test_keywords_are_lower_case_and_go_with_a_subject() -> None:
    for known in documents():
        assert all(word == word.lower() for word in known.keywords), known.key
        assert bool(known.keywords) == bool(known.subject), known.key
        assert len(set(known.keywords)) == len(known.keywords), known.key


def test_adopted_at_a_plenum_means_by_the_central_committee_once_it_sat() -> None:
    adopted = [known for known in documents() if known.plenum]
    assert len(adopted) > 40
    for known in adopted:
        ordinal, term = known.plenum.split("/")
        where = plenum(term, int(ordinal))
        assert where is not None and term == known.term, known.key
        assert known.issuer == COMMITTEE, known.key
        assert days(known.date)[1] >= days(where.start)[0], f"{known.key} is signed before the plenum sat"


def test_issuers_are_names_of_the_bodies_registry(root: Path) -> None:
    bodies = {row["name"] for row in rows(root, "bodies.tsv")}
    assert {known.issuer for known in documents()} - {""} <= bodies


def test_keywords_tell_documents_of_one_number_apart() -> None:
    namesakes: dict[tuple[str, str, str], list[KnownDocument]] = defaultdict(list)
    for known in documents():
        namesakes[known.issuer_code, known.letters, known.number].append(known)
    for those in namesakes.values():
        for one, other in combinations(those, 2):
            assert not set(one.keywords) & set(other.keywords), (one.key, other.key)


def test_within_a_term_numbers_of_confirmed_resolutions_grow_with_their_dates() -> None:
    """A running series: one slipped date would break it. Weeks of slack, since papers are signed out of turn."""
    for term in ("XI", "XII", "XIII"):
        series = [d for d in documents() if (d.letters, d.issuer_code, d.term) == ("NQ", "TW", term)]
        sure = [date.fromisoformat(d.date) for d in series if d.confirmed]
        assert len(sure) > 3
        assert all((later - earlier).days > -60 for earlier, later in pairwise(sure))


COLLISIONS = [
    # letters, number, keys it may mean (domain notes 1.5, collision list)
    ("CT", "05", {"TW/XII/CT/05", "TW/XIII/CT/05"}),
    ("CT", "35", {"TW/XII/CT/35", "TW/XIII/CT/35"}),
    ("NQ", "18", {"TW/XII/NQ/18", "TW/XIII/NQ/18", "TW/XIV/NQ/18"}),
    ("NQ", "19", {"TW/XI/NQ/19", "TW/XII/NQ/19", "TW/XIII/NQ/19", "TW/XIV/NQ/19"}),
    ("NQ", "20", {"TW/X/NQ/20", "TW/XI/NQ/20", "TW/XII/NQ/20", "TW/XIII/NQ/20", "TW/XIV/NQ/20"}),
    ("NQ", "26", {"TW/X/NQ/26", "TW/XI/NQ/26", "TW/XII/NQ/26", "TW/XIII/NQ/26"}),
    ("NQ", "28", {"TW/IX/NQ/28", "TW/XI/NQ/28", "TW/XII/NQ/28", "TW/XIII/NQ/28"}),
    ("NQ", "29", {"TW/XI/NQ/29", "TW/XIII/NQ/29"}),
    ("NQ", "9", {"TW/X/NQ/09", "TW/XIII/NQ/09"}),
    ("NQ", "59", {"TW/XII/NQ/59", "TW/XIII/NQ/59"}),
    ("NQ", "4", {"TW/XII/NQ/04", "TW/XIV/NQ/04"}),
    ("NQ", "23", {"TW/IX/NQ/23", "TW/X/NQ/23", "TW/XII/NQ/23", "TW/XIII/NQ/23"}),
    ("KL", "45", {"TW/XII/KL/45", "TW/XIII/KL/45"}),
    ("KL", "76", {"TW/XIII/KL/76", "TW/XIV/KL/76"}),
    ("QĐ", "47", {"TW/X/QĐ/47", "TW/XI/QĐ/47"}),
    ("QĐ", "97", {"TW/IX/QĐ/97", "TW/XIII/QĐ/97"}),
]


@pytest.mark.parametrize(("letters", "number", "keys"), COLLISIONS)
def test_a_bare_number_gives_every_document_it_may_mean(letters: str, number: str, keys: set[str]) -> None:
    assert {known.key for known in find_documents(letters, number)} == keys


SUBJECTS = [
    # letters, number, words of an article, key meant, why
    ("CT", "05", "phong cách Hồ Chí Minh", "TW/XII/CT/05", "same number, other subject"),
    ("CT", "05", "giảm nghèo bền vững", "TW/XIII/CT/05", "same number, other subject"),
    ("CT", "35", "tiến tới Đại hội XIII của Đảng", "TW/XII/CT/35", "same subject, other congress"),
    ("CT", "35", "đại biểu toàn quốc lần thứ XIV", "TW/XIII/CT/35", "same subject, other congress"),
    ("CT", "36", "toàn quốc lần thứ XII của Đảng", "TW/XI/CT/36", "XII is no beginning of XIII"),
    ("NQ", "18", "sắp xếp tổ chức bộ máy tinh gọn", "TW/XII/NQ/18", "three terms"),
    ("NQ", "18", "quản lý và sử dụng đất", "TW/XIII/NQ/18", "three terms"),
    ("QĐ", "47", "những điều đảng viên không được làm", "TW/XI/QĐ/47", "Quy định and Quyết định"),
]


@pytest.mark.parametrize(("letters", "number", "words", "key", "why"), SUBJECTS)
def test_keywords_choose_the_document(letters: str, number: str, words: str, key: str, why: str) -> None:
    def speaks(known: KnownDocument) -> bool:
        return any(re.search(rf"\b{re.escape(word)}\b", words.lower()) for word in known.keywords)

    assert [known.key for known in find_documents(letters, number) if speaks(known)] == [key], why


def test_find_documents_reads_numbers_letters_and_codes_as_told() -> None:
    assert find_documents("CT", "5") == find_documents("CT", "005") == find_documents("CT", "05")
    assert {known.letters for known in find_documents("", "08")} >= {"NQ", "QĐi", "CT"}
    assert [known.issuer_code for known in find_documents("HD", "02", "UBKTTW")] == ["UBKTTW"]
    assert all(known.letters == "QĐ" for known in find_documents("QĐ", "11")), "QĐi is a series of its own"
    assert find_documents("NQ", "999") == find_documents("NQ", "18", "TU") == ()
    assert [known.term for known in find_documents("NQ", "20")] == ["X", "XI", "XII", "XIII", "XIV"]


def test_the_iri_is_that_of_the_key() -> None:
    for known in documents():
        assert known.iri == f"{iri.BASE}doc/{known.key}"


POISON = [
    # letters, number, date: made up in data files of others (domain notes 2)
    ("NQ", "57", "2024-12-25"),
    ("NQ", "12", "2026-06-15"),
    ("NQ", "18", "2025-12-15"),
    ("QĐi", "05", "2020-08-28"),
]


@pytest.mark.parametrize(("letters", "number", "made_up"), POISON)
def test_made_up_documents_stay_out(letters: str, number: str, made_up: str) -> None:
    assert made_up not in {known.date for known in find_documents(letters, number)}


def test_one_nickname_may_cover_several_documents() -> None:
    assert sum("Bộ tứ trụ cột" in known.nicknames for known in documents()) == 4


def test_on_its_boundary_day_a_term_has_begun() -> None:
    assert term_of(date(1986, 12, 17)) == ""
    for day, term in (("2016-01-28", "XII"), ("2021-02-01", "XIII"), ("2026-01-23", "XIV")):
        assert term_of(date.fromisoformat(day)) == term
        assert term_of(date.fromisoformat(day) - timedelta(1)) == ROMAN[ROMAN.index(term) - 1]


def test_nothing_ends_before_it_starts() -> None:
    spans = [(c.start, c.end) for c in congresses()] + [(p.start, p.end) for p in plenums()]
    for start, end in spans + [(t.start, t.end) for t in terms() if t.end]:
        assert days(start)[0] <= days(end)[1], (start, end)


def test_terms_of_an_owner_follow_each_other_without_gap() -> None:
    for owner, first, last in ((COMMITTEE, "VI", "XIV"), ("Quốc hội", "XI", "XVI")):
        those = [t for t in terms() if t.owner == owner]
        assert [t.ordinal for t in those] == ROMAN[ROMAN.index(first) : ROMAN.index(last) + 1]
        assert all(before.end == after.start for before, after in pairwise(those))


def test_a_congress_opens_the_term_of_its_ordinal() -> None:
    national = [c for c in congresses() if c.owner == PARTY]
    assert [c.ordinal for c in national] == ROMAN[:14]
    for held in national[5:]:
        assert held.end == central(held.ordinal).start


def test_plenums_follow_each_other_and_stay_in_their_term() -> None:
    for before, after in pairwise(plenums()):
        if before.term == after.term:
            assert days(before.end)[0] <= days(after.start)[1], (before, after)
    for known in plenums():
        end = central(known.term).end
        assert not end or days(known.start)[0] <= date.fromisoformat(end)
    for term in ("XI", "XII", "XIII"):
        held = [p.ordinal for p in plenums() if p.term == term]
        assert held == list(range(1, len(held) + 1))


def test_lookups_answer_none_for_what_is_not_registered() -> None:
    assert plenum("XII", 6) is not None and plenum("XII", 16) is None
    assert congress(PARTY, "XIII") is not None and congress(PARTY, "XV") is None
    assert congress("Đảng bộ Khối các cơ quan Trung ương", "XIII") != congress(PARTY, "XIII")


def test_the_page_about_the_registry_counts_what_is_there(root: Path) -> None:
    page = (root / "docs" / "registries-documents.md").read_text(encoding="utf-8")
    counts = re.findall(r"^\| ([XVI]+) \| (\d+) \| (\d+) \|$", page, re.MULTILINE)
    held = Counter((known.term, known.confirmed) for known in documents())
    assert {term: (int(yes), int(weak)) for term, yes, weak in counts} == {
        term: (held[term, True], held[term, False]) for term, _ in held
    }
    for table in TABLES:
        assert f"| `{table}` | {len(rows(root, table))} |" in page
