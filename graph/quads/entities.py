"""Things that articles name: their classes, attributes and terms.

Classes are written out up to the top (Directive, PartyDocument, Document), so that a plain
``?d a vk:Document`` answers without reasoning.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pyoxigraph import NamedNode, Quad

from vankien.graph.quads.frame import Frame
from vankien.graph.quads.nodes import TYPE, node, vk
from vankien.ontology import iri
from vankien.ontology.nouns import Entity
from vankien.ontology.terms import ATTRIBUTES_OF, GIVEN_AS, ancestors


@cache
def class_nodes(cls: str) -> tuple[NamedNode, ...]:
    """The nodes of a class and all classes above it."""
    return tuple(vk(name) for name in (cls, *ancestors(cls)))


def entity_quads(frame: Frame, entity: Entity) -> Iterator[Quad]:
    """Types and attributes of one entity; a loose reference is no document, whatever it was read as."""
    for this in frame.things(entity.id):
        yield from _quads(frame, entity, this)


def _quads(frame: Frame, entity: Entity, this: NamedNode) -> Iterator[Quad]:
    kind, cls = ("LooseReference",) * 2 if entity.id in frame.loose else (entity.type, entity.cls)
    for each in class_nodes(cls):
        yield frame.quad(this, TYPE, each)
    yield from frame.attributes(this, kind, entity.attributes)
    for name in ATTRIBUTES_OF[kind]:
        if GIVEN_AS.get(name, name) in entity.inferred:
            yield frame.quad(this, vk("inferredAttribute"), vk(name))
    if kind == "Document":
        yield from _term_quads(frame, entity)


def _term_quads(frame: Frame, entity: Entity) -> Iterator[Quad]:
    """The term in whose series the document stands: known only where its IRI names the series.

    A code alone (ĐUK) is shared by like bodies, so a document outside a known series gets the literal only.
    """
    code, ordinal = str(entity.attributes.get("issuerCode", "")), str(entity.attributes.get("term", ""))
    if not (code and ordinal and entity.id.startswith(f"{iri.BASE}doc/{code.replace('/', '-')}/{ordinal}/")):
        return
    term = node(iri.term(code, ordinal))
    yield frame.quad(frame.thing(entity.id), vk("inTerm"), term)
    yield frame.quad(term, TYPE, vk("Term"))
    yield from frame.attributes(term, "Term", {"ordinal": ordinal})
