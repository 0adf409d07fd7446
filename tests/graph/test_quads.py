"""Statements to quads: plain triples, the nodes beside them, evidence; and what must not stand in the graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, serialize

from vankien.graph.quads import article_graph, article_quads
from vankien.graph.quads.nodes import OA, PROV, RDF
from vankien.ontology import iri
from vankien.ontology.nouns import Article, Entity, EntityType, Extraction, Mention, Mode, Span, Statement
from vankien.ontology.terms import CLASSES, PROPERTIES

VK = iri.ONTOLOGY
TEXT = "Tại hội nghị, đồng chí Hà Thị Trang, Trưởng ban Tuyên giáo, quán triệt Nghị quyết 59, 70; tiếp đó là Nghị quyết 59."
ARTICLE = Article("bai-1", TEXT, "Quán triệt nghị quyết", "2025-09-16T08:00:00+07:00", "nhandan.vn", "Thu Hà", "Thời sự")

TRANG = iri.person("Hà Thị Trang", "bai-1")
POST = iri.post("Trưởng ban Tuyên giáo")
BODY = iri.body("Tỉnh ủy Nghệ An")
DOC = iri.document("NQ", "59", "TW", "XIII")
OTHER = iri.document("NQ", "70", "TW", "XIII")
EVENT = iri.event("conference", "hội nghị", "bai-1")


def entity(id: str, type: EntityType, cls: str = "", label: str = "x", **attributes: Any) -> Entity:
    return Entity(id, type, cls or type, label, attributes)


THINGS = (
    entity(TRANG, "Person", label="Hà Thị Trang"),
    entity(POST, "Post", label="Trưởng ban Tuyên giáo"),
    entity(BODY, "Body", "PartyCommittee", "Tỉnh ủy Nghệ An"),
    entity(DOC, "Document", "Resolution", "Nghị quyết 59-NQ/TW", letters="NQ", number="59", issuerCode="TW", term="XIII"),
    entity(OTHER, "Document", "Resolution", "Nghị quyết 70-NQ/TW"),
    entity(EVENT, "Event", "StudyConference", "hội nghị", kind="conference", status="planned", date="2025-09"),
)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def said(
    subject: str, predicate: str, object: str | None, words: str = "quán triệt", mode: Mode = "stated", **attributes: Any
) -> Statement:
    return Statement(subject, predicate, object, at(words), "by-hand", mode, attributes)


def quads(
    *statements: Statement, entities: tuple[Entity, ...] = THINGS, mentions: tuple[Mention, ...] = (),
    names: Mapping[str, str] | None = None,
) -> list[Quad]:
    return list(article_quads(Extraction(ARTICLE, mentions, entities, statements), names or {}))


def values(found: list[Quad], subject: str, predicate: str) -> list[str]:
    return [str(q.object) for q in found if (q.subject, q.predicate.value) == (NamedNode(subject), predicate)]


def nodes(found: list[Quad], cls: str) -> list[str]:
    typed = (q for q in found if q.predicate.value == RDF + "type" and q.object == NamedNode(VK + cls))
    return [q.subject.value for q in typed if isinstance(q.subject, NamedNode)]


def facts(found: list[Quad], node: str) -> dict[str, list[str]]:
    """What is said of a node: local names (of a vk: or other property) to values."""
    out: dict[str, list[str]] = {}
    for q in found:
        if isinstance(q.subject, NamedNode) and q.subject.value == node:
            value = q.object.value if isinstance(q.object, NamedNode | Literal) else str(q.object)
            out.setdefault(q.predicate.value.split("#")[-1], []).append(value.removeprefix(VK))
    return out


def plain(found: list[Quad]) -> set[tuple[str, str, str]]:
    """Plain triples between things (neither types nor what hangs on nodes of the article's own)."""
    things = {e.id for e in THINGS}
    return {
        (q.subject.value, q.predicate.value.removeprefix(VK), q.object.value)
        for q in found
        if isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode)
        and q.subject.value in things and q.object.value in things
    }


