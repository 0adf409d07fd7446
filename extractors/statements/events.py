"""What an article says of its events: who holds them, what they keep in memory, which documents they serve.

Predicates organisedBy, commemorates and implements (with its type); participants stand in
:mod:`vankien.extractors.statements.participants`. Words and relations in domain notes 1.7 and 6.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events_words import PURPOSE, relations
from vankien.extractors.linking.events_main import main_event
from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.participants import state_participants
from vankien.extractors.statements.skeleton import SLOT, Skeleton, skeletons

_BODIES = r"(?P<bodies>(?:<B\d+>(?:\s?,\s|\svà\s|,\svà\s|\scùng\s|\s-\s)(?:lãnh\sđạo\s)?)*<B\d+>)"
_AUX = r"(?:\s(?:đã|vừa|sẽ|cũng|tiếp\stục|long\strọng|trang\strọng|trọng\sthể|phối\shợp|đồng|cùng|tiến\shành|đang))*"
_WITH = r"(?:\s(?:phối\shợp\s)?(?:cùng\s)?(?:với\s)(?P<partners>(?:<B\d+>(?:,\s|\svà\s))*<B\d+>))?"
_HOLD = r"(?:tổ\schức|phát\sđộng|khai\smạc|chủ\strì|triệu\stập|tiến\shành|mở|ký\skết)"
_LED = r"(?:\s?,?\sdo\s[^.;]{3,200}?(?:[Tt]rưởng\s[Đđ]oàn|<T\d+>|dẫn\sđầu),?)?"

ORGANISED = (
    ("tổ chức", re.compile(rf"{_BODIES}{_AUX}{_WITH}{_AUX}\s{_HOLD}(?:\s(?:trọng\sthể|thành\scông|một|trực\stuyến|buổi|cuộc|chuỗi|triển\skhai|thực\shiện|ra))*\s(?P<event><E\d+>)")),
    ("do … tổ chức", re.compile(rf"(?P<event><E\d+>)[^<>.;:]{{0,40}}?\s(?:do|được)\s{_BODIES}{_AUX}{_WITH}\s(?:tổ\schức|phát\sđộng|khởi\sxướng)")),
    ("làm việc với", re.compile(rf"{_BODIES}{_LED}{_AUX}(?:\s(?:đến|tới|có|tiếp\stục))*\s(?P<event><E\d+>)")),
)
_AT = re.compile(rf"(?:[Tt]ại|[Tt]rong)\s(?P<event><E\d+>)[^<>.;:]{{0,30}}?,\s{_BODIES}\s(?:đã\s)?(?:xác\sđịnh|quyết\sđịnh|xem\sxét|kết\sluận|thảo\sluận|cho\sý\skiến|thi\shành|thống\snhất|nhận\sthấy)")
_PLACE = re.compile(r"(?:[Tt]rụ\ssở|[Tt]ại|ở|của|[Tt]heo|[Hh]ội\strường|[Nn]hà)\s\Z")
_ORGANS = frozenset({"Politburo", "Secretariat", "InspectionCommission", "PartyCommittee", "StandingBoard", "CentralCommittee", "PeoplesCouncil"})
_SERVES = re.compile(
    r"(?P<event><E\d+>)(?P<way>[^.;<>]{0,60}?(?:nhằm|góp\sphần|là\shoạt\sđộng|để|thiết\sthực|tham\sgia)\s[^.;<>]{0,40}?(?:thực\shiện|triển\skhai)[^.;<>]{0,30}?)"
    r"(?P<documents><D\d+>(?:(?:,|\svà|\sgắn\svới)\s(?:việc\s)?(?:thực\shiện\s)?<D\d+>)*)"
)
_ALSO = re.compile(r"[^.<>]{0,20}(?:<B\d+>)?[^.<>]{0,160}?;\s(?:tham\sgia\s|góp\sphần\s)?(?:thực\shiện|triển\skhai)\s(?P<documents><D\d+>)")
_WORKS_ON = re.compile(r"(?P<event><E\d+>)(?P<way>[^.;,<>]{0,110}?)(?P<documents><D\d+>)")
_OWN_WORK = frozenset({"conference", "inspection", "other", "contest"})
_IN_MEMORY = re.compile(r"(?<!\w)(?:sinh|mất|tưởng\sniệm|dâng\shương|viếng|truy\sđiệu|tang|an\stáng|giỗ|tưởng\snhớ|qua\sđời|hy\ssinh)(?!\w)", re.IGNORECASE)
_FOUNDED = re.compile(r"(?:thành\slập|truyền\sthống|ra\sđời)(?:\s[^\W\d_]+){0,3}?\s\Z", re.IGNORECASE)
_MEETING_OF = re.compile(r"(?:cuộc|buổi)\shọp\s(?:thường\skỳ\s|giao\sban\s|đột\sxuất\s)?(?:của\s)?(?=[A-ZĐỦ])", re.IGNORECASE)
_CUES = (
    "tổ chức", "phát động", "mạc", "hủ trì", "triệu tập", "tiến hành", "mở", "ký", "họp", "làm việc", "kiểm tra", "thực hiện",
    "triển khai", "hát biểu", "ết luận", " dự", "Dự", "tham gia", "có mặt", "trình bày", "truyền đạt", "công bố", "trao", "áo cáo",
    "ại ", "phía", "nghe", "hia sẻ",
)  # fmt: skip


def _tells(text: str) -> bool:
    """Whether a sentence holds a word of one of the rules (looking is cheaper than building its skeleton)."""
    return any(cue in text for cue in _CUES)


def state_events(reading: Reading) -> None:
    """State who organises the events, what they commemorate, which documents they serve, who takes part."""
    if not reading.events:
        return
    for event in reading.events:
        _inside(reading, event)
    main = main_event(reading)
    for skeleton in skeletons(reading, "EBPTD", want=_tells):
        if "<E" in skeleton.text:
            if "<B" in skeleton.text:
                _organisers(reading, skeleton)
            if "<D" in skeleton.text:
                _served(reading, skeleton)
        if "<P" in skeleton.text:
            state_participants(reading, skeleton, main)
    _inspectors(reading)


def _inside(reading: Reading, event: Found) -> None:
    """What an event's own name says."""
    if len(event.entities) != 1:
        return
    kind = event.attributes["kind"]
    if kind == "anniversary" or kind == "ceremony" and re.search(r"niệm|dâng|viếng|tang|truy\sđiệu", event.label.lower()):
        _kept(reading, event)
    elif kind in _OWN_WORK:
        for document in _within(event, reading.documents):
            _say_implements(reading, event, document, event.label[: document.start - event.start], event.start, event.end, "tên sự kiện")
    if kind == "programme" and (match := re.search(r"\sgiữa\s", event.label)):
        for body in _within(event, reading.bodies):
            if body.start >= event.start + match.start():
                reading.say(event.entities[0], "organisedBy", body.entities[0], event.start, event.end, "giữa A với B")
    owner = event.parts[0] if event.parts else None
    if owner is not None and owner.entities and (event.cls == "Plenum" or event.cls == "Session") and event.attributes.get("scope") == "owner":
        # whose session it is, the name says; that this body also held it is a rule of the genre
        reading.say(event.entities[0], "organisedBy", owner.entities[0], event.start, event.end, "chủ của kỳ họp", "inferred")
    if kind == "meeting" and _MEETING_OF.match(event.label):
        for body in _within(event, reading.bodies)[:1]:
            reading.say(event.entities[0], "organisedBy", body.entities[0], event.start, event.end, "cuộc họp của")


