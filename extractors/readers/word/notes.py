"""Footnotes and endnotes: given after the body, in the order in which the text refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vankien.extractors.readers.word.markup import children, value
from vankien.ontology.optional import optional


def notes(part: Any, wanted: Iterable[tuple[str, str]]) -> Iterator[Any]:
    """The elements of notes given as (``footnotes`` or ``endnotes``, id), each once; a missing one is passed over."""
    found: dict[tuple[str, str], Any] = {}
    for rel in part.rels.values():
        kind = rel.reltype.rpartition("/")[2]
        if kind in ("footnotes", "endnotes") and not rel.is_external:
            root = optional("docx.oxml.parser", "docx").parse_xml(rel.target_part.blob)
            found |= {(kind, value(note, None, "id")): note for note in children(root, kind[:-1])}
    return (found[key] for key in dict.fromkeys(wanted) if key in found)
