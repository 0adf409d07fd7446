"""docs/dependencies.md names every dependency with the licence that the installed package declares."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOC = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
HEADINGS = ("Installed with vankien", "Extras", "For developers only")


def rows(heading: str) -> list[tuple[str, str]]:
    """(package, licence) of each row of the table under a heading; the licence stands before the last column."""
    section = DOC.split(f"## {heading}")[1].split("\n## ")[0]
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in section.splitlines() if line[:2] == "| "]
    return [(row[0], row[-2]) for row in cells[1:]]


def declared() -> tuple[set[str], set[str], set[str]]:
    """Names in pyproject.toml: shipped, in extras, and for developers."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    optional = [d for extra in project["project"]["optional-dependencies"].values() for d in extra]
    return names(project["project"]["dependencies"]), names(optional), names(project["dependency-groups"]["dev"])


def names(requirements: list[str]) -> set[str]:
    """Names alone: ``spacy>=3.8`` -> ``spacy``."""
    return {re.split(r"[\[<>=~!; ]", requirement)[0] for requirement in requirements}


def test_every_dependency_has_its_row() -> None:
    shipped, extras, tools = declared()
    assert {name for name, _ in rows(HEADINGS[0])} == shipped
    assert {name for name, _ in rows(HEADINGS[1])} == extras - {"vankien"}
    assert {name for name, _ in rows(HEADINGS[2])} == tools


@pytest.mark.parametrize(("package", "licence"), [row for heading in HEADINGS for row in rows(heading)])
def test_licence_is_the_one_declared(package: str, licence: str) -> None:
    try:
        about = metadata(package)
    except PackageNotFoundError:
        assert re.search(rf'"{package}; (sys_platform|python_version)', PROJECT), "declared for every machine, so it must be installed"
        pytest.skip("not for this machine")
    texts = [*(about.get_all("License-Expression") or []), *(about.get_all("License") or []), *(about.get_all("Classifier") or [])]
    family = licence.split("-")[0].split(" ")[0].lower()  # the families differ in spelling, not in these words
    assert any(re.search(rf"\b{family}\b", text.lower()) for text in texts if text), texts


def test_javascript_for_the_tests_has_its_rows_and_licences() -> None:
    folder = ROOT / "tests" / "consumers"
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert rows("JavaScript for the tests") == [(name, packages[f"node_modules/{name}"]["license"]) for name in sorted(wanted)]
