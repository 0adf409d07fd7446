"""A scene on a sheet, drawn by matplotlib: lines, things with their names, legend. One unit of the axes is a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from typing import Any, Final

from matplotlib.figure import Figure

from vankien.graph.export.picture.legend import LEAST, Legend, Names
from vankien.graph.export.picture.letters import FAMILY, LEADING, breadth, broken
from vankien.graph.export.picture.looks import INK, KINDS, PAPER
from vankien.graph.export.picture.places import places
from vankien.graph.export.picture.scene import Scene, Thing
from vankien.graph.export.picture.strokes import Spot, draw_lines, name_lines

MARGIN: Final = 26.0

_NAMED: Final = 70
"""Lines up to which each bears the names of its facts, where there is room."""

_FEW: Final = 3
"""Things tied to no more than so many others are all of one size."""


def drawn(scene: Scene, names: Names, caption: Sequence[str]) -> Figure:
    """The sheet; ``names`` are those of the vocabulary's terms, ``caption`` the lines below the legend."""
    spots, width, height = _spots(scene)
    wide = max(width, LEAST, *(breadth(line, 8) for line in caption))
    spots = [_moved(spot, (wide - width) / 2) for spot in spots]
    legend = Legend(scene, names, caption)
    low = -legend.height(wide) - 1.3 * MARGIN
    sheet = Figure(figsize=((wide + 2 * MARGIN) / 72, (height + MARGIN - low) / 72), facecolor=PAPER)
    axes = sheet.add_axes((0, 0, 1, 1))
    axes.set(xlim=(-MARGIN, wide + MARGIN), ylim=(low, height + MARGIN))
    axes.set_axis_off()
    curves = draw_lines(axes, scene.lines, spots, scene.support)
    if len(scene.lines) <= _NAMED:
        name_lines(axes, scene.lines, curves, spots)
    for number, (thing, spot) in enumerate(zip(scene.things, spots, strict=True)):
        _draw_thing(axes, number, thing, spot)
    legend.draw(axes, wide, -MARGIN)
    return sheet


def _spots(scene: Scene) -> tuple[list[Spot], float, float]:
    """Where the things stand, and the breadth and height of all."""
    if not scene.things:
        return [], 0.0, 0.0
    most = max(thing.degree for thing in scene.things)
    frames, marks = [], []
    for thing in scene.things:
        weight = sqrt(thing.degree / most) if most > _FEW else 0.4
        radius, size, name = round(4.5 + 9 * weight, 2), round(7.5 + 4.5 * weight, 2), broken(thing.label)
        halves = tuple(breadth(line, size) / 2 for line in name)
        marks.append((radius, name, halves, size))
        frames.append((2 * max(radius, *halves), 2 * radius + 2 + len(name) * size * LEADING))
    centres, width, height = places(frames, [(line.source, line.target) for line in scene.lines])
    spots = []
    for (x, y), (w, h), (radius, name, halves, size) in zip(centres.tolist(), frames, marks, strict=True):
        frame = x - w / 2, y - h / 2, x + w / 2, y + h / 2
        spots.append(Spot(x, y + h / 2 - radius, radius, name, halves, size, frame))
    return spots, width, height


def _moved(spot: Spot, shift: float) -> Spot:
    left, bottom, right, top = spot.frame
    return replace(spot, x=spot.x + shift, frame=(left + shift, bottom, right + shift, top))


def _draw_thing(axes: Any, number: int, thing: Thing, spot: Spot) -> None:
    colour, marker = KINDS[thing.kind]
    size = 2 * spot.radius * (0.8 if marker == "D" else 1)
    face, edge, line = (PAPER, colour, 1.4) if thing.planned else (colour, PAPER, 0.8)
    [mark] = axes.plot([spot.x], [spot.y], marker, ms=size, mfc=face, mec=edge, mew=line, zorder=4)
    mark.set_gid(f"thing{number}")
    top = spot.y - spot.radius - 2
    plate = {"boxstyle": "square,pad=0.04", "fc": PAPER, "ec": "none", "alpha": 0.72}
    for row, words in enumerate(spot.name):
        text = axes.text(
            spot.x, top - (row + 0.8) * spot.size * LEADING, words, size=spot.size, ha="center", va="baseline",
            color=INK, zorder=5, parse_math=False, family=FAMILY, bbox=plate,
        )  # fmt: skip
        text.set_gid(f"name{number}.{row}")
