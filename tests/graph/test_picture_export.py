"""Pictures: what they show, that it can be read and searched, and that nothing is left out silently."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
from pyoxigraph import Store

from vankien.extractors import extract, read
from vankien.graph import KnowledgeBase
from vankien.graph.export.network import Edge, Node, Selection
from vankien.graph.export.picture.looks import KINDS, LINES, firmness
from vankien.graph.export.picture.scene import ALONE, MOST, Scene, plain, scene
from vankien.graph.facts import Facts
from vankien.ontology.errors import PartWarning, UsageError
from vankien.ontology.terms import ENTITY_TYPES, PREDICATES

SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).resolve().parents[2]
Draw = Callable[[str], ElementTree.Element]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """The examples' base."""
    base = KnowledgeBase(tmp_path_factory.mktemp("picture") / "kb")
    base.update(extract(read([ROOT / "examples"])))
    return base


@pytest.fixture(scope="module")
def svg(base: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> ElementTree.Element:
    """The citations of the examples."""
    path = base.export(tmp_path_factory.mktemp("svg") / "citations.svg", view="citations")
    return ElementTree.parse(path).getroot()


def node(number: int, label: str = "", **columns: Any) -> Node:
    return Node(f"n{number}", {"label": label or f"Việc {number}", "kind": "Document", "articles": 1, **columns})


def edge(source: int, target: int, kind: str = "implements", **columns: Any) -> Edge:
    told = {"kind": kind, "label": kind, "weight": 1.0, "quote": "lời", "title": "Bài", "firstSeen": "2024-01-24", **columns}
    return Edge(f"e{source}-{target}", f"n{source}", f"n{target}", told)


def shown(nodes: Iterable[Node], edges: Iterable[Edge]) -> Scene:
    return scene(nodes, edges, {"dismiss": "Miễn nhiệm"})


def texts(svg: ElementTree.Element) -> str:
    return " ".join(" ".join(text.text or "" for text in svg.iter(f"{SVG}text")).split())


def titles(svg: ElementTree.Element, sort: str) -> list[str]:
    groups = [group for group in svg.iter(f"{SVG}g") if re.fullmatch(sort + r"\d+", group.get("id", ""))]
    return [group.findtext(f"{SVG}title", "") for group in groups]


# ---- what stands on the sheet


def test_too_large_a_neighbourhood_keeps_only_what_is_still_tied_to_its_middle() -> None:
    ring = [edge(0, n, weight=1.0 + (n <= 3)) for n in range(1, 30)]
    beyond = [edge(20, 21, weight=3.0)]
    found = scene([node(n) for n in range(30)], [*ring, *beyond], {}, most=10, asked=Selection(around="n0"))
    assert sorted(thing.label for thing in found.things) == ["Việc 0", "Việc 1", "Việc 2", "Việc 3"] and found.support == 2


def test_every_thing_of_the_view_is_there_by_its_name(base: KnowledgeBase, svg: ElementTree.Element) -> None:
    graph: Any = base.to_networkx("citations")
    labels = sorted(label for _, label in graph.nodes(data="label"))
    told = titles(svg, "thing")
    assert sorted(re.sub(r" \(\d+\)$", "", title) for title in told) == labels
    words = set(texts(svg).split())
    assert all(set(label.split()) <= words for label in labels if len(label) < 60), "names are text that can be searched"


def test_every_line_has_the_words_of_an_article(base: KnowledgeBase, svg: ElementTree.Element) -> None:
    quotes = {plain(d["quote"]) for *_, d in base.to_networkx("citations").edges(data=True)}
    told = titles(svg, "line")
    assert told and all(re.search(r"“(.+?)” ", line) for line in told)
    assert {quote for line in told for quote in re.findall(r"“(.*?)” (?=[^“]*\[\d+\])", line)} <= quotes
    assert not quotes - {quote for quote in quotes for line in told if quote in line}, "no fact is lost in a bundle"


def test_the_legend_has_both_languages(svg: ElementTree.Element) -> None:
    words = texts(svg)
    for said in ("Văn bản · Document", "Tổ chức, cơ quan · Body", "cơ quan ban hành · issued by", "thực hiện, triển khai"):
        assert said in words
    assert "Người" not in words, "only what is shown"


def test_the_caption_tells_what_is_shown_of_what(base: KnowledgeBase, svg: ElementTree.Element) -> None:
    graph = base.to_networkx("citations")
    caption = f"{len(graph)} of {len(graph)} things, {graph.number_of_edges()} facts; view citations; from 17 articles, 2006-11-21 to 2025-10-09"
    assert caption in texts(svg)


def test_the_caption_tells_what_was_asked_for(base: KnowledgeBase, tmp_path: Path) -> None:
    path = base.export(tmp_path / "graph.svg", view="citations", around="Chỉ thị số 45-CT/TW", hops=2, support=2, since="2020", until="2025-12")
    words = texts(ElementTree.parse(path).getroot())
    assert "view citations, around Chỉ thị số 45-CT/TW, 2 facts away, from 2020 to 2025-12, stated by 2 articles or more; from 17 articles" in words


def test_the_names_of_facts_cover_nothing(svg: ElementTree.Element) -> None:
    named = [group.get("id") for group in svg.iter(f"{SVG}g") if group.get("id", "").startswith("fact")]
    assert named
    assert "thay thế" in texts(svg), "where the legend has several names for a colour, a line says which"


def test_the_font_is_asked_for_by_name_and_then_any(svg: ElementTree.Element) -> None:
    styles = {text.get("style", "") for text in svg.iter(f"{SVG}text")}
    assert all("'DejaVu Sans'" in style and "sans-serif" in style for style in styles)


def test_a_png_is_a_picture_in_the_colours_of_the_kinds(base: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    image: Any = pytest.importorskip("matplotlib.image")
    colors: Any = pytest.importorskip("matplotlib.colors")
    path = base.export(tmp_path / "citations.png", view="citations")
    pixels = image.imread(io.BytesIO(path.read_bytes()))[:, :, :3]
    assert 800 < min(pixels.shape[:2]) and max(pixels.shape[:2]) <= 7000
    assert 0.005 < (pixels.min(axis=2) < 0.8).mean() < 0.5, "neither empty nor a block"
    for kind in ("Body", "Document"):
        assert (abs(pixels - colors.to_rgb(KINDS[kind][0])).max(axis=2) < 0.02).sum() > 500


# ---- facts between two things


def test_facts_of_one_sort_are_one_line_and_the_others_stand_beside_it() -> None:
    facts = [
        edge(0, 1, "holdsPost", status="current", weight=3.0),
        edge(0, 1, "hasPost"),
        edge(0, 1, "heldPost", status="former"),
        edge(0, 1, "personnelAct", act="dismiss"),
    ]
    lines = shown([node(0), node(1)], facts).lines
    assert [(line.kinds, line.firmness, line.articles) for line in lines] == [
        (("hasPost", "holdsPost"), "firm", 3),
        (("heldPost",), "past", 1),
        (("personnelAct",), "past", 1),
    ]
    assert lines[2].names == ("Miễn nhiệm",), "an act by its own name"


FIRM = [  # (columns, firmness, why)
    ({"kind": "holdsPost", "status": "incoming"}, "firm", "taken up"),
    ({"kind": "heldPost", "status": "outgoing"}, "past", "left"),
    ({"kind": "participant", "status": "planned"}, "open", "expected, not there yet"),
    ({"kind": "participant", "status": "held", "role": "chair"}, "firm", "was there"),
    ({"kind": "personnelAct", "act": "proposeDiscipline"}, "open", "proposed is not decided"),
    ({"kind": "personnelAct", "act": "discipline"}, "firm", "decided"),
    ({"kind": "personnelAct", "act": "introduce"}, "open", "introduced holds nothing yet"),
    ({"kind": "issuedBy", "mode": "loose"}, "open", "named loosely"),
    ({"kind": "issuedBy", "mode": "inferred"}, "firm", "known"),
]


@pytest.mark.parametrize(("columns", "expected", "why"), FIRM, ids=[case[-1] for case in FIRM])
def test_what_is_not_firm_does_not_look_so(columns: dict[str, str], expected: str, why: str) -> None:
    assert firmness(columns) == expected, why


def test_planned_only_is_hollow_and_held_is_not() -> None:
    things = shown([node(0, status="planned"), node(1, status="held | planned")], [edge(0, 1)]).things
    assert [thing.planned for thing in things] == [True, False]


def test_every_predicate_and_every_kind_has_a_look() -> None:
    assert KINDS.keys() == set(ENTITY_TYPES)
    assert LINES.keys() == PREDICATES.keys() | {"hasPost", "heldPost", "reviews", "studies", "violates"}
    assert len({shape for _, shape in KINDS.values()}) == len(KINDS), "shapes differ, for print without colours"


def test_colours_stay_apart_for_colour_blind_readers() -> None:
    """In what deuteranopes and protanopes see (Viénot, Brettel, Mollon 1999, linear RGB), two kinds are never alike."""
    sights = [((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)), ((0.1124, 0.8876, 0), (0.1124, 0.8876, 0), (0.004, -0.004, 1))]

    def seen(colour: str, sight: Any) -> list[float]:
        linear = [(int(colour[i : i + 2], 16) / 255) ** 2.2 for i in (1, 3, 5)]
        return [max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))) ** (1 / 2.2) for row in sight]

    for sight in sights:
        colours = [seen(colour, sight) for colour, _ in KINDS.values()]
        apart = [sum(abs(a - b) for a, b in zip(one, other, strict=True)) for i, one in enumerate(colours) for other in colours[:i]]
        assert min(apart) > 0.15


