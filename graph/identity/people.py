"""The persons of one log: which names occur where, with which posts, and who is one across articles (:mod:`.persons`).

Derived tables, kept in the transaction of the article itself. Only the persons of names that an article or a curator
touches are ever looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vankien.graph.identity.evidence import Appearance, post_tail
from vankien.graph.identity.judgements import Judgements
from vankien.graph.identity.persons import canonical, is_known, name_of
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
            self.log.touch("known", known)

    def remove(self, extraction: Extraction) -> None:
        """Count out the persons of an article; call inside the log's transaction."""
        key = iri.article_key(extraction.article.id)
        for _, known in _resolved(extraction, key):
            self.log.touch("known", known)
        for person, name in _persons(extraction, key):
            for table in ("person", "held", "known"):
                self.db.execute(f"DELETE FROM {table} WHERE iri = ?", (person,))
            self._touch(person, name)

    def resolve(self) -> None:
        """Cluster the persons of touched names anew; articles whose persons are now called otherwise wait."""
        done: set[str] = set()
        for name in [*self.log.touched("name"), *self._beside()]:
            if name not in done:
                names = self._together(name)
                self._resolve(names)
                done |= names
        self.log.looked_at("name")
        self.log.looked_at("known")

    def _touch(self, person: str, name: str) -> None:
        """Mark a name, and those whose persons were judged to be this one."""
        self.log.touch("name", name)
        for other in self.judgements.of([person]).said_same(person):
            self.log.touch(*(("known", other) if is_known(other) else ("name", _name(other))))

    def _beside(self) -> list[str]:
        """Names of whom articles or curators make the touched persons of the registry. Without judgements these never change each other."""
        known = self.log.touched("known") if self.judgements.any() else ()
        return sorted({name for each in known for name in self._claiming(each)})

    def _claiming(self, known: str) -> set[str]:
        """The names of those whom articles or curators make a person of the registry."""
        sql = "SELECT DISTINCT p.name FROM known k JOIN person p ON p.iri = k.iri WHERE k.known = ?"
        judged = {_name(other) for other in self.judgements.of([known]).said_same(known) if not is_known(other)}
        return judged | {name for (name,) in self.db.execute(sql, (known,))}

    def _together(self, name: str) -> set[str]:
        """A name, and those that curators joined to it, or that meet it in a person of the registry; from any of them on the same."""
        if not self.judgements.any():
            return {name}
        names, known, ahead = {name}, set[str](), [name]
        while ahead:
            each = ahead.pop()
            ends = {end for pair in self.judgements.of_persons([each], ()).same for end in pair}
            sql = "SELECT DISTINCT k.known FROM person p JOIN known k ON k.iri = p.iri WHERE p.name = ?"
            met = {end for end in ends if is_known(end)} | {one for (one,) in self.db.execute(sql, (each,))}
            new = {_name(end) for end in ends - met}.union(*(self._claiming(one) for one in met - known)) - names
            known |= met
            names |= new
            ahead += sorted(new)
        return names

    def _resolve(self, names: Iterable[str]) -> None:
        appearances = [a for name in sorted(names) for a in self.appearances(name)]
        keys = {a.iri: a.key for a in appearances}
        verdicts = self.judgements.of_persons(names, {a.known for a in appearances} - {""})
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
        sql = """SELECT p.iri, p.key, COALESCE(k.known, ''), COALESCE(a.published, ''), h.post FROM person p
                 LEFT JOIN held h ON h.iri = p.iri LEFT JOIN known k ON k.iri = p.iri LEFT JOIN article a ON a.key = p.key
                 WHERE p.name = ? ORDER BY p.iri, h.post"""
        posts: dict[tuple[str, str, str, str], list[str]] = {}
        for person, key, known, published, post in self.db.execute(sql, (name,)):
            held = posts.setdefault((person, key, known, published), [])
            if post is not None:
                held.append(post)
        for (person, key, known, published), held in posts.items():
            year = published[:4]
            yield Appearance(person, name, key, tuple(held), known, int(year) if year.isascii() and year.isdigit() else 0)

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
