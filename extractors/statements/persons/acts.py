"""Personnel acts: who was elected, appointed, moved, released or disciplined, by whom (domain notes 5.4).

Proposals are kept apart from decisions, introduction from election, the end of a post from blame. An act also
gives the status of the post: taken up = incoming, left = outgoing; a career told in retrospect = former.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vankien.extractors.grammar.lexicon import rows
from vankien.extractors.reading import Reading
from vankien.extractors.statements.persons.awards import state_awards
from vankien.extractors.statements.persons.careers import Careers, state_successions
from vankien.extractors.statements.persons.discipline import state_discipline
from vankien.extractors.statements.persons.tenures import holdings
from vankien.extractors.statements.skeleton import PERSON, PERSONS, POSTS, SLOT, Skeleton, skeletons

_CUE = re.compile(
    r"bầu|trúng cử|đắc cử|tái cử|bổ nhiệm|chỉ định|phân công|điều động|luân chuyển|biệt phái|phê chuẩn|chuẩn y|giới thiệu|thôi |"
    r"miễn nhiệm|bãi nhiệm|từ chức|kỷ luật|cảnh cáo|khiển trách|khai trừ|cách chức|cách (?:tất cả|hết)|giữ chức|giữ cương vị|"
    r"nhận nhiệm vụ|là |từng |kinh qua|trải qua|đề cử|giao quyền|huy hiệu|huân chương|huy chương|bằng khen|danh hiệu|kỷ niệm chương|tuổi,|quê |hưu|sau đó|cương vị|làm |tiền nhiệm|thay ",
    re.IGNORECASE,
)
_TAKE = (
    r"(?:(?:tiếp tục\s+)?(?:giữ|đảm nhiệm|đảm nhận|nhận|đảm trách)\s+(?:các\s+)?(?:chức vụ|chức danh|chức|cương vị|vị trí|nhiệm vụ|trọng trách)?"
    r"(?:\s+là)?|làm|là|vào\s+(?:chức vụ|chức danh|chức|vị trí|cương vị)|chức vụ|chức danh|chức|kiêm(?:\s+nhiệm|\s+giữ chức)?)"
)
_FILL = r"[^<>;:.\n]"
_JOIN_IN = rf"(?:\s*,?\s*(?:thôi\s+)?(?:tham gia|vào)\s+(?:{_FILL}|<B\d+>){{0,160}}?(?:,|và)?)?"
# Who decides, right before the verbs or inside a passive: "được Bộ Chính trị phân công".
_BY = r"(?:(?:<T\d+>\s*)?<B\d+>(?:\s*(?:,|và)\s*<B\d+>)*)"


@lru_cache(maxsize=1)
def _acts() -> dict[str, str]:
    return {row["verb"]: row["act"] for row in rows("act_verbs.tsv")}


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    taking = sorted((v for v, a in _acts().items() if a not in ("endPost", "dismiss", "resign")), key=len, reverse=True)
    one = "(?:" + "|".join(taking) + ")"
    chain = rf"(?P<verbs>{one}(?:\s*(?:,|và|,\s*và)?\s*{one})*)"
    leaving = r"(?P<verbs>thôi|miễn nhiệm|bãi nhiệm|từ chức)"
    leave_what = r"\s*(?:không\s+)?(?:giữ\s+|đảm nhiệm\s+|tham gia\s+|làm\s+)?(?:các\s+)?(?:chức vụ|chức danh|chức|nhiệm vụ|vị trí)?\s*(?:là\s+)?"
    released = rf"{leaving}{leave_what}(?P<posts>{POSTS})"
    return (
        ("active", re.compile(
            rf"(?:(?P<by>{_BY})\s+{_FILL}{{0,70}}?)?\b{chain}\s*(?:đối với\s+|cho\s+)?(?:{_FILL}{{0,25}}?\s)?(?P<person>{PERSONS}){_FILL}{{0,60}}?"
            rf"{_JOIN_IN}\s*{_TAKE}\s*(?P<posts>{POSTS})", re.I)),
        ("passive", re.compile(
            rf"(?P<person>{PERSONS}){_FILL}{{0,90}}?\b(?:được|đã(?=\s+(?:chính thức\s+)?(?:trúng|đắc|tái|được)))\s+(?P<by>{_BY})?{_FILL}{{0,60}}?\b{chain}{_FILL}{{0,30}}?"
            rf"{_JOIN_IN}\s*{_TAKE}?\s*(?P<posts>{POSTS})", re.I)),
        ("elided", re.compile(
            rf"(?:(?:,|\bvà|\brồi|\bsau đó|\bsau){_FILL}{{0,40}}?\bđược|\bvà)\s+(?P<by>{_BY})?{_FILL}{{0,60}}?\b{chain}{_FILL}{{0,30}}?"
            rf"{_JOIN_IN}\s*{_TAKE}\s*(?P<posts>{POSTS})", re.I)),
        ("leave", re.compile(rf"(?:(?P<by>{_BY})\s+{_FILL}{{0,30}}?\b(?:đồng ý|nhất trí|quyết định)\s+(?:để|cho){_FILL}{{0,12}}?)?(?P<person>{PERSONS})"
                             rf"{_FILL}{{0,80}}?\b{released}", re.I)),
        ("released", re.compile(rf"(?:(?P<by>{_BY}){_FILL}{{0,80}}?)?\b{released}(?:{_FILL}|<[TB]\d+>){{0,160}}?(?:đối với|của)\s+(?P<person>{PERSONS})", re.I)),
        ("dismiss", re.compile(rf"(?:(?P<by>{_BY}){_FILL}{{0,60}}?)?\b(?P<verbs>miễn nhiệm|bãi nhiệm)\s+(?P<person>{PERSONS})\s*(?:khỏi)?"
                               rf"\s*(?:chức vụ|chức danh|chức)?\s*(?P<posts>{POSTS})", re.I)),
        ("take", re.compile(rf"(?P<person>{PERSON})\s*(?:đồng thời|chính thức|sẽ|được giao)?\s*(?P<verbs>giữ chức(?: vụ)?|nhận nhiệm vụ"
                            rf"|nhận chức(?: vụ)?)\s*(?:là\s*)?(?P<posts>{POSTS})", re.I)),
    )


# A word that each pattern needs: looked for first, because the patterns themselves are slow to fail.
_LEAVES = re.compile(r"thôi|miễn nhiệm|bãi nhiệm|từ chức", re.IGNORECASE)
_TAKES = re.compile(
    r"bầu|cử|bổ nhiệm|chỉ định|phân công|điều động|luân chuyển|biệt phái|phê chuẩn|chuẩn y|giới thiệu|giao quyền", re.IGNORECASE
)
_NEEDS = {
    "active": _TAKES, "passive": _TAKES, "elided": _TAKES, "leave": _LEAVES, "released": _LEAVES, "dismiss": _LEAVES,
    "take": re.compile(r"giữ chức|nhận", re.IGNORECASE),
}  # fmt: skip
_RETIRED = re.compile(
    rf"quyết định\s+(?:về việc\s+)?(?:nghỉ hưu|nghỉ chế độ|về hưu|nghỉ công tác){_FILL}{{0,40}}?(?:cho|đối với)\s+(?P<person>{PERSONS})"
    rf"|\bthay\s+(?P<replaced>{PERSON})\s+(?:đã\s+)?(?:nghỉ hưu|nghỉ chế độ)"
    rf"|(?P<left>{PERSON})\s+thôi\s+{_FILL}{{0,40}}?(?:<T\d+>(?:\s*(?:,|và)\s*)?)+(?:để\s+)?(?:nghỉ hưu|nghỉ chế độ)",
    re.IGNORECASE,
)
_MOVES = re.compile(r"điều động|luân chuyển|biệt phái", re.IGNORECASE)
_SPAN_OF_YEARS = re.compile(r"\d{4}\s*-\s*\d{4}")
_GOES_ON = re.compile(r"[;,]\s*(?:và\s+|đồng thời,?\s+)?$")
_PROPOSED = re.compile(r"\b(?:đề nghị|đề xuất|kiến nghị|trình|xem xét|dự kiến|quy hoạch|chưa|không được|tạm dừng|dừng|hủy|thu hồi)\b[^<>,;.]{0,40}$", re.IGNORECASE)


def state_acts(reading: Reading) -> None:
    """State personnelAct and the holdsPost that each act gives."""
    if not _CUE.search(reading.text):
        return
    apposed = list({id(h.post): h.post for h in holdings(reading)}.values())
    sentences = list(skeletons(reading, "BPT", drop=apposed, cue=_CUE))
    careers = Careers(reading)
    dated = [skeleton for skeleton in sentences if careers.dated(skeleton)]
    for skeleton in sentences:
        if skeleton not in dated and not careers.tells(skeleton):
            _state(reading, skeleton, careers)
        state_discipline(reading, skeleton)
        state_awards(reading, skeleton)
        _retire(reading, skeleton)
    _state_new(reading)
    for skeleton in dated:  # told of the past where the person has taken up something newer since
        _state(reading, skeleton, careers, past=True, moved=careers.moved_on(skeleton))
    state_successions(reading, sentences)
    for skeleton in sentences:
        careers.state(skeleton)


def _state_new(reading: Reading) -> None:
    """``ông X, tân Giám đốc …`` beside a decision: where no verb is printed the decision appoints."""
    acted = {(s.subject, s.object) for s in reading.statements if s.predicate == "personnelAct"}
    if "quyết định" not in reading.text:
        return
    for pair in holdings(reading):
        subject, object = pair.person.entities[0], pair.post.entities[0]
        if pair.status == "incoming" and (subject, object) not in acted:
            start, end = min(pair.person.start, pair.post.start), max(pair.person.end, pair.post.end)
            reading.say(subject, "personnelAct", object, start, end, "new holder", act="appoint")


def _state(reading: Reading, skeleton: Skeleton, careers: Careers, past: bool = False, moved: bool = False) -> None:
    if "<T" not in skeleton.text:
        return
    done: set[tuple[int, int]] = set()
    for name, pattern in _patterns():
        if not _NEEDS[name].search(skeleton.text):
            continue
        for match in _overlapping(pattern, skeleton.text):
            verbs = match["verbs"].lower()
            act = _act(name, verbs)
            if _PROPOSED.search(skeleton.text[: match.start("verbs")]) or "thay" in verbs:
                act = "introduce" if act in ("elect", "designate", "appoint", "introduce") else ""
            moved = moved or any(careers.taken_up(k) for k in _people(reading, skeleton, match))
            old = past or careers.old(_around(skeleton.text, match))
            if not act or (old and name == "take"):
                continue
            if _MOVES.search(verbs) and not old:
                reading.memo.setdefault("moved", set()).update({("P", str(k)) for k in _people(reading, skeleton, match)})
            subject = match if "by" not in pattern.groupindex or match["by"] else _subject(skeleton.text, match) or match
            by, begin = _decider(reading, subject), subject.start() if subject is match else subject.start("by")
            for person in _people(reading, skeleton, match):
                for post in (int(k) for kind, k in SLOT.findall(match["posts"]) if kind == "T"):
                    if (person, post) not in done:
                        done.add((person, post))
                        _act_on(reading, skeleton, match, _rule(name, old, moved), act, by, person, post, begin)


def _retire(reading: Reading, skeleton: Skeleton) -> None:
    """``quyết định nghỉ hưu cho đồng chí X``: names no post (domain notes 5.4)."""
    for match in _RETIRED.finditer(skeleton.text):
        if not _PROPOSED.search(skeleton.text[: match.start()]):
            for k in (int(k) for kind, k in SLOT.findall(match["person"] or match["replaced"] or match["left"]) if kind == "P"):
                start, end = skeleton.at(match.start()), skeleton.at(match.end())
                reading.say(reading.persons[k].entities[0], "personnelAct", None, start, end, "retirement", act="retire")
                reading.memo.setdefault("moved", set()).add(("P", str(k)))


def _people(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> list[int]:
    """The persons of an act; where the subject is left out, the only person of the sentence before it."""
    if "person" in match.re.groupindex:
        return [int(k) for kind, k in SLOT.findall(match["person"]) if kind == "P"]
    before = skeleton.slots("P", skeleton.text[: match.start()])
    return before[-1:] if len({reading.persons[k].entities for k in before}) == 1 else []


def _around(text: str, match: re.Match[str]) -> str:
    """The words of an act with the clause before it, where its date stands; a term (2020-2025) is no date."""
    begin = max(text.rfind(".", 0, match.start()), text.rfind(";", 0, match.start()), match.start() - 60, 0)
    return _SPAN_OF_YEARS.sub("", text[begin : match.end("verbs")])


def _rule(name: str, past: bool, moved: bool) -> str:
    when = "" if not past else "past " if moved else "dated "
    return f"{when}act {name}"


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches, also those whose verbs stand inside an earlier match (two releases with one name after them)."""
    at = 0
    while (match := pattern.search(text, at)) is not None:
        yield match
        at = max(match.end("verbs"), at + 1)


