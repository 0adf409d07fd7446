"""The curators' judgements as the log holds them: which pairs, and what must be looked at again when one changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vankien.graph.identity.verdicts import Pair, Verdicts
from vankien.graph.log import StatementLog
from vankien.ontology import iri

_PERSONS = f"{iri.BASE}person/"

_Row = tuple[str, str, str]
"""A pair and the verdict on it."""


class Judgements:
    """The table of judgements in one log."""

    def __init__(self, log: StatementLog) -> None:
        self.db = log.db
        self.log = log

    def hold(self, judged: Mapping[Pair, str]) -> None:
        """Hold these verdicts (same, different) and no others; what they concern is marked. Call inside a transaction."""
        held = {(one, other): verdict for one, other, verdict in self.db.execute("SELECT * FROM judgement")}
        for pair in sorted(held.keys() | judged.keys()):
            verdict = judged.get(pair)
            if held.get(pair) == verdict:
                continue
            if verdict is None:
                self.db.execute("DELETE FROM judgement WHERE one = ? AND other = ?", pair)
            else:
                self.db.execute("INSERT OR REPLACE INTO judgement VALUES (?, ?, ?)", (*pair, verdict))
            for end in pair:
                if end.startswith(_PERSONS):
                    name, _, within = end[len(_PERSONS) :].partition("/")
                    self.log.touch(*(("name", name) if within else ("known", end)))
                else:
                    self.log.touch("judged", end)

    def of(self, iris: Iterable[str]) -> Verdicts:
        """The verdicts on these things."""
        return _verdicts(self._on(iris))

    def of_persons(self, names: Iterable[str], known: Iterable[str]) -> Verdicts:
        """The verdicts on all persons of some names (slugs), and on some persons of the registry (IRIs)."""
        return _verdicts((*self._on(known), *self._on_persons(names)))

    def any(self) -> bool:
        """Whether anything is judged at all."""
        return self.db.execute("SELECT 1 FROM judgement LIMIT 1").fetchone() is not None

    def _on(self, iris: Iterable[str]) -> Iterator[_Row]:
        for each in iris:
            yield from self.db.execute("SELECT * FROM judgement WHERE one = ?1 OR other = ?1", (each,))

    def _on_persons(self, names: Iterable[str]) -> Iterator[_Row]:
        for name in names:
            ends = (f"{_PERSONS}{name}/", f"{_PERSONS}{name}0")  # 0 is what follows / in the alphabet
            for column in ("one", "other"):
                yield from self.db.execute(f"SELECT * FROM judgement WHERE {column} >= ? AND {column} < ?", ends)


def _verdicts(judged: Iterable[_Row]) -> Verdicts:
    found: dict[str, set[Pair]] = {"same": set(), "different": set()}
    for one, other, verdict in judged:
        found[verdict].add((one, other))
    return Verdicts(frozenset(found["same"]), frozenset(found["different"]))
