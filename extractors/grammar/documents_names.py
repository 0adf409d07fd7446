"""Papers known by name and not by number: laws, statutes, platforms, the Testament, rules, strategies.

Fixed names are rows of ``document_laws.tsv`` and ``document_names.tsv``; the rest is built by small grammars
(``Quy chế làm việc của Tỉnh ủy``, ``Chuyên đề học tập và làm theo Bác năm 2024``). A name begins with a
capital somewhere: ``luật đất đai`` in lower case is the subject, ``Luật đất đai`` the law.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from vankien.extractors.grammar.documents_meetings import BodyAt
from vankien.extractors.grammar.documents_quotes import close_quote
from vankien.extractors.grammar.documents_types import Anchor
from vankien.extractors.grammar.documents_words import any_of
from vankien.extractors.grammar.lexicon import rows
from vankien.extractors.reading import Found


@dataclass(slots=True)
class Named:
    """A paper's name in the text up to ``end``. ``year`` is part of the name (``Hiến pháp 2013``)."""

    end: int
    label: str
    kind: str
    cls: str
    year: str = ""
    number: str = ""
    owner: Found | None = None
    amending: bool = False


UPPER = "A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Vietnamese capitals for a character class (a range such as À-Ỹ would take in the small letters)."""

_YEAR = re.compile(r"\s+(?:\(\s*)?(?:năm\s+)?(?P<y>(?:19|20)\d\d)(?![\d/]|\s?-\s?\d)\)?")
_LAW_NUMBER = re.compile(r"\s+số\s+(?P<n>\d{1,3}/(?:19|20)\d\d/(?:QH|PL-UBTVQH)\d{1,2})(?!\w)")
_REVISED = re.compile(r"\s+(?:\(\s*sửa\s+đổi(?:,?\s+bổ\s+sung)?\s*\)|sửa\s+đổi(?:,\s+bổ\s+sung)?)")
_AMENDING = re.compile(
    r"\s+sửa\s+đổi(?:,\s*bổ\s+sung)?\s+(?:một\s+số\s+)?[Đđ]iều\s+(?:của\s+)?"
    r"(?=(?:Bộ\s+)?[Ll]uật|Pháp\s+lệnh)",
    re.IGNORECASE,
)
_NO_LAW_BEFORE = re.compile(
    rf"(?<!\w)(?:{any_of('law-not-after')}|công\s+ước\b.{{0,40}}(?:về)?)\s*\Z", re.IGNORECASE
)
_NEW_LAW = re.compile(
    rf"\s+(?!(?:TP|Việt|Hà|Mỹ|Anh|Pháp|Trung|Quốc\s+tế|Nhà|Sư|Gia)(?!\w))[{UPPER}][^\W\d_]*"
    rf"(?:\s+(?!{any_of('law-end')})[^\W\d_A-ZĐ]+){{1,6}}"
)

_RULES_OF_WORK = re.compile(
    r"\s+(?:mẫu\s+)?(?P<what>(?:[Tt]ổ\s+chức\s+và\s+)?[Hh]oạt\s+động|[Ll]àm\s+việc)(?:\s+toàn\s+khóa)?"
)
_OF = re.compile(r"\s+(?:của\s+)?(?=\S)")
_STOP = rf"(?!{any_of('name-end')}|trong(?!\w|\s+Đảng)|và\s+(?:[A-ZĐ]|các|những|thực))"
_RULES = re.compile(rf"(?:\s+(?!năm\s){_STOP}[^\W\d_A-ZĐ][^\W\d_]*){{3,24}}(?:\s+Đảng(?!\w))?")
_STRATEGY = re.compile(
    rf"(?:\s+(?:\d{{4}}-\d{{4}}|{_STOP}[^\W_]+(?:-[^\W_]+)?|-)){{3,18}}(?:\s\(\d{{4}}-\d{{4}}\))?"
)
_NO_STRATEGY_BEFORE = re.compile(r"(?:[A-ZĐ][^\W\d_]*|tác|[,&])\s*\Z")
_THEME = re.compile(
    r"\s+(?:toàn\s+khóa|(?:về\s+)?(?:[Hh]ọc\s+tập(?:\s+và)?\s+)?(?:làm\s+theo\s+)?"
    r"(?:tư\s+tưởng,\s+đạo\s+đức,\s+phong\s+cách\s+|tấm\s+gương\s+(?:đạo\s+đức\s+)?)?"
    r"(?:của\s+)?(?:(?:Chủ\s+tịch\s+)?Hồ\s+Chí\s+Minh|Bác(?:\s+Hồ)?|Người)?)?(?<!\s)\s*"
    r"(?:của\s+)?năm\s+(?P<y>20\d\d)"
)
_FOREIGN = re.compile(rf"\s+(?:của\s+)?(?:nước\s+)?{any_of('foreign')}")
_PLATFORM_REVISED = re.compile(r"\s*\(\s*bổ\s+sung,\s*phát\s+triển\s+năm\s+(?P<y>2011)\s*\)")
_OF_PARTY = re.compile(r"\s+của\s+Đảng(?:\s+ta)?(?!\s*(?:bộ|ủy|[A-ZĐ]))(?!\w)")
_STATUTE_OWNERS = frozenset({"MassOrganisation", "FrontOrganisation", "PoliticalParty"})


