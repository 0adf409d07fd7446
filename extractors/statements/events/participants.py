"""Who took part in an event: as chair, speaker, attendee, presenter, recipient (domain notes 6, Roles).

Rules are patterns over sentence skeletons: ``<P0>`` a person, ``<T0>`` a post, ``<B0>`` a body, ``<E0>`` an
event. Where a sentence names no event, some patterns speak of the article's main event.
"""

from __future__ import annotations

import re

from vankien.extractors.reading import Reading
from vankien.extractors.statements.events.participant_rules import NAMED, UNNAMED
from vankien.extractors.statements.events.participant_words import BEFORE, WHO, pattern
from vankien.extractors.statements.skeleton import SLOT, Skeleton

_LIST = pattern(
    r"""(?:\A|[.\n]\s*|\s)(?:[Cc]ùng\s)?(?:[Tt]ới|[Đđ]ến|[Vv]ề|[Tt]ham)?\s?
    (?:[Dd]ự(?!\s(?:kiến|thảo|báo|án|luật|phòng|trữ|toán|bị|thi))|[Tt]ham\sdự|[Cc]ó\smặt|[Tt]ham\sgia)
    (?:,?\s(?:và\s)?(?:chứng\skiến|chỉ\sđạo|phát\sbiểu|(?P<chair>chủ\strì)))?
    (?:\s(?:tại\s)?(?:<E(?P<e>\d+)>|(?:ở|tại)\sđiểm\scầu[^<>:;.]{0,40}(?:<B\d+>)?))?
    (?:\svới\s[^<>.;:]{0,60})?[^<>.;:]{0,30}?\s(?:còn\s)?(?:có|gồm|bao\sgồm)(?!\w):?"""
)
"""``Tới dự buổi lễ có …``, ``Cùng dự có: …``: every person up to the next verb took part."""

_NOUN = pattern(r"(?:hội\snghị|hội\sthảo|hội\sđàm|tọa\sđàm|đại\shội|mít\stinh|lễ)(?!\w)")
_SIDE = pattern(
    r"""(?:\A\W*|\n)(?:(?:[Vv]ề\sphía|[Pp]hía)\s[^<>]{0,30}(?:<B\d+>)?[^<>.;]{0,30}?,?\scó\s
    |[Đđ]ại\sdiện\s(?:cho\s)?[^<>.;:,]{3,50}(?:<B\d+>)?\scó\s(?=(?:các\s)?đồng\schí\W|ông\s|bà\s)
    |[Tt]ại\sđiểm\scầu\s[^<>.;:]{2,40}?\scó(?:\ssự\stham\s(?:dự|gia)\scủa)?:?\s)"""
)
_CHAIRS = pattern(
    r"""(?:\A\W*|[.\n]\s*)(?:[Đđ]ồng\s)?[Cc]hủ\strì\s<E(?P<e>\d+)>(?:\s(?:có|gồm)(?!\w)|:)
    (?:\s(?:các|đồng\schí|đ/c))*:?\s"""
)
"""``Chủ trì hội nghị có các đồng chí: A, post; B, post``: all of them are in the chair."""

_CHAIRS_END = pattern(r"(?:\s|\A)(?:[Tt]ham\s)?[Dd]ự\s|[Tt]ham\sgia\s|[Cc]ùng\ssự|với\ssự")
_LIST_END = pattern(
    r"""(?:\s|,|\()(?:đã|phát\sbiểu|nhấn\smạnh|cho\sbiết|khẳng\sđịnh|chủ\strì|trao\s|báo\scáo|làm\strưởng|[Ảả]nh\s*:)
    |\.\s|\Z"""
)
_HANDED = pattern(
    rf"""(?:trao|tặng)\s(?!hoa|quà|bó\shoa|tặng\shoa)(?:<D\d+>|[^<>.;:,]{{3,60}})[^.;:]{{0,80}}?\scho\s
    (?P<to>{WHO}(?:(?:,|\svà)\s{BEFORE}<P\d+>)*)"""
)
_CLOSED = frozenset({"campaign", "programme", "anniversary"})


def state_participants(reading: Reading, skeleton: Skeleton, main: str | None) -> None:
    """State who took part in which events, as one sentence tells it; ``main`` is the article's main event."""
    if "<E" in skeleton.text:
        _named(reading, skeleton)
    if " có" in skeleton.text or " gồm" in skeleton.text:
        _lists(reading, skeleton, main)
    if main is not None:
        _unnamed(reading, skeleton, main)


