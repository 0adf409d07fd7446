"""Answers as data frames: nothing lost, nothing made up."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

import pytest

from vankien.graph import KnowledgeBase
from vankien.ontology.errors import QueryError, UsageError

pd: Any = pytest.importorskip("pandas")

DAY, MONTH, TIME = '"2024-05-17"^^xsd:date', '"2024-05"^^xsd:gYearMonth', '"2024-05-17T08:30:00%s"^^xsd:dateTime'


def column(kb: KnowledgeBase, *values: str) -> Any:
    """The column of an answer that holds these SPARQL terms, one a row; UNDEF for none."""
    return kb.to_pandas(f"SELECT ?x {{ VALUES ?x {{ {' '.join(values)} }} }}")["x"]


@pytest.mark.parametrize(
    ("values", "dtype", "expected"),
    [
        (["1", "UNDEF", "-9223372036854775808"], "Int64", [1, None, -(2**63)]),
        (["9223372036854775808", "1"], "string", ["9223372036854775808", "1"]),
        (["true", "UNDEF", '"0"^^xsd:boolean'], "boolean", [True, None, False]),
        (["1.5e0", "UNDEF"], "Float64", [1.5, None]),
        (["0.1", "UNDEF"], "object", [Decimal("0.1"), None]),
        (["1", "0.5"], "string", ["1", "0.5"]),
        ([DAY, "UNDEF"], "datetime64[s]", [pd.Timestamp("2024-05-17"), None]),
        ([DAY, MONTH], "string", ["2024-05-17", "2024-05"]),
        ([MONTH, '"2024-06"^^xsd:gYearMonth'], "string", ["2024-05", "2024-06"]),
        (['"2024"^^xsd:gYear'], "string", ["2024"]),
        ([DAY, '"2024-02-30"^^xsd:date'], "string", ["2024-05-17", "2024-02-30"]),
        ([DAY, '"2024-05-17+07:00"^^xsd:date'], "string", ["2024-05-17", "2024-05-17+07:00"]),
        ([DAY, TIME % ""], "string", ["2024-05-17", "2024-05-17T08:30:00"]),
        ([TIME % "+07:00"], "datetime64[us, UTC+07:00]", [pd.Timestamp("2024-05-17T08:30+07:00")]),
        ([TIME % ".25", "UNDEF"], "datetime64[us]", [pd.Timestamp("2024-05-17T08:30:00.25"), None]),
        ([TIME % "+07:00", TIME % "Z"], "string", ["2024-05-17T08:30:00+07:00", "2024-05-17T08:30:00Z"]),
        ([TIME % ".1234567"], "string", ["2024-05-17T08:30:00.1234567"]),
        (['"Tỉnh ủy Đắk Lắk"@vi', '"05"', "UNDEF"], "string", ["Tỉnh ủy Đắk Lắk", "05", None]),
        (["vkid:person/a", '"b"'.replace("vkid:", "")], "string", ["https://w3id.org/vankien/id/person/a", "b"]),
        (["UNDEF"], "string", [None]),
    ],
    ids=str,
)  # fmt: skip
def test_a_column_has_the_type_that_all_its_values_share(
    kb: KnowledgeBase, values: list[str], dtype: str, expected: list[Any]
) -> None:
    found = column(kb, *(v.replace("vkid:person/a", "<https://w3id.org/vankien/id/person/a>") for v in values))
    assert str(found.dtype) == dtype
    assert [None if pd.isna(value) else value for value in found] == expected


@pytest.mark.parametrize("odd", ['"1_0"^^xsd:integer', '"٣"^^xsd:integer', '"TRUE"^^xsd:boolean', '"NaN"^^xsd:double', '"NaN"^^xsd:decimal'])
def test_what_is_no_value_of_its_datatype_stays_as_it_is(kb: KnowledgeBase, odd: str) -> None:
    found = column(kb, odd)
    assert (str(found.dtype), found[0]) == ("string", odd.split('"')[1])


def test_columns_come_in_the_order_of_the_query_and_rows_in_its_order(full: KnowledgeBase) -> None:
    table = full.to_pandas("SELECT ?title ?a ?none { ?a a vk:Article ; vk:title ?title } ORDER BY DESC(?a)")
    assert list(table.columns) == ["title", "a", "none"] and list(table.index) == list(range(10))
    assert list(table["a"]) == sorted(table["a"], reverse=True)
    assert set(table["title"]) == {"Họp bàn công tác"} and table["none"].isna().all()


def test_no_rows_still_have_columns(full: KnowledgeBase) -> None:
    table = full.to_pandas("SELECT ?b ?a { ?a vk:nothing ?b }")
    assert list(table.columns) == ["b", "a"] and len(table) == 0


def test_a_row_without_columns_is_a_row(kb: KnowledgeBase) -> None:
    assert kb.to_pandas("SELECT * {}").shape == (1, 0)


def test_questions_that_ship_have_names(full: KnowledgeBase) -> None:
    table = full.to_pandas(name="careers")
    an = table[table["post"] == "Bí thư Tỉnh ủy Phú Thọ"]
    assert list(an[an["status"] == "current"]["articles"]) == [1, 2] and str(table["articles"].dtype) == "Int64"
    with pytest.raises(QueryError, match="no query is called 'nix'; there are post-holders"):
        full.to_pandas(name="nix")


@pytest.mark.parametrize("given", [{}, {"sparql": "SELECT * {}", "name": "careers"}])
def test_one_question_at_a_time(kb: KnowledgeBase, given: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="either SPARQL or name="):
        kb.to_pandas(**given)


@pytest.mark.parametrize(("sparql", "kind"), [("ASK {}", "ASK"), ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "CONSTRUCT")])
def test_only_a_select_has_rows(kb: KnowledgeBase, sparql: str, kind: str) -> None:
    with pytest.raises(QueryError, match=rf"rows of a SELECT; this is {kind}\b.*query\(\)"):
        kb.to_pandas(sparql)


def test_without_pandas_the_extra_is_named(kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'vankien\[pandas\]'"):
        kb.to_pandas("SELECT * {}")
