"""Whether figures fell below ones that were kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vankien.extractors.evaluation.counts import PARTS, Figures

SLACK = 0.0005
"""Half of the last digit that is shown: what rounding may cost is no fall."""


def fallen(figures: Figures, kept: Mapping[str, Any]) -> Iterator[str]:
    """One line for each F1 of a part or kind that is lower than in ``kept`` (the JSON of an earlier evaluation).

    A smaller number of articles is a fall too: figures over fewer articles say less.
    """
    now = figures.as_json()
    if now["articles"] < kept["articles"]:
        yield f"articles: {kept['articles']} -> {now['articles']}"
    for part in PARTS:
        for kind, before in kept[part].items():
            after = now[part].get(kind, {"f1": 0.0})["f1"]
            if after < before["f1"] - SLACK:
                yield f"{part} {kind}: F1 {before['f1']:.3f} -> {after:.3f}"
