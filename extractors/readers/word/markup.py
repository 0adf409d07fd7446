"""Elements of WordprocessingML by their local names, whatever namespace a writer gave them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def named(element: Any) -> str:
    """The local name of an element; empty for a comment.

    >>> from xml.etree.ElementTree import fromstring
    >>> named(fromstring("<w:p xmlns:w='urn:w'/>"))
    'p'
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children with one of these names, in order."""
    return (node for node in element if named(node) in names)


def child(element: Any, *path: str) -> Any:
    """The element at a path of names below this one, or None."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def value(element: Any, default: str | None = None, attribute: str = "val") -> str:
    """An attribute by its local name; ``default`` (or nothing) where the element or the attribute is missing."""
    if element is not None:
        for key, given in element.attrib.items():
            if key.rpartition("}")[2] == attribute:
                return str(given)
    return default or ""


def is_on(element: Any) -> bool:
    """Whether a switch such as ``w:vanish`` is set."""
    return element is not None and value(element, "1") not in ("0", "false", "off")
