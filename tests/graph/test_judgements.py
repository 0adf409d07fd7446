"""What curators judge of persons parts and joins them; a base is a function of articles and judgements, whatever the way there."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.graph.curated import AN, ANH, PROVINCE, Telling, called, judge, parts

from vankien.graph import KnowledgeBase
from vankien.graph.journal import VERDICTS, Journal, Judgement, Verdict
from vankien.ontology import iri
from vankien.ontology.known_persons import named
from vankien.ontology.nouns import Extraction

Dump = Callable[[KnowledgeBase], bytes]
HUNG = "Nguyễn Mạnh Hùng"
ONE, OTHER = (person.iri for person in named(HUNG)[:2])
SECRETARY, DIRECTOR, MEMBER = ("Bí thư", "Tỉnh ủy Phú Thọ"), ("Giám đốc", "Sở Y tế Lào Cai"), ("Ủy viên", "Ban Chấp hành Trung ương Đảng")
EVERYWHERE = iri.body("Đảng ủy Khối Doanh nghiệp")


def people(*given: tuple[str, Sequence[tuple[str, str]], str]) -> tuple[list[Extraction], list[str]]:
    """Articles a0, a1 … of a person each (name, posts, person of the registry), and the persons' IRIs."""
    tellings = [Telling(f"a{n}") for n in range(len(given))]
    persons = [telling.person(name, *posts, known=known) for telling, (name, posts, known) in zip(tellings, given, strict=True)]
    return [each.done() for each in tellings], persons


S, D, SD, NONE = [SECRETARY], [DIRECTOR], [SECRETARY, DIRECTOR], list[tuple[str, str]]()
CASES = [
    # articles; judgements by numbers of persons (or IRIs of the registry); who is one in the end
    pytest.param([(AN, S, ""), (AN, S, "")], ["different 0 1"], "01", id="different parts whom a post joins"),
    pytest.param([(AN, S, ""), (AN, SD, ""), (AN, D, "")], ["different 0 2"], "012", id="who is joined to both stays apart"),
    pytest.param([(AN, S, ""), (AN, SD, ""), (AN, D, ""), (AN, D, "")], ["different 0 3"], "0122", id="each keeps those joined to him alone"),
    pytest.param([(AN, S, ""), (AN, SD, ""), (AN, D, ""), (AN, NONE, "")], ["different 0 2", "same 1 3"], "0121", id="judged one, both stay apart"),
    pytest.param([(AN, NONE, ""), (AN, D, "")], ["same 0 1"], "00", id="same joins"),
    pytest.param([(AN, S, ""), (ANH, D, "")], ["same 0 1"], "00", id="across names"),
    pytest.param([(AN, NONE, ""), (ANH, S, ""), (AN, S, "")], ["same 0 1"], "001", id="another's post under another name is nobody else's"),
    pytest.param([("An", S, ""), ("An", S, ""), ("An", S, ""), ("An", S, "")], ["same 0 1", "same 2 3"], "0011", id="one syllable, two persons, one post"),
    pytest.param([(AN, NONE, ""), (AN, NONE, ""), (AN, NONE, "")], ["same 0 1", "same 1 2", "different 0 2"], "001", id="a contradiction: the first holds"),
    pytest.param([(AN, NONE, ""), (AN, D, "")], ["unsure 0 1"], "01", id="unsure joins nobody"),
    pytest.param([(AN, S, ""), (AN, S, "")], ["unsure 0 1"], "00", id="unsure parts nobody"),
    pytest.param([(AN, S, ""), (AN, S, "")], ["different 0 1", "undone 1 0"], "00", id="undone restores"),
    pytest.param([(AN, S, ""), (HUNG, D, ONE)], [f"same 0 {ONE}"], "00", id="one of the registry under another name"),
    pytest.param([(HUNG, S, ONE), (HUNG, S, "")], [f"different 0 {ONE}"], "00", id="not that one of the registry"),
    pytest.param([(HUNG, S, ONE), (HUNG, S, OTHER)], ["same 0 1", f"same {ONE} {OTHER}"], "01", id="two of the registry are never one"),
    pytest.param([(HUNG, NONE, ONE), (HUNG, NONE, ONE)], ["different 0 1"], "01", id="two claim one of the registry"),
    pytest.param([(HUNG, NONE, ONE), (HUNG, NONE, ONE), (AN, NONE, "")], [f"same 2 {ONE}", "different 2 0"], "011", id="the curator's claim goes first"),
    pytest.param([(HUNG, NONE, ONE), (ANH, NONE, ""), (AN, NONE, "")], [f"same 1 {ONE}", f"same 2 {ONE}", "different 1 2"], "010", id="two claims of a curator"),
]  # fmt: skip


