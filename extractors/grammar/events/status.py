"""Whether an event is held, ongoing or planned as of the day of publication (domain notes 6, Factuality).

Planned work is not history: words of planning in the clause or a day after publication make an event
planned. What the registry knows of a congress or plenum is added by the linker.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.page import Page
from vankien.extractors.reading import Found

_PLANNED_BEFORE = re.compile(
    r"(?<!\w)(?:sẽ|[Dd]ự\skiến|[Hh]ướng\stới|chuẩn\sbị|[Kk]ế\shoạch|quyết\sđịnh\s(?:tổ\schức|triệu\stập)|sắp|tới\sđây|[Cc]hào\smừng|[Tt]rước\sthềm|bước\svào)(?!\w)"
    r"(?P<between>[^.;:]*)\Z"
)
"""dự kiến (expected), hướng tới (towards), chào mừng (in honour of the coming) ..."""

_HELD_BETWEEN = re.compile(
    r"(?<!\w)(?:nghị\squyết|thực\shiện|sau|tại|từ|thành\scông\scủa|đã|kết\squả)(?!\w)", re.IGNORECASE
)
_SUBMITTED = re.compile(
    r"(?<!\w)(?:trình(?:\stại)?|[Tt]iến\stới|[Dd]ự\sthảo|phương\shướng|phục\svụ|[Tt]iểu\sban|đề\snghị)(?!\w)[^.;:]{0,60}\Z"
)
"""Papers are drafted for, and submitted to, a congress or plenum to come."""

_PLANNED_AFTER = re.compile(
    r"[^.;:,\n]{0,30}?,?\s(?:sẽ\s|dự\skiến|sắp\s|sắp\stới|tới\sđây|chuẩn\sbị\sdiễn\sra)"
)
_HELD_AFTER = re.compile(r"[^.;:,\n]{0,20}?,?\s(?:vừa\squa|mới\sđây|thành\scông|đã\s|vừa\s)")
_ONGOING_AFTER = re.compile(r"\s(?:đang\s(?:diễn\sra|họp|được)|tiếp\stục\s(?:diễn\sra|họp|phiên|ngày))")
_OPENING = re.compile(r"\A(?:\([^)]*\)\s*-?\s*)?(?:Sáng nay,?\s|Hôm nay,?\s)?[Kk]hai\smạc\s")
_ELECTED = re.compile(
    r"(?<!\w)(?:bầu|cử)(?:\sra|\schọn)?\s(?:[^.;:,\n]{0,30}\s)?đại\sbiểu\s(?:[^.;:,\n]{0,30}\s)?(?:đi\s)?(?:tham\s)?dự\s\Z"
)
"""Delegates are elected to a congress that lies ahead: ``bầu đoàn đại biểu dự Đại hội …``."""

_AHEAD = re.compile(r"(?<!\w)(?:[Tt]rước|[Cc]huẩn\sbị\s(?:cho\s)?|báo\scáo\s(?:[Qq]uốc\shội\s|HĐND\s)?tại|trình\s(?:[Qq]uốc\shội\s)?(?:tại|vào))\s\Z")
"""Before a session that lies ahead: voters are met ``trước kỳ họp thứ ba``, reports are due ``tại kỳ họp thứ 10``."""

_REVIEWED = re.compile(r"(?<!\w)(?:[Ss]ơ|[Tt]ổng)\skết\s(?:[^.;:,\n]{0,40}\s)?\Z")
"""Before a programme: what is to come or past is the review of it, not the programme."""

_PREPARATORY = re.compile(r"trù\sbị\s(?:(?:của|tại)\s)?\Z")
"""The preparatory session of a congress: its day is not that on which the congress opens."""

_RITE = re.compile(r"(?<!\w)[Ll]ễ\s(?:tổng\skết\s(?:và|,)\s)?(?:công\sbố\svà\s)?trao\s\Z")
_ENDED = re.compile(r"trao\sgiải|[Ll]ễ\s(?:tổng\skết\s(?:và|,)\s)?trao\sGiải|tổng\skết|bế\smạc|đã\sdiễn\sra")
_PUT_OFF = re.compile(
    r"[^.;,]{0,60}?\s(?:chưa\s(?:được\s|thể\s)?(?:diễn\sra|tổ\schức|khai\smạc|họp)|(?:bị|được|tạm|phải|đã)\s(?:tạm\s)?(?:hoãn|lùi))(?!\w)"
)
_CALLED_OFF = re.compile(r"[^.;,]{0,60}?\s(?:không\s(?:được\s|thể\s)?(?:diễn\sra|tổ\schức)|(?:bị|đã)\s(?:hủy|huỷ))(?!\w)")
"""An event that was to be: put off it is planned, without its day; called off nothing is said of it."""

_NOT_HELD = re.compile(r"(?<!\w)(?:không|chưa)\s(?:còn\s|thể\s)?(?:tổ\schức|tiến\shành|mở|triệu\stập)\s(?:[^\W\d_]+\s){0,3}\Z")

_STANDING = frozenset({"campaign", "programme"})
_FAR = 1500


def status(page: Page, event: Found, begin: int, end: int) -> str:
    """``held``, ``ongoing`` or ``planned``, by the event's day, else by the words of its sentence."""
    kind, off = event.attributes["kind"], _off(page, event, end)
    if off is not None:
        event.attributes.pop("date", None)
        return off
    if event.cls == "Congress" and _PREPARATORY.search(page.text, max(begin, event.start - 30), event.start):
        event.attributes.pop("date", None)
        return "ongoing"
    if _HELD_AFTER.match(page.text, event.end, min(end, event.end + 40)):
        event.attributes["told"] = True
    if by_day := _by_day(page, event, begin, end):
        return by_day
    if event.attributes.get("final") and event.attributes.get("date"):
        return "held"
    if kind in _STANDING and event.cls != "Event":  # a show (chương trình nghệ thuật) is held on its evening
        return "ongoing"
    if _planned(page, event, begin, end):
        return "planned"
    if _ONGOING_AFTER.match(page.text, event.end):
        return "ongoing"
    if kind == "contest" and not _ENDED.search(page.text, begin, end):
        return "ongoing"
    if kind == "other" and page.block_end(event.start) > event.end:  # the task in a steering committee's name
        return "ongoing"
    return _opening(page, event)


