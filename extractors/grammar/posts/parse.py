"""Posts: a role and the body it is in (``Bí thư Tỉnh ủy Phú Thọ``), by the grammar of domain notes 5.1.

``[nguyên|cựu|quyền] ROLE [Thường trực …] BODY``; words for former and acting are no part of the name,
nor is the term (``khóa XIII``, ``nhiệm kỳ …``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vankien.extractors.grammar.bodies import abroad, names, places
from vankien.extractors.grammar.bodies.find import BodyParser
from vankien.extractors.grammar.bodies.offices import sector_name
from vankien.extractors.grammar.lexicon import Trie, rows
from vankien.extractors.grammar.posts.bodies import (
    ENVOYS,
    abbreviated,
    central,
    envoy,
    foreign_state,
    fused,
    headed,
    short,
)
from vankien.extractors.grammar.shapes import BodyFound, PostFound
from vankien.extractors.text.tokens import Tokens

_MODIFIERS = (("thường", "trực"), ("chuyên", "trách"), ("phụ", "trách"))
_FORMER = frozenset({"nguyên", "cựu", "cố"})
_THEN = frozenset({"khi đó", "lúc đó", "bấy giờ", "đương thời", "không còn"})
_COMPOUND = frozenset({"ngoại", "bộ", "thứ", "hiệu", "viện"})
_HEAD_WORDS = {"văn": "Văn phòng", "công": "Công an", "thanh": "Thanh tra"}
_NEED_BODY = frozenset({"fused", "named", "secretariat", "deputy", "abroad"})
_GROUP = frozenset({"các", "những", "một", "số", "nhiều", "từng", "mỗi", "mọi", "là", "chức", "danh"})


@dataclass(frozen=True, slots=True)
class Role:
    """One row of ``gazetteer/post_heads.tsv``."""

    name: str
    complement: str
    kind: str


@lru_cache(maxsize=1)
def roles() -> Trie[Role]:
    """All roles by their words."""
    trie: Trie[Role] = Trie()
    for row in rows("post_heads.tsv"):
        trie.add(row["role"], Role(row["canonical"], row["complement"], row["kind"]))
    return trie


class PostParser:
    """Recognises the post that begins at a token."""

    def __init__(self, tokens: Tokens, bodies: BodyParser) -> None:
        self.tokens = tokens
        self.bodies = bodies

    def parse(self, i: int) -> tuple[int, PostFound] | None:
        """(end token, find) of the post at token i; a bare role has no body yet."""
        if i and self.tokens.lower[i - 1] in ("đoàn", "tổ") and self.tokens.lower[i] in ("đại", "đbqh"):
            return None  # Đoàn đại biểu Quốc hội, tổ ĐBQH
        if i and self.tokens.lower[i - 1] in _COMPOUND and self.tokens.lower[i] == "trưởng":
            return None  # the second syllable of Ngoại trưởng, Bộ trưởng
        if self.tokens.lower[i] == "tỉnh" and self.tokens.words[i + 1 : i + 2] == ["Trưởng"]:
            return None  # … của tỉnh Trưởng ban …: a lost line break
        bare = None
        for end, role in reversed(roles().matches(self.tokens, i)):
            result = self._complete(i, end, role)
            if result is not None and (result[1].body is not None or role.complement in ("self", "government", "assistant")):
                return result
            bare = bare or result
        return bare

    def _complete(self, i: int, j: int, role: Role) -> tuple[int, PostFound] | None:
        tokens = self.tokens
        name = role.name
        if role.complement != "fused":
            if tokens.lower[j : j + 3] == ["không", "chuyên", "trách"]:
                name, j = f"{name} không chuyên trách", j + 3
            for first, second in _MODIFIERS:
                if j + 1 < tokens.n and tokens.lower[j] == first and tokens.lower[j + 1] == second:
                    if first == "thường" and self._secretariat(j + 2):
                        break
                    name, j = f"{name} {first.capitalize() if first == 'thường' else first} {second}", j + 2
                    break
        if role.name in ENVOYS and (end := envoy(tokens, j)):
            found = self._found(i, end, role, " ".join(tokens.span(i, end).split()), None)
            found.attributes |= {"complement": "self", "kind": "state", "envoy": True}  # both States are in its name
            return end, found
        end, body = self._body(i, j, role)
        if end == 0 or (role.complement in _NEED_BODY and body is None):
            return None
        if role.complement == "fused" and body is not None:
            name = f"{name} {_HEAD_WORDS.get(tokens.lower[j], tokens.lower[j])}"
            if tokens.lower[j + 1 : j + 3] == ["thường", "trực"]:
                name += " Thường trực"
        return end, self._found(i, end, role, name, body)

    def _found(self, i: int, end: int, role: Role, name: str, body: BodyFound | None) -> PostFound:
        tokens = self.tokens
        found = PostFound(tokens.start[i], tokens.end[end - 1], "Post", "Post", tokens.span(i, end), role=name, body=body)
        found.weak = role.kind == "member"
        found.attributes["kind"], found.attributes["complement"] = role.kind, role.complement
        k = i - 2 if tokens.lower[max(i - 2, 0) : i] == ["q", "."] else i - 1
        while k >= 0 and tokens.lower[k] in ("quyền", "q", "q.", "tân"):
            if tokens.lower[k] == "tân":
                found.attributes["new"] = True
            else:
                found.acting = True
            k -= 1
        found.former = k >= 0 and (tokens.lower[k] in _FORMER or _once(tokens, k))
        if found.former and tokens.lower[k] in ("là", "làm"):
            found.attributes["then"] = True
            found.attributes["ended"] = tokens.lower[max(k - 2, 0) : k] == ["không", "còn"]
        found.group = k >= 0 and tokens.lower[k] in ("các", "số", "những", "nhiều", "mỗi", "từng")
        if k >= 2 and tokens.lower[k - 1 : k + 1] == ["đồng", "chí"] and tokens.lower[k - 2] in ("các", "số", "những"):
            found.group = True
        if body is not None:
            found.parts.append(body)
        return found

    def _secretariat(self, j: int) -> bool:
        return self.tokens.lower[j : j + 3] in (["ban", "bí", "thư"],)

    def _body(self, i: int, j: int, role: Role) -> tuple[int, BodyFound | None]:
        """(end token, body): end 0 when the role cannot stand here."""
        tokens = self.tokens
        country = names.state(tokens, j) if j < tokens.n and tokens.same_line(j) else None
        if country is not None and role.complement in ("self", "government", "body", "named", "abroad"):
            return country[0], foreign_state(tokens, j, country[0], country[1])
        if role.complement.startswith("in "):  # ĐBQH: the abbreviation names the body too
            return j, fused(tokens, i, j, role.complement.removeprefix("in "))
        if role.complement == "self":
            party = self._secretary_of(j) if role.name == "Tổng Bí thư" else None
            return party if party is not None else (j, None)
        if role.complement == "fused":
            return self._fused(j)
        if role.complement == "assistant":  # Trợ lý Tổng Bí thư: the post that is assisted is part of the name
            assisted = self.parse(j) if j < tokens.n and tokens.same_line(j) else None
            return (assisted[0], assisted[1].body) if assisted is not None else (0, None)
        if role.complement == "committee":  # Tỉnh ủy viên: the committee is the role's first two syllables
            head = tokens.span(i, i + 2).capitalize()
            frame = "organ" if head == "Đảng ủy" else "committee"
            return j, BodyFound(
                tokens.start[i], tokens.end[i + 1], "Body", "PartyCommittee", tokens.span(i, i + 2), head=head, frame=frame
            )
        if role.complement == "government" and j < tokens.n and tokens.lower[j] == "chính" and not tokens.same_line(j):
            return j, None
        if j >= tokens.n or not tokens.same_line(j):
            return j, None
        if role.complement == "secretariat" and not self._secretariat(j):
            return 0, None
        if role.complement == "deputy" and tokens.lower[j] not in ("quốc", "hđnd", "hội", "qh"):
            return 0, None
        if role.complement == "ministry":
            sector = sector_name(tokens, j, "Bộ")
            if sector is not None:
                end, name = sector
                land = names.countries().longest(tokens, end) if end < tokens.n and tokens.same_line(end) else None
                if land is not None and tokens.upper[end]:  # Bộ trưởng Quốc phòng Mỹ
                    return land[0], foreign_state(tokens, j, land[0], f"{name} {land[1]}")
                return end, BodyFound(
                    tokens.start[j], tokens.end[end - 1], "Body", "Ministry", tokens.span(j, end),
                    head="Bộ", frame="sector", known=name if name.startswith("Bộ ") else "", rest=name,
                )  # fmt: skip
        found = central(tokens, j) or abbreviated(tokens, j) or self.bodies.parse(j, embedded=True)
        if found is not None:
            return found
        rest = headed(tokens, j, role.name) or short(tokens, j)
        if rest is not None:
            return rest
        place = places.place(tokens, j, bare=False)
        if place is not None and place.name and role.complement == "body" and _seats(role, place):
            return place.end, BodyFound(
                tokens.start[j], tokens.end[place.end - 1], "Body", "Territory", place.label, head="", frame="territory",
                unit=place.unit, place=place.name, level=place.level, hidden=True,
            )  # fmt: skip
        return j, None

    def _secretary_of(self, j: int) -> tuple[int, BodyFound] | None:
        """``Tổng Bí thư Ban Chấp hành Trung ương Đảng``, and ``Tổng Bí thư Đảng Cộng sản Cuba``."""
        if j < self.tokens.n and self.tokens.same_line(j):
            found = central(self.tokens, j) or self.bodies.parse(j)
            if found is not None and found[1].cls in ("CentralCommittee", abroad.CLASS):
                return found
        return None

    def _fused(self, j: int) -> tuple[int, BodyFound | None]:
        tokens = self.tokens
        police = tokens.lower[j : j + 2] in (["công", "an"], ["thanh", "tra"])  # Trưởng Công an huyện, Chánh Thanh tra tỉnh
        if j >= tokens.n or not (police or tokens.lower[j] in ("ban", "phòng", "văn", "đoàn", "tiểu", "khoa", "phái")):
            return 0, None
        if tokens.lower[j + 1 : j + 3] == ["thường", "trực"]:  # Phó Trưởng ban Thường trực Ban Tổ chức Trung ương
            j += 3
        found = self.bodies.parse(j, embedded=True)
        return found if found is not None else (0, None)


def _once(tokens: Tokens, k: int) -> bool:
    """``nguyên là …``, ``khi đó là …``, ``không còn là …`` before a post."""
    if tokens.lower[max(k - 2, 0) : k + 1] == ["không", "còn", "làm"]:
        return True
    if k < 1 or tokens.lower[k] != "là":
        return False
    return tokens.lower[k - 1] in _FORMER or " ".join(tokens.lower[max(k - 2, 0) : k]) in _THEN


def _seats(role: Role, place: places.Place) -> bool:
    """A post fused with a territory: Bí thư tỉnh X; without the unit only of a province (Chủ tịch Hà Nội)."""
    return bool(place.unit) or (place.level == "province" and role.name in ("Bí thư", "Phó Bí thư", "Chủ tịch", "Phó Chủ tịch"))
