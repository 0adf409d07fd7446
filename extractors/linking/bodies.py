"""Which body a name means: short forms are completed from the article, other spellings folded into one label.

Rules of domain notes 4.3: a short form takes what the last fuller name of its kind had; items of a coordinated
list share the tail (``HĐND, UBND tỉnh X``); ``Ban Chấp hành Đảng bộ tỉnh X`` is ``Tỉnh ủy X``. What the article
leaves open stays a thing of this article alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from vankien.extractors.grammar.shapes import BodyFound, PostFound
from vankien.extractors.linking import places
from vankien.extractors.reading import Reading
from vankien.ontology import iri, known

_LIST_GAP = re.compile(r"\s*(?:,|và|&|,\s*và)\s*")
_POST_GAP = re.compile(r"\s*(?:,|và|kiêm|đồng thời là|,\s*và)\s*(?:nguyên|cựu|quyền)?\s*")
_COMMITTEE = {
    "tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy",
}  # fmt: skip
_OF_COMMITTEE = {v: k for k, v in _COMMITTEE.items()}
_NATIONAL = re.compile(r"Việt Nam|Trung ương|[Qq]uốc gia|Nhà nước|Hồ Chí Minh|Quốc hội|Chính phủ")
_OPEN_NAMED = frozenset({"School", "Enterprise", "StateBody", "Body", "PressBody", "MassOrganisation", "ArmedForcesBody"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """A body as the article lets one know it: label, class, and the scope within which the label identifies it
    ("" everywhere, else a province's slug or the article's key)."""

    label: str
    cls: str
    scope: str = ""
    province: str = ""


class BodyLinker:
    """Walks the body names of one article in text order, remembering the last of each kind."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.home = places.home(reading)
        self.units = places.units(reading.article.published[:10])
        self.last: dict[str, Meaning] = {}
        self.province = ""
        bodies = [b for b in reading.bodies if isinstance(b, BodyFound)]
        self.bodies = bodies
        self._share_tails(bodies)
        self._share_posts()
        self._first = self._firsts(bodies)

    def run(self) -> None:
        """Give every body find its entity."""
        for find in self.bodies:
            meaning = self.meaning(find)
            find.entities = (iri.body(meaning.label, meaning.scope),)
            if not find.hidden:
                self.reading.entity(find.entities[0], "Body", meaning.cls, meaning.label)

    def _share_tails(self, bodies: list[BodyFound]) -> None:
        """Copy the tail of a coordinated list's last item to the items before it that lack one."""
        text = self.reading.text
        for left, right in reversed(list(zip(bodies, bodies[1:], strict=False))):
            if not left.bare or left.frame in ("bloc", "known") or right.known and right.cls != "StandingBoard":
                continue
            if not _LIST_GAP.fullmatch(text[left.end : right.start]) or right.start < left.end:
                continue
            if right.owner is not None and left.frame == "organ" and left.owner is None and not left.unit:
                twin = right.owner if right.owner.head == left.head else None  # Đảng ủy, Ban Thường vụ Đảng ủy X
                left.owner = twin.owner if twin is not None else right.owner
                if twin is not None:
                    left.unit, left.place, left.level = twin.unit, twin.place, twin.level
            elif (right.place or right.unit) and left.owner is None and not left.place:
                same = right.frame == left.frame == "authority" or left.frame in ("committee", "organ")
                if same and (not left.unit or left.unit == right.unit) and _fits(left, right, self.units):
                    left.unit, left.place, left.level = right.unit or left.unit, right.place, right.level
            elif right.frame == "committee" and left.frame == "organ" and left.owner is None:
                left.owner = right

    def _share_posts(self) -> None:
        """``Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh X``: the last post of a list carries the place for all (domain notes 5.1)."""
        posts = [p for p in self.reading.posts if isinstance(p, PostFound) and p.body is not None]
        for left, right in reversed(list(zip(posts, posts[1:], strict=False))):
            if not _POST_GAP.fullmatch(self.reading.text[left.end : right.start]):
                continue
            one, other = left.body, right.body
            if one is not None and other is not None and one.head in _INNER and one.owner is None and not one.unit:
                _house(one, other)
                continue
            if one is None or other is None or one.frame != "committee" or one.place:
                continue
            other = other.innermost()
            if other.place and _fits(one, other, self.units):
                one.unit, one.place, one.level = "", other.place, other.level

    def _firsts(self, bodies: list[BodyFound]) -> dict[str, BodyFound]:
        """The first complete name of each kind: what a short form in a headline or lead points forward to."""
        firsts: dict[str, BodyFound] = {}
        for body in bodies:
            node: BodyFound | None = body
            while node is not None:
                if not node.bare:
                    firsts.setdefault(self._kind(node), node)
                node = node.owner
        return firsts

    @staticmethod
    def _kind(node: BodyFound) -> str:
        if node.frame == "bloc":
            return "bloc"
        return f"{node.head}|{node.unit}" if node.frame == "authority" else node.head

    def meaning(self, node: BodyFound) -> Meaning:
        """What a name means here, and remember it."""
        result = self._meaning(node)
        kind = self._kind(node)
        self.last[kind] = result
        if node.frame == "authority":
            self.last[f"{node.head}|"] = result
        if node.cls in ("PartyCommittee", "CentralCommittee"):
            self.last["committee"] = result
        if result.province:
            self.province = result.province
        return result

    def _meaning(self, node: BodyFound) -> Meaning:
        return _registered(self._understood(node))

    def _understood(self, node: BodyFound) -> Meaning:
        if node.known:
            return Meaning(node.known, node.cls)
        if node.owner is not None:
            return self._owned(node)
        if node.frame in ("organ", "committee", "authority", "bloc") and not (node.place or node.rest):
            return self._short(node)
        if node.frame == "bloc" and not node.place:
            return Meaning(f"{node.head} {node.rest}", node.cls)
        if node.frame in ("named", "numbered", "steering", "delegation") and not node.place:
            scope = "" if node.frame == "numbered" or _NATIONAL.search(node.rest) else self.reading.key
            return Meaning(self._fullest(f"{node.head} {node.rest}".strip()), node.cls, scope)
        return self._placed(node)

    def _fullest(self, label: str) -> str:
        """The longest name of the article that ends with this one (Tập đoàn X -> Công ty Cổ phần Tập đoàn X)."""
        longer = [b.label for b in self.bodies if b.frame == "named" and b.label.endswith(" " + label)]
        return " ".join(max(longer, key=len).split()) if longer else label

    def _owned(self, node: BodyFound) -> Meaning:
        assert node.owner is not None
        owner = self.meaning(node.owner)
        if node.head == "Ban Chấp hành" and node.owner.head == "Đảng bộ":
            return self._committee_of(owner.label.removeprefix("Đảng bộ "), owner)
        if node.head == "Ban Chấp hành" and owner.cls == "PartyCommittee":
            return owner
        if node.frame == "delegation":
            return replace(owner, label=f"{node.head} của {owner.label}", cls=node.cls, scope=self.reading.key)
        middle = f" {node.rest}" if node.rest else ""
        return replace(owner, label=f"{node.head}{middle} {owner.label}", cls=node.cls)

    def _committee_of(self, rest: str, owner: Meaning) -> Meaning:
        """The committee of a party organisation: Tỉnh ủy X for ``Đảng bộ tỉnh X``, else Đảng ủy."""
        for unit, word in _COMMITTEE.items():
            if rest.startswith(unit + " "):
                return replace(owner, label=f"{word} {rest[len(unit) + 1:]}", cls="PartyCommittee")
        return replace(owner, label=f"Đảng ủy {rest}", cls="PartyCommittee")

    def _placed(self, node: BodyFound) -> Meaning:
        unit, place = node.unit, node.place
        if not place:
            return self._sector_home(node)
        provincial = node.level == "province" and unit in ("", "tỉnh", "thành phố")
        scope, province = "", place if provincial else ""
        if not provincial:
            home = self.province or self.home
            scope = iri.slug(home) if home else self.reading.key
        if node.head == "Ban Chấp hành Đảng bộ":
            unit = unit or self.units.get(place, "")
            return self._committee_of(f"{unit} {place}".strip(), Meaning("", node.cls, scope, province))
        if node.frame == "committee":
            return Meaning(f"{node.head} {place}", node.cls, scope, province)
        full = f"{unit or (self.units.get(place, '') if provincial else '')} {place}".strip()
        middle = f" {node.rest}" if node.rest else ""
        return Meaning(f"{node.head}{middle} {full}", node.cls, scope, province)

    def _sector_home(self, node: BodyFound) -> Meaning:
        """``Sở Y tế`` of the province at hand; ``Ban Tuyên giáo`` of the last such commission."""
        label = f"{node.head} {node.rest}".strip()
        province = self.province or self.home
        if node.head == "Sở" and province:
            unit = self.units.get(province, "tỉnh")
            return Meaning(f"{label} {unit} {province}", node.cls, "", province)
        earlier = self.last.get(f"{node.head}|{node.rest}") or self.last.get(node.head)
        if earlier is not None and earlier.label.startswith(label):
            return earlier
        if node.head == "Bộ":
            return Meaning(label, node.cls)
        return Meaning(label, node.cls, self.reading.key)

    def _short(self, node: BodyFound) -> Meaning:
        """A short form: the last of its kind, else the first that follows, else the article's province."""
        if node.head in ("Ban Thường vụ", "Thường trực") and node.unit:
            node = node
        earlier = self.last.get(self._kind(node))
        if earlier is not None:
            return earlier
        if node.head in ("Ban Chấp hành", "Ban Chấp hành Đảng bộ") and "committee" in self.last:
            return self.last["committee"]
        later = self._first.get(self._kind(node))
        if later is not None and later is not node:
            return self._meaning(later)
        by_home = self._from_home(node)
        if by_home is not None:
            return by_home
        if node.frame == "organ" and "committee" in self.last and node.head in ("Ban Thường vụ", "Thường trực", "Đảng bộ"):
            owner = self.last["committee"]
            if node.head != "Đảng bộ":
                return replace(owner, label=f"{node.head} {owner.label}", cls=node.cls)
        return Meaning(f"{node.head} {node.unit}".strip(), node.cls, self.reading.key)

    def _from_home(self, node: BodyFound) -> Meaning | None:
        province = self.province or self.home
        if not province:
            return None
        unit = self.units.get(province, "")
        if node.frame == "committee":
            if _OF_COMMITTEE.get(node.head) != unit:
                return None
            return Meaning(f"{node.head} {province}", node.cls, "", province)
        if node.frame in ("authority", "organ") and node.unit == unit:
            return self._placed(replace_place(node, unit, province))
        return None


