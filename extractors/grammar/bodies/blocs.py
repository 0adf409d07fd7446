"""Khối: the bloc of agencies under one committee; ``các cơ quan Đảng``: the agencies themselves (domain notes 4.1)."""

from __future__ import annotations

import re

from vankien.extractors.grammar.bodies import places
from vankien.extractors.grammar.bodies.build import make, territory
from vankien.extractors.grammar.shapes import BodyFound, Entry, Parser
from vankien.extractors.text.tokens import Tokens

# What may stand between the word and its level.
_BLOC = re.compile(
    r"khối(?:(?:\s+các)?\s+cơ quan(?:\s*(?:,|và|&)\s*doanh nghiệp)?|\s+doanh nghiệp|\s+dân\s*[-,]\s*chính\s*[-,]\s*đảng)?"
    r"(?=\W|\Z)",
    re.IGNORECASE,
)
_ORGANS = re.compile(
    r"(?:các\s+)?cơ quan(?:\s+(?:đảng|chính quyền|nhà nước))?(?=\s+(?:trung ương|tỉnh|thành phố|tp))", re.IGNORECASE
)
_LEVEL = re.compile(r"\s+(?:trung ương|T\.\s?Ư|TƯ|TW)(?=\W|\Z)", re.IGNORECASE)


def organs(tokens: Tokens, j: int) -> re.Match[str] | None:
    """``các cơ quan Đảng`` before its level."""
    return _ORGANS.match(tokens.text, tokens.start[j])


def begins(tokens: Tokens, j: int) -> re.Match[str] | None:
    """Whether a bloc or the agencies of a level begin at token j."""
    return _BLOC.match(tokens.text, tokens.start[j]) or organs(tokens, j)


def bloc(parser: Parser, j: int, match: re.Match[str]) -> tuple[int, BodyFound]:
    """(end token, find) of the bloc or the agencies at token j with their level or territory."""
    tokens = parser.tokens
    end = tokens.at(match.end())
    level = _LEVEL.match(tokens.text, match.end())
    head = " ".join(match.group().split())
    if head.startswith("khối"):
        head = f"K{head[1:]}"
    entry = Entry(head, "PartyOrganisation", "bloc")
    if level is not None:
        return make(parser, j, tokens.at(level.end()), entry, rest="Trung ương")
    place = places.place(tokens, end, bare=True) if end < tokens.n else None
    if place is not None:
        return make(parser, j, place.end, entry, **territory(place))
    return make(parser, j, end, entry)
