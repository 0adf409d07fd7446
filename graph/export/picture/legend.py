"""The legend of a picture: kinds of things, sorts of facts by colour, what dashes and sizes say, and what is shown of how much.

``words.tsv`` has the words of the signs in both languages; those of things and facts are the vocabulary's.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from vankien.graph.export.picture.letters import FAMILY, breadth
from vankien.graph.export.picture.looks import DASHES, INK, KINDS, LINES, PAPER, SOFT
from vankien.graph.export.picture.scene import Scene

LEAST: Final = 440.0
"""The breadth that a legend needs, in points as all lengths here."""

SIZE, ROW, SIGN, BETWEEN = 8.0, 14.0, 24.0, 16.0

Names = Mapping[str, tuple[str, str]]
"""Vietnamese and English names of terms."""


class Item(NamedTuple):
    """A sign (its sort, and how it looks) with its words; one without a sign goes on with the words of that before it."""

    sign: str
    look: str
    words: str

    @property
    def breadth(self) -> float:
        return SIGN + breadth(self.words, SIZE)


class Legend:
    """Items in rows, a new row for each group, and lines of text below."""

    def __init__(self, scene: Scene, names: Names, caption: Sequence[str]) -> None:
        self.groups = [[*_things(scene, names)], [*_lines(scene, names)], [*_signs(scene)]]
        self.caption = caption

    def height(self, width: float) -> float:
        """The height on a sheet of this breadth."""
        return (len(self._rows(width)) + len(self.caption)) * ROW

    def draw(self, axes: Any, width: float, top: float) -> None:
        """Draw it below ``top``."""
        axes.plot([0, width], [top + 8, top + 8], color="#cccccc", lw=0.6)
        y = top - SIZE
        for row in self._rows(width):
            x = 0.0
            for item in row:
                _draw(axes, item, x, y)
                x += item.breadth + BETWEEN
            y -= ROW
        for line in self.caption:
            _text(axes, 0, y - 3, line, SOFT)
            y -= ROW

    def _rows(self, width: float) -> list[list[Item]]:
        rows: list[list[Item]] = []
        for group in self.groups:
            used = width
            for item in group:
                if used + item.breadth > width or not item.sign:
                    rows.append([])
                    used = 0.0
                rows[-1].append(item)
                used += item.breadth + BETWEEN
        return rows


@cache
def _words() -> dict[str, str]:
    """The words of the signs."""
    text = files("vankien.graph.export.picture").joinpath("words.tsv").read_text(encoding="utf-8")
    return {row["sign"]: f"{row['vi']} · {row['en']}" for row in csv.DictReader(text.splitlines(), delimiter="\t")}


def _things(scene: Scene, names: Names) -> Iterator[Item]:
    present = {thing.kind for thing in scene.things}
    for kind in KINDS:
        if kind in present:
            yield Item("thing", kind, " · ".join(names[kind]))
    if any(thing.planned for thing in scene.things):
        yield Item("hollow", "Event", _words()["hollow"])


def _lines(scene: Scene, names: Names) -> Iterator[Item]:
    kinds = {kind for line in scene.lines for kind in line.kinds}
    for colour in dict.fromkeys(LINES.values()):
        here = [names[kind] for kind, line in LINES.items() if line == colour and kind in kinds]
        if here:
            first, *more = _wrapped(" · ".join(", ".join(words) for words in zip(*here, strict=True)))
            yield Item("line", colour, first)
            yield from (Item("", "", words) for words in more)


def _wrapped(words: str) -> Iterator[str]:
    line = ""
    for word in words.split(" "):
        if line and breadth(f"{line} {word}", SIZE) > LEAST - SIGN:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _signs(scene: Scene) -> Iterator[Item]:
    styles = {line.firmness for line in scene.lines}
    yield from (Item(style, "", _words()[style]) for style in DASHES if style in styles and style != "firm")
    if any(line.articles > scene.support for line in scene.lines):
        yield Item("wide", "", _words()["wide"])
    if len(scene.lines) > 2:
        yield Item("big", "", _words()["big"])


def _draw(axes: Any, item: Item, x: float, y: float) -> None:
    if item.sign in ("thing", "hollow"):
        colour, marker = KINDS[item.look]
        axes.plot([x + 8], [y + 3], marker, ms=8, mfc=PAPER if item.sign == "hollow" else colour, mec=colour, mew=1.2)
    elif item.sign == "big":
        axes.plot([x + 3], [y + 3], "o", ms=4, mfc="#bbbbbb", mec="none")
        axes.plot([x + 13], [y + 3], "o", ms=9, mfc="#bbbbbb", mec="none")
    elif item.sign:
        style = DASHES.get(item.sign, "-")
        axes.plot([x, x + 18], [y + 3, y + 3], color=item.look or SOFT, ls=style, lw=3 if item.sign == "wide" else 1.4)
    _text(axes, x + SIGN, y, item.words, INK)


def _text(axes: Any, x: float, y: float, words: str, colour: str) -> None:
    axes.text(x, y, words, size=SIZE, color=colour, va="baseline", ha="left", parse_math=False, family=FAMILY)
