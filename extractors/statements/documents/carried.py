"""Which bodies carry out, study, review or violate a document: ``implements`` from a body.

The body must be the subject of the clause and a verb must govern the document (``Ban Thường vụ Tỉnh ủy đã
chỉ đạo thực hiện Nghị quyết …``). Who asks, praises, inspects or publicises carries nothing out (domain notes
1.7).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from vankien.extractors.grammar.documents.lists import end_of
from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.documents.openings import FILL, actors, opening_of
from vankien.extractors.statements.documents.relations import governing

_ADVERBIAL = re.compile(r"(?:[^,;.]{2,45},\s+)?(?:(?:các|đồng\s+chí)\s+)?\Z")
_LIST = re.compile(r"\s*(?:,|và|,\s*và)\s*\Z")
_OTHER_ACT = re.compile(rf":|(?<!\w){any_of('other-act')}", re.IGNORECASE)
_KEEPS_TO = re.compile(r"bám\s+sát\s+sự\s+(?:lãnh\s+đạo|chỉ\s+đạo)[^;.]{0,70},\s*\Z", re.IGNORECASE)
_LINKED = re.compile(
    r"\s*(?:,|;)?\s*(?:và|gắn\s+(?:với|liền\s+với)|gắn\s+việc)?\s*(?:việc\s+)?"
    r"(?:(?:triển\s+khai\s+)?thực\s+hiện)?\s*(?:các\s+)?\Z"
)
_OWN_CLAUSE = re.compile(
    r"\s+(?:nhằm|để|đã|được|nêu|quy\s+định|xác\s+định|yêu\s+cầu|có|là|sẽ|cũng|thay\s+thế|sửa\s+đổi)(?!\w)"
)
"""Behind a paper that is the subject of a clause of its own."""

_VIOLATES = re.compile(
    r"vi\s+phạm\s+(?:nghiêm\s+trọng\s+)?(?:các\s+)?(?:nguyên\s+tắc|quy\s+định|pháp\s+luật)[^.;:]{0,140}"
    r"(?:,|\svà)\s+(?:các\s+)?\Z",
    re.IGNORECASE,
)
_BADLY = re.compile(
    r"(?<!\w)(?:(?:thực\s+hiện|chấp\s+hành|tuân\s+thủ)\s+(?:không|chưa)\s+(?:đúng|nghiêm(?:\s+túc)?|đầy\s+đủ)"
    r"|(?:không|chưa)\s+(?:thực\s+hiện|chấp\s+hành|tuân\s+thủ)\s+(?:đúng|nghiêm(?:\s+túc)?|đầy\s+đủ)"
    r"|không\s+tuân\s+thủ|làm\s+trái)"
    rf"(?:,?\s+(?:không|chưa)?\s*(?:đúng|nghiêm(?:\s+túc)?|đầy\s+đủ))*{FILL}\s+\Z",
    re.IGNORECASE,
)
"""To carry a paper out badly is to violate it: ``thực hiện chưa nghiêm túc Quy chế …``."""

_SIGNS = re.compile(r"dấu\s+hiệu\s+\Z", re.IGNORECASE)
_PLANS = re.compile(
    r"(?<!\w)(?:xây\s+dựng|ban\s+hành)(?:,?\s+(?:và\s+)?(?:ban\s+hành|triển\s+khai))?\s+(?:các\s+|nhiều\s+)?"
    r"(?:chương\s+trình|kế\s+hoạch|đề\s+án|nghị\s+quyết|chỉ\s+thị|văn\s+bản)(?:,?\s+(?!\d)[^\W\d_A-ZĐ]+){0,6}\s+\Z"
)
"""A body that draws up a plan to carry a paper out carries it out (the plan is unnumbered)."""

_INTO_LIFE = re.compile(r"(?<!\w)đưa\s+(?:các\s+)?\Z")
_LIFE = re.compile(r"(?:\s[^,;.]{1,60})?\s+(?:đi\s+)?vào\s+(?:cuộc\s+sống|thực\s+tiễn|đời\s+sống)")
_AT_WORK = re.compile(r"(?:\s+khóa\s+[IVXL\d]+)?\s+(?:đã|đang|vừa|luôn)(?!\w)")
_COMMA_BEFORE = re.compile(r",\s+\Z")
_IN_NAME = re.compile(
    r"(?P<review>sơ\s+kết|tổng\s+kết)(?:\s+việc)?(?:\s+thực\s+hiện)?\s+\Z"
    r"|(?:triển\s+khai(?:\s+thực\s+hiện)?|thực\s+hiện)\s+\Z",
    re.IGNORECASE,
)
_LONGEST = 220
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
    end = end_of(before)
    join = _LINKED.fullmatch(text, end, document.start) if end <= document.start else None
    if join is None or ";" in join.group() and _OWN_CLAUSE.match(text, end_of(document)):
        return False
    return True


def _by_subject(
    text: str, begin: int, bodies: list[Found], document: Found
) -> tuple[list[Found], int, int, str] | None:
    """Bodies at the head of the clause whose predicate's verb governs the document."""
    verb = _verb_of(text, begin, document)
    if verb is None:
        return None
    head = max(begin, text.rfind(";", begin, verb[0]) + 1)
    before = [b for b in bodies if head <= b.start and b.end <= verb[0]]
    subjects = _subjects(text, head, before) or _inner_subjects(text, before)
    if not subjects or verb[0] - subjects[-1].end > _LONGEST:
        return None
    end = subjects[-1].end
    between = text[end : verb[0]]
    if verb[1] == "violates":  # có khuyết điểm, vi phạm: …
        between = between.replace(":", " ")
    elif verb[1] == "implements" and (plans := _PLANS.search(text, end, verb[0])):
        between = text[end : plans.start()]
    if _OTHER_ACT.search(between) or text[end : end + 1] in "),:":
        return None
    return subjects, subjects[0].start, document.end, verb[1]