@cache
def _forms() -> dict[str, list[tuple[str, str, str, str]]]:
    """(form, name, kind, class) of the fixed names by their first two words, the longest form first."""
    entries = [(r["form"].lower(), r["name"], r["kind"], r["class"]) for r in rows("document_names.tsv")]
    for row in rows("document_laws.tsv"):
        kind = (
            row["name"].split()[0]
            if not row["name"].startswith(("Bộ luật", "Pháp lệnh"))
            else " ".join(row["name"].split()[:2])
        )
        entries.append((row["form"].lower(), row["name"], kind, row["class"]))
    table: dict[str, list[tuple[str, str, str, str]]] = {}
    for entry in sorted(entries, key=lambda e: -len(e[0])):
        table.setdefault(" ".join(entry[0].split()[:2]), []).append(entry)
    return table


def _fixed(text: str, anchor: Anchor) -> Named | None:
    """The longest fixed name that begins at a type word."""
    low = text[anchor.start : anchor.start + 110].lower()
    pair = re.match(r"\S+\s\w+", low)
    for form, name, kind, cls in _forms().get(pair.group() if pair else "", ()):
        end = anchor.start + len(form)
        cased = text[anchor.start : end] != form or kind == "Quy định"  # its words alone tell which one it is
        if low.startswith(form) and not text[end : end + 1].isalnum() and cased:
            return Named(end, name, kind, cls)
    return None


