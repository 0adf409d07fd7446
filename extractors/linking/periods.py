"""Whether a registered post and an article's day go together, however precisely the registry knows the days.

All days are ISO strings of any precision (``2021``, ``2021-04``, ``2021-04-08``); empty means not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from vankien.ontology.known_documents import terms
from vankien.ontology.known_persons import KnownTenure

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
YEAR = 366
SLACK = {4: YEAR, 7: 92, 10: 61}  # days by the length of an ISO date: papers name a post before it begins and after it ended
TERM = 5 * YEAR  # a term of office, where no end is known
_OWNER = "Ban Chấp hành Trung ương Đảng"  # the Central Committee


@dataclass(frozen=True, slots=True)
class Period:
    """When a post may be called somebody's: from ``first`` to ``last`` as current, from ``over`` on as former.

    >>> held = tenure(KnownTenure("x", "Bộ trưởng Bộ Y tế", "2011-08-03", "2016", "", True, "example"))
    >>> held.fits("current", "2011-07-20"), held.fits("current", "2018-01-05"), held.fits("former", "2018-01-05")
    (True, False, True)
    """

    first: date
    last: date
    over: date

    def fits(self, status: str, day: str) -> bool:
        """Whether an article of that day may give the post this status (a tenure's, current where it says nothing)."""
        start, end = bounds(day)
        if status == "former":
            return end >= self.over
        return end >= self.first and start <= self.last


def calendar_day(day: str) -> bool:
    """Whether a text is a year, a month or a day that the calendar has.

    >>> calendar_day("2024-02"), calendar_day("2024-02-30"), calendar_day("")
    (True, False, False)
    """
    try:
        return _DAY.fullmatch(day) is not None and bool(bounds(day))
    except ValueError:
        return False


def bounds(day: str) -> tuple[date, date]:
    """First and last day that a date of any precision may mean.

    >>> bounds("2024-02")[1].isoformat()
    '2024-02-29'
    """
    year, month, of_month = (int(part) for part in (day + "-00-00")[:10].split("-"))
    if of_month:
        return date(year, month, of_month), date(year, month, of_month)
    if month:
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(1)
    return date(year, 1, 1), date(year, 12, 31)


def tenure(known: KnownTenure) -> Period:
    """The time of a registered tenure; where an end is missing, a term from what is known, or a year about ``held``."""
    first = _before(known.start) or (_before(known.held, YEAR) if known.held else _before(known.end, TERM))
    last = _after(known.end) or max(filter(None, (_after(known.held, YEAR), _after(known.start, TERM))), default=None)
    over = known.end or known.held or known.start
    return Period(first or date.min, last or date.max, _before(over) or date.max)


@lru_cache(maxsize=None)
def term(ordinal: str) -> Period | None:
    """The time of a term of the Central Committee (Roman numeral); None before the sixth, whose days are not registered."""
    for known in terms():
        if (known.owner, known.ordinal) == (_OWNER, ordinal):
            last = bounds(known.end)[1] if known.end else date.max
            return Period(bounds(known.start)[0], last, bounds(known.start)[1])
    return None


def _before(day: str, slack: int = 0) -> date | None:
    return bounds(day)[0] - timedelta(slack or SLACK[len(day)]) if day else None


def _after(day: str, slack: int = 0) -> date | None:
    return bounds(day)[1] + timedelta(slack or SLACK[len(day)]) if day else None
