"""The examples read, extracted and stored once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.examples.asking import Ask, Table, asked, shipped

from vankien.extractors import extract, read
from vankien.graph import KnowledgeBase
from vankien.ontology import Article, Extraction


@pytest.fixture(scope="session")
def articles(root: Path) -> list[Article]:
    found = list(read([str(root / "examples")]))
    assert len(found) == 17
    return [article for article in found if isinstance(article, Article)]


@pytest.fixture(scope="session")
def extractions(articles: Sequence[Article]) -> list[Extraction]:
    return [found for found in extract(articles) if isinstance(found, Extraction)]


@pytest.fixture(scope="session")
def kb(extractions: Sequence[Extraction], tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    base = KnowledgeBase(tmp_path_factory.mktemp("examples") / "kb")
    report = base.update(extractions)
    assert (report.new, report.failed) == (17, 0), report.failures
    return base


@pytest.fixture(scope="session")
def ask(kb: KnowledgeBase) -> Ask:
    answers: dict[str, Table] = {}
    return lambda name: answers.setdefault(name, asked(kb, shipped(name)))
