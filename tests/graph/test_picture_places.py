"""Places of things on a sheet: none stands on another, all on the sheet, the same each time; names broken and lines clipped."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.graph.export.picture.letters import breadth, broken
from vankien.graph.export.picture.places import SHAPE, packed, places
from vankien.graph.export.picture.strokes import Spot, on, visible

SIZES = st.tuples(st.floats(5, 200), st.floats(5, 80))


@st.composite
def networks(draw: st.DrawFn) -> tuple[list[tuple[float, float]], list[tuple[int, int]]]:
    """Frames, and pairs of their numbers."""
    frames = draw(st.lists(SIZES, min_size=1, max_size=25))
    ends = st.integers(0, len(frames) - 1)
    return frames, draw(st.lists(st.tuples(ends, ends), max_size=40))


@settings(max_examples=60, deadline=None)
@given(networks())
def test_no_frame_stands_on_another_and_all_on_the_sheet(network: tuple[list[tuple[float, float]], list[tuple[int, int]]]) -> None:
    frames, pairs = network
    found, width, height = places(frames, pairs)
    boxes = [(x - w / 2, y - h / 2, x + w / 2, y + h / 2) for (x, y), (w, h) in zip(found.tolist(), frames, strict=True)]
    for number, (left, bottom, right, top) in enumerate(boxes):
        assert -0.1 <= left and right <= width + 0.1 and -0.1 <= bottom and top <= height + 0.1
        for other in boxes[:number]:
            assert not (left < other[2] and other[0] < right and bottom < other[3] and other[1] < top)


def test_a_star_of_many_and_a_chain_of_many_have_room() -> None:
    for pairs in ([(0, n) for n in range(1, 120)], [(n, n + 1) for n in range(119)]):
        found, width, height = places([(70.0, 30.0)] * 120, pairs)
        spots = found.tolist()
        close = [(i, j) for i, a in enumerate(spots) for j, b in enumerate(spots[:i]) if abs(a[0] - b[0]) < 70 and abs(a[1] - b[1]) < 30]
        assert close == []
        assert width * height < 120 * 70 * 30 * 60, "the sheet does not run away"


@given(st.lists(SIZES, min_size=1, max_size=60))
@settings(max_examples=40, deadline=None)
def test_parts_are_packed_without_overlap(boxes: list[tuple[float, float]]) -> None:
    corners, width, height = packed(boxes)
    placed = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, boxes, strict=True)]
    for number, one in enumerate(placed):
        assert -0.01 <= one[0] and one[2] <= width + 0.01 and -0.01 <= one[1] and one[3] <= height + 0.01
        assert not any(one[0] < b[2] and b[0] < one[2] and one[1] < b[3] and b[1] < one[3] for b in placed[:number])


def test_many_like_parts_fill_a_sheet_of_its_shape() -> None:
    _, width, height = packed([(200.0, 60.0)] * 60)
    assert 0.6 * SHAPE < width / height < 1.7 * SHAPE


NAMES = [  # (name, lines, why)
    ("Bộ Chính trị", ("Bộ Chính trị",), "short"),
    ("Ban Tuyên giáo Tỉnh ủy Hòa Bình", ("Ban Tuyên giáo", "Tỉnh ủy Hòa Bình"), "before a capital"),
    ("", ("",), "nothing"),
    ("x" * 30, ("x" * 30,), "one word stays whole"),
]


@pytest.mark.parametrize(("name", "lines", "why"), NAMES, ids=[case[-1] for case in NAMES])
def test_names_are_broken_where_it_reads_well(name: str, lines: tuple[str, ...], why: str) -> None:
    assert broken(name) == lines, why


@given(st.text(st.sampled_from("aạ bB,"), max_size=200).map(lambda text: " ".join(text.split())))
def test_broken_names_lose_nothing_but_the_end_of_long_ones(name: str) -> None:
    lines = broken(name)
    assert 1 <= len(lines) <= 4
    whole = " ".join(lines)
    assert whole == name or (whole.endswith(" …") and name.startswith(whole[:-2]) and len(name) > 80)


def test_breadth_knows_vietnamese_letters() -> None:
    assert breadth("ỦY", 10) > breadth("ủy", 10) > 5
    assert breadth("", 10) == 0


def test_a_line_starts_and_ends_outside_both_things() -> None:
    one = Spot(0, 0, 5, ("dài",), (30,), 8, (-30, -20, 30, 5))
    other = Spot(0, -100, 5, ("x",), (4,), 8, (-5, -115, 5, -95))
    curve = visible(one, other, 0.0)
    for part in (0.02, 0.5, 0.98):
        assert not one.covers(on(curve, part)) and not other.covers(on(curve, part))
    assert curve[0][1] < -10, "it leaves below the name"


def test_things_that_touch_keep_their_line() -> None:
    one, other = (Spot(x, 0, 9, ("x",), (4,), 8, (x - 9, -20, x + 9, 9)) for x in (0, 6))
    assert visible(one, other, 0.0)[0] == (0, 0)
