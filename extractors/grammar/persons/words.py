"""What a run of capitalised syllables says of itself: titles before it, where a name ends, what is no name at all."""

from __future__ import annotations

from functools import lru_cache

from vankien.extractors.grammar.bodies.find import lexicon
from vankien.extractors.grammar.bodies.names import countries
from vankien.extractors.grammar.bodies.places import UNITS, place_name
from vankien.extractors.grammar.lexicon import Trie, rows, words
from vankien.extractors.grammar.posts.parse import roles
from vankien.extractors.text.tokens import Tokens, is_syllable

LONGEST = 5  # syllables of a Vietnamese name with a double family name and a double middle name
SHORT_BY = frozenset({"ông", "bà", "anh", "chị", "đồng chí", "đ/c", "cụ", "cố", "thầy"})
# A capitalised family name after these is a street, a school or a prize, not a person.
NOT_AFTER = frozenset({
    "đường", "phố", "trường", "giải", "quỹ", "cầu", "chợ", "núi", "sông", "hồ", "đảo", "bệnh viện", "cảng", "vịnh", "đèo",
    "công viên", "bảo tàng", "khách sạn", "đại lộ", "quảng trường", "rạp", "chùa", "đền", "sân", "nhà máy", "thpt", "thcs",
})  # fmt: skip
# tư tưởng, phong cách, tấm gương … Hồ Chí Minh; chủ nghĩa Mác: a doctrine, not the person.
_DOCTRINE = frozenset({"chương", "hiệu", "thưởng", "tưởng", "cách", "nghĩa", "gương", "giải", "cộng", "huân", "huy", "học"})



@lru_cache(maxsize=1)
def historic() -> Trie[str]:
    """Persons of history by every form of their name."""
    trie: Trie[str] = Trie()
    for row in rows("known_persons.tsv"):
        for alias in (row["name"], *row["aliases"].split("|")):
            trie.add(alias, row["name"])
    return trie


def title_before(tokens: Tokens, i: int) -> str:
    """The title whose words end right before token i ("" for none): the honorific itself, or its kind."""
    colon = i >= 4 and tokens.words[i - 1] == ":" and tokens.lower[i - 4] in ("các", "hai", "ba", "bốn", "những")
    last = i - 1 if colon else i  # các đồng chí: A, B
    if last < 1 or tokens.lower[last - 1] not in _title_ends() or not tokens.same_line(i):
        return ""
    for length in (3, 2, 1):
        k = last - length
        if k < 0:
            continue
        phrase = " ".join(tokens.lower[k:last])
        if phrase in titles() and (phrase != "cố" or k == 0 or tokens.lower[k - 1] != "sự"):  # sự cố: an accident
            return phrase if phrase in SHORT_BY else titles()[phrase]
    return ""


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    return {" ".join(Tokens(row["word"]).lower): row["kind"] for row in rows("person_titles.tsv")}


@lru_cache(maxsize=1)
def _title_ends() -> frozenset[str]:
    return frozenset(title.rpartition(" ")[2] for title in titles())


def name_end(tokens: Tokens, i: int, blocked: bytearray) -> int:
    """End of the run of name syllables from token i."""
    j = i
    while j < tokens.n and j - i < LONGEST + 1 and not blocked[j] and tokens.upper[j] and (j == i or tokens.same_line(j)):
        word = tokens.words[j]
        if j > i and tokens.words[i].isupper() and len(tokens.words[i]) > 1 and not word.isupper():
            break  # LÊ PHI Việc: the name is in capitals, the next sentence is not
        if j >= i + 2 and word in ("Ông", "Bà"):
            break  # … Trần Văn A Ông A cho biết: a lost full stop
        if j >= i + 3 and len(word) == 1 and _initials(tokens, j):
            break  # Phạm Sỹ Quý P.V: the reporter's initials
        if not word[0].isalpha() or "&" in word or (j > i and (_other_begins(tokens, j) or _next_sentence(tokens, j))):
            break
        j += 1
        if j < tokens.n and tokens.words[j] == "-" and tokens.start[j] == tokens.end[j - 1] and j + 1 < tokens.n:
            if tokens.start[j + 1] == tokens.end[j]:  # Xi-xu-lít: a foreign name in syllables
                j += 2
                while j + 1 < tokens.n and tokens.words[j] == "-" and tokens.start[j + 1] == tokens.end[j]:
                    j += 2
    return min(j, i + LONGEST)


