"""Where the finds of the other components begin and end, for the rules that read around a document's name."""

from __future__ import annotations

import re
from bisect import bisect_left

from vankien.extractors.reading import Found, Reading
from vankien.ontology import iri

_HEADS = re.compile(r"Thủ\s+tướng|Bộ\s+trưởng|Chủ\s+tịch\s+(?:nước|UBND|Ủy\s+ban\s+[Nn]hân\s+dân)")
_ALONE = {"Thủ tướng": "Chính phủ"}
"""Offices that the press names without their body."""


class Places:
    """Bodies, posts and dates of an article by their offsets."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self._bodies: dict[int, Found] = {}
        for body in sorted(reading.bodies, key=lambda b: b.end):
            self._bodies[body.start] = body
        self._posts = {p.start: p for p in reading.posts}
        self._dates = {d.start: d for d in reading.dates}
        self._body_starts = sorted(self._bodies)
        self._body_ends = {b.end: b for b in self._bodies.values()}
        self._post_ends = {p.end: p for p in reading.posts}
        self._person_ends = {p.end: p for p in reading.persons}

    def body_at(self, offset: int) -> Found | None:
        """The longest body that begins at an offset."""
        return self._bodies.get(offset)

    def date_at(self, offset: int) -> Found | None:
        """The date that begins at an offset."""
        return self._dates.get(offset)

    def bodies_between(self, start: int, end: int) -> list[Found]:
        """Bodies that begin in a stretch of text, in text order."""
        starts = self._body_starts[
            bisect_left(self._body_starts, start) : bisect_left(self._body_starts, end)
        ]
        return [self._bodies[s] for s in starts]

    def issuer_at(self, offset: int) -> tuple[int, Found] | None:
        """(end, body) of an issuer that begins at an offset; an office-holder's post stands for its body."""
        body, post = self._bodies.get(offset), self._posts.get(offset)
        if body is not None and (post is None or post.end <= body.end):
            return body.end, body
        inner = _body_of(post)
        return (post.end, inner) if post is not None and inner is not None else None

    def issuer_ending(self, offset: int) -> Found | None:
        """The issuer whose name (or whose office-holder's post) ends at an offset."""
        post = self._post_ends.get(offset)
        return _body_of(post) if post is not None else self._body_ends.get(offset)

    def head_ending(self, offset: int) -> Found | None:
        """The State body whose head is named just before an offset, with or without the head's own name."""
        person = self._person_ends.get(offset)
        at = person.start if person is not None else offset
        post = self._post_ends.get(at - (self.text[at - 1 : at] == " " and person is not None))
        return _body_of(post) if post is not None and _HEADS.match(self.text, post.start) else None


def _body_of(post: Found | None) -> Found | None:
    """The body a post is in, if its words or the rules of posts tell it."""
    if post is None:
        return None
    body: Found | None = getattr(post, "body", None) or next(iter(post.parts), None)
    if body is None and (name := _ALONE.get(post.label)):
        return Found(post.start, post.end, "Body", "StateBody", name, entities=(iri.body(name),), hidden=True)
    return body
