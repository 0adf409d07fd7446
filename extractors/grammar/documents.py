"""Finds the documents an article names, with what the article says of each.

Order of work: one pass over the type words; at each a number, else a meeting, else a name; then what stands
behind each name (date, issuer, term, title), then the later short forms (``Nghị quyết này``). A find's
attributes ``items`` holds one mapping for each coordinated document (``Nghị quyết 59, 70``); ``issuers`` are
body finds, ``events`` the meetings inside the name, ``title_span`` the place of the title.
"""

from __future__ import annotations

import re
from typing import Any

from vankien.extractors.grammar.documents_later import find_later, find_programmes
from vankien.extractors.grammar.documents_meetings import Meeting, read_meeting
from vankien.extractors.grammar.documents_names import Named, read_named
from vankien.extractors.grammar.documents_numbers import Number, read_numbers
from vankien.extractors.grammar.documents_tails import Places, Tail, read_tail
from vankien.extractors.grammar.documents_types import Anchor, anchors, issuer_codes, type_of_letters
from vankien.extractors.grammar.events_ordinals import to_roman
from vankien.extractors.reading import Found, Reading

_MEETING_TYPES = frozenset({"nghị quyết", "kết luận", "NQ", "NQTW"})
_STATE_ISSUERS = frozenset({
    "StateBody", "Ministry", "PeoplesCouncil", "PeoplesCommittee", "NationalAssemblyDelegation", "Court", "Procuracy",
})  # fmt: skip
_DRAFT = re.compile(r"\b(?:dự\s+thảo|dự\s+án)\s+\Z", re.IGNORECASE)
_PLENUM_WORD = re.compile(r"\s?(?=\d)")


def find_documents(reading: Reading) -> None:
    """Fill ``reading.documents``, and add the meetings inside their names to ``reading.events``."""
    text, places = reading.text, Places(reading)
    seen = list(anchors(text))
    found: list[Found] = []
    free: list[Anchor] = []
    end = -1
    for anchor in seen:
        if anchor.start < end and not (found and found[-1].attributes.get("amending")):
            continue
        document = _read(text, anchor, places)
        if document is None:
            free.append(anchor)
            continue
        found.append(document)
        end = document.end
    for document in found:
        _complete(reading, document, places)
    found += find_programmes(text, free, found, places)
    found += find_later(text, free, found, reading)
    reading.documents = sorted(found, key=lambda f: (f.start, -f.end))
    reading.events.extend(e for f in found for e in f.attributes.get("events", ()))


def _read(text: str, anchor: Anchor, places: Places) -> Found | None:
    """The document that a type word opens; drafts and general uses give None."""
    if anchor.type.word == "NQTW":  # NQTW 4: of plenum 4, not number 4
        return _meeting_found(text, anchor, read_meeting(text, anchor.end - 2, _shifted(places)), places) if False else None
    numbers = read_numbers(text, anchor)
    if numbers:
        return _numbered(text, anchor, numbers)
    if anchor.type.word in _MEETING_TYPES:
        meeting = read_meeting(text, anchor.end, places.body_at)
        return _met(text, anchor, meeting) if meeting else None
    named = read_named(text, anchor, places.body_at)
    if named is None or _DRAFT.search(text, max(0, anchor.start - 12), anchor.start):
        return None
    return _named(text, anchor, named)
