"""Who took part in an event: as chair, speaker, attendee, presenter, recipient (domain notes 6, Roles).

Rules are patterns over sentence skeletons: ``<P0>`` a person, ``<T0>`` a post, ``<B0>`` a body, ``<E0>`` an
event. Where a sentence names no event, some patterns speak of the article's main event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.extractors.reading import Reading
from vankien.extractors.statements.events.participant_words import (
    AFTER,
    ALSO,
    AT,
    BEFORE,
    EVENT,
    FILL,
    FOR,
    ONE,
    PRESENT,
    SPEECH,
    WHO,
    pattern,
)  # fmt: skip
from vankien.extractors.statements.skeleton import SLOT, Skeleton


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that gives the person ``p`` a role in the event ``e``, or in the main event without one.

    ``cues``: one of them must stand in the sentence (looking is cheaper than matching); ``kinds``: of the
    main events it speaks of (any, if empty).
    """

    name: str
    role: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    kinds: tuple[str, ...] = ()


NAMED = (
    Rule("chủ trì", "chair", ("chủ trì",), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:[^<>.;:]{{0,30}}\s)?(?:đồng\s)?chủ\strì(?:,\s|\svà\s|\s)(?:[^<>.;:]{{0,30}}\s)?{EVENT}")),
    Rule("chủ trì sự kiện", "chair", ("hủ trì",), pattern(
        rf"\A\W*[Cc]hủ\strì\s{EVENT}[^.;:]{{0,90}}?,\s{FOR}{WHO}")),
    Rule("dưới sự chủ trì của", "chair", ("sự chủ trì của",), pattern(
        rf"{EVENT}[^.;]{{0,60}}?dưới\ssự\schủ\strì\scủa\s{WHO}")),
    Rule("dưới sự chủ trì của", "chair", ("sự chủ trì của",), pattern(
        rf"dưới\ssự\schủ\strì\scủa\s{WHO}{AFTER}[^.;<>]{{0,40}}(?:<B\d+>[^.;<>]{{0,60}})*{EVENT}")),
    Rule("do … chủ trì", "chair", ("chủ trì",), pattern(
        rf"{EVENT}[^.;]{{0,60}}?\sdo\s{WHO}{AFTER}\s*,?\schủ\strì")),
    Rule("phát biểu tại", "speaker", (
        "hai mạc", "hia sẻ", "hát biểu", "rao đổi", "rả lời", "ế mạc", "ết luận"), pattern(
        rf"""(?:[Pp]hát\sbiểu|[Kk]ết\sluận|[Kk]hai\smạc|[Bb]ế\smạc|[Tt]rao\sđổi|[Cc]hia\ssẻ|[Tt]rả\slời)
        (?:\s[^<>.;:,]{{0,40}})?\s{EVENT}[^<>.;:]{{0,60}}?,\s{FOR}{WHO}""")),
    Rule("phát biểu", "speaker", ("phát biểu",), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:dự(?:,|\svà)\s|chủ\strì(?:,|\svà)\s)?phát\sbiểu(?:\s[^<>.;:,]{{0,40}})?\s{EVENT}")),
    Rule("tại sự kiện", "speaker", ("ại ", "rong "), pattern(
        rf"{AT}{EVENT}{FILL},\s{FOR}{WHO}{AFTER}{ALSO}{SPEECH}(?!\w)")),
    Rule("nói tại", "speaker", ("tại ",), pattern(
        rf"{ONE}{AFTER}{ALSO}{SPEECH}\s[^<>.;:]{{0,40}}?tại\s{EVENT}")),
    Rule("trình bày", "presenter", ("ại ", "rong "), pattern(
        rf"{AT}{EVENT}{FILL},\s{FOR}{WHO}{AFTER}{ALSO}{PRESENT}(?!\w)")),
    Rule("nghe trình bày", "presenter", ("nghe ",), pattern(
        rf"{EVENT}[^.;:<>]{{0,40}}?nghe\s{WHO}{AFTER}{ALSO}{PRESENT}(?!\w)")),
    Rule("dự", "attendee", ("dự",), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:(?:tới|đến|về|đã\sđến|đã\stới)\s)?(?:dự|tham\sdự)(?:(?:,|\svà)\s[^<>.;:]{{2,40}}?)?\s{EVENT}")),
    Rule("có sự tham dự của", "attendee", ("có sự ",), pattern(
        rf"{EVENT}[^.;:<>]{{0,30}}?\scó\ssự\s(?:tham\sdự|tham\sgia|hiện\sdiện|có\smặt)\scủa\s{WHO}")),
)  # fmt: skip
"""Roles in an event that the sentence names."""

