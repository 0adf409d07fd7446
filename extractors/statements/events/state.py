"""What an article says of its events: who holds them, what they keep in memory, which documents they serve.

Predicates organisedBy, commemorates and implements (with its type); the roles of persons stand in
:mod:`vankien.extractors.statements.events.participants`. Words and relations: domain notes 1.7 and 6.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.words import PURPOSE, relations
from vankien.extractors.linking.events.main import main_event
from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.events.named import state_names, state_session_owners
from vankien.extractors.statements.events.participants import state_participants
from vankien.extractors.statements.events.principals import Principals
from vankien.extractors.statements.events.sentences import event_skeletons
from vankien.extractors.statements.skeleton import SLOT, Skeleton

_BODY = r"<B\d+>(?:\s?\((?:[A-ZĐ][^\s()<>]*\s?){1,4}\))?"
_BODIES = rf"(?P<bodies>(?:{_BODY}(?:\s?,\s|\svà\s|,\svà\s|\scùng\s|\s-\s)(?:lãnh\sđạo\s)?)*{_BODY})"
_PLUS = r"(?:(?:,|\svà|\scùng)\s(?:chính\squyền|nhân\sdân|các\s|một\ssố)[^<>.;:]{0,60}?)?"
"""``Đảng bộ, chính quyền và nhân dân …``: who is no body in particular holds it too."""

_ALSO = (
    r"(?:\s(?:đã|vừa|sẽ|dự\skiến|chuẩn\sbị|cũng|tiếp\stục|long\strọng|trang\strọng|trọng\sthể|phối\shợp|đồng|cùng|tiến\shành|đang|chủ\strì"
    r"|đăng\scai|quyết\sđịnh|chính\sthức|thống\snhất|trực\stiếp|vừa\squa|sáng\snay|chiều\snay|hôm\snay))*"
)
_WITH = (
    r"(?:,?\s(?:phối\shợp(?:\svới|\scùng)?|cùng(?:\svới)?|với)\s(?:các\scơ\squan\s|lãnh\sđạo\s)?"
    rf"(?P<partners>(?:{_BODY}(?:,\s|\svà\s|,\svà\s))*{_BODY}))?{_PLUS}"
)
_HOLD = r"(?:tổ\schức|phát\sđộng|khai\smạc|chủ\strì|triệu\stập|tiến\shành|mở|ký\skết|đăng\scai|phối\shợp\sthực\shiện)"
_WHERE = r"(?:,?\s(?:tỉnh|thành\sphố|huyện|quận|thị\sxã|tại)\s[^,.;:<>]{2,25}?,?)?"
_HOW = r"(?:\s(?:[Cc]hung\skết|[Vv]òng\s[Cc]hung\skết|đêm\s[Cc]hung\skết|trọng\sthể|thành\scông|một|trực\stuyến|buổi|cuộc|chuỗi|triển\skhai|thực\shiện|ra|chương\strình|lễ))*"
_LED = r"(?:\s?,?\sdo\s[^.;]{3,200}?(?:[Tt]rưởng\s[Đđ]oàn|<T\d+>|dẫn\sđầu),?)?"
_EVENT = r"(?P<event><E\d+>)"

HELD_BY = (
    ("tổ chức", re.compile(rf"{_BODIES}{_PLUS}{_WHERE}{_ALSO}{_WITH}{_ALSO}\s{_HOLD}{_HOW}\s{_EVENT}")),
    ("do … tổ chức", re.compile(
        rf"{_EVENT}(?:[^<>.;:]{{0,40}}?|\scủa\s<B\d+>[^<>.;:]{{0,120}}?)\s(?:do|được)\s{_BODIES}{_ALSO}{_WITH}{_ALSO}\s(?:tổ\schức|phát\sđộng|khởi\sxướng|chủ\strì|thực\shiện)")),
    ("làm việc với", re.compile(rf"{_BODIES}{_LED}{_ALSO}(?:\s(?:đến|tới|có|tiếp\stục))*\s{_EVENT}")),
)  # fmt: skip
"""``<B0> tổ chức <E0>``, ``<E0> do <B0> tổ chức``, ``<B0> đã làm việc với …`` (the verb is the event)."""

_DECIDES = re.compile(
    rf"(?:[Tt]ại|[Tt]rong)\s{_EVENT}[^<>.;:]{{0,30}}?,\s{_BODIES}\s(?:đã\s)?(?:xác\sđịnh|quyết\sđịnh|xem\sxét|kết\sluận"
    r"|thảo\sluận|cho\sý\skiến|thi\shành|thống\snhất|nhận\sthấy|tiến\shành\sbầu|biểu\squyết|thông\squa)"
)
_ORGANS = frozenset(
    "CentralCommittee InspectionCommission PartyCommittee PeoplesCouncil Politburo Secretariat"
    " StandingBoard".split()
)
_OF_MINISTRIES = frozenset({"ArmedForcesBody", "PoliceBody", "School", "StateBody"})
_PLACE = re.compile(r"(?:[Tt]rụ\ssở|[Tt]ại|ở|của|[Tt]heo|[Hh]ội\strường|[Nn]hà)\s\Z")
_OWN_VERBS = (
    "buổi gặp", "buổi làm việc", "buổi tiếp", "cuộc gặp", "cuộc họp", "cuộc làm việc", "cuộc tiếp", "họp",
    "kiểm tra",
)  # fmt: skip

_SERVES = re.compile(
    rf"{_EVENT}(?P<way>[^.;<>]{{0,60}}?(?:nhằm|góp\sphần|là\shoạt\sđộng|để|thiết\sthực|tham\sgia)\s"
    r"[^.;<>]{0,40}?(?:thực\shiện|triển\skhai)[^.;<>]{0,30}?)"
    r"(?P<documents><D\d+>(?:(?:,|\svà|\sgắn\svới)\s(?:việc\s)?(?:thực\shiện\s)?<D\d+>)*)"
)
_SERVES_TOO = re.compile(
    r"[^.<>]{0,20}(?:<B\d+>)?[^.<>]{0,160}?;\s(?:tham\sgia\s|góp\sphần\s)?(?:thực\shiện|triển\skhai)\s(?P<documents><D\d+>)"
)
_INSPECTS_TOO = re.compile(
    rf"{_EVENT}[^.;]{{0,260}}?\sgắn\svới\s(?:việc\s)?(?:triển\skhai\s|tổ\schức\s)?thực\shiện\s(?P<documents><D\d+>)"
)
_WORKS_ON = re.compile(rf"{_EVENT}(?P<way>[^.;,<>]{{0,110}}?)(?P<documents><D\d+>)")


def state_events(reading: Reading) -> None:
    """State who organises the events, what they commemorate, which documents they serve, who takes part."""
    if not reading.events:
        return
    state_names(reading)
    main = main_event(reading)
    principals = Principals()
    for skeleton in event_skeletons(reading):
        if "<E" in skeleton.text and "<B" in skeleton.text:
            _organisers(reading, skeleton)
        if "<E" in skeleton.text and "<D" in skeleton.text:
            _served(reading, skeleton)
        if "<P" in skeleton.text:
            state_participants(reading, skeleton, main)
            if "<E" in skeleton.text:
                principals.read(reading, skeleton)
    principals.state(reading)
    state_session_owners(reading)


def _event(reading: Reading, match: re.Match[str]) -> Found:
    return reading.events[int(SLOT.findall(match["event"])[0][1])]


def _organisers(reading: Reading, skeleton: Skeleton) -> None:
    for rule, pattern in HELD_BY:
        for match in pattern.finditer(skeleton.text):
            event = _event(reading, match)
            if rule == "làm việc với" and not _own_verb(event):
                continue
            slots = SLOT.findall(match["bodies"])
            if _PLACE.search(skeleton.text, 0, match.start("bodies")):  # tại Trụ sở <B0>, <B1> đã họp
                slots = slots[1:]
            for number in _owners_left_out(reading, slots, match["bodies"]):
                _say_organiser(reading, skeleton, event, reading.bodies[number], match, rule)
            for _, number in SLOT.findall(match.groupdict().get("partners") or ""):
                _say_organiser(reading, skeleton, event, reading.bodies[int(number)], match, rule)
    for match in _DECIDES.finditer(skeleton.text):
        event = _event(reading, match)
        for _, number in SLOT.findall(match["bodies"]):
            body = reading.bodies[int(number)]
            if body.cls in _ORGANS and event.attributes["kind"] in ("meeting", "plenum", "conference"):
                _say_organiser(reading, skeleton, event, body, match, "họp quyết định")


def _owners_left_out(reading: Reading, slots: list[tuple[str, str]], words: str) -> list[int]:
    """Indices of the organisers: a ministry behind a comma only says whose the body before it is (``Cục X, Bộ Y``)."""
    found: list[int] = []
    for _, number in slots:
        body = reading.bodies[int(number)]
        before = reading.bodies[found[-1]] if found else None
        whose = before is not None and body.cls == "Ministry" and before.cls in _OF_MINISTRIES and f"<B{found[-1]}>, <B{number}>" in words
        if not whose:
            found.append(int(number))
    return found


def _own_verb(event: Found) -> bool:
    """Whether an event's words are what the body before them does (``họp``, ``làm việc với``)."""
    return bool(event.attributes.get("verb")) or event.label.lower().startswith(_OWN_VERBS)


