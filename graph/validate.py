"""SHACL validation: the shapes of the ontology over the union of all graphs.

pySHACL judges, with two concessions to size. Constraints in SPARQL run in the store itself, each once for
all its targets. All others run in slices: some thousands of focus nodes with what the shapes can see from
them (two steps along the properties that shapes name, and the classes behind), so that memory stays flat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import pyshacl
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store
from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.term import Node

from vankien.graph.facts import Facts, text_of
from vankien.graph.quads.nodes import LABEL, TYPE, XSD, node
from vankien.graph.store import UNION
from vankien.ontology.vocabulary import shapes

SLICE = 20_000
"""Focus nodes judged at a time."""

_SEVERITIES = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Finding:
    """One result: how grave, of which shape, in its words, about what, and the offending value if any."""

    severity: str
    shape: str
    message: str
    focus: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """All findings, the gravest first. ``checked`` is the number of nodes that some shape looked at."""

    findings: tuple[Finding, ...]
    checked: int

    @property
    def conforms(self) -> bool:
        """Whether nothing is broken; warnings are no breach."""
        return not self.of("Violation")

    def of(self, severity: str) -> tuple[Finding, ...]:
        """The findings of a severity: Violation, Warning or Info."""
        return tuple(finding for finding in self.findings if finding.severity == severity)


def validate(store: Store, turtle: str = "", slice: int = SLICE) -> ValidationReport:
    """Judge a store by the ontology's shapes, or by others in Turtle."""
    rules = _Rules(turtle or shapes())
    focus = sorted(rules.focus(store))
    found = [*rules.ask(store)]
    nodes = iter(focus)
    while part := list(islice(nodes, slice)):
        found += rules.judge(store, part)
    label = _Labels(store)
    findings = {
        Finding(severity, shape, message, at, label(at), value)
        for severity, shape, message, at, value in found
    }
    order = sorted(
        findings, key=lambda f: (_SEVERITIES.index(f.severity), f.shape, f.label, f.focus, f.value)
    )
    return ValidationReport(tuple(order), len(focus))


_Found = tuple[str, str, str, str, str]
"""Severity, shape, message, focus, value."""


class _Rules:
    """The shapes, parted into queries for the store and a graph for pySHACL."""

    def __init__(self, turtle: str) -> None:
        self.graph = Graph().parse(data=turtle, format="turtle")
        self.queries = [
            (shape, self.graph.value(rule, SH.select), rule)
            for shape, rule in self.graph.subject_objects(SH.sparql)
        ]
        self.prefixes = {
            str(self.graph.value(of, SH.prefix)): str(self.graph.value(of, SH.namespace))
            for of in self.graph.objects(None, SH.declare)
        }
        self.messages = {rule: str(self.graph.value(rule, SH.message)) for _, _, rule in self.queries}
        self.graph.remove((None, SH.sparql, None))
        self.predicates = {str(term) for triple in self.graph for term in triple if isinstance(term, URIRef)}

    def focus(self, store: Store) -> Iterable[str]:
        """The IRIs of all nodes that some shape is about."""
        found = set[str]()
        for shape in set(self.graph.subjects()):
            for cls in self.graph.objects(shape, SH.targetClass):
                found |= _subjects(store, TYPE, NamedNode(str(cls)))
            for predicate in self.graph.objects(shape, SH.targetSubjectsOf):
                found |= _subjects(store, NamedNode(str(predicate)), None)
        return found

    def ask(self, store: Store) -> Iterator[_Found]:
        """The answers to the constraints in SPARQL that are about the shape's targets."""
        for shape, select, rule in self.queries:
            rows = store.query(str(select), prefixes=self.prefixes)
            assert isinstance(rows, QuerySolutions)
            for row in rows:
                this, value = row["this"], _bound(row, "value")
                if self._is_target(store, shape, this):
                    yield self._severity(shape), _name(shape), self.messages[rule], text_of(this), value

    def judge(self, store: Store, focus: list[str]) -> Iterator[_Found]:
        """pySHACL's results on some focus nodes."""
        data = _surroundings(store, focus, self.predicates)
        _, report, _ = pyshacl.validate(data, shacl_graph=self.graph, inplace=True)
        assert isinstance(report, Graph)
        own = {URIRef(iri) for iri in focus}
        for result in report.subjects(RDF.type, SH.ValidationResult):
            at = report.value(result, SH.focusNode)
            if at in own:
                shape = report.value(result, SH.sourceShape)
                value = report.value(result, SH.value)
                message = report.value(result, SH.resultMessage)
                severity = _name(report.value(result, SH.resultSeverity))
                yield severity, _name(shape), str(message), str(at), "" if value in (None, at) else str(value)

    def _is_target(self, store: Store, shape: Node, this: object) -> bool:
        if not isinstance(this, NamedNode):
            return False
        classes = (NamedNode(str(cls)) for cls in self.graph.objects(shape, SH.targetClass))
        links = (NamedNode(str(link)) for link in self.graph.objects(shape, SH.targetSubjectsOf))
        return any(_has(store, this, TYPE, cls) for cls in classes) or any(
            _has(store, this, link, None) for link in links
        )

    def _severity(self, shape: Node) -> str:
        return _name(self.graph.value(shape, SH.severity) or SH.Violation)


class _Labels:
    """Names for people: a node's label, else the labels of what it joins, else its IRI."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.thing = Facts(store).thing

    def __call__(self, iri: str) -> str:
        this = node(iri)
        label = next(self.store.quads_for_pattern(this, LABEL, None, UNION), None)
        if label is not None:
            return text_of(label.object)
        quads = self.store.quads_for_pattern(this, None, None, UNION)
        things = [
            self.thing(q.object.value)
            for q in quads
            if isinstance(q.object, NamedNode) and q.predicate != TYPE
        ]
        return " – ".join(sorted({thing.label for thing in things if thing})) or iri


def _surroundings(store: Store, focus: list[str], predicates: set[str]) -> Graph:
    """What shapes see from the focus nodes: their values, the values of these, the classes of those."""
    graph, seen = Graph(), set[str]()
    ring = set(focus)
    for along in (predicates, predicates, {TYPE.value}):
        seen |= ring
        beyond = set[str]()
        for iri in ring:
            subject = URIRef(iri)
            for quad in store.quads_for_pattern(NamedNode(iri), None, None, UNION):
                if quad.predicate.value in along:
                    graph.add((subject, URIRef(quad.predicate.value), _term(quad.object)))
                    if isinstance(quad.object, NamedNode) and quad.predicate != TYPE:
                        beyond.add(quad.object.value)
        ring = beyond - seen
    return graph


def _subjects(store: Store, predicate: NamedNode, object: NamedNode | None) -> set[str]:
    quads = store.quads_for_pattern(None, predicate, object, UNION)
    return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}


def _has(store: Store, subject: NamedNode, predicate: NamedNode, object: NamedNode | None) -> bool:
    return next(store.quads_for_pattern(subject, predicate, object, UNION), None) is not None


def _term(term: object) -> Node:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    assert isinstance(term, Literal)
    if term.language:
        return RdflibLiteral(term.value, lang=term.language)
    datatype = term.datatype.value
    return RdflibLiteral(term.value, datatype=None if datatype == f"{XSD}string" else URIRef(datatype))


def _bound(row: Mapping[str, object], name: str) -> str:
    try:
        value = row[name]
    except KeyError:
        return ""
    return "" if value is None else text_of(value)


def _name(node: object) -> str:
    return str(node).rpartition("#")[2]
