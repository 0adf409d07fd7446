"""Arguments and options that several commands share, so that they read alike everywhere."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vankien.ontology.errors import StoreError

if TYPE_CHECKING:
    from vankien.graph import KnowledgeBase

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="A file, a folder (with all below it), a glob, or - for standard input. "
        "The kind is seen from the content: txt, md, html, docx, pdf, jsonl[.gz], warc[.gz].",
    ),
]
Base = Annotated[Path, typer.Argument(metavar="KB", help="The folder of a knowledge base, made by vankien build.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program instead of text for a person.")]
Processes = Annotated[
    int | None, typer.Option("--processes", "-p", min=1, metavar="N", help="Worker processes.  [default: all cores]")
]


def cores(wanted: int | None) -> int:
    """The number of worker processes: as wanted, else one for each core this process may use."""
    if wanted is not None:
        return wanted
    if hasattr(os, "sched_getaffinity"):  # containers and clusters grant fewer cores than the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def opened(path: Path) -> KnowledgeBase:
    """The base in an existing folder; a mistyped name is an error here, not an empty base. Raises StoreError."""
    from vankien.graph import KnowledgeBase

    if not path.exists():
        raise StoreError(f"{path}: no such folder; vankien build SOURCE... --out {path} makes a knowledge base")
    return KnowledgeBase(path)
