"""Whom of the registry an article means: by facts that fit, never by the name alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from vankien.extractors import extract_one
from vankien.extractors.grammar.lexicon import rows as gazetteer
from vankien.extractors.linking.known_persons import posts_in
from vankien.extractors.linking.periods import bounds, tenure, term
from vankien.ontology import iri
from vankien.ontology.known_persons import KnownTenure, named, persons, tenures
from vankien.ontology.nouns import Article, Extraction, Statement

CASES = Path(__file__).parent / "cases" / "known_persons.tsv"


def rows() -> list[dict[str, str]]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def read(text: str, published: str) -> Extraction:
    return extract_one(Article("case", text, published=published))


def resolved(extraction: Extraction) -> list[Statement]:
    return [s for s in extraction.statements if s.predicate == "resolvedTo"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["why"])
def test_who_is_meant(row: dict[str, str]) -> None:
    found = {str(s.object) for s in resolved(read(row["text"], row["published"]))}
    wanted = row["expected"].split(" | ") if row["expected"] else []
    assert found == {iri.known_person(person) for person in wanted}


@pytest.mark.parametrize("row", [row for row in rows() if row["expected"]], ids=lambda row: row["why"])
def test_a_link_is_inferred_and_has_the_words_of_the_post(row: dict[str, str]) -> None:
    extraction = read(row["text"], row["published"])
    entities = {e.id: e for e in extraction.entities}
    held = {(s.subject, s.span) for s in extraction.statements if s.predicate == "holdsPost"}
    for link in resolved(extraction):
        assert (link.mode, link.rule) in {("inferred", "known person by post"), ("inferred", "known person by seat")}
        assert (link.subject, link.span) in held
        assert entities[link.subject].type == entities[str(link.object)].type == "Person"
        assert named(entities[link.subject].label)


def test_every_registered_post_is_read_as_one() -> None:
    """Else it could never fit: the grammar must find in the words one post that is not open."""
    for known in tenures():
        assert len(posts_in(known)) == 1, known


def test_persons_of_history_are_one_node_for_both_tables() -> None:
    historic = {name for row in gazetteer("known_persons.tsv") for name in (row["name"], *row["aliases"].split("|"))}
    for person in persons():
        assert person.name not in historic or person.iri == iri.known_person(person.name)


def known(start: str = "", end: str = "", held: str = "") -> KnownTenure:
    return KnownTenure("x", "Bí thư Tỉnh ủy Phú Thọ", start, end, held, True, "own")


PERIODS = [
    # tenure, status, day of the article, whether they go together, why
    (known("2015-10-05", "2020-10-01"), "current", "2018-01-01", True, "inside"),
    (known("2015-10-05", "2020-10-01"), "current", "2020-11-15", True, "papers go on for some weeks"),
    (known("2015-10-05", "2020-10-01"), "current", "2021-03-01", False, "after"),
    (known("2015-10-05", "2020-10-01"), "incoming", "2015-09-20", True, "the decision is told before its day"),
    (known("2015-10-05", "2020-10-01"), "outgoing", "2015-01-20", False, "before"),
    (known("2015", "2020"), "current", "2021-10-01", True, "a year's slack where only years are known"),
    (known("2015", "2020"), "current", "2022-02-01", False, "more than a year"),
    (known("2015-10-05"), "current", "2019-01-01", True, "no end known: a term"),
    (known("2015-10-05"), "current", "2021-01-01", False, "no end known: more than a term"),
    (known(held="2015-10"), "current", "2016-09-01", True, "within a year of a day on which it was held"),
    (known(held="2015-10"), "current", "2014-06-01", False, "long before a day on which it was held"),
    (known("2015", held="2024-05-16"), "current", "2023-01-01", True, "between the start and a day on which it was held"),
    (known(end="2015-10"), "current", "2012-01-01", True, "no start known: a term"),
    (known(end="2015-10"), "current", "2009-01-01", False, "no start known: more than a term"),
    (known("2015-10-05", "2020-10-01"), "former", "2025-01-01", True, "after the end"),
    (known("2015-10-05", "2020-10-01"), "former", "2018-01-01", False, "before the end"),
    (known("2015-10-05"), "former", "2018-01-01", True, "no end known: after the start"),
    (known("2015-10-05"), "former", "2014-01-01", False, "before the start"),
    (known("2015-10-05", "2020-10-01"), "current", "2020", True, "an article of which only the year is known"),
    (known("2015-10-05", "2020-10-01"), "current", "2022", False, "an article of which only the year is known"),
]


@pytest.mark.parametrize(("held", "status", "day", "fits", "why"), PERIODS, ids=lambda value: str(value)[:40])
def test_periods(held: KnownTenure, status: str, day: str, fits: bool, why: str) -> None:
    assert tenure(held).fits(status, day) is fits, why


def test_terms_of_the_central_committee() -> None:
    thirteenth, fourteenth = term("XIII"), term("XIV")
    assert thirteenth is not None and fourteenth is not None and term("III") is None
    assert thirteenth.fits("current", "2024-01-01") and not thirteenth.fits("current", "2020-06-01")
    assert fourteenth.fits("current", "2029-01-01") and not fourteenth.fits("current", "2025-12-01")
    assert [day.isoformat() for day in bounds("2024-12")] == ["2024-12-01", "2024-12-31"]
