"""Bodies in time: which ended, merged, split or were founded anew under their old name, and what followed them.

From ``bodies.tsv`` (days, successors, kind of change), ``provinces.tsv`` (days and parts of each province) and
``provincial_bodies.tsv`` (the bodies that every province has). Confirmed rows only. A body that goes on under its old
name after a merger is another body: its IRI says from which day (domain notes 4.4).

>>> period("body/tỉnh-ủy-phú-thọ", "PartyCommittee", "2025-06-30"), period("body/tỉnh-ủy-phú-thọ", "PartyCommittee", "2025-08")
('', '2025-07-01')
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from vankien.ontology import iri
from vankien.ontology.known import KnownBody, Province, bodies, provinces, table

REFOUNDED = frozenset(
    """
    AdvisoryAgency ArmedForcesBody Court FrontOrganisation InspectionCommission MassOrganisation Ministry
    NationalAssemblyDelegation PartyAffairsSection PartyCommittee PartyOrganisation PeoplesCommittee PeoplesCouncil
    PoliceBody Procuracy StandingBoard StandingGroup StateBody SteeringCommittee Territory
    """.split()
)
"""Classes of bodies that are set up anew when their province is merged; a firm, a school or a newspaper goes on."""


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """A body that takes part in a change: its name, class, and, of one that goes on under an old name, its first day."""

    name: str
    cls: str
    since: str = ""

    @property
    def iri(self) -> str:
        """The body's IRI; that of a later period says since when."""
        return iri.in_period(iri.body(self.name), self.since)


@dataclass(frozen=True, slots=True)
class Reorganisation:
    """A change of bodies on one day: what was there before, and what came of it (nothing: they were dissolved).

    ``how``: merged, split, renamed, ended, refounded (of each original, sorted); ``source`` as the registry gives it.
    """

    day: str
    originals: tuple[Party, ...]
    results: tuple[Party, ...]
    how: tuple[str, ...]
    source: str

    @property
    def iri(self) -> str:
        """IRI of the event: by day and the one result, else the first of the originals."""
        first = self.results[0] if len(self.results) == 1 else min(self.originals)
        return f"{iri.BASE}event/reorganisation/{iri.slug(first.name)}/{self.day}"


def period(tail: str, cls: str, day: str) -> str:
    """The first day of the period in which a body (its IRI without the base) stood on a day; empty for its first period."""
    return since(later_periods(tail, cls), day)


def since(later: Iterable[str], day: str) -> str:
    """Of the first days of a body's later periods, the one in force on a day; empty for the first period.

    A day that is not whole (``2025``) counts as its first; none leaves the first period.
    """
    return max((first for first in later if first <= earliest(day)), default="")


@cache
def later_periods(tail: str, cls: str) -> tuple[str, ...]:
    """The first days of the later periods of a body under one name, the earliest first; none for most bodies.

    ``tail`` is its IRI without the base, ``cls`` empty where only a post in it is known. A body of a province is known by the end of its name, so that its boards,
    agencies and departments are found too; one that only an article or a district knows (``…/scope``) has no periods.
    """
    name = tail.removeprefix("body/")
    if "/" in name:
        return ()
    if name in _refounded():
        return _refounded()[name]
    if not cls:  # known by a post in it alone
        return _stems().get(name, ())
    if cls not in REFOUNDED:
        return ()
    words = name.split("-")
    ends = ("-".join(words[at:]) for at in range(len(words)))
    return next((_stems()[end] for end in ends if end in _stems()), ())


@cache
def reorganisations() -> tuple[Reorganisation, ...]:
    """All confirmed changes, by day and name."""
    return tuple(sorted((*_of_bodies(), *_of_provinces()), key=lambda change: (change.day, change.iri)))


@cache
def became() -> Mapping[str, frozenset[str]]:
    """What became of each body: slug of its name to those of the bodies that came of it, without periods.

    >>> sorted(became()["tỉnh-ủy-vĩnh-phúc"])
    ['tỉnh-ủy-phú-thọ']
    """
    found: dict[str, set[str]] = defaultdict(set)
    for change in reorganisations():
        for original in change.originals:
            found[iri.slug(original.name)] |= {iri.slug(result.name) for result in change.results} - {iri.slug(original.name)}
    return {name: frozenset(results) for name, results in found.items()}


