"""Cytoscape.js JSON, streamed: what Cytoscape (``.cyjs``), Cytoscape.js and their notebooks' widgets read.

One element a line, its columns in ``data`` in their types. Cytoscape itself wants a ``data`` of the whole network, too,
reads every number as a double, and calls a node by its ``name``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from vankien.graph.export.files import cell, whole_file
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Network, Node, Type
from vankien.graph.export.sorting import to_json

_HEAD: Final = """{"format_version": "1.0", "generated_by": "vankien", "target_cytoscapejs_version": "~2.1",
"data": {"name": "vankien", "shared_name": "vankien"},
"elements": {
"nodes": ["""


def write_cytoscape(network: Network, path: Path) -> None:
    """Write a network to a file of Cytoscape.js JSON."""
    with whole_file(path) as file:
        write_to(file, network.nodes(), network.edges())


def write_to(file: IO[str], nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
    """Write nodes and edges, in this order, as they come.

    Nodes and edges share one space of ids in Cytoscape.js: a node's is its IRI, an edge's (``e1``) has no colon.
    """
    file.write(_HEAD)
    file.writelines(_lines(({"id": cell(n.id), **_data(n.columns, NODE_COLUMNS)} for n in nodes)))
    file.write('\n],\n"edges": [')
    file.writelines(_lines((_ends(edge) | _data(edge.columns, EDGE_COLUMNS) for edge in edges)))
    file.write("\n]\n}}\n")


def _lines(elements: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Each element on a line of its own, with commas between."""
    for number, data in enumerate(elements):
        yield f"{',' if number else ''}\n{to_json({'data': data})}"


def _ends(edge: Edge) -> dict[str, Any]:
    return {"id": cell(edge.id), "source": cell(edge.source), "target": cell(edge.target)}


def _data(columns: Mapping[str, Any], types: Mapping[str, Type]) -> dict[str, Any]:
    """Numbers as numbers, all else as text; what is unknown is left out."""
    return {
        name: cell(value) if types[name] == "string" else value for name, value in columns.items() if value is not None
    }
