"""JSON-LD: the union, one thing a line, in words that need no knowledge of RDF; see :mod:`.context`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, Quad, RdfFormat, Store, parse

from vankien.graph.export.files import whole_file
from vankien.graph.export.network import View
from vankien.graph.export.rdf.context import context
from vankien.graph.export.rdf.quads import SHORT, spooled, union_lines
from vankien.graph.export.sorting import from_json, sorted_lines, to_json
from vankien.graph.facts import iri_of
from vankien.graph.quads.nodes import TYPE, XSD
from vankien.ontology import iri

_NATIVE: Final = {XSD + "boolean": r"true|false", XSD + "integer": r"0|-?[1-9][0-9]{0,14}"}
"""Datatypes that JSON has itself, and the spellings that come back as they were."""

_PLAIN: Final = re.compile(r"\w[\w.~@%,=/-]*(?:#[\w=,.-]+)?")
"""Relative ids that every reader resolves to what they were: urljoin, for one, drops a ``;`` at the end."""
_NO_PART: Final = re.compile(r"(?:^|/)\.{0,2}(?:/|#|$)")
"""A part of a path that is empty or dots: readers would resolve it away."""


def write_jsonld(store: Store, view: View, path: Path) -> None:
    """The union as JSON-LD, one thing a line; the context stands in the file."""
    with whole_file(path) as file, spooled(sorted_lines(union_lines(store, view))) as lines:
        file.write(f'{{"@context": {to_json(context())},\n"@graph": [')
        triples = parse(lines, format=RdfFormat.N_TRIPLES)
        for number, (_, group) in enumerate(groupby(triples, key=lambda quad: quad.subject)):
            file.write(("," if number else "") + "\n" + to_json(_node(list(group))))
        file.write("\n]}\n")


def short_id(iri_: str) -> str:
    """The id of a thing as the context reads it: below the base, where no reader would make another of it, else whole.

    >>> short_id("https://w3id.org/vankien/id/body/bộ-chính-trị"), short_id("https://w3id.org/vankien/id/a:b")
    ('body/bộ-chính-trị', 'https://w3id.org/vankien/id/a:b')
    """
    tail = iri_.removeprefix(iri.BASE)
    plain = tail != iri_ and _PLAIN.fullmatch(tail) and not _NO_PART.search(tail)
    return tail if plain else _compact(iri_)


def _node(quads: list[Quad]) -> dict[str, Any]:
    """One subject with all its values; its type comes first."""
    node: dict[str, Any] = {"id": _name(quads[0].subject), "type": []}
    for quad in quads:
        key, value = _key_value(quad)
        node.setdefault(key, []).append(value)
    return {
        key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items() if value != []
    }


def _key_value(quad: Quad) -> tuple[str, Any]:
    if quad.predicate == TYPE:
        return "type", _word(iri_of(quad.object))
    key = _terms().get(quad.predicate.value) or _compact(quad.predicate.value)
    return key, literal_of(key, quad.object) if isinstance(quad.object, Literal) else _link(quad.object, _coerced(key))


def literal_of(key: str, literal: Literal) -> Any:
    """A literal as the value of a term of the context (or of another property): bare where the term tells its type.

    >>> from pyoxigraph import NamedNode
    >>> literal_of("date", Literal("2024-05-01", datatype=NamedNode(XSD + "date"))), literal_of("date", Literal("2024"))
    ('2024-05-01', {'@value': '2024'})
    """
    return _literal(literal, _coerced(key))


def _coerced(key: str) -> Mapping[str, str]:
    term = context().get(key, {})
    return {} if isinstance(term, str) else term


def _link(object: object, coerced: Mapping[str, str]) -> Any:
    """A thing as the term has it: a word of the vocabulary, a bare id, or an id written out."""
    if coerced.get("@type") == "@vocab" and not isinstance(object, BlankNode):
        return _word(iri_of(object))
    return _name(object) if coerced.get("@type") == "@id" else {"id": _name(object)}


def _literal(object: Literal, coerced: Mapping[str, str]) -> Any:
    """A text, number or flag bare where the term or JSON itself says what it is, else written out."""
    text, datatype = object.value, object.datatype.value
    if object.language:
        return text if coerced.get("@language") == object.language else {"@value": text, "@language": object.language}
    if datatype == XSD + "string":
        return text if coerced.keys() <= {"@id"} else {"@value": text}
    if coerced.get("@type") == _compact(datatype):
        return text
    if re.fullmatch(_NATIVE.get(datatype, "(?!)"), text):
        return from_json(text)
    return {"@value": text, "@type": _compact(datatype)}


def _name(term: object) -> str:
    return f"_:{term.value}" if isinstance(term, BlankNode) else short_id(iri_of(term))


@cache
def _terms() -> Mapping[str, str]:
    """IRI of a property -> its name in the context."""
    named = {name: term if isinstance(term, str) else term.get("@id", "") for name, term in context().items() if name[0] != "@"}
    prefixed = {name: id.partition(":") for name, id in named.items() if id.partition(":")[0] in SHORT}
    return {SHORT[prefix] + local: name for name, (prefix, _, local) in prefixed.items()}


def _word(iri_: str) -> str:
    """A class or property by its name in the vocabulary, where it is one of it."""
    short = _compact(iri_)
    local = short.removeprefix("vk:")
    return local if local != short and _terms().get(iri_, local) == local else short


def _compact(iri_: str) -> str:
    """The IRI with a prefix, where what is left is a plain name."""
    for prefix, namespace in SHORT.items():
        if iri_.startswith(namespace) and (name := iri_.removeprefix(namespace)).isidentifier():
            return f"{prefix}:{name}"
    return iri_
