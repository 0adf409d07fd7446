"""Plain text: pages as copied from a browser lose their furniture, and a body never loses a word."""

from __future__ import annotations

import pytest

from vankien.extractors.readers.plain import article_from_text
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

TITLE = "Huyện ủy Lâm Sơn bàn giải pháp phát triển đảng viên"
FIRST = "Sáng 5/3, Ban Thường vụ Huyện ủy Lâm Sơn họp bàn giải pháp phát triển đảng viên ở các xã khó khăn."
LAST = "Hội nghị thống nhất giao Ban Tổ chức Huyện ủy theo dõi việc thực hiện"
BODY = f"{FIRST}\n\n{LAST}./."
STAMP = "Thứ Ba, 5/3/2024 17:40"
DAY = "Chủ Nhật, 23/6/2024"


def article(*lines: str) -> Article:
    return article_from_text("\n".join(lines), "a.txt", "a.txt")


def head(found: Article) -> tuple[str, str, str]:
    return found.title, found.section, found.published


AT = "2024-03-05T17:40+07:00"


@pytest.mark.parametrize(
    ("lines", "expected", "why"),
    [
        ((DAY, "Tin các huyện", STAMP, "", TITLE, ""), (TITLE, "Tin các huyện", AT), "the seed's form"),
        ((DAY, "Tin các huyện", TITLE, STAMP, ""), (TITLE, "Tin các huyện", AT), "section, title, stamp"),
        ((TITLE, STAMP), (TITLE, "", AT), "title, stamp"),
        ((STAMP, TITLE), (TITLE, "", AT), "stamp, title"),
        ((STAMP, "Xây dựng Đảng", TITLE), (TITLE, "Xây dựng Đảng", AT), "stamp, known section, title"),
        ((STAMP, "Tin các huyện", TITLE), (TITLE, "Tin các huyện", AT), "a short line before the headline"),
        (("Trang chủ > Tin tức > Xây dựng Đảng", TITLE, STAMP), (TITLE, "Xây dựng Đảng", AT), "breadcrumb"),
        ((DAY, TITLE), (TITLE, "", ""), "a lone date on top is the day of rendering"),
        ((TITLE, "05/03/2024"), (TITLE, "", "2024-03-05"), "a lone date under the title is publication"),
        ((DAY, TITLE, "05/03/2024"), (TITLE, "", "2024-03-05"), "the same below a day of rendering"),
        (
            ("Thứ Hai, ngày 04 tháng 03 năm 2019, 07:11:52", TITLE, STAMP),
            (TITLE, "", AT),
            "the site's clock, frozen on an earlier day",
        ),
        (("Thứ Hai, 24/6/2024 09:00", TITLE, STAMP), (TITLE, "", AT), "two stamps: the one at the title"),
        (("date 2025-03-01 saved", TITLE, STAMP), (TITLE, "", AT), "a crawler's line"),
        ((TITLE, STAMP, "Cập nhật: 06/03/2024 08:00"), (TITLE, "", AT), "published before updated"),
        ((TITLE, "Cập nhật: 06/03/2024 08:00"), (TITLE, "", "2024-03-06T08:00+07:00"), "nothing but updated"),
        ((TITLE, STAMP, "312 lượt xem", "A- A A+"), (TITLE, "", AT), "buttons and counters"),
        (("Kế hoạch năm nay", "", STAMP), ("Kế hoạch năm nay", "", AT), "a short title above the stamp"),
        ((TITLE, ""), (TITLE, "", ""), "a title and a blank line"),
        (("Xây dựng Đảng", TITLE, ""), (TITLE, "Xây dựng Đảng", ""), "known section, title, blank line"),
        ((f"# {TITLE}",), (TITLE, "", ""), "Markdown"),
        ((), ("", "", ""), "the body alone"),
        ((STAMP,), ("", "", AT), "no title"),
    ],
)
def test_header(lines: tuple[str, ...], expected: tuple[str, str, str], why: str) -> None:
    found = article(*lines, BODY)
    assert head(found) == expected, why
    assert found.text == BODY, why


