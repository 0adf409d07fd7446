"""A signature: marks (``T/M BAN THƯỜNG VỤ``), posts, the sign that it is signed, the name; several side by side.

``T/M`` (thay mặt: in the name of), ``K/T`` (ký thay: for the head, by a deputy), ``T/L`` (thừa lệnh: by order of),
``TUQ`` (thừa ủy quyền: by authority of); the Party writes a slash, the State a full stop (domain notes 1.3).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from vankien.extractors.grammar.lexicon import words
from vankien.extractors.official.cells import Cell
from vankien.extractors.official.words import HEAD, MARK, ROLE

_SIGNED = re.compile(r"[\[(]?\s*(?:đã\s+k[ýíỷ]|ký\s+tên|daky|signed)[^\])\d]*?(?:[\])]|:|\Z)\s*", re.IGNORECASE)
_RANK = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá)|Chuẩn\s+đô\s+đốc|(?:GS|PGS|TS|ThS|BS|TSKH)\.?(?:\s?,?\s?(?:TS|BS|TSKH)\.?)?)\s+", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?(?:\s+[^\W\d_]+(?:['’-][^\W\d_]+)?){1,5}")
TO = re.compile(r"(?:\*\s*)?N[ơƠ][iI]\s+[nN][hH][ậẬ][nN]\s*:?\s*", re.IGNORECASE)
"""The words above the recipients."""

SIGNED = re.compile(r"\W*đã\s+k[ýíỷ]\W*", re.IGNORECASE)
"""That it is signed, on a line of its own."""

ITEM = re.compile(r"[-–+•*]\s*\S|(?:Như|Lưu|LƯU)\b")
"""How a recipient's line begins."""

_WIDE = 12
"""Cells of a line, and lines, that are looked at for one more signature beside."""

_TALL = 12
"""Lines within which the name stands below the post."""


@dataclass(slots=True)
class Signature:
    """One signature: who signs in which post (``roles``), in whose name (``behalf``) or by whose order, and the name's place.

    ``deputy`` is the post for whose holder a deputy signs. Spans are code points of the text as given.
    """

    start: int
    end: int
    name: Cell
    roles: list[Cell] = field(default_factory=list)
    behalf: Cell | None = None
    order: Cell | None = None
    deputy: Cell | None = None


def signatures_at(cells: list[Cell], k: int) -> tuple[list[Signature], int] | None:
    """The signature that begins at a cell (all of them where several stand side by side), and the index behind it."""
    if not (MARK.match(cells[k].text) or cells[k].caps and ROLE.fullmatch(cells[k].text)):
        return None
    lines = _lines(cells, k)
    at = next((n for n, line in enumerate(lines[1:], 1) if sum(_name_in(c, 0, True) is not None for c in line) > 1), 0)
    if at and not any(len(line) == 1 and _name_in(line[0], 0, True) for line in lines[1:at]):
        above = [line for line in _lines(cells, k, above=1) if line[0].line <= lines[at][0].line]
        return _side_by_side(cells, lines[: at + 1]) or _side_by_side(cells, above)
    if len(lines[0]) > 1 and all(ROLE.fullmatch(c.text) for c in lines[0]) and lines[0][1].start - lines[0][0].end > 1:
        return None  # two posts beside each other and one name: whose they are stays open
    one = _signature(cells, k)
    return ([one[0]], one[1]) if one is not None else None


def _lines(cells: list[Cell], k: int, above: int = 0) -> list[list[Cell]]:
    """The lines from the one a cell stands on (and ``above`` it), without recipients and rules."""
    lines: dict[int, list[Cell]] = {}
    first = k
    while first and k - first < _WIDE and cells[first - 1].line >= cells[k].line - above:
        first -= 1
    for j, cell in enumerate(cells[first : k + _WIDE * 3], first):
        if cell.line - cells[k].line > _TALL:
            break
        if cell.kind == "words" and not ITEM.match(cell.text) and not TO.match(cell.text) and not _rest_of_item(cells, j):
            lines.setdefault(cell.line, []).append(cell)
    return list(lines.values())


def _side_by_side(cells: list[Cell], lines: list[list[Cell]]) -> tuple[list[Signature], int] | None:
    """The signatures above a line of several names; a line of fewer cells leaves the posts open, and none tells no signature."""
    names = [name for c in lines[-1] if (name := _name_in(c, 0, True))]
    full = [line for line in lines[:-1] if len(line) == len(names)]
    if len(names) != len(lines[-1]) or not full or not any(c.caps for c in full[0]):
        return None
    behind = bisect_right(cells, names[-1].start, key=lambda c: c.start)
    found: list[Signature] = []
    for n, name in enumerate(names):
        column = [line[n] for line in (*full, lines[-1])]
        top = next((j for j, c in enumerate(column) if MARK.match(c.text) or ROLE.fullmatch(c.text)), 0)
        one = _signature(column, top) if len(full) == len(lines) - 1 else None
        found.append(one[0] if one else Signature(name.start, name.end, name))
    return found, behind


