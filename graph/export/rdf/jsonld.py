"""JSON-LD: the union, one node a line, in the terms of the vocabulary."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse

from vankien.graph.export.files import whole_file
from vankien.graph.export.network import View
from vankien.graph.export.rdf.quads import SHORT, spooled, union_lines
from vankien.graph.export.sorting import sorted_lines
from vankien.graph.facts import iri_of
from vankien.graph.prefixes import VK
from vankien.graph.quads.nodes import TYPE

_XSD_STRING: Final = NamedNode("http://www.w3.org/2001/XMLSchema#string")
_LANG_STRING: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")
_CONTEXT: Final[Mapping[str, Any]] = {
    "@vocab": VK,
    **{name: namespace for name, namespace in SHORT.items() if namespace != VK},
    "label": {"@id": "rdfs:label", "@language": "vi"},
    "altLabel": {"@id": "skos:altLabel", "@language": "vi"},
}


def write_jsonld(store: Store, view: View, path: Path) -> None:
    """The union as JSON-LD, one node a line, in the terms of the vocabulary."""
    with whole_file(path) as file, spooled(sorted_lines(union_lines(store, view))) as lines:
        file.write(f'{{"@context": {json.dumps(_CONTEXT, ensure_ascii=False)},\n"@graph": [')
        triples = parse(lines, format=RdfFormat.N_TRIPLES)
        for number, (_, group) in enumerate(groupby(triples, key=lambda quad: quad.subject)):
            file.write(("," if number else "") + "\n" + json.dumps(_node(list(group)), ensure_ascii=False))
        file.write("\n]}\n")


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
    for prefix, namespace in SHORT.items():
        if iri.startswith(namespace) and (name := iri.removeprefix(namespace)).isidentifier():
            return name if namespace == VK else f"{prefix}:{name}"
    return iri
