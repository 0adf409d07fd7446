"""Which post a name means: the same role in the same body is one post, whoever holds it."""

from __future__ import annotations

import re

from vankien.extractors.grammar.bodies import abroad
from vankien.extractors.grammar.bodies.centre import CENTRAL
from vankien.extractors.grammar.persons.words import foreign_name
from vankien.extractors.grammar.shapes import BodyFound, PersonFound, PostFound
from vankien.extractors.linking.bodies import places
from vankien.extractors.linking.bodies.units import COMMITTEES
from vankien.extractors.reading import Reading
from vankien.ontology import iri

# Between a bare role and the post that completes it: Tư lệnh kiêm Chính ủy Đoàn 559; Phó giám đốc rồi Giám đốc ...
_SHARED = re.compile(r"\s*(?:,|và|kiêm|rồi|, rồi|hoặc)\s*(?:quyền\s+)?")
GOVERNMENT = "Chính phủ"
_IMPLIED = {"Thủ tướng": GOVERNMENT, "Phó Thủ tướng": GOVERNMENT, "Phó Thủ tướng Thường trực": GOVERNMENT}


def link_posts(reading: Reading) -> None:
    """Give every post find its entity; bare roles take the body of the list they stand in, or an earlier same role."""
    posts = [p for p in reading.posts if isinstance(p, PostFound)]
    _share_bodies(reading, posts)
    _counted(reading, posts)
    _of_one_ministry(reading, posts)
    units = places.units(reading.article.published[:10])
    for post in posts:
        if (post.body is None and not _complete(post)) or (post.body is not None and post.body.attributes.get("open")):
            post.hidden = True  # a bare role: which post it is stays open
            continue
        country = post.body.rest if post.body is not None and post.body.frame == "country" else ""
        body = post.body.entities[0] if post.body is not None and post.body.entities and not country else ""
        implied = _seat(post, units) if post.body is not None else _IMPLIED.get(post.role, "")
        if implied:
            body = iri.body(implied)
        if post.role == "Tổng Bí thư" and not (post.body is not None and post.body.cls == abroad.CLASS):
            body = ""
        role = " ".join(post.label.split()) if post.attributes["complement"] == "assistant" else f"{post.role} {country}".strip()
        post.entities = (iri.post(role, body),)
        label = f"{post.role} {country}" if country else _label(reading, post, body, implied)
        reading.entity(post.entities[0], "Post", "Post", label, role=post.role, country=country)


def _complete(post: PostFound) -> bool:
    """Posts of the State or the Party as such, which name no body."""
    return post.attributes["complement"] in ("self", "government", "assistant") or post.role.startswith("Tổng Tham mưu")


_FUSED = re.compile(r" (?:Văn phòng|Công an|Thanh tra|ban|phòng|đoàn|tiểu|khoa|phái)$")


def _share_bodies(reading: Reading, posts: list[PostFound]) -> None:
    for left, right in reversed(list(zip(posts, posts[1:], strict=False))):
        if left.body is None and right.body is not None and left.attributes["kind"] in ("head", "army"):
            gap = reading.text[left.end : right.start]
            if right.start >= left.end and _SHARED.fullmatch(gap) and right.attributes["kind"] in ("head", "army"):
                left.body = right.body
        elif left.body is None and right.body is not None and right.body.frame == "country" and right.start >= left.end:
            if _SHARED.fullmatch(reading.text[left.end : right.start]):  # Tổng Bí thư, Chủ tịch Trung Quốc
                left.body = right.body


_DEPUTY = "Thứ trưởng"
"""Of deputy ministers a ministry has several; a bare ``Bộ trưởng`` beside another name is another ministry's."""
_OF_ANOTHER = re.compile(r"\s*(?:\(|,|của|-)\s*(?:Bộ|Ngân hàng|Ủy ban|Thanh tra|Văn phòng)\b")
_LONG_AGO = re.compile(r"\b(?:19|20)\d\d\b|\b(?:nguyên|cựu|từng|khi đó|khi là|lúc đó|bấy giờ|đã bị)\b", re.IGNORECASE)


