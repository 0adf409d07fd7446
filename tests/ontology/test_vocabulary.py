"""The vocabulary: readable in both languages, in order, and the same in Turtle and in Python."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib import namespace as spaces
from rdflib.term import Node

from vankien.ontology import iri, vocabulary
from vankien.ontology.terms import (
    ACTS,
    ATTRIBUTES,
    ATTRIBUTES_OF,
    CLASSES,
    DOCUMENT_RELATIONS,
    ENTITY_TYPES,
    EVENT_KINDS,
    EVENT_STATUSES,
    GIVEN_AS,
    MODES,
    PARENTS,
    PREDICATES,
    PROPERTIES,
    ROLES,
    TENURE_STATUSES,
    ancestors,
)

VK = Namespace(iri.ONTOLOGY)
SCHEMA = Namespace("https://schema.org/")
ORDER = (
    "a rdfs:subClassOf rdfs:subPropertyOf rdfs:domain schema:domainIncludes rdfs:range schema:rangeIncludes rdfs:label "
    "skos:definition skos:example rdfs:seeAlso"
).split()

# Vocabularies that rdflib does not bring; the terms used here stand in their published files.
OTHERS = {
    "http://www.w3.org/ns/oa#": {"SpecificResource", "hasBody"},
    "http://semanticweb.cs.vu.nl/2009/11/sem/": {"Event", "hasActor"},
    "http://data.europa.eu/eli/ontology#": {
        "LegalResource",
        "amends",
        "based_on",
        "implements",
        "passed_by",
        "realizes",
        "repeals",
    },
}
BROUGHT = {
    str(getattr(spaces, name)): getattr(spaces, name)
    for name in "DCTERMS FOAF ORG OWL PROV RDF RDFS SDO SKOS TIME VANN XSD".split()
}


@cache
def graph() -> Graph:
    return Graph().parse(data=vocabulary.vocabulary(), format="turtle")


def local(node: Node) -> str:
    return str(node).removeprefix(iri.ONTOLOGY)


def own(nodes: Iterable[Node]) -> set[str]:
    return {local(node) for node in nodes if isinstance(node, URIRef) and str(node).startswith(iri.ONTOLOGY)}


def ends(name: str, single: URIRef, several: URIRef) -> set[str]:
    return own([*graph().objects(VK[name], single), *graph().objects(VK[name], several)])


def joins(name: str) -> tuple[set[str], set[str]]:
    return ends(name, RDFS.domain, SCHEMA.domainIncludes), ends(name, RDFS.range, SCHEMA.rangeIncludes)


def below(names: set[str]) -> set[str]:
    """The classes and all under them."""
    return {cls for cls in CLASSES if names & {cls, *ancestors(cls)}}


def test_shapes_of_the_vocabulary_hold() -> None:
    conforms, _, text = pyshacl.validate(graph(), shacl_graph=vocabulary.vocabulary_shapes())
    assert conforms, text


def test_classes_are_the_same_in_turtle_and_python() -> None:
    turtle = {
        local(cls): next(iter(own(graph().objects(cls, RDFS.subClassOf))), "")
        for cls in graph().subjects(RDF.type, OWL.Class)
    }
    assert turtle == dict(PARENTS)


def test_properties_are_the_same_in_turtle_and_python() -> None:
    kinds = (OWL.DatatypeProperty, OWL.ObjectProperty)
    assert own(s for kind in kinds for s in graph().subjects(RDF.type, kind)) == PROPERTIES


def test_every_own_term_that_is_used_is_defined() -> None:
    used = own(node for triple in graph() for node in triple)
    assert used == CLASSES | PROPERTIES
    words = {w for d in graph().objects(None, SKOS.definition) for w in re.findall(r"vk:(\w+)", str(d))}
    assert words <= CLASSES | PROPERTIES, "a definition speaks of a term that does not exist"


def test_every_term_of_others_exists() -> None:
    nodes = {node for triple in graph() for node in triple if isinstance(node, URIRef)}
    for node in nodes:
        name = re.split(r"[#/]", node)[-1]
        base = str(node)[: -len(name)] if name else str(node)
        if base in OTHERS:
            assert name in OTHERS[base], node
        elif base in BROUGHT:
            assert node in BROUGHT[base], node
        else:
            assert str(node).startswith(
                ("https://w3id.org/vankien/ontology", "https://opensource.org/license/")
            ), node


def test_literal_properties_have_literal_ranges_and_links_have_none() -> None:
    for name in PROPERTIES:
        ranges = [*graph().objects(VK[name], RDFS.range), *graph().objects(VK[name], SCHEMA.rangeIncludes)]
        literal = all(str(r).startswith((str(spaces.XSD), str(RDF.langString))) for r in ranges)
        assert literal == ((VK[name], RDF.type, OWL.DatatypeProperty) in graph()), name


@pytest.mark.parametrize("name", sorted(PREDICATES))
def test_a_predicate_joins_what_the_turtle_says(name: str) -> None:
    domain, range_ = joins(name if name != "holdsPost" else "hasPost")
    assert set(PREDICATES[name].subjects) == domain
    assert set(PREDICATES[name].objects) == range_


@pytest.mark.parametrize("name", [*DOCUMENT_RELATIONS, "studies", "reviews", "violates"])
def test_relations_to_documents_are_kinds_of_reference(name: str) -> None:
    assert (VK[name], RDFS.subPropertyOf, VK.refersTo) in graph()


def test_holding_and_having_held_are_kinds_of_having_a_post() -> None:
    for name in ("holdsPost", "heldPost"):
        assert (VK[name], RDFS.subPropertyOf, VK.hasPost) in graph()


def test_attributes_are_properties_of_their_classes() -> None:
    assert set(GIVEN_AS) <= set(ATTRIBUTES)
    assert {name for names in ATTRIBUTES_OF.values() for name in names} == set(ATTRIBUTES)
    for cls, names in ATTRIBUTES_OF.items():
        assert list(names) == sorted(names)
        for name in names:
            assert cls in below(joins(name)[0]), f"{cls} may not have vk:{name}"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("kind", EVENT_KINDS),
        ("status", EVENT_STATUSES),
        ("status", TENURE_STATUSES),
        ("role", ROLES),
        ("mode", MODES),
        ("act", tuple(ACTS)),
    ],
)
def test_definitions_name_all_codes(name: str, codes: tuple[str, ...]) -> None:
    definition = str(graph().value(VK[name], SKOS.definition))
    assert set(codes) <= set(re.findall(r"\w+", definition))


def test_shapes_allow_the_codes_of_the_vocabulary() -> None:
    text = vocabulary.shapes()
    for codes in (EVENT_KINDS, EVENT_STATUSES, TENURE_STATUSES, ROLES, MODES, sorted(ACTS)):
        assert " ".join(f'"{code}"' for code in codes) in re.sub(r"\s+", " ", text)


def test_acts_have_classes_of_personnel_events() -> None:
    assert {ancestors(cls)[0] for cls in ACTS.values()} == {"PersonnelEvent"}
    assert set(ACTS.values()) == {cls for cls, parent in PARENTS.items() if parent == "PersonnelEvent"}
    assert "Discipline" not in ancestors(ACTS["proposeDiscipline"]), "a proposal is no punishment"


def test_party_papers_are_no_legislation() -> None:
    legal = URIRef("http://data.europa.eu/eli/ontology#LegalResource")
    assert set(graph().subjects(RDFS.subClassOf, legal)) == {VK.StateDocument}
    assert "StateDocument" not in ancestors("PartyDocument")


def test_entity_types_are_top_classes() -> None:
    assert list(ENTITY_TYPES) == sorted(ENTITY_TYPES)
    assert all(ancestors(cls) == () for cls in ENTITY_TYPES)


def blocks() -> list[list[str]]:
    """The blocks of terms as lines, in the order of the file."""
    parts = vocabulary.vocabulary().split("\n\n")
    return [part.splitlines() for part in parts if part.startswith("vk:")]


def test_terms_are_sorted_classes_first() -> None:
    heads = [
        (lines[0].split(" a ")[1].rstrip(" ;") != "owl:Class", lines[0].split()[0]) for lines in blocks()
    ]
    assert heads == sorted(heads)
    assert len(heads) == len(CLASSES) + len(PROPERTIES)


@pytest.mark.parametrize("lines", blocks(), ids=lambda lines: lines[0].split()[0])
def test_a_block_has_its_predicates_in_order(lines: list[str]) -> None:
    found = ["a", *(line.split()[0] for line in lines[1:])]
    assert found == sorted(set(found), key=ORDER.index)
    assert all(line.startswith("    ") and line.endswith((" ;", " .")) for line in lines[1:])
    for line in lines:
        values = [v.strip() for v in re.sub(r'"[^"]*"', "", line).rstrip(" ;.").split(" ", 5)[-1].split(",")]
        if line.split()[0] in ("rdfs:subClassOf", "rdfs:subPropertyOf") and len(values) > 1:
            assert values == sorted(values, key=lambda v: (not v.startswith("vk:"), v))
