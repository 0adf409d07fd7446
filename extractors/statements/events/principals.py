"""Who does what an event told by a verb says: who receives whom, who hands a decision to whom, who visits.

``Chủ tịch nước A <tiếp Đại sứ B>``: both took part. Nothing is added to a person for whom the article gives
a role of its own, save that whoever hands over is the presenter.
"""

from __future__ import annotations

import re

from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.events.company import joined_after, joined_before
from vankien.extractors.statements.events.participant_words import AFTER, ALSO, ONE, SPEECH, WHO, pattern
from vankien.extractors.statements.skeleton import Skeleton

_WITH = (
    r"(?:\s(?:và|cùng)\s(?:các\s)?(?:[Đđ]oàn|[Pp]hu\snhân|thành\sviên|lãnh\sđạo|sở|ban|đơn\svị|cơ\squan|đại\sdiện)[^<>.;:]{0,50}?(?:<B\d+>)?)?"
)
_LEADS = r"(?:,?\s(?:dẫn\sđầu|làm\s[Tt]rưởng\s[Đđ]oàn)(?:\s<B\d+>|\s[Đđ]oàn[^<>;:,]{0,50}(?:<B\d+>)?[^<>;:,]{0,40}?)?,?)?"
_DOES = pattern(
    rf"""{ONE}{AFTER}{_WITH}{_LEADS}(?:\s(?:vào\s)?(?:sáng|chiều|tối|trưa|ngày)\s[\d/.-]+)?{ALSO}(?:,?\s?(?:đã|vừa|có|sẽ|đến|tới|tiến\shành|tổ\schức|dẫn\sđầu|thân\smật)\s)*
    \s?<E(?P<e>\d+)>"""
)
_FRONTED = pattern(rf"<E(?P<e>\d+)>[^<>.;:,]{{0,40}},\s{WHO}(?P<says>{AFTER}{ALSO}{SPEECH}(?!\w))?")
_ABOUT = pattern(rf"<E(?P<e>\d+)>(?P<tail>[^<>.;:]{{0,70}}?)\s{WHO}")
_MET = re.compile(r"<E(?P<e>\d+)>")
_GIVEN = pattern(rf"<E(?P<e>\d+)>[^<>.;:,]{{0,40}}?\s(?:cho|tặng)\s{WHO}")
_OWN = ("buổi gặp", "buổi làm việc", "buổi tiếp", "buổi hội đàm", "chuyến", "cuộc gặp", "cuộc hội", "cuộc làm việc",
        "cuộc tiếp", "cuộc điện đàm", "buổi tiếp xúc", "cuộc trao đổi")  # fmt: skip
_TWO_SIDES = re.compile(r"(?<!\w)(?:với|tiếp|gặp|kiến|mặt|giữa|đón)(?!\w)")
_APPOINTS = re.compile(r"điều\sđộng|phân\scông|bổ\snhiệm|chỉ\sđịnh|chuẩn\sy|luân\schuyển")
_OF = re.compile(r"\scủa\s")
_LECTURE = re.compile(r"\A\w+\s(?:đổi|đạt|thiệu|triệt)\schuyên\sđề")
_GIVES = re.compile(r"(?<!\w)(?:trao|tặng)\s.*\scho\s")
_HANDED = re.compile(r"\A(?:công\sbố|trao)", re.IGNORECASE)


class Principals:
    """Collects those who do or undergo the acts, to be stated once all other roles are known."""

    def __init__(self) -> None:
        self._seen: list[tuple[str, int, str, int, int]] = []

    def read(self, reading: Reading, skeleton: Skeleton) -> None:
        """Take in what one sentence tells."""
        for match in _DOES.finditer(skeleton.text):
            event = reading.events[int(match["e"])]
            if _is_act(event):
                role = "presenter" if _is_handed(event) or _LECTURE.search(event.label) else "attendee"
                span = skeleton.at(match.start()), skeleton.at(match.end())
                for person in (int(match["p"]), *joined_before(skeleton.text, match.start())):
                    self._seen.append((event.entities[0], person, role, *span))
        for match in _FRONTED.finditer(skeleton.text):
            event = reading.events[int(match["e"])]
            if "<P" in skeleton.text[: match.start()] or not event.attributes.get("verb"):
                continue  # who does it stands before
            if len(event.entities) == 1 and not _is_handed(event):
                role = "speaker" if match["says"] else "attendee"
                span = skeleton.at(match.start()), skeleton.at(match.end())
                self._seen.append((event.entities[0], int(match["p"]), role, *span))
        for match in _MET.finditer(skeleton.text):
            self._also_met(reading, skeleton, match)
        for match in _ABOUT.finditer(skeleton.text):
            event = reading.events[int(match["e"])]
            if _is_act(event) and _is_handed(event) and _APPOINTS.search(event.label + match["tail"]):
                span = skeleton.at(match.start()), skeleton.at(match.end())
                self._seen.append((event.entities[0], int(match["p"]), "recipient", *span))
        for match in _GIVEN.finditer(skeleton.text):
            event = reading.events[int(match["e"])]
            if _is_act(event) and _is_handed(event):
                span = skeleton.at(match.start()), skeleton.at(match.end())
                others = [index for index, _ in joined_after(skeleton.text, match.end())]
                for person in (int(match["p"]), *others):
                    self._seen.append((event.entities[0], person, "recipient", *span))

    def _also_met(self, reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> None:
        """``tiếp đồng chí A, post và đồng chí B``: B too, behind the event's own words."""
        event = reading.events[int(match["e"])]
        if not event.attributes.get("verb") or event.attributes["kind"] != "meeting":
            return
        for person, end in joined_after(skeleton.text, match.end()):
            self._seen.append((event.entities[0], person, "attendee", skeleton.at(match.start()), skeleton.at(end)))

    def _inside(self, reading: Reading) -> None:
        """Who is met (``tiếp Đại sứ B``) or appointed (``trao quyết định bổ nhiệm ông B``), by the event's words."""
        acts = [e for e in reading.events if _is_act(e)]
        for event in acts:
            if _is_handed(event) and _APPOINTS.search(event.label):
                role = "recipient"
            elif event.attributes["kind"] == "meeting" and _TWO_SIDES.search(event.label):
                role = "recipient" if _GIVES.search(event.label) else "attendee"
            elif event.attributes["kind"] == "visit" and (owner := _OF.search(event.label)):
                self._owner(reading, event, event.start + owner.end())
                continue
            else:
                continue
            for index, person in enumerate(reading.persons):
                if event.holds(person) and person.entities and not person.hidden:
                    self._seen.append((event.entities[0], index, role, event.start, event.end))

    def _owner(self, reading: Reading, event: Found, at: int) -> None:
        """The visitor: ``chuyến thăm Lào của Chủ tịch nước A``."""
        for index, person in enumerate(reading.persons):
            if at <= person.start and person.end <= event.end and person.entities and not person.hidden:
                self._seen.append((event.entities[0], index, "attendee", event.start, event.end))
                return

    def state(self, reading: Reading) -> None:
        """State them; a plain attendee only where the article gives no other role in the event."""
        self._inside(reading)
        known = {(s.subject, s.object) for s in reading.statements if s.predicate == "participant"}
        for event, index, role, start, end in self._seen:
            who = reading.persons[index].entities
            if who and (role != "attendee" or (event, who[0]) not in known):
                reading.say(event, "participant", who[0], start, end, "chủ thể của việc", role=role)


def _is_act(event: Found) -> bool:
    """Whether an event's words are what a person before them does (``tiếp …``, ``có buổi làm việc với …``)."""
    if len(event.entities) != 1:
        return False
    return bool(event.attributes.get("verb")) or event.label.lower().startswith(_OWN)


def _is_handed(event: Found) -> bool:
    return event.attributes["kind"] == "ceremony" and _HANDED.match(event.label) is not None
