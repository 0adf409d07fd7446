"""A base as a picture to look at and to print: SVG, in which all words can be searched and everything tells its words, or PNG.

What a sheet cannot hold is not drawn, and both the picture and a PartWarning say so. The same base and the same versions
of matplotlib, networkx and scipy give the same bytes.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from vankien.graph.export.files import whole_file
from vankien.graph.export.network import Network
from vankien.ontology.optional import optional

__all__ = ["write_png", "write_svg"]


def write_svg(network: Network, path: Path) -> None:
    """Write a network as SVG. Raises UsageError without the optional part, and where there is too much to show."""
    _write(network, path, "svg")


def write_png(network: Network, path: Path) -> None:
    """Write a network as PNG; as :func:`write_svg`."""
    _write(network, path, "png")


def _write(network: Network, path: Path, format: str) -> None:
    for module in ("matplotlib", "numpy", "scipy"):
        optional(module, "picture")
    from vankien.graph.export.picture.sheet import write

    data = BytesIO()
    write(network, data, format)
    with whole_file(path) as file:
        file.buffer.write(data.getvalue())
