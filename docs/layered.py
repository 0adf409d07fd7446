"""The layout of docs/picture.py: boxes in rows, few crossings, neighbours near each other.

A layered drawing as Sugiyama taught it. It knows no random numbers and no metrics of fonts, and adds with
fsum (Python 3.12 changed what sum gives): every machine finds the same places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, combinations, pairwise, permutations, product
from math import fsum
from statistics import fmean
from typing import Any, Final

import networkx as nx

GAP: Final = 72
"""Between rows; like all lengths here in pixels."""
APART: Final = 16
MARGIN: Final = 20

Point = tuple[float, float]
Bend = tuple[Point, Point]


@dataclass
class Box:
    """A box of this size or, where there is none, the place where a long line passes a row."""

    width: float = 10.0
    height: float = 0.0
    row: int = 0
    x: float = 0.0
    y: float = 0.0
    near: list[str] = field(default_factory=list)
    passed: bool = False


def layout(
    boxes: Mapping[str, Box], lines: Iterable[tuple[str, str]], over: Iterable[tuple[str, str]]
) -> tuple[list[list[Bend]], int, int]:
    """Place the boxes (their centres); the curves of each line from row to row; the whole's width and height.

    ``over`` holds pairs of which the first stands above the second.
    """
    rows(boxes, over)
    every = dict(boxes)
    paths = [_path(every, f"~{number:03}", *line) for number, line in enumerate(lines)]
    grid = untangled(every)
    width, height = _place(every, grid)
    return _bends(every, paths), width, height


# ---- rows


def rows(boxes: Mapping[str, Box], over: Iterable[tuple[str, str]]) -> None:
    """Give each box its row, right below what stands above it; what the chief box does not hold up sinks.

    >>> boxes = {name: Box() for name in "abcde"}
    >>> rows(boxes, ["ab", "bc", "cd", "ed"])
    >>> {name: box.row for name, box in boxes.items()}
    {'a': 0, 'b': 1, 'c': 2, 'd': 3, 'e': 2}
    """
    order: Any = nx.DiGraph()
    order.add_nodes_from(sorted(boxes))
    order.add_edges_from(over)
    generations = list(nx.topological_generations(order))
    for row, names in enumerate(generations):
        for name in names:
            boxes[name].row = row
    chief = max(order, key=lambda name: len(nx.descendants(order, name)))
    for name in (name for names in reversed(generations) for name in names):
        if name not in {chief} | nx.descendants(order, chief):
            below = [boxes[other].row for other in order.successors(name)]
            boxes[name].row = min(below, default=len(generations)) - 1


def _path(boxes: dict[str, Box], key: str, start: str, stop: str) -> list[str]:
    """The boxes that a line goes through; places to pass rows are added."""
    step = 1 if boxes[stop].row > boxes[start].row else -1
    passed = {f"{key}.{row}": row for row in range(boxes[start].row + step, boxes[stop].row, step)}
    boxes.update((name, Box(row=row, passed=True)) for name, row in passed.items())
    for one, other in pairwise([start, *passed, stop]):
        boxes[one].near.append(other)
        boxes[other].near.append(one)
    return [start, *passed, stop]


# ---- order in the rows


def untangled(boxes: Mapping[str, Box]) -> list[list[str]]:
    """The rows from left to right: few crossings first, then short lines.

    Each start is a walk along the lines; it gets better move by move, and the best end of all is taken.
    """
    lines = [(name, other) for name in sorted(boxes) for other in boxes[name].near]
    grids = []
    for root, way in product(sorted(boxes), (1, -1)):
        walk = {name: i for i, name in enumerate(nx.dfs_preorder_nodes(nx.Graph(lines[::way]), root))}
        levels: dict[int, list[str]] = defaultdict(list)
        for name in sorted(boxes, key=lambda name: walk.get(name, len(boxes))):
            levels[boxes[name].row].append(name)
        grids.append([levels[row] for row in sorted(levels)])
        while _moved(grids[-1], boxes):
            pass
    return min(grids, key=lambda grid: tangle(grid, boxes))


def _moved(grid: list[list[str]], boxes: Mapping[str, Box]) -> bool:
    """Make the first move of a box along its row that helps, if there is one."""
    cost = tangle(grid, boxes)
    for row, level in enumerate(grid):
        for here, there in permutations(range(len(level)), 2):
            grid[row] = [*level[:here], *level[here + 1 :]]
            grid[row].insert(there, level[here])
            if tangle(grid, boxes) < cost:
                return True
        grid[row] = level
    return False


def tangle(grid: Sequence[Sequence[str]], boxes: Mapping[str, Box]) -> tuple[int, float]:
    """The number of crossings, and how far lines go sideways (in boxes)."""
    crossings, sideways = 0, [0.0]
    for upper, lower in pairwise(grid):
        at = {name: i - len(lower) / 2 for i, name in enumerate(lower)}
        starts = [(i - len(upper) / 2, boxes[name].near) for i, name in enumerate(upper)]
        lines = [(x, at[name]) for x, near in starts for name in near if name in at]
        crossings += sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in combinations(lines, 2))
        sideways += [abs(a - b) for a, b in lines]
    return crossings, fsum(sideways)


# ---- places


def spread(wanted: Sequence[float], steps: Sequence[float]) -> list[float]:
    """The places nearest to those wanted that keep the order and these steps between neighbours.

    Least squares, by pooling adjacent violators.

    >>> spread([0, 0, 9], [4, 4])
    [-2.0, 2.0, 9.0]
    """
    shifts = list(accumulate(steps, initial=0.0))
    pools: list[list[float]] = []
    for want, shift in zip(wanted, shifts, strict=True):
        pools.append([want - shift])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return [fmean(pool) + shift for pool, shift in zip([p for p in pools for _ in p], shifts, strict=True)]


def _place(boxes: Mapping[str, Box], grid: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Give each box its centre; width and height of the whole."""
    for turn in range(60):
        for level in grid if turn % 2 else reversed(grid):
            here = [boxes[name] for name in level]
            steps = [(a.width + b.width) / 2 + APART for a, b in pairwise(here)]
            for box, x in zip(here, spread([_pull(box, boxes) for box in here], steps), strict=True):
                box.x = x
    left = min(box.x - box.width / 2 for box in boxes.values()) - MARGIN
    bottom = float(MARGIN)
    for level in grid:
        height = max(boxes[name].height for name in level)
        for box in (boxes[name] for name in level):
            box.x, box.y, box.height = box.x - left, bottom + height / 2, box.height or height
        bottom += height + GAP
    return round(max(box.x + box.width / 2 for box in boxes.values()) + MARGIN), round(bottom - GAP + MARGIN)