def _verb_of(text: str, begin: int, document: Found) -> tuple[int, str] | None:
    """(offset, type) of what is done with a document: by a verb before it or around it, or through a list."""
    at = document.start
    if badly := _BADLY.search(text, max(begin, at - 110), at):
        return badly.start(), "violates"
    if verb := governing(text, begin, at, "body"):
        return (
            None if verb[1] == "violates" and _SIGNS.search(text, max(begin, verb[0] - 12), verb[0]) else verb
        )
    if (brought := _INTO_LIFE.search(text, max(begin, at - 10), at)) and _LIFE.match(text, end_of(document)):
        return brought.start(), "implements"
    return _through_a_list(text, begin, at)


def _inner_subjects(text: str, bodies: list[Found]) -> list[Found]:
    """The body that ``đã`` or ``đang`` behind a comma makes the subject of a later clause: ``…, Bộ Y tế đang …``."""
    for k in range(len(bodies) - 1, -1, -1):
        body = bodies[k]
        if not _AT_WORK.match(text, body.end):
            continue
        if not _COMMA_BEFORE.search(text, body.start - 3, body.start):
            return []
        listed = k and _LIST.fullmatch(text, bodies[k - 1].end, body.start)
        return [] if listed else [body]
    return []


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
    opening = opening_of(text, begin, document)
    if opening is None:
        return None
    row = actors(text, bodies, document, end_of(document))
    return (row, opening.start, row[-1].end, opening.type) if row else None


def _by_name(reading: Reading, bodies: list[Found], document: Found) -> None:
    """``Ban Chỉ đạo … về tổng kết việc thực hiện Nghị quyết 18``: the task stands in the body's name."""
    for body in bodies:
        if body.start < document.start and document.end <= body.end:
            match = _IN_NAME.search(reading.text, max(body.start, document.start - 40), document.start)
            if match and match.start() - body.start < _TASK:
                kind = "reviews" if match["review"] else "implements"
                _say(reading, [body], document, body.start, document.end, kind)
