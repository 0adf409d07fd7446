"""PDF files that are locked, scanned, damaged, or only look like something else."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from tests.readers.making import HEIGHT, PROSE, WIDTH, Sheets, paper_pdf
from tests.readers.test_pdf import lines, prose, text_of

from vankien.extractors.readers import read
from vankien.extractors.readers.pdf import article_from_pdf
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article


def scan(sheets: Sheets) -> None:
    """Fill the page with a picture."""
    out = io.BytesIO()
    Image.new("L", (60, 80), 255).save(out, "PNG")
    out.seek(0)
    sheets.canvas.drawImage(ImageReader(out), 0, 0, WIDTH, HEIGHT)


def encrypted(password: str) -> bytes:
    sheets = Sheets(encrypt=StandardEncryption(password, ownerPassword="chủ"))
    sheets.paragraph(PROSE[0])
    return sheets.done()


def scanned() -> bytes:
    sheets = Sheets()
    scan(sheets)
    sheets.line("Người ký: Văn phòng Huyện ủy", size=6)
    return sheets.done()


def test_the_text_that_recognition_laid_over_a_scan_is_read() -> None:
    sheets = Sheets()
    scan(sheets)
    sheets.canvas._code.append("3 Tr")  # neither filled nor drawn
    sheets.line("Huyện ủy Lâm Sơn họp.")
    assert lines(sheets.done()) == ["Huyện ủy Lâm Sơn họp."]


def without_unicode() -> bytes:
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda match: b" " * len(match[0]), prose().done())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (encrypted("bí mật"), "a PDF with a password: save it without one first"),
        (scanned(), "a scanned PDF without text: recognise it first (OCR), for instance with ocrmypdf -l vie"),
        (without_unicode(), "a PDF whose fonts do not say which letters they draw: recognise it first (OCR), for instance with ocrmypdf --force-ocr -l vie"),
        (paper_pdf()[:3000], "a damaged or incomplete PDF file"),
        (b"%PDF-1.7\n%%EOF", "a damaged or incomplete PDF file"),
    ],
)  # fmt: skip
def test_refused_with_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    [error] = read([tmp_path])
    assert str(error) == f"{tmp_path / 'a.pdf'}: {reason}"


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert lines(encrypted("")) == [PROSE[0]]


def test_pages_without_text_are_named_beside_the_article(tmp_path: Path) -> None:
    sheets = Sheets()
    for text in PROSE:
        sheets.paragraph(text)
        sheets.page()
        scan(sheets)
        sheets.page()
        sheets.page()
    (tmp_path / "a.pdf").write_bytes(sheets.done())
    article, error = read([tmp_path])
    assert isinstance(article, Article) and [line for line in article.text.split("\n") if line] == list(PROSE)
    assert isinstance(error, InputError) and error.reason == (
        "pages 2, 5 of 6 have no text that can be read (scanned or damaged): recognise them first (OCR), for instance with"
        " ocrmypdf --redo-ocr -l vie"
    )


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a.docx", "a"])
@pytest.mark.parametrize("junk", [b"", b"\r\n\x00HTTP junk\n"])
def test_the_content_decides_not_the_suffix(tmp_path: Path, name: str, junk: bytes) -> None:
    (tmp_path / name).write_bytes(junk + paper_pdf())
    [found] = read([tmp_path])
    assert isinstance(found, Article) and found.text == text_of(paper_pdf())


def test_a_text_about_pdf_files_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tệp PDF bắt đầu bằng %PDF-1.7 và kết thúc bằng %%EOF.", encoding="utf-8")
    [found] = read([tmp_path])
    assert isinstance(found, Article) and found.text.startswith("Tệp PDF")


SAMPLES = (paper_pdf(), prose().done())


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8), st.integers(0, 10**6))
def test_a_damaged_file_gives_an_article_or_one_error(sample: bytes, damage: list[tuple[int, int]], cut: int) -> None:
    content = bytearray(sample)
    for place, byte in damage:
        content[place % len(content)] = byte
    if cut % 3 == 0:
        del content[cut % len(content) :]
    try:
        assert [found for found in article_from_pdf(bytes(content), "a", "a")]
    except InputError as error:
        assert len(str(error).splitlines()) == 1
