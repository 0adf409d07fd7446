"""What must hold for any text: offsets point at the words as given, nothing crashes, spelling forms read alike."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.extractors import as_record, extract_one, pipeline
from vankien.extractors.text.normal import NormalText
from vankien.extractors.text.tokens import SyllableTokenizer, Tokens, sentences, unglue
from vankien.ontology.nouns import Article

NEWS = (
    "Chiều 12/3, đồng chí Trần Văn Nam, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Hòa Bình chủ trì hội nghị quán triệt "
    "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII."
)
# Pieces that the rules look for, shuffled into nonsense: the way to meet strange neighbours.
PIECES = st.lists(
    st.sampled_from(
        ["đồng chí ", "Nguyễn Văn An", ", ", "Bí thư ", "Tỉnh ủy ", "Khối ", "Ban Thường vụ ", "và ", "Nghị quyết số 18-NQ/TW",
         " ngày 25/10/2017", " của ", "Bộ Chính trị", " khóa XII", " về “", "”", ".", "\n", "kỷ niệm 55 năm ", "Đại hội XIII",
         "Hội nghị Trung ương 9, 10 khóa XIII", " (", ")", "; ", ":", "nguyên ", "UBND tỉnh ", "Phú Thọ", "-", "/", "TP. ",
         "Chỉ thị 05", "được bầu giữ chức ", "thôi giữ chức ", "cảnh cáo ", "đề nghị ", "T.Ư ", "9", "XIII", "…/."]
    ),
    max_size=40,
).map("".join)  # fmt: skip
ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=300)


@given(st.one_of(ANY, PIECES))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_and_every_offset_gives_its_words(text: str) -> None:
    record = as_record(extract_one(Article(id="any", text=text)))
    assert record["text"] == text
    for mention in record["mentions"]:
        assert 0 <= mention["start"] < mention["end"] <= len(text)
        assert text[mention["start"] : mention["end"]] == mention["text"]
    for statement in record["statements"]:
        assert 0 <= statement["start"] < statement["end"] <= len(text)


def test_lone_surrogates_are_read() -> None:
    assert extract_one(Article(id="\ud800", text="Ông \ud800 Nguyễn Văn An, Bí thư Tỉnh ủy Phú Thọ.")).mentions


@given(st.one_of(ANY, PIECES))
@settings(deadline=None)
def test_normal_text_maps_back(text: str) -> None:
    normal = NormalText(text)
    end = len(normal.text)
    assert normal.span(0, end) == (0, len(text))
    starts = [normal.span(k, k)[0] for k in range(end + 1)]
    assert starts == sorted(starts)


@given(st.one_of(ANY, PIECES))
@settings(deadline=None)
def test_tokens_cover_the_text_in_order(text: str) -> None:
    tokens = Tokens(text)
    for k in range(tokens.n):
        assert text[tokens.start[k] : tokens.end[k]] == tokens.words[k]
        assert k == 0 or tokens.end[k - 1] <= tokens.start[k]
    for start, end in sentences(text):
        assert 0 <= start <= end <= len(text)


@given(st.one_of(ANY.filter(lambda t: "\x00" not in t), PIECES))
@settings(deadline=None, max_examples=50)
def test_the_spacy_doc_is_the_text(text: str) -> None:
    doc = SyllableTokenizer(pipeline().vocab)(text)
    assert doc.text == text


@pytest.mark.parametrize(
    "spelled, why",
    [
        (unicodedata.normalize("NFD", NEWS), "decomposed marks"),
        (NEWS.replace("Đ", "\u00d0"), "eth for Đ"),
        (NEWS.replace("Hòa", "Hoà").replace("ủy", "uỷ").replace("Ủy", "Uỷ"), "old tone placement"),
        (NEWS.replace(" ", "\u00a0"), "blanks that do not break"),
        (NEWS.replace("-", "–"), "typographic dashes"),
    ],
)
def test_spellings_read_alike(spelled: str, why: str) -> None:
    plain, other = extract_one(Article(id="a", text=NEWS)), extract_one(Article(id="a", text=spelled))
    assert len(plain.statements) >= 5
    said = [(s.subject, s.predicate, s.object, dict(s.attributes), s.mode) for s in plain.statements]
    assert [(s.subject, s.predicate, s.object, dict(s.attributes), s.mode) for s in other.statements] == said
    words = [unicodedata.normalize("NFC", m.span.text(spelled)) for m in other.mentions]
    assert len(words) == len(plain.mentions)


@pytest.mark.parametrize(
    "word, pieces",
    [
        ("Trọngmong", ("Trọng", "mong")),
        ("tướngTrần", ("tướng", "Trần")),
        ("nghiêng", ("nghiêng",)),
        ("khuỷu", ("khuỷu",)),
        ("Bounnhang", ("Bounnhang",)),
    ],
)
def test_unglue(word: str, pieces: tuple[str, ...]) -> None:
    assert unglue(word) == pieces


@pytest.mark.parametrize("spelled", [NEWS, unicodedata.normalize("NFD", NEWS), NEWS.replace(" ", "  ")])
def test_the_spans_of_a_doc_are_the_words_as_given(spelled: str) -> None:
    doc = pipeline()(spelled)
    [person] = doc.spans["persons"]
    assert " ".join(unicodedata.normalize("NFC", person.text).split()) == "Trần Văn Nam"


def test_a_wrapped_list_keeps_its_items_apart() -> None:
    lines = [
        "Hội nghị đã nghe báo cáo về kết quả công tác xây dựng Đảng trong sáu tháng",
        "đầu năm, thảo luận các nhiệm vụ trọng tâm của sáu tháng cuối năm và những",
        "giải pháp chủ yếu, trong đó có ý kiến phát biểu của các đồng chí Trần Văn",
        "Nam, Bí thư Tỉnh ủy Hòa Bình",
        "Các đồng chí cùng dự có đại diện các sở, ban, ngành và các huyện, thành phố",
        "gồm:",
        "- Lê Thị Hoa",
        "- Phạm Văn Bình",
    ]
    normal = NormalText("\n".join(lines)).text
    assert "đầu năm" in normal and "tháng đầu" in normal and "Trần Văn Nam, Bí thư" in normal
    assert "Hòa Bình\nCác đồng chí" in normal  # a line that is not full ends there
    assert "gồm:\n- Lê Thị Hoa\n- Phạm Văn Bình" in normal


@pytest.mark.parametrize("width", [25, 40, 60, 80])
def test_a_short_wrapped_paragraph_says_what_it_said(width: int) -> None:
    plain = (
        "Sáng 14/3, ông Lê Văn Lâm, Bí thư Tỉnh ủy Nghệ An, dự hội nghị tổng kết. Cùng dự có đồng chí Trần Thị Hoa, Phó Bí thư "
        "Tỉnh ủy, Chủ tịch UBND tỉnh Nghệ An; đồng chí Phạm Văn Nam, Chủ tịch HĐND tỉnh Nghệ An; lãnh đạo các sở, ban, ngành."
    )
    text = "\n".join(textwrap.wrap(plain, width))
    said = [(s.subject, s.predicate, s.object) for s in extract_one(Article(id="a", text=plain)).statements]
    assert [(s.subject, s.predicate, s.object) for s in extract_one(Article(id="a", text=text)).statements] == said
    assert len(said) > 8


def test_a_line_in_capitals_stays_a_line_of_its_own_in_text_that_is_not_wrapped() -> None:
    text = "Tin trong tỉnh\nTrần Văn Nam thăm huyện.\nBan biên tập\nvà bạn đọc"
    assert NormalText(text).text == "Tin trong tỉnh\nTrần Văn Nam thăm huyện.\nBan biên tập và bạn đọc"


def test_each_component_is_usable_alone_and_seen_by_displacy() -> None:
    from spacy import displacy

    nlp = pipeline()
    with nlp.select_pipes(enable=["vankien_bodies", "vankien_posts"]):
        doc = nlp(NEWS)
    assert [s.text for s in doc.spans["posts"]] == ["Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy Hòa Bình"]
    assert "persons" not in doc.spans
    html = displacy.render(doc, style="span", options={"spans_key": "posts"}, jupyter=False)
    assert "Bí" in html and "Post" in html
