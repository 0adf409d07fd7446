"""docs/tools/*.md: what a page tells a reader to run is run, prints what stands there, and draws the picture that is shown."""

from __future__ import annotations

import importlib
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tests.graph.falkordb import falkordb
from tests.graph.test_export_property_graph import load, needs_falkordb

TOOLS = Path(__file__).resolve().parents[1] / "docs" / "tools"
PAGES = sorted(TOOLS.glob("*.md"))
CITING = TOOLS.parent / "citing.md"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def program() -> Iterator[Any]:
    """The module docs/toolpages.py, which is no part of the package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(TOOLS.parent))
        yield importlib.import_module("toolpages")


@pytest.fixture(scope="module")
def base(program: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A base of the examples."""
    return program.base_in(tmp_path_factory.mktemp("tools"))


@pytest.fixture(scope="module")
def made(program: Any, base: Any) -> Any:
    """Gives a page with all its programs run anew, once; skips one whose program is not here, but never in CI."""
    known: dict[Path, Any] = {}

    def make(page: Path) -> Any:
        if needed := program.missing(page):
            if os.environ.get("VANKIEN_REQUIRE_SHARED") == "1":
                pytest.fail(f"{page.name} needs {needed}, and VANKIEN_REQUIRE_SHARED=1 forbids to skip")
            pytest.skip(f"{page.name} needs {needed}")
        if page not in known:
            known[page] = program.made(page, base)
        return known[page]

    return make


def pixels(data: bytes) -> Any:
    image: Any = pytest.importorskip("matplotlib.image")
    return image.imread(io.BytesIO(data))[:, :, :3]


def words(svg: bytes) -> list[str]:
    return sorted("".join("".join(text.itertext()).split()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize("page", [*PAGES, CITING], ids=lambda page: page.stem)
def test_a_page_prints_what_its_programs_print(made: Any, page: Path) -> None:
    assert made(page).text == page.read_text(encoding="utf-8"), "run make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_shows_what_its_programs_draw(made: Any, program: Any, page: Path) -> None:
    """Words of an SVG, size and ink of a PNG: places may differ in their last digits from one machine to another."""
    drawn = made(page).pictures
    assert sorted(drawn) == sorted(program.PICTURE.findall(page.read_text(encoding="utf-8")))
    for name, data in drawn.items():
        kept = (TOOLS / name).read_bytes()
        if name.endswith(".svg"):
            assert words(data) == words(kept), "run make docs"
            continue
        new, old = pixels(data), pixels(kept)
        assert new.shape == old.shape and min(new.shape[:2]) > 500
        for each in (new, old):
            assert 0.01 < (each.min(axis=2) < 0.8).mean() < 0.4, "neither empty nor a block"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_of_the_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.stem != "README"], ids=lambda page: page.stem)
def test_a_page_goes_from_installing_to_a_picture_and_its_traps(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    parts = ["**Install.**", "**A question.**", "**The first picture", "**Traps.**"]
    assert [part for part in parts if part not in text] == []
    assert text.index(parts[0]) < text.index(parts[1]) < text.index(parts[-1])
    assert len(text.split()) < 900, "a short page"


@needs_falkordb
def test_the_cypher_of_the_page_gives_the_answer_that_stands_there(base: Path, tmp_path: Path) -> None:
    """In a server for Cypher, loaded by the script of the exported folder; the page has the answer of the same question in SPARQL."""
    from vankien.graph import KnowledgeBase

    page = (TOOLS / "neo4j.md").read_text(encoding="utf-8")
    first, question = re.findall(r"```cypher\n(.*?);\n```", page, re.DOTALL)
    folder = KnowledgeBase(base).export(tmp_path / "party", "neo4j")
    with falkordb(folder) as db:
        load(db, (folder / "neo4j.cypher").read_text(encoding="utf-8"))
        assert db.query(first), "there is something to look at"
        found = db.query(question)
    [answer] = re.findall(r"^local +central\n─+\n(.*?)\n```", page, re.DOTALL | re.MULTILINE)
    assert sorted(found) == sorted(re.split(r" {2,}", line) for line in answer.splitlines())


def test_every_tool_is_in_the_index() -> None:
    index = (TOOLS / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\]\((\w+\.md)\)", index)) == {page.name for page in PAGES if page.stem != "README"}


def test_the_gephi_picture_is_that_of_the_file(program: Any, base: Path, tmp_path: Path) -> None:
    from vankien.graph import KnowledgeBase

    graph = KnowledgeBase(base).to_networkx("people")
    labels = {"".join(str(label).split()) for _, label in graph.nodes(data="label")}
    shown = words((TOOLS / "gephi.svg").read_bytes())
    assert 40 < len(shown) < len(graph) and set(shown) <= labels
