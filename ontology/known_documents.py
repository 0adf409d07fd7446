"""What is known of Party documents, congresses, plenums and terms before any article is read.

The number of a Party document is started again with each term of the body that issues it, so ``Chỉ thị 05``
names two documents and ``Nghị quyết 20`` five (domain notes 1.5). The registry says which ones there are, by
key (issuer code, term, letters, number), with words of the subject that tell them apart. A row with
``confirmed`` false was seen once, in a weak place, or recalled: it is a candidate and never decides alone.

The tables are the TSV files in ``ontology/registry/``; ``docs/registries-documents.md`` says how to add a row.
Days are ISO dates, as precise as known (``2025``, ``2025-06``, ``2025-06-13``); empty means not known or open.

>>> [(d.term, d.subject.split()[0]) for d in find_documents("CT", "5")]
[('XII', 'đẩy'), ('XIII', 'tăng')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache
from importlib.resources import files

from vankien.ontology import iri

__all__ = [
    "Congress",
    "KnownDocument",
    "Plenum",
    "Term",
    "congress",
    "congresses",
    "documents",
    "find_documents",
    "plenum",
    "plenums",
    "term_of",
    "terms",
]

_CENTRAL_COMMITTEE = "Ban Chấp hành Trung ương Đảng"


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A numbered Party document.

    ``letters`` are kept as written (``QĐ`` and ``QĐi`` are two series); ``type_word`` is the Vietnamese word
    (``QĐ`` stands for Quyết định and for Quy định). ``term`` is the issuer's (khóa), in Roman numerals. ``issuer`` is a
    name of the bodies' registry or empty where sources disagree. ``plenum`` (``6/XII``) is where it was adopted.
    ``keywords`` are lower-case words of the subject that no other document of these letters and number shares;
    compare them as whole words (``lần thứ xii`` begins ``lần thứ xiii``). ``relations`` are pairs of a predicate's name and
    the key of the other document. ``nicknames`` are the press's own names; one may cover several documents.
    """

    letters: str
    number: str
    issuer_code: str
    term: str
    type_word: str
    date: str
    issuer: str
    plenum: str
    subject: str
    keywords: tuple[str, ...]
    relations: tuple[tuple[str, str], ...]
    nicknames: tuple[str, ...]
    source: str
    confirmed: bool

    @property
    def key(self) -> str:
        """Issuer code, term, letters and number, the latter of two digits at least.

        >>> find_documents("CT", "05")[0].key
        'TW/XII/CT/05'
        """
        return f"{self.issuer_code}/{self.term}/{self.letters}/{_bare(self.number).zfill(2)}"

    @property
    def iri(self) -> str:
        """Its IRI in the data."""
        return iri.document(self.letters, self.number, self.issuer_code, self.term)


