"""Discipline of persons: the measure, and whether it was decided or only proposed (domain notes 5.4).

``đề nghị thi hành kỷ luật`` is a proposal, not a punishment; discipline of a body is not expressed here.
"""

from __future__ import annotations

import re

from vankien.extractors.reading import Reading
from vankien.extractors.statements.skeleton import PERSONS, SLOT, Skeleton

_MEASURE = (
    r"(?P<measure>khiển trách|cảnh cáo|cách (?:tất cả |hết |mọi )?(?:các )?chức vụ(?: trong Đảng| đảng| Đảng)?|cách chức|khai trừ"
    r"(?: ra khỏi Đảng| khỏi Đảng)?)"
)
_FILL = r"[^<>;.\n]"
_CUE = re.compile(r"kỷ luật|cảnh cáo|khiển trách|khai trừ|cách chức|cách (?:tất cả|hết)", re.IGNORECASE)
_AND_BODIES = r"(?:<B\d+>[^<>;.]{0,30}(?:,|và)\s*)*"
_ACTIVE = re.compile(
    rf"(?:thi hành\s+)?(?:kỷ luật\s+)?(?:bằng\s+)?(?:hình thức\s+)?(?:kỷ luật\s+)?{_MEASURE}{_FILL}{{0,40}}?\s*(?:đối với\s+|với\s+)?"
    rf"{_AND_BODIES}(?:các\s+)?(?P<persons>{PERSONS})", re.IGNORECASE,
)  # fmt: skip
_PASSIVE = re.compile(
    rf"(?P<persons>{PERSONS}){_FILL}{{0,80}}?\bbị\s+(?:<B\d+>\s+)?{_FILL}{{0,50}}?{_MEASURE}", re.IGNORECASE
)
_BY_FORM = re.compile(
    rf"kỷ luật\s+(?:đảng\s+)?(?:đối với\s+|với\s+)?(?P<persons>{PERSONS})(?:{_FILL}|<[TB]\d+>){{0,120}}?\bhình thức\s+"
    rf"(?:kỷ luật\s+)?{_MEASURE}", re.IGNORECASE,
)  # fmt: skip
_WITHOUT = re.compile(rf"(?:thi hành\s+)?kỷ luật\s+(?:đối với\s+|với\s+)?(?:các\s+)?(?P<persons>{PERSONS})", re.IGNORECASE)
_PROPOSAL = re.compile(r"\b(?:đề nghị|đề xuất|kiến nghị)\b(?:[^<>;.]|<B\d+>){0,90}$", re.IGNORECASE)
_ACTOR = re.compile(r"(?<!của )<B(\d+)>")
_DECIDED = re.compile(r"\bquyết định\b|\bđã bỏ phiếu\b|\bbiểu quyết\b", re.IGNORECASE)


def state_discipline(reading: Reading, skeleton: Skeleton) -> None:
    """State the disciplinary acts of one sentence."""
    text = skeleton.text
    if not _CUE.search(text) or "<P" not in text:
        return
    for pattern in (_ACTIVE, _PASSIVE, _BY_FORM, _WITHOUT):
        for match in pattern.finditer(text):
            proposed = bool(_PROPOSAL.search(text[: match.start()])) and not _DECIDED.search(
                text[text.lower().rfind("đề nghị", 0, match.start()) : match.start()]
            )
            if pattern is _WITHOUT and not proposed:
                continue  # a decision without its measure says too little; the measure stands elsewhere
            _say(reading, skeleton, match, "proposeDiscipline" if proposed else "discipline")


def _say(reading: Reading, skeleton: Skeleton, match: re.Match[str], act: str) -> None:
    measure = match["measure"].lower() if "measure" in match.re.groupindex else ""
    # căn cứ Quy định số … của Bộ Chính trị, …: who issued the rule is not who applies it
    before = [int(k) for k in _ACTOR.findall(skeleton.text[: match.start()])]
    inside = [int(k) for kind, k in SLOT.findall(skeleton.text[match.start() : match.end()]) if kind == "B"]
    by = reading.bodies[before[0]].entities[0] if before and act == "discipline" else ""
    if match.re is _PASSIVE and inside:
        by = reading.bodies[inside[0]].entities[0]
    if act == "proposeDiscipline" and before:
        by = reading.bodies[before[0]].entities[0]
    for kind, k in SLOT.findall(match["persons"]):
        if kind == "P":
            reading.say(
                reading.persons[int(k)].entities[0], "personnelAct", None, skeleton.at(match.start()),
                skeleton.at(match.end()), "discipline" if act == "discipline" else "proposal of discipline",
                act=act, measure=measure, by=by,
            )  # fmt: skip
