"""Files in old encodings through the door: read as they were meant, or refused with one line that says why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.readers.old_letters import shown, written

from vankien.extractors.readers import read
from vankien.extractors.readers.encodings import NAMES
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

TITLE = "Huyện ủy Lâm Sơn bàn giải pháp phát triển đảng viên"
FIRST = "Sáng 5/3, Ban Thường vụ Huyện ủy Lâm Sơn họp bàn giải pháp phát triển đảng viên ở các xã khó khăn."
LAST = "Cuộc họp thống nhất giao Ban Tổ chức Huyện ủy theo dõi việc thực hiện đến hết quý III./."
PLAIN = f"{TITLE}\nThứ Ba, 5/3/2024 17:40\n{FIRST}\n{LAST}\nThu Lan\nCác tin khác\n"


def page(text: str, charset: str) -> str:
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    head = f"<meta http-equiv='Content-Type' content='text/html; charset={charset}'><title>{TITLE}</title>"
    return f"<html><head>{head}</head><body><div class='m'><h1>{TITLE}</h1>{lines}</div></body></html>"


def only(folder: Path, name: str, content: bytes) -> Article | InputError:
    (folder / name).write_bytes(content)
    [found] = read(folder / name)
    return found


@pytest.mark.parametrize("encoding", NAMES)
def test_text(tmp_path: Path, encoding: str) -> None:
    found = only(tmp_path, "a.txt", written(PLAIN, encoding))
    assert isinstance(found, Article)
    assert (found.text, found.title, found.byline) == (f"{FIRST}\n{LAST}", TITLE, "Thu Lan")
    assert found.published == "2024-03-05T17:40+07:00", "the date line is read after the conversion"


@pytest.mark.parametrize("charset", ["windows-1258", "iso-8859-1", "x-sjis", "utf-8", "gb2312", "nonsense"])
@pytest.mark.parametrize("encoding", NAMES)
def test_page_whatever_it_declares(tmp_path: Path, encoding: str, charset: str) -> None:
    found = only(tmp_path, "a.html", written(page(f"{FIRST}\n{LAST}", charset), encoding))
    assert isinstance(found, Article) and (found.text, found.title) == (f"{FIRST}\n{LAST}", TITLE)


@pytest.mark.parametrize("charset", ["windows-1258", "iso-8859-1", "x-sjis"])
def test_utf_8_wins_over_what_a_page_declares(tmp_path: Path, charset: str) -> None:
    found = only(tmp_path, "a.html", page(f"{FIRST}\n{LAST}", charset).encode())
    assert isinstance(found, Article) and found.text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
@pytest.mark.parametrize("entities", [False, True])
def test_page_of_garbled_unicode(tmp_path: Path, encoding: str, entities: bool) -> None:
    html = shown(written(page(f"{FIRST}\n{LAST}", "utf-8"), encoding))
    found = only(tmp_path, "a.html", html.encode("ascii", "xmlcharrefreplace") if entities else html.encode())
    assert isinstance(found, Article) and (found.text, found.title) == (f"{FIRST}\n{LAST}", TITLE)


def test_a_sound_page_round_a_garbled_article(tmp_path: Path) -> None:
    html = page(f"{FIRST}\n{LAST}", "utf-8").replace("<div class='m'>", "<ul><li>Trang chủ</li><li>Xây dựng Đảng</li></ul><div class='m'>")
    html = html.replace("<title>", f"<meta property='og:title' content='{TITLE}'><title>")
    for line in (FIRST, LAST, TITLE):
        html = html.replace(line, shown(written(line, "TCVN3")))
    found = only(tmp_path, "a.html", html.encode())
    assert isinstance(found, Article) and (found.text, found.title) == (f"{FIRST}\n{LAST}", TITLE)


@pytest.mark.parametrize(
    "tags", ["<font color=red face='.VnTimeH'>{}</font>", '<span style="font-family: .VnArialH, Arial">{}</span>']
)
def test_a_page_s_font_of_capitals(tmp_path: Path, tags: str) -> None:
    name = shown(written("ban chấp hành đảng bộ tỉnh lâm sơn", "TCVN3"))
    html = shown(written(page(f"{FIRST}\n{LAST}", "utf-8"), "TCVN3")).replace("<p>", f"<p>{tags.format(name)}: ", 1)
    found = only(tmp_path, "a.html", html.encode())
    assert isinstance(found, Article) and found.text.startswith(f"BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LÂM SƠN: {FIRST}")


def test_a_western_page_is_believed_if_it_says_so(tmp_path: Path) -> None:
    english = "The café by the lake opened on Monday, and many people came to see it with their own eyes."
    html = f"<html><head><meta charset=iso-8859-1></head><body><p>{english}</p><p>{english[::-1]}</p></body></html>"
    found = only(tmp_path, "a.html", html.encode("latin-1"))
    assert isinstance(found, Article) and english in found.text
    refused = only(tmp_path, "b.html", html.replace("<meta charset=iso-8859-1>", "").encode("latin-1"))
    assert isinstance(refused, InputError) and refused.reason.startswith("not UTF-8 (byte ")
    broken = only(tmp_path, "c.html", html.encode().replace(b"own", b"\xff"))
    assert isinstance(broken, InputError), "UTF-8 with one bad byte, whatever it declares"


def test_garbled_text(tmp_path: Path) -> None:
    found = only(tmp_path, "a.md", shown(written(PLAIN, "VNI")).encode())
    assert isinstance(found, Article) and found.text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (FIRST.encode() + b"\xff", "none of TCVN3, VNI, windows-1258, VISCII explains it"),
        (b"Co\xe4ng", "none of TCVN3, VNI, windows-1258, VISCII explains it"),  # too short to tell
        (b"C\xb5ng h\xf2a x\xe3 h\xb5i ch\xfc ngh\xeea Vi\xaet Nam", "TCVN3 and VISCII explain it alike"),
        (written(FIRST, "TCVN3") + b"\n" + written(LAST, "VNI"), "its lines are in TCVN3 and VNI; convert each part to UTF-8 by itself"),
        (b"\xef\xbb\xbf" + written(FIRST, "TCVN3"), ""),
    ],
)
def test_refused_with_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    found = only(tmp_path, "a.txt", content)
    assert isinstance(found, InputError)
    assert found.reason.startswith("not UTF-8 (byte ") and found.reason.endswith(reason or "convert it to UTF-8 first")
    assert len(str(found).splitlines()) == 1


def test_records(tmp_path: Path) -> None:
    sound = json.dumps({"id": "1", "text": FIRST}, ensure_ascii=False)
    garbled = json.dumps({"id": "2", "text": shown(written(LAST, "TCVN3"))}, ensure_ascii=False)
    old = written(json.dumps({"id": "3", "text": LAST}, ensure_ascii=False), "windows-1258")
    (tmp_path / "a.jsonl").write_bytes(f"{sound}\n{garbled}\n".encode() + old)
    first, error, third = read(tmp_path / "a.jsonl")
    assert isinstance(first, Article) and first.text == FIRST
    assert isinstance(error, InputError)
    assert str(error).endswith("line 2: field text shows the letters of TCVN3; convert it to Unicode first, offsets count in it")
    assert isinstance(third, Article) and third.text == LAST
