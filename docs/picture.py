"""Draws docs/graph.svg, a part of the graph that ``examples/`` make, as one picture to look at.

    python docs/picture.py            write docs/graph.svg (make docs)
    python docs/picture.py --check    exit 1 where the committed picture is stale

Nothing in the picture is chosen by name. :func:`story` takes the event that studies most documents, what
it studied and who issued that, who spoke there and their careers, and the longest chain of documents that
carry out one another, down to the one who leads its last issuer. A change of examples or extraction changes
the picture, never this file.

The layout is that of layered drawings: rows from who issues down to who acts, neighbours near each other,
few crossings. It uses no square roots, no random numbers and no font metrics, so every machine
writes the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from xml.sax.saxutils import escape

import networkx as nx

from vankien.extractors import extract, read
from vankien.graph import KnowledgeBase

DOCS: Final = Path(__file__).resolve().parent
PICTURE: Final = DOCS / "graph.svg"
EXAMPLES: Final = DOCS.parent / "examples"

COLOURS: Final[Mapping[str, tuple[str, str]]] = {
    "Person": ("#dbeafe", "#1d4ed8"),
    "Post": ("#fef3c7", "#b45309"),
    "Body": ("#dcfce7", "#15803d"),
    "Document": ("#f3e8ff", "#7e22ce"),
    "Event": ("#ffe4e6", "#be123c"),
}
"""Fill and line by kind. Shapes differ too, for readers and printers without colours."""

SPOKE: Final = {"chair", "speaker", "presenter"}
UPWARD: Final = {"studies", "reviews", "implements", "issuedBy"}
"""Predicates whose object stands above the subject; the objects of all others stand below."""

CHAR: Final = 7.4
LINE, GAP, ROOM = 17, 76, 26  # height of a line of text, between rows, between boxes of a row (pixels)

Graph = nx.MultiDiGraph  # of things by IRI, as KnowledgeBase.to_networkx gives it


# ---- what is shown


def ends(graph: Any, things: Iterable[str], *kinds: str, back: bool = False) -> list[str]:
    """Where the edges of these kinds lead from these things (``back``: where they come from), sorted."""
    here = set(things)
    return sorted({s if back else o for s, o, d in graph.edges(data=True) if d["kind"] in kinds and (o if back else s) in here})
