"""Draws docs/graph.svg: a part of the graph that ``examples/`` make, as one picture to look at.

    python docs/picture.py            write docs/graph.svg (make docs)
    python docs/picture.py --check    exit 1 where the committed picture is stale

Nothing is chosen by name. :func:`story` takes the event that studies most documents, what it studied, who
spoke there and what posts they have; and the longest chain of documents that carry out one another, down to
who leads the last issuer. Other examples make another picture without a change here.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import fsum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from xml.sax.saxutils import escape

import networkx as nx
from layered import Bend, Box, curve, layout

from vankien.extractors import extract, read
from vankien.graph import KnowledgeBase

DOCS: Final = Path(__file__).resolve().parent
PICTURE: Final = DOCS / "graph.svg"

COLOURS: Final[Mapping[str, tuple[str, str]]] = {
    "Person": ("#dbeafe", "#1d4ed8"),
    "Post": ("#fef3c7", "#b45309"),
    "Body": ("#dcfce7", "#15803d"),
    "Document": ("#f3e8ff", "#7e22ce"),
    "Event": ("#ffe4e6", "#be123c"),
}
"""Fill and outline by kind; shapes differ as well, for readers and printers without colours."""

TENURES: Final = ("holdsPost", "heldPost")
UPWARD: Final = {"studies", "implements", "issuedBy"}
"""Predicates whose object stands above the subject; with the others it stands below."""
SHOWN: Final = {*UPWARD, *TENURES, "participant", "postIn", "organisedBy"}
SPOKE: Final = {"chair", "speaker", "presenter"}
DASHED: Final = {"former", "outgoing", "planned"}

SIZE, SMALL, LINE, PAD = 13, 11, 17, 9  # of letters in boxes, on lines; between lines, around text (pixels)
NARROW: Final = "iíìỉĩịjltfr.,:;/-()' "
BOLD: Final = {"Person", "Event"}
GREY, DARK = "#64748b", "#475569"


# ---- what is shown


@dataclass(frozen=True)
class Arc:
    """A fact as it is drawn: its name, the words that say it, and whether its line is dashed."""

    subject: str
    object: str
    kind: str
    name: str
    quote: str
    dashed: bool


def ends(graph: Any, things: Iterable[str], *kinds: str, back: bool = False) -> set[str]:
    """Where edges of these kinds lead from things (``back``: whence they come)."""
    here, start, end = set(things), int(back), int(not back)
    return {edge[end] for edge in graph.edges(data=True) if edge[start] in here and edge[2]["kind"] in kinds}


def first(graph: Any, things: Iterable[str], *kinds: str) -> list[str]:
    """The thing (if any) with edges of these kinds to most things; of equals what most articles name."""
    rank = {t: (-len(ends(graph, [t], *kinds)), -graph.nodes[t]["articles"], t) for t in things}
    return sorted(rank, key=rank.__getitem__)[:1]


def story(graph: Any) -> set[str]:
    """The things to draw."""
    event = first(graph, graph, "studies")
    spoke = {o for _, o, d in graph.out_edges(event, data=True) if d.get("role") in SPOKE}
    papers = {name for name, kind in graph.nodes(data="kind") if kind == "Document"}
    works = [(s, o) for s, o, kind in graph.edges(data="kind") if kind == "implements" and {s, o} <= papers]
    chain = nx.dag_longest_path(nx.DiGraph(works))
    documents = papers & ends(graph, event, "studies") | set(chain)
    bodies = ends(graph, documents, "issuedBy") | ends(graph, event, "organisedBy")
    seats = ends(graph, ends(graph, chain[:1], "issuedBy"), "postIn", back=True)
    persons = spoke.union(first(graph, ends(graph, seats, "holdsPost", back=True), *TENURES))
    posts = ends(graph, persons, *TENURES)
    return {*event, *persons, *documents, *bodies, *posts, *ends(graph, posts, "postIn")}


def arcs(graph: Any, things: set[str]) -> list[Arc]:
    """Facts between these things; of a tenure the latest word, of a part in an event that of speaking."""
    found: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for subject, object, fact in graph.edges(data=True):
        if fact["kind"] in SHOWN and {subject, object} <= things:
            found[subject, object, "post" if fact["kind"] in TENURES else fact["kind"]].append(fact)
    return [_arc(key[0], key[1], max(found[key], key=_weight)) for key in sorted(found)]


def _weight(fact: Mapping[str, str]) -> tuple[bool | str, ...]:
    role, status = fact.get("role", ""), fact.get("status", "")
    return role in SPOKE, fact["firstSeen"], fact["kind"], role, status


def _arc(subject: str, object: str, fact: Mapping[str, str]) -> Arc:
    kind, dashed = fact["kind"], fact.get("status") in DASHED
    return Arc(subject, object, kind, fact.get("role") or kind, fact["quote"], dashed)


def over(facts: Sequence[Arc]) -> Iterator[tuple[str, str]]:
    """Which thing stands above which; a body with posts stands below them, whatever it issues."""
    seated = {arc.object for arc in facts if arc.kind == "postIn"}
    for arc in facts:
        if arc.kind not in UPWARD:
            yield arc.subject, arc.object
        elif arc.kind != "issuedBy" or arc.object not in seated:
            yield arc.object, arc.subject


# ---- text


def breadth(text: str, size: int = SIZE) -> float:
    """About the breadth of a text, in pixels, in the widest of the usual fonts.

    >>> breadth("Ủy viên") < breadth("ỦY VIÊN")
    True
    """
    return size * fsum(0.36 if c in NARROW else 0.74 if c.isupper() or c in "mw" else 0.62 for c in text)


def wrapped(label: str) -> list[str]:
    """A label in as many lines as it needs, even ones, cut before a name or after a comma at little cost.

    >>> wrapped("Phó Bí thư Thường trực Tỉnh ủy Hòa Bình")
    ['Phó Bí thư Thường trực', 'Tỉnh ủy Hòa Bình']
    """
    words = label.split()
    count = 1 + sum(len(label) > limit for limit in (18, 44, 90))
    rough = {i for i in range(1, len(words)) if not (words[i][0].isupper() or words[i - 1].endswith(","))}

    def lines(cuts: tuple[int, ...]) -> list[str]:
        return [" ".join(words[a:b]) for a, b in pairwise((0, *cuts, len(words)))]

    def cost(cuts: tuple[int, ...]) -> float:
        return max(map(breadth, lines(cuts))) + 30 * len(rough.intersection(cuts))

    return lines(min(combinations(range(1, len(words)), min(count, len(words)) - 1), key=cost))


# ---- how it is written


def outline(kind: str, x: float, y: float, w: float, h: float) -> str:
    """The outline of a box around a centre, in the form and colours of its kind."""
    fill, line = COLOURS[kind]
    style = f'fill="{fill}" stroke="{line}" stroke-width="1.4"'
    left, top, right, bottom = (f"{v:.1f}" for v in (x - w / 2, y - h / 2, x + w / 2, y + h / 2))
    if kind == "Document":  # a sheet with a folded corner
        a, b = f"{x + w / 2 - 11:.1f}", f"{y - h / 2 + 11:.1f}"
        fold = f'<path d="M{a},{top}V{b}H{right}" fill="none" stroke="{line}"/>'
        return f'<path d="M{left},{top}H{a}L{right},{b}V{bottom}H{left}Z" {style}/>{fold}'
    if kind == "Event":  # a sign with a point at either side
        a, b = f"{x - w / 2 + 12:.1f}", f"{x + w / 2 - 12:.1f}"
        return f'<path d="M{a},{top}H{b}L{right},{y:.1f}L{b},{bottom}H{a}L{left},{y:.1f}Z" {style}/>'
    corner = {"Person": h / 2, "Post": 8.0, "Body": 0.0}[kind]
    return f'<rect x="{left}" y="{top}" width="{w:.1f}" height="{h:.1f}" rx="{corner:.1f}" {style}/>'


def node(box: Box, kind: str, lines: Sequence[str]) -> Iterator[str]:
    """A thing with its label."""
    yield '<g class="node">' + outline(kind, box.x, box.y, box.width, box.height)
    top = box.y - (len(lines) - 1) * LINE / 2 + SIZE * 0.36
    weight = ' font-weight="bold"' if kind in BOLD else ""
    for number, line in enumerate(lines):
        yield f'<text x="{box.x:.1f}" y="{top + number * LINE:.1f}"{weight}>{escape(line)}</text>'
    yield "</g>"


def line(arc: Arc, bends: Sequence[Bend]) -> str:
    """A fact's line with its arrow; the words that say it show where somebody points at it."""
    path = f"M{bends[0][0][0]:.1f},{bends[0][0][1]:.1f}"
    for (x0, y0), (x1, y1) in bends:
        middle = (y0 + y1) / 2
        path += f"L{x0:.1f},{y0:.1f}C{x0:.1f},{middle:.1f} {x1:.1f},{middle:.1f} {x1:.1f},{y1:.1f}"
    dash = ' stroke-dasharray="5 4"' if arc.dashed else ""
    return f'<path d="{path}" marker-end="url(#arrow)"{dash}><title>“{escape(arc.quote)}”</title></path>'


