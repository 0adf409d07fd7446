"""Which mentions of one article name the same event, by the words of their names.

Two names are one event when one's words stand in the other's and nothing contradicts (number, years, day,
edition); what a bare head may stand for is a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from vankien.extractors.reading import Found

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"([^"]+)"')
_EDITION = re.compile(r"lần\s(?:thứ\s)?(\w+)\Z")
_CLASSIFIER = re.compile(r"^(?:buổi|cuộc|đợt|chuyến)\s(?=\w+\s\w)")
_EMPTY = frozenset(
    "các của và với cho về buổi cuộc lễ ngày lần thứ đồng chí tổ chức công tác việc một đảng kỷ niệm".split()
)
_FRAME = frozenset("lễ kỷ kỉ niệm năm lần thứ ngày các và của đồng chí dâng hương buổi mít tinh".split())
_LASTING = frozenset({"anniversary", "campaign", "programme"})

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

WEEK = 7
"""Days that one event may last."""

MEANS: dict[str, tuple[str, ...]] = {
    "buổi gặp": ("meeting", "ceremony"),
    "buổi làm việc": ("meeting", "visit", "inspection"),
    "buổi khảo sát": ("inspection", "visit", "meeting"),
    "buổi kiểm tra": ("inspection", "visit"),
    "buổi lễ": ("ceremony", "anniversary", "meeting", "other"),
    "buổi": ("meeting",),
    "chuyến khảo sát": ("inspection", "visit"),
    "chuyến": ("visit",),
    "chương trình giao lưu": ("other",),
    "chương trình nghệ thuật": ("programme",),
    "chương trình": ("other", "programme", "meeting", "ceremony"),
    "cuộc giám sát": ("inspection",),
    "cuộc họp": ("meeting", "session", "plenum"),
    "cuộc kiểm tra": ("inspection",),
    "cuộc làm việc": ("meeting", "visit", "inspection"),
    "cuộc thi": ("contest",),
    "cuộc vận động": ("campaign",),
    "cuộc": ("meeting",),
    "giải": ("contest",),
    "họp báo": ("meeting",),
    "hội nghị": ("conference", "plenum", "ceremony", "meeting"),
    "hội thi": ("contest",),
    "hội thảo": ("conference",),
    "kỳ họp": ("session",),
    "lễ kỷ niệm": ("anniversary", "ceremony"),
    "lễ": ("ceremony",),
    "ngày hội": ("other", "ceremony"),
    "buổi thảo luận": ("session",),
    "phiên chất vấn": ("session",),
    "phiên thảo luận": ("session",),
    "phiên trù bị": ("session",),
    "phiên họp": ("session", "meeting", "plenum"),
    "tọa đàm": ("conference",),
    "đại hội": ("congress",),
    "đợt kiểm tra": ("inspection",),
}
"""What a bare head may stand for: kinds of events, the likeliest first (``session``: class Session)."""


_OWN_KIND = ("phiên trù bị", "phiên thảo luận", "phiên chất vấn", "buổi thảo luận")
"""Heads that say which session they are: they mean no session of another kind."""


@dataclass(slots=True)
class Cluster:
    """Mentions of one event of the article; ``kind`` is that of the first, ``id`` the entity's IRI."""

    kind: str
    id: str = ""
    finds: list[Found] = field(default_factory=list)

    @classmethod
    def of(cls, event: Found, id: str = "") -> Cluster:
        """An empty cluster for a mention's kind of event."""
        return cls(str(event.attributes["kind"]), id)

    def add(self, found: Found) -> None:
        """Take a mention in."""
        self.finds.append(found)

    @property
    def first(self) -> Found:
        """The mention that came first."""
        return self.finds[0]

    @property
    def fullest(self) -> Found:
        """The longest descriptive mention; a noun goes before a verb."""
        return max(self.finds, key=_descriptive)

    def same(self, found: Found) -> bool:
        """Whether a descriptive find names this event."""
        if found.attributes["kind"] != self.kind or not all(_agree(f, found, self.kind) for f in self.finds):
            return False
        name = quotation(found.label)
        if name or any(quotation(f.label) for f in self.finds):
            return any(name == quotation(f.label) for f in self.finds)
        return any(self._same_words(f, found) for f in self.finds)

    def _same_words(self, a: Found, b: Found) -> bool:
        if self.kind == "anniversary" and b.attributes.get("years"):
            if a.attributes.get("years") != b.attributes["years"]:
                return False
            one, other = kept_words(a.label), kept_words(b.label)
        else:
            one, other = telling_words(a.label), telling_words(b.label)
        if self.kind == "inspection":
            return len(one & other) * 2 > len(one | other)
        return one <= other or other <= one


