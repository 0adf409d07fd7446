"""Who took part in an event, and as what: chair, speaker, attendee, presenter, recipient (domain notes 6, Roles).

Rules are patterns over sentence skeletons: ``<P0>`` a person, ``<T0>`` a post, ``<B0>`` a body, ``<E0>`` an event.
Where a sentence has no event of its own, some patterns speak of the article's main event.
"""

from __future__ import annotations

import re

from vankien.extractors.reading import Reading
from vankien.extractors.statements.skeleton import SLOT, Skeleton

# Before a name: honorifics, posts, ``nguyên`` (former); after it: posts, and words that begin like a post.
_HON = r"(?:các\s|đồng\schí|đ/c|[ôÔ]ng|[bB]à|[aA]nh|[cC]hị|(?:[đĐ]ại|[tT]hượng|[tT]rung|[tT]hiếu)\s(?:tướng|tá)|(?:PGS|GS|TS|ThS)\.?,?)"
_BEFORE = rf"(?:(?:{_HON}|<T\d+>|[nN]guyên|và|,|-|:|kiêm|tân|[Đđ]ồng\schí)\s*)*"
_POSTISH = r"(?:,\s(?:[Pp]hó|[Tt]rưởng|[Cc]hủ|[Ủủ]y|[Bb]í|[Gg]iám|[Tt]hành|[Cc]hánh|[Vv]iện|[Cc]ục|[Vv]ụ|[Tt]hứ|[Bb]ộ|[Đđ]ại|[Tt]hường|[Nn]guyên)\s[^<>.;:,]{2,70})"
_AFTER = rf"(?:\s*[,(-]?\s*(?:nguyên\s|kiêm\s|và\s|đồng\sthời\slà\s|là\s)?(?:<T\d+>|<B\d+>)\)?|{_POSTISH})*"
_WHO = rf"{_BEFORE}<P(?P<p>\d+)>"
_ONE = r"<P(?P<p>\d+)>"  # at the beginning of a pattern: the search jumps from slot to slot
_FOR = r"(?:thay\smặt\s[^.;:]{0,120}?,\s)?"

_SPEECH = (
    r"(?:phát\sbiểu|khẳng\sđịnh|nhấn\smạnh|cho\sbiết|cho\srằng|đề\snghị|yêu\scầu|ghi\snhận|đánh\sgiá|bày\stỏ|cảm\sơn|chúc\smừng|"
    r"nêu|lưu\sý|thông\stin|chia\ssẻ|nói|kêu\sgọi|biểu\sdương|hoan\snghênh|chỉ\sđạo|mong\smuốn|giao|kết\sluận|chỉ\srõ|tin\srằng|"
    r"tin\stưởng|gợi\sý|đặt\svấn\sđề|nhắc\slại|điểm\slại|giải\sđáp|trả\slời|gửi\slời|thống\snhất|đồng\stình|phân\stích|tiếp\sthu|"
    r"phát\sđộng|trao\sđổi|báo\scáo\sgiải\strình|khen\sngợi|nhìn\snhận|quán\striệt)"
)
_PRESENT = (
    r"(?:báo\scáo(?!\sgiải)|trình\sbày|truyền\sđạt|công\sbố|đọc|trao(?!\sđổi)|giới\sthiệu|thông\sbáo|phổ\sbiến|thừa\sủy\squyền)"
)
_AUX = r"\s*,?\s*(?:(?:đã|sẽ|cũng|còn|đều|cùng|trực\stiếp|thay\smặt\s[^,<>]{0,60}(?:<B\d+>)?[^,<>]{0,20},?|trân\strọng|lần\slượt|trực\stiếp)\s)*"
_EVENT = r"(?:các\s|toàn\s)?<E(?P<e>\d+)>"
_AT = r"(?:[Cc]ũng\s)?[Tt]ại\s"
_FILL = r"[^.;:<>]{0,60}?"

