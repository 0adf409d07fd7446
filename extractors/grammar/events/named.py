"""Events known by what they are about or with whom: conferences, meetings, visits, festivals.

Each function reads on from a head (``event_heads.tsv``) and gives a find, or None where the words
name no one event. Forms in domain notes 6.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.kept import count_years
from vankien.extractors.grammar.events.page import Page
from vankien.extractors.grammar.events.words import OPENER, PARTNER, Head
from vankien.extractors.reading import Found
from vankien.extractors.text.letters import LOWER, UPPER

_QUOTED = re.compile(r'\s?:?\s"[^"\n]{4,150}"')
_TITLED = re.compile(r'(?:\s[^\W\d_]+){0,5}\s"[^"\n]{4,120}"')
_NUMBERED = re.compile(r"(?:\s[^\W\d_]+){1,5}?\slần\sthứ\s\w+")
"""``Hội thảo Lý luận lần thứ ba giữa …``: one of a numbered series."""

_PROPER = re.compile(rf'\s(?:"|[{UPPER}])')
_GLUED = re.compile(r"\s(?:Với|Về|Của)\Z")  # the next sentence, glued to a caption
_CHINESE_BODY = " hiệp thương chính trị nhân dân"
"""Hội nghị Hiệp thương chính trị nhân dân is a body of the Chinese State, no conference."""

_REVIEWS = re.compile(r"(?:sơ|tổng)\skết", re.IGNORECASE)
_STUDIES = re.compile(r"(?:quán\striệt|học\stập|nghiên\scứu|phổ\sbiến|truyền\sđạt)", re.IGNORECASE)
_HANDING_OVER = re.compile(
    r"\s(?:trực\stuyến\s)?"
    r"(?:công\sbố(?:,?\s(?:và\s)?trao)?|triển\skhai\s[Qq]uyết\sđịnh|trao|tuyên\sdương|tôn\svinh|vinh\sdanh|biểu\sdương)\s",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"(?<=\s)(?:về|về\sviệc|liên\squan|nghe|xoay\squanh)(?!\w)")
_GOES_ON = re.compile(r"(?<=\s)(?:tiếp\stục|năm\snay|năm\sngoái)(?!\w)")
_PRESS = re.compile(r"(?<!\w)(?:(?:[Pp]hóng\sviên|PV|P/V|[Nn]hà\sbáo|bạn\sđọc)(?!\w)|[Bb]áo\s[A-ZĐ])")
_COORDINATED = re.compile(r"(?:,|\svà|\scùng)\s(?=\S)")
_RANK = re.compile(
    r"(?:,?\s(?:chính\sthức|hữu\snghị|cấp\s[Nn]hà\snước|cấp\scao|và\slàm\sviệc|làm\sviệc|lịch\ssử|đầu\stiên|"
    r"song\sphương|thiện\schí|thực\stế|nước\sngoài))*"
)
_WHITHER = re.compile(
    r"\s(?:(?:tới|đến|tại|sang|ở|với)\s)?(?:tỉnh\s|thành\sphố\s|TP\.?\s?|nước\s|(?:huyện|xã)\s(?:miền\snúi\s|biên\sgiới\s|đảo\s)?|các\snước\s)?"
    rf"(?=[{UPPER}])"
)
_NOT_PLACE = re.compile(
    rf"(?<=\s)(?:của|theo|nhân|lần|từ|trong|lần\sthứ|đầu\stiên|sắp|là|tiếp)(?!\w)|(?<=\s)và\s(?=[{LOWER}])"
)
_OF = re.compile(r"\scủa\s(?=\S)")


def conference(page: Page, head: Head, start: int, end: int) -> Found | None:
    """A conference, seminar or round table: its head and what it is about.

    ``event_openers.tsv`` says how the name goes on. One that hands over decisions or honours is a ceremony.
    """
    if page.lower.startswith(_CHINESE_BODY, end):
        return None
    if quoted := _QUOTED.match(page.text, end):
        return page.event(head, start, quoted.end())
    opener, body = OPENER.match(page.text, end) or _NUMBERED.match(page.text, end), page.body_at(end + 1)
    if body is None and (opener is None or _GLUED.match(opener.group())):
        return None
    stop = page.name_end(opener.end() if opener and not body else end, page.sentence_end(start))
    if stop <= end:
        return None
    found, words = page.event(head, start, stop), page.text[end:stop]
    if head.words == "hội nghị" and _HANDING_OVER.match(words):
        found.cls, found.attributes["kind"] = "Ceremony", "ceremony"
    elif reviewed := _REVIEWS.search(words):
        found.cls = "ReviewConference"
        count_years(page, found, end + reviewed.end())
    elif _STUDIES.search(words):
        found.cls = "StudyConference"
    return found


def meeting(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``cuộc họp của Bộ Chính trị``, ``cuộc họp Ban Chỉ đạo``: whose, or about what.

    A person or post behind the head is the subject of the next words.
    """
    body = page.body_at(end + 1) or (page.body_at(end + 5) if page.text.startswith(" của ", end) else None)
    if body is None and page.block_end(end + 1):
        return None
    stop = body.end if body else page.name_end(end, page.sentence_end(start), _AGENDA)
    return page.event(head, start, stop) if stop > end + 3 else None


