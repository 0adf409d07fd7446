"""The end of an official text: who receives it, and who signed it.

A paper ends at its first closing behind the text: the signatures and the recipients that stand together. A heading of
the text in capitals above a name is no signature; what follows the closing is of no concern (``ends``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from vankien.extractors.official.cells import Cell
from vankien.extractors.official.ends import is_annex, is_article, is_text, stop_of
from vankien.extractors.official.header import DEAR, Header
from vankien.extractors.official.signatures import ITEM, SIGNED, TO, Signature, signatures_at
from vankien.extractors.official.words import MARK, ROLE

_NEAR = 14
"""Cells within which one more signature stands behind the first."""


@dataclass(slots=True)
class Closing:
    """What stands at the end: cells of recipients (those a letter addresses, too), and signatures.

    ``stop`` is the index of the first cell behind the paper.
    """

    recipients: list[Cell] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    stop: int = 0


@dataclass(frozen=True, slots=True)
class _Group:
    """Signatures found together, from the cell ``first`` to the one before ``behind``."""

    first: int
    behind: int
    signatures: list[Signature]

    signed: bool = False

    @property
    def sure(self) -> bool:
        """Whether it can be no list of members: a mark or the words ``(đã ký)`` tell so."""
        return self.marked or self.signed

    @property
    def marked(self) -> bool:
        """Whether a mark tells in whose name, by whose order or for whom one signs."""
        return any(s.behalf or s.order or s.deputy for s in self.signatures)


def closing_of(cells: list[Cell], header: Header) -> Closing:
    """The end of the paper that a header opens."""
    body, stop = header.body, stop_of(cells, header)
    to = _recipients_at(cells, body, stop)
    all_groups = list(_groups(cells, body, stop))
    first = next((k for k in range(body, stop) if TO.match(cells[k].text)), to)
    if first != to and any(first < g.behind and (to < 0 or g.behind <= to) for g in all_groups):
        return Closing(list(_addressed(cells, body)), [], first)  # a form in the text, or an annex: whose end it is stays open
    groups = _closing_groups(cells, all_groups, to, stop)
    behind = max([g.behind for g in groups] + [to + 1 if to >= 0 else 0])
    end = _behind_items(cells, behind, stop) if behind else stop
    recipients = [*_addressed(cells, body), *(_recipients(cells, to, end) if to >= 0 else ())]
    return Closing(recipients, [s for g in groups for s in g.signatures], end)


def _addressed(cells: list[Cell], body: int) -> Iterator[Cell]:
    """``Kính gửi: A; B``: the bodies a letter addresses, on its line and the items below."""
    if body >= len(cells) or not (match := DEAR.match(cells[body].text)):
        return
    if len(cells[body].text) > match.end():
        yield cells[body]
    for cell in cells[body + 1 : body + 12]:
        if not re.match(r"[-–+•*]\s*\S", cell.text):
            return
        yield cell


def _recipients_at(cells: list[Cell], body: int, stop: int) -> int:
    """The index of the first ``Nơi nhận`` that no article of the text follows; -1 where there is none."""
    found, article = -1, False
    for k in range(stop - 1, body - 1, -1):
        if TO.match(cells[k].text):
            found = found if article else k
        elif is_annex(cells[k]) or is_article(cells[k]):
            article = not is_annex(cells[k])
    return found


def _recipients(cells: list[Cell], to: int, end: int) -> Iterator[Cell]:
    """The cells below ``Nơi nhận`` that name recipients."""
    if TO.sub("", cells[to].text, count=1):
        yield cells[to]
    for cell in cells[to + 1 : end]:
        if _is_recipient(cell):
            yield cell


def _behind_items(cells: list[Cell], k: int, stop: int) -> int:
    """The index behind the recipients that go on beside and below the name."""
    while k < stop and (_is_recipient(cells[k]) and not is_text(cells[k]) or MARK.match(cells[k].text) or ROLE.fullmatch(cells[k].text)):
        k += 1
    return k


def _is_recipient(cell: Cell) -> bool:
    """Whether a line is of the recipients: it opens as an item, or goes on and ends as one."""
    return bool(TO.match(cell.text) or ITEM.match(cell.text)) or not cell.caps and cell.text.endswith((";", ",", "."))


def _groups(cells: list[Cell], body: int, stop: int) -> Iterator[_Group]:
    """All that looks like signatures between two places."""
    k, own = body, cells[:stop]
    while k < stop:
        found = signatures_at(own, k)
        if found is None:
            k += 1
            continue
        yield _Group(k, found[1], found[0], any(SIGNED.match(c.text) for c in cells[k : found[1]]))
        k = max(found[1], k + 1)


def _closing_groups(cells: list[Cell], groups: list[_Group], to: int, stop: int) -> list[_Group]:
    """The signatures at the end: those at ``Nơi nhận``, else the first behind which nothing more is said."""
    if to < 0:
        return _unaddressed(cells, groups, stop)
    behind = [g for g in groups if cells[g.behind - 1].start > cells[to].start]
    if behind and not _parted(cells, to, behind[0].first, is_article):
        return _kept(_runs(cells, behind)[0])
    before = [g for g in groups if g.behind <= to]
    if before and not _parted(cells, before[-1].behind, to, is_text):
        return _kept(_runs(cells, before)[-1])
    return []


def _unaddressed(cells: list[Cell], groups: list[_Group], stop: int) -> list[_Group]:
    """The closing of a paper without recipients; none where it cannot be told from a list of names or an annex's form."""
    runs = _runs(cells, groups)
    for k, run in enumerate(runs):
        sure = any(g.sure for g in run)
        text = is_article if sure else is_text
        following = next((c for c in islice(cells, run[-1].behind, stop) if is_annex(c) or text(c)), None)
        if following is not None and not is_annex(following):
            continue
        return _kept(run) if sure or not any(g.sure for later in runs[k + 1 :] for g in later) else []
    return []


def _parted(cells: list[Cell], start: int, end: int, by: Callable[[Cell], bool]) -> bool:
    """Whether the text, or the title of an annex, stands between two places."""
    return any(by(c) or is_annex(c) for c in cells[start:end])


def _runs(cells: list[Cell], groups: list[_Group]) -> list[list[_Group]]:
    """The groups, those together that follow each other at once."""
    runs: list[list[_Group]] = []
    for group in groups:
        behind = runs[-1][-1].behind if runs else 0
        if runs and group.first - behind <= _NEAR and not _parted(cells, behind, group.first, is_text):
            runs[-1].append(group)
        else:
            runs.append([group])
    return runs


def _kept(run: list[_Group]) -> list[_Group]:
    """The signatures of a run: posts without a mark beside marked ones are a list of members."""
    return [g for g in run if g.marked] or [g for g in run if g.signed] or run
