"""More lines than fit in memory, with the standard library: sorted by runs on disk and one merge, or kept on disk."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from json import JSONDecoder, JSONEncoder
from tempfile import TemporaryFile
from typing import IO, Final
from weakref import finalize

to_json: Final = JSONEncoder(ensure_ascii=False).encode
"""A value as one line, made once: ``json.dumps`` makes an encoder for each call."""

from_json: Final = JSONDecoder().decode

RUN: Final = 300_000
"""Lines held in memory at a time, at most."""

CHARS: Final = 16_000_000
"""Code points held in memory at a time, but for one line more."""

FILES: Final = 100
"""Runs on disk that are merged at a time: each is an open file."""


def sorted_lines(lines: Iterable[str], run: int = RUN, files: int = FILES) -> Iterator[str]:
    """The lines (without line feeds) in code point order, whatever their number.

    >>> list(sorted_lines(iter("badc"), run=2))
    ['a', 'b', 'c', 'd']
    """
    runs = _runs(iter(lines), run)
    first = next(runs, [])
    second = next(runs, None)
    if second is None:
        yield from first
        return
    with ExitStack() as stack:
        spilled = [_spill(first, stack), _spill(second, stack)]
        del first, second
        for part in runs:
            if len(spilled) == files:
                merged = _spill(heapq.merge(*map(_read, spilled)), stack)
                for file in spilled:
                    file.close()
                spilled = [merged]
            spilled.append(_spill(part, stack))
        yield from heapq.merge(*map(_read, spilled))


def _runs(lines: Iterator[str], run: int) -> Iterator[list[str]]:
    """The lines in sorted parts that fit in memory."""
    part: list[str] = []
    size = 0
    for line in lines:
        part.append(line)
        size += len(line)
        if len(part) >= run or size >= CHARS:
            part.sort()
            yield part
            part, size = [], 0
    if part:
        part.sort()
        yield part


def _spill(part: Iterable[str], stack: ExitStack) -> IO[str]:
    file = stack.enter_context(TemporaryFile("w+", encoding="utf-8", newline="\n"))
    file.writelines(line + "\n" for line in part)
    file.seek(0)
    return file


def _read(file: IO[str]) -> Iterator[str]:
    return (line.removesuffix("\n") for line in file)


class Spool:
    """Lines (without line feeds) kept on disk, to be gone through as often as needed, by several readers at once.

    >>> spool = Spool(["a", "b"])
    >>> [(one, other) for one in spool for other in spool]
    [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')]
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - open as long as the spool is there
        finalize(self, self._file.close)
        self._file.writelines(f"{line}\n".encode() for line in lines)

    def __iter__(self) -> Iterator[str]:
        place = 0
        while True:
            self._file.seek(place)
            if not (part := self._file.readlines(1_000_000)):
                return
            place = self._file.tell()
            yield from (line[:-1].decode() for line in part)
