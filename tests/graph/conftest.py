"""Small made-up articles for the graph's tests: each sentence is written here, each fact has its words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from vankien.graph import KnowledgeBase
from vankien.ontology import iri
from vankien.ontology.nouns import Article, Entity, EntityType, Extraction, Mention, Mode, Span, Statement

Story = Callable[..., Extraction]
CONSUMERS = Path(__file__).resolve().parents[1] / "consumers"


class Teller:
    """Writes an article sentence by sentence and keeps what each sentence says."""

    def __init__(self, id: str) -> None:
        self.key = iri.article_key(id)
        self.text = ""
        self.mentions: list[Mention] = []
        self.entities: dict[str, Entity] = {}
        self.statements: list[Statement] = []

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def name(self, words: str, type: EntityType, cls: str, id: str, **attributes: Any) -> str:
        self.mentions.append(Mention(self.write(words), type, (id,)))
        self.entities.setdefault(id, Entity(id, type, cls, words, attributes))
        return id

    def say(
        self, s: str, predicate: str, o: str | None, span: Span, mode: Mode = "stated", **attributes: Any
    ) -> None:
        self.statements.append(Statement(s, predicate, o, span, "test.rule", mode, attributes))

    def holder(self, name: str, role: str, body: str, status: str) -> None:
        start = len(self.text)
        self.write("Đồng chí ")
        person = self.name(name, "Person", "Person", iri.person(name, self.key))
        self.write(", ")
        unit = iri.body(body) if body else ""
        post = iri.post(role, unit)
        self.entities.setdefault(post, Entity(post, "Post", "Post", f"{role} {body}".strip()))
        self.mentions.append(Mention(self.write(role), "Post", (post,)))
        if body:
            self.write(" ")
            self.name(body, "Body", "PartyCommittee", unit)
            self.say(post, "postIn", unit, Span(start, len(self.text)))
        self.write(", phát biểu.\n")
        self.say(person, "holdsPost", post, Span(start, len(self.text) - 1), status=status)

    def document(self, number: str, term: str, issuer: str) -> None:
        start = len(self.text)
        self.write("Hội nghị nghe giới thiệu ")
        id = iri.document("NQ", number, "TW", term)
        self.name(
            f"Nghị quyết số {number}-NQ/TW",
            "Document",
            "Resolution",
            id,
            number=number,
            letters="NQ",
            issuerCode="TW",
            term=term,
            kind="Nghị quyết",
        )
        self.write(" của ")
        body = self.name(issuer, "Body", "Body", iri.body(issuer))
        self.say(id, "issuedBy", body, Span(start, len(self.text)))
        self.write(".\n")


def tell(
    id: str,
    holders: Iterable[tuple[str, ...]] = (),
    documents: Iterable[tuple[str, str, str]] = (),
    published: str = "2024-01-24",
    title: str = "Họp bàn công tác",
    source: str = "bao-thu.vn",
    extra: str = "",
) -> Extraction:
    """An article: ``holders`` are (name, role, body[, status]), ``documents`` (number, term, issuer)."""
    teller = Teller(id)
    teller.write(f"Sáng nay diễn ra cuộc họp. {extra}\n")
    for name, role, body, *status in holders:
        teller.holder(name, role, body, status[0] if status else "current")
    for document in documents:
        teller.document(*document)
    article = Article(id, teller.text, title, published, source)
    return Extraction(
        article, tuple(teller.mentions), tuple(teller.entities.values()), tuple(teller.statements)
    )


@pytest.fixture
def story() -> Story:
    """Makes an article of its own: see :func:`tell`."""
    return tell


@pytest.fixture
def stories() -> list[Extraction]:
    """Ten articles in which people of one name meet: some are one person, some are not."""
    return [
        tell(
            "a1",
            [("Nguyễn Văn An", "Bí thư", "Tỉnh ủy Phú Thọ")],
            [("35", "XII", "Bộ Chính trị")],
            "2018-11-02",
        ),
        tell(
            "a2",
            [
                ("Nguyễn Văn An", "Bí thư", "Tỉnh ủy Phú Thọ"),
                ("Nguyễn Văn An", "Ủy viên", "Ban Chấp hành Trung ương Đảng"),
            ],
            published="2018-12-01",
        ),
        tell("a3", [("Nguyễn Văn An", "Giám đốc", "Sở Y tế Lào Cai")]),
        tell("a4", [("Nguyễn Văn An", "Ủy viên", "Ban Chấp hành Trung ương Đảng")]),
        tell(
            "a5",
            [
                ("Nguyễn Văn An", "Trưởng ban", "Ban Dân vận Tỉnh ủy Phú Thọ"),
                ("Nguyễn Văn An", "Bí thư", "Tỉnh ủy Phú Thọ", "former"),
            ],
            published="2021-05",
        ),
        tell("a6", [("Lê Thị Bình", "Chủ tịch", "UBND tỉnh Phú Thọ")], [("35", "XII", "Bộ Chính trị")]),
        tell("a7", [("Lê Thị Bình", "Chủ tịch", "UBND tỉnh Phú Thọ")], published=""),
        tell("a8", [("An", "Bí thư", "Tỉnh ủy Phú Thọ")]),
        tell(
            "https://bao-thu.vn/bài viết/9", [("Trần Cẩm", "Phó Bí thư", "Tỉnh ủy Phú Thọ")], source="khac.vn"
        ),
        tell("a10", documents=[("18", "XII", "Ban Chấp hành Trung ương Đảng"), ("35", "XII", "Ban Bí thư")]),
    ]


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    """An empty base."""
    return KnowledgeBase(tmp_path / "kb")


@pytest.fixture
def full(kb: KnowledgeBase, stories: list[Extraction]) -> KnowledgeBase:
    """A base with the ten stories."""
    kb.update(stories)
    return kb


def dump(kb: KnowledgeBase, path: Path) -> bytes:
    """The base as sorted N-Quads."""
    return kb.export(path, "nq").read_bytes()


Dump = Callable[[KnowledgeBase], bytes]


@pytest.fixture
def nquads(tmp_path: Path) -> Dump:
    """Gives the sorted N-Quads of a base."""
    return lambda kb: dump(kb, tmp_path / "dump.nq")


def reader(command: str, script: str, *arguments: object) -> str:
    """What another program prints when it runs a script of tests/consumers; skips where it is not installed, but never in CI."""
    ready = shutil.which(command) and (command != "node" or (CONSUMERS / "node_modules").is_dir())
    if not ready:
        reason = f"needs {command}" + (" and `make readers`" if command == "node" else "")
        if os.environ.get("VANKIEN_REQUIRE_SHARED") == "1":
            pytest.fail(f"{reason}, and VANKIEN_REQUIRE_SHARED=1 forbids to skip")
        pytest.skip(reason)
    words = [command, str(CONSUMERS / script), *map(str, arguments)]
    done = subprocess.run(
        words, cwd=CONSUMERS, capture_output=True, encoding="utf-8", check=False, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def javascript() -> Callable[..., Any]:
    """Runs a script of tests/consumers with Node.js; gives the JSON that it prints."""
    return lambda script, *arguments: json.loads(reader("node", script, *arguments))


@pytest.fixture(scope="session")
def rscript() -> Callable[..., Any]:
    """Runs a script of tests/consumers with R; gives what it prints."""
    return lambda script, *arguments: reader("Rscript", script, *arguments)
