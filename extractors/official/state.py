"""What an official text says of itself: it is the paper, who issued and signed it, on what grounds, and to whom it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vankien.extractors.grammar.shapes import BodyFound, PersonFound, PostFound
from vankien.extractors.official.finds import Finds, of_paper, place
from vankien.extractors.official.grounds import state_grounds
from vankien.extractors.official.link import CENTRE, issuers_of, scope_of
from vankien.extractors.official.meeting import meeting
from vankien.extractors.official.offices import OF_UNIT, Office, office
from vankien.extractors.official.paper import Paper
from vankien.extractors.official.signatures import Signature
from vankien.extractors.reading import Draft, Found, Reading
from vankien.ontology import iri

_ITEM_START = re.compile(r"(?:\A|[;,:]|(?<!\S)[-–+•*]|\bvà\b)\s*(?:Đ/c\s+)?\Z", re.IGNORECASE)
_ITEM_END = re.compile(r"\s*(?:[;,.(/]|\Z|\n|(?<!\S)[-–]|\bvà\b)")
_OPEN_HEADS = frozenset({"Đảng ủy", "Đảng bộ", "Chi bộ", "Huyện ủy", "Quận ủy", "Thị ủy", "Ban Chấp hành", "Ban Chấp hành Đảng bộ"})
_GENERIC = re.compile(r"\b(?:các|những|từng|mỗi)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"Điều\s+\d+\b")
_PART_OF = re.compile(
    r"(?:\A|[;,:]|(?<!\S)[-–+•*])\s*(?:(?:các|một số|lãnh đạo)\s+)?(?:Vụ|Cục|Phòng|Tổ|Trung tâm|Chi cục|"
    r"Văn phòng(?! Trung ương)|VP|TT|Thường trực|Đ/c|Đồng chí|Ông|Bà|Phó|Bí thư|Chủ tịch|Lãnh đạo)\b[^;]*,[^;,]*\Z",
    re.IGNORECASE,
)
"""Words of a unit or a person before a comma: what follows is the body they belong to (``Vụ A, Ban Tổ chức Trung ương``)."""

_KEPT = re.compile(r"[-–+•*\s]*(?:Lưu|LƯU|Như|NHƯ)\b")


def state_paper(reading: Reading) -> None:
    """Add the statements of a paper about itself; the linkers have run, the makers of general statements follow."""
    finds, paper = of_paper(reading), reading.paper
    if finds is None or paper is None or not finds.document.entities:
        return
    document = finds.document
    document.attributes.pop("issuers", None)
    id = document.entities[0]
    start, end = _header_span(reading, paper)
    reading.say(iri.article(reading.article.id), "textOf", id, start, end, "header of the paper")
    for body in issuers_of(reading, finds):
        if body.entities:
            _issued(reading, finds, id, body)
    for k, (signature, person) in enumerate(finds.signers):
        _signed(reading, finds, id, k, signature, person)
    _adopted(reading, paper, id)
    _sent(reading, paper, id)
    said = len(reading.statements)
    state_grounds(reading, paper, finds)
    reading.statements[said:] = [s for s in reading.statements[said:] if s.span.end <= paper.end]  # an annex speaks of itself
    _decided(reading, paper, finds)
    _as_of(reading)


def _header_span(reading: Reading, paper: Paper) -> tuple[int, int]:
    """From the first line to the end of type and subject."""
    header = paper.header
    cells = [header.motto, header.number, *header.issuers, *header.subject, *filter(None, (header.type_cell, header.date))]
    spans = [place(reading, c) for c in cells]
    return min(s for s, _ in spans), max(e for _, e in spans)


def _issued(reading: Reading, finds: Finds, id: str, body: BodyFound) -> None:
    """By the header's body: the words from its name to the number or back; by the inner body: the words of the signature."""
    document = finds.document
    if body in finds.issuers:
        start, end = min(body.start, document.start), max(body.end, document.end)
        reading.say(id, "issuedBy", body.entities[0], start, end, "issuer in header")
        return
    signature = next((s for k, (s, _) in enumerate(finds.signers) if finds.behalf.get(k) is body), None)
    if signature is None:
        reading.say(id, "issuedBy", body.entities[0], body.start, body.end, "issuer in the opening")
        return
    start, end = reading.normal.place(signature.start, signature.end)
    reading.say(id, "issuedBy", body.entities[0], start, end, "issuer in signature")


def _adopted(reading: Reading, paper: Paper, id: str) -> None:
    """At the plenum or congress that stands under the type line."""
    met = paper.header.met
    event = meeting(" ".join(c.text for c in met), reading.article.published) if met else None
    if event is None:
        return
    _adopt(reading, event)
    start, end = place(reading, met[0])[0], place(reading, met[-1])[1]
    end = min(end, start + len(met[0].text)) if len(met) == 1 else end
    reading.events.append(Found(start, end, "Event", event.cls, event.label, dict(event.attributes), entities=(event.id,)))
    top = place(reading, paper.header.type_cell)[0] if paper.header.type_cell else start
    reading.say(id, "adoptedAt", event.id, top, end, "meeting in header")


