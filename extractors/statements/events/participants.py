"""Who took part in an event: as chair, speaker, attendee, presenter, recipient (domain notes 6, Roles).

Rules are patterns over sentence skeletons: ``<P0>`` a person, ``<T0>`` a post, ``<B0>`` a body, ``<E0>`` an
event. Where a sentence names no event, some patterns speak of the article's main event.
"""

from __future__ import annotations

import re

from vankien.extractors.reading import Reading
from vankien.extractors.statements.events.company import joined_after, joined_before
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
    r"""(?:\A\W*(?:Theo\s[^,.;<>]{0,30}(?:<B\d+>)?,\s)?|\n)(?:(?:[Vv]ề\sphía|[Pp]hía)\s[^<>]{0,30}(?:<B\d+>)?[^<>.;]{0,30}?,?\scó\s
    |[Đđ]ại\sdiện\s(?:cho\s)?[^<>.;:,]{3,50}(?:<B\d+>)?\scó\s(?=(?:các\s)?đồng\schí\W|ông\s|bà\s)
    |(?:[Cc]ùng\sđi|[Cc]ùng\stham\sgia|[Tt]ham\sgia)(?:\s(?:với|cùng|đoàn|Đoàn)(?!\w)[^<>.;]{0,40}(?:<[TP]\d+>\s?){0,2}[^<>.;]{0,20})?,?\s(?:còn\s)?(?:có|gồm)(?!\w):?\s?
    |(?:[Đđ]oàn[^<>.;:]{0,30}\s)?[Tt]háp\stùng(?:[^<>.;:]{0,40}|\s?<[ETP]\d+>){0,4}\s(?:bao\sgồm|gồm|có|còn\scó)(?!\w):?\s
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
_TOGETHER = pattern(r"(?:cùng|đã)\s(?:tham\s|đến\s|tới\s|về\s)?dự\s(?:<E(?P<e>\d+)>|[.]?\s*\Z)")
_OPENS = pattern(rf"\W*{WHO}")
_NOT_LISTED = pattern(
    r"(?<!\w)(?:đã|sẽ|phát\sbiểu|nhấn\smạnh|cho\sbiết|khẳng\sđịnh|chủ\strì|trao|báo\scáo|nói|do|theo|được|là|khi|nếu|dự|thăm|tiếp)(?!\w)"
)
_HANDED = pattern(
    rf"(?:trao|tặng)\s(?!hoa|quà|bó\shoa|tặng\shoa|đổi)(?:<D\d+>|[^<>.;:,]{{3,60}}?)[^.;:]{{0,80}}?\scho\s{WHO}"
)
_DECIDED = pattern(
    rf"""trao\s(?:<D\d+>|[Qq]uyết\sđịnh)(?:[^<>.;:]|<[BT]\d+>){{0,60}}?\s
    (?:điều\sđộng|phân\scông|bổ\snhiệm|chỉ\sđịnh|chuẩn\sy|luân\schuyển)(?:(?:,|\svà)\s\w+\s\w+){{0,3}}\s{WHO}"""
)
_HANDED_TOO = pattern(
    rf"(?:\s?\([^()]*\))?(?:[,;]|,?\svà)\s(?:trao\s|tặng\s)?(?!hoa|quà)[^<>.;:]{{4,70}}?\scho\s{WHO}"
)
_WITH = pattern(
    r"""(?:với|có|cùng|và)\ssự\s(?:tham\sdự|tham\sgia|hiện\sdiện|có\smặt|góp\smặt|chứng\skiến)
    (?:,?\s(?:và\s)?(?:chỉ\sđạo|phát\sbiểu(?:\schỉ\sđạo)?|chứng\skiến))*\scủa:?\s(?=(?:lãnh\sđạo[^<>.;:,]{0,40}(?:\snhư|\sgồm|:)\s)?BEFORE<P)"""
    .replace("BEFORE", BEFORE)
)
_CLOSED = frozenset({"campaign", "programme", "anniversary"})


def state_participants(reading: Reading, skeleton: Skeleton, main: str | None) -> None:
    """State who took part in which events, as one sentence tells it; ``main`` is the article's main event."""
    if "<E" in skeleton.text:
        _named(reading, skeleton)
    if any(cue in skeleton.text for cue in (" có", " gồm", " sự ", "cùng dự", "đã dự")):
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
                for person in _people(skeleton, match):
                    _say(reading, skeleton, event, person, role, match.span(), rule.name)


def _people(skeleton: Skeleton, match: re.Match[str]) -> list[int]:
    """The person of a rule; where the rule begins with him, also those listed before him."""
    first = match.start("p") - 2 == match.start()
    return [int(match["p"]), *(joined_before(skeleton.text, match.start()) if first else ())]


def _more_roles(role: str, words: str) -> list[str]:
    """``dự và chủ trì``, ``chủ trì, phát biểu``: one verb phrase, two roles."""
    roles = ["speaker"] if role in ("chair", "attendee") and "phát biểu" in words else []
    return roles + (["chair"] if role == "attendee" and "chủ trì" in words else [])


