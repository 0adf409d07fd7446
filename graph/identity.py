"""Who is who across articles: persons of one full name are one person only where their posts agree.

An article's persons carry IRIs of their own (``person/<name>/<article>``). Here those of one name
are clustered, and each cluster gets one canonical IRI: a pure function of the cluster, so that
neither the order of reading nor an earlier state of the base shows in it.

- Never on the name alone: the registers of the Party hold many a Nguyễn Văn Thắng (domain notes 5.3).
- One shared post that tells (a role in a named body) joins; membership of a large committee joins only
  when two of them agree. ``weak_posts.tsv`` says which are weak.
- A role without a body is no evidence, but for the few that are unique in the State, nor is a post in a
  body that only one article knows.
- Whom articles resolve to one person of the registry (``resolvedTo``) are that person, under the registry's IRI;
  two persons of the registry are never one, whatever posts a third article gives to their name.

>>> post = "bí-thư/đảng-ủy-khối"
>>> here, there = Appearance("urn:1", "a1", (post,)), Appearance("urn:2", "a2", (post,))
>>> set(canonical("nguyễn-văn-thể", [here, there]).values())
{'https://w3id.org/vankien/id/person/nguyễn-văn-thể/bí-thư/đảng-ủy-khối'}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from vankien.graph.tables import rows
from vankien.ontology import iri

_POSTS = f"{iri.BASE}post/"
_PERSONS = f"{iri.BASE}person/"


@dataclass(frozen=True, slots=True)
class Appearance:
    """One article's person: IRI, the article's key, and the posts (IRI tails) the article gives them.

    ``known`` is the IRI of the person of the registry to whom the article's facts lead, empty where they lead to none.
    """

    iri: str
    key: str
    posts: tuple[str, ...]
    known: str = ""


def name_of(person: str, key: str) -> str | None:
    """The name (a slug) of a person who is known to this article only; None for a person already canonical.

    >>> name_of("https://w3id.org/vankien/id/person/tô-lâm/a1", "a1")
    'tô-lâm'
    >>> name_of("https://w3id.org/vankien/id/person/hồ-chí-minh", "a1")
    """
    if not (person.startswith(_PERSONS) and person.endswith(f"/{key}")):
        return None
    name = person[len(_PERSONS) : -len(key) - 1]
    return name if name and "/" not in name else None


def post_tail(post: str) -> str:
    """A post's IRI without the base: role, then body."""
    return post.removeprefix(_POSTS)


def canonical(name: str, appearances: Sequence[Appearance]) -> dict[str, str]:
    """The canonical IRI of every appearance of one name (a slug). A name of one syllable is nobody's."""
    if "-" not in name:
        return {a.iri: a.iri for a in appearances}
    found: dict[str, str] = {}
    for cluster in _clusters(appearances):
        if registered := max(a.known for a in cluster):
            found.update((a.iri, registered) for a in cluster)
            continue
        telling = min((p for a in cluster for p in a.posts if tells(p, a.key)), default=None)
        tail = telling if telling is not None else min(a.key for a in cluster)
        found.update((a.iri, f"{_PERSONS}{name}/{tail}") for a in cluster)
    return found


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


def _clusters(appearances: Sequence[Appearance]) -> list[list[Appearance]]:
    parent = {a.iri: a.iri for a in appearances}

    def root(of: str) -> str:
        while parent[of] != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    first: dict[tuple[str, ...], str] = {}
    for appearance in appearances:
        for evidence in _evidence(appearance):
            parent[root(appearance.iri)] = root(first.setdefault(evidence, appearance.iri))
    groups: dict[str, list[Appearance]] = {}
    for appearance in appearances:
        groups.setdefault(root(appearance.iri), []).append(appearance)
    return [part for group in groups.values() for part in _parted(group)]


def _parted(group: list[Appearance]) -> list[list[Appearance]]:
    """The group itself, unless it holds two persons of the registry: then each with their own articles, and the rest apart."""
    registered = sorted({a.known for a in group} - {""})
    if len(registered) < 2:
        return [group]
    own = [[a for a in group if a.known == person] for person in registered]
    return [*own, *_clusters([a for a in group if not a.known])]


def _evidence(appearance: Appearance) -> Iterable[tuple[str, ...]]:
    """What another appearance must share one of: the person of the registry, a telling post, or a pair of weak ones."""
    if appearance.known:
        yield ("known", appearance.known, "")  # three parts: no pair of posts
    yield from ((p,) for p in appearance.posts if tells(p, appearance.key))
    weak = {p for p in appearance.posts if "/" in p and not p.endswith(f"/{appearance.key}") and not tells(p)}
    yield from combinations(sorted(weak), 2)


def _strength(role: str) -> str:
    """``weak``, ``telling`` or empty; a weak row covers the longer roles that begin with it."""
    table = weak_posts()
    if role in table:
        return table[role]
    words = role.split("-")
    return "weak" if any(table.get("-".join(words[:n])) == "weak" for n in range(1, len(words))) else ""


@cache
def weak_posts() -> Mapping[str, str]:
    """The rows of ``weak_posts.tsv``: role to strength."""
    return {role: strength for role, strength, _ in rows("weak_posts.tsv")}
