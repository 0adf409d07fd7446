"""The evidence as stand-off annotations of the articles, in the W3C's Web Annotation data model: one page, one annotation a line.

Each statement is an annotation (``describing``) whose bodies are the fact in words and the fact itself; each mention is
one (``identifying``) whose bodies are the things named. A target has the article, a quote selector and a position
selector; positions count Unicode code points of the text as vankien read it, as the model asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Store

from vankien.graph.export.files import whole_file
from vankien.graph.export.network import View
from vankien.graph.export.rdf.context import context
from vankien.graph.export.rdf.jsonld import literal_of
from vankien.graph.export.sorting import sorted_lines, to_json
from vankien.graph.facts import TOLD, Fact, Facts, Thing, iri_of, text_of
from vankien.graph.mentions import Place
from vankien.graph.prefixes import PREFIXES
from vankien.graph.quads import literals
from vankien.graph.quads.nodes import END, HAS_SELECTOR, PREFIX, START, SUFFIX
from vankien.graph.store import UNION
from vankien.ontology import iri
from vankien.ontology.terms import ATTRIBUTES

W3C_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
"""The context that the model prescribes; what it does not define stands in a second one, in the file."""

_OWN: Final = frozenset({"hasPost", "heldPost", "holdsPost", "personnelAct"})
"""Predicates whose statements tell status, act and dates themselves; others have a node of their own for that."""
_TERMS: Final = ("evidence", "identifier", "label", "mode", "object", "rule", "subject", "url", "wasDerivedFrom", *sorted(TOLD))
_PREFIXES: Final = ("prov", "rdf", "rdfs", "vk", "xsd")
_RUN: Final = 20_000  # lines sorted in memory at a time: these are long
_KEY: Final = "\x01"  # parts what an annotation is sorted by from its line: no IRI and no JSON holds it


def own_context() -> dict[str, Any]:
    """The terms beyond the W3C's context, with their prefixes."""
    terms = {name: context()[name] for name in sorted(_TERMS)}
    return {**{name: PREFIXES[name] for name in _PREFIXES}, **terms, "predicate": {"@id": "rdf:predicate", "@type": "@id"}}


def write_annotations(store: Store, view: View, places: Iterable[Place], path: Path) -> None:
    """The statements and mentions of a view as a page of annotations, by article and place."""
    page = Page(store, view)
    with whole_file(path) as file:
        file.write(f'{{"@context": {to_json([W3C_CONTEXT, own_context()])},\n')
        file.write(f'"id": "{iri.BASE}annotations/{view.name}",\n"type": "AnnotationPage",\n"items": [')
        for number, (line, _) in enumerate(groupby(sorted_lines(page.lines(places), _RUN))):
            file.write(("," if number else "") + "\n" + line.rpartition(_KEY)[2])
        file.write("\n]}\n")


