"""The main event of a report told by a verb alone: ``Ban Bí thư đã họp``, ``làm việc với Tỉnh ủy Phú Thọ``.

Such a sentence stands in the lead of the report. Later sentences retell it with a noun (``buổi làm việc``).
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.named import partners_end
from vankien.extractors.grammar.events.page import Page
from vankien.extractors.reading import Found

LEAD = 1500
"""Code points at the beginning of a text in which its main event is told."""

_NOUN = re.compile(
    r"(?:buổi|cuộc|khi|phiên|kỳ|chương\strình|chế\sđộ|trụ\ssở|nơi|đang|lịch|chuyến|không|chưa|phải|cần|được|nếu"
    r"|từng|đi|và|cùng|việc)\s\Z"
)
"""Words before a verb that make it a noun, a wish or no act of the report."""

_VERB = re.compile(
    r"""(?<=\s)(?:
      (?P<met>họp)(?=\s(?:dưới|để|xem|thảo|và|bàn|cho|với|đột|bất|tại|nhằm|kiểm|phiên|nghe|về)|[,.])
    | (?P<visit>(?:[Tt]hăm(?:,\s|\svà\s)(?:[Cc]húc\s[Tt]ết(?:,\s|\svà\s))?)?[Ll]àm\sviệc\s(?:với|tại)\s(?=\S))
    | (?P<tour>thăm(?:\s(?:chính\sthức|hữu\snghị|cấp\s[Nn]hà\snước))+\s(?:tới\s|đến\s)?(?=[A-ZĐ]))
    | (?P<voters>[Tt]iếp\sxúc\scử\stri)(?!\w)
    | (?P<received>(?:tiếp|hội\sđàm\svới|hội\skiến|gặp\sgỡ|gặp\smặt|điện\sđàm\svới|gặp)\s(?=\S))
    )""",
    re.VERBOSE,
)
_SUBJECT = re.compile(r"(?<=\s)(?:về|về\sviệc|nghe|nhân\sdịp|nhân)(?!\w)")
_DELEGATION = re.compile(r"(?:[Tt]rưởng\sđoàn|[Đđ]oàn\scông\stác|[Đđ]oàn),?\Z")
_AUX = re.compile(r"\s(?:(?:đã|vừa|có|sẽ|chủ\strì|tiến\shành|tổ\schức|đến|tới|cũng|dẫn\sđầu)\s)*\Z")


def main_event(page: Page) -> Found | None:
    """The first event of the lead that a verb tells of a named subject, or None."""
    limit = min(LEAD, len(page.text))
    for match in _VERB.finditer(page.text, 0, limit):
        if _NOUN.search(page.text, max(0, match.start() - 14), match.start()):
            continue
        begin, end = page.reading.sentence_at(match.start())
        subject = _subject(page, begin, match.start())
        if subject and (page.dates_in(begin, end) or begin < 400) and (found := _event(page, match, end)):
            found.attributes["verb"] = True
            return found
    return None


def _subject(page: Page, begin: int, at: int) -> bool:
    """Whether a body or person named before the verb does it."""
    text = page.text[begin:at]
    aux = _AUX.search(text)
    upto = begin + (aux.start() if aux else len(text))
    if page.block_end(upto - 1) == upto:
        return True
    tail = page.text[max(begin, upto - 40) : upto]
    return _DELEGATION.search(tail) is not None


def _event(page: Page, match: re.Match[str], limit: int) -> Found | None:
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    if kind == "met":
        return Found(start, end, "Event", "Meeting", "họp", {"kind": "meeting"})
    if kind in ("visit", "tour"):
        stop = partners_end(page, end, limit) or page.name_end(end, limit, _SUBJECT)
        cls, sort = ("Visit", "visit") if match[kind].lower().startswith("thăm") else ("Meeting", "meeting")
        if stop <= end:
            return None
        words, inside = page.text[start:stop], page.bodies_in(end, stop)
        return Found(start, stop, "Event", cls, words, {"kind": sort}, inside)
    if kind == "received" and not page.block_end(end) and not page.text.startswith(("Đoàn", "đoàn"), end):
        return None
    stop = max(end, page.name_end(end, limit, _SUBJECT))
    words, inside = page.text[start:stop], page.bodies_in(end, stop)
    return Found(start, stop, "Event", "Meeting", words, {"kind": "meeting"}, inside)
