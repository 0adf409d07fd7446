"""Automatic numbers of Word lists and headings (ECMA-376 part 1, 17.9): they are words that people see.

Decimal numbers, letters and Roman numerals are counted as Word counts them; any other number format is written as a decimal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from vankien.extractors.readers.word.markup import child, children, value

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
_BULLETS = "-–—+*•●○■□▪"
_MOST = 100_000  # a number above is a slip of the file


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its first number, its format, the text round it (``Điều %1.``), whether it is all decimal."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restarts: bool = True


class Numbering:
    """The lists of a document and how far each has been counted."""

    def __init__(self, root: Any, linked: dict[str, str]) -> None:
        """``root``: the numbering part's element or None; ``linked``: style id -> list id of styles that name a list."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._own: dict[str, dict[int, Level]] = {}  # levels that a list sets for itself
        self._starts: dict[str, dict[int, int]] = {}  # where a list begins to count anew
        self._counts: dict[str, dict[int, int]] = {}
        links: dict[str, str] = {}
        for node in children(root, "abstractNum") if root is not None else ():
            id = value(node, None, "abstractNumId")
            self._levels[id] = dict(map(_level, children(node, "lvl")))
            links[id] = value(child(node, "numStyleLink"))
        for node in children(root, "num") if root is not None else ():
            self._add(value(node, None, "numId"), node)
        for id, style in links.items():
            if style in linked:
                self._levels[id] = self._levels.get(self._abstract.get(linked[style], ""), {})

    def _add(self, id: str, node: Any) -> None:
        self._abstract[id] = value(child(node, "abstractNumId"))
        for override in children(node, "lvlOverride"):
            at = _number(value(override, None, "ilvl"), 0)
            start, own = child(override, "startOverride"), child(override, "lvl")
            if start is not None:
                self._starts.setdefault(id, {})[at] = _number(value(start), 1)
            if own is not None:
                self._own.setdefault(id, {})[at] = _level(own)[1]

    def next(self, id: str, at: int) -> str:
        """The number of the next paragraph of list ``id`` at level ``at`` (0 is the outermost), as people see it."""
        abstract = self._abstract.get(id, "")
        levels = self._levels.get(abstract, {}) | self._own.get(id, {})
        if at not in levels:
            return ""
        counts = self._counts.setdefault(abstract, {})
        fresh = self._starts.get(id, {}).pop(at, None)
        begin = levels[at].start if fresh is None else fresh
        counts[at] = begin if fresh is not None or at not in counts else min(counts[at] + 1, _MOST)
        for deeper in [k for k in counts if k > at and levels.get(k, Level()).restarts]:
            del counts[deeper]
        return _label(levels, counts, at)


def _level(node: Any) -> tuple[int, Level]:
    level = Level(
        _number(value(child(node, "start")), 0),
        value(child(node, "numFmt")) or "decimal",
        value(child(node, "lvlText")),
        child(node, "isLgl") is not None and value(child(node, "isLgl")) not in ("0", "false"),
        value(child(node, "lvlRestart")) != "0",
    )
    return _number(value(node, None, "ilvl"), 0), level


def _number(text: str, default: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else default


def _label(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    level = levels[at]
    if level.format == "bullet":
        mark = level.text.strip()
        return mark if mark and mark in _BULLETS else "•" if mark else ""

    def numeral(match: re.Match[str]) -> str:
        k = int(match[1]) - 1
        of = levels.get(k, Level())
        return written(counts.get(k, of.start), "decimal" if level.legal and of.format != "none" else of.format)

    return _PLACE.sub(numeral, level.text).strip()


def written(number: int, format: str) -> str:
    """A number in one of Word's formats.

    >>> [written(n, f) for n, f in ((3, "decimal"), (28, "lowerLetter"), (14, "upperRoman"), (7, "decimalZero"))]
    ['3', 'bb', 'XIV', '07']
    """
    kind = format.lower()
    if kind == "none":
        return ""
    if number > 0 and kind.endswith("letter"):
        text = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
    elif number > 0 and kind.endswith("roman"):
        text, rest = "", number
        for worth, sign in _ROMAN:
            text, rest = text + sign * (rest // worth), rest % worth
    else:
        return f"{number:02d}" if kind == "decimalzero" else str(number)
    return text.upper() if kind.startswith("upper") else text
