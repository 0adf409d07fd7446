"""Persons of one name whom evidence joins although they are certainly two: by the registry, or by a curator's judgement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vankien.graph.identity.evidence import Appearance, evidence
from vankien.graph.identity.verdicts import Pair, Verdicts


@dataclass(slots=True)
class Core:
    """Appearances that are certainly one: by the registry, or by a curator."""

    members: list[Appearance]
    iris: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    signs: set[tuple[str, ...]] = field(default_factory=set)

    def take(self, appearance: Appearance) -> None:
        """Add one."""
        self.members.append(appearance)
        self.iris |= {appearance.iri, appearance.known} - {""}
        self.known |= {appearance.known} - {""}
        self.signs |= set(evidence(appearance))

    def parts(self, other: Core, verdicts: Verdicts) -> bool:
        """Whether the two are certainly not one."""
        if self.known and other.known and self.known != other.known:
            return True
        return verdicts.part(self.iris, other.iris)


def cores(group: Sequence[Appearance], verdicts: Verdicts) -> list[Core]:
    """A group's cores, by their least IRI. A verdict that joins two persons of the registry, or two who are parted, joins nobody."""
    found = {a.iri: Core([]) for a in group}
    for a in group:
        found[a.iri].take(a)
    known = {a.known: a.iri for a in sorted(group, key=lambda a: a.iri, reverse=True) if a.known}
    pairs = [*((a.iri, known[a.known]) for a in group if a.known), *sorted(verdicts.same)]
    for one, other in sorted(pair for pair in pairs if pair[0] in found and pair[1] in found):
        here, there = found[one], found[other]
        if here is not there and not here.parts(there, verdicts):
            for a in there.members:
                here.take(a)
                found[a.iri] = here
    return sorted({id(core): core for core in found.values()}.values(), key=lambda core: min(a.iri for a in core.members))


def parted(cores: Sequence[Core], verdicts: Verdicts) -> list[list[Appearance]]:
    """A group that holds persons who are certainly two: each with those whom evidence joins to them alone, round by round."""
    seeds = [core for core in cores if any(core.parts(other, verdicts) for other in cores if other is not core)]
    free = [core for core in cores if not any(core is seed for seed in seeds)]
    barred: list[Core] = []
    while free:
        near = [(core, [seed for seed in seeds if not core.signs.isdisjoint(seed.signs)]) for core in free]
        if not any(seeds_near for _, seeds_near in near):
            break
        free = [core for core, seeds_near in near if not seeds_near]
        barred += [core for core, seeds_near in near if len(seeds_near) > 1]
        for core, seeds_near in near:
            if len(seeds_near) == 1:
                for a in core.members:
                    seeds_near[0].take(a)
    rest = [a for core in (*free, *barred) for a in core.members]
    return [*(seed.members for seed in seeds), *joined(rest)]


def joined(appearances: Sequence[Appearance], same: Iterable[Pair] = ()) -> list[list[Appearance]]:
    """Groups of appearances that share evidence, or that pairs of IRIs join."""
    parent = {a.iri: a.iri for a in appearances}

    def root(of: str) -> str:
        while parent[of] != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    first: dict[tuple[str, ...], str] = {}
    for appearance in appearances:
        for each in evidence(appearance):
            parent[root(appearance.iri)] = root(first.setdefault(each, appearance.iri))
    for one, other in same:
        if one in parent and other in parent:
            parent[root(one)] = root(other)
    groups: dict[str, list[Appearance]] = {}
    for appearance in appearances:
        groups.setdefault(root(appearance.iri), []).append(appearance)
    return list(groups.values())
