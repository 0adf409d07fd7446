"""Packages of Word files: notes, odd and damaged ones, and everything that only looks like a Word document."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.making import paper_word, word
from tests.readers.test_word import SPACES, body, p, run, text_of

from vankien.extractors.readers import read
from vankien.extractors.readers.word import archive
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

OTHERS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def repacked(content: bytes, changes: dict[str, bytes | None], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package with parts replaced, added, or (None) taken out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", compression) as after:
        for info in before.infolist():
            if info.filename not in changes:
                after.writestr(info.filename, before.read(info))
        for name, part in changes.items():
            if part is not None:
                after.writestr(name, part)
    return out.getvalue()


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)


def with_notes() -> bytes:
    """A document with two footnotes, referred to in the other order, one of them twice."""
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    content = word(body(p(run("Nghị quyết"), mark.format(3), run(" và kết luận"), mark.format(2)), p(run("Hết"), mark.format(3))))
    notes = "".join(f'<w:footnote w:id="{id}">{p(run(text))}</w:footnote>' for id, text in ((-1, "vạch"), (2, "Hai."), (3, "Ba.")))
    rels, types = part(content, "word/_rels/document.xml.rels"), part(content, "[Content_Types].xml")
    link = f'<Relationship Id="rId99" Type="{OTHERS}footnotes" Target="footnotes.xml"/></Relationships>'
    type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{type}"/></Types>'
    return repacked(content, {
        "word/footnotes.xml": f"<w:footnotes {SPACES}>{notes}</w:footnotes>".encode(),
        "word/_rels/document.xml.rels": rels.replace(b"</Relationships>", link.encode()),
        "[Content_Types].xml": types.replace(b"</Types>", override.encode()),
    })  # fmt: skip


def test_notes_stand_after_the_body_in_its_order() -> None:
    assert text_of(with_notes()).split("\n") == ["Nghị quyết và kết luận", "Hết", "", "Ba.", "", "Hai."]


def test_a_link_to_a_part_that_is_missing_does_no_harm() -> None:
    content = word(paper_word)
    rels = part(content, "word/_rels/document.xml.rels")
    broken = f'<Relationship Id="rId98" Type="{OTHERS}image" Target="NULL"/></Relationships>'.encode()
    found = text_of(repacked(content, {"word/_rels/document.xml.rels": rels.replace(b"</Relationships>", broken)}))
    assert found == text_of(content)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"),
        (b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", b"vnd.ms-word.document.macroEnabled.main+xml"),
    ],
)
def test_templates_and_files_with_macros_are_read(before: bytes, after: bytes) -> None:
    content = word(paper_word)
    types = part(content, "[Content_Types].xml")
    assert before in types
    assert text_of(repacked(content, {"[Content_Types].xml": types.replace(before, after)})) == text_of(content)


def test_the_strict_form_of_the_format_is_read() -> None:
    content = word(paper_word)
    changes = dict[str, bytes | None]()
    for name in ("word/document.xml", "word/styles.xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        changes[name] = part(content, name)
        for strict, usual in archive.SAME[:2]:
            changes[name] = (changes[name] or b"").replace(usual, strict)
    assert text_of(repacked(content, changes)) == text_of(content)


def zip_of(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + stream.encode("utf-16-le") + bytes(99)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zip_of(xl__workbook=b"x"), "an Excel workbook: save it as .pdf first"),
        (zip_of(ppt__presentation=b"x"), "a PowerPoint presentation: save it as .pdf first"),
        (zip_of(mimetype=b"application/vnd.oasis.opendocument.text"), "an OpenDocument text: save it as .docx or .pdf first"),
        (zip_of(mimetype=b"application/epub+zip"), "an EPUB book: convert it to .html or .pdf first"),
        (zip_of(bai=b"x"), "a zip archive: unpack it first"),
        (b"PK\x05\x06" + bytes(18), "a zip archive: unpack it first"),
        (ole("WordDocument"), "an old Word document (.doc): save it as .docx or .pdf first"),
        (ole("Workbook"), "an old Excel workbook: save it as .pdf first"),
        (ole("EncryptedPackage"), "an Office file with a password: save it without one first"),
        (word(paper_word)[:-200], "a damaged or incomplete Word document"),
        (repacked(word(paper_word), {"word/document.xml": b"<w:document"}), "a damaged Word document (XMLSyntaxError)"),
        (repacked(word(paper_word), {"word/document.xml": None}), "a damaged Word document (KeyError)"),
        (repacked(word(paper_word), {"[Content_Types].xml": b"<Types"}), "a damaged Word document (XMLSyntaxError)"),
        (repacked(word(paper_word), {"_rels/.rels": b"<"}), "a damaged or incomplete Word document"),
        (word(lambda document: None), "a Word document without text"),
    ],
)
def test_what_is_no_word_document_is_refused_with_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    [error] = read([tmp_path])
    assert str(error) == f"{tmp_path / 'a.docx'}: {reason}"


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1_000_000)
    bomb = repacked(word(paper_word), {"word/document.xml": bytes(2_000_000)})
    assert len(bomb) < 100_000
    with pytest.raises(InputError, match="unpacks to more than 1 MB: no Word document"):
        text_of(bomb)


def test_a_bomb_that_lies_about_its_size_is_damaged() -> None:
    bomb = repacked(word(paper_word), {"word/document.xml": bytes(2_000_000)})
    size = struct.pack("<L", 2_000_000)
    assert bomb.count(size) == 2
    with pytest.raises(InputError, match="a damaged or incomplete Word document"):
        text_of(bomb.replace(size, struct.pack("<L", 1000)))


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.txt", "a.pdf", "a"])
def test_the_content_decides_not_the_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(word(paper_word))
    [found] = read([tmp_path])
    assert isinstance(found, Article) and found.id == name and found.text.endswith("Lê Quang Minh")


SAMPLES = (with_notes(), word(paper_word))


@settings(deadline=None, max_examples=120)
@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8))
def test_a_damaged_file_gives_an_article_or_one_error(sample: bytes, damage: list[tuple[int, int]]) -> None:
    content = bytearray(sample)
    for place, byte in damage:
        content[place % len(content)] = byte
    try:
        assert text_of(bytes(content))
    except InputError as error:
        assert len(str(error).splitlines()) == 1


@settings(deadline=None, max_examples=120)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from([b"<", b">", b"w:", b"/", b'"', b"<w:tbl>", b"0", b"\xc3"])), min_size=1, max_size=4))
def test_damaged_markup_gives_an_article_or_one_error(damage: list[tuple[int, bytes]]) -> None:
    markup = bytearray(part(SAMPLES[0], "word/document.xml"))
    for place, piece in damage:
        at = place % len(markup)
        markup[at : at + len(piece)] = piece
    try:
        assert text_of(repacked(SAMPLES[0], {"word/document.xml": bytes(markup)}, zipfile.ZIP_STORED))
    except InputError as error:
        assert len(str(error).splitlines()) == 1


