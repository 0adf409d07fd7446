"""Letters as people see them: text that Word and PDF files set in an old Vietnamese font.

Before Unicode, fonts drew Vietnamese letters in the places of others: text set in ``.VnTime`` (TCVN3) or ``VNI-Times`` holds
``§¶ng`` or ``Ñaûng`` where the page shows *Đảng*. Only the font's name tells it, and only runs of such a font are meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from vankien.extractors.readers.encodings.fonts import from_fonts


def joined(runs: Iterable[tuple[str, str]]) -> str:
    """Runs (text, font) as one text in Unicode.

    >>> joined([("§¶ng bé ", ".VnTime"), ("huyện", "Arial")])
    'Đảng bộ huyện'
    """
    return from_fonts(list(runs))
