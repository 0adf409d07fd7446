"""Members of the Central Committee whom an article may mean, and the posts they held: for linking, never for guessing.

A name alone identifies nobody (domain notes 5.3): the registry has three Nguyễn Mạnh Hùng. So a row helps only beside a fact
that the article itself tells: a post at a fitting time, a membership in a term, a year of birth. A row that stands
in one file only has ``confirmed`` false and never decides alone.

The tables are the TSV files in ``ontology/registry/``; ``docs/registries-persons.md`` says what they cover and how
to add a row. Days are ISO dates, as precise as known (``2021``, ``2021-04``, ``2021-04-08``); empty means not known.

>>> [(p.id, p.born[:4]) for p in named("Nguyễn Minh Triết")]
[('nguyễn-minh-triết-1942', '1942'), ('nguyễn-minh-triết-1988', '1988')]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from vankien.ontology import iri
from vankien.ontology.known import table

__all__ = ["KnownPerson", "KnownTenure", "Membership", "name_key", "named", "persons", "tenures", "tenures_of"]

FULL, ALTERNATE = "chính thức", "dự khuyết"  # the two kinds of members of the Central Committee


@dataclass(frozen=True, slots=True)
class Membership:
    """A seat in the Central Committee of one term (Roman); ``full`` is false for an alternate (dự khuyết)."""

    term: str
    full: bool
    confirmed: bool


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the registry. ``born`` is empty where unknown or where sources disagree (``source`` tells)."""

    id: str
    name: str
    born: str
    terms: tuple[Membership, ...]
    source: str

    @property
    def iri(self) -> str:
        """Its IRI in the data."""
        return iri.known_person(self.id)


@dataclass(frozen=True, slots=True)
class KnownTenure:
    """A post that a person of the registry held, as the field writes it; ``person`` is that person's id.

    ``start`` and ``end`` are the first and the last day. ``held`` is a day on which a source says that the post was held: where
    an end is missing, that much of the time is known. At least one of the three is given.
    """

    person: str
    post: str
    start: str
    end: str
    held: str
    confirmed: bool
    source: str


@lru_cache(maxsize=1)
def persons() -> tuple[KnownPerson, ...]:
    """All registered persons, by id."""
    return tuple(
        KnownPerson(row["id"], row["name"], row["born"], tuple(_memberships(row["terms"])), row["source"])
        for row in table("persons.tsv")
    )


@lru_cache(maxsize=1)
def tenures() -> tuple[KnownTenure, ...]:
    """All registered tenures, by person, start and post."""
    return tuple(
        KnownTenure(
            person=row["person"],
            post=row["post"],
            start=row["start"],
            end=row["end"],
            held=row["held"],
            confirmed=row["status"] == "confirmed",
            source=row["source"],
        )
        for row in table("tenures.tsv")
    )


def named(name: str) -> tuple[KnownPerson, ...]:
    """The persons a full name may mean, by id; empty if none is registered.

    >>> [p.id for p in named("NGUYỄN THỊ THANH HOÀ")], named("Hòa")
    (['nguyễn-thị-thanh-hòa-1954'], ())
    """
    return _by_name().get(name_key(name), ())


def tenures_of(person: str) -> tuple[KnownTenure, ...]:
    """The posts of a person (an id), by start and post."""
    return _by_person().get(person, ())


# Old and new placement of the tone in an open syllable (hoà, hòa; thuý, thúy), and i for y after one consonant (Sĩ, Sỹ).
_OLD = re.compile(r"(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?!\w)")
_LONG = re.compile(r"(?<!\w)([hklmst])y(?=[\u0300-\u036f]?(?!\w|[\u0300-\u036f]))")


def name_key(name: str) -> str:
    """What two spellings of one name share; names that differ in any mark keep different keys.

    >>> name_key("Trần Sĩ Thanh") == name_key("Trần Sỹ Thanh"), name_key("Vũ Thuý") == name_key("Vũ Thúy")
    (True, True)
    >>> name_key("Trần Văn Thể") == name_key("Trần Văn Thế")
    False
    """
    parts = unicodedata.normalize("NFD", " ".join(name.split()).casefold())
    return unicodedata.normalize("NFC", _LONG.sub(r"\1i", _OLD.sub(r"\1\3\2", parts)))


def _memberships(cell: str) -> Iterator[Membership]:
    """``X:dự khuyết:single|XI:chính thức:confirmed`` -> an alternate's seat, then a full member's."""
    for item in cell.split("|"):
        term, kind, status = item.split(":")
        yield Membership(term, kind == FULL, status == "confirmed")


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, tuple[KnownPerson, ...]]:
    found: dict[str, tuple[KnownPerson, ...]] = {}
    for person in persons():
        key = name_key(person.name)
        found[key] = (*found.get(key, ()), person)
    return found


@lru_cache(maxsize=1)
def _by_person() -> Mapping[str, tuple[KnownTenure, ...]]:
    found: dict[str, list[KnownTenure]] = {}
    for tenure in tenures():
        found.setdefault(tenure.person, []).append(tenure)
    return {person: tuple(those) for person, those in found.items()}
