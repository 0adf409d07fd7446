"""What is measured on real articles in ``../shared``: the first article whole and right, no figure of the rest falls.

The articles are the newspapers' own and stay outside the project; these tests are skipped without them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from vankien.extractors import extract_one, read
from vankien.extractors.evaluation import GoldArticle, evaluate, fallen, load
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article, Extraction

pytestmark = pytest.mark.shared
MEMORY = 400_000  # kilobytes that reading any number of articles may take, all in all


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[GoldArticle]:
    found = list(load(shared / "eval" / "dev"))
    assert not [f for f in found if isinstance(f, InputError)]
    return [f for f in found if isinstance(f, GoldArticle)]


@pytest.fixture(scope="module")
def readings(gold: list[GoldArticle]) -> dict[str, Extraction]:
    return {g.article.id: extract_one(g.article) for g in gold}


@pytest.mark.parametrize(
    "part, floor",
    [("relaxed", 1.0), ("strict", 1.0), ("coreference", 0.98), ("relations", 0.95), ("qualified", 0.95)],
)
def test_the_first_article_is_read_whole_and_right(
    gold: list[GoldArticle], readings: dict[str, Extraction], part: str, floor: float
) -> None:
    seed = evaluate([g for g in gold if g.key == "seed"], readings)
    assert seed.articles == 1
    assert seed.whole(part).f1 >= floor
    assert seed.whole("attributes").recall >= 0.95
    if part in ("relations", "qualified"):
        assert seed.whole(part).precision == 1.0


def test_no_figure_falls(gold: list[GoldArticle], readings: dict[str, Extraction], root: Path) -> None:
    """The kept figures are of ``vankien evaluate ../shared/eval/dev --json``; ``make figures`` keeps new ones."""
    kept = json.loads((root / "tests" / "dev_figures.json").read_text(encoding="utf-8"))
    assert list(fallen(evaluate(gold, readings), kept)) == []


def facts(extraction: Extraction) -> set[tuple[object, ...]]:
    """Facts by the labels of their ends, free of the article's own part in IRIs."""
    labels = {e.id: e.label for e in extraction.entities}
    by: dict[str | None, str | None] = dict(labels.items())
    by[None] = None
    return {
        (labels[s.subject], s.predicate, by[s.object], s.mode, s.rule)
        + tuple(sorted((k, str(labels.get(str(v), v))) for k, v in s.attributes.items()))
        for s in extraction.statements
    }


def test_the_page_says_what_its_bare_body_says(shared: Path) -> None:
    [page] = [a for a in read([shared / "seed"]) if isinstance(a, Article) and "Khối" in a.title]
    [bare] = [
        a
        for a in read([shared / "eval" / "dev" / "articles.jsonl"])
        if isinstance(a, Article) and a.id.startswith("tuyengiao")
    ]
    assert page.published == "2024-01-24T18:27+07:00" and page.section == "Tuyên giáo các cấp"
    assert page.byline == "Thu Hằng"
    assert facts(extract_one(page)) == facts(extract_one(bare))
    assert len(facts(extract_one(bare))) >= 19


CORPUS = ("party-articles", "general-news", "headlines-2025")


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="the peak of one process is read from /proc"
)
def test_every_article_of_the_corpus_is_read_in_little_memory(shared: Path, tmp_path: Path) -> None:
    files = [str(shared / "corpus" / f"{name}.jsonl.gz") for name in CORPUS]
    out = tmp_path / "all.jsonl"
    code = (
        "import re, resource, sys\n"
        "from vankien.cli.app import main\n"
        "sys.argv = ['vankien', 'extract', *sys.argv[1:]]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    code = end.code or 0\nelse:\n    code = 0\n"
        # ru_maxrss of a process counts what its parent, here pytest, had at the fork; the kernel's own mark does not
        "peak = int(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1])\n"
        "peak += resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "print(peak, file=sys.stderr)\nsys.exit(code)\n"
    )
    with out.open("wb") as lines:
        done = subprocess.run(
            [sys.executable, "-c", code, *files], stdout=lines, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 0, done.stderr[-500:]
    assert int(done.stderr.split()[-1]) < MEMORY
    read_back = 0
    with out.open(encoding="utf-8") as lines_back:
        for line in lines_back:
            record = json.loads(line)
            read_back += 1
            for mention in record["mentions"]:
                assert record["text"][mention["start"] : mention["end"]] == mention["text"]
    assert read_back >= 6000