CHAIR = (
    ("chủ trì", re.compile(rf"{_ONE}{_AFTER}{_AUX}(?:[^<>.;:]{{0,30}}\s)?(?:đồng\s)?chủ\strì(?:,\s|\svà\s|\s)(?:[^<>.;:]{{0,30}}\s)?{_EVENT}")),
    ("chủ trì", re.compile(rf"\A\W*[Cc]hủ\strì\s{_EVENT}[^.;:]{{0,90}}?,\s{_FOR}{_WHO}")),
    ("chủ trì của", re.compile(rf"{_EVENT}[^.;]{{0,60}}?(?:dưới\ssự\schủ\strì\scủa|do)\s{_WHO}{_AFTER}(?:\s*,?\schủ\strì)?")),
)
SPEAKER = (
    ("phát biểu tại", re.compile(
        rf"(?:[Pp]hát\sbiểu|[Kk]ết\sluận|[Kk]hai\smạc|[Bb]ế\smạc|[Tt]rao\sđổi|[Cc]hia\ssẻ|[Tt]rả\slời)(?:\s[^<>.;:,]{{0,40}})?\s{_EVENT}"
        rf"[^<>.;:]{{0,60}}?,\s{_FOR}{_WHO}")),
    ("phát biểu", re.compile(
        rf"{_ONE}{_AFTER}{_AUX}(?:dự(?:,|\svà)\s|chủ\strì(?:,|\svà)\s)?phát\sbiểu(?:\s[^<>.;:,]{{0,40}})?\s{_EVENT}")),
    ("tại sự kiện", re.compile(rf"(?:{_AT}|[Tt]rong\s){_EVENT}{_FILL},\s{_FOR}{_WHO}{_AFTER}{_AUX}{_SPEECH}(?!\w)")),
    ("tại sự kiện", re.compile(rf"{_ONE}{_AFTER}{_AUX}{_SPEECH}\s[^<>.;:]{{0,40}}?tại\s{_EVENT}")),
)
PRESENTER = (
    ("trình bày", re.compile(rf"(?:{_AT}|[Tt]rong\s){_EVENT}{_FILL},\s{_FOR}{_WHO}{_AFTER}{_AUX}{_PRESENT}(?!\w)")),
    ("nghe trình bày", re.compile(rf"{_EVENT}[^.;:<>]{{0,40}}?nghe\s{_WHO}{_AFTER}{_AUX}{_PRESENT}(?!\w)")),
)
ATTENDEE = (
    ("dự", re.compile(
        rf"{_ONE}{_AFTER}{_AUX}(?:(?:tới|đến|về|đã\sđến|đã\stới)\s)?(?:dự|tham\sdự)(?:(?:,|\svà)\s[^<>.;:]{{2,40}}?)?\s{_EVENT}")),
    ("có sự tham dự của", re.compile(rf"{_EVENT}[^.;:<>]{{0,30}}?\scó\ssự\s(?:tham\sdự|tham\sgia|hiện\sdiện|có\smặt)\scủa\s{_WHO}")),
)
RULES = (
    ("chair", ("hủ trì", "do "), CHAIR),
    ("speaker", ("ại ", "hát biểu", "ết luận", "hai mạc", "ế mạc", "rong ", "rao đổi", "hia sẻ", "rả lời"), SPEAKER),
    ("presenter", ("ại ", "nghe ", "rong "), PRESENTER),
    ("attendee", ("dự",), ATTENDEE),
)
"""Roles with words that a sentence must hold to be worth the patterns, and the patterns."""

_LIST = re.compile(
    r"(?:\A|[.\n]\s*|\s)(?:[Cc]ùng\s)?(?:[Tt]ới|[Đđ]ến|[Vv]ề|[Tt]ham)?\s?(?:[Dd]ự(?!\s(?:kiến|thảo|báo|án|luật|phòng|trữ|toán|bị|thi))|[Tt]ham\sdự|[Cc]ó\smặt|[Tt]ham\sgia)(?:,?\s(?:và\s)?(?:chứng\skiến|chỉ\sđạo|phát\sbiểu))?"
    r"(?:\s(?:tại\s)?(?:<E(?P<e>\d+)>|(?:ở|tại)\sđiểm\scầu[^<>:;.]{0,40}))?(?:\svới\s[^<>.;:]{0,60})?[^<>.;:]{0,30}?\s(?:còn\s)?(?:có|gồm|bao\sgồm)(?!\w):?"
)
"""``Tới dự buổi lễ có …``, ``Cùng dự có: …``: every person up to the next verb took part."""

