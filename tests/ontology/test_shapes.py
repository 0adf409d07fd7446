"""Each shape judges its own examples: the valid ones pass, the invalid ones fail with the shape's severity."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pyshacl
import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store, serialize
from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from vankien.graph.quads import article_quads, label_quads
from vankien.ontology import vocabulary
from vankien.ontology.nouns import Extraction

EXAMPLES = Path(__file__).resolve().parents[2] / "ontology" / "shapes" / "examples"
FILES = sorted(EXAMPLES.iterdir())
VKS = "https://w3id.org/vankien/shapes#"
SEVERITIES = {SH.Violation, SH.Warning, SH.Info}


@cache
def shapes_graph() -> Graph:
    graph = Graph()
    for file in vocabulary.shape_files():
        graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return graph


def shape_names() -> list[str]:
    kinds = (SH.NodeShape, SH.PropertyShape)
    return sorted(
        str(shape).removeprefix(VKS) for kind in kinds for shape in shapes_graph().subjects(RDF.type, kind)
    )


def severities(file: Path, shape: str) -> set[Node | None]:
    """Severities of what one shape finds in a file."""
    data = Graph().parse(file, format="turtle")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes_graph(), use_shapes=[VKS + shape])
    assert isinstance(report, Graph)
    results = set(report.objects(None, SH.result))
    assert results == set(report.subjects(RDF.type, SH.ValidationResult)), "one finding, not a tree of them"
    found = {report.value(result, SH.resultSeverity) for result in results}
    assert conforms == (not found), "a finding that is not in the report"
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_example(file: Path) -> None:
    shape, kind = file.stem.split(".")
    assert shape in shape_names(), "the file is named after a shape"
    found = severities(file, shape)
    if kind.partition("-")[0] == "valid":
        assert found == set()
    else:
        assert kind.partition("-")[0] == "invalid"
        assert found == {shapes_graph().value(URIRef(VKS + shape), SH.severity)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_first_line_is_the_reason(file: Path) -> None:
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith("# ") and len(first.split()) > 1 and first.endswith((".", "?"))


@pytest.mark.parametrize("shape", shape_names())
def test_a_shape_has_both_kinds_of_example_and_says_what_it_wants(shape: str) -> None:
    kinds = {file.stem.split(".")[1] for file in FILES if file.stem.split(".")[0] == shape}
    assert {"valid", "invalid"} <= kinds
    node = URIRef(VKS + shape)
    assert shapes_graph().value(node, SH.severity) in SEVERITIES
    messages = [*shapes_graph().objects(node, SH.message)]
    messages += [
        m
        for query in shapes_graph().objects(node, SH.sparql)
        for m in shapes_graph().objects(query, SH.message)
    ]
    assert len(messages) == 1


def queries() -> list[tuple[str, str]]:
    """SPARQL constraints by the name of their shape, with the prefixes that the shapes declare."""
    prefixes = "".join(
        f"PREFIX {shapes_graph().value(each, SH.prefix)}: <{shapes_graph().value(each, SH.namespace)}>\n"
        for each in shapes_graph().objects(None, SH.declare)
    )
    return sorted(
        (str(shape).removeprefix(VKS), prefixes + str(text))
        for shape, node in shapes_graph().subject_objects(SH.sparql)
        for text in shapes_graph().objects(node, SH.select)
    )


@pytest.mark.parametrize(("shape", "query"), queries(), ids=[shape for shape, _ in queries()])
def test_a_query_finds_all_offenders_of_a_store_at_once(shape: str, query: str) -> None:
    """The way to check millions of triples: the same text, with ``$this`` as a plain variable."""
    for file in FILES:
        if file.stem.startswith(f"{shape}."):
            store = Store()
            store.load(path=file, format=RdfFormat.TURTLE)
            found = store.query(query)
            assert isinstance(found, QuerySolutions)
            assert bool(list(found)) == (".invalid" in file.stem), file.name


def test_shape_names_are_found_in_one_file_each() -> None:
    texts = [file.read_text(encoding="utf-8") for file in vocabulary.shape_files()]
    for shape in shape_names():
        assert sum(f"\nvks:{shape} a sh:" in text for text in texts) == 1


def test_the_corpus_is_whole_and_its_doubts_are_listed(
    corpus: Sequence[Extraction], names: dict[str, str], labels: dict[str, str]
) -> None:
    triples = {q.triple for extraction in corpus for q in article_quads(extraction, names)}
    triples |= {q.triple for q in label_quads(labels)}
    data = Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    shapes = Graph().parse(data=vocabulary.shapes(), format="turtle")
    _, report, text = pyshacl.validate(data, shacl_graph=shapes)
    assert isinstance(report, Graph)
    found = sorted(
        (
            str(report.value(r, SH.resultSeverity)).removeprefix(str(SH)),
            str(report.value(r, SH.sourceShape)).removeprefix(VKS),
        )
        for r in report.objects(None, SH.result)
    )
    assert found == [
        ("Info", "LooseStatement"),  # "Nghị quyết Trung ương 4" is a conclusion
        ("Info", "OpenCandidates"),
        ("Info", "OpenCandidates"),  # that one, and "Nghị quyết 19" of two terms
        ("Warning", "DocumentOneDate"),  # 25 or 26 October 2021
        ("Warning", "ProposedAndDecided"),  # the discipline of Đỗ Văn Dụ, a proposal first
    ], text
