"""What could not be read of a file that holds thousands of records: named one by one while few, counted when many.

A crawl is full of pages that are no articles (front pages, lists, searches). Up to three for one reason are named each; more
become one line that names the first three and says how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.extractors.readers.repeats import Where
from vankien.ontology.errors import InputError

_NAMED = 3
_DETAIL = re.compile(r"\S+://\S+|\([^()]*\)|\d[\d,.]*")  # addresses, numbers: what differs from record to record


class Tally:
    """Records passed over, by the reason."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], list[tuple[Where, str, str]]] = {}
        self._count: dict[tuple[str, str], int] = {}

    def add(self, where: Where, reason: str, uri: str = "") -> None:
        """Note one more."""
        key = where.name, _DETAIL.sub("", reason)
        self._count[key] = self._count.get(key, 0) + 1
        first = self._first.setdefault(key, [])
        if len(first) < _NAMED:
            first.append((where, reason, uri))

    def errors(self) -> Iterator[InputError]:
        """One error for each while few, else one for all of a kind, in the order in which they were met.

        >>> tally = Tally()
        >>> for number in range(1, 6):
        ...     tally.add(Where("a.warc", number, "record"), "no article in this page", f"https://x.example/{number}")
        >>> [str(error) for error in tally.errors()]
        ['a.warc: no article in this page: 5 records, the first are 1 (https://x.example/1), 2 (https://x.example/2), 3 (https://x.example/3)']
        """
        for (name, _), first in self._first.items():
            count = self._count[name, _]
            if count <= _NAMED:
                yield from (InputError(f"{where}{_in_brackets(uri)}", reason) for where, reason, uri in first)
                continue
            places = ", ".join(f"{where.number}{_in_brackets(uri)}" for where, _, uri in first)
            yield InputError(name, f"{first[0][1]}: {count:,} records, the first are {places}")
        self._first.clear()
        self._count.clear()


def _in_brackets(uri: str) -> str:
    return f" ({uri})" if uri else ""
