"""Which body a name means: short forms are completed from the article, other spellings folded into one label.

Rules of domain notes 4.3: a short form takes what the last fuller name of its kind had; items of a coordinated
list share the tail (``HĐND, UBND tỉnh X``); ``Ban Chấp hành Đảng bộ tỉnh X`` is ``Tỉnh ủy X``. What the article
leaves open stays a thing of this article alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.extractors.grammar.bodies.frames import OF_STAFF
from vankien.extractors.grammar.shapes import BodyFound
from vankien.extractors.linking.bodies import places
from vankien.extractors.linking.bodies.aliases import alias
from vankien.extractors.linking.bodies.former import in_former_posts
from vankien.extractors.linking.bodies.meaning import Meaning, registered, spelled_out
from vankien.extractors.linking.bodies.short import ShortForms, kind_of
from vankien.extractors.linking.bodies.tails import share_posts, share_tails
from vankien.extractors.linking.bodies.units import COMMITTEES
from vankien.extractors.reading import Reading
from vankien.ontology import iri

_NATIONAL = re.compile(r"Việt Nam|Trung ương|[Qq]uốc gia|Nhà nước|Hồ Chí Minh|Quốc hội|Chính phủ")
_PLACE = re.compile(r"^(?:tỉnh|thành phố|TP\.?)\s?")
# Signs of a contest or prize, whose organisers the press calls Ban Tổ chức too.
_CONTEST = re.compile(
    r"[Bb]an (?:[Gg]iám khảo|[Tt]ổ chức (?:[Cc]uộc thi|[Gg]iải|[Hh]ội thi|[Ll]iên hoan|[Hh]ội diễn))|tác phẩm (?:dự thi|đạt giải|dự giải)"
)


_COMMUNES = frozenset({"xã", "phường", "thị trấn", "đặc khu"})


class BodyLinker:
    """Walks the body names of one article in text order, remembering the last of each kind."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.home = places.home(reading)
        self.units = places.units(reading.article.published[:10])
        self.last: dict[str, Meaning] = {}
        self.last_end: dict[str, int] = {}
        self._aside = in_former_posts(reading)
        self.province, self._past = "", ""
        self.province_end = -1  # where the words ended that named the province last
        self.shorts = ShortForms(self)
        bodies = [b for b in reading.bodies if isinstance(b, BodyFound)]
        self.bodies = bodies
        share_tails(reading, bodies, self.units)
        share_posts(reading, self.units)
        self.first = self._firsts(bodies)

    def run(self) -> None:
        """Give every body find its entity."""
        for find in self.bodies:
            meaning = self.meaning(find)
            find.entities = (iri.body(meaning.label, meaning.scope),)
            if not find.hidden or find.attributes.get("fused"):
                self.reading.entity(find.entities[0], "Body", meaning.cls, meaning.label)

    def _firsts(self, bodies: list[BodyFound]) -> dict[str, BodyFound]:
        """The first complete name of each kind: what a short form in a headline or lead points forward to."""
        firsts: dict[str, BodyFound] = {}
        for body in bodies:
            node: BodyFound | None = body
            while node is not None:
                if not node.bare:
                    firsts.setdefault(kind_of(node), node)
                node = node.owner
        return firsts

    def meaning(self, node: BodyFound) -> Meaning:
        """What a name means here; it is remembered, unless it stands in a post that somebody has left."""
        result = self.understood(node)
        if id(node) in self._aside:
            return self._formerly(node, result)
        kind = kind_of(node)
        if not node.hidden:
            self.last[kind], self.last_end[kind] = result, node.end
        if node.frame == "authority":
            self.last[f"{node.head}|"] = result
        if node.frame == "short":  # Đảng ủy Tập đoàn, known or not: the bare Đảng ủy behind it is no earlier one
            staff = _staff(node.head)
            self.last[staff] = Meaning(staff, node.cls, self.reading.key) if node.hidden else result
            self.last_end[staff] = node.end
        if node.cls == "PartyCommittee":
            self.last["committee"] = result
        if result.province:
            self.province, self.province_end = result.province, node.end
        return result

    def _formerly(self, node: BodyFound, result: Meaning) -> Meaning:
        """A short form in a post of the past: of which province is open where an earlier post of the past names another."""
        if node.place and result.province:
            self._past = result.province
        elif not node.place and node.owner is None and result.province and self._past not in ("", result.province):
            return Meaning(f"{node.head} {node.rest or node.unit}".strip(), node.cls, self.reading.key)
        return result

    def understood(self, node: BodyFound) -> Meaning:
        said = self._said(node)
        return registered(said if node.known else spelled_out(said))

    def _said(self, node: BodyFound) -> Meaning:
        if node.known:
            return Meaning(node.known, node.cls)
        if node.owner is not None:
            return self._owned(node)
        if node.frame == "short":
            return self.shorts.only_agency(node)
        if node.frame in ("organ", "committee", "authority", "bloc") and not (node.place or node.rest):
            return self.shorts.meaning(node)
        if node.frame == "board":
            return Meaning(node.head, node.cls, self.reading.key)
        if node.frame == "steering" and node.bare:
            return self.shorts.steering(node)
        if node.frame == "bloc" and not node.place:
            return Meaning(f"{node.head} {node.rest}", node.cls)
        if node.frame == "named" and not node.place and node.head != "Cục" and (whole := self._with_place(node)) is not None:
            return self.understood(whole)
        if node.frame in ("named", "numbered", "steering", "delegation") and not node.place:
            scope = "" if node.frame == "numbered" or _NATIONAL.search(node.rest) else self.reading.key
            return Meaning(self._fullest(f"{node.head} {node.rest}".strip()), node.cls, scope)
        return self.placed(node)

    def _with_place(self, node: BodyFound) -> BodyFound | None:
        """The one name before it that is this one and the place where it works (Cục X -> Cục X Hà Nội)."""
        label = " ".join(node.label.split())
        longer = [b for b in self.bodies if b.start < node.start and b.label.startswith(node.label + " ") and b.frame in ("named", "known")]
        found = {" ".join(b.label.split()): b for b in longer if _PLACE.sub("", b.label[len(node.label) + 1 :]) in (*self.units, "Việt Nam")}
        return next(iter(found.values())) if len(found) == 1 and label not in found else None

    def _fullest(self, label: str) -> str:
        """The longest name of the article that ends with this one (Tập đoàn X -> Công ty Cổ phần Tập đoàn X)."""
        longer = [b.label for b in self.bodies if b.frame == "named" and b.label.endswith(" " + label)]
        return " ".join(max(longer, key=len).split()) if longer else label

    def _owned(self, node: BodyFound) -> Meaning:
        assert node.owner is not None
        owner = self.meaning(node.owner)
        if node.head == "Ban Chấp hành" and node.owner.head == "Đảng bộ":
            return self.committee_of(owner.label.removeprefix("Đảng bộ "), owner)
        if node.head == "Ban Chấp hành" and owner.cls == "PartyCommittee":
            return owner
        if node.frame == "delegation":
            return replace(owner, label=f"{node.head} của {owner.label}", cls=node.cls, scope=self.reading.key)
        middle = f" {node.rest}" if node.rest else ""
        return replace(owner, label=f"{node.head}{middle} {owner.label}", cls=node.cls)

    def committee_of(self, rest: str, owner: Meaning) -> Meaning:
        """The committee of a party organisation: Tỉnh ủy X for ``Đảng bộ tỉnh X``, else Đảng ủy."""
        for unit, word in COMMITTEES.items():
            if rest.startswith(unit + " "):
                place = rest[len(unit) + 1 :]  # without its unit Hồ Chí Minh is the person
                return replace(owner, label=f"{word} {'Thành phố ' if place == 'Hồ Chí Minh' else ''}{place}", cls="PartyCommittee")
        return replace(owner, label=f"Đảng ủy {rest}", cls="PartyCommittee")

    def placed(self, node: BodyFound) -> Meaning:
        unit, place = node.unit, node.place
        if not place:
            return self._sector_home(node)
        provincial = node.level == "province" and unit in ("", "tỉnh", "thành phố")
        scope, province = "", place if provincial else ""
        if not provincial:
            named = "" if unit in _COMMUNES else places.province_of(place)  # a commune may be called as a far-off district
            home = places.behind(self.reading.text, node.end, self.reading.published.isoformat() if self.reading.published else "") or named or self.province or self.home
            scope = iri.slug(home) if home else self.reading.key
        if node.head == "Ban Chấp hành Đảng bộ":
            unit = unit or self.units.get(place, "")
            return self.committee_of(f"{unit} {place}".strip(), Meaning("", node.cls, scope, province))
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
        if label == "Ban Tổ chức" and _CONTEST.search(self.reading.text):
            return Meaning(label, node.cls, self.reading.key)  # the organisers, not the committee's commission
        committee = self.last.get("committee")
        if node.head == "Ban" and committee is not None and committee.province and not self._central_twin(label):
            return replace(committee, label=f"{label} {committee.label}", cls=node.cls)
        return Meaning(label, node.cls, self.reading.key)

    def _central_twin(self, label: str) -> bool:
        """Whether the article names the central commission of this name too."""
        return any(b.known == f"{label} Trung ương" for b in self.bodies)


def _staff(head: str) -> str:
    """``Đảng ủy`` of ``Đảng ủy Tập đoàn``; a head that is none of an agency's staff as it is."""
    return next((word for word in OF_STAFF if head.startswith(f"{word} ")), head)


def link_bodies(reading: Reading) -> None:
    """Give every body find of the article its entity."""
    BodyLinker(reading).run()
    alias(reading)
