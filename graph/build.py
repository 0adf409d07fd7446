"""The writer's work: articles into the log, then what changed into a new generation of the store.

Two steps, each whole or not at all. First the log takes the articles in small transactions, each with
all that follows from it: what waits for the store, which names must be looked at again. Then one new
generation takes everything that waits. Killed between the two, the next build does the second step
first, and no article is read twice.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

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
from vankien.graph.identity.verdicts import Pair
from vankien.graph.journal import Journal, Judgement, in_force
from vankien.graph.log import StatementLog, twice
from vankien.graph.publication import Publication
from vankien.graph.quads import article_quads
from vankien.graph.registry import registered_names
from vankien.graph.schema import DERIVATION
from vankien.graph.store import NewGeneration
from vankien.ontology import known
from vankien.ontology.errors import InputError, StoreError, UsageError
from vankien.ontology.nouns import Extraction

MODEL = f"vankien {__version__}, stories, events, outcomes, deeds, papers, periods, description"
"""What makes quads of statements; a store made by another model is made anew from the log."""

COMMIT = 100
"""Articles a transaction of the log."""


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
        judged = self._judged()  # before all else: a journal that cannot be read stops the build
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
        self._judge(judged)

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

    def judge(self, judgement: Judgement) -> None:
        """Write a judgement into the journal under IRIs of articles' own, and let it take effect. Raises UsageError for what no article names."""
        own = [self._own(end) for end in judgement.pair]
        Journal(self.folder.journal).add([replace(judgement, one=own[0], other=own[1])])
        self._judge(self._judged())
        self.publish()

    def _own(self, thing: str) -> str:
        """The IRI under which a thing is judged: itself if an article, a registry or an earlier judgement has it, else that of its first article."""
        registered = thing in registered_names() or any(thing == document.iri for document in known.documents())
        if registered or self.names.mentioned([thing]) or any(thing in judged for judged in self._judged()):
            return thing
        own = min(self.log.own(thing), default=thing)
        if own == thing:
            raise UsageError(f"{thing}: nothing in the base has this IRI")
        return own

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
            self.names.recount()
        publication = Publication(self.log, self.names, self.outcomes, self.stories)
        if not (anew or publication.due()):
            return
        new = NewGeneration(self.folder, None if anew else served)
        publication.write(new, anew)
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

    def _judged(self) -> Mapping[Pair, Judgement]:
        """What the journal says now."""
        return in_force(Journal(self.folder.journal).read())

    def _judge(self, judged: Mapping[Pair, Judgement]) -> None:
        """Hold what the journal says."""
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
