"""Tables that people edit beside this code: tab-separated, ``#`` for comments, one line of column names."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of this folder, without its column names, in the file's order.

    >>> rows("event_words.tsv")[0][:2]
    ('buổi lễ', 'opens')
    """
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))[1:]
