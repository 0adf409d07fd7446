"""What yEd draws in a GraphML file: a shape in the colour of its kind with the name on it, an arrow with its name.

yEd shows nothing of columns: without these elements, of yFiles' own namespace, a file opens as equal empty boxes in one
place. Places are not given; Layout > Hierarchical or Organic in yEd finds them.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any, Final

from vankien.graph.export.files import cell, xml_text
from vankien.graph.export.formats.colours import KINDS, OTHER
from vankien.graph.export.network import Edge, Node

YED_KEYS: Final = (
    '<key id="node.yed" for="node" yfiles.type="nodegraphics"/>\n<key id="edge.yed" for="edge" yfiles.type="edgegraphics"/>\n'
)
"""Declares the two."""

_SPACE: Final = 'xmlns:y="http://www.yworks.com/xml/graphml"'
_SHAPES: Final[Mapping[str, str]] = {
    "Person": "ellipse",
    "Post": "hexagon",
    "Body": "rectangle",
    "Document": "parallelogram",
    "Event": "octagon",
}
_WIDE: Final = 28
"""Code points in a line of a name."""
_LINES: Final = 5
"""Lines of a name: what is longer ends in an ellipsis; the whole stands in the column."""


def yed_node(node: Node) -> str:
    """How yEd draws a thing: the box is as large as its name needs (in pixels, at yEd's 12 points)."""
    lines = _wrapped(node.columns.get("label") or node.id)
    width, height = 30 + 8 * max(map(len, lines)), 20 + 18 * len(lines)
    kind = str(node.columns.get("kind", ""))
    colour, shape = KINDS.get(kind, OTHER), _SHAPES.get(kind, "roundrectangle")
    return (
        f'<data key="node.yed"><y:ShapeNode {_SPACE}><y:Geometry x="0.0" y="0.0" width="{width}.0" height="{height}.0"/>'
        f'<y:Fill color="{colour}33" transparent="false"/><y:BorderStyle color="{colour}" type="line" width="1.5"/>'
        f'<y:NodeLabel>{xml_text(chr(10).join(lines))}</y:NodeLabel><y:Shape type="{shape}"/></y:ShapeNode></data>'
    )


def yed_edge(edge: Edge) -> str:
    """How yEd draws a fact: an arrow with its name; what no article says firmly is dashed."""
    line = "dashed" if edge.columns.get("mode") == "loose" else "line"
    return (
        f'<data key="edge.yed"><y:PolyLineEdge {_SPACE}><y:LineStyle color="{OTHER}" type="{line}" width="1.0"/>'
        f'<y:Arrows source="none" target="standard"/><y:EdgeLabel>{xml_text(_text(edge.columns.get("label")))}</y:EdgeLabel>'
        "</y:PolyLineEdge></data>"
    )


def _wrapped(label: Any) -> list[str]:
    return textwrap.wrap(_text(label), _WIDE, max_lines=_LINES, placeholder=" …") or [""]


def _text(value: Any) -> str:
    return cell(value) or ""
