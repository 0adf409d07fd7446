"""The end of an official text: who receives it, and who signed it, in whose name and post.

``T/M`` (thay mặt: in the name of), ``K/T`` (ký thay: for the head, by a deputy), ``T/L`` (thừa lệnh: by order of),
``TUQ`` (thừa ủy quyền: by authority of); the Party writes a slash, the State a full stop (domain notes 1.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from vankien.extractors.grammar.lexicon import words
from vankien.extractors.official.cells import Cell
from vankien.extractors.official.header import DEAR
from vankien.extractors.official.words import MARK, ROLE

_SIGNED = re.compile(r"[\[(]?\s*(?:đã\s+k[ýíỷ]|ký\s+tên|daky|signed)[^\])\d]*?(?:[\])]|:|\Z)\s*", re.IGNORECASE)
_RANK = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá)|Chuẩn\s+đô\s+đốc|(?:GS|PGS|TS|ThS|BS|TSKH)\.?(?:\s?,?\s?(?:TS|BS|TSKH)\.?)?)\s+", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?(?:\s+[^\W\d_]+(?:['’-][^\W\d_]+)?){1,5}")
_TO = re.compile(r"(?:\*\s*)?N[ơƠ][iI]\s+[nN][hH][ậẬ][nN]\s*:?\s*", re.IGNORECASE)
_ITEM = re.compile(r"[-–+•*]\s*\S|(?:Như|Lưu|LƯU)\b")
_NEAR = 14
"""Cells within which one more signature stands beside the first."""


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


@dataclass(slots=True)
class Closing:
    """What stands at the end: cells of recipients (those a letter addresses, too), and signatures."""

    recipients: list[Cell] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)


def closing_of(cells: list[Cell], body: int) -> Closing:
    """The end of a paper whose text begins at the cell with index ``body``."""
    closing = Closing([*_addressed(cells, body), *_recipients(cells, body)])
    last = 0
    k = body
    while k < len(cells):
        if last and k - last > _NEAR:
            break
        begins = MARK.match(cells[k].text) or (cells[k].caps and ROLE.fullmatch(cells[k].text))
        found = _signatures(cells, k) if begins else None
        if found is None:
            k += 1
            continue
        signatures, k = found
        closing.signatures += signatures
        last = k
    return closing


def _addressed(cells: list[Cell], body: int) -> Iterator[Cell]:
    """``Kính gửi: A; B``: the bodies a letter addresses, on its line and the items below."""
    if body >= len(cells) or not (match := DEAR.match(cells[body].text)):
        return
    if len(cells[body].text) > match.end():
        yield cells[body]
    for cell in cells[body + 1 : body + 12]:
        if not re.match(r"[-–+•*]\s*\S", cell.text):
            return
        yield cell


def _recipients(cells: list[Cell], body: int) -> Iterator[Cell]:
    """The cells below ``Nơi nhận`` that name recipients."""
    begin = next((k for k in range(len(cells) - 1, body - 1, -1) if _TO.match(cells[k].text)), None)
    if begin is None:
        return
    for k, cell in enumerate(cells[begin:], begin):
        if k == begin:
            if _TO.sub("", cell.text, count=1):
                yield cell
        elif _ITEM.match(cell.text) or (not cell.caps and cell.text.endswith((";", ",", "."))):
            yield cell


def _signatures(cells: list[Cell], k: int) -> tuple[list[Signature], int] | None:
    """The signature that begins at a cell (two where they stand side by side), and the index behind it."""
    one = _signature(cells, k)
    if one is not None:
        return [one[0]], one[1]
    line = [c for c in cells[k : k + 30] if not _ITEM.match(c.text) and c.kind == "words"]
    pairs = [c.line for c in line]
    double = {n for n in pairs if pairs.count(n) == 2}
    if len(double) < 2:
        return None
    columns = [[c for c in line if c.line in double][side::2] for side in (0, 1)]
    both = [found[0] for column in columns if (found := _signature(column, 0))]
    if len(both) != 2:
        return None
    after = max(s.name.start for s in both)
    return both, next((j for j, c in enumerate(cells) if c.start > after), len(cells))


def _signature(cells: list[Cell], k: int) -> tuple[Signature, int] | None:
    """The signature that begins at cell ``k``: marks, posts, the sign that it is signed, the name."""
    begun = cells[k]
    marks: dict[str, Cell] = {}
    roles: list[Cell] = []
    signed = False
    last = ""
    for j in range(k, min(k + 24, len(cells))):
        cell = cells[j]
        if cell.kind == "rule" or _ITEM.match(cell.text) or _TO.match(cell.text) or cell.text[:1].islower() or _rest_of_item(cells, j):
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
    before = cells[j - 1].text if j else ""
    return bool(_ITEM.match(before)) and before[-1] not in ";,." and cells[j].text[-1] in ";,."


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
    if not _NAME.fullmatch(text) or ROLE.fullmatch(text.upper()) or len(text) < 4:
        return None
    parts = text.split()
    family = parts[0].lower() in words("surnames.tsv")
    if not all(p[0].isupper() for p in parts) or text.isupper() and not family or not (family or expected):
        return None
    begin = cell.start + at if _exact(cell) else cell.start
    return replace(cell, start=begin, end=begin + len(text) if _exact(cell) else cell.end, text=text)
