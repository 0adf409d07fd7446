"""The public names, exactly: what notebooks may rely on. A name more or less is a decision, not an accident."""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib import import_module

import pytest

PUBLIC = {
    "vankien": {"__version__"},
    "vankien.ontology": {
        "Article", "Entity", "Extraction", "InputError", "Mention", "QueryError", "Span", "Statement", "StoreError",
        "UsageError", "VankienError",
    },
    "vankien.extractors": {"VERSION", "as_record", "extract", "extract_one", "pipeline", "read", "read_article"},
    "vankien.graph": {"BuildReport", "KnowledgeBase"},
}  # fmt: skip
each_room = pytest.mark.parametrize("room", PUBLIC)


@each_room
def test_public_names_are_exactly_these(room: str) -> None:
    names = getattr(import_module(room), "__all__", [])
    assert set(names) == PUBLIC[room]
    assert list(names) == sorted(names)


@each_room
def test_public_names_exist_and_say_what_they_are(room: str) -> None:
    module = import_module(room)
    for name in PUBLIC[room]:
        thing = getattr(module, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            assert inspect.getdoc(thing), name


@pytest.mark.parametrize("room", ["vankien", "vankien.cli.app", "vankien.ontology", "vankien.extractors"])
def test_importing_does_not_load_the_heavy_libraries(room: str) -> None:
    """They load when they are first needed, so that ``--help`` and reading files do not wait for them."""
    code = f"import sys, {room}; print(*{{'spacy', 'rdflib', 'pyshacl', 'trafilatura', 'rich'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
