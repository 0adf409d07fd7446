"""Where an article's body ends when page furniture follows (domain notes 7).

Vietnamese newspapers close an article with ``/.`` or ``./.``. The body is cut there only when all that
follows is a byline, credits, or furniture under its heading. Without such a mark it is cut at a heading
that opens furniture, when no sentence follows any more. In doubt the text stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vankien.extractors.readers import furniture
from vankien.extractors.readers.lines import Line

_CLOSE = re.compile(r"/\.[\"”’)\]]*(?=\s|\Z)")
_MARK = 8  # code points: the mark with the quotation marks and blanks after it
_MOST_CREDITS = 4  # lines between the body and the furniture
_PARAGRAPH = 300  # code points: a headline under the article is shorter
_SENTENCE = 8  # words: so many, closed by a full stop, are no headline


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the body ends (code points, exclusive) and who wrote it, if a byline follows."""

    end: int
    byline: str = ""


def ending_of(lines: Sequence[Line]) -> Ending:
    """The end of a body given as its lines (the header left out); ``lines`` must not be empty."""
    for i, line in enumerate(lines):
        for mark in _CLOSE.finditer(line.text, max(0, len(line.text) - furniture.SHORT - _MARK)):
            rest = line.text[mark.end() :].strip()
            if len(rest) > furniture.SHORT:
                continue
            names = _credits([rest] * bool(rest) + [after.text for after in lines[i + 1 : i + 2 + _MOST_CREDITS]])
            if names is not None:
                return Ending(line.start + mark.end(), ", ".join(names))
    return _at_heading(lines)


def _credits(after: Sequence[str]) -> list[str] | None:
    """Authors named between the body and the furniture (or the end); None if body text follows after all."""
    names: list[str] = []
    for line in after[:_MOST_CREDITS]:
        found = furniture.kind(line)
        if found in ("end", "mark"):
            return names
        name = furniture.author(line)
        if not name and found != "credit":
            return None
        if name and name not in names:  # aggregators print the byline twice
            names.append(name)
    return names if len(after) <= _MOST_CREDITS else None


def _at_heading(lines: Sequence[Line]) -> Ending:
    """The cut before a heading that opens furniture, with the byline that stands above it."""
    paragraphs = (i for i, line in enumerate(lines) if _is_paragraph(line))
    last_paragraph = max(paragraphs, default=0)
    headings = (i for i in range(last_paragraph + 1, len(lines)) if furniture.kind(lines[i].text) == "end")
    for heading in headings:
        last, names = heading - 1, list[str]()
        while last > 0 and heading - last <= _MOST_CREDITS and not lines[last].closed:
            name = furniture.author(lines[last].text)
            if not name and furniture.kind(lines[last].text) not in ("credit", "mark"):
                break
            names = [name, *names] if name else names
            last -= 1
        if lines[last].closed:
            return Ending(lines[last].end, ", ".join(names))
    return Ending(lines[-1].end)


def _is_paragraph(line: Line) -> bool:
    return len(line.text) > _PARAGRAPH or (line.closed and line.words >= _SENTENCE)
