"""Persons of the registry: articles that resolve to one of them speak of one person, and say in which words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

from vankien.cli.explain import tell as tell_explanation
from vankien.graph import KnowledgeBase
from vankien.graph.explain import Explanation
from vankien.graph.identity.evidence import Appearance
from vankien.graph.identity.persons import canonical
from vankien.ontology import iri
from vankien.ontology.known_persons import named
from vankien.ontology.nouns import Entity, Extraction, Statement

Story = Callable[..., Extraction]
MINISTER, SECRETARY, DEPUTY = named("Nguyễn Mạnh Hùng")[1], named("Nguyễn Mạnh Hùng")[0], named("Nguyễn Mạnh Hùng")[2]
NAME = "nguyễn-mạnh-hùng"
PERSON = f"{iri.BASE}person/{NAME}/"
POST, OTHER = "bộ-trưởng/bộ-thông-tin-và-truyền-thông", "bí-thư/tỉnh-ủy-bình-thuận"


def linked(story: Extraction, person: str) -> Extraction:
    """The story, whose first holder of a post is resolved to a person of the registry."""
    [held, *_] = [s for s in story.statements if s.predicate == "holdsPost"]
    link = Statement(held.subject, "resolvedTo", person, held.span, "known person by post", "inferred")
    known = Entity(person, "Person", "Person", "Nguyễn Mạnh Hùng")
    return replace(story, entities=(*story.entities, known), statements=(*story.statements, link))


def values(kb: KnowledgeBase, sparql: str) -> list[tuple[str, ...]]:
    rows = kb.query(sparql)
    assert isinstance(rows, QuerySolutions)
    return sorted({tuple(term.value for term in row) for row in rows})


@pytest.fixture
def two(story: Story) -> list[Extraction]:
    """Two articles without a post in common that mean one person, and one that means somebody else of the name."""
    hung = "Nguyễn Mạnh Hùng"
    return [
        linked(story("k1", [(hung, "Bộ trưởng", "Bộ Thông tin và Truyền thông")], published="2019-04-11"), MINISTER.iri),
        linked(story("k2", [(hung, "Bộ trưởng", "Bộ Khoa học và Công nghệ")], published="2025-05-02"), MINISTER.iri),
        story("k3", [(hung, "Giám đốc", "Sở Y tế Lào Cai")], published="2019-04-12"),
    ]


def people(kb: KnowledgeBase) -> list[tuple[str, ...]]:
    return values(kb, "SELECT ?p ?label WHERE { ?p a vk:Person ; rdfs:label ?label }")


def test_two_articles_meet_in_the_registry(kb: KnowledgeBase, two: list[Extraction]) -> None:
    kb.update(two)
    own = f"{PERSON}giám-đốc/sở-y-tế-lào-cai"
    assert people(kb) == [(MINISTER.iri, MINISTER.name), (own, "Nguyễn Mạnh Hùng")]
    posts = values(kb, f"SELECT ?post WHERE {{ <{MINISTER.iri}> vk:holdsPost ?post }}")
    assert len(posts) == 2
    source = values(kb, f"SELECT ?s WHERE {{ <{MINISTER.iri}> <http://purl.org/dc/terms/source> ?s }}")
    assert source == [(MINISTER.source,)]


def test_without_the_link_they_stay_apart(kb: KnowledgeBase, two: list[Extraction]) -> None:
    kb.update(replace(s, statements=tuple(x for x in s.statements if x.predicate != "resolvedTo")) for s in two)
    assert len([iri_ for iri_, _ in people(kb) if iri_.startswith(PERSON)]) == 3


def test_the_link_says_whom_the_article_meant_and_in_which_words(kb: KnowledgeBase, two: list[Extraction]) -> None:
    kb.update(two)
    links = values(
        kb,
        """SELECT ?own ?person ?mode ?words WHERE {
             ?own vk:resolvedTo ?person .
             ?s rdf:subject ?own ; rdf:predicate vk:resolvedTo ; rdf:object ?person ; vk:mode ?mode ;
                oa:hasSelector/oa:exact ?words }""",
    )
    assert [row[:3] for row in links] == [(f"{PERSON}k{n}", MINISTER.iri, "inferred") for n in (1, 2)]
    assert all("Nguyễn Mạnh Hùng, Bộ trưởng" in row[3] for row in links)
    assert values(kb, f"SELECT ?x WHERE {{ <{PERSON}k1> a ?x }}") == [], "the article's own person is a name only"


def test_the_graph_is_valid(kb: KnowledgeBase, two: list[Extraction]) -> None:
    kb.update(two)
    assert kb.validate().conforms


def test_withdrawn_with_its_article(kb: KnowledgeBase, two: list[Extraction]) -> None:
    kb.update(two)
    kb.withdraw(["k1"])
    assert MINISTER.iri in {row[0] for row in people(kb)}
    kb.withdraw(["k2"])
    assert MINISTER.iri not in {row[0] for row in people(kb)}


def test_a_changed_reading_takes_the_link_back(kb: KnowledgeBase, two: list[Extraction], story: Story) -> None:
    kb.update(two)
    kb.update([story("k2", [("Nguyễn Mạnh Hùng", "Giám đốc", "Sở Y tế Lào Cai")], published="2025-05-02")])
    assert values(kb, f"SELECT ?own WHERE {{ ?own vk:resolvedTo <{MINISTER.iri}> }}") == [(f"{PERSON}k1",)]


def test_explain_tells_it_once_with_all_words(
    kb: KnowledgeBase, two: list[Extraction], capsys: pytest.CaptureFixture[str]
) -> None:
    kb.update(two)
    found = kb.explain(MINISTER.iri)
    assert isinstance(found, Explanation)
    [told] = [fact for fact in found.facts if fact.predicate == "resolvedTo"]
    assert told.support == len(told.evidence) == 2 and told.other == found.thing
    tell_explanation(found, every=False)
    shown = capsys.readouterr().out
    assert "resolvedTo: Nguyễn Mạnh Hùng -> Nguyễn Mạnh Hùng  [2 articles, " in shown
    assert "(known person by post, inferred)" in shown


def appearance(n: int, known: str = "", *posts: str) -> Appearance:
    return Appearance(f"{PERSON}a{n}", NAME, f"a{n}", posts, known)


CLUSTERS = [
    # (known, posts) of articles a0, a1, ..., what they are called, why
    ([(MINISTER.iri, (POST,)), (MINISTER.iri, (OTHER,))], [MINISTER.iri] * 2, "one person of the registry"),
    ([(MINISTER.iri, (POST,)), ("", (POST,))], [MINISTER.iri] * 2, "whom a telling post joins is drawn along"),
    ([(MINISTER.iri, (POST,)), ("", ())], [MINISTER.iri, f"{PERSON}a1"], "never on the name alone"),
    (
        [(MINISTER.iri, (POST,)), (SECRETARY.iri, (OTHER,)), ("", (POST, OTHER))],
        [MINISTER.iri, SECRETARY.iri, f"{PERSON}a2"],
        "two of the registry are never one, and who would join them is neither",
    ),
    ([(MINISTER.iri, (POST,)), (SECRETARY.iri, (POST,))], [MINISTER.iri, SECRETARY.iri], "not by a shared post either"),
]


@pytest.mark.parametrize(("given_", "expected", "why"), CLUSTERS, ids=[why for _, _, why in CLUSTERS])
def test_clusters(given_: list[tuple[str, tuple[str, ...]]], expected: list[str], why: str) -> None:
    those = [appearance(n, known, *posts) for n, (known, posts) in enumerate(given_)]
    found = canonical(those)
    assert [found[a.iri] for a in those] == expected, why


KNOWN = st.sampled_from(["", "", MINISTER.iri, SECRETARY.iri, DEPUTY.iri])
POSTS = st.lists(st.sampled_from([POST, OTHER, "giám-đốc/sở-y-tế"]), unique=True, max_size=2)


@given(st.lists(st.tuples(KNOWN, POSTS), max_size=5))
def test_a_resolved_person_is_always_that_person_in_any_order(held: list[tuple[str, list[str]]]) -> None:
    those = [appearance(n, known, *posts) for n, (known, posts) in enumerate(held)]
    results = [canonical(order) for order in permutations(those)]
    assert all(result == results[0] for result in results)
    assert all(results[0][a.iri] == a.known for a in those if a.known)
