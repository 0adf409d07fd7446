"""What the registries know of things that articles name, as quads of a graph of its own.

Only confirmed rows, and links only between two things that the base names: the graph stays small, and
nothing stands in it that no article brought up, but for the other bodies of a reorganisation (:mod:`.changes`).
Each thing names the row's source (``dcterms:source``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pyoxigraph import Literal, Quad

from vankien.graph.changes import change_quads
from vankien.graph.identity.names import Names
from vankien.graph.quads.literals import value
from vankien.graph.quads.nodes import SOURCE, node, vk
from vankien.graph.store import REGISTRY_GRAPH
from vankien.ontology import iri, known, known_persons
from vankien.ontology.known_changes import Party, next_day, party
from vankien.ontology.terms import ATTRIBUTES

_CENTRAL = "Ban Chấp hành Trung ương Đảng"  # the Central Committee, owner of the number series /TW


def registry_quads(names: Names) -> Iterator[Quad]:
    """The quads of the registered documents, bodies, persons, congresses, plenums and terms that the base names."""
    values, links = _facts()
    named = names.in_graph(values.keys() | {end for link in links for end in (link[0], link[2])})
    for subject in sorted(named & values.keys()):
        yield from values[subject]
    for subject, predicate, object in links:
        if subject in named and object in named:
            yield Quad(node(subject), vk(predicate), node(object), REGISTRY_GRAPH)
    yield from _terms(names)
    yield from change_quads(names)


@cache
def registered_names() -> Mapping[str, str]:
    """The registry's name of each confirmed body and each person by IRI: its label, whatever forms are seen."""
    persons = {person.iri: person.name for person in known_persons.persons()}
    return persons | {_period(body).iri: body.name for body in known.bodies() if body.confirmed}


@cache
def _facts() -> tuple[Mapping[str, tuple[Quad, ...]], tuple[tuple[str, str, str], ...]]:
    """Literals of each registered thing by IRI, and links as (subject, predicate, object)."""
    values: dict[str, tuple[Quad, ...]] = {}
    links = list[tuple[str, str, str]]()
    for document in known.documents():
        if document.confirmed:
            values[document.iri] = tuple(literals_of(document.iri, document.source, **_attributes(document)))
            links += _document_links(document)
    events: list[known.Congress | known.Plenum] = [*known.congresses(), *known.plenums()]
    for held in events:
        if held.confirmed:
            this = _event(held)
            values[this] = tuple(literals_of(this, held.source, date=held.start, endDate=held.end))
    for person in known_persons.persons():
        values[person.iri] = tuple(literals_of(person.iri, person.source))
    for body in known.bodies():
        if body.confirmed:
            this = _period(body).iri
            values[this] = tuple(literals_of(this, body.source, startDate=body.start, endDate=body.end, change=body.change))
            links += _body_links(body)
    return values, tuple(sorted(set(links)))


def _attributes(document: known.KnownDocument) -> dict[str, str]:
    return {
        "kind": document.type_word,
        "letters": document.letters,
        "number": document.number,
        "issuerCode": document.issuer_code,
        "term": document.term,
        "date": document.date,
        "title": document.subject,
    }


def _document_links(document: known.KnownDocument) -> Iterator[tuple[str, str, str]]:
    if document.issuer:
        yield document.iri, "issuedBy", iri.body(document.issuer)
    if document.plenum:
        ordinal, _, term = document.plenum.partition("/")
        yield document.iri, "adoptedAt", iri.event("plenum", f"TW {term} {ordinal}")
    for predicate, key in document.relations:
        yield document.iri, predicate, f"{iri.BASE}doc/{key}"


def _event(held: known.Congress | known.Plenum) -> str:
    if isinstance(held, known.Plenum):
        return iri.event("plenum", f"TW {held.term} {held.ordinal}")
    return iri.event("congress", f"{held.owner} {held.ordinal}")


def _body_links(body: known.KnownBody) -> Iterator[tuple[str, str, str]]:
    this = _period(body).iri
    if body.parent:
        yield this, "partOf", party(body.parent, body.start).iri
    for successor in body.successors:
        yield party(successor, next_day(body.end)).iri, "succeeds", this


def _period(body: known.KnownBody) -> Party:
    """A row of the registry: a body that was founded anew under its name has several."""
    return party(body.name, body.start)


def _terms(names: Names) -> Iterator[Quad]:
    """The Central Committee's terms in whose series some named document stands."""
    for term in known.terms():
        series = f"{iri.BASE}doc/TW/{term.ordinal}/"
        if term.confirmed and term.owner == _CENTRAL and names.any_below(series):
            this = iri.term("TW", term.ordinal)
            yield from literals_of(this, term.source, startDate=term.start, endDate=term.end)
            if names.mentioned([iri.body(_CENTRAL)]):
                yield Quad(node(this), vk("termOf"), node(iri.body(_CENTRAL)), REGISTRY_GRAPH)


def literals_of(this: str, source: str, **attributes: Any) -> Iterator[Quad]:
    """The attributes of a registered thing, and where they are from."""
    for name, given in attributes.items():
        literal = value(ATTRIBUTES[name], given)
        if literal is not None:
            yield Quad(node(this), vk(name), literal, REGISTRY_GRAPH)
    yield Quad(node(this), SOURCE, Literal(source), REGISTRY_GRAPH)
