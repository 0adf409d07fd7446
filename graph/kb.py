"""The knowledge base: the one door to the log, the store and all that is asked of them."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from vankien import __version__
from vankien.graph.build import Build, BuildReport
from vankien.graph.folder import Folder
from vankien.graph.identity.names import Names
from vankien.graph.identity.verdicts import Pair
from vankien.graph.journal import Journal, Judgement, in_force
from vankien.graph.log import StatementLog
from vankien.graph.prefixes import PREFIXES
from vankien.graph.schema import DERIVATION
from vankien.graph.store import Reader, before
from vankien.ontology.errors import InputError, QueryError, StoreError
from vankien.ontology.nouns import Article, Extraction

if TYPE_CHECKING:
    import igraph
    import networkx as nx
    import pandas
    import rdflib

    from vankien.graph.diff import Difference
    from vankien.graph.doubts import Doubt, Doubts, Side
    from vankien.graph.explain import Candidates, Explanation
    from vankien.graph.export.network import Narrowing, Network
    from vankien.graph.mentions import Place
    from vankien.graph.tenures import How, Tenure
    from vankien.graph.validate import ValidationReport

QueryResult = QuerySolutions | QueryTriples | QueryBoolean


class KnowledgeBase:
    """A base in a folder; made by the first build, empty before it.

    >>> import tempfile
    >>> kb = KnowledgeBase(tempfile.mkdtemp())
    >>> kb.stats()["articles"]
    0

    Raises StoreError for a path that is a file or a folder of something else.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.folder = Folder(path)
        self.reader = Reader(self.folder)
        self._skipped = 0

    @property
    def path(self) -> Path:
        """The base's folder."""
        return self.folder.path

    @property
    def generation(self) -> Path | None:
        """The folder of the store served now, for processes that open it read-only; None before any build."""
        served = self.folder.served()
        return self.folder.generation(served.generation) if served else None

    # ---- writing

    def update(
        self, extractions: Iterable[Extraction | InputError], batch: int = 5000, extractor: str = __version__
    ) -> BuildReport:
        """Add new articles, replace changed ones, leave the others; what cannot be read is counted and named.

        Readers see a new generation every ``batch`` articles and at the end. ``extractor`` is the version
        of what read the articles. Raises StoreError while another process writes this base.
        """
        with self._build(extractor) as build:
            build.update(extractions, batch)
            skipped, self._skipped = self._skipped, 0
            return build.report(skipped)

    def pending(
        self, articles: Iterable[Article | InputError], extractor: str = __version__
    ) -> Iterator[Article | InputError]:
        """The articles worth reading: those that the base does not hold as they are, read by this extractor.

        The others are counted as unchanged by the next :meth:`update`, so that
        ``kb.update(extract(kb.pending(read(source))))`` reports every article and reads only what changed.
        """
        with self._log() as log:
            for article in articles:
                if log is not None and isinstance(article, Article) and log.holds(article, extractor):
                    self._skipped += 1
                else:
                    yield article

    def withdraw(self, ids: Iterable[str]) -> BuildReport:
        """Take articles (ids or IRIs) out, with the facts that only they support; unknown ones fail."""
        with self._build(__version__) as build:
            build.withdraw(list(ids))
            return build.report()

    def judge(self, judgement: Judgement) -> BuildReport:
        """Write a judgement on two things into the journal, and let it take effect.

        The things may be named by any of their IRIs; the journal gets those of articles' own. Raises UsageError for what the base does not know.
        """
        with self._build(__version__) as build:
            build.judge(judgement)
            return build.report()

    def rebuild(self) -> BuildReport:
        """Make the store anew from the statement log."""
        with self._build(__version__) as build:
            build.rebuild()
            return build.report()

    def doubts(self) -> Iterator[Doubt]:
        """Pairs of things that may be one, with the reasons, for a curator to judge. Raises StoreError for a journal that cannot be read."""
        with self._log() as log:
            if log is not None:
                yield from self._doubts(log, in_force(self.judgements())).all()

    def members(self, thing: str) -> list[Side]:
        """The things of single articles that make up one thing of the graph (its IRI): what a curator may part again. Empty where there is none."""
        with self._log() as log:
            return self._doubts(log, ()).members(thing) if log is not None else []

    def judgements(self) -> tuple[Judgement, ...]:
        """What the journal says, in its order. Raises StoreError for a line that cannot be read."""
        return Journal(self.folder.journal).read()

    def unnamed(self, things: Iterable[str]) -> set[str]:
        """Those of the things (IRIs of articles' own, as the journal has them) that no article of the base names: withdrawn, or mistyped."""
        with self._log() as log:
            return set(things) - (Names(log).mentioned(things) if log is not None else set())

    def log_lines(self) -> Iterator[str]:
        """The statement log as JSON Lines, one article a line, sorted by key."""
        if self.folder.log.exists():
            yield from StatementLog(self.folder.log).lines()

    # ---- reading

    def query(self, sparql: str) -> QueryResult:
        """The answer to a SPARQL 1.1 query; well-known prefixes (``vk:``, ``rdfs:`` …) need no declaration.

        The default graph is the union of all named graphs, each triple once. Raises QueryError.
        """
        try:
            return self.reader.store().query(sparql, prefixes=PREFIXES)
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"not a SPARQL query: {' '.join(str(error).split())}") from None

    def stats(self) -> dict[str, Any]:
        """Counts: ``articles, statements, quads``, and tables ``classes, properties, sources, months``."""
        from vankien.graph.stats import stats

        return stats(self.reader)

    def tenures(self, iri: str) -> tuple[Tenure, ...]:
        """Who held a post (its IRI) when, or which posts a person held, as far as articles tell."""
        from vankien.graph.tenures import tenures

        return tenures(self.reader.store(), iri)

    def holders(self, post: str, day: str) -> tuple[tuple[Tenure, How], ...]:
        """Whom articles make the holder of a post (IRI) on a day (ISO), each with how they do: ``stated`` or ``seen``."""
        from vankien.graph.tenures import holders

        return holders(self.reader.store(), post, day)

    def diff(self, earlier: KnowledgeBase | None = None) -> Iterator[Difference]:
        """The facts that this base has and ``earlier`` has not, and the reverse, by subject, predicate and object.

        Without ``earlier`` it is compared with its own state before the build that changed it last. Raises StoreError
        where there is none.
        """
        from vankien.graph.diff import differences

        with before(self.folder) if earlier is None else nullcontext(earlier.reader.store()) as store:
            yield from differences(store, self.reader.store())

    def explain(self, name: str) -> Explanation | Candidates:
        """All that the graph says about a thing (IRI or label), with quotes; else the candidates."""
        from vankien.graph.explain import explain

        return explain(self.reader.store(), name)

    def validate(self) -> ValidationReport:
        """The judgement of the ontology's SHACL shapes."""
        from vankien.graph.validate import validate

        return validate(self.reader.store())

    def to_rdflib(self) -> rdflib.Graph:
        """The union as an rdflib graph over the store itself, read-only: for notebooks that speak rdflib."""
        from vankien.graph.dataset import to_graph

        return to_graph(self.reader.store())

    def to_dataset(self) -> rdflib.Dataset:
        """The store itself as an rdflib dataset, read-only: the union as default graph, each article a named graph."""
        from vankien.graph.dataset import to_dataset

        return to_dataset(self.reader.store())

    def to_pandas(self, sparql: str | None = None, *, name: str | None = None) -> pandas.DataFrame:
        """The rows of a SELECT, or of a question that ships (its name), as a data frame; types of columns: ``docs/export.md``.

        Raises QueryError for what is no SELECT, UsageError without pandas.
        """
        from vankien.graph.rows import question, to_pandas

        return to_pandas(self.query(question(sparql, name)))

    def export(
        self, path: str | os.PathLike[str], format: str | None = None, view: str = "full", yed: bool = False, **narrowing: Unpack[Narrowing]
    ) -> Path:
        """Write the base to a file (csv, neo4j and parquet: a folder); the format is the suffix unless given.

        Narrower than a view: ``since``, ``until`` (years, months, days), ``support`` (articles that say a fact), ``around`` (IRI
        or name of a thing) with ``hops``. ``yed`` adds what yEd draws to GraphML. Formats, views and what each means: ``docs/export.md``. Raises UsageError.
        """
        from vankien.graph.export import export

        return export(self.reader.store(), path, format, view, yed, self._places(), **narrowing)

    def to_networkx(self, view: str = "full", **narrowing: Unpack[Narrowing]) -> nx.MultiDiGraph[Any]:
        """A view, narrowed as in :meth:`export`, as a networkx graph: nodes by IRI, one edge a fact, columns as in docs/export.md."""
        from vankien.graph.export.network.graphs import to_networkx

        return to_networkx(self._network(view, **narrowing))

    def to_igraph(self, view: str = "full", **narrowing: Unpack[Narrowing]) -> igraph.Graph:
        """The same as an igraph graph, with ``id`` of edges beside the columns. Raises UsageError without igraph."""
        from vankien.graph.export.network.graphs import to_igraph

        return to_igraph(self._network(view, **narrowing))

    def _network(self, view: str, **narrowing: Unpack[Narrowing]) -> Network:
        from vankien.graph.export.network import Network, selected

        store = self.reader.store()
        return Network(store, selected(store, view, **narrowing))

    def _places(self) -> Iterator[Place]:
        """Where articles name things."""
        from vankien.graph.mentions import places

        with self._log() as log:
            if log is not None:
                self._check(log)
                yield from places(log)

    def _doubts(self, log: StatementLog, judged: Iterable[Pair]) -> Doubts:
        from vankien.graph.doubts import Doubts

        self._check(log)
        return Doubts(log, self.reader.store(), judged)

    def _check(self, log: StatementLog) -> None:
        """Raises StoreError for a log whose derived tables this version did not make."""
        if log.derivation != DERIVATION:
            raise StoreError(f"{self.path}: made by another version of vankien; run a build first")

    @contextmanager
    def _log(self) -> Iterator[StatementLog | None]:
        """The log, for reading; None before any build."""
        log = StatementLog(self.folder.log) if self.folder.log.exists() else None
        try:
            yield log
        finally:
            if log is not None:
                log.close()

    @contextmanager
    def _build(self, extractor: str) -> Iterator[Build]:
        with self.folder.writing():
            build = Build(self.folder, extractor)
            try:
                yield build
            except sqlite3.Error as error:
                raise StoreError(f"{self.path}: the log cannot be written ({error})") from None
            finally:
                build.log.close()
