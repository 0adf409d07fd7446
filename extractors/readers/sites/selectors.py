"""Selectors of sites.tsv as XPath: the part of CSS that rules need, without another library.

``div.a.b#c[type=x][class*=y]``, a blank for any depth between two steps; what begins with ``./`` is XPath as it is.
"""

from __future__ import annotations

import re
from functools import cache

_STEP = re.compile(r"(?P<tag>[\w*]*)(?P<rest>(?:[.#][\w-]+|\[[\w-]+(?:[*^]?=[^\]]+)?\])*)")
_PIECE = re.compile(r"(?P<mark>[.#])(?P<name>[\w-]+)|\[(?P<key>[\w-]+)(?:(?P<how>[*^]?)=(?P<value>[^\]]+))?\]")


@cache
def xpath(selector: str) -> str:
    """The XPath of a selector; ValueError if it is not written as it should be.

    >>> xpath("p[class*=caption] b")
    ".//p[contains(@class, 'caption')]//b"
    """
    if selector.startswith("./"):
        return selector
    return "." + "".join(map(_step, selector.split()))


def _step(step: str) -> str:
    match = _STEP.fullmatch(step)
    if not match or not step:
        raise ValueError(f"no selector: {step}")
    tests = "".join(_test(piece) for piece in _PIECE.finditer(match["rest"]))
    return f"//{match['tag'] or '*'}{tests}"


def _test(piece: re.Match[str]) -> str:
    if piece["mark"] == ".":
        return f"[contains(concat(' ', normalize-space(@class), ' '), ' {piece['name']} ')]"
    key, value = ("id", piece["name"]) if piece["mark"] else (piece["key"], piece["value"])
    if value is None:
        return f"[@{key}]"
    shape = {"*": "[contains(@{0}, '{1}')]", "^": "[starts-with(@{0}, '{1}')]"}.get(piece["how"] or "", "[@{0}='{1}']")
    return shape.format(key, value)
