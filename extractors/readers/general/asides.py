"""Captions and links to other articles taken out of a text that the general extractor gave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vankien.extractors.readers.face import Face
from vankien.extractors.readers.general.blocks import Block, blocks, key
from vankien.extractors.readers.general.captions import captions
from vankien.extractors.readers.general.leads import descriptions
from vankien.extractors.readers.general.related import related
from vankien.extractors.readers.lines import Line, lines_of

_SENTENCE = 8  # words
_JOINED = 3  # lines of one cell: what the picture shows, whose it is


def without_asides(text: str, tree: Any, face: Face) -> str:
    """A text without those of its lines that the page (``tree``, of lxml) shows only as captions or links to other articles.

    A line that the page shows elsewhere as something else stays, and so does a text that would lose all its sentences.
    """
    page = blocks(tree)
    found = related(page)
    cut = captions(page) | found.links
    if not cut:
        return text
    kept = {key(block.text) for i, block in enumerate(page) if i not in cut and i not in found.headings}
    gone = set(_keys(page, cut)) - kept - {key(told) for told in descriptions(face)} - {""}
    headings = {key(page[i].text) for i in found.headings} - kept
    lines = text.split("\n")
    left = [line for line in lines if not _consists_of(line, gone)]
    last = max((i for i, line in enumerate(left) if any(map(_is_sentence, lines_of(line)))), default=-1)
    if last < 0 or len(left) == len(lines):
        return text
    # A heading below the last sentence is where the article ends (ending.py).
    return "\n".join(line for i, line in enumerate(left) if i > last or key(line) not in headings or not key(line))


def _keys(page: Sequence[Block], cut: set[int]) -> Iterator[str]:
    """The lines that are cut, and neighbours among them as one: the extractor joins the paragraphs of a cell."""
    for i in cut:
        for end in range(i + 1, i + 1 + _JOINED):
            if end - 1 not in cut:
                break
            yield key(" ".join(block.text for block in page[i:end]))


def _consists_of(line: str, gone: set[str]) -> bool:
    """Whether each cell of a line (trafilatura parts those of a table's row by ``|``) is among ``gone``."""
    if key(line) in gone:
        return True
    cells = [words for cell in line.split("|") if (words := key(cell))]
    return bool(cells) and all(words in gone for words in cells)


def _is_sentence(line: Line) -> bool:
    return line.closed and line.words >= _SENTENCE
