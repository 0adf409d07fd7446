"""Bodies inside posts that somebody has left: they are not what the article speaks of."""

from __future__ import annotations

import re

from vankien.extractors.grammar.shapes import PostFound
from vankien.extractors.reading import Reading

_ONCE = re.compile(r"\btừng (?:giữ|đảm nhiệm|làm|là|kinh qua)\b[^.;\n]*\Z")


def in_former_posts(reading: Reading) -> set[int]:
    """Identities of the body finds inside posts with nguyên or after từng: they are not what the article speaks of."""
    aside: set[int] = set()
    for post in reading.posts:
        node = post.body if isinstance(post, PostFound) and (post.former or _once(reading, post)) else None
        while node is not None:
            aside.add(id(node))
            node = node.owner
    return aside


def _once(reading: Reading, post: PostFound) -> bool:
    return _ONCE.search(reading.text, max(0, post.start - 120), post.start) is not None
