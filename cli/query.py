"""``vankien query``: asks a base in SPARQL, in one's own words or with a question that ships with the ontology."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import shorten
from typing import Annotated

import typer

from vankien.cli.console import say_json, table
from vankien.cli.parameters import AsJson, opened
from vankien.cli.results import Format, show
from vankien.ontology.errors import QueryError, UsageError

Base = Annotated[Path | None, typer.Argument(metavar="KB", help="The folder of a knowledge base.")]
Sparql = Annotated[str | None, typer.Argument(metavar="QUERY", help="A SPARQL 1.1 query.")]
File = Annotated[str | None, typer.Option("--file", "-f", metavar="FILE", help="Read the query from a file, or - .")]
Name = Annotated[str | None, typer.Option("--name", "-n", metavar="NAME", help="Ask a question that ships; see --list.")]
List = Annotated[bool, typer.Option("--list", help="Show the questions that ship with the ontology, and exit.")]
Form = Annotated[Format, typer.Option("--format", case_sensitive=False, help="How to print the answer.")]


def query(
    kb: Base = None, sparql: Sparql = None, file: File = None, name: Name = None, list_: List = False,
    form: Form = Format.table, as_json: AsJson = False,
) -> None:
    """Ask a base in SPARQL 1.1.

    The query is QUERY, or comes from --file or --name. Prefixes such as vk:, rdfs: and prov: need no declaration. --json is short for --format json.

    \b
    Example:
      vankien query kb --list
      vankien query kb --name post-holders
      vankien query kb "SELECT ?d WHERE { ?d a vk:Directive }" --format csv
    """
    if list_:
        list_questions(as_json)
        return
    if kb is None:
        raise UsageError("name the folder of a knowledge base: vankien query KB ...")
    text = text_of(sparql, file, name)
    try:
        result = opened(kb).query(text)
    except QueryError as error:  # the parser's list of all that it might have accepted fills a screen
        raise QueryError(shorten(str(error), 160, placeholder=" ...")) from None
    show(result, Format.json if as_json else form)


def text_of(sparql: str | None, file: str | None, name: str | None) -> str:
    """The query's text from the one place that was given."""
    given = [value for value in (sparql, file, name) if value is not None]
    if len(given) != 1:
        raise UsageError("give one of QUERY, --file and --name (--list shows the names)")
    if sparql is not None:
        return sparql
    if file is not None:
        return read_text(file)
    from vankien.ontology.competency import competency_query

    assert name is not None
    return competency_query(name).text


def read_text(file: str) -> str:
    """The text of a query file; ``-`` is standard input."""
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{file}: not a text in UTF-8") from None


def list_questions(as_json: bool) -> None:
    """Names and titles of the questions that ship with the ontology."""
    from vankien.ontology.competency import competency_queries

    questions = competency_queries()
    if as_json:
        keys = ("name", "title_en", "title_vi", "asks")
        say_json([{key: getattr(question, key) for key in keys} for question in questions])
    else:
        table(("name", "question", "câu hỏi"), ((q.name, q.title_en, q.title_vi) for q in questions))
