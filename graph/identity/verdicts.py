"""What curators have judged of pairs of things: same, different, or nothing yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

Pair = tuple[str, str]
"""Two IRIs, the lesser first."""


@dataclass(frozen=True)
class Verdicts:
    """What curators have judged of pairs of things."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()

    def part(self, some: set[str], others: set[str]) -> bool:
        """Whether one of these was judged different from one of those."""
        fewer, more = (some, others) if len(some) < len(others) else (others, some)
        return bool(self.different) and any(not more.isdisjoint(self._different[each]) for each in fewer if each in self._different)

    def said_same(self, iri: str) -> list[str]:
        """With which things one was judged the same, sorted."""
        return sorted(self._same.get(iri, ()))

    @cached_property
    def _same(self) -> Mapping[str, set[str]]:
        return partners(self.same)

    @cached_property
    def _different(self) -> Mapping[str, set[str]]:
        return partners(self.different)


def partners(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    """Each thing of some pairs with the others that it is paired with."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return dict(found)


NONE = Verdicts()


def pair(one: str, other: str) -> Pair:
    """The two in order."""
    return (one, other) if one < other else (other, one)
