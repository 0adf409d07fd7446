"""GraphML, streamed: what Gephi, yEd, Cytoscape, igraph and networkx read.

Every column is declared with its type, every edge has an id of its own, and parallel edges stay apart.
No library writes it: networkx's writer fails on dates, lists and control characters, repeats the ids of
edges, and holds the whole graph in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any, Final

from vankien.graph.export.files import whole_file, xml_cell
from vankien.graph.export.formats.yed import YED_KEYS, yed_edge, yed_node
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Network, Node, Type

_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_FACT: Final = "fact"
"""The column that repeats the id of an edge: igraph gives edges the ids of nodes."""

Drawn = Callable[[Any], str]


def write_graphml(network: Network, path: Path) -> None:
    """Write a network to a GraphML file."""
    with whole_file(path) as file:
        write_to(file, network.nodes(), network.edges())


def write_yed(network: Network, path: Path) -> None:
    """The same with what yEd draws: shapes, colours by kind, names on nodes and edges."""
    with whole_file(path) as file:
        write_to(file, network.nodes(), network.edges(), YED_KEYS, yed_node, yed_edge)


def write_to(
    file: IO[str],
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    keys: str = "",
    of_node: Drawn | None = None,
    of_edge: Drawn | None = None,
) -> None:
    """Write nodes and edges, in this order, as they come; ``keys`` declare what ``of_node`` and ``of_edge`` add to each.

    What they add stands before the columns: networkx takes a label from there, and then the whole one from the column.
    """
    file.write(_HEAD)
    _declare(file, "node", NODE_COLUMNS)
    _declare(file, "edge", {_FACT: "string", **EDGE_COLUMNS})
    file.write(f'{keys}<graph id="vankien" edgedefault="directed">\n')
    opening = {of: {name: f'<data key="{of}.{name}">' for name in (*columns, _FACT)} for of, columns in _COLUMNS.items()}
    for node in nodes:
        data = _data(opening["node"], node.columns)
        file.write(f'<node id="{xml_cell(node.id)}">{of_node(node) if of_node else ""}{data}</node>\n')
    for edge in edges:
        id, kind = xml_cell(edge.id), xml_cell(edge.columns.get("kind"))
        ends = f'source="{xml_cell(edge.source)}" target="{xml_cell(edge.target)}"'
        # Gephi takes the type of an edge from here, and keeps edges of different types apart
        label = f' label="{kind}"' if kind else ""
        data = f"{opening['edge'][_FACT]}{id}</data>{_data(opening['edge'], edge.columns)}"
        file.write(f'<edge id="{id}" {ends}{label}>{of_edge(edge) if of_edge else ""}{data}</edge>\n')
    file.write("</graph>\n</graphml>\n")


_COLUMNS: Final = {"node": NODE_COLUMNS, "edge": EDGE_COLUMNS}


def _declare(file: IO[str], of: str, columns: Mapping[str, Type]) -> None:
    for name, type in columns.items():
        file.write(f'<key id="{of}.{name}" for="{of}" attr.name="{name}" attr.type="{type}"/>\n')


def _data(opening: Mapping[str, str], columns: Mapping[str, Any]) -> str:
    return "".join([f"{opening[name]}{xml_cell(value)}</data>" for name, value in columns.items() if value is not None])
