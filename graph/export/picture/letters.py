"""Names on a picture: their breadth in the font of matplotlib, broken into even lines, shortened where they would fill the sheet."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import combinations, pairwise
from typing import Any, Final

from matplotlib import get_data_path
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

FAMILY: Final = "sans-serif"
"""The fonts of a picture: of matplotlib's list the first, DejaVu Sans, has all Vietnamese letters and comes with it; the others are no wider."""

LEADING: Final = 1.16
"""From line to line, in sizes of the font."""

_LONG: Final = 88
_LINES: Final = ((20, 1), (44, 2), (66, 3), (_LONG, 4))


@cache
def _font() -> tuple[Any, Any]:
    return TextToPath(), FontProperties(fname=f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf", size=100)


@lru_cache(maxsize=20_000)
def _breadth(text: str) -> float:
    measure, font = _font()
    return float(measure.get_text_width_height_descent(text, font, ismath=False)[0])


def breadth(text: str, size: float) -> float:
    """The breadth of a line of text in points: that of its words and of the blanks between them."""
    words = text.split(" ")
    return (sum(map(_breadth, words)) + _breadth(" ") * (len(words) - 1)) * size / 100


def broken(name: str) -> tuple[str, ...]:
    """A name in up to four lines of like breadth, better cut before a capital or after a comma; what is longer ends in an ellipsis.

    >>> broken("Nghị quyết số 57-NQ/TW"), broken("Ban Bí thư")
    (('Nghị quyết', 'số 57-NQ/TW'), ('Ban Bí thư',))
    """
    short = name if len(name) <= _LONG else name[: _LONG - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–(“") + " …"
    words = short.split(" ")
    count = min(next((lines for limit, lines in _LINES if len(short) <= limit), _LINES[-1][1]), len(words))
    rough = {at for at in range(1, len(words)) if not (words[at][:1].isupper() or words[at - 1].endswith(","))}

    def cost(cuts: tuple[int, ...]) -> tuple[float, float]:
        widths = [breadth(" ".join(words[a:b]), 1) for a, b in pairwise((0, *cuts, len(words)))]
        return max(widths) + 1.5 * len(rough.intersection(cuts)), sum(width * width for width in widths)

    cuts = min(combinations(range(1, len(words)), count - 1), key=cost)
    return tuple(" ".join(words[a:b]) for a, b in pairwise((0, *cuts, len(words))))
