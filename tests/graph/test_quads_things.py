"""The article, the things it names and their forms, as quads: classes, typed attributes, labels, terms, counts."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.quads import IDENTITY_GRAPH, article_graph, article_quads, label_quads
from vankien.graph.quads.nodes import RDFS, SKOS
from vankien.ontology import iri
from vankien.ontology.nouns import Article, Entity, EntityType, Extraction, Mention, Span

VK = iri.ONTOLOGY
TEXT = "Đồng chí Hà Thị Trang quán triệt Nghị quyết 59, 70; tiếp đó là Nghị quyết 59."
ARTICLE = Article(
    "bai-1", TEXT, "Quán triệt nghị quyết", "2025-09-16T08:00:00+07:00", "nhandan.vn", "Thu Hà", "Thời sự"
)
TRANG = iri.person("Hà Thị Trang", "bai-1")
POST = iri.post("Bí thư")
BODY = iri.body("Tỉnh ủy Nghệ An")
DOC = iri.document("NQ", "59", "TW", "XIII")
OTHER = iri.document("NQ", "70", "TW", "XIII")


def entity(id: str, type: EntityType, cls: str = "", label: str = "x", **attributes: Any) -> Entity:
    return Entity(id, type, cls or type, label, attributes)


THINGS = (
    entity(TRANG, "Person", label="Hà Thị Trang"),
    entity(BODY, "Body", "PartyCommittee", "Tỉnh ủy Nghệ An"),
    entity(DOC, "Document", "Resolution", "Nghị quyết 59-NQ/TW", issuerCode="TW", term="XIII"),
    entity(OTHER, "Document", "Resolution", "Nghị quyết 70-NQ/TW"),
)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def quads(*entities: Entity, mentions: tuple[Mention, ...] = ()) -> list[Quad]:
    return list(article_quads(Extraction(ARTICLE, mentions, entities or THINGS), {}))


def values(found: list[Quad], subject: str, predicate: str) -> list[str]:
    """Values as written in Turtle."""
    return [str(q.object) for q in found if (q.subject, q.predicate.value) == (NamedNode(subject), predicate)]


def facts(found: list[Quad], node: str) -> dict[str, list[str]]:
    """What is said of a node: local names of properties to plain values."""
    out: dict[str, list[str]] = {}
    for q in found:
        if q.subject == NamedNode(node) and isinstance(q.object, NamedNode | Literal):
            out.setdefault(q.predicate.value.split("#")[-1], []).append(q.object.value.removeprefix(VK))
    return out


def nodes(found: list[Quad], cls: str) -> list[str]:
    typed = (
        q.subject for q in found if q.object == NamedNode(VK + cls) and q.predicate.value.endswith("#type")
    )
    return [node.value for node in typed if isinstance(node, NamedNode)]


def test_the_article_is_described() -> None:
    told = facts(quads(), iri.article("bai-1"))
    assert told["identifier"] == ["bai-1"]
    assert told["label"] == told["title"] == ["Quán triệt nghị quyết"]
    assert told["published"] == ["2025-09-16T08:00:00+07:00"]
    assert told["length"] == [str(len(TEXT))]
    assert (told["source"], told["byline"], told["section"]) == (["nhandan.vn"], ["Thu Hà"], ["Thời sự"])
    assert told["sha256"] == [hashlib.sha256(TEXT.encode()).hexdigest()]


def test_an_article_without_a_title_is_labelled_by_its_id() -> None:
    found = list(article_quads(Extraction(Article("bai-2", "Một câu.")), {}))
    told = facts(found, iri.article("bai-2"))
    assert told["label"] == ["bai-2"] and "title" not in told and "published" not in told


def test_classes_are_written_out_to_the_top() -> None:
    found = quads()
    assert facts(found, DOC)["type"] == ["Resolution", "PartyDocument", "Document"]
    assert facts(found, BODY)["type"] == ["PartyCommittee", "Body"]
    assert facts(found, TRANG)["type"] == ["Person"]


ATTRIBUTE_CASES: list[tuple[EntityType, str, Any, list[str]]] = [
    ("Document", "date", "2018-10-22", ['"2018-10-22"^^<http://www.w3.org/2001/XMLSchema#date>']),
    ("Document", "date", "2018-10", ['"2018-10"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>']),
    ("Document", "date", "2018", ['"2018"^^<http://www.w3.org/2001/XMLSchema#gYear>']),
    ("Event", "date", "--10-22", ['"--10-22"^^<http://www.w3.org/2001/XMLSchema#gMonthDay>']),
    ("Event", "date", "--10", ['"--10"^^<http://www.w3.org/2001/XMLSchema#gMonth>']),
    ("Event", "date", "2021-02-30", ['"2021-02-30"']),  # no calendar has it: text, and a warning
    ("Event", "date", "2021-13", ['"2021-13"']),
    ("Event", "date", "٢٠٢١", ['"٢٠٢١"']),  # digits, but not those of a date
    ("Event", "years", 55, ['"55"^^<http://www.w3.org/2001/XMLSchema#integer>']),
    ("Event", "years", "55", ['"55"^^<http://www.w3.org/2001/XMLSchema#integer>']),
    ("Event", "years", "gần 15", []),  # not a number: nothing is asserted
    ("Event", "baseYear", 1969, ['"1969"^^<http://www.w3.org/2001/XMLSchema#gYear>']),
    ("Document", "year", "2020", ['"2020"^^<http://www.w3.org/2001/XMLSchema#gYear>']),
    ("Document", "year", "20", []),
    ("Event", "place", "Hà Nội", ['"Hà Nội"@vi']),
    ("Event", "ordinal", "XIII", ['"XIII"']),
    ("Document", "number", "05", ['"05"']),  # text: the zero is part of the name
    ("Document", "title", "về  giảm\nnghèo", ['"về giảm nghèo"@vi']),
    ("Document", "letters", "", []),
    ("Document", "letters", None, []),
]


@pytest.mark.parametrize(("type", "attribute", "given", "expected"), ATTRIBUTE_CASES)
def test_attributes_are_typed(type: EntityType, attribute: str, given: Any, expected: list[str]) -> None:
    found = quads(entity(iri.BASE + "x", type, **{attribute: given}))
    assert values(found, iri.BASE + "x", VK + attribute) == expected


def test_an_attribute_the_vocabulary_does_not_have_is_left_out() -> None:
    found = quads(entity(TRANG, "Person", known=True, letters="NQ"))
    assert set(facts(found, TRANG)) == {"type", "altLabel"}


def test_attributes_with_another_name_in_extractions() -> None:
    found = quads(
        entity(POST, "Post", role="Bí thư", country="Lào"), entity(DOC, "Document", candidates=[OTHER])
    )
    assert (facts(found, POST)["office"], facts(found, POST)["country"]) == (["Bí thư"], ["Lào"])
    assert facts(found, DOC)["candidate"] == [OTHER]


def test_what_a_registry_added_is_marked() -> None:
    known = Entity(
        DOC, "Document", "Resolution", "NQ 59", {"date": "2025-01-24", "letters": "NQ"}, ("date", "unknown")
    )
    assert facts(quads(known), DOC)["inferredAttribute"] == ["date"]


def test_a_document_of_a_known_series_has_its_term() -> None:
    found = quads()
    assert facts(found, DOC)["inTerm"] == [iri.term("TW", "XIII")]
    assert facts(found, iri.term("TW", "XIII")) == {"type": ["Term"], "ordinal": ["XIII"]}


def test_a_document_outside_a_known_series_has_the_numeral_only() -> None:
    lone = iri.named_document("Chỉ thị 01-CT/ĐUK", "bai-1")
    found = quads(entity(lone, "Document", issuerCode="ĐUK", term="XIII"))
    assert facts(found, lone)["term"] == ["XIII"] and "inTerm" not in facts(found, lone)
    assert nodes(found, "Term") == []


def test_forms_are_alternative_labels_and_the_one_label_stands_elsewhere() -> None:
    found = quads(
        mentions=(
            Mention(at("Nghị quyết 59, 70"), "Document", (DOC, OTHER)),
            Mention(at("Nghị quyết 59", 1), "Document", (DOC,)),
        )
    )
    assert values(found, DOC, SKOS + "altLabel") == ['"Nghị quyết 59-NQ/TW"@vi', '"Nghị quyết 59"@vi']
    assert values(found, OTHER, SKOS + "altLabel") == ['"Nghị quyết 70-NQ/TW"@vi'], (
        "coordinated words name neither"
    )
    assert not [
        q for q in found if q.predicate.value == RDFS + "label" and q.subject != article_graph("bai-1")
    ]


def test_mentions_are_counted_by_form() -> None:
    found = quads(
        mentions=(
            Mention(at("Nghị quyết 59, 70"), "Document", (DOC, OTHER)),
            Mention(at("Nghị quyết 59", 0), "Document", (DOC,)),
            Mention(at("Nghị quyết 59", 1), "Document", (DOC,)),
        )
    )
    told = [facts(found, node) for node in nodes(found, "Naming")]
    assert [(t["surface"], t["names"], t["count"]) for t in told] == [
        (["Nghị quyết 59, 70"], [DOC, OTHER], ["1"]),
        (["Nghị quyết 59"], [DOC], ["2"]),
    ]
    assert facts(found, iri.article("bai-1"))["mentions"] == [DOC, OTHER]


def test_labels_stand_in_the_graph_of_what_is_known_across_articles() -> None:
    found = list(label_quads({DOC: "Nghị quyết 59-NQ/TW", BODY: "Tỉnh ủy\nNghệ An"}))
    assert [(q.subject, q.object) for q in found] == [
        (NamedNode(BODY), Literal("Tỉnh ủy Nghệ An", language="vi")),
        (NamedNode(DOC), Literal("Nghị quyết 59-NQ/TW", language="vi")),
    ]
    assert {q.graph_name for q in found} == {IDENTITY_GRAPH}
