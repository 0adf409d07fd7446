"""Which part of a base an export shows: a view of kinds, and within it a period, a support, a neighbourhood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, TypedDict

from pyoxigraph import Store

from vankien.graph.explain import named
from vankien.graph.export.network.view import VIEWS, View, view_named
from vankien.ontology.errors import UsageError
from vankien.ontology.known_changes import earliest, latest

_DAY: Final = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


class Narrowing(TypedDict, total=False):
    """What may narrow a view; all may be left out, and are then as in :class:`Selection`."""

    since: str | int | date | None
    until: str | int | date | None
    support: int
    around: str | None
    hops: int


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


def selected(
    store: Store,
    view: str = "full",
    since: str | int | date | None = None,
    until: str | int | date | None = None,
    support: int = 1,
    around: str | None = None,
    hops: int = 1,
) -> Selection:
    """The selection that somebody asks for. Raises UsageError for what cannot be: an unknown view or thing, a period that ends before it starts."""
    first, last = _period("since", since), _period("until", until)
    if first and last and earliest(first) > latest(last):
        raise UsageError(f"the period ends ({last}) before it starts ({first})")
    for name, number in (("support", support), ("hops", hops)):
        if number < 1:
            raise UsageError(f"{name}: {number}; it is 1 or more")
    return Selection(view_named(view), first, last, support, _thing(store, around) if around else "", hops)


def _period(name: str, when: str | int | date | None) -> str:
    text = "" if when is None else str(when).strip()
    if not text:
        return ""
    try:
        date.fromisoformat(earliest(text) if _DAY.fullmatch(text) else "")
    except ValueError:
        raise UsageError(f"{name}: {text!r} is no year, month or day; they are written 2024, 2024-06, 2024-06-30") from None
    return text


def _thing(store: Store, name: str) -> str:
    """The IRI of the one thing of this name."""
    found = named(store, name)
    if not found:
        raise UsageError(f"{name}: nothing in the base has this name")
    if len(found) > 1:
        told = ", ".join(f"{thing.label} <{thing.iri}>" for thing in found)
        raise UsageError(f"{name}: {len(found)} things have this name; give the IRI of one: {told}")
    return found[0].iri
