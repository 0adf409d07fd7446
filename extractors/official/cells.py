"""The lines of a text cut into cells: print sets header and signature in two columns, text copies put them on one line.

A cell is what stands between wide blanks, tabs or table bars. A motto, a number or a date in the middle of a line is
a cell of its own also where only one blank was kept (text taken from PDF).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal
from unicodedata import normalize

from vankien.extractors.official.words import BESIDE, parts_of_signature
from vankien.extractors.text.letters import LOWER, UPPER
from vankien.extractors.text.normal import NormalText

Kind = Literal["motto", "number", "date", "rule", "words"]

PARTY_MOTTO = r"ĐẢNG\s+(?:CỘNG\s+SẢN|LAO\s+ĐỘNG)\s+VIỆT\s+NAM"
"""The Party's name on the right of a paper; Đảng Lao động Việt Nam from 1951 to 1976."""

STATE_MOTTO = r"CỘNG\s+H[ÒO][ÀA]?\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|VIỆT\s+NAM\s+DÂN\s+CHỦ\s+CỘNG\s+H[ÒO][ÀA]?|ĐỘC\s+LẬP\s*-\s*TỰ\s+DO\s*-\s*HẠNH\s+PHÚC"
UNION_MOTTO = r"ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH"
_MOTTO = re.compile(rf"{PARTY_MOTTO}|{STATE_MOTTO}|Độc\s+lập\s*-\s*Tự\s+do\s*-\s*Hạnh\s+phúc")
_MOTTO_ALONE = re.compile(rf"(?:{PARTY_MOTTO}|{STATE_MOTTO}|{UNION_MOTTO})", re.IGNORECASE)

LONGEST = 500
"""Code points of the longest stretch without a wide blank in which motto, number, date or a signature are looked for: a
header of one line has about 250. In a longer one, a sentence or a filler, they would not stand as in print."""

_BLANK = r"[\s.…_]{0,40}"
_CODE = r"[A-ZĐƯa-z]{1,6}\d{0,2}(?:\.\s?Ư)?"
NUMBER = re.compile(
    r"(?:\b(?:Luật|Pháp lệnh|Nghị quyết|Lệnh|LUẬT|PHÁP LỆNH|NGHỊ QUYẾT|LỆNH|Bộ luật|BỘ LUẬT)\s+(?:số|SỐ)|\b(?:Số|SỐ))\b\s*:?\s*"
    rf"(?P<printed>(?P<figure>\d{{1,5}}(?:\.\d{{1,3}})?|{_BLANK})(?:\s?/\s?(?:19|"
    rf"20)\d\d)?\s?[-/]?\s?{_CODE}(?:\s?[-/&,]\s?[A-ZĐƯ][A-Za-zĐƯ]{{0,14}}\d{{0,2}})*)"
    r"(?!\w)"
)
"""A line's number: the figure may be left blank (``Số     -NQ/TU``)."""

DATE = re.compile(
    rf"(?P<place>(?:TP\.?\s?|Thành\s+phố\s+|Tỉnh\s+)?[{UPPER}](?:[{LOWER}']+|"
    rf"CM)(?:[\s-]+(?:phố\s+)?[{UPPER}][{LOWER}']+){{0,5}}|[{UPPER}\s.]{{1,60}}(?=,\s*NGÀY))?[\s,]*\b(?:[Nn]gày|"
    rf"NGÀY)(?P<day>{_BLANK}\d{{0,2}}{_BLANK})"
    rf"(?:(?:tháng|THÁNG)(?P<month>{_BLANK}(?:\d{{0,2}}|[IVX]{{1,4}}){_BLANK})(?:(?:năm|NĂM)\s*(?P<year>\d{{4}})|(?(place)(?<=\d)\Z|(?!)))|"
    rf"\s?[/.-]\s?(?P<month2>\d{{1,2}}|[IVX]{{1,4}})\s?[/.-]\s?(?P<year2>\d{{4}}))\.?",
)
"""A paper's day; the year may be missing at a line's end behind the place, the month be in Roman figures (``12/VIII/1988``)."""

