"""Papers that the press calls by a name of its own: ``Bộ tứ trụ cột``, ``Nghị quyết tam nông`` (domain notes 1.6).

The names are those of the registry of documents; one may stand for several papers, never for papers of two terms.
"""

from __future__ import annotations

import re
from functools import cache

from vankien.extractors.grammar.documents.types import types
from vankien.extractors.reading import Found
from vankien.ontology.known_documents import KnownDocument, documents


@cache
def _nicknames() -> dict[str, tuple[KnownDocument, ...]]:
    """Confirmed papers by nickname without regard to case; names that two terms share are left out."""
    table: dict[str, list[KnownDocument]] = {}
    for known in documents():
        for name in known.nicknames if known.confirmed else ():
            table.setdefault(name.lower(), []).append(known)
    return {name: tuple(of) for name, of in table.items() if len({d.term for d in of}) == 1}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(_nicknames(), key=len, reverse=True)),
        re.IGNORECASE,
    )


def find_nicknames(text: str, found: list[Found]) -> list[Found]:
    """The papers named by nickname outside the names already found."""
    low = text.lower()
    if not any(name in low for name in _nicknames()):
        return []
    out = []
    for match in _pattern().finditer(text):
        if any(f.start < match.end() and match.start() < f.end for f in found):
            continue
        of = _nicknames()[match.group().lower()]
        items = [
            {
                "number": d.number,
                "letters": d.letters,
                "issuerCode": d.issuer_code,
                "term": d.term,
                "nickname": True,
            }
            for d in of
        ]
        kind = types()[of[0].type_word.lower()]
        attributes = {"kind": of[0].type_word, "items": items, "type": kind}
        out.append(Found(match.start(), match.end(), "Document", kind.party, match.group(), attributes))
    return out
