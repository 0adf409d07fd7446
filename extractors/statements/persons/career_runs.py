"""Careers told sentence by sentence: ``Năm 2010, ông làm A. Từ 2013 đến 2018, ông là B. Sau đó, ông giữ chức C.``

What somebody did until a year before the article's, or before the next thing the run tells of them, is former; whether
the last item is still held, the words do not say (domain notes 5.2: the post then is not the post now).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vankien.extractors.grammar.shapes import PostFound
from vankien.extractors.reading import Reading
from vankien.extractors.statements.cues import Cues
from vankien.extractors.statements.skeleton import PERSON, POSTS, SLOT, Skeleton, skeletons, slots

_OPENERS = (
    r"Từ|Đến|Vào|Năm|Tháng|Đầu năm|Cuối năm|Giữa năm|Giai đoạn|Trong giai đoạn|Nhiệm kỳ|Trong nhiệm kỳ|Trước đó|Sau đó|Tiếp đó|Tiếp theo"
    r"|Thời kỳ"
)
_VERB = r"(?:giữ chức(?: vụ)?|giữ cương vị|giữ|làm|là|đảm nhiệm|đảm nhận|kiêm|:)"
_DOES = (
    rf"(?:(?:được|đã)\s+(?:[^<>;.]|<B\d+>){{0,60}}?|chuyển sang\s+|về\s+|tiếp tục\s+)?(?P<verb>{_VERB})\s*(?:các\s+)?(?:chức vụ\s*:?\s*|cương vị\s+)?"
    rf"(?P<posts>{POSTS})"
)
_OPENED = re.compile(rf"^\W*(?P<time>(?:{_OPENERS})\b(?:[^<>;.]|\.(?=\d)){{0,90}}?)\s*,?\s*(?:(?P<person>{PERSON})\s*,?\s*)?{_DOES}")
_BEFORE = re.compile(rf"^\W*(?P<time>Trước khi\b(?:[^<>;.]|<[TB]\d+>){{0,160}}?),\s*(?P<person>{PERSON})\s*,?\s*{_DOES}")
_CLOSED = re.compile(
    rf"(?P<person>{PERSON})\s*(?:đã\s+|từng\s+|cũng\s+|[^<>;.]{{3,60}}?\s+và\s+)?(?P<verb>{_VERB})\s*(?P<posts>{POSTS})(?:\s+trong (?:hơn|gần|khoảng)? ?\w+ năm)?\s*,?\s*(?P<time>\(?từ\s+(?:năm|tháng|ngày)\s[^<>;.]{{0,40}}"
    rf"|\(?(?:trong\s+)?(?:giai đoạn|thời kỳ|(?:hai |ba |các )?nhiệm kỳ)\s+(?:\d{{4}}\s*-\s*\d{{4}}(?:\s*(?:,|và)\s*)?)+)"
)
_BEGINS = re.compile(rf"\W*(?:{_OPENERS}|Trước khi)\b")
_TIMES = Cues("từ năm |từ tháng |từ ngày |giai đoạn |thời kỳ |nhiệm kỳ ")
_YEARS = re.compile(r"(\d{4})\s*-\s*(\d{4})")
_UNTIL = re.compile(r"\b(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+|tháng\s+)?(?:(\d{1,2})\s*[/-]\s*)?(\d{4})\b")
_NOW = re.compile(r"\b(?:đến nay|tới nay|hiện nay|cho đến nay|đến thời điểm này)\b")
_BESIDES = re.compile(r"\b(?:kiêm|đồng thời|thêm)\b")


@dataclass(slots=True)
class _Told:
    """One item of a career: who, which posts, from when until when (ISO, "" unknown), in which words."""

    person: int
    posts: list[int]
    start: str
    end: str
    words: str
    begin: int
    stop: int
    plain: bool  # told by "là": the posts beside the name were taken as current
    opened: bool  # the sentence begins with the time


def state_runs(reading: Reading) -> None:
    """State the former posts of the article's careers, with their years; take back what only looked current."""
    told = list(_told(reading))
    for k, item in enumerate(told):
        who = reading.persons[item.person].entities[0]
        later = any(
            reading.persons[t.person].entities[0] == who and not _BESIDES.search(t.words) and not t.words.startswith("Trước")
            for t in told[k + 1 :]
        )
        for post in item.posts:
            _settle(reading, item, post, later)


