"""One official text taken apart: its header and its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vankien.extractors.official.cells import ZONE, Cell, cells_of
from vankien.extractors.official.closing import Closing, closing_of
from vankien.extractors.official.gate import opens_as_paper
from vankien.extractors.official.header import Header, header_of

_BLANKS = re.compile(r"\s*([-/])\s*")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper whose words an article is; its ``cells`` end with it, what follows in the text is of another paper or an annex."""

    cells: tuple[Cell, ...]
    header: Header
    closing: Closing

    @property
    def end(self) -> int:
        """Where the paper ends, in code points of the text as given."""
        return self.cells[-1].end

    @property
    def issued(self) -> bool:
        """Whether it is an issued paper: no draft; with a number, or with a day and who signed."""
        signed = bool(self.closing.signatures) and len(self.header.day) == 10
        return not self.header.draft and (self.header.numbered or signed)

    @property
    def label(self) -> str:
        """A heading for it: type, number and subject as printed."""
        header = self.header
        printed = _BLANKS.sub(lambda m: m[1], header.printed)
        number = f" số {printed}" if header.numbered else ""
        subject = " ".join(c.text for c in header.subject)
        return f"{header.kind.kind}{number} {subject}".strip()


@lru_cache(maxsize=8)
def paper_of(text: str) -> Paper | None:
    """The paper that a text is; None for all other texts."""
    header = header_of(cells_of(text, most=ZONE)) if opens_as_paper(text) else None
    if header is None:
        return None
    cells = cells_of(text)
    again = header_of(cells) or header
    closing = closing_of(cells, again)
    return Paper(tuple(cells[: closing.stop]), again, closing)
