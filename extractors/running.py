"""From articles to extractions: one after another, or on several processes, in the order given."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_context

from vankien.extractors.components import read_article
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article, Extraction

# The version of the rules: a base re-reads its articles when this changes.
VERSION = "0.1.0"
_BATCH = 16  # articles a worker takes at once: enough to hide the cost of passing them, little to keep in memory
_AHEAD = 4  # batches waiting per process, so that memory stays flat however long the input is


def extract_one(article: Article) -> Extraction:
    """All that one article says."""
    with _uncollected():
        return read_article(article).extraction()


@cache
def _loaded() -> None:
    """Load registries and word lists, and keep their half a million objects out of the collector's sight: they stay."""
    read_article(Article(id="", text="")).extraction()
    gc.freeze()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python's cycle collector rest while an article is read: its many small objects die together, and to
    look for cycles among them costs a seventh of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def extract(
    articles: Iterable[Article | InputError], processes: int = 1
) -> Iterator[Extraction | InputError]:
    """Extract each article, in the order given; input errors pass through where they stood.

    An article that a rule cannot digest becomes an :class:`InputError`; the rest goes on.
    """
    if processes <= 1:
        _loaded()
        for article in articles:
            yield _safely(article)
        return
    yield from _parallel(iter(articles), processes)


def _safely(article: Article | InputError) -> Extraction | InputError:
    if isinstance(article, InputError):
        return article
    try:
        return extract_one(article)
    except Exception as error:  # one article must never cost the others
        return InputError(article.id or "article", f"could not be read by the rules ({type(error).__name__}: {error})")


def _batch(articles: list[Article | InputError]) -> list[Extraction | InputError]:
    _loaded()
    return [_safely(article) for article in articles]


def _parallel(articles: Iterator[Article | InputError], processes: int) -> Iterator[Extraction | InputError]:
    waiting: deque[Future[list[Extraction | InputError]]] = deque()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        while True:
            batch = list(islice(articles, _BATCH))
            if batch:
                waiting.append(pool.submit(_batch, batch))
            if not waiting:
                return
            if not batch or len(waiting) >= processes * _AHEAD:
                yield from waiting.popleft().result()
