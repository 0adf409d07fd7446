"""Numbered papers outside the ``/TW`` series: of the State by year, of local committees and agencies by term.

Codes such as ``/TU`` and ``/ĐUK`` belong to many bodies; only with its owner does such a paper have a global
IRI (domain notes 1.3 and 1.5).
"""

from __future__ import annotations

from vankien.extractors.grammar.documents.find import number_label
from vankien.extractors.grammar.documents.types import issuer_codes
from vankien.extractors.linking.documents import registry
from vankien.extractors.linking.documents.central import settle_known
from vankien.extractors.linking.documents.items import (
    STATE_CODES,
    Item,
    committee_of,
    known_everywhere,
    owner_label,
    plain_code,
    series_owner,
)
from vankien.extractors.reading import Found, Reading
from vankien.ontology import iri
from vankien.ontology.known_changes import later_periods, since

CONGRESSES = 5
"""Local committees are elected, and number their papers anew, in years divisible by this."""

_OF_GOVERNMENT = {
    "Nghị quyết": "CP", "Nghị định": "CP", "Quyết định": "TTg", "Chỉ thị": "TTg", "Công điện": "TTg",
}  # fmt: skip
"""Codes of the papers of Government and Prime Minister by type (domain notes 1.8)."""


def link_state(reading: Reading, group: list[Item]) -> None:
    """One number of one State series; the year comes from the number, the date, or another mention."""
    years = {y for i in group if (y := _year(i))}
    for item in group:
        year = _year(item) or (years.copy().pop() if len(years) == 1 else "")
        code = item.code or next((i.code for i in group if i.code), "") or _code_by_issuer(reading, item)
        inferred = {"issuerCode"} if code and not item.code else set()
        letters = item.data.get("letters", "") if item.code else item.letters
        label = number_label(item.kind, {**item.data, "issuerCode": code, "letters": letters, "state": True})
        id = _state_id(reading, item, group, code, year) or iri.named_document(label, within=reading.key)
        item.settle(
            id, label, inferred=inferred, kind=item.kind, letters=item.data.get("letters"),
            number=item.data["number"], issuerCode=code, date=item.date, title=item.title, year=year,
        )  # fmt: skip


def _code_by_issuer(reading: Reading, item: Item) -> str:
    """The code under which the stated issuer numbers papers of this type, where one code alone can be meant.

    The press calls the Prime Minister's papers the Government's and the other way round: the type tells which.
    """
    if item.issuers and owner_label(reading, item.issuers[0]) == "Chính phủ":
        return _OF_GOVERNMENT.get(item.kind, "")
    return STATE_CODES.get(item.kind, "")


def _year(item: Item) -> str:
    year = item.data.get("year") or item.date[:4]
    return str(year) if str(year).isdigit() else ""


def _state_id(reading: Reading, item: Item, group: list[Item], code: str, year: str) -> str:
    """The IRI of a State paper that year and issuer tell from all others, or empty."""
    if not code or not year:
        return ""
    letters = "QH" if code.startswith("QH") else item.letters
    known = issuer_codes().get(plain_code(code))
    if (known and known.unique) or (known is None and item.data.get("year")):
        return iri.state_document(letters, item.number, code, year)
    owner = next((i.issuers[0] for i in group if i.issuers), None)
    if owner is None or not known_everywhere(owner):
        return ""
    name = iri.slug(owner_label(reading, owner))
    date = item.date or next((i.date for i in group if i.date), "")
    body = _body_on(name, owner.cls, date, year)
    return iri.state_document(letters, item.number, f"{code}-{body}", year) if body else ""


def link_local(reading: Reading, group: list[Item]) -> None:
    """A local committee's or an agency's paper: global where owner and term (or date) are known."""
    owner = next((i.issuers[0] for i in group if i.issuers), None)
    date = next((i.date for i in group if i.date), "")
    term = next((i.term for i in group if i.term), "")
    for item in group:
        code = item.code or next((i.code for i in group if i.code), "")
        known = issuer_codes().get(plain_code(code)) if code else None
        if known is not None and known.unique and not any(i.misprinted for i in group):
            central_term = item.term or registry.term_of(item.date) or registry.term_of(date)
            row = next((d for d in registry.candidates(item) if d.term == central_term), None)
            if row is not None:
                settle_known(item, row)
                continue
            id = iri.document(item.letters, item.number, code, central_term) if central_term else ""
        else:
            id = _local_id(reading, item, owner, code, term or _series(date))
        _settle_local(reading, item, group, code, id)


def _series(date: str) -> str:
    """What tells the series of a number without its term: the year; in a year of congresses, when numbers begin anew, the whole day.

    >>> _series("2024-03-10"), _series("2025-03-10"), _series("2025")
    ('2024', '20250310', '')
    """
    if not date[:4].isdigit() or int(date[:4]) % CONGRESSES:
        return date[:4]
    return date.replace("-", "") if len(date) == 10 else ""


def _body_on(name: str, cls: str, date: str, year: str) -> str:
    """A body's name (a slug) as its papers of a day are numbered: anew where a merged body goes on under its old name.

    Empty where the day is not known and the year has both.

    >>> [_body_on("ubnd-tỉnh-phú-thọ", "PeoplesCommittee", day, "2025") for day in ("2025-02-10", "2025-07-10", "2025")]
    ['ubnd-tỉnh-phú-thọ', 'ubnd-tỉnh-phú-thọ-from-2025-07-01', '']
    """
    later = later_periods(f"body/{name}", cls)
    if any(first[:4] == year for first in later) and len(date) != 10:
        return ""
    first = since(later, date if len(date) == 10 else f"{year}-12-31")
    return f"{name}-from-{first}" if first else name


def _settle_local(reading: Reading, item: Item, group: list[Item], code: str, id: str) -> None:
    label = number_label(item.kind, {**item.data, "issuerCode": code, "letters": item.letters})
    same = label.replace(item.data["number"], item.number.zfill(2), 1)  # 5-NQ/TU is 05-NQ/TU
    owner = next((series_owner(reading, i) for i in group if i.issuers), "")
    item.settle(
        id or iri.named_document(f"{same} {owner}".strip(), within=reading.key), label,
        kind=item.kind, letters=item.data.get("letters"), number=item.data["number"], issuerCode=code,
        term=item.term, date=item.date, title=item.title,
        inferred={"issuerCode"} if code and not item.code else set(),
    )  # fmt: skip


def _local_id(reading: Reading, item: Item, owner: Found | None, code: str, period: str) -> str:
    """The IRI of a paper that owner and term (or year) tell from all others, or empty."""
    if owner is None or not known_everywhere(owner) or not period.isalnum():
        return ""
    name = iri.slug(committee_of(owner_label(reading, owner)))
    return iri.document(item.letters, item.number, f"{code}-{name}" if code else name, period)
