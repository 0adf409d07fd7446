"""From a network to the bytes of its picture: scene, drawing, what the caption says, and the words behind things and lines."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import matplotlib as mpl
from matplotlib.figure import Figure
from pyoxigraph import Store

from vankien.graph.export.files import xml_text
from vankien.graph.export.network import Network
from vankien.graph.export.picture.drawing import drawn
from vankien.graph.export.picture.looks import KINDS, LINES
from vankien.graph.export.picture.scene import Scene, scene
from vankien.graph.facts import text_of
from vankien.graph.quads.nodes import LABEL, TYPE, vk
from vankien.graph.store import ONTOLOGY_GRAPH, UNION
from vankien.ontology.errors import PartWarning
from vankien.ontology.terms import ACTS

_STYLE: Final[Any] = {"svg.fonttype": "none", "svg.hashsalt": "vankien", "path.simplify": False}

_DENSE, _LARGE = 160, 7000  # dots an inch; dots along the longer side that a viewer still opens


def write(network: Network, file: BytesIO, format: str) -> None:
    """Write the picture of a network as ``svg`` or ``png``. Raises UsageError where there is too much to show."""
    store = network.facts.store
    names = dict(_names(store))
    shown = scene(network.nodes(), network.edges(), {act: names[cls][0] for act, cls in ACTS.items()}, asked=network.selection)
    notes = list(_notes(shown))
    for note in notes:
        warnings.warn(note, PartWarning, stacklevel=2)
    told = f"{_number(len(shown.things))} of {_number(shown.of)} things, {_number(shown.facts)} facts; {_asked(network)}; from {_read(store)}"
    with mpl.rc_context(), warnings.catch_warnings():
        mpl.rcdefaults()  # a user's own settings are for his own pictures
        mpl.rcParams.update(_STYLE)
        warnings.filterwarnings("ignore", "Glyph .* missing from font", UserWarning)  # other scripts: boxes in PNG, text in SVG
        save(drawn(shown, names, [told, *notes]), shown, file, format, told)


def _asked(network: Network) -> str:
    """What the network was asked to show."""
    asked = network.selection
    words = [f"view {asked.view.name}"]
    if asked.around:
        thing = network.facts.thing(asked.around)
        words.append(f"around {thing.label if thing else asked.around}" + (f", {asked.hops} facts away" if asked.hops > 1 else ""))
    if asked.since or asked.until:
        words.append(" ".join(f"{word} {day}" for word, day in (("from", asked.since), ("to", asked.until)) if day))
    if asked.support > 1:
        words.append(f"stated by {asked.support} articles or more")
    return ", ".join(words)


def save(sheet: Figure, shown: Scene, file: BytesIO, format: str, told: str) -> None:
    """Write a sheet with the scene that it shows; ``told`` is its title."""
    if format == "svg":
        plain = BytesIO()
        sheet.savefig(plain, format="svg", metadata={"Date": None, "Creator": "vankien", "Title": told})
        file.write(_explained(plain.getvalue().decode(), shown).encode())
        return
    dots = min(_DENSE, _LARGE / max(sheet.get_size_inches()))
    sheet.savefig(file, format="png", dpi=dots, metadata={"Software": "vankien", "Title": told})


def _explained(svg: str, shown: Scene) -> str:
    """The picture with the full name of each thing, and the words of each line, where somebody points at it."""

    def titled(match: re.Match[str]) -> str:
        sort, number = match["sort"], int(match["number"])
        if sort in ("line", "fact"):
            line = shown.lines[number]
            words = f"{shown.things[line.source].label} → {shown.things[line.target].label}\n{line.words}"
        else:
            thing = shown.things[number]
            words = f"{thing.label} ({thing.articles})"
        return f"{match[0]}\n<title>{xml_text(words)}</title>"

    return re.sub(r'<g id="(?P<sort>thing|name|line|fact)(?P<number>\d+)(\.\d+)?">', titled, svg)


def _notes(shown: Scene) -> Iterator[str]:
    if shown.support > 1:
        yield (
            f"too much for one sheet: only facts that at least {shown.support} articles state are shown; "
            "choose a smaller part (a view, a neighbourhood, a period) to see all of it"
        )
    if shown.alone:
        yield f"{_number(shown.alone)} things that no fact ties to another are left out"


def _read(store: Store) -> str:
    """How many articles the base has, and of which days."""
    count = sum(1 for _ in store.quads_for_pattern(None, TYPE, vk("Article"), UNION))
    days = sorted({text_of(quad.object)[:10] for quad in store.quads_for_pattern(None, vk("published"), None, UNION)})
    return f"{_number(count)} articles" + (f", {days[0]} to {days[-1]}" if days else "")


def _names(store: Store) -> Iterator[tuple[str, tuple[str, str]]]:
    """Vietnamese and English names of the terms that a picture needs, from the base's vocabulary."""
    for term in (*KINDS, *LINES, *ACTS.values()):
        labels = store.quads_for_pattern(vk(term), LABEL, None, ONTOLOGY_GRAPH)
        named = {getattr(quad.object, "language", None): text_of(quad.object) for quad in labels}
        yield term, (named.get("vi", term), named.get("en", term))


def _number(number: int) -> str:
    return f"{number:,}"
