"""Which part of a base an export shows: a view of kinds, and within it a period, a support, a neighbourhood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypedDict

from pyoxigraph import Store

from vankien.graph.explain import named
from vankien.graph.export.network.view import VIEWS, View, view_named
from vankien.ontology.errors import UsageError
from vankien.ontology.known_changes import earliest, latest

SHOWN: Final = 10
"""Things of one name that a message lists."""

_DAY: Final = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


class Narrowing(TypedDict, total=False):
    """What may narrow a view; all may be left out, and are then as in :class:`Selection`."""

    since: str | int | date | None
    until: str | int | date | None
    support: int
    around: str | None
    hops: int | None


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of a base; the default is all of it.

    ``since`` and ``until`` are ISO years, months or days, both inclusive; ``support`` is the least number of articles
    that say a fact; ``around`` is the IRI of a thing, with ``hops`` the most facts that lead from it to what is shown.
    """

    view: View = VIEWS["full"]
    since: str = ""
    until: str = ""
    support: int = 1
    around: str = ""
    hops: int = 1

    @property
    def narrowed(self) -> bool:
        """Whether anything but the view is left out."""
        return bool(self.since or self.until or self.around or self.support > 1)

    def reached(self, ties: Callable[[], Iterable[Sequence[str]]]) -> set[str]:
        """The things that few enough facts tie to the one in the middle; ``ties`` gives the ends of all facts, anew at each call."""
        reached, before = {self.around}, 0
        for _ in range(self.hops):
            if len(reached) == before:
                break
            before = len(reached)
            reached = reached.union(*(ends for ends in ties() if not reached.isdisjoint(ends)))
        return reached

    def meets(self, columns: Mapping[str, Any], published: Iterable[str]) -> bool:
        """Whether a fact (an edge's columns, and the days of the articles that say it) belongs to the period.

        By the days that it is stated to last, else by those on which articles said it; a post that is said to be held lasts from
        its stated first day to the last article that says so. A fact without any day belongs to no period.
        """
        if not self.since and not self.until:
            return True
        said = [day[:10] for day in published if is_date(day[:10])]
        stated = [day for name in ("date", "endDate") if is_date(day := str(columns.get(name) or ""))]
        if stated and columns["kind"] == "holdsPost" and not columns.get("endDate"):
            stated += said
        spans = [(min(map(earliest, stated)), max(map(latest, stated)))] if stated else [(earliest(day), latest(day)) for day in said]
        return any(first <= latest(self.until or "9999") and earliest(self.since or "0000") <= last for first, last in spans)


def selected(
    store: Store,
    view: str = "full",
    since: str | int | date | None = None,
    until: str | int | date | None = None,
    support: int = 1,
    around: str | None = None,
    hops: int | None = None,
) -> Selection:
    """The selection that somebody asks for. Raises UsageError for what cannot be: an unknown view or thing, a period that ends before it starts."""
    first, last = _period(since), _period(until)
    if first and last and earliest(first) > latest(last):
        raise UsageError(f"the period ends ({last}) before it starts ({first})")
    for name, number in (("support", support), ("hops", hops)):
        if number is not None and (not isinstance(number, int) or number < 1):
            raise UsageError(f"{name}: {number!r}; it is a whole number, 1 or more")
    if hops is not None and around is None:
        raise UsageError("hops counts facts from one thing; name it with around")
    middle = "" if around is None else _thing(store, around)
    return Selection(view_named(view), first, last, support, middle, 1 if hops is None else hops)


def is_date(text: str) -> bool:
    """Whether a text is an ISO year, month or day of the calendar.

    >>> is_date("2024-02"), is_date("2024-02-30"), is_date("--02-03")
    (True, False, False)
    """
    try:
        date.fromisoformat(earliest(text) if _DAY.fullmatch(text) else "")
    except ValueError:
        return False
    return True


def _period(when: str | int | date | None) -> str:
    if when is None:
        return ""
    text = str(when).strip()
    if not is_date(text):
        raise UsageError(f"{text!r} is no year, month or day; they are written 2024, 2024-06, 2024-06-30")
    return text


def _thing(store: Store, name: str) -> str:
    """The IRI of the one thing of this name."""
    if not isinstance(name, str) or not name.strip():
        raise UsageError(f"around: {name!r} is no name of a thing")
    found = named(store, name)
    if not found:
        raise UsageError(f"{name}: nothing in the base has this name")
    if len(found) > 1:
        told = ", ".join(f"<{thing.iri}>" for thing in found[:SHOWN]) + (" ..." if len(found) > SHOWN else "")
        raise UsageError(f"{name}: {len(found)} things have this name; give the IRI of one: {told}")
    return found[0].iri
