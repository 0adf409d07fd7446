"""What may follow the head of a body's name, frame by frame (see ``gazetteer/body_heads.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Callable

from vankien.extractors.grammar.bodies import abroad, blocs, institutions, names, offices, places, tasks
from vankien.extractors.grammar.bodies.build import Result, make, territory
from vankien.extractors.grammar.shapes import BodyFound, Entry, Parser
from vankien.extractors.text.tokens import Tokens

_GENERIC = frozenset({"các", "những", "từng", "mọi", "cấp", "cơ", "trực", "địa"})


OF_STAFF = ("Đảng bộ", "Đảng ủy", "Ban Chấp hành Đảng bộ", "Công đoàn", "Chi bộ")
"""What the staff of an agency has: ``Đảng bộ Cơ quan Liên đoàn Lao động tỉnh``."""

_SHORT_OWNERS = frozenset({"Bộ", "Sở", "Cục", "Trường", "Viện", "Ban"})
"""Agencies it may belong to without their name, which the article gives elsewhere: ``Đảng ủy Bộ``."""

_SHORT_HOUSES = (("tổng", "công", "ty"), ("tập", "đoàn"), ("công", "ty"), ("ngân", "hàng"), ("học", "viện"), ("bệnh", "viện"), ("nhà", "máy"), ("nhà", "trường"))
"""Firms and houses likewise, in small letters too: ``Đảng ủy Tập đoàn`` is not the Đảng ủy named last."""


def complete(parser: Parser, frame: str, i: int, j: int, entry: Entry) -> Result:
    """The whole name whose head is tokens i..j-1, or None when what must follow does not."""
    return _FRAMES[frame](parser, i, j, entry)


def _known(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    """A registered name; a country after it makes it another state's body of the same name."""
    theirs = abroad.organ(parser, i, j, entry)
    if theirs is not None:
        return theirs
    country = names.state(parser.tokens, j) if entry.cls in ("Ministry", "StateBody") else None
    if country is not None:
        return make(parser, i, country[0], Entry(entry.head, "StateBody", "named"), rest=country[1])
    branch = _branch(parser, i, j, entry)
    return branch if branch is not None else make(parser, i, j, entry, known=entry.known)


_WITH_BRANCHES = ("Bảo hiểm ", "Công đoàn ", "Hội ", "Kho bạc ", "Liên hiệp ", "Liên minh ", "Ngân hàng ", "Ủy ban Đoàn kết ", "Ủy ban Trung ương Mặt trận ")
"""How the names of national bodies begin that have one in every province."""


_REGION = re.compile(r"khu vực (?:[IVX]+|\d{1,2})")


