"""A whole store read for a network: column by column, each in one sweep, and put together by sorting on disk.

To ask the store for each fact or thing in turn costs several searches for each; a sweep passes over one property as it
lies there. What is read is the same as :class:`~vankien.graph.facts.Facts` tells of a single thing. Memory does not grow
with the base.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import Any, Final

from pyoxigraph import NamedNode, QuerySolutions, Store

from vankien.graph.export.sorting import from_json, sorted_lines, to_json
from vankien.graph.facts import TOLD, Fact, Facts
from vankien.graph.prefixes import PREFIXES, VK
from vankien.graph.quads import IDENTITY_GRAPH
from vankien.ontology.terms import (
    ATTRIBUTES_OF,
    CLASSES,
    DOCUMENT_RELATIONS,
    ENTITY_TYPES,
    IMPLEMENTS_TYPES,
    ancestors,
)

Row = tuple[str, ...]

_QUOTE: Final = " "
"""Stands before the JSON of a quote, so that it sorts before what is said in its words."""

_REQUIRED: Final = {"subject": "rdf:subject", "predicate": "rdf:predicate", "selector": "oa:hasSelector", "rule": "vk:rule", "mode": "vk:mode"}
_COLUMNS: Final = {**_REQUIRED, "object": "rdf:object", **{name: f"vk:{name}" for name in sorted(TOLD)}}
_SAID: Final = f"""
SELECT ?statement ?column ?value WHERE {{
  {{ SELECT ?statement ?property ?value WHERE {{ ?statement a vk:Statement ; ?property ?value }} }}
  {{ SELECT ?property ?column WHERE {{
    VALUES (?property ?column) {{ {" ".join(f'({property} "{column}")' for column, property in _COLUMNS.items())} }} }} }}
}}"""
_QUOTES: Final = "SELECT ?selector ?quote WHERE { ?selector oa:exact ?quote }"
_LABELS: Final = f"SELECT ?thing ?label WHERE {{ GRAPH {IDENTITY_GRAPH} {{ ?thing rdfs:label ?label }} }}"
_OF_CLASS: Final = "SELECT ?thing WHERE { ?thing a vk:%s }"
_ATTRIBUTES: Final = "SELECT ?thing ?value WHERE { ?thing vk:%s ?value }"
_ATTRIBUTES_OF_KIND: Final = "SELECT ?thing ?value WHERE { ?thing a vk:%s ; vk:%s ?value }"
_MENTIONS: Final = "SELECT ?thing WHERE { ?article vk:mentions ?thing }"

_BESIDE: Final = frozenset(
    (*DOCUMENT_RELATIONS, *IMPLEMENTS_TYPES, "refersTo", "holdsPost", "heldPost", "hasPost", "participant", "personnelAct")
)
"""Predicates with a node beside them, which may tell what the statement does not."""


def sweep(store: Store, sparql: str) -> Iterator[Row]:
    """The rows of a SELECT that binds all its variables, as texts."""
    found = store.query(sparql, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    for row in found:
        yield tuple(term.value for term in row)


def statements(facts: Facts) -> Iterator[Fact]:
    """Every statement with an object, place by place and so article by article, which keeps few articles in mind."""
    for selector, group in groupby(map(_split, sorted_lines(_said(facts.store))), key=lambda pair: pair[0]):
        quote, *said = (values for _, values in group)  # a quote sorts before all that is said in its words
        for statement, columns in said:
            yield _fact(facts, statement, selector, quote[0], columns)


def _fact(facts: Facts, statement: str, selector: str, quote: str, columns: Mapping[str, str]) -> Fact:
    article, _, place = selector.partition("#char=")  # RFC 5147, as graph/quads/statements.py writes it
    predicate = columns["predicate"].removeprefix(VK)
    told: Mapping[str, str] = {name: value for name, value in columns.items() if name in TOLD}
    if not told and predicate in _BESIDE:
        told = facts.attributes(NamedNode(statement))
    return Fact(
        statement,
        columns["subject"],
        predicate,
        columns["object"],
        told,
        quote,
        int(place.partition(",")[0]),
        columns["rule"],
        columns["mode"],
        facts.source(article),
    )


def _said(store: Store) -> Iterator[str]:
    """A line for each quote and for each statement, which sort by place."""
    for selector, quote in sweep(store, _QUOTES):
        yield f"{selector}\t{_QUOTE}{to_json([quote])}"
    for statement, rows in groupby(sweep(store, _SAID), key=lambda row: row[0]):  # of one statement together
        columns = {column: value for _, column, value in rows}
        assert columns.keys() >= _REQUIRED.keys(), statement
        if "object" in columns:
            yield f"{columns.pop('selector')}\t{to_json([statement, columns])}"


def things(store: Store) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Every thing that articles name, by IRI: its ``label``, ``class`` (all of them), ``mentions`` (counts to be added) and attributes."""
    lines = sorted_lines(_thing_lines(store))
    for thing, group in groupby(map(_split, lines), key=lambda pair: pair[0]):
        columns: dict[str, list[str]] = {}
        for _, (name, value) in group:
            columns.setdefault(name, []).append(value)
        if "label" in columns:
            yield thing, columns


