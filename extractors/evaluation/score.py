"""All parts of an evaluation over any number of annotated articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vankien.extractors.evaluation.counts import TYPES, Figures
from vankien.extractors.evaluation.gold import GoldArticle
from vankien.extractors.evaluation.matching import aligned
from vankien.extractors.evaluation.mentions import score_coreference, score_mentions
from vankien.extractors.evaluation.relations import RELATIONS, score_attributes, score_relations
from vankien.ontology.nouns import Extraction


def evaluate(gold: Iterable[GoldArticle], extractions: Mapping[str, Extraction]) -> Figures:
    """Hold extractions, by the id of their article, against annotated articles.

    An annotated article without an extraction counts as read and found empty, and is listed in ``unread``.
    """
    figures = Figures()
    for part, kinds in (
        ("strict", TYPES),
        ("relaxed", TYPES),
        ("relations", RELATIONS),
        ("qualified", RELATIONS),
    ):
        for kind in kinds:
            figures.counts[part][kind]  # kinds that nothing speaks of stand with zeros
    for annotated in gold:
        figures.articles += 1
        if annotated.article.id not in extractions:
            figures.unread.append(annotated.article.id)
        extraction = extractions.get(annotated.article.id, Extraction(annotated.article))
        ends = aligned(annotated, extraction)
        for part in ("strict", "relaxed"):
            score_mentions(annotated, extraction, part, figures)
        for part in ("relations", "qualified"):
            score_relations(annotated, extraction, ends, part, figures)
        score_coreference(annotated, extraction, figures.counts["coreference"]["all"])
        score_attributes(annotated, extraction, ends, figures)
    figures.faults.sort()
    return figures
