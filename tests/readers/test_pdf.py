"""PDF files: words in the order of reading, paragraphs put together, and a clear word where there is no text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus import Table, TableStyle
from tests.readers.making import FOOT, HEAD, HEIGHT, LEFT, PROSE, RIGHT, WIDTH, Sheets, fonts, paper_pdf

from vankien.extractors.readers.pdf import article_from_pdf
from vankien.ontology.nouns import Article

PAPER = [*HEAD[0], *HEAD[1], "NGHỊ QUYẾT", *PROSE, *FOOT[0], *FOOT[1]]


def text_of(content: bytes) -> str:
    [found] = article_from_pdf(content, "a.pdf", "a.pdf")
    assert isinstance(found, Article) and not found.published
    return found.text


def lines(content: bytes) -> list[str]:
    return [line for line in text_of(content).split("\n") if line]


def prose() -> Sheets:
    sheets = Sheets()
    for text in PROSE:
        sheets.paragraph(text)
    return sheets


def test_a_paper_is_read_whole_column_after_column() -> None:
    assert lines(paper_pdf()) == PAPER


def test_lines_that_a_narrow_column_broke_are_whole_again() -> None:
    sheets = Sheets()
    sheets.columns(
        ("SỞ NỘI VỤ", "Số: 12/SNV", "V/v thực hiện Nghị quyết số", "18-NQ/TW về tổ chức"),
        ("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Phú Thọ, ngày 12 tháng 3 năm", "2024"),
    )
    sheets.line("QUYẾT ĐỊNH", centre=(LEFT + RIGHT) / 2)
    sheets.line("về việc điều động, bổ nhiệm cán bộ thuộc diện Ban Thường vụ Huyện ủy", centre=(LEFT + RIGHT) / 2)
    sheets.line("Lâm Sơn quản lý", centre=(LEFT + RIGHT) / 2)
    sheets.paragraph(PROSE[0], indent=0)
    assert lines(sheets.done()) == [
        "SỞ NỘI VỤ", "Số: 12/SNV", "V/v thực hiện Nghị quyết số 18-NQ/TW về tổ chức",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phú Thọ, ngày 12 tháng 3 năm 2024",
        "QUYẾT ĐỊNH", "về việc điều động, bổ nhiệm cán bộ thuộc diện Ban Thường vụ Huyện ủy Lâm Sơn quản lý", PROSE[0],
    ]  # fmt: skip


def test_the_last_line_of_a_longer_column_stays_in_it() -> None:
    sheets = Sheets()
    sheets.columns(("BAN CHẤP HÀNH TRUNG", "ƯƠNG", "*"), HEAD[1], size=12, other=13)
    sheets.y += 20
    sheets.line("Số 05-CT/TW", y=sheets.y - 24, centre=LEFT + 110)
    sheets.y -= 24
    sheets.line("CHỈ THỊ", size=14, centre=(LEFT + RIGHT) / 2)
    sheets.paragraph(PROSE[0])
    assert lines(sheets.done()) == ["BAN CHẤP HÀNH TRUNG ƯƠNG", "*", "Số 05-CT/TW", *HEAD[1], "CHỈ THỊ", PROSE[0]]


def test_recipients_longer_than_the_signature_stay_before_it() -> None:
    recipients = ("Nơi nhận:", "- Ban Bí thư,", "- Ban Nội chính Trung ương,", "- Quân khu 4,", "- Công an tỉnh,", "- Lưu Văn phòng Tỉnh ủy.")
    sheets, signature = prose(), ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Văn Tám")
    top = sheets.y - 30
    for number, text in enumerate(recipients):  # set wide apart, as a word processor does
        sheets.line(text, y=top - 27 * number)
    for number, text in enumerate(signature):
        sheets.line(text, y=top - 27 * number, centre=RIGHT - 130)
    assert lines(sheets.done()) == [*PROSE, *recipients, *signature]


def test_an_article_has_its_title_and_stamp() -> None:
    sheets = Sheets()
    for text in ("Huyện ủy Lâm Sơn bàn công tác", "cán bộ trong quý tới"):
        sheets.line(text, size=20)
    sheets.line("Thứ Tư, 24/1/2024 18:27'(GMT+7)", size=9)
    for text in PROSE:
        sheets.paragraph(text)
    [found] = article_from_pdf(sheets.done(), "a", "a")
    assert isinstance(found, Article)
    assert found.title == "Huyện ủy Lâm Sơn bàn công tác cán bộ trong quý tới"
    assert (found.published, found.text) == ("2024-01-24T18:27+07:00", "\n".join(PROSE))


@pytest.mark.parametrize("quarters", [1, 2, 3])
@pytest.mark.parametrize("shown", [True, False])
def test_a_turned_page_is_read_as_it_is_read(quarters: int, shown: bool) -> None:
    sheets = Sheets()
    if shown:
        sheets.canvas.setPageRotation(90 * quarters)
    sheets.canvas.translate(*{1: (WIDTH, 0), 2: (WIDTH, HEIGHT), 3: (0, HEIGHT)}[quarters])
    sheets.canvas.rotate(90 * quarters)
    sheets.y = (HEIGHT if quarters == 2 else WIDTH) - 60
    sheets.columns(*HEAD)
    sheets.paragraph(PROSE[0])
    assert lines(sheets.done()) == [*HEAD[0], *HEAD[1], PROSE[0]]


def test_a_watermark_is_left_out() -> None:
    sheets = prose()
    sheets.canvas.translate(150, 450)
    sheets.canvas.rotate(45)
    sheets.line("DỰ THẢO", 0, 60, y=0)
    assert lines(sheets.done()) == list(PROSE)


def test_columns_of_a_newspaper_are_read_one_after_the_other() -> None:
    sheets, middle = Sheets(), (LEFT + RIGHT) / 2
    sheets.line("Nhiều chi bộ ở Lâm Sơn được củng cố", size=20)
    top = sheets.y
    for text in PROSE:
        sheets.paragraph(text, right=middle - 9, size=10)
    sheets.y = top - 3
    for text in PROSE[::-1]:
        sheets.paragraph(text, left=middle + 9, size=10)
    assert lines(sheets.done()) == [*PROSE, *PROSE[::-1]]


def test_heads_feet_page_numbers_are_left_out_and_notes_stand_at_the_end() -> None:
    sheets = Sheets()
    for number in range(1, 5):
        sheets.line(f"Tạp chí Lâm Sơn, số {number}/2024", size=9, y=HEIGHT - 40)
        sheets.paragraph(PROSE[number % 2])
        sheets.paragraph("Diện tích là 12 km", indent=0)
        sheets.line("2", LEFT + sheets.width("Diện tích là 12 km", 12) + 0.5, 7, y=sheets.y + 8)
        sheets.paragraph(f"Kết luận thứ {number}", indent=0)
        sheets.line(str(number), LEFT + sheets.width(f"Kết luận thứ {number}", 12) + 0.5, 7, y=sheets.y + 8)
        sheets.line(f"{number} Xem Báo cáo số {number} của Huyện ủy", LEFT, 9, y=100)
        sheets.line("về công tác cán bộ.", LEFT, 9, y=86)
        sheets.line(f"- {number} -", y=40, centre=WIDTH / 2)
        sheets.page()
    found = lines(sheets.done())
    for number in range(1, 5):
        assert found[3 * number - 3 : 3 * number] == [PROSE[number % 2], "Diện tích là 12 km2", f"Kết luận thứ {number}"]
    assert found[-4:] == [f"{n} Xem Báo cáo số {n} của Huyện ủy về công tác cán bộ." for n in range(1, 5)]
    assert not [line for line in found if "Tạp chí" in line or line.startswith("- ")]


def test_the_head_that_many_papers_in_one_file_share_is_no_running_head() -> None:
    sheets = Sheets()
    for _ in range(4):
        sheets.columns(*HEAD)
        sheets.paragraph(PROSE[0])
        sheets.page()
    assert text_of(sheets.done()).count("ĐẢNG CỘNG SẢN VIỆT NAM") == 4


def test_a_sentence_goes_on_over_the_page_and_numbers_broken_at_their_signs_are_whole() -> None:
    sheets, text = Sheets(), "Ban Thường vụ Huyện ủy ban hành kế hoạch thực hiện Nghị quyết số 26-"
    size = 12 * (RIGHT - LEFT) / sheets.width(text, 12)
    sheets.paragraph(PROSE[0], size=size)
    sheets.line(text, LEFT, size)
    sheets.page()
    sheets.line("NQ/TW ngày 19/5/2018.", LEFT, size)
    sheets.paragraph(PROSE[0], size=size)
    assert lines(sheets.done())[1] == f"{text}NQ/TW ngày 19/5/2018."


def test_a_drawn_table_is_read_by_rows() -> None:
    sheets = prose()
    rows = [["STT", "Họ và tên", "Chức vụ"], ["1", "Nguyễn Văn An", "Bí thư\nHuyện ủy"], ["2", "Trần Thị Bình", ""]]
    style = [("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)), ("FONT", (0, 0), (-1, -1), fonts()[0], 10)]
    table = Table(rows, style=TableStyle(style))
    table.wrapOn(sheets.canvas, 400, 400)
    table.drawOn(sheets.canvas, LEFT, sheets.y - 100)
    sheets.y -= 120
    sheets.paragraph("Danh sách này được thông qua.")
    assert lines(sheets.done())[2:] == [
        "| STT | Họ và tên | Chức vụ |", "| 1 | Nguyễn Văn An | Bí thư Huyện ủy |", "| 2 | Trần Thị Bình | |",
        "Danh sách này được thông qua.",
    ]  # fmt: skip


def test_letters_set_in_any_order_are_put_in_place() -> None:
    """Where a font lacks a letter, writers set it after the line from another font."""
    sheets = Sheets()
    for at, letter in sorted(enumerate("Đảng bộ huyện"), key=lambda pair: pair[1].isascii()):
        sheets.line(letter, LEFT + sheets.width("Đảng bộ huyện"[:at], 12), 12, y=700)
    assert text_of(sheets.done()) == "Đảng bộ huyện"


def test_marks_set_apart_from_their_letters_are_composed() -> None:
    sheets = Sheets()
    sheets.line("Ha\u0300nh chi\u0301nh", y=700)
    assert text_of(sheets.done()) == "Hành chính"


WORDS = " ".join(PROSE).split()


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False), st.sampled_from([10, 11, 12, 13, 14]), st.sampled_from([0, 60, 150]), st.booleans(), st.booleans(), st.booleans())
def test_words_stay_in_order_however_the_page_is_set(
    chance: random.Random, size: int, narrow: int, justify: bool, head: bool, foot: bool
) -> None:
    sheets = Sheets()
    if head:
        sheets.columns(*HEAD)
    wanted = [*HEAD[0], *HEAD[1]] if head else ["Mở đầu."]
    if not head:
        sheets.paragraph("Mở đầu.", size=size)
    for _ in range(chance.randint(1, 8)):
        mark = chance.choice(["", "", "- ", "1. ", "a) ", "Điều 1. "])
        text = f"{mark}{' '.join(chance.choices(WORDS, k=chance.randint(3, 60))).capitalize()}."
        if sheets.y < 150:
            sheets.page()
        sheets.paragraph(text, right=RIGHT - narrow, size=size, indent=chance.choice([0, 20, 28]), justify=justify)
        wanted.append(text)
    if sheets.y < 200:
        sheets.page()
    if foot:
        sheets.y -= 10
        sheets.columns(*FOOT, size=chance.choice([10, 11, 12]), other=chance.choice([12, 13, 14]), centre=False)
        wanted += [*FOOT[0], *FOOT[1]]
    assert text_of(sheets.done()).split() == " ".join(wanted).split()
