"""``vankien export``: a narrower part than a view, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from typer.testing import Result

Run = Callable[..., Result]


def graph_of(path: Path) -> Any:
    return nx.read_graphml(path, force_multigraph=True)


def test_the_options_are_those_of_the_library(run: Run, base: Path, tmp_path: Path) -> None:
    from vankien.graph import KnowledgeBase

    out = tmp_path / "x.graphml"
    whole = KnowledgeBase(base).to_networkx()
    around = next(data["label"] for node, data in whole.nodes(data=True) if data["kind"] == "Body" and whole.degree(node))
    for options, narrowing in (
        (("--support", "2"), {"support": 2}),
        (("--from", "2024", "--to", "2024-12-31"), {"since": 2024, "until": "2024-12-31"}),
        (("--around", around, "--hops", "2"), {"around": around, "hops": 2}),
        (("--around", around, "--yed"), {"around": around}),
    ):
        result = run("export", base, out, *options)
        assert result.exit_code == 0, result.stderr
        expected = KnowledgeBase(base).to_networkx(**narrowing)
        assert set(graph_of(out)) == set(expected) and graph_of(out).number_of_edges() == expected.number_of_edges()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("x.gexf", "--from", "2024", "--to", "2023"), "the period ends (2023) before it starts (2024)"),
        (("x.gexf", "--from", "mai"), "'mai' is no year, month or day"),
        (("x.gexf", "--hops", "2"), "name it with --around"),
        (("x.gexf", "--around", "Không ai cả"), "nothing in the base has this name"),
        (("x.gexf", "--yed"), "yEd reads graphml"),
        (("x.nq", "--support", "2"), "nq holds whole views"),
    ],
)
def test_what_cannot_be_selected_is_one_line(run: Run, base: Path, tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    result = run("export", base, tmp_path / arguments[0], *arguments[1:])
    assert result.exit_code == 2 and message in result.stderr and len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
