"""The checklist of bodies, posts and persons (domain notes 3, 4, 5, 10) as cases: every find and fact of the kinds a row names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extractors.test_cases import facts, read, rows

from vankien.ontology.nouns import Extraction

MENTIONS = {"Body", "Post", "Person"}
ALWAYS = {"holdsPost", "personnelAct", "represents"}
# Words for what a fact adds; the three days of an act are told together or not at all.
DETAILS = {
    "by": "by", "date": "on", "effectiveFrom": "from", "announcedOn": "announced", "startDate": "since", "endDate": "until",
    "measure": "measure", "acting": "acting",
}  # fmt: skip
DAYS = {"on", "from", "announced"}
ROWS = rows("checklist_people.tsv")


def wanted(row: dict[str, str]) -> list[str]:
    return row["expected"].split(" | ")


def kinds(row: dict[str, str]) -> set[str]:
    """What the row speaks of; ``Body()`` wants none of that kind."""
    named = {item.split("(")[0] for item in wanted(row)}
    return named | ALWAYS if named - MENTIONS else named


def details(row: dict[str, str]) -> set[str]:
    """Which additions the row compares."""
    used = {word for word in DETAILS.values() if f"; {word} " in row["expected"] or f"; {word})" in row["expected"]}
    return used | DAYS if used & DAYS else used


def mentioned(extraction: Extraction) -> list[str]:
    labels = {e.id: e.label for e in extraction.entities}
    found = []
    for mention in extraction.mentions:
        form, label = mention.span.text(extraction.article.text), " + ".join(labels[e] for e in mention.entities)
        found.append(f"{mention.type}({form if form == label else f'{form} => {label}'})")
    return found


def said(extraction: Extraction, used: set[str]) -> list[str]:
    labels = {e.id: e.label for e in extraction.entities}
    found = []
    for statement in extraction.statements:
        (fact,) = facts(replace(extraction, statements=(statement,)))
        for name, word in DETAILS.items():
            value = statement.attributes.get(name)
            if value and word in used:
                fact = f"{fact[:-1]}; {word})" if value is True else f"{fact[:-1]}; {word} {labels.get(str(value), value)})"
        found.append(fact)
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['line']}: {r['why']}")
def test_line(row: dict[str, str]) -> None:
    extraction, speaks_of = read(row["text"], row["published"]), kinds(row)
    found = [x for x in (*mentioned(extraction), *said(extraction, details(row))) if x.split("(")[0] in speaks_of]
    assert sorted(set(found)) == sorted(set(wanted(row)) - {f"{kind}()" for kind in speaks_of})


def test_every_line_of_the_checklist_has_cases() -> None:
    lines = {row["line"] for row in ROWS}
    assert {f"10.{n}" for n in (10, 11, 12, 13, 14, 15, 16, 17, 19, 25, 26, 27)} <= lines
    assert {f"5.2 {letter}" for letter in "ABCDEFGHIJKL"} <= lines
    assert len(ROWS) >= 60 and len({row["text"] for row in ROWS}) == len(ROWS)
