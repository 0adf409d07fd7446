"""Who holds an office now, told by the office: ``Hiện Bí thư Tỉnh ủy X là ông A``, ``UBND tỉnh X có ba Phó chủ tịch là ông A, B và C``."""

from __future__ import annotations

import re

from vankien.extractors.grammar.shapes import PostFound
from vankien.extractors.reading import Reading
from vankien.extractors.statements.skeleton import PERSON, SLOT, Skeleton, slots

_OFFICE = re.compile(
    rf"(?P<post><T\d+>)(?:\s+(?:hiện nay|hiện tại|hiện|đương nhiệm))?\s+là\s+(?:các\s+)?(?=(?:ông|bà|đồng chí|đ/c)\b)(?P<persons>{PERSON}"
    rf"(?:\s*(?:,|;|và|,\s*và)\s*(?:các\s+)?{PERSON})*)"
)
_THEN = re.compile(
    r"\b(?:khi đó|khi ấy|lúc đó|lúc ấy|bấy giờ|thời điểm (?:đó|ấy)|trước đây|trước đó|từng|tiền nhiệm|nguyên|cựu|nếu|dự kiến|đề cử|ứng cử viên|kế nhiệm"
    r"|có thể|sẽ|muốn|ứng viên|thời kỳ|năm \d{4})\b[^;]{0,60}$",
    re.IGNORECASE,
)


def state_roll(reading: Reading, skeleton: Skeleton) -> None:
    """State the holders that a sentence names by their office; of a single office only the first person is one."""
    for match in _OFFICE.finditer(skeleton.text):
        if _THEN.search(skeleton.text[: match.start()]):
            continue
        post = reading.posts[int(SLOT.findall(match["post"])[0][1])]
        if not isinstance(post, PostFound) or (post.body is not None and post.body.frame == "country"):
            continue  # the press speculates about other countries' offices
        people = slots("P", match["persons"])
        several = post.role.startswith("Phó ")
        status = "incoming" if post.attributes.get("new") else "current"
        for person in people if several else people[:1]:
            reading.say(
                reading.persons[person].entities[0], "holdsPost", post.entities[0], skeleton.at(match.start()),
                skeleton.at(match.end()), "office is", status=status,
            )  # fmt: skip