def _within(event: Found, finds: list[Found]) -> list[Found]:
    """Finds named inside an event's name, outermost only."""
    out: list[Found] = []
    for find in finds:
        if event.holds(find) and find.entities and not find.hidden and not (out and out[-1].holds(find)):
            out.append(find)
    return out


def _kept(reading: Reading, event: Found) -> None:
    """Person, document, day or body that an anniversary or ceremony keeps in memory."""
    id = event.entities[0]
    documents = _within(event, reading.documents)
    for find in documents:
        reading.say(id, "commemorates", find.entities[0], event.start, event.end, "kỷ niệm văn bản")
    for person in _within(event, reading.persons):
        if _IN_MEMORY.search(event.label) and not any(d.holds(person) for d in documents):
            reading.say(id, "commemorates", person.entities[0], event.start, event.end, "kỷ niệm người")
    days = [e for e in reading.events if e is not event and event.holds(e) and e.attributes["kind"] == "other"]
    for day in days:
        reading.say(id, "commemorates", day.entities[0], event.start, event.end, "kỷ niệm ngày")
    for body in _within(event, reading.bodies):
        before = reading.text[event.start : body.start]
        if not days and _FOUNDED.search(before) and body.cls not in ("Territory",):
            reading.say(id, "commemorates", body.entities[0], event.start, event.end, "kỷ niệm ngày thành lập")


