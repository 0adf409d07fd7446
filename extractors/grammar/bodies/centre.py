"""``Trung ương`` (the centre) where it acts: in a report on the Central Committee it is the committee itself.

``Trung ương thảo luận về nhân sự`` at a plenum; elsewhere the word may mean any central authority, and stays unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.extractors.grammar.shapes import BodyFound

CENTRAL = "Ban Chấp hành Trung ương Đảng"
_REPORT = re.compile(r"[Hh]ội nghị(?: lần thứ \S+)? (?:Ban Chấp hành )?Trung ương|Ban Chấp hành Trung ương")
_ACTS = re.compile(
    r"Trung ương(?=\s(?:cũng\s|đã\s|sẽ\s|tiếp tục\s|cơ bản\s)*"
    r"(?:giao\sBộ Chính trị|thảo luận|cho ý kiến|thống nhất|đồng ý|bầu|biểu quyết|bỏ phiếu|nhất trí|tán thành|làm việc tại|xác định"
    r"|khẳng định|yêu cầu|nhấn mạnh|nghe|đánh giá|họp|thông qua|xem xét)(?!\w))",
)
_OPENS = re.compile(r"(?:[.!?:,]\s|[.!?,\n]|đề nghị\s)\Z")


def acting(text: str) -> Iterator[BodyFound]:
    """The committee wherever the bare word acts, in text order."""
    if _REPORT.search(text) is None:
        return
    for match in _ACTS.finditer(text):
        start, end = match.span()
        if start and not _OPENS.search(text, max(0, start - 10), start):
            continue
        yield BodyFound(start, end, "Body", "CentralCommittee", "Trung ương", head=CENTRAL, frame="known", known=CENTRAL)
