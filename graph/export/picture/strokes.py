"""The lines of a picture: from the edge of one thing to that of another, fanned out where there are several, with the names of their facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, log2
from typing import Any, Final

from matplotlib.patches import FancyArrowPatch
from matplotlib.path import Path

from vankien.graph.export.picture.letters import FAMILY, LEADING, breadth
from vankien.graph.export.picture.looks import DASHES, PAPER
from vankien.graph.export.picture.scene import Line

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_SIZE: Final = 6.5
_STEPS: Final = 120


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing stands: the centre of its mark, the mark's radius; the lines of its name below, half their breadths, their
    size; and the frame around all."""

    x: float
    y: float
    radius: float
    name: tuple[str, ...]
    halves: tuple[float, ...]
    size: float
    frame: Rect

    def covers(self, point: Point) -> bool:
        """Whether a point lies on the mark or on the name."""
        across, down = abs(point[0] - self.x), self.y - self.radius - 1 - point[1]
        row = int(down // (self.size * LEADING))
        return hypot(across, point[1] - self.y) < self.radius + 1 or (down > 0 and row < len(self.name) and across < self.halves[row])


Curve = tuple[Point, Point, Point]
"""Of the second degree: start, control point, end."""


def draw_lines(axes: Any, lines: Sequence[Line], spots: Sequence[Spot], least: int) -> list[Curve | None]:
    """Draw all lines, thin where no more than the ``least`` number of articles say so; gives their visible curves, None for a thing's line to itself."""
    return [_draw(axes, number, lines[number], spots, bend, least) for number, bend in sorted(_bends(lines))]


def _draw(axes: Any, number: int, line: Line, spots: Sequence[Spot], bend: float, least: int) -> Curve | None:
    one, other = spots[line.source], spots[line.target]
    width = round(min(0.9 + 0.55 * log2(line.articles / least), 4.5), 2)
    if line.source == line.target:
        [ring] = axes.plot([one.x], [one.y + 1.5 * one.radius], "o", ms=1.6 * one.radius, mfc="none", mec=line.colour, mew=width, zorder=2)
        ring.set_gid(f"line{number}")
        return None
    curve = visible(one, other, bend)
    arrow = FancyArrowPatch(
        path=Path(curve, [Path.MOVETO, Path.CURVE3, Path.CURVE3]), arrowstyle=f"-|>,head_length={3.4 + width:.2f},head_width={1.2 + 0.7 * width:.2f}",
        mutation_scale=1, color=line.colour, lw=width, ls=DASHES[line.firmness], alpha=0.8, zorder=2, joinstyle="miter", capstyle="butt",
    )  # fmt: skip
    arrow.set_gid(f"line{number}")
    axes.add_patch(arrow)
    return curve


def _bends(lines: Sequence[Line]) -> Iterator[tuple[int, float]]:
    """Each line's number and how much it is bent: those between the same two things fan out, one alone is nearly straight."""
    beside: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        beside[min(line.source, line.target), max(line.source, line.target)].append(number)
    for numbers in beside.values():
        for at, number in enumerate(numbers):
            bend = 0.05 if len(numbers) == 1 else 0.22 * (at - (len(numbers) - 1) / 2)
            yield number, round(bend if lines[number].source <= lines[number].target else -bend, 3)


def visible(one: Spot, other: Spot, bend: float) -> Curve:
    """The part of the curve from thing to thing that lies on neither; all of it where that is nothing."""
    x, y = (one.x + other.x) / 2 + bend * (other.y - one.y), (one.y + other.y) / 2 - bend * (other.x - one.x)
    whole = (one.x, one.y), (x, y), (other.x, other.y)
    parts = [at / _STEPS for at in range(_STEPS + 1)]
    start = max(part for part in parts if part == 0 or one.covers(on(whole, part))) + 1 / _STEPS
    end = min(part for part in parts if part == 1 or other.covers(on(whole, part))) - 1 / _STEPS
    return _between(whole, start, end) if start < end else whole


def on(curve: Curve, part: float) -> Point:
    """The place on a curve where so much of it (0 to 1) lies behind."""
    (ax, ay), (bx, by), (cx, cy) = curve
    a, b, c = (1 - part) ** 2, 2 * part * (1 - part), part**2
    return a * ax + b * bx + c * cx, a * ay + b * by + c * cy


def _between(curve: Curve, start: float, end: float) -> Curve:
    a, b, c = curve
    x, y = (  # the blossom of the curve at (start, end)
        (1 - start) * (1 - end) * a[i] + ((1 - start) * end + start * (1 - end)) * b[i] + start * end * c[i] for i in (0, 1)
    )
    return on(curve, start), (x, y), on(curve, end)


def name_lines(axes: Any, lines: Sequence[Line], curves: Sequence[Curve | None], spots: Sequence[Spot]) -> None:
    """The names of facts on their lines, where they cover neither a thing nor each other; none where the legend has one name for the colour."""
    taken = [spot.frame for spot in spots]
    told = {colour for colour in {line.colour for line in lines} if len({name for line in lines if line.colour == colour for name in line.names}) == 1}
    for number, (line, curve) in enumerate(zip(lines, curves, strict=True)):
        if curve is None or line.colour in told:
            continue
        text = " / ".join(line.names)
        half = breadth(text, _SIZE) / 2 + 1
        if _length(curve) < 24:
            continue
        for part in (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74):
            x, y = on(curve, part)
            rect = x - half, y - _SIZE * 0.6, x + half, y + _SIZE * 0.6
            if not any(rect[0] < r[2] and r[0] < rect[2] and rect[1] < r[3] and r[1] < rect[3] for r in taken):
                taken.append(rect)
                _name(axes, number, text, x, y, line.colour)
                break


def _name(axes: Any, number: int, text: str, x: float, y: float, colour: str) -> None:
    plate = {"boxstyle": "square,pad=0.06", "fc": PAPER, "ec": "none", "alpha": 0.9}
    label = axes.text(x, y - _SIZE * 0.36, text, size=_SIZE, ha="center", va="baseline", color=colour, zorder=3, parse_math=False, family=FAMILY, bbox=plate)
    label.set_gid(f"fact{number}")


def _length(curve: Curve) -> float:
    points = [on(curve, part / 4) for part in range(5)]
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
