"""Two tables, nodes and edges, in a folder: CSV for spreadsheets and Gephi, Parquet for data frames.

Dates are text in both, since many are months or years only. CSV has no types: a reader that guesses takes ``05`` for 5;
``docs/export.md`` says what to tell it. There is no byte order mark, which R and others take for a part of the first name.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from vankien.graph.export.files import cell, whole_file
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS, Network, Type
from vankien.ontology.errors import UsageError
from vankien.ontology.optional import optional

_NODE_HEAD: Mapping[str, Type] = {"id": "string", **NODE_COLUMNS}
_EDGE_HEAD: Mapping[str, Type] = {"id": "string", "source": "string", "target": "string", **EDGE_COLUMNS}


def write_csv(network: Network, folder: Path) -> None:
    """Write ``nodes.csv`` and ``edges.csv`` (UTF-8, commas, a header) into a folder, made if need be."""
    make_folder(folder)
    for name, head, rows in _tables(network):
        with whole_file(folder / f"{name}.csv") as file:
            table = csv_rows(file)
            table.writerow(head)
            table.writerows([cell(row.get(column)) for column in head] for row in rows)


def write_parquet(network: Network, folder: Path) -> None:
    """Write ``nodes.parquet`` and ``edges.parquet``. Raises UsageError without the optional part."""
    arrow, parquet = optional("pyarrow", "parquet"), optional("pyarrow.parquet", "parquet")
    make_folder(folder)
    kinds = {"string": arrow.string(), "int": arrow.int64(), "double": arrow.float64()}
    for name, head, rows in _tables(network):
        schema = arrow.schema([(column, kinds[type]) for column, type in head.items()])
        with whole_file(folder / f"{name}.parquet") as file, parquet.ParquetWriter(file.buffer, schema) as writer:
            for part in _parts(rows, head):
                writer.write_table(arrow.Table.from_pylist(part, schema=schema))


class _PlainLines:
    """A file in which rows end in a line feed alone."""

    def __init__(self, file: IO[str]) -> None:
        self.file = file

    def write(self, row: str) -> int:
        return self.file.write(row.removesuffix("\r\n") + "\n")


def csv_rows(file: IO[str]) -> Any:
    """A writer of rows that end in a line feed. (Before Python 3.13 ``csv`` quotes a carriage return only where rows end in one.)"""
    return csv.writer(_PlainLines(file), lineterminator="\r\n")


def _tables(network: Network) -> Iterator[tuple[str, Mapping[str, Type], Iterable[Mapping[str, Any]]]]:
    yield "nodes", _NODE_HEAD, ({"id": node.id, **node.columns} for node in network.nodes())
    edges = ({"id": e.id, "source": e.source, "target": e.target, **e.columns} for e in network.edges())
    yield "edges", _EDGE_HEAD, edges


def _parts(rows: Iterable[Mapping[str, Any]], head: Mapping[str, Type]) -> Iterator[list[dict[str, Any]]]:
    """Rows by the ten thousand, each with all columns in their types."""
    part: list[dict[str, Any]] = []
    for row in rows:
        part.append({name: cell(row.get(name)) if head[name] == "string" else row.get(name) for name in head})
        if len(part) == 10_000:
            yield part
            part = []
    yield part


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: csv, neo4j and parquet need a folder ({error.strerror})") from None
