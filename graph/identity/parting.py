"""Persons of one name whom evidence joins although they are certainly two: by the registry, or by a curator's judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from vankien.graph.identity.evidence import Appearance, evidence, leads
from vankien.graph.identity.verdicts import Pair, Verdicts

YEARS = 15
"""Years between two articles from which on the same name in the same post may be another person."""


@dataclass(slots=True, eq=False)
class Core:
    """Appearances that are certainly one: by the registry, or by a curator."""

    members: list[Appearance]
    iris: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    signs: set[tuple[str, ...]] = field(default_factory=set)

    def take(self, others: Iterable[Appearance]) -> None:
        """Add some."""
        for a in others:
            self.members.append(a)
            self.iris |= {a.iri, a.known} - {""}
            self.known |= {a.known} - {""}
            self.signs |= set(evidence(a))

    def parts(self, other: Core, verdicts: Verdicts) -> bool:
        """Whether the two are certainly not one."""
        if self.known and other.known and self.known != other.known:
            return True
        return verdicts.part(self.iris, other.iris)


def cores(group: Sequence[Appearance], verdicts: Verdicts) -> list[Core]:
    """A group's cores, by their least IRI. A verdict that joins two persons of the registry, or two who are parted, joins nobody."""
    found = {a.iri: _core([a]) for a in group}
    for one, other in sorted(pair for pair in verdicts.same if pair[0] in found and pair[1] in found):
        here, there = found[one], found[other]
        if here is not there and not here.parts(there, verdicts):
            here.take(there.members)
            found.update((a.iri, here) for a in there.members)
    claims: dict[str, list[Core]] = {}
    free: list[Core] = []
    for core in sorted(set(found.values()), key=_least):
        for known in core.known:
            claims.setdefault(known, []).append(core)
        if not core.known:
            free.append(core)
    return sorted([*free, *(core for known, claiming in claims.items() for core in _one_known(known, claiming, verdicts))], key=_least)


def _one_known(known: str, claiming: Sequence[Core], verdicts: Verdicts) -> Iterator[Core]:
    """One core of those that are all said to be one person of the registry, but for those that are certainly two: the curator's word stays."""
    said = set(verdicts.said_same(known))
    person = Core([])
    for core in (core for core in claiming if not said.isdisjoint(core.iris)):
        if person.parts(core, verdicts):
            yield _unknown(core)
        else:
            person.take(core.members)
    others = [core for core in claiming if said.isdisjoint(core.iris)]
    fitting = [core for core in others if not person.parts(core, verdicts)]
    disputed = seeds(fitting, verdicts)
    fitting = [core for core in fitting if core not in disputed]
    for core in fitting:
        person.take(core.members)
    yield from (_unknown(core) for core in others if core not in fitting)
    if person.members:
        yield person


def _core(members: Iterable[Appearance]) -> Core:
    core = Core([])
    core.take(members)
    return core


def _unknown(core: Core) -> Core:
    """The same appearances without their claim to a person of the registry."""
    return _core(replace(a, known="") for a in core.members)


def _least(core: Core) -> str:
    return min(a.iri for a in core.members)


def seeds(cores: Sequence[Core], verdicts: Verdicts) -> list[Core]:
    """Those cores that are certainly not one with some other."""
    home = {iri: at for at, core in enumerate(cores) for iri in core.iris}
    found = {home[end] for pair in verdicts.different if pair[0] in home and pair[1] in home and home[pair[0]] != home[pair[1]] for end in pair}
    registered = [at for at, core in enumerate(cores) if core.known]
    if len({frozenset(cores[at].known) for at in registered}) > 1:
        found |= set(registered)
    return [cores[at] for at in sorted(found)]


def parted(cores: Sequence[Core], verdicts: Verdicts) -> list[list[Appearance]]:
    """A group that holds persons who are certainly two: each with those whom evidence joins to them alone, round by round."""
    two = seeds(cores, verdicts)
    free = [core for core in cores if core not in two]
    barred: list[Core] = []
    while free:
        near = [(core, [seed for seed in two if not core.signs.isdisjoint(seed.signs)]) for core in free]
        if not any(seeds_near for _, seeds_near in near):
            break
        free = [core for core, seeds_near in near if not seeds_near]
        barred += [core for core, seeds_near in near if len(seeds_near) > 1]
        for core, seeds_near in near:
            if len(seeds_near) == 1:
                seeds_near[0].take(core.members)
    rest = [a for core in (*free, *barred) for a in core.members]
    return [*(seed.members for seed in two), *joined(rest, verdicts.same)]


def joined(appearances: Sequence[Appearance], same: Iterable[Pair] = ()) -> list[list[Appearance]]:
    """Groups of appearances that share evidence, or that pairs of IRIs join."""
    parent = {a.iri: a.iri for a in appearances}

    def root(of: str) -> str:
        while parent[of] != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    sharing: dict[tuple[str, ...], list[Appearance]] = {}
    for appearance in appearances:
        for each in evidence(appearance):
            sharing.setdefault(each, []).append(appearance)
    for each, those in sharing.items():
        for era in [those] if each[0] == "known" else eras(those):
            for group in agreeing(era) if each[0] == "posts" else [era]:
                for appearance in group[1:]:
                    parent[root(appearance.iri)] = root(group[0].iri)
    for one, other in same:
        if one in parent and other in parent:
            parent[root(one)] = root(other)
    groups: dict[str, list[Appearance]] = {}
    for appearance in appearances:
        groups.setdefault(root(appearance.iri), []).append(appearance)
    return list(groups.values())


def eras(those: Sequence[Appearance]) -> Iterator[list[Appearance]]:
    """Appearances that share a post, parted where no article speaks of it for many years: a namesake may hold it then.

    Those without a year belong to the only era; where there are several, each is alone.
    """
    dated = sorted((a for a in those if a.year), key=lambda a: a.year)
    undated = [a for a in those if not a.year]
    found: list[list[Appearance]] = []
    for appearance in dated:
        if found and appearance.year - found[-1][-1].year <= YEARS:
            found[-1].append(appearance)
        else:
            found.append([appearance])
    if len(found) < 2:
        yield [*(found[0] if found else []), *undated]
    else:
        yield from found
        yield from ([appearance] for appearance in undated)


def agreeing(those: Sequence[Appearance]) -> list[list[Appearance]]:
    """Appearances that share weak posts, parted where they lead different bodies: two provinces have two secretaries of one name.

    Who leads none is with the others of the only leader; where there are several, alone.
    """
    found: list[tuple[set[str], list[Appearance]]] = []
    none: list[Appearance] = []
    for appearance in those:
        led = {p.partition("/")[2] for p in appearance.posts if leads(p, appearance.key)}
        if not led:
            none.append(appearance)
            continue
        near = [each for each in found if not each[0].isdisjoint(led)]
        found = [each for each in found if each[0].isdisjoint(led)]
        found.append((led.union(*(bodies for bodies, _ in near)), [appearance, *(a for _, group in near for a in group)]))
    groups = [group for _, group in found]
    return [[*groups[0], *none]] if len(groups) == 1 else [*groups, *([a] for a in none)] if groups else [none]
