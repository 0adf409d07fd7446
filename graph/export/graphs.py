"""A base as a networkx graph in memory."""

from __future__ import annotations

from typing import Any

import networkx as nx

from vankien.graph.export.network import Network


def to_networkx(network: Network) -> nx.MultiDiGraph[Any]:
    """Nodes by IRI, parallel edges by the edge's id, columns as attributes."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for node in network.nodes():
        graph.add_node(node.id, **node.columns)
    for edge in network.edges():
        graph.add_edge(edge.source, edge.target, key=edge.id, **edge.columns)
    return graph
