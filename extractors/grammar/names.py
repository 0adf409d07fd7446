"""Names of institutions as capitalised runs: ``Học viện Chính trị khu vực I``, ``Công ty Cổ phần Thuận An``."""

from __future__ import annotations

from functools import lru_cache

from vankien.extractors.grammar.lexicon import Trie, rows, words
from vankien.extractors.grammar.places import place_name
from vankien.extractors.text.tokens import Tokens

_JOIN = frozenset({"và", "&"})
_MAX = 16  # syllables; longer runs are headlines in capitals


@lru_cache(maxsize=1)
def countries() -> Trie[str]:
    """Names of foreign states."""
    trie: Trie[str] = Trie()
    trie.update((row["word"], row["word"]) for row in rows("countries.tsv"))
    return trie


@lru_cache(maxsize=1)
def _inside() -> frozenset[str]:
    return words("name_words.tsv")


def capital_run(tokens: Tokens, i: int) -> int:
    """End of the plain run of capitalised syllables from token i."""
    j = i
    while j < tokens.n and tokens.upper[j] and tokens.words[j][0].isalpha() and (j == i or tokens.same_line(j)):
        j += 1
    return j


def name_run(tokens: Tokens, i: int) -> int:
    """End of an institution's own name from token i (i itself when there is none).

    Lower-case syllables count only when they are usual inside such names and a capital, a number or a place
    follows or precedes; a place ends the name; a family name with two more capitals after enough name begins a person.
    """
    if i >= tokens.n or not tokens.same_line(i):
        return i
    j, end, caps = i, i, 0
    while j < tokens.n and j - i < _MAX and tokens.same_line(j):
        word = tokens.words[j]
        if tokens.upper[j] and word[0].isalpha():
            if caps and _person_begins(tokens, j):
                break
            named = place_name(tokens, j)
            if named is not None:
                return named[3]
            j += 1
            end, caps = j, caps + 1
        elif word[0].isdigit() and (caps or j == i) and "." not in word and "," not in word:
            return j + 1 if len(word) <= 3 else end
        elif tokens.lower[j] in _inside():
            j += 1
            if caps and _closed(tokens, j):
                end = j
        elif word in _JOIN or word == "-":
            j += 1
            if not (caps and j < tokens.n and (tokens.upper[j] or tokens.lower[j] in _inside())):
                break
        elif word == "," and _sector_list(tokens, j):
            j += 1
        else:
            break
    return end


def _closed(tokens: Tokens, j: int) -> bool:
    """Whether a two-syllable lower-case word has just ended (``quốc gia``, ``nhân dân``)."""
    return tokens.lower[j - 2] in _inside() if j >= 2 else False


def _sector_list(tokens: Tokens, j: int) -> bool:
    """``Khoa học, Công nghệ và Môi trường``: a comma inside a name has capitals on both sides and ``và`` soon after."""
    k = capital_run(tokens, j + 1)
    if k == j + 1 or k - j > 4:
        return False
    while k < tokens.n and k - j < 5 and tokens.lower[k] in _inside():
        k += 1
    return k + 1 < tokens.n and tokens.words[k] == "và" and tokens.upper[k + 1]


def _person_begins(tokens: Tokens, j: int) -> bool:
    if tokens.lower[j : j + 3] == ["hồ", "chí", "minh"]:  # many institutions bear his name
        return False
    return tokens.lower[j] in words("surnames.tsv") and 3 <= capital_run(tokens, j) - j <= 4
