"""Counts of what a base holds, as its store answers them."""

from __future__ import annotations

from typing import Any

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from vankien.graph.prefixes import PREFIXES, VK
from vankien.graph.quads import IDENTITY_GRAPH
from vankien.graph.store import Reader

_TABLES = {
    "classes": f"""?x a ?what FILTER(STRSTARTS(STR(?what), "{VK}"))""",
    "properties": "?x a vk:Statement ; rdf:predicate ?what",
    "sources": "?x a vk:Article ; vk:source ?what",
    "months": "?x a vk:Article ; vk:published ?date BIND(SUBSTR(STR(?date), 1, 7) AS ?what)",
}

_ENTITIES = f'GRAPH {IDENTITY_GRAPH} {{ ?x rdfs:label ?label }} BIND("" AS ?what)'


def stats(reader: Reader) -> dict[str, Any]:
    """Counts of the served generation.

    ``articles``, ``statements``, ``entities`` (things that articles name), ``quads`` (of the named graphs);
    tables, each from name to number: ``classes`` (instances, subclasses counted in their superclasses too),
    ``properties`` (statements by predicate), ``sources`` and ``months`` (articles; months as YYYY-MM).
    """
    store = reader.store()
    tables = {name: _table(store, pattern) for name, pattern in _TABLES.items()}
    classes = tables["classes"]
    return {
        "articles": classes.get("Article", 0),
        "statements": classes.get("Statement", 0),
        "entities": _table(store, _ENTITIES).get("", 0),
        "quads": reader.quads,
        **tables,
    }


def _table(store: Store, pattern: str) -> dict[str, int]:
    sparql = f"SELECT ?what (COUNT(?x) AS ?n) WHERE {{ {pattern} }} GROUP BY ?what"
    found = store.query(sparql, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    rows = {_name(row["what"]): int(_name(row["n"])) for row in found}
    return dict(sorted(rows.items()))


def _name(term: object) -> str:
    assert isinstance(term, NamedNode | Literal)
    return term.value.removeprefix(VK)
