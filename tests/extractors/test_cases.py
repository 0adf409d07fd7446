"""The case tables of mentions and facts: own sentences, expected readings, and why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vankien.extractors import extract_one
from vankien.ontology.nouns import Article, Extraction

CASES = Path(__file__).parent / "cases"
QUALIFIER = {"holdsPost": "status", "personnelAct": "act"}


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a case table by column; lines that begin with ``#`` are comments."""
    lines = [x for x in (CASES / name).read_text(encoding="utf-8").splitlines() if x.strip() and x[0] != "#"]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def read(text: str, published: str = "") -> Extraction:
    return extract_one(Article(id="case", text=text, published=published))


@pytest.mark.parametrize("row", rows("mentions.tsv"), ids=lambda r: f"{r['type']}: {r['why']}")
def test_mentions(row: dict[str, str]) -> None:
    extraction = read(row["text"])
    labels = {e.id: e.label for e in extraction.entities}
    found = []
    for mention in extraction.mentions:
        if mention.type == row["type"]:
            form, label = mention.span.text(row["text"]), " + ".join(labels[e] for e in mention.entities)
            found.append(form if form == label else f"{form} => {label}")
    wanted = row["expected"].split(" | ") if row["expected"] else []
    if row["type"] == "Body":  # bodies inside posts are mentions too; the tables speak of free ones
        assert [f for f in found if f in wanted] == wanted, found
        assert len(found) == len(wanted), found
    else:
        assert found == wanted


def facts(extraction: Extraction, deciders: bool = False) -> set[str]:
    labels = {e.id: e.label for e in extraction.entities}
    said = set()
    for s in extraction.statements:
        parts = [labels[s.subject], labels[s.object] if s.object else "None"]
        if s.predicate in QUALIFIER:
            parts.append(str(s.attributes[QUALIFIER[s.predicate]]))
        if deciders and s.attributes.get("by"):
            parts.append(f"by {labels[str(s.attributes['by'])]}")
        said.add(f"{s.predicate}({'; '.join(parts)})")
    return said


@pytest.mark.parametrize("row", rows("facts.tsv"), ids=lambda r: r["why"])
def test_facts(row: dict[str, str]) -> None:
    said = facts(read(row["text"].replace("¶", "\n"), row["published"]), deciders="; by " in row["expected"])
    wanted = set(row["expected"].split(" | ")) if row["expected"] else set()
    spoken_of = {re.split(r"\(", f)[0] for f in wanted} | {"holdsPost", "personnelAct", "represents"}
    assert {f for f in said if f.split("(")[0] in spoken_of} == wanted


@pytest.mark.parametrize("row", rows("facts.tsv"), ids=lambda r: r["why"])
def test_every_fact_has_its_words(row: dict[str, str]) -> None:
    extraction = read(row["text"], row["published"])
    labels = {e.id for e in extraction.entities}
    for statement in extraction.statements:
        assert statement.rule and 0 <= statement.span.start < statement.span.end <= len(row["text"])
        assert statement.subject in labels and (statement.object is None or statement.object in labels)


def test_a_person_named_in_full_by_the_title_alone() -> None:
    text = "Ông Thái, 50 tuổi, giữ chức Chủ tịch UBND tỉnh Lâm Đồng. Chị Lan kể về ông Hùng."
    extraction = extract_one(Article(id="case", text=text, title="Ông Trần Hồng Thái làm Chủ tịch UBND tỉnh Lâm Đồng"))
    assert [e.label for e in extraction.entities if e.type == "Person"] == ["Trần Hồng Thái"]
    assert [m.span.text(text) for m in extraction.mentions if m.type == "Person"] == ["Thái"]
