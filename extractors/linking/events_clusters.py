"""Which mentions of one article name the same event: by the words of their names, and bare heads by what they can mean.

Two names are one event when one's words stand in the other's and nothing contradicts (number, years, day);
a bare head (``Hội nghị``) is the article's main event, or the last event named with that head.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vankien.extractors.reading import Found

_WORD = re.compile(r"[^\W_]+")
_HEAD_NOUN = re.compile(r"^(?:buổi|cuộc|đợt|chuyến)\s(?=\w+\s\w)")
_EMPTY = frozenset("các của và với cho về buổi cuộc lễ ngày lần thứ đồng chí tổ chức công tác việc một đảng kỷ niệm".split())

_FRAME = frozenset("lễ kỷ kỉ niệm năm lần thứ ngày các và của đồng chí dâng hương buổi mít tinh".split())

# What a bare head may stand for: kinds of events, the likeliest first.
MEANS: dict[str, tuple[str, ...]] = {
    "hội nghị": ("conference", "plenum", "ceremony", "meeting"),
    "hội thảo": ("conference",),
    "tọa đàm": ("conference",),
    "đại hội": ("congress",),
    "kỳ họp": ("session",),
    "phiên họp": ("session", "meeting", "plenum"),
    "cuộc họp": ("meeting", "session", "plenum"),
    "buổi lễ": ("ceremony", "anniversary"),
    "lễ kỷ niệm": ("anniversary", "ceremony"),
    "chuyến": ("visit",),
    "cuộc thi": ("contest",),
    "hội thi": ("contest",),
    "giải": ("contest",),
    "cuộc vận động": ("campaign",),
    "cuộc kiểm tra": ("inspection",),
    "cuộc giám sát": ("inspection",),
    "đợt kiểm tra": ("inspection",),
    "lễ": ("ceremony",),
    "cuộc": ("meeting",),
    "buổi": ("meeting",),
    "buổi làm việc": ("meeting", "visit", "inspection"),
    "cuộc làm việc": ("meeting", "visit", "inspection"),
    "họp báo": ("meeting",),
    "chương trình": ("other", "programme"),
    "ngày hội": ("ceremony",),
}


@dataclass(slots=True)
class Cluster:
    """Mentions of one event of the article. ``kind`` is that of the first descriptive mention."""

    kind: str
    finds: list[Found] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    quoted: str = ""

    def add(self, found: Found) -> None:
        """Take a mention in."""
        self.finds.append(found)
        self.words |= significant(found.label)
        self.quoted = self.quoted or quotation(found.label)

    @property
    def first(self) -> Found:
        """The mention that names it first, a descriptive one if there is any."""
        return self.finds[0]

    @property
    def fullest(self) -> Found:
        """The longest descriptive mention."""
        return max(self.finds, key=lambda f: (not f.attributes.get("bare"), len(f.label), -f.start))

    def same(self, found: Found) -> bool:
        """Whether a descriptive find names this event."""
        if found.attributes["kind"] != self.kind or not self._agree(found):
            return False
        name = quotation(found.label)
        if name or self.quoted:
            return bool(name) and name == self.quoted
        if self.kind == "anniversary" and found.attributes.get("years"):
            kept = keeps(found.label)
            return any(
                f.attributes.get("years") == found.attributes["years"] and (kept <= (own := keeps(f.label)) or own <= kept)
                for f in self.finds
            )
        words = significant(found.label)
        if self.kind == "inspection":
            return any(len(words & (own := significant(f.label))) * 2 > len(words | own) for f in self.finds)
        return any(words <= (own := significant(f.label)) or own <= words for f in self.finds)

    def _agree(self, found: Found) -> bool:
        """No contradiction in the attributes that both give."""
        for other in self.finds:
            for name in ("years", "ordinals"):
                mine, theirs = other.attributes.get(name), found.attributes.get(name)
                if mine and theirs and mine != theirs:
                    return False
            days = [str(f.attributes.get("date", "")) for f in (other, found)]
            if all(len(d) >= 7 for d in days) and days[0] != days[1] and self.kind not in ("anniversary", "campaign", "programme"):
                return False
            if _editions(other) and _editions(found) and _editions(other) != _editions(found):
                return False
        return True


def significant(label: str) -> set[str]:
    """The words of a name that tell events apart, in lower case."""
    return {w for w in _WORD.findall(label.lower()) if w not in _EMPTY}


def keeps(label: str) -> set[str]:
    """The words of an anniversary's name that say what it keeps."""
    return {w for w in _WORD.findall(label.lower()) if not w.isdigit() and w not in _FRAME}


def quotation(label: str) -> str:
    """The quoted name inside a name, folded (``cuộc vận động "…"`` and ``phong trào "…"`` compare by it)."""
    match = re.search(r'"([^"]+)"', label)
    return " ".join(_WORD.findall(match[1].lower())) if match else ""


def _editions(found: Found) -> str:
    match = re.search(r"lần\s(?:thứ\s)?(\w+)\Z", found.label)
    return match[1].lower() if match else ""


def meanings(found: Found) -> tuple[str, ...]:
    """Kinds of events that a bare head may stand for, by the longest entry of :data:`MEANS` that begins it."""
    label = found.label.lower()
    for head in sorted(MEANS, key=len, reverse=True):
        if label.startswith(head):
            return MEANS[head]
    return (str(found.attributes["kind"]),)


def fits(cluster: Cluster, found: Found) -> int:
    """How well a bare head fits an event: 0 not at all; more for the same head word and the likelier kind."""
    sort = "session" if cluster.first.cls == "Session" else cluster.kind
    kinds = meanings(found)
    if sort not in kinds:
        return 0
    if sort == "anniversary" and not any(f.label.lower().startswith("lễ") for f in cluster.finds):
        return 0
    core = _HEAD_NOUN.sub("", found.label.lower())
    same = any(core in f.label.lower()[: len(core) + 10] for f in cluster.finds if not f.attributes.get("bare"))
    return 2 + (kinds.index(sort) == 0 if sort in kinds else 0) + 2 * same
