"""The curators' journal: what people have judged of doubtful pairs, in a plain file that they can edit, version and undo.

``journal.tsv`` in the base's folder: one judgement a line, the latest of a pair counts. Things are named by the IRI that
one article gives them (without the base), which nothing ever changes; so a judgement holds whatever is read later, in
any order, and in a base that is built anew beside the same file. A line taken out is a judgement undone. Line ends,
blank lines, a byte order mark and empty cells at the end are as the editor likes; what cannot be read stops every build.

>>> [judgement] = parse("same\\tperson/lê-an/a1\\tperson/lê-an/a2\\tLê An | Lê An\\t2026-01-05\\tHoa\\tone biography")
>>> judgement.pair[0], judgement.reason
('https://w3id.org/vankien/id/person/lê-an/a1', 'one biography')
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast, get_args

from vankien.graph.folder import open_folder
from vankien.graph.identity.verdicts import Pair, pair
from vankien.ontology import iri
from vankien.ontology.errors import StoreError, UsageError

Verdict = Literal["same", "different", "unsure", "undone"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)

KINDS: Final = {"person": "persons", "event": "events", "doc": "documents", "body": "bodies"}
"""What can be judged, by the beginning of its IRI."""

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

    def check(self) -> None:
        """Raises ValueError for what can be no judgement."""
        if self.verdict not in VERDICTS:
            raise ValueError(f"{self.verdict!r} is no verdict; there are {', '.join(VERDICTS)}")
        if self.one == self.other:
            raise ValueError(f"{self.one} twice: one thing, nothing to judge")
        kinds = {end.removeprefix(iri.BASE).partition("/")[0] for end in self.pair}
        if len(kinds) > 1 or not kinds <= KINDS.keys():
            raise ValueError(f"{self.one} and {self.other} are no two {', two '.join(KINDS.values())} of a base")


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
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise StoreError(f"{self.path}, line {line}: not UTF-8 (byte 0x{error.object[error.start]:02x})") from None
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be read ({error.strerror})") from None
        try:
            return tuple(parse(text))
        except ValueError as error:
            raise StoreError(f"{self.path}, {error}") from None

    def add(self, judgements: Iterable[Judgement]) -> None:
        """Append judgements; they are on disk when this returns. Raises StoreError, UsageError for what can be no judgement."""
        lines = []
        for judgement in judgements:
            try:
                judgement.check()
            except ValueError as error:
                raise UsageError(str(error)) from None
            lines.append(judgement.line())
        try:
            with self.path.open("a+b") as file:
                size = file.tell()
                file.write((self._lacks(size) + "".join(lines)).encode("utf-8", "replace"))
                file.flush()
                os.fsync(file.fileno())
            if not size:
                with open_folder(self.path.parent) as descriptor:
                    os.fsync(descriptor)  # else a power cut could take the new file's name
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
    for number, line in enumerate(text.split("\n"), 1):
        cells = [unicodedata.normalize("NFC", cell.strip()) for cell in line.rstrip().split("\t")]
        if any(cells) and not cells[0].startswith("#") and tuple(cells[:2]) != COLUMNS[:2]:
            try:
                yield _judgement(*cells)
            except ValueError as error:
                raise ValueError(f"line {number}: {error}") from None


def _judgement(verdict: str, *cells: str) -> Judgement:
    if not 2 <= len(cells) < len(COLUMNS) or not all(cells[:2]):
        raise ValueError(f"a judgement has {', '.join(COLUMNS)}, separated by tabs; the last four may be missing")
    ends = (cell if "://" in cell else iri.BASE + cell for cell in cells[:2])
    judgement = Judgement(cast(Verdict, verdict.casefold()), *ends, *cells[2:])
    judgement.check()
    return judgement


def in_force(judgements: Iterable[Judgement]) -> Mapping[Pair, Judgement]:
    """The latest judgement of each pair, without those undone."""
    latest = {judgement.pair: judgement for judgement in judgements}
    return {of: judgement for of, judgement in latest.items() if judgement.verdict != "undone"}
