"""The day of a paper as its header prints it: in words, in figures, with a Roman month, partly left blank."""

from __future__ import annotations

from vankien.extractors.official.cells import DATE

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def iso(words: str) -> str:
    """A header's date: ``ngày    tháng 3 năm 2024`` tells its month only.

    >>> iso("Phú Thọ, ngày 12 tháng 3 năm 2024"), iso("Hà Nội, ngày    tháng 3 năm 2024"), iso("ngày 5/4/2019")
    ('2024-03-12', '2024-03', '2019-04-05')
    >>> iso("Sông Bé, ngày 12/VIII/1988"), iso("Long An, ngày 12 tháng 8")
    ('1988-08-12', '')
    """
    match = DATE.search(words)
    if match is None:
        return ""
    year = match["year"] or match["year2"]
    if year is None:
        return ""
    month, day = (_figure(part or "") for part in (match["month"] or match["month2"], match["day"]))
    if not 1 <= month <= 12:
        return str(year)
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{year}-{month:02}"


def _figure(words: str) -> int:
    """A figure of a date, Arabic or Roman; 0 where it is left blank."""
    words = words.strip(" .…_\u00a0")
    return _ROMAN.index(words) + 1 if words in _ROMAN else int("".join(filter(str.isdigit, words)) or 0)