@dataclass(frozen=True, slots=True)
class Congress:
    """A congress as held, from its first to its last day; ``owner`` is the organisation whose congress it is.

    ``ordinal`` is Roman and counts the owner's own congresses. ``delegates`` is 0 where not known.
    """

    owner: str
    ordinal: str
    start: str
    end: str
    place: str
    delegates: int
    note: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Plenum:
    """A numbered plenum of the Central Committee: ``term`` Roman, ``ordinal`` a number."""

    term: str
    ordinal: int
    start: str
    end: str
    note: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A term (khóa) of a body. ``end`` is also the first day of the next term; it is empty while the term runs."""

    owner: str
    ordinal: str
    start: str
    end: str
    source: str
    confirmed: bool


@lru_cache(maxsize=1)
def documents() -> tuple[KnownDocument, ...]:
    """All registered documents, by issuer code, term, letters and number."""
    return tuple(_document(row) for row in _rows("documents.tsv"))


@lru_cache(maxsize=1)
def congresses() -> tuple[Congress, ...]:
    """All registered congresses, by owner and ordinal."""
    return tuple(
        Congress(
            owner=row["owner"],
            ordinal=row["ordinal"],
            start=row["start"],
            end=row["end"],
            place=row["place"],
            delegates=int(row["delegates"] or 0),
            note=row["note"],
            source=row["source"],
            confirmed=row["confirmed"] == "yes",
        )
        for row in _rows("congresses.tsv")
    )


@lru_cache(maxsize=1)
def plenums() -> tuple[Plenum, ...]:
    """All registered plenums, by term and ordinal; meetings without a number are not among them."""
    return tuple(
        Plenum(
            term=row["term"],
            ordinal=int(row["ordinal"]),
            start=row["start"],
            end=row["end"],
            note=row["note"],
            source=row["source"],
            confirmed=row["confirmed"] == "yes",
        )
        for row in _rows("plenums.tsv")
    )


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """All registered terms, by owner and ordinal."""
    return tuple(
        Term(row["owner"], row["ordinal"], row["start"], row["end"], row["source"], row["confirmed"] == "yes")
        for row in _rows("terms.tsv")
    )


def term_of(day: Day) -> str:
    """The Central Committee's term whose ``/TW`` series runs on a day; empty before the sixth (domain notes 1.5).

    On the day a congress closes the new term has begun.

    >>> term_of(Day(2026, 1, 9)), term_of(Day(2026, 2, 25)), term_of(Day(1980, 1, 1))
    ('XIII', 'XIV', '')
    """
    starts, names = _series()
    place = bisect_right(starts, day.isoformat())
    return names[place - 1] if place else ""


def find_documents(letters: str, number: str, issuer_code: str = "") -> tuple[KnownDocument, ...]:
    """The documents a bare number may mean, the oldest term first; empty if none is known.

    Leading zeros do not count. Empty ``letters`` or ``issuer_code`` match any.

    >>> [d.key for d in find_documents("QĐ", "47", "TW")]
    ['TW/X/QĐ/47', 'TW/XI/QĐ/47']
    """
    return tuple(
        known
        for known in _by_number().get(_bare(number), ())
        if letters in ("", known.letters) and issuer_code in ("", known.issuer_code)
    )


def plenum(term: str, ordinal: int) -> Plenum | None:
    """The plenum of a term of the Central Committee, or None if it is not registered.

    >>> known = plenum("XIII", 6)
    >>> known and (known.start, known.end)
    ('2022-10-03', '2022-10-09')
    """
    return next((p for p in plenums() if (p.term, p.ordinal) == (term, ordinal)), None)


def congress(owner: str, ordinal: str) -> Congress | None:
    """The congress of an organisation by its Roman ordinal, or None if it is not registered.

    >>> known = congress("Đảng bộ Khối các cơ quan Trung ương", "XIII")
    >>> known and known.start
    '2020-10-27'
    """
    return next((c for c in congresses() if (c.owner, c.ordinal) == (owner, ordinal)), None)


def _document(row: Mapping[str, str]) -> KnownDocument:
    return KnownDocument(
        letters=row["letters"],
        number=row["number"],
        issuer_code=row["issuer_code"],
        term=row["term"],
        type_word=row["type_word"],
        date=row["date"],
        issuer=row["issuer"],
        plenum=row["plenum"],
        subject=row["subject"],
        keywords=_several(row["keywords"]),
        relations=tuple(_relation(cell) for cell in _several(row["relations"])),
        nicknames=_several(row["nicknames"]),
        source=row["source"],
        confirmed=row["confirmed"] == "yes",
    )


def _relation(cell: str) -> tuple[str, str]:
    name, _, key = cell.partition(":")
    return name, key


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _bare(number: str) -> str:
    return number.lstrip("0") or "0"


@lru_cache(maxsize=1)
def _series() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """First days of the Central Committee's terms, ascending, and the terms' ordinals."""
    central = sorted((t.start, t.ordinal) for t in terms() if t.owner == _CENTRAL_COMMITTEE)
    return tuple(start for start, _ in central), tuple(ordinal for _, ordinal in central)


@lru_cache(maxsize=1)
def _by_number() -> Mapping[str, tuple[KnownDocument, ...]]:
    """Documents by number without leading zeros, in order of term."""
    _, order = _series()
    found: dict[str, list[KnownDocument]] = {}
    for known in sorted(documents(), key=lambda d: order.index(d.term)):
        found.setdefault(_bare(known.number), []).append(known)
    return {number: tuple(those) for number, those in found.items()}


def _rows(table: str) -> Iterator[dict[str, str]]:
    """Rows of a registry table as column -> cell, comments left out."""
    text = files("vankien.ontology").joinpath("registry", table).read_text(encoding="utf-8")
    header, *lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return (dict(zip(header, cells, strict=True)) for cells in lines)
