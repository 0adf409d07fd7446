"""A base as a network: things as nodes, facts as edges, in typed columns; what every network format is written from."""

from vankien.graph.export.network.columns import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node, Type
from vankien.graph.export.network.network import Network
from vankien.graph.export.network.selection import Narrowing, Selection, selected
from vankien.graph.export.network.view import VIEWS, View, view_named

__all__ = [
    "EDGE_COLUMNS",
    "NODE_COLUMNS",
    "VIEWS",
    "Edge",
    "Narrowing",
    "Network",
    "Node",
    "Selection",
    "Type",
    "View",
    "selected",
    "view_named",
]
