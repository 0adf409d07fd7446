"""Issuers that stand before a document's name, or that speak through it.

``Bộ Chính trị ban hành Nghị quyết …``, ``chỉ đạo của Ban Bí thư tại Chỉ thị …``, ``Tại Kết luận 186, Bộ
Chính trị yêu cầu …``. Who signs on behalf of a body issues nothing: the body does. The head of a State body
who signs its paper stands for the body (``Chủ tịch UBND tỉnh … ký Quyết định …``).
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.documents.places import Places
from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.reading import Found

Issuers = tuple[int, list[Found]]
"""An offset (where the words about the issuer begin or end) and the bodies."""

_KHOA = r"(?:,?\s*\(?[Kk]hóa\s+[IVXL\d]{1,5}\)?)?"
_MANY = (
    r"(?:(?:các|những|hai|ba|bốn|nhiều|một\s+loạt|\d{1,2})\s+(?:(?:[^\W\d_]+\s+){1,5}(?:là|gồm|như|bao\s+gồm)"
    r"\s*:?\s+)?)?"
)
"""Before a list of papers: ``các``, ``ba nghị quyết quan trọng gồm``."""

_ISSUED = re.compile(
    rf"{_KHOA}(?:\s+{any_of('issues-lately')})*(?:\s+{any_of('issues-also')}(?:,|\s+và)?)?\s+"
    r"(?:(?P<sign>ký)(?:\s+ban\s+hành)?|ban\s+hành|(?<!\w)ra|(?<=đã\s)có|(?<=vừa\s)có|(?<=mới\s)có)"
    rf"\s*:?\s+{_MANY}\Z"
)
_HAS = re.compile(r"(?P<sign>(?!))?\s+có\s+\Z")
_PASSED = re.compile(
    rf"{_KHOA}(?:\s+{any_of('issues-lately')})*\s+(?:biểu\s+quyết\s+|thống\s+nhất\s+)?thông\s+qua\s*:?\s+{_MANY}\Z"
)
_PASSED_BY = re.compile(r"(?:\s+(?:đã|vừa|mới))*\s+được\s+(?=\S)")
_PASSING = re.compile(
    rf"{_KHOA}(?:\s+(?:đã|chính\s+thức))?\s+(?:biểu\s+quyết\s+|ký\s+)?(?:thông\s+qua|ban\s+hành)(?!\w)"
)
_ASSEMBLIES = frozenset({"Quốc hội", "Ủy ban Thường vụ Quốc hội"})
_ON_BEHALF = re.compile(r"[Tt]hay\s+mặt\s+(?=\S)")
_SAYS_IN = re.compile(r"\s+(?:(?:được\s+)?nêu\s+tại|tại|trong)\s+\Z")
_IN_IT = re.compile(r"(?<!\w)Tại\s+\Z|[,;:)\"]\s+tại\s+\Z")
"""Before a paper in which the body behind it speaks; in ``báo cáo tại Tờ trình …`` somebody else does."""

_COMMA = re.compile(r"\s*,\s+(?=\S)")
_STATES = re.compile(rf"\s+(?:đã\s+)?{any_of('states')}")
_NEXT = re.compile(r"(?:,|\s+và)\s+(?=\S)")
_ASKED = re.compile(
    r"(?<!\w)(?:trình|đề\s+nghị|kiến\s+nghị|đề\s+xuất|xin|chờ|để|nếu|khi)\s+\Z", re.IGNORECASE
)
"""Before an assembly that has not passed the law yet: ``trình Quốc hội thông qua``."""

_ALSO = re.compile(r"\svà(?=\s+(?:ban\s+hành|ra)(?!\w))")
_HEAD = re.compile(r"\s*(?:[^,;.:]{2,45},\s+)?")
_AT_WORK = re.compile(r"(?:\s+khóa\s+[IVXL\d]+)?\s+(?:đã|vừa|họp|xem\s+xét|thảo\s+luận|thống\s+nhất)(?!\w)")
_OTHERS = re.compile(r"(?<!\w)(?:yêu\s+cầu|đề\s+nghị|giao|chỉ\s+đạo|để|nhằm|được)(?!\w)|;")
_PAIRED = re.compile(r"(?:,|\s+và)\s+\Z")
PAIR = frozenset({"Politburo", "Secretariat"})
"""The two bodies that issue papers together."""

CENTRAL = PAIR | {"CentralCommittee"}
ISSUING = CENTRAL | {"StandingBoard", "PartyCommittee", "InspectionCommission"}
"""Classes of bodies whose name behind a paper tells its issuer also without ``của``."""

ACTS = re.compile(rf"\s+{any_of('acts')}")
"""A body's predicate, so that the body is the subject of a clause."""


