"""Persons who may be one: of one full name, or of two that differ in their marks alone."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping

from vankien.graph.doubts.ground import Doubt, Ground, Side
from vankien.graph.identity.evidence import Appearance, tells
from vankien.graph.identity.persons import is_known
from vankien.ontology.known_changes import became


class PersonDoubts:
    """Finds the doubtful pairs of persons."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def all(self) -> Iterator[Doubt]:
        """All of them, by name."""
        yield from self.persons()
        yield from self.persons_of_two_names()

    def persons(self) -> Iterator[Doubt]:
        """Persons of one full name."""
        sql = "SELECT name FROM person WHERE name LIKE '%-%' GROUP BY name HAVING COUNT(*) > 1 ORDER BY name"
        for (name,) in self.ground.db.execute(sql).fetchall():
            clusters = self._clusters(name)
            for here, there, reasons in self.ground.beside(clusters, self._why_one_person):
                yield Doubt("Person", self._person(clusters[here]), self._person(clusters[there]), reasons)

    def persons_of_two_names(self) -> Iterator[Doubt]:
        """Persons whose names are equal but for marks, and who share a post that tells."""
        holding: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name, post, key in self.ground.db.execute("SELECT DISTINCT p.name, h.post, p.key FROM held h JOIN person p ON p.iri = h.iri WHERE p.name LIKE '%-%'"):
            if tells(post, key):
                holding[unmarked(name), post].add(name)
        for names in sorted({tuple(sorted(names)) for names in holding.values() if len(names) > 1}):
            clusters = {called: cluster for name in names for called, cluster in self._clusters(name).items()}
            for here, there, reasons in self.ground.beside(clusters, self._why_one_of_two_names):
                yield Doubt("Person", self._person(clusters[here]), self._person(clusters[there]), reasons)

    def _clusters(self, name: str) -> Mapping[str, list[Appearance]]:
        found: dict[str, list[Appearance]] = defaultdict(list)
        for appearance in self.ground.people.appearances(name):
            found[self.ground.log.called(appearance.iri)].append(appearance)
        return found

    def _why_one_of_two_names(self, one: list[Appearance], other: list[Appearance]) -> Iterator[str]:
        shared = {p for a in one for p in a.posts if tells(p, a.key)} & {p for a in other for p in a.posts}
        if shared and {a.name for a in one}.isdisjoint(a.name for a in other):
            yield f"names that differ in their marks alone, and the same post: {'; '.join(sorted(map(self.ground.post, shared)))}"

    def _why_one_person(self, one: list[Appearance], other: list[Appearance]) -> Iterator[str]:
        if all(is_known(self.ground.log.called(side[0].iri)) for side in (one, other)):
            return  # two persons of the registry
        here, there = ({p for a in side for p in a.posts} for side in (one, other))
        for post in sorted(here & there):
            kind = "the same post" if tells(post) else "the same post, which many hold" if "/" in post else "the same role, its body not told"
            yield f"{kind}: {self.ground.post(post)}"
        bodies = {p.partition("/")[2] for p in here} & {p.partition("/")[2] for p in there} - {""}
        for body in sorted(bodies):
            roles = sorted({self.ground.post(p) for p in here ^ there if p.partition("/")[2] == body})
            if roles:
                yield f"posts in one body: {'; '.join(roles)}"

        for post, later in sorted((p, q) for p in here for q in there if _became(p, q) or _became(q, p)):
            yield f"posts in a body and in what became of it: {self.ground.post(post)}; {self.ground.post(later)}"

    def _person(self, cluster: list[Appearance]) -> Side:
        posts = sorted({self.ground.post(p) for a in cluster for p in a.posts})
        return self.ground.side(min(a.iri for a in cluster), posts, {a.key for a in cluster})


def _became(post: str, later: str) -> bool:
    """Whether the body of one post became that of another."""
    return later.partition("/")[2] in became().get(post.partition("/")[2], ())


def unmarked(name: str) -> str:
    """A name without its marks.

    >>> unmarked("đỗ-quý-hòa") == unmarked("đỗ-quy-hoà")
    True
    """
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter)).replace("đ", "d")
