"""What stands behind a document's name: its date, issuer, term, meeting and title (domain notes 1.6).

``… ngày 22/10/2018 của Bộ Chính trị khóa XII về "…"``: each piece goes to the name it directly follows. In
``Kết luận số 01-KL/TW của Bộ Chính trị khóa XIII về tiếp tục thực hiện Chỉ thị số 05-CT/TW`` issuer and term
are those of the conclusion only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vankien.extractors.grammar.documents.meetings import Meeting, read_plenum
from vankien.extractors.grammar.documents.places import Places
from vankien.extractors.grammar.documents.quotes import close_quote
from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.grammar.events.ordinals import FIGURE, number, to_roman
from vankien.extractors.reading import Found

_DAY = re.compile(r"\s*,?\s*\(?\s*(?:(?:ban\s+hành|ký|ra)\s+)?(?:vào\s+)?(?:ngày\s+)?(?=\d)")
_YEAR = re.compile(r"\s*,?\s*\(?\s*(?=(?:năm|tháng)\s+\d)")
_BY = re.compile(r"\s*,?\s*(?:do|của)\s+(?:đồng\s+chí\s+)?(?=\S)")
_NEXT_BODY = re.compile(r"\s*(?:,|và)\s+(?=\S)")
_STRAIGHT = re.compile(r"\s*,?\s+(?=\S)")
_ACTS = re.compile(rf"\s+{any_of('acts')}")
_TERM = re.compile(rf"\s*,?\s*(?:\(\s*)?(?:Đảng\s+)?[Kk]hóa\s+(?P<term>{FIGURE})\s*\)?")
_BRACKET = re.compile(r"\s*\)")
_ABOUT = re.compile(r"\s*,?\s*:?\s*(?:V/v|[Vv]ề(?:\s+việc)?|với\s+nội\s+dung)\s*:?\s+(?=\S)")
_QUOTE = re.compile(r"\s*[,:]?\s*:?\s*(?:là\s+)?(?=\")")
_SUBJECT_VERB = re.compile(rf"\s+(?={any_of('subject-verb')})")
_TITLE_END = re.compile(
    r"[;!?\n…]|\.(?=\s|\Z|[A-ZĐ][^\W\d_A-ZĐ])|,?\s+ngày\s+\d|\s\(|\s+-\s+(?=[A-ZĐ])"
    rf"|,\s+{any_of('title-end-clause')}|\s+(?:và|với)\s+(?:các\s+)?{any_of('title-end-paper')}"
    r"|\s+và\s+(?:việc\s+)?(?:tiếp\s+tục\s+)?(?:tổ\s+chức\s+)?(?:thực\s+hiện|triển\s+khai)(?!\w)"
    rf"|(?<!sửa\sđổi)(?<!bổ\ssung),\s+thay\s+thế\s+(?:cho\s+)?(?:các\s+)?{any_of('title-end-paper')}"
    rf"|(?!(?<=\skhông)\s+được\s+làm(?!\w))\s+{any_of('title-end-word')}"
)
_BRINGS = re.compile(r"(?<!\w)đưa\s[^,;.]{0,80}\Z", re.IGNORECASE)
_INTO = re.compile(r"\s+(?:vào|đến)\s+(?!năm|ngày|\d)")
_CLAUSE = re.compile(r",\s+\Z")
_OPENS = re.compile(
    r"\s+(?:đề\s+nghị|kiến\s+nghị|xem\s+xét|kết\s+luận|yêu\s+cầu|ban\s+hành|xây\s+dựng)(?!\w)"
)
_ISSUING = frozenset(
    {
        "Politburo",
        "Secretariat",
        "CentralCommittee",
        "StandingBoard",
        "PartyCommittee",
        "InspectionCommission",
    }
)
_LONGEST_TITLE = 320
_INNER = re.compile(
    r"(?:[Nn]ghị\s+quyết|[Cc]hỉ\s+thị|[Kk]ết\s+luận|[Qq]uy\s+định|[Qq]uyết\s+định)\s+(?:số\s+)?\d"
)
_PAIR = frozenset({"Politburo", "Secretariat"})


@dataclass(slots=True)
class Tail:
    """The pieces behind a name; date, issuer and term end at ``end``, the title at ``title_end``."""

    end: int
    date: str = ""
    term: str = ""
    issuers: list[Found] = field(default_factory=list)
    issuer_end: int = 0
    meeting: Meeting | None = None
    title: str = ""
    title_start: int = 0
    title_end: int = 0


def read_tail(text: str, at: int, limit: int, places: Places) -> Tail:
    """Read the pieces behind a name that ends at ``at``, in any order, up to the sentence's end."""
    tail = Tail(at)
    moved = True
    while moved and tail.end < limit:
        begin = tail.end
        for step in (_date, _issuer, _term, _meeting):
            step(text, tail, places)
        moved = tail.end > begin
    _title(text, tail, limit, places)
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
    if _someone_acts(text, day.end, places):
        return
    bracket = "(" in match.group()
    whole = len(day.attributes["value"]) == 10 and day.attributes["value"][0] != "-"
    if not (match.group().strip(" ,") or whole or day.label[0] in "nNtT"):
        return
    tail.date, tail.end = str(day.attributes["value"]), day.end
    if bracket and (closing := _BRACKET.match(text, tail.end)):
        tail.end = closing.end()


