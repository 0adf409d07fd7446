"""Text as it comes reads as well as clean text: the annotated articles of ``../shared``, spelled and broken otherwise.

Each way to spoil a text gives what every code point becomes, so that the annotation follows it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest

from vankien.extractors import extract_one
from vankien.extractors.evaluation import Figures, GoldArticle, evaluate, load
from vankien.ontology.nouns import Span

Spoil = Callable[[str], list[str]]
SLACK = 0.004
"""What a paragraph break that is really lost may cost."""


def each(**changes: str) -> Spoil:
    """Every code point of these names becomes a string."""
    table = {NAMES[name]: becomes for name, becomes in changes.items()}
    return lambda text: [table.get(c, c) for c in text]


NAMES = {"blank": " ", "line": "\n", "dash": "-", "capital_d": "Đ", "quote": '"'}


def decomposed(text: str) -> list[str]:
    return [unicodedata.normalize("NFD", c) for c in text]


def old_tones(text: str) -> list[str]:
    """``hòa`` as it was spelled: ``hoà``."""
    pieces = list(text)
    for match in re.finditer(r"(?<![qQ])(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\w)", text):
        vowel = unicodedata.normalize("NFD", match.group()[0])
        pieces[match.start() : match.end()] = [vowel[0], unicodedata.normalize("NFC", match.group()[1] + vowel[1])]
    return pieces


def glued(text: str) -> list[str]:
    pieces = list(text)
    for match in re.finditer(r"(?<=[a-zà-ỹ][.!?]) (?=[A-ZĐ][a-zà-ỹ])", text):
        pieces[match.start()] = ""
    return pieces


def wrapped(width: int) -> Spoil:
    def spoil(text: str) -> list[str]:
        pieces = list(text)
        column, last = 0, -1
        for at, c in enumerate(text):
            column += 1
            if c == "\n":
                column, last = 0, -1
            elif c == " ":
                last = at
            if column > width and last >= 0:
                pieces[last] = "\n"
                column, last = at - last, -1
        return pieces

    return spoil


WAYS: dict[str, Spoil] = {
    "decomposed marks": decomposed,
    "eth for Đ": each(capital_d="\u00d0"),
    "old tone placement": old_tones,
    "blanks that do not break": each(blank="\u00a0"),
    "doubled blanks": each(blank="  "),
    "tabs": each(blank="\t"),
    "typographic dashes and quotes": each(dash="\u2013", quote="\u201d"),
    "Windows line ends": each(line="\r\n"),
    "lost line breaks": each(line=" "),
    "glued lines": each(line=""),
    "glued sentences": glued,
    "lines wrapped at 60": wrapped(60),
    "lines wrapped at 90": wrapped(90),
}


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[GoldArticle]:
    return [g for g in load(shared / "eval" / "dev") if isinstance(g, GoldArticle)]


def figures(gold: list[GoldArticle]) -> Figures:
    return evaluate(gold, {g.article.id: extract_one(g.article) for g in gold})


@pytest.fixture(scope="module")
def clean(gold: list[GoldArticle]) -> Figures:
    return figures(gold)


def spoiled(gold: GoldArticle, spoil: Spoil) -> GoldArticle:
    """The annotated article with its text spoiled and every annotated span moved along."""
    pieces = spoil(gold.article.text)
    assert len(pieces) == len(gold.article.text)
    now = list(accumulate(map(len, pieces), initial=0))
    mentions = tuple(replace(m, span=Span(now[m.span.start], now[m.span.end])) for m in gold.mentions)
    return replace(gold, article=replace(gold.article, text="".join(pieces)), mentions=mentions)


@pytest.mark.parametrize("way", WAYS)
def test_spoiled_text_reads_as_well(gold: list[GoldArticle], clean: Figures, way: str) -> None:
    worse = [spoiled(g, WAYS[way]) for g in gold]
    assert any(w.article.text != g.article.text for w, g in zip(worse, gold, strict=True))
    read = figures(worse)
    for part in clean.counts:
        assert read.whole(part).f1 >= clean.whole(part).f1 - SLACK, part
