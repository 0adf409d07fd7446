"""Mentions and coreference against the annotation."""

from __future__ import annotations

from vankien.extractors.evaluation.counts import TYPES, Count, Fault, Figures
from vankien.extractors.evaluation.gold import GoldArticle, GoldMention
from vankien.extractors.evaluation.matching import closest, pairs
from vankien.ontology.nouns import Extraction, Span

AROUND = 40
"""Code points of the article shown on either side of a fault."""


def words(text: str, span: Span) -> str:
    """The words of a span between ⟦ ⟧, with what stands around them, on one line."""
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return " ".join(f"{before}⟦{span.text(text)}⟧{after}".split())


def score_mentions(gold: GoldArticle, extraction: Extraction, part: str, figures: Figures) -> None:
    """Count one article's mentions, ``strict`` or ``relaxed`` by ``part``; faults are told for relaxed only."""
    strict = part == "strict"
    text = gold.article.text
    for kind in TYPES:
        annotated = [m for m in gold.mentions if m.type == kind]
        said = list(dict.fromkeys(m.span for m in extraction.mentions if m.type == kind))
        matched = pairs(annotated, said, strict)
        count = figures.counts[part][kind]
        for i, mention in enumerate(annotated):
            if mention.optional:
                continue
            count.right += i in matched
            count.missed += i not in matched
            if i not in matched and not strict:
                figures.faults.append(_fault(gold, kind, "missed", mention.span))
            elif not strict and said[matched[i]] != mention.span:
                what = f"{mention.span.text(text)} ≠ {said[matched[i]].text(text)}"
                figures.faults.append(
                    Fault("strict", kind, "wrong", gold.key, what, words(text, said[matched[i]]))
                )
        for j in sorted(set(range(len(said))) - set(matched.values())):
            if not _excused(kind, said[j], annotated, matched):
                count.false += 1
                if not strict:
                    figures.faults.append(_fault(gold, kind, "false", said[j]))


def _fault(gold: GoldArticle, kind: str, sort: str, span: Span) -> Fault:
    return Fault(
        "relaxed", kind, sort, gold.key, span.text(gold.article.text), words(gold.article.text, span)
    )


def _excused(kind: str, span: Span, annotated: list[GoldMention], matched: dict[int, int]) -> bool:
    """A body named inside a longer body that was found, or words over an optional mention, are no false alarm."""
    inner = kind == "Body" and any(annotated[i].span.holds(span) for i in matched)
    return inner or any(m.optional and m.span.overlaps(span) for m in annotated)


def score_coreference(gold: GoldArticle, extraction: Extraction, count: Count) -> None:
    """Count pairs of found mentions of a type by whether both sides put them into one entity."""
    found: list[tuple[str, set[str], set[str]]] = []
    for mention in extraction.mentions:
        annotated = closest(gold, mention)
        if annotated is None or annotated.optional:
            continue
        theirs, mine = set(annotated.entities), set(mention.entities)
        for kind, other_theirs, other_mine in found:
            if kind == mention.type:
                same, said = bool(theirs & other_theirs), bool(mine & other_mine)
                count.right += same and said
                count.false += said and not same
                count.missed += same and not said
        found.append((mention.type, theirs, mine))