class Page:
    """What a view of a store shows as annotations."""

    def __init__(self, store: Store, view: View) -> None:
        self.facts, self.view = Facts(store), view
        self._source = lru_cache(maxsize=10_000)(self._article)
        self._label = lru_cache(maxsize=None)(self.facts.label_of)

    def lines(self, places: Iterable[Place]) -> Iterator[str]:
        """Sortable lines in no order."""
        for place in places:
            if things := [thing for thing in map(self._shown, place.things) if thing]:
                yield _line(place.article, place.start, place.end, self._mention(place, things))
        for fact in self.facts.all():
            if self._shows(fact):
                target, start, end = self._words(fact)
                yield _line(fact.source.iri, start, end, self._statement(fact, target))

    def _shown(self, thing: str) -> Thing | None:
        found = self.facts.thing(thing)
        return found if found and found.kind in self.view.core | self.view.touched else None

    def _shows(self, fact: Fact) -> bool:
        if self.view.name == "full":
            return True  # with what is no thing of the graph: who an article's own person is
        subject = self.facts.thing(fact.subject)
        if fact.object is None:
            return subject is not None and subject.kind in self.view.core
        object = self.facts.thing(fact.object)
        return subject is not None and object is not None and self.view.has_edge(subject.kind, object.kind)

    def _mention(self, place: Place, things: list[Thing]) -> dict[str, Any]:
        key = place.article.removeprefix(f"{iri.BASE}article/")
        digest = iri.digest(" ".join(thing.iri for thing in things))
        return {
            "id": f"{iri.BASE}annotation/{key}/{place.start}-{place.end}/{digest}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": [{"id": thing.iri, "type": f"vk:{thing.cls}", "label": thing.label} for thing in things],
            "target": self._target(place.article, _selectors(place.words, place.before, place.after, place.start, place.end)),
        }

    def _statement(self, fact: Fact, target: Mapping[str, Any]) -> dict[str, Any]:
        ends = [self._end(end) for end in (fact.subject, fact.object) if end is not None]
        subject, *object = (end.get("label", end["id"]) for end in ends)
        words = [subject, self._label(fact.predicate), *object]
        return {
            "id": fact.iri.replace(f"{iri.BASE}statement/", f"{iri.BASE}annotation/", 1),
            "type": "Annotation",
            "motivation": "describing",
            "body": [
                {"type": "TextualBody", "value": " – ".join(words), "language": "vi", "format": "text/plain"},
                *self._fact(fact, ends),
            ],
            "target": target,
        }

    def _fact(self, fact: Fact, ends: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
        """The statement as the graph has it, and the participation or citation beside it where that tells more."""
        told = {name: self._attribute(name, value) for name, value in fact.attributes.items()}
        own = fact.predicate in _OWN
        yield {
            "id": fact.iri,
            "type": "vk:Statement",
            "subject": ends[0],
            "predicate": f"vk:{fact.predicate}",
            **({"object": ends[1]} if len(ends) > 1 else {}),
            **(told if own else {}),
            "rule": fact.rule,
            "mode": fact.mode,
            "wasDerivedFrom": fact.source.iri,
        }
        if told and not own:
            cls = "Participation" if fact.predicate == "participant" else "Citation"
            yield {"id": self.facts.beside(fact.iri), "type": f"vk:{cls}", **told, "evidence": fact.iri}

    def _words(self, fact: Fact) -> tuple[dict[str, Any], int, int]:
        """The target of a statement, and where its words begin and end."""
        store = self.facts.store
        selector = next(store.quads_for_pattern(NamedNode(fact.iri), HAS_SELECTOR, None, UNION)).object
        of = {quad.predicate: text_of(quad.object) for quad in store.quads_for_pattern(NamedNode(iri_of(selector)), None, None, UNION)}
        start, end = int(of[START]), int(of[END])
        return self._target(fact.source.iri, _selectors(fact.quote, of.get(PREFIX, ""), of.get(SUFFIX, ""), start, end)), start, end

    def _target(self, article: str, selectors: list[dict[str, Any]]) -> dict[str, Any]:
        return {"type": "SpecificResource", "source": self._source(article), "selector": selectors}

    def _article(self, article: str) -> dict[str, str]:
        known = {name: values[0] for name in ("identifier", "url") if (values := self.facts.values(article, name))}
        return {"id": article, "type": "vk:Article", **known}

    def _end(self, thing: str) -> dict[str, str]:
        found = self.facts.thing(thing)
        return {"id": thing, **({"label": found.label} if found else {})}

    def _attribute(self, name: str, value: str) -> Any:
        """As the context has it: a link as an id, a day bare, what is less than a day written out."""
        literal = None if ATTRIBUTES[name] == "link" else literals.value(ATTRIBUTES[name], value)
        return literal_of(name, literal) if isinstance(literal, Literal) else value


def _selectors(exact: str, before: str, after: str, start: int, end: int) -> list[dict[str, Any]]:
    """Two ways to the same words; empty surroundings are left out."""
    around = {name: text for name, text in (("prefix", before), ("suffix", after)) if text}
    return [{"type": "TextQuoteSelector", "exact": exact, **around}, {"type": "TextPositionSelector", "start": start, "end": end}]


def _line(article: str, start: int, end: int, annotation: Mapping[str, Any]) -> str:
    """Sorted by article and place, the longer words first."""
    key = f"{article}{_KEY}{start:012}{10**12 - end:013}{_KEY}{annotation['id']}"
    return key + _KEY + to_json(annotation)