def _lists(reading: Reading, skeleton: Skeleton, main: str | None) -> None:
    """Attendance lists: ``Tới dự <E0> có <T0> <P0>; <T1> <P1> và …``; lists of those in the chair."""
    for match in _WITH.finditer(skeleton.text) if " sự " in skeleton.text else ():
        _attend(reading, skeleton, main, match)
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
    if "ự " in skeleton.text or "dự." in skeleton.text:
        _gathered(reading, skeleton, main)
    for match in _CHAIRS.finditer(skeleton.text):
        event, stop = _event(reading, int(match["e"])), _CHAIRS_END.search(skeleton.text, match.end())
        for slot in _listed(skeleton, match.end(), stop.start() if stop else None):
            span = match.start(), slot.end()
            _say(reading, skeleton, event, int(slot[2]), "chair", span, "danh sách chủ trì")


def _gathered(reading: Reading, skeleton: Skeleton, main: str | None) -> None:
    """``<P0>; <P1>; các đồng chí …; đại diện … cùng dự <E0>``: a sentence that is one long list of who came."""
    match = _TOGETHER.search(skeleton.text)
    if match is None or not _OPENS.match(skeleton.text) or _NOT_LISTED.search(skeleton.text, 0, match.start()):
        return
    event = _event(reading, int(match["e"])) if match["e"] else main
    for slot in SLOT.finditer(skeleton.text, 0, match.start()):
        if slot[1] == "P":
            _say(reading, skeleton, event, int(slot[2]), "attendee", (slot.start(), match.end()), "cùng dự")


def _attend(reading: Reading, skeleton: Skeleton, main: str | None, match: re.Match[str]) -> None:
    """``với sự tham dự của <P0>, <T0>; <P1>, <T1>``: at the event named before, else the main one."""
    named = [int(s[2]) for s in SLOT.finditer(skeleton.text, 0, match.start()) if s[1] == "E"]
    event = _event(reading, named[-1]) if named else main
    for slot in _listed(skeleton, match.end()):
        _say(reading, skeleton, event, int(slot[2]), "attendee", (match.start(), slot.end()), "với sự tham dự của")


def _listed(skeleton: Skeleton, at: int, limit: int | None = None) -> list[re.Match[str]]:
    """The persons of a list that begins at an offset, up to the next verb."""
    stop = _LIST_END.search(skeleton.text, at)
    end = min(stop.start() if stop else len(skeleton.text), limit or len(skeleton.text))
    return [s for s in SLOT.finditer(skeleton.text, at, end) if s[1] == "P"]


def _unless_other(reading: Reading, main: str | None, words: str) -> str | None:
    """The main event, unless the words say another noun for theirs (``Tham dự Tọa đàm`` in a visit)."""
    noun = _NOUN.search(words.lower())
    if main is None or noun is None:
        return main
    draft = reading.entities[main]
    if noun.group() == "lễ" and draft.attributes.get("kind") in ("ceremony", "anniversary"):
        return main
    return main if noun.group() in draft.label.lower() else None


def _unnamed(reading: Reading, skeleton: Skeleton, main: str) -> None:
    kind = reading.entities[main].attributes.get("kind")
    for rule in UNNAMED:
        if (rule.kinds and kind not in rule.kinds) or not any(cue in skeleton.text for cue in rule.cues):
            continue
        for match in rule.pattern.finditer(skeleton.text):
            more = ["speaker"] if rule.name == "nhận nhiệm vụ" else _more_roles(rule.role, match.group())
            for role in (rule.role, *more):
                for person in _people(skeleton, match):
                    _say(reading, skeleton, main, person, role, match.span(), rule.name)
    if kind == "ceremony" and ("trao" in skeleton.text or "tặng" in skeleton.text):
        _recipients(reading, skeleton, main)
        _appointed(reading, skeleton, main)


def _appointed(reading: Reading, skeleton: Skeleton, main: str) -> None:
    """``trao quyết định bổ nhiệm ông A``: the decision about him is handed to him."""
    for match in _DECIDED.finditer(skeleton.text):
        _say(reading, skeleton, main, int(match["p"]), "recipient", match.span(), "trao quyết định về")


def _recipients(reading: Reading, skeleton: Skeleton, main: str) -> None:
    """``trao X cho A và B, Y cho các ông C, D``: all of them received."""
    for first in _HANDED.finditer(skeleton.text):
        match: re.Match[str] | None = first
        while match is not None:
            people = [(int(match["p"]), match.end()), *joined_after(skeleton.text, match.end())]
            for person, end in people:
                _say(reading, skeleton, main, person, "recipient", (first.start(), end), "trao cho")
            match = _HANDED_TOO.match(skeleton.text, people[-1][1])


def _event(reading: Reading, index: int) -> str | None:
    """The entity of an event slot, if it names one event that people take part in."""
    event = reading.events[index]
    if len(event.entities) != 1:
        return None
    kind = reading.entities[event.entities[0]].attributes.get("kind")
    if kind in _CLOSED and event.cls != "Event" and not event.label.lower().startswith(("lễ", "buổi lễ")):
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
