"""Events of a report told by a verb alone: ``Ban Bí thư đã họp``, ``làm việc với Tỉnh ủy Phú Thọ``.

Such a sentence stands in the lead of the report; who does it (a person, a body, a delegation) is named before
the verb. Later sentences retell the event with a noun (``buổi làm việc``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.extractors.grammar.events.named import partners_end
from vankien.extractors.grammar.events.page import Page
from vankien.extractors.grammar.events.subjects import has_doer, has_person, is_fronted
from vankien.extractors.grammar.events.words import HELD, RECEIVED, held_verbs
from vankien.extractors.reading import Found

LEAD = 1500
"""Code points at the beginning of a text in which its main event is told."""

_NOUN = re.compile(
    r"(?:buổi|cuộc|khi|phiên|kỳ|chương\strình|chế\sđộ|trụ\ssở|nơi|đang|lịch|chuyến|không|chưa|phải|cần|được|nếu"
    r"|từng|đi|và|việc|lễ|luôn|thường|thường\sxuyên|để)\s\Z"
)
"""Words before a verb that make it a noun, a wish, a habit or no act of the report."""

_VERB = re.compile(
    rf"""(?<!\S)(?:
      (?P<met>họp)(?=\s(?:dưới|để|xem|thảo|và|bàn|cho|với|đột|bất|tại|nhằm|kiểm|phiên|nghe|về|bỏ|thống|lấy|rút|trực|mở)|[,.]|\s(?:Ban\s(?:Thường|Chỉ|Chấp)|Thường\strực|Chi\sbộ))
    | (?P<visit>(?:[Tt]hăm(?:,\s|\svà\s)(?:[Cc]húc\s[Tt]ết(?:,\s|\svà\s))?)?[Ll]àm\sviệc\s(?:với|tại)\s
        (?!tinh\sthần|cường\sđộ|thái\sđộ|phương|trách|áp|hiệu|năng|công\ssuất|mức)(?=\S))
    | (?P<tour>thăm(?:\s(?:chính\sthức|hữu\snghị|cấp\s[Nn]hà\snước))+\s(?:tới\s|đến\s)?(?=[A-ZĐ])
        |thăm\s(?=(?:tỉnh|thành\sphố|TP\.?|huyện|xã|phường)\s?[A-ZĐ]))
    | (?P<call>(?:[Tt]hăm(?:\shỏi)?|[Cc]húc\s[Tt]ết|[Cc]húc\smừng)
        (?:(?:,|\svà)\s(?:chúc\smừng|chúc\s[Tt]ết|động\sviên|tặng\squà|trao\squà|tri\sân|chúc\sthọ|dâng\shương))+\s(?=\S)
      | (?<=đến\s|tới\s)[Tt]hăm\s(?=\S))
    | (?P<debate>[Tt]hảo\sluận\s(?:ở|tại)\s(?:các\s)?(?:tổ|hội\strường|Hội\strường|Tổ)(?!\w))
    | (?P<lecture>(?:trao\sđổi|truyền\sđạt|giới\sthiệu|quán\striệt)\schuyên\sđề(?!\w))
    | (?P<talks>hội\sđàm(?!\s(?:với|giữa|hẹp|chính))(?=[.,;]|\s(?:tại|vào|ngay|nhằm|về|sáng|chiều)))
    | (?P<voters>[Tt]iếp\sxúc\scử\stri)(?!\w)
    | (?P<received>(?:[Tt]iếp(?:\s(?:thân\smật|xã\sgiao|đón|và\s(?:làm\sviệc|hội\sđàm|trao\sđổi)\svới))?|hội\sđàm\svới|hội\skiến|gặp\sgỡ|gặp\smặt|điện\sđàm\svới|gặp(?!\s(?:mặt|gỡ)))\s(?=\S))
    | (?P<handed>(?:công\sbố(?:\svà|,)\s)?trao(?:\stặng)?\s(?:các\s)?(?:[Qq]uyết\sđịnh|[Hh]uy\shiệu|[Hh]uân\schương|[Dd]anh\shiệu))(?!\w)
    | (?P<homage>vào\s[Ll]ăng\sviếng|(?:dâng\s(?:hương|hoa)|đặt\svòng\shoa|thắp\shương)(?:(?:,|\svà)\s(?:dâng\s|thắp\s)?(?:hương|hoa|viếng|tưởng\sniệm|tưởng\snhớ|vào\s[Ll]ăng\sviếng))?)(?!\w)
    | (?P<checked>(?:[Kk]iểm\stra|[Kk]hảo\ssát|[Tt]hị\ssát)(?:,\s(?:kiểm\stra|khảo\ssát|đôn\sđốc))?\s(?=\S))
    | (?P<held>{HELD})(?!\w)
    )""",
    re.VERBOSE,
)
_WORK_OF = re.compile(r"(?:[Đđ]oàn|[Bb]an|công\stác|kế\shoạch|kết\sluận)\s\Z")
"""Before ``kiểm tra`` (to inspect): a delegation's name, the field of work."""

