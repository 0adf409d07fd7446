"""``vankien export``: writes a base as files for other tools."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vankien.cli.console import complain, say
from vankien.cli.parameters import Base, opened
from vankien.ontology.errors import PartWarning, UsageError

if TYPE_CHECKING:
    from vankien.graph.export.network import Narrowing

Out = Annotated[Path, typer.Argument(metavar="OUT", help="The file to write (csv, neo4j, parquet: a folder).")]
Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="F",
        help="graphml, gexf, cyjs, neo4j, svg, png, ttl, nt, nq, trig, jsonld, annotations, csv or parquet.  [default: OUT's suffix]",
    ),
]
View = Annotated[
    str,
    typer.Option(
        metavar="V",
        help="full; people (persons, posts, bodies); citations (documents and bodies); or events.",
    ),
]
Since = Annotated[
    str | None,
    typer.Option("--from", metavar="WHEN", show_default=False, help="Only facts of this year, month or day, or later (2020, 2020-06, 2020-06-30)."),
]
Until = Annotated[str | None, typer.Option("--to", metavar="WHEN", show_default=False, help="Only facts of this year, month or day, or earlier.")]
Support = Annotated[int, typer.Option(metavar="N", help="Only facts that at least N articles say.")]
Around = Annotated[
    str | None,
    typer.Option(metavar="IRI-or-label", show_default=False, help="Only what lies around one thing: its IRI, or a name as articles write it."),
]
Hops = Annotated[int | None, typer.Option(metavar="N", show_default=False, help="With --around: how many facts away.  [default: 1]")]
Yed = Annotated[bool, typer.Option("--yed", help="For yEd (graphml only): names, shapes and colours that it shows.")]


def export(
    kb: Base,
    out: Out,
    form: Form = None,
    view: View = "full",
    since: Since = None,
    until: Until = None,
    support: Support = 1,
    around: Around = None,
    hops: Hops = None,
    yed: Yed = False,
) -> None:
    """Write a base, or a part of it, for other tools.

    GraphML opens in Gephi, Cytoscape and (with --yed) yEd, GEXF in Gephi; csv and parquet are a folder with nodes and edges;
    nq and trig keep the article that says each fact; svg and png are a picture. A narrower part than a view is for
    networks and pictures, not for RDF.

    \b
    Example:
      vankien export kb party.graphml
      vankien export kb people.gexf --view people --from 2020 --to 2024-06
      vankien export kb firm.gexf --view people --support 2
      vankien export kb ring.graphml --around "Ban Tổ chức Trung ương" --hops 2 --yed
      vankien export kb directive.svg --around "Chỉ thị số 05-CT/TW"
      vankien export kb tables --format csv
    """
    if hops is not None and around is None:
        raise UsageError("--hops counts facts from one thing; name it with --around")
    narrowing: Narrowing = {"since": since, "until": until, "support": support, "around": around, "hops": hops}
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", PartWarning)
        written = opened(kb).export(out, form, view, yed, **narrowing)
    for warning in told:
        if issubclass(warning.category, PartWarning):
            complain(str(warning.message))
    say(str(written))
