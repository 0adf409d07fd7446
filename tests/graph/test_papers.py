"""Documents and bodies that only articles know: one by exact number, issuer and day, or by a curator's word."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from tests.graph.curated import AN, Telling, called, judge, parts, values

from vankien.graph import KnowledgeBase
from vankien.ontology import iri
from vankien.ontology.errors import UsageError
from vankien.ontology.nouns import Extraction

DAY = {"date": "2024-02-01"}
NAME, EVERYWHERE = "Đảng ủy Khối Doanh nghiệp", iri.body("Đảng ủy Khối Doanh nghiệp", "phú-thọ")


def paper(id: str, **given: Any) -> tuple[Extraction, str]:
    """An article of one paper, and the paper's IRI."""
    telling = Telling(id)
    made = telling.paper(**{"number": "27"} | given)
    return telling.done(), made


ONE = [
    pytest.param(DAY, DAY, "00", id="all equal"),
    pytest.param(DAY, DAY | {"date": "2024-02-02"}, "01", id="another day"),
    pytest.param(DAY, DAY | {"issuer": iri.body("Tỉnh ủy Lào Cai")}, "01", id="another issuer"),
    pytest.param(DAY, DAY | {"issuer": ""}, "01", id="no issuer told"),
    pytest.param(DAY, DAY | {"number": "28"}, "01", id="another number"),
    pytest.param(DAY, DAY | {"letters": "TB"}, "01", id="other letters"),
    pytest.param(DAY, DAY | {"code": "HU"}, "01", id="another code"),
    pytest.param(DAY, {}, "01", id="no day told"),
    pytest.param({"date": "2024-02"}, {"date": "2024-02"}, "01", id="a day that is not full"),
]


@pytest.mark.parametrize(("one", "other", "expected"), ONE)
def test_exact_evidence(kb: KnowledgeBase, one: dict[str, Any], other: dict[str, Any], expected: str) -> None:
    (first, here), (second, there) = paper("a1", **one), paper("a2", **other)
    kb.update([first, second])
    assert "".join(parts(kb, [here, there])) == expected
    judge(kb, "different", here, there)
    assert parts(kb, [here, there]) == ["0", "1"]
    judge(kb, "same", here, there)
    assert parts(kb, [here, there]) == ["0", "0"]


def test_an_issuer_that_only_the_article_knows_tells_nothing(kb: KnowledgeBase) -> None:
    tellings = [Telling("a1"), Telling("a2")]
    made = [each.paper("27", issuer=each.body(NAME), **DAY) for each in tellings]
    kb.update(each.done() for each in tellings)
    assert parts(kb, made) == ["0", "1"]


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=lambda order: "".join(map(str, order)))
def test_one_paper_of_three_articles_in_any_order(kb: KnowledgeBase, order: tuple[int, ...]) -> None:
    told = [paper(f"a{n}", **DAY) for n in range(3)]
    for n in order:
        kb.update([told[n][0]])
    assert set(called(kb, *(made for _, made in told))) == {told[0][1].removeprefix(iri.BASE)}
    kb.withdraw(["a0"])
    assert set(called(kb, *(made for _, made in told[1:]))) == {told[1][1].removeprefix(iri.BASE)}


@pytest.fixture
def bodies(kb: KnowledgeBase) -> list[str]:
    """Two articles that name a body without its place, with its secretary, and one that names the place."""
    tellings = [Telling("a1"), Telling("a2"), Telling("a3")]
    made = [each.body(NAME) for each in tellings[:2]]
    for telling, body in zip(tellings, made, strict=False):
        telling.person(AN, ("Bí thư", body))
    tellings[2].person(AN, ("Bí thư", tellings[2].add(EVERYWHERE, "Body", "PartyCommittee", f"{NAME} tỉnh Phú Thọ")))
    kb.update(each.done() for each in tellings)
    return made


def posts(kb: KnowledgeBase) -> list[tuple[str, ...]]:
    return values(kb, "SELECT DISTINCT ?post ?body { ?post vk:postIn ?body }")


def held(kb: KnowledgeBase) -> set[str]:
    """The posts that somebody holds, by their IRIs."""
    return {post for (post,) in values(kb, "SELECT DISTINCT ?post { ?p vk:holdsPost ?post }")}


def test_bodies_without_their_place_stay_apart(kb: KnowledgeBase, bodies: list[str]) -> None:
    assert parts(kb, [*bodies, EVERYWHERE]) == ["0", "1", "2"] and len(held(kb)) == 3


def test_a_body_is_one_known_everywhere_and_its_posts_follow(kb: KnowledgeBase, bodies: list[str]) -> None:
    judge(kb, "same", bodies[0], EVERYWHERE)
    assert parts(kb, [*bodies, EVERYWHERE]) == ["0", "1", "0"]
    assert held(kb) == {iri.post("Bí thư", each).removeprefix(iri.BASE) for each in (EVERYWHERE, bodies[1])}
    judge(kb, "same", bodies[0], bodies[1])
    assert held(kb) == {iri.post("Bí thư", EVERYWHERE).removeprefix(iri.BASE)}
    judge(kb, "different", EVERYWHERE, bodies[0])
    assert parts(kb, [*bodies, EVERYWHERE]) == ["0", "0", "1"] and len(held(kb)) == 2, "a verdict with one known everywhere is taken back under its IRI"


def test_two_known_everywhere_are_never_one(kb: KnowledgeBase, bodies: list[str]) -> None:
    other = iri.body(NAME, "lào-cai")
    with pytest.raises(UsageError, match="nothing in the base"):
        judge(kb, "same", bodies[0], other)
    telling = Telling("a4")
    telling.add(other, "Body", "PartyCommittee", f"{NAME} tỉnh Lào Cai")
    kb.update([telling.done()])
    judge(kb, "same", bodies[0], EVERYWHERE)
    judge(kb, "same", bodies[0], other)
    assert parts(kb, [EVERYWHERE, other]) == ["0", "1"]
    judge(kb, "same", EVERYWHERE, other)
    assert parts(kb, [EVERYWHERE, other]) == ["0", "1"]


def test_a_document_of_one_article_is_one_of_a_known_series(kb: KnowledgeBase) -> None:
    telling, known = Telling("a2"), iri.document("NQ", "06", "TW", "XII")
    telling.add(known, "Document", "Resolution", "Nghị quyết số 06-NQ/TW")
    story, made = paper("a1", number="06", letters="NQ", code="TW")
    kb.update([story, telling.done()])
    judge(kb, "same", made, known)
    assert called(kb, made) == [known.removeprefix(iri.BASE)]
    assert kb.validate().conforms
