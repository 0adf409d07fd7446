"""The hand-made corpus, with its identities and labels decided by hand."""

from __future__ import annotations

import pytest
from tests.ontology.corpus import REPRINTS, TELLERS

from vankien.ontology import iri
from vankien.ontology.nouns import Extraction


@pytest.fixture(scope="session")
def corpus() -> tuple[Extraction, ...]:
    """All ten articles."""
    return tuple(teller() for teller in TELLERS)


@pytest.fixture(scope="session")
def stories(corpus: tuple[Extraction, ...]) -> dict[str, str]:
    """The story that each article (by id) tells, named by an article's key: one is a reprint."""
    return {e.article.id: REPRINTS.get(e.article.id, iri.article_key(e.article.id)) for e in corpus}


@pytest.fixture(scope="session")
def names(corpus: tuple[Extraction, ...]) -> dict[str, str]:
    """Identity across articles, decided by hand: here every name is one person."""
    people = (e for extraction in corpus for e in extraction.entities if e.type == "Person")
    return {e.id: f"{iri.BASE}person/{iri.slug(e.label)}" for e in people}


@pytest.fixture(scope="session")
def labels(corpus: tuple[Extraction, ...], names: dict[str, str]) -> dict[str, str]:
    """The fullest form of each thing."""
    best: dict[str, str] = {}
    for entity in (e for extraction in corpus for e in extraction.entities):
        called = names.get(entity.id, entity.id)
        best[called] = min((best.get(called, ""), entity.label), key=lambda form: (-len(form), form))
    return best