def _of_one_ministry(reading: Reading, posts: list[PostFound]) -> None:
    """``Thứ trưởng Bộ Công Thương A …; Thứ trưởng B``: where one ministry's deputy is named in full, the bare role before
    a name is the same post, marked ``short``; a foreigner's is not, nor one of the past or with a ministry behind the name.
    """
    bodies = [p.body for p in posts if p.role == _DEPUTY and p.body is not None]
    full = {body.entities: body for body in bodies}
    own = len(full) == 1 and bodies[0].cls == "Ministry" and not any(p.former for p in posts if p.role == _DEPUTY)
    for post in posts if own else ():
        person = named_behind(reading, post) if post.role == _DEPUTY and post.body is None else None
        if person is None or foreign_name(person.label) or _OF_ANOTHER.match(reading.text, person.end):
            continue
        if not _LONG_AGO.search(reading.text, *reading.sentence_at(post.start)):
            (post.body,) = full.values()
            post.attributes["short"] = True


def named_behind(reading: Reading, post: PostFound) -> PersonFound | None:
    """The person whose name follows a post directly."""
    return next((p for p in reading.persons if isinstance(p, PersonFound) and p.start == post.end + 1), None)


_HAS = re.compile(r"\s(?:hiện(?: nay)?\s)?(?:đang\s)?có\s(?:\d+|\w+)\s")


def _counted(reading: Reading, posts: list[PostFound]) -> None:
    """``UBND tỉnh X hiện có ba Phó chủ tịch``: the body stands before the verb."""
    ends = {b.end: b for b in reading.bodies if isinstance(b, BodyFound) and not b.hidden}
    for post in posts:
        if post.body is None and not _complete(post):
            start = max(0, post.start - 24)
            for match in _HAS.finditer(reading.text, start, post.start):
                if match.end() == post.start and match.start() in ends:
                    post.body = ends[match.start()]


def _seat(post: PostFound, units: dict[str, str]) -> str:
    """Label of the body a post fused with a territory belongs to ("" where no rule tells).

    Bí thư tỉnh X is the secretary of its committee, Chủ tịch tỉnh X the chair of its UBND.
    """
    body = post.body
    if body is None or body.frame != "territory":
        return ""
    unit = body.unit or units.get(body.place, "tỉnh")
    if post.role.endswith("Bí thư") or "Bí thư Thường trực" in post.role:
        word = COMMITTEES.get(unit)
        place = "Thành phố Hồ Chí Minh" if body.place == "Hồ Chí Minh" else body.place
        return f"{word} {place}" if word else f"Đảng ủy {unit} {body.place}"
    return f"UBND {unit} {body.place}" if "Chủ tịch" in post.role else ""


def _label(reading: Reading, post: PostFound, body: str, implied: str) -> str:
    if implied:
        return f"{post.role} {implied}"
    if post.attributes["complement"] == "assistant":
        return " ".join(post.label.split())
    if post.body is None or not body:
        return post.role if post.role == "Tổng Bí thư" or post.body is None else " ".join(post.label.split())
    if post.body.frame == "territory":
        return f"{post.role} {post.body.label}"
    label = reading.entities[body].label if body in reading.entities else post.body.label
    if post.body.cls == abroad.CLASS and label.startswith("Đảng ") and post.role in ("Bí thư", "Ủy viên", "Ủy viên dự khuyết"):
        return f"{post.role} Trung ương {label}"
    if label == CENTRAL and post.role in ("Bí thư", "Ủy viên", "Ủy viên dự khuyết"):
        return f"{post.role} Trung ương Đảng"  # Bí thư Trung ương Đảng sits in the Secretariat: keep the title
    if post.attributes["complement"] == "fused" and not post.role.endswith("Thường trực"):
        return f"{_FUSED.sub('', post.role)} {label}"  # Trưởng ban + Ban Tuyên giáo ...
    return f"{post.role} {label}"
