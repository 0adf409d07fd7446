"""When and where an event is: day, base year and place, as its sentence gives them (domain notes 6).

The day of publication is never taken as the event's day unless the words say so.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.page import Page
from vankien.extractors.grammar.events.status import is_reviewed, status
from vankien.extractors.reading import Found
from vankien.extractors.text.letters import UPPER

_TOLD = frozenset(
    "conference meeting ceremony visit inspection plenum congress anniversary other contest".split()
)
_YEARLY = frozenset({"contest", "campaign", "programme", "anniversary"})
"""Kinds for which a year alone is a date worth keeping."""

_NEAR_AFTER = re.compile(
    r"[\s,(]*(?:(?:dự\skiến|sẽ|đã|vừa|chính\sthức|được\stổ\schức|tổ\schức|diễn\sra|khai\smạc|họp|vào|ngày|sáng|chiều|tối|trưa|từ|trong|hai|ba|các"
    r"|lúc|hồi|\d{1,2}h\d{0,2}|dịp|do\s[^.;,:()\d]{2,60}?(?=\stổ\schức\s)|đầu|cuối|giữa|tại\s[^.;,:()\d]{2,45}?(?=,?\s(?:vào|ngày|sáng|chiều|tối|từ|trong))"
    r"|của\s[^.;,:()\d]{2,45}?(?=\svào\s))[\s,(]*)*\Z"
)
_ON = re.compile(r",?\s(?:(?:dự\skiến|sẽ|được|tổ\schức|diễn\sra)\s)*vào\s(?:(?:ngày|sáng|chiều|tối|trưa)\s)*")
_NEAR_BEFORE = re.compile(r"[\s,)-]*\Z")
_BACKGROUND = re.compile(
    r"(?<!\w)(?:sau|trước|kết\squả|về|từ|trình|theo|nhiệm\skỳ|[Nn]ghị\squyết|chuẩn\sbị|bên\slề|giữa|tiến\stới|chào\smừng"
    r"|nhân|dịp)\s\Z"
)
"""Words before an event that only lean on it: the day of the sentence is not its day."""

_TOLD_BEFORE = re.compile(
    r"(?<!\w)(?:đã|[Tt]ại|[Kk]hai\smạc|[Bb]ế\smạc|tổ\schức|diễn\sra|[Dd]ự|[Cc]hủ\strì|tiến\shành)\s(?:phiên\s|lễ\s)?\Z"
)
_TOLD_AFTER = re.compile(
    r",?\s(?:đã\s|chính\sthức\s|tiếp\stục\s)*(?:khai\smạc|bế\smạc|diễn\sra|họp|làm\sviệc|được\stổ\schức)"
)
_OPENS = re.compile(r"(?:^|[,.]\s?)(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Nn]gày|[Vv]ào)[^,]{0,12}\Z")
_PARTS = re.compile(r"[;:]\s|(?<!\w)(?:sau\skhi|nhằm|để\schuẩn\sbị|theo\stinh\sthần)(?!\w)")
_OTHER_MEETING = re.compile(r"(?<!\w)họp(?:,|\s(?:để|xem|bàn|cho|thảo|nghe|và)(?!\w))")
"""Between a day and a session: the day is that of the meeting which takes up what the session proposed."""

_RITE = re.compile(r"(?:buổi\s)?(?:lễ|mít\stinh|gặp)\s", re.IGNORECASE)
_NAME = rf"(?:[^\s,.;:()\n]+\s){{0,3}}?[{UPPER}][^\s,.;:()\n]*(?:(?:\s|\s-\s)[{UPPER}0-9][^\s,.;:()\n]*)*"
_UNIT = r"(?:thôn|xã|phường|huyện|quận|thị\sxã|thành\sphố|TP|tỉnh|[Tt]hủ\sđô)\s"
_WHERE = (
    rf"tại\s(?P<place>{_NAME}(?:,\s(?:{_UNIT}{_NAME}|Hà\sNội|TP\.?\s?HCM))*)"
    r"(?=[,.;:)]|\s(?:đã|với|và|do)\s|\Z)"
)
_HERE = re.compile(
    rf"(?<!\w)tại\s(?P<place>[^,.;:()\n]{{2,70}}(?:,\s(?:{_UNIT}[^,.;:()\n]{{2,30}}|Hà\sNội|TP\.?\s?HCM))*)(?=,)"
)
_THERE = re.compile(rf"(?:\s\w+){{0,3}}?,?\s{_WHERE}")
_RESULT = re.compile(r"(?:[Nn]ghị\squyết|[Kk]ết\sluận|[Bb]ế\smạc|[Kk]hai\smạc|tinh\sthần)\s(?:của\s)?\Z")
"""Words before an event that show it as one that took place: its resolution, its opening ..."""

_PLACED = frozenset({"conference", "meeting", "ceremony", "plenum", "congress", "anniversary"})


def place_in_time(page: Page, event: Found) -> None:
    """Add date, base year, status and place to an event's attributes where its sentence gives them."""
    attributes = event.attributes
    if "status" in attributes:  # a day of the past that an anniversary keeps
        attributes["date"] = attributes.pop("day", "")
        return
    begin, end = page.reading.sentence_at(event.start)
    if _RESULT.search(page.text, max(0, event.start - 18), event.start):
        attributes["told"] = True
    if page.inside_document(event.start, event.end):  # its resolution exists; the registry may know better
        attributes["status"] = "held"
        return
    if not is_reviewed(page, event, begin):  # the day behind is that of the review
        _days(page, event, begin, end)
    attributes["status"] = status(page, event, begin, end)
    if attributes["status"] == "planned" and attributes.get("date"):
        attributes.pop("told", None)  # sẽ khai mạc: it opens on a day to come
    _base_year(page, event)
    if attributes.get("date") and attributes["kind"] in _PLACED:
        attributes["place"] = _place(page, event, begin, end)


