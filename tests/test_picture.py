"""docs/graph.svg is what docs/picture.py makes of the examples now, and shows only what the base says."""

from __future__ import annotations

import doctest
import importlib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from vankien.extractors import extract, read
from vankien.graph import KnowledgeBase

ROOT = Path(__file__).resolve().parents[1]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawing() -> Iterator[Any]:
    """The module docs/picture.py, which is no part of the package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "docs"))
        yield importlib.import_module("picture")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The examples' base as a networkx graph."""
    base = KnowledgeBase(tmp_path_factory.mktemp("picture") / "kb")
    base.update(extract(read([ROOT / "examples"])))
    return base.to_networkx()


@pytest.fixture(scope="module")
def svg() -> ElementTree.Element:
    """The committed picture; a file that is no XML fails here."""
    return ElementTree.parse(ROOT / "docs" / "graph.svg").getroot()


def words(group: ElementTree.Element) -> str:
    return " ".join(text.text or "" for text in group.iter(f"{SVG}text"))


def groups(svg: ElementTree.Element, cls: str) -> list[ElementTree.Element]:
    return [group for group in svg.iter(f"{SVG}g") if group.get("class") == cls]


def test_the_picture_is_current(drawing: Any, base: Any) -> None:
    committed = (ROOT / "docs" / "graph.svg").read_text(encoding="utf-8")
    assert drawing.picture(base) == committed, "run make docs, and look at it"


def test_every_label_is_one_of_the_base(base: Any, svg: ElementTree.Element) -> None:
    labels = [words(node) for node in groups(svg, "node")]
    assert 15 <= len(labels) <= 30
    assert set(labels) <= {label for _, label in base.nodes(data="label")}


def test_every_name_on_a_line_is_a_predicate_or_a_role_of_the_base(base: Any, svg: ElementTree.Element) -> None:
    [facts] = groups(svg, "facts")
    names = {text.text for text in facts.iter(f"{SVG}text")}
    assert names
    assert names <= {d[column] for *_, d in base.edges(data=True) for column in ("kind", "role") if column in d}


def test_every_line_carries_words_of_an_article(base: Any, svg: ElementTree.Element) -> None:
    quotes = {title.text for title in svg.iter(f"{SVG}title")}
    assert quotes
    assert quotes <= {f"“{d['quote']}”" for *_, d in base.edges(data=True)}


def test_no_text_covers_another(drawing: Any, svg: ElementTree.Element) -> None:
    places = []
    for parent in svg.iter(f"{SVG}g"):
        for text in parent.findall(f"{SVG}text"):
            size = drawing.SMALL if parent.get("class") == "facts" else drawing.SIZE
            half = drawing.breadth(text.text, size) / 2
            middle = float(text.attrib["x"]) + (half if parent.get("id") == "legend" else 0)
            places.append((text.text, middle - half, middle + half, float(text.attrib["y"])))
    close = [
        (a[0], b[0]) for a, b in combinations(places, 2) if a[1] < b[2] and b[1] < a[2] and abs(a[3] - b[3]) < 11
    ]
    assert close == []
    width = float(svg.attrib["width"])
    assert all(0 < left and right < width for _, left, right, _ in places)


TENURES = [  # (facts about one seat as (predicate, status, first seen), drawn as, dashed, why)
    ([("holdsPost", "current", "2021-05-21")], "holdsPost", False, "held"),
    ([("heldPost", "former", "2021-05-21")], "heldPost", True, "held no more"),
    ([("heldPost", "former", "2025-07-03"), ("holdsPost", "current", "2021-05-21")], "heldPost", True, "later: left"),
    ([("heldPost", "former", "2021-05-21"), ("holdsPost", "current", "2025-07-03")], "holdsPost", False, "again"),
    ([("holdsPost", "incoming", "2025-07-03")], "holdsPost", False, "taken up"),
]


@pytest.mark.parametrize(("facts", "kind", "dashed", "why"), TENURES, ids=[case[-1] for case in TENURES])
def test_a_tenure_is_drawn_once_by_the_latest_word(
    drawing: Any, facts: list[tuple[str, str, str]], kind: str, dashed: bool, why: str
) -> None:
    graph: Any = nx.MultiDiGraph()
    for predicate, status, seen in facts:
        graph.add_edge("person", "post", kind=predicate, status=status, firstSeen=seen, quote="")
    [arc] = drawing.arcs(graph, {"person", "post"})
    assert (arc.kind, arc.dashed) == (kind, dashed), why


def test_what_is_former_is_dashed(base: Any, drawing: Any, svg: ElementTree.Element) -> None:
    lines = [path for path in svg.iter(f"{SVG}path") if path.find(f"{SVG}title") is not None]
    facts = drawing.arcs(base, drawing.story(base))
    assert [path.get("stroke-dasharray") is not None for path in lines] == [arc.dashed for arc in facts]
    assert {arc.dashed for arc in facts if arc.kind == "heldPost"} == {True}


def test_lines_that_need_not_cross_do_not(drawing: Any) -> None:
    layered = importlib.import_module("layered")
    boxes = {name: layered.Box(60.0, 30.0) for name in "abcpqr"}
    pairs = [("a", "r"), ("b", "q"), ("c", "p"), ("a", "q"), ("b", "p")]
    layered.rows(boxes, pairs)
    for one, other in pairs:
        boxes[one].near.append(other)
        boxes[other].near.append(one)
    grid = layered.untangled(boxes)
    assert layered.tangle(grid, boxes)[0] == 0
    assert layered.tangle([["a", "b", "c"], ["p", "q", "r"]], boxes)[0] > 0


@pytest.mark.parametrize("name", ["picture", "layered"])
def test_the_examples_in_the_docstrings(drawing: Any, name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert (result.failed, result.attempted > 0) == (0, True)


def test_it_is_readable_on_dark_pages(svg: ElementTree.Element) -> None:
    """A white sheet lies under all that is drawn."""
    sheet = svg.find(f"{SVG}rect")
    assert sheet is not None and sheet.get("fill") == "#ffffff"
    assert (sheet.get("width"), sheet.get("height")) == (svg.get("width"), svg.get("height"))
