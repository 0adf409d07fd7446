"""Links to other articles that stand in the middle of an article, told by their company or their introduction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankien.extractors.readers import furniture
from vankien.extractors.readers.general.blocks import Block, key

_TITLE = 6  # words
_MANY = 2
_MORE = ("xem thêm", "đọc thêm")  # "see also", "read also": too weak in furniture.tsv to open a cut below an article
_ARROWS = re.compile(r"\W*(?:>>|»|›)\W*")
_LETTER = re.compile(r"[^\W\d_]")
# A file, a place in this page or a mailbox is no other article; nor is a document named by its number
# (an article may list those that a conference passed).
_NO_ARTICLE = re.compile(r"\A(?:#|mailto:|tel:|javascript:|\Z)|\.(?:pdf|docx?|xlsx?|pptx?|rtf|od[st]|zip|rar|7z)(?:\Z|[?#])", re.I)
_DOCUMENT = re.compile(r"\A(?:\w+\s+){1,3}số\s*:?\s*\d", re.I)


@dataclass(frozen=True, slots=True)
class Related:
    """Lines of a page (indices) that are links to other articles, and the headings above them."""

    links: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)


def related(page: Sequence[Block]) -> Related:
    """Lines that are one link, a title: two or more in a run, under a heading, or introduced by ``>>`` or ``Xem thêm:``.

    A run below a line that ends in a colon and is no such heading is a list of the article.
    """
    found, i = Related(), 0
    while i < len(page):
        begin = i
        while i < len(page) and _is_title(page[i]):
            i += 1
        run, above = range(begin, i), page[begin - 1].text if begin else ""
        headed = _leads_away(above)
        if headed or (len(run) >= _MANY and not above.endswith(":")):
            found.links.update(run)
        if headed and run:
            found.headings.add(begin - 1)
        found.links.update(j for j in run if _introduced(page[j].beside))
        i += not run
    return found


def _is_title(block: Block) -> bool:
    """Whether a line is nothing but one link whose words are a title; bullets, arrows, dates and introductions aside."""
    if len(block.links) != 1 or _NO_ARTICLE.search(block.links[0].strip()) or _DOCUMENT.match(block.linked):
        return False
    alone = not _LETTER.search(block.beside) or _introduced(block.beside)
    return alone and len(block.linked.split()) >= _TITLE and not block.linked.endswith((".", "…", ";", ":", ","))


def _introduced(beside: str) -> bool:
    return bool(_ARROWS.fullmatch(beside)) or _leads_away(_ARROWS.sub("", beside))


def _leads_away(line: str) -> bool:
    return bool(line) and (furniture.kind(line) == "end" or key(line) in _MORE)
