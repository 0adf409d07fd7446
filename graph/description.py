"""What a base says of itself, in a graph of its own: VoID with numbers, and a SPARQL 1.1 service description.

``ontology/description.ttl`` is the fixed part. The numbers come from the log and from the count that a generation keeps of
its quads, so nothing of the store is read for them. They leave out this graph, which would count itself, and nothing in
it tells the time: the same articles give the same description.

Numbers of classes are those of the things that articles name, subclasses counted in their superclasses too. There is none
of ``vk:Event`` as a whole, since personnel acts are events beside those that articles name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from vankien.graph.identity.names import ANY
from vankien.graph.log import StatementLog
from vankien.graph.quads.nodes import TYPE, XSD, vk
from vankien.graph.store import Change, NewGeneration
from vankien.ontology import iri
from vankien.ontology.vocabulary import description

DESCRIPTION_GRAPH: Final = NamedNode(f"{iri.BASE}graph/description")

_VOID: Final = "http://rdfs.org/ns/void#"
_DATASET: Final = NamedNode(f"{iri.BASE}dataset")
_ARTICLES: Final = NamedNode(f"{iri.BASE}dataset/articles")
_UNCOUNTED: Final = frozenset({"Event", "PersonnelEvent"})


def described(new: NewGeneration, log: StatementLog, things: Mapping[str, int]) -> Iterator[Change]:
    """The change of the description that the other graphs of a generation, all written, ask for; ``things`` are numbers by class."""
    held = new.graph(DESCRIPTION_GRAPH)
    wanted = set(description_quads(new.quads - len(held), log, things))
    yield held - wanted, wanted - held


def description_quads(triples: int, log: StatementLog, things: Mapping[str, int]) -> Iterator[Quad]:
    """The description of a base with so many quads in its other named graphs, with this log, and so many things by class."""
    for quad in parse(description(), format=RdfFormat.TURTLE, base_iri=iri.BASE):
        yield Quad(quad.subject, quad.predicate, quad.object, DESCRIPTION_GRAPH)
    articles, example = log.db.execute("SELECT COUNT(*), MIN(key) FROM article").fetchone()
    yield _number(_DATASET, "triples", triples)
    yield _number(_DATASET, "entities", things.get(ANY, 0))
    yield _number(_ARTICLES, "entities", articles)
    if example is not None:
        yield _link(_ARTICLES, "exampleResource", NamedNode(f"{iri.BASE}article/{example}"))
    for cls, number in sorted(things.items()):
        if cls == ANY or cls in _UNCOUNTED:
            continue
        part = NamedNode(f"{iri.BASE}dataset/class/{cls}")
        yield _link(_DATASET, "classPartition", part)
        yield Quad(part, TYPE, NamedNode(f"{_VOID}Dataset"), DESCRIPTION_GRAPH)
        yield _link(part, "class", vk(cls))
        yield _number(part, "entities", number)


def _number(subject: NamedNode, name: str, number: int) -> Quad:
    literal = Literal(str(number), datatype=NamedNode(f"{XSD}integer"))
    return Quad(subject, NamedNode(f"{_VOID}{name}"), literal, DESCRIPTION_GRAPH)


def _link(subject: NamedNode, name: str, object: NamedNode) -> Quad:
    return Quad(subject, NamedNode(f"{_VOID}{name}"), object, DESCRIPTION_GRAPH)
