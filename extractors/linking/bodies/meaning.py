"""What a body's name means in an article, with the registered spelling where a registry has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from vankien.extractors.linking.bodies.units import UNIT_OF_COMMITTEE
from vankien.ontology import known


@dataclass(frozen=True, slots=True)
class Meaning:
    """A body as the article lets one know it: label, class, and the scope within which the label identifies it
    ("" everywhere, else a province's slug or the article's key)."""

    label: str
    cls: str
    scope: str = ""
    province: str = ""


@lru_cache(maxsize=1)
def _registry() -> dict[str, tuple[str, str]]:
    """Registered names and aliases in lower case -> name and class."""
    names: dict[str, tuple[str, str]] = {}
    for body in known.bodies():
        for name in (body.name, *body.aliases):
            names.setdefault(name.lower(), (body.name, body.cls))
    return names


def registered(meaning: Meaning) -> Meaning:
    """The registered spelling and class of a name that was put together (Khối doanh nghiệp -> Khối Doanh nghiệp)."""
    if meaning.scope or meaning.label.lower() not in _registry():
        return meaning
    name, cls = _registry()[meaning.label.lower()]
    return replace(meaning, label=name, cls=cls)


def organisation(committee: Meaning) -> Meaning:
    """The party organisation that a committee leads."""
    word, _, rest = committee.label.partition(" ủy ")
    unit = UNIT_OF_COMMITTEE.get(f"{word} ủy", "")
    return replace(committee, label=f"Đảng bộ {unit} {rest}".replace("  ", " "), cls="PartyOrganisation")
