"""Doubtful pairs: things of a base that may be one, which no rule decides, with the reasons, for a curator to judge.

- persons of one full name whom no post joins, but who share a body, a weak post or a role without its body;
- events of one kind and day whose names agree or who share a participant or an organiser; and plans with several
  possible outcomes, or one whose day the plan does not tell;
- documents of one number and bodies of one name that an article leaves without issuer, term or place.

What the journal has judged is not listed again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations

from pyoxigraph import NamedNode, Store

from vankien.graph.facts import Facts, iri_of
from vankien.graph.identity.evidence import Appearance, tells
from vankien.graph.identity.names import Names
from vankien.graph.identity.occasions import Occasion, agree
from vankien.graph.identity.outcomes import Outcomes
from vankien.graph.identity.people import People
from vankien.graph.identity.verdicts import Pair, pair
from vankien.graph.log import StatementLog
from vankien.graph.quads.nodes import vk
from vankien.graph.store import UNION
from vankien.ontology import iri


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
    reasons: tuple[str, ...]

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


class Doubts:
    """Finds the doubtful pairs of one base; reads log and store, changes neither. ``judged`` pairs are not doubtful any more."""

    def __init__(self, log: StatementLog, store: Store, judged: Iterable[Pair] = ()) -> None:
        self.log = log
        self.db = log.db
        self.facts = Facts(store)
        self.people, self.names, self.outcomes = People(log), Names(log), Outcomes(log)
        self._partners: dict[str, set[str]] = defaultdict(set)
        for one, other in judged:
            self._partners[one].add(other)
            self._partners[other].add(one)
        self._who = cache(self._named_at)

    def all(self) -> Iterator[Doubt]:
        """Every doubtful pair: persons, events, documents and bodies, each by name."""
        for doubt in chain(self.persons(), self.events(), self.papers()):
            if not self._judged(doubt):
                yield doubt

    def members(self, thing: str) -> list[Side]:
        """The things of articles that the graph takes for one (its IRI), by the articles' own IRIs, each with what its article says."""
        found = []
        for own in self.log.own(thing):
            posts = self.db.execute("SELECT post FROM held WHERE iri = ? ORDER BY post", (own,)).fetchall()
            occasion = self.outcomes.events.occasion(own)
            about = [self._post(post) for (post,) in posts] or ([occasion.label, occasion.day] if occasion else [])
            found.append(self._side(own, about, {own.rpartition("/")[2]}))
        return found

    # ---- persons

    def persons(self) -> Iterator[Doubt]:
        """Persons of one full name."""
        sql = "SELECT name FROM person WHERE name LIKE '%-%' GROUP BY name HAVING COUNT(*) > 1 ORDER BY name"
        for (name,) in self.db.execute(sql).fetchall():
            clusters: dict[str, list[Appearance]] = defaultdict(list)
            for appearance in self.people.appearances(name):
                clusters[self.log.called(appearance.iri)].append(appearance)
            for (_, one), (_, other) in combinations(sorted(clusters.items()), 2):
                if reasons := tuple(self._why_one_person(one, other)):
                    yield Doubt("Person", self._person(one), self._person(other), reasons)

    def _why_one_person(self, one: list[Appearance], other: list[Appearance]) -> Iterator[str]:
        here, there = ({p for a in side for p in a.posts} for side in (one, other))
        for post in sorted(here & there):
            kind = "the same post" if tells(post) else "the same post, which many hold" if "/" in post else "the same role, its body not told"
            yield f"{kind}: {self._post(post)}"
        bodies = {p.partition("/")[2] for p in here} & {p.partition("/")[2] for p in there} - {""}
        for body in sorted(bodies):
            roles = sorted({self._post(p) for p in here ^ there if p.partition("/")[2] == body})
            if roles:
                yield f"posts in one body: {'; '.join(roles)}"

    def _person(self, cluster: list[Appearance]) -> Side:
        posts = sorted({self._post(p) for a in cluster for p in a.posts})
        return self._side(min(a.iri for a in cluster), posts, {a.key for a in cluster})

    def _post(self, tail: str) -> str:
        """A post's name; one in a body of several periods has it in each."""
        post = f"{iri.BASE}post/{tail}"
        since = self.db.execute("SELECT MIN(iri) FROM form WHERE iri > ?1 || '/from-' AND iri < ?1 || '/from.'", (post,)).fetchone()[0]
        return self.names.label(post) or (self.names.label(since) if since else None) or tail

    # ---- events

    def events(self) -> Iterator[Doubt]:
        """Events of one kind and day; plans and what may have become of them."""
        sql = """SELECT kind, day FROM occasion WHERE length(day) = 10 AND day NOT LIKE '-%' AND planned = 0
                 GROUP BY kind, day HAVING COUNT(*) > 1 ORDER BY day, kind"""
        for kind, day in self.db.execute(sql).fetchall():
            rows = self.db.execute("SELECT iri FROM occasion WHERE kind = ? AND day = ? AND planned = 0 ORDER BY iri", (kind, day)).fetchall()
            yield from self._pairs_of_a_day([o for (each,) in rows if (o := self.outcomes.events.occasion(each))])
        for (each,) in self.db.execute("SELECT iri FROM occasion WHERE planned = 1 ORDER BY iri").fetchall():
            plan = self.outcomes.events.occasion(each)
            if plan is not None and not self.outcomes.held_as(self.log.called(each)):
                held = {self.log.called(o.iri): o for o in self.outcomes.loose_candidates(plan)}
                for _, other in sorted(held.items()):
                    yield Doubt("Event", self._event([plan]), self._event([other]), ("a plan, and what may have become of it",))

    def _pairs_of_a_day(self, occasions: Iterable[Occasion]) -> Iterator[Doubt]:
        events: dict[str, list[Occasion]] = defaultdict(list)
        for occasion in occasions:
            events[self.log.called(occasion.iri)].append(occasion)
        for (here, one), (there, other) in combinations(sorted(events.items()), 2):
            if {o.key for o in one} & {o.key for o in other}:
                continue
            alike = all(agree(a.words, b.words) for a in one for b in other)
            shared = sorted(self._who(here) & self._who(there))
            reasons = [*(["names that agree"] if alike and one[0].words[0] else []), *(f"the same {what}: {who}" for what, who in shared)]
            if reasons and (alike or shared):
                yield Doubt("Event", self._event(one), self._event(other), (f"one kind and day, {one[0].day}", *reasons))

    def _named_at(self, event: str) -> set[tuple[str, str]]:
        found = set()
        for what, name in (("participant", "participant"), ("organiser", "organisedBy")):
            for quad in self.facts.store.quads_for_pattern(NamedNode(event), vk(name), None, UNION):
                thing = self.facts.thing(iri_of(quad.object))
                if thing is not None:
                    found.add((what, thing.label))
        return found

    def _event(self, occasions: list[Occasion]) -> Side:
        about = sorted({f"{'planned, ' if o.planned else ''}{o.day or 'no day told'}" for o in occasions})
        return self._side(min(o.iri for o in occasions), about, {o.key for o in occasions})

    # ---- documents and bodies

    def papers(self) -> Iterator[Doubt]:
        """Documents and bodies that articles name alike without telling all that identifies them."""
        groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for own, key in self.db.execute("SELECT iri, key FROM paper ORDER BY iri"):
            groups[own[: -len(key) - 1]][self.log.called(own)].append(key)
        for name, things in sorted(groups.items()):
            kind = "Document" if name.startswith(f"{iri.BASE}doc/") else "Body"
            if kind == "Document" and any(letter.isdigit() for letter in name.rpartition("/")[2]):
                sides = [self._side(min(f"{name}/{key}" for key in keys), (), set(keys)) for _, keys in sorted(things.items())]
                for one, other in combinations(sides, 2):
                    yield Doubt(kind, one, other, ("one number and issuer; the term is not told",))
            elif kind == "Body":
                for everywhere in self._everywhere(name):
                    for _, keys in sorted(things.items()):
                        one = self._side(min(f"{name}/{key}" for key in keys), (), set(keys))
                        if one.iri != everywhere:
                            yield Doubt(kind, one, self._side(everywhere, (), set()), ("one name; an article does not tell the place",))

    def _everywhere(self, name: str) -> list[str]:
        """Bodies of this name whose province is known."""
        sql = "SELECT DISTINCT iri FROM form WHERE iri > ? AND iri < ? AND iri NOT IN (SELECT iri FROM paper) ORDER BY iri"
        return [each for (each,) in self.db.execute(sql, (f"{name}/", f"{name}0")) if "/" not in each[len(name) + 1 :]]

    # ---- both

    def _side(self, own: str, about: Iterable[str], keys: set[str]) -> Side:
        called = self.log.called(own)
        days = sorted(self._days(keys))
        number = len(keys) or sum(1 for _ in self.facts.store.quads_for_pattern(None, vk("mentions"), NamedNode(called), UNION))
        return Side(own, called, self.names.label(called) or called, tuple(about), number, (days[0], days[-1]) if days else ("", ""))

    def _days(self, keys: Iterable[str]) -> Iterator[str]:
        for key in keys:
            row = self.log.row(key)
            if row is not None and row.published:
                yield row.published[:10]

    def _judged(self, doubt: Doubt) -> bool:
        """Whether the journal has a verdict on some pair of the two things' articles."""
        there = set(self.log.own(doubt.other.iri))
        return any(not there.isdisjoint(self._partners.get(own, ())) for own in self.log.own(doubt.one.iri))