def test_words_of_signs_are_sorted_and_complete() -> None:
    text = files("vankien.graph.export.picture").joinpath("words.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t"))
    assert [row["sign"] for row in rows] == ["big", "hollow", "open", "past", "wide"]
    assert all(row["vi"] and row["en"] for row in rows)


# ---- much, little, odd


def test_of_too_much_the_best_attested_facts_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [edge(2 * n, 2 * n + 1, weight=float(1 + n % 5)) for n in range(MOST)]
    told = shown([node(n) for n in range(2 * MOST)], pairs)
    assert told.support == 4 and told.of == 2 * MOST
    assert {line.articles for line in told.lines} == {4, 5} and len(told.things) == 2 * len(told.lines) <= MOST


def test_what_no_support_thins_out_is_refused_with_advice() -> None:
    pairs = [edge(0, n) for n in range(1, MOST + 5)]
    with pytest.raises(UsageError, match=f"{MOST + 5} things are too many for a picture.*smaller part"):
        shown([node(n) for n in range(MOST + 5)], pairs)


def test_an_empty_base_makes_a_sheet_that_says_so(kb: KnowledgeBase, tmp_path: Path) -> None:
    path = kb.export(tmp_path / "graph.svg")
    assert "0 of 0 things, 0 facts; view full; from 0 articles" in texts(ElementTree.parse(path).getroot())


