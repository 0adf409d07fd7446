"""Which act about a person is which across articles: an appointment that six newspapers report is one.

Two tellings are one act when they say the same of one person (as resolved across articles): the same act (of those by which
a superior gives a post, any), post and measure; and when their days are within a month of each other. The day is the stated one (decided, effective or
announced: the three lie weeks apart), else that of the article. Of two days that sources state, none is chosen: the
act's node carries both. A telling that gives only month or year joins the one act that falls into it; where there
are several, it stays alone, as does one without any day.

>>> def told(iri, day, published=""): return Deed(iri, iri, "p", "appoint", day, published)
>>> [[deed.iri for deed in act] for act in one_act([told("a", "2022-10-20"), told("b", "", "2022-10-21"), told("c", "2022"), told("d", "2024-01-05")])]
[['a', 'b', 'c'], ['d']]
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import date

from vankien.graph.log import StatementLog
from vankien.graph.quads.beside import act
from vankien.graph.quads.frame import Frame
from vankien.graph.quads.nodes import node
from vankien.ontology.nouns import Extraction, Statement

DAYS = 31
"""Days between two tellings of one act at most, or between each and the next."""

_FAMILY = dict.fromkeys(("appoint", "assign", "designate", "transfer"), "give")
"""Acts by which a superior gives a post: newspapers call one decision by different verbs (domain notes 5.4). An election, and its ratification, are others."""

_DATES = ("date", "announcedOn", "effectiveFrom")


@dataclass(frozen=True, slots=True)
class Deed:
    """One article's telling of an act: IRI of its node, the article's key, the article's person, what was done (act, post,
    measure), the stated day (as precise as told, or empty) and the day of the article."""

    iri: str
    key: str
    person: str
    said: str
    day: str
    published: str

    @property
    def when(self) -> str:
        """What tells the time of the act: its own day, else that of the article."""
        return self.day or self.published


def acts(extraction: Extraction) -> Iterator[Statement]:
    """The statements that tell an act about a person."""
    return (s for s in extraction.statements if s.predicate == "personnelAct" and s.mode != "loose")


def deeds(extraction: Extraction) -> Iterator[Deed]:
    """The acts that an article tells of persons."""
    told = list(acts(extraction))
    if told:
        frame = Frame(extraction, {})
        for statement in told:
            yield _deed(frame, statement)


def _deed(frame: Frame, statement: Statement) -> Deed:
    given = statement.attributes
    ((_, since),) = frame.periods.pairs(statement)
    post = frame.thing(statement.object, since).value if statement.object else ""
    days = (str(given.get(name) or "") for name in _DATES)
    return Deed(
        act(frame.key, statement),
        frame.key,
        node(statement.subject).value,
        json.dumps([_FAMILY.get(given["act"], given["act"]) if post else given["act"], post, given.get("measure") or ""], ensure_ascii=True),
        next((day for day in days if day and not day.startswith("-")), ""),
        frame.article.published[:10] if frame.article.published.isascii() else "",
    )


def one_act(tellings: Iterable[Deed]) -> list[list[Deed]]:
    """Tellings that say the same of one person, parted into acts; a function of the tellings alone."""
    ordered = sorted(tellings, key=lambda deed: (deed.when, deed.iri))
    acts: list[list[Deed]] = []
    for deed in (d for d in ordered if _number(d.when)):
        if acts and _number(deed.when) - _number(acts[-1][-1].when) <= DAYS:
            acts[-1].append(deed)
        else:
            acts.append([deed])
    inexact: dict[str, list[Deed]] = {}
    for deed in (d for d in ordered if not _number(d.when)):
        fitting = [act for act in acts if deed.when and any(d.when.startswith(deed.when) for d in act)]
        home = fitting[0] if len(fitting) == 1 else inexact.setdefault(deed.when or deed.iri, [])
        home.append(deed)
    return [*acts, *inexact.values()]


def _number(day: str) -> int:
    """A whole day as a number of days, 0 for anything less."""
    try:
        return date.fromisoformat(day).toordinal() if len(day) == 10 else 0
    except ValueError:
        return 0


class Deeds:
    """The acts of one log: derived tables, changed in the transaction of the article itself."""

    def __init__(self, log: StatementLog) -> None:
        self.log = log
        self.db = log.db

    def add(self, extraction: Extraction) -> None:
        """Count in what an article tells."""
        for deed in deeds(extraction):
            self.db.execute("INSERT OR REPLACE INTO deed VALUES (?, ?, ?, ?, ?, ?)", astuple(deed))
            self.log.touch("actor", deed.person)

    def remove(self, extraction: Extraction) -> None:
        """Count out what an article told."""
        for deed in deeds(extraction):
            self.db.execute("DELETE FROM deed WHERE iri = ?", (deed.iri,))
            self.log.call(deed.iri, None)
            self.log.touch("actor", deed.person)

    def resolve(self) -> None:
        """Give the acts of touched persons one IRI each; persons must be resolved before."""
        called = {self.log.called(person) for person in self.log.touched("actor")} | set(self.log.touched("called"))
        for person in sorted(called):
            groups: dict[str, list[Deed]] = {}
            for deed in self._deeds(person):
                groups.setdefault(deed.said, []).append(deed)
            for group in groups.values():
                self._name(group)
        self.log.looked_at("actor")

    def _name(self, group: Iterable[Deed]) -> None:
        for telling in one_act(group):
            name = min(deed.iri for deed in telling) if len(telling) > 1 else None
            for deed in telling:
                if self.log.call(deed.iri, name):
                    self.log.wait(deed.key)

    def _deeds(self, person: str) -> list[Deed]:
        """All tellings about a person, by the IRI that the graph has for them."""
        sql = """SELECT d.* FROM alias a JOIN deed d ON d.person = a.iri WHERE a.canonical = ?1
                 UNION SELECT * FROM deed WHERE person = ?1 AND NOT EXISTS (SELECT 1 FROM alias WHERE iri = ?1)"""
        return [Deed(*row) for row in self.db.execute(sql, (person,))]