def say(kb: KnowledgeBase, persons: list[str], said: str) -> None:
    """A judgement as the table has it."""
    verdict, *ends = said.split()
    [known] = [each for each in VERDICTS if each == verdict]
    one, other = (persons[int(end)] if end.isdigit() else end for end in ends)
    judge(kb, known, one, other)


@pytest.mark.parametrize(("given_", "judgements", "expected"), CASES)
def test_who_is_one(kb: KnowledgeBase, tmp_path: Path, nquads: Dump, given_: list[tuple[str, list[tuple[str, str]], str]], judgements: list[str], expected: str) -> None:
    told, persons = people(*given_)
    kb.update(told)
    before = nquads(kb)
    for said in judgements:
        say(kb, persons, said)
    assert "".join(parts(kb, persons)) == expected
    anew = KnowledgeBase(tmp_path / "anew")
    anew.path.mkdir()
    anew.folder.journal.write_bytes(kb.folder.journal.read_bytes())
    for each in reversed(told):
        anew.update([each])
    assert nquads(anew) == nquads(kb)
    kb.folder.journal.unlink()
    kb.update([])
    assert nquads(kb) == before, "a journal taken away restores the state before"


def test_two_who_claim_one_of_the_registry_are_neither(kb: KnowledgeBase) -> None:
    told, persons = people(*[(HUNG, NONE, ONE)] * 3)
    kb.update(told)
    judge(kb, "different", persons[0], persons[1])
    assert called(kb, *persons) == [*(person.removeprefix(iri.BASE) for person in persons[:2]), ONE.removeprefix(iri.BASE)]


def test_parted_persons_are_named_by_their_least_article(kb: KnowledgeBase) -> None:
    told, persons = people((AN, S, ""), (AN, S, ""))
    kb.update(told)
    joined = called(kb, *persons)
    assert joined == ["person/đỗ-quý-an/bí-thư/tỉnh-ủy-phú-thọ"] * 2
    judge(kb, "different", *persons)
    assert called(kb, *persons) == ["person/đỗ-quý-an/a0", "person/đỗ-quý-an/a1"]


def test_a_judgement_waits_for_its_articles_and_outlives_them(kb: KnowledgeBase) -> None:
    told, persons = people((AN, NONE, ""), (ANH, D, ""))
    kb.update(told)
    judge(kb, "same", *persons)
    kb.withdraw(["a0"])
    judge(kb, "undone", *persons)
    kb.update(told[:1])
    assert parts(kb, persons) == ["0", "1"]
    Journal(kb.folder.journal).add([Judgement("same", *persons)])
    kb.withdraw(["a1"])
    kb.update(told[1:])
    assert parts(kb, persons) == ["0", "0"]


def test_things_may_be_named_as_the_graph_names_them(kb: KnowledgeBase) -> None:
    told, persons = people((AN, S, ""), (AN, S, ""), (ANH, D, ""))
    kb.update(told)
    of_the_graph = [iri.BASE + name for name in called(kb, persons[0], persons[2])]
    judge(kb, "same", *of_the_graph)
    assert [each.pair for each in kb.judgements()] == [tuple(sorted((persons[0], persons[2])))]
    assert len(set(parts(kb, persons))) == 1


def test_a_pair_keeps_its_iris_while_it_is_one(kb: KnowledgeBase) -> None:
    """The cluster may be called as one of its members is; a verdict on members is on these, not on the cluster's first."""
    tellings = [Telling("a0"), Telling("a1"), Telling("a2")]
    persons = [tellings[0].person("Đỗ Quý-An Bình"), *(each.person("Đỗ Quý") for each in tellings[1:])]
    kb.update(each.done() for each in tellings)
    for pair in ((0, 1), (1, 2)):
        judge(kb, "same", *(persons[n] for n in pair))
    judge(kb, "undone", persons[1], persons[2])
    assert parts(kb, persons) == ["0", "0", "1"]


def universe(seed: int) -> dict[str, list[Extraction]]:
    """Articles, two readings of each, in which persons, events, plans, papers and bodies meet."""
    draw = random.Random(seed)
    return {f"a{n}": [_article(draw, n) for _ in range(2)] for n in range(4)}


