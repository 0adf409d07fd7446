"""Bodies that carry a paper out and are no subject of its verb: in the passive, as owners of the work, as inspected.

``Nghị quyết … được Đảng bộ tỉnh triển khai``; ``kết quả thực hiện Chỉ thị số 05-CT/TW của Đảng ủy Khối`` (a local
committee issues nothing in the central series: the work is its own); ``kiểm tra Huyện ủy về việc thực hiện Quy định …``.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from vankien.extractors.grammar.documents.lists import rows_of
from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.documents.openings import FILL

_BY = re.compile(r"(?:\s+(?:đã|đang|luôn))?\s+được\s+(?:các\s+cấp\s+ủy\s+)?\Z")
_CARRIED = re.compile(
    r"(?:\s+(?:đã|đang|nghiêm\s+túc|kịp\s+thời|tập\s+trung|chủ\s+động|tích\s+cực|lãnh\s+đạo,\s+chỉ\s+đạo|chỉ\s+đạo|tổ\s+chức))*\s+"
    r"(?P<verb>thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa|chấp\s+hành|vận\s+dụng"
    r"|(?P<study>quán\s+triệt(?!,|\s+và)|học\s+tập(?!,|\s+và)|nghiên\s+cứu(?!,|\s+và))|quán\s+triệt|học\s+tập)(?!\w)"
)
_INSPECTED = re.compile(
    r"(?<!\w)(?:kiểm\s+tra|giám\s+sát|kiểm\s+tra,\s+giám\s+sát|làm\s+việc\s+với)\s+(?:đối\s+với\s+|tại\s+)?\Z",
    re.IGNORECASE,
)
_ON = re.compile(
    r",?\s+(?:về|trong)\s+(?:việc\s+|công\s+tác\s+)?(?:lãnh\s+đạo,?\s+)?(?:chỉ\s+đạo,?\s+)?(?:và\s+)?(?:quán\s+triệt,?\s+)?"
    rf"(?:tổ\s+chức\s+)?(?:triển\s+khai,?\s+)?(?:thực\s+hiện|triển\s+khai|chấp\s+hành){FILL}\s+\Z"
)
_REACH = 60
"""Code points between an inspected body and the paper whose carrying out is looked into."""


def state_carriers(reading: Reading) -> None:
    """Add ``implements`` from bodies that the clause around a paper names otherwise than as its subject."""
    bodies = sorted((b for b in reading.bodies if b.entities and not b.hidden), key=lambda b: b.start)
    starts = [b.start for b in bodies]
    for row in rows_of(reading.text, reading.documents):
        first, last = row[0], row[-1]
        begin, end = reading.sentence_at(first.start)
        _owners(reading, row)
        _passive(reading, row, bodies[bisect_left(starts, last.end) : bisect_left(starts, end)])
        _inspected(reading, row, bodies[bisect_left(starts, begin) : bisect_left(starts, first.start)])


def _owners(reading: Reading, row: list[Found]) -> None:
    for document in row:
        for body in document.attributes.get("carriers", ()):
            if body.entities:
                _say(reading, body, document, document.start, document.attributes["tail_end"], "work-of-body")


def _passive(reading: Reading, row: list[Found], bodies: list[Found]) -> None:
    text, last = reading.text, row[-1]
    end = max(last.end, last.attributes.get("tail_end", 0), last.attributes.get("title_end", 0))
    for body in bodies[:1]:
        carried = _CARRIED.match(text, body.end)
        if body.start >= end and carried and _BY.fullmatch(text, end, body.start):
            for document in row:
                kind = "studies" if carried["study"] else "implements"
                _say(reading, body, document, document.start, carried.end(), "carried-out-by", kind)


def _inspected(reading: Reading, row: list[Found], bodies: list[Found]) -> None:
    text, at = reading.text, row[0].start
    for body in bodies[-2:]:
        near = at - body.end < _REACH and _ON.fullmatch(text, body.end, at)
        if near and _INSPECTED.search(text, max(0, body.start - 40), body.start):
            for document in row:
                _say(reading, body, document, body.start, document.end, "inspected-body")


def _say(
    reading: Reading, body: Found, document: Found, start: int, end: int, rule: str, kind: str = "implements"
) -> None:
    for id in document.entities:
        reading.say(body.entities[0], "implements", id, start, end, rule, type=kind)
