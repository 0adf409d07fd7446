"""The find of a body whose words are tokens of the text."""

from __future__ import annotations

from vankien.extractors.grammar.bodies import places
from vankien.extractors.grammar.shapes import BodyFound, Entry, Parser

Result = tuple[int, BodyFound] | None
"""The token after a name, and its find; None where no name stands."""


def make(parser: Parser, i: int, end: int, entry: Entry, **structure: object) -> tuple[int, BodyFound]:
    """(end token, the find of tokens i..end-1) with the parts that linking needs."""
    tokens = parser.tokens
    start, stop = tokens.start[i], tokens.end[end - 1]
    found = BodyFound(start, stop, "Body", entry.cls, tokens.text[start:stop], head=entry.head, frame=entry.frame)
    for name, value in structure.items():
        setattr(found, name, value)
    return end, found


def territory(place: places.Place) -> dict[str, object]:
    """A place as parts of a body."""
    return {"unit": place.unit, "place": place.name, "level": place.level}