# (statement, the plain triple's property, class of the node beside it)
ASSERTED = [
    (said(TRANG, "holdsPost", POST, status="current"), "holdsPost", "Tenure"),
    (said(TRANG, "holdsPost", POST, status="incoming"), "holdsPost", "Tenure"),
    (said(TRANG, "holdsPost", POST, status="former"), "heldPost", "Tenure"),
    (said(TRANG, "holdsPost", POST, status="outgoing"), "heldPost", "Tenure"),
    (said(TRANG, "holdsPost", POST), "hasPost", "Tenure"),  # the time stays open
    (said(POST, "postIn", BODY), "postIn", ""),
    (said(POST, "postIn", BODY, mode="inferred"), "postIn", ""),  # known from a registry: marked, but asserted
    (said(DOC, "issuedBy", BODY), "issuedBy", ""),
    (said(DOC, "adoptedAt", EVENT), "adoptedAt", ""),
    (said(OTHER, "replaces", DOC), "replaces", "Citation"),
    (said(OTHER, "implements", DOC), "implements", "Citation"),
    (said(BODY, "implements", DOC, type="implements"), "implements", "Citation"),
    (said(BODY, "implements", DOC, type="violates"), "violates", "Citation"),
    (said(EVENT, "implements", DOC, type="studies"), "studies", "Citation"),
    (said(EVENT, "implements", DOC, type="reviews"), "reviews", "Citation"),
    (said(EVENT, "implements", DOC, type="other"), "refersTo", "Citation"),
    (said(EVENT, "organisedBy", BODY), "organisedBy", ""),
    (said(EVENT, "participant", TRANG, role="speaker"), "participant", "Participation"),
    (said(TRANG, "represents", BODY), "represents", ""),
    (said(EVENT, "commemorates", DOC), "commemorates", ""),
]


@pytest.mark.parametrize(("statement", "name", "beside"), ASSERTED)
def test_a_statement_gives_its_plain_triple_and_the_node_beside_it(statement: Statement, name: str, beside: str) -> None:
    found = quads(statement)
    assert plain(found) == {(statement.subject, name, statement.object)}
    [evidence] = nodes(found, "Statement")
    told = facts(found, evidence)
    assert (told["subject"], told["predicate"], told["object"]) == ([statement.subject], [name], [statement.object])
    assert (told["rule"], told["mode"]) == (["by-hand"], [statement.mode])
    kinds = ("Tenure", "Participation", "Citation", "PersonnelEvent")
    assert {kind: len(nodes(found, kind)) for kind in kinds} == {kind: int(kind == beside) for kind in kinds}
    if beside:
        node = facts(found, nodes(found, beside)[0])
        assert node["evidence"] == [evidence]
        assert node["asOf"] == ["2025-09-16"]


@pytest.mark.parametrize(("statement", "name", "beside"), ASSERTED)
def test_a_loose_statement_is_evidence_and_nothing_more(statement: Statement, name: str, beside: str) -> None:
    loose = Statement(statement.subject, statement.predicate, statement.object, statement.span, "by-hand", "loose",
                      statement.attributes)
    found = quads(loose)
    assert plain(found) == set()
    assert facts(found, nodes(found, "Statement")[0])["predicate"] == [name]
    assert not any(nodes(found, kind) for kind in ("Tenure", "Participation", "Citation", "PersonnelEvent"))


def test_a_tenure_says_who_what_and_when() -> None:
    found = quads(said(TRANG, "holdsPost", POST, status="former", startDate="2020-10", endDate="2022-10-06"))
    tenure = facts(found, nodes(found, "Tenure")[0])
    assert (tenure["person"], tenure["post"], tenure["status"]) == ([TRANG], [POST], ["former"])
    assert (tenure["startDate"], tenure["endDate"]) == (["2020-10"], ["2022-10-06"])


def test_a_participation_in_a_plan_is_planned() -> None:
    found = quads(said(EVENT, "participant", TRANG, role="speaker"))
    told = facts(found, nodes(found, "Participation")[0])
    assert (told["event"], told["person"], told["role"]) == ([EVENT], [TRANG], ["speaker"])
    assert (told["status"], told["date"]) == (["planned"], ["2025-09"])


