"""What two states of a base differ in: the facts that the later one has gained and lost.

A fact is what articles say (subject, predicate, object, attributes), whoever says it and in whichever words; the day
of an article is no part of it. Persons and events are compared by name: their IRIs may move when an article joins
or leaves. Both sides are sorted on disk and merged, so memory stays flat.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal

from pyoxigraph import Store

from vankien.graph.export.sorting import sorted_lines
from vankien.graph.facts import Fact, Facts

Sign = Literal["+", "-"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that only one state has: ``+`` the later, ``-`` the earlier.

    ``subject`` and ``object`` are IRIs (None: no object), ``subject_label`` and ``object_label`` their names;
    ``articles`` the ids of all articles that say so, ``quote`` the words of the earliest, ``article`` its id.
    """

    sign: Sign
    predicate: str
    subject: str
    subject_label: str
    object: str | None
    object_label: str
    attributes: Mapping[str, str]
    articles: tuple[str, ...]
    article: str
    quote: str


def differences(earlier: Store, later: Store) -> Iterator[Difference]:
    """The facts that only one of two stores has, by subject, predicate and object."""
    old, new = Facts(earlier), Facts(later)
    for sign, key, rows in _only_one(_grouped(old), _grouped(new)):
        yield _difference(sign, old if sign == "-" else new, json.loads(key), rows)


_Group = tuple[str, list[Any]]
"""What is said, as JSON, and who says it: [published, article, start, id, quote, subject, object], the earliest first."""


def _only_one(old: Iterator[_Group], new: Iterator[_Group]) -> Iterator[tuple[Sign, str, list[Any]]]:
    signed: tuple[Iterator[tuple[str, Sign, list[Any]]], ...] = (
        ((key, "-", rows) for key, rows in old), ((key, "+", rows) for key, rows in new),
    )  # fmt: skip
    for key, told in groupby(merge(*signed, key=itemgetter(0)), key=itemgetter(0)):
        (_, sign, rows), *both = told
        if not both:
            yield sign, key, rows


def _grouped(facts: Facts) -> Iterator[_Group]:
    said = (fact for fact in facts.all() if fact.predicate != "resolvedTo")  # who is who, and no fact of the articles
    lines = sorted_lines(_line(facts, fact) for fact in said)
    split = (line.split("\t", 1) for line in lines)  # JSON holds no tab
    for key, rows in groupby(split, key=lambda pair: pair[0]):
        yield key, sorted((json.loads(row) for _, row in rows), key=lambda row: row[:3])


def _line(facts: Facts, fact: Fact) -> str:
    said = [_identity(facts, fact.subject), fact.predicate, _identity(facts, fact.object) if fact.object else None, fact.attributes]
    row = [*fact.order, fact.source.id, fact.quote, fact.subject, fact.object]
    return f"{json.dumps(said, sort_keys=True)}\t{json.dumps(row)}"


def _difference(sign: Sign, facts: Facts, said: list[Any], rows: Iterable[list[Any]]) -> Difference:
    _, predicate, _, attributes = said
    ordered = list(rows)
    subject, object = ordered[0][5:]
    return Difference(
        sign, predicate, subject, _label(facts, subject), object, _label(facts, object) if object else "", attributes,
        tuple(sorted({row[3] for row in ordered})), ordered[0][3], ordered[0][4],
    )  # fmt: skip


def _identity(facts: Facts, iri: str) -> str:
    """What a thing is known by in both states."""
    thing = facts.thing(iri)
    return f"{thing.kind} {thing.label}" if thing is not None and thing.kind in ("Person", "Event") else iri


def _label(facts: Facts, iri: str) -> str:
    thing = facts.thing(iri)
    return thing.label if thing is not None else iri
