"""What a web page says about itself: metadata, JSON-LD, time elements, and its visible lines in order.

The article's body is not its business (:mod:`vankien.extractors.readers.pages`). The standard library's
parser would need no tree, but takes minutes for a page of unclosed tags.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from typing import Any

# Tags inside which a line goes on; any other tag ends it.
_INLINE = {"a", "b", "strong", "em", "i", "u", "font", "sup", "sub", "abbr", "mark", "small"}
_SILENT = {"style", "noscript", "template", "svg", "select", "textarea", "script", "title"}


class Face:
    """The self-description of a page, given as the tree that ``trafilatura.load_html`` makes.

    >>> from trafilatura import load_html
    >>> face = Face(load_html("<title>A</title><meta name='author' content='Lê Vân'><h1>B <b>C</b></h1><p>D"))
    >>> face.title, face.meta["author"], face.heading, face.lines
    ('A', ['Lê Vân'], 'B C', ['B C', 'D'])
    """

    def __init__(self, tree: Any) -> None:
        self.meta: dict[str, list[str]] = {}
        """Contents by lower-case property, name or itemprop, in the page's order."""
        self.links: dict[str, list[str]] = {}
        """Addresses by lower-case rel."""
        self.records: list[dict[str, Any]] = []
        """Objects of JSON-LD scripts, the nested ones too."""
        self.times: list[tuple[int, str, bool]] = []
        """``<time datetime>``: index of the line it begins, its value, whether marked as the publication."""
        self.lines: list[str] = []
        self.title = self.heading = ""
        self._line: list[str] = []
        self._walk(tree)

    def _walk(self, root: Any) -> None:
        """All elements in the page's order, without recursion: broken pages nest thousands of tags."""
        open_nodes = [(root, iter(root))]
        self._begin(root)
        while open_nodes:
            node, children = open_nodes[-1]
            child = next(children, None)
            if child is None:
                open_nodes.pop()
                self._break(node.tag)
            elif not isinstance(child.tag, str) or child.tag in _SILENT:  # a comment has no name
                self._head(child)
            else:
                self._begin(child)
                open_nodes.append((child, iter(child)))
                continue
            self._line.append((node if child is None else child).tail or "")
        self._break("body")

    def _begin(self, node: Any) -> None:
        self._break(node.tag)
        self._head(node)
        self._line.append(node.text or "")

    def _break(self, tag: str) -> None:
        """The end of a line at the begin or end of a block."""
        if tag in _INLINE:
            return
        line = _plain("".join(self._line))
        self._line.clear()
        if line:
            self.lines.append(line)

    def _head(self, node: Any) -> None:
        """What an element says about the page."""
        tag, get = node.tag, node.get
        if tag == "meta":
            key = get("property") or get("name") or get("itemprop") or ""
            self.meta.setdefault(key.lower(), []).append(get("content", "").strip())
        elif tag == "link":
            self.links.setdefault(get("rel", "").lower(), []).append(get("href", "").strip())
        elif tag == "script" and "ld+json" in get("type", "").lower():
            self.records.extend(_objects(node.text or ""))
        elif tag == "title":
            self.title = self.title or _plain("".join(node.itertext()))
        elif tag == "h1":
            self.heading = self.heading or _plain("".join(node.itertext()))
        elif tag == "time" and get("datetime"):
            marked = get("pubdate") is not None or get("itemprop", "").lower() == "datepublished"
            self.times.append((len(self.lines), get("datetime"), marked))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """All objects of a JSON-LD script, outer ones first; a script that is no JSON holds none."""
    try:
        waiting = deque([json.loads(script, strict=False)])
    except (ValueError, RecursionError):
        return
    while waiting:
        item = waiting.popleft()
        if isinstance(item, list):
            waiting.extendleft(reversed(item))
        elif isinstance(item, dict):
            yield item
            waiting.extendleft(reversed(item.values()))
