"""Which event is which across articles: a conference that six newspapers report is one, under evidence that is exact.

An article's events carry IRIs of their own (``event/<kind>/<name>/<article>``), unless kind, owner and ordinal identify
them everywhere (congresses and plenums, which are left alone here). Two of different articles are one event when they
share a **sign**, all parts equal, and their names **agree**. Signs are:

- an anniversary itself: what it commemorates, and the years (the ceremonies held for it are events of their own);
- the kind, the full day, a name of at least six syllables, one of them a number or in capitals inside, and a person who
  takes part or a place (of a visit that does not tell: two guests may pay an official one on the same day); or, with an
  organiser that is known by name, all the numbers and proper names of such a name;
- the kind, the full day, how the name begins (``hội đàm``, ``lễ trao``), and two persons who take part (where the
  name has four syllables or more), or an organiser that is known by name and the person in the chair.

Names agree when one holds all numbers and proper names of the other, and at least half of their syllables are shared
or one is part of the other: two persons go to many places in a day. Known organisers must not be others: a hundred
districts hold one conference on one day. A plan is never one with what is held, and an
article's own events are never one. What shares no sign stays two: precision before recall.

>>> def name(text): return Occasion("urn:1", "a1", text, ()).words
>>> agree(name("Hội nghị toàn quốc quán triệt Nghị quyết 18"), name("Hội nghị quán triệt Nghị quyết số 18"))
True
>>> agree(name("Hội nghị quán triệt Nghị quyết 18"), name("Hội nghị quán triệt Nghị quyết 35"))
False
>>> agree(name("Buổi làm việc với Tỉnh ủy Nghệ An"), name("Buổi làm việc với Tỉnh ủy Hà Tĩnh"))
False
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from vankien.graph.identity.tables import rows
from vankien.graph.identity.verdicts import NONE, Verdicts
from vankien.graph.quads.nodes import node
from vankien.ontology import iri
from vankien.ontology.nouns import Entity, Extraction

NAME, SHORT = 6, 4
"""Syllables a name must have to tell an event of a day by itself; those it must have beside two persons."""

MANY = 8
"""Participants looked at: the first ones named are those who matter, and pairs grow with the square."""

_CHAIRS = ("chair", "presenter")
_GLOBAL = ("congress", "plenum")
_WORD = re.compile(r"\w+")

Words = tuple[frozenset[str], frozenset[str]]
"""A name's syllables in small letters, and those of them that are numbers or proper names."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One article's event: IRI, the article's key, its name, its signs; its kind, its day (as precise as told, or empty),
    whether it is only planned, the day of the article, and the organisers that are known everywhere."""

    iri: str
    key: str
    label: str
    signs: tuple[str, ...] = ()
    kind: str = ""
    day: str = ""
    planned: bool = False
    published: str = ""
    organisers: frozenset[str] = frozenset()

    @property
    def words(self) -> Words:
        """What is compared of its name; nothing of an anniversary's, which its signs tell whole."""
        if any(sign.startswith("anniversary of ") for sign in self.signs):
            return frozenset(), frozenset()
        return words_of(self.label)


@dataclass(slots=True)
class _Event:
    """Occasions that are one so far: their articles, and their different names."""

    occasions: list[Occasion]
    keys: set[str] = field(default_factory=set)
    names: set[Words] = field(default_factory=set)
    organisers: set[str] = field(default_factory=set)

    def takes(self, other: _Event) -> bool:
        """Whether evidence lets the two be one."""
        if self.organisers and other.organisers and self.organisers.isdisjoint(other.organisers):
            return False  # two districts keep one day, and call it by one name
        return self.keys.isdisjoint(other.keys) and all(agree(a, b) for a in self.names for b in other.names)

    def parts(self, other: _Event, verdicts: Verdicts) -> bool:
        """Whether a curator judged them different."""
        return bool(verdicts.different) and verdicts.part({o.iri for o in self.occasions}, {o.iri for o in other.occasions})

    def take(self, other: _Event, events: dict[str, _Event]) -> None:
        """Become one with the other."""
        events.update((o.iri, self) for o in other.occasions)
        self.occasions += other.occasions
        self.keys |= other.keys
        self.names |= other.names
        self.organisers |= other.organisers


def occasions(extraction: Extraction) -> Iterator[Occasion]:
    """The events that only this article knows, with their signs."""
    key = iri.article_key(extraction.article.id)
    for entity in extraction.entities:
        if entity.type == "Event" and _is_own(entity.id, key) and node(entity.id).value == entity.id:
            signs = {_printable(sign) for sign in _signs(entity, extraction, key)}
            yield Occasion(
                entity.id, key, _printable(entity.label), tuple(sorted(signs)), _printable(str(entity.attributes.get("kind") or "")),
                _printable(str(entity.attributes.get("date") or "")), entity.attributes.get("status") == "planned", _printable(extraction.article.published[:10]),
                frozenset(_organisers(entity.id, extraction, key)),
            )  # fmt: skip


def agree(one: Words, other: Words) -> bool:
    """Whether two names may be of one event."""
    (here, tells), (there, told) = one, other
    if not (tells <= told or told <= tells):
        return False
    return here <= there or there <= here or 2 * len(here & there) >= len(here | there)


