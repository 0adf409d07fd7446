"""The words of events, read once from the gazetteers: heads, and the words that carry on or end a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from vankien.extractors.grammar.lexicon import rows
from vankien.extractors.text.letters import UPPER


@dataclass(frozen=True, slots=True)
class Head:
    """A word that an event's name begins with: its kind, ontology class and the grammar of what follows.

    ``bare``: the head alone may stand for an event already named (``Hội nghị``, the conference).
    """

    words: str
    kind: str
    cls: str
    tail: str
    bare: bool


@lru_cache(maxsize=1)
def heads() -> tuple[Head, ...]:
    """Rows of ``event_heads.tsv``."""
    return tuple(
        Head(r["head"], r["kind"], r["class"], r["tail"], r["bare"] == "yes") for r in rows("event_heads.tsv")
    )


@lru_cache(maxsize=1)
def _automaton() -> ahocorasick_rs.AhoCorasick:
    kind = ahocorasick_rs.MatchKind.LeftmostLongest
    return ahocorasick_rs.AhoCorasick([h.words for h in heads()], matchkind=kind)


def find_heads(lower: str) -> Iterator[tuple[Head, int, int]]:
    """(head, start, end) of every head word in a text of lower-case letters, whole syllables only.

    >>> [(h.words, a, b) for h, a, b in find_heads("tại đại hội và đại hộixyz")]
    [('đại hội', 4, 11)]
    """
    known = heads()
    for index, start, end in _automaton().find_matches_as_indexes(lower):
        if (end == len(lower) or not lower[end].isalnum()) and (start == 0 or not lower[start - 1].isalnum()):
            yield known[index], start, end


def alternatives(words: Iterable[str]) -> str:
    """Pattern of any of some words, the longest first; grouped by first letter, which is quick to skip.

    >>> alternatives(["tại", "tổ chức", "do"])
    'd(?:o)|t(?:ổ\\\\schức|ại)'
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s"))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))


@lru_cache(maxsize=1)
def relations() -> dict[str, str]:
    """Verbs of purpose and the relation they say to a document named after them (``event_purposes.tsv``)."""
    return {r["verb"]: r["relation"] for r in rows("event_purposes.tsv")}


@lru_cache(maxsize=1)
def days() -> dict[str, tuple[str, str]]:
    """Days that anniversaries keep, in lower case: the date they go back to and the full name of the event.

    Either may be empty; names of one event share its full name.
    """
    return {r["name"].lower(): (r["day"], r["event"]) for r in rows("event_days.tsv")}


@lru_cache(maxsize=1)
def held_verbs() -> dict[str, tuple[str, str]]:
    """Verbs of what is held, without a noun of its own (``event_verbs.tsv``): class and kind."""
    return {r["verb"]: (r["class"], r["kind"]) for r in rows("event_verbs.tsv")}


_PAIRS = alternatives([f"{r['left']}, {r['right']}" for r in rows("event_pairs.tsv")])
_PURPOSES = alternatives(relations())
_OPENERS = alternatives([r["words"] for r in rows("event_openers.tsv") if r["of"] == "conference"])
_CONTESTS = alternatives([r["words"] for r in rows("event_openers.tsv") if r["of"] == "contest"])
_DAYS = alternatives([r["name"] for r in rows("event_days.tsv")])
_STOPS = alternatives([r["words"] for r in rows("event_stops.tsv")])

HELD = alternatives(held_verbs())
"""Pattern of the verbs of ``event_verbs.tsv``."""

PURPOSE = re.compile(rf"(?:{_PURPOSES})(?!\w)", re.IGNORECASE)
"""A verb of purpose: ``quán triệt`` (to bring home), ``sơ kết`` (to review midway) ..."""

OPENER = re.compile(rf"\s(?:{_OPENERS}|{_PURPOSES})(?!\w)", re.IGNORECASE)
"""How a conference's name goes on directly after its head."""

CONTEST = re.compile(rf'\s(?:(?:{_CONTESTS})(?!\w)|"|(?=[{UPPER}]))')
"""How a contest's name goes on."""

_PARTNERS = alternatives([r["words"] for r in rows("event_openers.tsv") if r["of"] == "meeting"])
PARTNER = re.compile(rf"(?:\s[^\W\d_]+){{0,3}}?\s(?:{_PARTNERS})(?!\w)")
"""How the name of a meeting goes on: with whom, after up to three words of its own."""

RECEIVED = re.compile(rf"(?:(?i:{_PARTNERS})(?!\w)|[{UPPER}])")
"""Who may stand behind a verb of meeting, if not a name: a group of people."""

PAIR = re.compile(rf"(?<!\w)(?:{_PAIRS})(?!\w)")
"""A set pair that a comma joins, in lower case: ``kiểm tra, giám sát`` (``event_pairs.tsv``)."""

DAY = re.compile(rf"(?:{_DAYS})(?!\w)", re.IGNORECASE)
"""A day or deed that anniversaries keep (``event_days.tsv``)."""

STOP = re.compile(
    rf"""[.;:!?\n()\[\]…*#/"]|\s-\s|,
    |(?<=\s)(?!để\slại\s)(?!có\scông(?!\s(?:ty|an|bố))|(?<=công\s)nhận|sáng\s(?:tạo|tác|kiến|lập))(?:{_STOPS}|dự(?=,))(?!\w)
    |(?<=\s)(?:ngày|tháng|năm|lúc|hồi)\s\d
    |(?<=\s)\d{{1,2}}\s?[/.-]\s?\d
    |(?<=\s)(?:\d{{1,2}}\stháng\s)?(?:đầu|cuối|giữa)\s(?:năm|tháng|tuần|xuân)(?!\w)
    |(?<=\s)nhiệm\skỳ\s\d""",
    re.VERBOSE,
)
"""Where a name may end: punctuation, words of ``event_stops.tsv`` (in lower case), time."""

TRAILING = re.compile(
    r"(?:\s(?:của|và|với|cho|về|các|những|trong|(?<!doanh\s)(?<!công\s)(?<!nạn\s)(?<!cá\s)nhân|theo|giữa|việc|một\ssố|mang\stên|dịp|đến|tới|cùng"
    r"|năm\s\d{4}))+\Z"
)
"""Words that lead on to something and so never end a name."""
