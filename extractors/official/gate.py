"""The cheap first look: whether a text may open as an official text. It loads nothing of the grammar."""

from __future__ import annotations

import re
from unicodedata import normalize

TOP = 15
"""Lines (not blank) in which motto and number of an official text stand."""

_HEAD = 6000
_MOTTO = re.compile(
    r"ĐẢNG\s+(?:CỘNG\s+SẢN|LAO\s+ĐỘNG)\s+VIỆT\s+NAM|VIỆT\s+NAM\s+DÂN\s+CHỦ\s+CỘNG\s+H(?:ÒA|OÀ)|CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM"
    r"|ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:^|[^\w])(?:S[ốỐ]|(?:Luật|Nghị quyết|Pháp lệnh|Lệnh)\s+số)\s{0,9}:?[\d\s.…_]{0,60}[-/]?\s{0,9}[A-ZĐ\d]", re.MULTILINE | re.IGNORECASE)

STAMP = re.compile(
    r"(?:(?:Được\s+)?ký\s+(?:số\s+)?(?:bởi|ngày)|Người\s+ký|Cơ\s+quan|Tổ\s+chức|Chức\s+vụ|Email|(?:Thời\s+gian|Ngày)\s+ký|"
    r"Digitally\s+signed|Signed\s+by|DN|Date)\s*:|Signature\s+Not\s+Verified|(?:Được\s+)?ký\s+(?:số\s+)?bởi\s|Digitally\s+signed\s+by",
    re.IGNORECASE,
)
"""How a line of a digital signature begins, which a program printed on the page, mostly above the header (Thông tư
01/2019/TT-BNV and Nghị định 30/2020/NĐ-CP, annex I: name of the agency, time of signing)."""


def opens_as_paper(text: str) -> bool:
    """Whether the motto of Party, State or Youth Union and a number stand among a text's first lines.

    >>> opens_as_paper("TỈNH ỦY PHÚ THỌ\\n*\\nSố 05-NQ/TU\\nĐẢNG CỘNG SẢN VIỆT NAM\\nNGHỊ QUYẾT")
    True
    >>> opens_as_paper("Tỉnh ủy Phú Thọ họp\\nĐảng bộ tỉnh ban hành Nghị quyết số 05-NQ/TU.")
    False
    """
    lines = [line for line in normalize("NFC", text[:_HEAD]).split("\n") if line.strip()]
    top = "\n".join(lines[:TOP])
    return bool(_MOTTO.search(top) and _NUMBER.search(top))