def test_a_few_things_without_a_fact_are_shown_and_many_only_counted() -> None:
    few = shown([node(n) for n in range(2 + ALONE)], [edge(0, 1)])
    assert (len(few.things), few.alone) == (2 + ALONE, 0)
    many = shown([node(n) for n in range(3 + ALONE)], [edge(0, 1)])
    assert (len(many.things), many.alone) == (2, 1 + ALONE)
    none = shown([node(n) for n in range(30)], [])
    assert (none.things, none.of, none.alone) == ((), 30, 30)


def test_what_is_left_out_stands_in_the_picture_and_is_told(base: KnowledgeBase, tmp_path: Path) -> None:
    with pytest.warns(PartWarning, match="24 things that no fact ties to another are left out"):
        path = base.export(tmp_path / "people.svg", view="people")
    assert "24 things that no fact ties to another are left out" in texts(ElementTree.parse(path).getroot())


ODD = ["", "$x^2$ & <b>", "A\x00B\ud800", "x" * 300, "習近平 и 🙂", "Ho\u0300a Bi\u0300nh", "a b " * 60, "\u202eabc", "-", "Kỳ họp\nthứ 7"]


@pytest.mark.parametrize("format", ["svg", "png"])
def test_odd_names_are_drawn(format: str) -> None:
    from vankien.graph.export.picture.sheet import write

    nodes = [node(n, label) for n, label in enumerate(ODD)]
    edges = [edge(0, n, label="$1", quote='"<&>') for n in range(1, len(ODD))] + [edge(1, 1)]
    network: Any = SimpleNamespace(facts=Facts(Store()), selection=Selection(), nodes=lambda: nodes, edges=lambda: edges)
    file = io.BytesIO()
    write(network, file, format)
    if format == "svg":
        svg = ElementTree.fromstring(file.getvalue())
        assert {"$x^2$ & <b> (1)", "Hòa Bình (1)", "習近平 и 🙂 (1)", "x" * 300 + " (1)"} <= set(titles(svg, "thing"))
        assert len(titles(svg, "line")) == len(ODD), "one to the thing itself among them"


# ---- the same bytes


def test_the_same_base_gives_the_same_bytes_in_every_process(base: KnowledgeBase, tmp_path: Path) -> None:
    settings = tmp_path / "matplotlibrc"
    settings.write_text("font.size: 30\nsvg.fonttype: path\nfigure.facecolor: red\nsavefig.dpi: 30\n", encoding="utf-8")
    program = (
        "import sys; from vankien.graph import KnowledgeBase; base = KnowledgeBase(sys.argv[1])\n"
        "for path in sys.argv[2:]: base.export(path, view='citations')"
    )
    made = []
    for number, more in enumerate(({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "MATPLOTLIBRC": str(settings)})):
        paths = [tmp_path / f"{number}.{format}" for format in ("svg", "png")]
        subprocess.run([sys.executable, "-c", program, str(base.path), *map(str, paths)], check=True, env={**os.environ, **more})
        made += [path.read_bytes() for path in paths]
    assert made[:2] == made[2:]
    assert not re.search(rb"<dc:date>|tIME", made[0] + made[1]), "no time of drawing"


def test_a_missing_part_is_named_with_its_extra(base: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageError, match=r"pip install 'vankien\[picture\]'"):
        base.export(tmp_path / "graph.png")
