"""Relations between documents that the clause around them tells: ``…, thay thế B``, ``ban hành A để thực hiện B``.

Here no title holds the verb and the document it belongs to need not begin the sentence: it stands directly
before the verb, or is the only paper that the clause can be about.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.documents.lists import end_of
from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.documents.openings import BEFORE_ACTOR, FILL, opening_of
from vankien.extractors.statements.documents.relations import (
    governing,
    of_state,
    relate,
    verbs,
    with_following,
)

_FILL = rf"{FILL}\s+\Z"
_REPLACING = re.compile(rf"(?:\s+\([^()]{{1,40}}\))?\s*,?\s+(?:và\s+)?thay\s+(?:thế|cho|thế\s+cho){_FILL}")
_CHANGED = re.compile(r"(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|hủy\s+bỏ|thay\s+thế)\s+(?:cả\s+)?\Z", re.IGNORECASE)
"""Before a paper that is itself changed: ``sửa đổi Luật A, thay thế Luật B`` tells of two old ones."""

_AIM = re.compile(r"(?:\s+\([^()]{1,40}\))?\s+(?:để|nhằm)\s+(?:góp\s+phần\s+|tiếp\s+tục\s+)?\Z")
_ISSUED = re.compile(r"(?<!\w)(?:ban\s+hành|xây\s+dựng|ký|ra)\s+\Z", re.IGNORECASE)
_CONTINUING = re.compile(
    rf"\s+(?:được\s+ban\s+hành|ra\s+đời)(?:\s[^;:.\"]{{0,110}})?,\s+tiếp\s+tục\s+(?:triển\s+khai\s+)?thực\s+hiện{_FILL}"
)
_LATER_REPLACING = re.compile(rf",\s+thay\s+thế(?:\s+cho)?{_FILL}")
_NEW_PAPER = re.compile(r"(?<!\w)(?:ban\s+hành|dự\s+thảo|xây\s+dựng|đề\s+nghị|kiến\s+nghị)(?!\w)")
_PROGRAMME = re.compile(
    r"\W*Chương\s+trình\s+phối\s+hợp\s+(?:này\s+)?được\s+[^;:.]{0,60}?ký(?:\s+kết)?\s[^;:.]{0,40}?"
    rf"(?:nhằm|để)\s+(?:triển\s+khai\s+)?thực\s+hiện{_FILL}"
)
_SIGNED = re.compile(r"(?<!\w)ký(?:\s+kết)?\s+(?:vào\s+)?ngày\s+(?=\d)")
_PASSIVE = re.compile(
    r"\s*,?\s*\(?\s*(?:đã\s+|nay\s+)?(?:được|bị)\s+(?P<verb>sửa\s+đổi(?:,\s*bổ\s+sung)?|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hướng\s+dẫn"
    r"|cụ\s+thể\s+hóa)(?:\s+một\s+số\s+(?:điều|nội\s+dung))?\s+(?:bởi|bằng|tại|theo|trong)\s+(?:các\s+)?\Z"
)
_FAR = 240
"""Code points between a paper and the clause that says which one it replaces."""


def state_clauses(reading: Reading) -> None:
    """Add the relations that clauses tell, and the papers studied together with one in an event's name."""
    documents = reading.documents
    for k, document in enumerate(documents):
        begin = reading.sentence_at(document.start)[0]
        before = [d for d in documents[:k] if d.start >= begin and d.end <= document.start]
        if before:
            _passive(reading, before[-1], document)
            _behind(reading, before, with_following(reading.text, document, documents[k + 1 :]))
            _replaced_later(reading, begin, before, document)
            _purpose_opens(reading, begin, before, document)
        _signed_for(reading, begin, document)
        _studied_too(reading, document, documents[k + 1 :])


def _behind(reading: Reading, before: list[Found], objects: list[Found]) -> None:
    """``A …, thay thế B và C``; ``ban hành A để thực hiện B``; ``A được ban hành …, tiếp tục thực hiện B``."""
    text, at = reading.text, objects[0].start
    subject = before[-1]
    if len(before) > 1 and subject.entities == before[-2].entities and text[subject.start - 1] == "(":
        subject = before[-2]  # a short name in brackets stands between
    end = end_of(subject)
    if end > at:
        return
    if _REPLACING.match(text[end:at]) and not _CHANGED.search(
        text, max(0, subject.start - 16), subject.start
    ):
        relation = "replaces"
    elif aim := _aim(text, subject, end, at):
        relation = aim
    elif len(before) == 1 and _CONTINUING.match(text[end:at]):
        relation = "continues"
    else:
        return
    for document in objects:
        relate(reading, subject, document, relation, subject.start, document.end, "clause-behind-document")


