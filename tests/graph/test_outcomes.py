"""What became of plans: when one event fits, when a plan stays open, and what a curator decides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from tests.graph.curated import AN, ANH, PROVINCE, Telling, judge, values

from vankien.graph import KnowledgeBase
from vankien.ontology import iri
from vankien.ontology.nouns import Extraction

LABEL, LESS = "Hội nghị bàn về Nông thôn mới 2024", "Hội nghị cán bộ toàn tỉnh Phú Thọ"

Event = tuple[str, str, str]
"""Label, day and day of the article."""


def told(id: str, event: Event, status: str, people: Sequence[str] = (), kind: str = "conference", by: str = PROVINCE) -> tuple[Extraction, str]:
    """An article of one event, and the event's IRI."""
    telling = Telling(id, event[2])
    made = telling.event(event[0], event[1], status, kind, people, by)
    return telling.done(), made


def outcomes(kb: KnowledgeBase) -> list[tuple[str, ...]]:
    """Plans with what became of them, by the articles' keys."""
    return [tuple(end.rpartition("/")[2] for end in row) for row in values(kb, "SELECT ?plan ?held { ?plan vk:heldAs ?held }")]


FITS = [
    pytest.param((LABEL, "2024-05-17", "2024-05-02"), (LABEL, "2024-05-17", "2024-05-18"), id="one name, one day"),
    pytest.param((LABEL, "2024-05", "2024-05-02"), (LABEL, "2024-05-17", "2024-05-18"), id="a day in the month that was told"),
    pytest.param((LABEL, "2024", "2024-05-17"), (LABEL, "2024-05-17", "2024-05-17"), id="reported on the day of the plan"),
]
OPEN = [
    pytest.param((LABEL, "2024-05-17", "2024-05-02"), (LABEL, "2024-05-19", "2024-05-20"), id="another day"),
    pytest.param((LABEL, "2024-05", "2024-05-02"), (LABEL, "2024-06-01", "2024-06-02"), id="another month"),
    pytest.param((LABEL, "", "2024-05-02"), (LABEL, "2024-05-17", "2024-05-18"), id="no day told"),
    pytest.param((LABEL, "2024-05-17", "2024-05-19"), (LABEL, "2024-05-17", "2024-05-18"), id="an article before the plan's"),
    pytest.param((LABEL, "2024-05-17", "2024-05-02"), ("Hội nghị bàn về Nông thôn mới 2025", "2024-05-17", "2024-05-18"), id="another name"),
    pytest.param(("Hội nghị tổng kết", "2024-05-17", "2024-05-02"), ("Hội nghị tổng kết", "2024-05-17", "2024-05-18"), id="a name that any may have"),
]


@pytest.mark.parametrize(("plan", "held"), FITS)
def test_one_event_fits(kb: KnowledgeBase, plan: Event, held: Event) -> None:
    kb.update([told("p", plan, "planned")[0], told("h", held, "held")[0]])
    assert outcomes(kb) == [("p", "h")]
    assert values(kb, "SELECT ?s { ?e a vk:Conference ; vk:status ?s }") == [("held",), ("planned",)], "a plan stays an event of its own"
    kb.withdraw(["h"])
    assert outcomes(kb) == []


def test_another_organisers_event_is_no_outcome(kb: KnowledgeBase) -> None:
    """A hundred districts plan one conference of one name for one day."""
    plan, held = (LABEL, "2024-05-17", "2024-05-02"), (LABEL, "2024-05-17", "2024-05-18")
    kb.update([told("p", plan, "planned")[0], told("h", held, "held", by=iri.body("Tỉnh ủy Lào Cai"))[0], told("n", held, "held", by="")[0]])
    assert outcomes(kb) == []


@pytest.mark.parametrize(("plan", "held"), OPEN)
def test_a_plan_stays_open(kb: KnowledgeBase, plan: Event, held: Event) -> None:
    (first, one), (second, other) = told("p", plan, "planned"), told("h", held, "held")
    kb.update([first, second])
    assert outcomes(kb) == []
    judge(kb, "same", one, other)
    assert outcomes(kb) == [("p", "h")], "a curator decides"
    judge(kb, "undone", one, other)
    assert outcomes(kb) == []


def test_two_events_that_fit_leave_it_open_until_one_is_judged(kb: KnowledgeBase) -> None:
    plan = told("p", (LABEL, "2024-05", "2024-05-02"), "planned")
    held = [told(f"h{n}", (LABEL, f"2024-05-1{n}", "2024-05-20"), "held") for n in range(2)]
    kb.update([plan[0], *(each for each, _ in held)])
    assert outcomes(kb) == []
    judge(kb, "different", plan[1], held[0][1])
    assert outcomes(kb) == [("p", "h1")]
    judge(kb, "same", plan[1], held[0][1])
    assert outcomes(kb) == [("p", "h0")]


def test_two_persons_join_a_plan_and_its_outcome_where_names_agree(kb: KnowledgeBase) -> None:
    day = "2024-05-17"
    kb.update([told("p", (LESS, day, "2024-05-02"), "planned", (AN, ANH))[0], told("h", (f"{LESS} mở rộng", day, day), "held", (AN, ANH))[0]])
    assert outcomes(kb) == [("p", "h")]
    kb.update([told("h", ("Hội nghị thuế toàn quốc 2024", day, day), "held", (AN, ANH))[0]])
    assert outcomes(kb) == []


def test_a_plan_and_what_was_held_are_never_one(kb: KnowledgeBase) -> None:
    (first, one), (second, other) = told("p", (LABEL, "2024-05-17", "2024-05-02"), "planned"), told("h", (LABEL, "2024-05-17", "2024-05-18"), "held")
    kb.update([first, second])
    judge(kb, "same", one, other)
    assert len(values(kb, "SELECT DISTINCT ?e { ?e a vk:Conference }")) == 2


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5], ids=lambda order: "".join(map(str, order)))
def test_a_plan_of_two_articles_is_one_plan(kb: KnowledgeBase, order: Sequence[int]) -> None:
    """What is judged of one telling holds for the plan, also against what evidence makes of the other telling."""
    day = "2024-05-17"
    plans = [told(f"p{n}", (LABEL, day, f"2024-05-0{n + 1}"), "planned") for n in range(2)]
    held = [told("h0", (LABEL, day, "2024-05-18"), "held"), told("h1", (LESS, day, "2024-05-18"), "held")]
    those = [*plans, *held]
    for n in order:
        kb.update([those[n][0]])
    assert outcomes(kb) == [("p0", "h0")]
    judge(kb, "same", plans[1][1], held[1][1])
    assert outcomes(kb) == [("p0", "h1")]
    judge(kb, "different", plans[1][1], held[1][1])
    judge(kb, "different", plans[1][1], held[0][1])
    assert outcomes(kb) == []


def test_the_link_follows_an_event_that_is_called_otherwise(kb: KnowledgeBase) -> None:
    """The plan shares nothing with the article that renames its outcome but a curator's word."""
    plan, held = told("p", (LESS, "2024-05", "2024-05-02"), "planned", kind="meeting"), told("h", (LABEL, "2024-05-17", "2024-05-18"), "held")
    kb.update([plan[0], held[0]])
    judge(kb, "same", plan[1], held[1])
    assert outcomes(kb) == [("p", "h")]
    kb.update([told("a", (LABEL, "2024-05-17", "2024-05-18"), "held")[0]])
    assert outcomes(kb) == [("p", "a")]
    kb.withdraw(["a"])
    assert outcomes(kb) == [("p", "h")]
