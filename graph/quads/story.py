"""Which story an article tells (graph/identity/stories.py), in the graph of what is known across articles."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from vankien.graph.quads.nodes import IDENTITY_GRAPH, TYPE, vk
from vankien.ontology import iri


def story_node(key: str) -> NamedNode:
    """The node of a story, named by the key of the first article that tells it."""
    return NamedNode(iri.story(key))


def story_quads(article: NamedNode, story: str | None) -> Iterator[Quad]:
    """The link from an article to its story; nothing for an article that is gone."""
    if story is not None:
        yield Quad(article, vk("story"), story_node(story), IDENTITY_GRAPH)


def type_quads(story: NamedNode) -> Iterator[Quad]:
    """The class of a story."""
    yield Quad(story, TYPE, vk("Story"), IDENTITY_GRAPH)
