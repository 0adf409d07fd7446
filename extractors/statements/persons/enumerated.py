"""Acts told once for a numbered list of persons: ``… hiệp thương cử 7 vị giữ chức <post>, gồm: 1. Bà A, …; 2. Ông B, …``.

The verb stands before the list; the post there too, or in each item (``1. Ông A, …, giữ chức <post>``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.persons.act_patterns import last_act
from vankien.extractors.statements.persons.undone import proposed, undone

_OPENS = re.compile(r"\b(?:gồm|bao gồm|sau đây|như sau)(?:\s+có)?(?:\s+các)?(?:\s+(?:ông,?\s+bà|ông|bà|đồng chí))?\s*:\s*(?=(?:-\s*)?1[.)]\s)")
_FIRST = re.compile(r":\s*(?:-\s*)?1[.)]\s")
_NUMBER = re.compile(r"(?<![\d/])(?<!\d\.)(\d{1,2})[.)]\s+")
_TAKES = re.compile(r"\b(?:giữ chức(?: vụ)?|giữ|làm|chức danh|chức vụ)\s+\Z", re.IGNORECASE)
_LEAVES = re.compile(r"\b(?:thôi|nguyên|trước đây|trước đó|từng|hiện|đang|không)\b[^,;]*\Z", re.IGNORECASE)
_TURNS = re.compile(r"\b(?:thay|để)\b", re.IGNORECASE)
"""From here an item tells of others, or of what comes next."""
_CHOSEN = re.compile(r"(?:bầu|bình)\s+chọn", re.IGNORECASE)  # a vote for a prize
_LONGEST = 400
"""Code points that one item may have."""

_ENDS = ("endPost", "dismiss", "resign")


def state_enumerated(reading: Reading) -> None:
    """State the acts of the article's numbered lists."""
    if _FIRST.search(reading.text) is None:
        return
    for opening in _OPENS.finditer(reading.text):
        begin = reading.sentence_at(opening.start())[0]
        act, verb = _act(reading.text, begin, opening.start())
        clause = reading.text[begin : opening.start()]
        if not act:
            continue
        if undone(clause, verb - begin, len(clause)) or proposed(clause[: verb - begin]):
            items = list(_items(reading.text, opening.end()))
            reading.memo.setdefault("proposed", []).append((begin, items[-1][1] if items else opening.end()))
            continue
        shared = _taken(reading, verb, opening.start())
        by = next((b.entities[0] for b in reading.bodies if begin <= b.start < verb and b.entities and not b.hidden), "")
        for start, stop in _items(reading.text, opening.end()):
            end = min(stop, reading.sentence_at(start)[1])  # behind the last item the text goes on
            turn = _TURNS.search(reading.text, start, end)
            end = turn.start() if turn is not None else end
            person = next((p for p in reading.persons if start <= p.start < end and p.entities and not p.hidden), None)
            if person is None:
                continue
            for post in _taken(reading, start, end) or shared:
                _say(reading, person, post, act, by, (begin, max(end, opening.end())))


def _act(text: str, begin: int, end: int) -> tuple[str, int]:
    """(act, offset of its verb) of the last verb of a clause; ("", 0) where there is none."""
    clause = _CHOSEN.sub(lambda m: "-" * len(m.group()), text[begin:end]).lower()
    if "giới thiệu" in clause:
        return "introduce", begin + clause.rfind("giới thiệu")
    at, act = last_act(clause)
    return act, begin + at


def _taken(reading: Reading, start: int, end: int) -> list[Found]:
    """The posts that a stretch of text says are taken up."""
    posts = (p for p in reading.posts if start <= p.start and p.end <= end and p.entities and not p.hidden)
    return [p for p in posts if _TAKES.search(reading.text, start, p.start) and not _LEAVES.search(reading.text, start, p.start)]


def _items(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Start and end of the items numbered 1, 2, 3 … from an offset on."""
    mark, number = _NUMBER.match(text, at), 1
    while mark is not None and int(mark[1]) == number:
        limit = mark.end() + _LONGEST
        following = next((m for m in _NUMBER.finditer(text, mark.end(), limit) if int(m[1]) == number + 1), None)
        line = text.find("\n", mark.end(), limit)
        stops = [limit, len(text), *([line] if line >= 0 else []), *([following.start()] if following is not None else [])]
        yield mark.end(), min(stops)
        mark, number = following, number + 1


def _say(reading: Reading, person: Found, post: Found, act: str, by: str, span: tuple[int, int]) -> None:
    subject, object = person.entities[0], post.entities[0]
    reading.say(subject, "personnelAct", object, *span, "numbered list", act=act, by=by)
    if act != "introduce":
        status = "outgoing" if act in _ENDS else "incoming"
        reading.say(subject, "holdsPost", object, *span, "numbered list", status=status)
