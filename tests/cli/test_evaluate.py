"""``vankien evaluate``: figures for a person and a program, faults by kind, a fall is exit 1."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
ANNOTATED = Path(__file__).parents[1] / "extractors" / "annotated"


def test_the_figures_of_one_article(run: Run) -> None:
    result = run("evaluate", ANNOTATED, "-p", 1)
    assert result.exit_code == 0 and result.stdout.startswith("1 annotated article\n")
    assert [line.split() for line in result.stdout.splitlines() if line.startswith("holdsPost")] == [
        ["holdsPost", "1.000", "1.000", "1.000", "2", "0", "0"]
    ] * 2
    figures = json.loads(run("evaluate", ANNOTATED, "--json", "-p", 1).stdout)
    assert figures["articles"] == 1 and figures["relations"]["all"]["tp"] == 8


@pytest.fixture
def harder(tmp_path: Path) -> Path:
    """The annotated article with one relation more than it says."""
    folder = shutil.copytree(ANNOTATED, tmp_path / "harder")
    note = json.loads((folder / "own.json").read_text(encoding="utf-8"))
    note["relations"].append({"rel": "represents", "from": "p1", "to": "b2", "attrs": {}})
    (folder / "own.json").write_text(json.dumps(note), encoding="utf-8")
    return folder


def test_the_faults_are_listed_by_kind(run: Run, harder: Path) -> None:
    told = run("evaluate", harder, "--errors", "-p", 1).stdout
    assert "relations, represents, missed: 1\n  own: Trần Minh Khôi → Bộ Chính trị\n" in told
    assert "represents, missed" not in run("evaluate", harder, "-p", 1).stdout


def test_a_fall_is_told_and_exit_1(run: Run, harder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "figures.json"
    kept.write_text(run("evaluate", ANNOTATED, "--json", "-p", 1).stdout, encoding="utf-8")
    assert run("evaluate", ANNOTATED, "--against", kept, "-p", 1).exit_code == 0
    result = run("evaluate", harder, "--against", kept, "-p", 1)
    assert result.exit_code == 1
    assert "vankien: fell: relations represents: F1 1.000 -> 0.000" in result.stderr


def test_what_is_no_annotation_is_said_in_one_line(run: Run, tmp_path: Path) -> None:
    result = run("evaluate", tmp_path)
    assert result.exit_code == 2
    assert (
        result.stderr == f"vankien: {tmp_path}: no articles.jsonl; a folder of annotated articles has one\n"
    )
    result = run("evaluate", ANNOTATED, "--against", ANNOTATED / "own.json")
    assert result.exit_code == 2 and "not the figures of vankien evaluate --json" in result.stderr
    partial = tmp_path / "partial.json"
    partial.write_text('{"articles": 1, "strict": {}, "relations": {}}', encoding="utf-8")
    assert "not the figures of vankien evaluate --json" in run("evaluate", ANNOTATED, "--against", partial).stderr
    broken = shutil.copytree(ANNOTATED, tmp_path / "broken")
    (broken / "bad.json").write_text('{"mentions": []', encoding="utf-8")
    result = run("evaluate", broken, "-p", 1)
    assert (
        result.exit_code == 1
        and result.stderr.count("\n") == 1
        and f"{broken / 'bad.json'}: " in result.stderr
    )
    assert "1 annotated article\n" in result.stdout
