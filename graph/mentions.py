"""Where articles name things, word by word: from the log, for the graph itself keeps only how often.

The things are called as in the graph, after all that is known across articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vankien.graph.identity.names import Names
from vankien.graph.log import StatementLog
from vankien.graph.quads.frame import Frame
from vankien.graph.quads.literals import clean
from vankien.graph.quads.statements import CONTEXT


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article that name things: several IRIs where names are coordinated, or a body goes on under its name.

    ``start`` and ``end`` are code points of the article's text; ``before`` and ``after`` are the words around, as many as a
    quote in the graph has.
    """

    article: str
    start: int
    end: int
    words: str
    before: str
    after: str
    things: tuple[str, ...]


def places(log: StatementLog) -> Iterator[Place]:
    """Every mention of every article, by article; an article is in memory at a time."""
    names = Names(log)
    for key in log.keys():
        if (extraction := log.extraction(key)) is None:
            continue
        frame, text = Frame(extraction, names.canonical(extraction)), clean(extraction.article.text)
        for mention in extraction.mentions:
            start, end = mention.span.start, mention.span.end
            things = dict.fromkeys(thing.value for id in mention.entities for thing in frame.things(id))
            around = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
            yield Place(frame.node.value, start, end, text[start:end], *around, tuple(things))