def words_of(name: str) -> Words:
    """What is compared of a name."""
    words = [word for word in _WORD.findall(name) if word.casefold() not in _words("filler")]
    tells = [w for at, w in enumerate(words) if at and (w[0].isupper() or w[0].isdigit() or words[at - 1] in _words("ordinal"))]
    return frozenset(w.casefold() for w in words), frozenset(w.casefold() for w in tells)


def told_name(name: str) -> str:
    """A name as a sign, without words that may stand in it or not.

    >>> told_name("Hội nghị tổng kết Chỉ thị số 40-CT/TW")
    'hội-nghị-tổng-kết-chỉ-thị-40-ct-tw'
    """
    return iri.slug(" ".join(word for word in name.split() if word.casefold() not in _words("filler")))


def is_telling(name: str) -> bool:
    """Whether a name is long and particular enough to tell an event of its day."""
    syllables = name.split()
    return len(syllables) >= NAME and any(s[0].isupper() or s[0].isdigit() for s in syllables[1:])


def one_event(group: Iterable[Occasion], verdicts: Verdicts = NONE) -> list[list[Occasion]]:
    """Occasions that share signs, parted into events; a function of the group alone, not of its order.

    What a curator judged the same is one whatever the signs say, but for a plan and what came of it.
    """
    members = sorted(group, key=lambda o: o.iri)
    events = {o.iri: _Event([o], {o.key}, {o.words}, set(o.organisers)) for o in members}
    for one, other in sorted(verdicts.same):
        here, there = events.get(one), events.get(other)
        if here and there and here is not there and here.occasions[0].planned == there.occasions[0].planned and not here.parts(there, verdicts):
            here.take(there, events)
    signed: dict[str, list[Occasion]] = {}
    for occasion in members:
        for sign in occasion.signs:
            signed.setdefault(sign, []).append(occasion)
    for _, sharing in sorted(signed.items()):
        found: list[_Event] = []  # the events of this sign so far: few, however many articles
        for occasion in sharing:
            event = events[occasion.iri]
            if any(event is other for other in found):
                continue
            home = next((other for other in found if other.takes(event) and not other.parts(event, verdicts)), None)
            if home is None:
                found.append(event)
            else:
                home.take(event, events)
    return [event.occasions for event in {id(event): event for event in events.values()}.values()]


def _is_own(event: str, key: str) -> bool:
    """Whether an IRI is that of an event which this article alone knows: ``event/<kind>/<name>/<key>``."""
    kind, _, rest = event.removeprefix(f"{iri.BASE}event/").partition("/")
    return event.startswith(f"{iri.BASE}event/") and kind not in _GLOBAL and rest.endswith(f"/{key}") and "/" not in rest[: -len(key) - 1]


def _signs(event: Entity, extraction: Extraction, key: str) -> Iterator[str]:
    kind, day = str(event.attributes.get("kind") or ""), str(event.attributes.get("date") or "")
    said = [s for s in extraction.statements if s.subject == event.id and s.object and s.mode == "stated"]
    if kind == "anniversary" and not _is_held(event.label) and (years := event.attributes.get("years")):
        yield from (f"anniversary of {s.object}|{years}" for s in said if s.predicate == "commemorates" and _known(str(s.object), key))
        return
    if not kind or len(day) != 10 or day.startswith("-"):
        return
    syllables = event.label.split()
    base = f"{kind}|{day}|{'planned' if event.attributes.get('status') == 'planned' else ''}"
    names = {e.id: iri.slug(e.label) for e in extraction.entities if e.type == "Person" and " " in e.label}
    here = [(names[str(s.object)], str(s.attributes.get("role"))) for s in said if s.predicate == "participant" and s.object in names]
    people = list(dict.fromkeys(name for name, _ in here))[:MANY]
    begins = f"{base}|{iri.slug(' '.join(syllables[:2]))}"
    for one, other in combinations(sorted(people), 2) if len(syllables) >= SHORT else ():
        yield f"{begins}|{one}|{other}"
    organisers = _organisers(event.id, extraction, key)
    for organiser in organisers:
        if is_telling(event.label):
            yield f"{base}|{organiser}|{' '.join(sorted(words_of(event.label)[1]))}"
        yield from (f"{begins}|{organiser}|{name}" for name, role in here if role in _CHAIRS)
    if kind != "visit" and is_telling(event.label):
        place = iri.slug(str(event.attributes.get("place") or ""))
        yield from (f"{base}|{told_name(event.label)}|{each}" for each in (*people, place) if each)


def _organisers(event: str, extraction: Extraction, key: str) -> list[str]:
    """The organisers of an event that are known everywhere."""
    said = (s for s in extraction.statements if s.subject == event and s.predicate == "organisedBy" and s.mode == "stated")
    return sorted({str(s.object) for s in said if s.object and _known(s.object, key)})


def _is_held(label: str) -> bool:
    """Whether an anniversary's name is that of something held for it (``Lễ kỷ niệm …``)."""
    return f"{label.casefold()} ".startswith(tuple(f"{word} " for word in _words("opens")))


@cache
def _words(kind: str) -> frozenset[str]:
    """The rows of a kind of ``event_words.tsv``."""
    return frozenset(word for word, of, _ in rows("event_words.tsv") if of == kind)


def _printable(text: str) -> str:
    """Without lone surrogates, which SQLite cannot hold."""
    return text.encode("utf-8", "replace").decode()


def _known(thing: str, key: str) -> bool:
    """Whether a thing is the same in every article."""
    return not thing.endswith(f"/{key}")
