"""Web archives: every page that a crawl holds, its address as id, and one line for what cannot be read."""

from __future__ import annotations

import gzip
import io
import re
import sys
import unicodedata
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.making import PROSE, Crawl, crawl, paper_pdf, paper_word, web_page, word
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from vankien.extractors.readers import read
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

SITE = "https://lamson.example"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_bytes(folder: Path, content: bytes, name: str = "a.warc.gz") -> tuple[list[Article], list[str]]:
    """Articles, and errors without the folder."""
    (folder / name).write_bytes(content)
    found = list(read([folder / name]))
    articles = [item for item in found if isinstance(item, Article)]
    return articles, [str(item).replace(f"{folder}/", "") for item in found if isinstance(item, InputError)]


def addresses(articles: list[Article]) -> list[str]:
    return [article.id.removeprefix(SITE) for article in articles]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (crawl().done(), "a.warc.gz"),
        (crawl(packed=False).done(), "a.warc"),
        (gzip.compress(crawl(packed=False).done()), "a.warc.gz"),  # packed as a whole
        (crawl().done(), "a.txt"),
        (crawl(packed=False).done(), "a"),
    ],
)
def test_pages_become_articles_however_the_file_is_packed_and_named(tmp_path: Path, content: bytes, name: str) -> None:
    articles, errors = read_bytes(tmp_path, content, name)
    assert not errors
    assert addresses(articles) == [f"/tin-{number}.html" for number in range(5)]
    first = articles[0]
    assert (first.title, first.source, first.url) == ("Huyện ủy Lâm Sơn họp lần 0", "lamson.example", first.id)
    assert first.published == "", "the day of the crawl is not the day of publication"
    assert first.text.startswith("Sáng 5/3/2024, Huyện ủy Lâm Sơn họp") and first.text.endswith("quý tới.")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio leaves its temporary file open
@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_what_the_usual_writer_writes_is_read(tmp_path: Path, packed: bool, version: str) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed, warc_version=version)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "một chương trình"}))
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    for kind, heads in (("response", http), ("request", StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)), ("revisit", http)):
        body = io.BytesIO(web_page(1) if kind == "response" else b"")
        writer.write_record(writer.create_warc_record(f"{SITE}/tin.html", kind, payload=body, http_headers=heads))
    articles, errors = read_bytes(tmp_path, out.getvalue())
    assert (addresses(articles), errors) == (["/tin.html"], [])


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(crawl(2).done())

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert [item.id for item in read("-") if isinstance(item, Article)] == [f"{SITE}/tin-0.html", f"{SITE}/tin-1.html"]


def test_the_canonical_address_is_the_id(tmp_path: Path) -> None:
    page = web_page(1).replace(b"</head>", f"<link rel=canonical href='{SITE}/goc.html'></head>".encode())
    articles, errors = read_bytes(tmp_path, Crawl().add("/tin.html?utm=1", page).add("/in/tin.html", page).done())
    assert (addresses(articles), errors) == (["/goc.html"], [])


def test_files_of_other_kinds_are_read_and_the_rest_is_passed_over(tmp_path: Path) -> None:
    made = Crawl()
    made.add("/nq.docx", word(paper_word), WORD_TYPE).add("/nq.pdf", paper_pdf(), "application/pdf")
    made.add("/tai-ve", paper_pdf(), "application/octet-stream").add("/van-ban.txt", PROSE[0].encode(), "text/plain")
    made.add("/nguon.html", web_page(7), kind="resource")
    for address, body, type in [
        ("/a.png", b"\x89PNG" + bytes(99), "image/png"), ("/a.js", b"var a", "text/javascript"), ("/a.json", b"{}", "application/json"),
        ("/robots.txt", b"User-agent: *", "text/plain"), ("/dem", b"12", "text/html"), ("/api", b'{"a": 1}', "text/html"),
        ("/x", bytes(50), "application/octet-stream"), ("/trong.html", b"", "text/html"),
    ]:  # fmt: skip
        made.add(address, body, type)
    made.add("/cu.html", web_page(8), status="301 Moved Permanently").add("/mat.html", web_page(9), status="404 Not Found")
    made.add("/hoi.html", b"GET / HTTP/1.1", kind="metadata")
    articles, errors = read_bytes(tmp_path, made.done())
    assert addresses(articles) == ["/nq.docx", "/nq.pdf", "/tai-ve", "/van-ban.txt", "/nguon.html"]
    assert not errors
    assert {article.source for article in articles} == {"lamson.example"}


CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (web_page(1)[:99], web_page(1)[99:], b""))


