"""Who held which post when: the days on which articles say so, those that they state, and nothing in between that none supports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from vankien.graph import KnowledgeBase
from vankien.ontology import iri
from vankien.ontology.errors import UsageError
from vankien.ontology.nouns import Extraction

Story = Callable[..., Extraction]

BODY = "Tỉnh ủy Phú Thọ"
POST = iri.post("Bí thư", iri.body(BODY))
AN, BINH = "Nguyễn Văn An", "Lê Thị Bình"


def told(story: Story, id: str, day: str, name: str, status: str = "current", **stated: str) -> Extraction:
    """An article of a day that says how somebody stands to the post, with the days that it states."""
    extraction = story(id, [(name, "Bí thư", BODY, status)], published=day)
    statements = tuple(
        replace(s, attributes={**s.attributes, **stated}) if s.predicate == "holdsPost" else s for s in extraction.statements
    )
    return replace(extraction, statements=statements)


def held(kb: KnowledgeBase, day: str) -> list[tuple[str, str]]:
    return [(tenure.person.label, how) for tenure, how in kb.holders(POST, day)]


@pytest.fixture
def two(kb: KnowledgeBase, story: Story) -> KnowledgeBase:
    """One secretary, and the next one."""
    kb.update([
        told(story, "a1", "2018-03-01", AN), told(story, "a2", "2019-06-01", AN), told(story, "a3", "2020-10-15", AN, "outgoing"),
        told(story, "b1", "2020-10-15", BINH, "incoming"), told(story, "b2", "2022-01-10", BINH),
    ])  # fmt: skip
    return kb


def test_first_and_last_days(two: KnowledgeBase) -> None:
    an, binh = two.tenures(POST)
    assert (an.person.label, an.first, an.last, an.left, an.stories) == (AN, "2018-03-01", "2019-06-01", "2020-10-15", 3)
    assert (binh.person.label, binh.first, binh.last, binh.left) == (BINH, "2020-10-15", "2022-01-10", "")
    assert [fact.source.id for fact in an.evidence] == ["a1", "a2", "a3"]


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2018-02-28", []), ("2018-03-01", [(AN, "seen")]), ("2018-12-24", [(AN, "seen")]), ("2019-06-02", []),
        ("2020-10-15", [(BINH, "seen")]), ("2021-05-05", [(BINH, "seen")]), ("2023-01-01", []),
    ],
)  # fmt: skip
def test_who_held_it_on_a_day(two: KnowledgeBase, day: str, holder: list[tuple[str, str]]) -> None:
    assert held(two, day) == holder


def test_called_former_in_between_he_held_it_twice_at_most(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "2018-01-01", AN), told(story, "b", "2019-01-01", AN, "former"), told(story, "c", "2020-01-01", AN)])
    assert held(kb, "2018-06-01") == [] and held(kb, "2018-01-01") == [(AN, "seen")]


def test_stated_days(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "2024-01-01", AN, "former", startDate="2011-03", endDate="2015"), told(story, "b", "2024-01-02", BINH, startDate="2016-02-01")])
    assert held(kb, "2011-02-28") == [] and held(kb, "2011-03-01") == [(AN, "stated")] == held(kb, "2015-12-31")
    assert held(kb, "2016-01-31") == [] and held(kb, "2020-01-01") == [(BINH, "stated")] and held(kb, "2024-01-03") == []


def test_each_stated_day_has_its_precision_and_its_words(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "2024-01-01", AN, startDate="2020-05"), told(story, "b", "2024-02-01", AN, startDate="2020-05-04", endDate="2025")])
    [tenure] = kb.tenures(POST)
    assert [(d.what, d.day, d.precision, d.fact.source.id) for d in tenure.dates] == [
        ("startDate", "2020-05", "month", "a"), ("startDate", "2020-05-04", "day", "b"), ("endDate", "2025", "year", "b"),
    ]  # fmt: skip
    assert all(AN in d.fact.quote for d in tenure.dates)


def test_conflicts_are_shown(kb: KnowledgeBase, story: Story) -> None:
    """Two holders on one day, and two first days: neither is chosen."""
    kb.update([told(story, "a", "2024-01-01", AN, startDate="2020-05"), told(story, "b", "2024-01-01", BINH), told(story, "c", "2024-02-01", AN, startDate="2020-06-01")])
    assert held(kb, "2024-01-01") == [(BINH, "seen"), (AN, "stated")]
    assert kb.tenures(POST)[1].starts == ("2020-05", "2020-06-01")
    assert held(kb, "2020-05-20") == [], "the later of two first days is the one that both allow"


def test_a_more_precise_day_is_no_conflict(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "2024-01-01", AN, startDate="2020-05"), told(story, "b", "2024-02-01", AN, startDate="2020-05-07")])
    assert kb.tenures(POST)[0].starts == ("2020-05-07",)


def test_articles_without_a_day_place_nobody(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "", AN), told(story, "b", "2024-05", AN)])
    [tenure] = kb.tenures(POST)
    assert (tenure.first, tenure.last) == ("", "") and held(kb, "2024-05-15") == []


def test_the_posts_of_a_person(two: KnowledgeBase) -> None:
    person = two.tenures(POST)[0].person
    assert [(t.post.label, t.first) for t in two.tenures(person.iri)] == [(f"Bí thư {BODY}", "2018-03-01")]


def test_an_act_that_takes_effect_later(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "2024-06-20", AN, "incoming", startDate="2024-07-01"), told(story, "b", "2024-08-01", AN)])
    assert held(kb, "2024-06-25") == [] and held(kb, "2024-07-02") == [(AN, "stated")]


def test_a_second_time_in_the_post(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "2014-01-01", AN, startDate="2011", endDate="2015"), told(story, "b", "2018-01-01", AN), told(story, "c", "2019-01-01", AN)])
    assert held(kb, "2012-05-05") == [(AN, "stated")]
    assert held(kb, "2016-05-05") == [] and held(kb, "2018-06-01") == [(AN, "seen")]


def test_nobody_is_taken_to_hold_a_post_for_longer_than_a_term_between_two_articles(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "2003-01-01", AN), told(story, "b", "2016-01-01", AN), told(story, "c", "2010-01-01", BINH), told(story, "d", "2014-01-01", BINH)])
    assert held(kb, "2011-01-01") == [(BINH, "seen")]


def test_the_first_day_that_is_stated_needs_no_later_article(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "2024-06-10", AN, "incoming", startDate="2024-07-01")])
    assert held(kb, "2024-07-01") == [(AN, "stated")] and held(kb, "2024-06-20") == [] == held(kb, "2024-07-02")


@pytest.mark.parametrize(("post", "day"), [(POST, "2024-06-31"), (POST, "2024-07"), (POST, ""), ("Bí thư Tỉnh ủy", "2024-07-01")])
def test_what_is_no_day_or_no_post_is_refused(kb: KnowledgeBase, post: str, day: str) -> None:
    with pytest.raises(UsageError, match="not the IRI of a post and a day"):
        kb.holders(post, day)