def read_named(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    """The paper named at a type word; None where the word is used in general."""
    grammar = _GRAMMARS.get(anchor.type.word)
    return grammar(text, anchor, body_at) if grammar else None


def _law(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    if _NO_LAW_BEFORE.search(text, max(0, anchor.start - 60), anchor.start):
        return None
    if match := _AMENDING.match(text, anchor.end):
        inner = Anchor(match.end(), match.end() + 4, anchor.type, True)
        law = _fixed(text, inner) or _unlisted(text, inner)
        return law and Named(
            _dated(text, law).end, text[anchor.start : law.end], "Luật", "Law", amending=True
        )
    law = _fixed(text, anchor) or (_unlisted(text, anchor) if anchor.capital else None)
    return law and _dated(text, law)


def _unlisted(text: str, anchor: Anchor) -> Named | None:
    """A law that the table does not know: a capital and a few words up to the first that no title has."""
    match = _NEW_LAW.match(text, anchor.end)
    if match is None or anchor.type.word == "pháp lệnh":
        return None
    return Named(match.end(), text[anchor.start : match.end()], anchor.type.kind, anchor.type.state or "Law")


def _dated(text: str, law: Named) -> Named:
    """The law with the number or year behind its name."""
    revised = _REVISED.match(text, law.end)
    at = revised.end() if revised else law.end
    if match := _LAW_NUMBER.match(text, at):
        law.number, law.end = match["n"], match.end()
    elif match := _YEAR.match(text, at):
        law.year, law.end = (
            match["y"],
            match.end() - (match.group().endswith(")") and "(" not in match.group()),
        )
    return law


def _statute(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    if text[max(0, anchor.start - 4) : anchor.start].lower() == "ban ":  # Tiểu ban Điều lệ Đảng: a body
        return None
    if named := _fixed(text, anchor):
        return named
    opening = _OF.match(text, anchor.end)
    owner = body_at(opening.end()) if opening and anchor.capital else None
    if owner is None or owner.cls not in _STATUTE_OWNERS:
        return None
    return Named(owner.end, f"Điều lệ {owner.label}", "Điều lệ", "Statute", owner=owner)


def _constitution(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    before = text[max(0, anchor.start - 4) : anchor.start]
    if not anchor.capital or before.endswith(("án ", "Án ")) or _FOREIGN.match(text, anchor.end):
        return None
    named = _fixed(text, anchor) or Named(
        anchor.end, "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Hiến pháp", "Constitution"
    )
    return _dated(text, named)


def _platform(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    if not anchor.capital or text[max(0, anchor.start - 10) : anchor.start].rstrip().endswith(
        ("tính", "tính chất", "chất")
    ):
        return None
    named = _fixed(text, anchor) or Named(
        anchor.end, "Cương lĩnh chính trị của Đảng", "Cương lĩnh", "Platform"
    )
    if match := _PLATFORM_REVISED.match(text, named.end):
        named.end, named.year = match.end(), match["y"]
        return named
    if match := _OF_PARTY.match(text, named.end):
        named.end = match.end()
    return _dated(text, named)


def _rules(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    """``Quy chế``: of work, with its owner, or by a name of its own."""
    if named := _fixed(text, anchor):
        return named
    if match := _RULES_OF_WORK.match(text, anchor.end):
        opening = _OF.match(text, match.end())
        owner = body_at(opening.end()) if opening else None
        if owner is not None:
            label = f"Quy chế {match['what'].lower()} của {owner.label}"
            return Named(owner.end, label, "Quy chế", "WorkingRules", owner=owner)
        return (
            Named(match.end(), f"Quy chế {match['what'].lower()}", "Quy chế", "WorkingRules")
            if anchor.capital
            else None
        )
    match = _RULES.match(text, anchor.end) if anchor.capital else None
    if match is None:
        return None
    return Named(match.end(), text[anchor.start : match.end()], "Quy chế", "WorkingRules")


def _strategy(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    match = _STRATEGY.match(text, anchor.end) if anchor.capital else None
    if (
        match is None
        or match.group().split()[0] == "gia"
        or _NO_STRATEGY_BEFORE.search(text, max(0, anchor.start - 12), anchor.start)
    ):
        return None
    end = anchor.start + len(text[anchor.start : match.end()].rstrip(" -"))
    return Named(end, text[anchor.start : end], "Chiến lược", "Strategy")


def _theme(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    match = _THEME.match(text, anchor.end) if anchor.capital else None
    if match is None:
        return None
    return Named(match.end(), text[anchor.start : match.end()], "Chuyên đề", "StudyTheme", match["y"])


def _plain(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    named = _fixed(text, anchor)
    if named is None and anchor.type.word == "di chúc" and anchor.capital:
        return Named(anchor.end, "Di chúc của Chủ tịch Hồ Chí Minh", "Di chúc", "Testament")
    return named


def _quoted(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    """A paper named by its title alone: ``Chỉ thị "Nhật - Pháp bắn nhau và hành động của chúng ta"``."""
    if not anchor.capital or text[anchor.end : anchor.end + 2] != ' "':
        return None
    end = close_quote(text, anchor.end + 1, anchor.end + 130)
    if end < anchor.end + 15:
        return None
    return Named(end, text[anchor.start : end].replace('"', ""), anchor.type.kind, anchor.type.cls(False))


_GRAMMARS: dict[str, Callable[[str, Anchor, BodyAt], Named | None]] = {
    "bộ luật": _law,
    "chiến lược": _strategy,
    "chuyên đề": _theme,
    "chánh cương": _plain,
    "chính cương": _plain,
    "chỉ thị": _quoted,
    "công ước": _plain,
    "cương lĩnh": _platform,
    "di chúc": _plain,
    "hiệp định": _plain,
    "hiến pháp": _constitution,
    "luận cương": _plain,
    "luật": _law,
    "lời kêu gọi": _plain,
    "nghị quyết": _quoted,
    "pháp lệnh": _law,
    "quy chế": _rules,
    "quy định": _plain,
    "sách lược": _plain,
    "tuyên ngôn": _plain,
    "điều lệ": _statute,
    "đề cương": _plain,
}
"""Grammar of the names that begin with a type word."""
