"""What curators have judged of pairs of things: same, different, or nothing yet."""

from __future__ import annotations

from dataclasses import dataclass

Pair = tuple[str, str]
"""Two IRIs, the lesser first."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What curators have judged of pairs of things."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()

    def part(self, some: set[str], others: set[str]) -> bool:
        """Whether one of these was judged different from one of those."""
        return any((one in some and other in others) or (one in others and other in some) for one, other in self.different)

    def said_same(self, iri: str) -> list[str]:
        """With which things one was judged the same, sorted."""
        return sorted(other for pair in self.same if iri in pair for other in pair if other != iri)


NONE = Verdicts()


def pair(one: str, other: str) -> Pair:
    """The two in order."""
    return (one, other) if one < other else (other, one)
