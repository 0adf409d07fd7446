"""JSON-LD: the same triples for three readers, in words that need no knowledge of RDF, with the context in the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import assume, given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse

from vankien.graph import KnowledgeBase
from vankien.graph.export.network.view import VIEWS
from vankien.graph.export.rdf.context import context
from vankien.graph.export.rdf.jsonld import short_id
from vankien.ontology import iri
from vankien.ontology.nouns import Extraction
from vankien.ontology.terms import CLASSES, PROPERTIES
from vankien.ontology.vocabulary import folder

Story = Callable[..., Extraction]


@pytest.mark.parametrize("view", VIEWS)
def test_three_readers_find_the_same_triples(full: KnowledgeBase, tmp_path: Path, javascript: Callable[..., Any], view: str) -> None:
    triples = set(map(str, parse(path=full.export(tmp_path / "x.nt", view=view), format=RdfFormat.N_TRIPLES)))
    path = full.export(tmp_path / "x.jsonld", view=view)
    assert set(map(str, parse(path=path, format=RdfFormat.JSON_LD))) == triples
    assert set(map(str, parse(javascript("jsonld.mjs", path).encode(), format=RdfFormat.N_QUADS))) == triples
    graph = rdflib.Graph().parse(path, format="json-ld")
    assert set(graph) == set(rdflib.Graph().parse(tmp_path / "x.nt", format="nt"))


def test_it_reads_like_words(kb: KnowledgeBase, story: Story, tmp_path: Path) -> None:
    kb.update([story("a1", [("Lê Bình", "Bí thư", "Huyện ủy Sa Pa")], [("35", "XII", "Bộ Chính trị")], "2024-01-24"), story("a2", published="2024-02")])
    things = {node["id"]: node for node in json.loads(kb.export(tmp_path / "x.jsonld").read_text("utf-8"))["@graph"]}
    paper = things["doc/TW/XII/NQ/35"]
    assert paper["type"] == ["Document", "PartyDocument", "Resolution"] and paper["label"] == "Nghị quyết số 35-NQ/TW"
    assert (paper["issuedBy"], paper["number"], paper["inTerm"]) == ("body/bộ-chính-trị", "35", "term/TW/XII")
    article = things["article/a1"]
    assert (article["type"], article["published"]["@value"], article["length"]) == ("Article", "2024-01-24", len_of(kb, "a1"))
    assert things["article/a2"]["published"] == {"@value": "2024-02", "@type": "xsd:gYearMonth"}, "less than a whole day is written out"
    (said, *_) = (node for node in things.values() if node.get("predicate") == "issuedBy")
    assert (said["type"], said["subject"], said["object"], said["mode"]) == ("Statement", "doc/TW/XII/NQ/35", "body/bộ-chính-trị", "stated")


def len_of(kb: KnowledgeBase, id: str) -> int:
    return next(len(record["article"]["text"]) for record in map(json.loads, kb.log_lines()) if record["article"]["id"] == id)


def test_odd_names_come_back(kb: KnowledgeBase, story: Story, tmp_path: Path, javascript: Callable[..., Any]) -> None:
    kb.update([story("@type", [('Lê "x"\\ \u2028', "Bí thư", "Huyện ủy \ud800")], title="true", extra="a:b"), story("../..//x?y#z", [("5", "@id", "")])])
    triples = set(map(str, parse(path=kb.export(tmp_path / "x.nt"), format=RdfFormat.N_TRIPLES)))
    path = kb.export(tmp_path / "x.jsonld")
    assert set(map(str, parse(path=path, format=RdfFormat.JSON_LD))) == triples
    assert set(map(str, parse(javascript("jsonld.mjs", path).encode(), format=RdfFormat.N_QUADS))) == triples


@given(tail=st.text(st.characters(codec="utf-8")) | st.text("/.:#?@a%~ệ_", max_size=8))
def test_every_id_is_read_back(tail: str) -> None:
    try:
        whole = NamedNode(iri.BASE + tail)
    except ValueError:
        assume(False)
    file = {"@context": dict(context()), "@graph": [{"id": short_id(whole.value), "issuedBy": short_id(whole.value)}]}
    (read,) = parse(json.dumps(file), format=RdfFormat.JSON_LD)
    assert (read.subject, read.object) == (whole, whole)
    assert {str(term) for s, _, o in rdflib.Graph().parse(data=json.dumps(file), format="json-ld") for term in (s, o)} == {whole.value}


def test_every_property_has_a_term_and_no_term_hides_a_class() -> None:
    terms = {name: of if isinstance(of, str) else of["@id"] for name, of in context().items() if name[0] != "@"}
    assert all(terms[name] == f"vk:{name}" for name in PROPERTIES)
    assert not CLASSES & terms.keys()
    assert context()["issuedBy"]["@type"] == "@id" and context()["title"]["@language"] == "vi"


def test_the_context_is_there_as_a_file_too() -> None:
    file = json.loads(folder("context.jsonld").read_text(encoding="utf-8"))
    assert file["@context"] == dict(context()), "stale: run make docs"
    assert list(file["@context"]) == list(context())
