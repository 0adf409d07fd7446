"""Annotations: every statement and mention of the base, found again in the text by quote and by position, and readable as RDF.

``tests/consumers/anno-terms.json`` has the terms of the W3C's context that are used, as its recommendation defines them.
"""

from __future__ import annotations

import json
import typing
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import Literal, RdfFormat, parse
from tests.graph.curated import AN, ANH, PROVINCE, Telling

from vankien.graph import KnowledgeBase
from vankien.graph.export.network.view import VIEWS
from vankien.graph.export.rdf.annotations import W3C_CONTEXT, own_context
from vankien.graph.quads.nodes import TYPE, vk
from vankien.ontology import iri
from vankien.ontology.nouns import Extraction

Story = Callable[..., Extraction]
TERMS = Path(__file__).resolve().parents[1] / "consumers" / "anno-terms.json"
OA = "http://www.w3.org/ns/oa#"


def page(kb: KnowledgeBase, path: Path, view: str = "full") -> Any:
    return json.loads(kb.export(path, view=view).read_text("utf-8"))


def records(kb: KnowledgeBase) -> dict[str, Any]:
    """The log's records by the IRI of their article."""
    return {iri.article(record["article"]["id"]): record for record in map(json.loads, kb.log_lines())}


def place(annotation: Any) -> tuple[str, int, int]:
    position = annotation["target"]["selector"][1]
    return annotation["target"]["source"]["id"], position["start"], position["end"]


def test_every_statement_and_mention_is_there_once(full: KnowledgeBase, tmp_path: Path) -> None:
    items = page(full, tmp_path / "x.anno.jsonld")["items"]
    assert len({item["id"] for item in items}) == len(items)
    told, named = ([item for item in items if item["motivation"] == why] for why in ("describing", "identifying"))
    said = {(article, s["start"], s["end"], s["rule"]) for article, r in records(full).items() for s in r["statements"]}
    assert {(*place(item), item["body"][1]["rule"]) for item in told} == said and len(told) == full.stats()["statements"]
    mentions = Counter((article, m["start"], m["end"]) for article, r in records(full).items() for m in r["mentions"])
    assert Counter(map(place, named)) == mentions
    assert [(place(i)[0], place(i)[1], -place(i)[2]) for i in items] == sorted((place(i)[0], place(i)[1], -place(i)[2]) for i in items)


def test_words_stand_where_the_selectors_say(full: KnowledgeBase, tmp_path: Path) -> None:
    texts = {article: record["article"]["text"] for article, record in records(full).items()}
    for item in page(full, tmp_path / "x.anno.jsonld")["items"]:
        article, start, end = place(item)
        quote, text = item["target"]["selector"][0], texts[article]
        assert quote["exact"] == text[start:end]
        assert text[:start].endswith(quote.get("prefix", "")) and text[end:].startswith(quote.get("suffix", ""))


def test_what_a_fact_and_a_name_look_like(full: KnowledgeBase, tmp_path: Path) -> None:
    items = page(full, tmp_path / "x.anno.jsonld")["items"]
    fact = next(i for i in items if i["motivation"] == "describing" and i["body"][1]["predicate"] == "vk:heldPost")
    words, statement = fact["body"]
    assert words == {"type": "TextualBody", "value": f"Nguyễn Văn An – {'từng giữ chức vụ'} – Bí thư Tỉnh ủy Phú Thọ", "language": "vi", "format": "text/plain"}
    assert (statement["status"], statement["mode"], statement["object"]["label"]) == ("former", "stated", "Bí thư Tỉnh ủy Phú Thọ")
    assert fact["id"].rpartition("/")[2] == statement["id"].rpartition("/")[2]
    name = next(i for i in items if i["motivation"] == "identifying" and place(i)[0].endswith("a2") and i["body"][0]["type"] == "vk:Person")
    assert name["body"] == [{"id": f"{iri.BASE}person/nguyễn-văn-an/bí-thư/tỉnh-ủy-phú-thọ", "type": "vk:Person", "label": "Nguyễn Văn An"}], (
        "the person as known over all articles"
    )


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_shows_its_kinds_only(full: KnowledgeBase, tmp_path: Path, view: str) -> None:
    items = page(full, tmp_path / "x.anno.jsonld", view)["items"]
    kinds = VIEWS[view].core | VIEWS[view].touched
    rdf = full.to_networkx()
    for item in items:
        things = [e["id"] for e in (item["body"][1].get("subject"), item["body"][1].get("object")) if e] if item["motivation"] == "describing" else [
            body["id"] for body in item["body"]
        ]
        assert {rdf.nodes[thing]["kind"] for thing in things} <= kinds
    stated = sum(i["motivation"] == "describing" for i in items)
    assert stated == sum(d["weight"] for _, _, d in full.to_networkx(view).edges(data=True)), "as many as the network merges"


