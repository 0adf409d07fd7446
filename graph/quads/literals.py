"""Values as literals: clean text, and dates as precise as they are known.

Control characters, lone surrogates and non-characters cannot stand in XML and break writers; they become
U+FFFD one for one, so that offsets into quoted words still hold.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from vankien.graph.quads.nodes import XSD
from vankien.ontology.terms import Datatype

_BROKEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANKS: Final = re.compile(r"[\s\ufffd]+")

_DATE = NamedNode(XSD + "date")
_DATE_TIME = NamedNode(XSD + "dateTime")
_YEAR = NamedNode(XSD + "gYear")
_ANY_URI = NamedNode(XSD + "anyURI")
_PARTIAL: Final = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "{}", _DATE),
    (re.compile(r"\d{4}-\d\d"), "{}-01", NamedNode(XSD + "gYearMonth")),
    (re.compile(r"\d{4}"), "{}-01-01", _YEAR),
    (
        re.compile(r"--\d\d-\d\d"),
        "2000-{}",
        NamedNode(XSD + "gMonthDay"),
    ),  # 2000: a leap year, 29 February is fine
    (re.compile(r"--\d\d"), "2000-{}-01", NamedNode(XSD + "gMonth")),
)


def clean(text: str) -> str:
    """The same text, as long as before, with U+FFFD for code points that break writers.

    >>> clean("a\\x00b")
    'a\\ufffdb'
    """
    return _BROKEN.sub("\ufffd", text)


def name(text: str) -> str:
    """A label or surface form: clean, NFC, one blank between words."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", clean(text))).strip()


def words(text: str) -> Literal:
    """Words exactly as printed (clean), for quotes."""
    return Literal(clean(text))


@lru_cache(maxsize=4096)
def code(text: str) -> Literal:
    """A code or other plain string."""
    return Literal(name(text))


def vietnamese(text: str) -> Literal:
    """A name or phrase in Vietnamese."""
    return Literal(name(text), language="vi")


@lru_cache(maxsize=4096)
def day(text: str) -> Literal:
    """A date as precise as it is written; a day that no calendar has stays a plain string (a shape warns).

    >>> str(day("2018-10")), str(day("2021-02-30"))
    ('"2018-10"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>', '"2021-02-30"')
    """
    for form, whole, datatype in _PARTIAL:
        if form.fullmatch(text) and text.isascii():
            try:
                date.fromisoformat(whole.format(text.removeprefix("--")))
            except ValueError:
                break
            return Literal(text, datatype=datatype)
    return code(text)


def moment(text: str) -> Literal:
    """A date or date-time of publication, as precise as the source gives it.

    >>> str(moment("2024-01-24T18:27+07:00"))
    '"2024-01-24T18:27:00+07:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>'
    """
    if len(text) > 10:
        try:
            return Literal(datetime.fromisoformat(text).isoformat(), datatype=_DATE_TIME)
        except ValueError:
            return day(text[:10])
    return day(text)


def publication_day(text: str) -> Literal | None:
    """The day of a publication stamp, if it names a whole day."""
    literal = day(text[:10])
    return literal if literal.datatype == _DATE else None


def address(text: str) -> Literal:
    """A web address as a literal."""
    return Literal(clean(text), datatype=_ANY_URI)


def value(kind: Datatype, given: Any) -> Literal | None:
    """The literal of an attribute of a kind; None where the value is empty or no such thing."""
    if given is None or given == "":
        return None
    if kind == "text":
        return vietnamese(str(given))
    if kind == "date":
        return day(str(given))
    if kind == "flag":
        return Literal(bool(given))
    if kind == "code":
        return code(str(given))
    return _counted(kind, str(given))


def _counted(kind: Datatype, digits: str) -> Literal | None:
    if kind == "year":
        return Literal(digits, datatype=_YEAR) if re.fullmatch(r"[0-9]{4}", digits) else None
    return Literal(int(digits)) if re.fullmatch(r"-?[0-9]{1,9}", digits) else None