def names(facts: Sequence[Arc], bends: Sequence[Sequence[Bend]]) -> Iterator[str]:
    """The names of the facts, each on the first curve of its line, where it covers no other."""
    taken: list[tuple[float, float, float]] = []
    for arc, (bend, *_) in zip(facts, bends, strict=True):
        half = breadth(arc.name, SMALL) / 2
        spots = [curve(bend, t / 100) for t in (50, 42, 58, 34, 66, 26, 74)]
        near = [[abs(a - x) < half + h + 3 and abs(b - y) < 14 for x, y, h in taken] for a, b in spots]
        x, y = spots[min(range(len(spots)), key=lambda i: sum(near[i]))]
        taken.append((x, y, half))
        yield f'<rect x="{x - half:.1f}" y="{y - 7:.1f}" width="{2 * half:.1f}" height="14" rx="4"/>'
        yield f'<text x="{x:.1f}" y="{y + SMALL * 0.36:.1f}" fill="{DARK}">{escape(arc.name)}</text>'


def legend(width: int, y: int) -> Iterator[str]:
    """The kinds and the two sorts of lines."""
    lines = {"stated": "", "stated as former or planned": ' stroke-dasharray="5 4"'}
    x = (width - sum(64 + breadth(words) for words in [*COLOURS, *lines])) / 2
    yield '<g id="legend" text-anchor="start">'
    for words in [*COLOURS, *lines]:
        if words in COLOURS:
            yield outline(words, x + 18, y, 36, 20)
        else:
            style = f'stroke="{GREY}" stroke-width="1.4" marker-end="url(#arrow)"{lines[words]}'
            yield f'<path d="M{x:.1f},{y}h36" {style}/>'
        yield f'<text x="{x + 44:.1f}" y="{y + SIZE * 0.36:.1f}">{words.lower()}</text>'
        x += 64 + breadth(words)
    yield "</g>"


