"""Puts what the header and the end of an official text name among the finds, in place of what the grammar saw there.

The grammar reads running text: in a header it takes the type line for a named paper, and the motto for a body. The
paper itself becomes a document find like those of the press, so that the linkers give it the identity that a citation
of it has. What a paper says of itself (``Nghị quyết này``) stands for it, whatever paper was named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from vankien.extractors.grammar.bodies.find import find_bodies
from vankien.extractors.grammar.documents.find import find_documents
from vankien.extractors.grammar.documents.types import anchors
from vankien.extractors.grammar.posts.find import find_posts
from vankien.extractors.grammar.shapes import BodyFound, PersonFound
from vankien.extractors.official.cells import Cell
from vankien.extractors.official.clauses import part_issuers
from vankien.extractors.official.names import Named, issuing
from vankien.extractors.official.paper import Paper
from vankien.extractors.official.signatures import Signature
from vankien.extractors.reading import Found, Reading, begin
from vankien.ontology.nouns import Article

_THIS = re.compile(r"\s+này(?!\w)", re.IGNORECASE)
_LAWS = frozenset({"luật", "bộ luật", "pháp lệnh"})


@dataclass(slots=True)
class Finds:
    """The finds of a paper itself: the document, who issues it, and those who sign (``signers``) in whose name (``behalf``)."""

    document: Found
    issuers: list[BodyFound] = field(default_factory=list)
    signers: list[tuple[Signature, PersonFound]] = field(default_factory=list)
    behalf: dict[int, BodyFound] = field(default_factory=dict)
    """In whose name the signer of this index signs."""
    told: list[BodyFound] = field(default_factory=list)
    """Bodies that the type line, the authority's line or the preamble name as the one that issues."""


def find_paper(reading: Reading) -> None:
    """Add the finds of an issued paper, and take away those that the grammar made of its header and signatures."""
    paper = reading.paper
    if paper is None:
        return
    _clear(reading, paper)
    issuers, above = issuing(paper.header.issuers)
    bodies = [_placed(reading, n) for n in (*above, *issuers)]
    reading.bodies = sorted([*reading.bodies, *bodies], key=lambda b: (b.start, -b.end))
    part_issuers(reading, paper)
    if not paper.issued:
        return
    document = _document(reading, paper)
    if document is None:
        return
    finds = Finds(document, bodies[len(above) :])
    _signers(reading, paper, finds)
    reading.memo["official"] = finds
    reading.documents = sorted([*_but_this(reading, document), document, *_selves(reading, paper, document)], key=lambda d: (d.start, -d.end))


def of_paper(reading: Reading) -> Finds | None:
    """The finds of the paper that the article is; None for other articles."""
    finds: Finds | None = reading.memo.get("official")
    return finds


def _clear(reading: Reading, paper: Paper) -> None:
    """Take away finds that overlap a cell of header or signature."""
    header = paper.header
    top = [header.motto, header.number, header.date, header.type_cell, *header.issuers]
    spans = [place(reading, c) for c in paper.cells[: header.body] if c in top or c.kind == "motto"]
    for signature in paper.closing.signatures:
        spans += [place(reading, c) for c in (signature.name, signature.behalf, signature.order, signature.deputy, *signature.roles) if c]
    if header.met:
        met = place(reading, header.met[0])[0], place(reading, header.met[-1])[1]
        reading.events = [e for e in reading.events if not (e.start < met[1] and met[0] < e.end)]
    groups: Iterable[str] = ("bodies", "posts", "persons", "documents", "events")
    for name in groups:
        setattr(reading, name, [f for f in getattr(reading, name) if not any(f.start < e and s < f.end for s, e in spans)])


def place(reading: Reading, cell: Cell) -> tuple[int, int]:
    """The span of a cell in the normal text."""
    return reading.normal.place(cell.start, cell.end)


