"""When an event is, and whether it is held, ongoing or planned as of the day of publication (domain notes 6).

Planned work is not history: words of planning in the clause, a day after publication, or the registry's
day of a congress (added by the linker) make an event planned. The day of publication is never taken as
the event's day unless the words say so.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events_page import Page
from vankien.extractors.reading import Found
from vankien.extractors.text.letters import UPPER

# Words before or after an event that put it into the future: dự kiến (expected), tiến tới (towards) ...
_PLANNED_BEFORE = re.compile(
    r"(?<!\w)(?:sẽ|[Dd]ự\skiến|hướng\stới|[Hh]ướng\stới|chuẩn\sbị|[Kk]ế\shoạch|sắp|tới\sđây|[Cc]hào\smừng|[Tt]rước\sthềm|bước\svào)(?!\w)"
    r"(?P<between>[^.;:]*)\Z"
)
_HELD_BETWEEN = re.compile(r"(?<!\w)(?:nghị\squyết|thực\shiện|sau|tại|từ|thành\scông\scủa|đã|kết\squả)(?!\w)", re.IGNORECASE)
_SUBMITTED = re.compile(
    r"(?<!\w)(?:trình(?:\stại)?|tiến\stới|[Tt]iến\stới|[Dd]ự\sthảo|phương\shướng|phục\svụ|[Tt]iểu\sban|đề\snghị)(?!\w)[^.;:]{0,60}\Z"
)
"""Papers are drafted for, and submitted to, a congress or plenum to come."""

_PLANNED_AFTER = re.compile(r"[^.;:,\n]{0,30}?,?\s(?:sẽ\s|dự\skiến|sắp\s|sắp\stới|tới\sđây|chuẩn\sbị\sdiễn\sra)")
_HELD_AFTER = re.compile(r"[^.;:,\n]{0,20}?,?\s(?:vừa\squa|mới\sđây|thành\scông|đã\s|vừa\s)")
_ONGOING_AFTER = re.compile(r"\s(?:đang\s(?:diễn\sra|họp|được)|tiếp\stục\s(?:diễn\sra|họp|phiên|ngày))")
_OPENING = re.compile(r"\A(?:\([^)]*\)\s*-?\s*)?(?:Sáng nay,?\s|Hôm nay,?\s)?[Kk]hai\smạc\s")
_STANDING = frozenset({"campaign", "programme"})
_TOLD = frozenset({"conference", "meeting", "ceremony", "visit", "inspection", "plenum", "congress", "anniversary", "other", "contest"})

_NEAR_AFTER = re.compile(r"[\s,(]*(?:(?:dự\skiến|được\stổ\schức|tổ\schức|diễn\sra|khai\smạc|họp|vào|ngày|sáng|chiều|tối|trưa|từ|trong|hai|ba|các|lúc|hồi|\d{1,2}h\d{0,2}|dịp|đầu|cuối|giữa)[\s,(]*)*\Z")
_BACKGROUND = re.compile(
    r"(?<!\w)(?:sau|trước|kết\squả|về|từ|trình|theo|nhiệm\skỳ|[Nn]ghị\squyết|chuẩn\sbị|bên\slề|giữa|tiến\stới|chào\smừng|nhân|dịp)\s\Z"
)
"""Words before an event that only lean on it: the day of the sentence is not its day."""

_TOLD_BEFORE = re.compile(r"(?<!\w)(?:đã|[Tt]ại|[Kk]hai\smạc|[Bb]ế\smạc|tổ\schức|diễn\sra|[Dd]ự|[Cc]hủ\strì|tiến\shành)\s(?:phiên\s|lễ\s)?\Z")
_TOLD_AFTER = re.compile(r",?\s(?:đã\s|chính\sthức\s|tiếp\stục\s)*(?:khai\smạc|bế\smạc|diễn\sra|họp|làm\sviệc|được\stổ\schức)")
_RITE = re.compile(r"(?:buổi\s)?lễ\s", re.IGNORECASE)
_NEAR_BEFORE = re.compile(r"[\s,)-]*\Z")
_OF_DOCUMENT = re.compile(r"[\s,(]*(?:ngày\s)?(?:của\s)?\Z")
_NAME = rf"(?:[^\s,.;:()\n]+\s){{0,3}}?[{UPPER}][^\s,.;:()\n]*(?:(?:\s|\s-\s)[{UPPER}0-9][^\s,.;:()\n]*)*"
_UNIT = r"(?:thôn|xã|phường|huyện|quận|thị\sxã|thành\sphố|TP|tỉnh|[Tt]hủ\sđô)\s"
_WHERE = rf"tại\s(?P<place>{_NAME}(?:,\s(?:{_UNIT}{_NAME}|Hà\sNội|TP\.?\s?HCM))*)(?=[,.;:)]|\s(?:đã|với|và|do)\s|\Z)"
_THERE = re.compile(rf"(?:\s\w+){{0,3}}?,?\s{_WHERE}")
_HERE = re.compile(rf"(?<!\w){_WHERE}")
_PLACED = frozenset({"conference", "meeting", "ceremony", "plenum", "congress", "anniversary"})


def place_in_time(page: Page, event: Found) -> None:
    """Add date, status and place to an event's attributes where the words of its sentence give them."""
    begin, end = page.reading.sentence_at(event.start)
    attributes = event.attributes
    if "status" in attributes:  # a day of the past that an anniversary keeps
        if day := attributes.pop("day", ""):
            attributes["date"] = day
        return
    told = _date(page, event, begin, end) if attributes.get("day") and _RITE.match(event.label) else None
    if attributes.get("day"):
        _bracket(page, event)
        if told is not None:  # the ceremony's own day, not that of what it keeps
            attributes["date"] = _value(told)
    if page.inside_document(event.start, event.end):  # its resolution is there already; the registry may know better
        attributes["status"] = "held"
        return
    if "date" not in attributes and (day := _date(page, event, begin, end)) is not None:
        attributes["date"] = _value(day)
        if day.attributes.get("to"):
            attributes["endDate"] = day.attributes["to"]
    attributes["status"] = _status(page, event, begin, end)
    _base_year(page, event)
    if attributes.get("date") and attributes["kind"] in _PLACED and (place := _place(page, event, begin, end)):
        attributes["place"] = place