_SPEAKS = re.compile(r"\b(?:CỦA|VỀ|THỰC\s+HIỆN|QUY\s+ĐỊNH|QUYẾT\s+ĐỊNH|NGHỊ\s+QUYẾT|CHỈ\s+THỊ|KẾT\s+LUẬN|NGHỊ\s+ĐỊNH|THÔNG\s+TƯ|THEO|NGÀY)\b")
_RECIPIENT = re.compile(r"[-–+•*]|N[ơƠ][iI]\s", re.IGNORECASE)
_PIECES = re.compile(rf"{NUMBER.pattern}|{DATE.pattern}|{_MOTTO.pattern}")
_OPENS = re.compile(
    r"\s(?=(?:Kính gửi|Nơi nhận)\s*:)|"
    rf"(?<=[{LOWER}])\s(?=(?:T\s?/\s?M|TM\.)\s+[{UPPER}][{UPPER}\s]+\Z)"
)
"""Before what begins a new part on the same line, where the line's end was lost (text taken from PDF)."""

_OPEN_NUMBER = re.compile(rf"(?:{NUMBER.pattern}|(?:.{{1,15}}\s)?(?:Số|SỐ|số)\s*:?\s*\d{{1,5}}(?:\s?/\s?(?:19|20)\d\d)?\s?)[-/]?\s?")
_REST_OF_NUMBER = re.compile(r"[-/]?[A-ZĐƯ][A-Za-zĐƯ]{0,14}\d{0,2}(?:[-/][A-ZĐƯ][A-Za-zĐƯ]{0,14}\d{0,2}){0,2}")
_DASH = re.compile(r"\s?[-/](?=\s*\Z)")
_BREAKS = re.compile(r"\b(?:ngày|tháng|năm)\s*(?:\d{0,2}|[IVX]{1,4})\Z|,\Z", re.IGNORECASE)
_BROKEN = 3
"""Cells behind the first half of a date in which the other may stand."""

ZONE = 30
"""Lines from the top in which a header stands; none is longer."""

_RULE = re.compile(r"[\W_]+|o0o|\W*o0o\W*", re.IGNORECASE)
_GAP = re.compile(r"[ \u00a0]{3,}|\t+[ \u00a0]*|\s{0,40}\|\s{0,40}|[ \u00a0]{2,}\t*")
_LEFT_BLANK = re.compile(r"(?:\bsố\s*:?|\bngày|\btháng)\Z", re.IGNORECASE)
"""Before a figure left blank (``ngày    tháng 3``), which is no gap between cells."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of one cell in normal form (``text``), their place in the text as given, and the line they stand on.

    ``apart`` tells whether a blank line stands before the cell's line.
    """

    start: int
    end: int
    text: str
    line: int
    apart: bool = False
    kind: Kind = "words"

    @property
    def caps(self) -> bool:
        """Whether all its letters are capitals (at least two)."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and all(c.isupper() for c in letters)

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())


def cells_of(text: str, most: int = 0) -> list[Cell]:
    """The cells of a text, or of its first ``most`` lines that are not blank.

    >>> [(c.text, c.kind) for c in cells_of("TỈNH ỦY PHÚ THỌ ĐẢNG CỘNG SẢN VIỆT NAM\\nSố 05-NQ/TU   Phú Thọ, ngày 12 tháng 3 năm 2024")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('TỈNH ỦY PHÚ THỌ', 'words'), ('ĐẢNG CỘNG SẢN VIỆT NAM', 'motto'), ('Số 05-NQ/TU', 'number'),
     ('Phú Thọ, ngày 12 tháng 3 năm 2024', 'date')]
    """
    found: list[Cell] = []
    at = number = 0
    apart = False
    for line in text.split("\n"):
        if line.strip(" \t\r\u00a0\ufeff*#>") or _RULE.fullmatch(line.strip() or "x"):
            found += _of_line(line, at, number, apart)
            number, apart = number + 1, False
            if most and number >= most:
                break
        else:
            apart = True
        at += len(line) + 1
    return list(_joined(found))


def _joined(cells: list[Cell]) -> Iterator[Cell]:
    """The cells, with a motto, a number or a date that a narrow column broke over two lines as one."""
    taken = -1
    for k, cell in enumerate(cells):
        if k == taken:
            continue
        if cell.kind in ("words", "date", "number") and k < ZONE * 2 and len(cell.text) <= LONGEST:
            for j in range(k + 1, min(k + 1 + _BROKEN, len(cells))):
                if len(cells[j].text) <= LONGEST and (one := _one(cell, cells[j])) and (j == k + 1 or one.kind != "motto"):
                    cell, taken = one, j
                    break
        yield cell


def _one(cell: Cell, other: Cell) -> Cell | None:
    """Two cells as the one that they are halves of: a motto, a date (``12 tháng 8`` / ``năm 2024``), a number (``31/CT-`` / ``TTg``)."""
    whole = f"{cell.text} {other.text}"
    if cell.kind == "words" and _MOTTO_ALONE.fullmatch(whole):
        return replace(cell, end=other.end, text=whole, kind="motto")
    if cell.kind != "number" and _BREAKS.search(cell.text) and DATE.fullmatch(whole):
        return replace(cell, end=other.end, text=whole, kind="date")
    if cell.kind != "date" and other.line > cell.line and _OPEN_NUMBER.fullmatch(cell.text) and _REST_OF_NUMBER.fullmatch(other.text):
        number = NUMBER.fullmatch(f"{cell.text.rstrip()}{other.text}")
        if number and (cell.text[-1] in "-/") + (other.text[0] in "-/") == 1:
            return replace(cell, end=other.end, text=number.group(), kind="number")
    return None


def _of_line(line: str, at: int, number: int, apart: bool) -> list[Cell]:
    cells = []
    gaps = [m.span() for m in _GAP.finditer(line) if not _LEFT_BLANK.search(normalize("NFC", line[max(0, m.start() - 8) : m.start()]))]
    bounds = [0, *(edge for gap in gaps for edge in gap), len(line)]
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        cells += _of_piece(line[start:end], at + start, number, apart)
    return cells


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a number or a date stands as in a header: nothing but names in capitals and the other pieces beside it."""
    before, after = (_PIECES.sub("", part) for part in (text[:start], text[end:]))
    if _SPEAKS.search(before) or _SPEAKS.search(after):
        return False  # the subject in capitals
    return text[start].isupper() | text[start:].lower().startswith("ngày") and before == before.upper() and after == after.upper()