def _signature(cells: list[Cell], k: int) -> tuple[Signature, int] | None:
    """The signature that begins at cell ``k``: marks, posts, the sign that it is signed, the name."""
    begun = cells[k]
    marks: dict[str, Cell] = {}
    roles: list[Cell] = []
    signed = False
    last = ""
    for j in range(k, min(k + 24, len(cells))):
        cell = cells[j]
        if cell.kind == "rule" or ITEM.match(cell.text) or TO.match(cell.text) or cell.text[:1].islower() or _rest_of_item(cells, j):
            continue
        sign = _SIGNED.match(cell.text)
        rest = cell.text[sign.end() :] if sign else cell.text
        if sign and not rest:
            signed = True
            continue
        if not sign and (mark := MARK.fullmatch(cell.text)):
            if signed or mark.lastgroup is None:
                return None
            last = next(name for name in ("for", "deputy", "order") if mark[name])
            if last in marks:
                return None
            marks[last] = _tail(cell, mark.start("whom"))
        elif name := _name_in(cell, cell.text.index(rest) if sign else 0, bool(roles or signed)):
            if not (roles or signed or marks):
                return None
            return _made(begun, marks, roles, name), j + 1
        elif cell.caps and HEAD.match(cell.text) and not ROLE.fullmatch(cell.text):
            last = ""  # a post in broken words (PHÓ BÍ THƯTHƯỜNG TRỰC)
        elif cell.caps and ROLE.fullmatch(cell.text) and not signed:
            roles.append(cell)
            last = "role"
        elif cell.caps and not signed and last in ("for", "order") and cell.words <= 8:
            marks[last] = replace(marks[last], end=cell.end, text=f"{marks[last].text} {cell.text}")
        elif cell.caps and last == "role" and not signed and cell.words <= 8:
            roles[-1] = replace(roles[-1], end=cell.end, text=f"{roles[-1].text} {cell.text}")
        else:
            return None
    return None


def _rest_of_item(cells: list[Cell], j: int) -> bool:
    """Whether a cell is the second line of a recipient (``- Lưu Văn phòng Trung ương / Đảng.``)."""
    cell, k = cells[j], j - 1
    if cell.text[-1] not in ";,." or cell.caps:
        return False
    while k > 0 and cells[k].line >= cell.line - 1 and cells[k].caps and j - k < _WIDE:
        k -= 1  # the signature's column
    before = cells[k].text if k >= 0 else ""
    return cell.text[-1] != "." or bool(ITEM.match(before)) and before[-1] not in ";,."


def _made(begun: Cell, marks: dict[str, Cell], roles: list[Cell], name: Cell) -> Signature:
    return Signature(begun.start, name.end, name, roles, marks.get("for"), marks.get("order"), marks.get("deputy"))


def _tail(cell: Cell, at: int) -> Cell:
    """A cell from a place of its words on (lengths hold but for squeezed blanks, which a cell has none of)."""
    return replace(cell, start=cell.end - len(cell.text[at:]), text=cell.text[at:]) if _exact(cell) else replace(cell, text=cell.text[at:])


def _exact(cell: Cell) -> bool:
    """Whether the cell's words are as long as in the text as given (not decomposed)."""
    return cell.end - cell.start == len(cell.text)


def _name_in(cell: Cell, at: int, expected: bool) -> Cell | None:
    """The person's name that a cell is, behind a rank; ``expected`` behind a post or the word that it is signed."""
    text = cell.text[at:]
    rank = _RANK.match(text)
    at += rank.end() if rank else 0
    text = text[rank.end() :] if rank else text
    text = text.strip(" .,;")
    if not _NAME.fullmatch(text) or HEAD.match(text.upper()) or len(text) < 4:
        return None
    parts = text.split()
    family = parts[0].lower() in words("surnames.tsv")
    if not all(p[0].isupper() for p in parts) or text.isupper() and not family or not (family or expected):
        return None
    begin = cell.start + at if _exact(cell) else cell.start
    return replace(cell, start=begin, end=begin + len(text) if _exact(cell) else cell.end, text=text)
