"""What is drawn on a PDF page beside its letters: lines, which part tables, and pictures, which may be a scanned text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from vankien.extractors.readers.pdf.glyphs import Turned
from vankien.extractors.readers.pdf.tables import Box

_THIN = 3.0  # points: a path so thin is a line
_MOST_PARTS, _MOST_THINGS = 4000, 20_000  # a page with more is a map or a plan


@dataclass(slots=True)
class Drawn:
    """Level and upright lines, the share of the page that its largest picture covers, and how many paths there are."""

    lines: list[Box] = field(default_factory=list)
    picture: float = 0.0
    paths: int = 0


def drawn_on(raw: Any, page: Any, at: Turned) -> Drawn:
    """What a page (of pypdfium2) shows beside letters, at places as its text is turned."""
    found = Drawn()
    width, height = page.get_size()
    area = width * height or 1.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for i in range(min(raw.FPDFPage_CountObjects(page), _MOST_THINGS)):
        thing = raw.FPDFPage_GetObject(page, i)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT or not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            continue
        (x0, y0), (x1, y1) = at(left.value, bottom.value), at(right.value, top.value)
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        if kind == raw.FPDF_PAGEOBJ_PATH:
            found.paths += 1
            found.lines += _lines(raw, thing, box, at)
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            found.picture = max(found.picture, (box[2] - box[0]) * (box[3] - box[1]) / area)
    return found


def _lines(raw: Any, path: Any, box: Box, at: Turned) -> Iterator[Box]:
    """The lines that a path draws: itself if it is thin, else its straight parts if it is a stroke."""
    if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
        yield box
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, fill, stroke) or not stroke.value:
        return
    for (x0, y0), (x1, y1) in _parts(raw, path, at):
        if min(abs(x1 - x0), abs(y1 - y0)) <= _THIN:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _parts(raw: Any, path: Any, at: Turned) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight parts of a path."""
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    begin = last = (0.0, 0.0)
    for i in range(min(raw.FPDFPath_CountSegments(path), _MOST_PARTS)):
        part = raw.FPDFPath_GetPathSegment(path, i)
        raw.FPDFPathSegment_GetPoint(part, x, y)
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        point = at(across, matrix.b * x.value + matrix.d * y.value + matrix.f)
        kind = raw.FPDFPathSegment_GetType(part)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        if raw.FPDFPathSegment_GetClose(part):
            yield point, begin
        last = point
