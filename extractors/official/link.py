"""Which body an official text is issued by: the header's, or the inner one in whose name it is signed.

A standing board signs in its own name and numbers in its committee's series; the Politburo and the Secretariat issue
under the header of the Central Committee (domain notes 1.5, 4.2). So ``T/M BAN THƯỜNG VỤ`` under ``TỈNH ỦY X`` is a
paper of the Standing Board, and a paper under the Central Committee's header that tells no more has no issuer here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vankien.extractors.grammar.shapes import BodyFound
from vankien.extractors.official.cells import Cell
from vankien.extractors.official.finds import Finds, of_paper, place
from vankien.extractors.official.names import whole
from vankien.extractors.reading import Reading
from vankien.ontology import iri

CENTRE = "Ban Chấp hành Trung ương Đảng"
_OF_CENTRE = frozenset({"Bộ Chính trị", "Ban Bí thư", CENTRE})
_INNER = {
    "ban thường vụ": ("Ban Thường vụ", "StandingBoard"), "btv": ("Ban Thường vụ", "StandingBoard"),
    "thường vụ": ("Ban Thường vụ", "StandingBoard"), "thường trực": ("Thường trực", "StandingGroup"),
    "ban thường trực": ("Ban Thường trực", "FrontOrganisation"),
}  # fmt: skip
"""Inner bodies that sign in their own name, under the header of the body they belong to."""

_INNER_WORDS = re.compile(r"(?P<inner>ban\s+thường\s+vụ|btv|ban\s+thường\s+trực|thường\s+trực|thường\s+vụ)\b", re.IGNORECASE)
_DECIDES = re.compile(r"\s*(?:RA\s+)?(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|BAN HÀNH|KẾT LUẬN)\s*:?\s*\Z")
_ISSUES = re.compile(
    r"(?:\A|[.;,]\s+)(?P<body>Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương(?: Đảng)?|Ban Thường vụ (?:Tỉnh ủy|"
    r"Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy))"
    r"(?: khóa [IVX]+)?\s+(?:quy định|ban hành|quyết định|yêu cầu|kết luận|quyết nghị|hướng dẫn|xây dựng)\b",
    re.IGNORECASE,
)
_FIRST = 12
"""Cells at the beginning of the text in which the body that issues is named."""

_MEETS = re.compile(r"(?:đoàn\s+(?:chủ\s+tịch|thư\s+ký)|chủ\s+tịch\s+đoàn|đại\s+hội|hội\s+nghị)\b", re.IGNORECASE)
"""Those who preside over a meeting sign in their own name."""

_COUNCIL = frozenset({"PeoplesCouncil"})


def link_paper(reading: Reading) -> None:
    """Settle the bodies of the signatures, and give the document its issuers for its own linking."""
    finds = of_paper(reading)
    if finds is None:
        return
    for k, (signature, _) in enumerate(finds.signers):
        if signature.behalf is not None and (body := _behalf(reading, finds, signature.behalf)) is not None:
            finds.behalf[k] = body
    finds.told = list(_told(reading, finds))
    reading.bodies = sorted([*reading.bodies, *finds.behalf.values()], key=lambda b: (b.start, -b.end))
    header = [b for b in finds.issuers if _label(reading, b) != CENTRE]
    if series := header or issuers_of(reading, finds):  # the inner body numbers in the series of the header's
        finds.document.attributes["issuers"] = series


def _told(reading: Reading, finds: Finds) -> Iterator[BodyFound]:
    """The bodies that the type line, the authority's line or the first sentences of the text name as the one that issues."""
    paper = reading.paper
    if paper is None:
        return
    header = paper.header
    cells = [replace(header.subject[0] if header.subject else header.number, text=header.of_body)] if header.of_body else []
    cells += [replace(c, text=_DECIDES.sub("", c.text)) for c in header.authority[:1]]
    for cell in paper.cells[header.body : header.body + _FIRST]:
        if match := _ISSUES.search(cell.text):
            cells.append(replace(cell, text=match["body"]))
    for cell in cells:
        if cell.text and (body := _behalf(reading, finds, cell)) is not None:
            yield body


def issuers_of(reading: Reading, finds: Finds) -> list[BodyFound]:
    """The bodies that issue the paper, as finds in header or signature; empty where that stays open."""
    header = finds.issuers
    signing = list(dict.fromkeys(finds.behalf.values()))
    if len(header) > 1:
        return header
    if not header:
        return signing[:1]
    label = _label(reading, header[0])
    if label == CENTRE:
        central = [b for b in (*signing, *finds.told) if _label(reading, b) in _OF_CENTRE]
        return header if central and _label(reading, central[0]) == CENTRE else central[:1]
    inner = [b for b in (*signing, *finds.told) if b.attributes.get("inner")]
    return inner[:1] or header


def _label(reading: Reading, body: BodyFound) -> str:
    return reading.entities[body.entities[0]].label if body.entities and body.entities[0] in reading.entities else body.label


def _behalf(reading: Reading, finds: Finds, cell: Cell) -> BodyFound | None:
    """The body in whose name one signs: an inner body of the issuer, the issuer itself, or one named in full."""
    start, end = place(reading, cell)
    if _MEETS.match(cell.text):
        return None  # of a congress or a conference, no body
    words = " ".join(w if w.isupper() and w in ("UBND", "HĐND", "MTTQ") else w.capitalize() for w in cell.text.strip(" .,:").split())
    body = whole(words)
    owner = finds.issuers[0] if len(finds.issuers) == 1 else next((b for b in finds.issuers if _same(b, words)), None)
    if body is not None and body.known:
        meant = iri.body(body.known)
        reading.entity(meant, "Body", body.cls, body.known)
        return _found(start, end, body.cls, body.known, meant)
    if owner is None or not owner.entities:
        return None
    label, scope = _label(reading, owner), scope_of(owner.entities[0])
    inner = _INNER_WORDS.match(words)
    if inner and owner.cls not in _COUNCIL:
        head, cls = _INNER[" ".join(inner["inner"].lower().split())]
        if owner.cls not in ("PartyCommittee", "PartyOrganisation") and cls == "StandingBoard":
            cls = "MassOrganisation" if owner.cls == "MassOrganisation" else cls
        name = label if label.startswith(head) else f"{head} {label}"
        meant = iri.body(name, scope)
        reading.entity(meant, "Body", cls, name)
        found = _found(start, end, cls, name, meant)
        found.attributes["inner"] = name != label
        return found
    if _same(owner, words) or body is None or body.bare or iri.slug(label).startswith(iri.slug(words)):
        return _found(start, end, owner.cls, label, owner.entities[0])
    return None


def _same(body: BodyFound, words: str) -> bool:
    return iri.slug(words) == iri.slug(body.label)


def _found(start: int, end: int, cls: str, label: str, meant: str) -> BodyFound:
    return BodyFound(start, end, "Body", cls, label, entities=(meant,), head=label, frame="known", known=label)


def scope_of(body: str) -> str:
    """The part of a body's IRI behind its name: the province or the article that tells it from others."""
    return body.removeprefix(f"{iri.BASE}body/").partition("/")[2]
