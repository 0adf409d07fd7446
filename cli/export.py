"""``vankien export``: writes a base as files for other tools."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Annotated

import typer

from vankien.cli.console import complain, say
from vankien.cli.parameters import Base, opened
from vankien.ontology.errors import PartWarning

Out = Annotated[Path, typer.Argument(metavar="OUT", help="The file to write (csv, parquet: a folder).")]
Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="F",
        help="graphml, gexf, svg, png, ttl, nt, nq, trig, jsonld, csv or parquet.  [default: OUT's suffix]",
    ),
]
View = Annotated[
    str,
    typer.Option(
        metavar="V",
        help="full; people (persons, posts, bodies); citations (documents and bodies); or events.",
    ),
]


def export(kb: Base, out: Out, form: Form = None, view: View = "full") -> None:
    """Write a base, or a view of it, for other tools.

    GraphML and GEXF open in Gephi, yEd and Cytoscape; csv and parquet are a folder with nodes and edges;
    nq and trig keep the article that says each fact; svg and png are a picture.

    \b
    Example:
      vankien export kb party.graphml
      vankien export kb people.gexf --view people
      vankien export kb citations.svg --view citations
      vankien export kb tables --format csv
    """
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", PartWarning)
        written = opened(kb).export(out, form, view)
    for warning in told:
        if issubclass(warning.category, PartWarning):
            complain(str(warning.message))
    say(str(written))
