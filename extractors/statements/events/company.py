"""Persons who share one verb: ``A, post; B, post và C, post dự``; ``trao cho ông A, post và bà B``.

The rules find the person next to the verb; these functions read the rest of the list, over posts, honorifics
and links only, so that no other verb lies between.
"""

from __future__ import annotations

import re

from vankien.extractors.statements.events.participant_words import AFTER, BEFORE, pattern

_PERSON = re.compile(r"<P(\d+)>")
_BETWEEN = pattern(rf"{AFTER}\s*(?:[;,]|,?\s(?:và|cùng)(?=\s)|;\svà|,\scùng)\s*(?:{BEFORE}\s*)(?:[^\W\d_A-ZĐ]+\s[Tt]rưởng\s)?")
_FAR = 260
"""Characters of skeleton between two names of one list."""

_LED_IN = pattern(
    rf"(?P<before>\A|[^\w\s]\s*|\d\s|(?<!\w)(?:[Cc]ó|[Gg]ồm|nay|cùng|và|qua|đó)\s)(?:{BEFORE})\Z"
)
"""What may stand before a list that is a subject: the head of a clause, a time; ``thay ông A, ông B`` is none."""


def joined_before(text: str, at: int) -> list[int]:
    """Indices of the persons listed before the one whose slot begins at an offset, nearest first."""
    people = [m for m in _PERSON.finditer(text, 0, at)]
    found: list[int] = []
    start = at
    while people and start - people[-1].end() < _FAR and _BETWEEN.fullmatch(text, people[-1].end(), start):
        start = people[-1].start()
        found.append(int(people.pop()[1]))
    return found if found and _LED_IN.search(text[max(0, start - 120) : start]) else []


def joined_after(text: str, at: int) -> list[tuple[int, int]]:
    """(index, end of the slot) of the persons listed behind the one whose slot ends at an offset."""
    found: list[tuple[int, int]] = []
    for following in _PERSON.finditer(text, at):
        if following.start() - at > _FAR or not _BETWEEN.fullmatch(text, at, following.start()):
            break
        at = following.end()
        found.append((int(following[1]), at))
    return found
