"""Who is one person across articles, and who is not."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.graph.identity import tables
from vankien.graph.identity.evidence import Appearance, tells, weak_posts
from vankien.graph.identity.persons import canonical, name_of
from vankien.ontology import iri

PERSON = f"{iri.BASE}person/nguyễn-văn-an/"
SECRETARY = "bí-thư/tỉnh-ủy-phú-thọ"
CHAIR = "chủ-tịch/ubnd-tỉnh-phú-thọ"
MEMBER = "ủy-viên/ban-chấp-hành-trung-ương-đảng"
DEPUTY = "đại-biểu/quốc-hội"
OWN = "bí-thư/đảng-ủy/a0"
ELSEWHERE = "bí-thư/tỉnh-ủy-lào-cai"
VICE = "phó-bí-thư-thường-trực/tỉnh-ủy-phú-thọ"


def named(*posts: tuple[str, ...], name: str = "nguyễn-văn-an") -> list[str]:
    """What people of one name are called who hold these posts in articles a0, a1, …"""
    people = [Appearance(f"{iri.BASE}person/{name}/a{n}", name, f"a{n}", held) for n, held in enumerate(posts)]
    found = canonical(people)
    return [found[p.iri].removeprefix(f"{iri.BASE}person/{name}/") for p in people]


@pytest.mark.parametrize(
    ("posts", "expected", "why"),
    [
        ([(SECRETARY,), (SECRETARY,)], [SECRETARY, SECRETARY], "one post that tells"),
        ([(), ()], ["a0", "a1"], "never on the name alone"),
        ([(SECRETARY,), (CHAIR,)], [SECRETARY, CHAIR], "two posts that do not meet"),
        ([(SECRETARY,), ()], [SECRETARY, "a1"], "a person without posts joins nobody"),
        ([(SECRETARY,), (CHAIR, SECRETARY), (CHAIR,)], [SECRETARY] * 3, "through a third article"),
        ([(MEMBER,), (MEMBER,)], ["a0", "a1"], "two hundred members: no evidence alone"),
        ([(MEMBER, DEPUTY), (DEPUTY, MEMBER)], ["a0", "a0"], "two weak posts that agree"),
        ([(MEMBER, DEPUTY), (MEMBER,), (DEPUTY,)], ["a0", "a1", "a2"], "one weak post each is not two"),
        ([("bí-thư",), ("bí-thư",)], ["a0", "a1"], "a role without a body"),
        ([("bí-thư", "giám-đốc"), ("bí-thư", "giám-đốc")], ["a0", "a1"], "nor two of them"),
        ([("thủ-tướng",), ("thủ-tướng",)], ["thủ-tướng"] * 2, "unique in the State"),
        ([(OWN,), (OWN,)], ["a0", OWN], "a body known to a0 only"),
        ([(MEMBER, DEPUTY, SECRETARY), (MEMBER, DEPUTY, ELSEWHERE)], [SECRETARY, ELSEWHERE], "two weak posts, and each heads another province"),
        ([(MEMBER, DEPUTY, SECRETARY), (MEMBER, DEPUTY, ELSEWHERE), (MEMBER, DEPUTY)], [SECRETARY, ELSEWHERE, "a2"], "who may be either is neither"),
        ([(MEMBER, DEPUTY, SECRETARY), (MEMBER, DEPUTY)], [SECRETARY, SECRETARY], "two weak posts, one leader"),
        ([(SECRETARY,), (VICE,)], [SECRETARY, SECRETARY], "two at the head of one body: a deputy becomes head"),
        ([(SECRETARY,), ("thường-trực/tỉnh-ủy-phú-thọ",)], [SECRETARY, "thường-trực/tỉnh-ủy-phú-thọ"], "one at the head, one not"),
        ([(SECRETARY,), ("phó-bí-thư/tỉnh-ủy-lào-cai",)], [SECRETARY, "phó-bí-thư/tỉnh-ủy-lào-cai"], "two bodies"),
    ],
)  # fmt: skip
def test_clusters(posts: list[tuple[str, ...]], expected: list[str], why: str) -> None:
    assert named(*posts) == expected, why


@pytest.mark.parametrize(
    ("years", "expected", "why"),
    [
        ((1998, 2005, 2019), [SECRETARY] * 3, "never fifteen years without an article"),
        ((1998, 2024), ["a0", "a1"], "another generation"),
        ((1998, 2024, 2026), ["a0", "a1", "a1"], "another generation, and who is one in it"),
        ((2024, 0), [SECRETARY] * 2, "an article without a day, and one time only"),
        ((1998, 2024, 0), ["a0", "a1", "a2"], "an article without a day may be of either"),
    ],
)
def test_the_same_name_in_the_same_post_many_years_apart(years: tuple[int, ...], expected: list[str], why: str) -> None:
    people = [Appearance(f"{PERSON}a{n}", "nguyễn-văn-an", f"a{n}", (SECRETARY,), "", year) for n, year in enumerate(years)]
    for order in permutations(people):
        found = canonical(order)
        assert [found[p.iri].removeprefix(PERSON) for p in people] == expected, why


def test_a_third_article_joins_what_many_years_part() -> None:
    """His other post stands in articles of the years between."""
    held = [(1998, (SECRETARY,)), (2010, (CHAIR,)), (2005, (SECRETARY, CHAIR)), (2024, (CHAIR,))]
    people = [Appearance(f"{PERSON}a{n}", "nguyễn-văn-an", f"a{n}", posts, "", year) for n, (year, posts) in enumerate(held)]
    assert set(canonical(people).values()) == {f"{PERSON}{SECRETARY}"}


def test_a_short_name_is_not_enough_for_the_head_of_a_body() -> None:
    """Of Lê Anh there are too many for a deputy and a head to be one."""
    assert named((SECRETARY,), (VICE,), name="lê-anh") == [SECRETARY, VICE]


def test_a_given_name_alone_is_nobodys() -> None:
    assert named((SECRETARY,), (SECRETARY,), name="an") == ["a0", "a1"]


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        (SECRETARY, True), (MEMBER, False), (DEPUTY, False), ("bí-thư", False), ("tổng-bí-thư", True),
        ("ủy-viên-dự-khuyết/ban-chấp-hành-trung-ương-đảng", False), ("tỉnh-ủy-viên/tỉnh-ủy-nghệ-an", False),
        ("thủ-tướng/chính-phủ", True), ("ủy-viên-hội", False), ("ủy/hội", True),
        ("ủy-viên/bộ-chính-trị", True),
    ],
)  # fmt: skip
def test_which_posts_tell(post: str, expected: bool) -> None:
    assert tells(post) is expected


def test_known_persons_are_canonical_already() -> None:
    assert name_of(f"{iri.BASE}person/hồ-chí-minh", "a1") is None
    assert name_of(f"{PERSON}a1", "a1") == "nguyễn-văn-an"
    assert name_of(f"{PERSON}a1", "a2") is None, "another article's person"


POSTS = st.lists(
    st.sampled_from([SECRETARY, CHAIR, MEMBER, DEPUTY, "bí-thư", "giám-đốc/sở-y-tế"]), unique=True, max_size=3
)


@given(st.lists(POSTS, max_size=5))
def test_names_follow_from_the_clusters_alone(held: list[list[str]]) -> None:
    """Any order of reading gives the same names; two clusters never share one."""
    people = [Appearance(f"{PERSON}a{n}", "nguyễn-văn-an", f"a{n}", tuple(posts)) for n, posts in enumerate(held)]
    results = [canonical(order) for order in permutations(people)]
    assert all(result == results[0] for result in results)
    shared: dict[str, str] = {}
    for person in people:
        for post in filter(tells, person.posts):
            assert shared.setdefault(post, results[0][person.iri]) == results[0][person.iri]
    for one, other in permutations(people, 2):
        if results[0][one.iri] == results[0][other.iri] and not {*one.posts} & {*other.posts}:
            assert len(people) > 2, "joined only through a third"


def test_the_table_of_weak_posts() -> None:
    text = Path(tables.__file__).with_name("weak_posts.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert rows[0] == ["role", "strength", "reason"]
    roles = [row[0] for row in rows[1:]]
    assert roles == sorted(set(roles)), "sorted, no doubles"
    assert all(len(row) == 3 and row[1] in {"leading", "telling", "weak"} and row[2] for row in rows[1:])
    assert all(part == iri.slug(part) for role in roles for part in role.split("/"))
    assert len(weak_posts()) == len(roles)
