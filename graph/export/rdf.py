"""RDF: sorted N-Quads and N-Triples (the same base gives the same bytes), Turtle, TriG, JSON-LD.

``nq`` and ``trig`` keep the named graphs, one an article; ``nt``, ``ttl`` and ``jsonld`` hold the union.
All are written from sorted lines, so that each subject stands in one place.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from vankien.graph.export.files import whole_file
from vankien.graph.export.sorting import sorted_lines
from vankien.graph.export.view import View
from vankien.graph.facts import Facts, iri_of
from vankien.graph.prefixes import PREFIXES, VK
from vankien.graph.quads.nodes import TYPE
from vankien.graph.store import UNION, named

_XSD_STRING: Final = NamedNode("http://www.w3.org/2001/XMLSchema#string")
_LANG_STRING: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")
_PREFIXES: Final = {
    name: namespace for name, namespace in PREFIXES.items() if name != "vkid"
}  # its names hold slashes
_CONTEXT: Final[Mapping[str, Any]] = {
    "@vocab": VK,
    **{name: namespace for name, namespace in _PREFIXES.items() if namespace != VK},
    "label": {"@id": "rdfs:label", "@language": "vi"},
    "altLabel": {"@id": "skos:altLabel", "@language": "vi"},
}
_TRIG_KEY: Final = (
    "\x01"  # parts the graph, by which TriG is sorted, from the line; below every code point of an IRI
)


def write_nquads(store: Store, view: View, path: Path) -> None:
    """The named graphs, one quad a line, sorted."""
    _write_lines(path, (f"{quad} ." for quad in _shown(named(store), store, view)))


def write_ntriples(store: Store, view: View, path: Path) -> None:
    """The union, one triple a line, sorted."""
    _write_lines(path, _triples(store, view))


def write_turtle(store: Store, view: View, path: Path) -> None:
    """The union with prefixes, subject by subject."""
    with _spooled(sorted_lines(_triples(store, view))) as lines:
        triples = (Triple(q.subject, q.predicate, q.object) for q in parse(lines, format=RdfFormat.N_TRIPLES))
        _write_with_prefixes(triples, RdfFormat.TURTLE, path)


def write_trig(store: Store, view: View, path: Path) -> None:
    """The named graphs with prefixes, graph by graph."""
    keyed = (f"{quad.graph_name}{_TRIG_KEY}{quad} ." for quad in _shown(named(store), store, view))
    with _spooled(line.partition(_TRIG_KEY)[2] for line in sorted_lines(keyed)) as lines:
        _write_with_prefixes(parse(lines, format=RdfFormat.N_QUADS), RdfFormat.TRIG, path)


def write_jsonld(store: Store, view: View, path: Path) -> None:
    """The union as JSON-LD, one node a line, in the terms of the vocabulary."""
    with whole_file(path) as file, _spooled(sorted_lines(_triples(store, view))) as lines:
        file.write(f'{{"@context": {json.dumps(_CONTEXT, ensure_ascii=False)},\n"@graph": [')
        triples = parse(lines, format=RdfFormat.N_TRIPLES)
        for number, (_, group) in enumerate(groupby(triples, key=lambda quad: quad.subject)):
            file.write(("," if number else "") + "\n" + json.dumps(_node(list(group)), ensure_ascii=False))
        file.write("\n]}\n")


def _shown(quads: Iterable[Quad], store: Store, view: View) -> Iterator[Quad]:
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


def _triples(store: Store, view: View) -> Iterator[str]:
    quads = store.quads_for_pattern(None, None, None, UNION)
    return (f"{quad.subject} {quad.predicate} {quad.object} ." for quad in _shown(quads, store, view))


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with whole_file(path) as file:
        file.writelines(f"{line}\n" for line in sorted_lines(lines))


def _write_with_prefixes(quads: Iterator[Triple] | Iterator[Quad], format: RdfFormat, path: Path) -> None:
    """Serialise; the prefixes, which the serializer writes in no fixed order, are sorted."""
    with whole_file(path) as file, TemporaryFile() as body:
        serialize(quads, body, format=format, prefixes=_PREFIXES)
        body.seek(0)
        head = [line for line in islice(body, len(_PREFIXES)) if line.startswith(b"@prefix")]
        file.buffer.write(b"".join(sorted(head)))
        body.seek(sum(map(len, head)))
        shutil.copyfileobj(body, file.buffer)


def _spooled(lines: Iterable[str]) -> IO[bytes]:
    """Lines in a temporary file, to be parsed again as they are read."""
    file = TemporaryFile()
    file.writelines(f"{line}\n".encode() for line in lines)
    file.seek(0)
    return file


def _node(quads: list[Quad]) -> dict[str, Any]:
    """One subject with all its values."""
    node: dict[str, Any] = {"@id": _name(quads[0].subject)}
    for quad in quads:
        key, value = _key_value(quad)
        node.setdefault(key, []).append(value)
    return {
        key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()
    }


def _key_value(quad: Quad) -> tuple[str, Any]:
    object, key = quad.object, _compact(quad.predicate.value)
    if quad.predicate == TYPE:
        return "@type", _compact(iri_of(object))
    if not isinstance(object, Literal):
        return key, {"@id": _name(object)}
    if object.language == "vi" and key in {"rdfs:label", "skos:altLabel"}:
        return key.partition(":")[2], object.value
    if object.language:
        return key, {"@value": object.value, "@language": object.language}
    if object.datatype in (_XSD_STRING, _LANG_STRING):
        return key, object.value
    return key, {"@value": object.value, "@type": _compact(object.datatype.value)}


def _name(term: object) -> str:
    return f"_:{term.value}" if isinstance(term, BlankNode) else iri_of(term)


def _compact(iri: str) -> str:
    """The IRI in the context's terms, where what is left is a plain name."""
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace) and (name := iri.removeprefix(namespace)).isidentifier():
            return name if namespace == VK else f"{prefix}:{name}"
    return iri
