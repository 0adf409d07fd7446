"""The sentences that tell a personnel act, as patterns over skeletons (domain notes 5.4).

Every pattern has the groups ``verbs`` and ``posts``; most have ``person`` and, where the words name who decides, ``by``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.extractors.grammar.lexicon import rows
from vankien.extractors.statements.skeleton import LEFT, PERSON, POSTS

# Several persons of one act; posts in apposition have left no slot, nor the comma before them.
PERSONS = rf"{PERSON}(?:\s*(?:,|và|,\s*và)?\s*{PERSON})*"
TAKE = (
    r"(?:(?:(?:tiếp tục\s+)?(?:giữ|đảm nhiệm|đảm nhận|nhận|đảm trách)\s+(?:các\s+)?(?:chức vụ|chức danh|chức|cương vị|vị trí|nhiệm vụ|trọng trách)?"
    r"(?:\s+là)?|làm|là|vào\s+(?:chức vụ|chức danh|chức|vị trí|cương vị)|chức vụ|chức danh|chức|kiêm(?:\s+nhiệm|\s+giữ chức)?)(?:\s+quyền)?)"
)
FILL = r"(?:[^<>;:.\n]|\.(?=\w))"
_TERM = r"(?:\s*(?:khóa|nhiệm kỳ)\s+[\dIVX][\dIVX\- ]*)?"
_JOIN_IN = rf"(?:\s*,?\s*(?:thôi\s+)?(?:tham gia|vào)\s+(?:{FILL}|<B\d+>){{0,160}}?(?:,|và)?)?"
# Who decides, right before the verbs or inside a passive: "được Bộ Chính trị phân công".
BY = r"(?:(?:<T\d+>\s*)?<B\d+>(?:\s*(?:,|và)\s*<B\d+>)*)"
_OFFICE = r"(?:các\s+)?(?:chức vụ|chức danh|chức|nhiệm vụ|vị trí|cương vị)?\s*(?:là\s+)?"
_LIST = rf"{PERSON}(?:[^<>.\n]{{0,40}}?(?:;|,|và)\s*(?:và\s+)?{PERSON})*"


@lru_cache(maxsize=1)
def acts() -> dict[str, str]:
    """Act by verb (gazetteer act_verbs)."""
    return {row["verb"]: row["act"] for row in rows("act_verbs.tsv")}


@lru_cache(maxsize=1)
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns by name, in the order in which they are tried."""
    taking = sorted((v for v, a in acts().items() if a not in ("endPost", "dismiss", "resign")), key=len, reverse=True)
    one = "(?:" + "|".join(taking) + ")"
    # a chain may name who will vote: "giới thiệu để HĐND tỉnh bầu"
    chain = rf"(?P<verbs>{one}(?:\s*(?:,|và|,\s*và)?\s*(?:để\s+(?:<B\d+>\s+)?)?{one})*)"
    leaving = r"(?P<verbs>thôi|miễn nhiệm|bãi nhiệm|từ chức)"
    leave_what = rf"\s*(?:không\s+)?(?:giữ\s+|đảm nhiệm\s+|tham gia\s+|làm\s+)?{_OFFICE}"
    released = rf"{leaving}{leave_what}(?P<posts>{LEFT})"
    found = {
        "active": rf"(?:(?P<by>{BY})\s+{FILL}{{0,70}}?)?\b{chain}\s*(?:đối với\s+|cho\s+)?(?:{FILL}{{0,25}}?\s)?(?P<person>{PERSONS}){FILL}{{0,60}}?"
        rf"{_JOIN_IN}\s*{TAKE}\s*(?P<posts>{POSTS})",
        "passive": rf"(?P<person>{PERSONS})(?:\s+từ\s+<T\d+>)?(?:\s*\(<B\d+>\))?{FILL}{{0,90}}?\b(?:được|đã(?=\s+(?:chính thức\s+)?(?:trúng|đắc|tái|được)))\s+(?:\d+%\s+(?:(?:thành viên|đại biểu|ủy viên|đảng viên)\s+)?)?(?:(?P<by>{BY})|<T\d+>(?:\s*<P\d+>)?|<P\d+>(?!\s+và))?{FILL}{{0,60}}?\b{chain}{FILL}{{0,30}}?"
        rf"{_JOIN_IN}\s*(?P<last>{one})?\s*{TAKE}?\s*(?P<posts>{POSTS})",
        "elided": rf"(?:(?:,|\bvà|\brồi|\bsau đó|\bsau){FILL}{{0,40}}?\bđược|\bvà)\s+(?P<by>{BY})?{FILL}{{0,60}}?\b{chain}{FILL}{{0,30}}?"
        rf"{_JOIN_IN}\s*{TAKE}\s*(?P<posts>{POSTS})",
        # the results of a vote, and offices that the deciding body grants: "phê chuẩn kết quả bầu Phó Chủ tịch … đối với ông X"
        "granted": rf"(?:(?P<by>{BY})\s+{FILL}{{0,70}}?)?\b(?P<verbs>(?:phê chuẩn|chuẩn y|công nhận)(?:\s+(?:việc\s+)?kết quả\s+bầu(?: cử| bổ sung)?)?"
        rf"|bổ nhiệm(?: lại)?|giao quyền|bầu(?: bổ sung)?)\s+(?:giữ\s+)?{_OFFICE}(?P<posts>{POSTS})(?:{FILL}|<B\d+>){{0,60}}?\b(?:đối với|(?<!thay )cho)\s+(?P<person>{PERSONS})",
        "holder": rf"\bngười\s+được\s+(?P<by>{BY})?{FILL}{{0,30}}?\b{chain}\s*{TAKE}?\s*(?P<posts>{POSTS})\s+là\s+(?P<person>{PERSON})",
        # "bổ nhiệm 3 Phó Trưởng ban X, gồm các ông: A, …; B, …"
        "listed": rf"(?:(?P<by>{BY})\s+{FILL}{{0,70}}?)?\b{chain}\s+(?:thêm\s+)?(?:\d+|hai|ba|bốn|năm|sáu|các)?\s*(?:đồng chí\s+)?(?:giữ\s+|làm\s+)?{_OFFICE}(?P<posts><T\d+>){_TERM}\s*,?\s*"
        rf"(?:gồm|bao gồm|là)\b\s*:?\s*(?:có\s+)?(?:các\s+)?(?:đồng chí|ông,? bà|ông|bà)?\s*:?\s*(?P<person>{_LIST})",
        "again": rf"(?P<person>{PERSONS})\s*,?\s*(?:đã\s+|tiếp tục\s+|chính thức\s+)*(?P<verbs>tái đắc cử|tái cử|trúng cử|đắc cử)\s+(?:giữ\s+|làm\s+)?{_OFFICE}(?P<posts>{POSTS})",
        "leave": rf"(?:(?P<by>{BY})\s+{FILL}{{0,30}}?\b(?:đồng ý|nhất trí|quyết định)\s+(?:để|cho){FILL}{{0,12}}?)?(?P<person>{PERSONS})"
        rf"{FILL}{{0,80}}?\b{released}",
        "released": rf"(?:(?P<by>{BY}){FILL}{{0,80}}?)?\b{released}(?:{FILL}|<[TB]\d+>){{0,160}}?(?:đối với|với|của)\s+(?P<person>{PERSONS})",
        "dismiss": rf"(?:(?P<by>{BY}){FILL}{{0,60}}?)?\b(?P<verbs>miễn nhiệm|bãi nhiệm)\s+(?P<person>{PERSONS})\s*(?:khỏi)?"
        rf"\s*(?:chức vụ|chức danh|chức)?\s*(?P<posts>{POSTS})",
        "quit": rf"(?P<person>{PERSON})\s+(?:đã\s+|vừa\s+|chính thức\s+|sẽ không còn\s+)*(?P<verbs>rời)\s+(?:khỏi\s+)?(?:chiếc\s+)?"
        rf"(?:ghế|cương vị|chức vụ|chức|vị trí)\s+(?P<posts>{POSTS})",
        "entrusted": rf"(?:(?P<by>{BY})\s+{FILL}{{0,30}}?)?\b(?P<verbs>giao)\s+(?:{FILL}{{0,25}}?\s)?(?P<person>{PERSON})\s+(?:làm|giữ|đảm nhiệm|phụ trách|điều hành)\s+"
        rf"{_OFFICE}(?:quyền\s+)?(?P<posts>{POSTS})",
        "instead": rf"(?P<person>{PERSONS}){FILL}{{0,80}}?\bthôi{leave_what}{LEFT}\s*,?\s*(?:và\s+|để\s+|đồng thời\s+)*"
        rf"(?P<verbs>giữ chức(?: vụ)?|nhận nhiệm vụ|nhận chức(?: vụ)?)\s*(?:là\s*)?(?P<posts>{POSTS})",
        "take": rf"(?P<person>{PERSON})\s*,?\s*(?:(?:đã|vừa)\s+)?(?:nhận (?:các )?quyết định\s+(?:[^<>;.,]{{0,40}}?\s)?)?(?:đồng thời|chính thức|sẽ|được giao)?\s*(?P<verbs>giữ chức(?: vụ)?|nhận nhiệm vụ"
        rf"|nhận chức(?: vụ)?)\s*(?:là\s*)?(?P<posts>{POSTS})",
    }
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in found.items())


