"""Later short forms of documents, and action programmes that carry out a document.

``Nghị quyết này`` (this resolution), ``Nghị quyết nêu rõ`` (the resolution states) stand for the paper of
that type named last; a plural or a general use (``các nghị quyết của Đảng``) names none (domain notes 1.6).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from vankien.extractors.grammar.documents.places import Places
from vankien.extractors.grammar.documents.types import Anchor
from vankien.extractors.grammar.documents.words import any_of
from vankien.extractors.reading import Found, Reading

_THIS = re.compile(r"\s+này(?!\w)")
_ABOVE = re.compile(r"\s+(?:nêu\s+trên|nói\s+trên|trên(?=\s*[.,;]|\s+(?:của|được|là|đã)))")
_CONGRESS = re.compile(r"\s+Đại\s+hội(?=\s*[.,;]|\s+(?:đề\s+ra|đã\s+đề\s+ra|đã|vào\s+cuộc\s+sống))")
_SAYS = re.compile(
    rf"\s+(?:{any_of('later-says')}|quy\s+định(?!\s+chi\s+tiết)|giao(?=\s+(?:cho|các|Chính|UBND|Bộ)))"
)
_CLOSED = re.compile(r"\s*(?:[,.;)]|\Z|\n)")
_NONE_AFTER = re.compile(rf"(?<!\w){any_of('later-before')}\s+\Z", re.IGNORECASE)
_GOVERNED = re.compile(rf"(?<!\w){any_of('later-governed')}\s+\Z", re.IGNORECASE)
_NEAR = 1500
"""Code points within which a short form still points back to a paper."""

_CLOSE = 400
"""... and within which it does so although the article speaks more of another one."""

_LAWS = frozenset({"luật", "bộ luật"})
_PROGRAMME = re.compile(r"\s+của\s+(?=\S)")
_CARRIES_OUT = re.compile(
    r"\s*,?\s+(?:về\s+)?(?:tiếp\s+tục\s+)?(?:triển\s+khai(?:,?\s+thực\s+hiện)?|thực\s+hiện)\s+(?:các\s+)?"
)
_SHORTENED = frozenset({
    "nghị quyết", "chỉ thị", "kết luận", "quy định", "quyết định", "nghị định", "thông tư", "luật", "bộ luật",
    "pháp lệnh", "hướng dẫn", "quy chế", "kế hoạch", "công điện", "chiến lược", "đề án", "thông báo",
})  # fmt: skip


def find_programmes(text: str, free: list[Anchor], found: list[Found], places: Places) -> list[Found]:
    """``chương trình hành động của X thực hiện Nghị quyết Y``: known by issuer and by what it carries out."""
    starts = [f.start for f in found]
    out = []
    for anchor in free:
        if anchor.type.word != "chương trình hành động":
            continue
        opening = _PROGRAMME.match(text, anchor.end)
        owner = places.body_at(opening.end()) if opening else None
        verb = _CARRIES_OUT.match(text, owner.end) if owner else None
        if owner is None or verb is None:
            continue
        i = bisect_left(starts, verb.end())
        if i == len(found) or found[i].start != verb.end():
            continue
        label = f"Chương trình hành động của {owner.label} thực hiện {found[i].label}"
        item = {"name": label, "owner": owner}
        attributes = {
            "kind": "Chương trình", "items": [item], "type": anchor.type, "issuers": [owner],
            "issuer_end": owner.end,
            "title_span": (owner.end, found[i].end), "title": text[owner.end : found[i].end].strip(),
        }  # fmt: skip
        out.append(Found(anchor.start, anchor.end, "Document", "ActionProgramme", label, attributes))
    return out


def find_later(text: str, free: list[Anchor], found: list[Found], reading: Reading) -> list[Found]:
    """Short forms, each with the find it stands for as attribute ``of``."""
    earlier = sorted(found, key=lambda f: f.start)
    out = []
    for anchor in free:
        end = _short_form(text, anchor)
        if not end or any(f.start < end and anchor.start < f.end for f in earlier):
            continue
        antecedent = _antecedent(anchor, end, text, earlier)
        if antecedent is not None:
            attributes = {"kind": antecedent.attributes["kind"], "of": antecedent, "items": []}
            out.append(Found(anchor.start, end, "Document", antecedent.cls, antecedent.label, attributes))
    return out


def _short_form(text: str, anchor: Anchor) -> int:
    """End of the short form that begins at a type word, or 0."""
    if anchor.type.word not in _SHORTENED:
        return 0
    before = text[max(0, anchor.start - 16) : anchor.start]
    if _NONE_AFTER.search(before):
        return 0
    if match := _THIS.match(text, anchor.end):
        return match.end()
    if not anchor.capital:
        return 0
    if _ABOVE.match(text, anchor.end):
        return anchor.end
    if anchor.type.word == "nghị quyết" and (match := _CONGRESS.match(text, anchor.end)):
        return match.end()
    first = not before.strip() or before.rstrip()[-1] in '.:!?"-'
    if _SAYS.match(text, anchor.end) or (
        not first and _GOVERNED.search(before) and _CLOSED.match(text, anchor.end)
    ):
        return anchor.end
    return 0


def _antecedent(anchor: Anchor, end: int, text: str, earlier: list[Found]) -> Found | None:
    """The paper of this type that a short form stands for.

    The one named last; where another is the article's subject (named more often), only if it stands close.
    """
    congress = end - anchor.end > 6 and "hội" in text[anchor.end : end]
    alike = [
        d
        for d in earlier
        if d.start < anchor.start
        and _same_type(anchor.type.word, d.attributes["kind"].lower(), d.attributes["type"].word)
        and (not congress or d.attributes["items"][0].get("meeting") == "congress")
    ]
    if not alike or anchor.start - alike[-1].end > _NEAR:
        return None
    last, counts = alike[-1], Counter(_key(d) for d in alike)
    rivals = max(counts.values()) > counts[_key(last)] or anchor.type.word in _LAWS and len(counts) > 1
    if rivals and (anchor.type.word in _LAWS or anchor.start - last.end > _CLOSE):
        last = next(d for d in reversed(alike) if counts[_key(d)] == max(counts.values()))
        if (
            anchor.type.word not in _LAWS
            or counts[_key(last)] < 3
            or len([c for c in counts.values() if c == counts[_key(last)]]) > 1
        ):
            return None
    return last if len(last.attributes["items"]) == 1 and not last.hidden else None


def _key(document: Found) -> str:
    """What tells two papers of one type apart in an article: the number, else the name."""
    item = document.attributes["items"][0]
    return str(item.get("number") or item.get("name") or document.label) + str(item.get("year") or "")


def _same_type(word: str, kind: str, other: str) -> bool:
    return kind == word or other == word or (word in _LAWS and other in _LAWS)
