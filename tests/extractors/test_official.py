"""Official texts: what a paper says of itself. Own papers, with real bodies and numbers; ``cases/official_texts.tsv``."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extractors.test_cases import rows

from vankien.extractors import extract_one
from vankien.extractors.official.offices import office
from vankien.extractors.official.paper import paper_of
from vankien.extractors.readers.headings import headed
from vankien.extractors.readers.plain import article_from_text
from vankien.extractors.reading import begin
from vankien.ontology import iri
from vankien.ontology.nouns import Article, Extraction

CASES = rows("official_texts.tsv")
VARIANTS: dict[str, Callable[[str], str]] = {
    "decomposed": lambda t: unicodedata.normalize("NFD", t),
    "blank lines": lambda t: t.replace("\n", "\n\n"),
    "blanks at line ends": lambda t: t.replace("\n", "  \n"),
    "old tones": lambda t: t.replace("ủy", "uỷ").replace("Ủy", "Uỷ").replace("ỦY", "UỶ").replace("hòa", "hoà"),
}
each_case = pytest.mark.parametrize("row", CASES, ids=lambda row: row["why"])


def text_of(row: dict[str, str]) -> str:
    """The text of a case: ``¶`` stands for the end of a line, ``⇥`` for a tab, ``¦`` for the bar of a table."""
    return row["text"].replace("¶", "\n").replace("⇥", "\t").replace("¦", "|")


def read(text: str) -> Extraction:
    return extract_one(headed(article_from_text(text, "paper", "a case")))


def paper_in(extraction: Extraction) -> str:
    """The paper as its case writes it: IRI, class, date, title; ``none`` for other texts."""
    id = next((s.object for s in extraction.statements if s.predicate == "textOf"), None)
    entity = next((e for e in extraction.entities if e.id == id), None)
    if entity is None:
        return "none"
    told = (str(entity.attributes.get(name, "-")) for name in ("date", "title"))
    return " ; ".join((short(entity.id), entity.cls, *told))


def short(id: str | None) -> str:
    return (id or "nothing").removeprefix(iri.BASE)


def facts_in(extraction: Extraction) -> list[str]:
    """Every statement but those about events, the paper as ``it``."""
    paper = next((s.object for s in extraction.statements if s.predicate == "textOf"), "")
    said = []
    for s in extraction.statements:
        if s.predicate in ("textOf", "organisedBy", "participant"):
            continue
        ends = ("it" if end == paper else short(end) for end in (s.subject, s.object))
        told = {k: short(str(v)) for k, v in sorted(s.attributes.items())}
        marks = "".join(f" {k}={v}" for k, v in told.items()) + ("" if s.mode == "stated" else f" ({s.mode})")
        said.append(f" {s.predicate} ".join(ends) + marks)
    return sorted(said)


@each_case
def test_paper(row: dict[str, str]) -> None:
    extraction = read(text_of(row))
    assert paper_in(extraction) == row["paper"]
    assert facts_in(extraction) == (row["facts"].split(" | ") if row["facts"] else [])


@pytest.mark.parametrize("variant", VARIANTS)
@each_case
def test_same_paper_in_another_dress(row: dict[str, str], variant: str) -> None:
    extraction = read(VARIANTS[variant](text_of(row)))
    plain = unicodedata.normalize("NFC", paper_in(extraction))
    assert plain == row["paper"]
    assert facts_in(extraction) == (row["facts"].split(" | ") if row["facts"] else [])


@each_case
def test_words_of_facts_are_words_of_the_text(row: dict[str, str]) -> None:
    extraction = read(text_of(row))
    text = extraction.article.text
    for statement in extraction.statements:
        assert 0 <= statement.span.start < statement.span.end <= len(text)
        assert text[statement.span.start].strip() and text[statement.span.end - 1].strip(), statement
    labels = {e.id: e.label for e in extraction.entities}
    for s in extraction.statements:
        if s.predicate == "signedBy":
            assert labels[str(s.object)].lower() in s.span.text(text).lower()


@each_case
def test_no_node_is_local_to_no_article(row: dict[str, str]) -> None:
    """One article's local node ends with its key; a node keyed by no article would be shared by all papers."""
    nowhere = begin(Article("", "x")).key
    assert not [e.id for e in read(text_of(row)).entities if nowhere in e.id.split("/")]


@pytest.mark.parametrize("role", ["BÍ THƯ TỈNH ỦY", "CHỦ TỊCH UBND TỈNH", "TRƯỞNG TIỂU BAN", "CHÁNH VĂN PHÒNG", "GIÁM ĐỐC SỞ NỘI VỤ"])
def test_a_role_without_a_body_is_no_post(role: str) -> None:
    assert office(role, "", "", "2023-04-02") is None


