"""Runs of names and posts with nothing between them but commas, brackets, titles and the like (domain notes 5.2)."""

from __future__ import annotations

import re

from vankien.extractors.grammar.shapes import PersonFound, PostFound
from vankien.extractors.reading import Found, Reading

TITLES = (
    r"đồng chí|đ/c|các đồng chí|ông|bà|anh|chị|cụ|các ông|các bà|đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|"
    r"trung tá|thiếu tá|phó đô đốc|chuẩn đô đốc|đô đốc|PGS|GS|TSKH|TS|ThS|tiến sĩ|thạc sĩ|luật sư|bác sĩ|giáo sư|phó giáo sư"
)
TERM = (
    r"(?:khóa|khoá|nhiệm kỳ|giai đoạn)\s+(?:thứ\s+)?[IVXLC\d]+(?:\s*[-,]\s*[IVXLC\d]+)*|các khóa [IVX\d, ]+|\((?:khóa )?[IVX\d]+\)"
    r"|\(dự khuyết\)|từ khóa \S+ đến khóa \S+"
)
_LIGHT = re.compile(
    rf"(?:\s|[,;:()\-\".…]|\b(?:và|cùng|kiêm|kiêm nhiệm|đồng thời là|đồng thời|hiện là|nay là|khi đó|lúc đó|lúc bấy giờ|bấy giờ|không còn|nguyên|cựu|cố|quyền|tân|rồi|là|"
    rf"{TITLES}|{TERM})(?!\w)\.?)*",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\((?:\d\d tuổi|sinh (?:năm|ngày)|SN \d)[^()\n]{0,60}\)|\((?:\d\d tuổi|sinh năm \d{4}|SN \d{4})\s*[,;-]|,\s*\d\d tuổi(?=\s*,)"
)
_COMMA = re.compile(r"\s*,")
_BLANK = re.compile(rf"(?:\s|(?:{TITLES}|{TERM})(?!\w)\.?)*", re.IGNORECASE)
_ANEW = re.compile(r"\s+(?:Ông|Bà|Đồng chí)\b")  # a sentence begins where the line break was lost
_FIRST_RIGHT = re.compile(r"(?:\s*(?:,|-|\(|\s)\s*(?:nguyên|cựu|quyền|hiện là|hiện|khi đó|lúc đó|lúc bấy giờ|bấy giờ|không còn|tân|\s|kiêm|là)*)", re.IGNORECASE)
_OF_THEN = re.compile(
    r"\s(?:\(\s?)?(?:(?:lúc )?bấy giờ|(?:lúc|khi|hồi) (?:đó|ấy)|(?:vào )?thời (?:kỳ |điểm )?(?:đó|ấy)|đương thời|\(?cũ\)|trước (?:khi |lúc )?(?:hợp nhất|sáp nhập))(?!\w)",
    re.IGNORECASE,
)
"""Behind a post: ``Bí thư Tỉnh ủy Nghệ An lúc bấy giờ``, ``Chủ tịch UBND tỉnh Hòa Bình (cũ)``."""

_ENDED = re.compile(r"\s*,?\s*\(?(?:nhiệm kỳ|giai đoạn)\s+\d{4}\s*-\s*(\d{4})")
_FOR = re.compile(
    r"(?:ủy quyền(?: của)?|thay mặt|thừa lệnh(?: của)?|được sự đồng ý của|(?:tặng hoa|trao quyết định|chúc mừng|giao nhiệm vụ|phát biểu)[^.;,]{0,24}?(?:cho|tới|với|mừng))\s+(?:tân\s+)?\Z",
    re.IGNORECASE,
)


def _items(reading: Reading) -> list[Found]:
    posts = [p for p in reading.posts if p.entities and not p.hidden and not p.attributes.get("short")]
    persons = [p for p in reading.persons if p.entities and not p.hidden]
    inside = [(p.start, p.end) for p in posts]
    free = [p for p in persons if not any(s <= p.start < e for s, e in inside)]
    return sorted([*posts, *free], key=lambda f: f.start)


def light_text(reading: Reading) -> str:
    """The text with blanks for what may stand between a name and its posts: ``(54 tuổi)``, ``Bộ trưởng,`` alone."""
    text = reading.text
    marks = [m.span() for m in _AGE.finditer(text)] if "tuổi" in text or "sinh" in text else []
    for post in reading.posts:
        if (post.hidden or post.attributes.get("short")) and isinstance(post, PostFound) and not (post.former or post.group):
            comma = _COMMA.match(text, post.end)
            marks.append((post.start, comma.end() if comma is not None else post.end))
    pieces, at = [], 0
    for start, end in sorted(marks):
        if start >= at:
            pieces += [text[at:start], " " * (end - start)]
            at = end
    return "".join(pieces) + text[at:] if marks else text


def clusters(reading: Reading, text: str) -> list[list[Found]]:
    """Runs of names and posts with only light words between them, within one line."""
    clusters: list[list[Found]] = []
    for item in _items(reading):
        if clusters:
            gap = text[clusters[-1][-1].end : item.start]
            if "\n" not in gap and len(gap) < 60 and _LIGHT.fullmatch(gap) and not _sentence_break(gap):
                clusters[-1].append(item)
                continue
        clusters.append([item])
    return [c for c in clusters if len(c) > 1]


def _sentence_break(gap: str) -> bool:
    return bool(re.search(r"\.\s*$|\.\s+[A-ZĐÔB]", gap)) and "…" not in gap


class Cluster:
    """One cluster being divided among its persons."""

    def __init__(self, text: str, items: list[Found], year: int | None = None) -> None:
        self.text = text
        self.year = year  # of the article
        self.items = items
        self.gaps = [text[a.end : b.start] for a, b in zip(items, items[1:], strict=False)] + [""]
        self.owner: dict[int, list[tuple[int, str]]] = {}

    def person(self, k: int) -> bool:
        return isinstance(self.items[k], PersonFound)

    def over(self, post: Found) -> bool:
        """Whether the term named after a post ended in a year before the article's (``Chủ tịch … nhiệm kỳ 2011-2016``), or it was one of then."""
        if _OF_THEN.match(self.text, post.end):
            return True
        term = _ENDED.match(self.text, post.end)
        return term is not None and self.year is not None and int(term[1]) < self.year

    def left_group(self, k: int) -> tuple[list[int], bool]:
        """Posts right before person k and whether a person stands openly before them."""
        if k == 0 or self.person(k - 1) or not _BLANK.fullmatch(self.gaps[k - 1]) or _ANEW.match(self.gaps[k - 1]):
            return [], False
        group, j = [k - 1], k - 2
        while j >= 0 and not self.person(j) and not _strong(self.gaps[j], self, j):
            post = self.items[j]
            if isinstance(post, PostFound) and post.attributes.get("new"):
                break  # "… chúc mừng tân Bí thư Tỉnh ủy, Trưởng ban X Lê Văn A": the new holder is somebody else
            group.append(j)
            j -= 1
        first = min(group)
        if len(group) > 1 and _FOR.search(self.text, max(0, self.items[first].start - 24), self.items[first].start):
            group.remove(first)  # thừa ủy quyền của Thủ tướng, Bộ trưởng A …: somebody else's office
        open_before = j >= 0 and self.person(j) and bool(_FIRST_RIGHT.fullmatch(self.gaps[j]))
        return sorted(group), open_before

    def right_group(self, k: int, taken: set[int]) -> list[int]:
        """Posts after person k up to the next person's own."""
        if k + 1 >= len(self.items) or self.person(k + 1) or not _FIRST_RIGHT.fullmatch(self.gaps[k]):
            return []
        group, j = [], k + 1
        while j < len(self.items) and not self.person(j) and j not in taken:
            if j > k + 1 and re.search(r"[;:]", self.gaps[j - 1]):
                break
            group.append(j)
            j += 1
        return group


def _strong(gap: str, cluster: Cluster, j: int) -> bool:
    """A separator that ends one person's posts; ``và`` does so only where a person stands before."""
    if re.search(r"[;:.…]", gap):
        return True
    if re.search(r"\b(?:và|cùng)\b", gap):
        return any(cluster.person(m) for m in range(j + 1))
    return False
