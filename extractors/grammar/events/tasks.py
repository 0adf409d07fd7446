"""Long-running and task-like events: campaigns, contests, programmes, reviews, inspections, elections.

Each function reads on from a head (``event_heads.tsv``); None where the words name no one event
(domain notes 6).
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.kept import count_years
from vankien.extractors.grammar.events.ordinals import FIGURE, WORD
from vankien.extractors.grammar.events.page import Page
from vankien.extractors.grammar.events.words import CONTEST, Head
from vankien.extractors.reading import Found

_EDITION = rf"\slần\s(?:thứ\s)?(?:{FIGURE}|(?:{WORD})(?!\w))"
_TO_EDITION = re.compile(rf"[^.;\n()]{{0,140}}?{_EDITION}")
_AWARD_EDITION = re.compile(rf'"?(?:{_EDITION})?')
_PREDICATE = re.compile(r"\s(?:đã|được|sẽ|nhằm|do|tại|là)\s")
_QUOTED = re.compile(r'\s?:?\s"[^"\n]{4,150}"')
_MOVEMENT = re.compile(r"\s(?:[Tt]oàn\sdân|chung\stay|[Dd]ân\svận\skhéo|[Hh]ọc\stập\svà\slàm\stheo)\s")
_PARTNERS = re.compile(
    r",\s(?!góp|nhằm|để|tham|qua|tiếp|triển|tổ)\w+\s\w+(?:\s\w+)?\s(?=thực\shiện|về|trong)"
)
_THROUGH_QUOTE = re.compile(r'[^"\n]{0,40}"[^"\n]{3,150}"')
_FINAL = re.compile(r"[Cc]hung\skết\s(?:xếp\shạng\s|toàn\squốc\s|của\s)?\Z")
"""Before a contest: its final, which is the event a report tells of."""

_YEARS = re.compile(r"\s(?:gần\s|hơn\s|trên\s)?\d{1,3}\snăm(?=\s)")
_REVIEWED = re.compile(
    r"\s(?:thi\shành|thực\shiện|triển\skhai|hoạt\sđộng|công\stác|đổi\smới|xây\sdựng|phong\strào)(?!\w)"
)
_CARRIED_OUT = re.compile(r"\s(?:việc\s|kết\squả\s)?thực\shiện\s")
_PAPER = re.compile(r"(?:[Bb]áo\scáo|[Dd]ự\sthảo|[Đđ]ề\sán|[Tt]ờ\strình|[Vv]ăn\skiện)\s\Z")
"""Before ``tổng kết``: the words are the title of a paper."""

_TASK = re.compile(
    r"(?:\s(?:đối\svới|việc|công\stác|tình\shình|kết\squả|quá\strình|về|trách\snhiệm|sự))*"
    r"[^.;:\n()]{0,70}?\s?(?:thực\shiện|chấp\shành|thi\shành|quán\striệt)\s"
)
_ROUND = re.compile(r"(?:cuộc|đợt|[Kk]ế\shoạch|[Qq]uyết\sđịnh)\s(?:về\s)?(?:việc\s)?\Z")
_SUBJECT = re.compile(r"[Đđ]oàn(?:\s(?:[Kk]iểm\stra|[Gg]iám\ssát|công\stác))?\s.{0,12}\Z")
_DELEGATION = re.compile(r"Đoàn\s(?:[Kk]iểm\stra|[Gg]iám\ssát|[Cc]ông\stác)")
_ELECTION = re.compile(
    r"(?:\s(?:bầu\scử\s)?đại\sbiểu)?\sQuốc\shội\skhóa\s(?:[IVXL]+|\d+)"
    r"(?:\svà\s(?:bầu\s(?:cử\s)?)?đại\sbiểu\s(?:HĐND|Hội\sđồng\snhân\sdân)(?:\scác\scấp)?)?"
)


def campaign(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``cuộc vận động "Học tập và làm theo …"``: by its quoted name; without one it is no event."""
    if quoted := _QUOTED.match(page.text, end):
        return page.event(head, start, quoted.end())
    if not _MOVEMENT.match(page.text, end):
        return None
    return page.event(head, start, page.name_end(end, page.sentence_end(start)))


def year(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Năm Du lịch quốc gia``: a year under one heading, written with a capital."""
    stop = page.name_end(end, page.sentence_end(start))
    return page.event(head, start, stop) if page.text[start] == "N" and stop > end else None


def contest(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Hội thi … lần thứ II``, ``cuộc thi chính luận về …``; an award of the press is a contest too."""
    if "búa liềm" in head.words:  # the press award for Party building: its name is complete
        edition = _AWARD_EDITION.match(page.text, end)
        return page.event(head, start, edition.end() if edition else end)
    named = head.bare or page.text[start].isupper() or page.text[end + 1 : end + 2] == '"'
    if not named or not CONTEST.match(page.text, end):
        return None
    limit = page.sentence_end(start)
    stop = page.name_end(end, limit)
    edition = _TO_EDITION.match(page.text, end, limit)
    if edition and not _PREDICATE.search(page.text, stop, edition.end()):
        stop = max(stop, edition.end())
    if stop <= end + 2:
        return None
    quoted = _THROUGH_QUOTE.match(page.text, end, stop)
    if quoted and not edition:  # what follows a quoted name is for whom it is
        stop = quoted.end()
    found = page.event(head, start, stop)
    if _FINAL.search(page.text, max(0, start - 28), start):
        found.attributes["final"] = True
    return found


def programme(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Chương trình phối hợp công tác giữa A với B``: a standing agreement, by its subject or partners."""
    limit = page.sentence_end(start)
    stop = page.name_end(end, limit)
    if partners := _PARTNERS.match(page.text, stop, limit):
        stop = page.name_end(partners.end(), limit)
    return page.event(head, start, stop) if stop > end + 6 else None


def review(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``tổng kết 10 năm thực hiện Chương trình …``, ``tổng kết việc thực hiện Nghị quyết số 18-NQ/TW``."""
    if _PAPER.search(page.text, max(0, start - 16), start):
        return None
    years, limit = _YEARS.match(page.text, end), page.sentence_end(start)
    if years and _REVIEWED.match(page.text, years.end()):
        found = page.event(head, start, page.name_end(years.end(), limit))
        count_years(page, found, end)
        return found
    task = _CARRIED_OUT.match(page.text, end)
    document = page.document_after(task.end(), task.end() + 6) if task else None
    if document is None or not document.attributes.get("number"):
        return None
    return page.event(head, start, page.name_end(document.start, limit))


def inspection(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``kiểm tra việc thực hiện Nghị quyết …``, where the sentence has inspectors."""
    limit = page.sentence_end(start)
    if page.block_end(start) > end:  # Đoàn kiểm tra: the inspectors' name
        return None
    task = _TASK.match(page.text, end, min(limit, end + 140))
    document = page.document_after(task.end(), task.end() + 2) if task else None
    if document is None or not _has_inspectors(page, start):
        return None
    return page.event(head, start, page.name_end(document.start, limit))


def _has_inspectors(page: Page, start: int) -> bool:
    """Whether a delegation (đoàn) inspects, or the words before are a plan or a round of inspection."""
    begin = page.reading.sentence_at(start)[0]
    near = max(begin, start - 34)
    if _ROUND.search(page.text, near, start) or _SUBJECT.search(page.text, near, start):
        return True
    return _DELEGATION.search(page.text, begin, start) is not None


def election(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp``: known by the Assembly's term."""
    match = _ELECTION.match(page.text, end)
    return page.event(head, page.classified(start), match.end()) if match else None
