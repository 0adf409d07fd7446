"""Careers told in retrospect, and who follows whom: posts that are former although no ``nguyên`` stands before them."""

from __future__ import annotations

import re
from datetime import date

from vankien.extractors.reading import Reading
from vankien.extractors.statements.cues import Cues
from vankien.extractors.statements.persons.undone import proposed, undone
from vankien.extractors.statements.skeleton import PERSON, POSTS, SLOT, Skeleton, slots

_CAREERS = Cues(" năm làm | năm giữ |giữ nhiều |giữ các |khi còn |khi đang |sau đó |từng |kinh qua|trải qua |lần lượt |trước khi |trước đó")
_CAREER = re.compile(
    r"^\W*khi\s+(?:còn|đang)\s+(?:là|làm|giữ)|<P\d+>\s+sau đó\s+(?:giữ|làm|là|đảm nhiệm)|(?<!chưa )(?<!không )\btừng\s+(?:là|làm|giữ|đảm nhiệm|đảm nhận|kinh qua|trải qua|có thời gian)|kinh qua|trải qua\s+(?:nhiều|các|những)|\bgiữ\s+(?:nhiều|các)\s+(?:vị trí|chức vụ|cương vị|trọng trách|chức danh)\s+(?:lãnh đạo\s+|quan trọng\s+|chủ chốt\s+)*(?:(?:của|trong|ở|tại)\s[^<>;.]{0,40}?)?,?\s*(?:như|gồm|:)|\bcó\s+(?:hơn|gần|trên)?\s*\w+\s+năm\s+(?:giữ chức(?: vụ)?|làm)\s+(?=<T)|\blần lượt\s+(?:giữ|đảm nhiệm|đảm nhận|làm|là)\b|"
    r"\btrước khi\s+(?:làm|giữ|được|về)|\btrước đó,?\s+(?:[^<>]{0,12}<P\d+>|ông|bà|đồng chí)\s+(?:là|làm|giữ|đảm nhiệm)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"(?P<person>{PERSON})\s*,?\s*(?:trong\s+)?(?:thời gian|khi|lúc|thời kỳ|giai đoạn|quá trình)\s+(?:còn\s+|đang\s+)?"
    rf"(?:giữ|làm|là|đảm nhiệm|đương)\s*(?:cương vị|chức vụ|chức|vị trí)?\s*(?:là\s*)?(?P<posts>{POSTS})",
    re.IGNORECASE,
)
_WHEN_LED = re.compile(
    rf"\bkhi\s+(?P<person>{PERSON})\s+còn\s+(?:là|làm)\s+lãnh đạo[^<>;.]{{0,40}}?,\s*(?:ở|trên|với)\s+(?:các\s+)?(?:vị trí|cương vị|chức vụ)\s+(?P<posts>{POSTS})",
    re.IGNORECASE,
)
_WHEN_FIRST = re.compile(
    rf"(?<!kéo dài )(?<!trước )(?<!sau )(?:trong\s+)?(?:thời gian|khi|lúc)\s+(?:còn\s+)?(?:giữ|làm|đảm nhiệm|đương)\s*(?:cương vị|chức vụ|chức|vị trí)?\s*"
    rf"(?P<posts>{POSTS})[^<>.;]{{0,40}}?(?P<person>{PERSON})",
    re.IGNORECASE,
)
_TIME = re.compile(r"thời gian|khi|lúc|thời kỳ|giai đoạn|quá trình", re.IGNORECASE)
_DATED = re.compile(
    rf"^\W*(?:(?:từ|đến|vào|năm|tháng|ngày|đầu|cuối|giữa|sau|sau khi)\b[^<>;]{{0,110}}?|\S[^<>;]{{0,110}}?\b(?:tháng|năm)\b[^<>;]{{0,40}}?),?\s*(?P<person>{PERSON})\s*"
    rf"(?:được\s+(?:[^<>;.]|<B\d+>){{0,60}}?|đã\s+|tiếp tục\s+)?(?P<verb>giữ chức(?: vụ)?|làm|là|giữ|đảm nhiệm)\s*(?P<posts>{POSTS})",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"(?P<person>{PERSON})\s+(?:(?:hiện\s+|đang\s+|hiện đang\s+|hiện nay\s+)?là|(?:hiện|đang|hiện đang|tiếp tục)\s+giữ chức(?: vụ)?)\s+(?P<posts>{POSTS})"
)
_DATED_MORE = re.compile(
    rf"[;,]\s*(?:từ\s+|đến\s+)?(?:tháng|năm)\s[^<>;]{{0,30}}?(?:được\s+[^<>;]{{0,60}}?)?(?:làm|giữ chức(?: vụ)?|là)\s*(?P<posts>{POSTS})",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"(?:[^<>;.,]|<B\d+>){{0,80}}?{POSTS}")
