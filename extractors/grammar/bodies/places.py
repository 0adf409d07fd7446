"""Territories inside names: a unit word with or without a name, or a name of the registries.

``tỉnh Phú Thọ``, ``TP. Vinh``, ``phường 5``, ``quận 9``, ``Cà Mau``. A name that no registry
knows is taken as a run of capitalised syllables after a unit word only.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vankien.extractors.grammar.lexicon import Trie, words
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import known

# Unit words as written -> the unit. Q., P. are newspaper abbreviations of quận (urban district), phường (ward).
UNITS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "tp.": "thành phố", "t.p": "thành phố",
    "huyện": "huyện", "quận": "quận", "q.": "quận", "q": "quận", "thị xã": "thị xã", "tx": "thị xã",
    "tx.": "thị xã", "phường": "phường", "p.": "phường", "xã": "xã", "thị trấn": "thị trấn",
    "đặc khu": "đặc khu", "thủ đô": "thành phố", "liên tỉnh": "liên tỉnh", "khu phố": "khu phố",
    "thôn": "thôn", "ấp": "ấp", "liên khu": "liên khu",
}  # fmt: skip
_BEAR_PERSONS = frozenset({"xã", "phường", "thị trấn"})  # units that may be named after a person; every district is known
# Words that open a sentence: alone behind "TP." or "xã" they are nobody's name.
_OPENERS = frozenset(
    "về tại theo trong trước sau ngày sáng chiều tối khi từ đến ông bà đồng các những trên nhưng tuy hiện đây việc để ngoài bên cùng nếu do vì"
    " mới với qua ở và là có cũng đã sẽ ảnh".split()
)
# What a body does or issues, in capitals behind its unit (ĐẢNG ỦY XÃ QUYẾT ĐỊNH): no name of a territory.
_RULING = frozenset(
    "quyết định|quyết nghị|nghị quyết|kết luận|chỉ thị|thông báo|thông tri|hướng dẫn|quy định|quy chế|báo cáo|tờ trình|công văn"
    "|chương trình|kế hoạch|đề án|giấy mời|ban hành|đề nghị|yêu cầu|kính gửi|nơi nhận|chứng nhận|phê duyệt|công bố".split("|")
)
BARE_UNITS = frozenset({"tỉnh", "thành phố", "huyện", "quận", "thị xã", "phường", "xã", "thị trấn", "đặc khu"})


@dataclass(frozen=True, slots=True)
class Place:
    """A territory as a name writes it: unit (may be empty), canonical name (may be empty), end token.

    ``level`` is "province", "district" or "" (a name no registry knows).
    """

    unit: str
    name: str
    level: str
    end: int

    @property
    def label(self) -> str:
        """Unit and name in normal form."""
        return f"{self.unit} {self.name}".strip()


@lru_cache(maxsize=1)
def gazetteer() -> Trie[tuple[str, str, str]]:
    """(canonical name, unit, level) of provinces of all periods and of districts before July 2025."""
    trie: Trie[tuple[str, str, str]] = Trie()
    seen: set[tuple[str, str]] = set()
    for province in known.provinces():
        for alias in (province.name, *province.aliases):
            if ("province", alias) not in seen:
                seen.add(("province", alias))
                trie.add(alias, (province.name, province.unit, "province"))
    trie.add("HCM", ("Hồ Chí Minh", "thành phố", "province"))  # after a unit word: TP HCM, TP. HCM
    for district in known.districts():
        if ("district", district.name) not in seen and len(district.name.split()) > 1:
            seen.add(("district", district.name))
            trie.add(district.name, (district.name, district.unit, "district"))
    return trie


def place_name(tokens: Tokens, i: int) -> tuple[str, str, str, int] | None:
    """(name, unit, level, end token) of the longest known place that begins at token i with a capital."""
    if i >= tokens.n or not tokens.upper[i]:
        return None
    best = None
    for end, (name, unit, level) in gazetteer().matches(tokens, i):
        if all(tokens.upper[k] or not tokens.words[k][0].isalpha() for k in range(i, end)) and (
            best is None or end > best[3] or level == "province"
        ):
            best = (name, unit, level, end)
    return best


def unit_word(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """(unit, end token) when a unit word begins at token i."""
    if i + 1 < tokens.n and f"{tokens.lower[i]} {tokens.lower[i + 1]}" in UNITS:
        return UNITS[f"{tokens.lower[i]} {tokens.lower[i + 1]}"], i + 2
    if i + 1 < tokens.n and tokens.lower[i + 1] in ("ủy", "đoàn", "hội"):
        return None  # Tỉnh ủy, Tỉnh đoàn: a committee, not the province
    if i < tokens.n and tokens.lower[i] in UNITS:
        if tokens.lower[i] in ("q", "p") and not (i + 1 < tokens.n and tokens.words[i + 1].isdigit()):
            return None
        return UNITS[tokens.lower[i]], i + 1
    return None


def _run(tokens: Tokens, i: int, limit: int = 4) -> int:
    """End of a run of capitalised syllables that can be the name of a territory; a person's name is none."""
    j = i
    while j < tokens.n and j - i < limit and tokens.upper[j] and tokens.words[j].isalpha() and tokens.same_line(j) and not _rules(tokens, j):
        j += 1
        if j < tokens.n and tokens.words[j] == "-" and j + 1 < tokens.n and tokens.upper[j + 1]:
            j += 1
    while j > i and tokens.words[j - 1] == "-":
        j -= 1
    if j == i + 1 and tokens.lower[i] in _OPENERS:
        return i  # Chủ tịch UBND TP. Về việc này …
    # names of territories have two syllables, seldom three
    return next((k for k in (i + 2, i + 3) if _begins_person(tokens, k)), j) if j - i == limit == 4 else j