def _parts(text: str) -> list[tuple[int, int, Kind]]:
    """What stands out in a stretch of at most :data:`LONGEST` code points: motto, number and date, else a signature's parts."""
    parts: list[tuple[int, int, Kind]] = []
    special: tuple[tuple[re.Pattern[str], Kind], ...] = ((_MOTTO, "motto"), (NUMBER, "number"), (DATE, "date"))
    for pattern, kind in special:
        for match in pattern.finditer(text):
            start, end = match.span()
            if kind != "motto" and not _heads(text, start, end):
                continue  # a day or a number in a sentence
            if kind == "number" and (dash := _DASH.match(text, end)):
                end = dash.end()  # the number goes on in the line below
            if not any(s < end and start < e for s, e, _ in parts):
                parts.append((start, end, kind))
    whole = text.strip(" *_#")
    if not parts and _RECIPIENT.match(text) and (beside := BESIDE.search(text)):
        parts = [(beside.start(), beside.end(), "words")]
    if not parts:
        parts = [(s, e, "words") for s, e in parts_of_signature(text.strip(" *_"))] if text[:1].isalpha() else []
    if not parts and _MOTTO_ALONE.fullmatch(whole):
        parts = [(text.index(whole), text.index(whole) + len(whole), "motto")]
    if not parts and not _RECIPIENT.match(text):
        starts = [m.end() for m in _OPENS.finditer(text)]
        parts = [(s, e, "words") for s, e in pairwise([*starts, len(text)])]
    return parts


def _of_piece(piece: str, at: int, number: int, apart: bool) -> list[Cell]:
    """The cells of a stretch without wide blanks: the motto, number and date in it part it."""
    normal = NormalText(piece)
    text = normal.text
    parts = sorted(_parts(text)) if len(text) <= LONGEST else []
    edges = [0, *(e for start, end, _ in parts for e in (start, end)), len(text)]
    between: list[tuple[int, int, Kind]] = [(s, e, "words") for s, e in list(pairwise(edges))[::2]]
    out = []
    for start, end, kind in sorted([*parts, *between]):
        words = text[start:end].strip(" \t*#>")
        if not words:
            words = text[start:end].strip()
            if not words:
                continue
        start = text.index(words, start)
        if kind == "words" and _RULE.fullmatch(words):
            kind = "rule"
        begin, stop = normal.span(start, start + len(words))
        out.append(Cell(at + begin, at + stop, " ".join(words.split()), number, apart, kind))
    return out
