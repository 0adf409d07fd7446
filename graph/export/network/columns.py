"""The typed columns of nodes and edges, which every network format has.

``docs/export.md`` describes each for users; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

Type = Literal["string", "int", "double"]

NODE_COLUMNS: Final[Mapping[str, Type]] = {
    **dict.fromkeys(("label", "name", "kind", "class", "iri"), "string"),
    "articles": "int",
    **dict.fromkeys(
        "date startDate endDate change status ordinal place years baseYear letters number issuerCode".split(), "string"
    ),
    **dict.fromkeys("term year title theme office country".split(), "string"),
}
"""Columns of nodes. ``kind`` is Person, Body, Post, Document, Event or LooseReference; ``class`` is the most
special class; ``articles`` tells how many articles name the thing. Where articles differ, their values are
joined by a bar."""

EDGE_COLUMNS: Final[Mapping[str, Type]] = {
    **dict.fromkeys(("kind", "label"), "string"),
    "weight": "double",
    "stories": "int",
    **dict.fromkeys("status role act measure by acting term date endDate effectiveFrom announcedOn firstSeen mode rule".split(), "string"),
    **dict.fromkeys(("quote", "article", "title"), "string"),
}
"""Columns of edges. ``kind`` is the predicate; ``weight`` the number of articles that say so, ``stories`` that of stories (reprints are one); ``quote``,
``article`` (its id), ``title`` and ``rule`` are those of the first; ``date`` is the stated date (of a tenure its first day),
``firstSeen`` the first day of publication; ``mode`` is the firmest mode any of them has."""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its IRI and its columns; a missing column is unknown."""

    id: str
    columns: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """A fact: a number unique in the export, IRIs of both ends, columns."""

    id: str
    source: str
    target: str
    columns: Mapping[str, Any]
