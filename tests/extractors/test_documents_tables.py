"""The tables of the document rules: sorted, without doubles, with known classes and relations."""

from __future__ import annotations

import pytest

from vankien.extractors.grammar.documents.types import issuer_codes, types
from vankien.extractors.grammar.lexicon import rows
from vankien.ontology.terms import CLASSES, DOCUMENT_RELATIONS, IMPLEMENTS_TYPES

KEYS = {
    "document_counted.tsv": ("word",),
    "document_issuers.tsv": ("code",),
    "document_laws.tsv": ("form",),
    "document_names.tsv": ("form",),
    "document_types.tsv": ("word",),
    "document_verbs.tsv": ("verb",),
    "document_words.tsv": ("list", "word"),
}


@pytest.mark.parametrize("name", KEYS)
def test_rows_are_sorted_and_single(name: str) -> None:
    keys = [tuple(row[k] for k in KEYS[name]) for row in rows(name)]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", KEYS)
def test_every_row_has_its_source(name: str) -> None:
    assert all(row["source"].strip() for row in rows(name))


def test_classes_are_in_the_vocabulary() -> None:
    named = {row["class"] for name in ("document_laws.tsv", "document_names.tsv") for row in rows(name)}
    typed = {cls for kind in types().values() for cls in (kind.party, kind.state) if cls}
    assert named | typed <= CLASSES


def test_every_type_is_of_party_or_state() -> None:
    assert all(kind.cls(True) and kind.cls(False) for kind in types().values())


def test_verbs_name_relations_of_the_vocabulary() -> None:
    said = {row["document"] for row in rows("document_verbs.tsv")} - {""}
    assert said <= set(DOCUMENT_RELATIONS) | {"implements"}
    assert {row["body"] for row in rows("document_verbs.tsv")} - {""} <= set(IMPLEMENTS_TYPES)


def test_one_body_issues_under_a_unique_code() -> None:
    assert all(bool(code.body) == code.unique for code in issuer_codes().values())


def test_short_titles_of_laws_lead_to_official_ones() -> None:
    official = {row["form"] for row in rows("document_laws.tsv") if row["form"] == row["name"]}
    assert {row["name"] for row in rows("document_laws.tsv")} <= official
