"""What an article says of documents: who issued, adopted and carries them out, how they bear on each other.

A fact known only from the registry (the issuer of 05-CT/TW where the article names none) has mode
``inferred``; the press's inexact naming (a plenum's ``nghị quyết`` that is a kết luận) has mode ``loose``.
"""

from __future__ import annotations

from functools import cache

from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.documents.carried import state_carried
from vankien.extractors.statements.documents.carriers import state_carriers
from vankien.extractors.statements.documents.clauses import state_clauses
from vankien.extractors.statements.documents.held import state_held
from vankien.extractors.statements.documents.relations import state_relations
from vankien.ontology import iri, known
from vankien.ontology.known_documents import documents as registered
from vankien.ontology.nouns import Mode


def state_documents(reading: Reading) -> None:
    """Add the statements whose subject or object is a document, save those about events."""
    for document in reading.documents:
        _issued(reading, document)
        _issued_by_centre(reading, document)
        _adopted(reading, document)
    state_relations(reading)
    state_clauses(reading)
    state_carried(reading)
    state_carriers(reading)
    state_held(reading)
    _issued_by_registry(reading)


def _issued(reading: Reading, document: Found) -> None:
    known_of = document.attributes
    for issuer in known_of.get("issuers", ()):
        start = min(document.start, known_of.get("issued_start", document.start))
        for id in document.entities:
            for body in issuer.entities[:1]:
                if body not in reading.entities:  # Thủ tướng: an office stands for its body
                    reading.entity(body, "Body", issuer.cls, issuer.label)
                reading.say(
                    id,
                    "issuedBy",
                    body,
                    start,
                    max(known_of.get("issuer_end", 0), document.end),
                    "issuer-of-document",
                )


def _adopted(reading: Reading, document: Found) -> None:
    """Each coordinated document is adopted at its own meeting, where there are as many of both."""
    met = [e for event in document.attributes.get("events", ()) for e in event.entities]
    if not met or len(met) not in (1, len(document.entities)):
        return
    mode: Mode = "loose" if document.attributes.get("loose") else "stated"
    end = max(document.end, document.attributes.get("adopted_end", 0))
    for k, id in enumerate(document.entities):
        reading.say(
            id, "adoptedAt", met[k] if len(met) > 1 else met[0], document.start, end, "meeting-in-name", mode
        )


_CENTRE = "Ban Chấp hành Trung ương Đảng"


def _issued_by_centre(reading: Reading, document: Found) -> None:
    """``Nghị quyết 18 của Trung ương``: the Central Committee's, where the registry says that it issued the paper.

    The press calls papers of the Politburo the centre's too (domain notes 4.3): of those nothing is said.
    """
    if document.attributes.get("centre"):
        for id in document.entities:
            label, cls = _issuers().get(id, ("", ""))
            if label == _CENTRE:
                body = reading.entity(iri.body(label), "Body", cls, label)
                end = max(document.end, document.attributes["tail_end"])
                reading.say(id, "issuedBy", body.id, document.start, end, "issued-by-centre")


@cache
def _issuers() -> dict[str, tuple[str, str]]:
    """(label, class) of the registered issuer of each registered document."""
    classes = {b.name: b.cls for b in known.bodies()}
    return {d.iri: (d.issuer, classes.get(d.issuer, "Body")) for d in registered() if d.issuer}


def _issued_by_registry(reading: Reading) -> None:
    """The issuer that the registry knows, for documents whose issuer the article leaves out."""
    said = {s.subject for s in reading.statements if s.predicate == "issuedBy"}
    for document in reading.documents:
        for id in document.entities:
            label, cls = _issuers().get(id, ("", ""))
            if label and id not in said:
                body = reading.entity(iri.body(label), "Body", cls, label)
                reading.say(
                    id, "issuedBy", body.id, document.start, document.end, "issuer-in-registry", "inferred"
                )
                said.add(id)
