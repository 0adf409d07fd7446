"""Names of institutions as capitalised runs: ``Học viện Chính trị khu vực I``, ``Công ty Cổ phần Thuận An``."""

from __future__ import annotations

from functools import lru_cache

from vankien.extractors.grammar.bodies.places import place_name
from vankien.extractors.grammar.lexicon import Trie, rows, words
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import known

_JOIN = frozenset({"và", "&"})
_BEARS_NAMES = frozenset({"đh", "thpt", "thcs", "cđ", "học"})  # schools that bear a person's name
_OFFICES = frozenset({"vụ", "cục", "phòng", "viện", "sở"})  # never named after persons
_LEVELS = frozenset({("quốc", "gia"), ("trung", "ương")})
_LANDFORMS = frozenset({"hồ", "sông", "núi", "đèo", "đảo", "vịnh", "cảng", "bến", "khu"})
# Words with capitals that open another body, or a branch of this one, after ``và`` in the name of a firm.
_OTHER = frozenset({"công", "tập", "ngân", "tổng", "sở", "ủy", "ban", "hội", "quỹ", "chi", "bộ", "cục", "nhà", "trung"})
_VERBS = frozenset({"triển khai", "hành động", "hành nghề", "thành lập", "tư vấn", "động thổ", "chuyển giao"})
_AFTER_LOW = frozenset("tỉnh thành huyện quận thị xã phường của và thuộc đã vừa đang sẽ là cho có được bị tại do ở phối kiểm tổ".split())
_RULINGS = frozenset({("quyết", "định"), ("quyết", "nghị"), ("nghị", "quyết"), ("kết", "luận"), ("chỉ", "thị"), ("thông", "báo")})
_MAX = 16  # syllables; longer runs are headlines in capitals


@lru_cache(maxsize=1)
def countries() -> Trie[str]:
    """Names of foreign states; the form of government is no part of the name (CHDCND Lào)."""
    trie: Trie[str] = Trie()
    trie.update((row["word"], row["word"].removeprefix("CHDCND ")) for row in rows("countries.tsv"))
    return trie


_FORMS = (["cộng", "hòa"], ["vương", "quốc"], ["liên", "bang"], ["nhà", "nước"], ["hợp", "chủng"], ["hợp", "chúng"], ["đại", "hàn"])
_FORM = 8  # syllables of a State's form of government


def state(tokens: Tokens, j: int) -> tuple[int, str] | None:
    """(end token, country) of the foreign State at token j, also by its full name (``nước Cộng hòa Dân chủ Nhân dân Lào``)."""
    k = j + 1 if j < tokens.n and tokens.words[j] == "nước" else j
    if k >= tokens.n or not tokens.upper[k] or not tokens.same_line(k):
        return None
    found = countries().longest(tokens, k)
    if found is not None or tokens.lower[k : k + 2] not in _FORMS:
        return found
    for m in range(k + 2, min(k + _FORM, tokens.n)):
        if not tokens.same_line(m) or not tokens.words[m].isalpha():
            return None
        if tokens.upper[m] and (found := countries().longest(tokens, m)) is not None:
            return found
    return None


@lru_cache(maxsize=1)
def foreign_provinces() -> Trie[str]:
    """Names of neighbours' provinces (gazetteer foreign_provinces)."""
    trie: Trie[str] = Trie()
    trie.update((row["name"], row["name"]) for row in rows("foreign_provinces.tsv"))
    return trie


@lru_cache(maxsize=1)
def name_pairs() -> frozenset[tuple[str, str]]:
    """Two-syllable words that stand in lower case inside institutions' names (``quốc gia``, the ``đội`` of Quân đội).

    Learnt from the registries' own names, and from ``gazetteer/name_words.tsv``.
    """
    pairs: set[tuple[str, str]] = set()
    for name in [*(b.name for b in known.bodies()), *(s.name for s in known.sectors())]:
        parts = [w for w in name.replace(",", " , ").split()]
        pairs.update((a.lower(), b) for a, b in zip(parts, parts[1:], strict=False) if b.islower() and a.isalpha())
    for row in rows("name_words.tsv"):
        first, second = row["word"].split()
        pairs.add((first, second))
    return frozenset(p for p in pairs if p[1] not in ("và", "về", "các", "của") and p[0] not in ("và", "về", "các", "của"))


@lru_cache(maxsize=1)
def _curated() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("name_words.tsv"))


@lru_cache(maxsize=1)
def _compounds() -> Trie[str]:
    """Words of several syllables that belong to a name as a whole when their first one has a capital."""
    trie: Trie[str] = Trie()
    trie.update((row["word"], row["word"]) for row in rows("name_compounds.tsv"))
    return trie


def ruling(tokens: Tokens, j: int) -> bool:
    """Whether a decision stands at token j in capitals: ``ĐẢNG ỦY TẬP ĐOÀN QUYẾT ĐỊNH``, the body and what it does."""
    return tokens.words[j].isupper() and tuple(tokens.lower[j : j + 2]) in _RULINGS


def capital_run(tokens: Tokens, i: int) -> int:
    """End of the plain run of capitalised syllables from token i."""
    j = i
    while j < tokens.n and tokens.upper[j] and tokens.words[j][0].isalpha() and (j == i or tokens.same_line(j)):
        j += 1
    return j


