"""Which pairs are put before a curator, for which reasons, and that lists stay as short as the things in doubt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.graph.curated import AN, PROVINCE, Telling, called, judge, values

from vankien.graph import KnowledgeBase
from vankien.graph.doubts import Doubt
from vankien.ontology import iri
from vankien.ontology.known_persons import named

LABEL = "Hội nghị bàn về Nông thôn mới 2024"
HUNG = "Nguyễn Mạnh Hùng"
ONE, OTHER = (person.iri for person in named(HUNG)[:2])
DAY = "2024-03-12"
SECRETARY, DIRECTOR, HEAD = ("Bí thư", "Tỉnh ủy Phú Thọ"), ("Thường trực", "Tỉnh ủy Phú Thọ"), ("Trưởng phòng", "")
MEMBER = ("Ủy viên", "Ban Chấp hành Trung ương Đảng")
NAME = "Đảng ủy Khối Doanh nghiệp"

Tell = Callable[[Telling], object]


def known_body(telling: Telling) -> str:
    return telling.add(iri.body(NAME, "phú-thọ"), "Body", "PartyCommittee", f"{NAME} tỉnh Phú Thọ")


def known_paper(telling: Telling) -> str:
    return telling.add(iri.document("KH", "27", "TU", "XIII"), "Document", "Plan", "Kế hoạch số 27-KH/TU")


DOUBTFUL: list[object] = [
    pytest.param(lambda t: t.person(AN, MEMBER), lambda t: t.person(AN, MEMBER), "the same post, which many hold", id="a post that many hold"),
    pytest.param(lambda t: t.person(AN, SECRETARY), lambda t: t.person(AN, DIRECTOR), "posts in one body", id="two posts in one body"),
    pytest.param(
        lambda t: t.person(AN, ("Bí thư", "Tỉnh ủy Vĩnh Phúc")), lambda t: t.person(AN, SECRETARY), "a body and in what became of it", id="a body and its successor"
    ),
    pytest.param(lambda t: t.person(AN, HEAD), lambda t: t.person(AN, HEAD), "the same role, its body not told", id="a role without its body"),
    pytest.param(lambda t: t.person("Đỗ Quý Hoà", SECRETARY), lambda t: t.person("Đỗ Quý Hòa", SECRETARY), "differ in their marks alone", id="two spellings"),
    pytest.param(lambda t: t.event("Hội nghị cán bộ", DAY), lambda t: t.event("Hội nghị cán bộ", DAY), "names that agree", id="a name that any may have"),
    pytest.param(
        lambda t: t.event("Họp giao ban", DAY, people=[AN]), lambda t: t.event("Gặp mặt kiều bào", DAY, people=[AN]), f"the same participant: {AN}", id="a participant"
    ),
    pytest.param(lambda t: t.event(LABEL, "", "planned"), lambda t: t.event(LABEL, "2024-05-17"), "a plan, and what may have become of it", id="a plan"),
    pytest.param(lambda t: t.paper("27"), lambda t: t.paper("27"), "one number", id="a number without its day"),
    pytest.param(lambda t: t.paper("27"), known_paper, "does not tell the term", id="a number whose term another article tells"),
    pytest.param(lambda t: t.body(NAME), known_body, "does not tell the place", id="a body without its place"),
]
CLEAR: list[object] = [
    pytest.param(lambda t: t.person(AN, SECRETARY), lambda t: t.person(AN, SECRETARY), id="one already"),
    pytest.param(lambda t: t.person(AN, SECRETARY), lambda t: t.person(AN, ("Giám đốc", "Sở Y tế Lào Cai")), id="nothing in common but the name"),
    pytest.param(lambda t: t.person("An", HEAD), lambda t: t.person("An", HEAD), id="a name of one syllable"),
    pytest.param(lambda t: t.person(AN, SECRETARY), lambda t: t.person("Lê Thị Bình", SECRETARY), id="two names"),
    pytest.param(lambda t: t.person(HUNG, MEMBER, known=ONE), lambda t: t.person(HUNG, MEMBER, known=OTHER), id="two of the registry"),
    pytest.param(lambda t: t.event("Họp", DAY), lambda t: t.event("Cuộc họp báo tháng 3", DAY), id="any meeting is a meeting"),
    pytest.param(lambda t: t.event("Hội nghị cán bộ", DAY), lambda t: t.event("Hội nghị cán bộ", "2024-03-13"), id="two days"),
    pytest.param(lambda t: t.event(LABEL, "2024-03", "planned", by=PROVINCE), lambda t: t.event(LABEL, DAY, by=PROVINCE), id="a plan that was held"),
    pytest.param(lambda t: t.paper("27"), lambda t: t.paper("28"), id="two numbers"),
    pytest.param(lambda t: t.body(NAME), lambda t: t.body(NAME), id="bodies that nobody can place"),
]


def doubts(kb: KnowledgeBase, *tell: Tell) -> list[Doubt]:
    """What is in doubt after articles a0, a1 …"""
    tellings = [Telling(f"a{n:03}") for n in range(len(tell))]
    for each, telling in zip(tell, tellings, strict=True):
        each(telling)
    kb.update(telling.done() for telling in tellings)
    return list(kb.doubts())


@pytest.mark.parametrize(("one", "other", "reason"), DOUBTFUL)
@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_doubtful_until_it_is_judged(kb: KnowledgeBase, one: Tell, other: Tell, reason: str, verdict: str) -> None:
    [doubt] = doubts(kb, one, other)
    assert any(reason in each for each in doubt.reasons), doubt.reasons
    assert {doubt.one.own, doubt.other.own} == set(doubt.pair) and doubt.one.iri != doubt.other.iri
    judge(kb, verdict, *doubt.pair)  # type: ignore[arg-type]
    assert list(kb.doubts()) == []
    judge(kb, "undone", *doubt.pair)
    assert [each.id for each in kb.doubts()] == [doubt.id]


@pytest.mark.parametrize(("one", "other"), CLEAR)
def test_no_doubt(kb: KnowledgeBase, one: Tell, other: Tell) -> None:
    assert doubts(kb, one, other) == []


def test_what_tells_two_apart_is_shown(kb: KnowledgeBase) -> None:
    [doubt] = doubts(kb, lambda t: t.person(AN, SECRETARY), lambda t: t.person(AN, DIRECTOR), lambda t: t.person(AN, DIRECTOR))
    sides = sorted((doubt.one, doubt.other), key=lambda side: side.articles)
    assert [(side.label, side.about, side.articles, side.days) for side in sides] == [
        (AN, ("Bí thư Tỉnh ủy Phú Thọ",), 1, ("2024-03-13", "2024-03-13")),
        (AN, ("Thường trực Tỉnh ủy Phú Thọ",), 2, ("2024-03-13", "2024-03-13")),
    ]


@pytest.mark.parametrize(
    "tell", [lambda t: t.person(AN, MEMBER), lambda t: t.event("Hội nghị cán bộ", DAY, people=["Lê Thị Bình"]), lambda t: t.paper("27")],
    ids=["persons", "events", "documents"],
)  # fmt: skip
def test_a_list_is_no_longer_than_the_things_in_doubt(kb: KnowledgeBase, tell: Tell) -> None:
    """Forty things, each with each: 780 pairs. Each is listed once, and what a verdict leaves open comes up next."""
    found = doubts(kb, *[tell] * 40)
    assert len(found) == 39
    judge(kb, "different", *found[5].pair)
    later = list(kb.doubts())
    assert len(later) == 39 and {each.id for each in later} - {each.id for each in found} == {later[5].id}
    judge(kb, "same", *found[7].pair)
    assert len(list(kb.doubts())) == 38


def test_the_pair_that_shares_most_is_listed(kb: KnowledgeBase) -> None:
    people = [lambda t: t.person(AN, MEMBER), lambda t: t.person(AN, HEAD, MEMBER, SECRETARY), lambda t: t.person(AN, HEAD, DIRECTOR)]
    found = doubts(kb, *people)
    strong = [doubt for doubt in found if len(doubt.reasons) == 2]
    assert [{side.own.rpartition("/")[2] for side in (doubt.one, doubt.other)} for doubt in strong] == [{"a001", "a002"}]


def test_numbers_of_pairs_do_not_depend_on_the_way_there(kb: KnowledgeBase, tmp_path: Path) -> None:
    people = [lambda t: t.person(AN, MEMBER), lambda t: t.person(AN, MEMBER, HEAD), lambda t: t.person(AN, HEAD)]
    found = doubts(kb, *people)
    other = KnowledgeBase(tmp_path / "other")
    for n in (2, 0, 1):
        telling = Telling(f"a{n:03}")
        people[n](telling)
        other.update([telling.done()])
    assert [each.id for each in other.doubts()] == [each.id for each in found]


def test_members_are_what_may_be_parted(kb: KnowledgeBase) -> None:
    doubts(kb, lambda t: t.person(AN, SECRETARY), lambda t: t.person(AN, SECRETARY, HEAD), lambda t: t.event(LABEL, DAY), lambda t: t.paper("27", issuer=PROVINCE))
    members = kb.members(f"{iri.BASE}person/đỗ-quý-an/bí-thư/tỉnh-ủy-phú-thọ")
    assert [(side.own.rpartition("/")[2], len(side.about), side.articles) for side in members] == [("a000", 1, 1), ("a001", 2, 1)]
    [event] = kb.members(iri.event("conference", LABEL, "a002"))
    assert event.about == (LABEL, DAY)
    assert kb.members(f"{iri.BASE}person/nobody") == []
    assert [(side.own, side.articles) for side in kb.members(PROVINCE)] == [(PROVINCE, 0)]


def test_an_ambiguous_number_is_put_beside_what_it_may_mean(kb: KnowledgeBase) -> None:
    """A directive 05 of which term? Both are shown by number, day and subject, and the one that is judged takes its place."""
    twelve, thirteen = (iri.document("CT", "05", "TW", term) for term in ("XII", "XIII"))
    own = iri.named_document("Chỉ thị số 05-CT/TW", "a000")

    def tell(telling: Telling) -> None:
        telling.add(own, "Document", "Directive", "Chỉ thị số 05-CT/TW", letters="CT", number="05", issuerCode="TW", candidates=[twelve, thirteen])

    found = doubts(kb, tell)
    assert {each.other.iri for each in found} == {twelve, thirteen} and all(each.one.own == own for each in found)
    assert any("2016" in each.other.label for each in found), [each.other.label for each in found]
    judge(kb, "same", own, twelve)
    assert called(kb, own) == [twelve.removeprefix(iri.BASE)] and list(kb.doubts()) == []
    assert ("2016-05-15",) in values(kb, f"SELECT ?d {{ GRAPH <{iri.BASE}graph/registry> {{ <{twelve}> vk:date ?d }} }}"), "what the registry knows comes with it"
    assert kb.validate().conforms
