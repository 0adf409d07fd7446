"""``docs/ontology.md`` tells what is there: its example is what the code makes, its tables are complete."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDFS, SH, Graph, Literal, URIRef

from vankien.graph.quads import article_quads
from vankien.ontology import iri, vocabulary
from vankien.ontology.competency import CompetencyQuery, competency_queries
from vankien.ontology.nouns import Article, Entity, Extraction, Mention, Span, Statement
from vankien.ontology.terms import CLASSES, PARENTS, PROPERTIES, ancestors

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")


@cache
def labels() -> dict[str, str]:
    graph = Graph().parse(data=vocabulary.vocabulary(), format="turtle")
    pairs = graph.subject_objects(RDFS.label)
    return {
        str(term): str(text) for term, text in pairs if isinstance(text, Literal) and text.language == "vi"
    }


def label(name: str) -> str:
    return labels()[iri.ONTOLOGY + name]


def example() -> Extraction:
    """The sentence of the page, told as an extraction."""
    text = "Ông Lê Văn Mẫu, nguyên Bí thư Tỉnh ủy Phú Thọ, dự lễ."
    person, body = iri.person("Lê Văn Mẫu", "vi-du"), iri.body("Tỉnh ủy Phú Thọ")
    post = iri.post("Bí thư", body)

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Extraction(
        Article("vi-du", text, "Một buổi lễ", "2024-02-03", "nhandan.vn"),
        (
            Mention(at("Lê Văn Mẫu"), "Person", (person,)),
            Mention(at("Bí thư Tỉnh ủy Phú Thọ"), "Post", (post,)),
            Mention(at("Tỉnh ủy Phú Thọ"), "Body", (body,)),
        ),
        (
            Entity(person, "Person", "Person", "Lê Văn Mẫu"),
            Entity(post, "Post", "Post", "Bí thư Tỉnh ủy Phú Thọ", {"role": "Bí thư"}),
            Entity(body, "Body", "PartyCommittee", "Tỉnh ủy Phú Thọ"),
        ),
        (
            Statement(
                person,
                "holdsPost",
                post,
                at("Lê Văn Mẫu, nguyên Bí thư Tỉnh ủy Phú Thọ"),
                "post-in-apposition",
                "stated",
                {"status": "former"},
            ),
            Statement(post, "postIn", body, at("Bí thư Tỉnh ủy Phú Thọ"), "body-of-post"),
        ),
    )


def test_the_example_is_what_the_code_makes() -> None:
    [turtle] = re.findall(r"```turtle\n(.*?)```", PAGE, re.DOTALL)
    names = {iri.person("Lê Văn Mẫu", "vi-du"): f"{iri.BASE}person/lê-văn-mẫu"}
    made = {quad.triple for quad in article_quads(example(), names)}
    assert {quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)} == made


@pytest.mark.parametrize("cls", sorted(CLASSES))
def test_every_class_is_listed_under_its_parent(cls: str) -> None:
    line = f"\n{'  ' * len(ancestors(cls))}- `{cls}` {label(cls)}\n"
    assert line in PAGE
    assert not PARENTS[cls] or PAGE.index(f"- `{PARENTS[cls]}` ") < PAGE.index(line)


@pytest.mark.parametrize("name", sorted(PROPERTIES))
def test_every_property_is_listed(name: str) -> None:
    assert f"\n| `{name}` | {label(name)} | " in PAGE


@pytest.mark.parametrize("query", competency_queries(), ids=lambda query: query.name)
def test_every_question_is_listed(query: CompetencyQuery) -> None:
    assert f"\n| `{query.name}` | {query.title_en} | {query.title_vi} |\n" in PAGE


def test_every_shape_is_listed_by_file_and_severity() -> None:
    for file in vocabulary.shape_files():
        text = file.read_text(encoding="utf-8")
        graph = Graph().parse(data=text, format="turtle")
        for shape in re.findall(r"\nvks:(\w+) a sh:", text):
            severity = str(
                graph.value(URIRef(f"https://w3id.org/vankien/shapes#{shape}"), SH.severity)
            ).split("#")[1]
            [row] = [
                line for line in PAGE.splitlines() if re.match(rf"\| `{file.name}` \| {severity} \|", line)
            ]
            assert shape in re.findall(r"\w+", row)


def test_no_term_on_the_page_is_made_up() -> None:
    assert set(re.findall(r"\bvk:(\w+)", PAGE)) <= CLASSES | PROPERTIES
