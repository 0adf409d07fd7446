"""Every post of an article, and the bodies that stand inside them."""

from __future__ import annotations

from collections.abc import Sequence

from vankien.extractors.grammar.bodies.find import body_parser
from vankien.extractors.grammar.posts.parse import PostParser, roles
from vankien.extractors.grammar.shapes import BodyFound, PostFound
from vankien.extractors.reading import Found, Reading
from vankien.extractors.text.tokens import Tokens


def find_posts(reading: Reading) -> None:
    """Fill ``reading.posts``, and put the bodies inside posts into ``reading.bodies`` in place of what they overlap."""
    tokens = reading.tokens
    parser = PostParser(tokens, body_parser(reading))
    inner: list[BodyFound] = []
    inside = _inside(tokens, reading.bodies)
    at = 0
    for i in roles().starts(tokens):
        if i < at or inside[i] or _counted(tokens, i):
            continue
        result = parser.parse(i)
        if result is not None and _stands(tokens, i, result[1]):
            reading.posts.append(result[1])
            if result[1].body is not None:
                inner.append(result[1].body)
            at = result[0]
    taken = [(p.start, p.end) for p in reading.posts]
    reading.bodies = sorted([*_outside(reading.bodies, taken), *inner], key=lambda b: (b.start, -b.end))


def _inside(tokens: Tokens, bodies: Sequence[Found]) -> bytearray:
    """One byte per token: inside a body's name but not at its beginning (``Ban Bí thư`` holds no post)."""
    inside = bytearray(tokens.n + 1)
    for body in bodies:
        first, last = tokens.at(body.start) + 1, tokens.at(body.end)
        inside[first:last] = b"\x01" * max(last - first, 0)
    return inside


def _counted(tokens: Tokens, i: int) -> bool:
    """``các chức vụ Trưởng ban``: the word for posts, not the department of a Vụ trưởng; members that are states."""
    if i == 0:
        return False
    if tokens.lower[i] == "thành" and tokens.lower[i - 1] in ("nước", "gia", "đơn", "bên", "tư"):
        return True  # nước thành viên Hội đồng Bảo an: a state is a member, no person
    return tokens.lower[i] == "vụ" and tokens.lower[i - 1] == "chức"


def _stands(tokens: Tokens, i: int, found: PostFound) -> bool:
    """A post begins with a capital, or names its body."""
    if found.attributes["complement"] in ("committee", "assistant"):
        return True
    if found.body is None and found.attributes["kind"] in ("member", "other"):
        return False
    if tokens.upper[i]:
        return True
    if found.role == "Ủy viên" and found.body is not None and found.body.owner is not None and not found.group:
        return True  # ủy viên Ban Thường vụ Tỉnh ủy
    if found.role == "đại biểu" and found.body is not None and found.body.unit and not found.group:
        return True  # đại biểu HĐND tỉnh
    if found.role.endswith("í thư") and found.body is not None and found.body.cls == "PartyCommittee" and found.body.label[:1].isupper():
        return True  # nguyên bí thư Đảng ủy, giám đốc Sở X
    return found.body is not None and not (found.body.bare and found.body.frame != "known")


def _outside(bodies: Sequence[Found], taken: list[tuple[int, int]]) -> list[Found]:
    """The bodies that no post overlaps (both lists in text order)."""
    kept, k = [], 0
    for body in bodies:
        while k < len(taken) and taken[k][1] <= body.start:
            k += 1
        if k == len(taken) or taken[k][0] >= body.end:
            kept.append(body)
    return kept