def _placed(reading: Reading, named: Named) -> BodyFound:
    """A body read from a header's lines, at their place."""
    start, end = place(reading, named.cells[0])[0], place(reading, named.cells[-1])[1]
    node: BodyFound | None = named.body
    while node is not None:
        node.start, node.end = start, end
        node = node.owner
    return named.body


def _document(reading: Reading, paper: Paper) -> Found | None:
    """The paper as a document find at its number, read as a citation of it would be."""
    header = paper.header
    start, end = place(reading, header.number)
    cited = _cited(paper) if header.numbered else None
    if header.numbered and cited is None:
        return None
    if cited is None:
        label = paper.label
        attributes = {"kind": header.kind.kind, "items": [{"name": label}], "type": header.kind}
        cited = Found(0, 0, "Document", header.kind.cls(header.kind.of_state), label, attributes)
    cited.start, cited.end = start, end
    cited.attributes |= {"date": header.day, "title": header.title, "tail_end": end, "official": True}
    for name in [n for n in ("issuers", "title_span", "events", "after") if n in cited.attributes]:
        del cited.attributes[name]
    if header.subject:
        cited.attributes["title_span"] = _title_span(reading, paper)
    cited.parts = []
    return cited


def _title_span(reading: Reading, paper: Paper) -> tuple[int, int]:
    """Where the title stands, without the words that open the subject."""
    left, subject = paper.header.title_start, paper.header.subject
    for cell in subject:
        if left < len(cell.text):
            return place(reading, cell)[0] + left, place(reading, subject[-1])[1]
        left -= len(cell.text) + 1
    return place(reading, subject[-1])


def _cited(paper: Paper) -> Found | None:
    """The find that the grammar makes of a citation of the paper: type, name of a law, number."""
    header = paper.header
    name = header.kind.kind
    if header.kind.word in _LAWS and header.title:
        name = f"{name} {header.title.lower() if header.title.isupper() else header.title}"
        name = name[: len(header.kind.kind) + 1] + name[len(header.kind.kind) + 1 :].capitalize() if header.title.isupper() else name
    for words in (name, header.kind.kind):
        reading = begin(Article("", f"{words} số {header.printed}"))
        for step in (find_bodies, find_posts, find_documents):
            step(reading)
        found = [d for d in reading.documents if d.start == 0 and not d.hidden]
        if found:
            return found[0]
    return None


def _selves(reading: Reading, paper: Paper, document: Found) -> list[Found]:
    """The other places where the paper names itself: its type line, and ``Nghị quyết này``."""
    known, end = document.attributes, place(reading, paper.cells[-1])[1]
    spans = [place(reading, paper.header.type_cell)] if paper.header.type_cell else []
    spans += [
        (a.start, match.end())
        for a in anchors(reading.text)
        if a.type.kind == known["kind"] and a.start < end and (match := _THIS.match(reading.text, a.end))
    ]
    attributes = {"kind": known["kind"], "of": document, "items": [], "type": known["type"], "itself": True}
    return [Found(s, e, "Document", document.cls, document.label, dict(attributes)) for s, e in spans]


def _but_this(reading: Reading, document: Found) -> list[Found]:
    """The documents found but those the grammar takes for an earlier one where the paper means itself."""
    kind = document.attributes["kind"]
    return [d for d in reading.documents if not (d.attributes.get("of") and d.attributes["kind"] == kind and _says_this(reading, d))]


def _says_this(reading: Reading, document: Found) -> bool:
    return reading.text[document.start : document.end].lower().endswith("này")


def _signers(reading: Reading, paper: Paper, finds: Finds) -> None:
    """Who signs, as persons at the place of their names."""
    for signature in paper.closing.signatures:
        start, end = place(reading, signature.name)
        name = " ".join(w.capitalize() if w.isupper() else w for w in signature.name.text.split())
        person = PersonFound(start, end, "Person", "Person", name, title="post", trusted=True)
        finds.signers.append((signature, person))
    reading.persons = sorted([*reading.persons, *(p for _, p in finds.signers)], key=lambda p: p.start)
