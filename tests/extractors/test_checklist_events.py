"""The checklist of events (domain notes 6, 7 and 10) as sentences: all that is found in each, and nothing else."""

from __future__ import annotations

import pytest
from tests.extractors.test_events import SAID, entity, mentions, read, rows

from vankien.ontology.nouns import Extraction

ROWS = rows("checklist_events.tsv")
LINES = ("8", "9", "14", "17", "18", "19", "20", "21", "24", "26")
"""Traps of domain notes 10 that are about events."""


def said(extraction: Extraction, text: str) -> list[str]:
    """The events by their first mention with all attributes, then the stated facts about them and who acts for whom."""
    first = {id: words for words, ids in reversed(mentions(extraction, text)) for id in reversed(ids)}
    found = []
    for id in dict.fromkeys(id for _, ids in mentions(extraction, text) for id in ids):
        attributes = sorted(entity(extraction, id).attributes.items())
        found.append(f"event({'; '.join([first[id], *(f'{name}={value}' for name, value in attributes)])})")
    for s in extraction.statements:
        about = s.predicate == "represents" or (s.predicate in SAID and "/event/" in s.subject)
        if about and s.object and s.mode == "stated":
            labels = [entity(extraction, id).label for id in (s.subject, s.object)]
            qualifiers = [str(s.attributes[name]) for name in ("role", "type") if name in s.attributes]
            found.append(f"{s.predicate}({'; '.join([*labels, *qualifiers])})")
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['line']}: {r['why']}")
def test_checklist(row: dict[str, str]) -> None:
    found = said(read(row["text"], row["published"]), row["text"])
    assert found == (row["expected"].split(" | ") if row["expected"] else [])


def test_every_trap_of_events_has_a_row() -> None:
    assert {f"10.{line}" for line in LINES} <= {row["line"] for row in ROWS}
