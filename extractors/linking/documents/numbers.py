"""Which document a number means: items of one number go by series (domain notes 1.5).

A number is unique only within its series: type letters, issuer code and the issuer's term, for State papers
the year. ``68-NQ/TW`` and ``68/NQ-CP`` are two, and a bare ``Nghị quyết 68`` joins the one its issuer fits.
"""

from __future__ import annotations

from itertools import groupby

from vankien.extractors.grammar.documents.types import issuer_codes
from vankien.extractors.linking.documents import registry
from vankien.extractors.linking.documents.central import link_central
from vankien.extractors.linking.documents.items import (
    STATE_CODES,
    Item,
    owner_label,
    plain_code,
    series_owner,
)
from vankien.extractors.linking.documents.local import link_local, link_state
from vankien.extractors.reading import Reading

_CENTRAL = frozenset({"Politburo", "Secretariat", "CentralCommittee"})


def link_numbers(reading: Reading, items: list[Item]) -> None:
    """Give every numbered item its entity."""
    numbered = [i for i in items if i.number and "name" not in i.data]
    for _, same in groupby(sorted(numbered, key=_number), key=_number):
        group = sorted(same, key=lambda i: i.find.start)
        for series, members in _series(reading, group).items():
            if series == "TW":
                link_central(reading, members, items)
            elif any(_is_state(i) for i in members):
                link_state(reading, members)
            else:
                link_local(reading, members)


def _number(item: Item) -> tuple[str, str]:
    return item.letters[:2], item.number


def _is_state(item: Item) -> bool:
    if item.data.get("state") is not None:
        return bool(item.data["state"])
    return item.type.of_state


def _series(reading: Reading, group: list[Item]) -> dict[str, list[Item]]:
    """Items of one number by series; what names no series joins the nearest before it that fits."""
    named = [(i, s) for i in group if (s := _own_series(reading, i))]
    out: dict[str, list[Item]] = {}
    for item in group:
        own = _own_series(reading, item)
        fuller = [(o, s) for o, s in named if s.startswith(f"{own} ") or not own]  # the code with its owner
        if fuller:
            earlier = [s for other, s in fuller if other.find.start < item.find.start]
            own = earlier[-1] if earlier else fuller[0][1]
        out.setdefault(own or ("TW" if registry.candidates(item) else "?"), []).append(item)
    return out


def _own_series(reading: Reading, item: Item) -> str:
    """The series that an item's own words tell: its code (with the owner where many share it) or issuer."""
    issuer = item.issuers[0] if item.issuers else None
    if item.misprinted:
        return f"{item.code} {series_owner(reading, item)}"
    if item.code:
        known = issuer_codes().get(plain_code(item.code))
        shared = known is not None and not known.unique and issuer is not None
        return f"{item.code} {series_owner(reading, item)}" if shared else item.code
    if issuer is None:
        return STATE_CODES.get(item.kind, "")
    if issuer.cls in _CENTRAL:
        return "TW"
    label = owner_label(reading, issuer)
    return next((c.code for c in issuer_codes().values() if c.body == label), series_owner(reading, item))
