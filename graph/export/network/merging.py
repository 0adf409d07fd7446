"""One edge from all statements that say it: which of them say the same, what each adds, and how that is put together.

Statements about the same act are those of one node in the graph, whether or not they tell who decided it. Statements that
tell different days (two tenures of one post, an appointment and another after it) are facts of their own; one that
tells less, a year or no day at all, goes with the fact that it must mean, and stays alone where it may mean several.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from vankien.graph.facts import Fact

IDENTITY: Final = ("status", "role", "act", "measure", "by", "acting", "term")
"""What tells one fact from another between the same things, beside the predicate, its days, and the node of an act."""

_DATES: Final = ("date", "startDate")
_OTHER_DATES: Final = ("endDate", "effectiveFrom", "announcedOn")
_DAYS: Final = slice(8, 12)  # of a row: the days above
_MODES: Final = ("stated", "inferred", "loose")


def key(fact: Fact, act: str) -> list[str]:
    """What statements of one fact have in common, but for its days; ``act`` is the IRI of the act's node, empty where there is none."""
    told = [act, fact.attributes.get("act", "")] if act else [fact.attributes.get(name, "") for name in IDENTITY]
    return [fact.subject, fact.object or "", fact.predicate, *told]


def row(fact: Fact) -> list[Any]:
    """What a supporting statement adds to its edge."""
    return [
        fact.order,
        fact.source.story,
        fact.source.id,
        fact.source.title,
        fact.attributes.get("asOf") or fact.source.published,  # the paper's own day, where the article is one
        fact.quote,
        fact.rule,
        fact.mode,
        next((fact.attributes[name] for name in _DATES if name in fact.attributes), ""),
        *(fact.attributes.get(name, "") for name in _OTHER_DATES),
        [fact.attributes.get(name, "") for name in IDENTITY],
    ]


def parted(rows: list[list[Any]]) -> Iterator[list[list[Any]]]:
    """The statements of each fact, by days: of those with one key, those whose days can be the same.

    >>> [[row[8] for row in fact] for fact in parted([[""] * 8 + [day, "", "", ""] for day in ("2020", "2021-06", "", "2020-10")])]
    [[''], ['2020', '2020-10'], ['2021-06']]
    """
    facts: list[tuple[list[list[str]], list[list[Any]]]] = []  # the days told, and the statements
    for days, same in groupby(sorted(rows, key=_fullest_first), key=lambda row: row[_DAYS]):
        meant = [fact for fact in facts if all(_agree(days, other) for other in fact[0])]
        if len(meant) == 1:
            meant[0][0].append(days)
            meant[0][1].extend(same)
        else:
            facts.append(([days], list(same)))
    yield from (sorted(said) for _, said in sorted(facts, key=lambda fact: fact[0]))


def _fullest_first(row: list[Any]) -> tuple[int, list[str]]:
    return -sum(map(len, row[_DAYS])), row[_DAYS]


def _agree(days: list[str], others: list[str]) -> bool:
    """Whether dates can mean the same days: of each two, one is as much of the other as is known."""
    return all(one.startswith(other) or other.startswith(one) for one, other in zip(days, others, strict=True))


def merged(rows: list[list[Any]]) -> dict[str, Any]:
    """The columns of one edge from its supporting statements."""
    _, _, article, title, _, quote, rule, *_ = min(rows, key=lambda row: row[0])
    _, stories, articles, _, published, _, _, modes, *dates, told = zip(*rows, strict=True)
    return {
        **{name: " | ".join(sorted(set(values) - {""})) for name, values in zip(IDENTITY, zip(*told, strict=True), strict=True)},
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
