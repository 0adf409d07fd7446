"""Pages of a PDF that have no text to be read, and what a person can do about them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import groupby

_OCR = "recognise {} first (OCR), for instance with ocrmypdf {} vie"


class State(Enum):
    """What a page is."""

    READ = auto()
    EMPTY = auto()
    PICTURE = auto()  # scanned: a picture of a text
    UNKNOWN = auto()  # letters whose fonts do not say what they are
    DAMAGED = auto()


def refusal(states: Sequence[State]) -> str:
    """Why a file of which no page can be read is refused."""
    if State.PICTURE in states:
        return f"a scanned PDF without text: {_OCR.format('it', '-l')}"
    if State.UNKNOWN in states:
        return f"a PDF whose fonts do not say which letters they draw: {_OCR.format('it', '--force-ocr -l')}"
    return "a damaged or incomplete PDF file" if State.DAMAGED in states else "a PDF without text"


def about(states: Sequence[State]) -> str:
    """What of a file was not read: page numbers and reason; empty if all was.

    >>> about([State.READ, State.PICTURE, State.PICTURE, State.PICTURE, State.READ, State.DAMAGED])
    'pages 2-4, 6 of 6 have no text that can be read (scanned or damaged): recognise them first (OCR), for instance with ocrmypdf --redo-ocr -l vie'
    """
    bad = [at + 1 for at, state in enumerate(states) if state not in (State.READ, State.EMPTY)]
    if not bad:
        return ""
    what = f"page {bad[0]} of {len(states)} has" if len(bad) == 1 else f"pages {_ranges(bad)} of {len(states)} have"
    do = _OCR.format("it" if len(bad) == 1 else "them", "--redo-ocr -l")
    return f"{what} no text that can be read (scanned or damaged): {do}"


def _ranges(numbers: Sequence[int]) -> str:
    parts = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        parts.append(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return ", ".join(parts)