def _act(name: str, verbs: str) -> str:
    """The act of a chain of verbs: that of the verb nearest the post."""
    if name == "take":
        return "assign" if "nhiệm vụ" in verbs else "appoint"
    best = max(((verbs.rfind(v), len(v), a) for v, a in _acts().items() if v in verbs), default=(0, 0, ""))
    return best[2]


def _subject(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """``Tỉnh ủy điều động ông A …; bổ nhiệm ông B …``: a clause without a subject goes on with the one before."""
    if not _GOES_ON.search(text[: match.start("verbs")]):
        return None
    return next(reversed(list(_clause_subject().finditer(text, 0, match.start("verbs")))), None)


@lru_cache(maxsize=1)
def _clause_subject() -> re.Pattern[str]:
    verbs = "|".join(sorted((re.escape(v) for v in _acts()), key=len, reverse=True))
    return re.compile(rf"(?:\A\W*|[,;]\s+)(?P<by>{_BY})\s+(?:đã\s+|cũng\s+|còn\s+)?(?:đồng ý|nhất trí|quyết định|thống nhất|công bố|trao|{verbs})\b", re.IGNORECASE)


def _decider(reading: Reading, match: re.Match[str]) -> str:
    groups = match.re.groupindex
    if "by" not in groups or not match["by"]:
        return ""
    bodies = [int(k) for kind, k in SLOT.findall(match["by"]) if kind == "B"]
    return reading.bodies[bodies[0]].entities[0] if bodies else ""


def _act_on(
    reading: Reading, skeleton: Skeleton, match: re.Match[str], name: str, act: str, by: str, person: int, post: int, begin: int
) -> None:
    subject, object = reading.persons[person].entities[0], reading.posts[post].entities[0]
    start, end = skeleton.at(begin), skeleton.at(match.end())
    reading.say(subject, "personnelAct", object, start, end, name, act=act, by=by)
    if act == "introduce" or name.startswith("dated"):
        return  # whether a post taken up long ago is still held, the words do not say
    status = "outgoing" if act in ("endPost", "dismiss", "resign") else "incoming"
    if name.startswith("past"):
        status = "former"
    _hold(reading, person, post, status, skeleton, match.start(), match.end(), name)


def _hold(
    reading: Reading, person: int, post: int, status: str, skeleton: Skeleton, start: int, end: int, rule: str
) -> None:
    subject, object = reading.persons[person].entities[0], reading.posts[post].entities[0]
    reading.say(subject, "holdsPost", object, skeleton.at(start), skeleton.at(end), rule, status=status)