def _settle(reading: Reading, item: _Told, post: int, later: bool) -> None:
    subject, object = reading.persons[item.person].entities[0], reading.posts[post].entities[0]
    find = reading.posts[post]
    member = isinstance(find, PostFound) and (find.weak or (find.role == "Bí thư" and find.body is not None and find.body.known != ""))
    later = later and item.opened
    if _NOW.search(item.words) or (item.plain and item.start and not item.end and not later and item.words.startswith("Từ")):
        status = "current"
    elif item.words.startswith("Trước") or (item.end and _over(reading, item.end)) or (later and not member and _dated(item)):
        status = "former"
    else:
        if item.start and item.plain and not item.words.startswith("Từ") and _over(reading, item.start):
            _take_back(reading, item, subject, object)
        return
    if status == "former" and _acted(reading, subject, object):
        return
    reading.say(
        subject, "holdsPost", object, item.begin, item.stop, "career run", status=status, startDate=item.start, endDate=item.end
    )


def _dated(item: _Told) -> bool:
    return bool(item.start) or item.words.startswith(("Sau đó", "Tiếp"))


def _over(reading: Reading, day: str) -> bool:
    """Whether a date lies in a year before the article's (in the past as such, where the article has no date)."""
    return day[:4].isdigit() and (reading.published is None or int(day[:4]) < reading.published.year)


def _acted(reading: Reading, subject: str, object: str) -> bool:
    """Whether the article tells that the post is taken up or left now, or calls the person its holder elsewhere."""
    return any(
        s.predicate == "holdsPost" and (s.subject, s.object) == (subject, object) and s.attributes.get("status") in ("incoming", "outgoing")
        for s in reading.statements
    )


def _take_back(reading: Reading, item: _Told, subject: str, object: str) -> None:
    """``Năm 2010, ông X là A``: not what he is now."""
    first, last = reading.normal.span(item.begin, item.stop)
    reading.statements = [
        s for s in reading.statements
        if not (s.predicate == "holdsPost" and (s.subject, s.object) == (subject, object) and s.attributes.get("status") == "current"
                and first <= s.span.start and s.span.end <= last)
    ]  # fmt: skip


def _told(reading: Reading) -> Iterator[_Told]:
    if not reading.posts or not reading.persons:
        return
    before: _Told | None = None

    def wanted(start: int, end: int) -> bool:
        return _BEGINS.match(reading.text, start, end) is not None or _TIMES.within(reading, start, end)

    for skeleton in skeletons(reading, "BPT", want=wanted):
        if "<T" not in skeleton.text:
            continue
        match = _BEFORE.match(skeleton.text) or _OPENED.match(skeleton.text) or _CLOSED.search(skeleton.text)
        person = _person(reading, skeleton, match, before) if match is not None else None
        if match is None or person is None:
            continue
        before = _item(reading, skeleton, match, person)
        yield before


def _person(reading: Reading, skeleton: Skeleton, match: re.Match[str], before: _Told | None) -> int | None:
    """Whose item it is; where the subject is left out, that of the item before or the only person of the last sentence."""
    if match["person"]:
        return int(SLOT.findall(match["person"])[-1][1])
    if before is not None and not any(before.stop < p.start < skeleton.start for p in reading.persons if p.entities and not p.hidden):
        return before.person
    last = [k for k, p in enumerate(reading.persons) if p.entities and not p.hidden and p.start < skeleton.start]
    if not last:
        return None
    begin, end = reading.sentence_at(reading.persons[last[-1]].start)
    here = {reading.persons[k].entities[0] for k in last if begin <= reading.persons[k].start < end}
    return last[-1] if len(here) == 1 and skeleton.start - end < 3 else None


def _item(reading: Reading, skeleton: Skeleton, match: re.Match[str], person: int) -> _Told:
    posts = slots("T", match["posts"])
    first, last = skeleton.at(match.start("time")), skeleton.at(match.end("time"))
    start, end = "", ""
    for find in reading.dates:
        if first <= find.start < last:
            start = start or find.attributes["value"]
            end = end or str(find.attributes.get("to", ""))
    years = _YEARS.findall(match["time"])
    if years:
        start, end = min(y for y, _ in years), max(y for _, y in years)
    if not end and (until := _UNTIL.search(match["time"])) is not None:
        end = until[2] + (f"-{int(until[1]):02}" if until[1] else "")
    words = match["time"].lstrip("( ")
    if match["time"].startswith("("):
        posts = posts[-1:]  # the time in brackets is of the post before it
    start = start if start[:1].isdigit() else ""
    return _Told(
        person, posts, start, end, words[:1].upper() + words[1:], skeleton.at(match.start()), skeleton.at(match.end()),
        match["verb"] == "là", match.re is not _CLOSED,
    )  # fmt: skip

