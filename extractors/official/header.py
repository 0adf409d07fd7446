"""The top of an official text: issuer, motto, number, place and date, type and subject.

The parts are told by what they are, not by their place: number and date change lines, the star and the rule may be
missing, the two columns may stand one below the other or side by side. The header must open the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from vankien.extractors.grammar.documents.types import DocumentType, types
from vankien.extractors.official.cells import NUMBER, ZONE, Cell
from vankien.extractors.official.days import iso
from vankien.extractors.official.gate import STAMP

_MARKS = re.compile(
    r"DỰ THẢO.*|DỰ THẢO LẦN .*|(?:TUYỆT |TỐI )?MẬT|HỎA TỐC.*|KHẨN|THƯỢNG KHẨN|(?:BẢN )?SAO.*|MẪU .*|BẢN CHÍNH|\(?lưu hành nội bộ\)?|\([^()]{2,60}\)",
    re.IGNORECASE,
)
DRAFT = re.compile(r"\bdự\s+thảo\b", re.IGNORECASE)
_ABOUT_MATTER = re.compile(r"(?:V/v|Về việc|VỀ VIỆC|Trích yếu)\s*:?\s*", re.IGNORECASE)
_ABOUT = re.compile(r"\(?(?:V/v|về\s+việc|về)\s*:?\s+", re.IGNORECASE)
DEAR = re.compile(r"Kính\s+gửi\s*:?\s*", re.IGNORECASE)
_GROUND = re.compile(r"[-–+*•]?\s*(?:Căn cứ|Xét|Theo đề nghị|Sau khi|Ngày \d|Trong)\b")
_CARRIES = re.compile(r"[-–+*•]?\s*(?:Thực hiện|Để|Nhằm|Thi hành|Triển khai|Tiếp tục)\b.*(?:\bban hành|\bxây dựng|\byêu cầu|\bnhư sau|[.;:]\Z)")
_SECTION = re.compile(
    r"(?:[IVX]{1,5}|[A-D]|\d{1,2})\s?[-.)/]+\s|Điều\s+(?:\d|thứ)|Phần\s+(?:thứ|[IVX\d])|Chương\s+[IVX\d]|[-+*•]\s", re.IGNORECASE
)
SIGNS = re.compile(r"(?:T\s?/\s?M|T\.?M\.|TM|K\s?/\s?T|K\.?T\.|KT|T\s?/\s?L|T\.?L\.|TL|T\.?U\.?Q\.?|THAY\s+MẶT|N[ƠO][Ii]\s+(?:NHẬN|nhận))(?!\w)")
"""A line that opens a signature or the recipients."""

_AUTHORITY = re.compile(
    r"(?:QUỐC HỘI|CHÍNH PHỦ|CHỦ TỊCH|THỦ TƯỚNG|ỦY BAN|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND|BỘ TRƯỞNG|GIÁM ĐỐC|BAN THƯỜNG VỤ|"
    r"BAN CHẤP HÀNH|BỘ CHÍNH TRỊ|BAN BÍ THƯ|TỈNH ỦY|THÀNH ỦY)\b"
)
"""How the line below the subject begins that names who decides."""

_OF_BODY = re.compile(r"(?:của|CỦA)\s+(?P<body>.+?)(?=\s+(?:về|VỀ|v/v|V/v)\s|\Z)")
_MEETING = re.compile(
    r"(?:(?:của|tại)\s+)?(?:hội\s+nghị\s+lần\s+thứ\s.{3,70}?\bkhóa\s+[IVXL]+(?:\s*\([\w\s]+\))?|"
    r"đại\s+hội\s.{3,90}?\blần\s+thứ\s+[\wÀ-ỹ]+)(?!\w)(?:,?\s+nhiệm\s+kỳ\s+\d{4}\s*-\s*\d{4})?",
    re.IGNORECASE,
)
_DONE = re.compile(r"[.;:]\Z")
_OPEN = re.compile(r"(?:,|\b(?:và|của|về|cho|trong|tại|với|tỉnh|huyện|xã|đến|các|những|của|thành phố))\Z", re.IGNORECASE)
_LONGEST_SUBJECT = 450


@dataclass(slots=True)
class Header:
    """What stands above the text of a paper; spans are code points of the text as given.

    ``issuers`` are the cells of the issuing body, in the order printed; ``authority`` the line below the subject that
    names who decides; ``end`` is where the header ends and ``body`` the index of the first cell behind it.
    """

    motto: Cell
    number: Cell
    kind: DocumentType
    type_cell: Cell | None = None
    issuers: list[Cell] = field(default_factory=list)
    date: Cell | None = None
    behind: str = ""
    subject: list[Cell] = field(default_factory=list)
    authority: list[Cell] = field(default_factory=list)
    dear: bool = False
    draft: bool = False
    body: int = 0

    @property
    def printed(self) -> str:
        """The number as printed, without the word ``Số``."""
        match = NUMBER.search(self.number.text)
        return match["printed"].strip() if match else ""

    @property
    def numbered(self) -> bool:
        """Whether a figure stands in the number."""
        match = NUMBER.search(self.number.text)
        return bool(match and match["figure"].strip(" .…_"))

    @property
    def day(self) -> str:
        """The date as far as it is told: a day, a month or a year (ISO), or empty."""
        return iso(self.date.text) if self.date else ""

    @property
    def title(self) -> str:
        """The subject without the words that open it (``về``, ``V/v``)."""
        words = " ".join(c.text for c in self.subject)
        return words[self.title_start :].strip(" .(),")

    @property
    def title_start(self) -> int:
        """Code points of the subject that only open it: whose paper it is, adopted where, and ``về``."""
        words, at = " ".join(c.text for c in self.subject), 0
        for pattern in (_MEETING, _OF_BODY, _ABOUT):
            if match := pattern.match(words, at):
                at = match.end() + (len(words) > match.end() and words[match.end()] == " ")
        return at if at < len(words) else 0

    @property
    def met(self) -> list[Cell]:
        """The cells of the subject that name the meeting which adopted the paper."""
        words = " ".join(c.text for c in self.subject)
        match = _MEETING.match(words)
        left, cells = match.end() if match else 0, []
        for cell in self.subject:
            if left <= 0:
                break
            cells.append(replace(cell, text=cell.text[:left]))
            left -= len(cell.text) + 1
        return cells

    @property
    def of_body(self) -> str:
        """The body that the type line or the subject names as the issuer (``NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ``), or empty."""
        for words in (self.behind, " ".join(c.text for c in self.subject)):
            if match := _OF_BODY.match(words):
                return match["body"]
        return ""


def header_of(cells: list[Cell]) -> Header | None:
    """The header that opens a text given as its cells; None where the text opens otherwise."""
    top: dict[str, Cell] = {}
    issuers: list[Cell] = []
    matter: list[Cell] = []
    draft = False
    for k, cell in enumerate(cells):
        if cell.line >= ZONE:
            return None
        if cell.kind in ("motto", "number", "date"):
            if cell.kind == "number" and "number" in top or cell.kind == "date" and "date" in top:
                return None
            top.setdefault(cell.kind, cell)
        elif STAMP.match(cell.text):
            continue
        elif cell.kind == "rule" or _MARKS.fullmatch(cell.text):
            draft = draft or bool(DRAFT.search(cell.text))
        elif kind := _type_of(cell.text):
            return _typed(cells, k, kind, top, issuers, draft)
        elif DEAR.match(cell.text):
            return _letter(top, issuers, matter, k, draft)
        elif matter and not cell.caps and cell.line - matter[-1].line <= 1:
            matter.append(cell)
        elif _ABOUT_MATTER.match(cell.text) and "number" in top:
            matter.append(cell)
        elif cell.caps and not _DONE.search(cell.text) and cell.words <= 20:
            issuers.append(cell)
        else:
            return None
    return None


def _type_of(text: str) -> tuple[DocumentType, str] | None:
    """The type word that a line begins with, and what stands behind it; the word stands in capitals or alone."""
    low = text.lower()
    found = [t for word, t in types().items() if word.islower() and low.startswith(word) and not low[len(word) :][:1].isalnum()]
    if not found:
        return None
    kind = max(found, key=lambda t: len(t.word))
    head, behind = text[: len(kind.word)], text[len(kind.word) :].strip(" :*")
    alone = not behind and text[:1].isupper()
    return (kind, behind) if head.isupper() or alone else None


def _typed(
    cells: list[Cell], k: int, kind: tuple[DocumentType, str], top: dict[str, Cell], issuers: list[Cell], draft: bool
) -> Header | None:
    """The header up to a type line, with the subject below."""
    following = [c for c in cells[k + 1 : k + 7] if c.kind in ("motto", "number", "date")]
    for cell in following:  # columns one below the other may leave the right one's pieces under the type
        if cell.line <= cells[k].line + 1:
            top.setdefault(cell.kind, cell)
    if "motto" not in top or "number" not in top or not issuers:
        return None
    header = Header(top["motto"], top["number"], kind[0], cells[k], issuers, top.get("date"), kind[1], draft=draft)
    _subject(header, cells, k + 1)
    return header


def _letter(top: dict[str, Cell], issuers: list[Cell], matter: list[Cell], k: int, draft: bool) -> Header | None:
    """A letter (công văn) has no type line: its matter stands below the number, then whom it addresses."""
    if not (issuers and "motto" in top and "number" in top):
        return None
    return Header(
        top["motto"], top["number"], types()["công văn"], None, issuers, top.get("date"), "", matter, dear=True, draft=draft, body=k
    )  # fmt: skip


def _subject(header: Header, cells: list[Cell], k: int) -> None:
    """The lines of the subject, then the authority's, up to a rule, a ground, a section or a sentence."""
    ruled = next((j for j, c in enumerate(cells[k : k + 9], k) if c.kind == "rule" or DEAR.match(c.text)), 0)
    size = 0
    while k < len(cells):
        cell = cells[k]
        if cell.kind == "motto" or cell is header.number or cell is header.date or cell.kind in ("number", "date") and not header.subject:
            k += 1
            continue
        if cell.kind == "rule":
            k += 1
            if header.subject:
                break
            continue
        if DEAR.match(cell.text) or SIGNS.match(cell.text) or _GROUND.match(cell.text) or _CARRIES.match(cell.text) or _SECTION.match(cell.text):
            break
        size += len(cell.text)
        if size > _LONGEST_SUBJECT or not _goes_on(header, cell, k < ruled):
            break
        header.subject.append(cell)
        k += 1
    while k < len(cells) and cells[k].kind == "rule":
        k += 1
    while k < len(cells) and cells[k].caps and cells[k].words <= 16 and not _SECTION.match(cells[k].text) and not SIGNS.match(cells[k].text) and not _name_below(cells, k):
        header.authority.append(cells[k])
        k += 1
        while k < len(cells) and cells[k].kind == "rule":
            k += 1
    header.body = k


def _name_below(cells: list[Cell], k: int) -> bool:
    """Whether a name stands below a line in capitals: it is a signature, then."""
    below = next((c for c in cells[k + 1 : k + 3] if not re.match(r"\W*đã\s+ký", c.text, re.IGNORECASE)), None)
    return below is None or below.words <= 5 and below.text.istitle() and below.text.replace(" ", "").isalpha()


def _goes_on(header: Header, cell: Cell, ruled: bool) -> bool:
    """Whether a line is (more of) the subject."""
    before = header.subject[-1] if header.subject else None
    if before is None:
        about = bool(_ABOUT.match(cell.text))
        return about or ruled and not _DONE.search(cell.text) or not header.behind and not _DONE.search(cell.text) and len(cell.text) < 220
    if _DONE.search(before.text) or before.text.endswith(")"):
        return False
    if cell.caps:
        return before.caps and not _AUTHORITY.match(cell.text)
    if before.caps and len(header.subject) == 1 and (_OF_BODY.match(before.text) or _MEETING.match(before.text)):
        return True
    return ruled or cell.text[:1].islower() or bool(_OPEN.search(before.text)) and not cell.apart
