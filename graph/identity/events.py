"""The events of one log: derived tables, changed in the transaction of the article itself (:mod:`.occasions`)."""

from __future__ import annotations

from collections.abc import Iterable

from vankien.graph.identity.judgements import Judgements
from vankien.graph.identity.occasions import Occasion, occasions, one_event
from vankien.graph.log import StatementLog
from vankien.ontology.nouns import Extraction


class Events:
    """Finds one event's occasions in many articles; only what shares a sign, or a judgement, with a new or lost article is looked at."""

    def __init__(self, log: StatementLog) -> None:
        self.log = log
        self.db = log.db
        self.judgements = Judgements(log)

    def add(self, extraction: Extraction) -> None:
        """Count in the events of an article; call inside the log's transaction."""
        for o in occasions(extraction):
            row = (o.iri, o.key, o.label, o.kind, o.day, o.planned, o.published, " ".join(sorted(o.organisers)))
            self.db.execute("INSERT OR REPLACE INTO occasion VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            for sign in o.signs:
                self.db.execute("INSERT OR IGNORE INTO sign VALUES (?, ?)", (sign, o.iri))
            self._touch(o)

    def remove(self, extraction: Extraction) -> None:
        """Count out the events of an article; call inside the log's transaction."""
        for o in occasions(extraction):
            self._touch(o)
            self.db.execute("DELETE FROM occasion WHERE iri = ?", (o.iri,))
            self.db.execute("DELETE FROM sign WHERE iri = ?", (o.iri,))
            self.log.rename(o.iri, None)

    def resolve(self) -> None:
        """Give the touched events, and those that share their signs, one IRI each: the least of an event's own."""
        seen: set[str] = set()
        for start in [*(("sign", sign) for sign in self.log.touched("sign")), *(("iri", each) for each in self.log.touched("judged"))]:
            group = self._linked(*start)
            if group and not seen & group.keys():
                seen |= group.keys()
                self._name(group.values())
        self.log.looked_at("sign")

    def occasion(self, each: str) -> Occasion | None:
        """An article's event by its own IRI."""
        row = self.db.execute("SELECT * FROM occasion WHERE iri = ?", (each,)).fetchone()
        if row is None:
            return None
        signs = self.db.execute("SELECT sign FROM sign WHERE iri = ? ORDER BY sign", (each,)).fetchall()
        _, key, label, kind, day, planned, published, organisers = row
        return Occasion(each, key, label, tuple(sign for (sign,) in signs), kind, day, bool(planned), published, frozenset(organisers.split()))

    def _touch(self, o: Occasion) -> None:
        for sign in o.signs:
            self.log.touch("sign", sign)
        for other in self.judgements.of([o.iri]).said_same(o.iri):
            self.log.touch("judged", other)

    def _name(self, group: Iterable[Occasion]) -> None:
        members = list(group)
        for event in one_event(members, self.judgements.of(o.iri for o in members)):
            called = min(o.iri for o in event) if len(event) > 1 else None
            for occasion in event:
                if self.log.rename(occasion.iri, called):
                    self.log.wait(occasion.key)

    def _linked(self, how: str, start: str) -> dict[str, Occasion]:
        """All occasions that share a sign or a judgement with each other, by IRI, from a sign or an occasion on."""
        found: dict[str, Occasion] = {}
        asked: set[str] = set()
        ahead = [start] if how == "iri" else self._signed(start, asked)
        while ahead:
            occasion = self.occasion(each := ahead.pop())
            if occasion is None or each in found:
                continue
            found[each] = occasion
            ahead += self.judgements.of([each]).said_same(each)
            ahead += [other for sign in occasion.signs if sign not in asked for other in self._signed(sign, asked)]
        return found

    def _signed(self, sign: str, asked: set[str]) -> list[str]:
        asked.add(sign)
        return [each for (each,) in self.db.execute("SELECT iri FROM sign WHERE sign = ?", (sign,))]
