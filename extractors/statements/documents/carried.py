"""Which bodies carry out, study, review or violate a document: ``implements`` from a body.

The body must be the subject of the clause and a verb must govern the document (``Ban Thường vụ Tỉnh ủy đã
chỉ đạo thực hiện Nghị quyết …``). Who asks, praises, inspects or publicises carries nothing out (domain notes
1.7).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.documents.relations import governing

_ADVERBIAL = re.compile(r"(?:[^,;.]{2,45},\s+)?(?:(?:các|đồng\s+chí)\s+)?\Z")
_LIST = re.compile(r"\s*(?:,|và|,\s*và)\s*\Z")
_OTHER_ACT = re.compile(rf":|(?<!\w){any_of('other-act')}", re.IGNORECASE)
_KEEPS_TO = re.compile(r"bám\s+sát\s+sự\s+(?:lãnh\s+đạo|chỉ\s+đạo)[^;.]{0,70},\s*\Z", re.IGNORECASE)
_LINKED = re.compile(
    r"\s*(?:,|;)?\s*(?:và|gắn\s+(?:với|liền\s+với)|gắn\s+việc)?\s*(?:việc\s+)?"
    r"(?:(?:triển\s+khai\s+)?thực\s+hiện)?\s*(?:các\s+)?\Z"
)
BEGINS_WITH = re.compile(
    r"(?:\A|[,;:\"(]\s*|\s-\s|\s\s)(?:(?:để|nhằm|tiếp\s+tục|trên\s+cơ\s+sở)\s+)*"
    r"(?P<verb>căn\s+cứ(?:\s+vào)?|(?:(?:triển\s+khai|tổ\s+chức),?\s+)?thực\s+hiện|triển\s+khai"
    rf"|quán\s+triệt(?:,\s+(?:triển\s+khai|thực\s+hiện))*)(?:\s+{any_of('fill')})*\s+\Z",
    re.IGNORECASE,
)
_VIOLATES = re.compile(
    r"vi\s+phạm\s+(?:nghiêm\s+trọng\s+)?(?:các\s+)?(?:nguyên\s+tắc|quy\s+định|pháp\s+luật)[^.;:]{0,140}"
    r"(?:,|\svà)\s+(?:các\s+)?\Z",
    re.IGNORECASE,
)
BEFORE_ACTOR = re.compile(
    r",\s+(?:[^,;.]{2,40},\s+|(?:trong|ngày|sáng|chiều|năm|thời\s+gian)\s[^,;.]{1,30}\s)?\Z", re.IGNORECASE
)
_DOES = re.compile(rf"\s+{any_of('does')}")
_IN_NAME = re.compile(
    r"(?P<review>sơ\s+kết|tổng\s+kết)(?:\s+việc)?(?:\s+thực\s+hiện)?\s+\Z"
    r"|(?:triển\s+khai(?:\s+thực\s+hiện)?|thực\s+hiện)\s+\Z",
    re.IGNORECASE,
)
_LONGEST = 220
_FAR = 420
"""Code points from a document to the body that acts on it, its title and other papers between them."""
_TASK = 45
"""Code points of a body's name within which its task begins (``Ban Chỉ đạo của Chính phủ về tổng kết …``)."""


def state_carried(reading: Reading) -> None:
    """Add ``implements`` from bodies to documents."""
    bodies = sorted((b for b in reading.bodies if b.entities and not b.hidden), key=lambda b: b.start)
    starts = [b.start for b in bodies]
    last: tuple[Found, list[Found], int, int, str] | None = None
    for document in reading.documents:
        begin, end = reading.sentence_at(document.start)
        mine = bodies[bisect_left(starts, begin) : bisect_left(starts, end)]
        _by_name(reading, mine, document)
        if last is not None and last[0].start >= begin and _follows(reading.text, last[0], document):
            _say(reading, last[1], document, last[2], max(last[3], document.end), last[4])
            last = (document, *last[1:])
            continue
        found = _by_subject(reading.text, begin, mine, document) or _by_opening(
            reading.text, begin, mine, document
        )
        last = None
        if found is not None:
            subjects, start, finish, kind = found
            _say(reading, subjects, document, start, finish, kind)
            last = (document, subjects, start, finish, kind)


