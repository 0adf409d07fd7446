"""The issuing body that the lines of a header name: one name over two lines, a unit under its body, or two bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.extractors.grammar.bodies.find import BodyParser
from vankien.extractors.grammar.posts.parse import PostParser
from vankien.extractors.grammar.shapes import BodyFound
from vankien.extractors.official.cells import Cell
from vankien.extractors.text.tokens import Tokens

_JOINT = re.compile(r"\s*[-–]\s+|\s+[-–]\s*")
_UNITS_OF_CENTRE = re.compile(r"(?:Ban|Văn Phòng|Ủy Ban Kiểm Tra)\b")
_UNION = re.compile(
    r"\A(?:(?:BCH|Ban Chấp Hành)\s+)?Đoàn\s+(?:(?:TNCS|Thanh Niên Cộng Sản) Hồ Chí Minh\s+)?(?P<unit>Tỉnh|Thành|Huyện|"
    r"Quận|Thị)(?:\s+(?:Phố|Xã))?\s+"
)
"""``BCH Đoàn tỉnh X``: the committee of the Youth Union of a province is called Tỉnh đoàn X."""

_FRONT = re.compile(r"\A(?:MTTQ|Mặt Trận Tổ Quốc)\s+(?:Việt Nam\s+)?(?=(?:Tỉnh|Thành Phố|Huyện|Quận|Thị Xã|Xã|Phường)\b)")
"""The Front of a province signs as a committee, whose first word its header may leave out."""

_AUTHORITY = re.compile(r"\A(?:UBND|Ủy Ban Nhân Dân)\s+")
_DEPARTMENT = re.compile(r"(?:Sở|Phòng|Thanh Tra|Văn Phòng)\b")
_OPEN_UNIT = re.compile(r"\b(?:Tỉnh|Thành Phố|Huyện|Quận|Thị Xã)\Z")
_ORGANISATION = re.compile(r"\AĐảng Bộ (?P<all>(?:(?:Tỉnh|Thành Phố|Huyện|Quận|Thị Xã|Xã|Phường|Thị Trấn)\s+)?(?P<place>.+))")
_COMMITTEE_WORDS = frozenset({"Tỉnh Ủy", "Thành Ủy", "Huyện Ủy", "Quận Ủy", "Thị Ủy"})
_COMMITTEE_OF = re.compile(r"\A(?:Tỉnh Ủy|Thành Ủy|Huyện Ủy|Quận Ủy|Thị Ủy)\s+(.+)")
_CENTRE = "Ban Chấp hành Trung ương Đảng"


@dataclass(slots=True)
class Named:
    """A body and the cells whose words name it."""

    body: BodyFound
    cells: list[Cell]


def issuing(cells: list[Cell]) -> tuple[list[Named], list[Named]]:
    """(issuers, bodies above them) of the lines of a header.

    >>> from vankien.extractors.official.cells import cells_of
    >>> above = "TỈNH ỦY PHÚ THỌ", "BAN TỔ CHỨC"
    >>> [[(" ".join(c.text for c in n.cells), n.body.label) for n in side] for side in issuing(cells_of("\\n".join(above)))]
    [[('BAN TỔ CHỨC', 'Ban Tổ Chức Tỉnh Ủy Phú Thọ')], [('TỈNH ỦY PHÚ THỌ', 'Tỉnh Ủy Phú Thọ')]]
    """
    texts = [_FRONT.sub("Ủy ban MTTQ Việt Nam ", _small(c.text)) for c in cells]
    joint = _joint(cells)
    if joint:
        return joint, []
    for first in range(len(cells) - 1):  # one name over several lines, the longest first
        body, before = whole(" ".join(texts[first:])), whole(" ".join(texts[first:-1]))
        two = before is not None and not before.bare and whole(texts[-1]) is not None  # one above the other
        if body is not None and not body.bare and (body.known or not two):
            return [Named(body, cells[first:])], _above(cells[:first])
    for above in dict.fromkeys((" ".join(texts[:-1]), *texts[-2:-1])):
        if (unit := _unit(texts[-1], above)) is not None:
            return [Named(unit, cells[-1:])], _above(cells[:-1])
    body = (whole(texts[-1]) or _office(texts[-1]) or _named_freely(texts[-1])) if cells else None
    return ([Named(body, cells[-1:])] if body else []), _above(cells[:-1])


def _office(phrase: str) -> BodyFound | None:
    """The body of an office-holder who issues by the office (``Thủ tướng Chính phủ``), as a citation of the press would have it."""
    tokens = Tokens(phrase)
    found = PostParser(tokens, BodyParser(tokens)).parse(0) if tokens.n else None
    return found[1].body if found is not None and found[0] == tokens.n else None


def whole(phrase: str) -> BodyFound | None:
    """The body that a phrase names from its first to its last word."""
    tokens = Tokens(_FRONT.sub("Ủy ban MTTQ Việt Nam ", _UNION.sub(r"\g<unit> Đoàn ", phrase)))
    found = BodyParser(tokens).parse(0) if tokens.n else None
    return found[1] if found is not None and found[0] == tokens.n else None


def _small(text: str) -> str:
    """Words in capitals with one capital each, as names are written in running text."""
    return " ".join(w if w.isupper() and len(w) > 1 and _abbreviation(w) else w[:1].upper() + w[1:].lower() for w in text.strip(" -*.").split())


def _abbreviation(word: str) -> bool:
    return word.strip(".,") in {"UBND", "HĐND", "MTTQ", "UBKT", "BCH", "BTV", "LĐLĐ", "TNCS", "TW", "TP", "LHPN", "CCB", "BCĐ"}


def _above(cells: list[Cell]) -> list[Named]:
    """The bodies above the issuer, each on its line or over all of them."""
    if not cells:
        return []
    joined = whole(" ".join(_small(c.text) for c in cells))
    if joined is not None:
        return [Named(joined, cells)]
    return [Named(body, [c]) for c in cells if (body := whole(_small(c.text))) is not None]


def _unit(unit: str, above: str) -> BodyFound | None:
    """A unit with the body it belongs to: ``Ban Tổ chức`` under ``Tỉnh ủy X``."""
    body = whole(above)
    if body is not None and body.cls == "PeoplesCommittee":  # a department is called by the province
        above = _AUTHORITY.sub("", above)
        return whole(f"{unit} {above}") if _DEPARTMENT.match(unit) else None
    if _OPEN_UNIT.search(unit) and (where := _COMMITTEE_OF.match(above)):
        return whole(f"{unit} {where[1]}")
    if where := _ORGANISATION.match(above):  # ĐẢNG BỘ TỈNH X / TỈNH ỦY
        place = where["all"] if unit == "Đảng Ủy" else where["place"] if unit in _COMMITTEE_WORDS else ""
        if place:
            return whole(f"{unit} {place}")
    alone = whole(unit)
    if alone is not None and not alone.bare and alone.frame != "sector":
        return None
    if body is not None and body.known == _CENTRE and _UNITS_OF_CENTRE.match(unit):
        return whole(f"{unit} Trung ương") or whole(f"{unit} Trung ương Đảng")
    return whole(f"{unit} {above}") or whole(f"{_sentence(unit)} {above}")


def _sentence(words: str) -> str:
    """A name of a task with small letters behind its head: ``Ban Chỉ đạo phòng, chống tham nhũng``."""
    head = re.match(r"Ban Chỉ Đạo|Tiểu Ban|Tổ Công Tác", words)
    return f"{head.group()}{words[head.end():].lower()}" if head else words


def _joint(cells: list[Cell]) -> list[Named]:
    """The bodies of a joint paper: ``BỘ NỘI VỤ - BỘ TÀI CHÍNH``, on one line or on several."""
    text = " ".join(c.text for c in cells)
    parts = [p for p in _JOINT.split(text) if p.strip()]
    bodies = [whole(_small(p)) for p in parts]
    if len(parts) < 2 or not all(bodies):
        return []
    return [Named(b, [c for c in cells if p in c.text] or cells) for b, p in zip(bodies, parts, strict=True) if b is not None]


def _named_freely(phrase: str) -> BodyFound | None:
    """A body whose own name the grammar does not know (``Chi bộ Khu 5``): its head, and the rest as its name."""
    tokens = Tokens(phrase)
    found = BodyParser(tokens).parse(0) if tokens.n else None
    if found is None or found[1].known or not found[1].bare:
        return None
    body = found[1]
    body.rest, body.end, body.label = tokens.span(found[0], tokens.n), len(phrase), phrase
    return body

