"""The lines of a page with the elements that hold them, and the form in which a text's lines are found among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vankien.extractors.readers.lines import fold
from vankien.extractors.readers.sites.paragraphs import BLOCKS, CELLS, SILENT

_WORD = re.compile(r"\w+")
_IMAGES = frozenset(("img", "amp-img", "picture", "video"))
_UNSEEN = SILENT | {"head"}


@dataclass(frozen=True, slots=True)
class Block:
    """A line as the page shows it: the words of a paragraph, heading, list item or table cell, up to a break or picture."""

    text: str
    element: Any
    """The innermost block element (of lxml) in which it begins."""
    links: tuple[str, ...]
    """Addresses of the links that have words in it, in order."""
    linked: str
    """Its words that stand in links."""
    beside: str
    """Its words that stand in none."""
    after_image: bool
    """Whether a picture stands directly before it, with no words between."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    link: Any
    element: Any


def key(text: str) -> str:
    """The words of a line, for comparison: one form of letters and marks, no punctuation, lower case.

    >>> key("| (TG) -  Tỉnh uỷ họp.|")
    'tg tỉnh ủy họp'
    """
    return " ".join(_WORD.findall(fold(text)))


def blocks(tree: Any) -> list[Block]:
    """The lines of a page (tree of lxml) in its order, without its head, scripts, fields of forms and the like."""
    return list(_blocks(tree))


def _blocks(tree: Any) -> Iterator[Block]:
    pieces, after_image = list[_Piece](), False
    for piece in _pieces(tree):
        if piece is not None and piece.text:
            pieces.append(piece)
            continue
        if block := _block(pieces, after_image):
            yield block
            after_image = False
        pieces.clear()
        after_image = after_image or piece is not None
    if block := _block(pieces, after_image):
        yield block


def _pieces(tree: Any) -> Iterator[_Piece | None]:
    """Texts in the page's order; None where a line ends; a piece without text for a picture."""
    # Without recursion: broken pages nest thousands of tags. False: an element begins; True: it has ended.
    waiting: list[tuple[Any, bool]] = [(tree, False)]
    opened, links = [tree], [None]
    while waiting:
        node, ended = waiting.pop()
        if not isinstance(node.tag, str) or node.tag in _UNSEEN or node.tag in _IMAGES:
            if node.tag in _IMAGES:
                yield _Piece("", None, node)
        elif ended:
            if _is_block(node):
                yield None
                opened.pop()
            elif node.tag == "a":
                links.pop()
        else:
            if _is_block(node):
                yield None
                opened.append(node)
            elif node.tag == "a":
                links.append(node)
            if node.text:
                yield _Piece(node.text, links[-1], opened[-1])
            waiting.append((node, True))
            waiting.extend((child, False) for child in reversed(node))
            continue
        if node.tail and node is not tree:
            yield _Piece(node.tail, links[-1], opened[-1])


def _is_block(node: Any) -> bool:
    return node.tag in BLOCKS or node.tag in CELLS


def _block(pieces: list[_Piece], after_image: bool) -> Block | None:
    said = [piece for piece in pieces if piece.text.strip()]
    if not said:
        return None
    links = dict.fromkeys(piece.link for piece in said if piece.link is not None)
    return Block(
        text=_joined(pieces),
        element=said[0].element,
        links=tuple(link.get("href") or "" for link in links),
        linked=_joined([piece for piece in pieces if piece.link is not None]),
        beside=_joined([piece for piece in pieces if piece.link is None]),
        after_image=after_image,
    )


def _joined(pieces: list[_Piece]) -> str:
    return " ".join("".join(piece.text for piece in pieces).split())
