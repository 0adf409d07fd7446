"""The folder of a base: foreign folders, one writer, many readers, crashes at any moment."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from vankien.graph import KnowledgeBase
from vankien.graph.folder import Folder
from vankien.graph.identity.names import Names
from vankien.graph.identity.people import People
from vankien.graph.identity.stories import Stories
from vankien.graph.log import StatementLog
from vankien.graph.record import from_line, to_line
from vankien.ontology.errors import StoreError
from vankien.ontology.nouns import Extraction

Story = Callable[..., Extraction]
Dump = Callable[[KnowledgeBase], bytes]

# Builds from a file of records; the test kills it somewhere on the way.
BUILDER = """
import sys
from pathlib import Path
from vankien.graph import KnowledgeBase
from vankien.graph.record import from_line
lines = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
print("ready", flush=True)
KnowledgeBase(sys.argv[1]).update(map(from_line, lines), batch=200)
print("done", flush=True)
"""


def test_a_file_is_no_base(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="a file, not the folder"):
        KnowledgeBase(tmp_path / "file")


def test_a_foreign_folder_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("x")
    with pytest.raises(StoreError, match=r"holds letters\.txt"):
        KnowledgeBase(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize("marker", ['{"vankien": "knowledge base", "format": 99}', "[]", "{"])
def test_another_format_is_refused(tmp_path: Path, marker: str) -> None:
    (tmp_path / "vankien.json").write_text(marker)
    with pytest.raises(StoreError, match=str(tmp_path)):
        KnowledgeBase(tmp_path)


def test_a_second_writer_is_refused(full: KnowledgeBase, story: Story) -> None:
    with full.folder.writing():
        with pytest.raises(StoreError, match=f"process {os.getpid()}"):
            KnowledgeBase(full.path).update([story("b")])
    assert full.update([story("b")]).new == 1


def test_a_failing_build_frees_the_lock(full: KnowledgeBase, story: Story) -> None:
    def broken() -> object:
        yield story("b1")
        raise RuntimeError("the reader broke")

    with pytest.raises(RuntimeError, match="the reader broke"):
        full.update(broken())  # type: ignore[arg-type]
    assert full.update([story("b2")]).new == 1


def test_readers_go_on_while_a_build_runs(full: KnowledgeBase, story: Story) -> None:
    reader = KnowledgeBase(full.path)
    seen = list[int]()

    def watched() -> object:
        for number in range(6):
            seen.append(reader.stats()["articles"])
            yield story(f"b{number}")

    full.update(watched(), batch=100)  # type: ignore[arg-type]
    assert seen == [10] * 6
    assert reader.stats()["articles"] == 16


def test_old_generations_are_swept_unless_somebody_reads_them(full: KnowledgeBase, story: Story) -> None:
    reader = KnowledgeBase(full.path)
    held, rows = reader.generation, reader.query("SELECT ?s { ?s ?p ?o }")
    for number in range(4):
        full.update([story(f"b{number}")])
    assert held is not None and held.exists(), "an open generation stays"
    assert isinstance(rows, QuerySolutions) and next(rows)
    reader.reader.close()
    full.update([story("b9")])
    assert len(list((full.path / "generations").iterdir())) == 2 and not held.exists()


def test_a_generation_left_by_a_crash_is_swept(full: KnowledgeBase, story: Story) -> None:
    wreck = full.folder.generation("000009")
    wreck.mkdir()
    (wreck / "CURRENT").write_text("garbage")
    assert full.update([story("b")]).new == 1
    assert not wreck.exists() and full.stats()["articles"] == 11


def test_a_crash_between_log_and_store_is_made_good(full: KnowledgeBase, story: Story, nquads: Dump) -> None:
    """The log took the article, the store did not: the next build puts it in, though it brings nothing."""
    log = StatementLog(full.folder.log)
    before = nquads(full)
    with log.transaction():
        extraction = story("b", [("Nguyễn Văn An", "Bí thư", "Tỉnh ủy Phú Thọ")])
        log.put(extraction, "1", 9)
        for derived in (Names(log), People(log), Stories(log)):
            derived.add(extraction)
    log.close()
    assert nquads(full) == before
    full.update([])
    assert full.stats()["articles"] == 11
    before = nquads(full)
    full.rebuild()
    assert nquads(full) == before


def test_a_store_of_another_model_is_remade(full: KnowledgeBase, nquads: Dump) -> None:
    served, before = full.folder.served(), nquads(full)
    assert served is not None
    full.folder.serve(replace(served, model="vankien of yesterday"))
    assert full.update([]).read == 0
    assert nquads(full) == before
    now = full.folder.served()
    assert now is not None and now.generation != served.generation and now.quads == served.quads


def test_a_lost_store_is_told_and_remade(full: KnowledgeBase, nquads: Dump) -> None:
    before = nquads(full)
    full.reader.close()
    shutil.rmtree(full.path / "generations")
    with pytest.raises(StoreError, match="the store cannot be opened"):
        full.stats()
    full.update([])
    assert nquads(full) == before


def test_a_full_disk_is_told(full: KnowledgeBase, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("vankien.graph.store.sync_files", full_disk)
        with pytest.raises(StoreError, match="No space left"):
            full.update([story("b")])
    assert full.stats()["articles"] == 10
    full.update([])
    assert full.stats()["articles"] == 11


def test_a_broken_pointer_is_told(full: KnowledgeBase) -> None:
    (full.path / "current.json").write_text("{")
    with pytest.raises(StoreError, match=r"current\.json"):
        full.stats()


def test_a_killed_build_leaves_whole_articles(tmp_path: Path, story: Story, nquads: Dump) -> None:
    """kill -9 at several moments of one build after the other; the last one ends like a build of its own."""
    people = [
        ("Nguyễn Văn An", "Bí thư", "Tỉnh ủy Phú Thọ"),
        ("Lê Thị Bình", "Chủ tịch", "UBND tỉnh Phú Thọ"),
    ]
    made = [
        story(f"k{number}", people[: 1 + number % 2], [("35", "XII", "Bộ Chính trị")])
        for number in range(400)
    ]
    lines, path = tmp_path / "records.jsonl", tmp_path / "kb"
    lines.write_text("\n".join(map(to_line, made)), encoding="utf-8")
    for pause in (0.0, 0.1, 0.25, 0.5, 0.8):
        builder = subprocess.Popen(
            [sys.executable, "-c", BUILDER, path, lines], stdout=subprocess.PIPE, text=True
        )
        assert builder.stdout is not None and builder.stdout.readline() == "ready\n"
        time.sleep(pause)
        builder.send_signal(signal.SIGKILL)
        builder.wait()
        builder.stdout.close()
        assert_whole(KnowledgeBase(path), made)
    kb = KnowledgeBase(path)
    assert kb.update(made).read == 400
    fresh = KnowledgeBase(tmp_path / "fresh")
    fresh.update(made)
    assert nquads(kb) == nquads(fresh)


def assert_whole(kb: KnowledgeBase, made: list[Extraction]) -> None:
    """Each article that the base shows has all its statements, and each record of the log is whole."""
    expected = {story.article.id: len(story.statements) for story in made}
    counted: dict[str, int] = {}
    rows = kb.query("SELECT ?id ?s { ?a vk:identifier ?id . ?s prov:wasDerivedFrom ?a ; a vk:Statement }")
    assert isinstance(rows, QuerySolutions)
    for row in rows:
        id = row["id"].value
        counted[id] = counted.get(id, 0) + 1
    assert counted == {id: expected[id] for id in counted}
    assert len(counted) == kb.stats()["articles"]
    for line in kb.log_lines():
        assert len(from_line(line).statements) == expected[from_line(line).article.id]
    Folder(kb.path)
