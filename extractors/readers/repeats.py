"""Articles met twice in one run: the same again is passed over, another one under the same id is an error.

About 130 bytes are kept for each article: digests of its id and its content, and where it stood.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article


class Where(NamedTuple):
    """Where an article stands: a file's name, and in a file of many its number (else 0) of a line or a record.

    >>> str(Where("tin.jsonl", 7)), str(Where("a.warc", 7, "record")), str(Where("a.txt"))
    ('tin.jsonl line 7', 'a.warc record 7', 'a.txt')
    """

    name: str
    number: int = 0
    unit: str = "line"

    def __str__(self) -> str:
        return f"{self.name} {self.unit} {self.number}" if self.number else self.name


Found = tuple[Where, Article] | InputError
"""What reading a source gives, one by one: an article with its place, or what could not be read."""


def digest(*texts: str) -> int:
    """64 bits that stand for the texts."""
    return int.from_bytes(blake2b(repr(texts).encode(), digest_size=8).digest())


class Met:
    """The articles met so far in a run."""

    def __init__(self) -> None:
        self._names: list[tuple[str, str]] = []  # name and unit
        self._met: dict[int, int] = {}  # id -> content, number of the name, line or record: 64, 32 and 32 bits

    def check(self, where: Where, article: Article) -> Article | InputError | None:
        """The article if its id is new, None if the same article was met, an error if it was another one.

        >>> met, first = Met(), Article("a", "một")
        >>> met.check(Where("x.txt"), first) is first, met.check(Where("y.txt"), first)
        (True, None)
        >>> str(met.check(Where("z.txt"), Article("a", "hai")))
        'z.txt: id a stands for another article in x.txt; this one is left out'
        """
        key, content = digest(article.id), digest(repr(article))
        before = self._met.get(key)
        if before is None:
            if not self._names or self._names[-1] != (where.name, where.unit):
                self._names.append((where.name, where.unit))
            self._met[key] = (content << 64) | (len(self._names) - 1 << 32) | where.number
            return article
        if before >> 64 == content:
            return None
        name, unit = self._names[before >> 32 & 0xFFFFFFFF]
        first = Where(name, before & 0xFFFFFFFF, unit)
        return InputError(str(where), f"id {article.id} stands for another article in {first}; this one is left out")