def last_act(words: str) -> tuple[int, str]:
    """(offset of its verb, act) of the last verb of an act in words in small letters; of two there the longer. (0, "") if none."""
    at, _, act = max(((words.rfind(v), len(v), a) for v, a in acts().items() if v in words), default=(0, 0, ""))
    return at, act


# A word that each pattern needs: looked for first, because the patterns themselves are slow to fail.
_LEAVES = re.compile(r"thôi|miễn nhiệm|bãi nhiệm|từ chức", re.IGNORECASE)
_TAKES = re.compile(
    r"bầu|cử|bổ nhiệm|chỉ định|phân công|điều động|luân chuyển|biệt phái|phê chuẩn|chuẩn y|giới thiệu|giao quyền|hiệp thương", re.IGNORECASE
)
NEEDS = {
    "active": _TAKES, "passive": _TAKES, "elided": _TAKES, "leave": _LEAVES, "released": _LEAVES, "dismiss": _LEAVES,
    "granted": re.compile(r"(?:đối với|cho)\s+(?:\S+\s+){0,3}<P", re.IGNORECASE), "holder": re.compile(r"người\s+được", re.IGNORECASE),
    "listed": re.compile(r"gồm|là các", re.IGNORECASE),
    "again": re.compile(r"đắc cử|tái cử|trúng cử", re.IGNORECASE), "quit": re.compile(r"rời "),
    "entrusted": re.compile(r"giao ", re.IGNORECASE), "take": re.compile(r"giữ chức|nhận", re.IGNORECASE),
    "instead": re.compile(r"thôi ", re.IGNORECASE),
}  # fmt: skip