@lru_cache(maxsize=1)
def _registry() -> dict[str, tuple[str, str]]:
    """Registered names and aliases in lower case -> name and class."""
    names: dict[str, tuple[str, str]] = {}
    for body in known.bodies():
        for name in (body.name, *body.aliases):
            names.setdefault(name.lower(), (body.name, body.cls))
    return names


def _registered(meaning: Meaning) -> Meaning:
    """The registered spelling and class of a name that was put together (Khối doanh nghiệp -> Khối Doanh nghiệp)."""
    if meaning.scope or meaning.label.lower() not in _registry():
        return meaning
    name, cls = _registry()[meaning.label.lower()]
    return replace(meaning, label=name, cls=cls)


def replace_place(node: BodyFound, unit: str, province: str) -> BodyFound:
    """A copy of a short form with the province filled in."""
    return BodyFound(
        node.start, node.end, "Body", node.cls, node.label, head=node.head, frame=node.frame, rest=node.rest,
        unit=unit, place=province, level="province",
    )  # fmt: skip


# Bare in a series of posts these are the committee of the body that the next post names (domain notes 5.1).
_INNER = frozenset({"Đảng ủy", "Ban cán sự đảng", "Đảng đoàn"})
_BASE = frozenset({"xã", "phường", "thị trấn", "đặc khu"})


def _house(one: BodyFound, other: BodyFound) -> None:
    """``Bí thư Đảng ủy, Chủ tịch UBND tỉnh``: of the UBND; ``…, Chủ tịch HĐND xã X``: of the commune."""
    if other.frame in ("country", "territory") or other.cls in ("PartyCommittee", "StandingBoard", "CentralCommittee"):
        return
    if other.unit in _BASE:
        one.unit, one.place, one.level = other.unit, other.place, other.level
    else:
        one.owner = other


def _fits(left: BodyFound, right: BodyFound, units: dict[str, str]) -> bool:
    """Whether a committee's word suits the territory (Thành ủy and a city, Tỉnh ủy and a province)."""
    wanted = _OF_COMMITTEE.get(left.head)
    unit = right.unit or units.get(right.place, "")
    return wanted is None or wanted == unit


def link_bodies(reading: Reading) -> None:
    """Give every body find of the article its entity."""
    BodyLinker(reading).run()
