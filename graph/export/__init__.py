"""Exports: the base as files for other tools. ``docs/export.md`` says which tool reads what.

RDF formats come from the quads (:mod:`.rdf`), the others from the network of facts (:mod:`.network`).
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, Unpack

from pyoxigraph import Store

from vankien.graph.export.formats.cytoscape import write_cytoscape
from vankien.graph.export.formats.gexf import write_gexf
from vankien.graph.export.formats.graphml import write_graphml, write_yed
from vankien.graph.export.formats.property_graph import write_property_graph
from vankien.graph.export.formats.tables import write_csv, write_parquet
from vankien.graph.export.network import Narrowing, Network, selected
from vankien.graph.export.network.view import VIEWS
from vankien.graph.export.picture import write_png, write_svg
from vankien.graph.export.rdf import (
    write_annotations,
    write_jsonld,
    write_nquads,
    write_ntriples,
    write_trig,
    write_turtle,
)
from vankien.graph.mentions import Place
from vankien.ontology.errors import PartWarning, UsageError

__all__ = ["FORMATS", "VIEWS", "export"]

_NETWORKS: Final[Mapping[str, Callable[[Network, Path], None]]] = {
    "csv": write_csv,
    "cyjs": write_cytoscape,
    "gexf": write_gexf,
    "graphml": write_graphml,
    "neo4j": write_property_graph,
    "parquet": write_parquet,
    "png": write_png,
    "svg": write_svg,
}
_RDF: Final = {
    "jsonld": write_jsonld,
    "nq": write_nquads,
    "nt": write_ntriples,
    "trig": write_trig,
    "ttl": write_turtle,
}

ANNOTATIONS: Final = "annotations"
"""The one format whose files have another suffix, ``.anno.jsonld``: for other tools they are JSON-LD."""

FORMATS: Final = tuple(sorted({*_NETWORKS, *_RDF, ANNOTATIONS}))
"""Names of the formats, which are also the suffixes of their files, but for :data:`ANNOTATIONS`."""


def export(
    store: Store,
    path: str | os.PathLike[str],
    format: str | None = None,
    view: str = "full",
    yed: bool = False,
    places: Iterable[Place] = (),
    **narrowing: Unpack[Narrowing],
) -> Path:
    """Write a view of a store, or what is selected of it; the format is the path's suffix unless given. Gives the path.

    ``yed`` adds what yEd draws to GraphML; ``places`` are the mentions that annotations show beside statements: the store does not have them.
    Raises UsageError for an unknown format, view or thing, a period that is none, a missing optional part, a place that cannot be written.
    Warns (PartWarning) of a picture that shows only a part, and of a network without any thing.
    """
    target, selection = Path(path), selected(store, view, **narrowing)
    name = _format(target, format)
    if yed and name != "graphml":
        raise UsageError(f"{target}: yEd reads graphml, not {name}")
    if name in _NETWORKS:
        network, write = Network(store, selection), write_yed if yed else _NETWORKS[name]
        write(network, target)
        if network.empty:
            warnings.warn(f"{target}: no thing of the base is in it", PartWarning, stacklevel=2)
    elif selection.narrowed:
        raise UsageError(f"{target}: {name} holds whole views; a period, a support or a neighbourhood needs {', '.join(_NETWORKS)}")
    elif name == ANNOTATIONS:
        write_annotations(store, selection.view, places, target)
    else:
        _RDF[name](store, selection.view, target)
    return target


def _format(target: Path, given: str | None) -> str:
    """The format given, else that of the suffix. Raises UsageError for one there is not."""
    suffix = ANNOTATIONS if target.name.lower().endswith(".anno.jsonld") else target.suffix.removeprefix(".")
    name = (given or suffix).lower()
    if name not in FORMATS:
        raise UsageError(f"{target}: no format {name!r}; there are {', '.join(FORMATS)}")
    return name
