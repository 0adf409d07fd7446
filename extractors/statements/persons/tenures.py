"""Who holds which post: posts beside a name (domain notes 5.2, patterns A-H), and the body of each post.

A *cluster* is a run of names and posts with nothing between them but commas, brackets, titles and the like.
Posts right before a name (blank between) are that person's; posts after a name belong to it up to the
next person's own; a head before a colon goes to every name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.extractors.grammar.shapes import PersonFound, PostFound
from vankien.extractors.reading import Found, Reading

_TITLES = (
    r"đồng chí|đ/c|các đồng chí|ông|bà|anh|chị|cụ|các ông|các bà|đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|"
    r"trung tá|thiếu tá|phó đô đốc|chuẩn đô đốc|đô đốc|PGS|GS|TSKH|TS|ThS|tiến sĩ|thạc sĩ|luật sư|bác sĩ|giáo sư|phó giáo sư"
)
_TERM = (
    r"(?:khóa|khoá|nhiệm kỳ|giai đoạn)\s+(?:thứ\s+)?[IVXLC\d]+(?:\s*[-,]\s*[IVXLC\d]+)*|các khóa [IVX\d, ]+|\((?:khóa )?[IVX\d]+\)"
    r"|\(dự khuyết\)|từ khóa \S+ đến khóa \S+"
)
_LIGHT = re.compile(
    rf"(?:\s|[,;:()\-\".…]|\b(?:và|cùng|kiêm|kiêm nhiệm|đồng thời là|đồng thời|hiện là|nay là|nguyên|cựu|cố|quyền|tân|rồi|là|"
    rf"{_TITLES}|{_TERM})(?!\w)\.?)*",
    re.IGNORECASE,
)
_BLANK = re.compile(rf"(?:\s|(?:{_TITLES})(?!\w)\.?)*", re.IGNORECASE)
_ANEW = re.compile(r"\s+(?:Ông|Bà|Đồng chí)\b")  # a sentence begins where the line break was lost
_HARD = re.compile(r";|\bvà\b|\.(?:\s|$)|…|\bcùng\b")
_COLON = re.compile(rf"(?:{_TERM}|\s)*:(?:\s|(?:{_TITLES})(?!\w))*", re.IGNORECASE)
_FIRST_RIGHT = re.compile(r"(?:\s*(?:,|-|\(|\s)\s*(?:nguyên|cựu|quyền|hiện là|hiện|tân|\s|kiêm|là)*)", re.IGNORECASE)
_NOW = re.compile(r"hiện là|hiện|nay là", re.IGNORECASE)


@dataclass(slots=True)
class Holding:
    """A person and a post beside them, with the status the words give."""

    person: PersonFound
    post: PostFound
    status: str
    rule: str


def _items(reading: Reading) -> list[Found]:
    posts = [p for p in reading.posts if p.entities and not p.hidden]
    persons = [p for p in reading.persons if p.entities and not p.hidden]
    inside = [(p.start, p.end) for p in posts]
    free = [p for p in persons if not any(s <= p.start < e for s, e in inside)]
    return sorted([*posts, *free], key=lambda f: f.start)


def _clusters(reading: Reading) -> list[list[Found]]:
    """Runs of names and posts with only light words between them, within one line."""
    clusters: list[list[Found]] = []
    text = reading.text
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


class _Cluster:
    """One cluster being divided among its persons."""

    def __init__(self, text: str, items: list[Found]) -> None:
        self.items = items
        self.gaps = [text[a.end : b.start] for a, b in zip(items, items[1:], strict=False)] + [""]
        self.owner: dict[int, list[tuple[int, str]]] = {}

    def person(self, k: int) -> bool:
        return isinstance(self.items[k], PersonFound)

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


def _strong(gap: str, cluster: _Cluster, j: int) -> bool:
    """A separator that ends one person's posts; ``và`` does so only where a person stands before."""
    if re.search(r"[;:.…]", gap):
        return True
    if re.search(r"\b(?:và|cùng)\b", gap):
        return any(cluster.person(m) for m in range(j + 1))
    return False


