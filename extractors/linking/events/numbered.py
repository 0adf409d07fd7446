"""Which congress, plenum or session a name means: owner, number and term (domain notes 3.1-3.3).

``Đại hội XIII`` alone is the national one, unless the article names a local owner of that number only;
two owners with the same numeral are two congresses. The number of a plenum counts anew in each term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from vankien.extractors.grammar.events.ordinals import roman, to_roman
from vankien.extractors.reading import Found, Reading
from vankien.ontology import iri, known

PARTY = "Đảng Cộng sản Việt Nam"
_SHARED = re.compile(r"\svà\s(?:[Đđ]ại\shội\s)?của\s")
_TERM_YEARS = re.compile(r"[\s,(]*(?:nhiệm\skỳ|NK)\s(\d{4})\s?[-–]\s?\d{4}")
_ANOTHERS = re.compile(r"(?:[\s,(]*(?:nhiệm\skỳ|NK)\s\d{4}\s?[-–]\s?\d{4}\)?)?,?\scủa\s(?!Đảng(?!\s(?:bộ|ủy|đoàn))|Trung\sương)[^\W\d_]")
"""Behind the number: whose congress it is, and not the Party's."""

_NEAR = 6
"""Years from a congress of the Party within which news calls it by ``lần thứ`` and its number alone."""

_NEWS = 4
"""Years within which news of the day names a plenum by its number alone."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One numbered event: its IRI, its name, and what tells it from others.

    ``inferred`` names the attributes that the registry or a rule of the genre added.
    """

    id: str
    label: str
    ordinal: int | None = None
    term: int | None = None
    inferred: tuple[str, ...] = ()


@cache
def registered_days() -> dict[str, tuple[str, str]]:
    """First and last day of each registered congress and plenum, by IRI (or the month: ``2026-03``)."""
    days = {iri.event("congress", f"{c.owner} {c.ordinal}"): (c.start, c.end) for c in known.congresses()}
    return days | {iri.event("plenum", f"TW {p.term} {p.ordinal}"): (p.start, p.end) for p in known.plenums()}


@cache
def _last_congress() -> int:
    return max(roman(c.ordinal) or 0 for c in known.congresses() if c.owner == PARTY)


@cache
def last_congress() -> str:
    """IRI of the last congress of the Party that the registry knows."""
    return iri.event("congress", f"{PARTY} {to_roman(_last_congress())}")


def identities(reading: Reading, found: Found, others: list[Found]) -> tuple[Identity, ...]:
    """What a numbered find names: one identity for each number, term or owner; none without any."""
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


def _is_national(found: Found) -> bool:
    return found.attributes.get("scope") == "national"


def _congresses(reading: Reading, found: Found, others: list[Found]) -> Iterator[Identity]:
    owner = found.parts[0] if found.parts and not _is_national(found) else None
    for each in found.attributes.get("owners") or [owner]:
        ordinals: list[int | None] = [*numbers(found)] or [None]
        for ordinal in ordinals:
            if each is not None and ordinal and is_shared(found.label) and not _is_party(each):
                ordinal = _own_number(each, ordinal, others)
            identity = _congress(reading, found, each, ordinal, others)
            if identity is not None:
                yield identity


def is_shared(label: str) -> bool:
    """Whether a name speaks of the congresses of two owners at once (``Đại hội XIII của Đảng và của Đảng bộ Khối``).

    >>> is_shared("Đại hội XIII của Đảng và của Đảng bộ Khối"), is_shared("Đại hội XIII của Đảng")
    (True, False)
    """
    return _SHARED.search(label) is not None


def _own_number(owner: Found, shared: int, others: list[Found]) -> int | None:
    """The number of a local congress that shares its name with a national one: the numeral is the latter's.

    Another mention says its own, or the one that it prepares (``lần thứ VIII`` to come: VII has been held);
    without either the number stays open.
    """
    mine = [o for o in others if o.parts and o.parts[0].entities == owner.entities and not is_shared(o.label)]
    held = {n for o in mine if o.attributes.get("status") != "planned" for n in numbers(o)}
    held |= {n - 1 for o in mine if o.attributes.get("status") == "planned" for n in numbers(o) if n > 1}
    if shared in held:
        return shared
    return held.pop() if len(held) == 1 else None


def _congress(
    reading: Reading, found: Found, owner: Found | None, ordinal: int | None, others: list[Found]
) -> Identity | None:
    scope = found.attributes.get("scope")
    if _is_party(owner) if owner is not None else scope == "national":
        return _national(ordinal, others)
    if owner is None and not scope:
        return _number_alone(reading, found, ordinal, others)
    name = _name(reading, owner) if owner is not None else str(found.attributes.get("owner", ""))
    if ordinal is None and owner is not None:
        mine = [o for o in others if o.parts and o.parts[0].entities == owner.entities]
        same = {n for o in mine if not is_shared(o.label) for n in numbers(o)}
        ordinal = same.pop() if len(same) == 1 else None
    within = _within(reading, owner) if owner is not None and ordinal else reading.key
    if ordinal is None:
        return Identity(iri.event("congress", name, within), f"Đại hội {name}")
    figure = to_roman(ordinal)
    id = iri.event("congress", f"{name} {figure}", within)
    return Identity(id, f"Đại hội {name} lần thứ {figure}", ordinal)


def _national(ordinal: int | None, others: list[Found]) -> Identity | None:
    """A congress of the Party; without a number the only one that the article names, else none."""
    if ordinal is None:
        named = {n for o in others if o.cls == "Congress" and _is_national(o) for n in numbers(o)}
        if len(named) != 1:
            return None
        ordinal = named.pop()
    figure = to_roman(ordinal)
    return Identity(iri.event("congress", f"{PARTY} {figure}"), f"Đại hội {figure} của Đảng", ordinal)


