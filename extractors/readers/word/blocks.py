"""The body of a Word document as lines, in reading order; a blank line stands where the page shows one or a table begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vankien.extractors.readers.legible import joined
from vankien.extractors.readers.lines import fold
from vankien.extractors.readers.word.markup import child, children, is_on, named, value
from vankien.extractors.readers.word.notes import notes
from vankien.extractors.readers.word.numbering import Numbering
from vankien.extractors.readers.word.styles import Styles, font_of
from vankien.extractors.readers.word.tables import Cell, table_lines

# What only wraps: content controls, other markup, inserted or moved words of tracked changes, links, simple fields.
_WRAPPERS = {
    "sdt", "sdtContent", "customXml", "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "dir", "bdo", "ruby", "rubyBase",
    "oMath", "oMathPara",
}  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_PRIVATE = re.compile("[\ue000-\uf8ff\u00ad\ud800-\udfff]")  # signs of symbol fonts, which are no letters; soft hyphens; halves of characters


class Body:
    """A document being read: lists count on, and notes are gathered where they are referred to."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = Styles(document.styles.element)
        self._numbering = Numbering(_numbering(document.part), self._styles.lists())
        self._title = fold(str(document.core_properties.title or ""))
        self._notes: list[tuple[str, str]] = []  # part and id, in the text's order
        self._begun = False
        self._carried = ""  # a paragraph whose end was deleted: the next goes on

    def text(self) -> str:
        """Body, then the notes, each apart; runs of blank lines are one."""
        lines = self.lines(self._document.element.body)
        for note in notes(self._document.part, self._notes):
            lines += ["", *self.lines(note)]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def lines(self, element: Any) -> list[str]:
        """The lines of a body, a cell, a text box or a note."""
        found: list[str] = []
        for node in element:
            kind = named(node)
            if kind == "p":
                found += self._paragraph(node)
            elif kind == "tbl":
                found += ["", *table_lines(node, self._cells(node), self._styles), ""]
            elif kind == "AlternateContent":
                found += self.lines(_branch(node))
            elif kind in _WRAPPERS:
                found += self.lines(node)
        if self._carried:
            found, self._carried = [*found, self._carried], ""
        return found

    def _cells(self, table: Any) -> list[list[Cell]]:
        """The cells of a table by rows; what is merged stands once, in the first cell of it, and leaves those below it empty."""
        rows = []
        for row in _deep(table, "tr"):
            if child(row, "trPr", "del") is not None:
                continue
            cells = [node for node in _deep(row, "tc") if not _goes_on(node, "hMerge")]
            rows.append([Cell(node, [] if _goes_on(node, "vMerge") else self._cell(node)) for node in cells])
        return [row for row in rows if row]

    def _cell(self, node: Any) -> list[str]:
        return [line for line in self.lines(node) if line]

    def _paragraph(self, node: Any) -> list[str]:
        """A paragraph's text with its number, then its text boxes; a title is set apart."""
        properties = child(node, "pPr")
        boxes: list[Any] = []
        style = value(child(properties, "pStyle"))
        text = _PRIVATE.sub("", joined(self._runs(node, style, boxes))).strip()
        number = self._numbering.next(*self._styles.list_of(properties))
        if number and text:
            text = f"{number} {text}"
        if self._carried:
            text, self._carried = f"{self._carried} {text}".strip(), ""
        inside = [line for box in boxes for line in ("", *self.lines(box), "")]
        if child(properties, "rPr", "del") is not None:
            self._carried = text
            return inside
        apart = bool(text) and self._is_title(node, properties, style, text)
        self._begun = self._begun or bool(text)
        return [text, *[""] * apart, *inside]

    def _is_title(self, node: Any, properties: Any, style: str, text: str) -> bool:
        """Whether a style or the file's properties call it the title, or it opens the text and is bold or centred."""
        if self._styles.is_title(style) or (self._title and fold(text) == self._title):
            return True
        if self._begun:
            return False
        runs = [run for run in children(node, "r") if any(t.text for t in children(run, "t"))]
        bold = bool(runs) and all(is_on(child(run, "rPr", "b")) for run in runs)
        return bold or value(child(properties, "jc")) == "center"

    def _runs(self, element: Any, style: str, boxes: list[Any]) -> Iterator[tuple[str, str]]:
        """Text and font of the runs below an element; text boxes and notes met on the way are put aside."""
        for node in element:
            kind = named(node)
            if kind == "r":
                properties = child(node, "rPr")
                if not is_on(child(properties, "vanish")):
                    font = font_of(properties) or self._styles.font(value(child(properties, "rStyle")), style)
                    yield "".join(self._pieces(node, boxes)), font
            elif kind == "AlternateContent":
                yield from self._runs(_branch(node), style, boxes)
            elif kind in _WRAPPERS:
                yield from self._runs(node, style, boxes)

    def _pieces(self, run: Any, boxes: list[Any]) -> Iterator[str]:
        for node in run:
            kind = named(node)
            if kind == "t":
                yield node.text or ""
            elif kind in _SIGNS:
                yield _SIGNS[kind]
            elif kind in _NOTES:
                self._notes.append((_NOTES[kind], value(node, None, "id")))
            elif kind == "sym":
                yield chr(int(value(node, "20", "char"), 16))
            elif kind in ("drawing", "pict", "object", "AlternateContent"):
                boxes += _boxes(node)


def _numbering(part: Any) -> Any:
    """The numbering part's element, None if there is none."""
    found = [rel.target_part for rel in part.rels.values() if not rel.is_external and rel.reltype.endswith("/numbering")]
    return found[0].element if found else None


def _branch(alternatives: Any) -> Any:
    """One of several forms of the same thing (new drawings come with an old form beside them)."""
    for name in ("Choice", "Fallback"):
        for branch in children(alternatives, name):
            if len(branch):
                return branch
    return ()


def _boxes(element: Any) -> Iterator[Any]:
    """The contents of text boxes below an element."""
    for node in _branch(element) if named(element) == "AlternateContent" else element:
        if named(node) == "txbxContent":
            yield node
        else:
            yield from _boxes(node)


def _deep(element: Any, name: str) -> Iterator[Any]:
    """Children of this name, also those that stand in wrappers."""
    for node in element:
        if named(node) == name:
            yield node
        elif named(node) in _WRAPPERS:
            yield from _deep(node, name)


def _goes_on(cell: Any, way: str) -> bool:
    """Whether a cell only continues the one above (``vMerge``) or to the left of it (``hMerge``)."""
    merge = child(cell, "tcPr", way)
    return merge is not None and value(merge, "continue") == "continue"
