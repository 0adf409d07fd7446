"""The store as rdflib sees it: not a copy, and read-only, since a base is written by builds alone."""

from __future__ import annotations

from typing import Any, NoReturn

from oxrdflib.store import OxigraphStore
from pyoxigraph import Store
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID, Dataset, Graph

from vankien.graph.prefixes import PREFIXES
from vankien.ontology.errors import UsageError


class ServedStore(OxigraphStore):
    """A store that rdflib reads and cannot write; each attempt is a UsageError.

    To name a graph writes nothing: rdflib's ``Dataset.graph(iri)`` announces each graph that somebody looks at.
    """

    def add_graph(self, graph: Graph) -> None:
        """Nothing: a graph that is not there is empty."""

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise UsageError("a base is read-only for rdflib; KnowledgeBase.update and withdraw change it")

    add = addN = remove = remove_graph = update = _refuse  # noqa: N815


def to_graph(store: Store) -> Graph:
    """The union, each triple once."""
    return _bound(Graph(store=ServedStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID))


def to_dataset(store: Store) -> Dataset:
    """All graphs: the default graph is the stored union; the named graphs are the articles, identity, registry and vocabulary."""
    dataset = Dataset(store=ServedStore(store=store))
    _bound(dataset)
    return dataset


def _bound(graph: Graph) -> Graph:
    """A graph that knows the prefixes of :meth:`KnowledgeBase.query`."""
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph
