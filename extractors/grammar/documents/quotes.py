"""Quotations in a normal text, where all quotation marks look alike."""

from __future__ import annotations

import re

_MARK = re.compile('"')


def close_quote(text: str, start: int, limit: int) -> int:
    """End of the quotation that opens at ``start``, with the quotations inside it; 0 if it stays open.

    A mark after a blank or bracket opens, any other closes: inner quotes do not end the title.

    >>> close_quote('"Chống "tự diễn biến" trong Đảng" của', 0, 40)
    33
    """
    depth = 0
    for match in _MARK.finditer(text, start, limit):
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end() : match.end() + 1]
        opens = (before in " (\n" or not match.start()) and after not in ("", " ", ",", ".", ";", ")")
        depth += 1 if opens or match.start() == start else -1
        if depth <= 0:
            return match.end()
    return 0
