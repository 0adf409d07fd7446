"""The extractor as a spaCy pipeline over ``spacy.blank("vi")`` with our own syllable tokenizer.

Components *find* one kind of thing each, *link* finds to entities, and *state* facts, in this order. What a
component finds it also shows as a span group of the Doc (``doc.spans["bodies"]``), so that displaCy
draws it; the shared state of the article is ``doc._.reading``.

>>> doc = pipeline()("Ông Lê Văn A, Bí thư Tỉnh ủy Phú Thọ, phát biểu.")
>>> [span.text for span in doc.spans["posts"]]
['Bí thư Tỉnh ủy Phú Thọ']
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.util import registry

from vankien.extractors.grammar.bodies.find import find_bodies
from vankien.extractors.grammar.dates.find import find_dates
from vankien.extractors.grammar.documents.find import find_documents
from vankien.extractors.grammar.events.find import find_events
from vankien.extractors.grammar.persons.find import find_persons
from vankien.extractors.grammar.posts.find import find_posts
from vankien.extractors.linking.bodies.link import link_bodies
from vankien.extractors.linking.documents.link import link_documents
from vankien.extractors.linking.events.link import link_events
from vankien.extractors.linking.known_persons import link_known_persons
from vankien.extractors.linking.persons import link_persons
from vankien.extractors.linking.posts import link_posts
from vankien.extractors.official.finds import find_paper
from vankien.extractors.official.link import link_paper
from vankien.extractors.official.opening import open_paper
from vankien.extractors.official.state import state_paper
from vankien.extractors.reading import Found, Reading, begin
from vankien.extractors.statements.documents.state import state_documents
from vankien.extractors.statements.events.state import state_events
from vankien.extractors.statements.persons.acts import state_acts
from vankien.extractors.statements.persons.reconcile import reconcile
from vankien.extractors.statements.persons.represents import state_represents
from vankien.extractors.statements.persons.tenures import state_tenures
from vankien.extractors.text.tokens import SyllableTokenizer
from vankien.ontology.nouns import Article

TOKENIZER = "vankien.SyllableTokenizer.v1"
Step = Callable[[Reading], None]

# name of the component -> (what it does to a reading, the span group it shows)
STEPS: dict[str, tuple[Step, str]] = {
    "vankien_paper": (open_paper, ""),
    "vankien_bodies": (find_bodies, "bodies"),
    "vankien_posts": (find_posts, "posts"),
    "vankien_persons": (find_persons, "persons"),
    "vankien_dates": (find_dates, "dates"),
    "vankien_documents": (find_documents, "documents"),
    "vankien_events": (find_events, "events"),
    "vankien_paper_finds": (find_paper, ""),
    "vankien_link_bodies": (link_bodies, ""),
    "vankien_link_paper": (link_paper, ""),
    "vankien_link_posts": (link_posts, ""),
    "vankien_link_persons": (link_persons, ""),
    "vankien_link_documents": (link_documents, ""),
    "vankien_link_events": (link_events, ""),
    "vankien_tenures": (state_tenures, ""),
    "vankien_acts": (state_acts, ""),
    "vankien_reconcile": (reconcile, ""),
    "vankien_paper_facts": (state_paper, ""),
    "vankien_known_persons": (link_known_persons, ""),
    "vankien_represents": (state_represents, ""),
    "vankien_document_facts": (state_documents, ""),
    "vankien_event_facts": (state_events, ""),
}


class Component:
    """A step as a spaCy component: it decides on the reading, then writes its span group into the Doc."""

    def __init__(self, step: Step, group: str) -> None:
        self.step = step
        self.group = group

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        self.step(reading)
        if self.group:
            self.set_annotations(doc, getattr(reading, self.group))
        return doc

    def set_annotations(self, doc: Doc, finds: list[Found]) -> None:
        """Show the finds as a span group, labelled with their type."""
        normal = reading_of(doc).normal
        spans = []
        for find in finds:
            label = find.cls if self.group == "dates" else find.type
            start, end = normal.span(find.start, find.end)
            if span := doc.char_span(start, end, label=label, alignment_mode="expand"):
                spans.append(span)
        doc.spans[self.group] = SpanGroup(doc, name=self.group, spans=spans)


def reading_of(doc: Doc) -> Reading:
    """The article's shared state, begun on first use (a bare text becomes an article without id)."""
    if doc._.reading is None:
        doc._.reading = begin(Article(id="", text=doc.text))
    reading: Reading = doc._.reading
    return reading


def _make_tokenizer() -> Callable[[Language], SyllableTokenizer]:
    return lambda nlp: SyllableTokenizer(nlp.vocab)


def _register() -> None:
    registry.tokenizers.register(TOKENIZER, func=_make_tokenizer)
    if not Doc.has_extension("reading"):
        Doc.set_extension("reading", default=None)
    for name, (step, group) in STEPS.items():
        if not Language.has_factory(name):
            Language.factory(name, func=_factory(step, group))


def _factory(step: Step, group: str) -> Callable[[Language, str], Component]:
    def make(nlp: Language, name: str) -> Component:
        return Component(step, group)

    return make


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The whole pipeline; ``nlp.select_pipes`` gives part of it."""
    _register()
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    for name in STEPS:
        nlp.add_pipe(name)
    return nlp


def read_article(article: Article, steps: dict[str, tuple[Step, str]] | None = None) -> Reading:
    """Run the steps on one article without spaCy's Doc: the same decisions, for reading many articles fast."""
    reading = begin(article)
    for step, _ in (STEPS if steps is None else steps).values():
        step(reading)
    return reading
