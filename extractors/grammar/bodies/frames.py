"""What may follow the head of a body's name, frame by frame (see ``gazetteer/body_heads.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from vankien.extractors.grammar.bodies import abroad, blocs, names, places, tasks
from vankien.extractors.grammar.bodies.build import make, territory
from vankien.extractors.grammar.lexicon import Trie
from vankien.extractors.grammar.shapes import BodyFound, Entry, Parser
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import known

Result = tuple[int, BodyFound] | None
_HAVE_SECTORS = frozenset({"PartyCommittee", "CentralCommittee", "PeoplesCommittee", "PeoplesCouncil"})
_GENERIC = frozenset({"các", "những", "từng", "mọi", "cấp", "cơ", "trực", "địa"})


_SECTORS_LOW = frozenset({"Bộ", "Phòng", "Sở"})
"""Heads whose sector newspapers also write in small letters: ``Sở giáo dục và đào tạo``; ``Ban tổ chức`` are organisers."""

_OFFICES_LOW = frozenset({"Chi cục", "Cục", "Vụ", "Tổng cục"})
KINDS = (["đa", "khoa"], ["chuyên", "khoa"])
_OF_STAFF = frozenset({"Đảng bộ", "Đảng ủy", "Ban Chấp hành Đảng bộ", "Công đoàn", "Chi bộ"})
"""What the staff of an agency has: ``Đảng bộ Cơ quan Liên đoàn Lao động tỉnh``."""

_SECTION = 8  # syllables of a section's name in small letters
_PARTY = 8  # syllables of a foreign party's name before its country
_LEGAL_FORM = re.compile(r"(?:TNHH|CP|[Cc]ổ phần|MTV|TM|XD|DV|[Mm]ột thành viên|[Tt]rách nhiệm hữu hạn|[\s-])+")


def complete(parser: Parser, frame: str, i: int, j: int, entry: Entry) -> Result:
    """The whole name whose head is tokens i..j-1, or None when what must follow does not."""
    return _FRAMES[frame](parser, i, j, entry)


def _known(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    """A registered name; a country after it makes it another state's body of the same name."""
    theirs = abroad.organ(parser, i, j, entry)
    if theirs is not None:
        return theirs
    country = names.countries().longest(parser.tokens, j)
    if country is not None and parser.tokens.upper[j] and entry.cls in ("Ministry", "StateBody"):
        return make(parser, i, country[0], Entry(entry.head, "StateBody", "named"), rest=country[1])
    return make(parser, i, j, entry, known=entry.known)


