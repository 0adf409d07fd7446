"""Input that is wrong or hostile: refused with a reason, or written so that every reader takes it."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse, serialize

from vankien.graph.quads import article_quads, check
from vankien.graph.quads.literals import clean, moment, name
from vankien.graph.quads.nodes import node, vk
from vankien.ontology import iri
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article, Entity, EntityType, Extraction, Mention, Span, Statement

ARTICLE = Article("bai-1", "Một câu ngắn.")


def entity(type: EntityType, cls: str) -> Extraction:
    return Extraction(ARTICLE, entities=(Entity(iri.BASE + "x", type, cls, "x"),))


def statement(predicate: str, mode: Any = "stated", **attributes: Any) -> Extraction:
    one = Statement(iri.BASE + "x", predicate, iri.BASE + "y", Span(0, 3), "r", mode, attributes)
    return Extraction(ARTICLE, statements=(one,))


REFUSED = [
    (entity("Body", "Ministery"), "'Ministery' is no class of 'Body'"),
    (entity("Body", "Directive"), "'Directive' is no class of 'Body'"),  # a class, but of documents
    (entity("Body", "Article"), "'Article' is no class of 'Body'"),
    (statement("hasIssued"), "unknown predicate 'hasIssued'"),
    (statement("holdsPost", mode="guessed"), "unknown mode 'guessed'"),
    (statement("personnelAct", act="promote"), "unknown kind 'promote'"),
    (statement("personnelAct"), "unknown kind None"),
    (statement("implements", type="mentions"), "unknown type of implements 'mentions'"),
]


@pytest.mark.parametrize(
    ("extraction", "reason"), REFUSED, ids=lambda given: given if isinstance(given, str) else ""
)
def test_what_the_vocabulary_has_no_term_for_is_refused_at_once(extraction: Extraction, reason: str) -> None:
    for attempt in (check, lambda e: article_quads(e, {})):
        with pytest.raises(InputError, match=reason) as refused:
            attempt(extraction)
        assert refused.value.source == "bai-1"


def test_a_term_that_does_not_exist_has_no_node() -> None:
    with pytest.raises(KeyError, match="vk:Ministery"):
        vk("Ministery")


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("a\x00b", "a\ufffdb", "NUL ends strings in many readers"),
        ("a\ud83db", "a\ufffdb", "half of an emoji: no encoding writes it"),
        ("a\uffffb", "a\ufffdb", "a non-character, forbidden in XML"),
        ("a\x9fb", "a\ufffdb", "C1 controls come from wrong encodings"),
        ("a\tb\nc", "a\tb\nc", "tabs and line ends are text"),
        ("Bi\u0301 thư", "Bi\u0301 thư", "a quote keeps the marks as typed"),
    ],
)
def test_cleaning_keeps_the_length(text: str, expected: str, why: str) -> None:
    assert clean(text) == expected, why
    assert len(clean(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Bi\u0301  thư\n", "Bí thư"), ("\x00", ""), ("Tỉnh\u00a0ủy", "Tỉnh ủy"), ("a\x00b", "a b")],
)
def test_names_are_composed_and_evenly_spaced(text: str, expected: str) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01-24", "2024-01-24"),
        ("2024-01", "2024-01"),
        ("2024-01-24T18:27+07:00", "2024-01-24T18:27:00+07:00"),
        ("2024-01-24T11:27:00Z", "2024-01-24T11:27:00+00:00"),
        ("2024-01-24 khoảng trưa", "2024-01-24"),
        ("hôm qua", "hôm qua"),
    ],
)
def test_publication_is_as_precise_as_given(text: str, expected: str) -> None:
    assert moment(text).value == expected


@pytest.mark.parametrize(
    "id",
    [
        "",
        "x",
        "a b",
        "http://x/<y>",
        "https://x/\ud800",
        "1:2",
        "https://x/\x00",
        "mailto:a b",
        "::",
        "https://[",
    ],
)
def test_any_id_becomes_a_node(id: str) -> None:
    assert NamedNode(node(id).value)


TEXTS = st.text(st.characters(), max_size=60)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(st.text(st.characters(), min_size=2, max_size=80))
    start = draw(st.integers(0, len(text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(text))))
    one, two, odd = draw(TEXTS), iri.BASE + "doc/two", draw(TEXTS)
    article = Article(
        draw(TEXTS), text, draw(TEXTS), draw(TEXTS), draw(TEXTS), draw(TEXTS), draw(TEXTS), draw(TEXTS)
    )
    entities = (
        Entity(one, "Body", "Ministry", odd, {"candidates": [odd]}),
        Entity(
            two, "Document", "Law", odd, {"title": odd, "date": odd, "number": odd, "term": odd, "years": odd}
        ),
    )
    statements = (
        Statement(two, "issuedBy", one, span, odd, "stated", {odd: odd}),
        Statement(one, "implements", two, span, "r", "inferred", {"type": "violates"}),
    )
    return Extraction(article, (Mention(span, "Document", (two,)),), entities, statements)


@settings(max_examples=150, deadline=None)
@given(extractions())
def test_whatever_the_text_it_is_written_and_read_back(extraction: Extraction) -> None:
    quads = list(article_quads(extraction, {}))
    written = serialize(quads, format=RdfFormat.N_QUADS)
    assert written is not None
    assert set(parse(written, format=RdfFormat.N_QUADS)) == set(quads)
    xml = serialize((quad.triple for quad in quads), format=RdfFormat.RDF_XML)
    assert xml is not None
    ElementTree.fromstring(xml)
