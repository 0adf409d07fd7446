"""Whether an event is held, ongoing or planned as of the day of publication (domain notes 6, Factuality).

Planned work is not history: words of planning in the clause or a day after publication make an event
planned. What the registry knows of a congress or plenum is added by the linker.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.page import Page
from vankien.extractors.reading import Found

_PLANNED_BEFORE = re.compile(
    r"(?<!\w)(?:sẽ|[Dd]ự\skiến|[Hh]ướng\stới|chuẩn\sbị|[Kk]ế\shoạch|sắp|tới\sđây|[Cc]hào\smừng|[Tt]rước\sthềm|bước\svào)(?!\w)"
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
_ENDED = re.compile(r"trao\sgiải|tổng\skết|bế\smạc|đã\sdiễn\sra")
_STANDING = frozenset({"campaign", "programme"})
_FAR = 1500


def status(page: Page, event: Found, begin: int, end: int) -> str:
    """``held``, ``ongoing`` or ``planned``, by the event's day, else by the words of its sentence."""
    kind = event.attributes["kind"]
    if _HELD_AFTER.match(page.text, event.end, min(end, event.end + 40)):
        event.attributes["told"] = True
    if by_day := _by_day(page, event, begin, end):
        return by_day
    if kind in _STANDING:
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
    return "" if kind in ("contest", "programme") else _opening(page, event)


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
    before = page.text[max(begin, event.start - 70) : event.start]
    match = _PLANNED_BEFORE.search(before)
    if match and not _HELD_BETWEEN.search(match["between"]):
        return True
    if event.cls in ("Congress", "Plenum") and _SUBMITTED.search(before):
        return True
    return _PLANNED_AFTER.match(page.text, event.end, min(end, event.end + 60)) is not None
