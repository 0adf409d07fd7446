"""Papers named in a row: numbers whose type word is left out, and an issuer told once for all (domain notes 1.6).

``các Nghị quyết số 57-NQ/TW, ngày 22/12/2024, số 66-NQ/TW, ngày 30/4/2025 của Bộ Chính trị``; ``Quốc hội thông
qua Luật A, Luật B và Luật C``. An issuer behind the last paper is that of all only where the row opens with a
plural (``các``, ``ba``); else it goes to the paper it stands behind.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.documents.issuers import CENTRAL
from vankien.extractors.grammar.documents.numbers import Number, read_one
from vankien.extractors.grammar.documents.places import Places
from vankien.extractors.reading import Found

_NEXT_NUMBER = re.compile(r"\s*(?:,|;|và|,\s*và)\s+(?=(?:số\s+)?\d)")
_BETWEEN = re.compile(r"\s*(?:[,;]|(?:[,;]\s*)?và)\s+(?:các\s+)?")
_PLURAL = re.compile(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|[2-9])\s+\Z", re.IGNORECASE)
_SUBJECT = re.compile(r"\s+về\s+(?:việc\s+)?(?P<title>[^();:]+)\(")


def end_of(document: Found) -> int:
    """Where a document's name ends with all the pieces behind it."""
    known = document.attributes
    return max(document.end, *(int(known.get(k, 0)) for k in ("tail_end", "title_end", "issuer_end")))


def further_number(text: str, document: Found) -> Number | None:
    """The number of one more paper of the same type behind a document's date; None where none stands."""
    known = document.attributes
    if not known.get("issuerCode") or known.get("tail_end", 0) <= document.end or known.get("title"):
        return None
    join = _NEXT_NUMBER.match(text, known["tail_end"])
    return read_one(text, join.end()) if join else None


def share_issuers(text: str, found: list[Found]) -> None:
    """Give the papers of each row the issuer that is told once, before the first or behind the last."""
    for row in rows_of(text, found):
        if len(row) == 1:
            continue
        first, last = row[0].attributes, row[-1].attributes
        if "issued_start" in first:
            for document in row[1:]:
                if not _alike(row[0], document) or "issuers" in document.attributes:
                    break
                document.attributes |= {k: first[k] for k in ("issuers", "issued_start")}
        elif _PLURAL.search(text, max(0, row[0].start - 7), row[0].start) and last.get("issuers"):
            if not any("issuers" in d.attributes for d in row[:-1]):
                _hand_back(row)


def _hand_back(row: list[Found]) -> None:
    for document in row[:-1]:
        if _alike(row[-1], document):
            document.attributes |= {k: row[-1].attributes[k] for k in ("issuers", "issuer_end")}


def _alike(one: Found, other: Found) -> bool:
    """Whether one body may have issued both: two papers of the State, or two in one series of the Party."""
    mine, its = one.attributes, other.attributes
    if "number" not in mine or "number" not in its:
        return "number" not in mine and "number" not in its and one.cls == other.cls
    return mine.get("state") == its.get("state") and mine.get("issuerCode") == its.get("issuerCode")


def rows_of(text: str, found: list[Found]) -> list[list[Found]]:
    """The documents in text order by row: those coordinated with each other are one."""
    rows: list[list[Found]] = []
    for document in found:
        last = rows[-1][-1] if rows else None
        if last is not None and last.holds(document):  # the law that a law amends
            continue
        if last is not None and (end := end_of(last)) <= document.start:
            if _BETWEEN.fullmatch(text, end, document.start):
                rows[-1].append(document)
                continue
        rows.append([document])
    return rows


def named_before(
    text: str, document: Found, begin: int, floor: int, places: Places
) -> tuple[Found, str] | None:
    """(issuer, title) in ``Nghị quyết của Bộ Chính trị về … (Nghị quyết số 71-NQ/TW)``: the number stands behind.

    ``floor`` is where the paper named before this one ends.
    """
    if text[document.start - 1 : document.start] != "(" or "number" not in document.attributes:
        return None
    word = re.escape(document.attributes["type"].word)
    begin = max(begin, floor, document.start - 260)
    heads = list(re.finditer(rf"(?<!\w){word}\s+của\s+(?=\S)", text[begin : document.start], re.IGNORECASE))
    issuer = places.issuer_at(begin + heads[-1].end()) if heads else None
    if issuer is None or (document.attributes.get("issuerCode") == "TW" and issuer[1].cls not in CENTRAL):
        return None
    title = _SUBJECT.match(text, issuer[0], document.start)
    return issuer[1], title["title"].strip(' "') if title else ""
