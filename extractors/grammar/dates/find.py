"""Dates as the press writes them, anchored on the day of publication (domain notes 1.6 and 6).

The press drops what its readers know: the year (``ngày 7/7``), the month of the first day of a range
(``ngày 24 và 25/6``), or everything (``sáng nay``). Numbers that are no dates (24/7, fractions,
document and telephone numbers) are left alone: a day without a year needs a word that announces it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vankien.extractors.grammar.dates import shapes
from vankien.extractors.reading import Found, Reading


@dataclass(frozen=True, slots=True)
class _Atom:
    """One date as written: known parts only. ``first`` is the first day of a list such as ``24 và 25/6``."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    first: int | None = None
    until: int | None = None
    rough: bool = False


def resolve(month: int, day: int | None, published: date | None, planned: bool = False) -> str:
    """The ISO value of a day or month printed without its year (domain notes 6).

    For reports the nearest one not after publication, for plans the nearest one not before it;
    without a day of publication the year stays open.

    >>> resolve(12, 28, date(2024, 1, 2))
    '2023-12-28'
    >>> resolve(1, None, date(2023, 12, 2), planned=True)
    '2024-01'
    >>> resolve(11, 15, None)
    '--11-15'
    """
    tail = f"-{month:02}" + (f"-{day:02}" if day else "")
    if published is None:
        return "-" + tail
    named, anchor = (month, day or 0), (published.month, published.day if day else 0)
    year = published.year + (1 if planned and named < anchor else -1 if not planned and named > anchor else 0)
    return f"{year}{tail}"


def find_dates(reading: Reading) -> None:
    """Fill ``reading.dates`` with hidden finds (class ``Date``) in text order.

    Attributes: ``value`` (``2018-10-22``, ``2024-05``, ``2023``, ``--11-15``), ``from`` and ``to`` for a
    stretch of time, ``approximate`` (``cuối tháng 10``), ``bare`` where the year was completed by
    :func:`resolve` for a report: a plan needs it again with ``planned``.
    """
    text = reading.text
    words = [
        m
        for _, at, _ in shapes.ANCHORS.find_matches_as_indexes(text)
        if (m := shapes.WORDED.match(text, at)) and _free(text, at)
    ]
    atoms = [*_numeric(text), *(a for m in words if (a := _worded(text, m, reading.published)))]
    atoms.sort(key=lambda a: (a.start, -a.end))
    found: list[Found] = []
    end, i = -1, 0
    while i < len(atoms):
        atom = atoms[i]
        i += 1
        if atom.start < end:
            continue
        last = atom
        if (
            atom.year is None and found and shapes.THAT_YEAR.match(text, atom.end)
        ):  # ``tháng 6 năm đó``: of that year
            year = found[-1].attributes["value"][:4]
            atom = last = replace(atom, year=int(year) if year.isdigit() else None)
        if i < len(atoms) and _reaches(text, atom, atoms[i]):
            last = atoms[i]
            i += 1
        found.append(_found(text, atom, last, reading.published))
        end = last.end
    reading.dates = sorted([*found, *_relative(text, words, found, reading.published)], key=lambda f: f.start)


def _numeric(text: str) -> Iterator[_Atom]:
    for match in shapes.NUMERIC.finditer(text):
        kind = "full" if match["full"] else "words" if match["words"] else "year" if match["year"] else "days"
        before = text[max(0, match.start() - 24) : match.start()]
        atom = _read_number(match, kind)
        if atom is None or (kind == "year" and not shapes.MONTH_LEAD.search(before)):
            continue
        if kind == "days" and atom.year is None and not _announced(text, match, before, atom):
            continue
        yield atom


def _read_number(match: re.Match[str], kind: str) -> _Atom | None:
    """The parts of a numeric match; None for a word that is no month."""
    start, end, numbers = match.start(), match.end(), [int(n) for n in re.findall(r"\d+", match.group())]
    year = numbers.pop() if numbers[-1] > 1000 else None
    if kind == "year":
        return _Atom(start, end, year, numbers[0])
    worded = re.search(r"tháng\s+([^\W\d]+(?:\s(?:một|hai))?)", match.group()) if kind == "words" else None
    if worded:
        month = shapes.MONTHS.get(worded[1])
        if month is None:
            return None
    else:
        month = numbers.pop()
    try:
        date(year or 2000, month, numbers[-1])
    except ValueError:
        return None
    return _Atom(start, end, year, month, numbers[-1], numbers[0] if len(numbers) > 1 else None)


def _announced(text: str, match: re.Match[str], before: str, atom: _Atom) -> bool:
    """Whether a word or a bracket says that a day and month without a year is a date."""
    if before.endswith("(") and text[match.end() : match.end() + 1] in "),":
        return "." not in match.group()
    if not shapes.DAY_LEAD.search(before):
        return False
    if not shapes.WEAK_LEAD.search(before):
        return True
    part = atom.first is None and (atom.day or 0) < (atom.month or 0) and "0" not in match.group()
    return match["t"] == "/" and not (part and shapes.FRACTION.match(text, match.end()))


def _free(text: str, at: int) -> bool:
    """Whether a word begins here (anchors are found inside words too)."""
    return at == 0 or not text[at - 1].isalnum()


def _worded(text: str, match: re.Match[str], published: date | None) -> _Atom | None:
    start, end, before = match.start(), match.end(), text[max(0, match.start() - 14) : match.start()]
    rough = bool(shapes.ROUGH.search(before))
    if match["month"]:
        months = [int(m) for m in re.findall(r"\d+", match["month"])]
        year = match["my"] or match["mz"]
        return _Atom(start, end, int(year) if year else None, months[0], until=months[-1], rough=rough)
    if match["y"]:
        return None if shapes.HORIZON.search(before) else _Atom(start, end, int(match["y"]), rough=rough)
    if match["quarter"]:
        year = match["qy"] or match["qz"] or (str(published.year) if published else None)
        first = 3 * (shapes.QUARTERS.get(match["quarter"]) or int(match["quarter"])) - 2
        return _Atom(start, end, int(year) if year else None, first, until=first + 2, rough=True)
    near = match["ynear"] or match["mnear"]
    return (
        _near(match, published, rough) if near and published and not shapes.COUNTED.search(before) else None
    )


def _near(match: re.Match[str], published: date, rough: bool) -> _Atom:
    """``năm ngoái`` (last year), ``tháng tới`` (next month) and their kin."""
    step = {"ngoái": -1, "trước": -1, "sau": 1, "tới": 1}.get(match["ynear"] or match["mnear"], 0)
    if match["ynear"]:
        return _Atom(match.start(), match.end(), published.year + step, rough=rough)
    months = published.year * 12 + published.month - 1 + step
    return _Atom(match.start(), match.end(), months // 12, months % 12 + 1, rough=rough)


def _reaches(text: str, a: _Atom, b: _Atom) -> bool:
    """Whether two atoms are the ends of one stretch: ``từ 5/3 đến 16/4``; not ``(7/7/1917 - 7/7/2017)``."""
    if not shapes.TO.fullmatch(text, a.end, b.start) or (a.day, a.month) == (b.day, b.month):
        return False
    return bool(shapes.FROM.search(text[max(0, a.start - 14) : a.start]) or "-" in text[a.end : b.start])


def _found(text: str, a: _Atom, b: _Atom, published: date | None) -> Found:
    """The find of one atom, or of two that span a stretch."""
    attributes: dict[str, object] = {}
    year = b.year if a.year is None else a.year
    if year is not None and a.year is None and (a.month, a.day or 0) > (b.month, b.day or 0):
        year -= 1
    head = replace(a, year=year, day=a.first or a.day)
    if head.year is None:
        attributes["bare"] = True
    attributes["value"] = _value(text, head, published)
    if a is not b or a.first:
        attributes |= {"from": attributes["value"], "to": _value(text, b, published)}
    elif a.until and a.until != a.month:
        attributes |= {"from": attributes["value"], "to": _value(text, replace(a, month=a.until), published)}
    if a.rough:
        attributes["approximate"] = True
    return Found(a.start, b.end, "Event", "Date", text[a.start : b.end], attributes, hidden=True)


def _value(text: str, atom: _Atom, published: date | None) -> str:
    if atom.month is None:
        return str(atom.year)
    if atom.year is not None:
        return f"{atom.year}-{atom.month:02}" + (f"-{atom.day:02}" if atom.day else "")
    ahead = bool(shapes.AHEAD.search(text, max(0, atom.start - 60), atom.end + 9))
    if published and atom.day and not ahead:  # a day that comes next week is not of last year
        try:
            ahead = timedelta(0) < date(published.year, atom.month, atom.day) - published <= shapes.SOON
        except ValueError:
            return resolve(atom.month, None, published)
    return resolve(atom.month, atom.day, published, ahead)


def _relative(
    text: str, words: list[re.Match[str]], found: list[Found], published: date | None
) -> Iterator[Found]:
    """Days told from another day.

    ``hôm qua`` and ``hai hôm trước`` count from publication (else from the article's first day),
    ``cùng ngày`` is the day named before it.
    """
    days = [f for f in found if len(f.attributes["value"].lstrip("-")) in (5, 10)]
    anchor, end = published.isoformat() if published else next((f.attributes["value"] for f in days), ""), 0
    for match in words:
        start, near, value = match.start(), match["day"] or match["part"] or match["mai"], ""
        if near:
            value = _shift(anchor, {"nay": 0, "qua": -1, "mai": 1}.get(near, -2))
        elif match["same"] or match["sameday"]:
            value = next((f.attributes["value"] for f in reversed(days) if f.end <= start), "")
        elif match["ago"] and (count := shapes.AGO.search(text, max(0, start - 8), start)):
            start = count.start(1)
            value = _shift(anchor, -(shapes.NUMBERS.get(count[1].lower()) or int(count[1])))
        if value and start >= end:
            end = match.end()
            yield Found(
                start, match.end(), "Event", "Date", text[start : match.end()], {"value": value}, hidden=True
            )


def _shift(value: str, days: int) -> str:
    """An ISO day moved by days; the year stays open where it was (``--11-22`` and -2 give ``--11-20``)."""
    if not value:
        return ""
    if value.startswith("--"):
        moved = date.fromisoformat("2001" + value[1:]) + timedelta(days=days)
        return f"--{moved.month:02}-{moved.day:02}"
    return (date.fromisoformat(value) + timedelta(days=days)).isoformat()