_SIDE = re.compile(r"(?:\A\W*|\n)(?:[Vv]ề\sphía|[Pp]hía)\s[^<>]{0,30}(?:<B\d+>)?[^<>.;]{0,30}?,?\scó\s")
_LIST_END = re.compile(r"(?:\s|,|\()(?:đã|phát\sbiểu|nhấn\smạnh|cho\sbiết|khẳng\sđịnh|chủ\strì|trao\s|báo\scáo|làm\strưởng|[Ảả]nh\s*:)|\.\s|\Z")
_CAPTION = re.compile(rf"\A\W*{_WHO}{_AFTER},?\s(?P<verb>(?:dự\svà\s)?phát\sbiểu|chủ\strì)(?:\s(?:chỉ\sđạo|khai\smạc|kết\sluận|ý\skiến|bế\smạc))*\s*[.]?\s*\Z")
_AT_POINT = re.compile(rf"{_ONE}{_AFTER}{_AUX}(?:tham\s)?dự\stại\sđiểm\scầu")
_CONVEYS = re.compile(rf"{_ONE}{_AFTER}{_AUX}(?:truyền\sđạt|quán\striệt|trình\sbày|báo\scáo|giới\sthiệu)\s(?:chuyên\sđề|báo\scáo|\"|các\snội\sdung|những\snội\sdung|nội\sdung|nghị\squyết|<D)")
_REPORTS = re.compile(rf"\A\W*[Bb]áo\scáo\s[^<>.;:]{{4,120}}?(?:<[BD]\d+>)?[^<>.;:]{{0,60}}?,\s{_FOR}{_WHO}")
_ANNOUNCED = re.compile(rf"được\s{_WHO}{_AFTER}\s(?:công\sbố|trao)(?!\w)|<P(?P<q>\d+)>{_AFTER}{_AUX}(?:công\sbố|trao)(?:\s(?:và\strao|các))?\s(?:<D\d+>|[Qq]uyết\sđịnh)")
_HANDED = re.compile(rf"(?:trao|tặng)\s(?!hoa|quà|bó\shoa|tặng\shoa)(?:<D\d+>|[^<>.;:,]{{3,60}})[^.;:]{{0,80}}?\scho\s(?P<to>{_WHO}(?:(?:,|\svà)\s{_BEFORE}<P\d+>)*)")
_ACCEPTS = re.compile(rf"[Pp]hát\sbiểu\snhận\snhiệm\svụ[^<>.;:]{{0,30}},\s{_WHO}|<P(?P<q>\d+)>{_AFTER}[^<>.;:]{{0,20}}\sphát\sbiểu\snhận\snhiệm\svụ")

UNNAMED = (
    (("phát biểu", "chủ trì"), _CAPTION, "speaker", ()),
    (("điểm cầu",), _AT_POINT, "attendee", ()),
    (("truyền đạt", "quán triệt", "trình bày", "báo cáo", "giới thiệu"), _CONVEYS, "presenter", ("conference", "plenum")),
    (("áo cáo",), _REPORTS, "presenter", ("conference", "meeting", "plenum", "visit")),
    (("công bố", "trao"), _ANNOUNCED, "presenter", ("ceremony",)),
)
"""Patterns without an event of their own: cues, pattern, role, kinds of main events they speak of (any, if none)."""

_CLOSED = frozenset({"campaign", "programme", "anniversary"})


def state_participants(reading: Reading, skeleton: Skeleton, main: str | None) -> None:
    """State who took part in the events of the article, as one sentence tells it; ``main`` is the main event."""
    _named(reading, skeleton)
    _lists(reading, skeleton, main)
    if main is not None:
        _unnamed(reading, skeleton, main)


