"""Bodies that go on under an old name: which one an article means, and what became of the others (quads/periods.py, changes.py)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import QuerySolutions

from vankien.graph import KnowledgeBase
from vankien.graph.explain import Candidates, Explanation
from vankien.ontology import iri
from vankien.ontology.nouns import Article, Entity, Extraction, Span, Statement

Story = Callable[..., Extraction]

NAME = "Tỉnh ủy Phú Thọ"
BEFORE = iri.body(NAME)
AFTER = f"{BEFORE}/from-2025-07-01"
OTHER = iri.body("Tỉnh ủy Nghệ An")
POST = iri.post("Bí thư", BEFORE)


def asked(kb: KnowledgeBase, sparql: str) -> list[tuple[str, ...]]:
    found = kb.query(sparql)
    assert isinstance(found, QuerySolutions)
    return sorted(tuple(getattr(value, "value", "") for value in row) for row in found)


def bodies(kb: KnowledgeBase) -> set[str]:
    """The committees of that name that some statement speaks of."""
    rows = asked(kb, "SELECT DISTINCT ?x { ?s a vk:Statement ; ?end ?x . FILTER (?end IN (rdf:subject, rdf:object)) ?x a vk:Body }")
    return {row[0] for row in rows}


def article(published: str, *said: tuple[str, str, str, dict[str, Any]], **things: dict[str, Any]) -> Extraction:
    """An article about the committee; ``things`` are the attributes of its document and event."""
    person = iri.person("Nguyễn Văn An", "a")
    entities = [
        Entity(BEFORE, "Body", "PartyCommittee", NAME),
        Entity(POST, "Post", "Post", f"Bí thư {NAME}"),
        Entity(person, "Person", "Person", "Nguyễn Văn An"),
        Entity("urn:doc", "Document", "Plan", "Kế hoạch 12", things.get("doc", {})),
        Entity("urn:event", "Event", "Meeting", "Cuộc họp", {"kind": "meeting", **things.get("event", {})}),
    ]
    of = {"person": person, "post": POST, "body": BEFORE, "doc": "urn:doc", "event": "urn:event"}
    statements = [Statement(of[s], p, of[o], Span(0, 3), "test", "stated", given) for s, p, o, given in said]
    return Extraction(Article("a", "Tin.", "", published), (), tuple(entities), tuple(statements))


HOLDS: tuple[str, str, str, dict[str, Any]] = ("person", "holdsPost", "post", {"status": "current"})
IN_BODY: tuple[str, str, str, dict[str, Any]] = ("post", "postIn", "body", {})


@pytest.mark.parametrize(
    ("published", "said", "things", "expected"),
    [
        ("2024-05-01", (HOLDS, IN_BODY), {}, {BEFORE}),
        ("2025-08-01", (HOLDS, IN_BODY), {}, {AFTER}),
        ("2025-08-01T07:00:00+07:00", (HOLDS, IN_BODY), {}, {AFTER}),
        ("", (HOLDS, IN_BODY), {}, {BEFORE}),
        ("2025-08-01", (("doc", "issuedBy", "body", {}),), {"doc": {"date": "2023-05-12"}}, {BEFORE}),
        ("2025-08-01", (("doc", "issuedBy", "body", {}),), {}, {AFTER}),
        ("2025-08-01", (("doc", "issuedBy", "body", {}),), {"doc": {"date": "2025"}}, {AFTER}),
        ("2026-08-01", (("doc", "issuedBy", "body", {}),), {"doc": {"date": "2025-07-10"}}, {AFTER}),
        ("2025-08-01", (("event", "organisedBy", "body", {}),), {"event": {"date": "2025-06-30"}}, {BEFORE}),
        ("2025-08-01", (("event", "organisedBy", "body", {}),), {"event": {"date": "--08-01"}}, {AFTER}),
        ("2025-08-01", (("person", "holdsPost", "post", {"status": "former"}), IN_BODY), {}, {BEFORE}),
        ("2028-08-01", (("person", "holdsPost", "post", {"status": "former"}), IN_BODY), {}, {AFTER}),
        ("2028-08-01", (("person", "holdsPost", "post", {"status": "former", "endDate": "2019"}), IN_BODY), {}, {BEFORE}),
        ("2025-08-01", (("person", "personnelAct", "post", {"act": "elect", "date": "2020-10"}), IN_BODY), {}, {BEFORE}),
        ("2025-08-01", (HOLDS, ("person", "personnelAct", "post", {"act": "elect", "date": "2020-10"}), IN_BODY), {}, {BEFORE, AFTER}),
    ],
)  # fmt: skip
def test_the_day_of_which_it_speaks_chooses(
    kb: KnowledgeBase, published: str, said: tuple[Any, ...], things: dict[str, Any], expected: set[str]
) -> None:
    assert kb.update([article(published, *said, **things)]).new == 1
    assert bodies(kb) == expected
    posts = {row[0] for row in asked(kb, "SELECT DISTINCT ?q { ?q a vk:Post }")}
    used = {row[0] for row in asked(kb, "SELECT DISTINCT ?q { ?s rdf:subject|rdf:object ?q . ?q a vk:Post }")}
    assert used <= posts and len(posts) == max(1, len(used)), "no post that nothing is said of, beside one that is"


def test_each_post_stands_in_the_body_of_its_time(kb: KnowledgeBase) -> None:
    kb.update([article("2025-08-01", HOLDS, ("person", "holdsPost", "post", {"status": "former", "endDate": "2019"}), IN_BODY)])
    assert asked(kb, "SELECT ?q ?b { ?q vk:postIn ?b }") == [(POST, BEFORE), (f"{POST}/from-2025-07-01", AFTER)]
    assert asked(kb, "SELECT ?q { ?p vk:heldPost ?q }") == [(POST,)]
    assert asked(kb, "SELECT ?q { ?p vk:holdsPost ?q }") == [(f"{POST}/from-2025-07-01",)]
    assert kb.validate().conforms


def test_a_person_is_one_over_both_periods(kb: KnowledgeBase, story: Story) -> None:
    """The same name in the same-named post: who he is does not hang on the merger."""
    kb.update([story(id, [("Lê Thị Bình", "Bí thư", NAME)], published=day) for id, day in (("a", "2025-06-01"), ("b", "2025-08-01"))])
    assert len(asked(kb, "SELECT ?p { ?p a vk:Person }")) == 1 and len(asked(kb, "SELECT ?t { ?t a vk:Tenure }")) == 2


def test_what_became_of_a_body_is_told_with_all_its_parties(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("a", [("Lê Thị Bình", "Bí thư", "Tỉnh ủy Hòa Bình")], published="2024-05-01")])
    rows = asked(
        kb,
        """SELECT ?was ?now ?day { ?e a vk:ReorganisationEvent ; vk:date ?day ; org:originalOrganization ?o ; org:resultingOrganization ?r .
           ?o rdfs:label ?was . ?r rdfs:label ?now }""",
    )
    assert rows == [(name, NAME, "2025-07-01") for name in ("Tỉnh ủy Hòa Bình", NAME, "Tỉnh ủy Vĩnh Phúc")]
    assert kb.validate().conforms
    found = kb.explain("Tỉnh ủy Hòa Bình")
    assert isinstance(found, Explanation)
    [link] = [link for link in found.links if link.predicate == "originalOrganization"]
    assert (link.date, link.outgoing, link.other.cls) == ("2025-07-01", False, "ReorganisationEvent") and link.source
    assert ("endDate", "2025-06-30", True) in {(v.attribute, v.value, v.inferred) for v in found.values}


def test_nothing_of_it_stays_when_its_articles_go(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("a", [("Lê Thị Bình", "Bí thư", "Tỉnh ủy Hòa Bình")]), story("b", [("Lê Thị Bình", "Bí thư", "Tỉnh ủy Nghệ An")])])
    kb.withdraw(["a"])
    assert asked(kb, "SELECT ?e { ?e a vk:ReorganisationEvent }") == []


def test_one_name_for_two_bodies_is_not_guessed(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story(id, [("Lê Thị Bình", "Bí thư", NAME)], published=day) for id, day in (("a", "2024-06-01"), ("b", "2025-08-01"))])
    found = kb.explain(NAME)
    assert isinstance(found, Candidates) and [thing.iri for thing in found.things] == [BEFORE, AFTER]


def test_a_withdrawn_period_takes_its_label_with_it(kb: KnowledgeBase, story: Story, nquads: Callable[[KnowledgeBase], bytes]) -> None:
    first, second = (story(id, [("Lê Thị Bình", "Bí thư", NAME)], published=day) for id, day in (("a", "2024-06-01"), ("b", "2025-08-01")))
    kb.update([first])
    before = nquads(kb)
    kb.update([second])
    kb.withdraw(["b"])
    assert nquads(kb) == before
    kb.update([replace(first, article=replace(first.article, published="2025-09-01"))])
    assert bodies(kb) == {AFTER}


@pytest.mark.parametrize(
    ("figure", "date", "published", "period"),
    [
        ("i", "2025-10-01", "2025-10-02", "/from-2025-07-01"),
        ("i", "1997-05-01", "2025-10-02", ""),
        ("i", "", "2025-10-02", "/from-2025-07-01"),
        ("xix", "", "2025-10-02", ""),
        ("ii", "2030-10", "2030-10-02", "/from-2025-07-01"),
        ("ii", "", "2026-01-01", ""),
    ],
)
def test_a_merged_organisation_counts_its_congresses_anew(kb: KnowledgeBase, figure: str, date: str, published: str, period: str) -> None:
    congress = iri.event("congress", f"Đảng bộ tỉnh Phú Thọ {figure}")
    given = {"kind": "congress", "status": "held"} | ({"date": date} if date else {})
    person = iri.person("Nguyễn Văn An", "a")
    entities = (Entity(congress, "Event", "Congress", f"Đại hội {figure}", given), Entity(person, "Person", "Person", "Nguyễn Văn An"))
    said = Statement(congress, "participant", person, Span(0, 3), "test", "stated", {"role": "chair"})
    kb.update([Extraction(Article("a", "Tin.", "", published), (), entities, (said,))])
    assert asked(kb, "SELECT ?e { ?e vk:participant ?p ; a vk:Congress ; rdfs:label ?l }") == [(f"{congress}{period}",)]
    assert asked(kb, "SELECT DISTINCT ?e { ?x vk:event ?e }") == [(f"{congress}{period}",)]


def test_a_post_taken_up_after_the_merger_stands_in_the_new_body(kb: KnowledgeBase) -> None:
    """Told on the eve: from tomorrow he is secretary of the merged province."""
    kb.update([article("2025-06-30", ("person", "holdsPost", "post", {"status": "incoming", "startDate": "2025-07-01"}), IN_BODY)])
    assert asked(kb, "SELECT ?q ?b { ?p vk:holdsPost ?q . ?q vk:postIn ?b }") == [(f"{POST}/from-2025-07-01", AFTER)]


def test_a_post_whose_body_no_words_name(kb: KnowledgeBase) -> None:
    """``Bí thư Ninh Bình``: the post tells the committee, the article does not name it."""
    post, person = iri.post("Bí thư", iri.body("Tỉnh ủy Ninh Bình")), iri.person("Nguyễn Văn An", "a")
    entities = (Entity(post, "Post", "Post", "Bí thư Ninh Bình"), Entity(person, "Person", "Person", "Nguyễn Văn An"))
    said = Statement(person, "holdsPost", post, Span(0, 3), "test", "stated", {"status": "current"})
    kb.update([Extraction(Article("a", "Tin.", "", "2025-09-30"), (), entities, (said,))])
    assert asked(kb, "SELECT ?q { ?p vk:holdsPost ?q }") == [(f"{post}/from-2025-07-01",)]
