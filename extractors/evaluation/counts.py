"""What an evaluation counts: right, false and missed, by part and kind, and the faults one by one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

TYPES = ("Person", "Body", "Post", "Document", "Event")
PARTS = ("strict", "relaxed", "coreference", "relations", "qualified", "attributes")
DIGITS = 4


@dataclass(slots=True)
class Count:
    """Things right, false (said, not annotated) and missed (annotated, not said).

    >>> Count(right=3, false=1, missed=2).precision, Count(right=3, false=1, missed=2).recall
    (0.75, 0.6)
    """

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was said that is right; of nothing said, 1 unless something was missed."""
        if said := self.right + self.false:
            return self.right / said
        return 0.0 if self.missed else 1.0

    @property
    def recall(self) -> float:
        """Share of what was annotated that was said; 1 where nothing was."""
        annotated = self.right + self.missed
        return self.right / annotated if annotated else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.false + other.false, self.missed + other.missed)

    def as_json(self) -> dict[str, float | int]:
        """The counts and rates under the names the evaluation kit uses; rates to four digits."""
        rates = {"p": self.precision, "r": self.recall, "f1": self.f1}
        return {"tp": self.right, "fp": self.false, "fn": self.missed} | {
            k: round(v, DIGITS) for k, v in rates.items()
        }


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing read wrong: ``sort`` is missed, false or wrong (right but for its value).

    ``kind`` is a mention type, a relation or ``Type.attribute``; ``article`` the annotation's key.
    ``what`` says the thing itself, ``words`` the words of the article around it ("" where nothing was said).
    """

    part: str
    kind: str
    sort: str
    article: str
    what: str
    words: str = ""


@dataclass(slots=True)
class Figures:
    """All counts of one evaluation by part and kind, and the faults behind them."""

    articles: int = 0
    unread: list[str] = field(default_factory=list)
    counts: dict[str, defaultdict[str, Count]] = field(
        default_factory=lambda: {p: defaultdict(Count) for p in PARTS}
    )
    faults: list[Fault] = field(default_factory=list)

    def whole(self, part: str) -> Count:
        """All kinds of one part together."""
        return sum(self.counts[part].values(), Count())

    def as_json(self) -> dict[str, Any]:
        """The shape of the evaluation kit's own ``--json``."""
        answer: dict[str, Any] = {"articles": self.articles, "missing": self.unread}
        for part in PARTS:
            kinds = self.counts[part] if part != "coreference" else {}
            answer[part] = {kind: count.as_json() for kind, count in kinds.items()}
            answer[part]["all"] = self.whole(part).as_json()
        return answer
