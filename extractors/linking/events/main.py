"""The article's main event: what ``cùng dự có`` (also present) and captions speak of without naming it."""

from __future__ import annotations

import re
from collections import Counter

from vankien.extractors.reading import Found, Reading

LEAD = 1500
"""Code points at the beginning of a text in which its main event is told."""

_TOLD = frozenset({"conference", "meeting", "ceremony", "plenum", "congress", "visit", "anniversary"})

_OPENED = re.compile(r"(?:[Kk]hai\smạc|[Bb]ế\smạc|[Dd]ự|[Cc]hủ\strì)\s\Z")
_SHOWS = ("chương trình", "cầu truyền hình", "ngày hội")

_CITED = re.compile(r"(?<!\w)[Nn]ghị\squyết\s(?:của\s)?\Z")


def main_event(reading: Reading) -> str | None:
    """IRI of the event most often meant among those the lead tells of; None where there is none."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for event in reading.events:
        if len(event.entities) == 1 and _tells(reading, event):
            counts[event.entities[0]] += 1
            first.setdefault(event.entities[0], event.start)
    lead = [(-counts[e], at, e) for e, at in first.items() if at < LEAD or len(first) == 1]
    return min(lead)[2] if lead else None


def _tells(reading: Reading, event: Found) -> bool:
    """Whether a mention may tell of the article's event: no day kept, congress cited, document."""
    if event.attributes.get("final"):  # the evening on which a contest is decided
        return True
    if event.attributes.get("verb"):  # only the lead is searched for those
        return True
    kind, label, bare = event.attributes["kind"], event.label.lower(), event.attributes.get("bare")
    if event.cls == "Event" and label.startswith(_SHOWS):
        return True
    if kind not in _TOLD or (kind == "anniversary" and "lễ" not in label[:8]):
        return False
    if event.cls == "Congress" and not bare:
        cited = _CITED.search(reading.text, max(0, event.start - 24), event.start)
        if cited or event.attributes.get("scope") != "owner":
            return False
    if event.cls == "Congress" and reading.entities[event.entities[0]].attributes.get("status") == "planned":
        return False
    if event.cls == "Plenum" and not bare and event.attributes.get("scope") == "national":
        if not event.attributes.get("date") and not _OPENED.search(reading.text, max(0, event.start - 12), event.start):
            return False
    return not any(d.start <= event.start and event.end <= d.end for d in reading.documents)