def _say(reading: Reading, subjects: list[Found], document: Found, start: int, end: int, kind: str) -> None:
    for body in subjects:
        for id in document.entities:
            reading.say(body.entities[0], "implements", id, start, end, "body-carries-out", type=kind)


def _follows(text: str, before: Found, document: Found) -> bool:
    """Whether a document is coordinated with the one before it under the same verb."""
    end = max(before.end, before.attributes.get("tail_end", 0))
    return end <= document.start and _LINKED.fullmatch(text, end, document.start) is not None


def _by_subject(
    text: str, begin: int, bodies: list[Found], document: Found
) -> tuple[list[Found], int, int, str] | None:
    """Bodies at the head of the clause whose predicate's verb governs the document."""
    verb = governing(text, begin, document.start, "body")
    if verb is None:
        verb = _through_a_list(text, begin, document.start)
    if verb is None:
        return None
    head = max(begin, text.rfind(";", begin, verb[0]) + 1)
    subjects = _subjects(text, head, [b for b in bodies if head <= b.start and b.end <= verb[0]])
    if not subjects or verb[0] - subjects[-1].end > _LONGEST:
        return None
    if (
        _OTHER_ACT.search(text, subjects[-1].end, verb[0])
        or text[subjects[-1].end : subjects[-1].end + 1] in "),:"
    ):
        return None
    return subjects, subjects[0].start, document.end, verb[1]


def _through_a_list(text: str, begin: int, at: int) -> tuple[int, str] | None:
    """The verb whose list of objects a document closes: ``vi phạm nguyên tắc …, Quy chế làm việc``."""
    if kept := _KEEPS_TO.search(text, max(begin, at - 110), at):
        return kept.start(), "implements"
    violated = _VIOLATES.search(text, max(begin, at - 190), at)
    return (violated.start(), "violates") if violated else None


def _subjects(text: str, head: int, bodies: list[Found]) -> list[Found]:
    """The coordinated bodies that a clause begins with, an adverbial before them aside."""
    if not bodies or not _ADVERBIAL.fullmatch(text, head + (text[head : head + 1] == " "), bodies[0].start):
        return []
    subjects = [bodies[0]]
    for body in bodies[1:]:
        if not _LIST.fullmatch(text, subjects[-1].end, body.start):
            break
        subjects.append(body)
    return subjects


def _by_opening(
    text: str, begin: int, bodies: list[Found], document: Found
) -> tuple[list[Found], int, int, str] | None:
    """``Thực hiện Nghị quyết A, <body> đã …``; ``Căn cứ Quy định B, <body> quyết định …``."""
    window = max(begin, document.start - 70)
    opening = BEGINS_WITH.search(text[window : document.start])
    if opening is None:
        return None
    end = max(document.end, document.attributes.get("tail_end", 0), document.attributes.get("title_end", 0))
    for body in bodies:
        if body.start < end or body.start - document.start > _FAR:
            continue
        if BEFORE_ACTOR.search(text, end, body.start) and _DOES.match(text, body.end):
            verb = opening["verb"].lower()
            kind = (
                "other" if verb.startswith("căn") else "studies" if verb.endswith("triệt") else "implements"
            )
            return [body], window + opening.start("verb"), body.end, kind
    return None


def _by_name(reading: Reading, bodies: list[Found], document: Found) -> None:
    """``Ban Chỉ đạo … về tổng kết việc thực hiện Nghị quyết 18``: the task stands in the body's name."""
    for body in bodies:
        if body.start < document.start and document.end <= body.end:
            match = _IN_NAME.search(reading.text, max(body.start, document.start - 40), document.start)
            if match and match.start() - body.start < _TASK:
                kind = "reviews" if match["review"] else "implements"
                _say(reading, [body], document, body.start, document.end, kind)
