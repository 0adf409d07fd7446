"""Whatever bytes a file holds, reading gives articles or errors and never fails; a text is never invented."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.extractors.readers import read
from vankien.extractors.readers.plain import article_from_text
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

LINES = [
    "Thứ Tư, 24/1/2024 18:27'(GMT+7)", "Chủ Nhật, 23/6/2024", "Tuyên giáo các cấp", "Phản hồi", "Các tin khác",
    "Thu Lan", "Tin, ảnh: Thu Lan", "Sáng 5/3, Huyện ủy Lâm Sơn họp bàn công tác cán bộ trong quý tới./.",
    "Huyện ủy Lâm Sơn bàn giải pháp phát triển đảng viên", "# Tin", "", "   ", "Uỷ ban", "/.", "5 lượt xem",
]  # fmt: skip
MARKUP = [
    "<p>", "</p>", "<h1>", "<html>", "<!--", "-->", "<script type='application/ld+json'>", "</script>", "<time datetime=",
    '{"@type": "Article", "datePublished": "2024-01-24"}', "<table><tr><td>", "&#55296;", "<title>", "'>", "<![CDATA[",
    "<meta property=article:published_time content=2024-01-24>", "<link rel=canonical href='http://[x'>", "\x00", "&",
    "<meta name=description content='Sáng 5/3, Huyện ủy Lâm Sơn họp bàn công tác cán bộ trong quý tới./.'>", "<img>", "<a href=x>",
]  # fmt: skip
SUFFIXES = ["a.txt", "a.html", "a.jsonl", "a.jsonl.gz", "a.pdf", "a"]


def found_in(name: str, content: bytes) -> list[Article | InputError]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        found = list(read([folder]))
    for item in found:
        assert isinstance(item, Article | InputError)
        if isinstance(item, Article):
            assert item.id and item.text.strip()
            "".join((item.id, item.text, item.title, item.byline, item.section, item.published)).encode()
        else:
            assert len(str(item).splitlines()) == 1
    return found


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(SUFFIXES), st.binary(max_size=400))
def test_any_bytes(name: str, content: bytes) -> None:
    assert found_in(name, content)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(SUFFIXES), st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_any_text(name: str, text: str, encoding: str) -> None:
    assert found_in(name, text.encode(encoding))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(MARKUP + LINES), max_size=30))
def test_any_markup(pieces: list[str]) -> None:
    assert found_in("a.html", ("<html>" + " ".join(pieces)).encode())


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=25))
def test_a_body_is_a_stretch_of_its_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not text.strip():
        with pytest.raises(InputError):
            article_from_text(text, "a", "a")
        return
    found = article_from_text(text, "a", "a")
    assert found.text in text and found.text.strip() == found.text
    assert found.title in text and found.section in text