_RANK = re.compile(
    r"(?:(?:các\s)?(?:đồng\schí|đ/c|ông|bà|ngài|Ngài|(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu)\s(?:tướng|tá))\s)+"
)
"""Honorific or rank between a verb and the name of who is received."""

_OCCASION = r"nhân\s(?:dịp|kỷ|[Nn]gày|chuyến|Tết|năm|[Ll]ễ|[Đđ]ại|[Hh]ội|sự)"
_SUBJECT = re.compile(rf"(?<=\s)(?:về|về\sviệc|nghe|{_OCCASION}|đến|sang|sau)(?!\w)")
_NEXT = re.compile(rf"(?<=\s)(?:và\s(?:dự|làm|thăm|chúc|trồng|chủ)|{_OCCASION})(?!\w)")
_GIVEN = re.compile(rf"(?<=\s)(?:cho|đối\svới|tặng|{_OCCASION})(?!\w)")
_SENIORITY = re.compile(r"(?:\s\d{2}(?:\snăm)?(?:,|\svà)){1,5}\s\d{2}\snăm\stuổi\s[Đđ]ảng")
"""``trao huy hiệu 70, 60 năm tuổi Đảng``: one name over its commas."""
_POST_LINK = re.compile(r",?\s(?:(?:đồng\schí|ông|bà|ngài)\s)?(?=\S)")
_WARD = re.compile(r"(?:Q|P|H)\.\s?\d{1,2}(?!\w)")
"""Short for a numbered ward or district: its full stop ends no sentence."""

_PASSIVE = re.compile(r"(?<!\w)được\s[^,.;]{2,70}\Z")
"""``được Chính phủ X trao tặng``: an honour conferred, no ceremony told."""

_HOLDS = re.compile(r"(?:[Tt]ổ\schức|(?<!\w)dự|tham\sdự|chủ\strì)\s(?:trọng\sthể\s|long\strọng\s)?\Z")
_KINDS = {
    "visit": ("Meeting", "meeting"), "tour": ("Visit", "visit"), "call": ("Visit", "visit"),
    "voters": ("Meeting", "meeting"), "debate": ("Session", "meeting"), "talks": ("Meeting", "meeting"),
    "lecture": ("StudyConference", "conference"), "received": ("Meeting", "meeting"), "handed": ("Ceremony", "ceremony"),
    "homage": ("Ceremony", "ceremony"), "checked": ("Inspection", "inspection"),
}  # fmt: skip


_AMONG_OTHERS = frozenset({"received", "visit", "tour", "call"})
_FRONTED = frozenset({"visit", "call", "received", "checked", "debate", "voters"})


def told_events(page: Page) -> Iterator[Found]:
    """The events of the lead that verbs tell of named subjects, one a sentence, in text order.

    Behind the first only acts between persons and bodies count: who received, visited or met whom.
    """
    limit, told = min(LEAD, len(page.text)), -1
    for match in _VERB.finditer(page.text, 0, limit):
        begin, end = page.reading.sentence_at(match.start())
        if begin == told or (told >= 0 and match.lastgroup not in _AMONG_OTHERS):
            continue
        noun = _NOUN.search(page.text, max(0, match.start() - 14), match.start())
        if noun is None and _is_told(page, match, begin, end):
            found = _event(page, match, end)
        else:
            found = _fronted(page, match, begin, end)
        if found is not None:
            found.attributes["verb"] = True
            told = begin
            yield found


