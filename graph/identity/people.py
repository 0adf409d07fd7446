"""The persons of one log: which names occur where, with which posts, and who is one across articles (:mod:`.persons`).

Derived tables, kept in the transaction of the article itself. Only the persons of names that an article or a curator
touches are ever looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vankien.graph.identity.evidence import Appearance, post_tail
from vankien.graph.identity.judgements import Judgements
from vankien.graph.identity.persons import canonical, name_of
from vankien.graph.log import StatementLog
from vankien.graph.quads.nodes import node
from vankien.ontology import iri
from vankien.ontology.nouns import Extraction

_PERSONS = f"{iri.BASE}person/"


class People:
    """Who is who over all articles of one log."""

    def __init__(self, log: StatementLog) -> None:
        self.log = log
        self.db = log.db
        self.judgements = Judgements(log)

    def add(self, extraction: Extraction) -> None:
        """Count in the persons of an article; call inside the log's transaction."""
        key = iri.article_key(extraction.article.id)
        for person, name in _persons(extraction, key):
            self.db.execute("INSERT OR REPLACE INTO person VALUES (?, ?, ?)", (person, name, key))
            self._touch(person, name)
        for person, post in _held(extraction, key):
            self.db.execute("INSERT OR IGNORE INTO held VALUES (?, ?)", (person, post))
        for person, known in _resolved(extraction, key):
            self.db.execute("INSERT OR REPLACE INTO known VALUES (?, ?)", (person, known))

    def remove(self, extraction: Extraction) -> None:
        """Count out the persons of an article; call inside the log's transaction."""
        for person, name in _persons(extraction, iri.article_key(extraction.article.id)):
            for table in ("person", "held", "known"):
                self.db.execute(f"DELETE FROM {table} WHERE iri = ?", (person,))
            self._touch(person, name)

    def resolve(self) -> None:
        """Cluster the persons of touched names anew; articles whose persons are now called otherwise wait."""
        done: set[str] = set()
        for name in self.log.touched("name"):
            if name not in done:
                names = self._together(name)
                self._resolve(names)
                done |= names
        self.log.looked_at("name")

    def _touch(self, person: str, name: str) -> None:
        """Mark a name, and those whose persons were judged to be this one."""
        self.log.touch("name", name)
        for other in self.judgements.of([person]).said_same(person):
            self.log.touch("name", _name(other))

    def _together(self, name: str) -> set[str]:
        """A name, and those that curators joined to it."""
        if not self.judgements.any():
            return {name}
        names, ahead = {name}, [name]
        while ahead:
            own = (row[0] for row in self.db.execute("SELECT iri FROM person WHERE name = ?", (ahead.pop(),)).fetchall())
            new = {_name(end) for pair in self.judgements.of(own).same for end in pair} - names
            names |= new
            ahead += sorted(new)
        return names

    def _resolve(self, names: Iterable[str]) -> None:
        appearances = [a for name in sorted(names) for a in self.appearances(name)]
        keys = {a.iri: a.key for a in appearances}
        verdicts = self.judgements.of([*keys, *{a.known for a in appearances} - {""}])
        new = canonical(appearances, verdicts)
        old = {person: called for name in names for person, called in self._aliases(name).items()}
        for person in sorted(old.keys() | new.keys()):
            before, called = old.get(person), new.get(person)
            if before == called:
                continue
            self.log.call(person, called)  # None: the last article that knew this person is gone
            if called is not None:
                self.log.wait(keys[person])
            for other in {before, called} - {None}:
                self.log.touch("called", str(other))

    def appearances(self, name: str) -> Iterator[Appearance]:
        """The persons of one name (a slug), article by article."""
        sql = """SELECT p.iri, p.key, COALESCE(k.known, ''), h.post FROM person p
                 LEFT JOIN held h ON h.iri = p.iri LEFT JOIN known k ON k.iri = p.iri
                 WHERE p.name = ? ORDER BY p.iri, h.post"""
        posts: dict[tuple[str, str, str], list[str]] = {}
        for person, key, known, post in self.db.execute(sql, (name,)):
            held = posts.setdefault((person, key, known), [])
            if post is not None:
                held.append(post)
        for (person, key, known), held in posts.items():
            yield Appearance(person, name, key, tuple(held), known)

    def _aliases(self, name: str) -> Mapping[str, str]:
        """What the persons of a name were called so far, also those no article knows any more."""
        prefix = f"{_PERSONS}{name}/"
        sql = "SELECT iri, canonical FROM alias WHERE iri >= ? AND iri < ?"
        return dict(self.db.execute(sql, (prefix, prefix + "\U0010ffff")))


def _name(person: str) -> str:
    """The name (a slug) in a person's IRI."""
    return person.removeprefix(_PERSONS).partition("/")[0]


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
