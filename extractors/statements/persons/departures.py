"""Who retires or is moved away: told of persons without the post they leave (domain notes 5.4).

What stands beside the name in the same article is then an office that is left.
"""

from __future__ import annotations

import re

from vankien.extractors.reading import Reading
from vankien.extractors.statements.persons.act_dates import day_at, days
from vankien.extractors.statements.persons.act_patterns import FILL
from vankien.extractors.statements.persons.deciders import people
from vankien.extractors.statements.persons.undone import proposed, undone
from vankien.extractors.statements.skeleton import PERSON, PERSONS, SLOT, Skeleton, slots

_HUU = re.compile(r"hưu|nghỉ chế độ|nghỉ công tác")
_RETIRED = re.compile(
    rf"quyết định\s+(?:về việc\s+)?(?:nghỉ hưu|nghỉ chế độ|về hưu|nghỉ công tác){FILL}{{0,40}}?(?:cho|đối với)\s+(?P<person>{PERSONS})"
    rf"|\bthay\s+(?P<replaced>{PERSON})\s+(?:đã\s+)?(?:nghỉ hưu|nghỉ chế độ)"
    rf"|(?P<gone>{PERSON})\s*,?\s*(?:chính thức\s+|được\s+|đã\s+)*(?:nghỉ hưu|nghỉ chế độ|nghỉ công tác)\s+(?:theo|hưởng|(?:kể\s+)?từ)\b"
    rf"|\b(?:kể\s+)?từ\s+(?:ngày|tháng)\s[^<>;.]{{0,20}},\s*(?P<since>{PERSON})\s*,?\s*(?:chính thức\s+|được\s+|đã\s+)*(?:nghỉ hưu|nghỉ chế độ)"
    rf"|\b(?:ngày|tháng)\s[^<>;.]{{0,20}},\s*(?P<then>{PERSON})\s*,?\s*(?:đã|được|chính thức)\s+(?:nghỉ hưu|nghỉ chế độ)"
    r"|[;,]\s+(?:đã\s+)?nghỉ hưu\s+(?=tháng|năm|từ|vào)(?:từ\s+|vào\s+)?"
    rf"|(?P<left>{PERSON})\s+thôi\s+{FILL}{{0,40}}?(?:<T\d+>(?:\s*(?:,|và)\s*)?)+(?:để\s+)?(?:nghỉ hưu|nghỉ chế độ)",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"\b(?:điều chuyển|điều động|luân chuyển|thuyên chuyển)\s+(?:công tác\s+)?(?:đối với\s+)?(?P<persons>{PERSONS})\s+(?:về|sang|đến|tới|ra|vào|đi|giữ|làm)\b",
    re.IGNORECASE,
)


def state_departures(reading: Reading, skeleton: Skeleton) -> None:
    """State retirements, and remember who is moved away."""
    _retired(reading, skeleton)
    _moved(reading, skeleton)


def _moved(reading: Reading, skeleton: Skeleton) -> None:
    """``quyết định điều chuyển Chủ tịch X A về công tác tại Y``: A leaves the office beside the name."""
    for match in _MOVED.finditer(skeleton.text):
        if not proposed(skeleton.text[: match.start()]):
            reading.memo.setdefault("moved", set()).update(s for s in SLOT.findall(match["persons"]) if s[0] == "P")


def _retired(reading: Reading, skeleton: Skeleton) -> None:
    """``quyết định nghỉ hưu cho đồng chí X``: names no post (domain notes 5.4)."""
    for match in _RETIRED.finditer(skeleton.text) if _HUU.search(skeleton.text) else ():
        if proposed(skeleton.text[: match.start()]) or undone(skeleton.text, match.start(), match.end()):
            continue
        named = next((group for group in match.groups() if group), None)
        persons = slots("P", named) if named else people(reading, skeleton, match)
        start, end = skeleton.at(match.start()), skeleton.at(match.end())
        when = days(reading, end, end)
        for k in persons:
            reading.say(
                reading.persons[k].entities[0], "personnelAct", None, start, end, "retirement", act="retire",
                date=when.date or day_at(reading, end), effectiveFrom=when.effective, announcedOn=when.announced,
            )  # fmt: skip
            reading.memo.setdefault("moved", set()).add(("P", str(k)))
