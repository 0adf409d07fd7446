"""Letters as people see them: text that Word and PDF files set in an old Vietnamese font.

Before Unicode, fonts drew Vietnamese letters in the places of others: text set in ``.VnTime`` (TCVN3) or ``VNI-Times`` holds
``§¶ng`` or ``Ñaûng`` where the page shows *Đảng*. Only the font's name tells it, and only runs of such a font are meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby


def legible(text: str, font: str) -> str:
    """Text in Unicode, given as it stands in a file and the name of its font."""
    return text


def joined(runs: Iterable[tuple[str, str]]) -> str:
    """Runs (text, font) as one text; neighbours of one font are read together, since a letter may be parted between them."""
    return "".join(
        legible("".join(text for text, _ in group), font) for font, group in groupby(runs, key=lambda run: run[1])
    )
