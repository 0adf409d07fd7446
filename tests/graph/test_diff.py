"""What a base has gained and lost: between two bases, and since the build before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vankien.graph import KnowledgeBase
from vankien.ontology.errors import StoreError
from vankien.ontology.nouns import Extraction

Story = Callable[..., Extraction]
Told = set[tuple[str, str, str, str, tuple[str, ...]]]

SECRETARY = ("Nguyễn Văn An", "Bí thư", "Tỉnh ủy Phú Thọ")
CHAIR = ("Lê Thị Bình", "Chủ tịch", "UBND tỉnh Phú Thọ")


def told(kb: KnowledgeBase, earlier: KnowledgeBase | None = None) -> Told:
    """Sign, predicate, the names of both ends, and the articles of each difference."""
    return {(d.sign, d.predicate, d.subject_label, d.object_label, d.articles) for d in kb.diff(earlier)}


def test_a_new_article_brings_its_facts(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("a", [SECRETARY])])
    kb.update([story("b", [CHAIR])])
    assert told(kb) == {
        ("+", "holdsPost", "Lê Thị Bình", "Chủ tịch UBND tỉnh Phú Thọ", ("b",)),
        ("+", "postIn", "Chủ tịch UBND tỉnh Phú Thọ", "UBND tỉnh Phú Thọ", ("b",)),
    }


def test_another_article_for_a_fact_is_no_difference(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("a", [SECRETARY])])
    kb.update([story("b", [SECRETARY], published="2024-05-01")])
    assert told(kb) == set()


def test_what_is_withdrawn_is_lost(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("a", [SECRETARY]), story("b", [SECRETARY]), story("c", [CHAIR])])
    kb.withdraw(["c", "b"])
    assert {(sign, predicate) for sign, predicate, *_ in told(kb)} == {("-", "holdsPost"), ("-", "postIn")}
    assert {articles for *_, articles in told(kb)} == {("c",)}


def test_a_status_that_changes_is_one_fact_for_another(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("a", [SECRETARY])])
    kb.update([story("a", [(*SECRETARY, "former")])])
    changed = {(d.sign, d.predicate, d.attributes["status"]) for d in kb.diff()}
    assert changed == {("-", "holdsPost", "current"), ("+", "heldPost", "former")}


def test_two_bases(tmp_path: Path, kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("a", [SECRETARY])])
    other = KnowledgeBase(tmp_path / "other")
    other.update([story("x", [SECRETARY]), story("y", [CHAIR])])
    there, back = told(other, kb), told(kb, other)
    assert {("-" if sign == "+" else "+", *rest) for sign, *rest in there} == back and len(there) == 2
    assert told(kb, kb) == set()


def test_a_base_that_no_build_has_changed_has_no_state_before(kb: KnowledgeBase, story: Story) -> None:
    with pytest.raises(StoreError, match="no earlier state is kept"):
        list(kb.diff())
    kb.update([story("a", [SECRETARY])])
    kb.update([])
    with pytest.raises(StoreError, match="no earlier state is kept"):
        list(kb.diff())


def test_the_state_before_is_held_while_it_is_read(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("a", [SECRETARY])])
    kb.update([story("b", [CHAIR])])
    reading = kb.diff()
    first = next(reading)
    for number in range(3):  # builds sweep away what nobody reads
        KnowledgeBase(kb.path).update([story(f"c{number}", [CHAIR], extra=str(number))])
    assert first.sign == "+" and all(d.sign == "+" for d in reading)


def test_a_build_of_several_batches_is_one_step(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("a", [SECRETARY])])
    kb.update([story(f"b{n}", [(f"Trần Văn {'ABCDE'[n]}", "Giám đốc", "Sở Y tế Phú Thọ")]) for n in range(5)], batch=1)
    held = {name for sign, predicate, name, *_ in told(kb) if (sign, predicate) == ("+", "holdsPost")}
    assert held == {f"Trần Văn {letter}" for letter in "ABCDE"}


def test_rebuilding_changes_no_fact_and_keeps_what_was_before(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("a", [SECRETARY])])
    kb.update([story("b", [CHAIR])])
    before = told(kb)
    kb.rebuild()
    assert told(kb) == before and before


def test_a_person_whose_iri_moves_has_gained_nothing_else(kb: KnowledgeBase, story: Story) -> None:
    kb.update([story("b", [SECRETARY])])
    kb.update([story("a", [SECRETARY, ("Nguyễn Văn An", "Bí thư", "Đảng ủy Khối")])])
    assert {(sign, name) for sign, predicate, _, name, _ in told(kb) if predicate == "holdsPost"} == {("+", "Bí thư Đảng ủy Khối")}
