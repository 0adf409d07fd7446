"""One edge from all statements that say it: what each of them adds, and how that is put together."""

from __future__ import annotations

from typing import Any, Final

from vankien.graph.facts import Fact

IDENTITY: Final = ("status", "role", "act", "measure", "by", "acting", "term")
"""What tells one fact from another between the same things, beside the predicate."""

_DATES: Final = ("date", "startDate")
_OTHER_DATES: Final = ("endDate", "effectiveFrom", "announcedOn")
_MODES: Final = ("stated", "inferred", "loose")


def row(fact: Fact) -> list[Any]:
    """What a supporting statement adds to its edge; sorted, the earliest article comes first."""
    return [
        fact.order,
        fact.source.story,
        fact.source.id,
        fact.source.title,
        fact.source.published,
        fact.quote,
        fact.rule,
        fact.mode,
        next((fact.attributes[name] for name in _DATES if name in fact.attributes), ""),
        *(fact.attributes.get(name, "") for name in _OTHER_DATES),
    ]


def merged(rows: list[list[Any]]) -> dict[str, Any]:
    """The columns of one edge from its supporting statements."""
    _, _, article, title, _, quote, rule, *_ = min(rows, key=lambda row: row[0])
    _, stories, articles, _, published, _, _, modes, *dates = zip(*rows, strict=True)
    return {
        "weight": float(len(set(articles))),
        "stories": len(set(stories)),
        **{name: _fullest(days) for name, days in zip(("date", *_OTHER_DATES), dates, strict=True)},
        "firstSeen": min((day[:10] for day in published if day), default=""),
        "mode": min(modes, key=_MODES.index),
        "rule": rule,
        "quote": quote,
        "article": article,
        "title": title,
    }


def _fullest(dates: tuple[str, ...]) -> str:
    """The most precise of several dates, of those the earliest; empty where there is none."""
    return min((date for date in dates if date), key=lambda date: (-len(date), date), default="")
