"""Awards to persons: orders, medals, badges and titles handed over or received (domain notes 5.4)."""

from __future__ import annotations

import re

from vankien.extractors.reading import Reading
from vankien.extractors.statements.skeleton import PERSONS, SLOT, Skeleton

_FILL = r"[^<>;.\n]"
_PRIZE = r"(?:huy hiệu|huân chương|huy chương|bằng khen|danh hiệu|kỷ niệm chương|giải thưởng)"
_GIVEN = re.compile(
    rf"\b(?:trao(?: tặng)?|tặng|truy tặng|phong tặng|truy phong)\s+{_FILL}{{0,40}}?(?P<measure>{_PRIZE}){_FILL}{{0,90}}?\b(?:cho|tặng)\s+"
    rf"{_FILL}{{0,40}}?(?P<persons>{PERSONS})", re.IGNORECASE,
)  # fmt: skip
_TAKEN = re.compile(
    rf"(?P<persons>{PERSONS}){_FILL}{{0,60}}?\b(?:được|vinh dự|đón nhận|nhận)\b{_FILL}{{0,60}}?(?:trao|tặng|nhận)\s+{_FILL}{{0,30}}?"
    rf"(?P<measure>{_PRIZE})", re.IGNORECASE,
)  # fmt: skip
_WISH = re.compile(r"\b(?:đề nghị|đề xuất|xét|sẽ|dự kiến)\b[^<>;.]{0,40}$", re.IGNORECASE)


def state_awards(reading: Reading, skeleton: Skeleton) -> None:
    """State the awards of one sentence; what is only proposed or to come is none yet."""
    if not re.search(_PRIZE, skeleton.text, re.IGNORECASE):
        return
    for pattern in (_GIVEN, _TAKEN):
        for match in pattern.finditer(skeleton.text):
            if _WISH.search(skeleton.text[: match.start()]):
                continue
            for kind, k in SLOT.findall(match["persons"]):
                if kind == "P":
                    reading.say(
                        reading.persons[int(k)].entities[0], "personnelAct", None, skeleton.at(match.start()),
                        skeleton.at(match.end()), "award", act="award", measure=match["measure"].lower(),
                    )  # fmt: skip
