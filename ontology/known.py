"""What is known before any article is read: bodies, provinces, districts and sectors.

Documents, congresses, plenums and terms are told by :mod:`vankien.ontology.known_documents`; its names
stand here too, so that a reader of registries needs this one module.

The tables are the TSV files in ``ontology/registry/``; people edit them there (``docs/registries.md``
says how) and the tests refuse an unsorted, doubled or dangling row. Days are ISO dates. ``start`` is the
first day and ``end`` the last day of a thing, both inclusive; an empty string means open or unknown.
One name may stand in several rows, when a body or province was founded anew under its old name
(domain notes 4.4): the day of the article chooses.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from vankien.ontology.known_documents import (
    Congress,
    KnownDocument,
    Plenum,
    Term,
    congress,
    congresses,
    documents,
    find_documents,
    plenum,
    plenums,
    term_of,
    terms,
)

__all__ = [
    "Congress",
    "District",
    "KnownBody",
    "KnownDocument",
    "Plenum",
    "Province",
    "Sector",
    "Term",
    "bodies",
    "congress",
    "congresses",
    "districts",
    "documents",
    "find_documents",
    "plenum",
    "plenums",
    "provinces",
    "sectors",
    "spelled",
    "table",
    "term_of",
    "terms",
]


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body of the Party, the State, the Front, the forces or the press.

    ``cls`` is the local name of its ontology class. ``aliases`` name this body wherever they stand;
    ``weak`` forms need context (``Trung ương``, ``Khối``); both hold every spelling of spellings.tsv.
    ``parent`` and ``successors`` are names of other rows; ``change`` says how it ended (merged, split, renamed, ended, refounded).
    ``confirmed`` is false for what was written from memory only.
    """

    name: str
    cls: str
    aliases: tuple[str, ...]
    weak: tuple[str, ...]
    parent: str
    start: str
    end: str
    successors: tuple[str, ...]
    change: str
    source: str
    confirmed: bool

    def alive(self, day: str) -> bool:
        """Whether it existed on a day (ISO date; an open side counts as yes).

        >>> [finance] = [b for b in bodies() if b.name == "Bộ Tài chính" and b.alive("2025-03-01")]
        >>> finance.start
        '2025-03-01'
        """
        return _within(day, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Province:
    """A province or city directly under the centre, of one regime (63 until 2025-06-30, then 34).

    ``unit`` is tỉnh (province) or thành phố (city); ``committee`` its Party committee's head word,
    Tỉnh ủy or Thành ủy. ``predecessors`` are the names merged into it on its first day.
    ``name`` carries no unit: ``Hồ Chí Minh`` alone is a person, so look for it with its unit or an alias.
    """

    name: str
    unit: str
    start: str
    end: str
    predecessors: tuple[str, ...]
    aliases: tuple[str, ...]
    committee: str
    source: str
    confirmed: bool

    def alive(self, day: str) -> bool:
        """Whether it existed on a day (ISO date; an open side counts as yes).

        >>> sum(p.alive("2025-06-30") for p in provinces()), sum(p.alive("2025-07-01") for p in provinces())
        (63, 34)
        """
        return _within(day, self.start, self.end)


@dataclass(frozen=True, slots=True)
class District:
    """A unit of the district level, which ended on 2025-06-30.

    ``unit`` is quận (urban district), huyện (rural district), thị xã (town) or thành phố (city under
    a province); ``province`` the name of its province then. Names repeat: ten provinces had a Châu Thành.
    """

    name: str
    unit: str
    province: str


@dataclass(frozen=True, slots=True)
class Sector:
    """A field of government or of Party work, as it follows the head word of an agency's name.

    ``heads`` are the head words it goes with: Bộ (ministry), Sở and Ty (provincial department), Phòng
    (district office), Ban (commission), Ủy ban (committee).
    """

    name: str
    heads: tuple[str, ...]
    aliases: tuple[str, ...]


@lru_cache(maxsize=None)
def bodies() -> tuple[KnownBody, ...]:
    """All known bodies, by name and then by first day."""
    return tuple(
        KnownBody(
            name=row["name"],
            cls=row["class"],
            aliases=spelled(row["name"], *_names(row["aliases"]))[1:],
            weak=spelled(*_names(row["weak"])),
            parent=row["parent"],
            start=row["from"],
            end=row["to"],
            successors=_names(row["successors"]),
            change=row["change"],
            source=row["source"],
            confirmed=row["confirmed"] == "yes",
        )
        for row in table("bodies.tsv")
    )


@lru_cache(maxsize=None)
def provinces() -> tuple[Province, ...]:
    """All provinces of both regimes and the older ones still cited, by name and then by first day."""
    return tuple(
        Province(
            name=row["name"],
            unit=row["unit"],
            start=row["from"],
            end=row["to"],
            predecessors=_names(row["predecessors"]),
            aliases=_names(row["aliases"]),
            committee=row["committee"],
            source=row["source"],
            confirmed=row["confirmed"] == "yes",
        )
        for row in table("provinces.tsv")
    )


@lru_cache(maxsize=None)
def districts() -> tuple[District, ...]:
    """All districts as they were before 2025-07-01, by name, unit and province."""
    return tuple(District(row["name"], row["unit"], row["province"]) for row in table("districts.tsv"))


@lru_cache(maxsize=None)
def sectors() -> tuple[Sector, ...]:
    """All sectors by name.

    >>> [s.heads for s in sectors() if s.name == "Ngoại vụ"]
    [('Sở',)]
    """
    return tuple(
        Sector(row["name"], _names(row["heads"]), _names(row["aliases"])) for row in table("sectors.tsv")
    )


def table(file: str) -> list[dict[str, str]]:
    """The rows of one registry file as dictionaries by column; comments (``#``) are left out.

    Raises ValueError, naming file and row, for a row with another number of cells than the header.
    """
    text = files("vankien.ontology").joinpath("registry", file).read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0]
    for cells in lines:
        if len(cells) != len(header):
            raise ValueError(
                f"{file}: {len(cells)} cells instead of {len(header)} in the row of {cells[0]!r}"
            )
    return [dict(zip(header, cells, strict=True)) for cells in lines[1:]]


def _names(cell: str) -> tuple[str, ...]:
    """The names of a cell that ``|`` separates."""
    return tuple(cell.split("|")) if cell else ()


@lru_cache(maxsize=None)
def _spellings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Parts of names, each with the other ways of writing it."""
    return tuple((row["name"], _names(row["forms"])) for row in table("spellings.tsv"))


def spelled(*names: str) -> tuple[str, ...]:
    """The names, each followed by all its spellings, without repetition.

    >>> spelled("Ban Tổ chức Trung ương", "BTCTW")[:3]
    ('Ban Tổ chức Trung ương', 'Ban Tổ chức T.Ư', 'Ban Tổ chức TƯ')
    """
    found: dict[str, None] = {}
    for name in names:
        ways = [name]
        for part, forms in _spellings():
            if part in name:
                ways += [way.replace(part, form) for form in forms for way in ways]
        found.update(dict.fromkeys(ways))
    return tuple(found)


def _within(day: str, start: str, end: str) -> bool:
    return (not start or start <= day) and (not end or day <= end)
