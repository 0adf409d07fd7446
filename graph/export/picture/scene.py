"""What a picture shows: the things and lines of a network, of a large one those that most articles state.

Facts between two things that are of one sort (:mod:`.looks`) and equally firm make one line; the others stand beside it.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from vankien.graph.export.files import cell
from vankien.graph.export.network import Edge, Node, Selection
from vankien.graph.export.picture.looks import LINES, Firmness, firmness
from vankien.ontology.errors import UsageError

MOST: Final = 200
"""Things that a sheet holds so that a reader still finds his way."""

ALONE: Final = 20
"""Things without a line that a sheet shows; of more it only tells the number."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as it is drawn: ``degree`` is the number of things it has a line to."""

    kind: str
    label: str
    articles: int
    degree: int
    planned: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Facts of one sort from one thing to another (their numbers): ``names`` of the facts, the ``words`` behind them."""

    source: int
    target: int
    colour: str
    firmness: Firmness
    articles: int
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Things and lines of a picture; of how many things; facts shown; what the least support is; things left out for having no line."""

    things: tuple[Thing, ...]
    lines: tuple[Line, ...]
    of: int
    facts: int
    support: int
    alone: int


def scene(
    nodes: Iterable[Node], edges: Iterable[Edge], names: Mapping[str, str], most: int = MOST, asked: Selection = Selection()
) -> Scene:
    """The scene of a network; ``names`` of personnel acts by code; ``asked``: what the network was asked to show.

    Raises UsageError where too much is there to show.
    """
    known, facts = {node.id: node for node in nodes}, [edge for edge in edges]
    shown, support = _attested(facts, most, asked)
    tied = _ends(shown) | ({asked.around} & known.keys())
    alone = [id for id in known if id not in tied] if support == 1 else []
    kept = [id for id in known if id in tied or (id in alone and len(alone) <= ALONE)]
    place = {id: number for number, id in enumerate(kept)}
    lines = _lines(shown, place, names)
    degrees = _degrees(len(kept), lines)
    things = tuple(_thing(known[id], degrees[number]) for id, number in place.items())
    return Scene(things, lines, len(known), len(shown), support, len(alone) if len(alone) > ALONE else 0)


def _attested(facts: Sequence[Edge], most: int, asked: Selection) -> tuple[list[Edge], int]:
    """The facts that enough articles state to leave no more than so many things, and how many articles that is."""
    for support in sorted({1, *(_articles(edge) for edge in facts)}):
        shown = _near([edge for edge in facts if _articles(edge) >= support], asked)
        if len(_ends(shown)) <= most and (shown or support == 1):
            return shown, support
    raise UsageError(
        f"{len(_ends(facts))} things are too many for a picture, and no number of articles that state their facts leaves a part of them; "
        "choose a smaller part: a view, a neighbourhood, a period"
    )


def _near(facts: list[Edge], asked: Selection) -> list[Edge]:
    """The facts between things that few enough facts tie to the one in the middle; all of them where there is none."""
    if not asked.around:
        return facts
    reached = asked.reached(lambda: ((edge.source, edge.target) for edge in facts))
    return [edge for edge in facts if reached.issuperset((edge.source, edge.target))]


def _ends(facts: Iterable[Edge]) -> set[str]:
    return {end for edge in facts for end in (edge.source, edge.target)}


def _articles(edge: Edge) -> int:
    return int(edge.columns.get("weight", 1))


def _lines(facts: Iterable[Edge], place: Mapping[str, int], names: Mapping[str, str]) -> tuple[Line, ...]:
    found: dict[tuple[int, int, str, Firmness], list[Edge]] = defaultdict(list)
    for edge in facts:
        key = place[edge.source], place[edge.target], LINES[edge.columns["kind"]], firmness(edge.columns)
        found[key].append(edge)
    return tuple(_line(*key, found[key], names) for key in sorted(found))


def _line(source: int, target: int, colour: str, firm: Firmness, facts: Sequence[Edge], names: Mapping[str, str]) -> Line:
    kinds = tuple(sorted({edge.columns["kind"] for edge in facts}))
    called = dict.fromkeys(names.get(edge.columns.get("act", ""), edge.columns["label"]) for edge in facts)
    words = "\n".join(dict.fromkeys(_words(edge.columns, names) for edge in facts))
    return Line(source, target, colour, firm, max(map(_articles, facts)), kinds, tuple(called), words)


def _words(columns: Mapping[str, Any], names: Mapping[str, str]) -> str:
    name = names.get(columns.get("act", ""), columns["label"])
    said = " ".join(str(columns[key]) for key in ("status", "role", "date") if key in columns)
    source = ", ".join(str(columns[key]) for key in ("title", "firstSeen") if key in columns)
    text = f"{name}{f' ({said})' if said else ''}: “{columns.get('quote', '')}” {source}"
    return plain(f"{text} [{int(columns.get('weight', 1))}]")


def _degrees(count: int, lines: Iterable[Line]) -> list[int]:
    near: list[set[int]] = [set() for _ in range(count)]
    for line in lines:
        near[line.source].add(line.target)
        near[line.target].add(line.source)
    return [len(others) for others in near]


def _thing(node: Node, degree: int) -> Thing:
    columns = node.columns
    planned = columns.get("status") == "planned"
    return Thing(columns["kind"], plain(columns.get("label", node.id)), columns.get("articles", 0), degree, planned)


def plain(text: str) -> str:
    """Text in composed letters and single blanks, as fonts and XML want it."""
    return " ".join(unicodedata.normalize("NFC", cell(text) or "").split())
