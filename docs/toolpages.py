"""Runs what docs/tools/*.md and docs/citing.md tell a reader to run, and pastes what comes out, so that the pages cannot drift from the program.

    python docs/toolpages.py          rewrite the pages and their pictures (make docs)
    python docs/toolpages.py --check  exit 1 where a pasted text is stale

The blocks of a page run in its order in one empty folder where ``demo/kb`` is a base made of ``examples/``:
``console`` blocks of one ``$ vankien ...`` line, ``python`` and ``r`` blocks. What a program prints stands in a ``text``
block below it. A picture of a page that its programs write is taken from there. ``sh``, ``js`` and ``cypher`` blocks need
a program that is not here and are not run. Without R, or without Chromium and Cytoscape.js, their pages stay as they are.
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import networkx as nx
import numpy as np
from reference import EXAMPLES, output

PAGES: Final = Path(__file__).resolve().parent / "tools"
BLOCK: Final = re.compile(r"^```(console|python|r)\n(.*?)^```\n(?:\n```text\n.*?^```\n)?", re.MULTILINE | re.DOTALL)
CYTOSCAPE: Final = PAGES.parents[1] / "tests" / "consumers" / "node_modules" / "cytoscape" / "dist" / "cytoscape.min.js"
PICTURE: Final = re.compile(r"!\[[^]]*\]\(([\w-]+\.(?:svg|png))\)")
MARK: Final = "\x1e"
_METADATA: Final = re.compile(rb" <metadata>.*?</metadata>\n", re.DOTALL)  # the time of drawing


@dataclass
class Made:
    """A page as it should be, and the pictures that its programs drew."""

    text: str
    pictures: dict[str, bytes]


def missing(page: Path) -> str:
    """What a page needs and is not here; nothing for most."""
    if page.stem == "r" and not shutil.which("Rscript"):
        return "R"
    if page.stem == "cytoscape" and not (shutil.which("chromium") and CYTOSCAPE.exists()):
        return "Chromium and Cytoscape.js (make readers)"
    return ""


def pages() -> list[Path]:
    """The pages that can be made here."""
    every = [*sorted(PAGES.glob("*.md")), PAGES.parent / "citing.md"]
    return [page for page in every if not missing(page)]


def made(page: Path, base: Path) -> Made:
    """A page with all its blocks run anew beside a copy of this base."""
    text = page.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(base, "demo/kb")
        blocks = [(match[1], match[2]) for match in BLOCK.finditer(text)]
        told = _outputs(blocks)
        if page.stem == "gephi":
            draw_gexf(Path("people.gexf"), Path("gephi.svg"))
        if page.stem == "cytoscape":
            draw_cyjs(Path("events.cyjs"), Path("cytoscape.png"))
        renewed = BLOCK.sub(lambda match: next(told), text)
        drawn = {name: _METADATA.sub(b"", Path(name).read_bytes()) for name in PICTURE.findall(text) if Path(name).exists()}
    return Made(renewed, drawn)


def _outputs(blocks: list[tuple[str, str]]) -> Iterator[str]:
    """The blocks with what they print, run in their order."""
    space: dict[str, Any] = {"__name__": "page"}
    done: list[str] = []
    before: list[str] = []
    for kind, code in blocks:
        if kind == "console":
            words = code.splitlines()[0].removeprefix("$ vankien ")
            done.append(f"```console\n$ vankien {words}\n{output(shlex.split(words))}\n```\n")
            continue
        printed = _python(code, space) if kind == "python" else _r(before, code)
        done.append(f"```{kind}\n{code}```\n" + (f"\n```text\n{printed}\n```\n" if printed else ""))
    return iter(done)


def _python(code: str, space: dict[str, Any]) -> str:
    import matplotlib as mpl

    mpl.use("agg")
    out = io.StringIO()
    with mpl.rc_context(), redirect_stdout(out):
        mpl.rcdefaults()
        mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "vankien"})  # type: ignore[arg-type]
        exec(compile(code, "<page>", "exec"), space)
    return _tidy(out.getvalue())


def _r(before: list[str], code: str) -> str:
    """What this block prints after those before it."""
    script = "\n".join([*before, f'cat("{MARK}")', code])
    before.append(code)
    done = subprocess.run(
        ["Rscript", "--vanilla", "-"], input=script, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"R stopped: {done.stderr}")
    return _tidy(done.stdout.split(MARK)[1])


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def draw_gexf(path: Path, out: Path) -> None:
    """Draw a GEXF file as it is read back: ForceAtlas2, names moved apart, colours by kind, sizes by degree, as the page's clicks do in Gephi."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    from vankien.graph.export.picture.letters import breadth
    from vankien.graph.export.picture.looks import KINDS
    from vankien.graph.export.picture.places import parted

    graph: Any = nx.read_gexf(path, version="1.3")
    largest: Any = graph.subgraph(max(nx.weakly_connected_components(graph), key=lambda part: (len(part), min(part))))
    order: Any = nx.DiGraph()
    order.add_nodes_from(sorted(largest.nodes(data=True)))
    order.add_edges_from(sorted((a, b) for a, b, _ in largest.edges))
    found: Any = nx.forceatlas2_layout(order.to_undirected(), max_iter=600, scaling_ratio=8.0, gravity=2.0, seed=3)
    frames = np.array([(breadth(label, 6), 14.0) for _, label in order.nodes(data="label")])
    rough = np.array(list(found.values()))
    spots = dict(zip(found, parted((rough - rough.mean(axis=0)) * 350 / np.abs(rough).max(), frames), strict=True))
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "vankien"})  # type: ignore[arg-type]
        sheet = Figure(figsize=(11, 8))
        axes = sheet.add_axes((0.01, 0.01, 0.98, 0.98))
        axes.set_axis_off()
        colours = [KINDS[data["kind"]][0] for _, data in order.nodes(data=True)]
        sizes = [30 + 45 * degree for _, degree in order.degree()]
        nx.draw_networkx_edges(order, spots, ax=axes, edge_color="#b8bcc4", width=0.8, arrowsize=6, node_size=sizes)
        nx.draw_networkx_nodes(order, spots, ax=axes, node_color=colours, node_size=sizes)
        for node, (x, y) in spots.items():
            axes.text(x, y, order.nodes[node]["label"], size=6, ha="center", va="center", parse_math=False)
        sheet.savefig(out)


