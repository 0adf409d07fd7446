"""``vankien validate``: warnings are listed and no error, a broken graph is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store
from typer.testing import Result

from vankien.graph.folder import Folder
from vankien.graph.prefixes import PREFIXES

Run = Callable[..., Result]


def test_a_sound_base(run: Run, base: Path) -> None:
    result = run("validate", base)
    assert result.exit_code == 0
    assert "The base conforms: 0 violations, 0 warnings" in result.stdout
    report = json.loads(run("validate", base, "--json").stdout)
    assert report["conforms"] is True and report["checked"] > 0


def test_sources_that_contradict_each_other_are_a_warning(run: Run, tmp_path: Path) -> None:
    days = {"a": "22/10/2018", "b": "23/10/2018"}
    lines = [
        json.dumps({"id": id, "published": "2019-01-05", "text": f"Nghị quyết số 35-NQ/TW ngày {day} của Bộ Chính trị."})
        for id, day in days.items()
    ]
    (tmp_path / "two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run("build", tmp_path / "two.jsonl", "--out", tmp_path / "kb", "-p", 1).exit_code == 0
    result = run("validate", tmp_path / "kb")
    assert result.exit_code == 0 and "Warning: " in result.stdout and "0 violations" in result.stdout
    assert "35-NQ/TW" in result.stdout


def test_a_broken_graph_is_exit_1(run: Run, news: Path, tmp_path: Path) -> None:
    run("build", news, "--out", tmp_path / "kb", "-p", 1)
    folder = Folder(tmp_path / "kb")
    served = folder.served()
    assert served
    store = Store(str(folder.generation(served.generation)))
    fact = NamedNode("https://w3id.org/vankien/id/statement/broken")
    store.add(Quad(fact, NamedNode(PREFIXES["rdf"] + "type"), NamedNode(PREFIXES["vk"] + "Statement")))
    store.flush()
    del store
    result = run("validate", tmp_path / "kb")
    assert result.exit_code == 1
    assert "Violation: " in result.stdout and fact.value in result.stdout
    assert json.loads(run("validate", tmp_path / "kb", "--json").stdout)["conforms"] is False
