"""Rules of sites.tsv: which template a page is, and its parts by that template's selectors.

A template is told by a host of the page's own address or by an element that only its content system makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from vankien.extractors.readers import furniture
from vankien.extractors.readers.lines import fold
from vankien.extractors.readers.sites.paragraphs import paragraphs
from vankien.extractors.readers.sites.selectors import xpath
from vankien.extractors.readers.stamps import moment
from vankien.extractors.readers.tables import rows

Role = Literal["host", "tell", "title", "sapo", "body", "published", "author", "section", "cut"]
"""host: a domain of this template; tell: an element that tells it; cut: what is left out of the text;
the others: where the part stands. Several bodies or leads are taken together, of other parts the first."""

ROLES: tuple[str, ...] = get_args(Role)
EVERYWHERE = "*"
"""The template whose ``cut`` rows hold for all."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a rule found; ``text`` is lead and body, a line for each paragraph. Other parts may be empty."""

    template: str
    text: str
    title: str = ""
    published: str = ""
    author: str = ""
    section: str = ""


@cache
def templates() -> dict[str, dict[str, tuple[str, ...]]]:
    """Selectors (or hosts) by template and role."""
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in rows("sites/sites.tsv"):
        roles = table.setdefault(row["template"], {})
        roles[row["role"]] = (*roles.get(row["role"], ()), row["select"])
    return table


def parts_of(tree: Any, host: str) -> Parts | None:
    """The parts of a page (tree of lxml) from ``host`` by the first template that fits and gives a body; else None."""
    for name, roles in templates().items():
        if name != EVERYWHERE and _fits(roles, tree, host):
            found = _read(name, roles, tree)
            if found:
                return found
    return None


def _fits(roles: dict[str, tuple[str, ...]], tree: Any, host: str) -> bool:
    if any(host == own or host.endswith(f".{own}") for own in roles.get("host", ())):
        return True
    return any(tree.xpath(xpath(selector)) for selector in roles.get("tell", ()))


def _read(name: str, roles: dict[str, tuple[str, ...]], tree: Any) -> Parts | None:
    cuts = (*templates().get(EVERYWHERE, {}).get("cut", ()), *roles.get("cut", ()))
    body = [line for found in _elements(roles, "body", tree) for line in paragraphs(_without(found, cuts))]
    if not body:
        return None
    sapo = [line for found in _elements(roles, "sapo", tree) for line in paragraphs(_without(found, cuts))]
    text = "\n".join([*_unsaid(sapo, body), *body])
    stamps = (moment(text) for text in _texts(roles, "published", tree))
    sections = (text for text in _texts(roles, "section", tree) if furniture.kind(text) != "mark")
    authors = ", ".join(dict.fromkeys(furniture.author(text) or text for text in _texts(roles, "author", tree)))
    return Parts(
        template=name,
        text=text,
        title=next(_texts(roles, "title", tree), ""),
        published=next((at for at in stamps if at), ""),
        author=authors if len(authors) <= furniture.SHORT else "",
        section=next(sections, ""),
    )


def _elements(roles: dict[str, tuple[str, ...]], role: Role, tree: Any) -> list[Any]:
    """The elements of a role in the page's order, none inside another."""
    paths = [xpath(selector) for selector in roles.get(role, ())]
    if not paths:
        return []
    found = tree.xpath(" | ".join(paths))
    inside = set(found)
    return [one for one in found if not any(above in inside for above in one.iterancestors())]


def _texts(roles: dict[str, tuple[str, ...]], role: Role, tree: Any) -> Iterator[str]:
    """What the elements of a role say, and the moment that a time element carries."""
    for found in _elements(roles, role, tree):
        yield found.get("datetime") or " ".join(paragraphs(found))


def _without(element: Any, cuts: tuple[str, ...]) -> Any:
    """A copy of an element without the parts that are no text of the article."""
    copy = deepcopy(element)
    copy.tail = None
    for path in map(xpath, cuts):
        for found in copy.xpath(path):
            if found.getparent() is not None:
                found.drop_tree()
    return copy


def _unsaid(sapo: list[str], body: list[str]) -> list[str]:
    """The lines of a lead that the body does not repeat at its beginning."""
    begin = fold(" ".join(body[: len(sapo) + 2]))
    return [line for line in sapo if fold(line) not in begin]
