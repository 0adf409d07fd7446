"""Persons within one article: full names are one person, short forms go to the nearest who can bear them."""

from __future__ import annotations

from vankien.extractors.grammar.shapes import PersonFound
from vankien.extractors.reading import Reading
from vankien.ontology import iri


def link_persons(reading: Reading) -> None:
    """Give every person find its entity.

    Two officials of one name in one article cannot be told apart by name; such articles are rare and
    their posts conflict openly in the graph.
    """
    seen: list[PersonFound] = []
    names: dict[str, str] = {}
    historic: set[str] = set()
    for find in reading.persons:
        if not isinstance(find, PersonFound):
            continue
        name = find.label
        if find.short:
            name = _bearer(find, seen)
            if not name:
                if " " not in find.label:
                    find.hidden = True
                    continue
                name = find.label
        else:
            seen.append(find)
        if find.attributes.get("historic"):
            historic.add(name)
        names.setdefault(name, iri.known_person(name) if name in historic else iri.person(name, reading.key))
        find.entities = (names[name],)
        reading.entity(names[name], "Person", "Person", name)


def _bearer(find: PersonFound, seen: list[PersonFound]) -> str:
    """The last person named in full before, else the only one after, whose name ends like the short form."""
    candidates = set(find.attributes.get("candidates", ()))
    for earlier in reversed(seen):
        if earlier.label in candidates:
            return earlier.label
    return min(candidates) if len(candidates) == 1 else ""
