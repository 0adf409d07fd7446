"""What of a person's appearance in an article makes him one with another of his name: the posts that tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from vankien.graph.identity.tables import rows
from vankien.ontology import iri

_POSTS = f"{iri.BASE}post/"

SYLLABLES = 3
"""Syllables of a name from which on two who lead one body at different times, or in different ranks, are taken for one."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One article's person: IRI, name (a slug), the article's key, and the posts (IRI tails) the article gives them.

    ``known`` is the IRI of the person of the registry to whom the article's facts lead, empty where they lead to none;
    ``year`` that of the article, 0 where unknown.
    """

    iri: str
    name: str
    key: str
    posts: tuple[str, ...]
    known: str = ""
    year: int = 0


def post_tail(post: str) -> str:
    """A post's IRI without the base: role, then body."""
    return post.removeprefix(_POSTS)


def tells(post: str, key: str = "") -> bool:
    """Whether sharing this post alone makes two people of one full name one; ``key`` is the article's.

    >>> tells("bí-thư/tỉnh-ủy-nghệ-an"), tells("ủy-viên/ban-chấp-hành-trung-ương-đảng"), tells("bí-thư")
    (True, False, False)
    >>> tells("ủy-viên/bộ-chính-trị")  # not even twenty at a time
    True
    """
    if key and post.endswith(f"/{key}"):
        return False
    role, _, body = post.partition("/")
    strength = weak_posts().get(post) or _strength(role)
    return strength != "weak" if body else strength == "telling"


def leads(post: str, key: str = "") -> bool:
    """Whether this post is one of the few at the head of its body; ``key`` is the article's.

    >>> leads("phó-bí-thư-thường-trực/tỉnh-ủy-nghệ-an"), leads("ủy-viên/tỉnh-ủy-nghệ-an"), leads("bí-thư")
    (True, False, False)
    """
    role, _, body = post.partition("/")
    return bool(body) and not (key and post.endswith(f"/{key}")) and _strength(role) == "leading" and post not in weak_posts()


def evidence(appearance: Appearance) -> Iterator[tuple[str, ...]]:
    """What another appearance must share one of: the person of the registry, a telling post, the head of a body (of people
    whose name has three syllables: a deputy becomes head), or a pair of weak posts. Posts are evidence for people of one full name only.
    """
    if appearance.known:
        yield ("known", appearance.known)
    name = appearance.name
    if "-" not in name:
        return
    yield from (("post", name, p) for p in appearance.posts if tells(p, appearance.key))
    if name.count("-") >= SYLLABLES - 1:
        yield from (("head", name, p.partition("/")[2]) for p in appearance.posts if leads(p, appearance.key))
    weak = {p for p in appearance.posts if "/" in p and not p.endswith(f"/{appearance.key}") and not tells(p)}
    yield from (("posts", name, *pair) for pair in combinations(sorted(weak), 2))


def _strength(role: str) -> str:
    """``weak``, ``telling``, ``leading`` or empty; a weak or leading row covers the longer roles that begin with it."""
    table = weak_posts()
    if role in table:
        return table[role]
    words = role.split("-")
    begins = (table.get("-".join(words[:n]), "") for n in range(len(words) - 1, 0, -1))
    return next((strength for strength in begins if strength in ("weak", "leading")), "")


@cache
def weak_posts() -> Mapping[str, str]:
    """The rows of ``weak_posts.tsv``: role to strength."""
    return {role: strength for role, strength, _ in rows("weak_posts.tsv")}
