"""The main clause of a sentence that opens with the papers it goes by: ``Căn cứ Nghị quyết A, Huyện ủy X đã ban hành …``.

Whose clause it is tells whether the paper speaks of itself; its subject is never the issuer of the paper named before it.
"""

from __future__ import annotations

import re

from vankien.extractors.official.paper import Paper
from vankien.extractors.reading import Found, Reading

_CLAUSE = re.compile(
    r",\s+(?P<subject>(?-i:[A-ZĐÀ-Ỹ])[^,;:.]{1,110}?)\s+(?P<done>(?:đã|vừa|sẽ|đang|từng)\s+(?:\w+\s+){0,2}?)?"
    r"(?-i:ban hành|xây dựng|yêu cầu|quyết định|hướng dẫn|kết luận|thông báo|đề nghị|chỉ thị|quyết nghị|quy định|tổ chức|lãnh đạo|"
    r"chỉ đạo|triển khai|tham mưu|báo cáo|trình|phê duyệt|thành lập|bổ sung|sửa đổi|giao|cụ thể hóa|chủ trì)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"(?:RA\s+)?(?:QUYẾT ĐỊNH|QUYẾT NGHỊ)\s*:?\Z")
_FAR = 400
"""Code points behind a paper in which the clause begins."""


def clause_in(reading: Reading, begin: int, end: int) -> re.Match[str] | None:
    """The main clause in a stretch of the normal text: its ``subject``, and ``done`` where it tells what was done before.

    Another paper of the list (``, Nghị định số 34 quy định …``) is no subject.
    """
    taken = {d.start for d in reading.documents}
    clauses = _CLAUSE.finditer(reading.text, begin, min(end, begin + _FAR))
    return next((m for m in clauses if m.start("subject") not in taken), None)


def part_issuers(reading: Reading, paper: Paper) -> None:
    """Take from the papers cited the issuers that only follow them: the subject of the clause, and the line that decides.

    ``… tại Tờ trình số 88-TTr/BTCTU, / BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH``: the submission is not the board's.
    """
    lines = [reading.normal.place(c.start, c.end) for c in paper.cells if c.caps and _DECIDES.search(c.text)]
    for document in reading.documents:
        issuers: list[Found] = document.attributes.get("issuers", [])
        kept = [b for k, b in enumerate(issuers) if not any(s <= b.start < e and document.start < s for s, e in lines) and not (k and _speaks(reading, b))]
        if len(kept) == len(issuers):
            continue
        for name in ("issuers", "issuer_end"):
            document.attributes.pop(name, None)
        if kept:
            document.attributes |= {"issuers": kept, "issuer_end": kept[-1].end}


def _speaks(reading: Reading, body: Found) -> bool:
    """Whether a body stands behind a comma as the subject of a clause."""
    clause = _CLAUSE.match(reading.text, max(0, body.start - 2), body.end + 60)
    return clause is not None and clause.end("subject") == body.end
