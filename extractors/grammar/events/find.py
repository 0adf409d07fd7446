"""Finds the events an article names: congresses, conferences, ceremonies, anniversaries, campaigns ...

Order of work: heads by one pass over the text, the grammar of each head, thematic years in quotation
marks, then the main event of a report told by a verb alone. Bare heads (``Hội nghị``, the conference)
are kept with the attribute ``bare``; the linker gives them their event or drops them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable

from vankien.extractors.grammar.events import congress as numbered
from vankien.extractors.grammar.events import kept, named, tasks
from vankien.extractors.grammar.events.page import Page
from vankien.extractors.grammar.events.time import place_in_time
from vankien.extractors.grammar.events.verbs import LEAD, told_events
from vankien.extractors.grammar.events.words import Head, find_heads
from vankien.extractors.reading import Found, Reading
from vankien.extractors.text.letters import UPPER

Tail = Callable[[Page, Head, int, int], Found | None]


def _conference(page: Page, head: Head, start: int, end: int) -> Found | None:
    found = numbered.plenum(page, head, start, end) if head.words == "hội nghị" else None
    return found or named.conference(page, head, start, end)


TAILS: dict[str, Tail] = {
    "anniversary": kept.anniversary,
    "campaign": tasks.campaign,
    "ceremony": kept.ceremony,
    "conference": _conference,
    "congress": numbered.congress,
    "contest": tasks.contest,
    "election": tasks.election,
    "festival": named.festival,
    "free": named.free,
    "inspection": tasks.inspection,
    "meeting": named.meeting,
    "never": named.never,
    "part": named.part,
    "press": named.press,
    "programme": tasks.programme,
    "titled": named.titled,
    "review": tasks.review,
    "session": numbered.session,
    "visit": named.visit,
    "with": named.with_partner,
    "year": tasks.year,
}
"""Grammar of what follows a head, by the name in ``event_heads.tsv``."""

_POINTED = re.compile(r"\s(?:[Tt]ại|dự)\s(?:chương\strình)(?=[,.\s](?:\s|có\s|còn\s|[A-ZĐ]))")
_VENUE = re.compile(r"(?:[Tt]rung\stâm)\s\Z")
"""Before ``hội nghị``: a convention centre, however it is written."""

_SUBJECT = re.compile(r"Chương\strình\s(?:do|được|diễn\sra)(?!\w)")
_ANOTHER = re.compile(rf" (?:[{UPPER}]|Trung ương)")
"""A name behind a bare head makes it the head of another event's name (``Hội nghị APEC``)."""

_OTHER_ONE = re.compile(r" (?:tiếp theo|kế tiếp|trước đó|trước đây|lần trước|năm trước|năm ngoái)(?!\w)")
_HELD = re.compile(r"(?:tổ\schức|chuẩn\sbị)\s\Z")
_CAPTION = re.compile(r"(?:cảnh|biểu|biểu\schỉ\sđạo\stại|biểu\stại)\s\Z")
_FRAMES = frozenset({"Ceremony", "Conference", "Congress"})
_THEME = re.compile(r'"(?P<name>[Nn]ăm\s(?!\d)[^"\n]{6,140})"')


def find_events(reading: Reading) -> None:
    """Add the events of the article to ``reading.events``.

    Those inside a document's name (``Nghị quyết Đại hội XIII``) are the document rules' work.
    """
    page = Page(reading)
    found: list[Found] = []
    for head, start, end in find_heads(page.lower):
        if page.in_name(start, end) or _VENUE.search(page.text, max(0, start - 10), start):
            continue
        event = TAILS[head.tail](page, head, start, end) or _bare(page, head, start, end)
        if event is None or page.inside_document(start, event.end):
            continue
        if event.attributes.get("ordinals") or not page.many(event.start):
            found.append(event)
    found.extend(_themes(page))
    found.extend(also for e in found if e.attributes.get("years") and (also := kept.also_kept(page, e)))
    found.extend(day for e in found if e.attributes.get("years") and (day := kept.kept_day(page, e)))
    _add(reading, found)
    for told in told_events(page):
        if not any(_clashes(told, e) for e in reading.events):
            _add(reading, [told])
    for event in reading.events:
        place_in_time(page, event)
    reading.events = [e for e in reading.events if _is_one(page, e) and not _is_purpose(e, reading.events)]


