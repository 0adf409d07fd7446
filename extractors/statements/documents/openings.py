"""Clauses that open with a paper: ``Thực hiện Nghị quyết A, Tỉnh ủy đã …``; ``Căn cứ Quy định B, <body> quyết định …``.

The opening tells what the subject of the main clause does with the paper; the subject is the body (or the bodies
in a row) behind the comma, and must do something itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.reading import Found

_ARTICLE = r"(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Cc]hương|[Mm]ục)\s+[\w.]{1,6},?"
"""A part of a paper: ``khoản 3 Điều 63``."""

FILL = rf"(?:,?\s+(?:{any_of('fill')}|{_ARTICLE}))*"
"""Words between a verb and the paper that it governs."""

_YEARS = r"(?:hơn\s+|gần\s+)?(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+năm"
BEGINS_WITH = re.compile(
    r"(?:\A|[,;:\"(]\s*|\s-\s|\s\s)(?:(?:để|nhằm|tiếp\s+tục|trên\s+cơ\s+sở|với\s+tinh\s+thần)\s+)*"
    rf"(?P<verb>(?P<ground>căn\s+cứ(?:\s+vào)?|trên\s+cơ\s+sở)"
    rf"|(?P<review>(?:qua|sau)\s+(?:sơ\s+kết|tổng\s+kết)(?:\s+{_YEARS})?(?:\s+(?:triển\s+khai\s+)?thực\s+hiện)?)"
    rf"|(?:(?:qua|sau|trong)\s+)?{_YEARS}\s+(?:triển\s+khai,?\s+|tổ\s+chức\s+)?(?:thực\s+hiện|thi\s+hành)"
    r"|(?:(?:triển\s+khai|tổ\s+chức),?\s+)?thực\s+hiện|triển\s+khai|chấp\s+hành|thi\s+hành|bám\s+sát"
    r"|(?P<concrete>cụ\s+thể\s+hóa)|(?P<law>thể\s+chế\s+hóa)"
    r"|quán\s+triệt(?:\s+và|,)\s+(?:tổ\s+chức\s+)?(?:thực\s+hiện|triển\s+khai(?:,?\s+thực\s+hiện)?)"
    r"|(?P<study>(?:nghiên\s+cứu,\s+)?(?:quán\s+triệt(?:,\s+học\s+tập)?|học\s+tập(?:,\s+quán\s+triệt)?)))"
    rf"{FILL}\s+\Z",
    re.IGNORECASE,
)
BEFORE_ACTOR = re.compile(
    r",\s+(?:[^,;.]{2,40},\s+|(?:trong|ngày|sáng|chiều|năm|thời\s+gian|những\s+năm)\s[^,;.]{1,30}\s)?\Z",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:\s+\([^()]{2,20}\))?(?:,?\s+\(?khóa\s+[IVXLC\d]+\)?|,?\s+nhiệm\s+kỳ\s+\d{4}\s?-\s?\d{4},?)*"
    rf"\s+(?!{any_of('does-not')})[^\W\d_A-ZĐ]"
)
_NEXT = re.compile(r"\s*(?:,|và|,\s*và)\s+")
_GROUPS = re.compile(
    r"(?:\s*(?:,|và)\s+(?:các|mọi|cả|cấp\s+ủy)\s[^,;.]{2,40}?)+(?=\s+(?:đã|đang|luôn|vừa)\s)"
)
_FINITE = re.compile(r"(?<!\w)(?:đã|đang|sẽ|được)(?!\w)")
_FAR = 420
"""Code points from a document to the body that acts on it, its title and other papers between them."""


class Opening(NamedTuple):
    """An opening verb: where it begins, the type of ``implements`` and the relation of a paper issued behind it."""

    start: int
    type: str
    relation: str


def opening_of(text: str, begin: int, document: Found) -> Opening | None:
    """The verb with which a clause opens just before a document; None where another word stands there."""
    window = max(begin, document.start - 100)
    match = BEGINS_WITH.search(text[window : document.start])
    if match is None:
        return None
    at = window + match.start("verb")
    if match["ground"]:
        return Opening(at, "other", "basedOn")
    if match["review"]:
        return Opening(at, "reviews", "")
    if match["study"]:
        return Opening(at, "studies", "")
    relation = "concretises" if match["concrete"] else "institutionalises" if match["law"] else "implements"
    return Opening(at, "implements", relation)


def actors(text: str, bodies: list[Found], document: Found, end: int) -> list[Found]:
    """The bodies that do what the main clause says, behind an opening whose paper's pieces end at ``end``."""
    for k, body in enumerate(bodies):
        if body.start < end or body.start - document.start > _FAR:
            continue
        if not BEFORE_ACTOR.search(text, end, body.start):
            continue
        if k and bodies[k - 1].start >= end and _NEXT.fullmatch(text, bodies[k - 1].end, body.start):
            continue  # one more object: trình Quốc hội, Ủy ban Thường vụ Quốc hội …
        if _FINITE.search(text, end, body.start):  # another clause stands between
            return []
        row = _row(text, bodies[k:])
        behind = _GROUPS.match(text, row[-1].end)
        if _DOES.match(text, behind.end() if behind else row[-1].end):
            return row
    return []


def _row(text: str, bodies: list[Found]) -> list[Found]:
    """The first body and those in a row with it: ``HĐND, UBND tỉnh``."""
    row = bodies[:1]
    for body in bodies[1:]:
        if body.start < row[-1].end:
            continue
        if not _NEXT.fullmatch(text, row[-1].end, body.start):
            break
        row.append(body)
    return row
