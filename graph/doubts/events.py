"""Events that may be one, and plans and what may have become of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from pyoxigraph import NamedNode

from vankien.graph.doubts.ground import Doubt, Ground, Side
from vankien.graph.facts import iri_of
from vankien.graph.identity.occasions import Occasion, agree
from vankien.graph.quads.nodes import vk
from vankien.graph.store import UNION

SYLLABLES = 3
"""Syllables a name must have that alone makes two events of a day doubtful: any meeting is a meeting."""


class EventDoubts:
    """Finds the doubtful pairs of events."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._who = cache(self._named_at)
        self._words = cache(lambda occasion: occasion.words)

    def all(self) -> Iterator[Doubt]:
        """All of them, by day, then the plans."""
        yield from self.events()
        yield from self.outcomes_of_plans()

    def events(self) -> Iterator[Doubt]:
        """Events of one kind and day."""
        sql = """SELECT kind, day FROM occasion WHERE length(day) = 10 AND day NOT LIKE '-%' AND planned = 0
                 GROUP BY kind, day HAVING COUNT(*) > 1 ORDER BY day, kind"""
        for kind, day in self.ground.db.execute(sql).fetchall():
            rows = self.ground.db.execute("SELECT iri FROM occasion WHERE kind = ? AND day = ? AND planned = 0 ORDER BY iri", (kind, day)).fetchall()
            events: dict[str, list[Occasion]] = defaultdict(list)
            for occasion in (self.ground.outcomes.events.occasion(each) for (each,) in rows):
                if occasion is not None:
                    events[self.ground.log.called(occasion.iri)].append(occasion)
            for here, there, reasons in self.ground.beside(events, self._why_one_event):
                yield Doubt("Event", self._event(events[here]), self._event(events[there]), (f"one kind and day, {day}", *reasons))

    def outcomes_of_plans(self) -> Iterator[Doubt]:
        """Plans and what may have become of them."""
        plans = {self.ground.log.called(each) for (each,) in self.ground.db.execute("SELECT iri FROM occasion WHERE planned = 1").fetchall()}
        for called in sorted(plans):
            if self.ground.outcomes.held_as(called):
                continue
            tellings = self.ground.outcomes.tellings(called)
            held = {self.ground.log.called(o.iri): o for plan in tellings for o in self.ground.outcomes.loose_candidates(plan)}
            for other, occasion in sorted(held.items()):
                if other != called and not self.ground.judged(called, other):
                    yield Doubt("Event", self._event(tellings), self._event([occasion]), ("a plan, and what may have become of it",))

    def _why_one_event(self, one: list[Occasion], other: list[Occasion]) -> Iterator[str]:
        if {o.key for o in one} & {o.key for o in other}:
            return
        here, there = (self._who(self.ground.log.called(side[0].iri)) for side in (one, other))
        names = [self._words(o) for o in (*one, *other)]
        long = all(len(words) >= SYLLABLES for words, _ in names)
        if (long or here & there) and all(words for words, _ in names) and all(agree(self._words(a), self._words(b)) for a in one for b in other):
            yield "names that agree"
        for what in ("organiser", "participant"):
            if shared := sorted(who for of, who in here & there if of == what):
                yield f"the same {what}{'s' if len(shared) > 1 else ''}: {'; '.join(shared)}"

    def _named_at(self, event: str) -> set[tuple[str, str]]:
        found = set()
        for what, name in (("participant", "participant"), ("organiser", "organisedBy")):
            for quad in self.ground.facts.store.quads_for_pattern(NamedNode(event), vk(name), None, UNION):
                thing = self.ground.facts.thing(iri_of(quad.object))
                if thing is not None:
                    found.add((what, thing.label))
        return found

    def _event(self, occasions: list[Occasion]) -> Side:
        about = sorted({f"{'planned, ' if o.planned else ''}{o.day or 'no day told'}" for o in occasions})
        return self.ground.side(min(o.iri for o in occasions), about, {o.key for o in occasions})
