"""An article that is the text of a paper: it speaks on the paper's day, and the paper's readers find where the text is."""

from __future__ import annotations

import pytest
from pyoxigraph import QuerySolutions

from vankien.graph import KnowledgeBase
from vankien.graph.explain import Explanation
from vankien.ontology import iri
from vankien.ontology.nouns import Article, Entity, Extraction, Mention, Span, Statement

BODY = iri.body("Tỉnh ủy Phú Thọ")
POST = iri.post("Bí thư", BODY)
PAPER = iri.document("NQ", "05", "TU-tỉnh-ủy-phú-thọ", "2024")
PERSON = iri.person("Lê Văn Mẫu", "toan-van")
TEXT = "Số 05-NQ/TU. BÍ THƯ Lê Văn Mẫu"


def paper(published: str) -> Extraction:
    """A paper of 12 March 2024 whose text an article of some later day is."""
    said = (
        Statement(iri.article("toan-van"), "textOf", PAPER, Span(0, 11), "test"),
        Statement(PAPER, "issuedBy", BODY, Span(0, 11), "test"),
        Statement(PAPER, "signedBy", PERSON, Span(13, 30), "test"),
        Statement(PERSON, "represents", BODY, Span(13, 30), "test"),
        Statement(PERSON, "holdsPost", POST, Span(13, 30), "test", "stated", {"status": "current", "asOf": "2024-03-12"}),
        Statement(POST, "postIn", BODY, Span(13, 30), "test"),
    )
    entities = (
        Entity(BODY, "Body", "PartyCommittee", "Tỉnh ủy Phú Thọ"),
        Entity(POST, "Post", "Post", "Bí thư Tỉnh ủy Phú Thọ"),
        Entity(PERSON, "Person", "Person", "Lê Văn Mẫu"),
        Entity(PAPER, "Document", "Resolution", "Nghị quyết số 05-NQ/TU", {"date": "2024-03-12", "letters": "NQ", "number": "05", "issuerCode": "TU"}),
    )
    mentions = (Mention(Span(0, 11), "Document", (PAPER,)), Mention(Span(20, 30), "Person", (PERSON,)))
    return Extraction(Article("toan-van", TEXT, "Toàn văn một nghị quyết", published), mentions, entities, said)


@pytest.fixture(params=["2024-03-12", "2026-09-30", ""], ids=["own day", "later", "no day"])
def kb(request: pytest.FixtureRequest, kb: KnowledgeBase) -> KnowledgeBase:
    assert kb.update([paper(request.param)]).new == 1
    return kb


def asked(kb: KnowledgeBase, sparql: str) -> list[tuple[str, ...]]:
    found = kb.query(sparql)
    assert isinstance(found, QuerySolutions)
    return sorted(tuple(getattr(value, "value", "") for value in row) for row in found)


def test_the_article_is_the_text_of_the_paper(kb: KnowledgeBase) -> None:
    assert asked(kb, "SELECT ?a ?d { ?a a vk:Article ; vk:textOf ?d }") == [(iri.article("toan-van"), PAPER)]


def test_what_it_says_is_so_on_the_papers_day(kb: KnowledgeBase) -> None:
    assert asked(kb, "SELECT DISTINCT ?day { ?t a vk:Tenure ; vk:asOf ?day }") == [("2024-03-12",)]


def test_a_body_merged_later_is_still_the_one_before(kb: KnowledgeBase) -> None:
    found = asked(kb, "SELECT DISTINCT ?b { { ?x vk:issuedBy ?b } UNION { ?x vk:represents ?b } UNION { ?x vk:postIn ?b } }")
    assert found == [(BODY,)]


def test_the_paper_tells_where_its_text_is(kb: KnowledgeBase) -> None:
    told = kb.explain(PAPER)
    assert isinstance(told, Explanation)
    (text,) = (fact for fact in told.facts if fact.predicate == "textOf")
    assert not text.outgoing and text.other is not None
    assert (text.other.label, text.other.cls) == ("Toàn văn một nghị quyết", "Article")


def test_such_a_base_conforms(kb: KnowledgeBase) -> None:
    assert kb.validate().conforms