def _branch(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    """``Ngân hàng Chính sách xã hội tỉnh (X)``: the branch of a national body in a territory, another body than the whole."""
    tokens = parser.tokens
    region = _REGION.fullmatch(" ".join(tokens.words[j : j + 3])) if j + 2 < tokens.n and entry.known.endswith("Nhà nước") else None
    if region is not None:
        return make(parser, i, j + 3, Entry(entry.known, entry.cls, "numbered"), rest=region.group())
    if not entry.known.startswith(_WITH_BRANCHES) or j >= tokens.n or not tokens.same_line(j) or places.unit_word(tokens, j) is None:
        return None
    place = places.place(tokens, j, bare=True)
    if place is None or place.unit not in ("tỉnh", "thành phố", "huyện", "quận", "thị xã"):
        return None
    head = "Ủy ban MTTQ" if "Mặt trận" in entry.known else entry.known.removesuffix(" Việt Nam")
    return make(parser, i, place.end, Entry(head, entry.cls, "authority"), **territory(place))


def _committee(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    tokens = parser.tokens
    theirs = names.foreign_provinces().longest(tokens, j) if j < tokens.n and tokens.upper[j] and tokens.same_line(j) else None
    if theirs is not None:
        return make(parser, i, theirs[0], Entry(entry.head, abroad.CLASS, "named"), rest=theirs[1])
    free = entry.head not in ("Tỉnh ủy", "Tỉnh đoàn")  # every province is known
    if entry.head in ("Thành ủy", "Thành đoàn") and tokens.lower[j : j + 3] == ["hồ", "chí", "minh"] and tokens.upper[j] and tokens.same_line(j):
        return make(parser, i, j + 3, entry, place="Hồ Chí Minh", level="province")  # no person has a Thành ủy
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
    if place is None and entry.head == "Thanh tra" and j < tokens.n and tokens.words[j] in _SHORT_OWNERS:
        return None  # Thanh tra Bộ: which ministry's, its own words do not say
    if place is None and entry.cls == "NationalAssemblyDelegation" and tokens.lower[j : j + 1] == ["khóa"]:
        place = places.place(tokens, j + 2, bare=True)  # Đoàn đại biểu Quốc hội khóa XIV tỉnh X
    if place is not None:
        return make(parser, i, place.end, entry, **territory(place))
    return make(parser, i, j, entry)


def _organ(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    tokens = parser.tokens
    if j >= tokens.n or not tokens.same_line(j):
        return make(parser, i, j, entry)
    if entry.head in OF_STAFF and tokens.lower[j : j + 2] == ["cơ", "quan"] and j + 2 < tokens.n and tokens.upper[j + 2]:
        owner = _owner(parser, j + 2) if tokens.same_line(j + 2) else None
        return make(parser, i, owner[0], entry, rest="Cơ quan", owner=owner[1]) if owner is not None else None
    if tokens.lower[j] in _GENERIC and not blocs.organs(tokens, j):
        return None
    owner = _owner(parser, j)
    if owner is not None:
        return make(parser, i, owner[0], entry, owner=owner[1])
    if entry.head in OF_STAFF and tokens.words[j] in _SHORT_OWNERS and (j + 1 >= tokens.n or not tokens.upper[j + 1]):
        return make(parser, i, j + 1, Entry(f"{entry.head} {tokens.words[j]}", entry.cls, "short"))  # Đảng ủy Bộ
    house = next((h for h in _SHORT_HOUSES if tuple(tokens.lower[j : j + len(h)]) == h), None) if entry.head in OF_STAFF else None
    if house is not None:
        return _of_house(parser, i, j, j + len(house), entry)
    if entry.cls == "PartyCell" and tokens.words[j].isdigit():
        return make(parser, i, j + 1, entry, rest=tokens.words[j])
    place = places.place(tokens, j, bare=True)
    if place is not None:
        return make(parser, i, place.end, entry, **territory(place))
    if entry.cls == "AdvisoryAgency":  # Văn phòng alone is any office
        return None
    return make(parser, i, j, entry)


def _of_house(parser: Parser, i: int, j: int, end: int, entry: Entry) -> Result:
    """``Đảng ủy Tập đoàn`` where its name ends; None where a name follows that was not understood."""
    tokens = parser.tokens
    closed = end >= tokens.n or not tokens.same_line(end) or names.ruling(tokens, end)
    if not closed and (tokens.upper[end] or tuple(tokens.lower[end : end + 2]) in names.name_pairs()):
        return None
    house = " ".join(tokens.lower[j:end]).capitalize()
    return make(parser, i, end, Entry(f"{entry.head} {house}", entry.cls, "short"))


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


def _numbered(parser: Parser, i: int, j: int, entry: Entry) -> Result:
    tokens = parser.tokens
    if j < tokens.n and tokens.lower[j] == "số":
        j += 1
    if j < tokens.n and re.fullmatch(r"\d{1,4}[A-Z]?|[IVX]+", tokens.words[j]) and tokens.same_line(j):
        return make(parser, i, j + 1, entry, rest=tokens.words[j])
    return None


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
    "sector": offices.sector,
    "numbered": _numbered,
    "named": institutions.named,
    "chamber": abroad.chamber,
    "delegation": _delegation,
    "party": abroad.party_of_country,
    "steering": _steering,
}