def _initials(tokens: Tokens, j: int) -> bool:
    """Whether a letter is followed by a full stop and another letter without a blank between."""
    return tokens.words[j + 1 : j + 2] == ["."] and j + 2 < tokens.n and tokens.start[j + 2] == tokens.end[j] + 1 and len(tokens.words[j + 2]) == 1


def _next_sentence(tokens: Tokens, j: int) -> bool:
    """Whether a word that opens a sentence stands where a line break was lost; a lower-case word or a digit follows it."""
    if tokens.lower[j] not in words("name_stops.tsv"):
        return False
    after = tokens.words[j + 1] if j + 1 < tokens.n else ""
    return after[:1].islower() or after[:1].isdigit() or after[:1] == ":" or tokens.lower[j] in ("ảnh", "ngày")


def _other_begins(tokens: Tokens, j: int) -> bool:
    """Whether a post or a registered body begins at token j (``… Thể Ủy viên``)."""
    for end, role in roles().matches(tokens, j):
        if role.complement != "fused" and (end - j > 1 or tokens.words[j] == "UVBCT"):
            return True
    return any(end - j > 1 for end, _ in lexicon().matches(tokens, j))


def historic_here(tokens: Tokens, i: int, end: int, title: str) -> bool:
    """A short historic form (``Bác``, ``Mác``) must stand alone with its capital; full names always count."""
    if end < tokens.n and tokens.upper[end] and tokens.words[end].isalpha() and tokens.same_line(end) and end - i < 3:
        return tokens.words[i : i + 2] == ["Bác", "Hồ"]
    if not all(tokens.upper[k] or tokens.words[k - 1] == "-" for k in range(i, end) if tokens.words[k].isalpha()):
        return False
    before = tokens.lower[i - 1] if i else ""
    if before in NOT_AFTER or before in UNITS or before in _DOCTRINE:
        return False
    if before == "-" or (end < tokens.n and tokens.words[end] == "-" and tokens.upper[min(end + 1, tokens.n - 1)]):
        return False  # Mác - Lênin: a doctrine
    return end - i > 1 or tokens.words[i] != "Bác" or (bool(before) and before not in ".:\"'")


def names_one(tokens: Tokens, i: int) -> bool:
    return tokens.words[i].isalpha() and place_name(tokens, i) is None and len(tokens.words[i]) > 1


def country(tokens: Tokens, i: int) -> bool:
    """Whether a foreign state is named here (``Mỹ James Mattis``): a state is nobody's name."""
    found = countries().longest(tokens, i)
    return found is not None and tokens.lower[i] not in _usual_names()


def alien(word: str) -> bool:
    """Whether a capitalised word cannot be Vietnamese (``Macron``): no syllable, no acronym."""
    return word.isascii() and word.isalpha() and len(word) > 3 and not word.isupper() and not is_syllable(word)


def foreign_name(name: str) -> bool:
    """Whether a name begins with no family name of Vietnam, or bears no mark and a word that is no syllable (Kim Jong Un).

    A given name alone must be foreign itself.
    """
    first, *rest = name.split()
    if name.lower() in words("foreign_leaders.tsv"):
        return True
    if not rest:
        return alien(first)
    return first.lower() not in words("surnames.tsv") or (name.isascii() and any(map(alien, rest)))


def from_abroad(tokens: Tokens, i: int, end: int) -> bool:
    """Two to four words of which one cannot be Vietnamese, and no head of a body."""
    if not tokens.words[i].isascii():
        return False  # Điện Kremlin
    return 2 <= end - i <= 4 and any(alien(w) for w in tokens.words[i:end]) and foreign(tokens, i, end) and not head(tokens, i)