def test_a_citation_names_its_relation() -> None:
    found = quads(said(EVENT, "implements", DOC, type="studies"))
    told = facts(found, nodes(found, "Citation")[0])
    assert (told["citing"], told["relation"], told["cited"]) == ([EVENT], ["studies"], [DOC])
    assert told["status"] == ["planned"]


def test_a_personnel_act_is_its_event_only() -> None:
    act = said(TRANG, "personnelAct", POST, act="designate", by=BODY, date="2025-09-10")
    found = quads(act)
    assert plain(found) == set(), "a nomination must not look like a post"
    [event] = nodes(found, "Designation")
    assert nodes(found, "PersonnelEvent") == [event] and event in nodes(found, "Event")
    told = facts(found, event)
    assert (told["person"], told["post"], told["act"], told["by"]) == ([TRANG], [POST], ["designate"], [BODY])
    assert told["date"] == ["2025-09-10"]
    assert facts(found, nodes(found, "Statement")[0])["predicate"] == ["personnelAct"]


def test_a_reprimand_names_no_post() -> None:
    found = quads(said(TRANG, "personnelAct", None, act="discipline", measure="khiển trách"))
    told = facts(found, nodes(found, "Discipline")[0])
    assert "post" not in told and told["measure"] == ["khiển trách"]
    assert "object" not in facts(found, nodes(found, "Statement")[0])


def test_a_proposal_to_discipline_is_no_discipline() -> None:
    found = quads(said(TRANG, "personnelAct", None, act="proposeDiscipline"))
    assert nodes(found, "ProposedDiscipline") and not nodes(found, "Discipline")


def test_two_sentences_that_say_the_same_give_one_tenure_with_two_pieces_of_evidence() -> None:
    found = quads(
        said(TRANG, "holdsPost", POST, "Hà Thị Trang, Trưởng ban", status="current"),
        said(TRANG, "holdsPost", POST, "Trưởng ban Tuyên giáo", status="current"),
    )
    [tenure] = nodes(found, "Tenure")
    assert sorted(facts(found, tenure)["evidence"]) == sorted(nodes(found, "Statement"))
    assert len(nodes(found, "Statement")) == 2


def test_the_words_stand_with_their_place_and_their_neighbours() -> None:
    found = quads(said(POST, "postIn", BODY, "Trưởng ban Tuyên giáo"))
    [statement] = nodes(found, "Statement")
    [selector] = facts(found, statement)["hasSelector"]
    span = at("Trưởng ban Tuyên giáo")
    assert selector == f"{iri.article('bai-1')}#char={span.start},{span.end}"
    told = facts(found, selector)
    assert (told["exact"], told["start"], told["end"]) == (["Trưởng ban Tuyên giáo"], [str(span.start)], [str(span.end)])
    assert told["prefix"] == [TEXT[span.start - 30 : span.start]]
    assert told["suffix"] == [TEXT[span.end : span.end + 30]]
    assert told["type"] == [OA + "TextQuoteSelector", OA + "TextPositionSelector"]
    assert values(found, statement, PROV + "wasDerivedFrom") == [f"<{iri.article('bai-1')}>"]


def test_words_at_the_edges_of_the_text_have_no_neighbour_there() -> None:
    whole = Statement(POST, "postIn", BODY, Span(0, len(TEXT)), "by-hand")
    found = quads(whole)
    told = facts(found, f"{iri.article('bai-1')}#char=0,{len(TEXT)}")
    assert "prefix" not in told and "suffix" not in told and told["exact"] == [TEXT]


NAMED = iri.named_document("Nghị quyết Trung ương 4", "bai-1")


