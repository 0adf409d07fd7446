"""Who held which post when, as far as articles tell: the days on which they say so, and the first and last days that they state.

A tenure is one person in one post, over all articles. Nothing is filled in: between two days on which articles call
somebody the holder, a term of five years apart at most and with none that calls him former in between, he is taken to have held the post; before the first
and after the last nobody knows, unless a first or last day is stated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from pyoxigraph import NamedNode, Store

from vankien.graph.facts import Fact, Facts, Thing
from vankien.ontology.errors import UsageError
from vankien.ontology.known_changes import earliest, latest

How = Literal["stated", "seen"]

TERM = 5
"""Years between two articles at most for a post to be taken as held in between: a term, after which it may have been another's."""

_PRECISION = {4: "year", 7: "month"}
_HOLDS = frozenset({"current", "incoming"})
_PREDICATES = frozenset({"holdsPost", "heldPost", "hasPost"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that an article states of a tenure: ``what`` is startDate or endDate, ``precision`` day, month or year."""

    what: str
    day: str
    precision: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one post. All days are as precise as known, the empty string is unknown.

    ``first`` and ``last``: days of the first and last article that calls him the holder; ``left``: of the first that
    calls him former or outgoing afterwards. ``starts`` and ``ends``: the days that articles state, the earliest first; several
    are a conflict. ``evidence``: the statements, the earliest first; ``stories``: how many independent reports.
    """

    person: Thing
    post: Thing
    first: str
    last: str
    left: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    stories: int
    evidence: tuple[Fact, ...]

    @property
    def dates(self) -> tuple[Dated, ...]:
        """Every stated first and last day with its precision and the words that state it, the earliest article first."""
        told = ((what, fact.attributes.get(what, ""), fact) for fact in self.evidence for what in ("startDate", "endDate"))
        return tuple(Dated(what, day, _PRECISION.get(len(day), "day"), fact) for what, day, fact in told if day)

    def held_on(self, day: str) -> How | None:
        """How far articles say that the post was held on a day (ISO): by stated days, or by days before and after; None if not."""
        if self.starts and day < earliest(self.starts[0]):
            return None  # an act that is reported before it takes effect
        if self.starts and earliest(self.starts[-1]) <= day <= latest(self.starts[-1]) and not self._over_by(day):
            return "stated"
        begun = self.starts and earliest(self.starts[-1]) <= day
        if begun and self.ends and day <= latest(self.ends[0]):
            return "stated"
        over = [*_days(self.evidence, holds=False), *map(latest, self.ends)]
        seen = _days(self.evidence, holds=True)
        before, after = max((d for d in seen if d <= day), default=""), min((d for d in seen if d >= day), default="")
        if begun and after and not any(earliest(self.starts[-1]) <= d <= after for d in over):
            return "stated"
        if before and after and _years(before, after) <= TERM and not any(before <= d <= after for d in over):
            return "seen"
        return None

    def _over_by(self, day: str) -> bool:
        return any(latest(end) < day for end in self.ends)


def tenures(store: Store, thing: str) -> tuple[Tenure, ...]:
    """All tenures of a person or of a post (IRI), by first day, then by name."""
    facts = Facts(store)
    told = [f for f in facts.about(thing) if f.predicate in _PREDICATES and f.object and f.mode != "loose"]
    told.sort(key=lambda fact: (fact.subject, fact.object or "", _day(fact) or "9", fact.source.iri, fact.start))
    found = (_tenure(facts, list(group)) for _, group in groupby(told, key=lambda fact: (fact.subject, fact.object)))
    return tuple(sorted((t for t in found if t is not None), key=lambda t: (t.first or t.left or "9", t.person.label, t.post.label)))


def holders(store: Store, post: str, day: str) -> tuple[tuple[Tenure, How], ...]:
    """Whom articles make the holder of a post on a day, each with how they do; several at once are a conflict, or a post of several.

    Raises UsageError for what is no day or no IRI.
    """
    try:
        date.fromisoformat(day if len(day) == 10 and day.isascii() else "")
        NamedNode(post)
    except ValueError:
        raise UsageError(f"{post}, {day}: not the IRI of a post and a day (YYYY-MM-DD)") from None
    return tuple((tenure, how) for tenure in tenures(store, post) if (how := tenure.held_on(day)) is not None)


def _tenure(facts: Facts, evidence: list[Fact]) -> Tenure | None:
    person, post = facts.thing(evidence[0].subject), facts.thing(evidence[0].object or "")
    if person is None or post is None:
        return None
    seen, over = _days(evidence, holds=True), _days(evidence, holds=False)
    last = max(seen, default="")
    return Tenure(
        person, post, min(seen, default=""), last, min((d for d in over if d >= last), default=""),
        _stated(evidence, "startDate"), _stated(evidence, "endDate"), len({f.source.story for f in evidence}), tuple(evidence),
    )  # fmt: skip


def _stated(evidence: Iterable[Fact], attribute: str) -> tuple[str, ...]:
    """The days that articles state, without those that another one gives more precisely."""
    days = {day for fact in evidence if (day := fact.attributes.get(attribute, "")) and not day.startswith("-")}
    return tuple(sorted(day for day in days if not any(other != day and other.startswith(day) for other in days)))


def _days(evidence: Iterable[Fact], holds: bool) -> list[str]:
    """The whole days of the articles that call somebody the holder, or one who was or is leaving."""
    return [day for f in evidence if (f.attributes.get("status") in _HOLDS) is holds and (day := _day(f))]


def _day(fact: Fact) -> str:
    """The day of the article, empty where it is not known whole."""
    day = fact.source.published[:10]
    return day if len(day) == 10 else ""


def _years(one: str, other: str) -> int:
    """Whole years between two days."""
    return int(other[:4]) - int(one[:4]) - (other[4:] < one[4:])
