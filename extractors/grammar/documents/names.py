"""Papers known by name and not by number: laws, statutes, platforms, the Testament, rules, strategies.

Fixed names are rows of ``document_laws.tsv`` and ``document_names.tsv``; the rest is built by small grammars
(``Quy chế làm việc của Tỉnh ủy``, ``Chuyên đề học tập và làm theo Bác năm 2024``). A name begins with a
capital somewhere: ``luật đất đai`` in lower case is the subject, ``Luật đất đai`` the law.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from vankien.extractors.grammar.documents.fixed import Named, dated, fixed
from vankien.extractors.grammar.documents.laws import read_law
from vankien.extractors.grammar.documents.meetings import BodyAt
from vankien.extractors.grammar.documents.quotes import close_quote
from vankien.extractors.grammar.documents.types import Anchor
from vankien.extractors.grammar.documents.words import any_of

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


def read_named(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    """The paper named at a type word; None where the word is used in general."""
    grammar = _GRAMMARS.get(anchor.type.word)
    return grammar(text, anchor, body_at) if grammar else None


def _of_law(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    return read_law(text, anchor)


def _statute(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    if text[max(0, anchor.start - 4) : anchor.start].lower() == "ban ":  # Tiểu ban Điều lệ Đảng: a body
        return None
    if named := fixed(text, anchor):
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
    named = fixed(text, anchor) or Named(
        anchor.end, "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Hiến pháp", "Constitution"
    )
    return dated(text, named)


def _platform(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    if not anchor.capital or text[max(0, anchor.start - 10) : anchor.start].rstrip().endswith(
        ("tính", "tính chất", "chất")
    ):
        return None
    named = fixed(text, anchor) or Named(
        anchor.end, "Cương lĩnh chính trị của Đảng", "Cương lĩnh", "Platform"
    )
    if match := _PLATFORM_REVISED.match(text, named.end):
        named.end, named.year = match.end(), match["y"]
        return named
    if match := _OF_PARTY.match(text, named.end):
        named.end = match.end()
    return dated(text, named)


def _rules(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    """``Quy chế``: of work, with its owner, or by a name of its own."""
    if named := fixed(text, anchor):
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
    named = fixed(text, anchor)
    if named is None and anchor.type.word == "di chúc" and anchor.capital:
        return Named(anchor.end, "Di chúc của Chủ tịch Hồ Chí Minh", "Di chúc", "Testament")
    return named


def _treaty(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    named = fixed(text, anchor)
    return named and dated(text, named)


def _quoted(text: str, anchor: Anchor, body_at: BodyAt) -> Named | None:
    """A paper named by its title alone: ``Chỉ thị "Nhật - Pháp bắn nhau và hành động của chúng ta"``."""
    if not anchor.capital or text[anchor.end : anchor.end + 2] != ' "':
        return None
    end = close_quote(text, anchor.end + 1, anchor.end + 130)
    if end < anchor.end + 15:
        return None
    return Named(end, text[anchor.start : end].replace('"', ""), anchor.type.kind, anchor.type.cls(False))


_GRAMMARS: dict[str, Callable[[str, Anchor, BodyAt], Named | None]] = {
    "bộ luật": _of_law,
    "chiến lược": _strategy,
    "chuyên đề": _theme,
    "chánh cương": _plain,
    "chính cương": _plain,
    "chỉ thị": _quoted,
    "công ước": _treaty,
    "cương lĩnh": _platform,
    "di chúc": _plain,
    "hiệp định": _treaty,
    "hiến pháp": _constitution,
    "luận cương": _plain,
    "luật": _of_law,
    "lời kêu gọi": _plain,
    "nghị quyết": _quoted,
    "pháp lệnh": _of_law,
    "quy chế": _rules,
    "quy định": _plain,
    "sách lược": _plain,
    "tuyên ngôn": _plain,
    "điều lệ": _statute,
    "đề cương": _plain,
}
"""Grammar of the names that begin with a type word."""
