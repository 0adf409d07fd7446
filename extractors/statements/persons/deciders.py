"""Who decided a personnel act, and whom it is about (domain notes 5.4): not who hands the decision over, not who issued the rules.

A post as decider (``Chủ tịch UBND tỉnh X quyết định …``) stands for its body.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.extractors.grammar.shapes import BodyFound, PostFound
from vankien.extractors.reading import Reading
from vankien.extractors.statements.persons.act_patterns import BY, acts
from vankien.extractors.statements.skeleton import PERSONS, Skeleton, slots

_GOES_ON = re.compile(r"[;,]\s*(?:và\s+|đồng thời,?\s+)?$")
_OF_DECISION = re.compile(r"\bquyết định\b(?:[^<>;.]|\.(?=\d)){0,80}?\bcủa\s+(?P<by><B\d+>)[^;.]*$", re.IGNORECASE)
_HANDS_OVER = re.compile(r"\b(?:công bố|trao|đọc|thông báo)\b", re.IGNORECASE)
_PROPOSER = re.compile(r"\b(?:đề nghị|đề xuất|kiến nghị|tờ trình) của$", re.IGNORECASE)
_IN_OFFICE = re.compile(
    r"<T(?P<post>\d+)>\s+(?:(?:đã|vừa|mới|có|cũng|ký|ban hành|quyết định|về|việc|\s|số [^<>,;.]{1,30}?)\s*)*$", re.IGNORECASE
)
_TO_WHOM = re.compile(rf"[^<>;.]{{0,40}}?\b(?:cho|đối với)\s+(?P<persons>{PERSONS})", re.IGNORECASE)


def decider(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> tuple[str, int]:
    """(IRI of the deciding body or "", offset in the skeleton at which the words of the act begin)."""
    text, at = skeleton.text, match.start()
    if "by" in match.re.groupindex:
        if match["by"]:
            return _named(reading, text, match), at
        clause = _subject(text, match)
        if clause is not None:
            return _body(reading, clause["by"]), clause.start("by")
    before = text[: match.start("verbs")]
    if (decision := _OF_DECISION.search(before)) is not None:
        return _body(reading, decision["by"]), min(at, decision.start())
    if (office := _IN_OFFICE.search(before)) is not None:
        return _of_post(reading, int(office["post"])), min(at, office.start())
    return "", at


def _named(reading: Reading, text: str, match: re.Match[str]) -> str:
    """The body right before the verbs, unless it only hands the decision over (``Ban Tổ chức công bố quyết định …``)."""
    found, before = slots("B", match["by"]), text[: match.start("by")].rstrip()
    if _PROPOSER.search(before):
        found = found[1:]  # theo đề nghị của <B0>, <B1> bổ nhiệm …
    if not found:
        return ""
    body = reading.bodies[found[0]]
    office = isinstance(body, BodyFound) and (body.cls == "AdvisoryAgency" or body.head == "Sở")
    between = text[match.end("by") : match.start("verbs")]
    if office and not before.endswith("của") and _HANDS_OVER.search(between):
        return ""
    return body.entities[0]


def _body(reading: Reading, words: str) -> str:
    bodies = slots("B", words)
    return reading.bodies[bodies[0]].entities[0] if bodies else ""


def _of_post(reading: Reading, k: int) -> str:
    """The body of a deciding post, where the article names that body."""
    post = reading.posts[k]
    if not isinstance(post, PostFound) or post.body is None or post.body.hidden or not post.body.entities:
        return ""
    return post.body.entities[0]


def _subject(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """``Tỉnh ủy điều động ông A …; bổ nhiệm ông B …``: a clause without a subject goes on with the one before."""
    if not _GOES_ON.search(text[: match.start("verbs")]):
        return None
    return next(reversed(list(_clause_subject().finditer(text, 0, match.start("verbs")))), None)


@lru_cache(maxsize=1)
def _clause_subject() -> re.Pattern[str]:
    verbs = "|".join(sorted((re.escape(v) for v in acts()), key=len, reverse=True))
    return re.compile(
        rf"(?:\A\W*|[,;]\s+)(?P<by>{BY})\s+(?:đã\s+|cũng\s+|còn\s+)?(?:đồng ý|nhất trí|quyết định|thống nhất|công bố|trao|{verbs})\b",
        re.IGNORECASE,
    )


def people(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> list[int]:
    """The persons of an act; where the subject is left out, the only person of the sentence before it."""
    if match.groupdict().get("person"):
        return slots("P", match["person"])
    given = _TO_WHOM.match(skeleton.text, match.end())
    if given is not None:
        return slots("P", given["persons"])
    before = skeleton.slots("P", skeleton.text[: match.start()])
    return before[-1:] if len({reading.persons[k].entities for k in before}) == 1 else []
