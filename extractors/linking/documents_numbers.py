"""Which document a number means: series by series, with the evidence the article gives (domain notes 1.5).

A number is unique only within its series: type letters, issuer code and the issuer's term (for State papers the
year). The order of evidence: exact date; stated term; subject phrase; a document that the registry says an outer one
continues; issuer; what else the article says of the same number. Without any, a single confirmed candidate of the
term at publication or the one before is taken; otherwise the document stays the article's own, with candidates.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from vankien.extractors.grammar.documents import number_label
from vankien.extractors.grammar.documents_types import issuer_codes, types
from vankien.extractors.linking import documents_registry as registry
from vankien.extractors.linking.documents_items import Item, committee_of, known_everywhere, owner_label
from vankien.extractors.linking.documents_registry import KnownDocument
from vankien.extractors.reading import Found, Reading
from vankien.ontology import iri

_CENTRAL = frozenset({"Politburo", "Secretariat", "CentralCommittee"})
_STATE_CODES = {"Nghị định": "CP"}
"""Type words of State papers that one body alone issues."""


def link_numbers(reading: Reading, items: list[Item]) -> None:
    """Give every numbered item its entity."""
    numbered = [i for i in items if i.number and "name" not in i.data]
    for _, same in groupby(sorted(numbered, key=_number), key=_number):
        group = sorted(same, key=lambda i: i.find.start)
        for series, members in _series(reading, group).items():
            if series == "TW":
                _link_central(reading, members, items)
            elif any(_is_state(i) for i in members):
                _link_state(reading, members)
            else:
                _link_local(reading, members, series)


def _number(item: Item) -> tuple[str, str]:
    return item.letters[:2], item.number


def _is_state(item: Item) -> bool:
    if item.data.get("state") is not None:
        return bool(item.data["state"])
    return item.type.of_state


def _series(reading: Reading, group: list[Item]) -> dict[str, list[Item]]:
    """Items of one number by series; a bare number joins the series its issuer fits, else the nearest before it."""
    named: list[tuple[Item, str]] = [(i, s) for i in group if (s := _own_series(reading, i))]
    out: dict[str, list[Item]] = {}
    for item in group:
        own = _own_series(reading, item)
        fuller = [(o, s) for o, s in named if s.startswith(f"{own} ") or not own]  # the same code with its owner
        if fuller:
            earlier = [s for other, s in fuller if other.find.start < item.find.start]
            own = earlier[-1] if earlier else fuller[0][1]
        out.setdefault(own or ("TW" if registry.candidates(item) else "?"), []).append(item)
    return out


def _own_series(reading: Reading, item: Item) -> str:
    """The series that an item's own words tell: code (with its owner where several have that code), or its issuer."""
    issuer = item.issuers[0] if item.issuers else None
    if item.code:
        known = issuer_codes().get(_plain(item.code))
        return item.code if known is None or known.unique or issuer is None else f"{item.code} {_owner(reading, item)}"
    if issuer is None:
        return _STATE_CODES.get(item.kind, "")
    if issuer.cls in _CENTRAL:
        return "TW"
    return next((c.code for c in issuer_codes().values() if c.body == owner_label(reading, issuer)), _owner(reading, item))


def _plain(code: str) -> str:
    return code.split("-")[0].rstrip("0123456789")


def _owner(reading: Reading, item: Item) -> str:
    return committee_of(owner_label(reading, item.issuers[0])) if item.issuers else ""


# ---- papers of the Central Committee, Politburo and Secretariat ------------------------------------


def _link_central(reading: Reading, group: list[Item], everything: list[Item]) -> None:
    """Each item by its own evidence; the rest by the nearest of the group that it does not contradict."""
    choices: dict[Item, KnownDocument | str | None] = {i: _own_evidence(reading, i, everything) for i in group}
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
            _settle_known(item, choice)
        elif choice:
            _settle_term(item, choice)
        else:
            _settle_open(reading, item)


def _own_evidence(reading: Reading, item: Item, everything: Iterable[Item]) -> KnownDocument | str | None:
    """The document that the words around one mention tell, or the term alone where the registry has no such row."""
    known = registry.candidates(item)
    if item.date:
        by_date = [d for d in known if registry.same_day(d.date, item.date)]
        if len(by_date) == 1:
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
        if len(fitting) == 1 and others and registry.recent(fitting[0], reading):
            return fitting[0]
    return None


def _agrees(item: Item, choice: KnownDocument | str | None) -> bool:
    """Whether the title of a mention allows a choice made for another mention of the number."""
    return not isinstance(choice, KnownDocument) or not registry.contradicts(choice, item.title)


def _settle_known(item: Item, known: KnownDocument) -> None:
    stated = {"letters": item.data.get("letters"), "issuerCode": item.code, "term": item.term, "date": item.date, "title": item.title}
    added = {
        "letters": known.letters, "issuerCode": known.issuer_code, "term": known.term, "date": known.date,
        "title": known.subject,
    }  # fmt: skip
    inferred = {name for name, value in stated.items() if not value and added[name]}
    row = types().get(known.type_word.lower())
    label = number_label(known.type_word, {"number": known.number, "letters": known.letters, "issuerCode": known.issuer_code})
    item.settle(
        iri.document(known.letters, known.number, known.issuer_code, known.term), label, row.party if row else "",
        inferred, kind=item.kind, number=item.data["number"], **{n: stated[n] or added[n] for n in stated},
    )  # fmt: skip


