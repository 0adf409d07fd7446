"""Discipline of persons: the measure, and whether it was decided or only proposed (domain notes 5.4).

``đề nghị thi hành kỷ luật`` is a proposal, not a punishment; discipline of a body is not expressed here. A measure that
takes an office away (``cách chức Bí thư …``, ``xóa tư cách Chủ tịch …``) names the post and ends it.
"""

from __future__ import annotations

import re

from vankien.extractors.reading import Reading
from vankien.extractors.statements.cues import Cues
from vankien.extractors.statements.persons.act_dates import days
from vankien.extractors.statements.persons.undone import REACH, undone
from vankien.extractors.statements.skeleton import PERSON, PERSONS, POSTS, Skeleton, slots

_MEASURE = (
    r"(?P<measure>khiển trách|cảnh cáo|cách (?:tất cả |hết |mọi )?(?:các )?chức vụ(?: trong Đảng| đảng| Đảng)?|cách chức|khai trừ"
    r"(?: ra khỏi Đảng| khỏi Đảng)?)"
)
_OFF = r"(?P<measure>cách\s+(?:hết\s+|tất cả\s+)?(?:các\s+)?(?:chức vụ|chức danh|chức)|xóa tư cách)(?:\s+(?:các\s+)?(?:chức vụ|chức danh|nguyên))?\s*:?\s*"
_FILL = r"[^<>;.\n]"
_PEOPLE = rf"{PERSONS}(?:\s*,?\s*(?:nguyên)?\s*;\s*(?:và\s+)?{PERSON})*"
_CUES = Cues("kỷ luật|cảnh cáo|khiển trách|khai trừ|cách chức|cách tất cả|cách hết|xóa tư cách")
_AND_BODIES = r"(?:<B\d+>[^<>;.]{0,30}(?:,|và)\s*)*"
_ACTIVE = re.compile(
    rf"(?:thi hành\s+)?(?:kỷ luật\s+)?(?:bằng\s+)?(?:hình thức\s+)?(?:kỷ luật\s+)?{_MEASURE}{_FILL}{{0,40}}?\s*(?:đối với\s+|với\s+)?"
    rf"{_AND_BODIES}(?:các\s+)?(?:(?:đồng chí|ông,? bà|ông|bà)\s*:\s*)?(?P<persons>{_PEOPLE})", re.IGNORECASE,
)  # fmt: skip
_AMONG = re.compile(
    rf"{_MEASURE}(?:[^<>.\n]|<B\d+>){{0,200}}?\b(?:cán bộ|cá nhân|đảng viên|người)\s*,?\s*(?:trong đó có|gồm|bao gồm|gồm có)\s*:?\s*(?:các\s+)?(?P<persons>{_PEOPLE})", re.IGNORECASE,
)
_PRAISED = re.compile(r"\b(?:biểu dương|khen|tuyên dương|bổ nhiệm|điều động|luân chuyển|phân công|bầu|giới thiệu|công nhận|kết nạp|rút kinh nghiệm)\b", re.IGNORECASE)
"""Other acts between a measure and the persons: the list may be of these."""
_PASSIVE = re.compile(
    rf"(?P<persons>{PERSONS}){_FILL}{{0,80}}?\bbị\s+(?:<[BT]\d+>\s+)?{_FILL}{{0,50}}?{_MEASURE}", re.IGNORECASE
)
_BY_FORM = re.compile(
    rf"kỷ luật\s+(?:đảng\s+)?(?:đối với\s+|với\s+)?(?:các\s+)?(?P<persons>{PERSONS})(?:{_FILL}|<[TB]\d+>){{0,120}}?\bhình thức\s+"
    rf"(?:kỷ luật\s+)?{_MEASURE}", re.IGNORECASE,
)  # fmt: skip
_OFF_ACTIVE = re.compile(
    rf"\b{_OFF}(?P<posts>{POSTS})(?:{_FILL}|<B\d+>){{0,100}}?\b(?:đối với|với|của)\s+(?:các\s+)?(?P<persons>{PERSONS})", re.IGNORECASE
)
_OFF_PASSIVE = re.compile(
    rf"(?P<persons>{PERSONS}){_FILL}{{0,80}}?\bbị\s+(?:<B\d+>\s+)?{_FILL}{{0,50}}?\b{_OFF}(?P<posts>{POSTS})", re.IGNORECASE
)
_OFF_AFTER = re.compile(
    rf"kỷ luật\s+(?:đảng\s+)?(?:đối với\s+|với\s+)?(?P<persons>{PERSONS})\s*[,:]\s*(?:bằng\s+)?(?:hình thức\s+)?{_OFF}(?P<posts>{POSTS})", re.IGNORECASE
)
_OFF_TOO = re.compile(
    rf"\s*[,;(]?\s*(?:và|gồm|bao gồm)\s+(?:cả\s+)?cách\s+chức\s+(?:cả\s+)?(?:các\s+)?(?:chức vụ|chức danh|chức)?\s*:?\s*(?P<more>{POSTS})", re.IGNORECASE
)
_WITHOUT = re.compile(rf"(?:thi hành\s+)?kỷ luật\s+(?:đối với\s+|với\s+)?(?:các\s+)?(?P<persons>{PERSONS})", re.IGNORECASE)
_PROPOSAL = re.compile(r"\b(?:đề nghị|đề xuất|kiến nghị)\b(?:[^<>;.]|<B\d+>){0,90}$", re.IGNORECASE)
_ACTOR = re.compile(r"(?<!của )<B(\d+)>")
_PROPOSER = re.compile(r"<B(\d+)>[^<>;.]{0,30}?\b(?:đề nghị|đề xuất|kiến nghị)\b(?:[^<>;.]|<B\d+>){0,90}$", re.IGNORECASE)
_DECIDED = re.compile(r"\bquyết định\b|\bđã bỏ phiếu\b|\bbiểu quyết\b", re.IGNORECASE)


