"""The shapes in which the press writes dates, and the words around them (domain notes 1.6 and 6)."""

from __future__ import annotations

import re
from datetime import timedelta

from ahocorasick_rs import AhoCorasick

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:19|20)\d\d"
_LIST = rf"(?:{_D}\s*(?:,|và|-|đến|tới)\s*(?:ngày\s+)?){{0,6}}"
# Days with or without month and year; a list of days shares the month of the last (``24 và 25/6``).
NUMERIC = re.compile(
    rf"""(?=\d)(?:(?<![\w/.,%-])|(?<=[^\W\d_][,.])|(?<=\s-))(?:
      (?P<full>{_D}(?P<s>\s?[/.-]\s?){_M}(?P=s)\s?{_Y})
    | (?P<words>{_LIST}{_D}\s+tháng\s+(?:{_M}|[a-zư]{{2,4}}(?:\s(?:một|hai))?)(?:(?:,?\s+năm\s+|/){_Y})?)
    | (?P<year>{_M}\s?[/-]\s?{_Y})
    | (?P<days>{_LIST}{_D}(?P<t>[/.-]){_M}(?:(?P=t){_Y}|\s+năm\s+{_Y})?)
    )(?!\d|[/-]\d|[.,]\d|\s?%|[/-][^\W\d_])""",
    re.VERBOSE,
)
WORDED = re.compile(
    rf"""
    [Tt]háng\s+(?P<month>{_M}(?:\s?-\s?{_M})?)
        (?:\s?[/-]\s?(?P<my>{_Y})|\s+năm\s+(?P<mz>{_Y}))?(?![\d/]|[.,]\d)
    | [Nn]ăm\s+(?P<y>{_Y})(?!\s?[-/]\s?\d|\d)
    | [Qq]uý\s+(?P<quarter>I{{1,3}}|IV|[1-4])(?:\s?[/-]\s?(?P<qy>{_Y})|\s+năm\s+(?P<qz>{_Y}))?(?![\w/])
    | [Hh]ôm\s+(?P<day>nay|qua|kia)\b
    | (?:[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm)\s+(?:(?P<part>nay|qua|mai)\b|(?P<same>cùng\s+ngày(?!\s+\d)))
    | [Cc]ùng\s+(?P<sameday>ngày)(?!\s+\d)
    | (?:[Nn]gày|[Hh]ôm)\s+(?P<ago>trước)\b
    | [Nn]gày\s+(?P<mai>mai)\b
    | [Nn]ăm\s+(?P<ynear>nay|ngoái|sau|tới)\b
    | [Tt]háng\s+(?P<mnear>này|trước|sau|tới)\b""",
    re.VERBOSE,
)
HEADS = "tháng năm quý hôm sáng trưa chiều tối đêm cùng ngày".split()
ANCHORS = AhoCorasick([w + " " for head in HEADS for w in (head, head.capitalize())])
AGO = re.compile(r"(?:\A|\W)(\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+\Z", re.IGNORECASE)
NUMBERS = {w: i for i, w in enumerate("một hai ba bốn năm sáu bảy tám chín mười".split(), 1)}
MONTHS = {**NUMBERS, "tư": 4, "mười một": 11, "mười hai": 12}
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}

# What announces a day or a month that has no year of its own. ``hạn``: deadline; ``dịp``: occasion.
DAY_LEAD = re.compile(
    r"(?:(?:rạng\s+)?sáng(?:\s+sớm)?|trưa|chiều|tối|đêm|khuya|ngày|hôm(?:\s+nay)?|mùng|nay|qua|mai|lễ|dịp"
    r"|thứ\s+\w+|chủ\s+nhật|(?:kể\s+)?từ|vào|trước|sau|hết|đến|tới)\s*[,(]?\s*(?:ngày\s+)?\Z",
    re.IGNORECASE,
)
WEAK_LEAD = re.compile(r"(?:từ|vào|trước|sau|hết|đến|tới|thứ\s+\w+|lễ|dịp)\s*\(?\s*\Z", re.IGNORECASE)
MONTH_LEAD = re.compile(r"(?:tháng|từ|đến|vào|đầu|cuối|giữa|trong|hồi|tới|trước|sau|\()\s*\Z", re.IGNORECASE)
FRACTION = re.compile(
    r"\s*(?:số|diện|tổng|dân|quân|chặng|thời|giá|nhiệm|lượng|đại\s+biểu|ủy\s+viên|cả|các|đảng)\b"
)
ROUGH = re.compile(r"(?:đầu|giữa|cuối|khoảng|hồi(?:\s+(?:đầu|giữa|cuối))?)\s*\Z", re.IGNORECASE)
HORIZON = re.compile(r"(?:đến|tới|tầm\s+nhìn|giai\s+đoạn|nhiệm\s+kỳ|hướng\s+đến)\s*\Z", re.IGNORECASE)
COUNTED = re.compile(
    r"(?:\d|\b(?:những|các|mấy|vài|nhiều|một|hai|ba|bốn|năm|sáu|mười|vòng))\s*\Z", re.IGNORECASE
)
THAT_YEAR = re.compile(r"\s+(?:cùng\s+)?năm\s+(?:đó|ấy)\b|\s+cùng\s+năm\b")
TO = re.compile(r"\s*(-|đến(?:\s+hết)?|tới)\s*(?:(?:ngày|tháng|năm|hết|sáng|chiều|tối)\s+)*\Z", re.IGNORECASE)
FROM = re.compile(r"từ\s*(?:(?:ngày|tháng|năm|sáng|chiều|tối)\s+)*\Z|\(\s*\Z", re.IGNORECASE)
AHEAD = re.compile(r"dự\s+kiến|\bsẽ\b|\bsắp\b|tới\s+đây|chậm\s+nhất|\bhạn\b|trước\s+ngày", re.IGNORECASE)
SOON = timedelta(days=10)
