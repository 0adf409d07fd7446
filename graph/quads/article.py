"""The article's own node, and the forms of words by which it names things."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, Quad

from vankien.graph.quads import literals
from vankien.graph.quads.frame import Frame
from vankien.graph.quads.nodes import ALT_LABEL, LABEL, TYPE, vk
from vankien.ontology.nouns import Article, Extraction

Namings = Mapping[tuple[tuple[str, ...], str], int]
"""(ids, surface form) -> how often, in order of first appearance."""


def article_node(frame: Frame) -> Iterator[Quad]:
    """What is known of the article itself; its text is not kept in the graph, only its length and digest."""
    article, quad, this = frame.article, frame.quad, frame.node
    yield quad(this, TYPE, vk("Article"))
    yield quad(this, vk("identifier"), literals.code(article.id))
    yield quad(this, vk("length"), Literal(len(article.text)))
    yield quad(this, vk("sha256"), Literal(sha256(article)))
    if title := literals.name(article.title):
        yield quad(this, vk("title"), literals.vietnamese(title))
    yield quad(this, LABEL, literals.vietnamese(title) if title else literals.code(article.id))
    if article.published:
        yield quad(this, vk("published"), literals.moment(article.published))
    if article.url:
        yield quad(this, vk("url"), literals.address(article.url))
    for name in ("source", "byline", "section"):
        if given := literals.name(getattr(article, name)):
            yield quad(this, vk(name), literals.code(given))


def sha256(article: Article) -> str:
    """Digest (hex) of the text in UTF-8; lone surrogates as the bytes they would have."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def namings(extraction: Extraction) -> Namings:
    """How often the article uses which words for which things."""
    text = extraction.article.text
    counted: Counter[tuple[tuple[str, ...], str]] = Counter()
    for mention in extraction.mentions:
        if surface := literals.name(mention.span.text(text)):
            counted[mention.entities, surface] += 1
    return counted


def naming_quads(frame: Frame, used: Namings) -> Iterator[Quad]:
    """A node for each form of words, with its count; the article ``vk:mentions`` what they name."""
    quad = frame.quad
    for (ids, surface), count in used.items():
        this = frame.own("naming", ids, surface)
        yield quad(this, TYPE, vk("Naming"))
        yield quad(this, vk("inArticle"), frame.node)
        yield quad(this, vk("surface"), literals.vietnamese(surface))
        yield quad(this, vk("count"), Literal(count))
        for thing in (thing for id in ids for thing in frame.things(id)):
            yield quad(this, vk("names"), thing)
    for id in dict.fromkeys(id for ids, _ in used for id in ids):
        for thing in frame.things(id):
            yield quad(frame.node, vk("mentions"), thing)


def form_quads(frame: Frame, extraction: Extraction, used: Namings) -> Iterator[Quad]:
    """Every form seen as ``skos:altLabel``; coordinated words (``Nghị quyết 59, 70``) name neither thing."""
    forms = dict.fromkeys((e.id, literals.name(e.label)) for e in extraction.entities)
    forms |= dict.fromkeys((ids[0], surface) for ids, surface in used if len(ids) == 1)
    for id, form in forms:
        for thing in frame.things(id) if form else ():
            yield frame.quad(thing, ALT_LABEL, literals.vietnamese(form))
