"""The first step of reading: whether the text is a paper itself, and the day from which it speaks.

A paper speaks on its own day: what it calls current, this year or in force is so then, whenever somebody copied it to
the place where it was read. So the rules see the paper's day in place of a day of publication.
"""

from __future__ import annotations

from dataclasses import replace

from vankien.extractors.official.paper import paper_of
from vankien.extractors.reading import Reading


def open_paper(reading: Reading) -> None:
    """Set ``reading.paper``, and the day of its header as the day of the article."""
    reading.paper = paper = paper_of(reading.article.text)
    if paper is None or not paper.issued:
        return
    day = paper.header.day
    if day and not reading.article.published.startswith(day):
        reading.given = reading.article
        reading.article = replace(reading.article, published=day)
