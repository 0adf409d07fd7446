"""Word documents: the words that people see, in the order in which they read them, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.readers.making import FOOT, HEAD, PROSE, paper_word, side_by_side, word

from vankien.extractors.readers.word import article_from_word
from vankien.ontology.nouns import Article

SPACES = nsdecls("w", "wp", "a", "pic", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def text_of(content: bytes) -> str:
    return article_from_word(content, "a.docx", "a.docx").text


def body(*elements: str) -> Callable[[Any], None]:
    """A document of these elements alone."""

    def build(document: Any) -> None:
        for element in reversed(elements):
            root = parse_xml(f"<w:body {SPACES}>{element}</w:body>")
            for node in reversed(list(root)):
                document.element.body.insert(0, node)

    return build


def run(text: str, more: str = "") -> str:
    return f'<w:r>{more}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, more: str = "") -> str:
    return f"<w:p>{more}{''.join(runs)}</w:p>"


def lines(*elements: str) -> list[str]:
    return text_of(word(body(*elements))).split("\n")


def test_a_paper_is_read_whole_and_in_order() -> None:
    found = article_from_word(word(paper_word), "a.docx", "a.docx")
    read_lines = [line for line in found.text.split("\n") if line]
    assert read_lines == [*HEAD[0], *HEAD[1], "NGHỊ QUYẾT", *PROSE, *FOOT[0], *FOOT[1]]
    assert (found.id, found.title, found.published) == ("a.docx", "", "")


def test_an_article_saved_as_word_has_its_title_and_stamp() -> None:
    def build(document: Any) -> None:
        document.add_heading("Huyện ủy Lâm Sơn bàn công tác cán bộ", 0)
        document.add_paragraph("Thứ Tư, 24/1/2024 18:27'(GMT+7)")
        document.add_paragraph("Sáng 24/1, Huyện ủy Lâm Sơn họp bàn công tác cán bộ trong quý tới./.")
        document.add_paragraph("Thu Lan")

    found = article_from_word(word(build), "a", "a")
    assert found == Article(
        "a", "Sáng 24/1, Huyện ủy Lâm Sơn họp bàn công tác cán bộ trong quý tới./.",
        title="Huyện ủy Lâm Sơn bàn công tác cán bộ", published="2024-01-24T18:27+07:00", byline="Thu Lan",
    )  # fmt: skip


@pytest.mark.parametrize(("property", "title"), [("Huyện ủy  Lâm Sơn HỌP", "Huyện ủy Lâm Sơn họp"), ("Tài liệu 1", "")])
def test_the_title_of_the_properties_counts_only_if_the_text_says_it(property: str, title: str) -> None:
    def build(document: Any) -> None:
        document.core_properties.title = property
        document.add_paragraph("Huyện ủy Lâm Sơn họp")
        document.add_paragraph("Sáng 24/1, Huyện ủy Lâm Sơn họp bàn công tác cán bộ.")

    found = article_from_word(word(build), "a", "a")
    assert (found.title, found.published) == (title, "")


def test_data_stand_in_rows_and_layout_in_lines() -> None:
    def build(document: Any) -> None:
        table = document.add_table(2, 3, style="Table Grid")
        for row, texts in zip(table.rows, (("STT", "Họ tên", "Chức vụ"), ("1", "Lê Vân", "Bí thư\nĐoàn")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        table.rows[1].cells[2].add_paragraph("Thư ký")
        document.add_paragraph("Hết.")
        side_by_side(document, ["TRƯỞNG BAN", "Lê Vân"], ["CHÁNH VĂN PHÒNG", "Trần An"])

    assert text_of(word(build)).split("\n") == [
        "| STT | Họ tên | Chức vụ |", "| 1 | Lê Vân | Bí thư Đoàn / Thư ký |", "", "Hết.", "",
        "TRƯỞNG BAN", "Lê Vân", "", "CHÁNH VĂN PHÒNG", "Trần An",
    ]  # fmt: skip


def test_a_long_list_without_lines_is_data() -> None:
    def build(document: Any) -> None:
        table = document.add_table(7, 2)
        for number, row in enumerate(table.rows):
            row.cells[0].text, row.cells[1].text = f"Xã {number}", "đạt"

    assert text_of(word(build)).split("\n")[0] == "| Xã 0 | đạt |"


def test_a_head_drawn_with_lines_is_still_a_head() -> None:
    def build(document: Any) -> None:
        side_by_side(document, *HEAD).style = "Table Grid"

    assert [line for line in text_of(word(build)).split("\n") if line] == [*HEAD[0], *HEAD[1]]


def test_merged_and_nested_cells_stand_once() -> None:
    def build(document: Any) -> None:
        table = document.add_table(3, 3, style="Table Grid")
        for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = f"c{at}"
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(1, 2).merge(table.cell(2, 2))
        table.cell(2, 0).add_table(1, 1).rows[0].cells[0].text = "trong"

    assert text_of(word(build)).split("\n") == [
        "| c0 / c1 | c2 |", "| c3 | c4 | c5 / c8 |", "| c6 / trong | c7 | |",
    ]  # fmt: skip


def test_tracked_changes_links_controls_and_fields() -> None:
    assert lines(
        p(run("Huyện ủy "), "<w:ins w:id='1'>" + run("Lâm Sơn ") + "</w:ins>", "<w:del w:id='2'><w:r><w:delText>cũ</w:delText></w:r></w:del>", run("họp.")),
        p("<w:moveFrom w:id='3'>" + run("đi") + "</w:moveFrom>", "<w:moveTo w:id='4'>" + run("đến") + "</w:moveTo>"),
        "<w:sdt><w:sdtContent>" + p("<w:hyperlink>" + run("Nghị quyết") + "</w:hyperlink>", "<w:sdt><w:sdtContent>" + run(" 26") + "</w:sdtContent></w:sdt>") + "</w:sdtContent></w:sdt>",
        p("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>", run("12/3")),
        p(run("ẩn", "<w:rPr><w:vanish/></w:rPr>"), run("hiện")),
    ) == ["Huyện ủy Lâm Sơn họp.", "đến", "Nghị quyết 26", "12/3", "hiện"]  # fmt: skip


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    deleted = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    assert lines(p(run("Huyện ủy"), more=deleted), p(run("Lâm Sơn")), p(run("họp"))) == ["Huyện ủy Lâm Sơn", "họp"]


def test_breaks_tabs_and_signs() -> None:
    assert lines(
        p(run("một"), "<w:r><w:br/></w:r>", run("hai"), "<w:r><w:tab/></w:r>", run("ba")),
        p(run("26"), "<w:r><w:noBreakHyphen/></w:r>", run("NQ"), "<w:r><w:softHyphen/><w:sym w:font='Wingdings' w:char='F0AB'/></w:r>"),
    ) == ["một", "hai\tba", "26-NQ"]


def test_text_boxes_stand_once_after_their_paragraph() -> None:
    inside = "<w:txbxContent>" + p(run("Trong khung")) + "</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + inside + "</wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>" + inside + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(p(run("Trước"), box), p(run("Sau"))) == ["Trước", "", "Trong khung", "", "Sau"]


def test_heads_and_feet_of_pages_and_comments_are_left_out() -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Đầu trang"
        document.sections[0].footer.paragraphs[0].text = "Trang 1"
        paragraph = document.add_paragraph("Huyện ủy họp.")
        document.add_comment(paragraph.runs, text="Xem lại", author="An")

    assert text_of(word(build)) == "Huyện ủy họp."


LIST = """<w:abstractNum w:abstractNumId="90">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
 <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>"""
AGAIN = '<w:num w:numId="91"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'


def item(text: str, level: int, list: int = 90) -> str:
    place = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>'
    return p(run(text), more=place)


def numbered(document: Any) -> None:
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(LIST.replace("<w:abstractNum ", f"<w:abstractNum {SPACES} ")))
    for element in ('<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>', AGAIN):
        root.append(parse_xml(element.replace("<w:num ", f"<w:num {SPACES} ", 1)))


def test_automatic_numbers_are_written() -> None:
    def build(document: Any) -> None:
        numbered(document)
        body(
            item("một", 0), item("a", 1), item("b", 1), item("sâu", 2), item("dấu", 3), item("hai", 0), item("lại a", 1),
            item("năm", 0, 91), item("sáu", 0, 91), p(run("không số")),
        )(document)  # fmt: skip

    assert text_of(word(build)).split("\n") == [
        "Điều 1. một", "a) a", "b) b", "1.b.III sâu", "• dấu", "Điều 2. hai", "a) lại a", "Điều 5. năm", "Điều 6. sáu", "không số",
    ]  # fmt: skip


def test_numbers_of_styles_count() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("một", style="List Number")
        document.add_paragraph("hai", style="List Number")
        document.add_paragraph("ba", style="List Bullet")

    assert text_of(word(build)).split("\n") == ["1. một", "2. hai", "• ba"]