def _pull(box: Box, boxes: Mapping[str, Box]) -> float:
    """Where its neighbours would have a box; long lines are pulled straight."""
    near = [boxes[name] for name in box.near]
    pulls = [other.x for other in near for _ in range(4 if box.passed and other.passed else 1)]
    return fmean(pulls or [box.x])


def _bends(boxes: Mapping[str, Box], paths: Sequence[Sequence[str]]) -> list[list[Bend]]:
    """The curves of each line; those on one side of a box stand apart, in an order that crosses none."""
    sides: dict[tuple[str, int], list[tuple[float, int]]] = defaultdict(list)
    for number, path in enumerate(paths):
        for one, other in [*pairwise(path), *pairwise(path[::-1])]:
            sides[one, boxes[other].row].append((boxes[other].x, number))

    def end(number: int, one: str, other: str) -> Point:
        here, there = boxes[one], boxes[other]
        side = sorted(sides[one, there.row])
        step = min(40.0, here.width * 0.7 / len(side))
        x = here.x + (side.index((there.x, number)) - (len(side) - 1) / 2) * step
        return x, here.y + here.height / 2 * (1 if there.row > here.row else -1)

    return [[(end(i, a, b), end(i, b, a)) for a, b in pairwise(path)] for i, path in enumerate(paths)]


def curve(bend: Bend, t: float) -> Point:
    """The point at a part (0 to 1) of a curve that leaves and arrives upright."""
    (x0, y0), (x1, y1) = bend
    return x0 + (x1 - x0) * t * t * (3 - 2 * t), y0 + (y1 - y0) * t * (1.5 - 1.5 * t + t * t)
