"""Finds the documents an article names, with what the article says of each.

Order of work: one pass over the type words; at each a number, else a meeting, else a name; then what stands
behind each name (date, issuer, term, title), then the later short forms (``Nghị quyết này``). A find's
attributes ``items`` holds one mapping for each coordinated document (``Nghị quyết 59, 70``); ``issuers`` are
body finds, ``events`` the meetings inside the name, ``title_span`` the place of the title.
"""

from __future__ import annotations

import re
from typing import Any

from vankien.extractors.grammar.documents.congresses import read_meeting
from vankien.extractors.grammar.documents.fixed import Named
from vankien.extractors.grammar.documents.issuers import issued_before, speaks_in
from vankien.extractors.grammar.documents.later import find_later, find_programmes
from vankien.extractors.grammar.documents.lists import end_of, further_number, named_before, share_issuers
from vankien.extractors.grammar.documents.meetings import Meeting
from vankien.extractors.grammar.documents.names import read_named
from vankien.extractors.grammar.documents.nicknames import find_nicknames
from vankien.extractors.grammar.documents.numbers import Number, read_numbers
from vankien.extractors.grammar.documents.places import Places
from vankien.extractors.grammar.documents.tails import read_tail
from vankien.extractors.grammar.documents.types import Anchor, anchors, issuer_codes, type_of_letters
from vankien.extractors.grammar.events.ordinals import to_roman
from vankien.extractors.reading import Found, Reading

_MEETING_TYPES = frozenset({"nghị quyết", "kết luận", "NQ", "NQTW"})
_STATE_ISSUERS = frozenset({
    "StateBody", "Ministry", "PeoplesCouncil", "PeoplesCommittee", "NationalAssemblyDelegation", "Court",
    "Procuracy",
})  # fmt: skip
_LETTERS_FREE = frozenset({"công văn", "văn bản"})
"""Papers whose number may hold the sender and its office only."""

_MANY = 9
"""Issuers that a joint paper may have."""

_LOCAL = frozenset(
    {"PartyOrganisation", "PartyCommittee", "StandingBoard", "PartyAffairsSection", "PartyCaucus"}
)
_WORK = re.compile(
    r"(?<!\w)(?:kết\s+quả|việc|tình\s+hình|công\s+tác|quá\s+trình|kiểm\s+điểm|báo\s+cáo|năm)(?:\s+[\w,]+){0,6}?\s+"
    r"(?:thực\s+hiện|triển\s+khai|quán\s+triệt|học\s+tập)(?:\s+(?:các|nghiêm|tốt|hiệu\s+quả|có\s+hiệu\s+quả))*\s+\Z",
    re.IGNORECASE,
)
"""Before a central paper whose carrying out is told, with its owner behind: ``kết quả thực hiện … của Đảng ủy Khối``."""

_DRAFT = re.compile(r"\b(?:dự\s+thảo|dự\s+án)\s+\Z", re.IGNORECASE)


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
    found = _completed(reading, found, places)
    share_issuers(text, found)
    found += find_nicknames(text, found)
    found += find_programmes(text, free, found, places)
    found += find_later(text, free, found, reading)
    reading.documents = sorted((f for f in found if not f.hidden), key=lambda f: (f.start, -f.end))
    reading.events.extend(e for f in reading.documents for e in f.attributes.get("events", ()))


def _read(text: str, anchor: Anchor, places: Places) -> Found | None:
    """The document that a type word opens; drafts and general uses give None."""
    numbers = read_numbers(text, anchor) if anchor.type.word != "NQTW" else []  # NQTW 4: of plenum 4
    if numbers:
        return _numbered(text, anchor, numbers)
    if anchor.type.word in _MEETING_TYPES:
        at = anchor.end - 2 * (anchor.type.word == "NQTW")
        meeting = read_meeting(text, at, places.body_at)
        return _met(text, anchor, meeting) if meeting else None
    named = read_named(text, anchor, places.body_at)
    return _named(text, anchor, named) if named else None


def _numbered(text: str, anchor: Anchor, numbers: list[Number]) -> Found:
    kind = anchor.type
    if kind.word in ("văn bản", "QĐ"):
        kind = type_of_letters(numbers[0].letters) or kind
    items = [_item(n, kind.word in _LETTERS_FREE) for n in numbers]
    state = numbers[0].state if numbers[0].state is not None else kind.of_state
    end = numbers[-1].end
    label = (
        number_label(kind.kind, items[0])
        if len(items) == 1
        else f"{kind.kind} {text[anchor.end : end].strip()}"
    )
    attributes: dict[str, Any] = {"kind": kind.kind, **items[0], "items": items, "type": kind}
    return Found(anchor.start, end, "Document", kind.cls(state), label, attributes)


def _item(number: Number, letters_free: bool) -> dict[str, Any]:
    letters, code = number.letters, number.code
    if letters_free and letters and type_of_letters(letters) is None:  # Công văn 1611/UBND-KGVX: the sender
        letters, code = "", f"{letters}-{code}"
    item = {
        "number": number.number, "letters": letters, "issuerCode": code, "year": number.year,
        "state": number.state,
    }  # fmt: skip
    return {k: v for k, v in item.items() if v not in ("", None)}


