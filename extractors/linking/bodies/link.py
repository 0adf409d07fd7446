"""Which body a name means: short forms are completed from the article, other spellings folded into one label.

Rules of domain notes 4.3: a short form takes what the last fuller name of its kind had; items of a coordinated
list share the tail (``HĐND, UBND tỉnh X``); ``Ban Chấp hành Đảng bộ tỉnh X`` is ``Tỉnh ủy X``. What the article
leaves open stays a thing of this article alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.extractors.grammar.bodies.find import BodyParser
from vankien.extractors.grammar.shapes import BodyFound
from vankien.extractors.linking.bodies import places
from vankien.extractors.linking.bodies.former import in_former_posts
from vankien.extractors.linking.bodies.meaning import Meaning, organisation, registered
from vankien.extractors.linking.bodies.tails import BASE, share_posts, share_tails
from vankien.extractors.linking.bodies.units import COMMITTEES, UNIT_OF_COMMITTEE
from vankien.extractors.reading import Reading
from vankien.extractors.text.normal import NormalText
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import iri

_NATIONAL = re.compile(r"Việt Nam|Trung ương|[Qq]uốc gia|Nhà nước|Hồ Chí Minh|Quốc hội|Chính phủ")


class BodyLinker:
    """Walks the body names of one article in text order, remembering the last of each kind."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.home = places.home(reading)
        self.units = places.units(reading.article.published[:10])
        self.last: dict[str, Meaning] = {}
        self._aside = in_former_posts(reading)
        self.province, self._past = "", ""
        bodies = [b for b in reading.bodies if isinstance(b, BodyFound)]
        self.bodies = bodies
        share_tails(reading, bodies, self.units)
        share_posts(reading, self.units)
        self._first = self._firsts(bodies)

    def run(self) -> None:
        """Give every body find its entity."""
        for find in self.bodies:
            meaning = self.meaning(find)
            find.entities = (iri.body(meaning.label, meaning.scope),)
            if not find.hidden:
                self.reading.entity(find.entities[0], "Body", meaning.cls, meaning.label)

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
        """What a name means here; it is remembered, unless it stands in a post that somebody has left."""
        result = self._meaning(node)
        if id(node) in self._aside:
            return self._formerly(node, result)
        kind = self._kind(node)
        if not node.hidden:
            self.last[kind] = result
        if node.frame == "authority":
            self.last[f"{node.head}|"] = result
        if node.cls == "PartyCommittee":
            self.last["committee"] = result
        if result.province:
            self.province = result.province
        return result

    def _formerly(self, node: BodyFound, result: Meaning) -> Meaning:
        """A short form in a post of the past: of which province is open where an earlier post of the past names another."""
        if node.place and result.province:
            self._past = result.province
        elif not node.place and node.owner is None and result.province and self._past not in ("", result.province):
            return Meaning(f"{node.head} {node.rest or node.unit}".strip(), node.cls, self.reading.key)
        return result

    def _meaning(self, node: BodyFound) -> Meaning:
        return registered(self._understood(node))

    def _understood(self, node: BodyFound) -> Meaning:
        if node.known:
            return Meaning(node.known, node.cls)
        if node.owner is not None:
            return self._owned(node)
        if node.frame in ("organ", "committee", "authority", "bloc") and not (node.place or node.rest):
            return self._short(node)
        if node.frame == "steering" and node.bare:
            return self._steering(node)
        if node.frame == "bloc" and not node.place:
            return Meaning(f"{node.head} {node.rest}", node.cls)
        if node.frame in ("named", "numbered", "steering", "delegation") and not node.place:
            scope = "" if node.frame == "numbered" or _NATIONAL.search(node.rest) else self.reading.key
            return Meaning(self._fullest(f"{node.head} {node.rest}".strip()), node.cls, scope)
        return self._placed(node)

    def _steering(self, node: BodyFound) -> Meaning:
        """``Ban Chỉ đạo`` alone: the last such committee, else the first that follows; else nobody knows which."""
        later = self._first.get(node.head)
        if node.head in self.last:
            return self.last[node.head]
        if later is not None and later is not node:
            return self._meaning(later)
        node.hidden = True
        return Meaning(node.head, node.cls, self.reading.key)

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
        for unit, word in COMMITTEES.items():
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
            home = places.province_of(place) or self.province or self.home
            scope = iri.slug(home) if home else self.reading.key
        if node.head == "Ban Chấp hành Đảng bộ":
            unit = unit or self.units.get(place, "")
            return self._committee_of(f"{unit} {place}".strip(), Meaning("", node.cls, scope, province))
        if node.frame == "committee":
            full = "Thành phố Hồ Chí Minh" if place == "Hồ Chí Minh" else place  # without its unit it is the person
            return Meaning(f"{node.head} {full}", node.cls, scope, province)
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
        committee = self.last.get("committee")
        if node.head == "Ban" and committee is not None and committee.province and not self._central_twin(label):
            return replace(committee, label=f"{label} {committee.label}", cls=node.cls)
        return Meaning(label, node.cls, self.reading.key)

    def _central_twin(self, label: str) -> bool:
        """Whether the article names the central commission of this name too."""
        return any(b.known == f"{label} Trung ương" for b in self.bodies)

    def _short(self, node: BodyFound) -> Meaning:
        """A short form: the last of its kind, else the first that follows, else what the article's province gives."""
        earlier = self.last.get(self._kind(node))
        if earlier is not None and (not node.unit or _of_unit(earlier.label, node.unit)):
            return earlier
        if node.head in ("Ban Chấp hành", "Ban Chấp hành Đảng bộ") and "committee" in self.last and not node.unit:
            return self.last["committee"]
        twin = self._twin(node)
        if twin is not None:
            return twin
        by_home = self._from_home(node)
        if by_home is not None:
            return by_home
        later = self._first.get(self._kind(node))
        if later is not None and later is not node:
            return self._meaning(later)
        if node.frame == "organ" and "committee" in self.last and node.head in ("Ban Thường vụ", "Thường trực"):
            owner = self.last["committee"]
            return replace(owner, label=f"{node.head} {owner.label}", cls=node.cls)
        return Meaning(f"{node.head} {node.unit}".strip(), node.cls, self.reading.key)

    def _twin(self, node: BodyFound) -> Meaning | None:
        """Đảng ủy of the Đảng bộ named last (or in the title), and the reverse."""
        if node.unit and (node.head == "Đảng ủy" or (node.head == "Ban Chấp hành Đảng bộ" and node.unit in BASE)):
            return self._unit_committee(node)
        if node.head == "Đảng ủy" and not node.unit:
            whole = self.last.get("Đảng bộ") or self._titled("Đảng bộ")
            return self._committee_of(whole.label.removeprefix("Đảng bộ "), whole) if whole is not None else None
        if node.head == "Đảng bộ" and not node.unit and "committee" in self.last:
            return organisation(self.last["committee"])
        return None

    def _unit_committee(self, node: BodyFound) -> Meaning | None:
        """``Đảng ủy xã`` after the commune's organisation or committee was named."""
        for label in (m.label for m in reversed(list(self.last.values()))):
            found = re.search(rf"\b{node.unit} .+$", label)
            if found is not None:
                scope = iri.slug(self.home or self.province) or self.reading.key
                return Meaning(f"Đảng ủy {found.group()}", "PartyCommittee", scope)
        only = places.only_unit(self.reading, node.unit)
        if only:
            return Meaning(f"Đảng ủy {only}", "PartyCommittee", iri.slug(self.home or self.province) or self.reading.key)
        return None

    def _titled(self, head: str) -> Meaning | None:
        """The body of this kind that the article's title names in full."""
        parser = BodyParser(Tokens(NormalText(self.reading.article.title).text))
        for i in range(parser.tokens.n):
            found = parser.parse(i)
            if found is not None and found[1].head == head and not found[1].bare:
                return self._meaning(found[1])
        return None

    def _from_home(self, node: BodyFound) -> Meaning | None:
        province = self.province or self.home
        if not province:
            return None
        unit = self.units.get(province, "")
        if node.frame == "committee":
            if UNIT_OF_COMMITTEE.get(node.head) != unit:
                return None
            return Meaning(f"{node.head} {province}", node.cls, "", province)
        if node.frame in ("authority", "organ", "bloc") and node.unit == unit:
            return self._placed(replace_place(node, unit, province))
        return None


def replace_place(node: BodyFound, unit: str, province: str) -> BodyFound:
    """A copy of a short form with the province filled in."""
    return BodyFound(
        node.start, node.end, "Body", node.cls, node.label, head=node.head, frame=node.frame, rest=node.rest,
        unit=unit, place=province, level="province",
    )  # fmt: skip


def _of_unit(label: str, unit: str) -> bool:
    """Whether a body is that of a province, district … and not of a bloc inside it (Đảng bộ Khối các cơ quan tỉnh X)."""
    return f" {unit} " in f" {label} " and " Khối " not in label


def link_bodies(reading: Reading) -> None:
    """Give every body find of the article its entity."""
    BodyLinker(reading).run()
