"""The writer's work: articles into the log, then what changed into a new generation of the store.

Two steps, each whole or not at all. First the log takes the articles in small transactions, each with
all that follows from it: what waits for the store, which names must be looked at again. Then one new
generation takes everything that waits. Killed between the two, the next build does the second step
first, and no article is read twice.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from pyoxigraph import NamedNode, Quad

from vankien import __version__
from vankien.graph.folder import Folder
from vankien.graph.identity.deeds import Deeds
from vankien.graph.identity.events import Events
from vankien.graph.identity.judgements import Judgements
from vankien.graph.identity.names import Names
from vankien.graph.identity.outcomes import Outcomes
from vankien.graph.identity.papers import Papers
from vankien.graph.identity.people import People
from vankien.graph.identity.stories import Stories
from vankien.graph.journal import Journal, in_force
from vankien.graph.log import DERIVATION, StatementLog, twice
from vankien.graph.quads import IDENTITY_GRAPH, article_quads, label_quads, outcome_quads, story_quads, type_quads
from vankien.graph.registry import registered_names, registry_quads
from vankien.graph.store import ONTOLOGY_GRAPH, REGISTRY_GRAPH, Change, NewGeneration
from vankien.graph.vocabulary import ontology_quads
from vankien.ontology import iri
from vankien.ontology.errors import InputError, StoreError
from vankien.ontology.nouns import Extraction

MODEL = f"vankien {__version__}, stories, events, outcomes, deeds, papers, periods"
"""What makes quads of statements; a store made by another model is made anew from the log."""

COMMIT = 100
"""Articles a transaction of the log."""

BULK = 50
"""Waiting articles from which on the store is loaded in bulk."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, in articles, and what the base holds after it.

    ``read`` = new + unchanged + changed + failed; ``failures`` name the failed inputs with their reasons.
    ``statements``, ``quads`` (of the named graphs) and ``entities_by_class`` count the whole base.
    """

    read: int = 0
    new: int = 0
    unchanged: int = 0
    changed: int = 0
    withdrawn: int = 0
    failed: int = 0
    statements: int = 0
    quads: int = 0
    entities_by_class: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    failures: tuple[InputError, ...] = ()


class Build:
    """One writer's session on a base; the folder's lock must be held."""

    def __init__(self, folder: Folder, extractor: str = __version__) -> None:
        self.folder, self.extractor = folder, extractor
        self.started = time.monotonic()
        self.log = StatementLog(folder.log)
        self.names = Names(self.log)
        self.stories = Stories(self.log)
        self.outcomes = Outcomes(self.log)
        # Each is resolved after those that it follows from.
        self.resolved = (People(self.log), Events(self.log), self.outcomes, Deeds(self.log), Papers(self.log), self.stories)
        self.run = self.log.next_run()
        served = folder.served()
        self.before = served.generation if served else ""  # the state that this build changes, kept until the next one
        self.counts = {"new": 0, "unchanged": 0, "changed": 0, "withdrawn": 0}
        self.failures: list[InputError] = []
        folder.sweep()
        if self.log.derivation != DERIVATION:
            self._reindex()
        self._judge()

    def update(self, items: Iterable[Extraction | InputError], batch: int) -> None:
        """Log and publish, a generation every ``batch`` inputs."""
        stream = iter(items)
        while part := list(islice(stream, COMMIT)):
            taken = len(part)
            self._commit(part)
            while taken < batch and (part := list(islice(stream, COMMIT))):
                taken += len(part)
                self._commit(part)
            self.publish()
        self.publish()

    def withdraw(self, ids: Sequence[str]) -> None:
        """Take articles (ids, or IRIs of articles) out; unknown ones fail and are named."""
        with self.log.transaction():
            for name in ids:
                try:
                    self._forget(self.log.withdraw(name))
                    self.counts["withdrawn"] += 1
                except InputError as error:
                    self.failures.append(error)
        self.publish()

    def rebuild(self) -> None:
        """Make the derived tables and the store anew from the records."""
        served = self.folder.served()
        self.before = served.previous if served else ""  # the same facts: what they were before stays what it was
        self._reindex()
        self.publish(anew=True)

    def publish(self, anew: bool = False) -> None:
        """Serve a generation that holds all the log says; nothing happens when the served one does."""
        try:
            self._publish(anew)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{self.folder.path}: the store cannot be written ({error})") from None

    def _publish(self, anew: bool) -> None:
        served = self.folder.served()
        anew = anew or served is None or served.model != MODEL or not self.folder.holds(served)
        with self.log.transaction():
            for derived in self.resolved:
                derived.resolve()
        keys = list(self.log.keys()) if anew else self.log.waiting()
        if not (anew or keys or self.names.unsettled()):
            return
        new = NewGeneration(self.folder, None if anew else served)
        new.apply(self._articles(new, keys), bulk=len(keys) >= BULK)
        new.apply(self._labels(new, anew), bulk=len(keys) >= BULK)
        new.apply(self._told(new, keys if anew else self.log.touched("story")), bulk=len(keys) >= BULK)
        new.apply(self._known(new), bulk=False)
        new.serve(self.before, MODEL)
        with self.log.transaction():
            self.names.settled()

    def report(self, skipped: int = 0) -> BuildReport:
        """What was done so far; ``skipped`` articles were known to be unchanged before they were read."""
        served = self.folder.served()
        counts = {**self.counts, "unchanged": self.counts["unchanged"] + skipped}
        read = sum(counts.values()) - counts["withdrawn"] + len(self.failures)
        return BuildReport(
            read=read,
            **counts,
            failed=len(self.failures),
            statements=self.log.statements(),
            quads=served.quads if served else 0,
            entities_by_class=self.names.classes(),
            seconds=time.monotonic() - self.started,
            failures=tuple(self.failures),
        )

    def _commit(self, items: Iterable[Extraction | InputError]) -> None:
        with self.log.transaction():
            for item in items:
                try:
                    if isinstance(item, InputError):
                        raise item
                    self._take(item)
                except InputError as error:
                    self.failures.append(error)

    def _take(self, extraction: Extraction) -> None:
        for _ in article_quads(extraction, {}):  # what the vocabulary cannot say must not enter the log
            pass
        put = self.log.put(extraction, self.extractor, self.run)
        if put.before is not None:
            self._forget(put.before)
        if put.change != "unchanged":
            self._learn(extraction)
        if put.ousted:
            raise twice(extraction.article.id)
        self.counts[put.change] += 1

    def _learn(self, extraction: Extraction) -> None:
        """Count an article into all that is derived."""
        for derived in (self.names, *self.resolved):
            derived.add(extraction)

    def _forget(self, extraction: Extraction) -> None:
        """Count an article out of all that is derived."""
        for derived in (self.names, *self.resolved):
            derived.remove(extraction)

    def _judge(self) -> None:
        """Hold what the journal says now."""
        judged = in_force(Journal(self.folder.journal).read())
        with self.log.transaction():
            Judgements(self.log).hold({pair: j.verdict for pair, j in judged.items() if j.verdict != "unsure"})

    def _reindex(self) -> None:
        """Make the derived tables anew from the records; everything waits for the store."""
        with self.log.transaction():
            self.log.clear()
            for key in list(self.log.keys()):
                extraction = self.log.extraction(key)
                if extraction is not None:
                    self._learn(extraction)
                    self.log.wait(key)
            self.log.derivation = DERIVATION

    def _articles(self, new: NewGeneration, keys: Iterable[str]) -> Iterator[Change]:
        for key in keys:
            graph = _article(key)
            extraction = self.log.extraction(key)
            quads = set[Quad]()
            if extraction is not None:
                quads = set(article_quads(extraction, self.names.canonical(extraction)))
            held = new.graph(graph)
            yield held - quads, quads - held

    def _labels(self, new: NewGeneration, anew: bool) -> Iterator[Change]:
        for called, label in self.names.all_labels() if anew else self.names.relabelled():
            held = new.graph(IDENTITY_GRAPH, NamedNode(called))
            named = {called: registered_names().get(called, label)} if label else {}
            quads = {*label_quads(named), *outcome_quads(called, self.outcomes.held_as(called))}
            yield held - quads, quads - held

    def _told(self, new: NewGeneration, keys: Iterable[str]) -> Iterator[Change]:
        named = set[NamedNode]()
        for key in keys:
            article = _article(key)
            held, quads = new.graph(IDENTITY_GRAPH, article), set(story_quads(article, self.stories.story(key)))
            yield held - quads, quads - held
            named |= {quad.object for quad in held | quads if isinstance(quad.object, NamedNode)}
        for story in sorted(named, key=str):
            held = new.graph(IDENTITY_GRAPH, story)
            quads = set(type_quads(story)) if self.stories.is_told(story.value) else set()
            yield held - quads, quads - held

    def _known(self, new: NewGeneration) -> Iterator[Change]:
        for graph, quads in (
            (ONTOLOGY_GRAPH, ontology_quads()),
            (REGISTRY_GRAPH, registry_quads(self.names)),
        ):
            held, wanted = new.graph(graph), set(quads)
            yield held - wanted, wanted - held


def _article(key: str) -> NamedNode:
    """``article_graph()`` of an article whose id may be gone."""
    return NamedNode(f"{iri.BASE}article/{key}")
