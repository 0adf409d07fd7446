"""What the registry of Party documents says about a number, and how words of an article point at its rows.

Rows are candidates only: a phrase of the subject, a date, a term or an outer document chooses among them, and
a row that is not confirmed never decides alone (domain notes 1.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from vankien.extractors.linking.documents.items import Item
from vankien.extractors.reading import Reading
from vankien.ontology import known_documents as known
from vankien.ontology.known_documents import KnownDocument

__all__ = ["KnownDocument", "before", "by_context", "by_subject", "candidates", "continued", "contradicts",
           "in_force", "matches",
           "of_plenum", "recent", "same_day", "term_of"]  # fmt: skip

_ENOUGH = 0.34
"""Share of a phrase's word pairs that a subject must have to be taken for the same subject."""

_OFTEN = 3
"""Times that a row's keywords must stand in an article that names the number beside none of them."""

_NOTHING = 0.12
"""Share below which two subjects have nothing in common but words that any title has."""

_PLACEHOLDER = re.compile(r"[^\w\s/-]+")


def candidates(item: Item) -> list[KnownDocument]:
    """Rows that a number may mean. A bare number keeps to its type word (``Quyết định`` or ``Quy định``)."""
    code = item.code or ("TW" if not item.data.get("state") else "?")
    rows = list(known.find_documents(item.letters, item.number, code))
    return (
        rows
        if item.code
        else [d for d in rows if d.type_word == item.kind] or ([] if item.letters == "QĐ" else rows)
    )


def term_of(day: str) -> str:
    """The Central Committee's term on a stated date; empty where the date leaves it open.

    >>> term_of("2018-10-22"), term_of("2018"), term_of("2021"), term_of("--10-22")
    ('XII', 'XII', '', '')
    """
    parts = day.split("-") if day and day[0] != "-" else []
    try:
        if len(parts) == 3:
            return known.term_of(date.fromisoformat(day))
        if len(parts) == 2:
            first, last = date(int(parts[0]), int(parts[1]), 1), date(int(parts[0]), int(parts[1]), 28)
        elif len(parts) == 1:
            first, last = date(int(parts[0]), 1, 1), date(int(parts[0]), 12, 31)
        else:
            return ""
    except ValueError:
        return ""
    return known.term_of(first) if known.term_of(first) == known.term_of(last) else ""


def same_day(registered: str, stated: str) -> bool:
    """Whether a stated date (perhaps without its year) can be a registered one.

    >>> same_day("2018-10-22", "--10-22"), same_day("2018-10-22", "2018-10-25")
    (True, False)
    """
    return bool(registered) and (
        registered.endswith(stated[1:]) if stated.startswith("--") else registered.startswith(stated)
    )


@lru_cache(maxsize=4096)
def _pairs(phrase: str) -> frozenset[tuple[str, str]]:
    words = _PLACEHOLDER.sub(" ", phrase.lower()).split()
    return frozenset(zip(words, words[1:], strict=False))


def _share(phrase: str, subject: str) -> float:
    """Share of the shorter phrase's word pairs that the other has too."""
    one, other = _pairs(phrase), _pairs(subject)
    return len(one & other) / max(1, min(len(one), len(other)))


