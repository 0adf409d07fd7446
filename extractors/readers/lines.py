"""Lines of a text with their places, and the form in which two lines are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.extractors.text.normal import NormalText

_FINAL = re.compile(r"(?:[.…;:,]|[.!?…][\"”’)\]]+)\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its words without blanks around them, and their place (code points)."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """Number of blank-separated words."""
        return len(self.text.split())

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence or clause does; a title does not."""
        return bool(_FINAL.search(self.text))


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank.

    >>> lines_of("  Tỉnh ủy \\n\\nhọp")
    [Line(start=2, end=9, text='Tỉnh ủy'), Line(start=12, end=15, text='họp')]
    """
    found, start = [], 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            begin = start + raw.index(words[0])
            found.append(Line(begin, begin + len(words), words))
        start += len(raw) + 1
    return found


def fold(line: str) -> str:
    """A line for comparison: one form of marks and dashes, single blanks, lower case.

    >>> fold("Tin  tức – Sự\\u00a0kiện")
    'tin tức - sự kiện'
    """
    return " ".join(NormalText(line).text.split()).lower()


def whole(text: str) -> str:
    """A text without halves of characters (lone surrogates, from ``\\ud800`` in JSON), which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
