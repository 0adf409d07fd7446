"""The statement log: records that people can read, transactions, texts that are hard to keep."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from vankien.graph import KnowledgeBase
from vankien.graph.log import StatementLog
from vankien.graph.quads import article_graph
from vankien.graph.record import VERSION, from_line, to_line
from vankien.graph.store import named
from vankien.ontology import iri
from vankien.ontology.errors import StoreError
from vankien.ontology.nouns import Article, Entity, Extraction, Mention, Span

Story = Callable[..., Extraction]
Dump = Callable[[KnowledgeBase], bytes]


def test_a_record_is_one_line_that_people_read(stories: list[Extraction]) -> None:
    line = to_line(stories[0])
    data = json.loads(line)
    assert "\n" not in line and "Đồng chí" in line
    assert data["v"] == VERSION
    assert sorted(data) == ["article", "entities", "mentions", "statements", "v"]
    assert data["statements"][0] == {
        "subject": "https://w3id.org/vankien/id/post/bí-thư/tỉnh-ủy-phú-thọ", "predicate": "postIn",
        "object": "https://w3id.org/vankien/id/body/tỉnh-ủy-phú-thọ", "start": 28, "end": 74,
        "rule": "test.rule", "mode": "stated", "attributes": {},
    }  # fmt: skip


def test_a_record_comes_back_as_it_was(stories: list[Extraction]) -> None:
    assert [from_line(to_line(story)) for story in stories] == stories


@given(
    st.text(st.characters(exclude_categories=[])), st.text(st.characters(exclude_categories=[]), min_size=1)
)
def test_any_text_survives_the_log(text: str, id: str) -> None:
    entity = Entity("x:y", "Body", "Body", text, {"many": ["a", 1, None, True]})
    extraction = Extraction(Article(id, text), (Mention(Span(0, len(text)), "Body", ("x:y",)),), (entity,))
    line = to_line(extraction)
    assert from_line(line) == extraction and "\n" not in line
    line.encode("utf-8")


def test_a_newer_record_is_refused(stories: list[Extraction]) -> None:
    newer = to_line(stories[0]).replace(f'"v":{VERSION}', f'"v":{VERSION + 1}')
    with pytest.raises(StoreError, match="newer vankien"):
        from_line(newer)


@pytest.mark.parametrize("id", ["plain-1", "https://bao.vn/bài 1", "\ud800", "a/b.txt"])
def test_the_graph_of_an_article_follows_from_its_key(id: str, kb: KnowledgeBase, story: Story) -> None:
    """The store clears withdrawn articles by key alone."""
    assert NamedNode(f"{iri.BASE}article/{iri.article_key(id)}") == article_graph(id)
    assert kb.update([story(id)]).new == 1
    assert kb.withdraw([id]).withdrawn == 1
    assert not [quad for quad in named(kb.reader.store()) if "/article/" in str(quad.subject)]


def test_two_ids_of_one_key(kb: KnowledgeBase, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(iri, "article_key", lambda id: "same")
    report = kb.update([story("one"), story("other")])
    assert (report.new, report.failed) == (1, 1)
    assert str(report.failures[0]) == "other: its key same belongs to another article, one"


def test_lone_surrogates_are_no_reason_to_fail(kb: KnowledgeBase, story: Story) -> None:
    broken = story("x", [("Lê Thị Bình", "Bí thư", "Huyện ủy Sa Pa")], extra="\ud800", title="a\udfffb")
    assert kb.update([broken]).new == 1
    assert kb.update([broken]).unchanged == 1
    assert next(kb.log_lines()).isascii()


def test_the_log_is_plain_sqlite(full: KnowledgeBase) -> None:
    db = sqlite3.connect(full.folder.log)
    (line,) = db.execute("SELECT line FROM record WHERE key = 'a3'").fetchone()
    assert "Sở Y tế Lào Cai" in line
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_transaction_is_whole_or_not_at_all(tmp_path: Path, story: Story) -> None:
    log = StatementLog(tmp_path / "log.sqlite")
    with pytest.raises(RuntimeError), log.transaction():
        log.put(story("x"), "1", 1)
        raise RuntimeError
    assert list(log.keys()) == [] and list(log.lines()) == []