def name_run(tokens: Tokens, i: int, plain: bool = False) -> int:
    """End of an institution's own name from token i (i itself when there is none).

    ``plain`` names (of firms) end with a capital, or where the next word does not go on in lower case. Lower-case
    syllables count only as part of a word usual inside such names; a place ends the name; a family name with two
    more capitals after enough of a name begins a person.
    """
    if i >= tokens.n or not tokens.same_line(i) or tokens.lower[i] in ("bà", "ông", "đồng"):
        return i
    j, end, caps = i, i, 0
    while j < tokens.n and j - i < _MAX and tokens.same_line(j) and not ruling(tokens, j):
        word = tokens.words[j]
        if tokens.upper[j] and word[0].isalpha():
            named_after = caps or (j > i and tokens.lower[i - 1] in _OFFICES)
            if named_after and _person_begins(tokens, j) and tokens.lower[j - 1] not in _BEARS_NAMES:
                end = end if caps else j
                break
            named = place_name(tokens, j)
            if named is not None:
                return named[3]
            if tokens.lower[j : j + 2] == ["việt", "nam"]:
                return j + 2
            compound = _compounds().longest(tokens, j)
            j = compound[0] if compound is not None else j + 1
            end, caps = j, caps + 1
        elif word[0].isdigit() and (caps or j == i) and "." not in word and "," not in word:
            return j + 1 if len(word) <= 3 else end
        elif j > i and tokens.upper[j - 1] and _second(tokens, j):
            j += 1
            end = end if plain and _goes_on(tokens, j) else j
        elif j + 1 < tokens.n and (tokens.lower[j], tokens.lower[j + 1]) in name_pairs():
            j += 2
            end = j if caps and not plain else end
        elif (word == "miền" or (word in _LANDFORMS and not plain)) and caps and j + 1 < tokens.n and tokens.upper[j + 1]:
            j += 1  # Trung tâm Dịch vụ du lịch hồ Thanh Lâm
        elif (word in _JOIN and (not plain or _firm_goes_on(tokens, j + 1))) or word == "-":
            j += 1
            if not (caps and j < tokens.n and tokens.upper[j]):
                break
        elif word == "," and _sector_list(tokens, j):
            j += 1
        else:
            break
    if end == i and j - i >= 4 and (tokens.lower[j - 2], tokens.lower[j - 1]) in _LEVELS:
        return j  # Trung tâm dự báo khí tượng thủy văn quốc gia
    return end


def low_run(tokens: Tokens, i: int) -> int:
    """End of a run of words usual in names, all in small letters (``Chi cục quản lý đất đai``); i where there is none."""
    j = i
    while j + 1 < tokens.n and tokens.same_line(j + 1) and (tokens.lower[j], tokens.lower[j + 1]) in name_pairs():
        j += 2
        if j + 2 < tokens.n and tokens.words[j] == "và" and (tokens.lower[j + 1], tokens.lower[j + 2]) in name_pairs():
            j += 1
    if j < tokens.n and tokens.same_line(j) and tokens.words[j][0].islower() and tokens.lower[j] not in _AFTER_LOW:
        return i  # Cục chống tham nhũng: the run breaks a word
    return j


def _second(tokens: Tokens, j: int) -> bool:
    """Whether token j ends a word that began with a capital, and begins none itself (``Chống tham nhũng``)."""
    if (tokens.lower[j - 1], tokens.lower[j]) not in name_pairs():
        return False
    return j + 1 >= tokens.n or f"{tokens.words[j]} {tokens.words[j + 1]}" not in _curated()


def _goes_on(tokens: Tokens, j: int) -> bool:
    """Whether the syllable before token j begins another word with it (``Hòa Phát triển khai``: the verb, not the name)."""
    if j >= tokens.n or not tokens.words[j][0].islower():
        return False
    word = f"{tokens.words[j - 1]} {tokens.words[j]}"
    return word in _VERBS or word in _curated()


def _firm_goes_on(tokens: Tokens, j: int) -> bool:
    """``Đầu tư và Xây dựng``: after ``và`` a firm's name goes on with a trade, not with another body."""
    if j + 1 >= tokens.n or not tokens.upper[j] or tokens.lower[j] in _OTHER:
        return False
    return _compounds().longest(tokens, j) is not None or (
        tokens.words[j + 1].islower() and (tokens.lower[j], tokens.lower[j + 1]) in name_pairs()
    )


def _sector_list(tokens: Tokens, j: int) -> bool:
    """``Khoa học, Công nghệ và Môi trường``: a comma inside a name has capitals on both sides and ``và`` soon after."""
    k = capital_run(tokens, j + 1)
    if k == j + 1 or k - j > 4:
        return False
    while k < tokens.n and k - j < 5 and (tokens.lower[k - 1], tokens.lower[k]) in name_pairs():
        k += 1
    return k + 1 < tokens.n and tokens.words[k] == "và" and tokens.upper[k + 1]


def _person_begins(tokens: Tokens, j: int) -> bool:
    if tokens.lower[j : j + 3] == ["hồ", "chí", "minh"]:  # many institutions bear his name
        return False
    return tokens.lower[j] in words("surnames.tsv") and 3 <= capital_run(tokens, j) - j <= 4
