"""Resolutions known by the plenum that adopted them (domain notes 1.6 and 3.2), and what any meeting's name tells.

``Nghị quyết Trung ương 4 (khóa XII)``, ``Nghị quyết Hội nghị lần thứ mười Ban Chấp hành Trung ương Đảng khóa
XIII``. The meeting inside the name becomes an event find with the attributes of :mod:`vankien.extractors.grammar.events.congress`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from vankien.extractors.grammar.events.ordinals import FIGURE, NUMBER, WORD, number
from vankien.extractors.reading import Found

BodyAt = Callable[[int], Found | None]
"""The longest body find that begins at an offset."""

_CENTRE = r"(?:[Tt]rung\sương|T\.?\s?Ư|TW)"
_COMMITTEE = (
    rf"(?:(?:Ban\s[Cc]hấp\s[Hh]ành|BCH)\s)?{_CENTRE}(?:\sĐảng(?:\sCộng\ssản\sViệt\sNam)?)?"
    r"(?!\s(?:Đoàn|Hội(?!\snghị)|MTTQ))"
)
ORDER = rf"lần\s(?:thứ\s)?(?:{FIGURE}|(?:{WORD})(?!\w))(?:\s\(\w+(?:\s\w+)?\))?"
_ORDERS = rf"(?P<orders>(?:{WORD})(?=\s*,?\s*\(?[Kk]hóa(?!\w))|{NUMBER}(?:(?:,\s?|\svà\s){NUMBER}(?=[\s.,;:)\"]|\Z))*)"
_ROMAN = rf"(?:{FIGURE}|[IVX]{{1,5}}(?=[A-ZĐ][^\W\d_A-ZĐ]))"  # also glued to the next sentence: khóa XIIIVới
_TERMS = rf"(?P<terms>{_ROMAN}(?:(?:,\s?|\svà\s)(?:khóa\s)?{_ROMAN})*)"
_TERM = re.compile(rf"\s*,?\s*(?:\(\s*[Kk]hóa\s*{_TERMS}\s*\)|[Kk]hóa\s{_TERMS.replace('terms', 'terms2')})")
OF = r"(?:\s|(?<=NQ))(?:của\s|tại\s)?(?:các\s)?"

# Trung ương 4; Hội nghị Trung ương 9, 10; TW4; Hội nghị Trung ương lần thứ 11
_SHORT = re.compile(rf"{OF}(?P<name>(?:[Hh]ội\snghị\s|HN\s?)?{_COMMITTEE}(?:\s|(?<=[WƯ])){_ORDERS})")
_SHORT_MORE = re.compile(rf"\svà\s(?:[Hh]ội\snghị\s)?{_CENTRE}\s{_ORDERS}")
# Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng
_FULL = re.compile(rf"{OF}(?P<name>[Hh]ội\snghị\s(?P<orders>{ORDER})(?:\scủa|,)?\s{_COMMITTEE})")
# Hội nghị Ban Chấp hành Trung ương lần thứ 4
_LAST = re.compile(rf"{OF}(?P<name>[Hh]ội\snghị\s{_COMMITTEE},?\s(?P<orders>{ORDER}))")
# Hội nghị lần thứ 15 <Ban Chấp hành Đảng bộ tỉnh>; Hội nghị <Ủy ban …> lần thứ 7
_LOCAL = re.compile(rf"{OF}(?P<name>[Hh]ội\snghị\s)(?:(?P<orders>{ORDER})(?:\scủa|,)?\s)?(?=\S)")
LOCAL_ORDER = re.compile(rf",?\s(?P<orders>{ORDER})")
_PLENUMS = (_SHORT, _FULL, _LAST)


@dataclass(slots=True)
class Session:
    """One meeting: its number, of whom. ``term`` is the committee's; ``office`` its years (``2020-2025``)."""

    kind: str
    ordinal: int | None = None
    term: int | None = None
    national: bool = False
    owner: Found | None = None
    office: str = ""


@dataclass(slots=True)
class Meeting:
    """The meetings a document's name tells, where the name ends, and the event finds inside it."""

    start: int
    end: int
    sessions: list[Session] = field(default_factory=list)
    loose: bool = False

    def events(self, text: str) -> list[Found]:
        """One event find for the coordinated meetings of one owner or one number, else one for each."""
        first = self.sessions[0]
        same = all((s.term, s.owner) == (first.term, first.owner) for s in self.sessions)
        groups = [self.sessions] if same else [[s] for s in self.sessions]
        found = [_event(text, self.start, self.end, group) for group in groups]
        for event in found[1:] and found:  # words that name several meetings are the name of none of them
            event.label = " ".join(event.label.split()[:2])
        return found


def _event(text: str, start: int, end: int, sessions: list[Session]) -> Found:
    first = sessions[0]
    attributes: dict[str, object] = {
        "kind": first.kind,
        "scope": "national" if first.national else "owner" if first.owner else "",
        "ordinals": [s.ordinal for s in sessions if s.ordinal],
        "term": first.term,
    }
    if first.owner is not None:
        attributes["owner"] = first.owner.label
    parts = [first.owner] if first.owner is not None else []
    cls = "Congress" if first.kind == "congress" else "Plenum"
    return Found(start, end, "Event", cls, text[start:end], attributes, parts)


def read_plenum(text: str, at: int, body_at: BodyAt) -> Meeting | None:
    """A session of the Central Committee or of a local committee."""
    for shape in _PLENUMS:
        if match := shape.match(text, at):
            ordinals, end = _numbers(match["orders"]), match.end()
            if shape is _SHORT and (more := _SHORT_MORE.match(text, end)):
                ordinals, end = ordinals + _numbers(more["orders"]), more.end()
            return _plenum(text, match.start("name"), end, ordinals, None)
    match = _LOCAL.match(text, at)
    owner = body_at(match.end()) if match else None
    if match is None or owner is None:
        return None
    after = LOCAL_ORDER.match(text, owner.end)
    orders = match["orders"] or (after and after["orders"])
    if not orders:
        return None
    return _plenum(text, match.start("name"), after.end() if after else owner.end, _numbers(orders), owner)


def _plenum(text: str, start: int, end: int, ordinals: list[int], owner: Found | None) -> Meeting | None:
    """The plenums of these numbers, each in each of the terms that follow (``4 khóa XI, XII`` are two)."""
    terms: list[int | None] = [None]
    if match := _TERM.match(text, end):
        terms, end = [*_figures(match["terms"] or match["terms2"])], match.end()
    if not ordinals or max(ordinals) > 20:
        return None
    sessions = [Session("plenum", o, t, owner is None, owner) for t in terms for o in ordinals]
    return Meeting(start, end, sessions)


def _figures(terms: str) -> list[int]:
    return [n for t in re.findall(r"[IVXL]+|\d+", terms) if (n := number(t))]


def _numbers(orders: str) -> list[int]:
    orders = re.sub(r"\s\([^)]*\)", "", orders)
    return [n for o in re.findall(NUMBER, orders) or [orders] if (n := number(o))]
