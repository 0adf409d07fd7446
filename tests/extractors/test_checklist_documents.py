"""The domain notes on documents as cases, line by line: each row says what a sentence must give, and nothing else.

A row names facts (``issuedBy(A; B; stated)``), mentions with the document they mean (``Chỉ thị 05 => TW/XII/CT/05``),
candidates of an open one (``candidates(Nghị quyết 18: TW/XII/NQ/18)``) or what may not be said (``no implements``).
Of each predicate that a row names the sentence gives the named facts and no other; of documents likewise.
"""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from tests.extractors.test_documents import rows, shown

from vankien.extractors import extract_one
from vankien.ontology.iri import BASE
from vankien.ontology.nouns import Article, Extraction

TABLE = rows("checklist_documents.tsv")
LINES = {f"10.{n}" for n in (1, 2, 3, 4, 5, 6, 7, 14, 20, 21, 22, 23, 24, 26, 27)}
SIGNATURE = re.compile(r"(?P<name>[a-zA-Z]+)\(")


def facts(extraction: Extraction, inferred: bool) -> list[str]:
    return [
        shown(s, extraction)
        for s in extraction.statements
        if "/doc/" in s.subject + str(s.object) and (inferred or s.mode != "inferred")
    ]


def mentions(extraction: Extraction, text: str) -> list[str]:
    named = [m for m in extraction.mentions if m.type == "Document"]
    forms = [normalize("NFC", m.span.text(text)) for m in named]
    meant = [" ".join(e.removeprefix(f"{BASE}doc/") for e in m.entities) for m in named]
    return [f"{form} => {id}" for form, id in zip(forms, meant, strict=True)]


def candidates(extraction: Extraction) -> set[str]:
    return {
        f"candidates({e.label}: {' '.join(c.removeprefix(f'{BASE}doc/') for c in e.attributes['candidates'])})"
        for e in extraction.entities
        if e.type == "Document" and e.attributes.get("candidates")
    }


@pytest.mark.parametrize("row", TABLE, ids=lambda r: f"{r['line']} {r['why']}")
def test_line(row: dict[str, str]) -> None:
    extraction = extract_one(Article(id="case", text=row["text"], published=row["published"]))
    wanted = row["expected"].split(" | ")
    barred = {w.removeprefix("no ") for w in wanted if w.startswith("no ")}
    said = {w for w in wanted if SIGNATURE.match(w) and not w.startswith("candidates(")}
    named = {w.split("(")[0] for w in said} | barred
    found = facts(extraction, inferred=any("; inferred" in w for w in said))
    assert {f for f in found if f.split("(")[0] in named} == said
    if "document" in barred or any(" => " in w for w in wanted):
        assert mentions(extraction, row["text"]) == [w for w in wanted if " => " in w]
    open_ones = {w for w in wanted if w.startswith("candidates(")}
    assert open_ones <= candidates(extraction)


def test_every_trap_has_a_case() -> None:
    assert {row["line"] for row in TABLE} >= LINES


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(TABLE) >= 60 and any("no " in row["expected"] for row in TABLE)
