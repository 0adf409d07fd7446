"""The curators' journal: what people have judged of doubtful pairs, in a plain file that they can edit, version and undo.

``journal.tsv`` in the base's folder: one judgement a line, the latest of a pair counts. Things are named by the IRI that
one article gives them (without the base), which nothing ever changes; so a judgement holds whatever is read later, in
any order, and in a base that is built anew beside the same file. A line taken out is a judgement undone.

>>> [judgement] = parse("same\\tperson/lê-an/a1\\tperson/lê-an/a2\\tLê An | Lê An\\t2026-01-05\\tHoa\\tone biography")
>>> judgement.pair[0], judgement.reason
('https://w3id.org/vankien/id/person/lê-an/a1', 'one biography')
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from vankien.graph.identity.verdicts import Pair, pair
from vankien.ontology import iri
from vankien.ontology.errors import StoreError, UsageError

Verdict = Literal["same", "different", "unsure", "undone"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)

COLUMNS: Final = ("verdict", "one", "other", "names", "day", "by", "reason")

_HEAD: Final = f"""# Judgements on who and what is the same, one a line; of two on one pair the later counts. Read by every build.
# verdict: same, different, unsure, or undone (as if never judged). one, other: IRIs as one article knows the things, without
# {iri.BASE}
# names, day, by, reason: for people.
{chr(9).join(COLUMNS)}
"""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line: the verdict on two things (IRIs of articles' own), their names then, the day, who judged, and why."""

    verdict: Verdict
    one: str
    other: str
    names: str = ""
    day: str = ""
    by: str = ""
    reason: str = ""

    @property
    def pair(self) -> Pair:
        """The two IRIs in order."""
        return pair(self.one, self.other)

    def line(self) -> str:
        """The judgement as a line of the file."""
        cells = (self.verdict, *(end.removeprefix(iri.BASE) for end in self.pair), self.names, self.day, self.by, self.reason)
        return "\t".join(" ".join(cell.split()) for cell in cells) + "\n"


class Journal:
    """The journal of one base. Changing it is for the base's one writer."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> tuple[Judgement, ...]:
        """All judgements in the file's order; none where there is no file.

        Raises StoreError, naming the line, for one that cannot be read: a judgement must not get lost unseen.
        """
        try:
            text = self.path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"{self.path}: cannot be read ({error})") from None
        try:
            return tuple(parse(text))
        except ValueError as error:
            raise StoreError(f"{self.path}, {error}") from None

    def add(self, judgements: Iterable[Judgement]) -> None:
        """Append judgements; they are on disk when this returns. Raises StoreError, UsageError for a thing and itself."""
        lines = []
        for judgement in judgements:
            if judgement.one == judgement.other:
                raise UsageError(f"{judgement.one}: one thing, nothing to judge")
            lines.append(judgement.line())
        try:
            with self.path.open("a+b") as file:
                lacks = self._lacks(file.tell())
                file.write((lacks + "".join(lines)).encode("utf-8", "replace"))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be written ({error.strerror})") from None

    def _lacks(self, size: int) -> str:
        """What must stand before a new line: the head of a new file, the line end that an editor left out."""
        if not size:
            return _HEAD
        with self.path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return "" if file.read(1) == b"\n" else "\n"


def parse(text: str) -> Iterator[Judgement]:
    """The judgements of a file's text. Raises ValueError, naming the line."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#") and not line.startswith(f"{COLUMNS[0]}\t{COLUMNS[1]}"):
            yield _judgement(number, line)


def _judgement(number: int, line: str) -> Judgement:
    verdict, *cells = (cell.strip() for cell in line.split("\t"))
    known = next((each for each in VERDICTS if each == verdict.casefold()), None)
    if known is None:
        raise ValueError(f"line {number}: {verdict!r} is no verdict; there are {', '.join(VERDICTS)}")
    if len(cells) < 2 or len(cells) >= len(COLUMNS) or not all(cells[:2]) or cells[0] == cells[1]:
        raise ValueError(f"line {number}: a judgement has {', '.join(COLUMNS)}, separated by tabs; the last four may be missing")
    return Judgement(known, *(cell if "://" in cell else iri.BASE + cell for cell in cells[:2]), *cells[2:])


def in_force(judgements: Iterable[Judgement]) -> Mapping[Pair, Judgement]:
    """The latest judgement of each pair, without those undone."""
    latest = {judgement.pair: judgement for judgement in judgements}
    return {of: judgement for of, judgement in latest.items() if judgement.verdict != "undone"}