def _settle_term(item: Item, term: str) -> None:
    letters, code = item.letters, item.code or "TW"
    inferred = {n for n, v in (("letters", item.data.get("letters")), ("issuerCode", item.code), ("term", item.term)) if not v}
    label = number_label(item.kind, {"number": item.data["number"], "letters": letters, "issuerCode": code})
    item.settle(
        iri.document(letters, item.number, code, term), label, inferred=inferred, kind=item.kind, letters=letters,
        number=item.data["number"], issuerCode=code, term=term, date=item.date, title=item.title,
    )  # fmt: skip


def _settle_open(reading: Reading, item: Item) -> None:
    """The article's own document, with the rows it may be."""
    known = registry.candidates(item) if not item.code or item.code == "TW" else []
    rows = [d for d in known if not registry.contradicts(d, item.title)]
    name = item.find.label if len(item.find.attributes["items"]) == 1 else number_label(item.kind, item.data)
    label = number_label(item.kind, {**item.data, "letters": item.letters, "issuerCode": item.code or ("TW" if rows else "")})
    item.settle(
        iri.named_document(label if rows or item.code else name, within=reading.key), name, kind=item.kind,
        letters=item.data.get("letters"), number=item.data["number"], issuerCode=item.code, term=item.term,
        date=item.date, title=item.title,
        candidates=sorted(iri.document(d.letters, d.number, d.issuer_code, d.term) for d in rows),
    )  # fmt: skip


# ---- papers of the State: the series restart each year ---------------------------------------------


def _link_state(reading: Reading, group: list[Item]) -> None:
    """One number of one State series; the year comes from the number, the date, or another mention."""
    years = {y for i in group if (y := _year(i))}
    for item in group:
        year = _year(item) or (years.copy().pop() if len(years) == 1 else "")
        code = item.code or next((i.code for i in group if i.code), "") or _STATE_CODES.get(item.kind, "")
        inferred = {"issuerCode"} if code and not item.code else set()
        letters = item.data.get("letters", "") if item.code else item.letters
        label = number_label(item.kind, {**item.data, "issuerCode": code, "letters": letters, "state": True})
        id = _state_id(reading, item, group, code, year) or iri.named_document(label, within=reading.key)
        item.settle(
            id, label, inferred=inferred, kind=item.kind, letters=item.data.get("letters"), number=item.data["number"],
            issuerCode=code, date=item.date, title=item.title, year=year,
        )  # fmt: skip


def _year(item: Item) -> str:
    year = item.data.get("year") or item.date[:4]
    return str(year) if str(year).isdigit() else ""


def _state_id(reading: Reading, item: Item, group: list[Item], code: str, year: str) -> str:
    """The IRI of a State paper that year and issuer tell from all others, or empty."""
    if not code or not year:
        return ""
    letters = "QH" if code.startswith("QH") else item.letters
    known = issuer_codes().get(_plain(code))
    if (known and known.unique) or (known is None and item.data.get("year")):
        return iri.state_document(letters, item.number, code, year)
    owner = next((i.issuers[0] for i in group if i.issuers), None)
    if owner is None or not known_everywhere(owner):
        return ""
    return iri.state_document(letters, item.number, f"{code}-{iri.slug(owner_label(reading, owner))}", year)


# ---- papers of other Party bodies -------------------------------------------------------------------


def _link_local(reading: Reading, group: list[Item], series: str) -> None:
    """A local committee's or an agency's paper: global where owner and term (or date) are known."""
    owner = next((i.issuers[0] for i in group if i.issuers), None)
    date, term = (next((v for i in group if (v := getattr(i, name))), "") for name in ("date", "term"))
    for item in group:
        code = item.code or next((i.code for i in group if i.code), "")
        label = number_label(item.kind, {**item.data, "issuerCode": code, "letters": item.letters})
        known = issuer_codes().get(_plain(code)) if code else None
        if known is not None and known.unique:
            term_known = item.term or registry.term_of(item.date) or registry.term_of(date)
            row = next((d for d in registry.candidates(item) if d.term == term_known), None)
            if row is not None:
                _settle_known(item, row)
                continue
            id = iri.document(item.letters, item.number, code, term_known) if term_known else ""
        else:
            id = _local_id(reading, item, owner, code, term or date[:4])
        name = item.find.label if len(item.find.attributes["items"]) == 1 else label
        within = label if owner is None else f"{label} {_owner(reading, next(i for i in group if i.issuers))}"
        item.settle(
            id or iri.named_document(within, within=reading.key), label if code else name, kind=item.kind,
            letters=item.data.get("letters"), number=item.data["number"], issuerCode=code, term=item.term,
            date=item.date, title=item.title, inferred={"issuerCode"} if code and not item.code else set(),
        )  # fmt: skip


def _local_id(reading: Reading, item: Item, owner: Found | None, code: str, period: str) -> str:
    if owner is None or not known_everywhere(owner) or not period.isalnum():
        return ""
    name = iri.slug(committee_of(owner_label(reading, owner)))
    return iri.document(item.letters, item.number, f"{code}-{name}" if code else name, period)
