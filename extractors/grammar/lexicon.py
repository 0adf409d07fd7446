"""Word lists as people edit them (``extractors/gazetteer/*.tsv``) and a trie over syllables to find them.

A gazetteer is tab-separated with a header line; lines that begin with ``#`` are comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    >>> trie.matches(Tokens("Tỉnh ủy Phú Thọ"), 0)
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

    def starts(self, tokens: Tokens) -> list[int]:
        """The tokens at which an entry may begin, by its first two syllables: one fast pass over a text."""
        nodes = map(self.root.get, tokens.lower)
        pairs = enumerate(zip(nodes, [*tokens.lower[1:], ""], strict=False))
        return [i for i, (node, after) in pairs if node is not None and ("" in node or after in node)]  # type: ignore[operator]

    def matches(self, tokens: Tokens, i: int) -> Sequence[tuple[int, T]]:
        """(end token, value) of every entry that begins at token i, shortest first."""
        lower, n = tokens.lower, tokens.n
        node = self.root.get(lower[i]) if i < n else None
        if node is None:
            return ()
        found: list[tuple[int, T]] = []
        while node is not None:
            i += 1
            for value in node.get("", ()):  # type: ignore[attr-defined]
                found.append((i, value))
            node = node.get(lower[i]) if i < n else None  # type: ignore[attr-defined]
        return found

    def longest(self, tokens: Tokens, i: int) -> tuple[int, T] | None:
        """The longest entry that begins at token i."""
        found = self.matches(tokens, i)
        return found[-1] if found else None
