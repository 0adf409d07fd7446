"""Documents: what is found, what stands behind a name, which document it is, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from vankien.extractors import extract_one
from vankien.extractors.grammar.bodies.find import find_bodies
from vankien.extractors.grammar.dates.find import find_dates
from vankien.extractors.grammar.documents.find import find_documents
from vankien.extractors.grammar.posts.find import find_posts
from vankien.extractors.reading import Reading, begin
from vankien.ontology.iri import BASE
from vankien.ontology.nouns import Article, Extraction, Statement

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    lines = [x for x in (CASES / name).read_text(encoding="utf-8").splitlines() if x.strip() and x[0] != "#"]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def found(text: str, published: str = "2024-01-24") -> Reading:
    """A text as far as its documents are found."""
    reading = begin(Article(id="case", text=text, published=published))
    for step in (find_bodies, find_posts, find_dates, find_documents):
        step(reading)
    return reading


def marked(text: str) -> tuple[str, list[str]]:
    """A text without its square brackets, and what they held, in the order in which they open."""
    plain, open_at, spans = "", list[int](), list[tuple[int, int]]()
    for sign in text:
        if sign == "[":
            open_at.append(len(plain))
        elif sign == "]":
            spans.append((open_at.pop(), len(plain)))
        else:
            plain += sign
    return plain, [plain[a:b] for a, b in sorted(spans, key=lambda s: (s[0], -s[1]))]


@pytest.mark.parametrize("row", rows("document_mentions.tsv"), ids=lambda r: f"{r['why']}: {r['text'][:30]}")
def test_mentions(row: dict[str, str]) -> None:
    text, expected = marked(row["text"])
    reading = found(text)
    assert [reading.text[d.start : d.end] for d in reading.documents] == expected


@pytest.mark.parametrize("row", rows("document_pieces.tsv"), ids=lambda r: r["why"])
def test_pieces(row: dict[str, str]) -> None:
    document = next(d for d in found(row["text"]).documents if d.label == row["document"])
    said = document.attributes
    issuers = ", ".join(b.label for b in said.get("issuers", ()))
    assert (said.get("date", ""), said.get("term", ""), issuers) == (row["date"], row["term"], row["issuers"])
    assert said.get("title", "") == row["title"]


@pytest.mark.parametrize("row", rows("document_links.tsv"), ids=lambda r: r["why"])
def test_links(row: dict[str, str]) -> None:
    extraction = extract_one(Article(id="case", text=row["text"], published=row["published"]))
    mine = [m for m in extraction.mentions if m.type == "Document"]
    assert [e.removeprefix(f"{BASE}doc/") for m in mine for e in m.entities] == row["expected"].split()


def test_an_ambiguous_number_keeps_its_candidates() -> None:
    extraction = extract_one(Article(id="case", text="Theo Nghị quyết số 18-NQ/TW.", published="2024-11-25"))
    [document] = [e for e in extraction.entities if e.type == "Document"]
    assert f"{BASE}doc/TW/XII/NQ/18" in document.attributes["candidates"]
    assert f"{BASE}doc/TW/XIII/NQ/18" in document.attributes["candidates"]
    assert "term" not in document.attributes


def test_what_the_registry_adds_is_marked() -> None:
    text = "Theo Nghị quyết 35 về bảo vệ nền tảng tư tưởng của Đảng."
    extraction = extract_one(Article(id="case", text=text, published="2021-04-26"))
    document = next(e for e in extraction.entities if e.id == f"{BASE}doc/TW/XII/NQ/35")
    assert document.attributes["date"] == "2018-10-22" and document.attributes["term"] == "XII"
    assert {"date", "term", "letters", "issuerCode"} <= set(document.inferred)
    assert "number" not in document.inferred


def test_a_plenum_without_resolution_is_named_loosely() -> None:
    text = "Thực hiện Nghị quyết Trung ương 4 khóa XIII về xây dựng, chỉnh đốn Đảng."
    extraction = extract_one(Article(id="case", text=text, published="2024-01-24"))
    document = next(e for e in extraction.entities if e.type == "Document")
    assert document.attributes["loose"] is True
    assert document.attributes["candidates"] == [f"{BASE}doc/TW/XIII/KL/21"]


@pytest.mark.parametrize("code, term", [("TW", "XII"), ("TU", "XII")])
def test_tw_and_tu_are_two_series(code: str, term: str) -> None:
    """One diacritic apart in print (domain notes 1.3): ``/TƯ`` is the centre, ``/TU`` a province."""
    printed = "TƯ" if code == "TW" else "TU"
    text = f"Theo Nghị quyết số 35-NQ/{printed} khóa {term}."
    extraction = extract_one(Article(id="case", text=text))
    document = next(e for e in extraction.entities if e.type == "Document")
    assert document.attributes["issuerCode"] == code
    assert (document.id == f"{BASE}doc/TW/XII/NQ/35") == (code == "TW")


def shown(statement: Statement, extraction: Extraction) -> str:
    labels = {e.id: e.label for e in extraction.entities}
    parts = [labels[statement.subject], labels[str(statement.object)], statement.mode]
    if "type" in statement.attributes:
        parts.append(str(statement.attributes["type"]))
    return f"{statement.predicate}({'; '.join(parts)})"


@pytest.mark.parametrize("row", rows("document_facts.tsv"), ids=lambda r: r["why"])
def test_facts(row: dict[str, str]) -> None:
    extraction = extract_one(Article(id="case", text=row["text"], published="2025-06-01"))
    of_events = {e.id for e in extraction.entities if e.type == "Event"}
    said = [
        (shown(s, extraction), s.mode)
        for s in extraction.statements
        if "/doc/" in s.subject + str(s.object) and s.subject not in of_events
    ]
    wanted = set(row["expected"].split(" | ")) if row["expected"] else set()
    assert {fact for fact, mode in said if mode != "inferred"} == {f for f in wanted if "; inferred" not in f}
    assert {f for f in wanted if "; inferred" in f} <= {fact for fact, _ in said}
