"""Where things stand: each connected part by itself, names that cover no other, the parts side by side.

networkx finds the places of a part. What it does not know is that things have names: here they are moved apart until none covers
another, and the sheet grows as it must. Lengths are points, y grows upwards. Places are rounded, since the last digits of a sum
may differ between processors.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import networkx as nx
import numpy as np

Array = Any
"""Arrays of numbers; numpy's own types say little here."""

GAP: Final = 5.0
"""Between the frames of two things."""

APART: Final = 34.0
"""Between two parts."""

LOOSE: Final = 3.2
"""Most that a part is larger than the frames in it, before it is drawn out."""

STEP: Final = 66.0
"""About the length of a line."""

SHAPE: Final = 1.45
"""Breadth of a sheet by its height."""

_STRETCH: Final = 1.5

def places(frames: Sequence[tuple[float, float]], pairs: Iterable[tuple[int, int]]) -> tuple[Array, float, float]:
    """Centres of frames (breadth, height) that stand nowhere on another, and the breadth and height of the whole."""
    sizes = np.array(frames, dtype=float)
    graph: Any = nx.Graph()
    graph.add_nodes_from(range(len(frames)))
    graph.add_edges_from(pair for pair in pairs if pair[0] != pair[1])
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    found = np.zeros((len(frames), 2))
    boxes = []
    for part in parts:
        spread = _spread(graph, part, float(sizes[part].prod(axis=1).sum()))
        found[part], box = _shaped(spread, sizes[part])
        boxes.append(box)
    corners, breadth, height = packed(boxes)
    for part, corner in zip(parts, corners, strict=True):
        found[part] += corner
    return found.round(2), round(breadth, 2), round(height, 2)


def _shaped(spread: Array, sizes: Array) -> tuple[Array, tuple[float, float]]:
    """Places drawn out, since names are broad, so that the frames around them, moved apart, take a sheet near :data:`SHAPE`."""
    first = _boxed(parted(spread * [_STRETCH, 1.0], sizes), sizes)
    more = (first[1][1] * SHAPE / max(first[1][0], 1.0)) ** 0.5
    if len(sizes) < 4 or 0.9 < more < 1.1:
        return first
    second = _boxed(parted(spread * [_STRETCH * min(max(more, 0.7), 2.5), 1.0], sizes), sizes)
    return min(first, second, key=lambda one: max(one[1][0] / SHAPE, one[1][1]))


def _boxed(spots: Array, sizes: Array) -> tuple[Array, tuple[float, float]]:
    """The same places with the left bottom corner of all frames at zero, and the breadth and height."""
    low, high = (spots - sizes / 2).min(axis=0), (spots + sizes / 2).max(axis=0)
    return spots - low, (float(high[0] - low[0]), float(high[1] - low[1]))


def _spread(graph: Any, part: Sequence[int], area: float) -> Array:
    """Places of a connected part, its long side lying: lines about a step long, or shorter where frames of this area then stand too loosely."""
    if len(part) == 1:
        return np.zeros((1, 2))
    below: Any = nx.Graph()
    below.add_nodes_from(part)  # in this order whatever the order of sets
    below.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.subgraph(part).edges))
    start = nx.spring_layout(below, iterations=60, seed=1, method="force")
    spots: Any = nx.kamada_kawai_layout(below, pos=start)
    found = np.array([spots[number] for number in part]).round(6)
    found -= found.mean(axis=0)
    *_, axes = np.linalg.svd(found, full_matrices=False)
    axes *= np.where(axes[:, :1] < 0, -1, 1)
    found = found @ axes.T
    order = {number: at for at, number in enumerate(part)}
    ends = np.array([(order[a], order[b]) for a, b in below.edges])
    length = np.median(np.linalg.norm(found[ends[:, 0]] - found[ends[:, 1]], axis=1)) or 1.0
    room = float(np.prod(found.max(axis=0) - found.min(axis=0)))
    scale = STEP / length
    if len(part) > 10 and room:
        scale = min(scale, (LOOSE * area / room) ** 0.5)
    return (found * scale).round(4)


def parted(spots: Array, sizes: Array) -> Array:
    """Places moved as little as needed until no frame stands on another.

    >>> parted(np.zeros((2, 2)), np.array([[60.0, 20.0], [60.0, 20.0]])).tolist()
    [[0.0, -12.5], [0.0, 12.5]]
    """
    need = (sizes[:, None] + sizes[None]) / 2 + GAP
    order = np.sign(np.arange(len(spots))[:, None] - np.arange(len(spots))[None])
    for turn in range(2000):
        way = spots[:, None] - spots[None]
        over = need - np.abs(way)
        clash = (over > 0.01).all(axis=2)
        np.fill_diagonal(clash, False)
        if not clash.any():
            break
        side = np.where(way == 0, order[:, :, None], np.sign(way))
        flat = over[:, :, 0] < over[:, :, 1]
        push = np.stack([flat, ~flat], axis=2) * clash[:, :, None] * over * side / 2
        spots = spots + push.sum(axis=1) / np.maximum(1, clash.sum(axis=1))[:, None]
        if turn % 20 == 19:
            spots = spots * 1.05
    return spots.round(3)


def packed(boxes: Sequence[tuple[float, float]]) -> tuple[list[tuple[float, float]], float, float]:
    """Left bottom corners of boxes on the smallest sheet of about the breadth by height of :data:`SHAPE`, the first ones on top.

    >>> packed([(100.0, 90.0), (30.0, 20.0)])
    ([(0.0, 0.0), (134.0, 70.0)], 164.0, 90.0)
    """
    about = (sum((w + APART) * (h + APART) for w, h in boxes) * SHAPE) ** 0.5
    widest = max(w for w, _ in boxes)
    sheets = [_stacked(boxes, max(widest, about * part)) for part in (0.75, 0.85, 0.95, 1.05, 1.15, 1.3, 1.5)]
    return min(sheets, key=lambda sheet: max(sheet[1] / SHAPE, sheet[2]))


def _stacked(boxes: Sequence[tuple[float, float]], breadth: float) -> tuple[list[tuple[float, float]], float, float]:
    """Each box as high on a sheet of this breadth as those before it allow, of equally high places the left one."""
    spots: list[tuple[float, float]] = []  # left and top, downwards
    for w, h in boxes:
        lefts = sorted({0.0, *(x + v + APART for (x, _), (v, _) in zip(spots, boxes, strict=False))})
        free = [(_top(spots, boxes, left, w), left) for left in lefts if left + w <= breadth + 0.01]
        top, left = min(free)
        spots.append((left, top))
    right = max(x + w for (x, _), (w, _) in zip(spots, boxes, strict=True))
    low = max(y + h for (_, y), (_, h) in zip(spots, boxes, strict=True))
    return [(x, low - y - h) for (x, y), (_, h) in zip(spots, boxes, strict=True)], right, low


def _top(spots: Sequence[tuple[float, float]], boxes: Sequence[tuple[float, float]], left: float, w: float) -> float:
    """How far down a box of this breadth comes to lie at this left."""
    under = (y + h for (x, y), (v, h) in zip(spots, boxes, strict=False) if x < left + w + APART and left < x + v + APART)
    return max((low + APART for low in under), default=0.0)
