"""Who acts for whom: ``thay mặt Ban Thường vụ …, đồng chí X`` (domain notes 6, Roles)."""

from __future__ import annotations

import re

from vankien.extractors.reading import Reading
from vankien.extractors.statements.cues import Cues
from vankien.extractors.statements.persons.tenures import holdings
from vankien.extractors.statements.skeleton import PERSON, SLOT, Skeleton, skeletons

_CUES = Cues("thay mặt|ủy quyền")
_BODIES = r"(?:lãnh đạo\s+|cho\s+|các đồng chí lãnh đạo\s+)?<B\d+>(?:\s*(?:,|và)\s*(?:lãnh đạo\s+)?<B\d+>)*"
_FOR = rf"(?:thay mặt|thừa ủy quyền(?: của)?|được sự ủy quyền của)\s+(?P<bodies>{_BODIES})"
_THEN = re.compile(rf"{_FOR}\s*,?\s*(?:<T\d+>\s*(?:,|và)?\s*)*(?P<person>{PERSON})", re.IGNORECASE)
_BEFORE = re.compile(rf"(?P<person>{PERSON})\s*,?\s*(?:đã|cũng)?\s*{_FOR}", re.IGNORECASE)
_LATER = re.compile(rf"(?P<person>{PERSON})[^.]*?[;,]\s*{_FOR}\s+(?:ký|trao|tặng|phát biểu|ban hành)", re.IGNORECASE)


def state_represents(reading: Reading) -> None:
    """State represents where the words name both the person and the body."""
    apposed = [h.post for h in holdings(reading)]
    for skeleton in skeletons(reading, "BPT", drop=apposed, cue=_CUES):
        for pattern in (_THEN, _BEFORE):
            for match in pattern.finditer(skeleton.text):
                _say(reading, int(SLOT.findall(match["person"])[-1][1]), match, skeleton)
        later = _LATER.search(skeleton.text)
        if later is not None and len({reading.persons[k].entities for k in skeleton.slots("P")}) == 1:
            _say(reading, int(SLOT.findall(later["person"])[-1][1]), later, skeleton)


def _say(reading: Reading, person: int, match: re.Match[str], skeleton: Skeleton) -> None:
    for _, k in SLOT.findall(match["bodies"]):
        reading.say(
            reading.persons[person].entities[0], "represents", reading.bodies[int(k)].entities[0],
            skeleton.at(match.start()), skeleton.at(match.end()), "thay mặt",
        )  # fmt: skip
