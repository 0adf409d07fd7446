"""RDF: sorted N-Quads and N-Triples (the same base gives the same bytes), Turtle, TriG.

``nq`` and ``trig`` keep the named graphs, one an article; ``nt`` and ``ttl`` hold the union.
All are written from sorted lines, so that each subject stands in one place.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from vankien.graph.export.files import whole_file
from vankien.graph.export.network.view import View
from vankien.graph.export.sorting import sorted_lines
from vankien.graph.facts import Facts, iri_of
from vankien.graph.prefixes import PREFIXES
from vankien.graph.quads.nodes import TYPE
from vankien.graph.store import UNION, named

SHORT: Final = {
    name: namespace for name, namespace in PREFIXES.items() if name != "vkid"
}  # its names hold slashes
"""Prefixes that files declare."""
_TRIG_KEY: Final = (
    "\x01"  # parts the graph, by which TriG is sorted, from the line; below every code point of an IRI
)


def write_nquads(store: Store, view: View, path: Path) -> None:
    """The named graphs, one quad a line, sorted."""
    _write_lines(path, (f"{quad} ." for quad in shown(named(store), store, view)))


def write_ntriples(store: Store, view: View, path: Path) -> None:
    """The union, one triple a line, sorted."""
    _write_lines(path, union_lines(store, view))


def write_turtle(store: Store, view: View, path: Path) -> None:
    """The union with prefixes, subject by subject."""
    with spooled(sorted_lines(union_lines(store, view))) as lines:
        triples = (Triple(q.subject, q.predicate, q.object) for q in parse(lines, format=RdfFormat.N_TRIPLES))
        _write_with_prefixes(triples, RdfFormat.TURTLE, path)


def write_trig(store: Store, view: View, path: Path) -> None:
    """The named graphs with prefixes, graph by graph."""
    keyed = (f"{quad.graph_name}{_TRIG_KEY}{quad} ." for quad in shown(named(store), store, view))
    with spooled(line.partition(_TRIG_KEY)[2] for line in sorted_lines(keyed)) as lines:
        _write_with_prefixes(parse(lines, format=RdfFormat.N_QUADS), RdfFormat.TRIG, path)


def shown(quads: Iterable[Quad], store: Store, view: View) -> Iterator[Quad]:
    """The quads of a view: of things of its kinds, but for links to things of other kinds and to evidence."""
    if view.name == "full":
        yield from quads
        return
    facts, kinds = Facts(store), view.core | view.touched
    for quad in quads:
        if _kind(facts, quad.subject) in kinds and (
            isinstance(quad.object, Literal) or quad.predicate == TYPE or _kind(facts, quad.object) in kinds
        ):
            yield quad


def _kind(facts: Facts, term: object) -> str | None:
    thing = facts.thing(iri_of(term)) if isinstance(term, NamedNode) else None
    return thing.kind if thing else None


def union_lines(store: Store, view: View) -> Iterator[str]:
    """The triples of a view over all graphs, each once, as lines of N-Triples in no order."""
    quads = store.quads_for_pattern(None, None, None, UNION)
    return (f"{quad.subject} {quad.predicate} {quad.object} ." for quad in shown(quads, store, view))


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with whole_file(path) as file:
        file.writelines(f"{line}\n" for line in sorted_lines(lines))


def _write_with_prefixes(quads: Iterator[Triple] | Iterator[Quad], format: RdfFormat, path: Path) -> None:
    """Serialise; the prefixes, which the serializer writes in no fixed order, are sorted."""
    with whole_file(path) as file, TemporaryFile() as body:
        serialize(quads, body, format=format, prefixes=SHORT)
        body.seek(0)
        head = [line for line in islice(body, len(SHORT)) if line.startswith(b"@prefix")]
        file.buffer.write(b"".join(sorted(head)))
        body.seek(sum(map(len, head)))
        shutil.copyfileobj(body, file.buffer)


def spooled(lines: Iterable[str]) -> IO[bytes]:
    """Lines in a temporary file, to be parsed again as they are read."""
    file = TemporaryFile()
    file.writelines(f"{line}\n".encode() for line in lines)
    file.seek(0)
    return file
