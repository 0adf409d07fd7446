"""Openings of a sentence that end in a name: what follows the comma is the subject of the sentence, no apposition.

``Sau khi nghe báo cáo của đồng chí A, Chủ tịch UBND tỉnh đề nghị …``: A is not the chairman. An apposition would be
closed by a comma of its own.
"""

from __future__ import annotations

import re

from vankien.extractors.reading import Found, Reading
from vankien.extractors.text.letters import LOWER

_OPENING = re.compile(
    r"\W*(?:Theo|Sau khi|Khi|Trong khi|Trước khi|Nhắc đến|Nhắc lại|Phát biểu sau|Trao đổi với|Trả lời|Đáp lại|Tiếp lời|Tại (?:nhà|gia đình)"
    r"|Gặp|Thăm hỏi|Cảm ơn|Chúc mừng|Tiễn|Đón)\b[^,;:.]*"
)
_GOES_ON = re.compile(rf"\s+(?!và\b|cùng\b|kiêm\b|nhiệm kỳ\b|khóa\b|phụ trách\b|trực tiếp\b)[{LOWER}]")
_UNDATED = 2000  # an article without a day is of a time when there was a press on the net
# The press writes "Theo ông A, Giám đốc Sở X cho biết" for "Theo ông A, Giám đốc Sở X": he who is named in full says it.
_SAYS = re.compile(r"\s+(?:cho biết|cho hay|thông tin|chia sẻ|khẳng định|nói|cho rằng)\b")
_YEAR = re.compile(r"\W*(?:Hồi|Năm|Tháng|Ngày|Từ|Đầu|Cuối|Mùa|Giữa|Vào|Trong)\b[^,.;]{0,30}?\b((?:19|20)\d\d)\b[^,.;]{0,24},")
LONG, OVER = 2, 25
"""Years after which a post that a sentence gives somebody in that year may be his no longer, and after which it is over."""


def years_ago(reading: Reading, at: int) -> int:
    """How far back the year lies with which a sentence begins (``Năm 1930, đồng chí A, Bí thư Tỉnh ủy B, bị bắt``); else 0."""
    begin = reading.sentence_at(at)[0]
    match = _YEAR.match(reading.text, begin, at)
    now = reading.published.year if reading.published is not None else _UNDATED
    return max(now - int(match[1]), 0) if match is not None else 0


def next_clause(reading: Reading, first: int, person: Found, end: int) -> bool:
    """Whether the posts that end at ``end`` begin the main clause after an opening that ends in this person's name."""
    text = reading.text
    begin = reading.sentence_at(person.start)[0]
    if first < person.start or not _OPENING.fullmatch(text, begin, person.start) or not _GOES_ON.match(text, end):
        return False
    short = bool(getattr(person, "short", False))
    return short or not (text.startswith("Theo", begin) and _SAYS.match(text, end))