def _committee(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    tokens = parser.tokens
    theirs = names.foreign_provinces().longest(tokens, j) if j < tokens.n and tokens.upper[j] and tokens.same_line(j) else None
    if theirs is not None:
        return make(parser, i, theirs[0], Entry(entry.head, abroad.CLASS, "named"), rest=theirs[1])
    free = entry.head not in ("Tỉnh ủy", "Tỉnh đoàn")  # every province is known
    place = places.place(tokens, j, free=free) if tokens.n > j and tokens.same_line(j) else None
    if place is not None and place.name:
        return make(parser, i, place.end, entry, **territory(place))
    return make(parser, i, j, entry)


def _authority(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    tokens = parser.tokens
    if j < tokens.n and tokens.lower[j] in _GENERIC and tokens.same_line(j):
        return None
    if entry.cls in ("FrontOrganisation", "MassOrganisation") and j + 1 < tokens.n:
        if tokens.lower[j] == "việt" and tokens.lower[j + 1] == "nam":
            j += 2
    place = places.place(tokens, j, bare=True) if j < tokens.n and tokens.same_line(j) else None
    if place is None and entry.head == "Thanh tra" and j < tokens.n and tokens.upper[j]:
        owner = parser.parse(j, embedded=True)  # Thanh tra Bộ Công an, Thanh tra Sở Y tế
        if owner is not None and (owner[1].cls == "Ministry" or owner[1].head in ("Bộ", "Sở")):
            return make(parser, i, owner[0], entry, owner=owner[1])
    if place is None and entry.cls == "NationalAssemblyDelegation" and tokens.lower[j : j + 1] == ["khóa"]:
        place = places.place(tokens, j + 2, bare=True)  # Đoàn đại biểu Quốc hội khóa XIV tỉnh X
    if place is not None:
        return make(parser, i, place.end, entry, **territory(place))
    return make(parser, i, j, entry)


def _organ(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    tokens = parser.tokens
    if j >= tokens.n or not tokens.same_line(j):
        return make(parser, i, j, entry)
    if entry.head in _OF_STAFF and tokens.lower[j : j + 2] == ["cơ", "quan"] and j + 2 < tokens.n and tokens.upper[j + 2]:
        owner = _owner(parser, j + 2) if tokens.same_line(j + 2) else None
        return make(parser, i, owner[0], entry, rest="Cơ quan", owner=owner[1]) if owner is not None else None
    if tokens.lower[j] in _GENERIC and not blocs.organs(tokens, j):
        return None
    owner = _owner(parser, j)
    if owner is not None:
        return make(parser, i, owner[0], entry, owner=owner[1])
    if entry.cls == "PartyCell" and tokens.words[j].isdigit():
        return make(parser, i, j + 1, entry, rest=tokens.words[j])
    place = places.place(tokens, j, bare=True)
    if place is not None:
        return make(parser, i, place.end, entry, **territory(place))
    if entry.cls == "AdvisoryAgency":  # Văn phòng alone is any office
        return None
    return make(parser, i, j, entry)


def _owner(parser: Parser, j: int) -> Result:
    """The body, bloc or group of agencies that an organ belongs to."""
    tokens = parser.tokens
    bloc = blocs.begins(tokens, j)
    if bloc is not None:
        return blocs.bloc(parser, j, bloc)
    owner = abroad.party(tokens, j) or parser.parse(j, embedded=True)
    if owner is None or owner[1].frame == "delegation":
        return None
    end, body = owner
    if body.frame == "authority" and body.bare and end + 1 < tokens.n and tokens.words[end] == ",":
        second = parser.parse(end + 1, embedded=True)  # Văn phòng HĐND, UBND tỉnh X: one office of two
        if second is not None and second[1].frame == "authority" and second[1].place:
            body.unit, body.place, body.level = second[1].unit, second[1].place, second[1].level
            return second[0], body
    return owner


@lru_cache(maxsize=1)
def _sectors() -> dict[str, Trie[str]]:
    tries: dict[str, Trie[str]] = {}
    for sector in known.sectors():
        for head in sector.heads:
            trie = tries.setdefault(head, Trie())
            for name in (sector.name, *sector.aliases):
                trie.add(name, sector.name)
    return tries


def sector_name(tokens: Tokens, j: int, head: str) -> tuple[int, str] | None:
    """(end token, sector) of the longest sector name at token j that the head takes (``Nội vụ`` after Bộ)."""
    trie = _sectors().get(head)
    if trie is None or j >= tokens.n or not tokens.same_line(j) or not tokens.upper[j]:
        return None
    return trie.longest(tokens, j)


def _sector(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    tokens = parser.tokens
    trie = _sectors().get(entry.head)
    match = trie.longest(tokens, j) if trie is not None and j < tokens.n and tokens.same_line(j) else None
    if match is None and entry.head == "Phòng" and j < tokens.n and tokens.upper[j]:
        return _named(parser, i, j, entry)  # Phòng Cảnh sát giao thông
    if match is None or not (tokens.upper[j] or not tokens.upper[i] or (entry.head in _SECTORS_LOW and match[0] - j > 1)):
        if entry.head == "Phòng" and not tokens.upper[i] and (section := _section(parser, i, j, entry)) is not None:
            return section
        return abroad.commission(parser, i) if entry.head == "Ban" and j < tokens.n and tokens.upper[j] else None
    end, sector = match
    country = names.countries().longest(tokens, end) if entry.head == "Bộ" and end < tokens.n else None
    if country is not None and tokens.upper[end]:
        return make(parser, i, country[0], Entry(f"Bộ {sector}", "StateBody", "named"), rest=country[1])
    if end < tokens.n and tokens.same_line(end):
        place = places.place(tokens, end, bare=True)
        if place is not None:
            return make(parser, i, place.end, entry, rest=sector, **territory(place))
        owner = parser.parse(end, embedded=True)
        if owner is not None and owner[1].cls in _HAVE_SECTORS:
            return make(parser, i, owner[0], entry, rest=sector, owner=owner[1])
    return make(parser, i, end, entry, rest=sector)


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


def _numbered(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    tokens = parser.tokens
    if j < tokens.n and tokens.lower[j] == "số":
        j += 1
    if j < tokens.n and re.fullmatch(r"\d{1,4}[A-Z]?|[IVX]+", tokens.words[j]) and tokens.same_line(j):
        return make(parser, i, j + 1, entry, rest=tokens.words[j])
    return None


def _named(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    start = j + 2 if parser.tokens.lower[j : j + 2] in KINDS else j  # bệnh viện đa khoa huyện X
    plain = entry.cls == "Enterprise" or (entry.cls == "PressBody" and not parser.tokens.upper[i])
    end = names.name_run(parser.tokens, start, plain=plain)
    if end == start and entry.head in _OFFICES_LOW and parser.tokens.upper[i]:
        end = names.low_run(parser.tokens, start)
    inner = _inner_owner(parser, j, end)
    if inner is not None:
        rest = " ".join(parser.tokens.span(j, inner[0]).split())
        return make(parser, i, inner[1][0], entry, rest=rest, owner=inner[1][1])
    if end == j or (entry.head == "Trường" and end == j + 1 and parser.tokens.upper[j]):
        return None  # Trường Sơn: a name, no school
    if entry.cls == "Enterprise" and _LEGAL_FORM.fullmatch(parser.tokens.span(j, end)):
        return None  # Công ty TNHH: the form alone
    place = places.place(parser.tokens, end) if end < parser.tokens.n and parser.tokens.same_line(end) else None
    if place is not None and place.unit and place.name and entry.cls in ("StateBody", "School", "Court"):
        end = place.end  # Bệnh viện Đa khoa huyện Thường Xuân
    elif j < start == end:
        return None  # bệnh viện đa khoa: of which place?
    rest = " ".join(parser.tokens.span(j, end).split())
    return make(parser, i, end, entry, rest=rest[:1].upper() + rest[1:] if entry.head in _OFFICES_LOW else rest)


def _inner_owner(parser: Parser, j: int, end: int) -> tuple[int, tuple[int, BodyFound]] | None:
    """(token, body) where a name runs into that of the body it belongs to (``Phòng Lý luận Ban Tuyên giáo Tỉnh ủy``)."""
    for k in range(j + 1, end):
        if parser.tokens.upper[k]:
            found = parser.parse(k)
            if found is not None and found[0] > end and found[1].frame in ("sector", "organ", "committee", "authority"):
                return k, found
    return None


def _party(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    """A foreign party that no table knows: capitals, then its country (``Đảng Xã hội chủ nghĩa Venezuela``)."""
    tokens = parser.tokens
    if j >= tokens.n or not tokens.upper[j]:
        return None
    for k in range(j + 1, min(j + _PARTY, tokens.n)):
        if not tokens.same_line(k) or not tokens.words[k - 1].isalpha() or not (tokens.upper[k - 1] or _in_pair(tokens, k - 1)):
            return None
        country = names.countries().longest(tokens, k) if tokens.upper[k] else None
        if country is not None:
            return make(parser, i, country[0], entry, rest=" ".join(tokens.span(j, country[0]).split()))
    return None


def _in_pair(tokens: Tokens, k: int) -> bool:
    """Whether a syllable in small letters belongs to a word usual in names."""
    return any(tuple(tokens.lower[a : a + 2]) in names.name_pairs() for a in (k - 1, k))


def _chamber(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    """A chamber of a foreign parliament, with or without its country (``Hạ viện Malaysia``)."""
    country = names.countries().longest(parser.tokens, j) if j < parser.tokens.n else None
    if country is not None and parser.tokens.upper[j]:
        return make(parser, i, country[0], entry, rest=country[1])
    return make(parser, i, j, entry)


def _delegation(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    tokens = parser.tokens
    if j + 1 < tokens.n and tokens.lower[j] == "số" and tokens.words[j + 1].isdigit():
        return make(parser, i, j + 2, entry, rest=f"số {tokens.words[j + 1]}")
    k = j + 1 if j < tokens.n and tokens.lower[j] == "của" else j
    owner = parser.parse(k, embedded=True) if k < tokens.n and tokens.same_line(k) else None
    if owner is not None:
        return make(parser, i, owner[0], entry, owner=owner[1])
    place = places.place(tokens, k) if k > j else None
    if place is not None and place.name:
        return make(parser, i, place.end, entry, **territory(place))
    return None


def _steering(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    """``Ban Chỉ đạo [của X] [Trung ương] về …``: the subject runs to the end of its clause."""
    stop = tasks.end(parser.tokens, j)
    if stop is not None and 0 < stop - j <= 45:
        return make(parser, i, stop, entry, rest=" ".join(parser.tokens.span(j, stop).split()))
    return make(parser, i, j, entry) if entry.cls == "SteeringCommittee" and entry.frame == "steering" else None


def stands_alone(tokens: Tokens, i: int, end: int, found: BodyFound) -> bool:
    """Whether a parsed name is one specific body as it stands in the text (and not a place, a street, a group)."""
    before = tokens.lower[i - 1] if i else ""
    if before in ("các", "những", "từng", "mọi", "mỗi", "nhiều", "một số"):
        return False
    after = tokens.lower[end] if end < tokens.n else ""
    if found.frame == "steering" and not found.rest and (before == "lập" or after in ("các", "cấp", "ở")):
        return False  # thành lập Ban Chỉ đạo: whichever it will be
    if found.bare and ((found.cls in _NEVER_BARE and not (found.unit and found.frame == "authority")) or not tokens.upper[i]):
        return False
    if found.frame == "board":
        return False
    return not (before in ("đường", "phố", "nhà", "số") and found.known)


_NEVER_BARE = frozenset({
    "PoliceBody", "StateBody", "Body", "MassOrganisation", "PartyCell", "PressBody", "School", "Enterprise",
    "Court", "Procuracy", "ArmedForcesBody",
})  # fmt: skip

def _board(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    """The jury or the organisers of one event: the head is the whole name, its event as printed."""
    if entry.head.startswith("Ban Tổ chức "):
        entry = Entry(f"Ban Tổ chức {parser.tokens.span(i + 3, j)}", entry.cls, entry.frame)
    return make(parser, i, j, entry)


_FRAMES: dict[str, Callable[[Parser, int, int, Entry], Result]] = {
    "known": _known,
    "board": _board,
    "committee": _committee,
    "authority": _authority,
    "organ": _organ,
    "sector": _sector,
    "numbered": _numbered,
    "named": _named,
    "chamber": _chamber,
    "delegation": _delegation,
    "party": _party,
    "steering": _steering,
}
