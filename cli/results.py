"""Answers of queries as a table for a person, or in a W3C format for a program."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING

from vankien.cli.console import say, table
from vankien.ontology.errors import UsageError

if TYPE_CHECKING:
    from pyoxigraph import QueryTriples

    from vankien.graph.kb import QueryResult


class Format(StrEnum):
    """Formats of answers. ``json`` and ``xml`` of a graph (CONSTRUCT) are JSON-LD and RDF/XML."""

    table = "table"
    csv = "csv"
    tsv = "tsv"
    json = "json"
    xml = "xml"
    turtle = "turtle"
    ntriples = "ntriples"
    jsonld = "jsonld"


def show(result: QueryResult, form: Format) -> None:
    """Print an answer. Raises UsageError for a format that this kind of answer does not have."""
    from pyoxigraph import QueryTriples

    if form is Format.table:
        as_table(result)
    elif isinstance(result, QueryTriples):
        write_graph(result, form)
    else:
        write_rows(result, form)


def as_table(result: QueryResult) -> None:
    """An answer as a table: solutions as rows, triples as three columns, ASK as one word."""
    from pyoxigraph import QueryBoolean, QuerySolutions

    if isinstance(result, QueryBoolean):
        say("true" if result else "false")
    elif isinstance(result, QuerySolutions):
        names = [variable.value for variable in result.variables]
        table(names, ([term_text(row[name]) for name in names] for row in result))
    else:
        table(("subject", "predicate", "object"), ([term_text(term) for term in triple] for triple in result))


def term_text(term: object) -> str:
    """A term as a person reads it: vocabulary with its prefix, data by their whole IRI (it can be pasted), bare values.

    >>> from pyoxigraph import Literal, NamedNode
    >>> term_text(NamedNode("https://w3id.org/vankien/ontology#issuedBy")), term_text(Literal("Đảng", language="vi"))
    ('vk:issuedBy', 'Đảng')
    """
    from pyoxigraph import Literal, NamedNode

    from vankien.graph.prefixes import PREFIXES

    if term is None:
        return ""
    if isinstance(term, Literal):
        return term.value
    if isinstance(term, NamedNode):
        for prefix, namespace in PREFIXES.items():
            local = term.value.removeprefix(namespace)
            if prefix != "vkid" and local != term.value and local.isidentifier():
                return f"{prefix}:{local}"
        return term.value
    return str(term)


def write_rows(result: QueryResult, form: Format) -> None:
    """Solutions or a truth value in a SPARQL 1.1 results format."""
    from pyoxigraph import QueryResultsFormat, QueryTriples

    formats = {
        Format.csv: QueryResultsFormat.CSV,
        Format.tsv: QueryResultsFormat.TSV,
        Format.json: QueryResultsFormat.JSON,
        Format.xml: QueryResultsFormat.XML,
    }
    if form not in formats or isinstance(result, QueryTriples):
        raise UsageError(f"--format {form}: only for CONSTRUCT and DESCRIBE; SELECT and ASK have {names(formats)}")
    result.serialize(sys.stdout.buffer, formats[form])
    if form in (Format.json, Format.xml):
        say()


def write_graph(result: QueryTriples, form: Format) -> None:
    """Triples in an RDF format."""
    from pyoxigraph import RdfFormat, serialize

    from vankien.graph.prefixes import PREFIXES

    formats = {
        Format.turtle: RdfFormat.TURTLE,
        Format.ntriples: RdfFormat.N_TRIPLES,
        Format.jsonld: RdfFormat.JSON_LD,
        Format.json: RdfFormat.JSON_LD,
        Format.xml: RdfFormat.RDF_XML,
    }
    if form not in formats:
        raise UsageError(f"--format {form}: only for SELECT and ASK; CONSTRUCT and DESCRIBE have {names(formats)}")
    if form is Format.turtle:
        turtle = BytesIO()
        serialize(result, turtle, RdfFormat.TURTLE, prefixes=PREFIXES)
        say(tidied(turtle.getvalue().decode()))
        return
    result.serialize(sys.stdout.buffer, formats[form])
    if form is not Format.ntriples:
        say()


def tidied(turtle: str) -> str:
    """Turtle with only the prefixes that it uses, sorted: the serializer writes all, in no fixed order."""
    lines = turtle.rstrip("\n").split("\n")
    head = sorted(line for line in lines if line.startswith("@prefix "))
    body = "\n".join(line for line in lines if not line.startswith("@prefix "))
    return "\n".join([*(line for line in head if line.split()[1] in body), body])


def names(formats: Mapping[Format, object]) -> str:
    """The names of formats for a message."""
    return ", ".join(["table", *formats])
