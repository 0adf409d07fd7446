"""Events known by what they are for: conferences, meetings, ceremonies, anniversaries, campaigns ...

Each function reads on from a head (``event_heads.tsv``) and gives a find, or None where the words
name no one event. Forms in domain notes 6; attributes: kind, years, approximate, baseYear, date (of a bracket).
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events_ordinals import FIGURE, WORD
from vankien.extractors.grammar.events_page import Page
from vankien.extractors.grammar.events_words import CONTEST, DAY, LOWER, OPENER, PARTNER, PURPOSE, UPPER, Head, days
from vankien.extractors.reading import Found

NUMBER_OF_TIMES = rf"lần\s(?:thứ\s)?(?:{FIGURE}|(?:{WORD})(?!\w))"
_QUOTED = re.compile(r'\s?:?\s"(?P<name>[^"\n]{4,150})"')
_GLUED = re.compile(r"\s(?:Với|Về|Của)\Z")  # the next sentence after a caption
_REVIEWS = re.compile(r"(?:sơ|tổng)\skết", re.IGNORECASE)
_STUDIES = re.compile(r"(?:quán\striệt|học\stập|nghiên\scứu|phổ\sbiến|truyền\sđạt)", re.IGNORECASE)
_HANDING_OVER = re.compile(
    r"\s(?:trực\stuyến\s)?(?:công\sbố(?:,?\s(?:và\s)?trao)?|trao|tuyên\sdương|tôn\svinh|vinh\sdanh|biểu\sdương|gặp\smặt\schúc)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?<=\s)(?:về|về\sviệc|liên\squan|nghe|xoay\squanh)(?!\w)")
_NEXT_ACT = re.compile(
    r"(?<=\s)(?:và\s(?!Quốc\skhánh|[Nn]gày\s|thống\snhất|nổi\sdậy)|nhân\s|gắn\svới|hướng\stới|chào\smừng|của\sbáo|bày\stỏ|ôn\slại|với\snghi\sthức)"
)
"""What follows the name of an anniversary or a ceremony: ``và tiếp tục`` (and goes on to), ``nhân`` (on the occasion of)."""

_CEREMONY_END = re.compile(
    r"(?<=\s)(?:và\s(?:tiếp\stục|mừng|chào\smừng|hướng\stới|bày\stỏ|ôn\slại|nhân)|nhân\s|gắn\svới|hướng\stới|với\snghi\sthức|vinh\sdự)"
)
_COORDINATED = re.compile(r"(?:,|\svà|\scùng)\s(?=\S)")
_OTHERS = re.compile(r"\s(?:nước\s)?(?:Cộng|Nhân|Cách|[A-ZĐ])")  # another country's day, another party's founding
_ALSO = re.compile(r"(?:,|\svà|;)(?=\s\d{1,3}\snăm\s(?:ngày\s|Ngày\s|thành\slập|Quốc|Giải|Cách|Chiến))")
_YEARS = re.compile(
    r"\s(?:(?:lần\sthứ|tròn)\s)?(?P<about>gần\s|hơn\s|trên\s|khoảng\s)?(?P<years>\d{1,4})\s(?P<unit>năm|tháng|tuần|ngày)(?!\w)"
)
_DAY = re.compile(
    r"\s(?:[Nn]gày\s(?:thành\slập|truyền\sthống|sinh|mất|giải\sphóng|Giải\sphóng|Quốc|Thương|Báo\schí|Nhà\sgiáo|Toàn|Thầy|Bác|Chủ|"
    r"hội|ra\sđời|Cách|chiến\sthắng|Chiến\sthắng)|Quốc\skhánh|Cách\smạng|Chiến\sthắng)"
)
_BRACKET = re.compile(
    r"\s?\((?:(?P<from>(?:\d{1,2}\s?[/.-]\s?){0,2}\d{4})\s?-\s?)?(?P<day>(?:\d{1,2}\s?[/.-]\s?){0,2}\d{4})\)"
)
_NO_CEREMONY = re.compile(r"(?<!\w)(?:[Nn]hà|[Bb]an|[Nn]ghi|nghi\sthức)\s\Z")
"""Before ``lễ tang`` (funeral): a funeral hall, a funeral committee, a rite."""

_OPENS = re.compile(r"(?:khai|bế)\smạc\Z")
_MEETING = re.compile(r"\s(?:[Hh]ội\snghị|[Đđ]ại\shội|[Kk]ỳ\shọp|[Hh]ội\sthảo)\s")
_REVIEWED = re.compile(r"\s(?:thi\shành|thực\shiện|triển\skhai|hoạt\sđộng|công\stác|đổi\smới|xây\sdựng|phong\strào)(?!\w)")
_PAPER = re.compile(r"(?:[Bb]áo\scáo|[Dd]ự\sthảo|[Đđ]ề\sán|[Tt]ờ\strình|[Vv]ăn\skiện)\s\Z")
"""Before ``tổng kết``: the words are the title of a paper."""

_TASK = re.compile(
    r"(?:\s(?:đối\svới|việc|công\stác|tình\shình|kết\squả|quá\strình|về|trách\snhiệm|sự))*"
    r"[^.;:\n()]{0,70}?\s?(?:thực\shiện|chấp\shành|thi\shành|quán\striệt)\s"
)
_WORK = re.compile(r"\s(?:việc|công\stác|tình\shình|đối\svới)\s")
_RANK = re.compile(
    r"(?:,?\s(?:chính\sthức|hữu\snghị|cấp\s[Nn]hà\snước|cấp\scao|và\slàm\sviệc|làm\sviệc|lịch\ssử|đầu\stiên|song\sphương|thiện\schí|"
    r"thực\stế|nước\sngoài))*"
)
_WHITHER = re.compile(r"\s(?:(?:tới|đến|tại|sang|ở|với)\s)?(?:tỉnh\s|thành\sphố\s|TP\.?\s?|nước\s|huyện\s|xã\s|các\snước\s)?(?=[A-ZĐ])")
_NOT_PLACE = re.compile(r"(?<=\s)(?:của|theo|nhân|lần|từ|trong|lần\sthứ|đầu\stiên|sắp|là)(?!\w)|(?<=\s)và\s(?=[" + LOWER + "])")
_OF = re.compile(r"\scủa\s(?=\S)")
_PARTNERS = re.compile(r",\s\w+\s\w+(?:\s\w+)?\s(?=thực\shiện|về|trong)")


def conference(page: Page, head: Head, start: int, end: int) -> Found | None:
    """A conference, seminar or round table: its head and what it is about (``event_openers.tsv`` says how it goes on)."""
    if page.lower.startswith((" hiệp thương chính trị nhân dân",), end):  # a body of the Chinese State
        return None
    if (quoted := _QUOTED.match(page.text, end)) is not None:
        return _found(page, head, start, quoted.end())
    opener, body = OPENER.match(page.text, end), page.body_at(end + 1)
    if opener and _GLUED.match(opener.group()) or not opener and not body:
        return None
    stop = page.name_end(opener.end() if opener and not body else end, page.sentence_end(start))
    if stop <= end:
        return None
    found = _found(page, head, start, stop)
    words = page.text[end:stop]
    if _HANDING_OVER.match(words) and head.words == "hội nghị":
        found.cls, found.attributes["kind"] = "Ceremony", "ceremony"
    elif reviewed := _REVIEWS.search(words):
        found.cls = "ReviewConference"
        anniversary_years(page, found, end + reviewed.end())
    elif _STUDIES.search(words):
        found.cls = "StudyConference"
    return found


def ceremony(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``lễ công bố quyết định``, ``lễ kỷ niệm 70 năm …``: the name may end with the head."""
    if head.words == "buổi lễ" or _NO_CEREMONY.search(page.text, max(0, start - 10), start):
        return None
    at = end
    if head.kind == "anniversary":
        years, day = _YEARS.match(page.text, end), _DAY.match(page.text, end)
        if not years and not day:
            return None
        at = years.end() if years else end
        kept = DAY.match(page.text, at + 1)
        at = kept.end() if kept else at
    if _OPENS.search(head.words) and _MEETING.match(page.text, end):  # the opening of a conference is no event beside it
        return None
    stop = page.name_end(at, page.sentence_end(start), _CEREMONY_END)
    if stop <= end:
        return None
    found = _found(page, head, start, max(stop, end))
    anniversary_years(page, found, max(0, page.lower.find("niệm", start, found.end) + 4) or end)
    return found