def _aim(text: str, subject: Found, end: int, at: int) -> str:
    """The relation of a paper just issued to the one that it is issued for: ``ban hành A nhằm sửa đổi B``."""
    verb = governing(text, end, at, "document")
    if verb is None or not _AIM.fullmatch(text, end, verb[0]):
        return ""
    return verb[1] if _ISSUED.search(text, max(0, subject.start - 14), subject.start) else ""


def _passive(reading: Reading, changed: Found, document: Found) -> None:
    """``Nghị định A (được sửa đổi, bổ sung tại Nghị định B)``: B amends A."""
    end = end_of(changed)
    match = _PASSIVE.match(reading.text, end, document.start) if end <= document.start else None
    if match is not None:
        relation = verbs("document")[1][" ".join(match["verb"].replace(",", ", ").split())]
        relate(reading, document, changed, relation, changed.start, document.end, "passive-behind-document")


def _replaced_later(reading: Reading, begin: int, before: list[Found], document: Found) -> None:
    """``Quy định A: … được viết lại, thay thế Quy định B``: A is the one paper of that type before it."""
    if any(d.entities != before[0].entities for d in before):
        return
    subject = before[-1]
    verb = _LATER_REPLACING.search(reading.text[max(begin, document.start - 40) : document.start])
    if verb is None or document.start - subject.end > _FAR or not _one_series(subject, document):
        return
    if not _NEW_PAPER.search(reading.text, subject.end, document.start):
        relate(reading, subject, document, "replaces", subject.start, document.end, "clause-of-document")


def _one_series(one: Found, other: Found) -> bool:
    """Whether two papers are of one type and numbered in one series, told by their IRIs."""
    if one.attributes["kind"] != other.attributes["kind"] or of_state(one) != of_state(other):
        return False
    series = [d.entities[0].rpartition("/doc/")[2].split("/") for d in (one, other)]
    return all(len(s) == 4 for s in series) and series[0][0] == series[1][0]


def _purpose_opens(reading: Reading, begin: int, before: list[Found], document: Found) -> None:
    """``Để thực hiện A, <body> đã ban hành B``: B implements A."""
    start = document.attributes.get("issued_start")
    purpose = before[-1]
    if (
        start is None
        or end_of(purpose) > start
        or not BEFORE_ACTOR.search(reading.text, end_of(purpose), start)
    ):
        return
    opening = opening_of(reading.text, begin, purpose)
    if opening and opening.relation:
        relate(
            reading, document, purpose, opening.relation, opening.start, document.end, "purpose-opens-clause"
        )


def _signed_for(reading: Reading, begin: int, document: Found) -> None:
    """``Chương trình phối hợp được … ký ngày … nhằm thực hiện B``, of the only programme named before it."""
    if not _PROGRAMME.fullmatch(reading.text, begin, document.start):
        return
    named = {
        e.entities[0]
        for e in reading.events
        if e.cls == "CooperationProgramme" and e.entities and e.start < begin
    }
    if len(named) != 1:
        return
    programme = named.pop()
    for id in document.entities:
        reading.say(
            programme, "implements", id, begin, document.end, "programme-signed-for", type="implements"
        )
    signed = _SIGNED.search(reading.text, begin, document.start)
    for day in reading.dates if signed else ():
        if signed and day.start == signed.end():
            reading.entities[programme].attributes.setdefault("date", str(day.attributes["value"]))


def _studied_too(reading: Reading, document: Found, following: list[Found]) -> None:
    """``hội nghị quán triệt Kết luận A …; Quy định B``: the event's name ends at A, B is studied too."""
    for event in reading.events:
        if not event.entities or not event.start < document.start or event.end != document.end:
            continue
        verb = governing(reading.text, event.start, document.start, "body")
        if verb is None or verb[1] != "studies":
            continue
        for other in with_following(reading.text, document, following)[1:]:
            for id in other.entities:
                reading.say(
                    event.entities[0], "implements", id, event.start, other.end, "studied-too", type="studies"
                )
