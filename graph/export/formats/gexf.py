"""GEXF 1.3, streamed: Gephi's own format, with the time line of the facts.

An edge starts on its stated date, else on the day the fact was first seen. A date known to the month or
the year starts on its first day; one without a year does not count. Without any date an edge has no start.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, Final

from vankien.graph.export.files import cell, whole_file, xml_text
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Network, Node, Type

_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta><creator>vankien</creator></meta>
<graph mode="dynamic" defaultedgetype="directed" timeformat="date">
"""
_BUILT_IN: Final = frozenset({"label", "weight"})  # attributes of the elements themselves


def write_gexf(network: Network, path: Path) -> None:
    """Write a network to a GEXF file."""
    with whole_file(path) as file:
        write_to(file, network.nodes(), network.edges())


def write_to(file: IO[str], nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
    """Write nodes and edges, in this order, as they come."""
    file.write(_HEAD)
    _declare(file, "node", NODE_COLUMNS)
    _declare(file, "edge", EDGE_COLUMNS)
    file.write("<nodes>\n")
    for node in nodes:
        label = _attribute("label", node.columns.get("label", node.id))
        file.write(f"<node{_attribute('id', node.id)}{label}>{_values('node', node.columns)}</node>\n")
    file.write("</nodes>\n<edges>\n")
    for edge in edges:
        file.write(f"<edge{_edge_attributes(edge)}>{_values('edge', edge.columns)}</edge>\n")
    file.write("</edges>\n</graph>\n</gexf>\n")


def start_of(columns: Mapping[str, Any]) -> str | None:
    """The day an edge starts, or None.

    >>> start_of({"date": "2024-05", "firstSeen": "2024-06-01"}), start_of({"date": "--02-03"})
    ('2024-05-01', None)
    """
    for name in ("date", "firstSeen"):
        if match := re.fullmatch(r"(\d{4})(-\d\d)?(-\d\d)?", str(columns.get(name, "")), re.ASCII):
            return f"{match[1]}{match[2] or '-01'}{match[3] or '-01'}"
    return None


def _edge_attributes(edge: Edge) -> str:
    columns = edge.columns
    named = {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "kind": columns.get("kind"),
        "label": columns.get("label"),
        "weight": columns.get("weight"),
        "start": start_of(columns),
    }
    return "".join(_attribute(name, value) for name, value in named.items())


def _declare(file: IO[str], of: str, columns: Mapping[str, Type]) -> None:
    types = {"int": "integer"}
    file.write(f'<attributes class="{of}" mode="static">\n')
    for name, type in columns.items():
        if name not in _BUILT_IN:
            file.write(f'<attribute id="{of}.{name}" title="{name}" type="{types.get(type, type)}"/>\n')
    file.write("</attributes>\n")


def _values(of: str, columns: Mapping[str, Any]) -> str:
    cells = ((name, cell(value)) for name, value in columns.items() if name not in _BUILT_IN)
    values = [
        f'<attvalue for="{of}.{name}"{_attribute("value", text)}/>'
        for name, text in cells
        if text is not None
    ]
    return f"<attvalues>{''.join(values)}</attvalues>" if values else ""


def _attribute(name: str, value: Any) -> str:
    text = cell(value)
    return "" if text is None else f' {name}="{xml_text(text)}"'
