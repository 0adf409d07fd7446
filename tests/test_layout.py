"""The layout holds: links, mapping and root folders agree, and what is shipped is ``vankien`` alone.

A root folder needs a link in ``.src``, two entries in pyproject.toml and a ban in ruff's settings;
hatchling drops files silently when it sees both a link and its target, hence these tests.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / ".src" / "vankien"
ROOMS = {"graph", "extractors", "ontology", "cli"}


def settings(*keys: str) -> Any:
    value: Any = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for key in keys:
        value = value[key]
    return value


def shipped_files() -> set[str]:
    """Every file of the rooms as it must stand in a wheel."""
    files = {
        f"vankien/{path.relative_to(ROOT).as_posix()}"
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return files | {"vankien/__init__.py", "vankien/py.typed"}


def build(target: str, source: Path, out: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [made] = out.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


def test_links_are_relative_and_lead_to_the_rooms() -> None:
    links = {p.name: os.readlink(p) for p in SOURCE.iterdir() if p.is_symlink()}
    assert links == {room: f"../../{room}" for room in ROOMS}
    assert {p.name for p in SOURCE.iterdir()} - links.keys() - {"__pycache__"} == {"__init__.py", "py.typed"}


def test_root_packages_are_the_rooms() -> None:
    assert {p.parent.name for p in ROOT.glob("*/__init__.py")} == ROOMS


def test_pyproject_names_every_room() -> None:
    sources = settings("tool", "hatch", "build", "targets", "wheel", "sources")
    assert sources == {".src/vankien": "vankien"} | {room: f"vankien/{room}" for room in ROOMS}
    included = set(settings("tool", "hatch", "build", "only-include"))
    assert included == ROOMS | {".src/vankien/__init__.py", ".src/vankien/py.typed"}
    bans = settings("tool", "ruff", "lint", "flake8-tidy-imports", "banned-api")
    assert {room: ban["msg"] for room, ban in bans.items()} == {room: f"import vankien.{room}" for room in ROOMS}


def test_wheel_holds_vankien_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    metadata = {n for n in names if n.split("/")[0].endswith(".dist-info")}
    assert names - metadata == shipped_files()
    assert {n.split("/", 1)[1] for n in metadata} >= {"METADATA", "entry_points.txt", "licenses/LICENSE"}


def test_wheel_carries_its_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        suffixes = {Path(n).suffix for n in archive.namelist()}
    assert {".ttl", ".tsv", ".rq"} <= suffixes


def test_wheel_metadata_ships_no_developer_tools(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [metadata] = [n for n in archive.namelist() if n.endswith("METADATA")]
        text = archive.read(metadata).decode()
    assert "Requires-Dist: spacy" in text
    assert "pytest" not in text.split("\n\n")[0]


def test_wheel_from_the_sdist_is_the_same(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    [source] = (tmp_path / "source").iterdir()
    assert {"LICENSE", "README.md", "pyproject.toml"} <= {p.name for p in source.iterdir()}
    again = build("wheel", source, tmp_path / "wheel")
    with zipfile.ZipFile(wheel) as first, zipfile.ZipFile(again) as second:
        assert set(first.namelist()) == set(second.namelist())


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")]), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_lock_names_no_package_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock and "--find-links" not in lock


def test_lock_pins_every_declared_dependency() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    wanted = settings("project", "dependencies") + settings("dependency-groups", "dev")
    for requirement in wanted:
        distribution = re.split(r"[>\[;]", requirement)[0].lower()
        assert f"\n{distribution}==" in f"\n{lock}", f"{distribution} is not locked: run make lock"
