"""A sentence with its finds replaced by slots, so that a rule can be written as one readable pattern.

``Bộ Chính trị bổ nhiệm ông Lê Văn A giữ chức Bí thư Tỉnh ủy`` becomes ``<B0> bổ nhiệm ông <P0> giữ chức <T0>``:
B a body, P a person, T a post, D a document, E an event; the number is the find's index in the reading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.cues import Cues
from vankien.extractors.text.letters import LOWER

SLOT = re.compile(r"<([BPTDE])(\d+)>")
_HONORIFIC = (
    r"(?:các\s+)?(?:đồng chí|đ/c|ông|bà|anh|chị|đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|"
    r"PGS\.?,?\s*TS\.?|TS\.?|tân|(?:phó\s+)?(?:thứ trưởng|bộ trưởng|bí thư|chủ tịch|giám đốc|hiệu trưởng|cục trưởng|vụ trưởng))"
)
PERSON = rf"(?:{_HONORIFIC}\s*,?\s*)*<P\d+>"
PERSONS = rf"{PERSON}(?:\s*(?:,|và|,\s*và)\s*{PERSON})*"
_TERMS = r"[\dIVX]+(?:\s*(?:[-,]|và)\s*[\dIVX]+)*"  # never ends with the comma before the next post
_TERM = rf"(?:\s*(?:(?:hai|ba|bốn|các)\s+)?(?:khóa|nhiệm kỳ)\s+{_TERMS}(?:\s*\(dự khuyết\)(?:\s*,\s*{_TERMS})?)?)?(?:\s*\((?:từ|giai đoạn|nhiệm kỳ)\s[^()<>]{{0,30}}\))?"
# Posts that are left: "giữ chức" after the first begins what is taken up instead.
LEFT = rf"<T\d+>{_TERM}(?:\s*(?:,|;|và|kiêm)\s*(?:các\s+)?(?:chức vụ|chức danh|nguyên)?\s*<T\d+>{_TERM})*"
POSTS = rf"<T\d+>{_TERM}(?:\s*(?:,|;|và|kiêm|rồi|đồng thời(?: là| giữ chức)?|, đồng thời)\s*(?:giữ chức|làm|chức vụ|nguyên)?\s*<T\d+>{_TERM})*"


@dataclass(slots=True)
class Skeleton:
    """One sentence (or clause) as slots and words; ``at`` maps an offset in it back to the normal text."""

    text: str
    start: int
    end: int
    _marks: list[int]
    _offsets: list[int]

    def at(self, offset: int) -> int:
        """Offset in the normal text of an offset in the skeleton."""
        k = bisect_right(self._marks, offset) - 1
        return self._offsets[k] + (offset - self._marks[k]) if k >= 0 else self.start + offset

    def slots(self, kind: str, text: str | None = None) -> list[int]:
        """Indices of the slots of one kind, in order."""
        return slots(kind, self.text if text is None else text)


def slots(kind: str, text: str) -> list[int]:
    """Indices of the slots of one kind in a skeleton's words, in order."""
    return [int(n) for k, n in SLOT.findall(text) if k == kind]


def groups(reading: Reading) -> dict[str, list[Found]]:
    """The lists that slots point into."""
    return {
        "B": reading.bodies, "P": reading.persons, "T": reading.posts, "D": reading.documents, "E": reading.events,
    }  # fmt: skip


def skeletons(
    reading: Reading, kinds: str = "BPT", drop: Collection[Found] = (), cue: Cues | None = None,
    want: Callable[[int, int], bool] | None = None,
) -> Iterator[Skeleton]:
    """Skeletons of sentences, with slots for finds of these kinds: of those that name a person and hold the
    ``cue``, or of those (by their offsets) that one may ``want``.

    The outermost find wins; ``drop`` finds leave no slot and no words (posts in apposition to a name). A pronoun
    (``Ông giữ chức …``) becomes the slot of the person the text is speaking of, where that is clear.
    """
    marks = _marks(reading, kinds, drop)
    people = [start for start, _, slot in marks if slot.startswith("<P")]
    at = person = 0
    for start, end in reading.sentences:
        while at < len(marks) and marks[at][1] <= start:
            at += 1
        if want is not None:
            if want(start, end):
                yield _build(reading.text, start, end, marks, at)
            continue
        while person < len(people) and people[person] < start:
            person += 1
        if person == len(people):
            return
        if people[person] < end and (cue is None or cue.within(reading, start, end)):
            yield _build(reading.text, start, end, marks, at)


def _marks(reading: Reading, kinds: str, drop: Collection[Found]) -> list[tuple[int, int, str]]:
    """(start, end, slot) of the finds and pronouns in text order; many rules ask for the same ones."""
    dropped = frozenset(id(f) for f in drop)
    key = (kinds, dropped)
    known: dict[tuple[str, frozenset[int]], list[tuple[int, int, str]]] = reading.memo.setdefault("skeletons", {})
    if key not in known:
        marks: list[tuple[int, int, str]] = []
        for kind in kinds:
            for k, find in enumerate(groups(reading)[kind]):
                if id(find) in dropped:
                    marks.append((find.start, find.end, ""))
                elif find.entities and not find.hidden:
                    marks.append((find.start, find.end, f"<{kind}{k}>"))
        marks += [(start, end, f"<P{k}>") for start, end, k in (*pronouns(reading), *offices(reading))]
        marks.sort(key=lambda m: (m[0], -m[1], m[2]))  # of an office and its holder over the same words the holder
        known[key] = marks
    return known[key]