def holdings(reading: Reading) -> list[Holding]:
    """All pairs of person and post that stand beside each other (worked out once an article)."""
    if "holdings" not in reading.memo:
        reading.memo["holdings"] = _holdings(reading)
    result: list[Holding] = reading.memo["holdings"]
    return result


def _holdings(reading: Reading) -> list[Holding]:
    found: list[Holding] = []
    for items in _clusters(reading):
        cluster = _Cluster(reading.text, items)
        taken: set[int] = set()
        for k in range(len(items)):
            if cluster.person(k):
                group, open_before = cluster.left_group(k)
                if group and not (open_before and len(group) > 1):
                    taken.update(group)
                    found += _pair(cluster, k, group, "posts before name")
        titled = {k for k in range(len(items)) if cluster.person(k) and k - 1 in taken}
        for k in range(len(items)):
            if cluster.person(k):
                group = cluster.right_group(k, taken)
                if k in titled and len(group) == 1 and _subject(cluster.items[group[0]]):
                    continue  # Chủ tịch nước A, Thủ tướng mời …: the next subject, no second office
                taken.update(group)
                found += _pair(cluster, k, group, "posts after name")
        found += _shared_heads(cluster, taken)
    return found


def _subject(item: Found) -> bool:
    """Whether a post of the State as such stands without its body, as a person's name would."""
    return isinstance(item, PostFound) and item.body is None and item.attributes["complement"] in ("self", "government")


def _shared_heads(cluster: _Cluster, taken: set[int]) -> list[Holding]:
    """``các đồng chí Ủy viên …: A, B, C``: every post before the colon goes to every name after it."""
    found: list[Holding] = []
    for k in range(1, len(cluster.items)):
        if cluster.person(k) and not cluster.person(k - 1) and _COLON.fullmatch(cluster.gaps[k - 1]):
            heads, j = [], k - 1
            while j >= 0 and not cluster.person(j) and j not in taken:
                heads.append(j)
                j -= 1
            m = k
            own_posts = k + 1 < len(cluster.items) and not cluster.person(k + 1)
            while m < len(cluster.items):
                if cluster.person(m):
                    found += _pair(cluster, m, sorted(heads), "head before colon", shared=True)
                if ":" in cluster.gaps[m] or (";" in cluster.gaps[m] and not own_posts):
                    break  # a list of bare names ends at the semicolon; one of names with posts goes on
                m += 1
    return found


def _pair(cluster: _Cluster, k: int, group: list[int], rule: str, shared: bool = False) -> list[Holding]:
    person = cluster.items[k]
    assert isinstance(person, PersonFound)
    posts = [p for p in (cluster.items[j] for j in group) if isinstance(p, PostFound)]
    formers = [p for p in posts if p.former]
    past = False
    found = []
    for j, post in zip(group, posts, strict=True):
        if post.group and not shared:
            continue
        before = cluster.gaps[j - 1] if j else ""
        if post.former:
            past = len(formers) == 1
        elif _NOW.search(before) or post.weak:
            past = past and not _NOW.search(before) and not post.weak
        status = "former" if post.former or past else "incoming" if post.attributes.get("new") else "current"
        found.append(Holding(person, post, status, rule))
    return found


def state_tenures(reading: Reading) -> None:
    """State holdsPost for every pair, and postIn for every post whose words name its body."""
    for post in reading.posts:
        if isinstance(post, PostFound) and post.entities and not post.hidden and post.body is not None:
            if post.body.entities and not post.body.hidden and post.role != "Tổng Bí thư":
                reading.say(post.entities[0], "postIn", post.body.entities[0], post.start, post.end, "body named in post")
    for pair in holdings(reading):
        start, end = min(pair.person.start, pair.post.start), max(pair.person.end, pair.post.end)
        reading.say(
            pair.person.entities[0], "holdsPost", pair.post.entities[0], start, end, pair.rule, status=pair.status
        )

