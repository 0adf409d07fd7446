"""CITATION.cff says what pyproject.toml says, in the form that readers of it want; the pages on citing and on ethics keep to the program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vankien.cli.app import app
from vankien.ontology.terms import ACTS, PROPERTIES

ROOT = Path(__file__).resolve().parents[1]
CITATION = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
CITING = (ROOT / "docs" / "citing.md").read_text(encoding="utf-8")
ETHICS = (ROOT / "docs" / "ethics.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def scalars() -> dict[str, str]:
    """The top-level keys with a value on their line, unquoted."""
    return {key: value.strip('"') for key, value in re.findall(r"^([a-z-]+): (.+)$", CITATION, re.MULTILINE)}


def test_citation_file_is_the_simple_yaml_that_every_reader_takes() -> None:
    for line in CITATION.splitlines():
        assert re.fullmatch(r'[a-z-]+: ("[^"\\]*"|[\w.]+)|[a-z-]+:|  - ("?[\w ]+"?|name: "[^"\\]+")', line), line
    keys = re.findall(r"^([a-z-]+):", CITATION, re.MULTILINE)
    assert len(keys) == len(set(keys)), "no key twice"
    assert set(keys) <= set("abstract authors cff-version date-released doi keywords license message title type url version".split())


def test_citation_file_has_what_the_format_asks_for() -> None:
    found = scalars()
    assert found["cff-version"] == "1.2.0" and found["type"] == "software"
    assert found["message"] and found["title"]
    assert re.search(r"^authors:\n  - name: ", CITATION, re.MULTILINE)


def test_citation_file_agrees_with_the_project() -> None:
    found = scalars()
    assert (found["version"], found["license"]) == (PROJECT["version"], PROJECT["license"])
    listed = re.findall(r"^  - (?!name)\"?([\w ]+)\"?$", CITATION, re.MULTILINE)
    assert listed == PROJECT["keywords"]


def test_examples_of_citations_name_this_version() -> None:
    assert set(re.findall(r"(?:[Vv]ersion|vankien) (\d+\.\d+\.\d+)", CITING)) == {PROJECT["version"]}
    assert f"version = {{{PROJECT['version']}}}" in CITING


def test_the_footnote_quotes_what_explain_prints() -> None:
    [quote, rule] = re.findall(r"> Footnote: “([^”]+)”.*?\(rule `([\w-]+)`\)", CITING, re.DOTALL)[0]
    [block] = re.findall(r"```console\n\$ vankien explain .*?```", CITING, re.DOTALL)
    assert f"“{quote}”" in block and f"({rule})" in block


@pytest.mark.parametrize("page", [CITING, ETHICS], ids=["citing", "ethics"])
def test_commands_of_the_pages_exist(page: str) -> None:
    for command in set(re.findall(r"vankien (build|explain|export|query|resolve|withdraw|diff|[a-z]+) kb", page)):
        assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0, command


def test_ethics_speaks_of_acts_and_properties_that_are_there() -> None:
    assert {"proposeDiscipline", "discipline"} <= ACTS.keys()
    private = "address birth email ethnicity family father gender health mother phone religion sex spouse wealth".split()
    assert not [name for name in PROPERTIES if name.lower() in private], "the page says that there is none"
