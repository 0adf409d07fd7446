"""Posts: a role and the body it is in (``Bí thư Tỉnh ủy Phú Thọ``), by the grammar of domain notes 5.1.

``[nguyên|cựu|quyền] ROLE [Thường trực …] BODY``; words for former and acting are no part of the name,
nor is the term (``khóa XIII``, ``nhiệm kỳ …``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vankien.extractors.grammar.bodies import names, places
from vankien.extractors.grammar.bodies.find import BodyParser
from vankien.extractors.grammar.bodies.frames import sector_name
from vankien.extractors.grammar.lexicon import Trie, rows, words
from vankien.extractors.grammar.shapes import BodyFound, PostFound
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import known

CENTRAL = "Ban Chấp hành Trung ương Đảng"
_CENTRE_WORDS = frozenset({"T.Ư", "T.Ư.", "T. Ư", "TƯ", "TW", "T.W", "Tw"})
# Trung ương of another organisation, not of the Party.
_OTHER_CENTRE = frozenset({"đoàn", "hội", "mttq", "mặt", "ủy", "liên"})
_MODIFIERS = (("thường", "trực"), ("chuyên", "trách"), ("phụ", "trách"))
_FORMER = frozenset({"nguyên", "cựu", "cố"})
_COMPOUND = frozenset({"ngoại", "bộ", "thứ", "hiệu", "viện"})
_HEAD_WORDS = {"văn": "Văn phòng", "công": "Công an"}
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
        if i and self.tokens.lower[i - 1] == "đoàn" and self.tokens.lower[i] == "đại":
            return None  # Đoàn đại biểu Quốc hội
        if i and self.tokens.lower[i - 1] in _COMPOUND and self.tokens.lower[i] == "trưởng":
            return None  # the second syllable of Ngoại trưởng, Bộ trưởng
        bare = None
        for end, role in reversed(list(roles().matches(self.tokens, i))):
            result = self._complete(i, end, role)
            if result is not None and (result[1].body is not None or role.complement in ("self", "government", "assistant")):
                return result
            bare = bare or result
        return bare

    def _complete(self, i: int, j: int, role: Role) -> tuple[int, PostFound] | None:
        tokens = self.tokens
        name = role.name
        if role.complement != "fused":
            for first, second in _MODIFIERS:
                if j + 1 < tokens.n and tokens.lower[j] == first and tokens.lower[j + 1] == second:
                    if first == "thường" and self._secretariat(j + 2):
                        break
                    name, j = f"{name} {first.capitalize()} {second}", j + 2
                    break
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
        k = i - 1
        while k >= 0 and tokens.lower[k] in ("quyền", "q", "q.", "tân"):
            if tokens.lower[k] == "tân":
                found.attributes["new"] = True
            else:
                found.acting = True
            k -= 1
        found.former = k >= 0 and tokens.lower[k] in _FORMER
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
        country = names.countries().longest(tokens, j) if j < tokens.n and tokens.same_line(j) else None
        if country is not None and tokens.upper[j] and role.complement in ("self", "government", "body", "named", "abroad"):
            return country[0], _foreign(tokens, j, country[0], country[1])
        if role.complement == "self":
            central = self._central(j)
            return (central[0], central[1]) if central and role.name == "Tổng Bí thư" else (j, None)
        if role.complement == "fused":
            return self._fused(j)
        if role.complement == "assistant":  # Trợ lý Tổng Bí thư: the post that is assisted is part of the name
            assisted = self.parse(j) if j < tokens.n and tokens.same_line(j) else None
            return (assisted[0], None) if assisted is not None else (0, None)
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
        if role.complement == "deputy" and tokens.lower[j] not in ("quốc", "hđnd", "hội"):
            return 0, None
        if role.complement == "ministry":
            sector = sector_name(tokens, j, "Bộ")
            if sector is not None:
                end, name = sector
                land = names.countries().longest(tokens, end) if end < tokens.n and tokens.same_line(end) else None
                if land is not None and tokens.upper[end]:  # Bộ trưởng Quốc phòng Mỹ
                    return land[0], _foreign(tokens, j, land[0], f"{name} {land[1]}")
                return end, BodyFound(
                    tokens.start[j], tokens.end[end - 1], "Body", "Ministry", tokens.span(j, end),
                    head="Bộ", frame="sector", known=name if name.startswith("Bộ ") else "", rest=name,
                )  # fmt: skip
        found = self._central(j) or self._abbreviated(j) or self.bodies.parse(j, embedded=True)
        if found is not None:
            return found
        headed = self._headed(j, role)
        if headed is not None:
            return headed
        place = places.place(tokens, j, bare=False)
        if place is not None and place.name and role.complement == "body" and _seats(role, place):
            return place.end, BodyFound(
                tokens.start[j], tokens.end[place.end - 1], "Body", "Territory", place.label, head="", frame="territory",
                unit=place.unit, place=place.name, level=place.level, hidden=True,
            )  # fmt: skip
        return j, None

    def _headed(self, j: int, role: Role) -> tuple[int, BodyFound] | None:
        """``Cục trưởng Cảnh sát điều tra …``: the name of the Cục without its head, which is in the role."""
        head = role.name.removeprefix("Phó ").rpartition(" ")[0]
        if not role.name.endswith("trưởng") or head not in ("Cục", "Vụ", "Viện", "Chi cục", "Tổng cục"):
            return None
        tokens = self.tokens
        end = names.name_run(tokens, j) if j < tokens.n and tokens.upper[j] else j
        if end < j + 2 or tokens.lower[j] in words("surnames.tsv"):
            return None
        rest = " ".join(tokens.span(j, end).split())
        return end, BodyFound(
            tokens.start[j], tokens.end[end - 1], "Body", "StateBody", rest, head=head, frame="named", rest=rest
        )

    def _abbreviated(self, j: int) -> tuple[int, BodyFound] | None:
        tokens = self.tokens
        name = _abbreviations().get(tokens.words[j])
        if name is None:
            return None
        found = BodyFound(
            tokens.start[j], tokens.end[j], "Body", _class_of(name), tokens.words[j], head=name, frame="known", known=name
        )
        return j + 1, found

    def _fused(self, j: int) -> tuple[int, BodyFound | None]:
        tokens = self.tokens
        police = tokens.lower[j : j + 2] == ["công", "an"]  # Trưởng Công an huyện
        if j >= tokens.n or not (police or tokens.lower[j] in ("ban", "phòng", "văn", "đoàn", "tiểu", "khoa", "phái")):
            return 0, None
        if tokens.lower[j + 1 : j + 3] == ["thường", "trực"]:  # Phó Trưởng ban Thường trực Ban Tổ chức Trung ương
            j += 3
        found = self.bodies.parse(j, embedded=True)
        return found if found is not None else (0, None)

    def _central(self, j: int) -> tuple[int, BodyFound] | None:
        """``Trung ương (Đảng)``, ``T.Ư Đảng``, ``TW``: the Central Committee, unless another organisation's centre."""
        tokens = self.tokens
        if j >= tokens.n:
            return None
        if tokens.lower[j : j + 2] == ["trung", "ương"]:
            k = j + 2
        elif tokens.words[j] in _CENTRE_WORDS:
            k = j + 1
        else:
            return None
        if k < tokens.n and tokens.lower[k] in _OTHER_CENTRE:
            return None
        if k < tokens.n and tokens.lower[k] == "đảng":
            if k + 1 < tokens.n and tokens.words[k + 1] in ("Nhân", "Cộng") and tokens.same_line(k + 1):
                return None
            k += 1
        found = BodyFound(
            tokens.start[j], tokens.end[k - 1], "Body", "CentralCommittee", tokens.span(j, k),
            head=CENTRAL, frame="known", known=CENTRAL,
        )  # fmt: skip
        return k, found


def _seats(role: Role, place: places.Place) -> bool:
    """A post fused with a territory: Bí thư tỉnh X; without the unit only of a province (Chủ tịch Hà Nội)."""
    return bool(place.unit) or (place.level == "province" and role.name in ("Bí thư", "Phó Bí thư", "Chủ tịch", "Phó Chủ tịch"))


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return {row["word"]: row["body"] for row in rows("body_abbreviations.tsv")}


@lru_cache(maxsize=None)
def _class_of(name: str) -> str:
    return next((body.cls for body in known.bodies() if body.name == name), "Body")


def _foreign(tokens: Tokens, i: int, j: int, country: str) -> BodyFound:
    """The state whose office this is (``Thủ tướng Lào``); no mention of its own."""
    return BodyFound(
        tokens.start[i], tokens.end[j - 1], "Body", "StateBody", country, head=country, frame="country", rest=country,
        hidden=True,
    )  # fmt: skip
