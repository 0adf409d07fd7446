"""How kinds of things and of facts look: colours that colour-blind readers tell apart, and shapes for print without colours.

The colours are those of every format that has any (:mod:`vankien.graph.export.formats.colours`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

from vankien.graph.export.formats import colours
from vankien.ontology.terms import DOCUMENT_RELATIONS

Firmness = Literal["firm", "past", "open"]

BLUE, GREEN, PURPLE, RED, BLACK = (colours.KINDS[kind] for kind in ("Person", "Body", "Document", "Event", "LooseReference"))
GREY: Final = colours.OTHER
SKY: Final = "#56b4e9"
"""For documents that change others, which a reader must tell from those that carry them out."""
PAPER, INK, SOFT = "white", "#1a1a1a", "#555555"

_MARKERS: Final = {"Person": "o", "Post": "D", "Body": "s", "Document": "p", "Event": "^", "LooseReference": "X"}

KINDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({kind: (colours.KINDS[kind], marker) for kind, marker in _MARKERS.items()})
"""Colour and marker (of matplotlib) by kind of thing."""

LINES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("hasPost", "heldPost", "holdsPost"), BLUE),
        **dict.fromkeys(("personnelAct", "resolvedTo"), BLACK),
        **dict.fromkeys(("partOf", "postIn"), GREY),
        **dict.fromkeys(("adoptedAt", "issuedBy", "organisedBy", "sentTo", "signedBy", "textOf"), GREEN),
        **dict.fromkeys((*DOCUMENT_RELATIONS, "refersTo", "reviews", "studies", "violates"), PURPLE),
        **dict.fromkeys(("amends", "repeals", "replaces", "supplements"), SKY),
        **dict.fromkeys(("commemorates", "participant", "represents"), RED),
    }
)
"""Colour of a fact's line by its predicate: facts of one colour are of one sort, and one line may stand for several."""

DASHES: Final[Mapping[str, Any]] = MappingProxyType({"firm": "-", "past": (0, (5, 2.5)), "open": (0, (1, 2))})
"""Line styles of matplotlib."""

_PAST: Final = frozenset({"former", "outgoing", "dismiss", "endPost", "resign", "retire"})
_OPEN: Final = frozenset({"planned", "loose", "introduce", "proposeDiscipline"})


def firmness(columns: Mapping[str, Any]) -> Firmness:
    """Whether a fact holds, held once, or is only planned, proposed or loosely named.

    >>> firmness({"kind": "holdsPost", "status": "current"}), firmness({"kind": "heldPost", "status": "former"})
    ('firm', 'past')
    >>> firmness({"kind": "participant", "status": "planned"}), firmness({"kind": "issuedBy", "mode": "loose"})
    ('open', 'open')
    """
    words = {columns.get(name) for name in ("status", "act", "mode")}
    if words & _OPEN:
        return "open"
    return "past" if words & _PAST or columns["kind"] == "heldPost" else "firm"
