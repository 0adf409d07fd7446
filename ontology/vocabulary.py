"""The ontology's files as text, found wherever the package is installed (folder, wheel or zip).

>>> "vk:Directive a owl:Class" in vocabulary()
True
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

VOCABULARY_SHAPES: Final = "vocabulary.ttl"
"""The one shapes file that is about the vocabulary itself and not about data."""


def folder(*names: str) -> Traversable:
    """A file or folder of the ontology by its path below ``ontology/``."""
    return files("vankien.ontology").joinpath(*names)


@cache
def vocabulary() -> str:
    """The vocabulary (OWL) in Turtle."""
    return folder("vankien.ttl").read_text(encoding="utf-8")


@cache
def description() -> str:
    """What every base says of itself (VoID, SPARQL service description) but for the numbers, in Turtle with relative IRIs."""
    return folder("description.ttl").read_text(encoding="utf-8")


@cache
def shapes() -> str:
    """All SHACL shapes for data as one Turtle text (each file brings its own prefixes)."""
    texts = (file.read_text(encoding="utf-8") for file in shape_files() if file.name != VOCABULARY_SHAPES)
    return "\n".join(texts)


@cache
def vocabulary_shapes() -> str:
    """The SHACL shapes for the vocabulary itself."""
    return folder("shapes", VOCABULARY_SHAPES).read_text(encoding="utf-8")


def shape_files() -> list[Traversable]:
    """The files of shapes, by name."""
    found = (file for file in folder("shapes").iterdir() if file.name.endswith(".ttl"))
    return sorted(found, key=lambda file: file.name)
