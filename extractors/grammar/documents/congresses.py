"""Resolutions known by the congress that adopted them (domain notes 1.6 and 3.1).

``Nghị quyết Đại hội XIII của Đảng``, ``Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XI``. Where one noun has
two owners (``Đại hội XIII của Đảng và của Đảng bộ Khối``) the numeral is the first's: the second's counts
otherwise and is taken from a fuller name in the article, or the second resolution is not read.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.documents.meetings import (
    LOCAL_ORDER,
    OF,
    ORDER,
    BodyAt,
    Meeting,
    Session,
    read_plenum,
)
from vankien.extractors.grammar.events.ordinals import FIGURE, number
from vankien.extractors.reading import Found

_CONGRESS = re.compile(rf"{OF}(?P<name>[Đđ]ại\s[Hh]ội)(?!\w)")
_NEXT_CONGRESS = re.compile(r"(?:\s*,|\svà)\s(?P<name>[Đđ]ại\s[Hh]ội)(?!\w)")
_NEXT_OWNER = re.compile(r"\svà\scủa\s")
_RESOLUTION = re.compile(r"[Nn]ghị\squyết\s[Đđ]ại\s[Hh]ội(?!\w)")
_MEMBERS = re.compile(r"\s[Đđ]ại\sbiểu(?!\w)")
_LEVEL = re.compile(r"\s(?:[Tt]ỉnh|[Tt]hành\sphố|TP|[Qq]uận|[Hh]uyện|[Xx]ã|[Pp]hường)(?!\w)")
_NATION = re.compile(r"\stoàn\squốc(?!\w)")
_CONGRESS_ORDER = re.compile(rf",?\s(?P<orders>{ORDER}|(?:thứ\s)?{FIGURE}(?!\s(?:ngày|người|năm|đại\sbiểu)))")
_KHOA = re.compile(rf",?\s\(?khóa\s(?P<orders>{FIGURE})\)?")
_PARTY = re.compile(
    r"\s(?:của\s)?(?P<party>Đảng(?:\sCộng\ssản\sViệt\sNam|\sta(?!\w))?)(?!\s(?:bộ|ủy|đoàn|viên|[A-ZĐ]))(?!\w)"
)
_OWNER = re.compile(r",?\s(?:của\s)?(?=\S)")
_GROUP = re.compile(r"(?:\s\w+){0,2}\s(?:các\scấp|cơ\ssở)(?!\w)")
_OFFICE = re.compile(r",?\snhiệm\skỳ\s(?:19|20)\d\d\s?-\s?(?:19|20)\d\d")
_BRANCH_ORDER = re.compile(rf"{OF}(?P<name>(?=Đảng\sbộ))")


def read_meeting(text: str, at: int, body_at: BodyAt) -> Meeting | None:
    """The meeting named just behind a type word or a number; None where none is, or a group of them."""
    return (
        read_plenum(text, at, body_at) or _read_congress(text, at, body_at) or _read_branch(text, at, body_at)
    )


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


def _told(text: str, owner: Found, shared: int | None, body_at: BodyAt) -> int | None:
    """The number of an owner's congress by the resolutions that the article names in full.

    The shared numeral if one of them has it, else the only other one: two congresses may carry one numeral.
    """
    told = set()
    for resolution in _RESOLUTION.finditer(text):
        congress = _one_congress(text, resolution.end(), body_at)
        of = congress[1].owner if congress else None
        if congress and congress[1].ordinal and of is not None and _same_owner(of.label, owner.label):
            told.add(congress[1].ordinal)
    return shared if shared in told else told.pop() if len(told) == 1 else None


def _same_owner(one: str, other: str) -> bool:
    """Whether a short name may stand for a long one: ``Đảng bộ Khối`` for ``Đảng bộ Khối các cơ quan tỉnh``."""
    return f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


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
        ordinal = _told(text, owner, meeting.sessions[0].ordinal, body_at) if owner is not None else None
        if owner is not None and ordinal:
            return owner.end, Session("congress", ordinal, owner=owner)
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
    if not session.ordinal and _GROUP.match(text, at):
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
    order = LOCAL_ORDER.match(text, owner.end) if owner else None
    if opening is None or owner is None or order is None:
        return None
    sessions = [Session("congress", number(order["orders"]), owner=owner)]
    return Meeting(opening.start("name"), order.end(), sessions, loose=True)
