"""Which part of a base an export shows: a view of kinds, and within it a period, a support, a neighbourhood."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.graph.export.network.view import VIEWS, View


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of a base; the default is all of it.

    ``since`` and ``until`` are ISO years, months or days, both inclusive; ``support`` is the least number of articles
    that say a fact; ``around`` is the IRI of a thing, with ``hops`` the most facts that lead from it to what is shown.
    """

    view: View = VIEWS["full"]
    since: str = ""
    until: str = ""
    support: int = 1
    around: str = ""
    hops: int = 1
