"""The names of things over all articles of one log: forms, labels, classes, and what a thing of an article is called in the graph.

Derived tables, kept in the transaction of the article itself; only the labels of what an article names are ever looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vankien.graph.identity.deeds import acts
from vankien.graph.log import StatementLog
from vankien.graph.quads import literals
from vankien.graph.quads.beside import act
from vankien.graph.quads.frame import Frame
from vankien.ontology import iri
from vankien.ontology.nouns import Extraction
from vankien.ontology.terms import ancestors

ANY = ""
"""Stands for all classes in counts."""

_RELABELLED = """
SELECT value FROM touched WHERE what IN ('called', 'outcome') UNION
SELECT COALESCE(a.canonical, t.value) FROM touched t LEFT JOIN alias a ON a.iri = t.value WHERE t.what = 'label' ORDER BY 1
"""
"""Canonical IRIs of which anything may have changed."""

_FORMS = """
SELECT {0} FROM form WHERE iri = ?1 AND NOT EXISTS (SELECT 1 FROM alias WHERE iri = ?1 AND canonical <> ?1)
UNION SELECT f.{0} FROM alias a JOIN form f ON f.iri = a.iri WHERE a.canonical = ?1
"""
"""A column of the forms of one canonical IRI, each value once."""


class Names:
    """Labels and classes over all articles of one log."""

    def __init__(self, log: StatementLog) -> None:
        self.log = log
        self.db = log.db

    def add(self, extraction: Extraction) -> None:
        """Count in what an article says; call inside the log's transaction."""
        for form in _forms(extraction):
            sql = "INSERT INTO form VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1"
            self.db.execute(sql, form)
            self.log.touch("label", form[0])

    def remove(self, extraction: Extraction) -> None:
        """Count out what an article said; call inside the log's transaction."""
        for form in _forms(extraction):
            where = "WHERE iri = ? AND class = ? AND label = ?"
            self.db.execute(f"UPDATE form SET articles = articles - 1 {where}", form)
            self.db.execute(f"DELETE FROM form {where} AND articles = 0", form)
            self.log.touch("label", form[0])

    def canonical(self, extraction: Extraction) -> dict[str, str]:
        """The canonical IRI of each thing of an article, entities and acts, that is called otherwise in the graph."""
        own = dict.fromkeys(entity.id for entity in extraction.entities)
        key = iri.article_key(extraction.article.id)
        own |= dict.fromkeys(act(key, statement) for statement in acts(extraction))
        return {each: name for each in own if (name := self.log.called(each)) != each}

    def relabelled(self) -> Iterator[tuple[str, str | None]]:
        """Canonical IRIs whose label may have changed, each with its label now; None when nothing has it."""
        for (called,) in self.db.execute(_RELABELLED).fetchall():
            yield called, self.label(called)

    def all_labels(self) -> Iterator[tuple[str, str | None]]:
        """Every canonical IRI with its label."""
        sql = """SELECT COALESCE(a.canonical, f.iri) FROM form f LEFT JOIN alias a ON a.iri = f.iri
                 GROUP BY 1 ORDER BY 1"""
        for (called,) in self.db.execute(sql).fetchall():
            yield called, self.label(called)

    def unsettled(self) -> bool:
        """Whether names or labels were touched since the store was last brought up to date."""
        return self.db.execute("SELECT 1 FROM touched LIMIT 1").fetchone() is not None

    def label(self, called: str) -> str | None:
        """The fullest form over all articles: the longest, of equals the first in code point order."""
        labels = [label for (label,) in self.db.execute(_FORMS.format("label"), (called,)) if label]
        return min(labels, key=lambda text: (-len(text), text), default=None)

    def settled(self) -> None:
        """The store now holds everything: nothing waits."""
        self.db.execute("DELETE FROM touched")
        self.db.execute("DELETE FROM waiting")

    def recount(self) -> None:
        """Count the things of touched names anew, by class; call inside the log's transaction, when all is resolved."""
        for (called,) in self.db.execute(_RELABELLED).fetchall():
            told = {cls for (cls,) in self.db.execute(_FORMS.format("class"), (called,)).fetchall()}
            now = {over: int(over in told) for cls in told for over in (cls, *ancestors(cls), ANY)}
            was = dict(self.db.execute("SELECT class, told FROM thing WHERE iri = ?", (called,)).fetchall())
            for cls in was.keys() | now.keys():
                if was.get(cls) != now.get(cls):
                    self._count(called, cls, was.get(cls), now.get(cls))

    def _count(self, called: str, cls: str, was: int | None, now: int | None) -> None:
        if now is None:
            self.db.execute("DELETE FROM thing WHERE iri = ? AND class = ?", (called, cls))
        else:
            self.db.execute("INSERT OR REPLACE INTO thing VALUES (?, ?, ?)", (called, cls, now))
        sql = """INSERT INTO tally VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET told = told + ?2, things = things + ?3"""
        self.db.execute(sql, (cls, (now or 0) - (was or 0), (now is not None) - (was is not None)))

    def classes(self) -> dict[str, int]:
        """Number of things by the classes that articles give them, people counted once however many articles know them."""
        return dict(self.db.execute("SELECT class, told FROM tally WHERE told > 0 ORDER BY class"))

    def counts(self) -> dict[str, int]:
        """Number of things by class, each counted in the superclasses of its classes too; under :data:`ANY`, of all things."""
        return dict(self.db.execute("SELECT class, things FROM tally WHERE things > 0 ORDER BY class"))

    def mentioned(self, iris: Iterable[str]) -> set[str]:
        """Those of the IRIs that some article names."""
        sql = "SELECT 1 FROM form WHERE iri = ? LIMIT 1"
        return {i for i in iris if self.db.execute(sql, (i,)).fetchone()}

    def in_graph(self, iris: Iterable[str]) -> set[str]:
        """Those of the IRIs that some article's thing is called by in the graph."""
        sql = "SELECT 1 FROM form WHERE iri = ?1 UNION SELECT 1 FROM alias WHERE canonical = ?1 LIMIT 1"
        return {i for i in iris if self.db.execute(sql, (i,)).fetchone()}

    def any_below(self, prefix: str) -> bool:
        """Whether some article names an IRI that begins so."""
        sql = "SELECT 1 FROM form WHERE iri >= ? AND iri < ? LIMIT 1"
        return self.db.execute(sql, (prefix, prefix + "\U0010ffff")).fetchone() is not None


def _forms(extraction: Extraction) -> Iterable[tuple[str, str, str]]:
    """Each entity with its class and label, once an article; a loose reference is no document."""
    frame = Frame(extraction, {})
    return sorted(
        {
            (thing.value, "LooseReference" if e.id in frame.loose else e.cls, literals.name(e.label))
            for e in extraction.entities
            for thing in frame.things(e.id)
        }
    )
