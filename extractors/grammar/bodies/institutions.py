"""Institutions with a name of their own: schools, hospitals, firms, newspapers, offices (``Học viện Ngoại giao``)."""

from __future__ import annotations

import re

from vankien.extractors.grammar.bodies import names, places
from vankien.extractors.grammar.bodies.build import Result, make
from vankien.extractors.grammar.shapes import BodyFound, Entry, Parser

KINDS = (["đa", "khoa"], ["chuyên", "khoa"])
"""What a hospital may be before its place: general, special."""

_OFFICES_LOW = frozenset({"Chi cục", "Cục", "Vụ", "Tổng cục"})
"""Offices whose field newspapers also write in small letters."""

_LEGAL_FORM = re.compile(r"(?:TNHH|CP|[Cc]ổ phần|MTV|TM|XD|DV|[Mm]ột thành viên|[Tt]rách nhiệm hữu hạn|[\s-])+")


def named(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    start = j + 2 if parser.tokens.lower[j : j + 2] in KINDS else j  # bệnh viện đa khoa huyện X
    plain = entry.cls == "Enterprise" or (entry.cls == "PressBody" and not parser.tokens.upper[i])
    end = names.name_run(parser.tokens, start, plain=plain)
    if end == start and entry.head in _OFFICES_LOW and parser.tokens.upper[i]:
        end = names.low_run(parser.tokens, start)
    inner = _inner_owner(parser, j, end)
    if inner is not None:
        rest = " ".join(parser.tokens.span(j, inner[0]).split())
        return make(parser, i, inner[1][0], entry, rest=rest, owner=inner[1][1])
    if end == j or (entry.head == "Trường" and end == j + 1 and parser.tokens.upper[j]):
        return None  # Trường Sơn: a name, no school
    if entry.cls == "Enterprise" and _LEGAL_FORM.fullmatch(parser.tokens.span(j, end)):
        return None  # Công ty TNHH: the form alone
    place = places.place(parser.tokens, end) if end < parser.tokens.n and parser.tokens.same_line(end) else None
    if place is not None and place.unit and place.name and entry.cls in ("StateBody", "School", "Court"):
        end = place.end  # Bệnh viện Đa khoa huyện Thường Xuân
    elif j < start == end:
        return None  # bệnh viện đa khoa: of which place?
    rest = " ".join(parser.tokens.span(j, end).split())
    return make(parser, i, end, entry, rest=rest[:1].upper() + rest[1:] if entry.head in _OFFICES_LOW else rest)


def _inner_owner(parser: Parser, j: int, end: int) -> tuple[int, tuple[int, BodyFound]] | None:
    """(token, body) where a name runs into that of the body it belongs to (``Phòng Lý luận Ban Tuyên giáo Tỉnh ủy``)."""
    for k in range(j + 1, end):
        if parser.tokens.upper[k]:
            found = parser.parse(k)
            if found is not None and found[0] > end and found[1].frame in ("sector", "organ", "committee", "authority"):
                return k, found
    return None