_PRONOUN = re.compile(rf"[ÔôBbĐđ](?<!\w.)(?:(?<=[Ôô])ng|(?<=[Bb])à|(?<=[Đđ])ồng chí)(?=\s+[{LOWER}])")
_LEADS_IN = (", ", "; ", "khi ", "lúc ")  # a pronoun is a subject at the head of a clause


_OFFICE_LEADS = re.compile(r"\W*(?:[Tt]ân\s|[Vv]ị\s(?:tân\s)?)")
_OFFICE_DID = re.compile(r"\s+(?:từng|đã từng|lần lượt|trước đó|sinh năm|sinh ngày|từng có|hiện|năm nay)\b")


def offices(reading: Reading) -> list[tuple[int, int, int]]:
    """(start, end, index of the person) of each post that opens a sentence of a career: ``Tân Bí thư Tỉnh ủy X từng …``.

    It stands for the one person beside whom the article has named this new post.
    """
    if "offices" not in reading.memo:
        reading.memo["offices"] = list(_offices(reading))
    found: list[tuple[int, int, int]] = reading.memo["offices"]
    return found


def _offices(reading: Reading) -> Iterator[tuple[int, int, int]]:
    people = [(k, p) for k, p in enumerate(reading.persons) if p.entities and not p.hidden]
    for post in reading.posts:
        if post.hidden or not post.entities or not _OFFICE_DID.match(reading.text, post.end):
            continue
        begin = reading.sentence_at(post.start)[0]
        lead = _OFFICE_LEADS.fullmatch(reading.text, begin, post.start)
        if lead is None and begin != post.start:
            continue
        before = {p.entities: k for k, p in people if p.start < post.start and _took(reading, p, post)}
        titled = {e: k for e, k in before.items() if reading.persons[k].label in reading.article.title}
        candidates = titled if len(titled) == 1 else before
        if lead is not None and len(candidates) == 1:
            yield post.start, post.end, next(iter(candidates.values()))


_TAKING = re.compile(r"\b(?:bầu|bổ nhiệm|giữ chức|giữ cương vị|làm|điều động|chỉ định|phân công|được)\b|\btân\s", re.IGNORECASE)


def _took(reading: Reading, person: Found, post: Found) -> bool:
    """Whether a sentence before says of this person that he takes up the post, or names him with it (or the title does)."""
    begin, end = reading.sentence_at(person.start)
    same = [p for p in reading.posts if p.entities == post.entities and begin <= p.start < min(end, post.start)]
    if any(abs(p.start - person.end) < 4 or abs(person.start - p.end) < 4 for p in same):
        return True
    return any(_TAKING.search(reading.text, person.end, p.start) for p in same if "chúc mừng" not in reading.text[person.end : p.start])


def pronouns(reading: Reading) -> list[tuple[int, int, int]]:
    """(start, end, index of the person) of each pronoun whose person is clear.

    The text speaks of the only person of the last sentence that named one; where that named several, of the
    person in the article's title, if among them.
    """
    if "pronouns" not in reading.memo:
        reading.memo["pronouns"] = list(_pronouns(reading))
    found: list[tuple[int, int, int]] = reading.memo["pronouns"]
    return found


def _pronouns(reading: Reading) -> Iterator[tuple[int, int, int]]:
    people = [(k, p) for k, p in enumerate(reading.persons) if p.entities and not p.hidden]
    titled = [k for k, p in people if p.label in reading.article.title]
    headline = titled[0] if len({reading.persons[k].entities for k in titled}) == 1 else None
    topic: int | None = None
    at = 0
    for start, end in reading.sentences:
        here = []
        while at < len(people) and people[at][1].start < end:
            here.append(people[at][0])
            at += 1
        first = reading.persons[here[0]].start if here else end
        if topic is not None:
            for match in _PRONOUN.finditer(reading.text, start, min(first, end)):
                lead = reading.text[max(start, match.start() - 4) : match.start()]
                if not lead or lead.endswith(_LEADS_IN):
                    yield match.start(), match.end(), topic
        distinct = {reading.persons[k].entities for k in here}
        if len(distinct) == 1:
            topic = here[0]
        elif distinct:
            topic = headline if headline is not None and reading.persons[headline].entities in distinct else None


def _build(text: str, start: int, end: int, marks: list[tuple[int, int, str]], at: int) -> Skeleton:
    pieces: list[str] = []
    places, offsets, size, position = [0], [start], 0, start
    while at < len(marks) and marks[at][0] < end:
        first, last, slot = marks[at]
        at += 1
        if first < position or last > end:
            continue
        between = plain(text[position:first])
        if not slot:
            between = between.rstrip(" ,-(")
        pieces += [between, slot]
        size += len(between)
        places.append(size)
        offsets.append(first)
        size += len(slot)
        places.append(size)
        offsets.append(last)
        position = last
    pieces.append(plain(text[position:end]))
    return Skeleton("".join(pieces), start, end, places, offsets)


def plain(text: str) -> str:
    """Words of an article as a skeleton may hold them: what looks like a slot in print is none."""
    return text.replace("<", "‹") if "<" in text else text
