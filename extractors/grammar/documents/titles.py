"""The title behind a document's name: in quotation marks, or bare after ``về`` (on), and where it ends.

A bare title runs on to the issuer, the next paper or the end of its clause (domain notes 1.6).
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.documents.issuers import ACTS, ISSUING
from vankien.extractors.grammar.documents.pieces import Tail
from vankien.extractors.grammar.documents.places import Places
from vankien.extractors.grammar.documents.quotes import close_quote
from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.reading import Found

_ABOUT = re.compile(r"\s*,?\s*:?\s*(?:V/v|[Vv]ề(?:\s+việc)?|với\s+nội\s+dung)\s*:?\s+(?=\S)")
_QUOTE = re.compile(r"\s*[,:]?\s*:?\s*(?:là\s+)?(?=\")")
_SUBJECT_VERB = re.compile(
    rf"\s+(?={any_of('subject-verb')}|(?:tổ\s+chức\s+)?(?:triển\s+khai|thực\s+hiện)\s+(?:các\s+)?{any_of('title-end-paper')})"
)
_TITLE_END = re.compile(
    r"[;!?\n…]|\.(?=\s|\Z|[A-ZĐ][^\W\d_A-ZĐ])|,?\s+ngày\s+\d|\s\(|\s+-\s+(?=[A-ZĐ])"
    rf"|,\s+{any_of('title-end-clause')}|\s+(?:và|với)\s+(?:các\s+)?{any_of('title-end-paper')}"
    r"|\s+và\s+(?:việc\s+)?(?:tiếp\s+tục\s+)?(?:tổ\s+chức\s+)?(?:thực\s+hiện|triển\s+khai)(?!\w)"
    rf"|(?<!sửa\sđổi)(?<!bổ\ssung),?\s+thay\s+thế\s+(?:cho\s+)?(?:các\s+)?{any_of('title-end-paper')}"
    rf"|(?!(?<=\skhông)\s+được\s+làm(?!\w))\s+{any_of('title-end-word')}"
)
_BRINGS = re.compile(r"(?<!\w)đưa\s[^,;.]{0,80}\Z", re.IGNORECASE)
_INTO = re.compile(r"\s+(?:vào|đến)\s+(?!năm|ngày|\d)")
_CLAUSE = re.compile(r",\s+\Z")
_OPENS = re.compile(
    r"\s+(?:đề\s+nghị|kiến\s+nghị|xem\s+xét|kết\s+luận|yêu\s+cầu|ban\s+hành|xây\s+dựng)(?!\w)"
)
_LONGEST_TITLE = 320
_INNER = re.compile(
    r"(?:[Nn]ghị\s+quyết|[Cc]hỉ\s+thị|[Kk]ết\s+luận|[Qq]uy\s+định|[Qq]uyết\s+định)\s+(?:số\s+)?\d"
)
_DUTY = re.compile(
    r"(?:chức\s+năng|nhiệm\s+vụ|quyền\s+hạn|tổ\s+chức|hoạt\s+động|làm\s+việc|cơ\s+cấu|thẩm\s+quyền|trách\s+nhiệm"
    r"|quản\s+lý|bộ\s+máy|chỉ\s+đạo|lãnh\s+đạo|chương\s+trình|kế\s+hoạch|sử\s+dụng)\s+\Z"
)
"""Before ``của Chính phủ`` in a title: what is the body's own, so that it is no issuer."""
_STATE_CODES = {"CP": ("Chính phủ",), "TTg": ("Thủ tướng", "Chính phủ"), "QH": ("Quốc hội",)}


def read_title(text: str, tail: Tail, limit: int, places: Places, code: str) -> None:
    """The title: in quotation marks, or bare after ``về`` (on) or a verb of subject."""
    about = _ABOUT.match(text, tail.end)
    at = about.end() if about else tail.end
    quote = _QUOTE.match(text, at)
    if quote:
        start = quote.end()
        end = close_quote(text, start, min(limit + 200, start + _LONGEST_TITLE))
        if end:
            tail.title, tail.title_start, tail.title_end = text[start + 1 : end - 1].strip(), start, end
        return
    opening = about or _SUBJECT_VERB.match(text, tail.end)
    if opening is None:
        return
    start = opening.end()
    end = _bare_end(text, start, min(limit, start + _LONGEST_TITLE), tail, places, code)
    tail.title, tail.title_start, tail.title_end = text[start:end].strip(), start, end


def _bare_end(text: str, start: int, limit: int, tail: Tail, places: Places, code: str) -> int:
    """Where a title without quotation marks ends; at its issuer, if that was still missing."""
    at = start
    while (stop := _TITLE_END.search(text, at, limit)) is not None and stop.start() < start + 4:
        at = stop.end()
    end = stop.start() if stop else limit
    end = _clause_end(text, start, end, tail, places)
    if not tail.issuers and not _INNER.search(text, start, end):
        for body in places.bodies_between(start, end):
            if text[max(0, body.start - 4) : body.start] == "của " and _issues_at_end(text, body, end, code):
                tail.issuers, tail.issuer_end = [body], body.end
                end = body.start - 4
                break
    return start + len(text[start:end].rstrip(" ,-"))


def _issues_at_end(text: str, body: Found, end: int, code: str) -> bool:
    """Whether a body behind ``của`` in a title can be the issuer: of a State paper only as its code tells."""
    if body.cls in ISSUING and body.label != "Đảng":
        return True
    return (
        body.label in _STATE_CODES.get(code, ())
        and end - body.end < 3
        and not _DUTY.search(text, max(0, body.start - 24), body.start - 4)
    )


def _clause_end(text: str, start: int, end: int, tail: Tail, places: Places) -> int:
    """Where the clause around a title without quotation marks goes on: its subject, or ``đưa … vào …``."""
    for body in places.bodies_between(start, end):
        acts = ACTS.match(text, body.end) or _OPENS.match(text, body.end)
        if acts and (comma := _CLAUSE.search(text, start, body.start)):
            return comma.start()
    if _BRINGS.search(text, max(0, tail.end - 120), tail.end) and (into := _INTO.search(text, start, end)):
        return into.start()
    return end