_WORKED = re.compile(rf"\b(?:làm|giữ chức(?: vụ)?|là|đảm nhiệm|cương vị)\s+(?P<posts>{POSTS})", re.IGNORECASE)
_NEVER = re.compile(r"\b(?:chưa bao giờ|chưa từng|chưa hề|không hề)\b", re.IGNORECASE)
_AT_PRESENT = re.compile(r"\b(?:hiện nay|hiện|nay)\s+(?:đang\s+)?(?:là|giữ(?:\s+chức(?:\s+vụ)?)?|làm)\s+(?:quyền\s+)?\Z", re.IGNORECASE)
_SINCE = re.compile(r"\s*,?\s*từ\s+(?:năm|tháng|ngày)\s+[\d/.-]+(?!\s*(?:đến|-))", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:(\d{1,2})[/.-])?((?:19|20)\d\d)\b")
_TAKES_UP = re.compile(r"giữ chức|làm|bầu|bổ nhiệm|phân công|điều động|chỉ định|tân ", re.IGNORECASE)
# Ông X 57 tuổi, quê …; Ủy viên Trung ương Đảng khóa 12, 13; đại biểu Quốc hội khóa 14.
_BIOGRAPHY = re.compile(
    rf"^\W*(?P<person>{PERSON})[^<>]{{0,160}}?\b(?:tuổi|sinh (?:năm|ngày)|quê)\b[^<>]{{0,220}}?[;,]\s*(?:(?:hiện\s+|nay\s+)?là\s+)?(?P<posts>{POSTS})", re.IGNORECASE
)
_OVER = re.compile(r"\s*\(?,?\s*(?:giai đoạn\s|(?:từ\s+(?:năm\s+|tháng\s+|ngày\s+)?)?[\d/.]{4,10}\s*(?:đến|-)\s*(?:hết\s+|tháng\s+|năm\s+|ngày\s+)?\d|đến\s+(?:hết\s+)?(?:tháng|năm|ngày)\s)", re.IGNORECASE)
"""Behind a post: the time in which it was held, with its end."""
_ENDED = re.compile(r"\btừ\b[^<>]*\bđến\b", re.IGNORECASE)
_UNTIL_NOW = re.compile(r"đến nay|hiện nay|hiện là|cho đến nay", re.IGNORECASE)
_EXTENDED = re.compile(
    rf"kéo dài\s+thời gian\s+(?:giữ chức(?: vụ)?|công tác|làm)[^<>;.]{{0,20}}(?P<posts>{POSTS})[^<>;.]{{0,40}}?(?:đối với|cho|với)\s+(?P<person>{PERSON})", re.IGNORECASE
)
class Careers:
    """The retrospective sentences of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def tells(self, skeleton: Skeleton) -> bool:
        """Whether the sentence lists former posts, so that its verbs are no news."""
        return self._career(skeleton) is not None

    def _career(self, skeleton: Skeleton) -> re.Match[str] | None:
        told = _CAREERS.within(self.reading, skeleton.start, skeleton.end)
        return _CAREER.search(skeleton.text) if told else None

    def state(self, skeleton: Skeleton) -> None:
        """State the former posts of one sentence."""
        if "<T" not in skeleton.text:
            return
        for pattern in (_WHEN, _WHEN_LED, _WHEN_FIRST) if _TIME.search(skeleton.text) else ():
            for match in pattern.finditer(skeleton.text):
                if pattern is _WHEN_FIRST and skeleton.text[: match.start()].rstrip().endswith(">"):
                    continue  # the time is of the person before it
                if skeleton.text.startswith(" là ", match.end()):
                    continue  # khi A còn ở tỉnh, ở vị trí X là B
                self._former(skeleton, match, match["posts"], "in that time")
        dated = _DATED.match(skeleton.text)
        if dated is not None and self.dated(skeleton) and (self.moved_on(skeleton) or _ENDED.search(dated.group())):
            self._former(skeleton, dated, dated["posts"], "dated career")
            for more in _DATED_MORE.finditer(skeleton.text, dated.end()):
                for k in slots("T", more["posts"]):
                    self._hold(self._person(dated), k, skeleton, more.start(), more.end(), "dated career")
        for now in (m for m in (_IS.search(skeleton.text), _BIOGRAPHY.match(skeleton.text), _EXTENDED.search(skeleton.text)) if m is not None):
            if _OVER.match(skeleton.text, now.end("posts")):
                continue  # là Bí thư từ năm 2005 đến 2010
            if now.re is _EXTENDED and (proposed(skeleton.text[: now.start()]) or undone(skeleton.text, now.start(), now.end())):
                continue
            for k in slots("T", now["posts"]):
                self._hold(self._person(now), k, skeleton, now.start(), now.end(), "is", "current")
        listed = self._career(skeleton)
        if listed is not None:
            self._list(skeleton, listed)

    def _person(self, match: re.Match[str]) -> int:
        return int(SLOT.findall(match["person"])[-1][1])

    def _former(self, skeleton: Skeleton, match: re.Match[str], posts: str, rule: str) -> None:
        for k in slots("T", posts):
            self._hold(self._person(match), k, skeleton, match.start(), match.end(), rule)

    def old(self, words: str) -> bool:
        """Whether the words of an act name a year before the article's (any year, where the article has no date)."""
        years = [int(year) for _, year in _YEAR.findall(SLOT.sub("", words))]
        published = self.reading.published
        return bool(years) and (published is None or max(years) < published.year)

    def dated(self, skeleton: Skeleton) -> bool:
        """Whether the sentence dates a post well before the article (60 days: an appointment in the news is younger)."""
        match = _DATED.match(skeleton.text)
        if match is None or _UNTIL_NOW.search(skeleton.text):
            return False
        days = [(int(y), int(m or 1)) for m, y in _YEAR.findall(match.group()) if 1 <= int(m or 1) <= 12]
        published = self.reading.published
        if not days:
            return False
        if published is None:  # news gives the year only of what lies back
            return True
        return (published - date(*max(days), 1)).days > 60

    def moved_on(self, skeleton: Skeleton) -> bool:
        """Whether the person of a dated sentence has taken up something newer in this article."""
        match = _DATED.match(skeleton.text)
        return match is not None and self.taken_up(self._person(match))

    def taken_up(self, k: int) -> bool:
        """Whether the article (or its title) tells that this person takes up a post now."""
        person = self.reading.persons[k]
        subject = person.entities[0]
        name = self.reading.entities[subject].label
        if name in self.reading.article.title and _TAKES_UP.search(self.reading.article.title):
            return True
        return any(
            s.subject == subject and s.predicate == "holdsPost" and s.attributes.get("status") == "incoming"
            for s in self.reading.statements
        )

    def _list(self, skeleton: Skeleton, cue: re.Match[str]) -> None:
        before = slots("P", skeleton.text[: cue.end()])
        after = slots("P", skeleton.text[cue.end() :])
        people = {self.reading.persons[k].entities for k in before + after}
        if len(people) != 1 or _NEVER.search(skeleton.text, 0, cue.end()):
            return
        person = (before or after)[0]
        taken = {s.object for s in self.reading.statements if s.attributes.get("status") == "incoming"}
        begin = cue.end()
        if "trước khi" in cue.group().lower():  # what came next is no post of the past: the posts up to the next clause
            later = _NEXT.match(skeleton.text, begin)
            begin = later.end() if later is not None else begin
            for match in _WORKED.finditer(skeleton.text, 0, cue.start()):
                self._posts(person, match, skeleton, taken)
        for slot in SLOT.finditer(skeleton.text, begin):
            if slot[1] == "T" and _AT_PRESENT.search(skeleton.text, 0, slot.start()) and not _OVER.match(skeleton.text, slot.end()):
                self._hold(person, int(slot[2]), skeleton, cue.start(), slot.end(), "career", "current")
                break
            if slot[1] != "T" or _SINCE.match(skeleton.text, slot.end()):
                continue  # "sau đó làm B từ năm 2015": whether still, the words do not say
            if self.reading.posts[int(slot[2])].entities[0] not in taken:
                self._hold(person, int(slot[2]), skeleton, cue.start(), slot.end(), "career")

    def _posts(self, person: int, match: re.Match[str], skeleton: Skeleton, taken: set[str | None]) -> None:
        for k in slots("T", match["posts"]):
            if self.reading.posts[k].entities[0] not in taken:
                self._hold(person, k, skeleton, match.start(), match.end(), "career")

    def _hold(
        self, person: int, post: int, skeleton: Skeleton, start: int, end: int, rule: str, status: str = "former"
    ) -> None:
        subject, object = self.reading.persons[person].entities[0], self.reading.posts[post].entities[0]
        self.reading.say(subject, "holdsPost", object, skeleton.at(start), skeleton.at(end), rule, status=status)
