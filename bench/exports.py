"""How fast and in how much memory a base leaves as a graph file, beside networkx and igraph, measured in the same run.

    python bench/exports.py KB [--edges N]

Two races. *Writers*: each writes the same nodes and edges to GraphML; vankien from iterators (their reading is taken off
its time), networkx and igraph from graphs in memory, which are made beforehand. *Whole exports*: vankien reads the base
and writes GraphML (GEXF), where the others begin with the whole graph in memory and only write. Seconds say more about the machine than
about the code, so only ratios of processor time are reported, and how far memory grew above what a process holds before.
Every contender runs alone in a fresh process. ``--edges`` takes the first N edges for the writers (with the nodes they touch).
"""

from __future__ import annotations

import argparse
import os
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from alone import run_alone

from vankien.graph import KnowledgeBase
from vankien.graph.export.formats import gexf, graphml
from vankien.graph.export.network import Edge, Network, Node

Work = Callable[[], object]


class Part:
    """The first edges of a base, kept on disk as the writers get them: pickled one by one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, base: str, edges: int | None) -> tuple[int, int]:
        """Write down nodes and edges; gives their numbers."""
        network = Network(KnowledgeBase(base).reader.store())
        touched: set[str] = set()
        count = self._write("edges", self._noting(islice(network.edges(), edges), touched))
        nodes = (node for node in network.nodes() if edges is None or node.id in touched)
        return self._write("nodes", nodes), count

    def nodes(self) -> Iterable[Node]:
        """The nodes, read as they are asked for."""
        return self._read("nodes")

    def edges(self) -> Iterable[Edge]:
        """The edges, read as they are asked for."""
        return self._read("edges")

    def reading(self) -> float:
        """Seconds of processor time that one reading takes, which are not the writer's."""
        began = time.process_time()
        for things in (self.nodes(), self.edges()):
            for _ in things:
                pass
        return time.process_time() - began

    def _write(self, name: str, things: Iterable[Any]) -> int:
        number = 0
        with (self.folder / name).open("wb") as file:
            for thing in things:
                pickle.dump(thing, file)
                number += 1
        return number

    def _read(self, name: str) -> Iterable[Any]:
        with (self.folder / name).open("rb") as file:
            try:
                while True:
                    yield pickle.load(file)
            except EOFError:
                return

    @staticmethod
    def _noting(edges: Iterable[Edge], touched: set[str]) -> Iterable[Edge]:
        for edge in edges:
            touched |= {edge.source, edge.target}
            yield edge


def vankien_writer(_: str, part: Part) -> Work:
    """The streaming writer."""

    def work() -> None:
        with (part.folder / "vankien.graphml").open("w", encoding="utf-8") as file:
            graphml.write_to(file, part.nodes(), part.edges())

    return work


def vankien_gexf(_: str, part: Part) -> Work:
    """The same for GEXF."""

    def work() -> None:
        with (part.folder / "vankien.gexf").open("w", encoding="utf-8") as file:
            gexf.write_to(file, part.nodes(), part.edges(), gexf.node_starts(part.edges()))

    return work


def vankien_export(base: str, part: Part) -> Work:
    """From the store on disk to the file."""
    kb = KnowledgeBase(base)
    return lambda: kb.export(part.folder / "whole.graphml")


def vankien_gexf_export(base: str, part: Part) -> Work:
    """The same for GEXF."""
    kb = KnowledgeBase(base)
    return lambda: kb.export(part.folder / "whole.gexf")


def networkx_writer(_: str, part: Part) -> Work:
    """``networkx.write_graphml``."""
    import networkx as nx

    graph: Any = nx.MultiDiGraph()
    graph.add_nodes_from((node.id, dict(node.columns)) for node in part.nodes())
    graph.add_edges_from((edge.source, edge.target, edge.id, dict(edge.columns)) for edge in part.edges())
    return lambda: nx.write_graphml(graph, part.folder / "networkx.graphml")


def igraph_writer(_: str, part: Part) -> Work:
    """``igraph.Graph.write_graphml``."""
    from vankien.graph.export.network.graphs import to_igraph

    graph: Any = to_igraph(part)  # type: ignore[arg-type]
    return lambda: graph.write_graphml(str(part.folder / "igraph.graphml"))


CONTENDERS: dict[str, Callable[[str, Part], Work]] = {
    "vankien's GraphML writer": vankien_writer,
    "vankien's GEXF writer": vankien_gexf,
    "vankien's GraphML export from the store": vankien_export,
    "vankien's GEXF export from the store": vankien_gexf_export,
    "networkx's writer": networkx_writer,
    "igraph's writer": igraph_writer,
}

STREAMED = frozenset({"vankien's GraphML writer", "vankien's GEXF writer"})
"""Read while they write, where the others have the graph in memory."""


def measure(name: str, base: str, folder: str, answer: Connection) -> None:
    """Run one contender in this process; answers seconds of processor time and MB that memory grew meanwhile."""
    part = Part(Path(folder))
    work = CONTENDERS[name](base, part)
    before, began = peak(), time.process_time()
    work()
    seconds, grown = time.process_time() - began, peak() - before
    answer.send((seconds - (part.reading() if name in STREAMED else 0), grown))


def peak() -> float:
    """The peak of this process's memory, in MB; ``getrusage`` would count that of the parent on Linux."""
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text("ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    unit = 1024**2 if sys.platform == "darwin" else 1024  # getrusage: bytes there, kibibytes elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("base", help="the folder of a knowledge base")
    parser.add_argument("--edges", type=int, default=None, help="for the writers: the first N edges (default: all)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        nodes, edges = Part(Path(folder)).keep(options.base, options.edges)
        print(f"writers: {nodes:,} nodes, {edges:,} edges; processor time as multiples of networkx's writer")
        yardstick, grown = run_alone(measure, "networkx's writer", options.base, folder)
        print(f"networkx's writer: 1, memory grew by {grown:.0f} MB while it wrote")
        for name in CONTENDERS:
            if name == "networkx's writer" or (options.edges is not None and "export" in name):
                continue
            seconds, grown = run_alone(measure, name, options.base, folder)
            print(f"{name}: {seconds / yardstick:.2g} ({yardstick / seconds:.2g} times as fast), memory grew by {grown:.0f} MB")


if __name__ == "__main__":
    main()
