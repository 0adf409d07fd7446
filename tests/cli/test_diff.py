"""``vankien diff``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]

FIRST = {"id": "d1", "published": "2024-03-12", "text": "Ông Trần Minh Khôi, Bí thư Tỉnh ủy Nghệ An, chủ trì hội nghị."}
SECOND = {"id": "d2", "published": "2024-04-12", "text": "Bà Lê Thị Hoa, Chủ tịch UBND tỉnh Nghệ An, chủ trì cuộc họp."}


def built(run: Run, folder: Path, *articles: dict[str, str]) -> Path:
    source = folder.with_suffix(".jsonl")
    source.write_text("\n".join(json.dumps(article) for article in articles), encoding="utf-8")
    assert run("build", source, "--out", folder).exit_code == 0
    return folder


def test_since_the_build_before(run: Run, tmp_path: Path) -> None:
    kb = built(run, tmp_path / "kb", FIRST)
    built(run, kb, FIRST, SECOND)
    result = run("diff", kb)
    assert result.exit_code == 0
    assert "+ holdsPost: Lê Thị Hoa -> Chủ tịch UBND tỉnh Nghệ An  status: current  [1 article]\n" in result.stdout
    assert "Khôi" not in result.stdout and "0 lost" in result.stdout.splitlines()[-1]


def test_two_bases_as_json(run: Run, tmp_path: Path) -> None:
    one, other = built(run, tmp_path / "one", FIRST), built(run, tmp_path / "other", SECOND)
    found = json.loads(run("diff", one, other, "--json").stdout)
    assert {row["sign"] for row in found} == {"+", "-"}
    held = next(row for row in found if row["sign"] == "+" and row["predicate"] == "holdsPost")
    assert held["subject_label"] == "Lê Thị Hoa" and held["articles"] == ["d2"] and "Lê Thị Hoa" in held["quote"]
    assert run("diff", one, one).stdout == "0 facts gained, 0 lost\n"


def test_a_base_without_a_past(run: Run, tmp_path: Path) -> None:
    result = run("diff", built(run, tmp_path / "kb", FIRST))
    assert result.exit_code == 2 and result.stderr.count("\n") == 1 and "no earlier state is kept" in result.stderr
    assert run("diff", tmp_path / "nowhere").exit_code == 2
