"""What a short form means: the last fuller name of its kind, else the first that follows, else what the article's
province gives (domain notes 4.3). What the article leaves open stays a thing of this article alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vankien.extractors.grammar.bodies.find import BodyParser
from vankien.extractors.grammar.shapes import BodyFound
from vankien.extractors.linking.bodies import places
from vankien.extractors.linking.bodies.meaning import Meaning, organisation
from vankien.extractors.linking.bodies.tails import BASE
from vankien.extractors.linking.bodies.units import COMMITTEES, UNIT_OF_COMMITTEE
from vankien.extractors.text.normal import NormalText
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import iri

if TYPE_CHECKING:
    from vankien.extractors.linking.bodies.link import BodyLinker

_BELOW = frozenset({"huyện", "quận", "thị xã", *BASE})
_BOARDS_OF_FIRMS = frozenset({"Hội đồng quản trị", "Hội đồng thành viên"})
_BREAK = re.compile(r"[.;:\n]")
_NEAR = 300  # code points in which a text still speaks of the unit it named
_LIST = 40  # code points at most between two items of one list of posts


class ShortForms:
    """The short forms of one article, seen from where its linker stands."""

    def __init__(self, linker: BodyLinker) -> None:
        self.linker = linker

    def steering(self, node: BodyFound) -> Meaning:
        """``Ban Chỉ đạo`` alone: the last such committee, else the first that follows; else nobody knows which."""
        later = self.linker.first.get(kind_of(node))
        if kind_of(node) in self.linker.last:
            return self.linker.last[kind_of(node)]
        if later is not None and later is not node:
            return self.linker.understood(later)
        node.hidden = True
        return Meaning(node.head, node.cls, self.linker.reading.key)

    def meaning(self, node: BodyFound) -> Meaning:
        """A short form: the last of its kind, else the first that follows, else what the article's province gives."""
        listed = self._listed(node)
        if listed is not None:
            return listed
        if node.head in _BOARDS_OF_FIRMS:
            return self._only(node)
        earlier = self.linker.last.get(kind_of(node))
        if earlier is not None and (not node.unit or _of_unit(earlier.label, node.unit)) and not self._moved_on(node, earlier):
            return earlier
        if node.head in ("Ban Chấp hành", "Ban Chấp hành Đảng bộ") and "committee" in self.linker.last and not node.unit:
            return self.linker.last["committee"]
        twin = self._twin(node)
        if twin is not None:
            return twin
        by_home = self._from_home(node)
        if by_home is not None:
            return by_home
        later = self.linker.first.get(kind_of(node))
        if later is not None and later is not node and not (node.unit in _BELOW and self._below(node)):
            return self.linker.understood(later)
        below = self._below(node) if node.frame == "authority" and node.unit in _BELOW else None
        if below is not None:
            return below
        if node.frame == "organ" and "committee" in self.linker.last and node.head in ("Ban Thường vụ", "Thường trực"):
            owner = self.linker.last["committee"]
            return replace(owner, label=f"{node.head} {owner.label}", cls=node.cls)
        return Meaning(f"{node.head} {node.unit}".strip(), node.cls, self.linker.reading.key)

    def _listed(self, node: BodyFound) -> Meaning | None:
        """``Bí thư Tỉnh ủy X, Chủ tịch HĐND tỉnh``: items of one list are of one province."""
        linker = self.linker
        if not (0 <= node.start - linker.province_end <= _LIST) or _BREAK.search(linker.reading.text, linker.province_end, node.start):
            return None
        return self._from_home(node)

    def _moved_on(self, node: BodyFound, earlier: Meaning) -> bool:
        """Whether this paragraph has named another province, and the last of the kind stood in one before it."""
        linker, text = self.linker, self.linker.reading.text
        if "" in (earlier.province, linker.province) or earlier.province == linker.province:
            return False
        return text.find("\n", linker.province_end, node.start) < 0 <= text.find("\n", linker.last_end[kind_of(node)], node.start)

    def _only(self, node: BodyFound) -> Meaning:
        """The board of the one firm whose board the article names; of several, nobody knows which."""
        found = {m.label: m for b in self.linker.bodies if b.head == node.head and not b.bare for m in (self.linker.understood(b),)}
        return next(iter(found.values())) if len(found) == 1 else Meaning(node.head, node.cls, self.linker.reading.key)

    def only_agency(self, node: BodyFound) -> Meaning:
        """``Giám đốc Sở``, ``Đảng ủy Bộ``: the one such body that the article names, before it; of several, nobody knows which."""
        others = (b for b in self.linker.bodies if b.frame != "short" and not b.bare)
        agencies = [(b, m) for b in others if (m := self.linker.understood(b)).label.startswith(f"{node.head} ")]
        if any(b.start < node.start for b, _ in agencies) and len({m.label for _, m in agencies}) == 1:
            return agencies[0][1]
        node.hidden, node.attributes["open"] = True, True
        return Meaning(node.head, node.cls, self.linker.reading.key)

    def _below(self, node: BodyFound) -> Meaning | None:
        """``UBND huyện`` after ``Huyện ủy X``; else the only unit of this kind that the article names."""
        word = COMMITTEES.get(node.unit, f"Đảng ủy {node.unit}")
        committee = next((m for m in reversed(list(self.linker.last.values())) if m.label.startswith(f"{word} ")), None)
        only = self._only_unit(node) if committee is None else ""
        place = committee.label.removeprefix(f"{word} ") if committee is not None else only.removeprefix(f"{node.unit} ")
        if not place:
            return None
        placed = self.linker.placed(replace_place(node, node.unit, place, "district"))
        return replace(placed, scope=committee.scope) if committee is not None else placed

    def _only_unit(self, node: BodyFound) -> str:
        """The only unit of this kind in the article, where it is named shortly before."""
        only = places.only_unit(self.linker.reading, node.unit)
        near = self.linker.reading.text[max(0, node.start - _NEAR) : node.start].lower()
        return only if only and only.lower() in near else ""

    def _twin(self, node: BodyFound) -> Meaning | None:
        """Đảng ủy of the Đảng bộ named last (or in the title), and the reverse."""
        if node.unit and (node.head == "Đảng ủy" or (node.head == "Ban Chấp hành Đảng bộ" and node.unit in BASE)):
            return self._unit_committee(node)
        if node.head == "Đảng ủy" and not node.unit:
            whole = self.linker.last.get("Đảng bộ") or self._titled("Đảng bộ")
            return self.linker.committee_of(whole.label.removeprefix("Đảng bộ "), whole) if whole is not None else None
        if node.head == "Đảng bộ" and not node.unit and "committee" in self.linker.last:
            return organisation(self.linker.last["committee"])
        return None

    def _unit_committee(self, node: BodyFound) -> Meaning | None:
        """``Đảng ủy xã`` after the commune's organisation or committee was named."""
        for label in (m.label for m in reversed(list(self.linker.last.values()))):
            found = re.search(rf"\b{node.unit} .+$", label)
            if found is not None:
                scope = iri.slug(self.linker.home or self.linker.province) or self.linker.reading.key
                return Meaning(f"Đảng ủy {found.group()}", "PartyCommittee", scope)
        only = places.only_unit(self.linker.reading, node.unit)
        if only:
            return Meaning(f"Đảng ủy {only}", "PartyCommittee", iri.slug(self.linker.home or self.linker.province) or self.linker.reading.key)
        return None

    def _titled(self, head: str) -> Meaning | None:
        """The body of this kind that the article's title names in full."""
        parser = BodyParser(Tokens(NormalText(self.linker.reading.article.title).text))
        for i in range(parser.tokens.n):
            found = parser.parse(i)
            if found is not None and found[1].head == head and not found[1].bare:
                return self.linker.understood(found[1])
        return None

    def _from_home(self, node: BodyFound) -> Meaning | None:
        province = self.linker.province or self.linker.home
        if not province:
            return None
        unit = self.linker.units.get(province, "")
        if node.frame == "committee":
            if UNIT_OF_COMMITTEE.get(node.head) != unit:
                return None
            full = "Thành phố Hồ Chí Minh" if province == "Hồ Chí Minh" else province
            return Meaning(f"{node.head} {full}", node.cls, "", province)
        if node.frame in ("authority", "organ", "bloc") and node.unit == unit:
            return self.linker.placed(replace_place(node, unit, province))
        return None


def kind_of(node: BodyFound) -> str:
    """What a short form and a fuller name must share: the head, and for organs of a territory its unit."""
    if node.frame == "bloc":
        return "bloc"
    if node.cls == "SteeringCommittee":
        return "Ban Chỉ đạo"  # registered ones too
    return f"{node.head}|{node.unit}" if node.frame == "authority" else node.head


def replace_place(node: BodyFound, unit: str, place: str, level: str = "province") -> BodyFound:
    """A copy of a short form with its territory filled in."""
    return BodyFound(
        node.start, node.end, "Body", node.cls, node.label, head=node.head, frame=node.frame, rest=node.rest,
        unit=unit, place=place, level=level,
    )  # fmt: skip


def _of_unit(label: str, unit: str) -> bool:
    """Whether a body is that of a province, district … and not of a bloc inside it (Đảng bộ Khối các cơ quan tỉnh X)."""
    return f" {unit} " in f" {label} " and " Khối " not in label
