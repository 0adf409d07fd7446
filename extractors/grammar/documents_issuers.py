"""Issuers that stand before a document's name, or that speak through it.

``Bộ Chính trị ban hành Nghị quyết …``, ``chỉ đạo của Ban Bí thư tại Chỉ thị …``, ``Tại Kết luận 186, Bộ
Chính trị yêu cầu …``. Who signs on behalf of a body issues nothing: the body does.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.documents_places import Places
from vankien.extractors.grammar.documents_words import any_of
from vankien.extractors.reading import Found

_ISSUED = re.compile(
    rf"(?:\s+{any_of('issues-lately')})*\s+(?P<sign>ký\s+)?"
    r"(?:ban\s+hành|(?<!\w)ra|(?<=đã\s)có|(?<=vừa\s)có|(?<=mới\s)có)\s+(?:các\s+|hai\s+)?\Z"
)
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
    match = _COMMA.match(text, end) if text[max(0, start - 4) : start].lower() == "tại " else None
    issuer = places.issuer_at(match.end()) if match else None
    return issuer if issuer is not None and _STATES.match(text, issuer[0]) else None
