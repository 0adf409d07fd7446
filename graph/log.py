"""The statement log: every article with all that was read in it, the master copy of a base.

One SQLite file in WAL mode (standard library, readable by any SQLite for decades). The store that
answers queries is made from it and can be made again. Beside the records stand small derived
tables (which names occur where, what waits to be written to the store); ``reindex`` makes them anew.

Every change of an article is one transaction with all that follows from it, so a killed process
leaves whole articles only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Literal

from vankien.graph.record import content_hash, from_line, line_hash, to_line
from vankien.graph.schema import DERIVATION, DERIVED, NAMES, RECORDS
from vankien.ontology import iri
from vankien.ontology.errors import InputError, StoreError
from vankien.ontology.nouns import Article, Extraction

Change = Literal["new", "unchanged", "changed"]

@dataclass(frozen=True, slots=True)
class Put:
    """What putting an article did. ``before`` is what it said until now; ``ousted``: another article
    that this build gave the same id was thrown out for it."""

    change: Change
    before: Extraction | None = None
    ousted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What the log knows of an article without its record."""

    key: str
    id: str
    content: str
    extractor: str
    line_hash: str
    published: str
    statements: int
    run: int


def twice(article_id: str) -> InputError:
    """The failure of the lesser of two articles that one build gives the same id."""
    return InputError(article_id, "given twice with different content; the one published earlier is left out")


