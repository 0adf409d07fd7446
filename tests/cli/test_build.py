"""``vankien build``, ``stats``, ``withdraw`` and ``export``: a base grows, stays, shrinks and leaves as files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from rdflib import Graph
from typer.testing import Result

Run = Callable[..., Result]


def build(run: Run, *sources: Path, out: Path, code: int = 0) -> dict[str, Any]:
    result = run("build", *sources, "--out", out, "--processes", 1, "--json")
    assert result.exit_code == code, result.output
    report: dict[str, Any] = json.loads(result.stdout)
    return report


def counts(report: dict[str, Any]) -> dict[str, int]:
    return {name: report[name] for name in ("read", "new", "changed", "unchanged", "failed")}


def stats(run: Run, base: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("stats", base, "--json").stdout)
    return found


def test_a_second_build_changes_nothing(run: Run, news: Path, tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    assert counts(build(run, news, out=kb)) == {"read": 2, "new": 2, "changed": 0, "unchanged": 0, "failed": 0}
    before = stats(run, kb)
    assert before["articles"] == 2 and before["statements"] > 0 and before["quads"] > before["statements"]
    assert counts(build(run, news, out=kb)) == {"read": 2, "new": 0, "changed": 0, "unchanged": 2, "failed": 0}
    assert stats(run, kb) == before


def test_other_content_under_the_same_id_replaces(run: Run, news: Path, tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    build(run, news, out=kb)
    news.write_text(news.read_text(encoding="utf-8").replace("Trần Minh Khôi", "Lê Thị Hạnh"), encoding="utf-8")
    assert counts(build(run, news, out=kb))["changed"] == 2
    found = run("query", kb, "SELECT DISTINCT ?name WHERE { ?p a vk:Person ; rdfs:label ?name }", "--format", "csv")
    assert found.stdout.split() == ["name", "Lê", "Thị", "Hạnh"]


def test_what_failed_is_named_once_and_costs_nothing_else(run: Run, news: Path, tmp_path: Path) -> None:
    result = run("build", tmp_path / "missing", news, "--out", tmp_path / "kb", "--processes", 1)
    assert result.exit_code == 1
    assert [line for line in result.stderr.splitlines() if "missing" in line] == result.stderr.splitlines()
    assert len(result.stderr.splitlines()) == 1
    assert "3 articles read: 2 new, 0 changed, 0 unchanged, 1 failed" in result.stdout


def test_the_json_report_names_what_failed(run: Run, news: Path, tmp_path: Path) -> None:
    report = build(run, tmp_path / "missing", news, out=tmp_path / "kb", code=1)
    [failure] = report["failures"]
    assert failure["source"].endswith("missing") and failure["reason"]


def test_the_summary_tells_what_the_base_holds(run: Run, news: Path, tmp_path: Path) -> None:
    result = run("build", news, "--out", tmp_path / "kb", "--processes", 1)
    totals = stats(run, tmp_path / "kb")
    assert f"now holds {totals['statements']:,} statements, {totals['quads']:,} quads" in result.stdout
    rows = dict(line.split() for line in result.stdout.splitlines() if len(line.split()) == 2)
    assert rows["Person"] == "1" and rows["Directive"] == "1" and rows["Resolution"] == "1"


def test_no_progress_bar_where_no_terminal_is(run: Run, news: Path, tmp_path: Path) -> None:
    assert run("build", news, "--out", tmp_path / "kb", "--processes", 1).stderr == ""


def test_a_base_without_a_build_is_empty(run: Run, tmp_path: Path) -> None:
    assert stats(run, tmp_path)["articles"] == 0
    assert run("query", tmp_path, "ASK { ?a a vk:Article }").stdout == "false\n"


def test_stats_for_a_person(run: Run, base: Path) -> None:
    text = run("stats", base).stdout
    assert any(line.split() == ["articles", "2"] for line in text.splitlines())
    assert any(line.split() == ["tin.example", "1"] for line in text.splitlines())
    assert any(line.split() == ["2024-04", "1"] for line in text.splitlines())


def test_withdraw_takes_an_article_and_only_its_facts(run: Run, news: Path, tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    build(run, news, out=kb)
    result = run("withdraw", kb, "nghe-an-1", "unknown")
    assert result.exit_code == 1 and result.stdout.startswith("1 of 2 articles withdrawn")
    assert "unknown" in result.stderr and len(result.stderr.splitlines()) == 1
    assert stats(run, kb)["articles"] == 1
    held = run("query", kb, "ASK { ?p vk:holdsPost ?post }")
    assert held.stdout == "true\n", "the other article says it too"
    build(run, news, out=kb)
    assert stats(run, kb)["articles"] == 2


def test_export_takes_the_format_from_the_suffix(run: Run, base: Path, tmp_path: Path) -> None:
    assert run("export", base, tmp_path / "kb.graphml").exit_code == 0
    full = nx.read_graphml(tmp_path / "kb.graphml")
    assert run("export", base, tmp_path / "people", "--format", "graphml", "--view", "people").exit_code == 0
    people = nx.read_graphml(tmp_path / "people")
    assert set(people.nodes) < set(full.nodes)
    assert run("export", base, tmp_path / "kb.nt").exit_code == 0
    assert len(Graph().parse(tmp_path / "kb.nt")) > len(full.edges)


@pytest.mark.parametrize(
    "arguments", [("kb.docx",), ("kb",), ("kb.ttl", "--view", "cats"), ("no/such/folder/kb.ttl",), ("kb", "--format", "x")]
)
def test_export_refuses_in_one_line(run: Run, base: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = run("export", base, tmp_path / arguments[0], *arguments[1:])
    assert result.exit_code == 2 and result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
