"""Doubtful pairs: things of a base that may be one, which no rule decides, with the reasons, for a curator to judge.

- persons of one full name whom no post joins, but who share a body, a weak post or a role without its body; and of two
  names that differ in their marks alone, who share a post that tells;
- events of one kind and day whose names agree or who share a participant or an organiser; and plans with several
  possible outcomes, or one whose day the plan does not tell;
- documents of one number and bodies of one name that an article leaves without issuer, term or place.

What the journal has judged is not listed again. Of many things that may be one (a name in a hundred articles) each is
listed once, beside that of those before it with which it shares most: so a list is never longer than the things in doubt,
and what a verdict leaves open comes up next.

- :mod:`.ground` what all need: the sides of a pair, what is judged, which pairs of many are listed;
- :mod:`.persons`, :mod:`.events`, :mod:`.papers` find the pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import Store

from vankien.graph.doubts.events import EventDoubts
from vankien.graph.doubts.ground import Doubt, Ground, Side, pair_id
from vankien.graph.doubts.papers import PaperDoubts
from vankien.graph.doubts.persons import PersonDoubts
from vankien.graph.identity.verdicts import Pair
from vankien.graph.log import StatementLog

__all__ = ["Doubt", "Doubts", "Side", "pair_id"]


class Doubts:
    """Finds the doubtful pairs of one base; reads log and store, changes neither. ``judged`` pairs are not doubtful any more."""

    def __init__(self, log: StatementLog, store: Store, judged: Iterable[Pair] = ()) -> None:
        self.ground = ground = Ground(log, store, judged)
        self.finders = (PersonDoubts(ground), EventDoubts(ground), PaperDoubts(ground))

    def all(self) -> Iterator[Doubt]:
        """Every doubtful pair: persons, events, documents and bodies, each by name."""
        return chain.from_iterable(finder.all() for finder in self.finders)

    def members(self, thing: str) -> list[Side]:
        """The things of articles that the graph takes for one (its IRI), by the articles' own IRIs, each with what its article says.

        Empty for what the base does not name.
        """
        found = []
        for own in sorted(self.ground.names.mentioned({thing, *self.ground.log.own(thing)})):
            posts = self.ground.log.db.execute("SELECT post FROM held WHERE iri = ? ORDER BY post", (own,)).fetchall()
            occasion = self.ground.outcomes.events.occasion(own)
            about = [self.ground.post(post) for (post,) in posts] or ([occasion.label, occasion.day] if occasion else [])
            keys = {own.rpartition("/")[2]}
            found.append(self.ground.side(own, about, {key for key in keys if self.ground.log.row(key) is not None}))
        return found