@pytest.mark.parametrize(
    ("lines", "byline", "why"),
    [
        (("", "Thu Lan", "", "Phản hồi", "", "Các tin khác", "Một tin khác (4/3/2024)"), "Thu Lan", "the seed's form"),
        (("Thu Lan",), "Thu Lan", "byline only"),
        (("THU LAN - VĂN BẮC",), "THU LAN - VĂN BẮC", "capitals"),
        (("Tin, ảnh: Thu Lan", "Theo TTXVN", "In bài viết"), "Thu Lan", "label and source"),
        (("Nguồn: Cổng thông tin huyện",), "", "a source is no author"),
        (("Chia sẻ", "Bình luận", "Đọc nhiều", FIRST), "", "furniture, and then anything"),
        ((), "", "nothing"),
    ],
)
def test_ending_after_the_closing_mark(lines: tuple[str, ...], byline: str, why: str) -> None:
    found = article(TITLE, STAMP, BODY, *lines)
    assert (found.text, found.byline) == (BODY, byline), why


@pytest.mark.parametrize("mark", ["/.", "./.", "…/.", "”./."])
def test_closing_marks(mark: str) -> None:
    found = article(FIRST, f"{LAST}{mark}", "Thu Lan", "Phản hồi")
    assert found.text == f"{FIRST}\n{LAST}{mark}"


def test_byline_on_the_last_line() -> None:
    found = article(f"{FIRST} {LAST}./. Thu Lan/VOV-Trung tâm Tin")
    assert (found.text, found.byline) == (f"{FIRST} {LAST}./.", "Thu Lan/VOV-Trung tâm Tin")


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((f"{LAST}./.", "Thu Lan", FIRST), "body goes on after the mark"),
        ((f"{LAST}./.", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Văn Thử"), "the foot of an official paper"),
        ((f"{LAST}./.", "Theo đồng chí Bí thư Huyện ủy, việc này sẽ xong trong tháng 6 năm nay."), "a sentence"),
        ((f"{LAST}.", "Lê Văn Thử"), "no mark, no furniture: perhaps a signature"),
        ((f"{LAST}.", "Bình luận", FIRST * 4), "a heading inside the text: a paragraph follows"),
        (("Bình luận", f"{LAST}."), "a heading of the text itself"),
        (("Khai mạc", "Thảo luận", "Ngày 6/3/2024", "Bế mạc"), "a date among the lines of a list"),
        (("Tỷ lệ đạt 1/. 2 lần",), "the mark's characters inside a sentence"),
    ],
)
def test_body_is_never_cut(lines: tuple[str, ...], why: str) -> None:
    text = "\n".join((FIRST, *lines))
    assert article_from_text(text, "a", "a").text == text, why


def test_a_programme_of_short_lines_is_no_header() -> None:
    text = "Chương trình hội nghị\nKhai mạc\nThảo luận ở tổ\nNgày 6/3/2024\nBế mạc"
    assert article_from_text(text, "a", "a") == Article("a", text)


def test_furniture_without_closing_mark() -> None:
    found = article(TITLE, STAMP, FIRST, f"{LAST}.", "Thu Lan", "Tin liên quan", "Một tin khác", "Tin nữa")
    assert (found.text, found.byline) == (f"{FIRST}\n{LAST}.", "Thu Lan")


@pytest.mark.parametrize("lines", [(TITLE, "", "Thu Lan", STAMP), (TITLE, STAMP, "Tác giả: Thu Lan")])
def test_byline_above_the_body(lines: tuple[str, ...]) -> None:
    found = article(*lines, BODY)
    assert (found.title, found.byline, found.text) == (TITLE, "Thu Lan", BODY)


@pytest.mark.parametrize("text", ["(TG) - Sáng 5/3, Huyện ủy họp.", "TPO - Sáng 5/3, Huyện ủy họp."])
def test_agency_prefix_stays(text: str) -> None:
    assert article_from_text(text, "a", "a").text == text


def test_a_page_without_a_body_stays_whole() -> None:
    found = article(STAMP, TITLE)
    assert found.text == f"{STAMP}\n{TITLE}"


def test_blank_text_is_an_error() -> None:
    with pytest.raises(InputError, match="b.txt: empty file"):
        article_from_text(" \n\t\n", "b.txt", "b.txt")
