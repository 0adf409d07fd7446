"""Words without which a rule has nothing to read: looked for once in an article, asked for each sentence.

One pass of one automaton over the text, for the words of all rules together, is many times faster than a
pattern of alternatives tried on every sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import ClassVar

from ahocorasick_rs import AhoCorasick

from vankien.extractors.reading import Reading


class Cues:
    """Words (in lower case, separated by ``|``) of which a rule needs one. Made when a module is imported, never later."""

    made: ClassVar[list[Cues]] = []

    def __init__(self, words: str) -> None:
        self.words = words.split("|")
        Cues.made.append(self)

    def hits(self, reading: Reading) -> list[int]:
        """Offsets in the normal text at which one of the words begins, whatever its case, in order."""
        if self not in reading.cues:
            reading.cues = _all_hits(reading.text)
        return reading.cues[self]

    def within(self, reading: Reading, start: int, end: int) -> bool:
        """Whether one of the words begins between two offsets of the normal text."""
        hits = self.hits(reading)
        at = bisect_left(hits, start)
        return at < len(hits) and hits[at] < end


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, list[list[Cues]]]:
    """All words, and whose each of them is."""
    owners: dict[str, list[Cues]] = {}
    for cues in Cues.made:
        for word in cues.words:
            owners.setdefault(word, []).append(cues)
    return AhoCorasick(list(owners)), list(owners.values())


def _all_hits(text: str) -> dict[object, list[int]]:
    automaton, owners = _automaton()
    lower = text.lower()
    if len(lower) != len(text):  # a letter that has no single small form: no offset would be right
        lower = text
    hits: dict[object, list[int]] = {cues: [] for cues in Cues.made}
    for word, start, _ in automaton.find_matches_as_indexes(lower, overlapping=True):
        for cues in owners[word]:
            hits[cues].append(start)
    for offsets in hits.values():
        offsets.sort()  # overlapping matches come by their ends
    return hits
