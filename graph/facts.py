"""Facts read back from the store: each statement of each article, its words and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store

from vankien.graph.prefixes import PREFIXES, VK
from vankien.graph.quads import IDENTITY_GRAPH
from vankien.graph.quads.nodes import LABEL, TYPE, vk
from vankien.graph.store import ONTOLOGY_GRAPH, REGISTRY_GRAPH, UNION
from vankien.ontology.terms import ATTRIBUTES_OF, CLASSES, ENTITY_TYPES, ancestors

_FACTS = """
SELECT ?statement ?subject ?predicate ?object ?article ?quote ?start ?rule ?mode WHERE {
  %s
  ?statement a vk:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ;
    prov:wasDerivedFrom ?article ; oa:hasSelector ?selector ; vk:rule ?rule ; vk:mode ?mode .
  ?selector oa:exact ?quote ; oa:start ?start .
  OPTIONAL { ?statement rdf:object ?object }
}"""

TOLD = frozenset(name for cls in ("Citation", "Participation", "PersonnelEvent", "Tenure") for name in ATTRIBUTES_OF[cls])
"""What may be told beside a triple: local names of properties."""

_PLACES = "{ ?statement rdf:subject ?thing } UNION { ?statement rdf:object ?thing }"


@dataclass(frozen=True, slots=True)
class Source:
    """The article that says so. ``published`` is as precise as known, empty when unknown; ``story`` is the IRI of
    what it tells, which its reprints share."""

    iri: str
    id: str
    title: str
    published: str
    paper: str
    story: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of one article.

    ``attributes`` are what it tells beside the triple: status, role, act, dates.
    ``start`` is the quote's first code point in the article's text; ``predicate`` a local name.
    """

    iri: str
    subject: str
    predicate: str
    object: str | None
    attributes: Mapping[str, str]
    quote: str
    start: int
    rule: str
    mode: str
    source: Source

    @property
    def order(self) -> tuple[str, str, int]:
        """What sorts evidence: the earliest article first, those without a day last."""
        return self.source.published or "9", self.source.iri, self.start


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity: its one label, its type (Person, Body, …) and its most special class."""

    iri: str
    label: str
    kind: str
    cls: str


class Facts:
    """Facts and things of one store; remembers what it met last, for a pass over everything."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.source = lru_cache(maxsize=10_000)(self._source)
        self.thing = lru_cache(maxsize=100_000)(self._thing)

    def all(self) -> Iterator[Fact]:
        """Every statement of the base, in no order to rely on."""
        return self._facts(self._select(_FACTS % ""))

    def about(self, thing: str) -> list[Fact]:
        """The statements in which a thing is subject or object, by predicate, then by date and article."""
        found = {fact.iri: fact for fact in self._facts(self._select(_FACTS % _PLACES, thing))}
        return sorted(
            found.values(),
            key=lambda f: (
                f.subject != thing,
                f.predicate,
                f.object or "",
                f.source.published,
                f.source.iri,
                f.start,
            ),
        )

    def beside(self, statement: str) -> str:
        """The IRI of the node beside a statement (tenure, act …), empty where there is none."""
        found = next(self.store.quads_for_pattern(None, vk("evidence"), NamedNode(statement), UNION), None)
        return iri_of(found.subject) if found is not None else ""

    def things(self) -> Iterator[str]:
        """IRIs of everything that articles name, in no order to rely on."""
        for quad in self.store.quads_for_pattern(None, LABEL, None, IDENTITY_GRAPH):
            yield iri_of(quad.subject)

    def values(self, subject: str, predicate: str) -> list[str]:
        """The values of a vocabulary property over all articles, sorted."""
        quads = self.store.quads_for_pattern(NamedNode(subject), vk(predicate), None, UNION)
        return sorted({text_of(quad.object) for quad in quads})

    def label_of(self, predicate: str) -> str:
        """A property's Vietnamese name in the vocabulary, else its own (a local name)."""
        labels = self.store.quads_for_pattern(vk(predicate), LABEL, None, ONTOLOGY_GRAPH)
        return next((text_of(quad.object) for quad in labels if getattr(quad.object, "language", None) == "vi"), predicate)

    def _select(self, sparql: str, thing: str = "") -> QuerySolutions:
        bound = sparql.replace("?thing", str(NamedNode(thing))) if thing else sparql
        found = self.store.query(bound, prefixes=PREFIXES)
        assert isinstance(found, QuerySolutions)
        return found

    def _facts(self, rows: Iterable[QuerySolution]) -> Iterator[Fact]:
        for row in rows:
            statement, object = row["statement"], row["object"]
            yield Fact(
                iri_of(statement),
                iri_of(row["subject"]),
                text_of(row["predicate"]).removeprefix(VK),
                iri_of(object) if object is not None else None,
                self.attributes(statement),
                text_of(row["quote"]),
                int(text_of(row["start"])),
                text_of(row["rule"]),
                text_of(row["mode"]),
                self.source(iri_of(row["article"])),
            )

    def attributes(self, statement: object) -> dict[str, str]:
        """What a statement tells beside its triple: at itself, where its node is one over all articles, else at its node.

        ``asOf`` is there only where it is not the article's own day: every such node has that one.
        """
        assert isinstance(statement, NamedNode)
        told = self._told(statement)
        for beside in self.store.quads_for_pattern(None, vk("evidence"), statement, UNION) if not told else ():
            told |= {name: value for name, value in self._told(beside.subject).items() if name != "asOf"}
        return dict(sorted(told.items()))

    def _told(self, of: object) -> dict[str, str]:
        """Literals and links of one node, but for the links of a statement itself."""
        assert isinstance(of, NamedNode)
        quads = self.store.quads_for_pattern(of, None, None, UNION)
        return {name: text_of(q.object) for q in quads if (name := q.predicate.value.removeprefix(VK)) in TOLD}

    def _source(self, article: str) -> Source:
        names = ("identifier", "title", "published", "source", "story")
        return Source(article, *(next(iter(self.values(article, name)), "") for name in names))

    def _thing(self, iri: str) -> Thing | None:
        """The entity of this IRI, or None for what neither an article nor a registry names."""
        this = NamedNode(iri)
        labels = (self.store.quads_for_pattern(this, LABEL, None, graph) for graph in (IDENTITY_GRAPH, REGISTRY_GRAPH))
        label = next(chain.from_iterable(labels), None)
        types = self.store.quads_for_pattern(this, TYPE, None, UNION)
        classes = {text_of(quad.object).removeprefix(VK) for quad in types} & CLASSES
        kind = next((name for name in ENTITY_TYPES if any(name in (cls, *ancestors(cls)) for cls in classes)), None)
        if label is None or kind is None:
            return None
        below = [cls for cls in classes if cls == kind or kind in ancestors(cls)]
        deepest = min(below, key=lambda cls: (-len(ancestors(cls)), cls))
        return Thing(iri, text_of(label.object), kind, deepest)


def text_of(term: object) -> str:
    """The text of a literal, or the IRI of a node."""
    assert isinstance(term, Literal | NamedNode)
    return term.value


def iri_of(term: object) -> str:
    """The IRI of a node that must have one."""
    assert isinstance(term, NamedNode), term
    return term.value