@pytest.mark.parametrize(
    ("body", "heads"),
    [
        (gzip.compress(web_page(1)), {"Content_Encoding": "gzip"}),
        (web_page(1), {"Content_Encoding": "gzip"}),  # unpacked by the crawler, the heads left as they were
        (web_page(1), {"Content_Encoding": "br"}),
        (zlib.compress(web_page(1)), {"Content_Encoding": "deflate"}),
        (zlib.compress(web_page(1))[2:-4], {"Content_Encoding": "deflate"}),
        (CHUNKED, {"Transfer_Encoding": "chunked"}),
        (web_page(1), {"Transfer_Encoding": "chunked"}),
        (web_page(1).decode().encode("utf-16"), {}),
        (web_page(1).replace(b"utf-8", b"windows-1258").decode().encode("utf-8"), {}),
        (b"\xef\xbb\xbf" + web_page(1), {}),
    ],
)
def test_encodings_are_taken_off(tmp_path: Path, body: bytes, heads: dict[str, str]) -> None:
    articles, errors = read_bytes(tmp_path, Crawl().add("/tin.html", body, **heads).done())
    assert not errors
    assert "đồng chí Nguyễn Văn An chủ trì" in articles[0].text


def test_the_old_vietnamese_charset_of_windows_is_read_where_it_is_declared(tmp_path: Path) -> None:
    tones = str.maketrans({"\u1ec7": "\u00ea\u0323", "\u1ee7": "u\u0309", "\u1ecd": "o\u0323"})
    text = unicodedata.normalize("NFC", web_page(1).decode().replace("charset=utf-8", "charset=windows-1258"))
    apart = "".join(c if c in "âăêôơưđÂĂÊÔƠƯĐ" else _apart(c) for c in text.translate(tones))
    articles, errors = read_bytes(tmp_path, Crawl().add("/tin.html", apart.encode("cp1258"), "text/html").done())
    assert not errors
    assert "đồng chí Nguyễn Văn An chủ trì" in articles[0].text


def _apart(letter: str) -> str:
    """A letter with its tone apart, but its other mark in it, as windows-1258 writes it."""
    pieces = unicodedata.normalize("NFD", letter)
    tones = "\u0300\u0301\u0303\u0309\u0323"
    tone = "".join(c for c in pieces if c in tones)
    return unicodedata.normalize("NFC", "".join(c for c in pieces if c not in tones)) + tone