def part(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``phiên trù bị Đại hội …``, ``phiên chất vấn Bộ trưởng …``: a sitting that is part of something longer."""
    stop = page.name_end(end, page.sentence_end(start))
    return page.event(head, start, stop) if stop > end + 3 else None


def press(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``họp báo thường kỳ Bộ Công Thương``, ``họp báo công bố …``."""
    stop = page.name_end(end, page.sentence_end(start))
    return page.event(head, page.classified(start), stop) if stop > end + 3 else None


def with_partner(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``buổi làm việc với Ban Thường vụ Tỉnh ủy``: the partner identifies it, not the agenda after ``về``."""
    if not PARTNER.match(page.text, end) and not page.body_at(end + 1):
        return None
    if "trao đổi" in head.words and _PRESS.search(page.text, max(0, start - 140), page.sentence_end(start)):
        return None  # an interview
    limit = page.sentence_end(start)
    stop = partners_end(page, end + 5, limit) if page.text.startswith(" với ", end) else 0
    stop = stop or page.name_end(end, limit, _AGENDA)
    return page.event(head, start, stop) if stop > end + 3 else None


def partners_end(page: Page, at: int, limit: int) -> int:
    """Where a list of bodies that begins at an offset ends; 0 where no body's name begins there."""
    stop = 0
    while (body := page.body_at(at)) is not None and body.end <= limit:
        stop = body.end
        link = _COORDINATED.match(page.text, stop)
        at = link.end() if link else limit
    return stop


def visit(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``chuyến thăm cấp Nhà nước tới Trung Quốc của Tổng Bí thư Tô Lâm``: where to, and whose."""
    rank = _RANK.match(page.text, end)
    stop = rank.end() if rank else end
    place = _WHITHER.match(page.text, stop)
    if place is not None:
        stop = page.name_end(place.end(), page.sentence_end(start), _NOT_PLACE)
    owner = _OF.match(page.text, stop)
    if owner and (block := page.block_end(owner.end())):
        while page.text.startswith(" ", block) and (more := page.block_end(block + 1)):
            block = more
        return page.event(head, start, block)
    return page.event(head, start, stop) if place else None


def festival(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Lễ hội Hoa phượng đỏ``: by its proper name."""
    if not _PROPER.match(page.text, end):
        return None
    stop = page.name_end(end, page.sentence_end(start), _GOES_ON)
    return page.event(head, start, stop) if stop > end + 2 else None


def titled(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``chương trình nghệ thuật "…"``: by its quoted title only."""
    match = _TITLED.match(page.text, end)
    return page.event(head, start, match.end()) if match else None


def free(page: Page, head: Head, start: int, end: int) -> Found | None:
    """Head and any words up to the end of the name; needs some."""
    stop = page.name_end(end, page.sentence_end(start))
    return page.event(head, start, stop) if stop > end + 6 else None


def never(page: Page, head: Head, start: int, end: int) -> Found | None:
    """For heads that only point at an event named otherwise (``tại chương trình``)."""
    return None
