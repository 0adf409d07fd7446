"""The post in which somebody signs: the printed role, in the body whose paper it is.

``T/M BAN THƯỜNG VỤ / BÍ THƯ`` is the secretary of the committee, ``K/T BÍ THƯ / PHÓ BÍ THƯ`` a deputy who signs for the
secretary, ``T/L BAN THƯỜNG VỤ / CHÁNH VĂN PHÒNG`` the head of the committee's office (domain notes 4.2, 5.1). The
phrase that follows is read by the grammar of posts, so that the post is the one of the press.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vankien.extractors.grammar.bodies.find import find_bodies
from vankien.extractors.grammar.posts.find import find_posts
from vankien.extractors.grammar.shapes import PostFound
from vankien.extractors.linking.bodies.link import link_bodies
from vankien.extractors.linking.bodies.places import units
from vankien.extractors.linking.posts import link_posts
from vankien.extractors.reading import Draft, begin
from vankien.ontology import iri
from vankien.ontology.nouns import Article

_WITHIN = re.compile(r"(?:Ban Thường vụ|Ban Thường trực|Thường trực|Ban Chấp hành)\s+(?=[A-ZĐÀ-Ỹ])")
_OFFICE = re.compile(r"(?:Phó )?Chánh Văn phòng\Z", re.IGNORECASE)
_HEAD_OF = re.compile(r"(?:Phó )?Trưởng ban(?: Thường trực)?\Z", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:Tổng Bí thư|Thường trực Ban Bí thư|(?:Phó )?Thủ tướng(?: Chính phủ)?|(?:Phó )?Chủ tịch nước|Chủ tịch Quốc hội)\Z",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:(?:Phó )?(?:Bí thư|Chủ tịch|Chủ nhiệm|Chánh Văn phòng|Trưởng ban|Tổng Giám đốc|Giám đốc|Cục trưởng|Vụ trưởng|Viện trưởng|Hiệu trưởng|"
    r"Trưởng đoàn|Tổng Biên tập|Tổng cục trưởng|Chánh Thanh tra|Tổ trưởng|Tư lệnh|Chính ủy)|Bộ trưởng|Thứ trưởng)(?: Thường trực)?\Z",
    re.IGNORECASE,
)
OF_UNIT = re.compile(r"(?:Phó |Quyền )?(?:Vụ trưởng|Cục trưởng|Viện trưởng|Trưởng phòng|Trưởng ban|Giám đốc|Chi cục trưởng|Tổng cục trưởng)\Z", re.IGNORECASE)
"""Posts that, by order of the head, are of a unit which is not named."""

_OWN = re.compile(r"(?<!\w)(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|Trung ương|Bộ|Nhà nước)(?!\w)", re.IGNORECASE)
_UNIT_LAST = re.compile(r"(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|ủy)\Z", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy (?:xã|phường|thị trấn)|(?:UBND|HĐND) (?:tỉnh|thành phố|huyện|"
    r"quận|xã|phường)) (.+)"
)
_DEPARTMENT = re.compile(r"(?<!\w)(?:sở|phòng|thanh tra)(?!\w)", re.IGNORECASE)
_CENTRAL = {
    ("Bí thư", "Ban Chấp hành Trung ương Đảng"): "", ("Chủ tịch", "Ủy ban Thường vụ Quốc hội"): "Chủ tịch Quốc hội",
    ("Phó Chủ tịch", "Ủy ban Thường vụ Quốc hội"): "Phó Chủ tịch Quốc hội", ("Thủ tướng", "Chính phủ"): "Thủ tướng Chính phủ",
}  # fmt: skip
"""Roles printed bare for which the body that signs is not the one whose post it is (the President of the Assembly chairs its
Standing Committee: Constitution of 2013, art. 73)."""

_CAPITAL = (
    "bí thư", "chủ tịch", "thường trực", "chủ nhiệm", "chánh", "trưởng", "văn phòng", "giám đốc",
    "thủ tướng", "tổng", "bộ", "ban", "quốc hội", "chính phủ", "trung ương",
)  # fmt: skip
"""Words that a post in running text begins with a capital."""


class Office(NamedTuple):
    """A post with its body, as entities of the house."""

    post: Draft
    body: Draft | None


def office(role: str, body: str, scope: str, published: str) -> Office | None:
    """The post that a printed role is in the body (label, scope of its IRI) that issues; None where the grammar reads none.

    >>> office("BÍ THƯ", "Ban Thường vụ Tỉnh ủy Phú Thọ", "", "2024-03-12").post.label
    'Bí thư Tỉnh ủy Phú Thọ'
    >>> office("CHÁNH VĂN PHÒNG", "Ban Thường vụ Tỉnh ủy Phú Thọ", "", "2024-03-12").post.label
    'Chánh Văn phòng Tỉnh ủy Phú Thọ'
    """
    phrase = phrase_of(role, body)
    if not phrase:
        return None
    place = f", tỉnh {scope.replace('-', ' ').title()}" if scope and "/" not in scope and _is_province(scope) else ""
    reading = begin(Article(scope or "", phrase + place, published=published))
    for step in (find_bodies, find_posts, link_bodies, link_posts):
        step(reading)
    for post in reading.posts:
        if isinstance(post, PostFound) and post.start == 0 and post.end == len(phrase) and post.entities and not post.hidden:
            owners = [*post.entities, *(post.body.entities if post.body is not None else ())]
            if not scope and any(id.endswith(f"/{reading.key}") for id in owners):
                return None  # a node of no article would be one for all papers
            if scope and not _is_province(scope) and not post.entities[0].endswith(f"/{scope}"):
                return None
            owner = post.body.entities[0] if post.body is not None and post.body.entities else ""
            return Office(reading.entities[post.entities[0]], reading.entities.get(owner))
    return None


def phrase_of(role: str, body: str) -> str:
    """The post in words as the press writes it."""
    role = _lower(role)
    if _ALONE.match(role):
        return role
    if (role, body) in _CENTRAL:
        return _CENTRAL[role, body]
    committee = _WITHIN.sub("", body, count=1)
    if _DEPARTMENT.search(role):  # a department is called by the province
        committee = committee.removeprefix("UBND ").removeprefix("Ủy ban nhân dân ")
    if not _BARE.fullmatch(role):  # the role names its own body: Trưởng Ban Tổ chức, Chủ tịch UBND tỉnh
        if not _OWN.search(role) and not _UNIT_LAST.search(role):
            return f"{role} {committee}"
        where = _PLACE.match(committee)
        return f"{role} {where[1]}" if where and _UNIT_LAST.search(role) else role
    if _OFFICE.fullmatch(role):
        return f"{role} {committee.removeprefix('Văn phòng ')}"
    if _HEAD_OF.fullmatch(role):
        if not committee.startswith("Ban "):
            return ""
        return re.sub(r"\s+ban(?=\Z| )", "", role, count=1, flags=re.IGNORECASE) + f" {committee}"
    return f"{role} {committee}"


def _lower(role: str) -> str:
    """A role printed in capitals as running text writes it: ``PHÓ BÍ THƯ THƯỜNG TRỰC`` is ``Phó Bí thư Thường trực``."""
    low = " ".join(role.lower().split()).strip(" .,:")
    for words in _CAPITAL:
        low = re.sub(rf"\b{words}\b", words[:1].upper() + words[1:], low)
    low = re.sub(r"\bTrưởng Ban\Z", "Trưởng ban", low)
    low = re.sub(r"\bubnd\b|\bhđnd\b", lambda m: m.group().upper(), low)
    return low[:1].upper() + low[1:]


def _is_province(scope: str) -> bool:
    return scope in {iri.slug(name) for name in units()}