def _rules(tokens: Tokens, j: int) -> bool:
    """Whether the word at token j tells what a body does or issues."""
    return " ".join(tokens.lower[j : j + 2]) in _RULING


def _begins_person(tokens: Tokens, i: int) -> bool:
    """``Huyện ủy Thanh Lâm Quách Công Tuệ``: a family name and at least two more syllables after a place's."""
    end = i
    while end < min(tokens.n, i + 6) and tokens.upper[end] and tokens.words[end].isalpha() and tokens.same_line(end):
        end += 1
    return looks_like_person(tokens, i, end) and end - i <= 5


def looks_like_person(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the run i..j is more likely a person's name: a family name and two or more syllables after it."""
    return j - i >= 3 and tokens.lower[i] in words("surnames.tsv")


def _surely_person(tokens: Tokens, i: int, j: int) -> bool:
    """``Chủ tịch UBND xã Lê Thị Hoa``: with Thị or Văn in the middle, and no unit bears the name (gazetteer unit_names)."""
    return tokens.lower[i + 1] in ("thị", "văn") and " ".join(tokens.lower[i:j]) not in words("unit_names.tsv")


def place(tokens: Tokens, i: int, bare: bool = False, free: bool = False) -> Place | None:
    """The territory that begins at token i.

    ``bare`` allows a unit word alone (``UBND tỉnh``), ``free`` a capitalised run no registry knows without
    a unit word (``Huyện ủy Ba Bể``).
    """
    if i >= tokens.n:
        return None
    unit = unit_word(tokens, i)
    if unit is not None:
        return _with_unit(tokens, unit[0], unit[1], bare)
    named = place_name(tokens, i)
    # Hồ Chí Minh without its unit is the person
    if named is not None and tokens.lower[i : i + 3] != ["hồ", "chí", "minh"] and tokens.words[i] != "HCM":
        end = _run(tokens, i)
        if named[2] == "district" and looks_like_person(tokens, i, end) and end > named[3]:
            return None
        return Place("", named[0], named[2], named[3])
    if free and tokens.same_line(i) and (end := _run(tokens, i)) > i and not looks_like_person(tokens, i, end):
        return Place("", tokens.span(i, end), "", end)
    return None


def _with_unit(tokens: Tokens, unit: str, i: int, bare: bool) -> Place | None:
    if i < tokens.n and tokens.words[i] in ("thành",) and unit == "thành phố":
        return None
    if unit in ("quận", "phường") and i < tokens.n and tokens.words[i].isdigit():
        return Place(unit, tokens.words[i].lstrip("0") or "0", "", i + 1)
    named = place_name(tokens, i) if unit != "liên tỉnh" else None
    if named is not None:
        name, _, level, end = named
        run_end = _run(tokens, i)
        if unit in ("tỉnh", "thành phố", "huyện", "quận", "thị xã") or run_end == end:
            return Place(unit, name, level if unit in ("tỉnh", "thành phố") or level == "district" else "", end)
    end = _run(tokens, i, 16 if unit == "liên tỉnh" else 4)
    if end > i and tokens.same_line(i):
        if looks_like_person(tokens, i, end) and (unit not in _BEAR_PERSONS or _surely_person(tokens, i, end)):
            return Place(unit, "", "", i) if bare else None
        return Place(unit, tokens.span(i, end), "", end)
    return Place(unit, "", "", i) if bare and unit in BARE_UNITS else None
