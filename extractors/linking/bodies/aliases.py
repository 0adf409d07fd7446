"""Acronyms that an article itself explains: ``Tổng công ty Đường sắt (VRA) … VRA cho biết``.

An acronym in brackets right behind a body's name is another name of that body, there and in the rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.extractors.grammar.persons.words import alien
from vankien.extractors.grammar.shapes import BodyFound
from vankien.extractors.reading import Reading
from vankien.extractors.text.tokens import plain

_EXPLAINED = re.compile(
    r"\s\((?:(?:sau đây )?(?:gọi|viết) tắt là\s|tên (?:viết|gọi) tắt(?: là|:)?\s)?[\"']?(?P<acronym>[A-ZĐ][A-ZĐ&]{2,9})[\"']?\)"
)
_OTHER = frozenset({"HCM", "TPHCM", "QH", "TW", "USD", "VNĐ", "VND", "GDP", "FDI", "ODA", "COVID", "UBND", "HĐND"})


def alias(reading: Reading) -> None:
    """Add a find for every acronym that the text explains, wherever nothing else was found."""
    explained: dict[str, BodyFound] = {}
    for body in reading.bodies:
        match = _EXPLAINED.match(reading.text, body.end) if isinstance(body, BodyFound) and not body.hidden else None
        if match is None or not isinstance(body, BodyFound) or not body.entities or match["acronym"] in _OTHER:
            continue
        if _names(body, match["acronym"]):
            explained.setdefault(match["acronym"], body)
    for body in reading.bodies:
        if isinstance(body, BodyFound) and body.cls == "Enterprise" and body.entities and not body.known and _brand(body.rest):
            explained.setdefault(body.rest, body)  # Tập đoàn T&T Group … T&T Group
    if not explained:
        return
    taken = [(f.start, f.end) for f in (*reading.bodies, *reading.posts, *reading.persons)]
    for acronym, body in explained.items():
        for start in _places(reading, acronym):
            end = start + len(acronym)
            if not any(first < end and start < last for first, last in taken):
                reading.bodies.append(_named(body, start, end))
    reading.bodies.sort(key=lambda b: (b.start, -b.end))


def _brand(name: str) -> bool:
    """Whether a firm's own name is a brand that stands alone too: short, and no Vietnamese word in it."""
    words = name.split()
    return 0 < len(words) <= 3 and all("&" in w or (w.isupper() and len(w) > 2) or alien(w) for w in words)


def _names(body: BodyFound, acronym: str) -> bool:
    """Whether an acronym can stand for the whole name.

    ``Cục Thi hành án dân sự (THADS)`` and ``Bộ … (KH&CN)`` explain the work, not the body; behind a registered name
    an acronym of other letters is of a longer name that was not understood (``… Liên hợp quốc (UNESCO)``).
    """
    acronym = plain(acronym)
    initials = "".join(word[0] for word in plain(body.label).split() if word[0].isalpha() and word != "va")
    if "&" in acronym or (acronym != initials and initials.endswith(acronym)):
        return False
    return not body.known or acronym == initials


def _places(reading: Reading, acronym: str) -> Iterator[int]:
    """Offsets of an acronym as a word of its own, no part of a number (``12/QĐ-ABC``)."""
    for match in re.finditer(rf"(?<![\w/&-]){re.escape(acronym)}(?![\w&]|-\w|/\w)", reading.text):
        yield match.start()


def _named(body: BodyFound, start: int, end: int) -> BodyFound:
    return BodyFound(start, end, "Body", body.cls, body.label, head=body.head, frame="known", entities=body.entities)
