"""GEXF 1.3, streamed: Gephi's own format, with the time line of the facts.

An edge starts on its stated date, else on the day the fact was first seen; it ends on its stated last day, if there is
one. A date known to the month or the year starts on its first day and ends on its last; one without a year does not
count. Without any date an edge has no start, and Gephi always shows it. A node starts with the first of its edges, if all
of them have a start.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import IO, Any, Final

from vankien.graph.export.files import whole_file, xml_cell
from vankien.graph.export.formats.colours import KINDS, OTHER
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Network, Node, Type
from vankien.graph.export.network.selection import is_date
from vankien.graph.export.sorting import sorted_lines
from vankien.ontology.known_changes import earliest

_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta><creator>vankien</creator></meta>
<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">
"""
_BUILT_IN: Final = frozenset({"label", "weight"})  # attributes of the elements themselves


def write_gexf(network: Network, path: Path) -> None:
    """Write a network to a GEXF file."""
    with whole_file(path) as file:
        write_to(file, network.nodes(), network.edges(), node_starts(network.edges()))


def write_to(file: IO[str], nodes: Iterable[Node], edges: Iterable[Edge], starts: Iterable[tuple[str, str]] = ()) -> None:
    """Write nodes and edges, in this order, as they come; ``starts`` are days by IRI of a node, in the order of nodes."""
    file.write(_HEAD)
    of_nodes = _declare(file, "node", NODE_COLUMNS)
    of_edges = _declare(file, "edge", EDGE_COLUMNS)
    file.write("<nodes>\n")
    pairs = iter(starts)
    next_iri, start = next(pairs, ("", ""))
    for node in nodes:
        while next_iri and next_iri < node.id:
            next_iri, start = next(pairs, ("", ""))
        file.write(_node(node, start if next_iri == node.id else "", of_nodes))
    file.write("</nodes>\n<edges>\n")
    for edge in edges:
        file.write(_edge(edge, of_edges))
    file.write("</edges>\n</graph>\n</gexf>\n")


def start_of(columns: Mapping[str, Any]) -> str | None:
    """The day an edge starts, or None.

    >>> start_of({"date": "2024-05", "firstSeen": "2024-06-01"}), start_of({"date": "--02-03"})
    ('2024-05-01', None)
    """
    return _first_day(str(columns.get("date", ""))) or _first_day(str(columns.get("firstSeen", "")))


def end_of(columns: Mapping[str, Any]) -> str | None:
    """The day an edge ends, if one is stated and is none before its start.

    >>> end_of({"date": "2020", "endDate": "2024-02"}), end_of({"date": "2024", "endDate": "2023"})
    ('2024-02-29', None)
    """
    day = str(columns.get("endDate", ""))
    if not day or not is_date(day):
        return None
    if len(day) == 7:
        day += f"-{monthrange(int(day[:4]), int(day[5:]))[1]}"
    day = f"{day}-12-31" if len(day) == 4 else day
    start = start_of(columns)
    return day if start and start <= day else None


@lru_cache(maxsize=10_000)
def _first_day(text: str) -> str | None:
    """The first day that a date may mean; None for what is no date with a year."""
    return earliest(text) if is_date(text) else None


def node_starts(edges: Iterable[Edge]) -> Iterator[tuple[str, str]]:
    """The first day of the edges of each node, by IRI; no node of which an edge has no start, since Gephi hides such an edge with its node."""
    ends = (f"{end}\t{start_of(edge.columns) or ''}" for edge in edges for end in (edge.source, edge.target))
    for iri, lines in groupby(sorted_lines(ends), key=lambda line: line.partition("\t")[0]):
        if start := next(lines).partition("\t")[2]:
            yield iri, start


def _node(node: Node, start: str, attributes: Mapping[str, str]) -> str:
    named = {"id": node.id, "label": node.columns.get("label", node.id), "start": start or None}
    return f"<node{_attributes(named)}>{_values(attributes, node.columns)}{_colour(str(node.columns.get('kind', '')))}</node>\n"


@lru_cache(maxsize=100)
def _colour(kind: str) -> str:
    """In GEXF's own namespace, as the schema has it; Gephi takes it from any."""
    red, green, blue = bytes.fromhex(KINDS.get(kind, OTHER)[1:])
    return f'<color r="{red}" g="{green}" b="{blue}"/>'


def _edge(edge: Edge, attributes: Mapping[str, str]) -> str:
    columns = edge.columns
    named = {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "kind": columns.get("kind"),
        "label": columns.get("label"),
        "weight": columns.get("weight"),
        "start": start_of(columns),
        "end": end_of(columns),
    }
    return f"<edge{_attributes(named)}>{_values(attributes, columns)}</edge>\n"


def _declare(file: IO[str], of: str, columns: Mapping[str, Type]) -> dict[str, str]:
    """Declares the columns, and gives how a value of each begins; ids are names, by which Gephi Lite calls columns."""
    types = {"int": "integer"}
    names = [name for name in columns if name not in _BUILT_IN]
    file.write(f'<attributes class="{of}" mode="static">\n')
    for name in names:
        type = columns[name]
        file.write(f'<attribute id="{name}" title="{name}" type="{types.get(type, type)}"/>\n')
    file.write("</attributes>\n")
    return {name: f'<attvalue for="{name}" value="' for name in names}


def _values(begin: Mapping[str, str], columns: Mapping[str, Any]) -> str:
    values = [f'{begin[name]}{xml_cell(value)}"/>' for name, value in columns.items() if name in begin and value is not None]
    return f"<attvalues>{''.join(values)}</attvalues>" if values else ""


def _attributes(named: Mapping[str, Any]) -> str:
    return "".join([f' {name}="{xml_cell(value)}"' for name, value in named.items() if value is not None])