def _someone_acts(text: str, end: int, places: Places) -> bool:
    """Whether a date opens the next clause: ``…, ngày 20/5/1988, Bộ Chính trị đã có Nghị quyết …``."""
    match = _STRAIGHT.match(text, end)
    actor = places.issuer_at(match.end()) if match else None
    return actor is not None and _ACTS.match(text, actor[0]) is not None


def _issuer(text: str, tail: Tail, places: Places) -> None:
    if tail.issuers:
        return
    match = _BY.match(text, tail.end) or (_STRAIGHT.match(text, tail.end) if tail.date else None)
    issuer = places.issuer_at(match.end()) if match else None
    if match is None or issuer is None:
        return
    if "do" in match.group().split() and not re.match(
        r"\s+(?:vừa\s+|đã\s+)?(?:ký\s+)?ban\s+hành(?!\w)", text[issuer[0] : issuer[0] + 30]
    ):
        return
    if not text[match.start() : match.end()].strip(" ,") and issuer[1].cls not in _ISSUING:
        return
    tail.issuers, tail.end = [issuer[1]], issuer[0]
    following = _NEXT_BODY.match(text, tail.end)
    second = places.issuer_at(following.end()) if following else None
    if second and {issuer[1].cls, second[1].cls} == _PAIR:
        tail.issuers.append(second[1])
        tail.end = second[0]
    tail.issuer_end = tail.end


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


def _title(text: str, tail: Tail, limit: int, places: Places) -> None:
    """The title: in quotation marks, or bare after ``về`` (on) or a verb of subject."""
    about = _ABOUT.match(text, tail.end)
    at = about.end() if about else tail.end
    quote = _QUOTE.match(text, at)
    if quote:
        start = quote.end()
        end = close_quote(text, start, min(limit + 200, start + _LONGEST_TITLE))
        if end:
            tail.title, tail.title_start, tail.title_end = text[start + 1 : end - 1].strip(), start, end
        return
    opening = about or _SUBJECT_VERB.match(text, tail.end)
    if opening is None:
        return
    start = opening.end()
    end = _bare_end(text, start, min(limit, start + _LONGEST_TITLE), tail, places)
    tail.title, tail.title_start, tail.title_end = text[start:end].strip(), start, end


def _bare_end(text: str, start: int, limit: int, tail: Tail, places: Places) -> int:
    """Where a title without quotation marks ends; at its issuer, if that was still missing."""
    at = start
    while (stop := _TITLE_END.search(text, at, limit)) is not None and stop.start() < start + 4:
        at = stop.end()
    end = stop.start() if stop else limit
    end = _clause_end(text, start, end, tail, places)
    if not tail.issuers and not _INNER.search(text, start, end):
        for body in places.bodies_between(start, end):
            if body.cls in _ISSUING and body.label not in ("Đảng",) and text[: body.start].endswith("của "):
                tail.issuers, tail.issuer_end = [body], body.end
                end = body.start - 4
                break
    return start + len(text[start:end].rstrip(" ,-"))


def _clause_end(text: str, start: int, end: int, tail: Tail, places: Places) -> int:
    """Where the clause around a title without quotation marks goes on: its subject, or ``đưa … vào …``."""
    for body in places.bodies_between(start, end):
        acts = _ACTS.match(text, body.end) or _OPENS.match(text, body.end)
        if acts and (comma := _CLAUSE.search(text, start, body.start)):
            return comma.start()
    if _BRINGS.search(text, max(0, tail.end - 120), tail.end) and (into := _INTO.search(text, start, end)):
        return into.start()
    return end