def _days(page: Page, event: Found, begin: int, end: int) -> None:
    """The day of a bracket or of the sentence; a ceremony's own day goes before that of what it keeps."""
    attributes = event.attributes
    bracketed = bool(attributes.get("day"))
    day = _date(page, event, begin, end) if not bracketed or _RITE.match(event.label) else None
    if bracketed:
        _bracket(page, event)
    if day is not None:
        attributes["date"] = _value(day)
        if day.attributes.get("to"):
            attributes["endDate"] = day.attributes["to"]


def _value(day: Found) -> str:
    return str(day.attributes["value"])


def _date(page: Page, event: Found, begin: int, end: int) -> Found | None:
    """The date next to the event, else the one that opens a sentence which tells of it."""
    kind = event.attributes["kind"]
    if event.cls == "Congress" and event.attributes.get("scope") != "owner":
        days = page.dates_in(begin, end)
        stated = _behind(page, event, days)  # diễn ra từ ngày 25/1 đến ngày 1/2/2021
        return stated if stated is not None and stated.attributes.get("to") and len(_value(stated)) == 10 and _value(stated)[0] != "-" else None
    days = page.dates_in(begin, end)
    before = [d for d in days if d.end <= event.start]
    after = _behind(page, event, days)
    if after is not None and before and _closer(before[-1], after):
        after = None  # Sáng 5/6, … hội nghị tháng 6
    if after is not None and (len(_value(after)) > 4 or kind in _YEARLY):
        return after
    if before and event.cls == "ThematicYear":
        return before[-1]
    if before and len(_value(before[-1])) > 4 and _NEAR_BEFORE.match(page.text[before[-1].end : event.start]):
        return before[-1]
    if (kind not in _TOLD and event.cls != "Event") or _BACKGROUND.search(page.text, max(begin, event.start - 16), event.start):
        return after
    if event.attributes.get("ordinals") and not _is_told(page, event, begin):
        return after
    told = [d for d in before if len(_value(d)) > 4 and _tells(page, begin, d, event)]
    if event.cls == "Session" and told and _OTHER_MEETING.search(page.text[told[-1].end : event.start]):
        return after
    if told and after is not None and event.attributes.get("ordinals") and not _value(told[-1]).startswith((_value(after), "-")):
        return after  # Tháng 8-2007, …, tại kỳ họp thứ nhất … năm 2011
    return told[-1] if told else after


def _closer(day: Found, month: Found) -> bool:
    """Whether a full day lies in the month that another date names."""
    first, second = _value(day), _value(month)
    return len(second) in (7, 5) and len(first) == len(second) + 3 and first.startswith(second)