def _of_bodies() -> Iterator[Reorganisation]:
    """Changes of registered bodies: rows of one day whose one successor is the same are one change."""
    groups: dict[tuple[str, str], list[KnownBody]] = defaultdict(list)
    for body in bodies():
        if body.confirmed and body.end and body.change:
            groups[next_day(body.end), body.successors[0] if _becomes_one(body) else f"from {body.name}"].append(body)
    for (day, _), rows in groups.items():
        results = rows[0].successors if rows[0].change != "ended" else ()
        yield Reorganisation(
            day,
            tuple(sorted(party(body.name, body.end) for body in rows)),
            tuple(sorted(party(name, day) for name in results)),
            tuple(sorted({body.change for body in rows})),
            "; ".join(sorted({body.source for body in rows})),
        )


def _becomes_one(body: KnownBody) -> bool:
    return body.change != "ended" and len(body.successors) == 1


def party(name: str, day: str) -> Party:
    """A registered body as it stood on a day (empty: in its first period)."""
    cls = _classes().get(name, "Body")
    return Party(name, cls, period(f"body/{iri.slug(name)}", cls, day))


@cache
def _classes() -> Mapping[str, str]:
    """The class of each registered body by its name: of several rows, that of the first."""
    return {body.name: body.cls for body in reversed(bodies()) if body.confirmed}


def _of_provinces() -> Iterator[Reorganisation]:
    for province in _dated():
        if not (province.predecessors and province.start):
            continue
        before = [p for p in _dated() if p.name in province.predecessors and p.end and p.end < province.start]
        latest = {p.name: p for p in sorted(before, key=lambda p: p.end)}
        if len(latest) != len(province.predecessors):
            continue
        for row in table("provincial_bodies.tsv"):
            if row["unit"] != province.unit:
                continue
            originals = tuple(sorted(_provincial(row["kind"], p) for p in latest.values()))
            yield Reorganisation(province.start, originals, (_provincial(row["kind"], province),), ("merged",), row["source"])


def _provincial(kind: str, province: Province) -> Party:
    (row,) = (r for r in table("provincial_bodies.tsv") if r["kind"] == kind and r["unit"] == province.unit)
    name = row["name"].format(name=province.name)
    return Party(name, row["class"], period(f"body/{iri.slug(name)}", row["class"], province.start))


def _dated() -> tuple[Province, ...]:
    return tuple(province for province in provinces() if province.confirmed)


@cache
def _refounded() -> Mapping[str, tuple[str, ...]]:
    """Registered bodies founded anew under their name: slug to the first days of the later ones."""
    starts: dict[str, list[str]] = defaultdict(list)
    for body in bodies():
        if body.confirmed:
            starts[iri.slug(body.name)].append(body.start)
    return {name: _later(days) for name, days in starts.items() if len(days) > 1}


@cache
def _stems() -> Mapping[str, tuple[str, ...]]:
    """How names of bodies of a merged province end (slug), with the first days of the province's later periods."""
    starts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for province in _dated():
        starts[province.unit, province.name].append(province.start)
    found: dict[str, tuple[str, ...]] = {}
    for (unit, name), days in starts.items():
        if len(days) > 1:
            found.update((iri.slug(row["name"].format(name=name)), _later(days)) for row in table("provincial_bodies.tsv") if row["unit"] == unit)
    return found


def _later(days: Iterable[str]) -> tuple[str, ...]:
    """All first days but that of the first period."""
    return tuple(sorted(days)[1:])


def next_day(day: str) -> str:
    """The day after a day (ISO)."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def earliest(day: str) -> str:
    """The first day that a date may mean; empty for none, and for a day without its year."""
    if day.startswith("-"):
        return ""
    return f"{day}-01-01"[:10] if len(day) == 4 else f"{day}-01"[:10] if len(day) == 7 else day[:10]


def latest(day: str) -> str:
    """The last day that a date may mean, for comparing (each month has 31 days here); empty for none, and for a day without its year."""
    if day.startswith("-"):
        return ""
    return f"{day}-12-31"[:10] if len(day) == 4 else f"{day}-31"[:10]