def _place(page: Page, event: Found, begin: int, end: int) -> str:
    """``tại X`` directly behind the event, else between the day and the event: ``Ngày 7/7, tại Hà Nội, …``."""
    after = _THERE.match(page.text, event.end, end)
    if after is None:
        days = [d for d in page.dates_in(begin, event.start)]
        after = _HERE.search(page.text, days[-1].end, event.start) if days else None
    place = " ".join(after["place"].split()).rstrip(" -") if after else ""
    return "" if place == "TP" else place


def _value(day: Found) -> str:
    return str(day.attributes["value"])


def _date(page: Page, event: Found, begin: int, end: int) -> Found | None:
    """The date next to the event, else the one that opens a sentence which tells of it."""
    days = page.dates_in(begin, end)
    kind = event.attributes["kind"]
    if event.cls == "Congress" and event.attributes.get("scope") != "owner":  # the registry knows its days; days around it are of other things
        return None
    behind = int(event.attributes.get("bracket", event.end))
    after = next((d for d in days if d.start >= behind), None)
    if after is not None and not _NEAR_AFTER.match(page.text[behind : after.start]):
        after = None
    if after is not None and (len(_value(after)) > 4 or kind in ("contest", "campaign", "programme", "anniversary")):
        return after
    before = [d for d in days if d.end <= event.start]
    if kind == "campaign" and before and event.cls == "ThematicYear":
        return before[-1]
    if before and len(_value(before[-1])) > 4 and _NEAR_BEFORE.match(page.text[before[-1].end : event.start]):
        return before[-1]
    if kind not in _TOLD or _BACKGROUND.search(page.text, max(begin, event.start - 16), event.start):
        return after
    if event.attributes.get("ordinals") and not _is_told(page, event, begin):
        return after
    told = [d for d in before if len(_value(d)) > 4 and _tells(page, begin, d, event)]
    return told[-1] if told else after


def _is_told(page: Page, event: Found, begin: int) -> bool:
    """Whether a numbered event, often cited only, is told of: ``tại kỳ họp thứ 8``, ``Hội nghị … khai mạc``."""
    if event.start - begin < 60 or _TOLD_BEFORE.search(page.text, max(begin, event.start - 24), event.start):
        return True
    return _TOLD_AFTER.match(page.text, event.end) is not None


