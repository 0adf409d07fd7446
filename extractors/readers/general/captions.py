"""Captions of pictures that no class or tag calls a caption: by the photographer's credit, or alone with a picture in a table.

A line with a credit is a caption below a picture, and anywhere if it is centred, since scripts put many pictures in later.

Vietnamese papers close a caption with ``Ảnh: (name)`` ("photo by"); old content systems set picture and caption
as two rows of a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from vankien.extractors.readers import furniture
from vankien.extractors.readers.general.blocks import Block

_CREDITED = 60  # words of a caption with its credit
_SHORT = 40  # words of a caption without one
_TOLD = 8  # words of a caption, with its credit, that says what the picture shows
_FEW = 3  # words: fewer may be a figure or a label of a table of facts
_CREDIT_FIRST = re.compile(r"\W*(?:Ảnh|ẢNH)\s*:")
_CREDIT_LAST = re.compile(r"(?:[.!?…”\"(\[_/|–-]|\s)\s*(?:Ảnh|ẢNH)\s*:\s*[^.:;!?]{2,50}[.)\]]*\Z")
_CREDIT_BARE = re.compile(r"[.!?…”]\s+(?:Ảnh|ẢNH)\s+[^\W\d_a-zđ][^.:;!?]{1,40}\Z")  # ... năm 2019. Ảnh TTXVN
_CENTRED = re.compile(r"text-align\s*:\s*(?:-webkit-)?center", re.I)
_BYLINE = re.compile(r"\b(?:tin|bài|tin bài|thơ|clip|video)\s*(?:[,&/+–-]|và)\s*(?:Ảnh|ẢNH)\s*:", re.I)
_STOP = re.compile(r"[.;](?:\s|\Z)")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def captions(page: Sequence[Block]) -> set[int]:
    """Which lines of a page are captions (indices).

    One that directly follows a picture and begins or ends with its credit; a centred one that ends with it; and the lines of a table that holds
    nothing but pictures, each with a short line below it that is no sentence.
    """
    found = {i for i, block in enumerate(page) if block.after_image and _credited(block.text) or _centred_credit(block)}
    for table, lines in _tables(page):
        if _holds_pictures_only(table, [page[i] for i in lines]):
            found.update(lines)
    return found


def _credited(text: str) -> bool:
    """Whether a line is a caption by its credit; the end of an article and a byline are none."""
    if len(text.split()) > _CREDITED or "/." in text or _BYLINE.search(text) or furniture.kind(text) == "byline":
        return False
    found = _CREDIT_FIRST.match(text) or _CREDIT_LAST.search(text)
    return bool(found) and len(_STOP.findall(text.rstrip(".)]"))) <= 1  # two sentences and a credit may be a paragraph


def _centred_credit(block: Block) -> bool:
    """Whether a line is centred and ends with a credit, after words that say what the picture shows."""
    element = block.element
    centred = _CENTRED.search(element.get("style") or "") or (element.get("align") or "").lower() == "center" or element.tag == "center"
    if not centred or not _TOLD <= len(block.text.split()):
        return False
    if block.after_image and _CREDIT_BARE.search(block.text) and len(block.text.split()) <= _CREDITED:
        return True
    return bool(_CREDIT_LAST.search(block.text)) and _credited(block.text)


def _tables(page: Sequence[Block]) -> list[tuple[Any, list[int]]]:
    """Tables in which a line follows a picture, with all their lines."""
    lines: dict[Any, list[int]] = {}
    for i, block in enumerate(page):
        for above in (block.element, *block.element.iterancestors()):
            if above.tag == "table":
                lines.setdefault(above, []).append(i)
    return [(table, inside) for table, inside in lines.items() if page[inside[0]].after_image]


def _holds_pictures_only(table: Any, lines: Sequence[Block]) -> bool:
    pictures = len(table.xpath(".//img"))
    credits = [line for line in lines if _credited(line.text)]
    others = [line for line in lines if not _credited(line.text)]
    if not pictures or len(others) > pictures or any(line.element.tag in _HEADINGS or _beside_picture(line) for line in lines):
        return False
    # A line closed by a full stop may be a paragraph, unless the credit follows in a line of its own.
    stops_count = not (pictures == 1 and credits and _CREDIT_FIRST.match(lines[-1].text))
    return all(_FEW <= len(line.text.split()) <= _SHORT and not (stops_count and _STOP.search(line.text)) for line in others)


def _beside_picture(line: Block) -> bool:
    """Whether a line stands in the same row as a picture, in another cell: so do tables of facts."""
    cells = [above for above in (line.element, *line.element.iterancestors()) if above.tag in ("td", "th")]
    if not cells or cells[0].xpath("boolean(.//img)"):
        return False
    row = cells[0].getparent()
    return row is not None and bool(row.xpath("boolean(.//img)"))