def meeting(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``cuộc họp của Bộ Chính trị``, ``cuộc họp Ban Chỉ đạo``: whose or of whom; what was said is no name."""
    body = page.body_at(end + 1) or (page.body_at(end + 5) if page.text.startswith(" của ", end) else None)
    stop = body.end if body else page.name_end(end, page.sentence_end(start), _SUBJECT)
    if not body and page.block_end(end + 1):  # a person or post: the subject of the next words
        return None
    return _found(page, head, start, stop) if stop > end + 3 else None


def press(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``họp báo thường kỳ Bộ Công Thương``, ``họp báo công bố …``."""
    stop = page.name_end(end, page.sentence_end(start))
    if stop <= end + 3:
        return None
    begin = start - 5 if page.lower.startswith(("cuộc ", "buổi "), start - 5) else start
    return _found(page, head, begin, stop)


def with_partner(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``buổi làm việc với Ban Thường vụ Tỉnh ủy``: the partner identifies it, not the agenda after ``về``."""
    if not PARTNER.match(page.text, end) and not page.body_at(end + 1):
        return None
    stop = partners_end(page, end + 5, page.sentence_end(start)) if page.text.startswith(" với ", end) else 0
    stop = stop or page.name_end(end, page.sentence_end(start), _SUBJECT)
    return _found(page, head, start, stop) if stop > end + 3 else None


def partners_end(page: Page, at: int, limit: int) -> int:
    """Where a list of bodies that begins at an offset ends; 0 where no body's name begins there."""
    stop = 0
    while (body := page.body_at(at)) is not None and body.end <= limit:
        stop = body.end
        link = _COORDINATED.match(page.text, stop)
        at = link.end() if link else limit
    return stop


def anniversary(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Kỷ niệm 47 năm Ngày Giải phóng miền Nam``; ``kỷ niệm`` (memory) without a number or a day is no event."""
    years = _YEARS.match(page.text, end)
    if not years and not _DAY.match(page.text, end):
        return None
    at = years.end() if years else end
    day = DAY.match(page.text, at + 1)
    stop = page.name_end(day.end() if day else at, page.sentence_end(start), _NEXT_ACT)
    if years and stop <= years.end() + 1:
        return None
    if page.lower.startswith("lễ ", start - 3):
        start -= 3
    found = _found(page, head, start, stop)
    anniversary_years(page, found, end)
    return found


def also_kept(page: Page, event: Found) -> Found | None:
    """The second of two anniversaries: ``kỷ niệm 50 năm … và 40 năm Ngày ký Hiệp ước``."""
    link = _ALSO.match(page.text, event.end)
    if link is None:
        return None
    years = _YEARS.match(page.text, link.end())
    assert years is not None
    stop = page.name_end(years.end(), page.sentence_end(event.start), _NEXT_ACT)
    found = Found(link.end() + 1, stop, "Event", "Anniversary", page.text[link.end() + 1 : stop], {"kind": "anniversary"})
    anniversary_years(page, found, link.end())
    return found if "years" in found.attributes else None


def kept_day(page: Page, event: Found) -> Found | None:
    """The day or deed that an anniversary keeps, as an event of its own inside the anniversary's name."""
    match = DAY.search(page.text, event.start, event.end)
    if match is None or match.start() == event.start or _OTHERS.match(page.text, match.end()) or page.inside_document(*match.span()):
        return None
    attributes = {"kind": "other", "status": "held", "day": days()[match.group().lower()]}
    return Found(match.start(), match.end(), "Event", "Event", match.group(), attributes)


def anniversary_years(page: Page, found: Found, at: int) -> None:
    """Attributes years, approximate, baseYear and date where the words or a bracket behind the name give them."""
    years = _YEARS.match(page.text, at)
    if years and years["unit"] == "năm" and years.end() <= found.end:
        found.attributes["years"] = int(years["years"])
        if years["about"]:
            found.attributes["approximate"] = True
    bracket = _BRACKET.match(page.text, found.end)
    if bracket is not None:
        found.attributes["day"] = bracket["day"]
        if bracket["from"]:
            found.attributes["base"] = bracket["from"]


def review(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``tổng kết 10 năm thực hiện Chương trình phối hợp …``, ``tổng kết việc thực hiện Nghị quyết số 18-NQ/TW``."""
    years = _YEARS.match(page.text, end)
    limit = page.sentence_end(start)
    if _PAPER.search(page.text, max(0, start - 16), start):
        return None
    if years and years["unit"] == "năm" and _REVIEWED.match(page.text, years.end()):
        stop = page.name_end(years.end(), limit)
        found = _found(page, head, start, stop)
        anniversary_years(page, found, end)
        return found
    task = re.compile(r"\s(?:việc\s|kết\squả\s)?thực\shiện\s").match(page.text, end)
    document = page.document_after(task.end(), task.end() + 6) if task else None
    if document is not None and document.attributes.get("number"):
        return _found(page, head, start, page.name_end(document.start, limit))
    return None


def inspection(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``kiểm tra việc thực hiện Nghị quyết …``: an act on a document, named in a text that has an inspecting group."""
    limit = page.sentence_end(start)
    task = _TASK.match(page.text, end, min(limit, end + 140))
    document = page.document_after(task.end(), task.end() + 2) if task else None
    if document is None or not _inspectors(page, start, limit):
        return None
    return _found(page, head, start, page.name_end(document.start, limit))


def _inspectors(page: Page, start: int, limit: int) -> bool:
    """Whether the sentence names who inspects (đoàn kiểm tra), or the words before are a plan or a round of inspection."""
    begin = page.reading.sentence_at(start)[0]
    before = page.text[max(begin, start - 30) : start]
    if re.search(r"(?:cuộc|đợt|[Kk]ế\shoạch|[Qq]uyết\sđịnh)\s(?:về\s)?(?:việc\s)?\Z", before):
        return True
    return re.search(r"[Đđ]oàn(?:\s(?:[Kk]iểm\stra|[Gg]iám\ssát|công\stác))?\s.{0,12}\Z", before) is not None or (
        re.search(r"Đoàn\s(?:[Kk]iểm\stra|[Gg]iám\ssát|[Cc]ông\stác)", page.text[begin:start]) is not None
    )


def visit(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``chuyến thăm cấp Nhà nước tới Trung Quốc của Tổng Bí thư Tô Lâm``: where to and whose."""
    rank = _RANK.match(page.text, end)
    stop = rank.end() if rank else end
    place = _WHITHER.match(page.text, stop)
    if place is not None:
        stop = page.name_end(place.end(), page.sentence_end(start), _NOT_PLACE)
    owner = _OF.match(page.text, stop)
    if owner and (block := page.block_end(owner.end())):
        while page.text.startswith(" ", block) and (more := page.block_end(block + 1)):
            block = more
        return _found(page, head, start, block)
    return _found(page, head, start, stop) if place else None


def campaign(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``cuộc vận động "Học tập và làm theo …"``: by its quoted name; a nameless ``phong trào`` is no event."""
    quoted = _QUOTED.match(page.text, end)
    if quoted is not None:
        return _found(page, head, start, quoted.end())
    named = re.compile(r"\s(?:toàn\sdân|Toàn\sdân|chung\stay|[Dd]ân\svận\skhéo|[Hh]ọc\stập\svà\slàm\stheo)\s").match(page.text, end)
    return _found(page, head, start, page.name_end(end, page.sentence_end(start))) if named else None


def year(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Năm Du lịch quốc gia 2017``: years under one heading."""
    stop = page.name_end(end, page.sentence_end(start))
    return _found(page, head, start, stop) if page.text[start] == "N" and stop > end else None


def contest(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Hội thi … lần thứ II``, ``cuộc thi chính luận về …``; an award of the press is a contest too."""
    limit = page.sentence_end(start)
    if "búa liềm" in head.words:
        return _award(page, head, start, end)
    if not CONTEST.match(page.text, end) or not (page.text[start].isupper() or head.bare or page.text[end + 1] == '"'):
        return None
    stop = page.name_end(end, limit)
    numbered = re.compile(r"[^.;\n()]{0,140}?\slần\s(?:thứ\s)?(?:[IVXL]+|\d{1,3}|\w+)(?!\w)").match(page.text, end, limit)
    if numbered and not re.search(r"\s(?:đã|được|sẽ|nhằm|do|tại|là)\s", page.text[stop : numbered.end()]):
        stop = max(stop, numbered.end())
    return _found(page, head, start, stop) if stop > end + 2 else None


def _award(page: Page, head: Head, start: int, end: int) -> Found:
    """``giải Búa liềm vàng lần thứ hai``: the press award for Party building."""
    edition = re.compile(rf'"?(?:\s{NUMBER_OF_TIMES})?').match(page.text, end)
    return _found(page, head, start, edition.end() if edition else end)


def programme(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Chương trình phối hợp công tác giữa A với B``: a standing agreement, named by its subject or partners."""
    limit = page.sentence_end(start)
    stop = page.name_end(end, limit)
    partners = _PARTNERS.match(page.text, stop, limit)
    if partners is not None:
        stop = page.name_end(partners.end(), limit)
    return _found(page, head, start, stop) if stop > end + 6 else None


def quoted(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``chương trình nghệ thuật "…"``: by its quoted title only."""
    match = re.compile(r'(?:\s[^\W\d_]+){0,5}\s"[^"\n]{4,120}"').match(page.text, end)
    return _found(page, head, start, match.end()) if match else None


def election(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp``: general elections, by the body's term."""
    match = re.compile(
        r"(?:\s(?:bầu\scử\s)?đại\sbiểu)?\sQuốc\shội(?:\skhóa\s(?:[IVXL]+|\d+))?(?:\svà\s(?:bầu\s(?:cử\s)?)?đại\sbiểu\s"
        r"(?:HĐND|Hội\sđồng\snhân\sdân)(?:\scác\scấp)?)?"
    ).match(page.text, end)
    if match is None or "khóa" not in match.group():
        return None
    begin = start - 5 if page.lower.startswith("cuộc ", start - 5) else start
    return _found(page, head, begin, match.end())


def festival(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Lễ hội Hoa phượng đỏ``: by its proper name."""
    if not re.compile(rf'\s(?:"|[{UPPER}])').match(page.text, end):
        return None
    stop = page.name_end(end, page.sentence_end(start))
    return _found(page, head, start, stop) if stop > end + 2 else None


def never(page: Page, head: Head, start: int, end: int) -> Found | None:
    """For heads that only point at an event named otherwise (``tại chương trình``)."""
    return None


def free(page: Page, head: Head, start: int, end: int) -> Found | None:
    """Head and any words up to the end of the name; needs some."""
    stop = page.name_end(end, page.sentence_end(start))
    return _found(page, head, start, stop) if stop > end + 6 else None


def _found(page: Page, head: Head, start: int, end: int) -> Found:
    """A find with the bodies named in it as parts."""
    attributes = {"kind": head.kind}
    return Found(start, end, "Event", head.cls, page.text[start:end], attributes, page.bodies_in(start, end))


def purpose(found: Found) -> str:
    """The first verb that says what an event is for, in lower case; empty if none does."""
    match = PURPOSE.search(found.label)
    return match.group().lower() if match else ""