def _fronted(page: Page, match: re.Match[str], begin: int, end: int) -> Found | None:
    """``Ngày 7/2, làm việc với X, Bí thư A yêu cầu …``: the doer follows."""
    if match.lastgroup not in _FRONTED or match.start() - begin > 90 or not page.dates_in(begin, end):
        return None
    found = _event(page, match, end)
    return found if found is not None and is_fronted(page, begin, found.start, found.end) else None


def _is_told(page: Page, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether the sentence reports the act: it has a doer, and a day or a place among the first lines."""
    days = page.dates_in(begin, end)
    if days and all(_long_past(page, str(d.attributes["value"])) for d in days):
        return False
    kind, at = match.lastgroup, match.start()
    if kind == "held":
        return bool(days) and _HOLDS.search(page.text, max(begin, at - 30), at) is not None
    if kind == "checked":
        return bool(days) and not _WORK_OF.search(page.text, at - 10, at) and has_person(page, begin, at)
    if kind == "handed" and _PASSIVE.search(page.text, begin, at):
        return False
    return bool(days or begin < 400) and has_doer(page, begin, at)


def _long_past(page: Page, day: str) -> bool:
    """Whether a day is of another year than a report may tell of (a caption under an old picture)."""
    published = page.reading.published
    return day[:4].isdigit() and int(day[:4]) < (published.year - 1 if published else 2000)


def _event(page: Page, match: re.Match[str], limit: int) -> Found | None:
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    if kind == "met":
        whose = page.body_at(end + 1)
        return _named(page, start, whose.end if whose else end, "Meeting", "meeting")
    if kind == "held":
        cls, sort = held_verbs()[match[kind].lower()]
        return _named(page, start, _to(page, end, limit), cls, sort)
    cls, sort = _KINDS[kind]
    if kind == "visit" and match[kind].lower().startswith("thăm"):
        cls, sort = "Visit", "visit"
    if kind == "received":
        rank = _RANK.match(page.text, end)
        at = rank.end() if rank else end
        named = page.block_end(at) or RECEIVED.match(page.text, end)
        return _named(page, start, _met(page, at, limit) or _to(page, end, limit), cls, sort) if named else None
    if kind == "handed" and (badges := _SENIORITY.match(page.text, end)):
        return _named(page, start, badges.end(), cls, sort)
    if numbered := _WARD.match(page.text, end):
        return _named(page, start, numbered.end(), cls, sort)
    stop = partners_end(page, end, limit) if kind in ("visit", "tour", "call") else 0
    stop = stop or page.name_end(end, limit, {"handed": _GIVEN, "homage": _NEXT}.get(kind, _SUBJECT))
    if stop <= end and kind not in ("voters", "handed", "homage", "debate", "lecture", "talks"):
        return None
    return _named(page, start, max(stop, end), cls, sort)


def _met(page: Page, at: int, limit: int) -> int:
    """Where the posts and the name of who is received end (``tiếp Phó Thủ tướng, Bộ trưởng A``); 0 without a name."""
    persons = [p for p in page.reading.persons if at <= p.start < limit and not p.hidden]
    while (stop := page.block_end(at)) and stop <= limit:
        if any(at <= p.start and p.end <= stop for p in persons):
            return stop
        link = _POST_LINK.match(page.text, stop)
        at = link.end() if link else stop
        if not link:
            return 0
    return 0


def _to(page: Page, end: int, limit: int) -> int:
    return max(end, page.name_end(end, limit, _SUBJECT))


def _named(page: Page, start: int, stop: int, cls: str, kind: str) -> Found:
    words = page.text[start:stop].rstrip()
    return Found(start, start + len(words), "Event", cls, words, {"kind": kind}, page.bodies_in(start, stop))
