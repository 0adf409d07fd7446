"""Old encodings in whole files: UTF-8 read as ISO 8859-1, fonts that show capitals, parts in different encodings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.old_letters import written

from vankien.extractors.readers import read
from vankien.extractors.readers.encodings import garbled, repaired
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

TEXT = "Đồng chí Nguyễn Thị Thủy, Phó Bí thư Tỉnh ủy, dự “Đại hội” – lần thứ mười của Đảng bộ huyện Quỳ Hợp, là Ủy viên…"
BODY = "Trên địa bàn huyện, đồng chí Bí thư Huyện ủy đã thảo luận sôi nổi về kế hoạch phát triển kinh tế của Đảng bộ trong năm nay. " * 4


@pytest.mark.parametrize("times", [1, 2, 3])
def test_utf_8_read_as_iso_8859_1_is_repaired(times: int) -> None:
    found = TEXT
    for _ in range(times):
        found = found.encode().decode("latin-1")
    assert any("\x80" <= char < "\xa0" for char in found)
    assert repaired(found) == TEXT


@given(st.lists(st.sampled_from(TEXT.split()), min_size=12, max_size=40))
def test_any_words_read_as_iso_8859_1_come_back_or_stay(words: list[str]) -> None:
    text = " ".join(words)
    shown = text.encode().decode("latin-1")
    assert repaired(shown) in (text, shown)
    assert repaired(text) == text and not garbled(text).name


def read_file(folder: Path, name: str, content: bytes) -> Article | InputError:
    (folder / name).write_bytes(content)
    [found] = read(folder / name)
    return found


@pytest.mark.parametrize("opened", ['<font face=".VnTimeH">', "<font face='.VnArialH' size=3>"])
def test_a_page_in_tcvn3_has_the_capitals_that_its_font_shows(tmp_path: Path, opened: str) -> None:
    head = f"<html><head><title>a</title></head><body><p>{opened}Đại hội Đảng bộ huyện Quỳ Hợp khai mạc sáng nay</font></p>"
    page = f'{head}<p><font face=".VnTime">{BODY}</font></p></body></html>'
    found = read_file(tmp_path, "a.html", written(page, "TCVN3"))
    assert isinstance(found, Article)
    assert "ĐẠI HỘI ĐẢNG BỘ HUYỆN QUỲ HỢP KHAI MẠC SÁNG NAY" in f"{found.title}\n{found.text}"
    assert "đồng chí Bí thư Huyện ủy" in found.text


def test_a_page_in_unicode_under_such_a_font_stays(tmp_path: Path) -> None:
    page = f'<html><body><p><font face=".VnTimeH">{BODY}</font></p><p>{BODY[::-1]}</p></body></html>'
    found = read_file(tmp_path, "a.html", page.encode())
    assert isinstance(found, Article) and BODY.strip() in found.text


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [("", "TCVN3", "TCVN3 and UTF-8"), ("VNI", "TCVN3", "TCVN3 and VNI"), ("", "VNI", "UTF-8 and VNI")],
)
def test_a_file_put_together_from_two_encodings_is_told_so(tmp_path: Path, first: str, second: str, named: str) -> None:
    parts = [f"{BODY}\n".encode() if not name else written(f"{BODY}\n", name) for name in (first, second)]
    found = read_file(tmp_path, "a.txt", b"".join(parts))
    assert isinstance(found, InputError)
    assert found.reason.startswith("not UTF-8 (byte ") and found.reason.endswith(f"its lines are in {named}; convert each part to UTF-8 by itself")


def test_a_file_with_a_stray_byte_is_no_mixture(tmp_path: Path) -> None:
    found = read_file(tmp_path, "a.txt", f"{BODY}\n{BODY}\n".encode() + b"caf\xe9")
    assert isinstance(found, InputError) and "explains it" in found.reason
