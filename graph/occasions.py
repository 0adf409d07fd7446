"""Which event is which across articles: a conference that six newspapers report is one, under evidence that is exact.

An article's events carry IRIs of their own (``event/<kind>/<name>/<article>``), unless kind, owner and ordinal identify
them everywhere (a congress, a plenum). Two of different articles are one event when they share a **sign**, all parts equal:

- an anniversary itself: what it commemorates, and the years (the ceremonies held for it are events of their own);
- the kind, the full day, and a name of at least six syllables, one of them a number or in capitals inside (of a visit
  that does not tell: two guests may pay an official one on the same day);
- the kind, the full day, how the name begins (``hội đàm``, ``lễ trao``), and two persons who take part, or an organiser
  that is known by name and the person in the chair.

A plan is never one with what is held, an article's own events are never one, nor are two whose names hold
different numbers (Nghị quyết 18, Nghị quyết 35). What shares no sign stays two: precision before recall.

>>> one = Occasion("urn:1", "a1", "Hội nghị toàn quốc quán triệt Nghị quyết 18", ())
>>> agree(one, Occasion("urn:2", "a2", "Hội nghị quán triệt Nghị quyết số 18", ()))
True
>>> agree(one, Occasion("urn:3", "a3", "Hội nghị quán triệt Nghị quyết 35", ()))
False
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from vankien.graph.quads.nodes import node
from vankien.ontology import iri
from vankien.ontology.nouns import Entity, Extraction

NAME = 6
"""Syllables a name must have to tell an event of a day by itself."""

MANY = 8
"""Participants looked at: the first ones named are those who matter, and pairs grow with the square."""

_CHAIRS = ("chair", "presenter")
_CEREMONY = re.compile(r"(?:buổi\s+)?(?:lễ|hội nghị|họp mặt|gặp mặt|mít tinh|chương trình|tọa đàm|hội thảo|triển lãm)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One article's event: IRI, the article's key, its name, and its signs."""

    iri: str
    key: str
    label: str
    signs: tuple[str, ...]


def occasions(extraction: Extraction) -> Iterator[Occasion]:
    """The events that only this article knows, with their signs."""
    key = iri.article_key(extraction.article.id)
    for entity in extraction.entities:
        if entity.type == "Event" and entity.id.endswith(f"/{key}") and node(entity.id).value == entity.id:
            yield Occasion(entity.id, key, entity.label, tuple(sorted(set(_signs(entity, extraction, key)))))


def agree(one: Occasion, other: Occasion) -> bool:
    """Whether nothing speaks against two occasions that share a sign."""
    here, there = (set(_NUMBER.findall(each.label)) for each in (one, other))
    return one.key != other.key and (here <= there or there <= here)


def one_event(group: Iterable[Occasion]) -> list[list[Occasion]]:
    """Occasions that share signs, parted into events; a function of the group alone, not of its order."""
    members = sorted(group, key=lambda o: o.iri)
    events = {o.iri: [o] for o in members}
    pairs = ((s, a, b) for a, b in combinations(members, 2) for s in set(a.signs) & set(b.signs))
    for _, a, b in sorted(pairs, key=lambda p: (p[0], p[1].iri, p[2].iri)):
        mine, others = events[a.iri], events[b.iri]
        if mine is not others and all(agree(x, y) for x in mine for y in others):
            mine += others
            events.update((o.iri, mine) for o in others)
    return list({id(event): event for event in events.values()}.values())


def _signs(event: Entity, extraction: Extraction, key: str) -> Iterator[str]:
    kind, day = str(event.attributes.get("kind") or ""), str(event.attributes.get("date") or "")
    said = [s for s in extraction.statements if s.subject == event.id and s.object and s.mode == "stated"]
    if kind == "anniversary" and not _CEREMONY.match(event.label) and (years := event.attributes.get("years")):
        yield from (f"{kind}|{s.object}|{years}" for s in said if s.predicate == "commemorates" and _known(str(s.object), key))
        return
    if not kind or len(day) != 10 or day.startswith("-"):
        return
    syllables = event.label.split()
    base = f"{kind}|{day}|{'planned' if event.attributes.get('status') == 'planned' else ''}"
    if kind != "visit" and len(syllables) >= NAME and any(s[0].isupper() or s[0].isdigit() for s in syllables[1:]):
        yield f"{base}|{iri.slug(event.label)}"
    names = {e.id: iri.slug(e.label) for e in extraction.entities if e.type == "Person" and " " in e.label}
    here = [(names[str(s.object)], str(s.attributes.get("role"))) for s in said if s.predicate == "participant" and s.object in names]
    people = list(dict.fromkeys(name for name, _ in here))[:MANY]
    begins = f"{base}|{iri.slug(' '.join(syllables[:2]))}"
    for one, other in combinations(sorted(people), 2):
        yield f"{begins}|{one}|{other}"
    for organiser in (str(s.object) for s in said if s.predicate == "organisedBy" and _known(str(s.object), key)):
        yield from (f"{begins}|{organiser}|{name}" for name, role in here if role in _CHAIRS)


def _known(thing: str, key: str) -> bool:
    """Whether a thing is the same in every article."""
    return not thing.endswith(f"/{key}")