def _signed(reading: Reading, finds: Finds, id: str, k: int, signature: Signature, person: PersonFound) -> None:
    if not person.entities:
        return
    start, end = reading.normal.place(signature.start, signature.end)
    who = person.entities[0]
    reading.say(id, "signedBy", who, start, end, "signature")
    behalf = finds.behalf.get(k)
    if behalf is not None:
        reading.say(who, "represents", behalf.entities[0], start, end, "signs on behalf")
    if not _dated(reading):
        return
    for role in signature.roles:
        held = _office(reading, finds, k, role.text)
        if held is None:
            continue
        post = _adopt(reading, held.post)
        at, stop = place(reading, role)
        reading.posts.append(PostFound(at, stop, "Post", "Post", post.label, entities=(post.id,), role=str(post.attributes.get("role", ""))))
        reading.say(who, "holdsPost", post.id, at, end, "post of the signer", status="current")
        if held.body is not None:
            body = _adopt(reading, held.body)
            reading.say(post.id, "postIn", body.id, at, end, "post of the signer")


def _dated(reading: Reading) -> bool:
    """Whether the day on which the signer holds the post is known; a later article's day is not the paper's."""
    day = reading.paper.header.day if reading.paper is not None else ""
    return len(day) == 10 or (reading.given or reading.article).published in ("", day)


def _office(reading: Reading, finds: Finds, k: int, role: str) -> Office | None:
    """The post of a printed role: in the body of the header, else in the one that the signature names."""
    signature = finds.signers[k][0]
    if signature.order is not None and OF_UNIT.fullmatch(role):
        return None  # T/L BỘ TRƯỞNG / PHÓ VỤ TRƯỞNG: of a unit of the body
    alone = len(finds.issuers) == 1
    if not alone and signature.deputy is not None and (told := office(signature.deputy.text, "", "", reading.article.published)):
        return office(role, told.body.label, "", reading.article.published) if told.body else None
    behalf = finds.behalf.get(k)
    body = finds.issuers[0] if alone else behalf
    label, scope = "", ""
    if body is not None and body.entities:
        draft = reading.entities.get(body.entities[0])
        label, scope = draft.label if draft else body.label, scope_of(body.entities[0])
    if behalf is not None and label == CENTRE:
        label = behalf.label
    paper = reading.paper
    title = paper.header.issuers[-1].text if paper is not None and len(finds.issuers) < 2 else ""
    if title.startswith(f"{role} "):  # THỦ TƯỚNG CHÍNH PHỦ issues, THỦ TƯỚNG signs
        role = title
    return office(role, label, scope, reading.article.published)


def _adopt(reading: Reading, draft: Draft) -> Draft:
    return reading.entity(draft.id, draft.type, draft.cls, draft.label, draft.inferred, **draft.attributes)


def _decided(reading: Reading, paper: Paper, finds: Finds) -> None:
    """An act that an article of a decision performs: its issuer decides it, on the paper's day."""
    issuers = issuers_of(reading, finds)
    if paper.header.kind.word != "quyết định" or len(issuers) != 1 or not issuers[0].entities:
        return
    day = paper.header.day if len(paper.header.day) == 10 else ""
    articles = [c for c in paper.cells[paper.header.body :] if _ARTICLE.match(c.text)]
    ends = [*(c.start for c in articles[1:]), *(c.end for c in articles[-1:])]  # items that an article counts up are its own
    for k, s in enumerate(reading.statements):
        if s.predicate == "personnelAct" and any(c.start <= s.span.start and s.span.end <= end for c, end in zip(articles, ends, strict=True)):
            told = {"by": issuers[0].entities[0], **({"date": day} if day else {})}
            reading.statements[k] = replace(s, attributes={**told, **s.attributes})


def _sent(reading: Reading, paper: Paper, id: str) -> None:
    """To each body that an item of the recipients names and nothing else (``Các tỉnh ủy`` are no one body)."""
    for cell in paper.closing.recipients:
        if _KEPT.match(cell.text):
            continue
        start, end = place(reading, cell)
        for body in reading.bodies:
            if isinstance(body, BodyFound) and start <= body.start and body.end <= end and _is_item(reading, body, start, end):
                reading.say(id, "sentTo", body.entities[0], start, body.end, "recipient")


def _is_item(reading: Reading, body: BodyFound, start: int, end: int) -> bool:
    """Whether one body, known beyond the article, is a whole item of the line."""
    before = re.sub(r"\A\s*(?:Nơi nhận|Kính gửi)\s*:?", "", reading.text[start : body.start], flags=re.IGNORECASE)
    after = _ITEM_END.match(reading.text[body.end : end] or "")
    if _PART_OF.search(before):
        return False
    if body.hidden or not body.entities or after is None or not _ITEM_START.search(before):
        return False
    if body.bare and body.head in _OPEN_HEADS or _GENERIC.search(before.rpartition(";")[2].rpartition(",")[2]):
        return False
    return not body.entities[0].endswith(f"/{reading.key}")


def _as_of(reading: Reading) -> None:
    """Where the article came with another day, the posts it tells of are those of the paper's day."""
    given, day = reading.given, reading.article.published
    if given is None or not given.published or len(day) != 10:
        return
    held: Iterator[int] = (k for k, s in enumerate(reading.statements) if s.predicate == "holdsPost")
    for k in held:
        statement = reading.statements[k]
        reading.statements[k] = replace(statement, attributes={**statement.attributes, "asOf": day})