_STEMS = frozenset("giáp ất bính đinh mậu kỷ canh tân nhâm quý".split())
_BRANCHES = frozenset("tý sửu dần mão thìn tỵ ngọ mùi thân dậu tuất hợi".split())


_NEVER_FIRST = frozenset({"đảng", "khu", "cung", "cụm", "trạm", "xí", "vườn"})
"""First syllables of places and works that stand behind a post (``Giám đốc Khu Công nghệ phần mềm``)."""


_PLACES = frozenset({"hồ gươm", "hồ tây", "hồ tràm"})
"""Lakes whose first syllable is a family name too."""


def not_a_name(tokens: Tokens, i: int) -> bool:
    """A year of the calendar (``Xuân Đinh Dậu``), a street of an address (``số nhà 36B Lý …``), a rank, ``Anh Hùng Lao động``."""
    lower = tokens.lower
    after = lower[i + 1] if i + 1 < tokens.n else ""
    if lower[i] in _STEMS and after in _BRANCHES:
        return not (i + 2 < tokens.n and tokens.upper[i + 2] and tokens.same_line(i + 2))
    if f"{lower[i]} {after}" in titles() and not tokens.upper[i + 1]:
        return True  # đồng chí Thượng tướng …
    if f"{lower[i]} {after}" in _PLACES:
        return True
    if lower[i] in _NEVER_FIRST or (lower[i] == "việt" and after == "nam"):
        return True
    if (lower[i] == "trưng" and lower[max(0, i - 2) : i] == ["hai", "bà"]) or (lower[i] == "hồ" and i and lower[i - 1] == "cụ"):
        return True  # quận Hai Bà Trưng, bộ đội Cụ Hồ
    if lower[i] == "hùng" and i and lower[i - 1] == "anh" and after in ("lao", "lực"):
        return True
    before = lower[max(0, i - 4) : i]
    return "số" in before and any(w[:1].isdigit() for w in before[before.index("số") + 1 :]) and before[-1] not in (",", ".", ":")


def head(tokens: Tokens, i: int) -> bool:
    """Whether a body's head stands here whose name no gazetteer knows (``Bộ TTTT``)."""
    return bool(lexicon().matches(tokens, i)) or (tokens.words[i].isupper() and len(tokens.words[i]) > 1)


def foreign(tokens: Tokens, i: int, end: int) -> bool:
    """Whether words behind an office may be a foreigner's name: no place, and no acronym among them (``Becamex IDC``)."""
    if any(len(w) > 2 and w.isupper() for w in tokens.words[i:end]) and not all(w.isupper() for w in tokens.words[i:end]):
        return False
    return place_name(tokens, i) is None and tokens.lower[i] not in UNITS and all(
        tokens.words[k].isalpha() or tokens.words[k] == "-" or "'" in tokens.words[k] for k in range(i, end)
    )


def usual(tokens: Tokens, i: int, end: int) -> bool:
    """A family name with two or three more syllables that is no place and no street; a rare one with ``Văn`` or ``Thị``."""
    middle = end - i >= 3 and tokens.words[i + 1] in ("Văn", "Thị") and tokens.lower[i] in words("surnames.tsv")
    if tokens.lower[i] not in _usual_names() and not middle:
        return False
    before = tokens.lower[i - 1] if i else ""
    two = f"{tokens.lower[i - 2]} {before}" if i > 1 else ""
    if before in NOT_AFTER or two in NOT_AFTER or before in UNITS or two in UNITS or two == "đi bộ":
        return False
    place = place_name(tokens, i)
    if place is not None and place[3] >= end:
        return False
    return end - i >= 3 or (end - i == 2 and tokens.lower[i + 1] not in _sentence_words())


@lru_cache(maxsize=1)
def _usual_names() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in rows("surnames.tsv") if row["kind"] == "usual")


@lru_cache(maxsize=1)
def _sentence_words() -> frozenset[str]:
    """Second syllables that make a word, not a name, of a family name (Lý luận, Cao Bằng)."""
    return frozenset({"luận", "bằng", "sơn", "mai", "tịch", "nam", "phong", "viên", "đình"})