def _behind(page: Page, event: Found, days: list[Found]) -> Found | None:
    """The first date behind the event (and its bracket), if only words of time stand between."""
    behind = int(event.attributes.get("bracket", event.end))
    after, following = next(((d, days[at + 1 : at + 2]) for at, d in enumerate(days) if d.start >= behind), (None, []))
    if after is not None and following and len(_value(after)) == 4 and len(_value(following[0])) > 4:
        if _ON.fullmatch(page.text[after.end : following[0].start]):  # tổng kết công tác năm 2024 vào ngày 15/1/2025
            after = following[0]
            behind = after.start
    if after is None or (event.attributes.get("years") and _is_base(page, after)):
        return None
    return after if _NEAR_AFTER.match(page.text[behind : after.start]) else None


def _is_base(page: Page, day: Found) -> bool:
    """Whether the first day of a bracket, ``(9/2/1907 - …``, is long past: the day that is kept."""
    published = page.reading.published
    bracketed = page.text.startswith("(", day.start - 1)
    return bracketed and published is not None and int(_value(day)[:4]) < published.year - 2


def _is_told(page: Page, event: Found, begin: int) -> bool:
    """Whether a numbered event, often cited only, is told of (``tại kỳ họp thứ 8``)."""
    if event.start - begin < 60 or event.label.startswith("họp "):
        return True
    if _TOLD_BEFORE.search(page.text, max(begin, event.start - 24), event.start):
        return True
    return _TOLD_AFTER.match(page.text, event.end) is not None


def _tells(page: Page, begin: int, day: Found, event: Found) -> bool:
    """Whether a sentence opens with the day and goes on to the event in one clause."""
    opens = day.start - begin < 45 or _OPENS.search(page.text[begin : day.start]) is not None
    between = page.text[day.end : event.start]
    return opens and len(between) < 420 and not _PARTS.search(between)


def _bracket(page: Page, event: Found) -> None:
    """``(7/7/1917 - 7/7/2017)``: base and day; ``(30/4/2022)``: the day; ``(3/2/1930)``: the base."""
    attributes = event.attributes
    day, base = _iso(attributes.pop("day")), _iso(attributes.pop("base", ""))
    published = page.reading.published
    if not base and int(day[:4]) < (published.year - 2 if published else 1990):
        base, day = day, ""
    if base:
        attributes["baseYear"] = int(base[:4])
        attributes["stated"] = True
    if day:
        attributes["date"] = day


def _iso(day: str) -> str:
    return "-".join(reversed([p.zfill(2) for p in re.split(r"\s?[/.-]\s?", day) if p]))


def _base_year(page: Page, event: Found) -> None:
    """base = year - N (domain notes 6); ``gần``, ``hơn`` (nearly, more than) leave it open."""
    attributes = event.attributes
    years = attributes.get("years")
    if not years or "baseYear" in attributes or attributes.get("approximate"):
        return
    date, kept = str(attributes.get("date", "")), str(attributes.get("kept", ""))
    published = page.reading.published
    if kept and not date:  # năm 2030, kỷ niệm 100 năm thành lập Đảng
        attributes["baseYear"] = int(kept[:4])
        year = int(kept[:4]) + int(years)
        if published is not None and published.isoformat() < f"{year}{kept[4:]}" and not _RITE.match(event.label):
            attributes["status"] = "planned"
        if f"{year}" in page.text[max(0, event.start - 24) : event.start]:
            attributes["date"] = f"{year}"
            if published is None and f"{year}" > page.reading.latest_day > "2":
                attributes["status"] = "planned"
        return
    year = int(date[:4]) if date[:4].isdigit() else published.year if published else 0
    if year:
        attributes["baseYear"] = year - int(years)


def _place(page: Page, event: Found, begin: int, end: int) -> str:
    """``tại X`` directly behind the event, else between day and event (``Ngày 7/7, tại Hà Nội, …``)."""
    there = _THERE.match(page.text, event.end, end)
    if there is None:
        days = page.dates_in(begin, event.start)
        there = _HERE.search(page.text, days[-1].end, event.start) if days else None
    place = " ".join(there["place"].split()).rstrip(" -") if there else ""
    return "" if place == "TP" else place
