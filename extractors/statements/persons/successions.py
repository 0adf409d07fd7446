"""Who comes after whom in a post: predecessors, and who takes it in another's place (domain notes 5.4)."""

from __future__ import annotations

import re

from vankien.extractors.reading import Reading
from vankien.extractors.statements.cues import Cues
from vankien.extractors.statements.persons.undone import proposed, undone
from vankien.extractors.statements.skeleton import PERSON, POSTS, SLOT, Skeleton, slots

_PREDECESSOR = re.compile(
    rf"(?:người\s+)?tiền nhiệm\s+(?:ở|tại|của|trong|vị trí|cương vị|giữ|\s)*(?:vị trí|cương vị|chức vụ|chức)?\s*(?P<post><T\d+>)\s*(?:trước đó\s+)?là\s+(?P<person>{PERSON})",
    re.IGNORECASE,
)
_FOLLOWS = Cues("tiền nhiệm|thay |kế nhiệm")
_WORK = re.compile(r"\b(?:làm|giữ chức|bầu|bổ nhiệm)\b")  # a post is named there, though not one that is known
_INSTEAD_AS = re.compile(
    rf"(?P<new>{PERSON})[^<>;.]{{0,40}}?\b(?:thay|kế nhiệm)\s+(?:thế\s+|cho\s+)?(?P<old>{PERSON})\s*,?\s*(?:làm|giữ chức(?: vụ)?|giữ cương vị|đảm nhiệm)\s+"
    rf"(?P<posts>{POSTS})", re.IGNORECASE,
)  # fmt: skip
_AS_INSTEAD = re.compile(
    rf"(?P<new>{PERSON})\s*,?\s*(?:làm|giữ chức(?: vụ)?|giữ cương vị|đảm nhiệm)\s+(?P<posts>{POSTS})\s*,?\s*(?:thay|kế nhiệm)\s+(?:thế\s+|cho\s+)?(?P<old>{PERSON})",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"(?<!chưa có )(?<!không có )(?<!theo )\b(?:quyết định\s+(?:về\s+)?(?:công tác cán bộ|nhân sự|bổ nhiệm|điều động|luân chuyển|phân công|cử)"
    r"|(?:trao|công bố|nhận)\s+(?:các\s+)?quyết định)\b", re.IGNORECASE
)
_OLD_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNSURE = re.compile(r"\b(?:tin đồn|dự kiến|sẽ|chưa|đề nghị|đề xuất|tạm thời|đi công tác)\b", re.IGNORECASE)
_INSTEAD = re.compile(rf"(?P<new>{PERSON})(?:[^<>;.]|<[TB]\d+>){{0,140}}?\bthay\s+(?:thế\s+|vị trí\s+|cho\s+)?(?:của\s+)?(?P<old>{PERSON})", re.IGNORECASE)

_DECIDED_BEFORE = 200
"""Code points before a succession in which a decision about it is told: where no verb is printed, it appoints."""


def state_successions(reading: Reading, sentences: list[Skeleton]) -> None:
    """``người tiền nhiệm ở vị trí … là ông X`` and ``bà Y thay ông X``: X has left the post."""
    incoming: dict[str, set[str]] = {}
    for s in reading.statements:
        if s.predicate == "holdsPost" and s.attributes.get("status") == "incoming" and s.object:
            incoming.setdefault(s.subject, set()).add(s.object)
    for skeleton in sentences:
        if not _FOLLOWS.within(reading, skeleton.start, skeleton.end):
            continue
        for match in _PREDECESSOR.finditer(skeleton.text):
            post, old = (int(SLOT.findall(match[g])[-1][1]) for g in ("post", "person"))
            _left(reading, skeleton, match, old, reading.posts[post].entities[0], "former", "predecessor")
        for match in (m for pattern in (_INSTEAD_AS, _AS_INSTEAD) for m in pattern.finditer(skeleton.text)):
            open_ = undone(skeleton.text, match.start(), match.end()) or proposed(skeleton.text[: match.start()]) or _UNSURE.search(skeleton.text)
            if not open_ and not _OLD_YEAR.search(SLOT.sub("", skeleton.text)):  # of old, it is a career
                _replace(reading, skeleton, match)
        for match in _INSTEAD.finditer(skeleton.text):
            new, old = (int(SLOT.findall(match[g])[-1][1]) for g in ("new", "old"))
            taken = incoming.get(reading.persons[new].entities[0], set())
            named = {reading.posts[k].entities[0] for k in slots("T", match.group())}
            posts = taken & named if named else taken
            if len(posts) == 1 and (named or not _WORK.search(match.group())):
                _left(reading, skeleton, match, old, next(iter(posts)), "outgoing", "replaced")


def _replace(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> None:
    """``ông A thay ông B làm <posts>``."""
    new, old = (int(SLOT.findall(match[g])[-1][1]) for g in ("new", "old"))
    for post in (reading.posts[k].entities[0] for k in slots("T", match["posts"])):
        _left(reading, skeleton, match, new, post, "incoming", "replaces")
        _left(reading, skeleton, match, old, post, "outgoing", "replaced")
        acted = any(s.predicate == "personnelAct" and s.subject == reading.persons[new].entities[0] and s.object == post for s in reading.statements)
        if not acted and _DECISION.search(reading.text, max(0, skeleton.start - _DECIDED_BEFORE), skeleton.end):
            start, end = skeleton.at(match.start()), skeleton.at(match.end())
            reading.say(reading.persons[new].entities[0], "personnelAct", post, start, end, "replaces", act="appoint")


def _left(reading: Reading, skeleton: Skeleton, match: re.Match[str], old: int, post: str, status: str, rule: str) -> None:
    start, end = skeleton.at(match.start()), skeleton.at(match.end())
    reading.say(reading.persons[old].entities[0], "holdsPost", post, start, end, rule, status=status)