def draw_cyjs(path: Path, out: Path) -> None:
    """Draw a file of Cytoscape.js JSON by Cytoscape.js, in a headless browser without a network."""
    elements = json.dumps(json.loads(path.read_text(encoding="utf-8"))["elements"], ensure_ascii=False)
    filled = (PAGES / "cytoscape.html").read_text(encoding="utf-8")
    filled = filled.replace("/*LIBRARY*/", CYTOSCAPE.read_text(encoding="utf-8")).replace("/*ELEMENTS*/", elements.replace("</", "<\\/"))
    Path("page.html").write_text(filled, encoding="utf-8")
    flags = "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-component-update disable-sync"
    words = ["chromium", *(f"--{flag}" for flag in [*flags.split(), "hide-scrollbars", "window-size=1500,1000", "virtual-time-budget=20000"])]
    with TemporaryDirectory() as profile:
        subprocess.run(
            [*words, f"--user-data-dir={profile}", f"--screenshot={out.resolve()}", Path("page.html").resolve().as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip


def base_in(folder: Path) -> Path:
    """A base of the examples in this folder, as ``make demo`` leaves it."""
    with chdir(folder):
        output(["build", str(EXAMPLES), "--out", "demo/kb", "--processes", "1"])
    return folder / "demo" / "kb"


def main(check: bool) -> int | str:
    """Rewrite or check the pages; the exit code, or the message to exit with."""
    stale = []
    with TemporaryDirectory() as folder:
        base = base_in(Path(folder))
        for page in pages():
            new = made(page, base)
            if new.text != page.read_text(encoding="utf-8"):
                stale.append(page.name)
            if not check:
                page.write_text(new.text, encoding="utf-8", newline="\n")
                for name, data in new.pictures.items():
                    (PAGES / name).write_bytes(data)
    if check and stale:
        return f"{', '.join(stale)}: pasted texts are stale; run make docs"
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