UNNAMED = (
    Rule("chú thích ảnh", "speaker", ("phát biểu",), pattern(
        rf"""\A\W*{WHO}{AFTER},?\s(?:dự\svà\s)?phát\sbiểu
        (?:\s(?:chỉ\sđạo|khai\smạc|kết\sluận|ý\skiến|bế\smạc))*\s*\.?\s*\Z""")),
    Rule("phát biểu tại đây", "speaker", ("hát biểu", "ại đây"), pattern(
        rf"""(?<!\w)(?:Phát\sbiểu(?:\s(?:chỉ\sđạo|khai\smạc|kết\sluận|ý\skiến|bế\smạc|chúc\smừng|giao\snhiệm\svụ))*
        (?:\stại\s(?:đây|sự\skiện))?|Tại\sđây),\s{FOR}{WHO}{AFTER}{ALSO}{SPEECH}(?!\w)""")),
    Rule("đến dự", "attendee", (" dự",), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:tới|đến|về)\sdự(?:(?:,|\svà)\s(?:phát\sbiểu|chỉ\sđạo|chủ\strì)[^<>.;:,]{{0,30}})?\s*[.]?\s*\Z")),
    Rule("dự tại điểm cầu", "attendee", ("điểm cầu",), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:tham\s)?dự\stại\sđiểm\scầu")),
    Rule("truyền đạt", "presenter", (
        "báo cáo", "giới thiệu", "quán triệt", "trình bày", "truyền đạt"), pattern(
        rf"""{ONE}{AFTER}{ALSO}(?:truyền\sđạt|quán\striệt|trình\sbày|báo\scáo|giới\sthiệu)\s
        (?:chuyên\sđề|báo\scáo|"|(?:các\s|những\s)?nội\sdung|nghị\squyết|<D)"""), ("conference", "plenum")),
    Rule("do … trình bày", "presenter", ("trình bày",), pattern(
        rf"\sdo\s{WHO}{AFTER}\s,?trình\sbày"), ("conference", "plenum", "meeting")),
    Rule("báo cáo", "presenter", ("áo cáo",), pattern(
        rf"\A\W*[Bb]áo\scáo\s[^<>.;:]{{4,120}}?(?:<[BD]\d+>)?[^<>.;:]{{0,60}}?,\s{FOR}{WHO}"),
        ("conference", "meeting", "plenum", "visit")),
    Rule("được … công bố", "presenter", ("công bố", "trao"), pattern(
        rf"được\s{WHO}{AFTER}\s(?:công\sbố|trao)(?!\w)"), ("ceremony",)),
    Rule("công bố quyết định", "presenter", ("công bố", "trao"), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:công\sbố|trao)(?:\s(?:và\strao|các))?\s(?:<D\d+>|[Qq]uyết\sđịnh)"),
        ("ceremony",)),
    Rule("nhận nhiệm vụ", "recipient", ("nhận nhiệm vụ", "nhậm chức", "nhận quyết định"), pattern(
        rf"[Pp]hát\sbiểu\s(?:nhận\snhiệm\svụ|nhậm\schức|sau\skhi\snhận\squyết\sđịnh)[^<>.;:]{{0,60}},\s{WHO}"),
        ("ceremony",)),
    Rule("nhận nhiệm vụ", "recipient", ("nhận nhiệm vụ", "nhậm chức"), pattern(
        rf"{ONE}{AFTER}[^<>.;:]{{0,20}}\sphát\sbiểu\s(?:nhận\snhiệm\svụ|nhậm\schức)"), ("ceremony",)),
)  # fmt: skip
"""Roles in the main event that the sentence leaves unnamed."""

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
    |[Tt]ại\sđiểm\scầu\s[^<>.;:]{2,40}?\scó(?:\ssự\stham\s(?:dự|gia)\scủa)?:?\s)"""
)
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
    """Attendance lists: ``Tới dự <E0> có <T0> <P0>; <T1> <P1> và …``."""
    for opening in (_LIST, _SIDE):
        for match in opening.finditer(skeleton.text):
            named = match.groupdict().get("e")
            event = _event(reading, int(named)) if named else _unless_other(reading, main, match.group())
            stop = _LIST_END.search(skeleton.text, match.end())
            end = stop.start() if stop else len(skeleton.text)
            people = [s for s in SLOT.finditer(skeleton.text, match.end(), end) if s[1] == "P"]
            for slot in people:
                span = match.start(), slot.end()
                _say(reading, skeleton, event, int(slot[2]), "attendee", span, "danh sách dự")
            if people and match.groupdict().get("chair"):
                span = match.start(), people[0].end()
                _say(reading, skeleton, event, int(people[0][2]), "chair", span, "dự và chủ trì")


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
