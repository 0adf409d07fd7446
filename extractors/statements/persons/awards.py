"""Awards to persons: orders, medals, badges and titles handed over or received, and higher ranks (domain notes 5.4)."""

from __future__ import annotations

import re

from vankien.extractors.reading import Reading
from vankien.extractors.statements.cues import Cues
from vankien.extractors.statements.persons.act_dates import days
from vankien.extractors.statements.skeleton import PERSONS, SLOT, Skeleton
from vankien.extractors.text.letters import UPPER

_FILL = r"[^<>;.\n]"
_PRIZE = r"(?:huy hiệu|huân chương|huy chương|bằng khen|danh hiệu|kỷ niệm chương|giải thưởng)"
# What the prize is called: Huân chương Độc lập hạng Nhất, Huy hiệu 60 năm tuổi Đảng.
_NAME = re.compile(
    rf"(?:\s+(?:(?-i:[{UPPER}])[^\W\d_]*|hạng\s+\S+?(?=[\s,;.]|\Z)|\d+\s+năm\s+tuổi\s+Đảng|(?:lập|động|công|thi|đua|sức|trẻ|sĩ|dân|hùng|tú|hữu|nghị)(?!\w)))*"
)
_GIVEN = re.compile(
    rf"\b(?:trao(?: tặng)?|tặng|truy tặng|phong tặng|truy phong)\s+{_FILL}{{0,40}}?(?P<measure>{_PRIZE}){_FILL}{{0,90}}?\b(?:cho|tặng)\s+"
    rf"{_FILL}{{0,40}}?(?P<persons>{PERSONS})", re.IGNORECASE,
)  # fmt: skip
_TAKEN = re.compile(
    rf"(?P<persons>{PERSONS}){_FILL}{{0,60}}?\b(?:được|vinh dự|đón nhận|nhận)\b{_FILL}{{0,60}}?(?:trao|tặng|nhận)\s+{_FILL}{{0,30}}?"
    rf"(?P<measure>{_PRIZE})", re.IGNORECASE,
)  # fmt: skip
_RANK = r"(?P<measure>(?:thăng|phong)\s+(?:quân hàm|cấp bậc hàm))(?:\s+(?:từ\s+)?[^<>;.,\n]{0,40}?)?"
_RAISED = re.compile(rf"(?P<persons>{PERSONS}){_FILL}{{0,60}}?\bđược\s+{_FILL}{{0,40}}?{_RANK}", re.IGNORECASE)
_RAISES = re.compile(rf"\b{_RANK}\s+(?:cho|đối với)\s+(?:các\s+)?(?P<persons>{PERSONS})", re.IGNORECASE)
_WISH = re.compile(r"\b(?:đề nghị|đề xuất|xét|sẽ|dự kiến)\b[^<>;.]{0,40}$", re.IGNORECASE)
_CUES = Cues("huy hiệu|huân chương|huy chương|bằng khen|danh hiệu|kỷ niệm chương|giải thưởng|quân hàm|cấp bậc hàm")


def state_awards(reading: Reading, skeleton: Skeleton) -> None:
    """State the awards of one sentence; what is only proposed or to come is none yet."""
    text = skeleton.text
    if not _CUES.within(reading, skeleton.start, skeleton.end):
        return
    for pattern in (_GIVEN, _TAKEN, _RAISED, _RAISES):
        for match in pattern.finditer(text):
            if _WISH.search(text[: match.start()]) or _WISH.search(text[: match.start("measure")]):
                continue
            verbs, end = skeleton.at(match.start("measure")), skeleton.at(match.end())
            when = days(reading, verbs, end)
            for kind, k in SLOT.findall(match["persons"]):
                if kind == "P":
                    reading.say(
                        reading.persons[int(k)].entities[0], "personnelAct", None, skeleton.at(match.start()), end, "award",
                        act="award", measure=_measure(text, match), date=when.date,
                    )  # fmt: skip


def _measure(text: str, match: re.Match[str]) -> str:
    """The prize by its name; a higher rank by the verb."""
    if match.re in (_RAISED, _RAISES):
        return " ".join(match["measure"].lower().split())
    name = _NAME.match(text, match.end("measure"))
    return " ".join((match["measure"].lower() + (name.group() if name else "")).split())
