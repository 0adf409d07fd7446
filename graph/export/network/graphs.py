"""A base as a graph in memory, of networkx or of igraph: the same nodes, edges and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Network
from vankien.ontology.optional import optional

if TYPE_CHECKING:
    import igraph


def to_networkx(network: Network) -> nx.MultiDiGraph[Any]:
    """Nodes by IRI, parallel edges by the edge's id, columns as attributes."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for node in network.nodes():
        graph.add_node(node.id, **node.columns)
    for edge in network.edges():
        graph.add_edge(edge.source, edge.target, key=edge.id, **edge.columns)
    return graph


def to_igraph(network: Network) -> igraph.Graph:
    """Directed, parallel edges kept; ``iri`` tells a node and ``id`` an edge; an unknown column is None, since igraph gives all to each.

    igraph's own ``name`` is the label here, as in every export, and need not be unique. Raises UsageError without igraph.
    """
    module: Any = optional("igraph", "igraph")
    nodes, edges = list(network.nodes()), list(network.edges())
    place = {node.id: number for number, node in enumerate(nodes)}
    graph = module.Graph(len(nodes), [(place[edge.source], place[edge.target]) for edge in edges], directed=True)
    for name in NODE_COLUMNS:  # also where there are none: a column is there whatever the view
        graph.vs[name] = [node.columns.get(name) for node in nodes]
    graph.es["id"] = [edge.id for edge in edges]
    for name in EDGE_COLUMNS:
        graph.es[name] = [edge.columns.get(name) for edge in edges]
    return graph
