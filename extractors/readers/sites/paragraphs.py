"""The text of an element of a page as its reader sees it: a line for each paragraph, heading, list item and table row."""

from __future__ import annotations

from typing import Any

BLOCKS = frozenset(
    "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section table tbody tfoot thead tr ul".split()
)
CELLS = frozenset(("td", "th"))
SILENT = frozenset("script style noscript template svg select textarea iframe button input video audio".split())


def paragraphs(element: Any) -> list[str]:
    """Lines of an element (of lxml), blanks as one, without empty ones; cells of a table's row are parted by ``|``.

    >>> from trafilatura import load_html
    >>> paragraphs(load_html("<div><p>A <b>b</b>c<br>d</p>e<table><tr><td>f</td><td>g</td></tr></table></div>"))
    ['A bc', 'd', 'e', 'f | g']
    """
    lines, pieces = list[str](), list[str]()
    # Without recursion: broken pages nest thousands of tags. False: an element begins; True: it has ended.
    waiting: list[tuple[Any, bool]] = [(element, False)]
    while waiting:
        node, ended = waiting.pop()
        silent = not isinstance(node.tag, str) or node.tag in SILENT
        if not silent and node.tag in BLOCKS:
            _close(lines, pieces)
        if not silent and node.tag in CELLS and not ended and "".join(pieces).strip():
            pieces.append(" | ")
        if not ended and not silent:
            pieces.append(node.text or "")
            waiting.append((node, True))
            waiting.extend((child, False) for child in reversed(node))
        elif node is not element:
            pieces.append(node.tail or "")
    _close(lines, pieces)
    return lines


def _close(lines: list[str], pieces: list[str]) -> None:
    line = " ".join("".join(pieces).split()).strip("| ")
    pieces.clear()
    if line:
        lines.append(line)
