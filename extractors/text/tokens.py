"""Syllable tokens and sentences of a normal text, and the same tokens as a spaCy tokenizer.

Vietnamese writes a blank between syllables, not words; the rules work on syllables. A token is a
syllable (``Đảng``, ``K'ré``), an abbreviation with dots (``T.Ư``, ``TP.HCM``), a number
(``6.159``, ``10``) or one other code point.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

from spacy.tokens import Doc
from spacy.vocab import Vocab

from vankien.extractors.text.letters import LATIN, LOWER, UPPER

_WORD = rf"""[{LATIN}]+(?=[ ,;\n)])               # most syllables; the rest is tried for the others
    |T\.\s?[ƯW]\b\.?                       # T.Ư: trung ương, centre
    |(?:PGS|GS|TS|ThS|TP|Tp|TX|NSND|NSƯT|TSKH)\.(?=\s?[^\W\d_])
    |Q\.(?=\s?\d)|P\.(?=\s?\d)                # Q.9: quận 9
    |[^\W\d_]+(?:'[^\W\d_]+)*(?:&[^\W\d_]+)*  # a syllable; K'ré; GD&ĐT
    |\d+(?:[.,]\d+)*
    |\S"""
_WORDS = re.compile(_WORD, re.VERBOSE)
_TOKEN = re.compile(rf"{_WORD}|\n+|[^\S\n]+", re.VERBOSE)
_SENTENCE_END = re.compile(  # begins with one set, so that the scan for it is quick
    rf"[.!?…/\n](?:(?:(?<=/)\.|(?<![/\n])[.!?…]*[\"')]*)(?=\s+[\"'(\-]?\s?[^\W\d_]|\s*\Z|[{UPPER}][{LOWER}])|(?<=\n)\n*)"
)
_NO_END = re.compile(
    r"(?:\b(?:TP|Tp|TX|Q|P|TS|ThS|PGS|GS|TSKH|BS|KS|LS|St|v\.v|T|tr|Tr|NXB|Th|đ/c|U|V\.I|ĐT)|\b(?<!thứ )(?<!khóa )(?<!kỳ )[A-ZĐ])\Z"
)


# Syllables have at most seven letters (nghiêng); a token of seven or more may be two that lost their blank.
_SUSPICIOUS, _LONGEST_GLUED = 5, 60
_SYLLABLE = re.compile(r"(?:ngh|ng|nh|gh|gi|ch|kh|ph|th|tr|qu|[bcdghklmnprstvx])?(?P<rhyme>[aeiouy]+)(?:ng|nh|ch|[cmnpt])?")
_RHYMES = frozenset(
    "a ai ao au ay e eo eu i ia ie iu o oa oai oay oe oi oo u ua uai uay ue uo ui uoi uou uu uy uya uye uyu uo ieu yeu y ye iai io".split()
)
_CASE = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}][{LOWER}])")


def plain(word: str) -> str:
    """Without marks and tone."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    return bare.replace("đ", "d")


def is_syllable(word: str) -> bool:
    """Whether a word, marks aside, is spelled as a Vietnamese syllable.

    >>> is_syllable("nghiêng"), is_syllable("Macron")
    (True, False)
    """
    match = _SYLLABLE.fullmatch(plain(word))
    return match is not None and match["rhyme"] in _RHYMES


@lru_cache(maxsize=65536)
def unglue(word: str) -> tuple[str, ...]:
    """The syllables of a token that lost its blanks; a token that is one word stays whole.

    >>> unglue("Lâmtrao"), unglue("nướcTô"), unglue("nghiêng"), unglue("Thongloun")
    (('Lâm', 'trao'), ('nước', 'Tô'), ('nghiêng',), ('Thongloun',))
    """
    if len(word) > _LONGEST_GLUED:
        return (word,)
    pieces = _CASE.split(word) if not word.isascii() else [word]
    found: list[str] = []
    for piece in pieces:
        found += _halves(piece)
    return tuple(found)


def _halves(word: str) -> list[str]:
    if len(word) < 6 or word.isascii() or not word.isalpha() or is_syllable(word):
        return [word]
    cuts = [k for k in range(2, len(word) - 1) if word[k].islower() and is_syllable(word[:k]) and is_syllable(word[k:])]
    return [word[: cuts[0]], word[cuts[0] :]] if len(cuts) == 1 else [word]


class Tokens:
    """The tokens of a text that are no blanks, as parallel lists (fast to walk), with their offsets in code points."""

    __slots__ = ("text", "words", "lower", "start", "end", "upper", "n")

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [match.span() for match in _WORDS.finditer(text)]
        self.words = [text[start:end] for start, end in spans]
        self.start = [start for start, _ in spans]
        self.end = [end for _, end in spans]
        glued = [k for k, w in enumerate(self.words) if len(w) >= _SUSPICIOUS and not w.isascii() and len(unglue(w)) > 1]
        for k in reversed(glued):
            self._split(k, unglue(self.words[k]))
        self.lower = [w.lower() for w in self.words]
        self.upper = [w[0].isupper() for w in self.words]
        self.n = len(self.words)

    def _split(self, k: int, pieces: tuple[str, ...]) -> None:
        """Put the pieces of token k in its place."""
        ends = list(accumulate(map(len, pieces), initial=self.start[k]))
        self.words[k : k + 1] = pieces
        self.start[k : k + 1] = ends[:-1]
        self.end[k : k + 1] = ends[1:]

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after an offset."""
        return bisect_left(self.start, offset)

    def span(self, i: int, j: int) -> str:
        """The text of tokens i to j-1."""
        return self.text[self.start[i] : self.end[j - 1]]

    def same_line(self, i: int) -> bool:
        """Whether no line break stands between token i-1 and token i."""
        return i > 0 and "\n" not in self.text[self.end[i - 1] : self.start[i]]


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end offsets of the sentences; glued ones (``… ban.Ông …``) are split too.

    >>> sentences("Họp ngày 7/7.Ông đến. T.Ư Đảng họp.")
    [(0, 13), (13, 21), (22, 35)]
    """
    found: list[tuple[int, int]] = []
    begin = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group()[0] == "." and _NO_END.search(text, max(0, match.start() - 6), match.start()):
            continue
        end = match.end()
        if text[begin:end].strip():
            found.append((begin, end))
        begin = end
    if text[begin:].strip():
        found.append((begin, len(text)))
    shifted = []
    for start, end in found:
        while start < end and text[start].isspace():
            start += 1
        shifted.append((start, end))
    return shifted


class SyllableTokenizer:
    """spaCy tokenizer over :data:`_TOKEN`; ``doc.text`` equals the text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            word = match.group()
            if word == " " and words and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        """Nothing to keep: the tokenizer is its pattern."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> SyllableTokenizer:
        """Nothing to restore."""
        return self

    def to_disk(self, *_: object, **__: object) -> None:
        """Nothing to keep."""

    def from_disk(self, *_: object, **__: object) -> SyllableTokenizer:
        """Nothing to restore."""
        return self
