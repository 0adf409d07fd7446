"""One named document at one place of an article: what the linkers of documents work on.

A find with coordinated names (``Nghị quyết 59, 70``) gives one item for each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from vankien.extractors.grammar.documents.types import DocumentType
from vankien.extractors.reading import Found, Reading
from vankien.ontology import iri

STATE_CODES = {"Nghị định": "CP"}
"""Type words of State papers that one body alone issues."""

_LOCAL = frozenset({"PartyCommittee", "StandingBoard", "StandingGroup", "PeoplesCommittee", "PeoplesCouncil"})
_WITHIN_COMMITTEE = re.compile(r"(?:Ban Thường vụ|Thường trực)\s+(?=\S)")


@dataclass(slots=True, eq=False)
class Item:
    """One document of one find: what its words say (``data``) and the entity they get."""

    find: Found
    data: dict[str, Any]
    id: str = ""
    label: str = ""
    cls: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    inferred: set[str] = field(default_factory=set)

    @property
    def type(self) -> DocumentType:
        """The type word's row."""
        kind: DocumentType = self.find.attributes["type"]
        return kind

    @property
    def kind(self) -> str:
        """The type word as a label writes it."""
        return str(self.find.attributes["kind"])

    @property
    def letters(self) -> str:
        """Type letters: printed, else those of the word (``NQ`` of ``Nghị quyết 18``)."""
        return str(self.data.get("letters") or (self.type.letters[0] if self.type.letters else ""))

    @property
    def number(self) -> str:
        """The number without leading zeros."""
        return str(self.data.get("number", "")).lstrip("0")

    @property
    def code(self) -> str:
        """The printed issuer code, or empty."""
        return str(self.data.get("issuerCode", ""))

    @property
    def term(self) -> str:
        """The stated term in Roman figures, or empty."""
        return str(self.data.get("term") or self.find.attributes.get("term", ""))

    @property
    def date(self) -> str:
        """The stated date, or empty."""
        return str(self.find.attributes.get("date", ""))

    @property
    def near_date(self) -> str:
        """A date behind the name that may as well open the next clause, or empty."""
        return str(self.find.attributes.get("after", ""))

    @property
    def title(self) -> str:
        """The stated title, or empty."""
        return str(self.find.attributes.get("title", ""))

    @property
    def issuers(self) -> list[Found]:
        """The stated issuers."""
        return list(self.find.attributes.get("issuers", ()))

    @property
    def misprinted(self) -> bool:
        """Whether ``/TW`` stands by mistake: a local committee issues nothing in the central series (TU, TW)."""
        return self.code == "TW" and bool(self.issuers) and self.issuers[0].cls in _LOCAL

    def cls_is(self, *names: str) -> bool:
        """Whether the find is of one of these classes."""
        return self.find.cls in names

    def settle(
        self, id: str, label: str, cls: str = "", inferred: set[str] | None = None, **attributes: Any
    ) -> None:
        """Give the item its entity."""
        self.id, self.label, self.cls = id, label, cls or self.find.cls
        self.attributes.update({k: v for k, v in attributes.items() if v not in (None, "", [], ())})
        self.inferred |= inferred or set()


def items_of(reading: Reading) -> list[Item]:
    """Every named document of the article in text order; later short forms have none of their own."""
    return [Item(find, data) for find in reading.documents for data in find.attributes["items"]]


def owner_label(reading: Reading, body: Found) -> str:
    """A body's name as the article lets one know it."""
    draft = reading.entities.get(body.entities[0]) if body.entities else None
    return draft.label if draft is not None else body.label


def plain_code(code: str) -> str:
    """The first body of an issuer code without the number of its term.

    >>> plain_code("UBTVQH15-CP")
    'UBTVQH'
    """
    return code.split("-")[0].rstrip("0123456789")


def series_owner(reading: Reading, item: Item) -> str:
    """The body in whose series an item's issuer numbers, or empty."""
    return committee_of(owner_label(reading, item.issuers[0])) if item.issuers else ""


def committee_of(label: str) -> str:
    """The committee in whose series a standing board numbers its papers (domain notes 4.2).

    >>> committee_of("Ban Thường vụ Tỉnh ủy Phú Thọ")
    'Tỉnh ủy Phú Thọ'
    """
    return _WITHIN_COMMITTEE.sub("", label, count=1)


def known_everywhere(body: Found) -> bool:
    """Whether a body's entity is not bound to one article."""
    return bool(body.entities) and "/" not in body.entities[0].removeprefix(f"{iri.BASE}body/")
