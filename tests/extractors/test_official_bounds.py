"""Official texts: no line, however long, is looked at beyond a bound, so that reading costs no more than its length."""

from __future__ import annotations

import re

import pytest

from vankien.extractors import extract_one
from vankien.extractors.official import cells, clauses, grounds
from vankien.extractors.official.cells import LONGEST, cells_of
from vankien.ontology.nouns import Article

HEAD = "TỈNH ỦY PHÚ THỌ\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 46-QĐ/TU\tPhú Thọ, ngày 14 tháng 3 năm 2024\nQUYẾT ĐỊNH\nvề việc thử\n-----\n"
LONG = {
    "grounds on one line": "Căn cứ Nghị quyết số 12-NQ/TW ngày 1/2/2023 của Bộ Chính trị; " * 60,
    "capitals": "ĐỒNG CHÍ NGUYỄN VĂN MẪU " * 60,
    "dots of a form": f"Họ tên: Ngày {'.' * 2000} tháng {'.' * 2000}\nSố {'.' * 2000}",
    "lines of a form": f"Ngày {'_ ' * 900}\n" * 5,
    "numbers": "Số 05-NQ/TU " * 120,
    "one word": "T/M " + "A" * 3000,
}
each_long = pytest.mark.parametrize("text", LONG.values(), ids=LONG)


class Watched:
    """A pattern that notes how long the stretches are in which it looks."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.pattern_text, self.lengths = pattern, pattern.pattern, [0]

    def _look(self, way: str, text: str, start: int = 0, end: int | None = None) -> object:
        end = len(text) if end is None else end
        self.lengths.append(end - start)
        return getattr(self.pattern, way)(text, start, end)

    def search(self, *where: object) -> object:
        return self._look("search", *where)  # type: ignore[arg-type]

    def finditer(self, *where: object) -> object:
        return self._look("finditer", *where)  # type: ignore[arg-type]

    def fullmatch(self, *where: object) -> object:
        return self._look("fullmatch", *where)  # type: ignore[arg-type]

    def match(self, *where: object) -> object:
        return self._look("match", *where)  # type: ignore[arg-type]

    def sub(self, new: str, text: str) -> str:
        self.lengths.append(len(text))
        return self.pattern.sub(new, text)


@each_long
def test_a_stretch_longer_than_any_header_is_one_cell_of_words(text: str) -> None:
    lines = [line for line in text.split("\n") if line.strip()]
    assert [c.kind for c in cells_of(text)] == ["words"] * len(lines)


@each_long
@pytest.mark.parametrize("name", ["NUMBER", "DATE", "_MOTTO", "_MOTTO_ALONE", "_PIECES", "_SPEAKS", "_OPENS", "BESIDE"])
def test_what_stands_out_is_looked_for_in_short_stretches_only(name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(getattr(cells, name))
    monkeypatch.setattr(cells, name, watched)
    cells_of(f"{HEAD}{text}")
    assert len(watched.lengths) > 1 or name in ("BESIDE", "_SPEAKS"), "the header was looked at"
    assert max(watched.lengths) <= 2 * LONGEST + 1, "two cells that may be one are the longest"


@each_long
def test_grounds_are_looked_for_near_the_paper_named(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    grounded, ends, clause = Watched(grounds._GROUNDED), Watched(grounds._ENDS), Watched(clauses._CLAUSE)
    monkeypatch.setattr(grounds, "_GROUNDED", grounded)
    monkeypatch.setattr(grounds, "_ENDS", ends)
    monkeypatch.setattr(clauses, "_CLAUSE", clause)
    extraction = extract_one(Article("x", HEAD + text))
    assert any(s.predicate == "textOf" for s in extraction.statements), "it is read as a paper"
    assert max(grounded.lengths) <= grounds._NEAR
    assert max(ends.lengths) <= grounds._FAR
    assert max(clause.lengths) <= grounds._FAR


def test_a_whole_header_on_one_line_is_within_the_bound() -> None:
    line = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG ỦY BAN KIỂM TRA * Số 06-HD/UBKTTW ĐẢNG CỘNG SẢN VIỆT NAM Thành phố Hồ Chí Minh, ngày 18 tháng 12 năm 2018"
    )
    assert [c.kind for c in cells_of(line) if c.kind not in ("words", "rule")] == ["number", "motto", "date"]
    assert len(line) < LONGEST / 2
