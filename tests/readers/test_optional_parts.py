"""Without an optional library its files are refused by the name of the extra, and everything else is read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.readers.making import crawl, paper_pdf, paper_word, word

from vankien.extractors.readers import read
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article


@pytest.mark.parametrize(
    ("name", "content", "module", "extra"),
    [
        ("a.docx", word(paper_word), "docx", "docx"),
        ("a.pdf", paper_pdf(), "pypdfium2", "pdf"),
        ("a.warc.gz", crawl(1).done(), "warcio", "warc"),
    ],
)
def test_refused_by_the_name_of_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(content)
    (tmp_path / "b.txt").write_text("Huyện ủy Lâm Sơn họp.", encoding="utf-8")
    error, article = read([tmp_path])
    assert isinstance(article, Article) and article.id == "b.txt"
    assert isinstance(error, InputError)
    assert error.reason == f"{extra} needs an optional part: pip install 'vankien[{extra}]' (or 'vankien[all]')"
