"""Lines of a page that are not the article: headings under it, buttons, bylines, credits, section names.

The words are data (furniture.tsv); the shape of a byline is told here (domain notes 7).
"""

from __future__ import annotations

import re
from functools import cache

from vankien.extractors.readers.lines import fold
from vankien.extractors.readers.tables import rows

SHORT = 60
"""A byline or credit is never longer (code points)."""

_COUNTS = re.compile(r"^\d[\d.,]* +(?=\D)|[ :]*\(?\d[\d.,]*\)?$|[ :]+$")
_NAME_BREAK = re.compile(r"[\s,&/–-]+")
_OFFICIAL = ("T/M", "TM.", "TM ", "KT.", "TL.", "Nơi nhận")  # the foot of an official paper, not a byline
_SMALL_WORDS = {"và", "theo"}


@cache
def _table() -> tuple[dict[str, str], tuple[tuple[str, str, str], ...]]:
    """Kinds by whole line, and (folded beginning, beginning as written, kind) for open entries, longest first."""
    whole: dict[str, str] = {}
    starts: list[tuple[str, str, str]] = []
    for row in rows("furniture.tsv"):
        words, kind = row["words"], row["kind"]
        if words.endswith("…"):
            begin = words.removesuffix("…").strip()
            starts.append((fold(begin), begin, kind))
        else:
            whole[fold(words)] = kind
    return whole, tuple(sorted(starts, key=lambda entry: -len(entry[0])))


def kind(line: str) -> str:
    """The kind of furniture a whole line is (see furniture.tsv), or nothing.

    >>> kind("Phản hồi (0)"), kind("9453 Lượt xem"), kind("Theo TTXVN"), kind("Tỉnh ủy họp")
    ('end', 'mark', 'credit', '')
    """
    if len(line) > 3 * SHORT:
        return ""
    whole, starts = _table()
    folded = fold(line)
    found = whole.get(folded) or whole.get(_COUNTS.sub("", folded))
    if found:
        return found
    for begin, _, label in starts:
        if folded.startswith(begin) and _after_label(folded, begin):
            short = len(line) <= SHORT and not line.rstrip().endswith((".", ";", ":", ","))
            if label not in ("byline", "credit") or short:
                return label
    return ""


def _after_label(folded: str, begin: str) -> bool:
    """Whether a label ends where its words end (``theo`` is not the beginning of ``theodore``)."""
    return begin.endswith(":") or begin.startswith("(") or folded[len(begin) : len(begin) + 1] in ("", " ")


def author(line: str) -> str:
    """The author a line names: a labelled name, a desk (PV), or capitalised words alone; else nothing.

    >>> author("Tin, ảnh: Lê Vân"), author("THU VÂN - Bảo An"), author("PV"), author("Tỉnh ủy họp")
    ('Lê Vân', 'THU VÂN - Bảo An', 'PV', '')
    """
    line = line.strip()
    found = kind(line)
    if found == "byline":
        return _once(line.partition(":")[2])
    if found == "desk" or (not found and _names(line)):
        return _once(line.strip("()"))
    return ""


def _once(name: str) -> str:
    """A name without its repetition: aggregators print ``Lê Vân/VOV Lê Vân/VOV``."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half] if half and words[:half] == words[half:] else words)


def _names(line: str) -> bool:
    """Whether a line is nothing but two to ten capitalised words, as a byline is."""
    bare = line[1:-1] if line.startswith("(") and line.endswith(")") else line
    if len(bare) > SHORT or bare.endswith((".", ":", ";", ",", "!", "?")) or bare.startswith(_OFFICIAL):
        return False
    name, _, outlet = bare.partition("/")  # Lê Vân/VOV-Trung tâm Tin: what follows the slash is the desk
    words = [word for word in _NAME_BREAK.split(name if len(outlet) <= SHORT // 2 else bare) if word]
    return 2 <= len(words) <= 10 and all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    # folded: a combining mark of a decomposed text is no letter
    return word in _SMALL_WORDS or (word[0].isupper() and all(c.isalpha() or c in ".'" for c in fold(word)))
