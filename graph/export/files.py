"""Files that appear whole or not at all: written beside their place, then renamed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final

from vankien.ontology.errors import UsageError

# What XML 1.0 cannot hold in any spelling: control characters, lone surrogates, two non-characters.
_BROKEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@contextmanager
def whole_file(path: Path) -> Iterator[TextIOWrapper]:
    """A text file (UTF-8, line feeds) that takes its place only when all is written. Raises UsageError.

    A link is followed; what is no file (a pipe, a device) is written straight away.
    """
    try:
        place = path.resolve()
        new = place if place.exists() and not place.is_file() else place.with_name(f".{place.name[:50]}.{os.getpid()}.new")
        try:
            with new.open("w", encoding="utf-8", newline="\n") as file:
                yield file
            if new != place:
                new.replace(place)
        finally:
            if new != place:
                new.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror or error})") from None


def cell(value: Any) -> str | None:
    """A column's value as text that every format can hold; None for no value.

    >>> cell(["a", None, 3]), cell(True), cell(date(2024, 1, 24)), cell("x\\x00y"), cell(None)
    ('a | 3', 'true', '2024-01-24', 'x\\ufffdy', None)
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        parts = sorted(map(str, value)) if isinstance(value, set | frozenset) else value
        return " | ".join(text for text in map(cell, parts) if text is not None)
    return _BROKEN.sub("\ufffd", str(value))


def xml_text(text: str) -> str:
    """Text for XML, in elements and in attributes: blanks other than the plain one survive both."""
    for char, escape in _ESCAPES.items():
        if char in text:
            text = text.replace(char, escape)
    return text


def xml_cell(value: Any) -> str:
    """A column's value (not None) as text for XML, in elements and in attributes.

    >>> xml_cell("A & B"), xml_cell(2.5), xml_cell(["a", "<b>"])
    ('A &amp; B', '2.5', 'a | &lt;b&gt;')
    """
    if type(value) is str and value.isprintable() and not ("&" in value or "<" in value or ">" in value or '"' in value):
        return value  # nearly all values: nothing to escape and nothing to repair
    return xml_text(cell(value) or "")


_ESCAPES: Final = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
