"""``vankien extract``: JSON Lines, offsets, what is bad is named and the rest goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_record_an_article_in_the_order_given(run: Run, news: Path) -> None:
    result = run("extract", news, "--processes", 1)
    assert result.exit_code == 0 and result.stderr == ""
    given = [json.loads(line) for line in news.read_text(encoding="utf-8").splitlines()]
    for article, record in zip(given, records(result), strict=True):
        assert {key: record[key] for key in article} == article
        assert set(record) == {*article, "byline", "section", "mentions", "entities", "statements"}


def test_offsets_are_code_points_of_the_text_as_given(run: Run, news: Path) -> None:
    [first, _] = records(run("extract", news, "-p", 1))
    mentions = {m["text"]: m["type"] for m in first["mentions"]}
    assert mentions["Trần Minh Khôi"] == "Person" and mentions["Nghị quyết số 35-NQ/TW"] == "Document"
    for mention in first["mentions"]:
        assert first["text"][mention["start"] : mention["end"]] == mention["text"]
    assert first["statements"]
    for statement in first["statements"]:
        assert 0 <= statement["start"] < statement["end"] <= len(first["text"])


def test_vietnamese_is_written_as_it_is(run: Run, news: Path) -> None:
    assert "Bí thư Tỉnh ủy Nghệ An" in run("extract", news, "-p", 1).stdout


def test_processes_change_nothing(news: Path) -> None:
    command = [sys.executable, "-m", "vankien.cli.app", "extract", str(news), "--processes"]
    one, two = (subprocess.run([*command, n], capture_output=True, check=True).stdout for n in "12")
    assert one == two != b""


@pytest.mark.parametrize(
    ("line", "why"),
    [("{not json", "broken JSON"), ('{"id": "x"}', "text is required"), ("[1, 2]", "not a record")],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(run: Run, news: Path, line: str, why: str) -> None:
    good = news.read_text(encoding="utf-8").splitlines()
    news.write_text("\n".join([good[0], line, good[1]]), encoding="utf-8")
    result = run("extract", news, "-p", 1)
    assert result.exit_code == 1
    assert [record["id"] for record in records(result)] == ["nghe-an-1", "nghe-an-2"]
    [complaint] = result.stderr.splitlines()
    assert complaint.startswith("vankien: ") and "news.jsonl" in complaint and "2" in complaint, why


def test_a_missing_source_is_named(run: Run, news: Path, tmp_path: Path) -> None:
    result = run("extract", tmp_path / "missing.txt", news, "-p", 1)
    assert result.exit_code == 1 and len(records(result)) == 2
    assert "missing.txt" in result.stderr


def test_standard_input(news: Path) -> None:
    command = [sys.executable, "-m", "vankien.cli.app", "extract", "-", "-p", "1"]
    done = subprocess.run(command, input=news.read_bytes(), capture_output=True, check=True)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["nghe-an-1", "nghe-an-2"]


def test_offsets_count_code_points_beyond_the_basic_plane(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "emoji.jsonl"
    source.write_text('{"id": "a", "text": "😀 Bộ Chính trị họp."}\n', encoding="utf-8")
    [record] = records(run("extract", source, "-p", 1))
    [mention] = [m for m in record["mentions"] if m["type"] == "Body"]
    assert (mention["start"], mention["end"]) == (2, 14)
