"""Resolutions known by the meeting that adopted them, a plenum or a congress (domain notes 1.6, 3.1, 3.2).

``Nghị quyết Trung ương 4 (khóa XII)``, ``Nghị quyết Hội nghị lần thứ mười Ban Chấp hành Trung ương Đảng khóa
XIII``, ``Nghị quyết Đại hội XIII của Đảng và của Đảng bộ Khối``. The meeting inside the name becomes an event
find with the attributes of :mod:`vankien.extractors.grammar.events.congress`.
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
_ORDER = rf"lần\s(?:thứ\s)?(?:{FIGURE}|(?:{WORD})(?!\w))(?:\s\(\w+(?:\s\w+)?\))?"
_ORDERS = rf"(?P<orders>{NUMBER}(?:(?:,\s?|\svà\s){NUMBER}(?=[\s.,;:)\"]|\Z))*)"
_ROMAN = rf"(?:{FIGURE}|[IVX]{{1,5}}(?=[A-ZĐ][^\W\d_A-ZĐ]))"  # also glued to the next sentence: khóa XIIIVới
_TERMS = rf"(?P<terms>{_ROMAN}(?:(?:,\s?|\svà\s)(?:khóa\s)?{_ROMAN})*)"
_TERM = re.compile(rf"\s*,?\s*(?:\(\s*[Kk]hóa\s*{_TERMS}\s*\)|[Kk]hóa\s{_TERMS.replace('terms', 'terms2')})")
_OF = r"(?:\s|(?<=NQ))(?:của\s|tại\s)?(?:các\s)?"

# Trung ương 4; Hội nghị Trung ương 9, 10; TW4; Hội nghị Trung ương lần thứ 11
_SHORT = re.compile(rf"{_OF}(?P<name>(?:[Hh]ội\snghị\s|HN\s?)?{_COMMITTEE}(?:\s|(?<=[WƯ])){_ORDERS})")
_SHORT_MORE = re.compile(rf"\svà\s(?:[Hh]ội\snghị\s)?{_CENTRE}\s{_ORDERS}")
# Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng
_FULL = re.compile(rf"{_OF}(?P<name>[Hh]ội\snghị\s(?P<orders>{_ORDER})(?:\scủa|,)?\s{_COMMITTEE})")
# Hội nghị Ban Chấp hành Trung ương lần thứ 4
_LAST = re.compile(rf"{_OF}(?P<name>[Hh]ội\snghị\s{_COMMITTEE},?\s(?P<orders>{_ORDER}))")
# Hội nghị lần thứ 15 <Ban Chấp hành Đảng bộ tỉnh>; Hội nghị <Ủy ban …> lần thứ 7
_LOCAL = re.compile(rf"{_OF}(?P<name>[Hh]ội\snghị\s)(?:(?P<orders>{_ORDER})(?:\scủa|,)?\s)?(?=\S)")
_LOCAL_ORDER = re.compile(rf",?\s(?P<orders>{_ORDER})")
_PLENUMS = (_SHORT, _FULL, _LAST)

_CONGRESS = re.compile(rf"{_OF}(?P<name>[Đđ]ại\s[Hh]ội)(?!\w)")
_NEXT_CONGRESS = re.compile(r"(?:\s*,|\svà)\s(?P<name>[Đđ]ại\s[Hh]ội)(?!\w)")
_NEXT_OWNER = re.compile(r"\svà\scủa\s")
_MEMBERS = re.compile(r"\s[Đđ]ại\sbiểu(?!\w)")
_LEVEL = re.compile(r"\s(?:[Tt]ỉnh|[Tt]hành\sphố|TP|[Qq]uận|[Hh]uyện|[Xx]ã|[Pp]hường)(?!\w)")
_NATION = re.compile(r"\stoàn\squốc(?!\w)")
_CONGRESS_ORDER = re.compile(
    rf",?\s(?P<orders>{_ORDER}|(?:thứ\s)?{FIGURE}(?!\s(?:ngày|người|năm|đại\sbiểu)))"
)
_KHOA = re.compile(rf",?\s\(?khóa\s(?P<orders>{FIGURE})\)?")
_PARTY = re.compile(
    r"\s(?:của\s)?(?P<party>Đảng(?:\sCộng\ssản\sViệt\sNam|\sta(?!\w))?)(?!\s(?:bộ|ủy|đoàn|viên|[A-ZĐ]))(?!\w)"
)
_OWNER = re.compile(r",?\s(?:của\s)?(?=\S)")
_GROUP = re.compile(r"(?:\s\w+){0,2}\s(?:các\scấp|cơ\ssở)(?!\w)")
_OFFICE = re.compile(r",?\snhiệm\skỳ\s(?:19|20)\d\d\s?-\s?(?:19|20)\d\d")
_BRANCH_ORDER = re.compile(rf"{_OF}(?P<name>(?=Đảng\sbộ))")


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
        return [_event(text, self.start, self.end, group) for group in groups]


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


def read_meeting(text: str, at: int, body_at: BodyAt) -> Meeting | None:
    """The meeting named just behind a type word or a number; None where none is, or a group of them."""
    return (
        read_plenum(text, at, body_at) or _read_congress(text, at, body_at) or _read_branch(text, at, body_at)
    )


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
    after = _LOCAL_ORDER.match(text, owner.end)
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


def _read_congress(text: str, at: int, body_at: BodyAt) -> Meeting | None:
    opening = _CONGRESS.match(text, at)
    if opening is None:
        return None
    first = _one_congress(text, opening.end("name"), body_at)
    if first is None or not (first[1].ordinal or _of_branch(first[1])):
        return None
    meeting = Meeting(opening.start("name"), first[0], [first[1]])
    while (more := _more(text, meeting, body_at)) is not None:
        meeting.end = more[0]
        meeting.sessions.append(more[1])
    return meeting


def _of_branch(session: Session) -> bool:
    """Whether a congress without number is told by its owner: the last one of ``Đảng bộ tỉnh``."""
    owner = session.owner
    return owner is not None and (
        bool(session.office) or owner.cls == "PartyOrganisation" and len(owner.label.split()) > 2
    )


def _more(text: str, meeting: Meeting, body_at: BodyAt) -> tuple[int, Session] | None:
    """One more congress coordinated with the first: ``và của Đảng bộ Khối``, ``và Đại hội …``."""
    if opening := _NEXT_OWNER.match(text, meeting.end):
        owner = body_at(opening.end())
        if owner is not None:
            return owner.end, Session("congress", meeting.sessions[0].ordinal, owner=owner)
    if opening := _NEXT_CONGRESS.match(text, meeting.end):
        following = _one_congress(text, opening.end("name"), body_at)
        if following is not None and following[1].ordinal:
            return following
    return None


def _one_congress(text: str, at: int, body_at: BodyAt) -> tuple[int, Session] | None:
    """The words after ``Đại hội`` in any order: delegates, nation, number, owner, term; None for groups."""
    session, moved = Session("congress"), True
    while moved:
        moved = False
        for step in (_step_plain, _step_party, _step_number, _step_owner):
            end = step(text, at, session, body_at)
            if end > at:
                at, moved = end, True
    if _GROUP.match(text, at):
        return None
    office = _OFFICE.match(text, at)
    if office and not session.ordinal and session.owner is not None:
        session.office = office.group().rpartition(" kỳ ")[2].replace(" ", "")
        at = office.end()
    return at, session


def _step_plain(text: str, at: int, session: Session, _: BodyAt) -> int:
    if match := _MEMBERS.match(text, at):
        return match.end()
    if match := _NATION.match(text, at):
        session.national = session.owner is None
        return match.end()
    return at


def _step_party(text: str, at: int, session: Session, body_at: BodyAt) -> int:
    match = _PARTY.match(text, at) if session.owner is None else None
    if match is None:
        return at
    body = body_at(match.start("party"))
    if (
        body is not None and body.end > match.end()
    ):  # the congress of another party or of a party organisation
        session.owner = body
        return body.end
    session.national = True
    return match.end()


def _step_number(text: str, at: int, session: Session, _: BodyAt) -> int:
    match = None if session.ordinal else _CONGRESS_ORDER.match(text, at) or _KHOA.match(text, at)
    ordinal = number(match["orders"]) if match else None
    if match is None or not ordinal or ordinal > 40:
        return at
    session.ordinal = ordinal
    return match.end()


def _step_owner(text: str, at: int, session: Session, body_at: BodyAt) -> int:
    match = _OWNER.match(text, at) if session.owner is None and not session.national else None
    body = body_at(match.end()) if match else None
    if body is None or (match and match.group().startswith(",") and session.ordinal):
        return at
    session.owner = body
    level = _LEVEL.match(text, body.end) if body.label in ("Đảng bộ", "đảng bộ") else None
    return level.end() if level else body.end


def _read_branch(text: str, at: int, body_at: BodyAt) -> Meeting | None:
    """``Nghị quyết Đảng bộ tỉnh lần thứ XVI``: loose for the resolution of its congress."""
    opening = _BRANCH_ORDER.match(text, at)
    owner = body_at(opening.end()) if opening else None
    order = _LOCAL_ORDER.match(text, owner.end) if owner else None
    if opening is None or owner is None or order is None:
        return None
    sessions = [Session("congress", number(order["orders"]), owner=owner)]
    return Meeting(opening.start("name"), order.end(), sessions, loose=True)


def _figures(terms: str) -> list[int]:
    return [n for t in re.findall(r"[IVXL]+|\d+", terms) if (n := number(t))]


def _numbers(orders: str) -> list[int]:
    orders = re.sub(r"\s\([^)]*\)", "", orders)
    return [n for o in re.findall(NUMBER, orders) if (n := number(o))]