def _named(reading: Reading, skeleton: Skeleton) -> None:
    """Roles in an event that the sentence names."""
    text = skeleton.text
    if "<E" not in text:
        return
    for role, cues, rules in RULES:
        if not any(cue in text for cue in cues):
            continue
        for name, pattern in rules:
            for match in pattern.finditer(text):
                event = _event(reading, int(match["e"]))
                if event and not (name == "chủ trì của" and not _chairs(match)):
                    for said in (role, *_more_roles(role, match.group())):
                        _say(reading, skeleton, event, int(match["p"]), said, match, name)


def _more_roles(role: str, words: str) -> list[str]:
    """``dự và chủ trì``, ``chủ trì, phát biểu``: one verb phrase, two roles."""
    roles = ["speaker"] if role in ("chair", "attendee") and "phát biểu" in words else []
    return roles + (["chair"] if role == "attendee" and "chủ trì" in words else [])


def _chairs(match: re.Match[str]) -> bool:
    """``do đồng chí X`` needs ``chủ trì`` after the name; ``dưới sự chủ trì của`` says it before."""
    return "sự chủ trì" in match.group() or match.group().endswith("chủ trì")


def _lists(reading: Reading, skeleton: Skeleton, main: str | None) -> None:
    """Attendance lists: ``Tới dự <E0> có <T0> <P0>; <T1> <P1> và …``."""
    if " có" not in skeleton.text and " gồm" not in skeleton.text:
        return
    for pattern in (_LIST, _SIDE):
        for match in pattern.finditer(skeleton.text):
            named = match.groupdict().get("e")
            event = _event(reading, int(named)) if named else main
            if event is None:
                continue
            stop = _LIST_END.search(skeleton.text, match.end())
            end = stop.start() if stop else len(skeleton.text)
            for slot in SLOT.finditer(skeleton.text, match.end(), end):
                if slot[1] == "P":
                    _say_at(reading, skeleton, event, int(slot[2]), "attendee", match.start(), slot.end(), "danh sách dự")


def _unnamed(reading: Reading, skeleton: Skeleton, main: str) -> None:
    """Roles in the main event that the sentence leaves unnamed."""
    kind, text = reading.entities[main].attributes.get("kind"), skeleton.text
    for cues, pattern, role, kinds in UNNAMED:
        if (kinds and kind not in kinds) or not any(cue in text for cue in cues):
            continue
        for match in pattern.finditer(text):
            said = "chair" if match.groupdict().get("verb") == "chủ trì" else role
            _say(reading, skeleton, main, _person(match), said, match, "sự kiện chính")
    if kind == "ceremony" and ("trao" in text or "tặng" in text):
        for match in _HANDED.finditer(text):
            for _, number in (s for s in SLOT.findall(match["to"]) if s[0] == "P"):
                _say(reading, skeleton, main, int(number), "recipient", match, "trao cho")
    if kind == "ceremony" and "nhận nhiệm vụ" in text:
        for match in _ACCEPTS.finditer(text):
            for role in ("recipient", "speaker"):
                _say(reading, skeleton, main, _person(match), role, match, "nhận nhiệm vụ")


def _person(match: re.Match[str]) -> int:
    return int(match["p"] or match["q"]) if "q" in match.groupdict() else int(match["p"])


def _event(reading: Reading, index: int) -> str | None:
    """The entity of an event slot, if it names one event that people take part in."""
    event = reading.events[index]
    if len(event.entities) != 1:
        return None
    kind = reading.entities[event.entities[0]].attributes.get("kind")
    if kind in _CLOSED and not event.label.lower().startswith(("lễ", "buổi lễ")):
        return None
    return event.entities[0]


def _say(reading: Reading, skeleton: Skeleton, event: str, person: int, role: str, match: re.Match[str], rule: str) -> None:
    _say_at(reading, skeleton, event, person, role, match.start(), match.end(), rule)


def _say_at(reading: Reading, skeleton: Skeleton, event: str, person: int, role: str, start: int, end: int, rule: str) -> None:
    who = reading.persons[person]
    if who.entities:
        reading.say(event, "participant", who.entities[0], skeleton.at(start), skeleton.at(end), rule, role=role)

