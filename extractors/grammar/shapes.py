"""Finds with the structure that linking needs: what a body or a post is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from vankien.extractors.reading import Found
from vankien.extractors.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Entry:
    """One way a body's name may begin: a registered name (``known``) or a head with a frame (gazetteer body_heads)."""

    head: str
    cls: str
    frame: str
    known: str = ""


@dataclass(slots=True, eq=False)
class BodyFound(Found):
    """A body name taken apart. ``head`` is its canonical head (``UBND``), ``known`` its registered name,
    ``owner`` the body it belongs to, ``unit``/``place``/``level`` its territory, ``rest`` a name of its own.
    """

    head: str = ""
    frame: str = ""
    known: str = ""
    owner: BodyFound | None = None
    unit: str = ""
    place: str = ""
    level: str = ""
    rest: str = ""

    @property
    def bare(self) -> bool:
        """Whether the words leave open which body of this kind is meant (``Tỉnh ủy``, ``Ban Thường vụ``)."""
        if self.known or self.rest:
            return False
        if self.owner is not None:
            return self.owner.bare
        return not self.place

    def innermost(self) -> BodyFound:
        """The owner at the end of the chain (itself without an owner)."""
        node = self
        while node.owner is not None:
            node = node.owner
        return node


@dataclass(slots=True, eq=False)
class PostFound(Found):
    """A post taken apart: ``role`` in normal form, ``body`` the body it is in (None for posts of the State as such).

    ``acting``: quyền, phụ trách; ``former``: nguyên, cựu before it; ``group``: several unnamed holders.
    """

    role: str = ""
    body: BodyFound | None = None
    former: bool = False
    acting: bool = False
    group: bool = False
    weak: bool = False


@dataclass(slots=True, eq=False)
class PersonFound(Found):
    """A person's name; ``title`` is the honorific or rank before it, ``short`` a later form (``ông Thể``)."""

    title: str = ""
    short: bool = False
    trusted: bool = field(default=False)


class Parser(Protocol):
    """What the frames need of the body parser."""

    tokens: Tokens

    def parse(self, i: int, embedded: bool = False) -> tuple[int, BodyFound] | None:
        """(end token, find) of the longest body name at token i."""
        ...
