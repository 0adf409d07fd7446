"""Where an official text ends: what follows its signature is another paper, though it stands in the same file.

A certified copy (``SAO LỤC``, ``SAO Y``) adds the copier's number and signature, an annex (``DANH SÁCH``, ``PHỤ LỤC``,
``QUY CHẾ``) its own articles and forms, a covering letter the whole of another paper. None of it is said by the paper.
"""

from __future__ import annotations

import re

from vankien.extractors.official.cells import NUMBER, PARTY_MOTTO, Cell
from vankien.extractors.official.header import Header

_NATION = re.compile(rf"{PARTY_MOTTO}|CỘNG\s+H[ÒO][ÀA]?\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH")
"""The motto that heads every paper; the State's second line follows it."""

_COPY = re.compile(r"(?:\W*)(?:SAO\s+LỤC|SAO\s+Y(?:\s+BẢN\s+CHÍNH)?|TRÍCH\s+SAO|SAO\s+(?:NGUYÊN\s+)?VĂN\s+BẢN)\b")
_ANNEXED = re.compile(r"\(\s*(?:ban\s+hành\s+|gửi\s+|đính\s+)?kèm\s+theo\s+(?:\w+\s+){1,4}?(?:số|này|ngày)\b", re.IGNORECASE)
_ANNEX = re.compile(
    r"\W*(?:PHỤ\s+(?:LỤC|BIỂU)|Phụ\s+(?:lục|biểu)\s*(?:số\s*)?(?:[IVX\d]+|\Z)|MẪU\b|Mẫu\s+(?:số\s*)?[\dA-Z]|BIỂU\b|Biểu\s+(?:số\s*)?\d|BẢNG\b|"
    r"DANH\s+(?:SÁCH|MỤC)|QUY\s+(?:CHẾ|ĐỊNH|TRÌNH|CHUẨN)|ĐIỀU\s+LỆ|NỘI\s+QUY|CHƯƠNG\s+TRÌNH|KẾ\s+HOẠCH|ĐỀ\s+(?:ÁN|CƯƠNG)|HƯỚNG\s+DẪN|"
    r"CHIẾN\s+LƯỢC|QUY\s+HOẠCH|BÁO\s+CÁO|TỔNG\s+HỢP|THỐNG\s+KÊ|LỊCH\b|DỰ\s+TOÁN|NGHỊ\s+QUYẾT|QUYẾT\s+ĐỊNH|CHỈ\s+THỊ|KẾT\s+LUẬN|THÔNG\s+BÁO)"
)
_ARTICLE = re.compile(r"(?:Điều\s+\d+|Chương\s+[IVXL\d]+|CHƯƠNG\s+[IVXL\d]+|ĐIỀU\s+\d+|Phần\s+(?:thứ|[IVX\d]))", re.IGNORECASE)
_SECTION = re.compile(r"(?:[IVX]{1,5}|\d{1,2})\s?[-.)/]+\s*\S")
_SENTENCE = 12
"""Words from which a line in small letters is one of the text, no recipient and no stamp."""


def stop_of(cells: list[Cell], header: Header) -> int:
    """The index of the first cell that surely is of another paper or of an annex; ``len(cells)`` where there is none."""
    own = [c.text for c in (header.motto, header.number) if c]
    for k in range(header.body, len(cells)):
        cell = cells[k]
        if cell.caps and k > header.body + 1 and _COPY.match(cell.text) or _numbered(cell) and cell.text not in own or _second_head(cells, k, header):
            return max(header.body, next(j for j in range(k + 1) if cells[j].line == cell.line))
        if k > header.body + 1 and _ANNEXED.match(cell.text) and (cells[k - 1].caps or cell.text[1:].lstrip()[0].isupper() and cell.text[-1] == ")"):
            return k - 1
    return len(cells)


def _numbered(cell: Cell) -> bool:
    """Whether a cell is a number of the kind that heads a paper (``Số TT`` of a table has no figure)."""
    match = NUMBER.fullmatch(cell.text) if cell.kind == "number" and cell.text[:2].lower() == "số" else None
    return bool(match and match["figure"].strip(" .…_"))


def _second_head(cells: list[Cell], k: int, header: Header) -> bool:
    """Whether a motto stands again, beside nothing but a body's name in capitals."""
    cell = cells[k]
    if cell.kind != "motto" or not _NATION.fullmatch(cell.text) or cell is header.motto:
        return False
    beside = [c for c in cells[max(0, k - 3) : k + 4] if c.line == cell.line]
    return all(c.caps or c.kind != "words" for c in beside)


def is_annex(cell: Cell) -> bool:
    """Whether a line behind the signature is the title of an annex."""
    return bool(_ANNEX.match(cell.text)) and (cell.caps or not cell.text[:2].isupper())


def is_article(cell: Cell) -> bool:
    """Whether a line begins an article or a chapter."""
    return bool(_ARTICLE.match(cell.text))


def is_text(cell: Cell) -> bool:
    """Whether a line is of the running text: an article, a section, or a sentence."""
    said = not cell.caps and cell.words >= _SENTENCE and cell.text[-1] in ".;:" and cell.text[0].isalpha()
    return is_article(cell) or bool(_SECTION.match(cell.text)) or said
