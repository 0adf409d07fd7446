"""Ceremonies and anniversaries, with the years they count and the days and persons they keep in memory.

Attributes beside the kind: ``years``; ``approximate`` for ``gần``, ``hơn`` (nearly, more than); ``keeps`` and
``kept``, the deed that is kept and its day; ``day`` and ``base``, the days of a bracket behind the name as
printed (``time`` reads them).
"""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.extractors.grammar.events.page import Page
from vankien.extractors.grammar.events.words import DAY, Head, alternatives, days, heads
from vankien.extractors.reading import Found
from vankien.extractors.text.letters import UPPER

_YEARS = re.compile(
    r"\s(?:(?:lần\sthứ|tròn)\s)?(?P<about>gần\s|hơn\s|trên\s|khoảng\s)?"
    r"(?P<years>\d{1,4})\s(?P<unit>năm|tháng|tuần|ngày)(?!\w)"
)
_KEPT = re.compile(
    r"\s(?:[Nn]gày\s(?:thành\slập|truyền\sthống|sinh|mất|hội|ra\sđời|[Gg]iải\sphóng|[Cc]hiến\sthắng|[Qq]uốc|Thương|"
    r"Báo\schí|Nhà\sgiáo|Toàn|Thầy|Bác|Chủ|Cách)|Quốc\skhánh|Cách\smạng|Chiến\sthắng)"
)
_BRACKET = re.compile(
    r"\s?\((?:(?P<from>(?:\d{1,2}\s?[/.-]\s?){0,2}\d{4})\s?-\s?)?(?P<day>(?:\d{1,2}\s?[/.-]\s?){0,2}\d{4})\)"
)
_NEXT_ACT = re.compile(
    r"(?<=\s)(?:và\s(?!Quốc\skhánh|[Nn]gày\s|thống\snhất|nổi\sdậy)|nhân\s|gắn\svới|hướng\stới|chào\smừng|của\sbáo|"
    r"bày\stỏ|ôn\slại|với\snghi\sthức)"
)
"""What follows the name of an anniversary: ``và tiếp tục`` (and goes on to), ``nhân`` (on occasion of)."""

_CEREMONY_END = re.compile(
    r"(?<=\s)(?:và\s(?:tiếp\stục|mừng|chào\smừng|hướng\stới|bày\stỏ|ôn\slại|nhân)|nhân\s|gắn\svới|hướng\stới|"
    r"với\snghi\sthức|vinh\sdự)"
)
_ALSO = re.compile(r"(?:,|\svà|;)(?=\s\d{1,3}\snăm\s(?:[Nn]gày\s|thành\slập|Quốc|Giải|Cách|Chiến))")
_OTHERS = re.compile(rf"\s(?:nước\s)?[{UPPER}]")  # another country's day, another party's founding
_MEMORY = re.compile(r"(?<!\w)(?:nhắc\slại|nhắc\sđến|kể\slại|kể\svề|ôn\slại|những|nhiều|bao)\s\Z")
"""Before ``kỷ niệm`` in the sense of memories."""

_LIVED = re.compile(r"\s(?:gắn\sbó|sống|bên|làm|theo|đi|ở|cùng|trong)(?!\w)")  # years of a life

_NO_RITE = re.compile(r"(?<!\w)(?:[Nn]hà|[Bb]an|[Nn]ghi|[Nn]ghi\sthức)\s\Z")
"""Before ``lễ tang`` (funeral): a funeral hall, a funeral committee, a rite."""

_OPENS = re.compile(r"(?:khai|bế)\smạc\Z")
_MEETING = re.compile(r"\s(?:[Hh]ội\snghị|[Đđ]ại\shội|[Kk]ỳ\shọp|[Hh]ội\sthảo)\s")


def is_part(text: str, start: int) -> bool:
    """Whether a rite is only part of the name of a house, a committee or a custom (``Ban Lễ tang``)."""
    return _NO_RITE.search(text, max(0, start - 11), start) is not None


