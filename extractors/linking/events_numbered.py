"""Which congress, plenum or session a name means: owner, number and term (domain notes 3.1-3.3).

``Đại hội XIII`` alone is the national one, unless the article names a local owner of that number only;
two owners with the same numeral are two congresses. The number of a plenum counts anew in each term.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from vankien.extractors.grammar.events_ordinals import roman, to_roman
from vankien.extractors.reading import Found, Reading
from vankien.ontology import iri, known

PARTY = "Đảng Cộng sản Việt Nam"


@dataclass(frozen=True, slots=True)
class Identity:
    """One numbered event: its IRI, its name, and the attributes that tell it from others.

    ``inferred`` names the attributes that the registry or a rule of the genre added.
    """

    id: str
    label: str
    ordinal: int | None = None
    term: int | None = None
    inferred: tuple[str, ...] = ()


@cache
def registered_days() -> dict[str, tuple[str, str]]:
    """First and last day of each registered congress and plenum, by its IRI; days may be months (``2026-03``)."""
    days = {iri.event("congress", f"{c.owner} {c.ordinal}"): (c.start, c.end) for c in known.congresses()}
    return days | {iri.event("plenum", f"TW {p.term} {p.ordinal}"): (p.start, p.end) for p in known.plenums()}


@cache
def _last_congress() -> int:
    return max(roman(c.ordinal) or 0 for c in known.congresses() if c.owner == PARTY)


def identities(reading: Reading, found: Found, others: list[Found]) -> tuple[Identity, ...]:
    """What a numbered find names: one identity for each number, term or owner; empty if it has neither number nor owner."""
    if found.cls == "Congress":
        return tuple(_congresses(reading, found, others))
    if found.attributes.get("scope") == "national":
        return tuple(_plenums(reading, found, others))
    return tuple(_sessions(reading, found, others))


def numbers(found: Found) -> list[int]:
    """The ordinals of a find."""
    return [n for n in found.attributes.get("ordinals") or () if n]


def terms(found: Found) -> list[int | None]:
    """The terms of a find; [None] where it has none."""
    several = found.attributes.get("terms") or [found.attributes.get("term")]
    return [t for t in several if t] or [None]


def _congresses(reading: Reading, found: Found, others: list[Found]) -> Iterator[Identity]:
    owners = found.attributes.get("owners") or [_owner(found)]
    for owner in owners:
        ordinals: list[int | None] = [*numbers(found)] or [None]
        for ordinal in ordinals:
            identity = _congress(reading, found, owner, ordinal, others)
            if identity is not None:
                yield identity


def _owner(found: Found) -> Found | None:
    return found.parts[0] if found.parts and found.attributes.get("scope") != "national" else None


def _congress(
    reading: Reading, found: Found, owner: Found | None, ordinal: int | None, others: list[Found]
) -> Identity | None:
    scope = found.attributes.get("scope")
    if owner is not None and _is_party(reading, owner):
        scope, owner = "national", None
    if scope == "national":
        return _national(reading, ordinal, others)
    if owner is None and not scope:  # a number alone
        return _number_alone(reading, ordinal, others)
    name = _name(reading, owner) if owner is not None else str(found.attributes.get("owner", ""))
    if ordinal is None:
        same = {n for o in others if o.parts and owner and o.parts[0].entities == owner.entities for n in numbers(o)}
        ordinal = same.pop() if len(same) == 1 else None
    tail = f" {to_roman(ordinal)}" if ordinal else ""
    scoped = reading.key if owner is None or not ordinal or not _is_global(owner) else ""
    label = f"Đại hội {name} lần thứ {to_roman(ordinal)}" if ordinal else f"Đại hội {name}"
    return Identity(iri.event("congress", f"{name}{tail}", scoped), label, ordinal)


def _national(reading: Reading, ordinal: int | None, others: list[Found]) -> Identity | None:
    if ordinal is None:
        named = {n for o in others if o.cls == "Congress" and o.attributes.get("scope") == "national" for n in numbers(o)}
        if len(named) != 1:
            return None
        ordinal = named.pop()
    figure = to_roman(ordinal)
    return Identity(iri.event("congress", f"{PARTY} {figure}"), f"Đại hội {figure} của Đảng", ordinal)


def _number_alone(reading: Reading, ordinal: int | None, others: list[Found]) -> Identity | None:
    """National, unless only a local congress of this number is named in the article, or none was ever held."""
    if ordinal is None:
        return None
    same = [o for o in others if o.cls == "Congress" and ordinal in numbers(o)]
    if not any(o.attributes.get("scope") == "national" for o in same):
        owned = [o for o in same if o.parts and o.attributes.get("scope") == "owner" and not _is_party(reading, o.parts[0])]
        if owned:
            return _congress(reading, owned[0], owned[0].parts[0], ordinal, [])
        if ordinal > _last_congress() + 1:
            return Identity(iri.event("congress", f"đại hội {to_roman(ordinal)}", reading.key), f"Đại hội {to_roman(ordinal)}", ordinal)
    return _national(reading, ordinal, others)


def _plenums(reading: Reading, found: Found, others: list[Found]) -> Iterator[Identity]:
    for term in terms(found):
        for ordinal in numbers(found):
            inferred: tuple[str, ...] = ()
            resolved = term
            if term is None and not _of_another_time(reading, found) and (resolved := _term_of(reading, ordinal, others)):
                inferred = ("term",)
            if resolved is None:
                name = f"Hội nghị Trung ương {ordinal}"
                yield Identity(iri.event("plenum", name, reading.key), name, ordinal)
                continue
            label = f"Hội nghị Trung ương {ordinal} khóa {to_roman(resolved)}"
            yield Identity(iri.event("plenum", f"TW {to_roman(resolved)} {ordinal}"), label, ordinal, resolved, inferred)


def _of_another_time(reading: Reading, found: Found) -> bool:
    """Whether the sentence tells of years long past (``tháng 5/1941, Hội nghị Trung ương 8``)."""
    begin, end = reading.sentence_at(found.start)
    years = [str(d.attributes["value"])[:4] for d in reading.dates if begin <= d.start < end]
    return reading.published is not None and any(y.isdigit() and int(y) < reading.published.year - 5 for y in years)


def _term_of(reading: Reading, ordinal: int, others: list[Found]) -> int | None:
    """The term of a plenum named by its number alone: that of its namesake in the article, else the one sitting then."""
    named = {t for o in others if o.cls == "Plenum" and o.attributes.get("scope") == "national" and ordinal in numbers(o) for t in terms(o) if t}
    if named:
        return named.pop() if len(named) == 1 else None
    return _sitting(reading, ordinal) if reading.published else None


def _sitting(reading: Reading, ordinal: int) -> int | None:
    """The term in which a plenum of this number had been held or was near on the day of publication, for news of the day only."""
    assert reading.published is not None
    day = (reading.published + timedelta(days=120)).isoformat()
    past = [(p.start, p.term) for p in known.plenums() if p.ordinal == ordinal and p.start and p.start <= day]
    if not past:
        return None
    start, term = max(past)
    return roman(term) if reading.published.year - int(start[:4]) < 4 else None


def _sessions(reading: Reading, found: Found, others: list[Found]) -> Iterator[Identity]:
    """Sessions of a local committee, an assembly, a commission."""
    owner = found.parts[0] if found.parts else None
    ordinals = numbers(found)
    if not ordinals:
        return
    if owner is None:  # kỳ họp thứ 8: of whom another mention says
        owned = [o for o in others if o.parts and o.cls == found.cls and set(ordinals) & set(numbers(o))]
        if owned:
            yield from _sessions(reading, owned[0], [])
            return
    noun = "Hội nghị" if found.cls == "Plenum" else "Phiên họp" if "phiên" in found.label.lower()[:9] else "Kỳ họp"
    for term in terms(found):
        for ordinal in ordinals:
            of = f" {_name(reading, owner)}" if owner is not None else ""
            khoa = f" khóa {to_roman(term)}" if term else ""
            label = f"{noun} thứ {ordinal}{of}{khoa}"
            scoped = "" if owner is not None and term and _is_global(owner) else reading.key
            yield Identity(iri.event(str(found.attributes["kind"]), label, scoped), label, ordinal, term)


def _name(reading: Reading, body: Found) -> str:
    draft = reading.entities.get(body.entities[0]) if body.entities else None
    return draft.label if draft is not None else body.label


def _is_party(reading: Reading, body: Found) -> bool:
    return bool(body.entities) and body.entities[0] == iri.body(PARTY)


def _is_global(body: Found) -> bool:
    """Whether a body is known beyond the article: its IRI has one part after ``body/``."""
    return bool(body.entities) and "/" not in body.entities[0].partition("/body/")[2]
