"""Sentences that tell of events, as skeletons: they name one, or a person beside a word of a role.

Like :func:`vankien.extractors.statements.skeleton.skeletons`, for sentences without a person too: who
organises an event is often said of bodies alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from vankien.extractors.reading import Reading
from vankien.extractors.statements.skeleton import Skeleton, groups, plain, pronouns

Mark = tuple[int, int, str]
"""Start and end of a find in the normal text, and its slot."""

_ROLE_WORDS = (
    "công bố", "giới thiệu", "hát biểu", "hủ trì", "nhận nhiệm vụ", "phía", "quán triệt", "tham gia", "trao",
    "hận ", "ùng đi", "háp tùng", "trình bày", "truyền đạt", "tặng", "áo cáo", "điểm cầu", "điều hành", "đọc ", "ó mặt", "ó sự", "ại diện",
    "ại đây", "ới sự", "ự ", "ự,", "ự.",
)  # fmt: skip


def event_skeletons(reading: Reading) -> Iterator[Skeleton]:
    """Skeletons (slots ``<E0> <B0> <P0> <T0> <D0>``) of the sentences worth the rules of events."""
    marks = _marks(reading)
    at = 0
    for start, end in reading.sentences:
        while at < len(marks) and marks[at][1] <= start:
            at += 1
        slots = ""
        k = at
        while k < len(marks) and marks[k][0] < end:
            slots += marks[k][2][1]
            k += 1
        if "E" in slots or ("P" in slots and any(word in reading.text[start:end] for word in _ROLE_WORDS)):
            yield _skeleton(reading.text, start, end, marks[at:k])


def _marks(reading: Reading) -> list[Mark]:
    known = groups(reading)
    marks = [
        (find.start, find.end, f"<{kind}{index}>")
        for kind in "EBPTD"
        for index, find in enumerate(known[kind])
        if find.entities and not find.hidden
    ]
    marks += [(start, end, f"<P{index}>") for start, end, index in pronouns(reading)]
    return sorted(marks, key=lambda m: (m[0], -m[1]))


def _skeleton(text: str, start: int, end: int, marks: list[Mark]) -> Skeleton:
    """The sentence with its outermost finds as slots, and the way back to offsets of the text."""
    pieces: list[str] = []
    places, offsets, size, position = [0], [start], 0, start
    for first, last, slot in marks:
        if first < position or last > end:
            continue
        pieces += [plain(text[position:first]), slot]
        size += first - position
        places += [size, size + len(slot)]
        offsets += [first, last]
        size += len(slot)
        position = last
    pieces.append(plain(text[position:end]))
    return Skeleton("".join(pieces), start, end, places, offsets)