@pytest.mark.parametrize(("subject", "object"), [(BODY, NAMED), (NAMED, OTHER)])
def test_a_loose_reference_is_no_document_and_what_is_said_of_it_is_loose(subject: str, object: str) -> None:
    loose = entity(NAMED, "Document", "Resolution", loose=True, candidates=[OTHER], date="2021")
    found = quads(said(subject, "implements", object), entities=(*THINGS, loose))
    told = facts(found, NAMED)
    assert (told["type"], told["candidate"]) == (["LooseReference"], [OTHER])
    assert "date" not in told, "what does not exist has no day of issue"
    assert not [q for q in found if q.predicate.value == VK + "implements"]
    assert facts(found, nodes(found, "Statement")[0])["mode"] == ["loose"]
    assert nodes(found, "Citation") == []


def test_a_paper_that_others_know_exists_however_loosely_this_article_names_it() -> None:
    found = quads(entities=(entity(DOC, "Document", "Resolution", loose=True),))
    assert facts(found, DOC)["type"] == ["Resolution", "PartyDocument", "Document"]


def test_persons_get_their_canonical_names_everywhere() -> None:
    one = f"{iri.BASE}person/hà-thị-trang"
    statements = (
        said(TRANG, "holdsPost", POST, status="current"), said(EVENT, "participant", TRANG),
        said(TRANG, "personnelAct", None, act="award"),
    )
    mentions = (Mention(at("Hà Thị Trang"), "Person", (TRANG,)),)
    found = quads(*statements, mentions=mentions, names={TRANG: one})
    used = {node.value for q in found for node in (q.subject, q.object) if isinstance(node, NamedNode)}
    assert one in used and TRANG not in used


def test_own_nodes_do_not_depend_on_identity_but_tenures_do() -> None:
    statement = said(TRANG, "holdsPost", POST, status="current")
    as_known, resolved = quads(statement), quads(statement, names={TRANG: f"{iri.BASE}person/hà-thị-trang"})
    assert nodes(as_known, "Statement") == nodes(resolved, "Statement")
    assert nodes(resolved, "Tenure") == [f"{iri.BASE}tenure/hà-thị-trang/@/{POST.removeprefix(f'{iri.BASE}post/')}"]


def everything() -> list[Quad]:
    statements = [statement for statement, _, _ in ASSERTED]
    return quads(*statements, said(TRANG, "personnelAct", POST, act="elect", by=BODY))


def test_all_stands_in_the_graph_of_the_article_without_blank_nodes() -> None:
    for quad in everything():
        assert quad.graph_name == article_graph("bai-1") == NamedNode(iri.article("bai-1"))
        assert not isinstance(quad.subject, BlankNode) and not isinstance(quad.object, BlankNode)


def test_the_same_input_gives_the_same_bytes_and_each_quad_once() -> None:
    first, second = everything(), everything()
    assert serialize(first, format=RdfFormat.N_QUADS) == serialize(second, format=RdfFormat.N_QUADS)
    assert len(set(first)) == len(first)


def test_statements_differ_by_place_mode_rule_and_attributes() -> None:
    base = said(TRANG, "holdsPost", POST, status="current")
    others = (
        said(TRANG, "holdsPost", POST, status="former"),
        said(TRANG, "holdsPost", POST, "hội nghị", status="current"),
        said(TRANG, "holdsPost", POST, mode="inferred", status="current"),
        Statement(TRANG, "holdsPost", POST, base.span, "another-rule", "stated", {"status": "current"}),
    )
    assert len(nodes(quads(base, *others), "Statement")) == 5


def test_only_terms_that_exist_are_used() -> None:
    used = {node.value for q in everything() for node in (q.subject, q.predicate, q.object) if isinstance(node, NamedNode)}
    own = {name.removeprefix(VK) for name in used if name.startswith(VK)}
    assert own <= CLASSES | PROPERTIES
    assert {"Statement", "Tenure", "holdsPost", "heldPost", "hasPost", "mode"} <= own


def own_words(found: list[Quad]) -> Iterator[str]:
    yield from (q.object.value for q in found if isinstance(q.object, Literal))


def test_the_text_of_the_article_is_not_kept() -> None:
    assert TEXT not in set(own_words(everything()))
