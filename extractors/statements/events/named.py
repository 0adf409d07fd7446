"""What the name of an event says by itself: whose it is, what it keeps, which documents it is about."""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.words import PURPOSE, relations
from vankien.extractors.reading import Found, Reading
from vankien.extractors.text.letters import UPPER
from vankien.ontology.nouns import Mode

_ABOUT_DOCUMENTS = frozenset({"conference", "inspection", "other", "contest"})
_REMEMBERS = re.compile(r"niệm|dâng|viếng|tang|truy\sđiệu")
_PERSON = re.compile(
    r"(?<!\w)(?:sinh|mất|tưởng\sniệm|dâng\shương|viếng|truy\sđiệu|tang|an\stáng|giỗ|tưởng\snhớ|qua\sđời|hy\ssinh)(?!\w)",
    re.IGNORECASE,
)
_FOUNDED = re.compile(r"(?:thành\slập|truyền\sthống|ra\sđời)(?:\s[^\W\d_]+){0,3}?\s\Z", re.IGNORECASE)
_MEETING_OF = re.compile(
    rf"""(?:(?:[Cc]uộc|[Bb]uổi)\shọp\s(?:thường\skỳ\s|giao\sban\s|đột\sxuất\s)?(?:của\s)?
    |(?:[Hh]ội\s(?:nghị|thảo)|[Tt]ọa\sđàm|(?:[Bb]uổi|[Cc]uộc)\s\w+(?:\s\w+)?)
    (?:\s(?:giao\sban|báo\scáo\sviên|thường\s(?:kỳ|niên)|trực\stuyến|mở\srộng|toàn\sthể))*\scủa\s)(?=[{UPPER}])""",
    re.VERBOSE,
)
_BETWEEN = re.compile(r"\sgiữa\s")
_DELEGATION = re.compile(r"[Đđ]oàn")


def state_names(reading: Reading) -> None:
    """State what the events' own names say."""
    for event in reading.events:
        if len(event.entities) != 1 or event.attributes.get("bare"):
            continue
        kind = event.attributes["kind"]
        if kind == "anniversary" or kind == "ceremony" and _REMEMBERS.search(event.label.lower()):
            _kept(reading, event)
        elif kind in _ABOUT_DOCUMENTS:
            _documents(reading, event)
        _owners(reading, event, kind)
    _inspectors(reading)


def _within(event: Found, finds: list[Found]) -> list[Found]:
    """Finds named inside an event's name, outermost only."""
    out: list[Found] = []
    for find in finds:
        if event.holds(find) and find.entities and not find.hidden and not (out and out[-1].holds(find)):
            out.append(find)
    return out


def _say(reading: Reading, event: Found, predicate: str, find: Found, rule: str) -> None:
    for id in find.entities:
        reading.say(event.entities[0], predicate, id, event.start, event.end, rule)


def _kept(reading: Reading, event: Found) -> None:
    """Document, person, day or body that an anniversary or ceremony keeps in memory."""
    documents = _within(event, reading.documents)
    for document in documents:
        _say(reading, event, "commemorates", document, "kỷ niệm văn bản")
    if _PERSON.search(event.label):
        for person in _within(event, reading.persons):
            if not any(d.holds(person) for d in documents):
                _say(reading, event, "commemorates", person, "kỷ niệm người")
    inside = [e for e in reading.events if e is not event and event.holds(e)]
    days = [e for e in inside if e.attributes["kind"] == "other"]
    for day in days:
        _say(reading, event, "commemorates", day, "kỷ niệm ngày")
    for body in _within(event, reading.bodies):
        if _FOUNDED.search(reading.text, event.start, body.start):
            _say(reading, event, "commemorates", body, "kỷ niệm ngày thành lập")


def _documents(reading: Reading, event: Found) -> None:
    """The relation to the documents in the name, by its verbs: review before study before carry out."""
    for document in _within(event, reading.documents):
        verbs = PURPOSE.findall(event.label[: document.start - event.start])
        said = {relations()[v.lower()] for v in verbs} if event.cls != "Inspection" else {"reviews"}
        type = next((t for t in ("reviews", "studies", "implements") if t in said), "")
        for id in document.entities if type else ():
            reading.say(event.entities[0], "implements", id, event.start, event.end, "tên sự kiện", type=type)


def _owners(reading: Reading, event: Found, kind: str) -> None:
    """``Chương trình phối hợp giữa A với B``, ``cuộc họp của A``; whose a session is, is inferred to hold."""
    between = _BETWEEN.search(event.label) if kind == "programme" else None
    if between:
        for body in _within(event, reading.bodies):
            if body.start >= event.start + between.start():
                _say(reading, event, "organisedBy", body, "giữa A với B")
    if kind in ("meeting", "conference") and (owner := _MEETING_OF.match(event.label)):
        for body in _within(event, reading.bodies)[:1]:
            if body.start == event.start + owner.end():
                _say(reading, event, "organisedBy", body, "cuộc họp của")


def state_session_owners(reading: Reading) -> None:
    """Whose a numbered session is, holds it; said last, for a sentence may say so in so many words."""
    said = {(s.subject, s.object) for s in reading.statements if s.predicate == "organisedBy"}
    for event in reading.events:
        if event.cls not in ("Plenum", "Session") or len(event.entities) != 1 or not event.parts:
            continue
        if event.attributes.get("scope") != "owner" or event.attributes.get("bare"):
            continue
        for id in event.parts[0].entities:
            if (event.entities[0], id) not in said:
                subject, rule = event.entities[0], "chủ của kỳ họp"
                reading.say(subject, "organisedBy", id, event.start, event.end, rule, _mode(event))


def _mode(event: Found) -> Mode:
    """``kỳ họp thứ 15 của X`` says whose session it is; of a plenum the genre alone does."""
    return "stated" if event.cls == "Session" and re.search(r"\bcủa\b", event.label) else "inferred"


def _inspectors(reading: Reading) -> None:
    """An inspection is held by the article's one delegation, where its sentence speaks of the delegation."""
    named = [b for b in reading.bodies if b.cls == "WorkingDelegation" and not b.hidden]
    delegations = {b.entities for b in named if b.entities}
    if len(delegations) != 1:
        return
    (id,) = delegations.pop()[:1]
    for event in reading.events:
        if event.cls == "Inspection" and len(event.entities) == 1 and not event.attributes.get("bare"):
            begin = reading.sentence_at(event.start)[0]
            if _DELEGATION.search(reading.text, begin, event.start):
                reading.say(event.entities[0], "organisedBy", id, begin, event.end, "đoàn kiểm tra")
