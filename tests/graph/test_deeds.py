"""One act and one tenure over all the articles that tell of them (identity/deeds.py, quads/beside.py)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

from vankien.graph import KnowledgeBase
from vankien.graph.explain import Explanation
from vankien.graph.identity.deeds import Deed, one_act
from vankien.ontology import iri
from vankien.ontology.nouns import Extraction, Statement

Story = Callable[..., Extraction]
Dump = Callable[[KnowledgeBase], bytes]

BODY = "Tỉnh ủy Nghệ An"
POST = iri.post("Bí thư", iri.body(BODY))
AN = "Nguyễn Văn An"


def told(story: Story, id: str, day: str, act: str = "appoint", name: str = AN, status: str = "incoming", **given: Any) -> Extraction:
    """An article that tells an act about somebody and his post."""
    extraction = story(id, [(name, "Bí thư", BODY, status)], published=day, extra=f"Bản tin {id}.")
    [holds] = [s for s in extraction.statements if s.predicate == "holdsPost"]
    post = given.pop("post", POST)
    deed = Statement(holds.subject, "personnelAct", post, holds.span, "test.act", "stated", {"act": act, **given})
    return replace(extraction, statements=(*extraction.statements, deed))


def count(kb: KnowledgeBase, sparql: str) -> int:
    found = kb.query(f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT * {{ {sparql} }} }}")
    assert isinstance(found, QuerySolutions)
    return int(next(iter(found))["n"].value)


ACTS = "?a a vk:PersonnelEvent"


def test_six_papers_one_appointment_one_tenure(kb: KnowledgeBase, story: Story) -> None:
    papers = [told(story, f"p{n}", day, date=stated) if stated else told(story, f"p{n}", day) for n, (day, stated) in enumerate([
        ("2024-03-20", "2024-03-19"), ("2024-03-20", ""), ("2024-03-21", "2024-03"), ("2024-03-21", "2024-03-19"), ("2024-03-25", ""), ("2024-04-10", "2024-03-19"),
    ])]  # fmt: skip
    kb.update(papers)
    assert (count(kb, ACTS), count(kb, "?t a vk:Tenure"), count(kb, "?p a vk:Person")) == (1, 1, 1)
    assert count(kb, "?a a vk:Appointment ; vk:evidence ?e") == 6 == count(kb, "?t a vk:Tenure ; vk:evidence ?e")
    found = kb.explain(AN)
    assert isinstance(found, Explanation)
    [held] = [fact for fact in found.facts if fact.predicate == "holdsPost"]
    assert (held.support, held.stories, held.first, held.last) == (6, 6, "2024-03-20", "2024-04-10")
    assert kb.validate().conforms


def test_one_decision_in_the_verbs_of_three_papers(kb: KnowledgeBase, story: Story) -> None:
    """One writes bổ nhiệm, one điều động, one phân công: one appointment, with all that they call it."""
    kb.update([told(story, f"p{n}", "2024-03-20", act) for n, act in enumerate(("appoint", "transfer", "assign", "designate"))])
    assert count(kb, ACTS) == 1 and count(kb, "?a a vk:PersonnelEvent ; vk:act ?act") == 4
    assert kb.validate().conforms


def test_each_day_keeps_its_precision_and_source(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "2024-03-20", date="2024-03-19"), told(story, "b", "2024-03-21", date="2024-03"), told(story, "c", "2024-03-22", announcedOn="2024-03-21")])
    found = kb.query("SELECT ?id ?p ?d { ?a a vk:Appointment ; vk:evidence ?s . ?s ?p ?d ; prov:wasDerivedFrom/vk:identifier ?id FILTER (?p IN (vk:date, vk:announcedOn)) } ORDER BY ?id")
    assert isinstance(found, QuerySolutions)
    rows = [(row["id"].value, row["p"].value.rpartition("#")[2], row["d"].value, row["d"].datatype.value.rpartition("#")[2]) for row in found]
    assert rows == [("a", "date", "2024-03-19", "date"), ("b", "date", "2024-03", "gYearMonth"), ("c", "announcedOn", "2024-03-21", "date")]
    assert count(kb, ACTS) == 1 and count(kb, "GRAPH ?g { ?a a vk:Appointment ; vk:date ?d }") == 2


def test_two_days_of_one_act_are_a_doubt_that_is_listed(kb: KnowledgeBase, story: Story) -> None:
    kb.update([told(story, "a", "2024-03-20", date="2024-03-19"), told(story, "b", "2024-03-21", date="2024-03-20")])
    assert count(kb, ACTS) == 1
    report = kb.validate()
    assert report.conforms and "PersonnelEventOneDate" in {finding.shape for finding in report.of("Warning")}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"act": "appoint"}, {"act": "elect"}, "another act"),
        ({"act": "elect"}, {"act": "ratify"}, "two steps of an election"),
        ({"act": "appoint", "date": "2024-03-19"}, {"act": "appoint", "date": "2021-03-19"}, "years before"),
        ({"act": "discipline", "measure": "cảnh cáo", "post": None}, {"act": "discipline", "measure": "khiển trách", "post": None}, "another measure"),
        ({"act": "appoint"}, {"act": "appoint", "post": iri.post("Chủ tịch", iri.body("UBND tỉnh Nghệ An"))}, "another post"),
        ({"act": "appoint"}, {"act": "appoint", "name": "Lê Thị Bình"}, "another person"),
    ],
)  # fmt: skip
def test_two_acts(kb: KnowledgeBase, story: Story, one: dict[str, Any], other: dict[str, Any], why: str) -> None:
    kb.update([told(story, "a", "2024-03-20", **one), told(story, "b", "2024-03-21", **other)])
    assert count(kb, ACTS) == 2, why


def test_namesakes_have_their_own(kb: KnowledgeBase, story: Story) -> None:
    """Two of one name in two posts: two persons, two tenures, two appointments of one day."""
    here = told(story, "a", "2024-03-20", date="2024-03-19")
    there = story("b", [(AN, "Giám đốc", "Sở Y tế Lào Cai", "incoming")], published="2024-03-20")
    [holds] = [s for s in there.statements if s.predicate == "holdsPost"]
    deed = Statement(holds.subject, "personnelAct", holds.object, holds.span, "t", "stated", {"act": "appoint", "date": "2024-03-19"})
    kb.update([here, replace(there, statements=(*there.statements, deed))])
    assert (count(kb, "?p a vk:Person"), count(kb, ACTS), count(kb, "?t a vk:Tenure")) == (2, 2, 2)


def test_an_act_follows_the_person(kb: KnowledgeBase, story: Story, tmp_path: Path, nquads: Dump) -> None:
    """A third article joins two persons; with it, and again without it, the base is as one made anew."""
    one = told(story, "a", "2024-03-20")
    two = story("b", [(AN, "Giám đốc", "Sở Y tế Lào Cai", "former")], published="2024-03-22")
    [holds] = [s for s in two.statements if s.predicate == "holdsPost"]
    two = replace(two, statements=(*two.statements, Statement(holds.subject, "personnelAct", POST, holds.span, "t", "stated", {"act": "appoint"})))
    both = story("c", [(AN, "Bí thư", BODY), (AN, "Giám đốc", "Sở Y tế Lào Cai", "former")], published="2024-03-23")
    kb.update([one, two])
    assert count(kb, ACTS) == 2
    kb.update([both])
    assert count(kb, ACTS) == 1
    kb.withdraw(["c"])
    fresh = KnowledgeBase(tmp_path / "fresh")
    fresh.update([two, one])
    assert nquads(kb) == nquads(fresh) and count(kb, ACTS) == 2


def test_any_order_gives_the_same_base(story: Story, tmp_path: Path, nquads: Dump) -> None:
    papers = [told(story, f"p{n}", day) for n, day in enumerate(("2024-03-20", "2024-04-15", "2024-05-10", "2024-09-01"))]
    dumps = set()
    for number, order in enumerate(permutations(papers)):
        if number % 7 == 0:
            kb = KnowledgeBase(tmp_path / str(number))
            for paper in order:
                kb.update([paper])
            dumps.add(nquads(kb))
            assert count(kb, ACTS) == 2
    assert len(dumps) == 1


@given(st.lists(st.tuples(st.sampled_from(["", "2024", "2024-03", "2024-03-19", "2024-03-30", "2024-06-01"]), st.sampled_from(["", "2024-03-20", "2025-01-01"])), max_size=6), st.randoms())
def test_a_function_of_the_tellings_alone(days: list[tuple[str, str]], random: Any) -> None:
    deeds = [Deed(f"urn:{n}", f"a{n}", "p", "said", day, published) for n, (day, published) in enumerate(days)]
    parted = {frozenset(d.iri for d in act) for act in one_act(deeds)}
    shuffled = deeds[:]
    random.shuffle(shuffled)
    assert parted == {frozenset(d.iri for d in act) for act in one_act(shuffled)}
    assert sorted(d.iri for act in one_act(deeds) for d in act) == sorted(d.iri for d in deeds)


def test_what_no_day_tells_stays_alone() -> None:
    deeds = [Deed("urn:a", "a", "p", "said", "", ""), Deed("urn:b", "b", "p", "said", "", ""), Deed("urn:c", "c", "p", "said", "2024-03-19", "")]
    assert len(one_act(deeds)) == 3


def test_a_year_joins_the_one_act_in_it_and_none_of_two() -> None:
    year = Deed("urn:y", "y", "p", "said", "2024", "2030-01-01")
    march, june = (Deed(f"urn:{day}", day, "p", "said", day, "") for day in ("2024-03-19", "2024-06-01"))
    assert sorted(map(len, one_act([year, march]))) == [2] and sorted(map(len, one_act([year, march, june]))) == [1, 1, 1]
