"""The article this project starts from, as copied from its page (kept outside the project)."""

from __future__ import annotations

import json
from pathlib import Path

from vankien.extractors.readers import read
from vankien.ontology.nouns import Article


def test_seed_gives_the_bare_body(shared: Path) -> None:
    [seed] = read([f"{shared}/seed/*.txt"])
    assert isinstance(seed, Article)
    lines = (shared / "eval" / "dev" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    [gold] = [r for r in records if r["id"] == "tuyengiao-2024-01-24-dang-uy-khoi"]
    assert seed.text.split() == gold["text"].split()
    assert seed.title == gold["title"]
    assert (seed.section, seed.byline, seed.published) == ("Tuyên giáo các cấp", "Thu Hằng", "2024-01-24T18:27+07:00")


def test_real_articles_lose_nothing_but_a_byline(shared: Path, tmp_path: Path) -> None:
    """Each text of the corpus as a bare .txt: what is cut stands above a blank line or after ``/.`` and is short."""
    for article in read([shared / "corpus" / "party-articles.jsonl.gz"]):
        assert isinstance(article, Article)
        path = tmp_path / "a.txt"
        path.write_text(article.text, encoding="utf-8", newline="")
        [plain] = read([path])
        assert isinstance(plain, Article)
        given = article.text.replace("\r\n", "\n").replace("\r", "\n").strip()
        above, found, below = given.partition(plain.text)
        assert found
        assert len(below) <= 60 and (not below or plain.text.endswith("/."))
        assert len(above) <= 250 and (not above or above.strip().endswith(plain.title))