def _organisers(reading: Reading, skeleton: Skeleton) -> None:
    for rule, pattern in ORGANISED:
        for match in pattern.finditer(skeleton.text):
            event = reading.events[int(SLOT.findall(match["event"])[0][1])]
            if rule == "làm việc với" and not _of_its_subject(event):
                continue
            slots = SLOT.findall(match["bodies"])
            if _PLACE.search(skeleton.text, 0, match.start("bodies")):  # tại Trụ sở Trung ương Đảng, Ban Bí thư đã họp
                slots = slots[1:]
            for _, number in slots + SLOT.findall(match.groupdict().get("partners") or ""):
                _say_organiser(reading, skeleton, event, reading.bodies[int(number)], match, rule)
    for match in _AT.finditer(skeleton.text):
        event = reading.events[int(SLOT.findall(match["event"])[0][1])]
        for _, number in SLOT.findall(match["bodies"]):
            body = reading.bodies[int(number)]
            if body.cls in _ORGANS and event.attributes["kind"] in ("meeting", "plenum", "conference"):
                _say_organiser(reading, skeleton, event, body, match, "họp quyết định")


def _of_its_subject(event: Found) -> bool:
    """Whether the words of an event are done by the body before them: ``họp``, ``làm việc với``, ``buổi làm việc``, ``kiểm tra``."""
    return bool(event.attributes.get("verb")) or event.label.lower().startswith(
        ("buổi làm việc", "cuộc làm việc", "buổi gặp", "cuộc gặp", "kiểm tra", "cuộc họp", "buổi tiếp", "cuộc tiếp", "họp")
    )


def _say_organiser(reading: Reading, skeleton: Skeleton, event: Found, body: Found, match: re.Match[str], rule: str) -> None:
    if len(event.entities) == 1 and body.entities:
        reading.say(
            event.entities[0], "organisedBy", body.entities[0], skeleton.at(match.start()), skeleton.at(match.end()), rule
        )


def _inspectors(reading: Reading) -> None:
    """An inspection is held by the one delegation of the article."""
    delegations = {b.entities[0]: b for b in reading.bodies if b.cls == "WorkingDelegation" and b.entities and not b.hidden}
    if len(delegations) != 1:
        return
    (id, _), = delegations.items()
    for event in reading.events:
        if event.attributes["kind"] == "inspection" and len(event.entities) == 1 and not event.attributes.get("bare"):
            begin = reading.sentence_at(event.start)[0]
            if re.search(r"[Đđ]oàn", reading.text[begin : event.start]):
                reading.say(event.entities[0], "organisedBy", id, begin, event.end, "đoàn kiểm tra")


def _served(reading: Reading, skeleton: Skeleton) -> None:
    """Documents that an event carries out, studies or reviews, said beside its name."""
    for match in _SERVES.finditer(skeleton.text):
        _serve(reading, skeleton, match, match["documents"], match.end(), "implements")
        also, end = _ALSO.match(skeleton.text, match.end()), match.end()
        while also is not None:
            end = also.end()
            _serve(reading, skeleton, match, also["documents"], end, "implements")
            also = _ALSO.match(skeleton.text, end)
    for match in _WORKS_ON.finditer(skeleton.text):
        verb = PURPOSE.search(match["way"])
        event = reading.events[int(SLOT.findall(match["event"])[0][1])]
        if verb and event.attributes["kind"] == "conference" and relations()[verb.group().lower()] in ("studies", "reviews"):
            _serve(reading, skeleton, match, match["documents"], match.end(), relations()[verb.group().lower()])


def _serve(reading: Reading, skeleton: Skeleton, match: re.Match[str], slots: str, end: int, type: str) -> None:
    event = reading.events[int(SLOT.findall(match["event"])[0][1])]
    if len(event.entities) != 1:
        return
    for _, number in SLOT.findall(slots):
        for document in reading.documents[int(number)].entities:
            reading.say(
                event.entities[0], "implements", document, skeleton.at(match.start()), skeleton.at(end), "nhằm thực hiện", type=type
            )


def _say_implements(reading: Reading, event: Found, document: Found, way: str, start: int, end: int, rule: str) -> None:
    """The relation by the verbs of an event's name; the strongest of them counts."""
    said = {relations()[v.lower()] for v in PURPOSE.findall(way)}
    if event.attributes["kind"] == "inspection":
        said = {"reviews"}
    type = next((t for t in ("reviews", "studies", "implements") if t in said), "")
    if type:
        for id in document.entities:
            reading.say(event.entities[0], "implements", id, start, end, rule, type=type)
