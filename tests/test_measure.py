"""What is measured on real articles in ``../shared``: the first article whole and right, the rest above a floor.

The articles are the newspapers' own and stay outside the project; these tests are skipped without them.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vankien.extractors import as_record, extract, extract_one, read
from vankien.ontology.nouns import Article, Extraction

pytestmark = pytest.mark.shared
MEMORY = 400_000  # kilobytes that reading any number of articles may take, all in all


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def records(shared: Path) -> dict[str, dict[str, Any]]:
    found = extract(read([shared / "eval" / "dev" / "articles.jsonl"]))
    return {e.article.id: as_record(e) for e in found if isinstance(e, Extraction)}


@pytest.fixture(scope="module")
def figures(scorer: ModuleType, records: dict[str, dict[str, Any]], shared: Path) -> dict[str, Any]:
    result: dict[str, Any] = scorer.score(scorer.load_gold(shared / "eval" / "dev"), records)
    return result


@pytest.fixture(scope="module")
def seed(scorer: ModuleType, records: dict[str, dict[str, Any]], shared: Path) -> dict[str, Any]:
    gold = {k: v for k, v in scorer.load_gold(shared / "eval" / "dev").items() if v["key"] == "seed"}
    assert len(gold) == 1
    result: dict[str, Any] = scorer.score(gold, records)
    return result


@pytest.mark.parametrize(
    "part, figure, floor",
    [
        ("relaxed", "f1", 1.0),
        ("strict", "f1", 1.0),
        ("coreference", "f1", 0.98),
        ("relations", "f1", 0.95),
        ("relations", "p", 1.0),
        ("qualified", "f1", 0.95),
        ("qualified", "p", 1.0),
        ("attributes", "r", 0.95),
    ],
)
def test_the_first_article_is_read_whole_and_right(seed: dict[str, Any], part: str, figure: str, floor: float) -> None:
    assert seed[part]["all"][figure] >= floor


@pytest.mark.parametrize(
    "part, floor", [("relaxed", 0.98), ("strict", 0.97), ("coreference", 0.97), ("relations", 0.95), ("attributes", 0.95)]
)
def test_the_development_articles_stay_above_the_floor(figures: dict[str, Any], part: str, floor: float) -> None:
    assert not figures["missing"]
    assert figures[part]["all"]["f1"] >= floor


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
        a for a in read([shared / "eval" / "dev" / "articles.jsonl"]) if isinstance(a, Article) and a.id.startswith("tuyengiao")
    ]
    assert page.published == "2024-01-24T18:27+07:00" and page.section == "Tuyên giáo các cấp"
    assert page.byline == "Thu Hằng"
    assert facts(extract_one(page)) == facts(extract_one(bare))
    assert len(facts(extract_one(bare))) >= 19


CORPUS = ("party-articles", "general-news", "headlines-2025")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of one process is read from /proc")
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
        done = subprocess.run([sys.executable, "-c", code, *files], stdout=lines, stderr=subprocess.PIPE, check=False)
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