def _off(page: Page, event: Found, end: int) -> str | None:
    """The status of an event that did not take place as announced; None where nothing says so."""
    if _CALLED_OFF.match(page.text, event.end, min(end, event.end + 90)) or _NOT_HELD.search(page.text, max(0, event.start - 40), event.start):
        return ""
    return "planned" if _PUT_OFF.match(page.text, event.end, min(end, event.end + 90)) else None


def _by_day(page: Page, event: Found, begin: int, end: int) -> str:
    """The status that the event's day gives; empty where it or publication is unknown, or decides nothing."""
    published, kind = page.reading.published, event.attributes["kind"]
    date = str(event.attributes.get("date", ""))
    if published is None or not date[:4].isdigit():
        return ""
    today = published.isoformat()[: len(date)]
    if date > today or (date == today and len(date) < 10 and _planned(page, event, begin, end)):
        return "planned"  # sẽ … cuối tháng này
    if kind == "campaign":
        return "ongoing" if date == today else "held"
    until = str(event.attributes.get("endDate", date))
    if len(date) == 10 and until > today[: len(until)]:
        return "ongoing"
    return "" if kind in ("contest", "programme") and event.cls != "Event" else _opening(page, event)


def _opening(page: Page, event: Found) -> str:
    """A report whose title says that the event opens tells of one that is going on; else it has been held."""
    title = page.reading.article.title
    opening = _OPENING.match(title)
    if not opening or title[opening.end() :].lower().split()[:2] != event.label.lower().split()[:2]:
        return "held"
    return "held" if event.attributes.get("scope") and event.start > _FAR else "ongoing"


def _planned(page: Page, event: Found, begin: int, end: int) -> bool:
    if _HELD_AFTER.match(page.text, event.end, min(end, event.end + 40)):
        return False
    before = page.text[max(begin, event.start - 90) : event.start]
    if event.cls == "Congress" and _ELECTED.search(before):
        return True
    if event.cls == "Session" and not event.attributes.get("date") and _AHEAD.search(before):
        return True
    if event.label.lower().startswith("lễ ") and not event.attributes.get("date") and before.lower().endswith("trước "):
        return True
    before = before[-70:]
    match = _PLANNED_BEFORE.search(before)
    if match and not _HELD_BETWEEN.search(match["between"]):
        return True
    if event.cls in ("Congress", "Plenum") and _SUBMITTED.search(before):
        return True
    return _PLANNED_AFTER.match(page.text, event.end, min(end, event.end + 60)) is not None


def is_reviewed(page: Page, event: Found, begin: int) -> bool:
    """Whether a programme is named as what a conference reviews (``tổng kết 10 năm Chương trình phối hợp …``).

    So too an award whose ceremony has the day: ``lễ trao Giải báo chí …``.
    """
    before, kind = page.text[max(begin, event.start - 60) : event.start], event.attributes["kind"]
    return (kind == "programme" and _REVIEWED.search(before) is not None) or (kind == "contest" and _RITE.search(before) is not None)
