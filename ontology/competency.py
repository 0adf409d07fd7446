"""Competency questions: what people ask of the graph, as SPARQL 1.1 queries that ship with the ontology.

Each ``queries/NN-name.rq`` begins with comment lines ``# title@en:``, ``# title@vi:`` and ``# asks:``.

>>> competency_query("careers").title_en
'Careers of persons'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from vankien.ontology.errors import QueryError
from vankien.ontology.vocabulary import folder

_FILE: Final = re.compile(r"(\d\d)-([a-z0-9-]+)\.rq")
_HEADER: Final = re.compile(r"^# (title@en|title@vi|asks): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CompetencyQuery:
    """One question: its name, titles in both languages, what it asks, and the SPARQL with its prefixes."""

    name: str
    title_en: str
    title_vi: str
    asks: str
    text: str


@cache
def competency_queries() -> tuple[CompetencyQuery, ...]:
    """All questions in the order of their numbers."""
    files = sorted((file.name, file) for file in folder("queries").iterdir() if file.name.endswith(".rq"))
    return tuple(_read(name, file.read_text(encoding="utf-8")) for name, file in files)


def competency_query(name: str) -> CompetencyQuery:
    """The question of a name; QueryError, listing the names, where there is none."""
    for query in competency_queries():
        if query.name == name:
            return query
    names = ", ".join(query.name for query in competency_queries())
    raise QueryError(f"no query is called {name!r}; there are {names}")


def _read(file: str, text: str) -> CompetencyQuery:
    matched, header = _FILE.fullmatch(file), dict(_HEADER.findall(text))
    if matched is None or len(header) != 3:
        raise QueryError(
            f"{file}: a query file is called NN-name.rq and begins with title@en, title@vi and asks"
        )
    return CompetencyQuery(matched[2], header["title@en"], header["title@vi"], header["asks"], text)