def kind_and_class(classes: Iterable[str]) -> tuple[str, str] | None:
    """The type of a thing of these classes, and the most special of them; None for what is none that articles name.

    >>> kind_and_class(["Document", "PartyDocument", "Resolution"])
    ('Document', 'Resolution')
    """
    known = set(classes)
    kind = next((name for name in ENTITY_TYPES if any(name in _up(cls) for cls in known)), None)
    if kind is None:
        return None
    return kind, min((cls for cls in known if kind in _up(cls)), key=lambda cls: (-len(ancestors(cls)), cls))


def _up(cls: str) -> tuple[str, ...]:
    return (cls, *ancestors(cls))


def _thing_lines(store: Store) -> Iterator[str]:
    for thing, label in sweep(store, _LABELS):
        yield _line(thing, ["label", label])
    for cls in sorted(cls for cls in CLASSES if not set(_up(cls)).isdisjoint(ENTITY_TYPES)):
        for (thing,) in sweep(store, _OF_CLASS % cls):
            yield _line(thing, ["class", cls])
    for name in sorted({name for kind in ENTITY_TYPES for name in ATTRIBUTES_OF[kind]}):
        kinds = [kind for kind in ENTITY_TYPES if name in ATTRIBUTES_OF[kind]]
        # what statements have too would mostly be theirs: it is asked for by kind
        asked = [_ATTRIBUTES_OF_KIND % (kind, name) for kind in kinds] if name in TOLD else [_ATTRIBUTES % name]
        for thing, value in chain.from_iterable(sweep(store, sparql) for sparql in asked):
            yield _line(thing, [name, value])
    for (thing,), rows in groupby(sweep(store, _MENTIONS)):
        yield _line(thing, ["mentions", str(sum(1 for _ in rows))])


def _line(of: str, values: list[str]) -> str:
    """A line that sorts by what it is of: a tab is below every code point of an IRI."""
    return f"{of}\t{to_json(values)}"


def _split(line: str) -> tuple[str, Any]:
    of, _, values = line.partition("\t")
    return of, from_json(values.lstrip(" "))


class Kinds:
    """The kind of each thing of a store, in a few bytes a thing: hashes of 61 bits, sorted."""

    def __init__(self, store: Store) -> None:
        hashes = array("Q")
        for number, kind in enumerate(ENTITY_TYPES):
            hashes.extend(_hashed(thing) | number for (thing,) in sweep(store, _OF_CLASS % kind))
        self._hashes = array("Q", sorted(hashes))

    def of(self, thing: str) -> str | None:
        """The kind of a thing, the first in the order of types where it has several; None where it has none."""
        wanted = _hashed(thing)
        place = bisect_left(self._hashes, wanted)
        if place < len(self._hashes) and self._hashes[place] & _ALL_BUT_KIND == wanted:
            return ENTITY_TYPES[self._hashes[place] & 7]
        return None


_ALL_BUT_KIND: Final = 0xFFFF_FFFF_FFFF_FFF8


def _hashed(thing: str) -> int:
    return hash(thing) & _ALL_BUT_KIND

