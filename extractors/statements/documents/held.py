"""Papers and meetings: the plenum that adopted a paper, the conference at which papers were studied.

What the event's own name tells is the events' business; here it is the clause: ``Hội nghị Trung ương 8 đã ban hành
Nghị quyết …``, ``Tại hội nghị, các đại biểu được quán triệt Nghị quyết A và Kết luận B``. Who asks others at a meeting
to study a paper has not studied it there.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from vankien.extractors.grammar.documents.lists import rows_of
from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.documents.openings import FILL

_SITTINGS = frozenset({"Plenum", "Congress"})
_ADOPTS = re.compile(
    r"(?:\s+(?:đã|vừa|chính\s+thức|thống\s+nhất|cũng))*(?:\s+(?:thảo\s+luận|bàn|xem\s+xét|biểu\s+quyết)(?:,|\s+và)?)?"
    r"\s+(?:thông\s+qua|ban\s+hành|(?<!\w)ra)\s+(?:các\s+|hai\s+|ba\s+)?\Z"
)
_ADOPTED = re.compile(
    r"\s+(?:(?:đã|vừa)\s+)?(?:được\s+)?(?:thông\s+qua\s+|ban\s+hành\s+)?(?P<at>tại\s+|được\s+)\Z"
)
_BY_SITTING = re.compile(r"(?:\s+(?:chính\s+thức|thống\s+nhất))?\s+(?:thông\s+qua|ban\s+hành)(?!\w)")
_STUDY = re.compile(
    r"(?<!\w)(?:quán\s+triệt|học\s+tập|nghiên\s+cứu|phổ\s+biến|truyền\s+đạt|giới\s+thiệu)"
    rf"(?:(?:,|\s+và)?\s+(?:quán\s+triệt|học\s+tập|nghiên\s+cứu|phổ\s+biến|truyền\s+đạt|triển\s+khai|thực\s+hiện|nội\s+dung|về))*"
    rf"{FILL}\s+(?:{any_of('list-of-papers')}[^.;:\"]{{0,60}}?\s(?:gồm|bao\s+gồm|là|như|sau)?\s*:?\s+)?\Z",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\s+(?:về|bàn\s+về|cho\s+ý\s+kiến\s+về)\s+(?:việc\s+|công\s+tác\s+)?(?P<state>tình\s+hình\s+|kết\s+quả\s+|tiến\s+độ\s+)?"
    rf"(?:tổ\s+chức\s+)?(?:triển\s+khai,?(?:\s+thực\s+hiện)?|thực\s+hiện){FILL}\s+\Z"
)
_PLACE = re.compile(r"(?:\A|[.:;\n]\s*|,\s+)(?:Tại|tại|Trong|Trong\s+khuôn\s+khổ)\s+\Z")
_ASKS = re.compile(rf"(?<!\w){any_of('asks-at-meeting')}", re.IGNORECASE)
_DOES = re.compile(
    r"(?:\s+(?:đã|được|cũng|tập\s+trung|tiến\s+hành|tổ\s+chức|nghe|dành\s+thời\s+gian|trực\s+tiếp))*\s+"
)
_FINDS_OUT = re.compile(r"(?<!\w)tìm\s+hiểu\s", re.IGNORECASE)
_KINDS = frozenset({"conference", "meeting", "plenum"})
_FAR = 260
"""Code points between a meeting and the verb of study in its sentence."""


def state_held(reading: Reading) -> None:
    """Add ``adoptedAt`` and ``studies`` that the clauses around papers tell."""
    events = sorted((e for e in reading.events if len(e.entities) == 1), key=lambda e: e.start)
    if not events or not reading.documents:
        return
    starts = [e.start for e in events]
    for row in rows_of(reading.text, reading.documents):
        begin, end = reading.sentence_at(row[0].start)
        near = events[bisect_left(starts, begin) : bisect_left(starts, end)]
        if near:
            _adopted(reading, row, near)
            _studied(reading, row, near, begin)
            _discussed(reading, row, near)
    for event in events:
        if event.attributes["kind"] == "contest":
            _found_out(reading, event)


def _adopted(reading: Reading, row: list[Found], events: list[Found]) -> None:
    """The plenum or congress that passes the papers of a row, before them or in the passive behind one."""
    text = reading.text
    for event in events:
        if event.cls not in _SITTINGS or any(d.holds(event) for d in row):
            continue
        for document in row:
            if event.end <= row[0].start and _ADOPTS.fullmatch(text, event.end, row[0].start):
                _say_adopted(reading, document, event, event.start, document.end)
            end = max(document.end, document.attributes.get("tail_end", 0))
            passive = _ADOPTED.fullmatch(text, end, event.start) if end <= event.start else None
            if passive and (passive["at"].startswith("tại") or _BY_SITTING.match(text, event.end)):
                if passive.group().strip() != "tại":
                    _say_adopted(reading, document, event, document.start, event.end)


def _say_adopted(reading: Reading, document: Found, event: Found, start: int, end: int) -> None:
    if document.attributes.get("events"):
        return
    for id in document.entities:
        reading.say(id, "adoptedAt", event.entities[0], start, end, "sitting-adopts")


def _studied(reading: Reading, row: list[Found], events: list[Found], begin: int) -> None:
    text = reading.text
    verb = _STUDY.search(text, max(begin, row[0].start - 170), row[0].start)
    if verb is None:
        return
    before = [e for e in events if e.start <= verb.start() and verb.start() - e.end < _FAR]
    event = before[-1] if before else None
    if event is None or event.attributes["kind"] not in _KINDS or event.holds(row[0]):
        return
    if event.end > verb.start():  # hội nghị quán triệt ba nghị quyết, gồm: …
        _say_held(reading, event, row, "studies", "studied-at")
        return
    place = _PLACE.search(text, max(begin - 2, event.start - 20), event.start)
    subject = _DOES.fullmatch(text, event.end, verb.start())
    if not subject and (not place or _ASKS.search(text, event.end, verb.start())):
        return
    _say_held(reading, event, row, "studies", "studied-at")


def _discussed(reading: Reading, row: list[Found], events: list[Found]) -> None:
    """``cuộc họp về (tình hình) thực hiện Nghị quyết …``."""
    for event in events:
        about = (
            _ABOUT.fullmatch(reading.text, event.end, row[0].start)
            if event.end < row[0].start
            else _ABOUT.search(reading.text, event.start, row[0].start)
            if event.holds(row[0])
            else None
        )
        if about and event.attributes["kind"] in _KINDS:
            _say_held(reading, event, row, "reviews" if about["state"] else "implements", "meeting-about")


def _say_held(reading: Reading, event: Found, row: list[Found], type: str, rule: str) -> None:
    for document in row:
        for id in document.entities:
            reading.say(event.entities[0], "implements", id, event.start, document.end, rule, type=type)


def _found_out(reading: Reading, event: Found) -> None:
    """``Hội thi tìm hiểu Nghị quyết …``: its name holds the paper."""
    for document in reading.documents:
        if event.holds(document) and _FINDS_OUT.search(reading.text, event.start, document.start):
            for id in document.entities:
                reading.say(
                    event.entities[0],
                    "implements",
                    id,
                    event.start,
                    event.end,
                    "contest-about",
                    type="studies",
                )
