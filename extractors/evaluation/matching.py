"""Which extracted mention stands for which annotated one, and which entity for which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from vankien.extractors.evaluation.gold import GoldArticle, GoldMention
from vankien.ontology.nouns import Extraction, Mention, Span


def shared(a: Span, b: Span) -> float:
    """Code points two spans have in common, as a share of the stretch they cover together.

    >>> shared(Span(0, 4), Span(2, 8))
    0.25
    """
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / (max(a.end, b.end) - min(a.start, b.start)) if common > 0 else 0.0


def pairs(gold: Sequence[GoldMention], said: Sequence[Span], strict: bool) -> dict[int, int]:
    """Index of the span said by index of the annotated mention, one to one, the best overlap first."""
    ranked = []
    for i, mention in enumerate(gold):
        for j, span in enumerate(said):
            exact = mention.span == span
            share = shared(mention.span, span)
            if exact or (share and not strict):
                ranked.append((not exact, -share, i, j))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(ranked):
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def closest(gold: GoldArticle, mention: Mention) -> GoldMention | None:
    """The annotated mention of the same type that shares most with one that was said, or None."""
    best: GoldMention | None = None
    most = 0.0
    for candidate in gold.mentions:
        if candidate.type == mention.type and (share := shared(candidate.span, mention.span)) > most:
            best, most = candidate, share
    return best


def aligned(gold: GoldArticle, extraction: Extraction) -> Mapping[str, tuple[str, int]]:
    """For each extracted entity the annotated one with which it shares most mentions, and how many.

    Surest entities choose first; between equals the annotated entity that fewer have chosen.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in extraction.mentions:
        if (found := closest(gold, mention)) is None:
            continue
        mine, theirs = mention.entities, found.entities
        even = len(mine) == len(theirs)
        for entity, annotated in (
            zip(mine, theirs, strict=True) if even else ((m, t) for m in mine for t in theirs)
        ):
            votes[entity][annotated] += 1
    chosen: dict[str, tuple[str, int]] = {}
    taken: Counter[str] = Counter()
    for entity, counter in sorted(votes.items(), key=lambda item: (-max(item[1].values()), item[0])):
        choice, count = min(counter.items(), key=lambda item: (-item[1], taken[item[0]], item[0]))
        chosen[entity] = (choice, count)
        taken[choice] += 1
    return chosen