def _number_alone(reading: Reading, found: Found, ordinal: int | None, others: list[Found]) -> Identity | None:
    """National, unless the article names only a local congress of this number, none was ever held, or the words are another's.

    ``Đại hội VI`` is the Party's in any year; ``Đại hội lần thứ I`` of an article of 2025, or of a term 2025-2030, is somebody's whom
    the words around it name in another way, or not at all.
    """
    if ordinal is None:
        return None
    same = [o for o in others if o.cls == "Congress" and ordinal in numbers(o)]
    if any(_is_national(o) for o in same):
        return _national(ordinal, others)
    owned = [o for o in same if o.attributes.get("scope") == "owner" and o.parts]
    owned = [o for o in owned if not _is_party(o.parts[0])]
    if owned:
        return _congress(reading, owned[0], owned[0].parts[0], ordinal, [])
    if ordinal > _last_congress() + 1 or _is_anothers(reading, found, ordinal):
        name = f"Đại hội {to_roman(ordinal)}"
        return Identity(iri.event("congress", name, reading.key), name, ordinal)
    return _national(ordinal, others)


def _is_anothers(reading: Reading, found: Found, ordinal: int) -> bool:
    """Whether the words behind a number, or the time, speak against the Party's congress."""
    behind = reading.text[found.end : found.end + 90]
    if _ANOTHERS.match(behind):
        return True
    if (term := _TERM_YEARS.match(behind)) and int(term[1]) % 5 == 0:  # the Party's run from 2021, local ones from 2020 or 2025
        return True
    held = _national_years().get(ordinal)
    if "thứ" not in found.label or held is None or reading.published is None:
        return False
    return abs(reading.published.year - held) > _NEAR and str(held) not in reading.text[max(0, found.start - 90) : found.end + 90]


@cache
def _national_years() -> dict[int, int]:
    """The year of each congress of the Party that the registry knows, by number."""
    return {roman(c.ordinal) or 0: int(c.start[:4]) for c in known.congresses() if c.owner == PARTY and c.start}


def _plenums(reading: Reading, found: Found, others: list[Found]) -> Iterator[Identity]:
    for term in terms(found):
        for ordinal in numbers(found):
            resolved = term or _term_of(reading, found, ordinal, others)
            name = f"Hội nghị Trung ương {ordinal}"
            if resolved is None:
                yield Identity(iri.event("plenum", name, reading.key), name, ordinal)
                continue
            figure = to_roman(resolved)
            id = iri.event("plenum", f"TW {figure} {ordinal}")
            yield Identity(id, f"{name} khóa {figure}", ordinal, resolved, () if term else ("term",))


def _term_of(reading: Reading, found: Found, ordinal: int, others: list[Found]) -> int | None:
    """The term of a plenum named by number alone: of its namesake in the article, else the sitting one."""
    namesakes = [o for o in others if o.cls == "Plenum" and _is_national(o) and ordinal in numbers(o)]
    named = {t for o in namesakes for t in terms(o) if t}
    if named:
        return named.pop() if len(named) == 1 else None
    if reading.published is None or _of_another_time(reading, found):
        return None
    day = (reading.published + timedelta(days=120)).isoformat()
    past = [(p.start, p.term) for p in known.plenums() if p.ordinal == ordinal and p.start and p.start <= day]
    start, term = max(past, default=("0000", ""))
    return roman(term) if reading.published.year - int(start[:4]) < _NEWS else None


def _of_another_time(reading: Reading, found: Found) -> bool:
    """Whether the sentence tells of years long past (``tháng 5/1941, Hội nghị Trung ương 8``)."""
    begin, end = reading.sentence_at(found.start)
    years = [str(d.attributes["value"])[:4] for d in reading.dates if begin <= d.start < end]
    now = reading.published.year if reading.published else 0
    return any(y.isdigit() and int(y) < now - 5 for y in years)


def _sessions(reading: Reading, found: Found, others: list[Found]) -> Iterator[Identity]:
    """Sessions of a local committee, an assembly, a commission; of whom, another mention may say."""
    owner, ordinals = found.parts[0] if found.parts else None, numbers(found)
    if owner is None:
        owned = [o for o in others if o.parts and o.cls == found.cls and set(ordinals) & set(numbers(o))]
        if owned:
            yield from _sessions(reading, owned[0], [])
            return
    early = found.label.lower()[:9]
    noun = "Hội nghị" if found.cls == "Plenum" else "Phiên họp" if "phiên" in early else "Kỳ họp"
    of = f" {_name(reading, owner)}" if owner is not None else ""
    for term in terms(found):
        within = _within(reading, owner) if owner is not None and term else reading.key
        for ordinal in ordinals:
            label = f"{noun} thứ {ordinal}{of}" + (f" khóa {to_roman(term)}" if term else "")
            yield Identity(iri.event(str(found.attributes["kind"]), label, within), label, ordinal, term)


def _name(reading: Reading, body: Found) -> str:
    draft = reading.entities.get(body.entities[0]) if body.entities else None
    return draft.label if draft is not None else body.label


def _is_party(body: Found) -> bool:
    return bool(body.entities) and body.entities[0] == iri.body(PARTY)


def _within(reading: Reading, body: Found) -> str:
    """The scope in which a body's name tells it from others: everywhere (""), a province, or the article."""
    if not body.entities:
        return reading.key
    return body.entities[0].partition("/body/")[2].partition("/")[2]
