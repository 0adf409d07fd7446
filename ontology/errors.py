"""Errors a user can meet. Each is one clear line that names the input and the reason.

::

    VankienError
    ├── InputError     something given to read cannot be read; the rest goes on
    ├── StoreError     a knowledge base cannot be opened, written or understood
    ├── QueryError     a query that is not SPARQL 1.1, or a name nobody gave a query
    └── UsageError     a call that makes no sense (unknown format, unknown view, missing extra)

Where something is done but not all of it shows, a :class:`PartWarning` says so.
"""

from __future__ import annotations


class VankienError(Exception):
    """Base of all errors of this package; ``str()`` is one line for a person."""


class InputError(VankienError):
    """An input (file, URL, record) that could not be read: ``source`` names it, ``reason`` says why.

    >>> str(InputError("news.jsonl line 3", "no text"))
    'news.jsonl line 3: no text'
    """

    def __init__(self, source: str, reason: str) -> None:
        self.source = " ".join(source.split())
        self.reason = " ".join(reason.split())
        super().__init__(f"{self.source}: {self.reason}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return InputError, (self.source, self.reason)


class StoreError(VankienError):
    """A knowledge base that cannot be opened, written or understood."""


class QueryError(VankienError):
    """A query that is not SPARQL 1.1, or a query name that does not exist."""


class UsageError(VankienError):
    """A call that makes no sense: unknown format or view, a missing optional part."""


class PartWarning(UserWarning):
    """What was made shows only a part of what was asked for; ``str()`` is one line that says which."""
