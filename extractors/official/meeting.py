"""The meeting that a paper's type line names: ``NGHỊ QUYẾT / HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII``."""

from __future__ import annotations

import re

from vankien.extractors.grammar.bodies.find import find_bodies
from vankien.extractors.grammar.documents.find import find_documents
from vankien.extractors.grammar.events.find import find_events
from vankien.extractors.grammar.posts.find import find_posts
from vankien.extractors.linking.bodies.link import link_bodies
from vankien.extractors.linking.documents.link import link_documents
from vankien.extractors.linking.events.link import link_events
from vankien.extractors.reading import Draft, begin
from vankien.ontology.nouns import Article

_KINDS = frozenset({"plenum", "congress"})
_NAMES = (
    "Ban Chấp hành", "Trung ương", "Đảng bộ", "Đảng", "Đại hội", "Hội nghị", "Cộng sản Việt Nam", "Tỉnh ủy", "Thành ủy",
)  # fmt: skip
_TERM = re.compile(r"(?<=khóa )[ivx]+\b")
_OWN_NAME = re.compile(r"(?<=tỉnh )(.+?)(?= khóa| lần|\Z)")


def meeting(words: str, published: str) -> Draft | None:
    """The plenum or congress that a line in capitals names; None where the grammar knows none, or it stays open which.

    >>> meeting("HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII", "2017-10-25").id
    'https://w3id.org/vankien/id/event/plenum/tw-xii-6'
    """
    phrase = f"Nghị quyết {running(words)}"
    reading = begin(Article("", phrase, published=published))
    for step in (find_bodies, find_posts, find_documents, find_events, link_bodies, link_documents, link_events):
        step(reading)
    found = [e for e in reading.events if e.entities and not e.hidden and e.end == len(phrase)]
    drafts = [reading.entities[e.entities[0]] for e in found if not e.entities[0].endswith(f"/{reading.key}")]
    return next((d for d in drafts if d.attributes.get("kind") in _KINDS), None)


def running(words: str) -> str:
    """Words in capitals as running text writes them."""
    if not words.isupper():
        return words
    low = " ".join(words.lower().split())
    for name in _NAMES:
        low = re.sub(rf"\b{name.lower()}\b", name, low)
    low = _OWN_NAME.sub(lambda m: m[1].title(), low)
    return _TERM.sub(lambda m: m.group().upper(), low)
