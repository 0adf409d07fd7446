"""A few articles of our own, a base made of them, and a way to run the command on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from vankien.cli.app import app

Run = Callable[..., Result]

ARTICLES = [
    {
        "id": "nghe-an-1",
        "title": "Hội nghị cán bộ toàn tỉnh",
        "published": "2024-03-12",
        "source": "tin.example",
        "text": "Sáng 12/3, đồng chí Trần Minh Khôi, Bí thư Tỉnh ủy Nghệ An, chủ trì hội nghị quán triệt "
        "Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị.\n\nHội nghị diễn ra tại thành phố Vinh.",
    },
    {
        "id": "nghe-an-2",
        "title": "Làm việc với huyện ủy",
        "published": "2024-04-02",
        "source": "bao.example",
        "text": "Đồng chí Trần Minh Khôi, Bí thư Tỉnh ủy Nghệ An, làm việc với Ban Thường vụ Huyện ủy Đô Lương "
        "về kết quả thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị.",
    },
]


@pytest.fixture(scope="session")
def run() -> Run:
    """Run ``vankien`` with these arguments in this process."""

    def command(*arguments: object, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(a) for a in arguments], prog_name="vankien", input=input, catch_exceptions=False)

    return command


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """The articles as a JSON Lines file."""
    return write_articles(tmp_path / "news.jsonl")


@pytest.fixture(scope="session")
def base(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base made of the articles; tests only read it."""
    folder = tmp_path_factory.mktemp("base")
    result = run("build", write_articles(folder / "news.jsonl"), "--out", folder / "kb", "--processes", 1)
    assert result.exit_code == 0, result.output
    return folder / "kb"


def write_articles(path: Path) -> Path:
    """The articles in a JSON Lines file at this path."""
    lines = (json.dumps(article, ensure_ascii=False) + "\n" for article in ARTICLES)
    path.write_text("".join(lines), encoding="utf-8")
    return path
