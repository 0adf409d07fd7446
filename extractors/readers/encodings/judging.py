"""Which reading of a view is right: the one whose words are Vietnamese syllables, if no other's are too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from vankien.extractors.readers.encodings.syllables import well_formed

# A word and whatever stands in it: a misread letter is often a sign (µ, ¬, ·) inside a word.
_WORD = re.compile(r"(?:[^\W\d_]|[\u00a1-\u00bf\u00d7\u00f7\u0080-\u009f\u0300-\u036f†‡ˆ‰‹›™])+")
_ENOUGH = 300_000  # code points of a text that are scored
_EDGES = "«»°²³·"
_NO_TEXT = re.compile(r"<[^<>]*>|&#?\w+;|\\.|\b(?:https?://|www\.)\S+", re.I | re.S)
_SCRIPT = re.compile(r"<(script|style)\b", re.I)


@dataclass(frozen=True, slots=True)
class Score:
    """How Vietnamese a text is: its words, those with letters beyond ASCII (marked), and the well-formed ones of these."""

    words: int
    marked: int
    good: int

    @property
    def share(self) -> float:
        """Well-formed of marked words."""
        return self.good / self.marked if self.marked else 0.0

    @property
    def density(self) -> float:
        """Well-formed marked words of all words: about 0.75 in Vietnamese text, under 0.2 in French."""
        return self.good / self.words if self.words else 0.0


def score(text: str) -> Score:
    """The score of a text (of a very long one, its beginning), markup and addresses left out.

    >>> score("Đảng Cộng sản <b>Việt</b> Nam"), score("C«ng hoµ x· héi").good
    (Score(words=5, marked=4, good=4), 0)
    """
    words = marked = good = 0
    for found in _WORD.findall(_NO_TEXT.sub(" ", _visible(text))):
        word = found.strip(_EDGES)
        if word:
            words += 1
            if not word.isascii():
                marked += 1
                good += well_formed(unicodedata.normalize("NFC", word))
    return Score(words, marked, good)


def _visible(text: str) -> str:
    """The beginning of a text without the scripts and styles of a page; one that never ends is left out to the end."""
    lower, kept, at, length = text.lower(), list[str](), 0, 0
    for opened in _SCRIPT.finditer(text):
        if opened.start() >= at and length < _ENOUGH:
            kept.append(text[at : opened.start()])
            length += len(kept[-1]) + 1
            end = lower.find(f"</{opened[1].lower()}", opened.end())
            at = end if end >= 0 else len(text)
    kept.append(text[at:])
    return "".join(kept)[:_ENOUGH]


_SHARE = 0.9  # articles have 0.957 or more by their own spelling, foreign names included
_DENSITY = 0.4
_LEAST = 3  # well-formed marked words; with fewer, chance decides
_LEAD, _MORE = 0.15, 3  # how much worse every rival must be: in share, and in malformed words


def explains(found: Score) -> bool:
    """Whether a reading with this score is Vietnamese text."""
    return found.share >= _SHARE and found.density >= _DENSITY and found.good >= _LEAST


def beats(found: Score, rival: Score) -> bool:
    """Whether a reading is clearly better than another one of the same bytes."""
    worse = (rival.marked - rival.good) - (found.marked - found.good)
    return found.share - rival.share >= _LEAD and worse >= _MORE


@dataclass(frozen=True, slots=True)
class Verdict:
    """The name and text of the reading that explains a view; without one, the names that could not be told apart."""

    name: str = ""
    text: str = ""
    rivals: tuple[str, ...] = ()


def judge(given: str, readings: Iterable[tuple[str, str | None]]) -> Verdict:
    """The verdict on readings (name, text or None) of a view; the view itself as it was given is a rival too."""
    scored = [(name, text, score(text)) for name, text in readings if text is not None]
    able = [entry for entry in scored if explains(entry[2])]
    if not able:
        return Verdict()
    name, text, best = max(able, key=lambda entry: (entry[2].share, entry[2].good))
    rivals = [other for other, _, found in scored if other != name and not beats(best, found)]
    if rivals or not beats(best, score(given)):
        return Verdict(rivals=tuple(sorted({name, *rivals})))
    return Verdict(name, text)
