"""Statements: the evidence node, and the plain triple beside it.

A ``loose`` statement (the press's inexact naming) gives its evidence node only: no plain triple and no
node for tenure, participation, act or citation, so that a plain query never meets it unasked. Whatever is
said of a loose reference is loose.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.quads import literals, nodes
from vankien.graph.quads.beside import Triple, node_beside
from vankien.graph.quads.frame import Frame
from vankien.graph.quads.nodes import node, vk
from vankien.ontology.nouns import Mode, Span, Statement

CONTEXT = 30
"""Code points of text kept before and after a quote."""

_TOLD = {"holdsPost": "Tenure", "personnelAct": "PersonnelEvent"}
"""Predicates whose node beside is one over all articles: what each article tells of it stands at the statement, too."""

_TENURE = {"current": "holdsPost", "incoming": "holdsPost", "former": "heldPost", "outgoing": "heldPost"}


def property_name(statement: Statement) -> str:
    """The property that a statement asserts, by its predicate and status or type.

    >>> property_name(Statement("p", "holdsPost", "q", Span(0, 1), "r", attributes={"status": "former"}))
    'heldPost'
    """
    if statement.predicate == "holdsPost":
        return _TENURE.get(str(statement.attributes.get("status")), "hasPost")
    if statement.predicate == "implements":
        kind = str(statement.attributes.get("type", "implements"))
        return "refersTo" if kind == "other" else kind
    return statement.predicate


def statement_quads(frame: Frame, statement: Statement) -> Iterator[Quad]:
    """All quads of one statement but those of its selector."""
    for of_subject, of_object in frame.periods.pairs(statement):
        yield from _one(frame, statement, of_subject, of_object)


def _one(frame: Frame, statement: Statement, of_subject: str, of_object: str) -> Iterator[Quad]:
    """A statement about bodies of one period each."""
    asserted = vk(property_name(statement))
    resolved = statement.predicate == "resolvedTo"  # says of the article's own person who it is in the graph
    subject = node(statement.subject) if resolved else frame.thing(statement.subject, of_subject)
    object = None if statement.object is None else frame.thing(statement.object, of_object)
    this = _evidence_node(frame, statement, of_subject)
    loose = statement.mode == "loose" or not frame.loose.isdisjoint((statement.subject, statement.object))
    triple = (subject, asserted, object)
    yield from _evidence(frame, statement, this, triple, "loose" if loose else statement.mode)
    if loose:
        return
    if object is not None and statement.predicate != "personnelAct":
        yield frame.quad(subject, asserted, object)
    yield from node_beside(frame, statement, this, triple)


def _evidence_node(frame: Frame, s: Statement, since: str) -> NamedNode:
    span = (s.span.start, s.span.end)
    period = (since,) if since and s.predicate == "postIn" else ()  # the one statement that may speak of several
    return frame.own("statement", s.subject, s.predicate, s.object, dict(s.attributes), span, s.rule, s.mode, *period)


def _evidence(
    frame: Frame,
    statement: Statement,
    this: NamedNode,
    triple: Triple,
    mode: Mode,
) -> Iterator[Quad]:
    quad = frame.quad
    subject, asserted, object = triple
    yield quad(this, nodes.TYPE, vk("Statement"))
    yield quad(this, nodes.SUBJECT, subject)
    yield quad(this, nodes.PREDICATE, asserted)
    if object is not None:
        yield quad(this, nodes.OBJECT, object)
    yield quad(this, nodes.DERIVED_FROM, frame.node)
    yield quad(this, nodes.HAS_SELECTOR, selector(frame, statement.span))
    yield quad(this, vk("rule"), literals.code(statement.rule))
    yield quad(this, vk("mode"), literals.code(mode))
    if cls := _TOLD.get(statement.predicate):
        yield from frame.attributes(this, cls, statement.attributes, frame.periods.day(statement))


def selector(frame: Frame, span: Span) -> NamedNode:
    """The node of a stretch of the article: its IRI with a fragment of RFC 5147 (``#char=start,end``)."""
    return NamedNode(f"{frame.node.value}#char={span.start},{span.end}")


def selector_quads(frame: Frame, span: Span) -> Iterator[Quad]:
    """Quote and position of one span, at once a text quote and a text position selector of Web Annotation."""
    quad, text = frame.quad, frame.article.text
    this = selector(frame, span)
    yield quad(this, nodes.TYPE, nodes.QUOTE_SELECTOR)
    yield quad(this, nodes.TYPE, nodes.POSITION_SELECTOR)
    yield quad(this, nodes.EXACT, literals.words(text[span.start : span.end]))
    if before := text[max(0, span.start - CONTEXT) : span.start]:
        yield quad(this, nodes.PREFIX, literals.words(before))
    if after := text[span.end : span.end + CONTEXT]:
        yield quad(this, nodes.SUFFIX, literals.words(after))
    yield quad(this, nodes.START, Literal(span.start))
    yield quad(this, nodes.END, Literal(span.end))
