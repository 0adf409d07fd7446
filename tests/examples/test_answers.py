"""The examples from end to end: what they answer; ``answers/`` holds what they say.

One table a question of the ontology: its columns, then every row that a person who reads the articles
would give, in the order of the question; empty cells at the end are left out. A row behind ``#? `` is
right too, but not read yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from tests.examples.asking import Ask, Row, asked

from vankien.extractors import as_record
from vankien.graph import KnowledgeBase
from vankien.ontology import Extraction
from vankien.ontology.competency import competency_queries, competency_query

ANSWERS = Path(__file__).parent / "answers"
UNREAD = "#? "
"""Begins a row that an article plainly states and the extractor does not give yet."""

AHEAD = {
    "act-dates": "the day on which a conference announces decisions",
    "adopted-at": "a congress of the Youth Union and of the province, cited without its organ",
    "anniversaries": "a review announced under a shorter name than it is held under",
    "careers": "the province that a retired man's posts leave open",
    "event-participants": "members of a delegation, the one who gets a badge, who speaks from another room",
    "planned-events": "a conference of a committee by number as a plenum; the review's shorter name",
    "plans-and-outcomes": "the month a congress is planned for; the review's two names",
    "proposals-and-decisions": "that the man of an undated proposal is the one disciplined later",
    "tenures": "the province that a retired man's posts leave open",
}
"""Questions whose whole answer is not read yet, and what is lacking."""

OVERREAD = frozenset(
    {"act-dates", "anniversaries", "careers", "planned-events", "plans-and-outcomes", "proposals-and-decisions", "tenures"}
)
"""Of these, questions whose answer holds rows that lack a part."""


def written(name: str) -> tuple[Row, list[tuple[Row, bool]]]:
    """The table of a question: columns, and each right row with whether it is read."""
    head, *lines = (ANSWERS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    columns = tuple(head.split("\t"))
    rows = []
    for line in lines:
        cells = line.removeprefix(UNREAD).split("\t")
        rows.append(((*cells, *[""] * (len(columns) - len(cells))), not line.startswith(UNREAD)))
    return columns, rows


def expected(name: str) -> Any:
    """A question as a parameter, marked while its answer is not all read; strict, it says when it is."""
    marks = [pytest.mark.xfail(raises=AssertionError, reason=AHEAD[name])] if name in AHEAD else []
    return pytest.param(name, marks=marks)


TABLES = sorted(path.stem for path in ANSWERS.glob("*.tsv"))


@pytest.mark.parametrize("name", [expected(name) for name in TABLES if name != "articles"])
def test_the_whole_answer(name: str, ask: Ask) -> None:
    columns, rows = written(name)
    assert ask(name) == (columns, [row for row, _ in rows])


@pytest.mark.parametrize("name", sorted(AHEAD))
def test_what_is_read_stays(name: str, ask: Ask) -> None:
    columns, rows = written(name)
    found = ask(name)
    assert found[0] == columns
    assert not Counter(row for row, is_read in rows if is_read) - Counter(found[1])


@pytest.mark.parametrize("name", sorted(AHEAD.keys() - OVERREAD))
def test_nothing_stands_beside_what_is_right(name: str, ask: Ask) -> None:
    right = [row for row, _ in written(name)[1]]
    assert ask(name)[1] == [row for row in right if row in ask(name)[1]]


def test_every_question_has_its_table() -> None:
    names = {query.name for query in competency_queries()}
    assert set(TABLES) == names - {"co-attendance"}  # counted below
    assert {name for name in TABLES if not all(is_read for _, is_read in written(name)[1])} == AHEAD.keys()


def test_articles_and_how_much_they_say(ask: Ask, extractions: Sequence[Extraction]) -> None:
    columns, rows = ask("articles")
    assert columns == (*written("articles")[0], "stated", "inferred", "loose")
    assert [row[:3] for row in rows] == [row for row, _ in written("articles")[1]]
    said = {}
    for extraction in extractions:
        modes = Counter(statement["mode"] for statement in as_record(extraction)["statements"])
        article = extraction.article
        said[normalize("NFC", article.title or article.id)] = tuple(str(modes[mode]) for mode in columns[3:])
    assert {row[2]: row[3:] for row in rows} == said


def test_the_thing_with_most_statements(kb: KnowledgeBase) -> None:
    columns, rows = asked(kb, competency_query("facts-with-quotes").text)
    ends = asked(kb, "SELECT ?s ?x WHERE { ?s a vk:Statement ; rdf:subject|rdf:object ?x }")[1]
    most = max(Counter(x for _, x in set(ends)).values())
    assert len(rows) == most
    assert set.intersection(*({row[0], row[2]} for row in rows)), "all on one thing"
