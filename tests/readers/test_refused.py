"""What is refused by name or by use: programs, standard input named again."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from vankien.extractors.readers import read
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

TEXT = "Đảng ủy xã Lâm Sơn họp phiên thường kỳ sáng nay."
PROGRAM = f'print("{TEXT}")\n'


@pytest.mark.parametrize("name", ["a.py", "A.PY", "a.js", "a.css", "a.sh", "a.sql", "a.r", "a.ipynb", "a.py.gz"])
def test_a_program_is_refused_by_its_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PROGRAM, encoding="utf-8")
    [error] = read(tmp_path / name)
    assert str(error) == f"{tmp_path}/{name}: a program, not an article"


def test_programs_in_a_folder_are_refused_and_scripts_of_saved_pages_left_out(tmp_path: Path) -> None:
    for name, content in (("a.py", PROGRAM), ("b.js", PROGRAM), ("c.txt", TEXT)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    error, article = read(tmp_path)
    assert isinstance(error, InputError) and error.reason == "a program, not an article"
    assert isinstance(article, Article) and article.id == "c.txt"


def test_a_page_that_a_program_made_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "index.php").write_text(f"<html><body><p>{TEXT}</p><p>{TEXT[::-1]}</p></body></html>", encoding="utf-8")
    [article] = read(tmp_path / "index.php")
    assert isinstance(article, Article) and TEXT in article.text


class Stdin:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_standard_input_named_again_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TEXT} 2", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", Stdin(TEXT.encode()))
    first, error, last = read(["-", "-", tmp_path / "a.txt"])
    assert isinstance(first, Article) and first.text == TEXT
    assert str(error) == "standard input: named twice; it can be read only once"
    assert isinstance(last, Article)