def _tells(page: Page, begin: int, day: Found, event: Found) -> bool:
    """Whether a sentence opens with the day and goes on to the event in one clause."""
    lead = page.text[begin : day.start]
    between = page.text[day.end : event.start]
    opens = len(lead) < 45 or re.search(r"(?:^|[,.]\s?)(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Nn]gày|[Vv]ào)[^,]{0,12}\Z", lead) is not None
    return opens and len(between) < 420 and not re.search(r"[;:]\s|(?<!\w)(?:sau\skhi|nhằm|để\schuẩn\sbị|theo\stinh\sthần)(?!\w)", between)


def _bracket(page: Page, event: Found) -> None:
    """``(7/7/1917 - 7/7/2017)``: base and day; ``(30/4/2022)``: the day; ``(3/2/1930)``: the base."""
    attributes = event.attributes
    day, base = _iso(attributes.pop("day")), _iso(attributes.pop("base", ""))
    published = page.reading.published
    if not base and int(day[:4]) < (published.year - 2 if published else 1990):  # (3/2/1930): the day that is kept
        base, day = day, ""
    if base:
        attributes["baseYear"] = int(base[:4])
        attributes["baseDate"] = base
    if day:
        attributes["date"] = day


def _iso(day: str) -> str:
    parts = [p.zfill(2) for p in re.split(r"\s?[/.-]\s?", day) if p]
    return "-".join(reversed(parts))


def _base_year(page: Page, event: Found) -> None:
    """base = year - N (domain notes 6), for a whole number of years only: ``gần``, ``hơn`` (nearly, more than) leave it open."""
    attributes = event.attributes
    years = attributes.get("years")
    if not years or "baseYear" in attributes or attributes.get("approximate"):
        return
    date = str(attributes.get("date", ""))
    published = page.reading.published
    year = int(date[:4]) if re.match(r"\d{4}", date) else published.year if published else 0
    if year:
        attributes["baseYear"] = year - int(years)


def _status(page: Page, event: Found, begin: int, end: int) -> str:
    attributes, published = event.attributes, page.reading.published
    kind, date = attributes["kind"], str(attributes.get("date", ""))
    if published and re.match(r"\d{4}", date):
        today = published.isoformat()[: len(date)]
        until = str(attributes.get("endDate", date))
        if date > today:
            return "planned"
        if kind == "campaign":
            return "ongoing" if date == today else "held"
        if len(date) == 10 and until > today[: len(until)]:
            return "ongoing"
        if kind not in ("contest", "programme"):
            return _opened(page, event)
    if kind in _STANDING:
        return "ongoing"
    if _planned(page, event, begin, end):
        return "planned"
    if _ONGOING_AFTER.match(page.text, event.end):
        return "ongoing"
    if kind == "contest" and not re.search(r"(?:trao\sgiải|tổng\skết|bế\smạc|đã\sdiễn\sra)", page.text[begin:end]):
        return "ongoing"
    if attributes["kind"] == "other" and page.block_end(event.start) > event.end:  # the task of a steering committee
        return "ongoing"
    return _opened(page, event)


def _opened(page: Page, event: Found) -> str:
    """A report whose title says that the event opens tells of one that is going on."""
    opening = _OPENING.match(page.reading.article.title)
    head = event.label.split()[:2]
    if opening and " ".join(head).lower() == " ".join(page.reading.article.title[opening.end() :].split()[:2]).lower():
        return "held" if event.attributes.get("scope") and event.start > 1500 else "ongoing"
    return "held"


def _planned(page: Page, event: Found, begin: int, end: int) -> bool:
    if _HELD_AFTER.match(page.text[event.end : min(end, event.end + 40)]):
        return False
    before = page.text[max(begin, event.start - 70) : event.start]
    match = _PLANNED_BEFORE.search(before)
    if match and not _HELD_BETWEEN.search(match["between"]):
        return True
    if event.cls in ("Congress", "Plenum") and _SUBMITTED.search(before):
        return True
    return _PLANNED_AFTER.match(page.text[event.end : min(end, event.end + 60)]) is not None