def _say_organiser(
    reading: Reading, skeleton: Skeleton, event: Found, body: Found, match: re.Match[str], rule: str
) -> None:
    if len(event.entities) == 1 and body.entities:
        start, end = skeleton.at(match.start()), skeleton.at(match.end())
        reading.say(event.entities[0], "organisedBy", body.entities[0], start, end, rule)


def _served(reading: Reading, skeleton: Skeleton) -> None:
    """Documents that an event carries out, studies or reviews, said beside its name."""
    for match in _SERVES.finditer(skeleton.text):
        _serve(reading, skeleton, match, match["documents"], match.end(), "implements")
        also = _SERVES_TOO.match(skeleton.text, match.end())
        while also is not None:
            _serve(reading, skeleton, match, also["documents"], also.end(), "implements")
            also = _SERVES_TOO.match(skeleton.text, also.end())
    for match in _INSPECTS_TOO.finditer(skeleton.text):
        if _event(reading, match).cls == "Inspection":
            _serve(reading, skeleton, match, match["documents"], match.end(), "reviews")
    for match in _WORKS_ON.finditer(skeleton.text):
        verb = PURPOSE.search(match["way"])
        type = relations()[verb.group().lower()] if verb else ""
        if type in ("studies", "reviews") and _event(reading, match).attributes["kind"] == "conference":
            _serve(reading, skeleton, match, match["documents"], match.end(), type)


def _serve(
    reading: Reading, skeleton: Skeleton, match: re.Match[str], slots: str, end: int, type: str
) -> None:
    event = _event(reading, match)
    if len(event.entities) != 1:
        return
    start, stop = skeleton.at(match.start()), skeleton.at(end)
    for _, number in SLOT.findall(slots):
        for document in reading.documents[int(number)].entities:
            reading.say(event.entities[0], "implements", document, start, stop, "nhằm thực hiện", type=type)
