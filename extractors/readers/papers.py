"""Whether a text is a paper of the Party or the State as it was issued, told by its head.

Every such paper opens with a national line and a number: *ĐẢNG CỘNG SẢN VIỆT NAM* on the right of a Party paper
(Hướng dẫn 36-HD/VPTW, 3/4/2018), *CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* on that of a State paper (Nghị định 30/2020/NĐ-CP,
annex I), and *Số ...* on the left of both. Such a text is read whole: its head, its signature and its recipients are no
furniture of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vankien.extractors.official.gate import STAMP
from vankien.extractors.readers.lines import Line, fold

HEAD_LINES = 15
"""Lines from the top (blank ones aside) in which national line and number must stand."""

_NATION = re.compile(r"(?:đảng (?:cộng sản|lao động) việt nam|việt nam dân chủ cộng hòa|cộng hòa xã hội chủ nghĩa việt nam)\W*\Z")
_NUMBER = re.compile(r"số ?:? ?(?=[\d./…-])")
_HEAD = 1000  # code points: longer lines are no part of a head
_LONGEST = 120  # code points: a sentence of an article may end with the country's name too
_MARK = re.compile(r"[^\w(]*(?:\(|dự thảo|bản sao|sao (?:y|lục)|mẫu|phụ lục|biểu)|(?:trang|tr\.?) ?\d+\W*\Z", re.IGNORECASE)
_SHORT = 3  # words: a mark, no headline


def is_paper(lines: Sequence[Line]) -> bool:
    """Whether the lines (as :func:`lines_of` gives them) are those of an official paper: its head opens them.

    Above it stand names in capitals, marks and the lines of a digital signature; a headline or a sentence makes it an
    article that prints a paper.

    >>> from vankien.extractors.readers.lines import lines_of
    >>> is_paper(lines_of("TỈNH ỦY PHÚ THỌ\\nSố 05-NQ/TU\\nĐẢNG CỘNG SẢN VIỆT NAM\\nNGHỊ QUYẾT"))
    True
    >>> is_paper(lines_of("Hôm qua, Tỉnh ủy họp.\\nSố 5 đường Lê Lợi là nơi họp."))
    False
    """
    return holds_paper(lines) and not any(map(_tells, _above(lines[:HEAD_LINES])))


def holds_paper(lines: Sequence[Line]) -> bool:
    """Whether a paper's head stands among the first lines, whatever stands above it: the text ends as the paper does."""
    head = [line.text for line in lines[:HEAD_LINES] if len(line.text) <= _HEAD]
    broken = (f"{line} {after}" for line, after in pairwise(head) if line.isupper() and after.isupper())
    return any(map(is_nation, (*head, *broken))) and any(_NUMBER.match(fold(line)) for line in head)


def _above(lines: Sequence[Line]) -> Iterator[str]:
    """The lines above the first one that is the national line or the number."""
    for line in lines:
        if len(line.text) <= _HEAD and (is_nation(line.text) or _NUMBER.match(fold(line.text))):
            return
        yield line.text


def _tells(line: str) -> bool:
    """Whether a line is a headline or a sentence: small letters in more than a few words, and no mark."""
    if len(line) > _HEAD:
        return True
    small = any(c.islower() for c in line)
    return small and len(line.split()) > _SHORT and not (STAMP.match(line) or _MARK.match(line))


def is_nation(line: str) -> bool:
    """Whether a line is the national line, alone or at the end of a line that holds both columns of the head."""
    found = _NATION.search(fold(line)) if len(line) <= _LONGEST else None
    if found is None:
        return False
    return found.start() == 0 or " ".join(line.split()[-len(found.group().split()) :]).isupper()