def _descriptive(found: Found) -> tuple[bool, bool, int, int]:
    told = bool(found.attributes.get("verb"))
    return not found.attributes.get("bare"), not told, len(found.label), -found.start


def _agree(a: Found, b: Found, kind: str) -> bool:
    """No contradiction in what both mentions give: years, numbers, edition, day."""
    for name in ("years", "ordinals"):
        mine, theirs = a.attributes.get(name), b.attributes.get(name)
        if mine and theirs and mine != theirs:
            return False
    if a.attributes.get("years") and b.attributes.get("years"):
        if a.attributes.get("keeps", "") != b.attributes.get("keeps", ""):
            return False  # the founding of the Party, and that of another one
    editions = [m[1].lower() for f in (a, b) if (m := _EDITION.search(f.label))]
    if len(editions) == 2 and editions[0] != editions[1]:
        return False
    days = [d for f in (a, b) if len(d := str(f.attributes.get("date", ""))) >= 7]
    return kind in _LASTING or len(days) < 2 or days[0] == days[1]


def telling_words(label: str) -> set[str]:
    """The words of a name that tell events apart, in lower case.

    >>> sorted(telling_words("Lễ trao Huy hiệu Đảng"))
    ['hiệu', 'huy', 'trao']
    """
    return {w for w in _WORD.findall(label.lower()) if w not in _EMPTY}


def kept_words(label: str) -> set[str]:
    """The words of an anniversary's name that say what it keeps.

    >>> sorted(kept_words("lễ kỷ niệm 87 năm Ngày thành lập Đảng"))
    ['lập', 'thành', 'đảng']
    """
    return {w for w in _WORD.findall(label.lower()) if not w.isdigit() and w not in _FRAME}


def quotation(label: str) -> str:
    """The quoted name inside a name, folded (``cuộc vận động "…"`` and ``phong trào "…"`` compare by it)."""
    match = _QUOTED.search(label)
    return " ".join(_WORD.findall(match[1].lower())) if match else ""


def meanings(found: Found) -> tuple[str, ...]:
    """Kinds of events that a bare head may stand for: the longest entry of :data:`MEANS` that begins it."""
    label = found.label.lower()
    head = max((h for h in MEANS if label.startswith(h)), key=len, default="")
    return MEANS[head] if head else (str(found.attributes["kind"]),)


def _contradicts(cluster: Cluster, found: Found) -> bool:
    """A bare head of another year or week; ``đại hội`` in small letters is any level's, not the Party's."""
    if found.label == "đại hội" and cluster.first.attributes.get("scope") != "owner":
        return True
    days = [str(f.attributes["date"]) for f in cluster.finds if f.attributes.get("date")]
    day = str(found.attributes.get("date") or "")
    return bool(day and days) and not any(_near(day, known) for known in days)


def _near(day: str, other: str) -> bool:
    """Whether two days may be of one event: within a week, or of the same year where one is not full."""
    if _DAY.fullmatch(day) and _DAY.fullmatch(other):
        return abs((date.fromisoformat(day) - date.fromisoformat(other)).days) <= WEEK
    return not (day[:4].isdigit() and other[:4].isdigit()) or day[:4] == other[:4]


def fits(cluster: Cluster, found: Found) -> int:
    """How well a bare head fits an event: 0 not at all; more for the same noun and the likelier kind."""
    sort = "session" if cluster.first.cls == "Session" else cluster.kind
    kinds = meanings(found)
    if sort not in kinds or _contradicts(cluster, found):
        return 0
    labels = [f.label.lower() for f in cluster.finds if not f.attributes.get("bare")]
    if sort == "anniversary" and not any("lễ" in label[:8] for label in labels):
        return 0
    noun = _CLASSIFIER.sub("", found.label.lower())
    same = any(noun in label[: len(noun) + 10] for label in labels)
    if found.label.lower().startswith(_OWN_KIND) and not same:
        return 0
    return 2 + (kinds[0] == sort) + 2 * same