class StatementLog:
    """The log of one base, opened by the writer. Use :meth:`transaction` around changes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.db = sqlite3.connect(path, isolation_level=None, timeout=60, check_same_thread=False)
            self.db.execute("PRAGMA journal_mode = WAL")
            self.db.execute("PRAGMA synchronous = FULL")
            self.db.executescript(RECORDS)
            if self.derivation == DERIVATION or not self.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'form'").fetchone():
                self.db.executescript(DERIVED)  # tables of another derivation stay as they are until :meth:`clear`
        except sqlite3.Error as error:
            raise StoreError(f"{path}: cannot be opened as a statement log ({error})") from None

    def close(self) -> None:
        """Close the file; the write-ahead log is folded into it."""
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what happens inside."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def row(self, key: str) -> Row | None:
        """What is known of an article by its key, or None."""
        found = self.db.execute("SELECT * FROM article WHERE key = ?", (key,)).fetchone()
        return Row(*found) if found else None

    def holds(self, article: Article, extractor: str) -> bool:
        """Whether exactly this article is in the log, read by this version of the extractor."""
        row = self.row(iri.article_key(article.id))
        known = (row.id, row.content, row.extractor) if row else None
        return known == (_printable(article.id), content_hash(article), extractor)

    def put(self, extraction: Extraction, extractor: str, run: int) -> Put:
        """Append or replace an article.

        ``run`` numbers the build. Raises InputError when the same build gives one id two contents: the one
        published later stays (then that of greater hash), in any order; and for a key that another id has.
        """
        line = to_line(extraction)
        new = _row(extraction, line, extractor, run)
        old = self.row(new.key)
        if old and old.id != new.id:
            raise InputError(extraction.article.id, f"its key {new.key} belongs to another article, {old.id}")
        if old and old.line_hash == new.line_hash:
            self._write(new)
            return Put("unchanged")
        ousted = old is not None and old.run == run
        if old and ousted and (old.published, old.line_hash) > (new.published, new.line_hash):
            raise twice(extraction.article.id)
        before = self.extraction(new.key)
        self._write(new)
        self.db.execute("INSERT OR REPLACE INTO record VALUES (?, ?)", (new.key, line))
        self.wait(new.key)
        return Put("changed" if old else "new", before, ousted)

    def withdraw(self, name: str) -> Extraction:
        """Take an article (its id or IRI) out; gives what it said. Raises InputError for an unknown one."""
        own = f"{iri.BASE}article/"
        key = name.removeprefix(own) if name.startswith(own) else iri.article_key(name)
        before = self.extraction(key)
        if before is None:
            raise InputError(name, "no such article in the base")
        self.db.execute("DELETE FROM article WHERE key = ?", (key,))
        self.db.execute("DELETE FROM record WHERE key = ?", (key,))
        self.wait(key)
        return before

    def extraction(self, key: str) -> Extraction | None:
        """The extraction of an article's key, or None when it was withdrawn."""
        found = self.db.execute("SELECT line FROM record WHERE key = ?", (key,)).fetchone()
        return from_line(found[0]) if found else None

    def keys(self) -> Iterator[str]:
        """The keys of all articles, sorted."""
        for (key,) in self.db.execute("SELECT key FROM article ORDER BY key"):
            yield key

    def lines(self) -> Iterator[str]:
        """Every record as one line of JSON, sorted by key: the log as a text file for people and archives."""
        for (line,) in self.db.execute("SELECT line FROM record ORDER BY key"):
            yield line

    def waiting(self) -> list[str]:
        """Keys of the articles whose part of the store is not up to date, sorted."""
        return [key for (key,) in self.db.execute("SELECT key FROM waiting ORDER BY key")]

    def wait(self, key: str) -> None:
        """Mark an article whose part of the store is not up to date."""
        self.db.execute("INSERT OR IGNORE INTO waiting VALUES (?)", (key,))

    def touch(self, what: str, value: str) -> None:
        """Mark a thing (a name, a label, a sign, a story …) that must be looked at again before the next generation."""
        self.db.execute("INSERT OR IGNORE INTO touched VALUES (?, ?)", (what, value))

    def touched(self, what: str) -> list[str]:
        """The marked things of one sort, sorted."""
        sql = "SELECT value FROM touched WHERE what = ? ORDER BY value"
        return [value for (value,) in self.db.execute(sql, (what,))]

    def looked_at(self, what: str) -> None:
        """Take the marks of one sort away."""
        self.db.execute("DELETE FROM touched WHERE what = ?", (what,))

    def called(self, iri: str) -> str:
        """What a thing of one article is called in the graph."""
        row = self.db.execute("SELECT canonical FROM alias WHERE iri = ?", (iri,)).fetchone()
        return str(row[0]) if row else iri

    def own(self, name: str) -> list[str]:
        """The things of articles that are called so in the graph: none for one that is called otherwise."""
        rows = self.db.execute("SELECT iri FROM alias WHERE canonical = ? ORDER BY iri", (name,)).fetchall()
        return [iri for (iri,) in rows] or ([name] if self.called(name) == name else [])

    def call(self, iri: str, name: str | None) -> bool:
        """Set what a thing of one article is called in the graph (None: by its own IRI); whether that is new."""
        row = self.db.execute("SELECT canonical FROM alias WHERE iri = ?", (iri,)).fetchone()
        if (row[0] if row else None) == name:
            return False
        if name is None:
            self.db.execute("DELETE FROM alias WHERE iri = ?", (iri,))
        else:
            self.db.execute("INSERT OR REPLACE INTO alias VALUES (?, ?)", (iri, name))
        return True

    def rename(self, iri: str, name: str | None) -> bool:
        """As :meth:`call`, for a thing that has a label: what it was called and what it is called now are marked to be labelled anew."""
        before = self.called(iri)
        if not self.call(iri, name):
            return False
        for each in (before, name or iri):
            self.touch("called", each)
        return True

    def clear(self) -> None:
        """Make the derived tables anew, empty and of this derivation."""
        for table in NAMES:
            self.db.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in DERIVED.split(";"):
            self.db.execute(statement)

    def next_run(self) -> int:
        """A number greater than that of every build that left an article here."""
        (last,) = self.db.execute("SELECT COALESCE(MAX(run), 0) FROM article").fetchone()
        return int(last) + 1

    @property
    def derivation(self) -> int:
        """The number of the way in which this log's derived tables were made; see :data:`DERIVATION`."""
        (number,) = self.db.execute("PRAGMA user_version").fetchone()
        return int(number)

    @derivation.setter
    def derivation(self, number: int) -> None:
        self.db.execute(f"PRAGMA user_version = {int(number)}")

    def statements(self) -> int:
        """Number of statements of all articles."""
        (count,) = self.db.execute("SELECT COALESCE(SUM(statements), 0) FROM article").fetchone()
        return int(count)

    def _write(self, row: Row) -> None:
        self.db.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)", astuple(row))


def _row(extraction: Extraction, line: str, extractor: str, run: int) -> Row:
    article = extraction.article
    return Row(
        iri.article_key(article.id),
        _printable(article.id),
        content_hash(article),
        extractor,
        line_hash(line),
        _printable(article.published),
        len(extraction.statements),
        run,
    )


def _printable(text: str) -> str:
    """The text with lone surrogates escaped, which SQLite cannot hold."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
