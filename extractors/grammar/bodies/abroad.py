"""Parties of other countries and their organs, which bear the same names as those of Vietnam's (domain notes 4.3, 5.3).

``Ban Đối ngoại Trung ương Đảng Nhân dân Cách mạng Lào`` is an organ of the party whose name follows it.
"""

from __future__ import annotations

from functools import lru_cache

from vankien.extractors.grammar.bodies import names, places
from vankien.extractors.grammar.bodies.build import make
from vankien.extractors.grammar.lexicon import Trie, rows
from vankien.extractors.grammar.shapes import BodyFound, Entry, Parser
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import known

CLASS = "ForeignParty"
# Classes of organs that other ruling parties have under the same names.
ORGANS = frozenset({"Politburo", "Secretariat", "CentralCommittee", "InspectionCommission", "AdvisoryAgency"})
_LONGEST = 8  # syllables of a commission's name up to Trung ương
_PARTY = 8  # syllables of a party's name before its country


@lru_cache(maxsize=1)
def _parties() -> Trie[str]:
    trie: Trie[str] = Trie()
    for body in known.bodies():
        if body.cls == CLASS:
            names = (n for n in (body.name, *body.aliases) if "Trung ương" not in n)
            trie.update((name, body.name) for name in names)
    return trie


@lru_cache(maxsize=1)
def ruling() -> dict[str, str]:
    """Ruling parties by their countries' names (gazetteer ruling_parties): whose organs its officials sit in."""
    return {row["country"]: row["party"] for row in rows("ruling_parties.tsv")}


def party(tokens: Tokens, j: int) -> tuple[int, BodyFound] | None:
    """(end token, find) of a foreign party named at token j, with or without ``của`` before it."""
    j = j + 1 if j < tokens.n and tokens.lower[j] == "của" else j
    match = _parties().longest(tokens, j) if j < tokens.n and tokens.same_line(j) else None
    if match is None or not tokens.upper[j]:
        return None
    end, name = match
    return end, BodyFound(
        tokens.start[j], tokens.end[end - 1], "Body", CLASS, tokens.span(j, end), head=name, frame="known", known=name
    )


def organ(parser: Parser, i: int, j: int, entry: Entry) -> tuple[int, BodyFound] | None:
    """The organ i..j-1 (a registered name of ours) of the foreign party that follows; it may have taken its ``Đảng``."""
    if entry.cls not in ORGANS:
        return None
    tokens = parser.tokens
    shared = tokens.lower[j - 1] == "đảng" and j - i > 1
    owner = party(tokens, j - 1) if shared else party(tokens, j)
    if owner is None:
        return None
    head = entry.known.removesuffix(" Đảng")
    return make(parser, i, owner[0], Entry(head, CLASS, "organ"), owner=owner[1])


def commission(parser: Parser, i: int) -> tuple[int, BodyFound] | None:
    """``Ban Liên lạc Đối ngoại Trung ương Đảng Cộng sản Trung Quốc``: a commission that only another party has."""
    tokens = parser.tokens
    for k in range(i + 2, min(i + _LONGEST, tokens.n - 2)):
        if not tokens.words[k].isalpha() or not tokens.same_line(k):
            return None
        if tokens.lower[k] == "trung" and tokens.lower[k + 1] == "ương":
            owner = party(tokens, k + 2)
            head = " ".join(tokens.span(i, k + 2).split())
            head = head[0].upper() + head[1:]
            return make(parser, i, owner[0], Entry(head, CLASS, "organ"), owner=owner[1]) if owner is not None else None
    return None


def party_of_country(parser: Parser, i: int, j: int, entry: Entry) -> tuple[int, BodyFound] | None:
    """A foreign party that no table knows: capitals, then its country (``Đảng Xã hội chủ nghĩa Venezuela``)."""
    tokens = parser.tokens
    if j >= tokens.n or not tokens.upper[j] or tokens.lower[j] in _NO_PARTY or _ours(tokens, j):
        return None
    for k in range(j + 1, min(j + _PARTY, tokens.n)):
        if not tokens.same_line(k) or not tokens.words[k - 1].isalpha() or not (tokens.upper[k - 1] or _in_pair(tokens, k - 1)):
            return None
        country = names.countries().longest(tokens, k) if tokens.upper[k] else None
        if country is not None and places.place_name(tokens, k) is None:
            return make(parser, i, country[0], entry, rest=" ".join(tokens.span(j, country[0]).split()))
    return None


_NO_PARTY = frozenset({"nhà", "bộ", "mừng", "ủy", "quang", "ta"})
"""Behind ``Đảng``, words of other names: Đảng, Nhà nước; Đảng bộ; mừng Đảng mừng Xuân."""


def _ours(tokens: Tokens, j: int) -> bool:
    """Whether it is our own party that is named (``Đảng Cộng sản Việt Nam``)."""
    return tokens.lower[j : j + 4] == ["cộng", "sản", "việt", "nam"]


def _in_pair(tokens: Tokens, k: int) -> bool:
    """Whether a syllable in small letters belongs to a word usual in names."""
    return any(tuple(tokens.lower[a : a + 2]) in names.name_pairs() for a in (k - 1, k))


def chamber(parser: Parser, i: int, j: int, entry: Entry) -> tuple[int, BodyFound] | None:
    """A chamber of a foreign parliament, with or without its country (``Hạ viện Malaysia``)."""
    country = names.countries().longest(parser.tokens, j) if j < parser.tokens.n else None
    if country is not None and parser.tokens.upper[j]:
        return make(parser, i, country[0], entry, rest=country[1])
    return make(parser, i, j, entry)
