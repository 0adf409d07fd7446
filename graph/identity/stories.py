"""Which articles tell one story in the same words: reprints and rewrites, so that support counts stories.

One agency report stands in ten newspapers; a fact is not ten times as sure for that. Articles are compared by
MinHash sketches (Broder 1997) of their runs of four words: banded, so that only likely pairs are looked at, and
an article costs the same however large the base. Two tell one story when their texts overlap enough, or the
shorter stands almost whole in the longer, and they appeared within a month of each other; so do all that are
linked through others. What an article's story is follows from the texts alone, never from the order of reading.

>>> report = "Ban Thường vụ Tỉnh ủy họp " * 3 + " ".join(f"chữ{n}" for n in range(60))
>>> here, there = sketch(report, "2024-05-01"), sketch(f"Hà Nội: {report}", "2024-05-02")
>>> assert here and there
>>> is_one_story(here, there), sketch("Quá ngắn.", "")
(True, None)
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rensa import RMinHash

from vankien.graph.log import StatementLog
from vankien.ontology import iri
from vankien.ontology.nouns import Extraction

WORDS = 4
"""Length of the runs (shingles), in words; Vietnamese writes syllables apart, so these are syllables."""

SHORTEST = 40
"""Runs an article must have: shorter ones (a caption, an announcement) are each a story of their own."""

HASHES, ROWS = 126, 3
"""Hashes of a sketch, and of one band: two texts of which a third overlaps share a band in four cases of five."""

OVERLAP, WHOLE = 0.4, 0.8
"""Share of all runs that two texts have in common (Jaccard); share of the shorter one's that the longer has."""

DAYS = 31
"""Days between two articles of one story at most: what is printed again years later tells it anew."""

_SEED = 2024  # part of every sketch in every base: never change it
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text's hashes (unsigned, 32 bits), the number of its runs, and its day of publication (empty: unknown)."""

    hashes: array[int]
    runs: int
    day: str

    def bands(self) -> Iterator[bytes]:
        """The hashes in groups; likely pairs share one of the same place."""
        for at in range(0, HASHES, ROWS):
            yield self.hashes[at : at + ROWS].tobytes()


def sketch(text: str, published: str) -> Sketch | None:
    """The sketch of a text, None for one that is too short to compare. Case and the coding of marks do not matter."""
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    runs = sorted({" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1)})
    if len(runs) < SHORTEST:
        return None
    minhash = RMinHash(num_perm=HASHES, seed=_SEED)
    minhash.update([run.encode("utf-8", "replace").decode() for run in runs])
    return Sketch(array("I", minhash.digest()), len(runs), published[:10] if published.isascii() else "")


def is_one_story(one: Sketch, other: Sketch) -> bool:
    """Whether two texts are one story in two prints."""
    if _days_apart(one.day, other.day) > DAYS:
        return False
    shared = sum(a == b for a, b in zip(one.hashes, other.hashes, strict=True)) / HASHES
    common = shared / (1 + shared) * (one.runs + other.runs)
    return shared >= OVERLAP or common >= WHOLE * min(one.runs, other.runs)


def _days_apart(one: str, other: str) -> int:
    """Days between two dates; 0 where one is not known to the day."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return 0


class Stories:
    """The stories of one log: derived tables, changed in the transaction of the article itself."""

    def __init__(self, log: StatementLog) -> None:
        self.log = log
        self.db = log.db

    def add(self, extraction: Extraction) -> None:
        """Compare an article with those before it."""
        key = iri.article_key(extraction.article.id)
        self.log.touch("story", key)
        own = sketch(extraction.article.text, extraction.article.published)
        if own is None:
            return
        row = (key, own.hashes.tobytes(), own.runs, own.day)
        self.db.execute("INSERT OR REPLACE INTO sketch VALUES (?, ?, ?, ?)", row)
        likely: set[str] = set()
        for place, band in enumerate(own.bands()):
            at = (place, band)
            likely.update(k for (k,) in self.db.execute("SELECT key FROM band WHERE place = ? AND hashes = ?", at))
            self.db.execute("INSERT OR IGNORE INTO band VALUES (?, ?, ?)", (*at, key))
        for other in sorted(likely - {key}):
            known = self._sketch(other)
            if known is not None and is_one_story(own, known):
                self.db.executemany("INSERT OR IGNORE INTO alike VALUES (?, ?)", ((key, other), (other, key)))

    def remove(self, extraction: Extraction) -> None:
        """Take an article out; those it linked may fall apart."""
        key = iri.article_key(extraction.article.id)
        for other in (key, *self._alike(key)):
            self.log.touch("story", other)
        known = self._sketch(key)
        if known is not None:
            for place, band in enumerate(known.bands()):
                self.db.execute("DELETE FROM band WHERE place = ? AND hashes = ? AND key = ?", (place, band, key))
        self.db.execute("DELETE FROM sketch WHERE key = ?", (key,))
        self.db.execute("DELETE FROM alike WHERE key = ? OR other = ?", (key, key))

    def resolve(self) -> None:
        """The story of each touched article, and of all it is linked with: named by the first of their keys."""
        seen: set[str] = set()
        for key in self.log.touched("story"):
            if key in seen:
                continue
            linked = self._linked(key)
            seen |= linked
            for each in sorted(linked):
                self._tell(each, min(linked))

    def story(self, key: str) -> str | None:
        """The story of an article (the key of its first article), None for an article that is gone."""
        row = self.db.execute("SELECT story FROM story WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def is_told(self, story: str) -> bool:
        """Whether some article tells this story (its IRI)."""
        key = story.removeprefix(iri.story(""))
        return self.db.execute("SELECT 1 FROM story WHERE story = ? LIMIT 1", (key,)).fetchone() is not None

    def _tell(self, key: str, story: str) -> None:
        if not self.db.execute("SELECT 1 FROM article WHERE key = ?", (key,)).fetchone():
            self.db.execute("DELETE FROM story WHERE key = ?", (key,))
        elif self.story(key) != story:
            self.db.execute("INSERT OR REPLACE INTO story VALUES (?, ?)", (key, story))
            self.log.touch("story", key)

    def _linked(self, key: str) -> set[str]:
        found, ahead = {key}, [key]
        while ahead:
            new = [other for other in self._alike(ahead.pop()) if other not in found]
            found.update(new)
            ahead += new
        return found

    def _alike(self, key: str) -> list[str]:
        return [other for (other,) in self.db.execute("SELECT other FROM alike WHERE key = ? ORDER BY other", (key,))]

    def _sketch(self, key: str) -> Sketch | None:
        row = self.db.execute("SELECT hashes, runs, day FROM sketch WHERE key = ?", (key,)).fetchone()
        return Sketch(array("I", row[0]), row[1], row[2]) if row else None
