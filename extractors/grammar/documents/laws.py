"""Laws, codes and ordinances by name (domain notes 1.8).

Known titles come from ``document_laws.tsv``; another is read up to the first word that no title has. The law
that amends a law (``Luật sửa đổi, bổ sung một số điều của Luật …``) is a paper of its own around the other's name.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.documents.fixed import Named, dated, fixed
from vankien.extractors.grammar.documents.types import Anchor
from vankien.extractors.grammar.documents.words import any_of

UPPER = "A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Vietnamese capitals for a character class (a range such as À-Ỹ would take in the small letters)."""

_AMENDING = re.compile(
    r"\s+sửa\s+đổi(?:,\s*bổ\s+sung)?\s+(?:một\s+số\s+)?[Đđ]iều\s+(?:của\s+)?"
    r"(?=(?:Bộ\s+)?[Ll]uật|Pháp\s+lệnh)",
    re.IGNORECASE,
)
_NO_LAW_BEFORE = re.compile(
    rf"(?<!\w)(?:{any_of('law-not-after')}|công\s+ước\b.{{0,40}}(?:về)?)\s*\Z", re.IGNORECASE
)
_NEW_LAW = re.compile(
    rf"\s+(?!(?:TP|Việt|Hà|Mỹ|Anh|Pháp|Trung|Quốc\s+tế|Nhà|Sư|Gia)(?!\w))[{UPPER}][^\W\d_]*"
    rf"(?:\s+(?!{any_of('law-end')})[^\W\d_A-ZĐ]+){{1,6}}"
)


def read_law(text: str, anchor: Anchor) -> Named | None:
    """The law named at a type word; None for ``pháp luật``, ``kỷ luật`` and law as such."""
    if _NO_LAW_BEFORE.search(text, max(0, anchor.start - 60), anchor.start):
        return None
    if match := _AMENDING.match(text, anchor.end):
        inner = Anchor(match.end(), match.end() + 4, anchor.type, True)
        law = fixed(text, inner) or _unlisted(text, inner)
        return law and Named(dated(text, law).end, text[anchor.start : law.end], "Luật", "Law", amending=True)
    law = fixed(text, anchor) or (_unlisted(text, anchor) if anchor.capital else None)
    return law and dated(text, law)


def _unlisted(text: str, anchor: Anchor) -> Named | None:
    """A law that the table does not know: a capital and a few words up to the first that no title has."""
    match = _NEW_LAW.match(text, anchor.end)
    if match is None or anchor.type.word == "pháp lệnh":
        return None
    return Named(match.end(), text[anchor.start : match.end()], anchor.type.kind, anchor.type.state or "Law")
