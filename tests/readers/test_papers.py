"""Official papers are told by their head and read whole, in whatever kind of file they come."""

from __future__ import annotations

import pytest

from vankien.extractors.readers.lines import lines_of
from vankien.extractors.readers.papers import is_paper
from vankien.extractors.readers.plain import article_from_text
from vankien.ontology.nouns import Article

REST = "\n\nQUYẾT ĐỊNH\nĐiều 1. Bổ nhiệm đồng chí Lê Vân./.\nNơi nhận:\n- Như Điều 1;\n- Lưu.\nT/M BAN THƯỜNG VỤ\nLê Quang Minh"


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ("TỈNH ỦY PHÚ THỌ\n*\nSố 05-NQ/TU\nĐẢNG CỘNG SẢN VIỆT NAM", "a Party paper, left column first"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM\n\nSố: 05-QĐ/TW", "right column first"),
        ("UBND TỈNH\nSố: 1234/QĐ-UBND\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", "the old tone place"),
        ("UBND TỈNH\nSố:     /QĐ-UBND\nCộng hòa xã hội chủ nghĩa Việt Nam", "a draft's number is open; small letters"),
        ("TỈNH ỦY PHÚ THỌ\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 05-NQ/TU\tPhú Thọ, ngày 12 tháng 3 năm 2024", "both columns in a line"),
        ("UBND TỈNH\nSố: 12/QĐ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM", "a narrow column broke the line"),
    ],
)
def test_a_paper_is_told_and_read_whole(head: str, why: str) -> None:
    assert is_paper(lines_of(head + REST)), why
    assert article_from_text(head + REST, "a", "a") == Article("a", head + REST)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Số 5 đường Lê Lợi là trụ sở.\nTại đây, ngày 3/2 là ngày thành lập Đảng Cộng sản Việt Nam", "an article"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM\nQuá trình phát triển", "no number"),
        ("Số 05-NQ/TU\nNghị quyết về công tác cán bộ", "no national line"),
        ("\n".join(["Dòng tin."] * 15 + ["ĐẢNG CỘNG SẢN VIỆT NAM", "Số 05-NQ/TU"]), "a paper quoted below"),
    ],
)
def test_anything_else_is_no_paper(text: str, why: str) -> None:
    assert not is_paper(lines_of(text)), why