@lru_cache(maxsize=2048)
def _keyword(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


def _hits(row: KnownDocument, phrase: str) -> int:
    low = phrase.lower()
    return sum(1 for word in row.keywords if word in low and _keyword(word).search(low))


def matches(row: KnownDocument, phrase: str) -> bool:
    """Whether a phrase can be the subject of a row: it has one of its keywords, or enough of its words."""
    return bool(_hits(row, phrase)) or _share(phrase, row.subject) >= _ENOUGH


def contradicts(row: KnownDocument, phrase: str) -> bool:
    """Whether a phrase is the subject of another document: long enough, and with nothing in common.

    >>> row = known.find_documents("CT", "05", "TW")[0]
    >>> contradicts(row, "giảm nghèo bền vững đến năm 2030"), contradicts(row, "học tập và làm theo Bác")
    (True, False)
    """
    return (
        bool(row.subject)
        and len(_pairs(phrase)) >= 4
        and not _hits(row, phrase)
        and _share(phrase, row.subject) < _NOTHING
    )


def by_subject(rows: list[KnownDocument], phrase: str) -> KnownDocument | None:
    """The one row whose subject a phrase tells; None where none or more than one does equally."""
    scored = sorted(
        ((_hits(d, phrase) + _share(phrase, d.subject), d.key, d) for d in rows if matches(d, phrase)),
        reverse=True,
    )
    if not scored or (len(scored) > 1 and scored[0][0] < scored[1][0] + 0.2):
        return None
    return scored[0][2]


def continued(item: Item, rows: list[KnownDocument], everything: Iterable[Item]) -> KnownDocument | None:
    """The row that the document in whose title the number stands is registered to continue or replace."""
    at = item.find.start
    for outer in everything:
        span = outer.find.attributes.get("title_span")
        if outer is item or not span or not span[0] <= at < span[1] or not outer.number:
            continue
        own = candidates(outer)
        for row in own:
            if (
                len(own) == 1
                or (row.term == (outer.term or term_of(outer.date)))
                or (outer.date and same_day(row.date, outer.date))
            ):
                found = [d for d in rows if any(key == d.key for _, key in row.relations)]
                if len(found) == 1:
                    return found[0]
    return None


def before(row: KnownDocument, day: date | None) -> bool:
    """Whether a row had been issued on a day (true where either is unknown)."""
    return day is None or not row.date or row.date <= day.isoformat()


def recent(row: KnownDocument, reading: Reading) -> bool:
    """Whether a row is of the term at publication or of the one before it."""
    if reading.published is None:
        return False
    now = known.term_of(reading.published)
    earlier = [
        t.ordinal
        for t in known.terms()
        if t.owner == "Ban Chấp hành Trung ương Đảng" and t.start < _start(now)
    ]
    return row.term == now or bool(earlier) and row.term == max(earlier, key=_start)


@lru_cache(maxsize=32)
def _start(term: str) -> str:
    return next(
        (t.start for t in known.terms() if (t.owner, t.ordinal) == ("Ban Chấp hành Trung ương Đảng", term)),
        "",
    )


def by_context(reading: Reading, items: list[Item]) -> KnownDocument | None:
    """The one row whose keywords stand in the sentences that name the number, else often in the article."""
    rows = [d for d in candidates(items[0]) if before(d, reading.published)]
    near = " ".join(dict.fromkeys(reading.text[slice(*reading.sentence_at(i.find.start))] for i in items))
    found = [d for d in rows if _hits(d, near)]
    if len(found) != 1:
        whole = f"{reading.article.title} {reading.text}".lower()
        counts = {d: sum(len(_keyword(w).findall(whole)) for w in d.keywords if w in whole) for d in rows}
        found = [d for d in rows if counts[d]] if max(counts.values(), default=0) >= _OFTEN else []
    return found[0] if len(found) == 1 else None


def in_force(reading: Reading, items: list[Item]) -> KnownDocument | None:
    """The only row of the number issued by the day of publication, if it is confirmed and recent."""
    rows = [d for d in candidates(items[0]) if before(d, reading.published)]
    if len(rows) != 1 or not rows[0].confirmed or not recent(rows[0], reading):
        return None
    return rows[0]


def of_plenum(kind: str, ordinal: int, term: str) -> tuple[list[KnownDocument], list[KnownDocument]]:
    """(papers of this type word, papers of other types) that a plenum is registered to have adopted."""
    adopted = [d for d in known.documents() if d.plenum == f"{ordinal}/{term}"]
    return [d for d in adopted if d.type_word == kind], [d for d in adopted if d.type_word != kind]
