"""Numbers of documents in every shape the press prints (domain notes 1.4).

A number is built upward from its pieces: the running number, the year (State papers), the type letters and
the issuer code, with blanks and any dash around the separators. Whose paper it is, is told first by the
issuer code (``/TW`` is the Party's also in ``31/QĐ-TW``), then by the shape.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vankien.extractors.grammar.documents.types import Anchor, issuer_codes
from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.grammar.lexicon import words

_RUNNING = r"\d{1,5}(?:\.\d{1,3}(?=/\d{4}))?(?:[A-Z](?=\s?[/-]))?"
_YEAR = r"(?:19|20)\d\d"
_LETTERS = r"QyĐ|QĐi|QĐNS|TBố|(?:CTr|TTr|CTHĐ|NQLT|TTLT)|[A-ZĐ]{1,5}"
_CODE_PART = r"(?:T\.\s?Ư|TTg|ThU|Tw|VPTƯ|(?:[A-ZĐƯ](?![^\W\d_A-ZĐƯ])){1,14})\d{0,2}"
_CODE = rf"{_CODE_PART}(?:\s?-\s?[A-ZĐƯ]{{1,14}}\d{{0,2}}(?![\w]))*"
_FULL = rf"""
    (?P<num>{_RUNNING})(?:\s?[/-]\s?(?P<year>{_YEAR})(?=\s?[/-]))?
    (?:\s?(?P<s1>[/-])\s?|\s)?(?P<letters>{_LETTERS})\s?(?P<s2>[/-])\s?(?P<code>{_CODE})
"""
_ASSEMBLY = rf"(?P<num>{_RUNNING})[/-](?P<year>{_YEAR})[/-](?P<code>QH\d{{0,2}}|UBTVQH\d{{1,2}})(?!\w)"
_LETTERLESS = r"(?P<num>\d{1,5})\s?[/-]\s?(?P<code>(?:TTg|TW|TƯ|CP|TU|UB|UBND|HĐBT)(?:-[A-ZĐ]{1,6})?)(?!\w)"
_OFFICE = r"(?P<num>\d{1,5})/(?P<code>[A-ZĐ][A-ZĐ\d]{1,7}(?:-[A-ZĐ\d]{1,6})?)(?![\w/-])"
_BARE = rf"(?P<num>\d{{1,5}})(?:/(?P<year>{_YEAR}))?(?![\w%]|[/.,-]\d|\s?[/-]\s?[A-ZĐ]{{2}})"
_YEAR_ALONE = re.compile(_YEAR)
_LEAD = r"(?:\s*:(?=\s+số))?(?:\s+(?P<so>số|SỐ))?\s*:?\s*"

_IN_CAPITALS = {"QĐI": "QĐi", "QYĐ": "QyĐ"}
"""Letters of a series of its own (domain notes 1.2), as a subject all in capitals prints them."""

_SHAPES = tuple(re.compile(_LEAD + body, re.VERBOSE) for body in (_FULL, _ASSEMBLY, _LETTERLESS))
_OFFICE_SHAPE = re.compile(r"\s+số\s*:?\s*" + _OFFICE)
_BARE_SHAPE = re.compile(_LEAD + _BARE)
_QUALIFIED = re.compile(rf"\s+{any_of('number-qualifier')}(?=\s+(?:số\s)?\s*\d)")
_JOIN = re.compile(r"\s*(?:,|;|\bvà\b)(?:\s*\bvà\b)?\s*(?=(?:số\s+)?\d)")
_LIST_SHAPES = tuple(re.compile(r"(?P<so>số\s+)?" + body, re.VERBOSE) for body in (_FULL, _ASSEMBLY))
_LIST_BARE = re.compile(r"(?P<so>số\s+)?" + _BARE)
_LIST_END = re.compile(rf"\s*(?:[,;:.)(\"]|\Z|\n|-\s|{any_of('number-followed')})")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in normal form. ``code`` has ``TW`` for TƯ and T.Ư; ``state`` is None where nothing tells."""

    end: int
    number: str
    letters: str = ""
    code: str = ""
    year: str = ""
    state: bool | None = None
    start: int = 0