def _named(reading: Reading, skeleton: Skeleton) -> None:
    for rule in NAMED:
        if not any(cue in skeleton.text for cue in rule.cues):
            continue
        for match in rule.pattern.finditer(skeleton.text):
            event = _event(reading, int(match["e"]))
            for role in (rule.role, *_more_roles(rule.role, match.group())) if event else ():
                _say(reading, skeleton, event, int(match["p"]), role, match.span(), rule.name)


def _more_roles(role: str, words: str) -> list[str]:
    """``dự và chủ trì``, ``chủ trì, phát biểu``: one verb phrase, two roles."""
    roles = ["speaker"] if role in ("chair", "attendee") and "phát biểu" in words else []
    return roles + (["chair"] if role == "attendee" and "chủ trì" in words else [])


def _lists(reading: Reading, skeleton: Skeleton, main: str | None) -> None:
    """Attendance lists: ``Tới dự <E0> có <T0> <P0>; <T1> <P1> và …``; lists of those in the chair."""
    for opening in (_LIST, _SIDE):
        for match in opening.finditer(skeleton.text):
            named = match.groupdict().get("e")
            event = _event(reading, int(named)) if named else _unless_other(reading, main, match.group())
            people = _listed(skeleton, match.end())
            for slot in people:
                span = match.start(), slot.end()
                _say(reading, skeleton, event, int(slot[2]), "attendee", span, "danh sách dự")
            if people and match.groupdict().get("chair"):
                span = match.start(), people[0].end()
                _say(reading, skeleton, event, int(people[0][2]), "chair", span, "dự và chủ trì")
    for match in _CHAIRS.finditer(skeleton.text):
        event, stop = _event(reading, int(match["e"])), _CHAIRS_END.search(skeleton.text, match.end())
        for slot in _listed(skeleton, match.end(), stop.start() if stop else None):
            span = match.start(), slot.end()
            _say(reading, skeleton, event, int(slot[2]), "chair", span, "danh sách chủ trì")


def _listed(skeleton: Skeleton, at: int, limit: int | None = None) -> list[re.Match[str]]:
    """The persons of a list that begins at an offset, up to the next verb."""
    stop = _LIST_END.search(skeleton.text, at)
    end = min(stop.start() if stop else len(skeleton.text), limit or len(skeleton.text))
    return [s for s in SLOT.finditer(skeleton.text, at, end) if s[1] == "P"]


def _unless_other(reading: Reading, main: str | None, words: str) -> str | None:
    """The main event, unless the words say another noun for theirs (``Tham dự Tọa đàm`` in a visit)."""
    noun = _NOUN.search(words.lower())
    label = reading.entities[main].label.lower() if main else ""
    return None if noun and noun.group() not in label else main


def _unnamed(reading: Reading, skeleton: Skeleton, main: str) -> None:
    kind = reading.entities[main].attributes.get("kind")
    for rule in UNNAMED:
        if (rule.kinds and kind not in rule.kinds) or not any(cue in skeleton.text for cue in rule.cues):
            continue
        for match in rule.pattern.finditer(skeleton.text):
            more = ["speaker"] if rule.role == "recipient" else _more_roles(rule.role, match.group())
            for role in (rule.role, *more):
                _say(reading, skeleton, main, int(match["p"]), role, match.span(), rule.name)
    if kind == "ceremony" and ("trao" in skeleton.text or "tặng" in skeleton.text):
        for match in _HANDED.finditer(skeleton.text):
            for sort, number in SLOT.findall(match["to"]):
                if sort == "P":
                    _say(reading, skeleton, main, int(number), "recipient", match.span(), "trao cho")


def _event(reading: Reading, index: int) -> str | None:
    """The entity of an event slot, if it names one event that people take part in."""
    event = reading.events[index]
    if len(event.entities) != 1:
        return None
    kind = reading.entities[event.entities[0]].attributes.get("kind")
    if kind in _CLOSED and not event.label.lower().startswith(("lễ", "buổi lễ")):
        return None
    return event.entities[0]


def _say(
    reading: Reading, skeleton: Skeleton, event: str | None, person: int, role: str,
    span: tuple[int, int], rule: str,
) -> None:  # fmt: skip
    who = reading.persons[person].entities
    if event is not None and who:
        start, end = skeleton.at(span[0]), skeleton.at(span[1])
        reading.say(event, "participant", who[0], start, end, rule, role=role)
