"""GraphML, streamed: what Gephi, yEd, igraph and networkx read.

Every column is declared with its type, every edge has an id of its own, and parallel edges stay apart.
No library writes it: networkx's writer fails on dates, lists and control characters, repeats the ids of
edges, and holds the whole graph in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, Final

from vankien.graph.export.files import cell, whole_file, xml_text
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Network, Node, Type

_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write_graphml(network: Network, path: Path) -> None:
    """Write a network to a GraphML file."""
    with whole_file(path) as file:
        write_to(file, network.nodes(), network.edges())


def write_to(file: IO[str], nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
    """Write nodes and edges, in this order, as they come."""
    file.write(_HEAD)
    _declare(file, "node", NODE_COLUMNS)
    _declare(file, "edge", EDGE_COLUMNS)
    file.write('<graph id="vankien" edgedefault="directed">\n')
    for node in nodes:
        file.write(f'<node id="{_id(node.id)}">{_data("node", node.columns)}</node>\n')
    for edge in edges:
        ends = f'source="{_id(edge.source)}" target="{_id(edge.target)}"'
        file.write(f'<edge id="{_id(edge.id)}" {ends}>{_data("edge", edge.columns)}</edge>\n')
    file.write("</graph>\n</graphml>\n")


def _declare(file: IO[str], of: str, columns: Mapping[str, Type]) -> None:
    for name, type in columns.items():
        file.write(f'<key id="{of}.{name}" for="{of}" attr.name="{name}" attr.type="{type}"/>\n')


def _data(of: str, columns: Mapping[str, Any]) -> str:
    cells = ((name, cell(value)) for name, value in columns.items())
    return "".join(
        f'<data key="{of}.{name}">{xml_text(text)}</data>' for name, text in cells if text is not None
    )


def _id(iri: str) -> str:
    return xml_text(cell(iri) or "")