def issued_before(text: str, start: int, begin: int, places: Places, state: bool | None) -> Issuers | None:
    """(offset, bodies) of the issuer told before a name that begins at ``start``, within its sentence.

    ``state`` tells a paper of the State, whose signing head stands for the body; None where nothing tells.
    """
    if says := _SAYS_IN.search(text, max(begin, start - 24), start):
        issuer = places.issuer_ending(says.start())
        if issuer is not None and text[begin : issuer.start].endswith("của "):
            return issuer.start, [issuer]
    if passed := _PASSED.search(text, max(begin, start - 90), start):  # Quốc hội thông qua Luật …
        issuer = places.issuer_ending(passed.start())
        if (
            issuer is None
            or not _assembly(issuer)
            or _ASKED.search(text, max(begin, issuer.start - 14), issuer.start)
        ):
            return None
        return issuer.start, [issuer]
    match = _ISSUED.search(text, max(begin, start - 100), start)
    if match is None and state is not None:  # a number with its code
        match = _HAS.search(text, max(begin, start - 24), start)
    if match is None:
        return None
    if match["sign"] and (behalf := _ON_BEHALF.search(text, begin, match.start())):
        body = places.body_at(behalf.end())
        join = _NEXT.match(text, body.end) if body is not None else None
        second = places.body_at(join.end()) if join else None
        if body is None:
            return None
        both = second is not None and {body.cls, second.cls} == PAIR
        return body.start, [body, second] if both and second else [body]
    if match["sign"]:
        head = places.head_ending(match.start()) if state else None
        return (head.start, [head]) if head is not None else None
    issuer = places.issuer_ending(match.start())
    if issuer is None:
        return _subject(text, begin, match.start(), places) if _ALSO.match(text, match.start() - 3) else None
    first = _paired(text, issuer, places)
    return (first or issuer).start, [first, issuer] if first else [issuer]


def _subject(text: str, begin: int, end: int, places: Places) -> Issuers | None:
    """The body that a sentence is about and that also issues: ``Bộ Chính trị đã xem xét … và ban hành …``."""
    first = next(iter(places.bodies_between(begin, end)), None)
    if first is None or not _HEAD.fullmatch(text, begin, first.start) or not _AT_WORK.match(text, first.end):
        return None
    return None if _OTHERS.search(text, first.end, end) else (first.start, [first])


def _paired(text: str, issuer: Found, places: Places) -> Found | None:
    """The Politburo before ``, Ban Bí thư ban hành``: both issue."""
    join = _PAIRED.search(text, max(0, issuer.start - 6), issuer.start) if issuer.cls in PAIR else None
    other = places.issuer_ending(join.start()) if join else None
    return other if other is not None and {other.cls, issuer.cls} == PAIR else None


def speaks_in(text: str, start: int, end: int, places: Places) -> Issuers | None:
    """(end, bodies) of the body that speaks through a document whose name and date end at ``end``."""
    if passed := _PASSED_BY.match(text, end):  # Luật … được Quốc hội thông qua
        issuer = places.issuer_at(passed.end())
        return (issuer[0], [issuer[1]]) if issuer is not None and _PASSING.match(text, issuer[0]) else None
    before = text[max(0, start - 5) : start].lower()
    opens = before.endswith("theo ") or _IN_IT.search(text, max(0, start - 12), start)
    match = _COMMA.match(text, end) if opens else None
    issuer = places.issuer_at(match.end()) if match else None
    if issuer is None or not _STATES.match(text, issuer[0]):
        return None
    if before.endswith("theo ") and issuer[1].cls not in CENTRAL:  # others follow the papers of any body
        return None
    return issuer[0], [issuer[1]]


def _assembly(body: Found) -> bool:
    """Whether a body passes laws and resolutions (a plenum passes what its committee issues)."""
    return body.label in _ASSEMBLIES or body.cls == "PeoplesCouncil"
