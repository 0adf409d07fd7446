"""What a base answers about itself: explanations, validation, registered things, labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import QuerySolutions
from rdflib import SH, Graph
from rdflib.term import Node

from vankien.graph import KnowledgeBase
from vankien.graph.explain import Candidates, Explanation
from vankien.graph.store import REGISTRY_GRAPH
from vankien.graph.validate import ValidationReport, validate
from vankien.ontology import iri, known
from vankien.ontology.nouns import Entity, Extraction, Span, Statement
from vankien.ontology.vocabulary import shapes

Story = Callable[..., Extraction]


def told(kb: KnowledgeBase, name: str) -> Explanation:
    """The explanation of a name that is one thing's."""
    found = kb.explain(name)
    assert isinstance(found, Explanation), found
    return found


def candidates(kb: KnowledgeBase, name: str) -> list[str]:
    """IRIs (without their base) of the things that a name may stand for."""
    found = kb.explain(name)
    assert isinstance(found, Candidates) and found.name == name
    return [thing.iri.removeprefix(iri.BASE) for thing in found.things]


def rows(kb: KnowledgeBase, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT as sorted tuples of texts."""
    found = kb.query(sparql)
    assert isinstance(found, QuerySolutions)
    return sorted(tuple(term.value for term in row) for row in found)


# ---- explain


def test_explaining_shows_the_words(full: KnowledgeBase) -> None:
    found = told(full, "Nghị quyết số 35-NQ/TW")
    assert (found.thing.kind, found.thing.cls, found.articles) == ("Document", "Resolution", 3)
    assert {(v.attribute, v.value, v.support) for v in found.values} >= {
        ("number", "35", 3),
        ("letters", "NQ", 3),
    }
    assert ("date", "2018-10-22", 0) in {
        (v.attribute, v.value, v.support) for v in found.values if v.inferred
    }
    issuers = [(fact.other.label if fact.other else "", fact.support) for fact in found.facts]
    assert issuers == [("Bộ Chính trị", 2), ("Ban Bí thư", 1)], "the better supported first; both are shown"
    first = found.facts[0].evidence[0]
    assert first.quote == "Hội nghị nghe giới thiệu Nghị quyết số 35-NQ/TW của Bộ Chính trị"
    assert (first.source.id, first.source.published, first.source.title) == (
        "a1",
        "2018-11-02",
        "Họp bàn công tác",
    )
    assert (first.rule, first.mode) == ("test.rule", "stated")


def test_support_joins_articles_of_different_days(full: KnowledgeBase) -> None:
    facts = told(full, f"{iri.BASE}person/nguyễn-văn-an/bí-thư/tỉnh-ủy-phú-thọ").facts
    held = {(f.predicate, f.attributes["status"], f.other.label if f.other else ""): f.support for f in facts}
    assert held["holdsPost", "current", "Bí thư Tỉnh ủy Phú Thọ"] == 2
    assert held["heldPost", "former", "Bí thư Tỉnh ủy Phú Thọ"] == 1


def test_a_shared_name_is_not_guessed(full: KnowledgeBase) -> None:
    assert candidates(full, "Nguyễn Văn An") == [
        "person/nguyễn-văn-an/a4", "person/nguyễn-văn-an/bí-thư/tỉnh-ủy-phú-thọ",
        "person/nguyễn-văn-an/giám-đốc/sở-y-tế-lào-cai",
    ]  # fmt: skip
    assert candidates(full, "Nguyễn Văn Không") == []
    assert told(full, "lê thị bình").thing.label == "Lê Thị Bình", (
        "capitals do not matter where nothing else fits"
    )


@pytest.mark.parametrize("name", ["", "x y", "<>", '"', "\\", "\ud800", "http://[", "} DROP ALL"])
def test_no_name_breaks_explaining(full: KnowledgeBase, name: str) -> None:
    assert candidates(full, name) == []


def test_an_act_without_a_post_is_told(kb: KnowledgeBase, story: Story) -> None:
    base = story("x", [("Lê Thị Bình", "Bí thư", "Huyện ủy Sa Pa")])
    person = iri.person("Lê Thị Bình", "x")
    act = Statement(
        person,
        "personnelAct",
        None,
        Span(0, 8),
        "r",
        "stated",
        {"act": "discipline", "measure": "khiển trách"},
    )
    kb.update([replace(base, statements=(*base.statements, act))])
    (fact,) = (f for f in told(kb, "Lê Thị Bình").facts if f.predicate == "personnelAct")
    assert fact.other is None and fact.attributes == {"act": "discipline", "measure": "khiển trách"}
    assert kb.to_networkx().number_of_edges() == 2, "a fact with one end is no edge"


# ---- validate


def test_a_sound_base_conforms(full: KnowledgeBase) -> None:
    report = full.validate()
    assert report.of("Violation") == () and report.conforms and report.checked > 100
    (issuer,) = {(f.severity, f.shape, f.label) for f in report.findings}
    assert issuer == ("Warning", "DocumentOneIssuer", "Nghị quyết số 35-NQ/TW"), (
        "two issuers of one resolution"
    )


def test_a_broken_base_does_not(full: KnowledgeBase, story: Story) -> None:
    base = story("x", [("Lê Thị Bình", "Bí thư", "Huyện ủy Sa Pa")])
    wrong = [
        replace(s, attributes={"status": "eternal"}) if s.predicate == "holdsPost" else s
        for s in base.statements
    ]
    two = Entity(iri.body("Huyện ủy Sa Pa"), "Event", "Meeting", "Huyện ủy Sa Pa")
    full.update([replace(base, statements=tuple(wrong), entities=(*base.entities, two))])
    report = full.validate()
    assert not report.conforms
    found = {(f.shape, f.label, f.value) for f in report.of("Violation")}
    assert ("TenureStatus", "Bí thư Huyện ủy Sa Pa – Lê Thị Bình", "eternal") in found
    assert "ThingOneKind" in {shape for shape, _, _ in found}


def test_slices_do_not_change_the_judgement(full: KnowledgeBase, story: Story) -> None:
    base = story("x", [("Lê Thị Bình", "Bí thư", "Huyện ủy Sa Pa")])
    wrong = [replace(s, attributes={}) for s in base.statements]
    full.update([replace(base, statements=tuple(wrong))])
    reports = [validate(full.reader.store(), slice=size) for size in (1, 7, 50, 100_000)]
    assert all(report == reports[0] for report in reports)
    assert len(reports[0].of("Violation")) == 1


def test_shapes_look_no_further_than_slices_do(full: KnowledgeBase) -> None:
    """Slices hold two steps along properties; a shape with a longer or a backward path needs another plan."""
    graph = Graph().parse(data=shapes(), format="turtle")
    backward = (
        SH.inversePath,
        SH.zeroOrMorePath,
        SH.oneOrMorePath,
        SH.targetObjectsOf,
        SH.targetNode,
        SH.closed,
    )
    assert not [term for term in backward if (None, term, None) in graph]

    def depth(node: Node) -> int:
        skipped = {SH.path, SH.sparql, SH.prefixes}
        below = [depth(o) for p, o in graph.predicate_objects(node) if p not in skipped]
        return int((node, SH.path, None) in graph) + max(below, default=0)

    assert max(depth(shape) for shape in set(graph.subjects(SH.severity, None))) <= 2


def test_an_empty_base_conforms(kb: KnowledgeBase) -> None:
    assert kb.validate() == ValidationReport((), 0)


# ---- labels and registered things


def test_each_thing_has_one_label(full: KnowledgeBase) -> None:
    assert rows(full, "SELECT ?x { ?x rdfs:label ?a, ?b . ?x a vk:Person FILTER(?a != ?b) }") == []
    assert rows(
        full, "SELECT (COUNT(?x) AS ?n) { ?x a vk:Person FILTER NOT EXISTS { ?x rdfs:label ?l } }"
    ) == [("0",)]


def test_the_label_is_the_fullest_form(kb: KnowledgeBase, story: Story) -> None:
    def calling(id: str, label: str) -> Extraction:
        base = story(id, [("Lê Thị Bình", "Bí thư", "Huyện ủy Sa Pa")])
        return replace(
            base, entities=tuple(replace(e, label=label) if e.type == "Body" else e for e in base.entities)
        )

    asked = f"SELECT ?l {{ <{iri.body('Huyện ủy Sa Pa')}> rdfs:label ?l }}"
    kb.update(
        [
            calling("x", "Huyện ủy"),
            calling("y", "Huyện ủy Sa Pa Lào Cai"),
            calling("z", "Huyện ủy Sa Pa Lào Cay"),
        ]
    )
    assert rows(kb, asked) == [("Huyện ủy Sa Pa Lào Cai",)], "the longest; of equals the first by alphabet"
    kb.withdraw(["y", "z"])
    assert rows(kb, asked) == [("Huyện ủy",)]


def test_registered_names_come_before_forms_seen(kb: KnowledgeBase, story: Story) -> None:
    base = story("x", documents=[("35", "XII", "Bộ Chính trị")])
    longer = tuple(
        replace(e, label="Bộ Chính trị Trung ương Đảng") if e.type == "Body" else e for e in base.entities
    )
    kb.update([replace(base, entities=longer)])
    assert told(kb, iri.body("Bộ Chính trị")).thing.label == "Bộ Chính trị"


def test_the_registry_adds_what_it_knows_of_what_is_named(full: KnowledgeBase) -> None:
    document = iri.document("NQ", "35", "TW", "XII")
    (registered,) = (d for d in known.documents() if d.iri == document)
    assert registered.confirmed
    graph = f"GRAPH {REGISTRY_GRAPH}"
    assert rows(full, f"SELECT ?d {{ {graph} {{ <{document}> vk:date ?d }} }}") == [(registered.date,)]
    assert rows(full, f"SELECT ?d {{ {graph} {{ ?d vk:number ?n }} }}") == [
        (iri.document("NQ", "18", "TW", "XII"),), (document,),
    ], "and of nothing else"  # fmt: skip
    unnamed = f"{graph} {{ ?x ?p ?o }} FILTER(ISIRI(?o) && !STRSTARTS(STR(?o), STR(org:))) FILTER NOT EXISTS {{ ?o rdfs:label ?l }}"
    assert rows(full, f"SELECT ?o {{ {unnamed} }}") == [], "no link leads out of the base"
    full.withdraw(["a1", "a6", "a10"])
    assert rows(full, f"SELECT ?d {{ {graph} {{ ?d vk:number ?n }} }}") == []
