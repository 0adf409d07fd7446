"""The derived tables of the log: which persons and names occur where, and what follows for the store.

Kept in the transaction of the article itself. Only what an article touches is ever looked at
again: the persons of its names, the labels of its entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vankien.graph.deeds import deeds
from vankien.graph.identity import Appearance, canonical, name_of, post_tail
from vankien.graph.log import StatementLog
from vankien.graph.quads import literals
from vankien.graph.quads.frame import Frame
from vankien.graph.quads.nodes import node
from vankien.ontology import iri
from vankien.ontology.nouns import Extraction


class Names:
    """Persons, labels and classes over all articles of one log."""

    def __init__(self, log: StatementLog) -> None:
        self.log = log
        self.db = log.db

    def add(self, extraction: Extraction) -> None:
        """Count in what an article says; call inside the log's transaction."""
        key = iri.article_key(extraction.article.id)
        for person, name in _persons(extraction, key):
            self.db.execute("INSERT OR REPLACE INTO person VALUES (?, ?, ?)", (person, name, key))
            self.log.touch("name", name)
        for person, post in _held(extraction, key):
            self.db.execute("INSERT OR IGNORE INTO held VALUES (?, ?)", (person, post))
        for person, known in _resolved(extraction, key):
            self.db.execute("INSERT OR REPLACE INTO known VALUES (?, ?)", (person, known))
        for form in _forms(extraction):
            sql = "INSERT INTO form VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1"
            self.db.execute(sql, form)
            self.log.touch("label", form[0])

    def remove(self, extraction: Extraction) -> None:
        """Count out what an article said; call inside the log's transaction."""
        key = iri.article_key(extraction.article.id)
        for person, name in _persons(extraction, key):
            self.db.execute("DELETE FROM person WHERE iri = ?", (person,))
            self.db.execute("DELETE FROM held WHERE iri = ?", (person,))
            self.db.execute("DELETE FROM known WHERE iri = ?", (person,))
            self.log.touch("name", name)
        for form in _forms(extraction):
            where = "WHERE iri = ? AND class = ? AND label = ?"
            self.db.execute(f"UPDATE form SET articles = articles - 1 {where}", form)
            self.db.execute(f"DELETE FROM form {where} AND articles = 0", form)
            self.log.touch("label", form[0])

    def resolve(self) -> None:
        """Cluster the touched names anew; articles whose persons are now called otherwise wait."""
        for name in self.log.touched("name"):
            self._resolve(name)
        self.log.looked_at("name")

    def canonical(self, extraction: Extraction) -> dict[str, str]:
        """The canonical IRI of each thing of an article, entities and acts, that is called otherwise in the graph."""
        own = dict.fromkeys(entity.id for entity in extraction.entities)
        own |= dict.fromkeys(deed.iri for deed in deeds(extraction))
        return {iri: name for iri in own if (name := self.log.called(iri)) != iri}

    def relabelled(self) -> Iterator[tuple[str, str | None]]:
        """Canonical IRIs whose label may have changed, each with its label now; None when nothing has it."""
        sql = """SELECT value FROM touched WHERE what = 'called' UNION
                 SELECT COALESCE(a.canonical, t.value) FROM touched t LEFT JOIN alias a ON a.iri = t.value
                 WHERE t.what = 'label' ORDER BY 1"""
        for (called,) in self.db.execute(sql).fetchall():
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
        sql = """SELECT label FROM form WHERE iri = ?1
                 AND NOT EXISTS (SELECT 1 FROM alias WHERE iri = ?1 AND canonical <> ?1)
                 UNION SELECT f.label FROM alias a JOIN form f ON f.iri = a.iri WHERE a.canonical = ?1"""
        labels = [label for (label,) in self.db.execute(sql, (called,)) if label]
        return min(labels, key=lambda text: (-len(text), text), default=None)

    def settled(self) -> None:
        """The store now holds everything: nothing waits."""
        self.db.execute("DELETE FROM touched")
        self.db.execute("DELETE FROM waiting")

    def classes(self) -> dict[str, int]:
        """Number of entities by class over the base, people counted once however many articles know them."""
        sql = """SELECT class, COUNT(DISTINCT COALESCE(a.canonical, f.iri))
                 FROM form f LEFT JOIN alias a ON a.iri = f.iri GROUP BY class ORDER BY class"""
        return dict(self.db.execute(sql))

    def mentioned(self, iris: Iterable[str]) -> set[str]:
        """Those of the IRIs that some article names."""
        sql = "SELECT 1 FROM form WHERE iri = ? LIMIT 1"
        return {i for i in iris if self.db.execute(sql, (i,)).fetchone()}

    def any_below(self, prefix: str) -> bool:
        """Whether some article names an IRI that begins so."""
        sql = "SELECT 1 FROM form WHERE iri >= ? AND iri < ? LIMIT 1"
        return self.db.execute(sql, (prefix, prefix + "\U0010ffff")).fetchone() is not None

    def _resolve(self, name: str) -> None:
        appearances = list(self._appearances(name))
        keys = {a.iri: a.key for a in appearances}
        old, new = self._aliases(name), canonical(name, appearances)
        for person in sorted(old.keys() | new.keys()):
            before, called = old.get(person), new.get(person)
            if before == called:
                continue
            if called is None:  # the last article that knew this person is gone
                self.db.execute("DELETE FROM alias WHERE iri = ?", (person,))
            else:
                self.db.execute("INSERT OR REPLACE INTO alias VALUES (?, ?)", (person, called))
                self.log.wait(keys[person])
            for other in {before, called} - {None}:
                self.log.touch("called", str(other))

    def _appearances(self, name: str) -> Iterator[Appearance]:
        sql = """SELECT p.iri, p.key, COALESCE(k.known, ''), h.post FROM person p
                 LEFT JOIN held h ON h.iri = p.iri LEFT JOIN known k ON k.iri = p.iri
                 WHERE p.name = ? ORDER BY p.iri, h.post"""
        posts: dict[tuple[str, str, str], list[str]] = {}
        for person, key, known, post in self.db.execute(sql, (name,)):
            held = posts.setdefault((person, key, known), [])
            if post is not None:
                held.append(post)
        for (person, key, known), held in posts.items():
            yield Appearance(person, key, tuple(held), known)

    def _aliases(self, name: str) -> Mapping[str, str]:
        """What the persons of a name were called so far, also those no article knows any more."""
        prefix = f"{iri.BASE}person/{name}/"
        sql = "SELECT iri, canonical FROM alias WHERE iri >= ? AND iri < ?"
        return dict(self.db.execute(sql, (prefix, prefix + "\U0010ffff")))


def _persons(extraction: Extraction, key: str) -> Iterator[tuple[str, str]]:
    """Persons that only this article knows, with their names as slugs."""
    for entity in extraction.entities:
        name = (
            name_of(entity.id, key)
            if entity.type == "Person" and not entity.attributes.get("known")
            else None
        )
        if name and node(entity.id).value == entity.id:
            yield entity.id, name


def _held(extraction: Extraction, key: str) -> Iterator[tuple[str, str]]:
    """Posts of the persons that only this article knows."""
    own = {person for person, _ in _persons(extraction, key)}
    for statement in extraction.statements:
        if statement.predicate == "holdsPost" and statement.object and statement.subject in own:
            yield statement.subject, post_tail(node(statement.object).value)


def _resolved(extraction: Extraction, key: str) -> Iterator[tuple[str, str]]:
    """Persons that only this article knows, each with the person of the registry that its facts show them to be."""
    own = {person for person, _ in _persons(extraction, key)}
    for statement in extraction.statements:
        if statement.predicate == "resolvedTo" and statement.object and statement.subject in own:
            yield statement.subject, node(statement.object).value


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
