"""The pieces that stand behind a document's name, as far as they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from vankien.extractors.grammar.documents.meetings import Meeting
from vankien.extractors.reading import Found


@dataclass(slots=True)
class Tail:
    """The pieces behind a name; date, issuer and term end at ``end``, the title at ``title_end``.

    ``after`` is a date that may as well open the next clause, ``centre`` that the paper is called the centre's.
    """

    end: int
    date: str = ""
    after: str = ""
    term: str = ""
    issuers: list[Found] = field(default_factory=list)
    issuer_end: int = 0
    centre: bool = False
    meeting: Meeting | None = None
    title: str = ""
    title_start: int = 0
    title_end: int = 0
