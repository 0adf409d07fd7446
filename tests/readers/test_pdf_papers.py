"""Papers in PDF files as office programs set them: letters of a second font, short papers, narrow heads."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import matplotlib
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from tests.readers.making import LEFT, PROSE, RIGHT, Sheets
from tests.readers.test_pdf import lines

MIDDLE = (LEFT + RIGHT) / 2
BLANK = 0.25  # of the size, in fonts like Times


@cache
def serif() -> str:
    """A font that draws the horn of Ư beyond the place where the next letter is set."""
    pdfmetrics.registerFont(TTFont("DejaVuSerif", Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSerif.ttf"))
    return "DejaVuSerif"


def drawn(sheets: Sheets, text: str, turn: int = 0, size: float = 13) -> None:
    """A line letter by letter, its blanks as gaps only, as office programs set letters that the first font lacks."""
    sheets.canvas.saveState()
    sheets.canvas.translate(300, 400)
    sheets.canvas.rotate(90 * turn)
    sheets.canvas.setFont(serif(), size)
    x = 0.0
    for letter in text:
        if letter != " ":
            sheets.canvas.drawString(x, 0, letter)
        x += BLANK * size if letter == " " else pdfmetrics.stringWidth(letter, serif(), size)
    sheets.canvas.restoreState()


@pytest.mark.parametrize("text", ["PHÓ BÍ THƯ THƯỜNG TRỰC", "HUYỆN ỦY CHƯ SÊ", "THỨ TRƯỞNG", "Phụ trách Chư Prông, kỳ họp thứ 18"])
@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_blank_after_a_letter_with_a_horn_is_kept_and_none_is_put_into_a_word(text: str, turn: int) -> None:
    sheets = Sheets()
    drawn(sheets, text, turn)
    assert lines(sheets.done()) == [text]


def short_paper(body: tuple[str, ...]) -> list[str]:
    sheets = Sheets()
    head = ("SỞ Y TẾ ĐIỆN BIÊN", "BỆNH VIỆN ĐA KHOA HUYỆN", "Số: 12/BC-BVĐK"), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    sheets.columns(*head, size=11, other=11)
    for text in body:
        sheets.line(text, centre=MIDDLE)
    sheets.y -= 6
    sheets.columns(("Nơi nhận:", "- Sở Y tế;", "- Lưu: VT."), ("PHÓ GIÁM ĐỐC PHỤ TRÁCH", "Vũ Thị Hà"), size=11, centre=False)
    return lines(sheets.done())


@pytest.mark.parametrize("body", [("BÁO CÁO", "Kết quả công tác"), ("THÔNG BÁO", "Về việc tuyển dụng viên chức"), ("CÔNG ĐIỆN",)])
def test_type_and_subject_of_a_short_paper_stand_between_its_head_and_its_foot(body: tuple[str, ...]) -> None:
    assert short_paper(body) == [
        "SỞ Y TẾ ĐIỆN BIÊN", "BỆNH VIỆN ĐA KHOA HUYỆN", "Số: 12/BC-BVĐK", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        *body, "Nơi nhận:", "- Sở Y tế;", "- Lưu: VT.", "PHÓ GIÁM ĐỐC PHỤ TRÁCH", "Vũ Thị Hà",
    ]  # fmt: skip


def test_a_head_set_in_narrow_cells_without_common_lines_is_two_columns() -> None:
    sheets, right = Sheets(), 306.0
    top = sheets.y
    for text, below in (("ỦY BAN DÂN TỘC CỦA QUỐC HỘI", 0), ("-------", 25), ("Nghị quyết số: 8/NQ-UBDT15", 50)):
        sheets.line(text, size=11, y=top - below)
    for text, below in (("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 0), ("VIỆT NAM", 14), ("Độc lập - Tự do - Hạnh phúc", 39), ("---------------", 64)):
        sheets.line(text, right, size=11, y=top - below)
    sheets.y = top - 90
    for text in PROSE:
        sheets.paragraph(text, size=11)
    assert lines(sheets.done()) == [
        "ỦY BAN DÂN TỘC CỦA QUỐC HỘI", "-------", "Nghị quyết số: 8/NQ-UBDT15",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "---------------", *PROSE,
    ]  # fmt: skip


def test_a_number_that_a_narrow_column_broke_is_whole_again() -> None:
    sheets = Sheets()
    sheets.columns(("BỘ NỘI VỤ", "Nghị quyết số: 1278/NQ-", "UBTVQH15"), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội, ngày 2 tháng 3 năm 2024"), size=11, other=11)
    sheets.paragraph(PROSE[0])
    assert "Nghị quyết số: 1278/NQ-UBTVQH15" in lines(sheets.done())


def test_what_opens_a_part_of_a_paper_does_not_go_on_in_the_subject() -> None:
    sheets = Sheets()
    body = ("TỜ TRÌNH", "VỀ DỰ ÁN LUẬT CĂN CƯỚC", "Kính gửi: Quốc hội", "TM. CHÍNH PHỦ", "BỘ TRƯỞNG")
    for text in body:
        sheets.line(text, centre=MIDDLE)
    assert lines(sheets.done()) == list(body)
