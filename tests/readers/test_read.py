"""The door: whatever is named, each readable article comes once and each fault is one clear line."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest

from vankien.extractors.readers import read
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

TEXT = "Sáng 5/3, Huyện ủy Lâm Sơn họp bàn công tác cán bộ."
PAGE = f"<!doctype html><html><head><title>Tin</title></head><body><p>{TEXT}</p><p>{TEXT[::-1]}</p></body></html>"


def put(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def split(found: list[Article | InputError]) -> tuple[list[Article], list[str]]:
    return [f for f in found if isinstance(f, Article)], [str(f) for f in found if isinstance(f, InputError)]


def ids(found: list[Article | InputError]) -> list[str]:
    articles, errors = split(found)
    assert not errors
    return [article.id for article in articles]


def record(**fields: object) -> str:
    return json.dumps({"text": TEXT, **fields}, ensure_ascii=False) + "\n"


def test_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    files = ["b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "c.html", "a.md", "a/page_files/site.css", "README.md"]
    put(tmp_path, {name: f"{TEXT} {name}" for name in files})
    assert ids(list(read([tmp_path]))) == ["a/z.txt", "a.md", "b.txt", "c.html"]
    assert ids(list(read(str(tmp_path)))) == ids(list(read([str(tmp_path)])))


def test_file_glob_and_overlap(tmp_path: Path) -> None:
    put(tmp_path, {"2024/a.txt": f"{TEXT} a", "2024/b.txt": f"{TEXT} b", "2025/a.txt": f"{TEXT} c"})
    assert ids(list(read([tmp_path / "2024" / "a.txt"]))) == ["a.txt"]
    assert ids(list(read([f"{tmp_path}/*/a.txt"]))) == ["2024/a.txt", "2025/a.txt"]
    assert ids(list(read([f"{tmp_path}/**/*.txt"]))) == ["2024/a.txt", "2024/b.txt", "2025/a.txt"]
    assert ids(list(read([f"{tmp_path}/202*"]))) == ["2024/a.txt", "2024/b.txt", "2025/a.txt"]
    assert ids(list(read([tmp_path / "2024", tmp_path / "2024" / "a.txt"]))) == ["a.txt", "b.txt"]


def test_a_file_whose_name_looks_like_a_glob(tmp_path: Path) -> None:
    put(tmp_path, {"a[1].txt": TEXT})
    assert ids(list(read([tmp_path / "a[1].txt"]))) == ["a[1].txt"]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", TEXT, "text"),
        ("a", TEXT, "text"),
        ("a.html", TEXT, "text"),  # no tag in it
        ("a.txt", PAGE, "page"),
        ("a.htm", PAGE, "page"),
        ("a.html", f"<p>{TEXT}</p><p>{TEXT[::-1]}</p>", "page"),
        ("a.txt", record(id="r1"), "record"),
        ("a.jsonl.gz", gzip.compress(record(id="r1").encode()), "record"),
        ("a.txt.gz", gzip.compress(TEXT.encode()), "text"),
        ("a.jsonl", b"\xef\xbb\xbf" + record(id="r1").encode(), "record"),
        ("a.jsonl", record(id="r1").encode("utf-16"), "record"),
        ("a.txt", b"\xef\xbb\xbf" + TEXT.encode(), "text"),
        ("a.txt", TEXT.encode("utf-16"), "text"),
        ("a.txt", TEXT.encode("utf-32"), "text"),
        ("a.html", PAGE.encode("utf-16"), "page"),
    ],
)
def test_kind_by_content(tmp_path: Path, name: str, content: str | bytes, kind: str) -> None:
    put(tmp_path, {name: content})
    articles, errors = split(list(read([tmp_path])))
    assert not errors
    [article] = articles
    assert article.id == ("r1" if kind == "record" else name)
    assert article.text == (f"{TEXT}\n{TEXT[::-1]}" if kind == "page" else TEXT)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \n\n", "empty file"),
        ("a.jsonl", b"", "empty file"),
        ("a.gz", gzip.compress(b""), "empty file"),
        ("a.txt", b"T\xecnh u\xfb", "not UTF-8 (byte 1); convert it to UTF-8 first"),
        ("a.txt", TEXT.encode() * 5000 + b"\xff", "not UTF-8 (byte 330000); convert it to UTF-8 first"),
        ("a.txt", TEXT.encode("utf-16")[:-1], "not UTF-16 (byte 102); convert it to UTF-8 first"),
        ("a.txt", bytes(range(256)) * 9, "not text (binary file)"),
        ("a.txt", TEXT.encode("utf-16-le"), "not text (binary file)"),
        ("a.jsonl.gz", gzip.compress(record().encode() * 99)[:60], "cannot be read: Compressed file ended"),
        ("a.docx", b"PK\x03\x04 word/document.xml", "a Word document: not read by this version"),
        ("a.zip", b"PK\x03\x04 x.txt", "a zip archive: unpack it first"),
        ("a.pdf", b"%PDF-1.7", "a PDF file: not read by this version, also not with the extra vankien[all]"),
        ("a.warc", b"WARC/1.0\r\n", "a WARC archive: not read by this version"),
        ("a.warc.gz", gzip.compress(b"WARC/1.0\r\n"), "a WARC archive: not read by this version"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1", "an old Office file: not read by this version"),
        ("a.rtf", b"{\\rtf1 x}", "an RTF file: not read by this version"),
        ("a.csv", b"id,text\n1,x\n", "a .csv file holds no articles"),
        ("a.json", b'{\n "text": "x"}', "JSON, but not JSON Lines"),
        ("a.txt", b'[{"text": "x"}]', "JSON, but not JSON Lines"),
        ("run.py", b"#!/usr/bin/env python3\n", "a program, not an article"),
    ],
)
def test_refused_with_one_line(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    put(tmp_path, {name: content, "good.txt": TEXT})
    articles, errors = split(list(read([tmp_path])))
    assert [article.id for article in articles] == ["good.txt"], "the rest goes on"
    [error] = errors
    assert error.startswith(f"{tmp_path / name}: {reason}")
    assert "\n" not in error


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("missing.txt", "no such file or folder"),
        ("*.missing", "no file matches"),
        ("empty", "no readable file in this folder"),
        ("pictures", "no readable file in this folder"),
        ("nul\0", "no such file or folder"),
    ],
)
def test_sources_that_name_nothing(tmp_path: Path, source: str, reason: str) -> None:
    put(tmp_path, {"pictures/a.jpg": b"\xff\xd8", "empty/.keep": b""})
    [error] = read([f"{tmp_path}/{source}"])
    assert isinstance(error, InputError) and error.reason == reason


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    put(tmp_path, {"good.txt": TEXT})
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round").symlink_to(tmp_path)
    articles, errors = split(list(read([tmp_path])))
    assert [article.id for article in articles] == ["good.txt"]
    assert errors == [f"{tmp_path / 'gone.txt'}: cannot be read: No such file or directory"]


def test_ids_are_nfc_and_writable(tmp_path: Path) -> None:
    put(tmp_path, {"ba\u0300i.txt": TEXT})
    (tmp_path / os.fsdecode(b"b\xff.txt")).write_text(f"{TEXT} b", encoding="utf-8")
    assert ids(list(read([tmp_path]))) == ["b\u00e0i.txt", "b\ufffd.txt"]


def test_records_keep_their_text(tmp_path: Path) -> None:
    text = "  Uỷ ban\r\n\r\nhọp.\u2028 Thu Lan \n\nPhản hồi\n"
    put(tmp_path, {"a.jsonl": record(text=text, id=7) + record(url="https://x.example/1", published="5/3/2024") + record()})
    first, second, third = read([tmp_path])
    assert isinstance(first, Article) and (first.id, first.text) == ("7", text)
    assert isinstance(second, Article) and (second.id, second.published) == ("https://x.example/1", "2024-03-05")
    assert isinstance(third, Article) and third == Article("a.jsonl#3", TEXT)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON (Expecting property name enclosed in double quotes at column 2)"),
        ("[1]", "a JSON value that is no record (object with a field text)"),
        ('{"id": "x"}', "no text"),
        ('{"text": null}', "no text"),
        ('{"text": " "}', "no text"),
        ('{"text": 5}', "no text"),
        ('{"text": "x", "title": 5}', "field title is no text"),
        ('{"text": "x", "id": [1]}', "field id is no text"),
        ('{"text": "\\ud800"}', "half a character (a lone surrogate), which no file can hold"),
        ("[" * 100_000, "not JSON (nested too deep)"),
        (
            b"\xff",
            "not UTF-8 (byte 0); convert it to UTF-8 first: none of TCVN3, VNI, windows-1258, VISCII explains it",
        ),
    ],
)
def test_a_bad_line_is_one_error(tmp_path: Path, line: str | bytes, reason: str) -> None:
    bad = line.encode() if isinstance(line, str) else line
    put(tmp_path, {"a.jsonl": record(id="1").encode() + bad + b"\n\n" + record(id="2").encode()})
    articles, errors = split(list(read([tmp_path / "a.jsonl"])))
    assert [article.id for article in articles] == ["1", "2"]
    assert errors == [f"{tmp_path}/a.jsonl line 2: {reason}"]


def test_same_id_same_content_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, {"a.jsonl": record(id="x") * 2, "b.jsonl": record(id="x")})
    assert ids(list(read([tmp_path]))) == ["x"]


def test_same_id_other_content_is_an_error(tmp_path: Path) -> None:
    put(tmp_path, {"a.jsonl": record(id="y") + record(id="x"), "b.jsonl": record(id="x", title="Khác")})
    articles, errors = split(list(read([tmp_path])))
    assert [article.id for article in articles] == ["y", "x"]
    where = f"{tmp_path}/a.jsonl line 2"
    assert errors == [
        f"{tmp_path}/b.jsonl line 1: id x stands for another article in {where}; this one is left out"
    ]


class Stdin:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin((record(id="x") + "{\n" + record()).encode()))
    first, error, third = read(["-"])
    assert isinstance(first, Article) and first.id == "x"
    assert isinstance(error, InputError) and error.source == "standard input line 2"
    assert isinstance(third, Article) and third.id.startswith("stdin-")
    monkeypatch.setattr(sys, "stdin", Stdin(TEXT.encode()))
    [plain] = read("-")
    assert isinstance(plain, Article) and plain.text == TEXT and plain.id.startswith("stdin-")


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": TEXT})
    found = read([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert isinstance(next(found), Article)
    put(tmp_path, {"b.txt": f"{TEXT} b"})
    assert isinstance(next(found), Article)
