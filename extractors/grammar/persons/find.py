"""Names of persons: after a title, beside a post, or by a family name alone (domain notes 5.2, 5.3).

A name ends where a post or a body begins (``Nguyễn Văn Thể Ủy viên …``). A later short form
(``ông Thể``, ``đồng chí Cẩm Tú``) counts when the article names the person in full.
"""

from __future__ import annotations

from collections import Counter
from itertools import compress

from vankien.extractors.grammar.bodies.find import find_bodies
from vankien.extractors.grammar.bodies.places import UNITS, place_name
from vankien.extractors.grammar.lexicon import words
from vankien.extractors.grammar.persons.words import (
    LONGEST,
    NOT_AFTER,
    SHORT_BY,
    alien,
    country,
    foreign,
    from_abroad,
    head,
    historic,
    historic_here,
    name_end,
    names_one,
    not_a_name,
    title_before,
    titles,
    usual,
)
from vankien.extractors.grammar.posts.find import find_posts
from vankien.extractors.grammar.shapes import PersonFound
from vankien.extractors.reading import Found, Reading, begin
from vankien.extractors.text.tokens import Tokens
from vankien.ontology.nouns import Article

TOLD_OFTEN = 2
"""How often a bare given name behind an honorific must stand in an article to be somebody."""

_ACRONYMS = frozenset({"QH", "UBND", "HĐND", "BCT", "BBT", "TTXVN", "VOV", "TP", "TW", "TƯ"})


def find_persons(reading: Reading) -> None:
    """Fill ``reading.persons``, in text order, without overlaps."""
    tokens = reading.tokens
    blocked = _blocked(tokens, [*reading.bodies, *reading.posts])
    after_post = {_past_colon(tokens, tokens.at(p.end)) for p in reading.posts}
    posts = {tokens.at(p.start) for p in reading.posts}
    found: list[PersonFound] = []
    at = 0
    for i in compress(range(tokens.n), tokens.upper):
        if i < at or blocked[i]:
            continue
        listed = bool(found) and _joined(tokens, i, found[-1].end)
        end = name_end(tokens, i, blocked)
        person = _at(tokens, i, end, after_post) or _beside(tokens, i, end, posts, listed)
        if person is not None:
            at, hit = person
            found.append(hit)
    reading.persons = list(_resolvable(reading, found))


def _past_colon(tokens: Tokens, i: int) -> int:
    """``các Phó Bí thư Tỉnh ủy: Hà Văn A, …``: the names begin after the colon."""
    return i + 1 if i < tokens.n and tokens.words[i] == ":" else i


def _joined(tokens: Tokens, i: int, end: int) -> bool:
    """Whether token i goes on with the list whose last name ended at this offset."""
    return i > 1 and tokens.words[i - 1] in (",", "và") and tokens.end[i - 2] == end


def _beside(tokens: Tokens, i: int, end: int, posts: set[int], listed: bool) -> tuple[int, PersonFound] | None:
    """A name up to token ``end`` in a list of persons or right before a post: a rare family name (``Nông Thị A, Phó …``) or a foreign one."""
    if tokens.lower[i] in titles():
        return None
    apposed = end + 1 in posts and tokens.words[end] in (",", "-", "–")
    if not (listed or apposed):
        return None
    place = place_name(tokens, i)
    native = tokens.lower[i] in words("surnames.tsv") and 3 <= end - i <= LONGEST
    if not (native or from_abroad(tokens, i, end)) or (place is not None and place[3] >= end):
        return None
    before = tokens.lower[i - 1] if i else ""
    return None if before in UNITS or before in NOT_AFTER or country(tokens, i) else (end, _person(tokens, i, end, ""))


def _blocked(tokens: Tokens, finds: list[Found]) -> bytearray:
    """One byte per token: inside a body or a post."""
    blocked = bytearray(tokens.n + 1)
    for find in finds:
        first, last = tokens.at(find.start), tokens.at(find.end)
        blocked[first:last] = b"\x01" * (last - first)
    return blocked


