"""The house stays as it is drawn: who may import whom, who prints, how big a file may grow.

The plan is read from the drawing in README.md, so the picture cannot part from the code.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PLAN = {
    "cli": {"extractors", "graph", "ontology"},
    "extractors": {"ontology"},
    "graph": {"ontology"},
    "ontology": set[str](),
}
MODULES = sorted(path for room in PLAN for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

# A wing that imports these has left its trade: extractors know no RDF, graph knows no Vietnamese.
FOREIGN = {
    "extractors": {"rdflib", "oxrdflib", "pyoxigraph", "pyshacl", "networkx"},
    "graph": {"spacy", "ahocorasick_rs", "trafilatura", "htmldate"},
}
# `vankien --help` must not wait for any of these, so cli modules import them inside functions.
HEAVY = {"vankien.extractors", "vankien.graph", "spacy", "rdflib", "pyoxigraph", "pyshacl", "networkx", "rich"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


each_module = pytest.mark.parametrize("path", MODULES, ids=name)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(nodes: Iterator[ast.AST]) -> Iterator[str]:
    """Dotted names of what is imported; ``from a import b`` gives ``a.b``, which may be a module."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_imported(path: Path) -> set[str]:
    names = (n.split(".") for n in imported(ast.walk(tree(path))))
    return {parts[1] for parts in names if parts[0] == "vankien" and parts[1] in PLAN}


def at_import_time(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when the module is imported: no function bodies, no type-checking blocks."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        yield child
        yield from at_import_time(child)


def drawn_plan() -> dict[str, set[str]]:
    """Rows ``room/  what for  -> rooms it may import`` of the drawing."""
    rows = re.findall(r"^(\w+)/ .*-> (.+)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    return {room: set(re.findall(r"\w+", uses)) - {"nothing"} for room, uses in rows}


def test_readme_draws_the_house_as_it_is() -> None:
    assert drawn_plan() == PLAN


@each_module
def test_rooms_import_only_what_is_below_them(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    assert rooms_imported(path) <= PLAN[room] | {room}


@each_module
def test_wings_keep_to_their_trade(path: Path) -> None:
    foreign = FOREIGN.get(path.relative_to(ROOT).parts[0], set())
    assert not foreign & {n.split(".")[0] for n in imported(ast.walk(tree(path)))}


@each_module
def test_only_cli_prints(path: Path) -> None:
    if path.relative_to(ROOT).parts[0] == "cli":
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in {"print", "typer.echo", "sys.stdout.write", "sys.stderr.write"}, (
                f"line {node.lineno} prints"
            )


@pytest.mark.parametrize("path", [p for p in MODULES if p.parent.name == "cli"], ids=name)
def test_help_does_not_wait_for_the_wings(path: Path) -> None:
    for module in imported(at_import_time(tree(path))):
        assert not [h for h in HEAVY if module == h or module.startswith(h + ".")], f"{module} is imported at start"


@pytest.mark.parametrize("path", MODULES + TESTS, ids=name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert (ast.get_docstring(tree(path)) or "").strip()


@pytest.mark.parametrize("path", MODULES + TESTS, ids=name)
def test_files_stay_readable(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, "split it: 50 to 250 lines read well"
    assert path.stem not in {"helper", "helpers", "util", "utils", "misc", "common"}, "name it by what it holds"


def test_what_is_imported_is_declared_and_the_reverse() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = [d for extra in project["optional-dependencies"].values() for d in extra]
    declared, extras = ({normal(d) for d in ds} for ds in (project["dependencies"], optional))
    providers, used = packages_distributions(), set[str]()
    for path in MODULES:
        for module in imported(ast.walk(tree(path))):
            top = module.split(".")[0]
            if top != "vankien" and top not in sys.stdlib_module_names:
                used |= {normal(d) for d in providers.get(top, [top])}
    assert used <= declared | extras, "imported but not declared in pyproject.toml"
    assert declared <= used, "declared in pyproject.toml but never imported"


def normal(requirement: str) -> str:
    """The normal form of a distribution's name: ``spacy[x]>=3`` -> ``spacy``."""
    match = re.match(r"[\w.-]+", requirement)
    assert match, requirement
    return re.sub(r"[-_.]+", "-", match.group()).lower()
