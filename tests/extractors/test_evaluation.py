"""What an evaluation counts, on extractions made by hand against one annotated article of our own."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

from vankien.extractors import as_record, extract_one
from vankien.extractors.evaluation import Count, Figures, GoldArticle, evaluate, fallen, load
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Entity, EntityType, Extraction, Mention, Span, Statement

FOLDER = Path(__file__).parent / "annotated"


@pytest.fixture(scope="module")
def gold() -> GoldArticle:
    [annotated] = load(FOLDER)
    assert isinstance(annotated, GoldArticle)
    return annotated


@pytest.fixture
def whole(gold: GoldArticle) -> Extraction:
    """The extraction that says just what is annotated."""
    mentions = tuple(Mention(m.span, kind(m.type), m.entities) for m in gold.mentions)
    entities = tuple(Entity(i, kind(e.type), e.type, e.name, e.attributes) for i, e in gold.entities.items())
    says = (
        Statement(r.subject, r.name, r.object, Span(0, 5), "by hand", attributes=r.attributes)
        for r in gold.relations
    )
    return Extraction(gold.article, mentions, entities, tuple(says))


def kind(name: str) -> EntityType:
    known: tuple[EntityType, ...] = ("Person", "Body", "Post", "Document", "Event")
    return known[known.index(cast(EntityType, name))]


def change(of: Extraction, **parts: Callable[[Any], Any]) -> Extraction:
    """A copy with every mention, entity or statement put through a function; None drops it."""
    changed = {
        name: tuple(x for x in map(f, getattr(of, name)) if x is not None) for name, f in parts.items()
    }
    now = {"mentions": of.mentions, "entities": of.entities, "statements": of.statements} | changed
    return Extraction(of.article, **now)


def figures(gold: GoldArticle, extraction: Extraction) -> Figures:
    return evaluate([gold], {gold.article.id: extraction})


def test_what_says_all_that_is_annotated_is_whole(gold: GoldArticle, whole: Extraction) -> None:
    result = figures(gold, whole)
    assert {part: (result.whole(part).f1, result.whole(part).false) for part in result.counts} == {
        part: (1.0, 0)
        for part in ("strict", "relaxed", "coreference", "relations", "qualified", "attributes")
    }
    assert result.whole("strict").right == 9 and result.whole("relations").right == 8
    assert result.whole("attributes").right == 7 and not result.faults and not result.unread


def test_a_longer_name_is_wrong_strictly_and_right_loosely(gold: GoldArticle, whole: Extraction) -> None:
    def longer(m: Mention) -> Mention:
        return Mention(Span(m.span.start - 9, m.span.end), m.type, m.entities) if m.entities == ("p1",) else m

    result = figures(gold, change(whole, mentions=longer))
    assert result.counts["strict"]["Person"] == Count(1, 1, 1) and result.counts["relaxed"][
        "Person"
    ] == Count(2, 0, 0)
    assert [(f.part, f.sort, f.what) for f in result.faults] == [
        ("strict", "wrong", "Trần Minh Khôi ≠ đồng chí Trần Minh Khôi")
    ]


def test_what_is_not_said_is_missed_with_all_that_hangs_on_it(gold: GoldArticle, whole: Extraction) -> None:
    def without(m: Mention) -> Mention | None:
        return None if "p2" in m.entities else m

    def not_of(s: Statement) -> Statement | None:
        return None if "p2" in (s.subject, s.object) else s

    result = figures(gold, change(whole, mentions=without, statements=not_of))
    assert result.counts["relaxed"]["Person"] == Count(1, 0, 1)
    assert (
        result.counts["relations"]["holdsPost"] == Count(1, 0, 1) == result.counts["qualified"]["holdsPost"]
    )
    assert ("relaxed", "missed", "Lê Thị Hoa") in {(f.part, f.sort, f.what) for f in result.faults}


def test_a_wrong_status_counts_only_with_qualifiers(gold: GoldArticle, whole: Extraction) -> None:
    def current(s: Statement) -> Statement:
        return Statement(
            s.subject, s.predicate, s.object, s.span, s.rule, attributes=dict(s.attributes, status="current")
        )

    result = figures(gold, change(whole, statements=current))
    assert result.counts["relations"]["holdsPost"] == Count(2, 0, 0)
    assert result.counts["qualified"]["holdsPost"] == Count(1, 1, 1)
    assert {(f.part, f.sort, f.what.partition(" (")[2]) for f in result.faults} == {
        ("qualified", "missed", "former)"),
        ("qualified", "false", "current)"),
    }


def test_an_inferred_statement_is_not_judged(gold: GoldArticle, whole: Extraction) -> None:
    more = Statement("p1", "holdsPost", "t2", Span(0, 5), "guess", "inferred", {"status": "current"})
    result = figures(
        gold, Extraction(whole.article, whole.mentions, whole.entities, (*whole.statements, more))
    )
    assert result.whole("relations").false == 0
    said = Statement("p1", "holdsPost", "t2", Span(0, 5), "guess", "stated", {"status": "current"})
    result = figures(
        gold, Extraction(whole.article, whole.mentions, whole.entities, (*whole.statements, said))
    )
    assert result.whole("relations").false == 1


def test_two_things_read_as_one_cost_coreference(gold: GoldArticle, whole: Extraction) -> None:
    def one(m: Mention) -> Mention:
        return Mention(m.span, m.type, ("p1",)) if m.type == "Person" else m

    assert figures(gold, change(whole, mentions=one)).whole("coreference") == Count(1, 1, 0)


def test_a_wrong_attribute_is_told(gold: GoldArticle, whole: Extraction) -> None:
    def earlier(e: Entity) -> Entity:
        return Entity(e.id, e.type, e.cls, e.label, dict(e.attributes, number="053")) if e.id == "d1" else e

    result = figures(gold, change(whole, entities=earlier))
    assert result.counts["attributes"]["Document.number"] == Count(0, 0, 1)
    assert [f.what for f in result.faults] == ["Nghị quyết số 35-NQ/TW: 35 ≠ 053"]


def test_an_article_that_was_not_read_is_named_and_counts_as_empty(gold: GoldArticle) -> None:
    result = evaluate([gold], {})
    assert (
        result.unread == ["own-1"]
        and result.whole("strict") == Count(0, 0, 9)
        and result.whole("strict").f1 == 0.0
    )


def test_a_fall_is_told_and_a_rise_is_not(gold: GoldArticle, whole: Extraction) -> None:
    best = figures(gold, whole)
    worse = figures(gold, change(whole, statements=lambda s: None if s.predicate == "issuedBy" else s))
    assert list(fallen(worse, best.as_json())) == [
        "relations issuedBy: F1 1.000 -> 0.000",
        "relations all: F1 1.000 -> 0.933",
        "qualified issuedBy: F1 1.000 -> 0.000",
        "qualified all: F1 1.000 -> 0.933",
    ]
    assert list(fallen(best, worse.as_json())) == [] == list(fallen(best, best.as_json()))
    assert list(fallen(Figures(), best.as_json()))[0] == "articles: 1 -> 0"


@pytest.mark.parametrize(
    "broken, reason",
    [
        (lambda note: note["mentions"][0].update(nth=2), "does not stand 2 times in the article"),
        (lambda note: note["mentions"][0].update(nth=0), "nth is 0, the first occurrence is 1"),
        (lambda note: note["mentions"][0].update(nth="1"), "nth is '1', the first occurrence is 1"),
        (lambda note: note["mentions"][0].update(text=""), "a mention has no words"),
        (lambda note: note.update(mentions={"type": "Person"}), "'mentions' is no list of objects"),
        (lambda note: note["entities"][0].update(type=["Person"]), "no entity type ['Person']"),
        (lambda note: note["relations"][0].update(attrs="current"), "attrs of 'holdsPost' is no object"),
        (lambda note: note["entities"].append(note["entities"][0]), "two entities 'p1'"),
        (lambda note: note.update(entities=["p1"]), "'entities' is no list of objects"),
        (lambda note: note.update(relations=None), "'relations' is no list of objects"),
        (
            lambda note: note["mentions"][0].update(entity="p9"),
            "'p9' is missing or names nothing that is there",
        ),
        (lambda note: note["mentions"][0].update(type="Place"), "no mention type 'Place'"),
        (lambda note: note["relations"][0].update(to="t9"), "'t9' is missing or names nothing that is there"),
        (lambda note: note.update(id="own-2"), "'own-2' is missing or names nothing that is there"),
    ],
)
def test_a_broken_annotation_is_named_and_the_rest_goes_on(
    tmp_path: Path, broken: Callable[[dict[str, Any]], None], reason: str
) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "annotated")
    note = json.loads((folder / "own.json").read_text(encoding="utf-8"))
    broken(note)
    (folder / "bad.json").write_text(json.dumps(note), encoding="utf-8")
    error, good = load(folder)
    assert (
        isinstance(error, InputError)
        and str(error).startswith(str(folder / "bad.json"))
        and reason in str(error)
    )
    assert isinstance(good, GoldArticle)


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The evaluation kit's own program."""
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("spoil", range(4))
def test_the_figures_are_those_of_the_kit(scorer: ModuleType, shared: Path, spoil: int) -> None:
    """Also on readings that are worse than ours: every second, third or fourth thing taken away."""
    gold = [g for g in load(shared / "eval" / "dev") if isinstance(g, GoldArticle)]
    said = {g.article.id: spoiled(extract_one(g.article), spoil) for g in gold}
    records = {key: as_record(extraction) for key, extraction in said.items()}
    theirs = scorer.score(scorer.load_gold(shared / "eval" / "dev"), records)
    assert evaluate(gold, said).as_json() == theirs


def spoiled(extraction: Extraction, step: int) -> Extraction:
    if not step:
        return extraction
    mentions = [m for i, m in enumerate(extraction.mentions) if i % (step + 1)]
    cut = [
        Mention(Span(m.span.start, m.span.end - i % 2), m.type, m.entities) for i, m in enumerate(mentions)
    ]
    return Extraction(
        extraction.article, tuple(cut), extraction.entities[::-1], extraction.statements[::step]
    )
