"""Type words of documents (``Nghị quyết``, ``Chỉ thị`` ...) and the places of a text where they stand.

The words, their letters and classes are rows of ``document_types.tsv``; the codes of issuers are rows of
``document_issuers.tsv`` (domain notes 1.2 and 1.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal, NamedTuple, cast

from ahocorasick_rs import AhoCorasick, MatchKind

from vankien.extractors.grammar.lexicon import rows

Bare = Literal["any", "cap", "so", "code", "-"]


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One type word. ``party`` and ``state`` are ontology classes, empty where no such paper exists."""

    word: str
    letters: tuple[str, ...]
    party: str
    state: str
    bare: Bare

    @property
    def kind(self) -> str:
        """The word as a label writes it: ``Nghị quyết``; an abbreviation by the word it stands for."""
        word = _ABBREVIATED.get(self.word, self.word)
        return word[:1].upper() + word[1:]

    def cls(self, state: bool) -> str:
        """The ontology class of a paper of the Party or of the State."""
        return (self.state or self.party) if state else (self.party or self.state)

    @property
    def of_state(self) -> bool:
        """Whether only State bodies issue it (``nghị định``)."""
        return not self.party


@dataclass(frozen=True, slots=True)
class IssuerCode:
    """A code after the slash. ``unique``: it names one body of the country, ``body``."""

    code: str
    state: bool
    unique: bool
    body: str


class Anchor(NamedTuple):
    """A type word at its place in the text."""

    start: int
    end: int
    type: DocumentType
    capital: bool


_ABBREVIATED = {
    "CT": "chỉ thị", "HD": "hướng dẫn", "KL": "kết luận", "NQ": "nghị quyết", "NQTW": "nghị quyết",
    "QĐ": "quyết định",
    "thông báo kết luận": "thông báo", "thông báo kết luật": "thông báo",
}  # fmt: skip
"""Abbreviations and compound words by the type they stand for."""


_INSIDE_NUMBER = "-/"
"""The ``NQ`` of ``18-NQ/TW`` opens no document of its own."""


@cache
def types() -> dict[str, DocumentType]:
    """Type words by their word as the table writes it."""
    return {
        row["word"]: DocumentType(
            row["word"],
            tuple(filter(None, row["letters"].split(","))),
            row["party"].strip("-"),
            row["state"].strip("-"),
            cast(Bare, row["bare"]),
        )
        for row in rows("document_types.tsv")
    }


@cache
def issuer_codes() -> dict[str, IssuerCode]:
    """Issuer codes by code."""
    return {
        row["code"]: IssuerCode(row["code"], row["side"] == "state", row["unique"] == "yes", row["body"])
        for row in rows("document_issuers.tsv")
    }


@cache
def type_of_letters(letters: str) -> DocumentType | None:
    """The type whose first letters these are (``CV`` gives công văn); None where they are unknown."""
    for kind in types().values():
        if kind.letters and kind.letters[0] == letters and kind.word.islower():
            return kind
    return None


def _spellings(word: str) -> list[str]:
    """A word with a capital or none at each syllable (``Thông báo Kết luận``), and all in capitals."""
    return [" ".join(s) for s in product(*({w, w.capitalize()} for w in word.split()))] + [word.upper()]


@cache
def _machine() -> tuple[AhoCorasick, tuple[DocumentType, ...]]:
    forms: dict[str, DocumentType] = {}
    for word, kind in types().items():
        forms |= dict.fromkeys([word] if word.isupper() else _spellings(word), kind)
    return AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest), tuple(forms.values())


def anchors(text: str) -> Iterator[Anchor]:
    """Every type word of a normal text, the longest where one holds another (``bộ luật``), in text order.

    >>> [a.type.word for a in anchors("Bộ luật Hình sự và Nghị quyết 18; kỷ luật")]
    ['bộ luật', 'nghị quyết', 'luật']
    """
    machine, kinds = _machine()
    n = len(text)
    for which, start, end in machine.find_matches_as_indexes(text):
        if (start and (text[start - 1].isalnum() or text[start - 1] in _INSIDE_NUMBER)) or (
            end < n and text[end].isalpha()
        ):
            continue
        yield Anchor(start, end, kinds[which], text[start].isupper())
