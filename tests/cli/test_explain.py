"""``vankien explain``: every fact with its words; a name that several share is not guessed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_each_fact_with_its_words_and_where_they_stand(run: Run, base: Path) -> None:
    text = run("explain", base, "Trần Minh Khôi").stdout
    assert text.startswith("Trần Minh Khôi  (Person)\nhttps://w3id.org/vankien/id/person/")
    assert "named in 2 articles" in text
    [held] = [part for part in text.split("\n\n") if part.startswith("holdsPost: ")]
    assert "Trần Minh Khôi -> Bí thư Tỉnh ủy Nghệ An" in held and "status: current" in held and "[2 articles, 2024-03-12 to 2024-04-02]" in held
    assert held.count("“") == 2 and "2024-03-12, tin.example, Hội nghị cán bộ toàn tỉnh, nghe-an-1" in held


def test_from_the_other_end(run: Run, base: Path) -> None:
    text = run("explain", base, "Bí thư Tỉnh ủy Nghệ An").stdout
    assert "holdsPost: Trần Minh Khôi -> Bí thư Tỉnh ủy Nghệ An" in text


def test_iri_and_label_tell_the_same(run: Run, base: Path) -> None:
    by_label = run("explain", base, "Trần Minh Khôi").stdout
    assert run("explain", base, by_label.splitlines()[1]).stdout == by_label


def test_json(run: Run, base: Path) -> None:
    found = json.loads(run("explain", base, "Trần Minh Khôi", "--json").stdout)
    [held] = [fact for fact in found["facts"] if fact["predicate"] == "holdsPost"]
    assert held["support"] == 2 and held["other"]["label"] == "Bí thư Tỉnh ủy Nghệ An"
    for evidence in held["evidence"]:
        assert evidence["quote"] and evidence["rule"] and evidence["source"]["published"]


@pytest.mark.parametrize("name", ["Nguyễn Không Ai", "https://w3id.org/vankien/id/person/x", "not an IRI <>"])
def test_an_unknown_name(run: Run, base: Path, name: str) -> None:
    result = run("explain", base, name)
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr == f"vankien: {name}: nothing in the base has this name\n"


def test_a_name_that_two_persons_share_lists_both(run: Run, tmp_path: Path) -> None:
    """Two men of one name, in provinces far apart: nothing says that they are one."""
    texts = {
        "a": "Ông Lê Văn Sơn, Bí thư Huyện ủy Đô Lương, tỉnh Nghệ An, phát biểu.",
        "b": "Ông Lê Văn Sơn, Giám đốc Sở Y tế tỉnh Cà Mau, phát biểu.",
    }
    lines = [json.dumps({"id": id, "published": "2024-01-05", "text": text}) for id, text in texts.items()]
    (tmp_path / "two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run("build", tmp_path / "two.jsonl", "--out", tmp_path / "kb", "-p", 1).exit_code == 0
    result = run("explain", tmp_path / "kb", "Lê Văn Sơn")
    assert result.exit_code == 2 and "2 things have this name" in result.stderr
    assert result.stdout.count("https://w3id.org/vankien/id/person/") == 2
    assert len(json.loads(run("explain", tmp_path / "kb", "Lê Văn Sơn", "--json").stdout)["things"]) == 2


def test_who_held_a_post_on_a_day(run: Run, base: Path) -> None:
    result = run("explain", base, "Bí thư Tỉnh ủy Nghệ An", "--on", "2024-03-20")
    assert result.exit_code == 0
    assert "Bí thư Tỉnh ủy Nghệ An on 2024-03-20:\n  Trần Minh Khôi: called the holder 2024-03-12 to 2024-04-02  (seen)\n" in result.stdout
    assert "no article tells\n  Trần Minh Khôi: called" in run("explain", base, "Bí thư Tỉnh ủy Nghệ An", "--on", "2023-03-20").stdout
    [row] = json.loads(run("explain", base, "Bí thư Tỉnh ủy Nghệ An", "--on", "2024-03-20", "--json").stdout)
    assert row["how"] == "seen" and row["person"]["label"] == "Trần Minh Khôi" and len(row["evidence"]) == 2


@pytest.mark.parametrize(("name", "day"), [("Bí thư Tỉnh ủy Nghệ An", "20/3/2024"), ("Bí thư Tỉnh ủy Nghệ An", "2024-13-01"), ("Tỉnh ủy Nghệ An", "2024-03-20")])
def test_a_day_that_is_none_and_what_is_no_post(run: Run, base: Path, name: str, day: str) -> None:
    result = run("explain", base, name, "--on", day)
    assert result.exit_code == 2 and result.stderr.count("\n") == 1
