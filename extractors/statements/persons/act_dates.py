"""The days of a personnel act: decided, in effect, announced (domain notes 5.4, trap 17).

They are three: a decision of 3 October may be in effect from the 6th and be announced on the 21st. ``date`` is the day
of the decision or vote; the day on which a decision is handed over is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from vankien.extractors.reading import Found, Reading

_SINCE = re.compile(r"\b(?:kể\s+)?từ\s+(?:ngày\s+)?\Z", re.IGNORECASE)
_IN_FORCE = re.compile(r"\b[Qq]uyết định\s+(?:này\s+|trên\s+)?có hiệu lực\s+(?:thi hành\s+)?(?:kể\s+)?từ\s+(?:ngày\s+)?")
_HANDED_OVER = re.compile(r"\b(?:cho biết|thông tin|thông báo|công bố|trao|ra mắt|triển khai|giới thiệu|đón nhận|nhận quyết định)\b", re.IGNORECASE)
_OF_DECISION = re.compile(r"\b(?:[Qq]uyết định|[Nn]ghị quyết)\b[^.;\n]{0,40}?\bngày\s+\Z")
_GROUNDS = re.compile(r"\b[Cc]ăn cứ\b")  # the rules a decision rests on have days of their own
_OPENS = re.compile(
    r"\W*(?:(?:[Rr]ạng )?[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Vv]ào|[Tt]rong|[Nn]gày|[Tt]heo đó|[Tt]rước đó|[Tt]ại|[Nn]gay|[Hh]ôm"
    r"|(?:kỳ|phiên|cuộc)? ?họp|kỳ họp|hội nghị|đại hội|thứ \w+|[\s,(])*\Z"
)
_NEW_ACT = re.compile(r";|\b(?:được|bổ nhiệm|bầu|chỉ định|phân công|điều động|sau đó|rồi|thay)\b")  # the day is of what follows
_LATER = re.compile(r";|\b(?:sau đó|rồi|tiếp đó)\b")  # the day is of what came first
_OPENING = 16  # code points before the day in a sentence that begins with it (Kể từ ngày …)
_REACH = 60  # code points between the words of an act and the day from which it holds


@dataclass(frozen=True, slots=True)
class Days:
    """ISO dates of any precision, "" where the words give none."""

    decided: str = ""
    effective: str = ""
    announced: str = ""

    @property
    def date(self) -> str:
        """The day of the act: that of the decision, else the one from which it holds (the announcement is none)."""
        return self.decided or self.effective


def days(reading: Reading, verbs: int, end: int) -> Days:
    """The days of the act whose verb stands at ``verbs`` and whose words end at ``end`` (normal offsets)."""
    first, last = reading.sentence_at(verbs)
    text = reading.text
    decided = announced = effective = ""
    for find in reading.dates:
        if find.end <= first:
            continue
        if find.start >= last:
            break
        before = text[first : find.start]
        if _SINCE.search(before):
            opens = find.end <= verbs and len(before) < _OPENING
            if not effective and not find.attributes.get("to") and (opens or _near(text, end, find)):
                effective = _closest(reading, find)
        elif _GROUNDS.search(before) or _that_day(reading, find):
            continue
        elif find.end <= verbs and _OF_DECISION.search(before):
            decided = decided or find.attributes["value"]
        elif find.end <= verbs and not find.attributes.get("to") and _OPENS.match(before) is not None:
            if _HANDED_OVER.search(text, find.end, verbs):
                announced = announced or find.attributes["value"]
            elif not _LATER.search(text, find.end, verbs):
                decided = decided or find.attributes["value"]
    return Days(decided, effective or _in_force(reading, last), announced)


def _that_day(reading: Reading, find: Found) -> bool:
    """``Cùng ngày`` after a day from which something holds: whether the act is of that day, the words leave open."""
    text = reading.text
    if "cùng ngày" not in text[max(0, find.start - 6) : find.end].lower():
        return False
    value = find.attributes["value"]
    named = [d for d in reading.dates if d.end <= find.start and d.attributes["value"] == value]
    return bool(named) and _SINCE.search(text, max(0, named[-1].start - 16), named[-1].start) is not None


def day_at(reading: Reading, offset: int) -> str:
    """The date that begins right after an offset ("" for none): ``nghỉ hưu tháng 2/2025``."""
    return next((d.attributes["value"] for d in reading.dates if 0 <= d.start - offset <= 1), "")


def _near(text: str, end: int, find: Found) -> bool:
    """Whether the day stands in the same clause, after the act or right before it."""
    between = text[end : find.start] if find.start >= end else ""
    return find.start >= end and len(between) <= _REACH and _NEW_ACT.search(between) is None


def _in_force(reading: Reading, at: int) -> str:
    """``Quyết định có hiệu lực từ ngày …`` in the words that follow."""
    match = _IN_FORCE.search(reading.text, max(0, at - 120), at + 120)
    if match is None:
        return ""
    return next((_closest(reading, d) for d in reading.dates if 0 <= d.start - match.end() <= 2), "")


def _closest(reading: Reading, find: Found) -> str:
    """A day printed without its year lies near the article, before or after it."""
    value: str = find.attributes["value"]
    published = reading.published
    if published is None or not find.attributes.get("bare") or len(value) != 10:
        return value
    near = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            near.append(date(year, int(value[5:7]), int(value[8:])))
        except ValueError:  # 29 February
            continue
    return min(near, key=lambda day: abs((day - published).days)).isoformat()
