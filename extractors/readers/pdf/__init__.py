"""PDF files: the text in reading order, put together from the places of its letters.

Given are columns one after another (the head and the foot of a Party or State paper are two), lines joined to paragraphs, rows of
drawn tables with bars between their cells, and footnotes after the body. Left out are running heads and feet, page
numbers and what stands across the page. File properties say when a file was made, not when its text was published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from vankien.extractors.readers.pdf.columns import Block, blocks
from vankien.extractors.readers.pdf.edges import Sheet, part_notes, strip_edges
from vankien.extractors.readers.pdf.faults import State, about, refusal
from vankien.extractors.readers.pdf.paragraphs import Paragraphs
from vankien.extractors.readers.pdf.segments import Segment, segment, segments_of
from vankien.extractors.readers.pdf.sheets import sheet_of
from vankien.extractors.readers.plain import article_from_text
from vankien.ontology.errors import InputError, UsageError
from vankien.ontology.nouns import Article
from vankien.ontology.optional import optional

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_ENOUGH, _NEARLY = 5, 0.8  # lines of a page that show how wide its text is; share of a width


def article_from_pdf(content: bytes, id: str, name: str) -> Iterator[Article | InputError]:
    """The article of a PDF file, then one error that names the pages without a text that can be read, if there are any.

    Raises InputError for a file that is locked, damaged, or has no such page at all; ``name`` stands for it in errors.
    """
    try:
        pdfium = optional("pypdfium2", "pdf")
    except UsageError as error:
        raise InputError(name, str(error)) from None
    try:
        sheets, states, title = _read(pdfium, content, name)
        text = text_of_sheets(sheets, title) if State.READ in states else ""
    except InputError:
        raise
    except Exception as error:  # a page can be set in any way, columns in columns without end
        raise InputError(name, f"a PDF that cannot be taken apart ({type(error).__name__})") from error
    if not text:
        raise InputError(name, refusal(states))
    yield article_from_text(text, id, name)
    if missing := about(states):
        yield InputError(name, missing)


def _read(pdfium: Any, content: bytes, name: str) -> tuple[list[Sheet], list[State], str]:
    """The pages that can be read, what each page is, and the title by the file's properties."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = error.err_code == _PASSWORD
        reason = "a PDF with a password: save it without one first" if locked else "a damaged or incomplete PDF file"
        raise InputError(name, reason) from error
    sheets: list[Sheet] = []
    states: list[State] = []
    try:
        for number in range(len(document)):
            sheet, state = sheet_of(pdfium, document, number)
            states.append(state)
            if sheet is not None:
                sheets.append(sheet)
        return sheets, states, _title(document)
    finally:
        document.close()


def _title(document: Any) -> str:
    try:
        return str(document.get_metadata_value("Title"))
    except ValueError:  # halves of characters
        return ""


def text_of_sheets(sheets: Sequence[Sheet], title: str) -> str:
    """The text of a document's pages: the body, then the notes."""
    strip_edges(sheets)
    size = _usual_size(sheets)
    body, notes = Paragraphs(size, title), Paragraphs(size)
    for sheet in sheets:
        part_notes(sheet, size)
    for sheet, found in zip(sheets, _blocks(sheets), strict=True):
        for block in found:
            body.add(block, sheet.marks)
        for note in sheet.notes:
            lines = [[segment(line)] for line in note]
            edges = min(line[0].left for line in lines), max(line[0].right for line in lines)
            notes.apart()
            notes.add(Block(lines, *edges))
    return "\n\n".join(text for text in (body.text(), notes.text()) if text)


def _blocks(sheets: Sequence[Sheet]) -> list[list[Block]]:
    """The blocks of each page; columns are as wide as their lines, other blocks as the page's text.

    A page with little text is as wide as all pages; where even these have little, or no line is nearly as wide as the page's
    columns together, the columns show the width.
    """
    pages = [_page_blocks(sheet) for sheet in sheets]
    lines = [[line for block in page if not block.column for line in block.lines] for page in pages]
    plain = [line for page in lines for line in page]
    usual = plain if len(plain) >= _ENOUGH else [line for page in pages for block in page for line in block.lines]
    for page, own in zip(pages, lines, strict=True):
        edges, all = _edges(own if len(own) >= _ENOUGH else usual), _edges([line for block in page for line in block.lines])
        if edges[1] - edges[0] < _NEARLY * (all[1] - all[0]):
            edges = all
        for block in page:
            block.left, block.right = _edges(block.lines) if block.column else edges
    return pages


def _page_blocks(sheet: Sheet) -> list[Block]:
    segments = [part for line in sheet.lines for part in segments_of(line)] + sheet.tables
    if not segments:
        return []
    return list(blocks(segments, min(s.left for s in segments), max(s.right for s in segments)))


def _edges(lines: Sequence[Sequence[Segment]]) -> tuple[float, float]:
    parts = [part for line in lines for part in line if not part.rows]
    return min((part.left for part in parts), default=0.0), max((part.right for part in parts), default=0.0)


def _usual_size(sheets: Sequence[Sheet]) -> float:
    """The size of print of most letters, in half points."""
    sizes = Counter[float]()
    for sheet in sheets:
        for line in sheet.lines:
            for word in line:
                sizes[round(2 * word.size) / 2] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0)
