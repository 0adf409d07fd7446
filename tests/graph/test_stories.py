"""Reprints: articles with the same words are one story, and support counts stories (graph/identity/stories.py)."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from vankien.graph import KnowledgeBase
from vankien.graph.explain import Explanation
from vankien.graph.identity.stories import DAYS, is_one_story, sketch
from vankien.graph.log import StatementLog
from vankien.graph.schema import NAMES as DERIVED
from vankien.ontology.nouns import Extraction

Story = Callable[..., Extraction]
Dump = Callable[[KnowledgeBase], bytes]

SYLLABLES = "an ba cao dân đến gia hội khóa làm mới nay ông phát quê rộng sau tỉnh và xã yêu cầu bàn việc chung".split()


def prose(seed: int, words: int = 150) -> str:
    """Words of no meaning: two seeds share hardly a run of four."""
    chosen = random.Random(seed)
    return " ".join(chosen.choice(SYLLABLES) for _ in range(words))


REPORT, OTHER = prose(1), prose(2)
HOLDER = [("Nguyễn Văn An", "Bí thư", "Tỉnh ủy Phú Thọ")]


@pytest.fixture
def six(story: Story) -> list[Extraction]:
    """One appointment: an agency report, three reprints of it (cut, framed, in capitals), and two papers of their own."""
    return [
        story("a", HOLDER, published="2024-03-01", extra=REPORT),
        story("b", HOLDER, published="2024-03-01", extra=f"Theo báo bạn: {REPORT}"),
        story("c", HOLDER, published="2024-03-02", extra=REPORT[: len(REPORT) * 2 // 3]),
        story("d", HOLDER, published="2024-03-02", extra=REPORT.upper()),
        story("e", HOLDER, published="2024-03-02", extra=OTHER),
        story("f", HOLDER, published="2024-03-03", extra=prose(3)),
    ]


def told(kb: KnowledgeBase) -> dict[str, str]:
    """Article -> story, both by key, with a check that the class of stories is that of those told and no other."""
    rows = kb.query("SELECT ?a ?s { GRAPH ?g { ?a vk:story ?s } }")
    typed = kb.query("SELECT DISTINCT ?s { ?s a vk:Story }")
    assert isinstance(rows, QuerySolutions) and isinstance(typed, QuerySolutions)
    found = {row["a"].value.rpartition("/")[2]: row["s"].value.rpartition("/")[2] for row in rows}
    assert {row["s"].value.rpartition("/")[2] for row in typed} == set(found.values())
    return found


def test_reprints_are_one_story(kb: KnowledgeBase, six: list[Extraction]) -> None:
    kb.update(six)
    assert told(kb) == {"a": "a", "b": "a", "c": "a", "d": "a", "e": "e", "f": "f"}


def test_support_counts_stories(kb: KnowledgeBase, six: list[Extraction]) -> None:
    kb.update(six)
    found = kb.explain("Nguyễn Văn An")
    assert isinstance(found, Explanation)
    [held] = [fact for fact in found.facts if fact.predicate == "holdsPost"]
    assert (held.support, held.stories) == (6, 3)
    [edge] = [data for _, _, data in kb.to_networkx().edges(data=True) if data["kind"] == "holdsPost"]
    assert (edge["weight"], edge["stories"]) == (6.0, 3)


def test_the_order_of_articles_leaves_no_trace(tmp_path: Path, six: list[Extraction], nquads: Dump) -> None:
    dumps = set()
    for number, order in enumerate(permutations(six[:4])):
        if number % 5 == 0:
            kb = KnowledgeBase(tmp_path / str(number))
            for article in order:
                kb.update([article])
            dumps.add(nquads(kb))
    assert len(dumps) == 1


def test_a_withdrawn_article_gives_its_story_to_the_next(
    tmp_path: Path, kb: KnowledgeBase, six: list[Extraction], nquads: Dump
) -> None:
    kb.update(six)
    kb.withdraw(["a"])
    assert told(kb) == {"b": "b", "c": "b", "d": "b", "e": "e", "f": "f"}
    fresh = KnowledgeBase(tmp_path / "fresh")
    fresh.update(six[1:])
    assert nquads(kb) == nquads(fresh)


def test_a_link_that_goes_leaves_two_stories(kb: KnowledgeBase, story: Story) -> None:
    """Each half stands in the whole, and they have nothing in common but that."""
    half, rest = prose(4), prose(5)
    kb.update([story("x", extra=half), story("y", extra=f"{half} {rest}"), story("z", extra=rest)])
    assert told(kb) == {"x": "x", "y": "x", "z": "x"}
    kb.update([story("y", extra=prose(6))])
    assert told(kb) == {"x": "x", "y": "y", "z": "z"}


def test_what_is_printed_again_a_season_later_is_told_anew(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("then", published="2023-09-02", extra=REPORT), story("now", published="2024-09-02", extra=REPORT)])
    assert len(set(told(kb).values())) == 2


def test_short_articles_are_stories_of_their_own(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("p"), story("q")])
    assert told(kb) == {"p": "p", "q": "q"}


def test_a_base_from_before_there_were_stories_gets_them(kb: KnowledgeBase, six: list[Extraction], nquads: Dump) -> None:
    kb.update(six)
    before = nquads(kb)
    log = StatementLog(kb.folder.log)
    for table in set(DERIVED) - {"waiting", "touched"}:
        log.db.execute(f"DELETE FROM {table}")
    log.derivation = 0
    log.close()
    kb.update([])
    assert nquads(kb) == before


@pytest.mark.parametrize(("days", "one"), [(0, True), (DAYS, True), (DAYS + 1, False)])
def test_days_between_prints(days: int, one: bool) -> None:
    first = sketch(REPORT, "2024-01-01")
    second = sketch(REPORT, f"2024-0{1 + (days > 30)}-{days % 31 + 1:02d}")
    assert first and second and is_one_story(first, second) is one and is_one_story(second, first) is one


def test_days_that_are_not_known_do_not_part() -> None:
    first, second = sketch(REPORT, "2024"), sketch(REPORT, "1990-01-01")
    assert first and second and is_one_story(first, second)


def test_odd_text_has_a_sketch() -> None:
    assert sketch("\ud800 " + REPORT + "\x00", "") is not None
    assert sketch("", "") is None and sketch("!? " * 500, "") is None
