"""What the finders of doubtful pairs share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from pyoxigraph import NamedNode, Store

from vankien.graph.facts import Facts
from vankien.graph.identity.names import Names
from vankien.graph.identity.outcomes import Outcomes
from vankien.graph.identity.people import People
from vankien.graph.identity.verdicts import Pair, pair, partners
from vankien.graph.log import StatementLog
from vankien.graph.quads.nodes import vk
from vankien.graph.store import UNION
from vankien.ontology import iri, known

T = TypeVar("T")
Reasons = tuple[str, ...]


@cache
def registered_titles() -> Mapping[str, str]:
    """Registered documents by IRI: type, number and subject, for those that no article of the base names in full."""
    return {d.iri: f"{d.type_word} {d.number}-{d.letters}/{d.issuer_code} ({d.date}) {d.subject}".strip() for d in known.documents()}


@dataclass(frozen=True, slots=True)
class Side:
    """One thing of a pair. ``own`` is the IRI under which it is judged: that of its first article; ``iri`` what the graph calls it.

    ``about``: what tells it apart (posts of a person, the day of an event), ``articles`` how many name it, ``days`` the first and last day of those.
    """

    own: str
    iri: str
    label: str
    about: tuple[str, ...]
    articles: int
    days: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two things that may be one, and why."""

    kind: str
    one: Side
    other: Side
    reasons: Reasons

    @property
    def id(self) -> str:
        """Eight hex digits that name the pair on a command line."""
        return pair_id(self.pair)

    @property
    def pair(self) -> Pair:
        """The IRIs under which the two are judged."""
        return pair(self.one.own, self.other.own)


def pair_id(of: Pair) -> str:
    """Eight hex digits that name a pair."""
    return iri.digest("\n".join(of))[:8]


class Ground:
    """One base's log and store, and the pairs that its journal has judged."""

    def __init__(self, log: StatementLog, store: Store, judged: Iterable[Pair] = ()) -> None:
        self.log = log
        self.db = log.db
        self.facts = Facts(store)
        self.people, self.names, self.outcomes = People(log), Names(log), Outcomes(log)
        self._partners = partners(judged)
        self.post = cache(self._post)

    def beside(self, things: Mapping[str, T], why: Callable[[T, T], Iterable[str]]) -> Iterator[tuple[str, str, Reasons]]:
        """Each thing (by its IRI) with that before it with which it shares most and is not judged, and the reasons."""
        names = sorted(things)
        for at, there in enumerate(names):
            found = [(-len(reasons), here, reasons) for here in names[:at] if (reasons := tuple(why(things[here], things[there])))]
            for _, here, reasons in sorted(found):
                if not self.judged(here, there):
                    yield here, there, reasons
                    break

    def side(self, own: str, about: Iterable[str], keys: set[str]) -> Side:
        """One side of a pair: its own IRI, what tells it apart, the keys of its articles."""
        called = self.log.called(own)
        days = sorted(self._days(keys))
        number = len(keys) or sum(1 for _ in self.facts.store.quads_for_pattern(None, vk("mentions"), NamedNode(called), UNION))
        label = self.names.label(called) or registered_titles().get(called, called)
        return Side(own, called, label, tuple(about), number, (days[0], days[-1]) if days else ("", ""))

    def _days(self, keys: Iterable[str]) -> Iterator[str]:
        for key in keys:
            row = self.log.row(key)
            if row is not None and row.published:
                yield row.published[:10]

    def judged(self, one: str, other: str) -> bool:
        """Whether the journal has a verdict on some pair of the two things' articles, or on the things themselves."""
        here, there = ({thing, *self.log.own(thing)} for thing in (one, other)) if self._partners else (set[str](), set[str]())
        return any(not there.isdisjoint(self._partners.get(own, ())) for own in here)

    def _post(self, tail: str) -> str:
        """A post's name, by the end of its IRI; one in a body of several periods has it in each."""
        post = f"{iri.BASE}post/{tail}"
        sql = "SELECT MIN(iri) FROM form WHERE iri > ?1 || '/from-' AND iri < ?1 || '/from.'"
        (later,) = self.db.execute(sql, (post,)).fetchone()
        return self.names.label(post) or (self.names.label(later) if later else None) or tail
