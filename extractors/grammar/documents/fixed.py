"""Papers whose names are in a table, and the year or number behind a name.

The tables are ``document_laws.tsv`` and ``document_names.tsv``. A name has a capital somewhere: ``luật đất đai``
in small letters is the subject, ``Luật đất đai`` the law.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vankien.extractors.grammar.documents.types import Anchor
from vankien.extractors.grammar.lexicon import rows
from vankien.extractors.reading import Found

_TWO_WORDS = re.compile(r"\w+\s\w+")
_YEAR = re.compile(r"\s+(?:\(\s*)?(?:năm\s+)?(?P<y>(?:19|20)\d\d)(?![\d/]|\s?-\s?\d)\)?")
_LAW_NUMBER = re.compile(r"\s+số\s+(?P<n>\d{1,3}/(?:19|20)\d\d/(?:QH|PL-UBTVQH)\d{1,2})(?!\w)")
_REVISED = re.compile(r"\s+(?:\(\s*sửa\s+đổi(?:,?\s+bổ\s+sung)?\s*\)|sửa\s+đổi(?:,\s+bổ\s+sung)?)")


@dataclass(slots=True)
class Named:
    """A paper's name in the text up to ``end``. ``year`` is part of the name (``Hiến pháp 2013``).

    ``amending`` is a law that changes the law named inside it, ``revised`` the new wording (``sửa đổi``) of a
    law, ``listed`` a name of the tables.
    """

    end: int
    label: str
    kind: str
    cls: str
    year: str = ""
    number: str = ""
    owner: Found | None = None
    amending: bool = False
    revised: bool = False
    listed: bool = False


def _opening(words: str) -> str:
    """The first two words, without the comma a title may have there (``luật phòng, chống …``)."""
    match = _TWO_WORDS.match(words)
    return match.group() if match else ""


@cache
def _forms() -> dict[str, list[tuple[str, str, str, str]]]:
    """(form, name, kind, class) of the fixed names by their first two words, the longest form first."""
    entries = [(r["form"].lower(), r["name"], r["kind"], r["class"]) for r in rows("document_names.tsv")]
    for row in rows("document_laws.tsv"):
        words = row["name"].split()
        kind = words[0] if words[0] == "Luật" else " ".join(words[:2])  # Luật; Bộ luật, Pháp lệnh
        entries.append((row["form"].lower(), row["name"], kind, row["class"]))
    table: dict[str, list[tuple[str, str, str, str]]] = {}
    for entry in sorted(entries, key=lambda e: -len(e[0])):
        table.setdefault(_opening(entry[0]), []).append(entry)
    return table


def fixed(text: str, anchor: Anchor) -> Named | None:
    """The longest name of the tables that begins at a type word."""
    low = text[anchor.start : anchor.start + 110].lower()
    for form, name, kind, cls in _forms().get(_opening(low), ()):
        end = anchor.start + len(form)
        cased = text[anchor.start : end] != form or kind == "Quy định"  # its words alone tell which one it is
        if low.startswith(form) and not text[end : end + 1].isalnum() and cased:
            return Named(end, name, kind, cls, listed=True)
    return None


def dated(text: str, law: Named) -> Named:
    """The law with the number or year behind its name."""
    revised = _REVISED.match(text, law.end)
    at = revised.end() if revised else law.end
    law.revised = revised is not None
    if match := _LAW_NUMBER.match(text, at):
        law.number, law.end = match["n"], match.end()
    elif match := _YEAR.match(text, at):
        law.year, law.end = (
            match["y"],
            match.end() - (match.group().endswith(")") and "(" not in match.group()),
        )
    return law
