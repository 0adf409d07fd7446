"""What goes with the tables of a property graph: a Cypher script for Neo4j, one for Memgraph, and how to run them.

The scripts need no plugin: a clause for each relationship type of the base, since plain Cypher takes no type from data.
Run into a base that holds these nodes already, they stop at the constraint and double nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

_FUNCTIONS: Final = {"int": "toInteger", "double": "toFloat"}
_KEYS: Final = frozenset({"iri:ID", ":LABEL", ":START_ID", ":END_ID", ":TYPE"})

README: Final = """\
A network of facts, for property graphs. What the columns mean: docs/export.md of vankien.

nodes.csv, edges.csv   the tables (UTF-8, commas, a header)
neo4j.cypher           loads them into a running Neo4j (5.23 or newer)
memgraph.cypher        loads them into a running Memgraph

A new Neo4j database, the fastest way (server stopped, run in this folder):

  neo4j-admin database import full neo4j --nodes=nodes.csv --relationships=edges.csv

(--overwrite-destination replaces a database of that name.) Then start the server and run once

  CREATE CONSTRAINT thing_iri IF NOT EXISTS FOR (n:Thing) REQUIRE n.iri IS UNIQUE;

A running Neo4j: copy nodes.csv and edges.csv into its import folder, then

  cypher-shell --file neo4j.cypher

(In Neo4j Browser put ":auto" before each LOAD CSV.)

A running Memgraph: put nodes.csv and edges.csv into /import where it runs, or change the paths in the script, then

  mgconsole < memgraph.cypher

Load into an empty database: a second load stops at the first node that is there already. To bring a database up to
date, empty it and load anew.

Then, for instance:

  MATCH (p:Person)-[r:HOLDS_POST]->(post:Post) RETURN p.label, post.label, r.quote, r.article LIMIT 20;
"""


def neo4j_script(nodes: Sequence[str], edges: Sequence[str], labels: Mapping[str, Iterable[str]], types: Iterable[str]) -> str:
    """The script for Neo4j 5.23: ``nodes`` and ``edges`` are the headers, ``labels`` those of each class, ``types`` of relationships."""
    return _script(
        ["CREATE CONSTRAINT thing_iri IF NOT EXISTS FOR (n:Thing) REQUIRE n.iri IS UNIQUE"],
        "LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row\n{pick}CALL (row) {{\n{body}\n}} IN TRANSACTIONS OF 10000 ROWS",
        (nodes, edges, labels, types),
    )


def memgraph_script(nodes: Sequence[str], edges: Sequence[str], labels: Mapping[str, Iterable[str]], types: Iterable[str]) -> str:
    """The script for Memgraph: the same, with its own words for loading, index and constraint."""
    return _script(
        ["CREATE CONSTRAINT ON (n:Thing) ASSERT n.iri IS UNIQUE", "CREATE INDEX ON :Thing(iri)"],
        'LOAD CSV FROM "/import/{file}" WITH HEADER NULLIF "" AS row\n{pick}{body}',
        (nodes, edges, labels, types),
    )


def _script(
    before: Iterable[str], load: str, of: tuple[Sequence[str], Sequence[str], Mapping[str, Iterable[str]], Iterable[str]]
) -> str:
    nodes, edges, labels, types = of
    statements = [*before, *_loads(load, nodes, edges, types), *_labels(labels)]
    return "".join(f"{statement};\n\n" for statement in statements).rstrip("\n") + "\n"


def _loads(load: str, nodes: Sequence[str], edges: Sequence[str], types: Iterable[str]) -> Iterator[str]:
    """One statement for the nodes, and one for each type of relationships."""
    yield load.format(file="nodes.csv", pick="", body=f"  CREATE (:Thing {{iri: row.`iri:ID`,\n{_properties(nodes)}}})")
    for type in types:
        pick = f"WITH row WHERE row.`:TYPE` = '{type}'\n"
        ends = "  MATCH (a:Thing {iri: row.`:START_ID`})\n  MATCH (b:Thing {iri: row.`:END_ID`})\n"
        yield load.format(file="edges.csv", pick=pick, body=f"{ends}  CREATE (a)-[:{type} {{\n{_properties(edges)}}}]->(b)")


def _labels(labels: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for cls, names in labels.items():
        yield f"MATCH (n:Thing {{class: '{cls}'}}) SET n{''.join(f':{name}' for name in names)}"


def _properties(head: Iterable[str]) -> str:
    """The columns of a row as properties in their types; an empty cell is none."""
    return ",\n".join(f"    {_property(column)}" for column in head if column not in _KEYS)


def _property(column: str) -> str:
    name, _, type = column.partition(":")
    value = f"row.`{column}`"
    if type:
        return f"{name}: {_FUNCTIONS[type]}({value})"
    return f"{name}: {value}"