def _clashes(told: Found, event: Found) -> bool:
    """Whether an event told by a verb is named by a noun after all; a congress in its agenda is another one.

    What is handed over at a conference or ceremony of the lead is no event beside it.
    """
    if told.cls == "Ceremony" and event.cls in _FRAMES and event.start < LEAD and not event.attributes.get("bare"):
        return event.cls != "Congress" or event.attributes.get("scope") == "owner"
    if event.cls in ("Congress", "Plenum") and told.start < event.start and event.end <= told.end:
        return False
    return event.start < told.end and told.start < event.end


def _bare(page: Page, head: Head, start: int, end: int) -> Found | None:
    """A head that may stand alone for an event named elsewhere; congresses of all levels are none."""
    if not head.bare or page.text.endswith("một ", 0, start):
        return None
    if head.tail == "never" and not (_POINTED.match(page.text, start - 5) or _SUBJECT.match(page.text, start)):
        return None
    if head.tail == "congress" and numbered.is_group(page.text, end):
        return None
    if head.tail == "ceremony" and kept.is_part(page.text, start):
        return None
    if _OTHER_ONE.match(page.text, end) or _heads_a_name(page, start, end):
        return None
    return Found(start, end, "Event", head.cls, page.text[start:end], {"kind": head.kind, "bare": True})


def _heads_a_name(page: Page, start: int, end: int) -> bool:
    """Whether a bare head begins a name that no grammar reads; captions often lack their full stop."""
    if not _ANOTHER.match(page.text, end):
        return False
    if page.text[start].isupper():
        return _CAPTION.search(page.text, max(0, start - 18), start) is None
    return _HELD.search(page.text, max(0, start - 10), start) is not None and page.block_end(end + 1) > 0


def _is_one(page: Page, event: Found) -> bool:
    """Whether a conference, session or ceremony in the body of a text is a certain one.

    A day, a number or a quotation shows it; for all but sessions also a capital or a body in the name.
    """
    attributes = event.attributes
    if attributes["kind"] not in ("conference", "meeting", "ceremony") or attributes.get("bare"):
        return True
    if attributes.get("date") or attributes.get("ordinals") or '"' in event.label or event.start < LEAD:
        return True
    return event.cls != "Session" and (page.text[event.start].isupper() or bool(event.parts))


def _is_purpose(event: Found, events: list[Found]) -> bool:
    """Whether an event only says what the one around it is for (``hội nghị sơ kết …``)."""
    kind = event.attributes["kind"]
    if kind != "anniversary" and event.cls not in ("ReviewConference", "Inspection"):
        return False
    around = (e for e in events if e is not event and e.holds(event) and e.start < event.start)
    return any(e.attributes["kind"] in ("conference", "meeting", "ceremony", "anniversary") for e in around)


def _themes(page: Page) -> list[Found]:
    """A year under a heading in quotation marks: ``"Năm tăng cường …"``."""
    return [
        Found(m.start("name"), m.end("name"), "Event", "ThematicYear", m["name"], {"kind": "campaign"})
        for m in _THEME.finditer(page.text)
    ]


def _add(reading: Reading, found: list[Found]) -> None:
    """Keep the longer of two finds that cross; one inside another stays where it is an event of its own."""
    placed = sorted(reading.events, key=lambda e: e.start)
    longest = max((e.end - e.start for e in (*placed, *found)), default=0)
    for event in sorted(found, key=lambda e: (e.start, -e.end)):
        near = placed[bisect_left(placed, event.start - longest, key=lambda e: e.start) : bisect_left(placed, event.end, key=lambda e: e.start)]
        clash = [e for e in near if event.start < e.end]
        if clash and event.attributes.get("bare"):
            continue
        if any(e.holds(event) == event.holds(e) for e in clash):  # they cross, or cover the same words
            continue
        insort(placed, event, key=lambda e: e.start)
    reading.events = placed
    reading.events.sort(key=lambda e: (e.start, -e.end))
