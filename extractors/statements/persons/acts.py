"""Personnel acts: who was elected, appointed, moved, released or disciplined, by whom (domain notes 5.4).

Proposals are kept apart from decisions, introduction from election, the end of a post from blame. An act also
gives the status of the post: taken up = incoming, left = outgoing; a career told in retrospect = former.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vankien.extractors.grammar.shapes import PostFound
from vankien.extractors.reading import Reading
from vankien.extractors.statements.cues import Cues
from vankien.extractors.statements.persons.act_dates import Days, days
from vankien.extractors.statements.persons.act_patterns import NEEDS, TAKE, last_act, patterns
from vankien.extractors.statements.persons.awards import state_awards
from vankien.extractors.statements.persons.career_runs import state_runs
from vankien.extractors.statements.persons.careers import Careers
from vankien.extractors.statements.persons.deciders import decider, people
from vankien.extractors.statements.persons.departures import state_departures
from vankien.extractors.statements.persons.discipline import state_discipline
from vankien.extractors.statements.persons.enumerated import state_enumerated
from vankien.extractors.statements.persons.roll import state_roll
from vankien.extractors.statements.persons.successions import state_successions
from vankien.extractors.statements.persons.tenures import holdings
from vankien.extractors.statements.persons.undone import asked, proposed, undone
from vankien.extractors.statements.skeleton import PERSON, POSTS, Skeleton, skeletons, slots

# Words without which no sentence tells an act or a career.
_CUES = Cues(
    "biệt phái|bãi nhiệm|bấy giờ |bầu|bằng khen|bổ nhiệm|chuẩn y|chỉ định|chọn cử|cách chức|cách hết|"
    "cách tất cả|công nhận|cương vị|cảnh cáo|cấp bậc hàm|danh hiệu|giao |giới thiệu|giữ chức|"
    "hiệp thương|huy chương|huy hiệu|huân chương|hưu|khai trừ|khi đó |khiển trách|không còn |"
    "kinh qua|kỷ luật|kỷ niệm chương|luân chuyển|là |làm |lúc đó |lần lượt|miễn nhiệm|nhận nhiệm vụ|"
    "phân công|phê chuẩn|quân hàm|quê |rời |sau đó|thay |thôi |tiền nhiệm|trúng cử|trải qua|tuổi,|"
    "tái cử|từ chức|từng |thuyên chuyển|xóa tư cách|điều chuyển|điều động|đắc cử|đề cử"
)
_AFTERWARDS = re.compile(r"\W*(?:Sau đó|Tiếp đó|Tiếp theo|Trước đó|Trong (?:nhiệm kỳ|giai đoạn|thời gian|thời kỳ))\b")
_ONE_MORE = re.compile(rf"\s*;\s*(?:và\s+)?(?P<person>{PERSON})(?:[^<>;.]|<B\d+>){{0,60}}?\s*,?\s*{TAKE}\s*(?P<posts>{POSTS})", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:thôi|không|chưa|chẳng|nguyên|cựu|trước đó|trước đây|tiếp tục|vẫn|hiện|đang|từng|sẽ|dự kiến|đề nghị|đề xuất|giới thiệu|nghỉ|bị|rời|khi|để)\b",
    re.IGNORECASE,
)
"""In an item without a verb of its own: it tells something else than the act of the list."""
_IN_THAT_ROLE = re.compile(r"\b(?:với|trên) (?:cương vị|tư cách|vai trò)\b")
_RELEASED = re.compile(r"\bthôi\s+(?:giữ|làm|đảm nhiệm)[^<>]*\Z")
_MOVES = re.compile(r"điều động|luân chuyển|biệt phái", re.IGNORECASE)
_RATIFIED = re.compile(r"phê chuẩn\s+(?:việc\s+|đề nghị\s+|nghị quyết\s+)?bổ nhiệm")
_SPAN_OF_YEARS = re.compile(r"\d{4}\s*-\s*\d{4}")
def state_acts(reading: Reading) -> None:
    """State personnelAct and the holdsPost that each act gives."""
    if not _CUES.hits(reading):
        state_runs(reading)
        return
    state_enumerated(reading)
    apposed = list({id(h.post): h.post for h in holdings(reading)}.values())
    sentences = list(skeletons(reading, "BPT", drop=apposed, cue=_CUES))
    careers = Careers(reading)
    dated = [skeleton for skeleton in sentences if careers.dated(skeleton)]
    for skeleton in sentences:
        if skeleton not in dated and not careers.tells(skeleton):
            _state(reading, skeleton, careers)
        state_discipline(reading, skeleton)
        state_awards(reading, skeleton)
        state_roll(reading, skeleton)
        state_departures(reading, skeleton)
    _state_new(reading)
    for skeleton in dated:  # told of the past where the person has taken up something newer since
        _state(reading, skeleton, careers, past=True, moved=careers.moved_on(skeleton))
    state_successions(reading, sentences)
    for skeleton in sentences:
        careers.state(skeleton)
    state_runs(reading)


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
    listed = {(s.subject, s.object) for s in reading.statements if s.rule == "numbered list"}
    for name, pattern in patterns():
        if not NEEDS[name].search(skeleton.text):
            continue
        for match in _overlapping(pattern, skeleton.text):
            if undone(skeleton.text, match.start("verbs"), match.end()) or _in_proposal(reading, skeleton.at(match.start("verbs"))):
                # nor does a shorter pattern read it without the denial: chưa bổ nhiệm <P0> giữ chức <T0>
                done.update((p, k) for p in people(reading, skeleton, match) for k in slots("T", match["posts"]))
                continue
            verbs = match["verbs"].lower()
            act = _act(name, (match.groupdict().get("last") or verbs).lower())
            if proposed(skeleton.text[: match.start("verbs")]) or "thay" in verbs:
                act = "introduce" if act in ("elect", "designate", "appoint", "introduce") else ""
                if not act:  # nor does a shorter pattern read it as done: trình <B0> phê chuẩn <P0> giữ chức <T0>
                    done.update((p, k) for p in people(reading, skeleton, match) for k in slots("T", match["posts"]))
            if _IN_THAT_ROLE.search(skeleton.text, match.end("verbs"), match.start("posts")):
                continue  # được giới thiệu với cương vị là …: the office he was in
            if name in ("active", "passive") and _RELEASED.search(skeleton.text, match.end("verbs"), match.start("posts")):
                continue  # phân công ông A thôi giữ chức …: an end, told by another pattern
            moved = moved or any(careers.taken_up(k) for k in people(reading, skeleton, match))
            old = past or careers.old(_around(skeleton.text, match))
            if not act or (name == "take" and (old or _AFTERWARDS.match(skeleton.text))):
                continue
            if (_MOVES.search(verbs) or name == "listed") and not old:
                reading.memo.setdefault("moved", set()).update({("P", str(k)) for k in people(reading, skeleton, match)})
            told = _told(reading, skeleton, match, name, act, old, moved)
            items = [(people(reading, skeleton, match), match["posts"])]
            for persons, posts in (*items, *(_continued(skeleton.text, match.end()) if name == "active" else ())):
                for person, post in ((p, k) for p in persons for k in slots("T", posts)):
                    told_before = name == "take" and (reading.persons[person].entities[0], reading.posts[post].entities[0]) in listed
                    if (person, post) not in done and not told_before:
                        done.add((person, post))
                        _act_on(reading, told, person, post)


def _in_proposal(reading: Reading, at: int) -> bool:
    """Whether an offset lies in a numbered list of what is only proposed."""
    return any(begin <= at < end for begin, end in reading.memo.get("proposed", ()))


def _continued(text: str, at: int) -> Iterator[tuple[list[int], str]]:
    """``bầu ông A giữ chức X; ông B làm Y``: the items of the list that go on without a verb of their own."""
    while (more := _ONE_MORE.match(text, at)) is not None and not _OTHERWISE.search(more.group()):
        yield slots("P", more["person"]), more["posts"]
        at = more.end()


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
    if name in ("take", "instead"):
        return "assign" if "nhiệm vụ" in verbs else "appoint"
    if name == "entrusted":
        return "assign"
    if re.search(r"giới thiệu\b.*\bđể\b", verbs):
        return "introduce"  # those who will vote are named with their verb
    if name == "quit":
        return "endPost"
    if name == "granted" and re.match("phê chuẩn|chuẩn y|công nhận", verbs):
        return "ratify"  # phê chuẩn kết quả bầu: the second step of the election
    if _RATIFIED.search(verbs):
        return "ratify"  # the appointment is the Government's, the National Assembly agrees
    return last_act(verbs)[1]


@dataclass(frozen=True, slots=True)
class _Act:
    """What one sentence tells of an act, with the words that say it (normal offsets)."""

    rule: str
    act: str
    by: str
    days: Days
    begin: int
    start: int
    end: int
    acting: bool


def _told(reading: Reading, skeleton: Skeleton, match: re.Match[str], name: str, act: str, old: bool, moved: bool) -> _Act:
    by, begin = decider(reading, skeleton, match)
    by = "" if asked(skeleton.text[: match.start("verbs")]) else by  # who is asked proposes nobody
    start, end, verbs = skeleton.at(match.start()), skeleton.at(match.end()), skeleton.at(match.start("verbs"))
    acting, when = "giao quyền" in match["verbs"].lower(), days(reading, verbs, end)
    rule = _rule(name, old or _long_ago(reading, when.effective), moved)
    return _Act(rule, act, by, when, skeleton.at(begin), start, end, acting)


def _long_ago(reading: Reading, day: str) -> bool:
    """Whether an act has been in effect since a year before the article's."""
    return bool(day) and day[:4].isdigit() and reading.published is not None and int(day[:4]) < reading.published.year


def _act_on(reading: Reading, told: _Act, person: int, post: int) -> None:
    subject, object = reading.persons[person].entities[0], reading.posts[post].entities[0]
    reading.say(
        subject, "personnelAct", object, told.begin, told.end, told.rule, act=told.act, by=told.by,
        date=told.days.date, effectiveFrom=told.days.effective, announcedOn=told.days.announced,
    )  # fmt: skip
    if told.act == "introduce" or told.rule.startswith("dated"):
        return  # whether a post taken up long ago is still held, the words do not say
    leaves = told.act in ("endPost", "dismiss", "resign")
    status = "former" if told.rule.startswith("past") else "outgoing" if leaves else "incoming"
    find = reading.posts[post]
    reading.say(
        subject, "holdsPost", object, told.start, told.end, told.rule, status=status,
        acting=told.acting or (isinstance(find, PostFound) and find.acting) or None,
        startDate="" if leaves else told.days.effective, endDate=told.days.effective if leaves else "",
    )  # fmt: skip
