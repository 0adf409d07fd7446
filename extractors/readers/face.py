"""What a web page says about itself: metadata, JSON-LD, time elements, and its visible lines in order.

Read with the standard library's parser, which takes any string; the article's body is not its business
(:mod:`vankien.extractors.readers.pages`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

Attributes = list[tuple[str, str | None]]

# Tags inside which a line goes on; any other tag ends it.
_INLINE = {"a", "b", "strong", "em", "i", "u", "font", "sup", "sub", "abbr", "mark", "small"}
_SILENT = {"style", "noscript", "template", "svg", "select", "textarea"}


class Face(HTMLParser):
    """The self-description of a page.

    >>> face = Face("<title>A</title><meta name='author' content='Lê Vân'><h1>B <b>C</b></h1><p>D")
    >>> face.title, face.meta["author"], face.heading, face.lines
    ('A', ['Lê Vân'], 'B C', ['B C', 'D'])
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
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
        self._within: list[str] = []  # open tags that decide what becomes of text
        self._line: list[str] = []
        self.feed(html)
        self.close()
        self._end_line()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Metadata tags are noted; a block ends the line before it."""
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            key = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.meta.setdefault(key.lower(), []).append(values.get("content", "").strip())
        elif tag == "link":
            self.links.setdefault(values.get("rel", "").lower(), []).append(values.get("href", "").strip())
        elif tag in ("title", "script", "h1") or tag in _SILENT:
            self._end_line()
            ld = tag == "script" and "ld+json" in values.get("type", "").lower()
            self._within.append("ld" if ld else tag)
        if tag not in _INLINE:
            self._end_line()
        if tag == "time" and values.get("datetime"):
            marked = "pubdate" in values or values.get("itemprop", "").lower() == "datepublished"
            self.times.append((len(self.lines), values["datetime"], marked))

    def handle_endtag(self, tag: str) -> None:
        """The end of a block ends its line; an end without its beginning changes nothing."""
        if tag not in _INLINE:
            self._end_line()
        name = "ld" if tag == "script" and "ld" in self._within else tag
        if name in self._within:
            del self._within[len(self._within) - 1 - self._within[::-1].index(name) :]

    def handle_data(self, data: str) -> None:
        """Text is gathered until its line ends."""
        self._line.append(data)

    def _end_line(self) -> None:
        raw, self._line = "".join(self._line), []
        line = " ".join(raw.split())
        within = self._within[-1] if self._within else ""
        if not line or within in _SILENT or within == "script":
            return
        if within == "ld":
            self.records.extend(_objects(raw))
        elif within == "title":
            self.title = self.title or line
        else:
            if within == "h1":
                self.heading = self.heading or line
            self.lines.append(line)


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """All objects of a JSON-LD script, outer ones first; a script that is no JSON holds none."""
    try:
        waiting = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item + waiting
        elif isinstance(item, dict):
            yield item
            waiting = list(item.values()) + waiting