def _article(draw: random.Random, n: int) -> Extraction:
    telling = Telling(f"a{n}", f"2024-03-{draw.randint(10, 14)}")
    for name in draw.sample([AN, ANH, HUNG, "An"], 2):
        telling.person(name, *draw.sample([SECRETARY, DIRECTOR, MEMBER], draw.randint(0, 2)), known=draw.choice([ONE, OTHER]) if name == HUNG and n % 2 else "")
    for label in draw.sample(["Hội nghị bàn về Nông thôn mới 2024", "Hội nghị cán bộ toàn tỉnh Phú Thọ"], draw.randint(0, 2)):
        telling.event(label, draw.choice(["2024-03-12", "2024-03"]), draw.choice(["planned", "held"]), people=(AN, ANH) if n % 2 else ())
    telling.paper("27", draw.choice(["2024-02-01", "2024-02-02"]), draw.choice([PROVINCE, iri.body("Tỉnh ủy Lào Cai")]))
    telling.person(AN, ("Bí thư", telling.body("Đảng ủy Khối Doanh nghiệp", everywhere=n == 3)))
    return telling.done()


@dataclass
class History:
    """A base on its way, and the readings of articles that are in it."""

    kb: KnowledgeBase
    variants: dict[str, list[Extraction]]
    alive: dict[str, Extraction] = field(default_factory=dict)

    def step(self, draw: random.Random) -> None:
        """Something that happens to a base."""
        some = draw.sample(sorted(self.variants), draw.randint(1, 4))
        match draw.choice(["update", "withdraw", "judge", "judge", "edit", "rebuild"]):
            case "update":
                chosen = {id: draw.choice(self.variants[id]) for id in some}
                self.kb.update(chosen.values(), batch=draw.choice([1, 5000]))
                self.alive |= chosen
            case "withdraw":
                self.kb.withdraw([id for id in some if id in self.alive])
                self.alive = {id: story for id, story in self.alive.items() if id not in some}
            case "judge":
                Journal(self.kb.folder.journal).add(self._judgement(draw) for _ in range(3))
                self.kb.update([])
            case "edit" if self.kb.folder.journal.exists():
                lines = self.kb.folder.journal.read_text(encoding="utf-8").splitlines(keepends=True)
                lines.pop(draw.randrange(4, len(lines)))  # a judgement, or the names of columns
                self.kb.folder.journal.write_text("".join(lines), encoding="utf-8")
                self.kb.update([])
            case "rebuild":
                self.kb.rebuild()

    def _judgement(self, draw: random.Random) -> Judgement:
        verdict: Verdict = draw.choice([*VERDICTS, "same", "different"])
        of = draw.choice(["person", "event", "doc", "body"])
        named = {e.id for readings in self.variants.values() for s in readings for e in s.entities if e.id.startswith(f"{iri.BASE}{of}/")}
        return Judgement(verdict, *draw.sample(sorted(named | {ONE, OTHER} if of == "person" else named | {EVERYWHERE} if of == "body" else named), 2))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_any_history_ends_like_a_fresh_build(seed: int) -> None:
    draw = random.Random(seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        history = History(KnowledgeBase(folder / "kb"), universe(seed))
        history.kb.update([])
        for _ in range(draw.randint(3, 9)):
            history.step(draw)
        fresh = KnowledgeBase(folder / "fresh")
        fresh.path.mkdir()
        if history.kb.folder.journal.exists():
            fresh.folder.journal.write_bytes(history.kb.folder.journal.read_bytes())
        fresh.update(history.alive[id] for id in draw.sample(sorted(history.alive), len(history.alive)))
        assert history.kb.export(folder / "kb.nq").read_bytes() == fresh.export(folder / "fresh.nq").read_bytes()


def test_the_order_of_judgements_leaves_no_trace(kb: KnowledgeBase, nquads: Dump) -> None:
    told, persons = people((AN, S, ""), (AN, SD, ""), (ANH, D, ""))
    kb.update(told)
    said: list[tuple[Verdict, str, str]] = [("same", persons[0], persons[2]), ("same", persons[1], persons[2]), ("different", persons[0], persons[1])]
    dumps = set()
    for order in permutations(said):
        kb.folder.journal.unlink(missing_ok=True)
        for verdict, one, other in order:
            judge(kb, verdict, one, other)
        dumps.add(nquads(kb))
    assert len(dumps) == 1
