"""The store that answers queries: pyoxigraph on disk, in generations that are never written once served.

Every fact stands in the named graph of its article and, once, in the default graph, which is the
union of all named graphs as SPARQL defines it: a fact that ten articles state is one triple there.
(Oxigraph can also compute the union while it answers, but then returns that fact ten times, and
joins multiply.) A triple leaves the default graph with the last named graph that holds it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from vankien.graph.folder import Folder, Served, hold_folder
from vankien.ontology import iri
from vankien.ontology.errors import StoreError

ONTOLOGY_GRAPH: Final = NamedNode("https://w3id.org/vankien/ontology")
REGISTRY_GRAPH: Final = NamedNode(f"{iri.BASE}graph/registry")

UNION: Final = DefaultGraph()

CHUNK: Final = 300_000
"""Quads handed to the store at a time: its bulk loader holds them in memory (about 1 KB each)."""

Change = tuple[set[Quad], set[Quad]]
"""Quads that go out of named graphs, and quads that come in."""


class Reader:
    """The served generation, opened read-only and opened anew when a build has served another."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._served: Served | None = None
        self._store: Store | None = None
        self._hold = -1

    def store(self) -> Store:
        """The store that is served now; an empty one while no build has finished. Raises StoreError."""
        for last_try in (False, True):
            served = self.folder.served()
            if self._store is not None and served == self._served:
                break
            self.close()
            try:
                self._store, self._served = self._open(served), served
            except OSError as error:  # between the two lines above, builds may have swept it away
                if last_try:
                    raise StoreError(f"{self.folder.path}: the store cannot be opened ({error})") from None
        assert self._store is not None
        return self._store

    @property
    def quads(self) -> int:
        """Number of quads in the named graphs."""
        served = self.folder.served()
        return served.quads if served else 0

    def close(self) -> None:
        """Let go of the generation, so that a sweep may delete it."""
        self._store = None
        if self._hold >= 0:
            os.close(self._hold)
            self._hold = -1

    def _open(self, served: Served | None) -> Store:
        if served is None:
            return Store()
        path = self.folder.generation(served.generation)
        self._hold = hold_folder(path)
        return Store.read_only(str(path))


@contextmanager
def before(folder: Folder) -> Iterator[Store]:
    """The generation before the served one, held while it is read. Raises StoreError where none is kept."""
    served = folder.served()
    path = folder.generation(served.previous if served and served.previous else "none")
    try:
        held = hold_folder(path)
    except FileNotFoundError:
        raise StoreError(f"{folder.path}: no earlier state is kept; only one build has changed this base") from None
    try:
        yield Store.read_only(str(path))
    finally:
        os.close(held)


class NewGeneration:
    """A generation that is being written: a copy by hard links of the served one, or an empty store.

    Nobody sees it before :meth:`serve`; a process that dies leaves a folder that the next build sweeps away.
    """

    def __init__(self, folder: Folder, base: Served | None) -> None:
        self.folder, self._base = folder, base
        self.name = folder.next_generation()
        self.quads = base.quads if base else 0
        path = folder.generation(self.name)
        try:
            if base:
                Store.read_only(str(folder.generation(base.generation))).backup(str(path))
            self.store: Store | None = Store(str(path))
        except OSError as error:
            raise StoreError(f"{folder.path}: generation {self.name} cannot be written ({error})") from None

    def graph(self, name: NamedNode, subject: NamedNode | None = None) -> set[Quad]:
        """What a named graph holds now (about one subject)."""
        return set(self._open.quads_for_pattern(subject, None, None, name))

    def apply(self, changes: Iterable[Change], bulk: bool) -> None:
        """Change named graphs, and the union with them. ``bulk`` pays from some 50,000 quads on."""
        gone: list[Quad] = []
        quads = self._added(changes, gone)
        while part := list(islice(quads, CHUNK)):
            if bulk:
                self._open.bulk_extend(part)
            else:
                self._open.extend(part)
        for quad in gone:
            self._open.remove(quad)
        for quad in gone:
            self._leave_union(quad)
        for graph in {quad.graph_name for quad in gone}:
            if isinstance(graph, NamedNode) and not any(
                self._open.quads_for_pattern(None, None, None, graph)
            ):
                self._open.remove_graph(graph)

    def serve(self, previous: str, model: str) -> Served:
        """Flush, close and serve this generation."""
        self._open.flush()
        self.store = None
        sync_files(self.folder.generation(self.name))
        served = Served(self.name, previous, self.quads, model)
        self.folder.serve(served)
        self.folder.sweep()
        return served

    @property
    def _open(self) -> Store:
        assert self.store is not None, "a served generation is never written"
        return self.store

    def _added(self, changes: Iterable[Change], gone: list[Quad]) -> Iterator[Quad]:
        for removed, added in changes:
            gone += removed
            self.quads += len(added) - len(removed)
            for quad in added:
                yield quad
                yield in_union(quad)

    def _leave_union(self, quad: Quad) -> None:
        found = self._open.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if all(other.graph_name == UNION for other in found):
            self._open.remove(in_union(quad))


def in_union(quad: Quad) -> Quad:
    """The same triple in the default graph."""
    return Quad(quad.subject, quad.predicate, quad.object, UNION)


def named(store: Store) -> Iterator[Quad]:
    """The quads of the named graphs alone, in the store's order."""
    for graph in store.named_graphs():
        yield from store.quads_for_pattern(None, None, None, graph)


def sync_files(folder: Path) -> None:
    """Ask the system to write a folder's files to disk before they are promised to anybody."""
    for path in (*folder.iterdir(), folder):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
