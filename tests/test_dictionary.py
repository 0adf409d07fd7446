"""docs/dictionary.md and .csv: current, complete, and each row says what it means in both languages."""

from __future__ import annotations

import csv
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS
from vankien.ontology.terms import CLASSES, PARENTS, PREDICATES, PROPERTIES

DOCS = Path(__file__).resolve().parents[1] / "docs"
ROWS = list(csv.DictReader((DOCS / "dictionary.csv").read_text(encoding="utf-8").splitlines()))
PAGE = (DOCS / "dictionary.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def program() -> Iterator[Any]:
    """The module docs/dictionary.py, which is no part of the package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS))
        yield importlib.import_module("dictionary")


def names(*parts: str) -> list[str]:
    return [row["name"] for row in ROWS if row["part"] in parts]


def test_it_is_current(program: Any) -> None:
    for name, text in program.made().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, "run make docs"


def test_every_class_property_and_column_has_one_row() -> None:
    assert sorted(names("thing")) == sorted(CLASSES)
    assert sorted(names("fact", "attribute", "evidence")) == sorted(PROPERTIES)
    assert names("nodes") == ["id", *NODE_COLUMNS]
    assert names("edges") == ["id", "source", "target", *EDGE_COLUMNS]


def test_every_predicate_is_a_fact() -> None:
    assert PREDICATES.keys() <= set(names("fact"))


def test_every_row_says_what_it_means() -> None:
    assert [row["name"] for row in ROWS if not row["definition"]] == []
    both = [row for row in ROWS if row["part"] not in ("nodes", "edges")]
    assert [row["name"] for row in both if not (row["vietnamese"] and row["english"])] == []
    assert [row["name"] for row in ROWS if row["part"] in ("fact", "attribute", "evidence") and not (row["of"] and row["holds"])] == []


def test_a_class_stands_below_its_parent() -> None:
    things = names("thing")
    assert all(not PARENTS[name] or things.index(PARENTS[name]) < things.index(name) for name in things)


def test_most_rows_have_an_example() -> None:
    for part in ("fact", "attribute", "nodes", "edges"):
        rows = [row for row in ROWS if row["part"] == part]
        assert len([row for row in rows if row["example"]]) > 0.55 * len(rows), part


def test_the_page_has_the_rows_of_the_table() -> None:
    assert len([line for line in PAGE.splitlines() if line.startswith("| `")]) == len(ROWS)
    for row in ROWS:
        assert f"| `{row['name']}` |" in PAGE
        assert row["definition"].replace("|", "\\|") in PAGE


def test_a_column_that_nobody_explained_is_refused(program: Any) -> None:
    known = object.__new__(program._Known)
    known.tables = {"nodes": [], "edges": []}
    with pytest.raises(KeyError, match="what the column colour of nodes holds"):
        known.column("nodes", "colour", "string")
