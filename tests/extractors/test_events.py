"""Events end to end: which words name one, which event it is, when it is, and what is said of it.

The tables in ``cases/`` hold our own sentences, the expected reading, and why.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from vankien.extractors import extract_one
from vankien.ontology.nouns import Article, Entity, Extraction

CASES = Path(__file__).parent / "cases"
SAID = ("commemorates", "implements", "organisedBy", "participant")


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a case table by column; lines that begin with ``#`` are comments."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def read(text: str, published: str = "", title: str = "") -> Extraction:
    return extract_one(Article(id="case", text=text, published=published, title=title))


def mentions(extraction: Extraction, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Words and entities of the event mentions, in text order."""
    return [(m.span.text(text), m.entities) for m in extraction.mentions if m.type == "Event"]


def entity(extraction: Extraction, id: str) -> Entity:
    (found,) = [e for e in extraction.entities if e.id == id]
    return found


@pytest.mark.parametrize("row", rows("events_found.tsv"), ids=lambda r: r["why"])
def test_words_that_name_an_event(row: dict[str, str]) -> None:
    found = [words for words, _ in mentions(read(row["text"], "2024-06-15"), row["text"])]
    assert found == (row["expected"].split(" | ") if row["expected"] else [])


@pytest.mark.parametrize("row", rows("events_identity.tsv"), ids=lambda r: r["why"])
def test_which_event_it_is(row: dict[str, str]) -> None:
    named = mentions(read(row["text"], row["published"]), row["text"])
    found = [f"{words} => {' + '.join(id.split('/event/')[1] for id in ids)}" for words, ids in named]
    assert found == row["expected"].split(" | ")


@pytest.mark.parametrize("row", rows("events_attributes.tsv"), ids=lambda r: r["why"])
def test_when_it_is_and_of_what_kind(row: dict[str, str]) -> None:
    extraction = read(row["text"], row["published"], row["title"])
    named = dict(mentions(extraction, row["text"]))
    attributes = entity(extraction, named[row["mention"]][0]).attributes
    assert "; ".join(f"{name}={value}" for name, value in sorted(attributes.items())) == row["expected"]


@pytest.mark.parametrize("row", rows("events_facts.tsv"), ids=lambda r: r["why"])
def test_what_is_said_of_it(row: dict[str, str]) -> None:
    extraction = read(row["text"], row["published"])
    said = []
    for s in extraction.statements:
        if s.predicate in SAID and "/event/" in s.subject and s.object and s.mode == "stated":
            labels = [entity(extraction, id).label for id in (s.subject, s.object)]
            qualifiers = [str(s.attributes[name]) for name in ("role", "type") if name in s.attributes]
            said.append(f"{s.predicate}({'; '.join([*labels, *qualifiers])})")
    assert sorted(said) == (row["expected"].split(" | ") if row["expected"] else [])


def test_a_fact_stands_on_the_words_that_say_it() -> None:
    text = "Tỉnh ủy Phú Thọ tổ chức hội nghị báo cáo viên. Phát biểu tại hội nghị, ông Lê Văn Nam cảm ơn."
    quotes = {s.predicate: s.span.text(text) for s in read(text, "2024-06-06").statements}
    assert quotes["organisedBy"] == "Tỉnh ủy Phú Thọ tổ chức hội nghị báo cáo viên"
    assert quotes["participant"] == "Phát biểu tại hội nghị, ông Lê Văn Nam"


def test_spans_survive_decomposed_letters() -> None:
    text = unicodedata.normalize("NFD", "Sau Đại hội Đảng bộ tỉnh Phú Thọ lần thứ XIX, tỉnh họp bàn.")
    ((words, _),) = mentions(read(text), text)
    assert unicodedata.normalize("NFC", words) == "Đại hội Đảng bộ tỉnh Phú Thọ lần thứ XIX"


def test_what_the_registry_adds_is_marked() -> None:
    text = "Thực hiện Nghị quyết Đại hội XIII của Đảng."
    ((_, (id,)),) = mentions(read(text, "2024-01-24"), text)
    assert entity(read(text, "2024-01-24"), id).inferred == ("date",)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kỳ họp thứ 15 của Ủy ban Kiểm tra Trung ương đã bế mạc.", "stated"),
        ("Kỳ họp thứ 15 Ủy ban Kiểm tra Trung ương đã bế mạc.", "inferred"),
    ],
)
def test_the_owner_of_a_session_holds_it_in_so_many_words_only_with_cua(text: str, mode: str) -> None:
    extraction = read(text, "2017-07-03")
    assert [(s.predicate, s.mode) for s in extraction.statements if "/event/" in s.subject] == [("organisedBy", mode)]
