"""Date lines of web pages: what they look like is data (stamps.tsv), what they mean is told here.

Vietnam has one time zone, so a time printed without one is UTC+7. Years outside 1900-2100
are misprints and give no stamp.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Literal, cast

from vankien.extractors.readers.lines import fold
from vankien.extractors.readers.tables import rows

Role = Literal["template", "published", "updated", "day"]
"""template: the site's own clock or a crawler's mark; published: day (and time) of publication;
updated: of the last change; day: a date alone, which may be either the rendering day or publication."""

HANOI = timezone(timedelta(hours=7))

# What may stand in braces in stamps.tsv. A stamp is matched against its line in lower case.
_PIECES = {
    "weekday": r"(?:thứ ?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ ?nhật|cn|t[2-7])",
    "date": r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})",
    "monthfirst": r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})",
    "iso": r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
    "spoken": r"(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}),? ?(?:năm )?(?P<year>\d{4})",
    "time": r"(?P<hour>\d{1,2}) ?[:h] ?(?P<minute>\d{2})'?",
    "seconds": r"(?P<hour>\d{1,2}):(?P<minute>\d{2}):\d{2}",
    "half": r"(?P<half>am|pm|sa|ch)",  # sa, ch: sáng, chiều (before and after noon)
    "zone": r"[(\[]? ?(?:gmt|utc) ?\+ ?0?7(?::?00)? ?[)\]]?",
    "count": r"\d[\d.,]*",
    "letters": r"[^\W\d_]{2,10}",
    "rest": r".*",
}
_STRENGTH: dict[Role, int] = {"template": 0, "published": 1, "updated": 2, "day": 3}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date line: an ISO day, or day and minute with the offset +07:00, and what it is."""

    value: str
    role: Role

    @property
    def timed(self) -> bool:
        """Whether the line gives a time of day."""
        return "T" in self.value


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Role], ...]:
    table = [(_compiled(row["shape"]), cast(Role, row["role"])) for row in rows("stamps.tsv")]
    return tuple(sorted(table, key=lambda entry: _STRENGTH[entry[1]]))


def _compiled(shape: str) -> re.Pattern[str]:
    """A shape of stamps.tsv as a pattern: ``{piece}``, ``{piece?}``; blanks and commas may be missing."""

    def pattern(part: str) -> str:
        if part.startswith("{"):
            name = part.strip("{}")
            return f"(?:{_PIECES[name[:-1]]})?" if name.endswith("?") else _PIECES[name]
        return re.sub(r"\\?[ ,]", lambda m: m.group()[-1] + "?", re.escape(part.lower()))

    return re.compile("".join(pattern(part) for part in re.split(r"({[^}]*})", shape) if part))


def stamp(line: str) -> Stamp | None:
    """The date that a whole line gives, or None where the line is anything else.

    >>> stamp("Thứ Sáu, 5/4/2024 9:05'(GMT+7)")
    Stamp(value='2024-04-05T09:05+07:00', role='published')
    >>> stamp("Thứ Sáu, 5/4/2024")
    Stamp(value='2024-04-05', role='day')
    >>> stamp("Ngày 5/4/2024, Tỉnh ủy họp.")
    """
    if len(line) > 120 or not any(c.isdigit() for c in line):
        return None
    folded = fold(line)
    for pattern, role in _patterns():
        match = pattern.fullmatch(folded)
        value = _value(match.groupdict()) if match else ""
        if value:
            return Stamp(value, role)
    return None


def _value(parts: dict[str, str | None]) -> str:
    """ISO form of a match's pieces, or nothing if there is no such day or minute."""
    try:
        day = date(*(int(parts[name] or 0) for name in ("year", "month", "day")))
        if not 1900 <= day.year <= 2100:
            return ""
        if not parts.get("hour"):
            return day.isoformat()
        hour, minute, half = int(parts["hour"] or 0), int(parts["minute"] or 0), parts.get("half")
        if half:
            if half in ("am", "sa") and hour == 12 and minute == 0:
                return day.isoformat()  # 12:00:00 AM is how .NET prints a day without a time
            hour = hour % 12 + (12 if half in ("pm", "ch") else 0)
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=HANOI).isoformat(timespec="minutes")
    except ValueError:
        return ""


def moment(value: str) -> str:
    """A date from metadata or a record, as ISO in Vietnamese time, as precise as given; else nothing.

    Records and metadata write ISO, or one of the forms of stamps.tsv. The day counts (it anchors
    relative dates), so a moment in another zone is moved to UTC+7.

    >>> moment("2024-01-23T20:30:00Z")
    '2024-01-24T03:30:00+07:00'
    >>> moment("2024-01"), moment("24/01/2024"), moment("hôm qua")
    ('2024-01', '2024-01-24', '')
    """
    value = value.strip()
    if re.fullmatch(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", value):
        return value
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        found = stamp(value)
        return found.value if found and found.role != "template" else ""
    return _in_hanoi(at, value)


def _in_hanoi(at: datetime, value: str) -> str:
    if not 1900 <= at.year <= 2100:
        return ""
    if at.tzinfo is None and (at.hour, at.minute, at.second) == (0, 0, 0):
        return at.date().isoformat()  # midnight without a zone is how tools print a day without a time
    local = at.astimezone(HANOI) if at.tzinfo else at.replace(tzinfo=HANOI)
    return local.isoformat(timespec="seconds" if re.search(r":\d\d:\d\d", value) else "minutes")