def number_label(kind: str, item: dict[str, Any]) -> str:
    """The label of a numbered paper in the shape of its side.

    >>> number_label("Nghị quyết", {"number": "18", "letters": "NQ", "issuerCode": "TW"})
    'Nghị quyết số 18-NQ/TW'
    >>> number_label("Nghị quyết", {"number": "68", "letters": "NQ", "issuerCode": "CP", "state": True})
    'Nghị quyết số 68/NQ-CP'
    """
    code, letters, number = item.get("issuerCode", ""), item.get("letters", ""), item["number"]
    if not code:
        return f"{kind} {number}" + (f"/{item['year']}" if item.get("year") else "")
    year = f"/{item['year']}" if item.get("year") else ""
    tail = f"{letters}-{code}" if letters and not code.startswith("QH") else code
    return f"{kind} số {number}{year}/{tail}" if item.get("state") else f"{kind} số {number}-{letters}/{code}"


def _met(text: str, anchor: Anchor, meeting: Meeting) -> Found:
    kind = anchor.type
    events = meeting.events(text)
    items = [
        {
            "meeting": s.kind, "ordinal": s.ordinal, "term": to_roman(s.term) if s.term else "",
            "national": s.national, "owner": s.owner, "office": s.office,
        }
        for s in meeting.sessions
    ]  # fmt: skip
    attributes: dict[str, Any] = {"kind": kind.kind, "items": items, "type": kind, "events": events}
    if len(items) == 1 and items[0]["term"]:
        attributes["term"] = items[0]["term"]
    if meeting.loose:
        attributes["loose"] = True
    label = kind.kind + text[anchor.end : meeting.end]
    return Found(anchor.start, meeting.end, "Document", kind.party, label, attributes, list(events))


def _named(text: str, anchor: Anchor, named: Named) -> Found:
    item = {
        "name": named.label, "year": named.year, "number": named.number, "owner": named.owner,
        "revised": named.revised, "listed": named.listed,
    }  # fmt: skip
    attributes: dict[str, Any] = {"kind": named.kind, "items": [item], "type": anchor.type}
    if named.year:
        attributes["date"] = named.year
    if named.owner is not None and named.cls == "WorkingRules":
        attributes |= {"issuers": [named.owner], "issuer_end": named.end}
    if named.amending:
        attributes["amending"] = True
    parts = [named.owner] if named.owner is not None else []
    draft = bool(_DRAFT.search(text, max(0, anchor.start - 12), anchor.start))
    label = text[anchor.start : named.end]
    return Found(anchor.start, named.end, "Document", named.cls, label, attributes, parts, hidden=draft)


def _completed(reading: Reading, found: list[Found], places: Places) -> list[Found]:
    """The finds with the pieces behind them, and the further numbers that stand behind those pieces."""
    out: list[Found] = []
    end = 0
    for document in found:
        following: Found | None = document
        while following is not None:
            _complete(reading, following, places, end)
            out.append(following)
            end = max(end, end_of(following))
            number = further_number(reading.text, following)
            following = _numbered(reading.text, _again(following, number), [number]) if number else None
    return out


def _again(document: Found, number: Number) -> Anchor:
    """The place of a number whose type word is that of the document before it."""
    at = number.start
    return Anchor(at, at, document.attributes["type"], True)


def _coded(part: str) -> bool:
    return part.rstrip("0123456789") in issuer_codes()


def _complete(reading: Reading, document: Found, places: Places, floor: int) -> None:
    """Give a find the pieces that stand behind it."""
    begin, limit = reading.sentence_at(document.start)
    known = document.attributes
    code = str(known.get("issuerCode", ""))
    parts = code.split("-")  # KH/A-B is of two bodies where both codes are bodies', else of an office of the first
    joint = _MANY if document.cls == "JointDocument" else len(parts) if all(_coded(p) for p in parts) else 1
    tail = read_tail(
        reading.text, document.end, max(limit, document.end), places, joint, code.rstrip("0123456789")
    )
    if (
        document.cls == "WorkingRules" and "number" not in known
    ):  # "của" tells whose work they rule, not who issued them
        tail.issuers, tail.issuer_end = [], 0
    if known["items"][0].get("meeting"):  # a day behind it is of what the article tells, not of the paper
        tail.date, tail.issuers = "", []
    if tail.issuers and code == "TW" and tail.issuers[0].cls in _LOCAL:
        if _WORK.search(
            reading.text[max(begin, document.start - 90) : document.start]
        ):  # the work is the committee's, not the paper
            known["carriers"], tail.issuers, tail.issuer_end = tail.issuers, [], 0
    for name in ("date", "term", "title", "issuers", "issuer_end", "title_end", "after", "centre"):
        if (value := getattr(tail, name)) and name not in known:
            known[name] = value
    if "issuers" not in known and (told := named_before(reading.text, document, begin, floor, places)):
        known["issuers"] = [told[0]]
        known.setdefault("title", told[1])
    if "issuers" not in known and (speaker := speaks_in(reading.text, document.start, tail.end, places)):
        known["issuer_end"], known["issuers"] = speaker
    if "issuers" not in known and (
        before := issued_before(reading.text, document.start, begin, places, known.get("state"))
    ):
        known["issued_start"], known["issuers"] = before
    if tail.title:
        known["title_span"] = (tail.title_start, tail.title_end)
    known["tail_end"] = tail.end
    if tail.meeting is not None and not known.get("events"):
        known["events"] = tail.meeting.events(reading.text)
        known["adopted_end"] = tail.meeting.end
    _side(document)


def _side(document: Found) -> None:
    """A number without code is the State's when a State body issues it."""
    known = document.attributes
    issuers = known.get("issuers", ())
    if issuers and "number" in known and known.get("state") is None:
        state = issuers[0].cls in _STATE_ISSUERS
        document.cls = known["type"].cls(state or known["type"].of_state)
        for item in known["items"]:
            item.setdefault("state", state)
        known["state"] = state
