"""Word lists as people edit them (``extractors/gazetteer/*.tsv``) and a trie over syllables to find them.

A gazetteer is tab-separated with a header line; lines that begin with ``#`` are comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Generic, TypeVar

from vankien.extractors.text.tokens import Tokens

T = TypeVar("T")


@lru_cache(maxsize=None)
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Rows of a gazetteer file by column name, in the file's order."""
    lines = [
        line
        for line in (files("vankien.extractors") / "gazetteer" / name).read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t") + [""] * len(header), strict=False)) for line in lines[1:])


@lru_cache(maxsize=None)
def words(name: str, column: str = "word") -> frozenset[str]:
    """One column of a gazetteer, in lower case, for membership tests."""
    return frozenset(row[column].lower() for row in rows(name))


class Trie(Generic[T]):
    """Entries keyed by their syllables in lower case; finds every entry that begins at a token.

    >>> trie = Trie[str]()
    >>> trie.add("Tỉnh ủy", "committee")
    >>> list(trie.matches(Tokens("Tỉnh ủy Phú Thọ"), 0))
    [(2, 'committee')]
    """

    __slots__ = ("root",)

    def __init__(self) -> None:
        self.root: dict[str, object] = {}

    def add(self, name: str, value: T) -> None:
        """Add an entry; several values may share one name."""
        node = self.root
        for word in Tokens(name).lower:
            node = node.setdefault(word, {})  # type: ignore[assignment]
        node.setdefault("", []).append(value)  # type: ignore[attr-defined]

    def update(self, entries: Iterable[tuple[str, T]]) -> None:
        """Add many entries."""
        for name, value in entries:
            self.add(name, value)

    def matches(self, tokens: Tokens, i: int) -> Iterator[tuple[int, T]]:
        """(end token, value) of every entry that begins at token i, shortest first."""
        node = self.root
        lower: Sequence[str] = tokens.lower
        n = tokens.n
        while i < n:
            following = node.get(lower[i])
            if following is None:
                return
            node = following  # type: ignore[assignment]
            i += 1
            values = node.get("")
            if values is not None:
                for value in values:  # type: ignore[attr-defined]
                    yield i, value

    def longest(self, tokens: Tokens, i: int) -> tuple[int, T] | None:
        """The longest entry that begins at token i."""
        best = None
        for best in self.matches(tokens, i):
            pass
        return best
