"""What stands at the edges of PDF pages: running heads and feet and page numbers (left out), footnotes (kept apart)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankien.extractors.readers.lines import fold
from vankien.extractors.readers.papers import is_nation
from vankien.extractors.readers.pdf.segments import Segment, text_of
from vankien.extractors.readers.pdf.words import Word

_EDGE, _LINES = 0.12, 2  # share of the page's height, and lines, in which heads and feet stand
_OFTEN, _FEW_PAGES = 3, 4
_SPACE = 1.8  # share of the size: lines of a text stand closer
_SAME_PLACE = 3.0  # points
_NUMBER = re.compile(r"\W*(?:trang|page)?\W*(\d{1,4})(?:\s*/\s*\d{1,4})?\W*", re.I)
_ADDRESS = re.compile(r"(?:https?|file)://\S+(?: \d+/\d+)?")  # what a browser prints under a page
_PRINTED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}|\d{1,2}:\d{2}\D{0,4} \d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_SMALLER = 0.93  # share of the text's size up to which notes are set
_NOTE = re.compile(r"\(?(\d{1,3}|\*{1,3})[).]?|\[(\d{1,3})\]")


@dataclass(slots=True)
class Sheet:
    """A page being taken apart: its lines of words from top to bottom, its drawn tables, and later its notes by their lines."""

    number: int
    height: float
    lines: list[list[Word]]
    tables: list[Segment] = field(default_factory=list)
    notes: list[list[list[Word]]] = field(default_factory=list)
    marks: frozenset[str] = frozenset()


def strip_edges(sheets: Sequence[Sheet]) -> None:
    """Take running heads and feet and page numbers out of the pages."""
    places = [(sheet, line) for sheet in sheets for line in _outer(sheet)]
    seen = Counter(_key(line) for _, line in places)
    enough = 2 if len(sheets) <= _FEW_PAGES else _OFTEN
    gone = {id(line) for sheet, line in places if seen[_key(line)] >= enough or _is_number(line, sheet.number)}
    for sheet in sheets:
        gone |= {id(line) for line in _print_marks(sheet)}
        sheet.lines = [line for line in sheet.lines if id(line) not in gone]


def _outer(sheet: Sheet) -> list[list[Word]]:
    """The lines of a page that may be its head or foot: at its edge, and apart from the text."""
    top = [line for line in sheet.lines[: _LINES + 1] if line[0].base < _EDGE * sheet.height]
    foot = [line for line in sheet.lines[: -_LINES - 2 : -1] if line[0].base > (1 - _EDGE) * sheet.height]
    edges = [*_apart(top, sheet.lines), *_apart(foot, sheet.lines[::-1])]
    return [line for line in edges if not is_nation(text_of(line))]  # papers bound together: no running head


def _apart(outer: list[list[Word]], lines: list[list[Word]]) -> list[list[Word]]:
    """The outermost lines up to the last that is parted from the next line by a wide space."""
    for count in range(min(len(outer), _LINES), 0, -1):
        if count == len(lines) or abs(lines[count][0].base - lines[count - 1][0].base) > _SPACE * lines[count - 1][0].size:
            return outer[:count]
    return []


def _key(line: list[Word]) -> tuple[str, int]:
    """A line without its numbers, and about where it stands."""
    return re.sub(r"\d+", "#", fold(text_of(line))), round(line[0].base / _SAME_PLACE)


def _is_number(line: list[Word], page: int) -> bool:
    found = _NUMBER.fullmatch(text_of(line))
    return found is not None and int(found[1]) == page


def _print_marks(sheet: Sheet) -> list[list[Word]]:
    """Head and foot of a page that was printed from a browser: time and title, address and page."""
    if not sheet.lines or not _ADDRESS.fullmatch(text_of(sheet.lines[-1])):
        return []
    return [sheet.lines[-1], *[line for line in sheet.lines[:1] if _PRINTED.match(text_of(line))]]


def part_notes(sheet: Sheet, size: float) -> None:
    """Move the footnotes of a page apart: lines at its foot in smaller print than the text, from the first that begins with a mark."""
    at = len(sheet.lines)
    while at and max(word.size for word in sheet.lines[at - 1]) <= _SMALLER * size:
        at -= 1
    while at < len(sheet.lines) and not _mark(sheet.lines[at]):
        at += 1
    if not 0 < at < len(sheet.lines):
        return
    for line in sheet.lines[at:]:
        if _mark(line):
            sheet.notes.append([])
        sheet.notes[-1].append(line)
    sheet.lines = sheet.lines[:at]
    marks = {note[0][0].text for note in sheet.notes}
    sheet.marks = frozenset(marks | {mark.strip("()[].") for mark in marks} | {f"({mark})" for mark in marks})


def _mark(line: list[Word]) -> bool:
    return len(line) > 1 and bool(_NOTE.fullmatch(line[0].text))