def _at(tokens: Tokens, i: int, end: int, after_post: set[int]) -> tuple[int, PersonFound] | None:
    """A name up to token ``end``: after a title or a post, of a usual family name, or of history."""
    if tokens.words[i] in _ACRONYMS or tokens.lower[i] in SHORT_BY:
        return None
    if country(tokens, i) and not (title_before(tokens, i) in SHORT_BY and not tokens.upper[min(i + 1, tokens.n - 1)]):
        return None  # bà Nga: a given name, no Russia
    if tokens.lower[i] == "phó" and " ".join(tokens.lower[i : i + 3]) in titles():
        return None  # đồng chí Phó Đô đốc …
    if not_a_name(tokens, i):
        return None
    title = title_before(tokens, i)
    known = historic().longest(tokens, i)
    if known is not None and historic_here(tokens, i, known[0], title):
        return known[0], _person(tokens, i, known[0], title, label=known[1])
    size = end - i
    if title == "degree" and place_name(tokens, i) is not None and tokens.lower[i] not in words("surnames.tsv"):
        return None  # ca sĩ Đà Nẵng: of the place
    if title:
        if size == 1:
            short = title in SHORT_BY or title in ("rank", "office")
            return (end, _person(tokens, i, end, title, short=True)) if short and names_one(tokens, i) else None
        return end, _person(tokens, i, end, title, short=size == 2 and tokens.lower[i] not in words("surnames.tsv"))
    if i in after_post and size == 1 and tokens.same_line(i) and names_one(tokens, i):
        return end, _person(tokens, i, end, "post", short=True)  # Bộ trưởng Tuấn
    if i in after_post and size >= 2 and tokens.same_line(i):
        place = place_name(tokens, i)
        if place is not None and place[3] >= end:
            return None  # Bí thư Hà Nội
        if tokens.lower[i] in words("surnames.tsv") or (foreign(tokens, i, end) and not head(tokens, i)):
            return end, _person(tokens, i, end, "post")
    if 2 <= size <= LONGEST and usual(tokens, i, end):
        return end, _person(tokens, i, end, "")
    return None


def _person(tokens: Tokens, i: int, j: int, title: str, label: str = "", short: bool = False) -> PersonFound:
    words_ = [w.capitalize() if w.isupper() and len(w) > 1 else w for w in tokens.words[i:j]]
    name = label or " ".join(words_).replace(" - ", "-")
    found = PersonFound(tokens.start[i], tokens.end[j - 1], "Person", "Person", name, title=title, short=short)
    found.attributes["historic"] = bool(label)
    return found


def _resolvable(reading: Reading, found: list[PersonFound]) -> list[PersonFound]:
    """Full names, and the short forms whose last syllables some full name of the article ends with.

    Where the text has none, one in the title will do (``Ông Trần A làm …``: ``Ông A, 50 tuổi, …``); a foreign
    name is its own (``Tổng thống Macron``), and so is a given name told again and again (``chị Lan``).
    """
    full = {f.label for f in found if not f.short}
    told = Counter(f.label for f in found if f.short)
    kept = []
    for find in found:
        if not find.short and find.label.count(" ") == 1 and find.title in SHORT_BY:
            # ông Hoàng Anh of Phạm Hoàng Anh: the two last syllables, the first of which is a family name too
            find.short = any(name.endswith(" " + find.label) for name in full)
        if find.short:
            tail = " " + find.label
            owners = [name for name in full if name.endswith(tail)] or [
                name for name in titled(reading) if name.endswith(tail)
            ]
            if not owners and " " not in find.label:
                alone = find.title in SHORT_BY and told[find.label] >= TOLD_OFTEN
                if not (alone or (alien(find.label) and find.title != "post")):
                    continue
                find.short = False
            elif not owners and any(map(alien, find.label.split())):
                find.short = False
            find.attributes["candidates"] = sorted(owners)
        kept.append(find)
    return kept


def titled(reading: Reading) -> frozenset[str]:
    """The persons that the article's title names in full."""
    if "titled" not in reading.memo:
        title = begin(Article(id="", text=reading.article.title))
        find_bodies(title)
        find_posts(title)
        find_persons(title)
        reading.memo["titled"] = frozenset(f.label for f in title.persons if " " in f.label)
    names: frozenset[str] = reading.memo["titled"]
    return names
