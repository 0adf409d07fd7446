"""What stands above an article's body when it is copied from its page (domain notes 7).

The order differs from site to site; the seed's form is

    Chủ Nhật, 23/6/2024                      day on which the page was drawn
    Tuyên giáo các cấp                       section
    Thứ Tư, 24/1/2024 18:27'(GMT+7)          publication
    (title)
    (body ...)

and others print section, title, stamp. Rules: the publication stamp is the full date with time
nearest to the title, that is the last one above the body; a lone date in the first line is the day
of rendering; a date of change counts only where there is no other. A text without any date line is
a body, with a title only where its first line looks like one and a blank line follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vankien.extractors.readers import furniture
from vankien.extractors.readers.lines import Line
from vankien.extractors.readers.stamps import Stamp, stamp

ZONE = 12
"""Lines looked at from the top; a page's head is not longer."""

_LONG = 250  # code points: longer than any headline
_PROSE_WORDS = 8  # a closed line of so many words is a sentence of the body
_HEADLINE_WORDS = 7  # section names have fewer words, headlines mostly have more
_SECTION_WORDS = 10
_BREADCRUMB = re.compile(r"\s*[>»›/|]\s*")


@dataclass(frozen=True, slots=True)
class Header:
    """What was read above the body; ``body`` is the index of the body's first line."""

    body: int = 0
    title: str = ""
    section: str = ""
    published: str = ""
    byline: str = ""


def header_of(lines: Sequence[Line], text: str) -> Header:
    """The header of a text given as its lines; ``Header()`` where all of it is body."""
    zone = lines[: _zone(lines)]
    stamps = {i: found for i, line in enumerate(zone) if (found := stamp(line.text))}
    at = _publication(stamps)
    header = _bare(lines, text) if at is None and 0 not in stamps else _stamped(zone, stamps, at)
    return header if header.body < len(lines) else Header(published=header.published)


def _zone(lines: Sequence[Line]) -> int:
    """How many lines stand above the first sentence of the body."""
    for i, line in enumerate(lines[:ZONE]):
        prose = len(line.text) > _LONG or (line.closed and line.words >= _PROSE_WORDS)
        if prose and not stamp(line.text):
            return i
    return min(len(lines), ZONE)


def _bare(lines: Sequence[Line], text: str) -> Header:
    """Header of a text without date lines: a title (after a known section name, perhaps), if it looks like one."""
    at = 1 if len(lines) > 1 and furniture.kind(lines[0].text) == "section" else 0
    if at + 1 >= len(lines):
        return Header()
    line, following = lines[at], lines[at + 1]
    heading = re.match(r"#{1,6}\s+(?=\S)", line.text)  # Markdown
    apart = text.count("\n", line.end, following.start) >= 2
    if not heading and not (apart and _like_title(line)):
        return Header()
    title = line.text[heading.end() :] if heading else line.text
    return Header(at + 1, title, lines[0].text if at else "")


def _stamped(zone: Sequence[Line], stamps: dict[int, Stamp], at: int | None) -> Header:
    """Header of a page with date lines: title and section stand around the stamp (``at``) or the day on top."""
    pivot = at if at is not None else _last_of_top(stamps)
    kinds = [furniture.kind(line.text) for line in zone]
    named = [i for i in range(len(zone)) if i not in stamps and kinds[i] not in ("mark", "end", "byline", "credit")]
    before, after = [i for i in named if i < pivot], [i for i in named if i > pivot]
    title = _title(zone, before, after, stamped=at is not None)
    body, byline = _after_title(zone, stamps, max(pivot, -1 if title is None else title) + 1)
    above = [i for i in before if title is None or i < title]
    if title is not None and title > pivot and len(after) > 1 and after[0] < title:
        above = [after[0]]
    return Header(
        body,
        zone[title].text if title is not None else "",
        _section(zone[above[-1]].text) if above else "",
        stamps[at].value if at is not None else "",
        byline or _byline_above(zone, title, pivot),
    )


def _publication(stamps: dict[int, Stamp]) -> int | None:
    """Which date line gives the publication, by the rules of the module's docstring."""
    timed = [i for i, s in stamps.items() if s.role == "published" and s.timed]
    labelled = [i for i, s in stamps.items() if s.role == "published"]
    # a lone date is weak: only under a title, or a section and a title, never among the lines of a list
    lone = [i for i, s in stamps.items() if s.role == "day" and sum(j not in stamps for j in range(i)) in (1, 2)]
    changed = [i for i, s in stamps.items() if s.role == "updated"]
    return next((found[-1] for found in (timed, labelled, lone, changed) if found), None)


def _last_of_top(stamps: dict[int, Stamp]) -> int:
    """The last of the date lines that open the page."""
    last = -1
    while last + 1 in stamps:
        last += 1
    return last


def _title(zone: Sequence[Line], before: list[int], after: list[int], stamped: bool) -> int | None:
    """Which line is the title: the one after the stamp, unless a headline stands above it."""
    headlines = [i for i in before if _is_headline(zone[i])]
    if headlines:
        return headlines[-1]
    if len(after) > 1 and _section_first(zone[after[0]], zone[after[1]], alone=not before):
        return after[1]
    if after and _like_title(zone[after[0]]):
        return after[0]
    plain = [i for i in before if furniture.kind(zone[i].text) != "section"]
    return plain[-1] if plain and stamped else None


def _section_first(first: Line, second: Line, alone: bool) -> bool:
    """Whether the first of two lines under the stamp names the section and the second is the title."""
    known = furniture.kind(first.text) == "section"
    return _like_title(second) and (known or (alone and not _is_headline(first) and _is_headline(second)))


def _after_title(zone: Sequence[Line], stamps: dict[int, Stamp], at: int) -> tuple[int, str]:
    """Index of the body's first line, past date lines, buttons and the byline, and the byline."""
    byline = ""
    while at < len(zone):
        found = furniture.kind(zone[at].text)
        name = "" if byline else furniture.author(zone[at].text)
        if at not in stamps and found != "mark" and not name:
            break
        byline = byline or name
        at += 1
    return at, byline


def _byline_above(zone: Sequence[Line], title: int | None, pivot: int) -> str:
    """A byline between title and stamp (title, author, stamp)."""
    if title is None or title > pivot:
        return ""
    between = (furniture.author(zone[i].text) for i in range(title + 1, pivot))
    return next((name for name in between if name), "")


def _like_title(line: Line) -> bool:
    return len(line.text) <= _LONG and not line.closed and line.words >= 2


def _is_headline(line: Line) -> bool:
    return _like_title(line) and line.words >= _HEADLINE_WORDS and furniture.kind(line.text) != "section"


def _section(line: str) -> str:
    """A section's name: short words, or the last step of a breadcrumb (Trang chủ > Xây dựng Đảng)."""
    last = _BREADCRUMB.split(line)[-1] if line.lower().startswith("trang chủ") else line
    return last if len(last.split()) <= _SECTION_WORDS else ""
