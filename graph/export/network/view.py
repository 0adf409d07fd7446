"""Views: which part of a base an export shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from vankien.ontology.errors import UsageError
from vankien.ontology.terms import ENTITY_TYPES


@dataclass(frozen=True, slots=True)
class View:
    """Kinds of things that are always shown, and kinds shown where an edge of the view touches them.

    An edge belongs to the view when both ends may be shown and one end is of a ``core`` kind.
    """

    name: str
    core: frozenset[str]
    touched: frozenset[str] = frozenset()

    def has_edge(self, subject: str, object: str) -> bool:
        """Whether an edge between things of these kinds belongs to the view."""
        ends = {subject, object}
        return ends <= self.core | self.touched and bool(ends & self.core)


def _view(name: str, core: str, touched: str = "") -> View:
    return View(name, frozenset(core.split()), frozenset(touched.split()))


VIEWS: Final[Mapping[str, View]] = MappingProxyType(
    {
        view.name: view
        for view in (
            _view("full", " ".join(ENTITY_TYPES)),
            _view("people", "Person Post Body"),
            _view("citations", "Document", "Body"),
            _view("events", "Event", "Person Body Document"),
        )
    }
)
"""The views by name."""


def view_named(name: str) -> View:
    """The view of this name. Raises UsageError, naming those there are."""
    if name not in VIEWS:
        raise UsageError(f"no view {name!r}; there are {', '.join(VIEWS)}")
    return VIEWS[name]