@cache
def _counted() -> re.Pattern[str]:
    """A word that a bare number counts (``quy định 5 nhóm``), from ``document_counted.tsv``."""
    nouns = sorted(words("document_counted.tsv"), key=len, reverse=True)
    return re.compile(
        r"\s(?!(?-i:Bộ\s[A-ZĐ]|Ban\s))(?:"
        + "|".join(nouns).replace("|năm", r"|năm(?!\s+(?:19|20)\d\d)")
        + r")\b",
        re.IGNORECASE,
    )


def normal_code(code: str) -> str:
    """An issuer code in normal form.

    >>> normal_code("T.Ư"), normal_code("VPTƯ"), normal_code("TU")
    ('TW', 'VPTW', 'TU')
    """
    code = re.sub(r"\s", "", code)
    return re.sub(r"T\.?Ư|Tw\b", "TW", code)


def whose(code: str, first: str, second: str, year: str) -> bool | None:
    """Whether a code and the shape around it are the State's (True) or the Party's (False)."""
    known = issuer_codes().get(re.sub(r"\d+$", "", code.split("-")[0]))
    if year or code.startswith("QH"):
        return known.state if known and not known.state else True
    if known and known.unique:
        return known.state
    return True if (first, second) == ("/", "-") else False if second == "/" else None


def read_numbers(text: str, anchor: Anchor) -> list[Number]:
    """The number or the coordinated numbers (``59, 70, 71``) behind a type word; empty where none stands."""
    first = _first(text, anchor)
    if first is None:
        return []
    numbers = [first]
    while (join := _JOIN.match(text, numbers[-1].end)) is not None:
        following = _following(text, join.end(), bool(first.code))
        if following is None:
            break
        numbers.append(following)
    return numbers


def read_one(text: str, at: int) -> Number | None:
    """The number with an issuer code that begins at an offset, its type word left out."""
    return next((_number(m) for shape in _LIST_SHAPES if (m := shape.match(text, at))), None)


def _first(text: str, anchor: Anchor) -> Number | None:
    qualified = _QUALIFIED.match(text, anchor.end)  # Nghị quyết chuyên đề số …, Kết luận thanh tra số …
    for shape in _SHAPES:
        if match := shape.match(text, qualified.end() if qualified else anchor.end):
            return _number(match)
    if match := _OFFICE_SHAPE.match(text, anchor.end):
        return _number(match)
    match = _BARE_SHAPE.match(text, anchor.end)
    if match is None or anchor.type.bare in ("code", "-") or not _spaced(text, anchor, match):
        return None
    if not match["so"] and not _bare_allowed(text, anchor, match):
        return None
    return Number(match.end(), match["num"], year=match["year"] or "")


def _spaced(text: str, anchor: Anchor, match: re.Match[str]) -> bool:
    """Whether a blank stands before the number (``NQ35`` may touch it; ``CT2`` is a block of flats)."""
    if anchor.type.word.isupper() and anchor.type.word != "NQ" and len(match["num"]) < 2:
        return False
    return match.start("num") > anchor.end or anchor.type.word == "NQ"


def _bare_allowed(text: str, anchor: Anchor, match: re.Match[str]) -> bool:
    """Whether a number without ``số`` (No.) can be a document's and counts nothing."""
    if anchor.type.bare == "so" and not (
        anchor.capital and len(match["num"]) > 1 and _LIST_END.match(text, match.end())
    ):
        return False
    if not anchor.capital and (anchor.type.bare == "cap" or len(match["num"]) < 2):
        return False
    if _YEAR_ALONE.fullmatch(match["num"]) or ":" in match.group():
        return False
    return not _counted().match(text, match.end())


def _following(text: str, at: int, coded: bool) -> Number | None:
    """One more number of a coordination; a bare one only after a bare one and before what ends a name."""
    for shape in _LIST_SHAPES:
        if match := shape.match(text, at):
            return _number(match)
    match = _LIST_BARE.match(text, at)
    if (
        match is None
        or coded
        or _counted().match(text, match.end())
        or not _LIST_END.match(text, match.end())
    ):
        return None
    return Number(match.end(), match["num"], year=match["year"] or "")


def _number(match: re.Match[str]) -> Number:
    groups = match.groupdict()
    code, year = normal_code(groups["code"]), groups.get("year") or ""
    state = whose(code, groups.get("s1") or "-", groups.get("s2") or "-", year)
    letters = groups.get("letters") or ""
    return Number(match.end(), groups["num"], _IN_CAPITALS.get(letters, letters), code, year, state, match.start())
