"""Which of several bodies of one name, one after another, an article means: chosen by the day of which it speaks.

A ministry or a province that was merged goes on under its old name as another body (domain notes 4.4). The day of
the article chooses, unless the statement tells its own: a document is issued by the body of its day, an event is
organised, and an act decided, by that of theirs; a post taken up on a day to come is one of that day. Who is called former left the post some time ago: a year before
the article, if no day is told. An article without a day leaves the first body.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from vankien.ontology import iri
from vankien.ontology.known_changes import later_periods, since
from vankien.ontology.nouns import Extraction, Statement

_FORMER = timedelta(days=365)
_CONGRESS = f"{iri.BASE}event/congress/"
_FIRST = ("i", "ii", "iii", "iv", "v")
TERM = 5
"""Years from one congress to the next."""

_BODY, _POST = f"{iri.BASE}body/", f"{iri.BASE}post/"


class Periods:
    """The bodies and posts of one article that stand for more than one body or post in time."""

    __slots__ = ("_congresses", "_dates", "_later", "_posts", "_published", "_used")

    def __init__(self, extraction: Extraction) -> None:
        self._published = spoken_on(extraction)
        self._congresses = _congresses(extraction)
        self._later = _later(extraction) | {id: (first,) for id, first in self._congresses.items()}
        self._used: dict[str, set[str]] = {}
        self._posts: dict[str, set[str]] = {}
        self._dates: Mapping[str, Any] = {}
        if self._later:
            self._dates = {e.id: e.attributes.get("date") for e in extraction.entities if e.type in ("Document", "Event")}
            self._look(extraction)

    def of(self, id: str) -> tuple[str, ...]:
        """First days of the periods in which an article speaks of a thing; the empty day for the first, or only, one."""
        if id not in self._later:
            return ("",)
        return tuple(sorted(self._used.get(id) or {self.on(id)}))

    def on(self, id: str, day: str = "") -> str:
        """The first day of a thing's period on a day, else on the article's."""
        if id in self._congresses:
            return self._congresses[id]
        later = self._later.get(id)
        return since(later, day or self._published) if later else ""

    def pairs(self, statement: Statement) -> tuple[tuple[str, str], ...]:
        """First days of the periods of a statement's subject and object; several pairs for a post that it puts into its body."""
        if not (statement.subject in self._later or statement.object in self._later):
            return (("", ""),)
        if statement.predicate == "postIn" and statement.subject in self._posts:
            return tuple((first, first) for first in sorted(self._posts[statement.subject]))
        day = self.day(statement)
        return ((self.on(statement.subject, day), self.on(statement.object or "", day)),)

    def day(self, statement: Statement) -> str:
        """The day of which a statement speaks, as precisely as needed; the article's where it tells none."""
        told = self._told(statement)
        return self._published if not told or told.startswith("-") or self._published.startswith(told) else told

    def _told(self, statement: Statement) -> str:
        given = statement.attributes
        if statement.predicate in ("issuedBy", "organisedBy"):
            return str(self._dates.get(statement.subject) or "")
        if statement.predicate == "personnelAct":
            return str(given.get("date") or given.get("effectiveFrom") or given.get("announcedOn") or "")
        if statement.predicate == "holdsPost" and given.get("status") == "former":
            return str(given.get("endDate") or given.get("startDate") or self._a_year_before())
        start = str(given.get("startDate") or "") if statement.predicate == "holdsPost" else ""
        return start if start > self._published else ""  # taken up on a day to come

    def _a_year_before(self) -> str:
        try:
            return (date.fromisoformat(self._published) - _FORMER).isoformat()
        except ValueError:
            return ""

    def _look(self, extraction: Extraction) -> None:
        """Note which periods the statements speak of; a post stands in its body in each of its own."""
        for in_body in (False, True):
            for statement in extraction.statements:
                if (statement.predicate == "postIn") is not in_body:
                    continue
                for pair in self.pairs(statement):
                    self._note(statement, pair)

    def _note(self, statement: Statement, pair: tuple[str, str]) -> None:
        for end, first in zip((statement.subject, statement.object), pair, strict=True):
            if end in self._later:
                self._used.setdefault(end, set()).add(first)
                if statement.predicate in ("holdsPost", "personnelAct"):
                    self._posts.setdefault(end, set()).add(first)


def spoken_on(extraction: Extraction) -> str:
    """The day from which an article speaks: of its publication, or of the paper whose text it is, as precisely as known."""
    paper = next((s.object for s in extraction.statements if s.predicate == "textOf"), None)
    days = (str(e.attributes.get("date") or "") for e in extraction.entities if e.id == paper)
    return next(filter(None, days), extraction.article.published[:10])


def _congresses(extraction: Extraction) -> dict[str, str]:
    """Congresses of the party organisation of a merged province, which counts from I again, with the first day of their organisation."""
    found: dict[str, str] = {}
    for entity in extraction.entities:
        if not entity.id.startswith(_CONGRESS):
            continue
        owner, _, figure = entity.id[len(_CONGRESS) :].rpartition("-")
        day = str(entity.attributes.get("date") or "")
        day = day if day[:4].isdigit() else spoken_on(extraction)
        first = since(later_periods(f"body/{owner}", "PartyOrganisation"), day) if figure in _FIRST else ""
        if first and _FIRST.index(figure) <= (int(day[:4]) - int(first[:4])) // TERM:
            found[entity.id] = first
    return found


def _later(extraction: Extraction) -> dict[str, tuple[str, ...]]:
    """The first days of later periods, by the ids of the bodies and posts that have them."""
    classes = {e.id.removeprefix(_BODY): e.cls for e in extraction.entities if e.id.startswith(_BODY)}
    found: dict[str, tuple[str, ...]] = {}
    for entity in extraction.entities:
        tail = ""
        if entity.id.startswith(_BODY):
            tail = entity.id[len(_BODY) :]
        elif entity.id.startswith(_POST):
            tail = entity.id[len(_POST) :].partition("/")[2]
        if tail and (later := later_periods(f"body/{tail}", classes.get(tail, ""))):
            found[entity.id] = later
    return found
