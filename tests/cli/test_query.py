"""``vankien query``: where the query comes from, how the answer is printed, what is refused."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import Graph
from typer.testing import Result

from vankien.ontology.competency import competency_queries

Run = Callable[..., Result]

LABELS = "SELECT ?type ?label WHERE { ?x a ?type ; rdfs:label ?label FILTER(?type = vk:Person) }"
TRIPLES = "CONSTRUCT { ?x rdfs:label ?label } WHERE { ?x a vk:Person ; rdfs:label ?label }"


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_select_as_csv_and_tsv(run: Run, base: Path, delimiter: str) -> None:
    form = "csv" if delimiter == "," else "tsv"
    rows = list(csv.reader(io.StringIO(run("query", base, LABELS, "--format", form).stdout), delimiter=delimiter))
    assert len(rows) == 2 and "Trần Minh Khôi" in rows[1][1]


def test_select_as_sparql_json(run: Run, base: Path) -> None:
    by_format = run("query", base, LABELS, "--format", "json").stdout
    assert run("query", base, LABELS, "--json").stdout == by_format
    [row] = json.loads(by_format)["results"]["bindings"]
    assert row["label"] == {"type": "literal", "value": "Trần Minh Khôi", "xml:lang": "vi"}


def test_select_as_sparql_xml(run: Run, base: Path) -> None:
    results = ElementTree.fromstring(run("query", base, LABELS, "--format", "xml").stdout)
    assert results.tag == "{http://www.w3.org/2005/sparql-results#}sparql"


def test_select_as_table(run: Run, base: Path) -> None:
    header, rule, row = run("query", base, LABELS).stdout.splitlines()
    assert header.split() == ["type", "label"] and set(rule) == {"─"}
    assert row.split(maxsplit=1) == ["vk:Person", "Trần Minh Khôi"]


def test_a_table_in_a_pipe_is_never_cut_or_folded(run: Run, base: Path) -> None:
    long = "dài " * 500 + "hết"
    [_, _, row] = run("query", base, f'SELECT ?a ?b WHERE {{ VALUES (?a ?b) {{ ("{long}" "[b]") }} }}').stdout.splitlines()
    assert row.startswith(long) and row.endswith("[b]")


@pytest.mark.parametrize(("pattern", "answer"), [("?x a vk:Person", "true"), ("?x a vk:Ordinance", "false")])
def test_ask(run: Run, base: Path, pattern: str, answer: str) -> None:
    assert run("query", base, f"ASK {{ {pattern} }}").stdout == f"{answer}\n"
    assert json.loads(run("query", base, f"ASK {{ {pattern} }}", "--json").stdout)["boolean"] is (answer == "true")


@pytest.mark.parametrize(
    ("form", "parser"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("json", "json-ld"), ("xml", "xml")]
)
def test_construct(run: Run, base: Path, form: str, parser: str) -> None:
    graph = Graph().parse(data=run("query", base, TRIPLES, "--format", form).stdout, format=parser)
    assert [str(label) for label in graph.objects()] == ["Trần Minh Khôi"]


def test_construct_as_table(run: Run, base: Path) -> None:
    [header, _, row] = run("query", base, TRIPLES).stdout.splitlines()
    assert header.split() == ["subject", "predicate", "object"]
    assert row.split(maxsplit=2)[1:] == ["rdfs:label", "Trần Minh Khôi"]


@pytest.mark.parametrize(("query", "form"), [(LABELS, "turtle"), ("ASK {}", "jsonld"), (TRIPLES, "csv")])
def test_a_format_that_the_answer_does_not_have(run: Run, base: Path, query: str, form: str) -> None:
    result = run("query", base, query, "--format", form)
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr.startswith(f"vankien: --format {form}: only for")


@pytest.mark.parametrize("query", ["SELECT * WHERE { ?s ?p }", "SELEKT", "", "SELECT ?x WHERE { ?x a nix:Y }", "DROP ALL"])
def test_a_syntax_error_is_one_line(run: Run, base: Path, query: str) -> None:
    result = run("query", base, query)
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr.startswith("vankien: ") and len(result.stderr.splitlines()) == 1


def test_query_from_a_file(run: Run, base: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.rq"
    file.write_text(LABELS, encoding="utf-8")
    assert run("query", base, "--file", file).stdout == run("query", base, LABELS).stdout
    missing = run("query", base, "--file", tmp_path / "missing.rq")
    assert missing.exit_code == 2 and "missing.rq" in missing.stderr and len(missing.stderr.splitlines()) == 1


def test_query_from_standard_input(base: Path) -> None:
    command = [sys.executable, "-m", "vankien.cli.app", "query", str(base), "--file", "-"]
    done = subprocess.run(command, input=b"ASK { ?x rdfs:label 'Tr\xe1\xba\xa7n Minh Kh\xc3\xb4i'@vi }", capture_output=True)
    assert done.stdout == b"true\n", done.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("ASK {}", "--name", "careers"), ("--file", "a.rq", "--name", "careers"), ("--name", "nobody")], ids=str
)
def test_one_query_and_one_only(run: Run, base: Path, arguments: tuple[str, ...]) -> None:
    result = run("query", base, *arguments)
    assert result.exit_code == 2 and len(result.stderr.splitlines()) == 1


def test_without_a_base(run: Run) -> None:
    assert run("query").exit_code == 2


def test_list_shows_every_question(run: Run) -> None:
    text = run("query", "--list").stdout
    listed = json.loads(run("query", "--list", "--json").stdout)
    assert [row["name"] for row in listed] == [question.name for question in competency_queries()]
    for question in competency_queries():
        assert question.name in text and question.title_en in text


@pytest.mark.parametrize("name", [question.name for question in competency_queries()])
def test_every_question_that_ships_can_be_asked(run: Run, base: Path, name: str) -> None:
    result = run("query", base, "--name", name, "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["head"]["vars"]


def test_a_named_question_finds_its_answer(run: Run, base: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("query", base, "--name", "post-holders", "--format", "csv").stdout)))
    held = {(row["person"], row["post"]) for row in rows}
    assert ("Trần Minh Khôi", "Bí thư Tỉnh ủy Nghệ An") in held
