"""Which territory an article is about, for the short forms that leave it out (``UBND tỉnh``, ``Thành ủy``)."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

from vankien.extractors.grammar.places import gazetteer
from vankien.extractors.grammar.shapes import BodyFound
from vankien.extractors.reading import Reading
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import known
from vankien.ontology.iri import slug


@lru_cache(maxsize=1)
def units() -> dict[str, str]:
    """Unit (tỉnh, thành phố) of each province by name; the unit in force longest wins where it changed."""
    return {p.name: p.unit for p in reversed(known.provinces())}


@lru_cache(maxsize=1)
def committees() -> dict[str, str]:
    """Word for the party committee of each province (Tỉnh ủy, Thành ủy)."""
    return {p.name: p.committee for p in reversed(known.provinces())}


@lru_cache(maxsize=1)
def _hosts() -> dict[str, str]:
    """Names of provinces without marks and blanks, as newspapers' addresses carry them (baobinhdinh.vn)."""
    return {_plain(name): name for name in units()}


def _plain(name: str) -> str:
    stripped = "".join(c for c in unicodedata.normalize("NFD", slug(name)) if not unicodedata.combining(c))
    return stripped.replace("đ", "d").replace("-", "")


def home(reading: Reading) -> str:
    """The province the article is about, or "" where several or none are.

    By the newspaper's address, else the only province named with a body or a unit word, else the one that has
    at least two thirds of all mentions.
    """
    source = _plain(reading.article.source.split("(")[0]) + _plain(reading.article.url)
    for host, name in _hosts().items():
        if len(host) > 4 and host in source:
            return name
    counts: Counter[str] = Counter()
    for body in reading.bodies:
        if isinstance(body, BodyFound):
            node = body.innermost()
            if node.level == "province":
                counts[node.place] += 2
    tokens = reading.tokens
    counts.update(_named(tokens))
    counts.update(name for name in _named(Tokens(reading.article.title)) for _ in range(2))
    if not counts:
        return ""
    (name, most), total = counts.most_common(1)[0], sum(counts.values())
    return name if most * 3 >= total * 2 or len(counts) == 1 else ""


def _named(tokens: Tokens) -> list[str]:
    root = gazetteer().root
    found, i = [], 0
    while i < tokens.n:
        if tokens.upper[i] and tokens.lower[i] in root:
            match = None
            for end, (name, _, level) in gazetteer().matches(tokens, i):
                if level == "province":
                    match = (end, name)
            if match is not None:
                found.append(match[1])
                i = match[0]
                continue
        i += 1
    return found