@pytest.mark.parametrize(
    ("body", "type", "heads", "reason"),
    [
        (b"\x8b\x02\x80abc", "text/html", {"Content_Encoding": "zstd"}, "packed by the server as zstd, which is not read"),
        (gzip.compress(web_page(1))[:-30], "text/html", {"Content_Encoding": "gzip"}, "cut short by the crawler"),
        (b"<html><p>T\xecnh u\xfb", "text/html; charset=ISO-8859-1", {}, "declared as iso8859-1, in which Vietnamese cannot be written"),
        (b"<html><p>T\xecnh u\xfb", "text/html", {}, "not UTF-8, and neither the server nor the page says what it is"),
        (b"<html><p>T\xecnh u\xfb", "text/html; charset=utf-8", {}, "declared as UTF-8, but it is not"),
        (b"<html><body></body></html>", "text/html", {}, "no article in this page"),
        (paper_pdf()[:3000], "application/pdf", {}, "a damaged or incomplete PDF file"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_address(
    tmp_path: Path, body: bytes, type: str, heads: dict[str, str], reason: str
) -> None:
    articles, errors = read_bytes(tmp_path, crawl(1).add("/x", body, type, **heads).add("/tin.html", web_page(9)).done())
    assert addresses(articles) == ["/tin-0.html", "/tin.html"]
    assert errors == [f"a.warc.gz record 2 ({SITE}/x): {reason}"]


def test_pages_that_are_no_articles_do_not_flood(tmp_path: Path) -> None:
    made = crawl(1)
    for number in range(40):
        made.add(f"/danh-sach-{number}.html", b"<html><body></body></html>")
    articles, errors = read_bytes(tmp_path, made.add("/", web_page(3)).done())
    assert len(articles) == 1
    assert errors == [
        "a.warc.gz: no article in this page: 41 records, the first are 2 (https://lamson.example/danh-sach-0.html), "
        "3 (https://lamson.example/danh-sach-1.html), 4 (https://lamson.example/danh-sach-2.html)"
    ]


def test_a_page_met_again_is_passed_over_and_a_changed_one_is_named(tmp_path: Path) -> None:
    made = crawl(2).add("/tin-0.html", web_page(0)).add("/tin-1.html", web_page(1, " và quý sau"))
    articles, errors = read_bytes(tmp_path, made.done())
    assert addresses(articles) == ["/tin-0.html", "/tin-1.html"]
    assert len(errors) == 1
    assert errors[0].startswith(f"a.warc.gz record 4: id {SITE}/tin-1.html stands for another article in ")
    for number in range(2, 9):
        made.add("/tin-1.html", web_page(number))
    articles, errors = read_bytes(tmp_path, made.done())
    assert len(articles) == 2 and len(errors) == 1 and ": 8 records, the first are 4, 5, 6" in errors[0]


def test_an_archive_without_pages_says_so(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, Crawl().add("/a.png", b"x", "image/png").done()) == ([], ["a.warc.gz: no page in this web archive"])


# ---- damage -----------------------------------------------------------------------------


def test_a_broken_member_costs_only_its_record(tmp_path: Path) -> None:
    made = crawl()
    content = bytearray(made.done())
    content[made.starts[2] + 40] ^= 0xFF
    articles, errors = read_bytes(tmp_path, bytes(content))
    assert addresses(articles) == ["/tin-0.html", "/tin-1.html", "/tin-3.html", "/tin-4.html"]
    assert errors == [f"a.warc.gz record 3: damaged at byte {made.starts[2]:,} (it cannot be unpacked)"]


@pytest.mark.parametrize("name", ["a.warc.gz", "a.gz"])
def test_a_broken_beginning_costs_only_its_record(tmp_path: Path, name: str) -> None:
    made = crawl()
    content = bytearray(made.done())
    content[made.starts[0] + 300] ^= 0xFF
    articles, errors = read_bytes(tmp_path, bytes(content), name)
    assert addresses(articles) == ["/tin-1.html", "/tin-2.html", "/tin-3.html", "/tin-4.html"]
    assert errors == [f"{name} record 1: damaged at byte 0 (it cannot be unpacked)"]


@pytest.mark.parametrize("lost", [50, -50])
def test_a_record_of_wrong_length_costs_only_itself(tmp_path: Path, lost: int) -> None:
    made = crawl(packed=False)
    content, at = made.done(), made.starts[3] - 200
    changed = content[: at - lost] + content[at:] if lost > 0 else content[:at] + bytes(-lost) + content[at:]
    articles, errors = read_bytes(tmp_path, changed, "a.warc")
    assert addresses(articles) == ["/tin-0.html", "/tin-1.html", "/tin-3.html", "/tin-4.html"]
    assert errors == [f"a.warc record 3 ({SITE}/tin-2.html): damaged at byte {made.starts[2]:,} (its length is wrong)"]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("kept", [20, 300])
def test_a_record_cut_short_at_the_end_costs_only_itself(tmp_path: Path, packed: bool, kept: int) -> None:
    made = crawl(packed=packed)
    name = "a.warc.gz" if packed else "a.warc"
    articles, errors = read_bytes(tmp_path, made.done()[: made.starts[4] + kept], name)
    assert addresses(articles) == [f"/tin-{number}.html" for number in range(4)]
    [error] = errors
    assert re.fullmatch(rf"{re.escape(name)} record 5( \(.*\))?: damaged at byte {made.starts[4]:,} \(.*\)", error)


def test_an_archive_packed_as_a_whole_and_cut_keeps_what_came_before(tmp_path: Path) -> None:
    articles, errors = read_bytes(tmp_path, gzip.compress(crawl(packed=False).done())[:-40])
    assert addresses(articles)[:3] == [f"/tin-{number}.html" for number in range(3)]
    assert len(errors) == 1 and "(cut short)" in errors[0]


SAMPLES = tuple((crawl(3, packed).add("/nq.pdf", paper_pdf(), "application/pdf").add("/g", gzip.compress(web_page(9)), Content_Encoding="gzip").done(), packed) for packed in (True, False))  # fmt: skip


@settings(deadline=None, max_examples=100)
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255) | st.none()), max_size=6),
    st.integers(0, 10**6),
)
def test_damage_never_stops_the_reading(
    tmp_path_factory: pytest.TempPathFactory, sample: tuple[bytes, bool], damage: list[tuple[int, int | None]], cut: int
) -> None:
    content = bytearray(sample[0])
    for place, byte in damage:
        at = place % len(content)
        content[at : at + 1] = b"" if byte is None else bytes([byte])
    if cut % 4 == 0:
        del content[cut % len(content) :]
    articles, errors = read_bytes(tmp_path_factory.mktemp("crawl"), bytes(content), "a.warc.gz" if sample[1] else "a.warc")
    assert articles or errors
    assert all(len(error.splitlines()) == 1 for error in errors)
