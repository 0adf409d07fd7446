"""How well articles are read: extractions held against articles that people annotated.

What is annotated and what counts is told in ``docs/evaluation.md``. The figures are those of the
evaluation kit's ``score.py``; the tests hold the two together where the kit is there.

=============  ==========================================================================
part           what counts
=============  ==========================================================================
strict         mentions of the same type on exactly the same code points
relaxed        mentions of the same type that overlap, one to one
coreference    pairs of found mentions put into one entity
relations      statements whose name and both ends agree (acts: also the act)
qualified      the same, and the status, role or type agrees too
attributes     the annotated attributes of documents and events that were found (a recall)
=============  ==========================================================================
"""

from vankien.extractors.evaluation.counts import PARTS, Count, Fault, Figures
from vankien.extractors.evaluation.falls import fallen
from vankien.extractors.evaluation.gold import GoldArticle, load
from vankien.extractors.evaluation.score import evaluate

__all__ = ["PARTS", "Count", "Fault", "Figures", "GoldArticle", "evaluate", "fallen", "load"]
