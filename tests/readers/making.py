"""Files made for tests: Word documents, PDF files and web archives of known texts, all invented."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import matplotlib
from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT = 85.0, WIDTH - 57.0
HEAD = (
    ("TỈNH ỦY PHÚ THỌ", "*", "Số 05-NQ/TU"),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", "Phú Thọ, ngày 12 tháng 3 năm 2024"),
)
FOOT = (
    ("Nơi nhận:", "- Ban Bí thư (để báo cáo),", "- Các huyện ủy, thành ủy,", "- Lưu Văn phòng Tỉnh ủy."),
    ("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "(đã ký)", "Lê Quang Minh"),
)
PROSE = (
    "Căn cứ Quy định số 24-QĐ/TW ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng; trong nhiệm kỳ"
    " 2020-2025, các cấp ủy đã lãnh đạo, chỉ đạo nhiều mặt công tác và đạt kết quả quan trọng trên các lĩnh vực.",
    "Đồng chí Nguyễn Văn An, Phó Bí thư Tỉnh ủy trực tiếp chỉ đạo việc tổ chức thực hiện; Ban Tổ chức Tỉnh ủy hướng dẫn,"
    " đôn đốc, kiểm tra và định kỳ hằng năm báo cáo Ban Thường vụ Tỉnh ủy.",
)


@cache
def fonts() -> tuple[str, str]:
    """A font with all Vietnamese letters, plain and bold, known to reportlab."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    for name in ("DejaVuSans", "DejaVuSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, folder / f"{name}.ttf"))
    return "DejaVuSans", "DejaVuSans-Bold"


class Sheets:
    """A PDF being drawn, from the top of its first page: text in lines that fill a width as a word processor fills them."""

    def __init__(self, **options: Any) -> None:
        self._out = io.BytesIO()
        self.canvas = Canvas(self._out, pagesize=A4, invariant=1, pageCompression=1, **options)
        self.y = HEIGHT - 70.0

    def line(self, text: str, x: float = LEFT, size: float = 12, y: float | None = None, centre: float = 0.0) -> None:
        """One line at ``x`` or centred at ``centre``, at ``y`` or below what stands already."""
        if y is None:
            self.y -= 1.5 * size
        self.canvas.setFont(fonts()[0], size)
        at = self.y if y is None else y
        if centre:
            self.canvas.drawCentredString(centre, at, text)
        else:
            self.canvas.drawString(x, at, text)

    def paragraph(
        self, text: str, left: float = LEFT, right: float = RIGHT, size: float = 12, indent: float = 20.0, justify: bool = True
    ) -> None:
        """A paragraph over as many lines as it needs."""
        words, begin = text.split(), left + indent
        while words:
            count = len(words)
            while count > 1 and self.width(" ".join(words[:count]), size) > right - begin:
                count -= 1
            self.y -= 1.5 * size
            gap = self.width(" ", size)
            if justify and count < len(words) and count > 1:
                gap += (right - begin - self.width(" ".join(words[:count]), size)) / (count - 1)
            x = begin
            for word in words[:count]:
                self.line(word, x, size, y=self.y)
                x += self.width(word, size) + gap
            words, begin = words[count:], left
        self.y -= 4

    def columns(self, left: Iterable[str], right: Iterable[str], size: float = 12, other: float = 12, centre: bool = True) -> None:
        """Two columns side by side, the right one centred and set in another size."""
        top = self.y
        for text in left:
            self.line(text, LEFT, size, centre=(LEFT + 110) * centre)
        low, self.y = self.y, top
        for text in right:
            self.line(text, size=other, centre=RIGHT - 130)
        self.y = min(low, self.y) - 20

    def page(self) -> None:
        """Begin a new page."""
        self.canvas.showPage()
        self.y = HEIGHT - 70.0

    def done(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self._out.getvalue()

    @staticmethod
    def width(text: str, size: float) -> float:
        """Width of a text in points."""
        return float(pdfmetrics.stringWidth(text, fonts()[0], size))


def paper_pdf() -> bytes:
    """A resolution as issued: head and foot in two columns that do not stand on the same lines."""
    sheets = Sheets()
    sheets.columns(*HEAD, size=12, other=13)
    sheets.line("NGHỊ QUYẾT", centre=WIDTH / 2)
    for text in PROSE:
        sheets.paragraph(text)
    sheets.columns(*FOOT, size=10, other=13, centre=False)
    return sheets.done()


def word(build: Callable[[Any], None]) -> bytes:
    """A Word document that a function fills."""
    document, out = docx.Document(), io.BytesIO()
    build(document)
    document.save(out)
    return out.getvalue()


def side_by_side(document: Any, left: Iterable[str], right: Iterable[str]) -> Any:
    """A table without lines of one row, a column on each side."""
    table = document.add_table(1, 2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        first, *others = lines
        cell.paragraphs[0].text = first
        for text in others:
            cell.add_paragraph(text)
    return table


def paper_word(document: Any) -> None:
    """A resolution as issued."""
    side_by_side(document, *HEAD)
    document.add_paragraph("NGHỊ QUYẾT").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in PROSE:
        document.add_paragraph(text)
    side_by_side(document, *FOOT)


def web_page(number: int, more: str = "") -> bytes:
    """A page with an article."""
    title = f"Huyện ủy Lâm Sơn họp lần {number}"
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body><h1>{title}</h1>"
        f"<p>Sáng 5/3/2024, Huyện ủy Lâm Sơn họp bàn công tác cán bộ lần thứ {number}; đồng chí Nguyễn Văn An chủ trì.</p>"
        f"<p>Hội nghị thống nhất ban hành kế hoạch đào tạo, bồi dưỡng cán bộ, đảng viên trong quý tới{more}.</p></body></html>"
    ).encode()


class Crawl:
    """A web archive being written; ``starts`` are the places of its records."""

    def __init__(self, packed: bool = True) -> None:
        self._packed = packed
        self._content = b""
        self.starts: list[int] = []

    def add(
        self, address: str, body: bytes, type: str = "text/html; charset=utf-8", status: str = "200 OK", kind: str = "response",
        **heads: str,
    ) -> Crawl:
        """One more record."""
        http = kind == "response"
        given = {"Content-Type": type} | {name.replace("_", "-"): value for name, value in heads.items()}
        block = f"HTTP/1.1 {status}\r\n{_heads(given)}\r\n".encode() + body if http else body
        record = {
            "WARC-Type": kind,
            "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{len(self.starts):012}>",
            "WARC-Date": "2024-03-06T07:00:00Z",
            "WARC-Target-URI": f"https://lamson.example{address}",
            "Content-Type": "application/http; msgtype=response" if http else type,
            "Content-Length": str(len(block)),
        }
        whole = f"WARC/1.0\r\n{_heads(record)}\r\n".encode() + block + b"\r\n\r\n"
        self.starts.append(len(self._content))
        self._content += gzip.compress(whole, mtime=0) if self._packed else whole
        return self

    def done(self) -> bytes:
        """The file."""
        return self._content


def _heads(given: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\r\n" for name, value in given.items())


def crawl(pages: int = 5, packed: bool = True) -> Crawl:
    """A web archive of so many pages."""
    made = Crawl(packed)
    for number in range(pages):
        made.add(f"/tin-{number}.html", web_page(number))
    return made
