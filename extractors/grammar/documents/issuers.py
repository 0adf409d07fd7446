"""Issuers that stand before a document's name, or that speak through it.

``Bộ Chính trị ban hành Nghị quyết …``, ``chỉ đạo của Ban Bí thư tại Chỉ thị …``, ``Tại Kết luận 186, Bộ
Chính trị yêu cầu …``. Who signs on behalf of a body issues nothing: the body does.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.documents.places import Places
from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.reading import Found

_ISSUED = re.compile(
    rf"(?:\s+{any_of('issues-lately')})*\s+(?P<sign>ký\s+)?"
    r"(?:ban\s+hành|(?<!\w)ra|(?<=đã\s)có|(?<=vừa\s)có|(?<=mới\s)có)\s+(?:các\s+|hai\s+)?\Z"
)
_PASSED = re.compile(
    rf"(?:\s+{any_of('issues-lately')})*\s+(?:biểu\s+quyết\s+|thống\s+nhất\s+)?thông\s+qua\s+(?:các\s+)?\Z"
)
_PASSED_BY = re.compile(r"(?:\s+(?:đã|vừa|mới))*\s+được\s+(?=\S)")
_PASSING = re.compile(
    r"(?:,?\s+\(?khóa\s+[\dIVXL]+\)?)?(?:\s+(?:đã|chính\s+thức))?\s+(?:biểu\s+quyết\s+)?"
    r"(?:thông\s+qua|ban\s+hành)(?!\w)"
)
_ASSEMBLIES = frozenset({"Quốc hội", "Ủy ban Thường vụ Quốc hội"})
_ON_BEHALF = re.compile(r"[Tt]hay\s+mặt\s+(?=\S)")
_SAYS_IN = re.compile(r"\s+(?:(?:được\s+)?nêu\s+tại|tại|trong)\s+\Z")
_COMMA = re.compile(r"\s*,\s+(?=\S)")
_STATES = re.compile(rf"\s+(?:đã\s+)?{any_of('states')}")


def issued_before(text: str, start: int, begin: int, places: Places) -> tuple[int, Found] | None:
    """(offset, body) of the issuer told before a name that begins at ``start``, within its sentence."""
    if says := _SAYS_IN.search(text, max(begin, start - 24), start):
        issuer = places.issuer_ending(says.start())
        if issuer is not None and text[begin : issuer.start].endswith("của "):
            return issuer.start, issuer
    if passed := _PASSED.search(text, max(begin, start - 60), start):  # Quốc hội thông qua Luật …
        issuer = places.issuer_ending(passed.start())
        return (issuer.start, issuer) if issuer is not None and _assembly(issuer) else None
    match = _ISSUED.search(text, max(begin, start - 60), start)
    if match is None:
        return None
    if not match["sign"]:
        issuer = places.issuer_ending(match.start())
        return (issuer.start, issuer) if issuer is not None else None
    behalf = _ON_BEHALF.search(text, begin, match.start())
    body = places.body_at(behalf.end()) if behalf else None
    return (body.start, body) if body is not None else None


def speaks_in(text: str, start: int, end: int, places: Places) -> tuple[int, Found] | None:
    """(end, body) of the body that speaks through a document whose name and date end at ``end``."""
    if passed := _PASSED_BY.match(text, end):  # Luật … được Quốc hội thông qua
        issuer = places.issuer_at(passed.end())
        return issuer if issuer is not None and _PASSING.match(text, issuer[0]) else None
    match = _COMMA.match(text, end) if text[max(0, start - 4) : start].lower() == "tại " else None
    issuer = places.issuer_at(match.end()) if match else None
    return issuer if issuer is not None and _STATES.match(text, issuer[0]) else None


def _assembly(body: Found) -> bool:
    """Whether a body passes laws and resolutions (a plenum passes what its committee issues)."""
    return body.label in _ASSEMBLIES or body.cls == "PeoplesCouncil"
