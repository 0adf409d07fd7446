"""The events of one log: derived tables, changed in the transaction of the article itself (graph/occasions.py)."""

from __future__ import annotations

from collections.abc import Iterable

from vankien.graph.log import StatementLog
from vankien.graph.occasions import Occasion, occasions, one_event
from vankien.ontology.nouns import Extraction


class Events:
    """Finds one event's occasions in many articles; only what shares a sign with a new or lost article is looked at."""

    def __init__(self, log: StatementLog) -> None:
        self.log = log
        self.db = log.db

    def add(self, extraction: Extraction) -> None:
        """Count in the events of an article; call inside the log's transaction."""
        for occasion in occasions(extraction):
            if occasion.signs:
                self.db.execute("INSERT OR REPLACE INTO occasion VALUES (?, ?, ?)", (occasion.iri, occasion.key, occasion.label))
            for sign in occasion.signs:
                self.db.execute("INSERT OR IGNORE INTO sign VALUES (?, ?)", (sign, occasion.iri))
                self.log.touch("sign", sign)

    def remove(self, extraction: Extraction) -> None:
        """Count out the events of an article; call inside the log's transaction."""
        for occasion in occasions(extraction):
            for sign in occasion.signs:
                self.log.touch("sign", sign)
            self.db.execute("DELETE FROM occasion WHERE iri = ?", (occasion.iri,))
            self.db.execute("DELETE FROM sign WHERE iri = ?", (occasion.iri,))
            self._call(occasion.iri, None)

    def resolve(self) -> None:
        """Give the touched events, and those that share their signs, one IRI each: the least of an event's own."""
        seen: set[str] = set()
        for sign in self.log.touched("sign"):
            group = self._linked(sign)
            if group and not seen & group.keys():
                seen |= group.keys()
                self._name(group.values())
        self.log.looked_at("sign")

    def _name(self, group: Iterable[Occasion]) -> None:
        for event in one_event(group):
            called = min(o.iri for o in event) if len(event) > 1 else None
            for occasion in event:
                if self._call(occasion.iri, called):
                    self.log.wait(occasion.key)

    def _call(self, occasion: str, called: str | None) -> bool:
        """Set what an occasion is called in the graph; whether that is new. Both names must be labelled anew."""
        before = self.log.called(occasion)
        if not self.log.call(occasion, called):
            return False
        for name in {before, called or occasion}:
            self.log.touch("called", name)
        return True

    def _linked(self, sign: str) -> dict[str, Occasion]:
        """All occasions that share the sign, or signs with each other, by IRI."""
        found: dict[str, Occasion] = {}
        ahead, asked = [sign], {sign}
        while ahead:
            for (each,) in self.db.execute("SELECT iri FROM sign WHERE sign = ?", (ahead.pop(),)).fetchall():
                if each not in found:
                    found[each] = self._occasion(each)
                    new = set(found[each].signs) - asked
                    asked |= new
                    ahead += sorted(new)
        return found

    def _occasion(self, each: str) -> Occasion:
        key, label = self.db.execute("SELECT key, label FROM occasion WHERE iri = ?", (each,)).fetchone()
        signs = self.db.execute("SELECT sign FROM sign WHERE iri = ? ORDER BY sign", (each,)).fetchall()
        return Occasion(each, key, label, tuple(sign for (sign,) in signs))