def state_discipline(reading: Reading, skeleton: Skeleton) -> None:
    """State the disciplinary acts of one sentence."""
    text = skeleton.text
    if not _CUES.within(reading, skeleton.start, skeleton.end) or "<P" not in text:
        return
    done: set[int] = set()  # persons of whom the sentence names the post taken away
    for pattern in (_OFF_ACTIVE, _OFF_AFTER, _OFF_PASSIVE, _ACTIVE, _AMONG, _PASSIVE, _BY_FORM, _WITHOUT):
        if "<T" not in text and pattern in (_OFF_ACTIVE, _OFF_AFTER, _OFF_PASSIVE):
            continue
        for match in pattern.finditer(text):
            told = match.start("measure") if "measure" in match.re.groupindex else match.start()
            if undone(text, told, match.end()) or (pattern is _AMONG and _PRAISED.search(match.group())):
                continue
            before = text[max(0, match.start() - REACH) : match.start()]
            proposed = bool(_PROPOSAL.search(before)) and not _DECIDED.search(
                text[text.lower().rfind("đề nghị", 0, match.start()) : match.start()]
            )
            if pattern is _WITHOUT and not proposed:
                continue  # a decision without its measure says too little; the measure stands elsewhere
            _say(reading, skeleton, match, "proposeDiscipline" if proposed else "discipline", done)


def _say(reading: Reading, skeleton: Skeleton, match: re.Match[str], act: str, done: set[int]) -> None:
    groups = match.re.groupindex
    measure = " ".join(match["measure"].lower().split()) if "measure" in groups else ""
    posts = slots("T", match["posts"]) if "posts" in groups else []
    more = _OFF_TOO.match(skeleton.text, match.end()) if match.re in (_OFF_AFTER, _OFF_ACTIVE) else None
    posts += slots("T", more["more"]) if more is not None else []
    by = _by(reading, skeleton, match, act)
    start, end = skeleton.at(match.start()), skeleton.at(match.end())
    when = days(reading, skeleton.at(match.start("measure")) if measure else start, end)
    rule = "discipline" if act == "discipline" else "proposal of discipline"
    for person in slots("P", match["persons"]):
        if not posts and person in done:
            continue
        subject = reading.persons[person].entities[0]
        objects: list[str | None] = [reading.posts[post].entities[0] for post in posts]
        for object in objects or [None]:
            reading.say(
                subject, "personnelAct", object, start, end, rule, act=act, by=by, date=when.date, announcedOn=when.announced,
                measure="xóa tư cách chức vụ" if measure == "xóa tư cách" else "cách chức" if posts else measure,
            )  # fmt: skip
            if object is not None and act == "discipline":
                done.add(person)
                status = "former" if measure == "xóa tư cách" else "outgoing"
                reading.say(subject, "holdsPost", object, start, end, rule, status=status)


def _by(reading: Reading, skeleton: Skeleton, match: re.Match[str], act: str) -> str:
    """Who decides or proposes. Căn cứ Quy định số … của Bộ Chính trị, …: who issued the rule is not who applies it."""
    if act == "proposeDiscipline" and (proposer := _PROPOSER.search(skeleton.text[: match.start()])):
        return reading.bodies[int(proposer[1])].entities[0]  # báo cáo của Ủy ban Kiểm tra đề nghị …
    actors = (int(m[1]) for m in _ACTOR.finditer(skeleton.text, 0, match.start()))
    first = next((k for k in actors if reading.bodies[k].cls != "PressBody"), None)
    inside = slots("B", match.group())
    if match.re in (_PASSIVE, _OFF_PASSIVE) and inside and act == "discipline":
        return reading.bodies[inside[0]].entities[0]
    return reading.bodies[first].entities[0] if first is not None else ""