@pytest.mark.parametrize("behind", [
    "PHỤ LỤC\nBÍ THƯ\nLý Thị Thử", "DANH SÁCH TỔ CÔNG TÁC\nTRƯỞNG BAN\nLý Thị Thử", "SAO LỤC\nT/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nLý Thị Thử",
    "MẪU 1\nT/M CHI BỘ\nBÍ THƯ\nLý Thị Thử\nNơi nhận:\n- Ban Dân vận Trung ương,",
    "PHỤ LỤC\nNghị quyết này thay thế Nghị quyết số 01-NQ/TU ngày 02/3/2020.",
])  # fmt: skip
def test_what_stands_behind_the_closing_is_not_of_the_paper(behind: str) -> None:
    own, more = read(PAPER), read(f"{PAPER}\n\n{behind}")
    said = {"signedBy", "sentTo", "represents", "replaces", "repeals", "basedOn"}
    assert [f for f in facts_in(more) if f.split()[1] in said] == [f for f in facts_in(own) if f.split()[1] in said]


def test_articles_behind_a_closing_leave_the_end_open() -> None:
    """Is the closing a form within the text, or are the articles an annex without a title? Neither speaks for the paper."""
    facts = {f.split()[1] for f in facts_in(read(f"{PAPER}\nĐiều 5. Bãi bỏ Nghị quyết số 01-NQ/TU ngày 02/3/2020."))}
    assert not facts & {"signedBy", "sentTo", "repeals"}


PAPER = "\n".join((
    "TỈNH ỦY PHÚ THỌ", "*", "Số 05-NQ/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Phú Thọ, ngày 12 tháng 3 năm 2024", "NGHỊ QUYẾT",
    "về công tác tư tưởng", "-----", "Ban Thường vụ Tỉnh ủy yêu cầu:", "Nơi nhận:", "- Ban Tuyên giáo Trung ương,", "T/M BAN THƯỜNG VỤ",
    "BÍ THƯ", "(đã ký)", "Lê Văn Mẫu",
))  # fmt: skip


@given(st.permutations(PAPER.split("\n")), st.lists(st.sampled_from(["", " ", "\t", "   ", "|", "*", "-", "Số", "ngày", "T/M", "\u0300"]), max_size=5))
def test_no_order_of_lines_breaks_it(lines: list[str], noise: list[str]) -> None:
    text = "\n".join(lines) + "".join(noise)
    extraction = extract_one(Article("x", text))
    assert all(m.span.text(text).strip() for m in extraction.mentions)
    assert sum(s.predicate == "textOf" for s in extraction.statements) <= 1


@given(st.text(max_size=300))
def test_other_text_is_no_paper(text: str) -> None:
    assert paper_of(text) is None


def test_paper_and_press_speak_of_one_document() -> None:
    paper = read(PAPER)
    news = extract_one(Article("n", "Nghị quyết số 05-NQ/TU ngày 12/3/2024 của Ban Thường vụ Tỉnh ủy Phú Thọ được phổ biến.", published="2024-04-01"))
    (about,) = {s.object for s in paper.statements if s.predicate == "textOf"}
    assert about in {e.id for e in news.entities}


def test_a_paper_speaks_on_its_own_day() -> None:
    late = extract_one(Article("late", PAPER, title="Nghị quyết", published="2026-09-30"))
    (held,) = (s for s in late.statements if s.predicate == "holdsPost")
    assert held.attributes == {"status": "current", "asOf": "2024-03-12"}
    assert late.article.published == "2026-09-30", "what the input says of the article stays"
    (held,) = (s for s in read(PAPER).statements if s.predicate == "holdsPost")
    assert held.attributes == {"status": "current"}


def test_the_reader_names_and_dates_a_paper_by_its_header() -> None:
    article = headed(Article("x", PAPER))
    assert (article.title, article.published) == ("Nghị quyết số 05-NQ/TU về công tác tư tưởng", "2024-03-12")
    assert (article.byline, article.source, article.text) == ("", "", PAPER)
    given = headed(Article("x", PAPER, title="Một nghị quyết", published="2024-05-01"))
    assert (given.title, given.published) == ("Một nghị quyết", "2024-05-01"), "what the input gives stays"


@pytest.mark.parametrize("before", ["Báo Phú Thọ trân trọng giới thiệu toàn văn Nghị quyết.", "Toàn văn Nghị quyết của Tỉnh ủy", "Sáng 12/3, Tỉnh ủy họp."])
def test_a_paper_inside_a_story_is_not_the_story(before: str) -> None:
    extraction = extract_one(Article("x", f"{before}\n\n{PAPER}", published="2024-03-13"))
    assert not [s for s in extraction.statements if s.predicate in ("textOf", "signedBy", "sentTo")]
