"""What a body's name means in an article, with the registered spelling where a registry has it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from vankien.extractors.grammar.lexicon import rows
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


@lru_cache(maxsize=2)
def _abbreviations(firm: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of all abbreviations that are written out in the names of firms, or of other bodies, and their meanings."""
    table = {row["word"]: row["meaning"] for row in rows("name_abbreviations.tsv") if row["firms"] or not firm}
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile(rf"(?<![\w&/-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w&/-])"), table


def spelled_out(meaning: Meaning) -> Meaning:
    """The name with the abbreviations inside it written out (Cục THADS); a registered one is that body everywhere."""
    if not any(map(str.isupper, meaning.label[1:])):
        return meaning
    pattern, table = _abbreviations(meaning.cls == "Enterprise")
    label = pattern.sub(lambda m: table[m.group()], meaning.label)
    label = label.replace("Đại học Đại học", "Đại học")
    if label == meaning.label:
        return meaning
    return replace(meaning, label=label, scope="" if label.lower() in _registry() else meaning.scope)


def organisation(committee: Meaning) -> Meaning:
    """The party organisation that a committee leads."""
    word, _, rest = committee.label.partition(" ủy ")
    unit = UNIT_OF_COMMITTEE.get(f"{word} ủy", "")
    return replace(committee, label=f"Đảng bộ {unit} {rest}".replace("  ", " "), cls="PartyOrganisation")
