"""The journal: what an editor may do to the file, what is told with its line, and that nothing acknowledged gets lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from tests.graph.curated import AN, Telling, called, judge, values

from vankien.graph import KnowledgeBase
from vankien.graph.journal import COLUMNS, Journal, Judgement, Verdict, in_force, parse
from vankien.ontology import iri
from vankien.ontology.errors import StoreError, UsageError

Dump = Callable[[KnowledgeBase], bytes]
ONE, OTHER = f"{iri.BASE}person/đỗ-quý-an/a1", f"{iri.BASE}person/đỗ-quý-an/a2"
LINE = "same\tperson/đỗ-quý-an/a1\tperson/đỗ-quý-an/a2"

READ = [
    pytest.param(LINE, id="no final newline, no names"),
    pytest.param(f"{LINE}\tĐỗ Quý An | Đỗ Quý An\t2026-01-05\tHoa\tone biography\n", id="all columns"),
    pytest.param(f"\ufeff{chr(9).join(COLUMNS)}\r\n{LINE}\r\n", id="Windows: byte order mark, line ends"),
    pytest.param(f"\n# a note\n   \n  # another\n{LINE}\n\n", id="comments and blank lines"),
    pytest.param("Same \t person/đỗ-quý-an/a1\tperson/đỗ-quý-an/a2 \n", id="spaces and capitals"),
    pytest.param(f"{LINE}\t\t\t\t\t\t\t\n", id="empty cells of a spreadsheet"),
    pytest.param(f"same\tperson/đỗ-quý-an/a2\t{ONE}\n", id="the other way round, with the base"),
    pytest.param(unicodedata.normalize("NFD", LINE), id="letters and marks apart"),
    pytest.param(f"different{LINE[4:]}\nundone{LINE[4:]}\n{LINE}\n", id="the latest counts"),
]  # fmt: skip

DAMAGED = [
    pytest.param(b"perhaps" + LINE[4:].encode(), "line 1: 'perhaps' is no verdict", id="verdict"),
    pytest.param(f"# a note\n\n{LINE}\nsame\tperson/đỗ-quý-an/a1\n".encode(), "line 4: a judgement has", id="a column is missing"),
    pytest.param(b"same\tperson/a-b/a1\t\tnames\n", "line 1: a judgement has", id="an empty IRI"),
    pytest.param(LINE.replace("\t", " ").encode(), "line 1: a judgement has", id="spaces for tabs"),
    pytest.param(f"{LINE}\t1\t2\t3\t4\t5\n".encode(), "line 1: a judgement has", id="a tab in the reason"),
    pytest.param(f"same\tperson/đỗ-quý-an/a1\t{ONE}\n".encode(), "line 1: .*one thing, nothing to judge", id="a thing and itself"),
    pytest.param(b"same\tperson/a-b/a1\tevent/visit/x/a1\n", "line 1: .* are no two persons", id="two kinds"),
    pytest.param(b"same\tpost/x/a1\tpost/x/a2\n", "line 1: .* are no two persons", id="what nobody judges"),
    pytest.param(LINE.encode() + b"\n\nsame\t\xff\n", "line 3: not UTF-8", id="not UTF-8"),
    pytest.param(LINE.encode("utf-16"), "line 1: not UTF-8", id="UTF-16"),
]  # fmt: skip


def two() -> list[Telling]:
    """Two articles that name one man without saying what he does."""
    tellings = [Telling("a1"), Telling("a2")]
    for each in tellings:
        each.person(AN)
    return tellings


@pytest.fixture
def base(kb: KnowledgeBase) -> KnowledgeBase:
    kb.update(each.done() for each in two())
    return kb


@pytest.mark.parametrize("text", READ)
def test_read(base: KnowledgeBase, text: str) -> None:
    base.folder.journal.write_bytes(text.encode())
    assert {pair: each.verdict for pair, each in in_force(base.judgements()).items()} == {(ONE, OTHER): "same"}
    base.update([])
    assert called(base, ONE) == called(base, OTHER), "an edited journal takes effect with the next build"


@pytest.mark.parametrize(("data", "message"), DAMAGED)
def test_damaged(base: KnowledgeBase, data: bytes, message: str) -> None:
    """One line names file and line; nothing is built or written beside it, and who only reads is not disturbed."""
    base.folder.journal.write_bytes(data)
    writing: list[Callable[[], object]] = [
        lambda: base.update([Telling("a3").done()]), lambda: base.withdraw(["a1"]), base.rebuild, base.judgements,
        lambda: list(base.doubts()), lambda: judge(base, "same", ONE, OTHER),
    ]  # fmt: skip
    for act in writing:
        with pytest.raises(StoreError, match=message) as caught:
            act()
        assert str(caught.value).startswith(f"{base.folder.journal}, line ") and "\n" not in str(caught.value)
    assert base.folder.journal.read_bytes() == data
    assert base.stats()["articles"] == 2 and len(base.members(ONE)) == 1 and base.explain(AN)


def test_the_order_of_lines_counts_within_a_pair_only() -> None:
    lines = [f"{verdict}\tperson/a-b/{one}\tperson/a-b/{other}\n" for verdict in ("same", "different") for one, other in (("1", "2"), ("3", "4"))]
    assert set(in_force(parse("".join(lines)))) == set(in_force(parse("".join([*lines[::2], *lines[1::2]]))))
    assert {each.verdict for each in in_force(parse("".join(reversed(lines)))).values()} == {"same"}


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.tsv")
    given = [Judgement("same", ONE, OTHER, "An\t| An", "2026-01-05", "Hoa\n", "one\u2028biography, # not two"), Judgement("unsure", OTHER, f"{ONE}x")]
    journal.add(given[:1])
    journal.path.write_bytes(journal.path.read_bytes().rstrip(b"\n"))
    journal.add(given[1:])
    first, second = journal.read()
    assert (first.names, first.by, first.reason) == ("An | An", "Hoa", "one biography, # not two")
    assert (second.verdict, second.pair) == ("unsure", given[1].pair)


@pytest.mark.parametrize(
    "wrong",
    [Judgement(cast(Verdict, "perhaps"), ONE, OTHER), Judgement("same", ONE, ONE), Judgement("same", ONE, f"{iri.BASE}body/x/a2"), Judgement("same", ONE, f"{ONE}9")],
    ids=["verdict", "itself", "two kinds", "nothing has this IRI"],
)  # fmt: skip
def test_what_can_be_no_judgement_is_not_written(base: KnowledgeBase, wrong: Judgement) -> None:
    with pytest.raises(UsageError):
        base.judge(wrong)
    assert not base.folder.journal.exists()


def test_a_second_writer_is_refused(base: KnowledgeBase) -> None:
    with base.folder.writing():
        with pytest.raises(StoreError, match=f"process {os.getpid()}"):
            judge(KnowledgeBase(base.path), "same", ONE, OTHER)
        assert not base.folder.journal.exists()
    judge(base, "same", ONE, OTHER)
    assert len(set(called(base, ONE, OTHER))) == 1


def test_a_base_is_begun_beside_a_journal(base: KnowledgeBase, tmp_path: Path, nquads: Dump) -> None:
    judge(base, "same", ONE, OTHER)
    anew = KnowledgeBase(tmp_path / "anew")
    anew.path.mkdir()
    (anew.path / "journal.tsv").write_bytes(base.folder.journal.read_bytes())
    KnowledgeBase(anew.path).update(each.done() for each in reversed(two()))
    assert nquads(anew) == nquads(base)


# Judges pair after pair and says so; the test kills it on the way.
JUDGE = """
import sys
from vankien.graph import KnowledgeBase
from vankien.graph.journal import Judgement
kb = KnowledgeBase(sys.argv[1])
for n in range(int(sys.argv[2]), 40):
    person = "https://w3id.org/vankien/id/person/đỗ-quý-an/k"
    kb.judge(Judgement("same", f"{person}{n:02}", f"{person}{n + 1:02}"))
    print(n, flush=True)
"""


def test_a_killed_judge_loses_nothing_acknowledged(kb: KnowledgeBase, tmp_path: Path, nquads: Dump) -> None:
    tellings = [Telling(f"k{n:02}") for n in range(41)]
    for each in tellings:
        each.person(AN)
    kb.update(each.done() for each in tellings)
    done = -1
    for lines in (1, 3, 2):
        judging = subprocess.Popen([sys.executable, "-c", JUDGE, kb.path, str(done + 1)], stdout=subprocess.PIPE, text=True)
        assert judging.stdout is not None
        for _ in range(lines):
            done = int(judging.stdout.readline())
        judging.send_signal(signal.SIGKILL)
        judging.wait()
        judging.stdout.close()
        assert len(in_force(kb.judgements())) >= done + 1
        assert values(kb, "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a vk:Person }")
    kb.update([])
    fresh = KnowledgeBase(tmp_path / "fresh")
    fresh.update([])
    fresh.folder.journal.write_bytes(kb.folder.journal.read_bytes())
    fresh.update(each.done() for each in tellings)
    assert nquads(kb) == nquads(fresh)
    assert len(set(called(kb, *(f"{iri.BASE}person/đỗ-quý-an/k{n:02}" for n in range(done + 2))))) == 1
