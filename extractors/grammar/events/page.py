"""One article laid out for the event rules: text, finds of the other components, where a name may end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from vankien.extractors.grammar.events.words import PAIR, PURPOSE, STOP, TRAILING, Head
from vankien.extractors.reading import Found, Reading

LONGEST = 230
"""Code points after which a name is cut: longer ones are sentences that lack their full stop."""

_MANY = re.compile(
    r"(?<!\w)(?:[Cc]ác|[Nn]hững|[Nn]hiều|[Mm]ọi|[Mm]ỗi|[Mm]ột\ssố|[Hh]àng\sloạt|từng|bất\skỳ|hai|ba|bốn|số|\d+)\s"
    r"(?:(?:buổi|cuộc|kỳ|đợt)\s)?\Z"
)
_LINK = re.compile(
    r"(?:,|\svà|\s-)?\s(?:gắn\svới\s|với\s)?(?:(?:việc\s)?(?:triển\skhai\s|tổ\schức\s)?thực\shiện\s)?"
)
_BEHIND = re.compile(r"[\s,(]*(?:ngày\s)?(?:của\s[^,.;]{3,60}\s)?(?:ngày\s)?")
_LIKE = re.compile(r"\s(?:\d+(?=\snăm))?(?P<word>(?:\snăm|[^\W\d_A-ZĐ]\w+\s))\w+(?!\w)")
_COUNT = re.compile(r"\d{2}(?:\snăm)?\Z")
_COUNTED = re.compile(r"\s\d{2}(?:\snăm)?(?:(?:,|\svà)\s\d{2}(?:\snăm)?)*\s(?:năm\s)?tuổi\s[Đđ]ảng")
"""``Huy hiệu 45 năm, 40 năm và 30 năm tuổi Đảng``: years of membership in a list."""

_LOW = re.compile(r"\s+[^\W\d_A-ZĐ]")


class Page:
    """The text with the finds of other components as blocks that no name may be cut inside of."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        lower = self.text.lower()
        self.lower = lower if len(lower) == len(self.text) else self.text.replace("İ", "I").lower()
        self.documents = sorted((d for d in reading.documents if not d.hidden), key=_place)
        self._document_starts = [d.start for d in self.documents]
        self.bodies = sorted((b for b in reading.bodies if not b.hidden), key=_place)
        self._body_starts = [b.start for b in self.bodies]
        self.dates = [d for d in reading.dates if not self._of_document(d)]
        self._date_starts = [d.start for d in self.dates]
        self.persons = sorted((p for p in reading.persons if not p.hidden), key=_place)
        self._person_starts = [p.start for p in self.persons]
        blocks = [*self.documents, *self.bodies, *reading.persons, *reading.posts]
        self._blocks = _merged(blocks)
        self._block_starts = [start for start, _ in self._blocks]

    def event(self, head: Head, start: int, end: int) -> Found:
        """A find of a head's kind over these words, with the bodies named in it as parts."""
        words = self.text[start:end]
        return Found(start, end, "Event", head.cls, words, {"kind": head.kind}, self.bodies_in(start, end))

    def classified(self, start: int) -> int:
        """Where a noun begins with its classifier before it (``cuộc họp báo``, ``buổi họp báo``)."""
        return start - 5 if self.lower.startswith(("cuộc ", "buổi "), max(0, start - 5)) else start

    def sentence_end(self, at: int) -> int:
        """Where the sentence of an offset ends; a name may not run over it."""
        return self.reading.sentence_at(at)[1]

    def many(self, at: int) -> bool:
        """Whether the words before an offset make a group of what follows (``các hội nghị``: conferences)."""
        return _MANY.search(self.text, max(0, at - 18), at) is not None

    def block_end(self, at: int) -> int:
        """End of the find that covers an offset, or 0."""
        i = bisect_right(self._block_starts, at) - 1
        return self._blocks[i][1] if i >= 0 and self._blocks[i][1] > at else 0

    def in_name(self, start: int, end: int) -> bool:
        """Whether a head begins inside a name: of a person (``Vi Trọng Lễ trao``), of a body (``Quốc hội thảo luận``)."""
        i = bisect_right(self._person_starts, start) - 1
        if i >= 0 and self.persons[i].start < start < self.persons[i].end:
            return True
        k = bisect_left(self._body_starts, start) - 1
        if not self.lower.startswith("hội", start):
            return False
        return k >= 0 and start < self.bodies[k].end < end

    def body_at(self, start: int) -> Found | None:
        """The longest body whose name begins at an offset."""
        i = bisect_left(self._body_starts, start)
        return self.bodies[i] if i < len(self.bodies) and self.bodies[i].start == start else None

    def bodies_in(self, start: int, end: int) -> list[Found]:
        """Bodies named between two offsets, without those inside a longer one."""
        out: list[Found] = []
        i, j = bisect_left(self._body_starts, start), bisect_left(self._body_starts, end)
        for body in self.bodies[i:j]:
            if body.end <= end and not (out and out[-1].holds(body)):
                out.append(body)
        return out

    def document_after(self, at: int, limit: int) -> Found | None:
        """The first document whose name begins between two offsets."""
        i = bisect_left(self._document_starts, at)
        return self.documents[i] if i < len(self.documents) and self.documents[i].start < limit else None

    def documents_in(self, start: int, end: int) -> list[Found]:
        """Documents named between two offsets."""
        i, j = bisect_left(self._document_starts, start), bisect_left(self._document_starts, end)
        return [d for d in self.documents[i:j] if d.end <= end]

    def inside_document(self, start: int, end: int) -> bool:
        """Whether a span is part of a document's name (and not all of it)."""
        i = bisect_right(self._document_starts, start)
        near = self.documents[max(0, i - 3) : i]
        return any(d.end >= end and (d.start, d.end) != (start, end) for d in near)

    def dates_in(self, start: int, end: int) -> list[Found]:
        """Dates between two offsets, without those of documents (``Nghị quyết 35-NQ/TW ngày 22/10/2018``)."""
        return self.dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)]

    def _of_document(self, day: Found) -> bool:
        """Whether a date stands in or directly behind a document's name."""
        i = bisect_left(self._document_starts, day.start) - 1
        if i < 0:
            return False
        last, published = self.documents[i], self.reading.published
        value = str(day.attributes.get("value", ""))
        if published and day.start >= last.end and value > published.isoformat()[: len(value)]:
            return False  # a paper that exists bears no day to come
        return day.start < last.end or _BEHIND.fullmatch(self.text, last.end, day.start) is not None

    def name_end(self, at: int, limit: int, also: re.Pattern[str] | None = None) -> int:
        """Where the name that goes on at an offset ends: before predicate, time, place, form or next thought.

        Names of bodies, documents and persons are never cut; a numbered document is the last part of a name.
        ``also`` is one more pattern to stop at.
        """
        limit = min(limit, at + LONGEST)
        begin = at
        while True:
            stop = STOP.search(self.text, at, limit)
            end = stop.start() if stop else limit
            if also is not None and (more := also.search(self.text, at, end)):
                stop, end = more, more.start()
            document = self.document_after(at, end)
            if document is not None and _closes(document):
                return self._documents_end(document, limit)
            if block := self.block_end(end):
                if block >= limit:
                    return self._trimmed(begin, limit)
                at = max(block, at + 1)
                continue
            if stop is not None and (on := self._goes_on(stop, begin, limit)):
                at = on
                continue
            return self._trimmed(begin, end)

    def _goes_on(self, stop: re.Match[str], begin: int, limit: int) -> int:
        """Offset from which a name goes on over a comma or a quotation, or 0."""
        sign, text = stop.group(), self.text
        if sign == ",":
            return self._over_comma(begin, stop.start(), limit)
        if sign == '"':
            close = text.find('"', stop.end(), min(limit, stop.end() + 150))
            return close + 1 if close > 0 and "\n" not in text[stop.end() : close] else 0
        return 0

    def _over_comma(self, begin: int, comma: int, limit: int) -> int:
        """A set pair, one purpose after another, or words alike (``huyện nghèo, xã nghèo``) go on."""
        text, after = self.text, comma + 1
        pair = PAIR.search(self.lower, max(begin, comma - 16), min(limit, after + 16))
        if pair and pair.start() < comma < pair.end():
            return pair.end()
        purpose = PURPOSE.match(text, min(after + 1, limit))
        if purpose and _LOW.match(text, after) and PURPOSE.search(text, max(0, begin - 14), comma):
            return purpose.end()
        if counted := _COUNTED.match(text, after, limit):
            return counted.end() if _COUNT.search(text, max(begin, comma - 8), comma) else 0
        like = _LIKE.match(text, after, limit)
        return like.end() if like and like["word"] in text[max(begin, comma - 24) : comma] else 0

    def _documents_end(self, document: Found, limit: int) -> int:
        """End of a run of coordinated documents (``Nghị quyết A gắn với Chỉ thị B``)."""
        while (link := _LINK.match(self.text, document.end)) and link.end() < limit:
            following = self.document_after(link.end(), link.end() + 1)
            if following is None:
                break
            document = following
        return document.end

    def _trimmed(self, begin: int, end: int) -> int:
        text = self.text[begin:end].rstrip(" ,-")
        while match := TRAILING.search(text):
            if self.block_end(begin + match.start() + 1) >= begin + match.end():
                break
            text = text[: match.start()].rstrip(" ,-")
        return begin + len(text)


def _closes(document: Found) -> bool:
    """Whether a document's name is complete: by a number or a defining name; ``quyết định`` alone is not."""
    return bool(document.attributes.get("number")) or len(document.label.split()) > 2


def _place(found: Found) -> tuple[int, int]:
    return found.start, -found.end


def _merged(finds: list[Found]) -> list[tuple[int, int]]:
    """Spans of the finds, those that overlap taken together, in text order."""
    out: list[tuple[int, int]] = []
    for start, end in sorted((f.start, f.end) for f in finds):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
