"""Gives every document find its entities.

Numbers go by series (:mod:`~vankien.extractors.linking.documents.numbers`), resolutions of meetings by the meeting, names by their table;
later short forms and aliases (``gọi tắt là``) take the entity of the paper they stand for. What the article
leaves open stays a thing of this article alone, with the registry's rows it may be as ``candidates``.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.ordinals import to_roman
from vankien.extractors.linking.documents import registry
from vankien.extractors.linking.documents.items import Item, items_of, known_everywhere, owner_label
from vankien.extractors.linking.documents.numbers import link_numbers
from vankien.extractors.linking.events.numbered import identities
from vankien.extractors.reading import Found, Reading
from vankien.ontology import iri

_ALIAS = re.compile(r"gọi\s+(?:tắt\s+)?là\s+\Z", re.IGNORECASE)
_PLATFORM = "Cương lĩnh chính trị của Đảng"
_LONG = 5
"""Syllables from which the name of a strategy identifies it also outside the article."""


def link_documents(reading: Reading) -> None:
    """Fill ``entities`` of the document finds and the drafts of their documents."""
    items = items_of(reading)
    link_numbers(reading, items)
    for item in items:
        if item.data.get("nickname"):  # the registry tells the number, not the article
            item.inferred |= {"letters", "number", "issuerCode", "term"}
    _link_meetings(reading, [i for i in items if "meeting" in i.data])
    _link_names(reading, [i for i in items if "name" in i.data])
    _link_aliases(reading, items)
    for item in items:
        attributes = dict(item.attributes)
        if item.find.attributes.get("loose"):
            attributes["loose"] = True
        reading.entity(item.id, "Document", item.cls, item.label, item.inferred, **attributes)
    for find in reading.documents:
        find.entities = tuple(dict.fromkeys(i.id for i in items if i.find is find))
    for find in reading.documents:
        if not find.entities:
            find.entities = find.attributes["of"].entities


# ---- resolutions of plenums and congresses -----------------------------------------------------------


def _link_meetings(reading: Reading, items: list[Item]) -> None:
    named = [e for e in reading.events if not e.hidden and not e.attributes.get("bare")]
    for find in dict.fromkeys(i.find for i in items):
        mine = [i for i in items if i.find is find]
        met = [m for event in find.attributes.get("events", ()) for m in identities(reading, event, named)]
        for k, item in enumerate(mine):
            identity = met[k] if len(met) == len(mine) else None
            label = f"{item.kind} {identity.label}" if identity else item.find.label
            scope = "" if identity and not identity.id.endswith(f"/{reading.key}") else reading.key
            item.settle(iri.named_document(label, within=scope), label, kind=item.kind, title=item.title)
            if item.data["meeting"] == "plenum":
                _plenum_term(item, identity.term if identity else None)
    plenums = [i for i in items if i.data["meeting"] == "plenum" and i.data["national"]]
    for id in dict.fromkeys(i.id for i in plenums):
        _registered(reading, [i for i in plenums if i.id == id])


def _plenum_term(item: Item, term: int | None) -> None:
    stated = item.data["term"]
    if stated or term:
        item.attributes["term"] = stated or to_roman(term or 0)
        if not stated:
            item.inferred.add("term")


def _registered(reading: Reading, items: list[Item]) -> None:
    """The rows that a plenum's paper may be; loose naming where it adopted papers of other types only."""
    first = items[0]
    term = first.attributes.get("term")
    same, others = registry.of_plenum(first.kind, first.data["ordinal"], term) if term else ([], [])
    titles = [i.title for i in items if i.title]
    told = {row.iri: row for t in titles if (row := registry.by_subject(same, t))}
    for item in items:
        if same:
            item.attributes["candidates"] = sorted(told or {d.iri: d for d in same})
        elif others:
            item.attributes |= {
                "loose": True,
                "candidates": sorted(d.iri for d in others if d.type_word == "Kết luận"),
            }
            item.id = iri.named_document(item.label, within=reading.key)
            item.find.attributes["loose"] = True


# ---- papers by name ------------------------------------------------------------------------------------


def _link_names(reading: Reading, items: list[Item]) -> None:
    _name_platform(items)
    years: dict[str, set[str]] = {}
    revised = {_name(i) for i in items if i.data.get("revised")}
    for item in items:
        years.setdefault(_name(item), set()).update({_year(item)} - {""})
    for item in items:
        known = years[_name(item)]
        if (
            not _year(item) and _name(item) in revised
        ):  # the new wording of a law, which the article does not date
            _settle_name(reading, item, "", " (sửa đổi)")
        else:
            _settle_name(reading, item, _year(item) or (next(iter(known)) if len(known) == 1 else ""))


def _name(item: Item) -> str:
    return str(item.data["name"]).lower()


def _name_platform(items: list[Item]) -> None:
    """``Cương lĩnh`` is the platform that the article names in full, if it names one."""
    platforms = [i for i in items if i.cls_is("Platform")]
    full = {str(i.data["name"]) for i in platforms if len(str(i.data["name"]).split()) > 8}
    for item in platforms:
        if len(full) == 1 and item.data["name"] == _PLATFORM:
            item.data["name"] = next(iter(full))


def _year(item: Item) -> str:
    """The year that belongs to a law's name, or that its number tells."""
    number = str(item.data.get("number") or "")
    return str(item.data.get("year") or (number.split("/")[1] if number.count("/") == 2 else ""))


def _settle_name(reading: Reading, item: Item, year: str, version: str = "") -> None:
    owner = item.data.get("owner") or (
        item.issuers[0] if item.issuers and item.cls_is("StudyTheme") else None
    )
    label, scope = str(item.data["name"]), ""
    if owner is not None:
        label = _owned(reading, label, owner, item.find)
        scope = "" if known_everywhere(owner) else reading.key
    elif version or not _known_by_name(item):
        label, scope = label + version, reading.key
    if year and year not in label:
        label = f"{label} {year}"
    number = str(item.data.get("number") or "").split("/")[0]
    item.settle(
        iri.named_document(label, within=scope), label, kind=item.kind, title=item.title,
        date=item.date or (year if _year(item) else ""), number=number,
    )  # fmt: skip


def _known_by_name(item: Item) -> bool:
    """Whether a name alone tells the paper from all others: a law, a listed name, a long strategy's."""
    if item.data.get("listed") or item.cls_is(
        "Law", "Ordinance", "Constitution", "Statute", "Testament", "Platform"
    ):
        return True
    return item.cls_is("Strategy") and len(_name(item).split()) >= _LONG


def _owned(reading: Reading, name: str, owner: Found, find: Found) -> str:
    """A name with its owner's full name: ``Quy chế làm việc của Tỉnh ủy Bình Định``."""
    full = owner_label(reading, owner)
    if owner.label in name:
        return name.replace(owner.label, full)
    return f"{name} của {full}" if find.cls == "StudyTheme" else f"{name} {full}"


def _link_aliases(reading: Reading, items: list[Item]) -> None:
    """``(sau đây gọi tắt là Nghị quyết 35)``: another name of the paper before it, here and later."""
    for item in items:
        if (
            not item.number
            or item.code
            or not _ALIAS.search(reading.text, max(0, item.find.start - 24), item.find.start)
        ):
            continue
        begin = reading.sentence_at(item.find.start)[0]
        named = [i for i in items if begin <= i.find.start < item.find.start and i.kind == item.kind]
        if not named:
            continue
        meant = named[-1]
        for other in items:
            if other.number == item.number and not other.code and other.letters == item.letters:
                other.settle(meant.id, meant.label, meant.cls)
