"""What a paper says of its relation to others: the grounds it stands on, and what it carries out, amends, repeals.

``Căn cứ`` (on the ground of) opens a line of grounds above the text; ``Thực hiện`` (carrying out) a preamble; an article
that begins with ``Sửa đổi``, ``Bãi bỏ`` has the paper itself as its subject (domain notes 1.7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.extractors.official.cells import Cell
from vankien.extractors.official.clauses import clause_in
from vankien.extractors.official.finds import Finds, place
from vankien.extractors.official.link import issuers_of
from vankien.extractors.official.paper import Paper
from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.documents.relations import governing, relate, with_following

_GROUND = re.compile(r"[-–+*•]?\s*Căn\s+cứ\b", re.IGNORECASE)
_GROUNDED = re.compile(r"(?:Căn\s+cứ|;|;\s*căn\s+cứ)\s+(?:(?:vào|theo|các|khoản\s+\d+|Điều\s+\d+|điểm\s+\w|,|quy\s+định\s+tại)\s+)*\Z", re.IGNORECASE)
_ITEM = re.compile(r"[-–+*•]?\s*(?:Căn cứ|Xét|Theo đề nghị|Thực hiện|Sau khi|Trên cơ sở|Để|Nhằm|Triển khai|Thi hành|Tiếp tục)\b", re.IGNORECASE)
_HEADING = re.compile(r"(?:[IVX]{1,5}|[A-D]|\d{1,2})\s?[-.)/]|Điều\s+(?:\d|thứ)|Phần\s+(?:thứ|[IVX\d])|Chương\s+[IVX\d]", re.IGNORECASE)
_PREAMBLE = 45
"""Cells in which the grounds stand."""

_CARRIES = re.compile(
    r"[-–+*•]?\s*(?:(?:Để|Nhằm)\s+)?(?:(?:tiếp tục|tổ chức|triển khai|lãnh đạo|chỉ đạo|cụ thể hóa|thể chế hóa)\s*(?:và\s+|"
    r",\s*)?)*(?:thực hiện|triển khai|thi hành|cụ thể hóa|thể chế hóa)\b",
    re.IGNORECASE,
)
_ISSUES = re.compile(
    r"\b(?:ban hành|xây dựng|yêu cầu|quyết định|hướng dẫn|kết luận|thông báo|đề nghị|chỉ thị|như sau|quyết nghị|"
    r"quy định)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:(?:Điều|Khoản)\s+\d+\s*[.:]?\s*|\d{1,2}\s?[.)]\s*|[-–+]\s*)*(?:Nay\s+)?", re.IGNORECASE)
_ENDS = re.compile(
    r"hết\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+(?:ngày|"
    r"thời\s+điểm)\s+(?P<kind>[\w\s]{2,20}?)\s+này\s+có\s+hiệu\s+lực",
    re.IGNORECASE,
)
"""Another paper ends on the day on which this one takes effect (domain notes 1.7: it is repealed)."""

_INNER = re.compile(r"\A(?:(?:ban thường vụ|ban chấp hành|ban thường trực|thường trực|thường vụ|đảng bộ|btv|bch)\s+)+", re.IGNORECASE)
_TERM = re.compile(r",?\s+(?:khóa|nhiệm\s+kỳ)\s.*", re.DOTALL)
_NEAR, _FAR = 160, 400
"""Code points before a paper in which the words of a ground are looked for, and behind it those of a clause or an end."""

_DIRECT = frozenset({"amends", "supplements", "replaces", "repeals"})


def state_grounds(reading: Reading, paper: Paper, finds: Finds) -> None:
    """Add ``basedOn`` and the relations of which the paper is the unsaid subject."""
    _guided(reading, paper, finds)
    preamble = list(_preamble(paper))
    for first, last in _items(preamble):
        start, end = place(reading, first)[0], place(reading, last)[1]
        end = min(end, max(start + 1, reading.sentence_at(start)[1]))
        inside = [d for d in reading.documents if start <= d.start and d.end <= end]
        if inside and not _own_clause(reading, finds, inside[0].end, end):
            continue
        if _GROUND.match(first.text):
            _based(reading, finds, start, inside)
        elif _CARRIES.match(first.text) and inside:
            _carried(reading, finds, start, end, inside)
    _articles(reading, finds)


def _guided(reading: Reading, paper: Paper, finds: Finds) -> None:
    """``HƯỚNG DẪN / thực hiện Quy định số …``: the type line is the verb of the subject."""
    span, top = finds.document.attributes.get("title_span"), paper.header.type_cell
    if paper.header.kind.word != "hướng dẫn" or span is None or top is None:
        return
    inside = [d for d in reading.documents if span[0] <= d.start and d.end <= span[1]]
    verb = governing(reading.text, place(reading, top)[0], inside[0].start, "document") if inside else None
    if verb is not None and verb[1] == "guides":
        for document in with_following(reading.text, inside[0], inside):
            relate(reading, finds.document, document, "guides", verb[0], document.end, "subject of the paper")
        del finds.document.attributes["title_span"]


def _preamble(paper: Paper) -> Iterator[Cell]:
    for cell in paper.cells[paper.header.body : paper.header.body + _PREAMBLE]:
        if _HEADING.match(cell.text) or cell.caps and cell.text.rstrip(": ").upper() in ("QUYẾT ĐỊNH", "QUYẾT NGHỊ", "NGHỊ QUYẾT", "QUY ĐỊNH"):
            return
        yield cell


def _items(cells: list[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """(first, last) cell of each ground: a line and those it runs on over."""
    k = 0
    while k < len(cells):
        if not _ITEM.match(cells[k].text):
            k += 1
            continue
        last = k
        while last + 1 < len(cells) and not cells[last].text.endswith((";", ".", ":")) and not _ITEM.match(cells[last + 1].text) and not cells[last + 1].caps:
            last += 1
        yield cells[k], cells[last]
        k = last + 1


def _own_clause(reading: Reading, finds: Finds, begin: int, end: int) -> bool:
    """Whether a line of grounds has no main clause, or one in which the issuer of the paper speaks and tells nothing done."""
    clause = clause_in(reading, begin, end)
    if clause is None:
        return True
    if clause["done"]:
        return False
    return reading.text[:end].rstrip()[-1:] in (";", ",", ":") or _is_issuer(reading, finds, clause.start("subject"), clause["subject"])


def _is_issuer(reading: Reading, finds: Finds, at: int, words: str) -> bool:
    """Whether words at a place name the issuer: the same entity, or its name without that of the place or the inner body."""
    issuers = [*issuers_of(reading, finds), *finds.issuers]
    ids = {id for b in issuers for id in b.entities}
    if any(b.start == at and ids.intersection(b.entities) for b in reading.bodies):
        return True
    labels = [name.lower() for b in issuers for name in (b.label, *(reading.entities[i].label for i in b.entities if i in reading.entities))]
    said = _INNER.sub("", _TERM.sub("", words.lower()))
    return any(f"{name} ".startswith(f"{said} ") for label in labels for name in (label, _INNER.sub("", label)))


def _based(reading: Reading, finds: Finds, start: int, inside: list[Found]) -> None:
    """Each paper directly behind ``Căn cứ`` or a semicolon, and those in a row with it."""
    grounds: list[Found] = []
    for k, document in enumerate(inside):
        if _GROUNDED.search(reading.text, max(start, document.start - _NEAR), document.start):
            grounds += with_following(reading.text, document, inside[k:])
    for ground in dict.fromkeys(grounds):
        relate(reading, finds.document, ground, "basedOn", start, ground.end, "ground of the paper")


def _carried(reading: Reading, finds: Finds, start: int, end: int, inside: list[Found]) -> None:
    """The paper carries out what its preamble begins with, where that goes on to issue it."""
    first = inside[0]
    verb = governing(reading.text, start, first.start, "document")
    if verb is None or not _CARRIES.match(reading.text, start) or verb[0] - start > 40:
        return
    if not _ISSUES.search(reading.text, first.end, min(first.end + 2 * _FAR, reading.sentence_at(first.start)[1])):
        return
    for document in with_following(reading.text, first, inside):
        relate(reading, finds.document, document, verb[1], start, document.end, "preamble of the paper")


def _ended(reading: Reading, finds: Finds, document: Found, begin: int) -> None:
    """``Quyết định A hết hiệu lực kể từ ngày Quyết định này có hiệu lực``."""
    end = min(reading.sentence_at(document.start)[1], document.end + _FAR)
    match = _ENDS.search(reading.text, document.end, end)
    numbered = _NUMBERED.match(reading.text, begin)
    if match is None or numbered is None or match["kind"].lower() != str(finds.document.attributes["kind"]).lower():
        return
    if reading.text[numbered.end() : document.start].strip().lower() in ("", "các"):
        for target in with_following(reading.text, document, reading.documents):
            if not target.attributes.get("itself"):
                relate(reading, finds.document, target, "repeals", document.start, match.end(), "end of effect")


def _articles(reading: Reading, finds: Finds) -> None:
    """``Điều 2. Bãi bỏ Quyết định số …``: the paper does it."""
    for document in reading.documents:
        if document.attributes.get("official") or document.attributes.get("itself"):
            continue
        begin = reading.sentence_at(document.start)[0]
        _ended(reading, finds, document, begin)
        verb = governing(reading.text, begin, document.start, "document")
        if verb is None or verb[1] not in _DIRECT:
            continue
        numbered = _NUMBERED.match(reading.text, begin)
        if numbered is not None and numbered.end() == verb[0]:
            for target in with_following(reading.text, document, reading.documents):
                relate(reading, finds.document, target, verb[1], verb[0], target.end, "article of the paper")
