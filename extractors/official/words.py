"""The words of signatures: marks that tell in whose name one signs, and the roles printed above a name."""

from __future__ import annotations

import re

from vankien.extractors.text.letters import LOWER, UPPER

MARK = re.compile(
    r"(?:(?P<for>T\s?/\s?M|T\.?M\.|TM|THAY\s+MẶT)|(?P<deputy>K\s?/\s?T|K\.?T\.|KT|KÝ\s+THAY)"
    r"|(?P<order>T\s?/\s?L|T\.?L\.|TL|THỪA\s+LỆNH|T\.?U\.?Q\.?|THỪA\s+ỦY\s+QUYỀN))(?!\w)\s*\.?:?\s*"
    rf"(?P<whom>[{UPPER}].*)"
)
"""T/M (thay mặt): in the name of; K/T (ký thay): for the head; T/L, TUQ (thừa lệnh, thừa ủy quyền): by order, by authority of."""

_HEADS = (
    r"(?:QUYỀN |Q\. ?)?(?:TỔNG BÍ THƯ|(?:PHÓ )?BÍ THƯ|THƯỜNG TRỰC BAN BÍ THƯ|ỦY VIÊN|(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?THỦ TƯỚNG|"
    r"(?:PHÓ )?(?:BỘ|THỨ|TỔNG CỤC|CỤC|VỤ|VIỆN|HIỆU|CHI CỤC|TỔ|CHỈ HUY) TRƯỞNG|TỔNG THANH TRA|(?:PHÓ )?TRƯỞNG\b|(?:PHÓ )?CHÁNH|"
    r"(?:PHÓ )?(?:TỔNG )?GIÁM ĐỐC|(?:PHÓ )?CHỦ NHIỆM|(?:PHÓ )?TỔNG (?:BIÊN TẬP|KIỂM TOÁN|GIÁM ĐỐC|CỤC TRƯỞNG|THƯ KÝ)|"
    r"(?:PHÓ )?CHÍNH ỦY|(?:PHÓ )?TƯ LỆNH|"
    r"CHÍNH TRỊ VIÊN)"
)
ROLE = re.compile(rf"{_HEADS}\b.*")
"""A post in which one signs, as print has it."""

HEAD = re.compile(_HEADS)
"""How a post begins, though its words be broken (``BÍ THƯTHƯỜNG TRỰC``)."""

BESIDE = re.compile(
    rf"(?<=[\s,;.])(?:(?:T\s?/\s?[ML]|K\s?/\s?T|TM\.|TL\.|KT\.|TUQ\.)\s+[{UPPER}][{UPPER}\s]+|(?:PHÓ |TỔNG )?(?:BÍ THƯ|"
    rf"CHỦ TỊCH|TRƯỞNG BAN|CHỦ NHIỆM|THỦ TƯỚNG|"
    rf"CHÁNH VĂN PHÒNG|GIÁM ĐỐC|BỘ TRƯỞNG)(?: THƯỜNG TRỰC)?)\s*\Z"
)
"""The signature's column at the end of a line of recipients, where only one blank was kept between the two."""

_SIGNED_LINE = re.compile(
    rf"(?P<caps>(?:T\s?/\s?[ML]|K\s?/\s?T|TM\.|TL\.|KT\.|TUQ\.|"
    rf"[{UPPER}]{{2,}})[{UPPER}\s./,-]+?)\s+(?P<signed>[(\[]?(?:[Đđ]ã\s+ký|ĐÃ\s+KÝ)[)\]]?\s+)?"
    rf"(?P<name>(?:[{UPPER}][{LOWER}]+\s?){{2,5}})"
)
_PART = re.compile(
    r"(?<!\S)(?:(?:T\s?/\s?[ML]|K\s?/\s?T|TM\.|TL\.|KT\.|TUQ\.)\s+\S+|THƯỜNG TRỰC BAN BÍ THƯ|(?<!BAN )(?:PHÓ |"
    r"TỔNG )?BÍ THƯ|(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|TRƯỞNG BAN|CHỦ NHIỆM|"
    r"CHÁNH VĂN PHÒNG|GIÁM ĐỐC)|BỘ TRƯỞNG|THỨ TRƯỞNG)(?!\S)"
)


def parts_of_signature(text: str) -> list[tuple[int, int]]:
    """The parts of a signature that stands on one line: marks, posts, the sign that it is signed, the name; none for other lines.

    >>> line = "T/M BAN THƯỜNG VỤ K/T BÍ THƯ PHÓ BÍ THƯ (đã ký) Lê Văn Mẫu"
    >>> [line[s:e] for s, e in parts_of_signature(line)]
    ['T/M BAN THƯỜNG VỤ', 'K/T BÍ THƯ', 'PHÓ BÍ THƯ', '(đã ký)', 'Lê Văn Mẫu']
    """
    match = _SIGNED_LINE.fullmatch(text)
    if match is None:
        return []
    starts, after = [0], 0
    for part in _PART.finditer(match["caps"]):
        if part.start() and part.start() >= after:
            starts.append(part.start())
        mark = MARK.match(text, part.start())
        if mark is not None:  # the word behind a mark is no post of its own: K/T BÍ THƯ
            role = ROLE.match(text, mark.start("whom"))
            after = mark.start("whom") + len("BÍ THƯ") if role else mark.start("whom")
    starts += [match.start(name) for name in ("signed", "name") if match[name]]
    edges = sorted({*starts, len(text)})
    return [(s, s + len(text[s:e].rstrip())) for s, e in zip(edges, edges[1:], strict=False)]