def ceremony(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``lễ công bố quyết định``, ``buổi lễ trao …``, ``lễ kỷ niệm 70 năm …``.

    The opening of a conference is no event beside it.
    """
    if head.words == "buổi lễ":
        following = _rites()[0].match(page.lower, end - 2)
        return ceremony(page, _rites()[1][following.group()], start, following.end()) if following else None
    if is_part(page.text, start):
        return None
    if _OPENS.search(head.words) and _MEETING.match(page.text, end):
        return None
    at = _after_count(page, end) if head.kind == "anniversary" else end
    stop = page.name_end(at, page.sentence_end(start), _CEREMONY_END) if at else 0
    if stop <= end:
        return None
    found = page.event(head, start, stop)
    memory = page.lower.find("niệm", start, stop)
    count_years(page, found, memory + 4 if memory > 0 else end)
    return found


@lru_cache(maxsize=1)
def _rites() -> tuple[re.Pattern[str], dict[str, Head]]:
    """The heads ``lễ …`` as a pattern and by their words."""
    known = {h.words: h for h in heads() if h.words.startswith("lễ ") and h.tail == "ceremony"}
    return re.compile(rf"(?:{alternatives(known)})(?!\w)"), known


def _after_count(page: Page, end: int) -> int:
    """Where the words behind ``kỷ niệm N năm`` go on, past the name of a day; 0 without a number or a day."""
    years = _YEARS.match(page.text, end)
    if not years and not _KEPT.match(page.text, end):
        return 0
    at = years.end() if years else end
    day = DAY.match(page.text, at + 1)
    return day.end() if day else at


def anniversary(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Kỷ niệm 47 năm Ngày Giải phóng miền Nam``; ``kỷ niệm`` (memory) without number or day is no event."""
    at = _after_count(page, end)
    if not at or _MEMORY.search(page.text, max(0, start - 12), start):
        return None
    years = _YEARS.match(page.text, end)
    if years and _LIVED.match(page.text, years.end()):
        return None
    stop = page.name_end(at, page.sentence_end(start), _NEXT_ACT)
    if stop <= (years.end() + 1 if years else end):
        return None
    found = page.event(head, start, stop)
    count_years(page, found, end)
    return found


def also_kept(page: Page, event: Found) -> Found | None:
    """The second of two anniversaries: ``kỷ niệm 50 năm … và 40 năm Ngày ký Hiệp ước``."""
    link = _ALSO.match(page.text, event.end)
    years = _YEARS.match(page.text, link.end()) if link else None
    if link is None or years is None:
        return None
    stop = page.name_end(years.end(), page.sentence_end(event.start), _NEXT_ACT)
    words = page.text[link.end() + 1 : stop]
    found = Found(link.end() + 1, stop, "Event", "Anniversary", words, {"kind": "anniversary"})
    count_years(page, found, link.end())
    return found if "years" in found.attributes else None


def kept_day(page: Page, event: Found) -> Found | None:
    """The day or deed that an anniversary keeps, as an event of its own inside the anniversary's name."""
    match = DAY.search(page.text, event.start + 1, event.end)
    if match is None or _OTHERS.match(page.text, match.end()) or page.inside_document(*match.span()):
        return None
    day, deed = days()[match.group().lower()]
    event.attributes["keeps"], event.attributes["kept"] = deed, day
    attributes = {"kind": "other", "status": "held", "day": day, "deed": deed}
    return Found(match.start(), match.end(), "Event", "Event", match.group(), attributes)


def count_years(page: Page, found: Found, at: int) -> None:
    """Add years, approximate, day and base from the words at an offset and a bracket behind the name."""
    years = _YEARS.match(page.text, at)
    if years and years["unit"] == "năm" and years.end() <= found.end:
        found.attributes["years"] = int(years["years"])
        if years["about"]:
            found.attributes["approximate"] = True
    bracket = _BRACKET.match(page.text, found.end)
    if bracket is not None:
        found.attributes["day"] = bracket["day"]
        found.attributes["bracket"] = bracket.end()
        if bracket["from"]:
            found.attributes["base"] = bracket["from"]
