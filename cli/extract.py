"""``vankien extract``: stand-off annotations as JSON Lines, one article a line, as soon as each is read."""

from __future__ import annotations

import json

import typer

from vankien.cli.console import complain, say
from vankien.cli.parameters import Processes, Sources, cores
from vankien.ontology.errors import InputError


def extract(sources: Sources, processes: Processes = None) -> None:
    """Print what each article says as JSON Lines.

    A record holds the mentions, entities and statements of one article; offsets are Unicode code points
    into its text. What cannot be read is named on stderr, the rest goes on, and the exit code is 1.

    \b
    Example:
      vankien extract articles/ > annotations.jsonl
      zcat news.jsonl.gz | vankien extract - | head -n 1
    """
    from vankien.extractors import as_record, read
    from vankien.extractors import extract as extract_articles

    failed = False
    for result in extract_articles(read(sources), cores(processes)):
        if isinstance(result, InputError):
            complain(str(result))
            failed = True
        else:
            say(json.dumps(as_record(result), ensure_ascii=False))
    raise typer.Exit(int(failed))
