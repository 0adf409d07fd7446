"""A folder for property graphs: tables for ``neo4j-admin database import``, scripts for Neo4j and Memgraph.

The tables are those of CSV with Neo4j's header (``iri:ID``, ``:LABEL``, ``:START_ID``, ``:TYPE``, ``weight:double``).
Names follow Neo4j's style guide: labels ``PartyDocument``, relationship types ``HOLDS_POST``, properties ``firstSeen``.
Every node has the label ``Thing``, on which the scripts find it, and those of its class up to the top.

Two readers of Neo4j part ways on a backslash (``LOAD CSV`` takes it for an escape, the import tool does not), and line
feeds in a cell need an option of the latter: so a backslash becomes the full-width one and a line break a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, Final

from vankien.graph.export.files import cell, whole_file
from vankien.graph.export.formats.property_graph_scripts import README, memgraph_script, neo4j_script
from vankien.graph.export.formats.tables import csv_rows, make_folder
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Network, Node, Type
from vankien.ontology.terms import ancestors

THING: Final = "Thing"
"""The label of every node."""

_ONE_LINE: Final = str.maketrans({"\\": "\uff3c", "\t": " ", "\n": " ", "\r": " "})
_TYPED: Final[Mapping[Type, str]] = {"string": "", "int": ":int", "double": ":double"}
_NODE_NAMES: Final = tuple(name for name in NODE_COLUMNS if name != "iri")  # it is the id
NODE_HEAD: Final = ("iri:ID", ":LABEL", *(f"{name}{_TYPED[NODE_COLUMNS[name]]}" for name in _NODE_NAMES))
"""Header of nodes.csv, in the words of Neo4j's import tool."""
EDGE_HEAD: Final = (":START_ID", ":END_ID", ":TYPE", "id", *(f"{name}{_TYPED[type]}" for name, type in EDGE_COLUMNS.items()))
"""Header of edges.csv."""


def write_property_graph(network: Network, folder: Path) -> None:
    """Write ``nodes.csv``, ``edges.csv``, ``neo4j.cypher``, ``memgraph.cypher`` and ``README.txt`` into a folder, made if need be."""
    make_folder(folder)
    with whole_file(folder / "nodes.csv") as file:
        classes = write_nodes(file, network.nodes())
    with whole_file(folder / "edges.csv") as file:
        types = write_edges(file, network.edges())
    labels = {name: labels_of(name)[1:] for name in sorted(classes)}
    for name, text in (
        ("neo4j.cypher", neo4j_script(NODE_HEAD, EDGE_HEAD, labels, sorted(types))),
        ("memgraph.cypher", memgraph_script(NODE_HEAD, EDGE_HEAD, labels, sorted(types))),
        ("README.txt", README),
    ):
        with whole_file(folder / name) as file:
            file.write(text)


def write_nodes(file: IO[str], nodes: Iterable[Node]) -> set[str]:
    """Write nodes as they come; gives their classes."""
    table, classes = _table(file, NODE_HEAD), set[str]()
    for node in nodes:
        cls = str(node.columns.get("class", ""))
        classes |= {cls} if cls else set()
        cells = (one_line(node.columns.get(name)) for name in _NODE_NAMES)
        table.writerow([one_line(node.id), ";".join(labels_of(cls)), *cells])
    return classes


def write_edges(file: IO[str], edges: Iterable[Edge]) -> set[str]:
    """Write edges as they come; gives their relationship types."""
    table, types = _table(file, EDGE_HEAD), set[str]()
    for edge in edges:
        type = relationship_type(str(edge.columns["kind"]))
        types.add(type)
        ends = one_line(edge.source), one_line(edge.target)
        table.writerow([*ends, type, edge.id, *(one_line(edge.columns.get(name)) for name in EDGE_COLUMNS)])
    return types


def relationship_type(predicate: str) -> str:
    """A predicate as Neo4j writes relationship types.

    >>> relationship_type("holdsPost"), relationship_type("basedOn")
    ('HOLDS_POST', 'BASED_ON')
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", predicate).upper()


def labels_of(cls: str) -> tuple[str, ...]:
    """The labels of a node of a class, the most general first.

    >>> labels_of("Resolution")
    ('Thing', 'Document', 'PartyDocument', 'Resolution')
    """
    return (THING, *reversed(ancestors(cls)), cls) if cls else (THING,)


def one_line(value: Any) -> str | None:
    """A value on one line and without a backslash, as long as before; None for none.

    >>> one_line("a\\\\b\\nc"), one_line("")
    ('a\uff3cb c', None)
    """
    text = cell(value)
    return text.translate(_ONE_LINE) if text else None


def _table(file: IO[str], head: Iterable[str]) -> Any:
    table = csv_rows(file)
    table.writerow(head)
    return table
