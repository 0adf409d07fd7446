"""Names that share their tail: the last item of a list carries the place or the owner for all (domain notes 5.1, 5.2 H).

``HĐND, UBND tỉnh X``; ``Ban Thường vụ, Thường trực Đảng ủy X``; ``Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh X``.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.bodies import abroad
from vankien.extractors.grammar.shapes import BodyFound, PostFound
from vankien.extractors.linking.bodies.units import UNIT_OF_COMMITTEE
from vankien.extractors.reading import Reading

_LIST_GAP = re.compile(r"\s*(?:,|và|&|,\s*và|-)\s*")
_POST_GAP = re.compile(r"\s*(?:,|và|kiêm|đồng thời là|,\s*và)\s*(?:nguyên|cựu|quyền)?\s*")
# Bare in a series of posts these are the committee of the body that the next post names (domain notes 5.1).
_INNER = frozenset({"Đảng ủy", "Ban cán sự đảng", "Đảng đoàn"})
BASE = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
_BOARDS = frozenset({"Ban Thường vụ", "Ban Chấp hành", "Thường trực"})


def _committee_in(other: BodyFound) -> BodyFound | None:
    """``Ủy viên Ban Thường vụ, Trưởng ban Tổ chức Tỉnh ủy X``: the committee that the next post names."""
    node: BodyFound | None = other
    while node is not None and node.cls != "PartyCommittee":
        node = node.owner
    return node


def _house(one: BodyFound, other: BodyFound) -> None:
    """``Bí thư Đảng ủy, Chủ tịch UBND tỉnh``: of the UBND; ``…, Chủ tịch HĐND xã X``: of the commune."""
    if other.head.startswith("Hội đồng ") and other.owner is not None:
        other = other.owner  # the committee of the firm, not of its board
    if other.frame in ("country", "territory") or other.cls in ("PartyCommittee", "StandingBoard", "CentralCommittee"):
        return
    if other.unit in BASE:
        one.unit, one.place, one.level = other.unit, other.place, other.level
    else:
        one.owner = other


def share_tails(reading: Reading, bodies: list[BodyFound], units: dict[str, str]) -> None:
    """Copy the tail of a coordinated list's last item to the items before it that lack one."""
    text = reading.text
    for left, right in reversed(list(zip(bodies, bodies[1:], strict=False))):
        if not left.bare or left.frame in ("bloc", "known") or right.known and right.cls != "StandingBoard":
            continue
        if not _LIST_GAP.fullmatch(text[left.end : right.start]) or right.start < left.end:
            continue
        if right.owner is not None and left.frame == "organ" and left.owner is None and not left.unit:
            twin = right.owner if right.owner.head == left.head else None  # Đảng ủy, Ban Thường vụ Đảng ủy X
            left.owner = twin.owner if twin is not None else right.owner
            if twin is not None:
                left.unit, left.place, left.level = twin.unit, twin.place, twin.level
        elif (right.place or right.unit) and left.owner is None and not left.place:
            same = right.frame == left.frame == "authority" or left.frame in ("committee", "organ")
            if same and (not left.unit or left.unit == right.unit) and _fits(left, right, units):
                left.unit, left.place, left.level = right.unit or left.unit, right.place, right.level
        elif right.frame == "committee" and left.frame == "organ" and left.owner is None:
            left.owner = right


def share_posts(reading: Reading, units: dict[str, str]) -> None:
    """``Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh X``: the last post of a list carries the place for all (domain notes 5.1)."""
    posts = [p for p in reading.posts if isinstance(p, PostFound) and p.body is not None]
    for left, right in reversed(list(zip(posts, posts[1:], strict=False))):
        if not _POST_GAP.fullmatch(reading.text[left.end : right.start]):
            continue
        one, other = left.body, right.body
        if one is not None and other is not None and one.cls in abroad.ORGANS and one.known and _theirs(one, other):
            continue
        if one is not None and other is not None and one.head in _INNER and one.owner is None and not one.unit:
            _house(one, other)
            continue
        if one is not None and other is not None and one.head in _BOARDS and one.bare and one.owner is None:
            one.owner = _committee_in(other)
            continue
        if one is None or other is None:
            continue
        other = other.innermost()
        if one.owner is not None:
            one = one.innermost()  # Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng ban Tổ chức Tỉnh ủy X
        if one.frame != "committee" or one.place:
            continue
        if other.place and _fits(one, other, units):
            one.unit, one.place, one.level = "", other.place, other.level


def _theirs(one: BodyFound, other: BodyFound) -> bool:
    """``Ủy viên Bộ Chính trị, Ngoại trưởng Lào``: the country of the next post decides whose organ it is (domain notes 5.3)."""
    owner = other.innermost()
    if owner.cls != abroad.CLASS:
        country = owner.rest if owner.cls == "StateBody" and owner.frame in ("country", "named") else ""
        name = next((p for c, p in abroad.ruling().items() if country == c or country.endswith(f" {c}")), "")
        if not name:
            return False
        owner = BodyFound(
            other.start, other.end, "Body", abroad.CLASS, name, head=name, frame="known", known=name, hidden=True
        )
    one.head, one.known, one.owner = one.known.removesuffix(" Đảng"), "", owner
    one.cls, one.frame = abroad.CLASS, "organ"
    return True


def _fits(left: BodyFound, right: BodyFound, units: dict[str, str]) -> bool:
    """Whether a committee's word suits the territory (Thành ủy and a city, Tỉnh ủy and a province)."""
    wanted = UNIT_OF_COMMITTEE.get(left.head)
    unit = right.unit or units.get(right.place, "")
    return wanted is None or wanted == unit
