"""Ministries, departments, commissions and their sections: a head and the sector it is for (registry sectors)."""

from __future__ import annotations

from functools import lru_cache

from vankien.extractors.grammar.bodies import abroad, names, places
from vankien.extractors.grammar.bodies.build import Result, make, territory
from vankien.extractors.grammar.bodies.institutions import named
from vankien.extractors.grammar.lexicon import Trie
from vankien.extractors.grammar.shapes import Entry, Parser
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import known

_HAVE_SECTORS = frozenset({"PartyCommittee", "CentralCommittee", "PeoplesCommittee", "PeoplesCouncil"})
_SECTORS_LOW = frozenset({"Bộ", "Phòng", "Sở"})
"""Heads whose sector newspapers also write in small letters: ``Sở giáo dục và đào tạo``; ``Ban tổ chức`` are organisers."""

VERBS_TOO = frozenset({"Xây dựng", "Thanh tra", "Tổ chức", "Kiểm tra"})
"""Sectors that are verbs in small letters: ``Bộ xây dựng kế hoạch``."""

_SECTION = 8  # syllables of a section's name in small letters


@lru_cache(maxsize=1)
def _sectors() -> dict[str, Trie[str]]:
    tries: dict[str, Trie[str]] = {}
    for row in known.sectors():
        for head in row.heads:
            trie = tries.setdefault(head, Trie())
            for name in (row.name, *row.aliases):
                trie.add(name, row.name)
    return tries


def sector_name(tokens: Tokens, j: int, head: str) -> tuple[int, str] | None:
    """(end token, sector) of the longest sector name at token j that the head takes (``Nội vụ`` after Bộ)."""
    trie = _sectors().get(head)
    if trie is None or j >= tokens.n or not tokens.same_line(j) or not tokens.upper[j]:
        return None
    return trie.longest(tokens, j)


def sector(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    tokens = parser.tokens
    trie = _sectors().get(entry.head)
    match = trie.longest(tokens, j) if trie is not None and j < tokens.n and tokens.same_line(j) else None
    if match is None and entry.head == "Phòng" and j < tokens.n and tokens.upper[j]:
        return named(parser, i, j, entry)  # Phòng Cảnh sát giao thông
    if match is None or not (tokens.upper[j] or not tokens.upper[i] or (entry.head in _SECTORS_LOW and match[0] - j > 1 and match[1] not in VERBS_TOO)):
        if entry.head == "Phòng" and not tokens.upper[i] and (section := _section(parser, i, j, entry)) is not None:
            return section
        return abroad.commission(parser, i) if entry.head == "Ban" and j < tokens.n and tokens.upper[j] else None
    end, field = match
    country = names.countries().longest(tokens, end) if entry.head == "Bộ" and end < tokens.n else None
    if country is not None and tokens.upper[end]:
        return make(parser, i, country[0], Entry(f"Bộ {field}", "StateBody", "named"), rest=country[1])
    if end < tokens.n and tokens.same_line(end):
        place = places.place(tokens, end, bare=True)
        if place is not None:
            return make(parser, i, place.end, entry, rest=field, **territory(place))
        owner = parser.parse(end, embedded=True)
        if owner is not None and owner[1].cls in _HAVE_SECTORS:
            return make(parser, i, owner[0], entry, rest=field, owner=owner[1])
    return make(parser, i, end, entry, rest=field)


def _section(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    """``phòng tham mưu an ninh Công an TP HCM``: a section in small letters up to the body that it belongs to."""
    tokens = parser.tokens
    for k in range(j, min(j + _SECTION, tokens.n)):
        if tokens.upper[k]:
            owner = parser.parse(k) if k > j + 1 else None
            rest = " ".join(tokens.span(j, k).split())
            return make(parser, i, owner[0], entry, rest=rest[:1].upper() + rest[1:], owner=owner[1]) if owner is not None else None
        if not tokens.same_line(k) or not tokens.words[k].isalpha() or tokens.lower[k] in ("của", "chống", "họp", "cho", "tại", "do"):
            return None
    return None
