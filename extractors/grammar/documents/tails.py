"""What stands behind a document's name: its date, issuer, term, meeting and title (domain notes 1.6).

``… ngày 22/10/2018 của Bộ Chính trị khóa XII về "…"``: each piece goes to the name it directly follows. In
``Kết luận số 01-KL/TW của Bộ Chính trị khóa XIII về tiếp tục thực hiện Chỉ thị số 05-CT/TW`` issuer and term
are those of the conclusion only.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.documents.issuers import ACTS, CENTRAL, ISSUING, PAIR
from vankien.extractors.grammar.documents.meetings import read_plenum
from vankien.extractors.grammar.documents.pieces import Tail
from vankien.extractors.grammar.documents.places import Places
from vankien.extractors.grammar.documents.titles import read_title
from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.grammar.events.ordinals import FIGURE, number, to_roman

_DAY = re.compile(r"\s*,?\s*\(?\s*(?:(?:ban\s+hành|ký|ra)\s+(?:vào\s+)?)?(?:ngày\s+)?(?=\d)")
# Not a bare ``vào ngày``: that is when something is done with the paper, a review held, a conference planned.
_YEAR = re.compile(r"\s*,?\s*\(?\s*(?=(?:năm|tháng)\s+\d)")
_BY = re.compile(r"\s*,?\s*(?:do|của)\s+(?:đồng\s+chí\s+)?(?=\S)")
_NEXT_BODY = re.compile(r"\s*(?:,|và)\s+(?=\S)")
_STRAIGHT = re.compile(r"\s*,?\s+(?=\S)")
_TERM = re.compile(rf"\s*,?\s*(?:\(\s*)?(?:Đảng\s+)?[Kk]hóa\s+(?P<term>{FIGURE})\s*\)?")
_BRACKET = re.compile(r"\s*\)")
_SHORT = re.compile(
    rf"\s*\((?:(?:sau\s+đây\s+)?(?:gọi|viết)\s+(?:tắt|chung)?\s*là\s+)?\"?{any_of('title-end-paper')}"
    r"\s[^()\n]{1,50}\)(?=\s*,?\s+(?:của|ngày|về|do)(?!\w))"
)
"""A short name in brackets, the other pieces behind it: ``Kế hoạch số 47-KH/BCĐ (Kế hoạch 47) của …``."""

_CENTRE = re.compile(r"\s*,?\s+của\s+(?:Trung\s+ương|T\.?Ư)(?!\s*(?:[A-ZĐ]|\w*\d))(?!\w)")
_ACTS_NOW = re.compile(rf"\s+(?:(?:đã|sẽ|vừa)\s+)?{any_of('clause-verbs')}", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[(,.;:)\"]|khóa|về|ngày|và|\Z|\n)")


def read_tail(text: str, at: int, limit: int, places: Places, joint: int = 1, code: str = "") -> Tail:
    """Read the pieces behind a name that ends at ``at``, in any order, up to the sentence's end.

    ``joint`` tells how many issuers the paper may have, ``code`` the code of the issuer in the name.
    """
    tail = Tail(at)
    moved = True
    while moved and tail.end < limit:
        begin = tail.end
        for step in (_short, _date, _issuer, _centre, _term, _meeting):
            step(text, tail, places)
        moved = tail.end > begin
    _others(text, tail, places, joint)
    read_title(text, tail, limit, places, code)
    if tail.title and tail.title_end < limit and text[tail.title_end - 1] == '"' and not tail.issuers:
        after = read_after_title(text, tail, places)
        tail.issuers, tail.issuer_end, tail.term = after.issuers, after.issuer_end, tail.term or after.term
        tail.date = tail.date or after.date
    return tail


def read_after_title(text: str, tail: Tail, places: Places) -> Tail:
    """Issuer, date and term that follow a quoted title."""
    after = Tail(tail.title_end)
    for step in (_date, _issuer, _date, _term):
        step(text, after, places)
    return after


def _date(text: str, tail: Tail, places: Places) -> None:
    if tail.date:
        return
    match = _DAY.match(text, tail.end) or _YEAR.match(text, tail.end)
    day = places.date_at(match.end()) if match else None
    if match is None or day is None or day.attributes.get("to"):
        return
    if _someone_acts(text, day.end, places) and ("," in match.group() or text[day.end : day.end + 1] != ","):
        tail.after = tail.after or str(day.attributes["value"])
        return
    bracket = "(" in match.group()
    whole = len(day.attributes["value"]) == 10 and day.attributes["value"][0] != "-"
    if not (match.group().strip(" ,") or whole or day.label[0] in "nNtT"):
        return
    tail.date, tail.end = str(day.attributes["value"]), day.end
    if bracket and (closing := _BRACKET.match(text, tail.end)):
        tail.end = closing.end()


def _short(text: str, tail: Tail, _: Places) -> None:
    if match := _SHORT.match(text, tail.end):
        tail.end = match.end()


def _centre(text: str, tail: Tail, _: Places) -> None:
    if not tail.issuers and not tail.centre and (match := _CENTRE.match(text, tail.end)):
        tail.centre, tail.end = True, match.end()


def _someone_acts(text: str, end: int, places: Places) -> bool:
    """Whether a date opens the next clause: ``…, ngày 20/5/1988, Bộ Chính trị đã có Nghị quyết …``."""
    match = _STRAIGHT.match(text, end)
    actor = places.issuer_at(match.end()) if match else None
    return actor is not None and ACTS.match(text, actor[0]) is not None


def _issuer(text: str, tail: Tail, places: Places) -> None:
    if tail.issuers:
        return
    match = _BY.match(text, tail.end) or _STRAIGHT.match(text, tail.end)
    issuer = places.issuer_at(match.end()) if match else None
    if match is None or issuer is None:
        return
    straight = match.re is _STRAIGHT
    if straight and not tail.date:  # Chỉ thị 05 Bộ Chính trị (khóa XII)
        if "," in match.group() or issuer[1].cls not in CENTRAL or not _CLOSED.match(text, issuer[0]):
            return
    if "do" in match.group().split() and not re.match(
        r"\s+(?:vừa\s+|đã\s+)?(?:ký\s+)?ban\s+hành(?!\w)", text[issuer[0] : issuer[0] + 30]
    ):
        return
    if straight and (issuer[1].cls not in ISSUING or "\n" in match.group()):
        return  # a line below begins what follows: tại Tờ trình số …, / BAN THƯỜNG VỤ … QUYẾT ĐỊNH
    if straight and (
        "," in match.group() and not _CLOSED.match(text, issuer[0]) or ACTS.match(text, issuer[0])
    ):
        return  # the subject of the clause
    tail.issuers, tail.end = [issuer[1]], issuer[0]
    following = _NEXT_BODY.match(text, tail.end)
    second = places.issuer_at(following.end()) if following else None
    if second and {issuer[1].cls, second[1].cls} == PAIR:
        tail.issuers.append(second[1])
        tail.end = second[0]
    tail.issuer_end = tail.end


def _others(text: str, tail: Tail, places: Places, most: int) -> None:
    """The further issuers of a joint paper; a body that goes on to act begins the next clause."""
    while 0 < len(tail.issuers) < most and (following := _NEXT_BODY.match(text, tail.end)):
        issuer = places.issuer_at(following.end())
        if issuer is None or "\n" in following.group() or ("," in following.group() and _ACTS_NOW.match(text, issuer[0])):
            break
        tail.issuers.append(issuer[1])
        tail.end = tail.issuer_end = issuer[0]


def _term(text: str, tail: Tail, _: Places) -> None:
    match = None if tail.term else _TERM.match(text, tail.end)
    term = number(match["term"]) if match else None
    if match and term:
        tail.term = to_roman(term)
        tail.end = match.end() - (match.group().endswith(")") and "(" not in match.group())


def _meeting(text: str, tail: Tail, places: Places) -> None:
    if tail.meeting is not None or not re.match(
        r"\s*,?\s*(?:của\s+|tại\s+)?[Hh]ội\s+nghị\s", text[tail.end : tail.end + 20]
    ):
        return
    at = tail.end + (text[tail.end] == ",")
    meeting = read_plenum(text, at, places.body_at)
    if meeting is not None and len(meeting.sessions) == 1:
        tail.meeting, tail.end = meeting, meeting.end
        if term := meeting.sessions[0].term:
            tail.term = tail.term or to_roman(term)
