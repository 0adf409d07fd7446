"""Words without which a rule has nothing to read: looked for once in an article, asked for each sentence.

One pass of an automaton over the whole text is many times faster than a pattern of alternatives tried
on every sentence.
"""

from __future__ import annotations

from bisect import bisect_left

from ahocorasick_rs import AhoCorasick

from vankien.extractors.reading import Reading


class Cues:
    """Words (in lower case, separated by ``|``) of which a rule needs one."""

    def __init__(self, words: str) -> None:
        self._automaton = AhoCorasick(words.split("|"))

    def hits(self, reading: Reading) -> list[int]:
        """Offsets in the normal text at which one of the words begins, whatever its case, in order."""
        if self not in reading.cues:
            text = reading.text.lower()
            if len(text) != len(reading.text):  # a letter that has no single small form: no offset would be right
                text = reading.text
            reading.cues[self] = [start for _, start, _ in self._automaton.find_matches_as_indexes(text)]
        return reading.cues[self]

    def within(self, reading: Reading, start: int, end: int) -> bool:
        """Whether one of the words begins between two offsets of the normal text."""
        hits = self.hits(reading)
        at = bisect_left(hits, start)
        return at < len(hits) and hits[at] < end