def test_the_model_is_kept(full: KnowledgeBase, tmp_path: Path) -> None:
    file = page(full, tmp_path / "x.anno.jsonld")
    assert file["@context"] == [W3C_CONTEXT, own_context()] and file["type"] == "AnnotationPage" and file["id"].startswith("https://")
    known = json.loads(TERMS.read_text("utf-8"))["@context"].keys()
    assert set(keys(file["items"])) <= known | own_context().keys()
    assert not known & own_context().keys() - {"rdf", "xsd"}, "no term of the W3C's is given another meaning"
    for item in file["items"]:
        assert item["type"] == "Annotation" and item["motivation"] in known and item["id"].startswith("https://")
        assert [s["type"] for s in item["target"]["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(each)


def test_as_rdf_the_bodies_are_the_graphs_own_statements(full: KnowledgeBase, tmp_path: Path, javascript: Callable[..., Any]) -> None:
    telling = Telling("họp")
    telling.event("Hội nghị sơ kết", "2024-05", people=[AN, ANH], by=PROVINCE)
    telling.person(AN, known=iri.known_person(AN))
    full.update([telling.done()])
    path = full.export(tmp_path / "x.anno.jsonld")
    read = set(parse(javascript("jsonld.mjs", path, W3C_CONTEXT, TERMS).encode(), format=RdfFormat.N_QUADS))
    graph = {(q.subject, q.predicate, q.object) for q in parse(path=full.export(tmp_path / "x.nt"), format=RdfFormat.N_TRIPLES)}
    statements = {s for s, p, o in graph if p == TYPE and o == vk("Statement")}
    told = {(q.subject, q.predicate, q.object) for q in read if q.subject in statements}
    assert len(statements) == full.stats()["statements"]
    assert told == {triple for triple in graph if triple[0] in statements and triple[1].value != f"{OA}hasSelector"}
    (article,) = (q.subject for q in read if q.object == Literal("họp"))
    beside = {s for s, p, o in graph if p == TYPE and o == vk("Participation")}
    present = {(q.subject, q.predicate, q.object) for q in read if q.subject in beside}
    assert len(beside) == 2 and present <= graph and {p for _, p, _ in present} == {TYPE, *map(vk, ("date", "evidence", "role", "status"))}
    assert (article, TYPE, vk("Article")) in graph
    offline = json.loads(path.read_text("utf-8"))
    offline["@context"][0] = json.loads(TERMS.read_text("utf-8"))["@context"]
    found = rdflib.Graph().parse(data=json.dumps(offline), format="json-ld")
    assert len(found) == len(read)
    assert len(set(found.subjects(rdflib.RDF.type, rdflib.URIRef(f"{OA}Annotation")))) == len(offline["items"])


@pytest.mark.parametrize("normal", ["NFC", "NFD"])
def test_an_annotator_finds_the_same_words_by_quote_and_by_position(
    kb: KnowledgeBase, story: Story, tmp_path: Path, javascript: Callable[..., Any], normal: typing.Literal["NFC", "NFD"]
) -> None:
    name = unicodedata.normalize(normal, "Lê Thị Bình")
    odd = story("x", [(name, "Bí thư", "Huyện ủy Sa Pa"), (name, "Chủ tịch", 'UBND "thị xã" Sa Pa')], extra="😀 𝒱 a\u0301 ")
    kb.update([odd])
    path, text = kb.export(tmp_path / "x.anno.jsonld"), tmp_path / "x.txt"
    text.write_text(odd.article.text, "utf-8", newline="")
    items = {item["id"]: item for item in json.loads(path.read_text("utf-8"))["items"]}
    found = javascript("annotations.mjs", path, iri.article("x"), text)
    assert [id for id, _ in found] == list(items) and len(found) == 10
    for id, ranges in found:
        exact = items[id]["target"]["selector"][0]["exact"]
        ((where, words),) = ranges["TextPositionSelector"]
        assert words == exact, "positions are code points, whatever units a browser counts in"
        assert [where, exact] in ranges["TextQuoteSelector"]


def test_names_of_files_and_an_empty_base(kb: KnowledgeBase, full: KnowledgeBase, tmp_path: Path) -> None:
    empty = KnowledgeBase(tmp_path / "empty")
    assert page(empty, tmp_path / "none.anno.jsonld")["items"] == []
    one = full.export(tmp_path / "x.anno.jsonld").read_bytes()
    assert full.export(tmp_path / "x.json", "annotations").read_bytes() == one != full.export(tmp_path / "x.jsonld").read_bytes()
