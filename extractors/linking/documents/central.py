"""Papers of the Central Committee, the Politburo and the Secretariat: one ``/TW`` series a term.

Order of evidence (domain notes 1.5): exact date; stated term; subject phrase; a document that the registry
says an outer one continues; issuer; what else the article says of the same number; words around it. Without
any, a single confirmed row of the term at publication or the one before is taken; otherwise the document
stays the article's own, with candidates.
"""

from __future__ import annotations

from collections.abc import Iterable

from vankien.extractors.grammar.documents.find import number_label
from vankien.extractors.grammar.documents.types import types
from vankien.extractors.linking.documents import registry
from vankien.extractors.linking.documents.items import Item, owner_label
from vankien.extractors.linking.documents.registry import KnownDocument
from vankien.extractors.reading import Reading
from vankien.ontology import iri

Choice = KnownDocument | str | None
"""A registered document, a term alone, or nothing."""


def link_central(reading: Reading, group: list[Item], everything: list[Item]) -> None:
    """Each item by its own evidence; the rest by the nearest of the group that it does not contradict."""
    choices: dict[Item, Choice] = {i: _own_evidence(reading, i, everything) for i in group}
    settled = [i for i in group if choices[i] is not None]
    for item in group:
        if choices[item] is None and settled:
            near = [i for i in settled if i.find.start < item.find.start][::-1] or settled
            choices[item] = next((choices[i] for i in near if _agrees(item, choices[i])), None)
    left = [i for i in group if choices[i] is None]
    fallback = registry.by_context(reading, left) or registry.in_force(reading, left) if left else None
    for item in group:
        choice = choices[item] or (fallback if _agrees(item, fallback) else None)
        if isinstance(choice, KnownDocument):
            settle_known(item, choice)
        elif choice:
            _settle_term(item, choice)
        else:
            _settle_open(reading, item)


def _own_evidence(reading: Reading, item: Item, everything: Iterable[Item]) -> Choice:
    """What the words around one mention tell: a registered document, or a term that has no such row."""
    known = registry.candidates(item)
    if day := item.date or item.near_date:
        by_date = [d for d in known if registry.same_day(d.date, day)]
        if len(by_date) == 1 and (item.date or len(day) == 10):
            return by_date[0]
    term = item.term or registry.term_of(item.date)
    if term:
        return next((d for d in known if d.term == term), term)
    if item.title and (by_title := registry.by_subject(known, item.title)):
        return by_title
    if outer := registry.continued(item, known, everything):
        return outer
    if item.issuers and len(known) > 1:
        issuer = owner_label(reading, item.issuers[0])
        fitting = [d for d in known if d.issuer == issuer and registry.before(d, reading.published)]
        others = [d for d in known if d.issuer != issuer]
        if len(fitting) == 1 and others and fitting[0].confirmed and registry.recent(fitting[0], reading):
            return fitting[0]
    return None


def _agrees(item: Item, choice: Choice) -> bool:
    """Whether title and letters of a mention allow a choice made for another mention of the number."""
    if not isinstance(choice, KnownDocument):
        return True
    letters = item.data.get("letters", choice.letters)
    if letters != choice.letters and item.kind != choice.type_word:  # Quyết định 08-QĐ is not Quy định 08-QĐi
        return False
    return not registry.contradicts(choice, item.title)


def settle_known(item: Item, known: KnownDocument) -> None:
    """Give an item a registered document; what the article leaves out is marked as inferred."""
    stated = {
        "letters": item.data.get("letters"), "issuerCode": item.code, "term": item.term, "date": item.date,
        "title": item.title,
    }  # fmt: skip
    added = {
        "letters": known.letters, "issuerCode": known.issuer_code, "term": known.term, "date": known.date,
        "title": known.subject,
    }  # fmt: skip
    inferred = {name for name, value in stated.items() if not value and added[name]}
    row = types().get(known.type_word.lower())
    label = number_label(
        known.type_word, {"number": known.number, "letters": known.letters, "issuerCode": known.issuer_code}
    )
    item.settle(
        known.iri, label, row.party if row else "", inferred, kind=item.kind, number=item.data["number"],
        **{n: stated[n] or added[n] for n in stated},
    )  # fmt: skip


def _settle_term(item: Item, term: str) -> None:
    """A document of a known term that the registry does not know."""
    letters, code = item.letters, item.code or "TW"
    stated = {"letters": item.data.get("letters"), "issuerCode": item.code, "term": item.term}
    inferred = {name for name, value in stated.items() if not value}
    label = number_label(item.kind, {"number": item.data["number"], "letters": letters, "issuerCode": code})
    item.settle(
        iri.document(letters, item.number, code, term), label, inferred=inferred, kind=item.kind,
        letters=letters, number=item.data["number"], issuerCode=code, term=term, date=item.date,
        title=item.title,
    )  # fmt: skip


def _settle_open(reading: Reading, item: Item) -> None:
    """The article's own document, with the rows it may be."""
    known = registry.candidates(item) if not item.code or item.code == "TW" else []
    rows = [d for d in known if not registry.contradicts(d, item.title)]
    name = item.find.label if len(item.find.attributes["items"]) == 1 else number_label(item.kind, item.data)
    label = number_label(
        item.kind,
        {**item.data, "number": item.number.zfill(2), "letters": item.letters,
         "issuerCode": item.code or ("TW" if rows else "")},
    )  # fmt: skip
    item.settle(
        iri.named_document(label if rows or item.code else name, within=reading.key), name, kind=item.kind,
        letters=item.data.get("letters"), number=item.data["number"], issuerCode=item.code, term=item.term,
        date=item.date, title=item.title,
        candidates=sorted(d.iri for d in rows),
    )  # fmt: skip
