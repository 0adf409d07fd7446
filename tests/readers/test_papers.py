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
        ("Ký bởi: Văn phòng Tỉnh ủy Phú Thọ\nThời gian ký: 15/03/2024 16:22:10 +07:00\nTỈNH ỦY PHÚ THỌ\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 05-NQ/TU", "signed digitally"),
        ("Dự thảo lần thứ 2, ngày 3/4\nUBND TỈNH\nSố: 12/QĐ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "marks above"),
        ("VIỆT NAM DÂN CHỦ CỘNG HÒA\nBỘ NỘI VỤ\nSố: 12-NV", "of before 1976"),
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
        ("Tỉnh ủy Phú Thọ ra nghị quyết mới\nTỈNH ỦY PHÚ THỌ\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 05-NQ/TU", "a headline above the paper"),
        ("x" * 100_000 + "\nSố 05-NQ/TU\nĐẢNG CỘNG SẢN VIỆT NAM", "a line longer than a head's"),
        ("\n".join(["Dòng tin."] * 15 + ["ĐẢNG CỘNG SẢN VIỆT NAM", "Số 05-NQ/TU"]), "a paper quoted below"),
    ],
)
def test_anything_else_is_no_paper(text: str, why: str) -> None:
    assert not is_paper(lines_of(text)), why


def test_an_article_that_prints_a_paper_keeps_title_day_and_the_whole_paper() -> None:
    paper = "TỈNH ỦY PHÚ THỌ\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 05-NQ/TU\tPhú Thọ, ngày 12 tháng 3 năm 2024" + REST
    lead = "(PT) - Ngày 12/3, Tỉnh ủy Phú Thọ ban hành Nghị quyết số 05-NQ/TU. Toàn văn như sau:"
    article = article_from_text(f"Tỉnh ủy Phú Thọ ra nghị quyết mới\nThứ Tư, 13/3/2024 08:30'(GMT+7)\n{lead}\n{paper}", "a", "a")
    assert (article.title, article.published) == ("Tỉnh ủy Phú Thọ ra nghị quyết mới", "2024-03-13T08:30+07:00")
    assert article.text == f"{lead}\n{paper}", "nothing of the paper is furniture"
    assert not article.byline, "who signs the paper is not who wrote the article"
