"""Pieces of the patterns for participants: persons, events and verbs of speech in a sentence skeleton."""

from __future__ import annotations

import re


def pattern(text: str) -> re.Pattern[str]:
    """A pattern over skeletons; blanks and line breaks in it count for nothing."""
    return re.compile(text, re.VERBOSE)


_HONORIFIC = (
    r"(?:các\s|đồng\schí|đ/c|[ôÔ]ng|[bB]à|[nN]gài|[aA]nh|[cC]hị|(?:[đĐ]ại|[tT]hượng|[tT]rung|[tT]hiếu)\s(?:tướng|tá)"
    r"|(?:PGS|GS|TS|ThS)\.?,?)"
)
_POST_WORD = (
    r"(?:[Pp]hó|[Tt]rưởng|[Cc]hủ|[Ủủ]y|[Bb]í|[Gg]iám|[Tt]hành|[Cc]hánh|[Vv]iện|[Cc]ục|[Vv]ụ|[Tt]hứ|[Bb]ộ|[Đđ]ại"
    r"|[Tt]hường|[Nn]guyên)"
)

ONE = r"<P(?P<p>\d+)>"
"""A person at the beginning of a pattern: the search jumps from slot to slot."""

BEFORE = rf"(?:(?:{_HONORIFIC}|<T\d+>|[nN]guyên|và|,|-|:|kiêm|tân|[Đđ]ồng\schí)\s*)*"
"""What may stand before a name: honorifics and posts."""

WHO = rf"{BEFORE}{ONE}"
"""A person with what stands before the name."""

AFTER = (
    r"(?:\s*[,(-]?\s*(?:nguyên\s|kiêm\s|và\s|đồng\sthời\slà\s|là\s)?(?:<T\d+>|<B\d+>)\)?"
    r"|\s?\((?:thứ|bìa|ngoài|bên|giữa|hàng|áo)[^()<>]{2,30}\)"
    rf"|,\s{_POST_WORD}\s[^<>.;:,]{{2,70}}"
    r"|\s(?:và|cùng)\s(?:các\s|toàn\sthể\s)?(?:đại\sbiểu|[Pp]hu\snhân|[Đđ]oàn\scông\stác)(?!\w)"
    r"|,?\s(?:và|cùng)\s(?:các|nhiều|một\ssố|đông\sđảo|[Đđ]oàn|lãnh\sđạo|đại\sdiện|hàng\s(?:trăm|nghìn)|hơn\s\d+|gần\s\d+)\s[^<>.;:]{2,70}?"
    r"(?=\s(?:đã|cùng|dự|tham|tới|đến|về|đồng|chủ)(?!\w)))*"
)
"""What may stand behind a name: posts, and words that begin like one."""

FOR = r"(?:thay\smặt\s[^.;:]{0,120}?,\s)?"
"""``thay mặt …``: on behalf of."""

ALSO = (
    r"\s*,?\s*(?:(?:đã|sẽ|sắp|cũng|còn|đều|cùng|trực\stiếp|trân\strọng|lần\slượt"
    r"|thay\smặt\s[^,<>]{0,60}(?:<B\d+>)?[^,<>]{0,20},?)\s)*"
)
"""Adverbs and auxiliaries between a name and its verb."""

EVENT = r"(?:các\s|toàn\s)?<E(?P<e>\d+)>"
AT = r"(?:[Tt]ại|[Tt]rong(?:\skhuôn\skhổ)?)\s"
FILL = (
    r"[^.;:<>]{0,60}?(?:\s(?:của|với|do|tại|giữa|đại\sdiện|thay\smặt|lãnh\sđạo)\s<[BD]\d+>[^.;:<>]{0,110}?){0,2}"
)
"""Time and place between an event and the comma behind it."""

SPEECH = (
    r"(?:có\sbài\sphát\sbiểu|phát\sbiểu|khẳng\sđịnh|nhấn\smạnh|cho\sbiết|cho\srằng|đề\snghị|yêu\scầu|ghi\snhận|đánh\sgiá|bày\stỏ|cảm\sơn"
    r"|chúc\smừng|nêu|lưu\sý|thông\stin|chia\ssẻ|nói|kêu\sgọi|biểu\sdương|hoan\snghênh|chỉ\sđạo|mong\smuốn|giao|kết\sluận"
    r"|chỉ\srõ|tin\srằng|tin\stưởng|gợi\sý|đặt\svấn\sđề|nhắc\slại|điểm\slại|giải\sđáp|trả\slời|gửi\slời|thống\snhất"
    r"|nhất\strí|cam\skết|ôn\slại|kiến\snghị|đề\sxuất|căn\sdặn|động\sviên|định\shướng|giải\sthích|nhận\sđịnh|tri\sân|hứa|quán\striệt\smột"
    r"|đồng\stình|phân\stích|tiếp\sthu|phát\sđộng|trao\sđổi|báo\scáo\sgiải\strình|khen\sngợi|nhìn\snhận)"
)
PRESENT = (
    r"(?:báo\scáo(?!\sgiải)|trình\sbày|truyền\sđạt|quán\striệt|công\sbố|đọc|trao(?!\sđổi)|giới\sthiệu"
    r"|thông\sbáo|phổ\sbiến)"
)