FONTS: Final = "'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"
HEAD: Final = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{0}} {{1}}"
 width="{{0}}" height="{{1}}" font-family="{FONTS}" font-size="{SIZE}" text-anchor="middle" fill="#0f172a">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto">
<path d="M0,0.8L8,4L0,7.2Z" fill="{GREY}"/></marker></defs>
<rect width="{{0}}" height="{{1}}" rx="8" fill="#ffffff"/>
"""


def picture(graph: Any) -> str:
    """The story of a base (as ``KnowledgeBase.to_networkx`` gives it) as SVG."""
    things = {name: graph.nodes[name] for name in sorted(story(graph))}
    facts = arcs(graph, set(things))
    texts = {name: wrapped(thing["label"]) for name, thing in things.items()}
    boxes = {name: frame(things[name]["kind"], lines) for name, lines in texts.items()}
    bends, width, height = layout(boxes, [(arc.subject, arc.object) for arc in facts], over(facts))
    parts = [f'<g fill="none" stroke="{GREY}" stroke-width="1.4">', *map(line, facts, bends), "</g>"]
    for name, box in boxes.items():
        parts += node(box, things[name]["kind"], texts[name])
    parts += [f'<g class="facts" font-size="{SMALL}" fill="#ffffff">', *names(facts, bends), "</g>"]
    parts += [*legend(width, height + 18), "</svg>\n"]
    return HEAD.format(width, height + 44) + "\n".join(parts)


def frame(kind: str, lines: Sequence[str]) -> Box:
    """A box with room for these lines."""
    width = max(map(breadth, lines)) * (1.06 if kind in BOLD else 1)
    return Box(width + (42 if kind == "Event" else 22), len(lines) * LINE + 2 * PAD)


def main(check: bool) -> int | str:
    """Write or check the picture; the exit code, or the message to exit with."""
    with TemporaryDirectory() as folder:
        base = KnowledgeBase(folder)
        base.update(extract(read([DOCS.parent / "examples"])))
        text = picture(base.to_networkx())
    if check:
        return 0 if text == PICTURE.read_text(encoding="utf-8") else "docs/graph.svg is stale; run make docs"
    PICTURE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
