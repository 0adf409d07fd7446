"""Pages of unknown sites: the lead put back, captions and links to other articles taken out, and nothing else touched."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.site_pages import FIRST, RELATED_SAPO, SAPO, SECOND, THIRD, TITLE, paragraphs
from tests.readers.unknown_pages import BODY, CREDITED, DRUPAL, PAGES, PLAIN, RELATED, UNDER, links, page
from trafilatura import load_html

from vankien.extractors.readers import pages
from vankien.extractors.readers.general.blocks import blocks, key
from vankien.extractors.readers.general.captions import captions
from vankien.extractors.readers.general.related import related
from vankien.extractors.readers.pages import article_from_page

Patch = pytest.MonkeyPatch


def read(html: str) -> str:
    return article_from_page(html, "a.html", "a.html").text


def as_before(html: str, patch: Patch) -> str:
    """The text as the general extractor gives it."""
    with patch.context() as own:
        own.setattr(pages, "without_asides", lambda text, *_: text)
        own.setattr(pages, "with_lead", lambda text, *_: text)
        return read(html)


def plain(top: str = f"<p class='x'>{SAPO}</p>", body: str = paragraphs(FIRST, SECOND, THIRD), **head: str) -> str:
    """A page of the simplest layout: title, what stands below it, the body."""
    return page(f"<div class='a'><h1>{TITLE}</h1>{top}<div class='article-content'>{body}</div></div>{UNDER}", **head)


@pytest.mark.parametrize("name", PAGES)
def test_an_article_of_an_unknown_site_is_whole_and_alone(name: str, monkeypatch: Patch) -> None:
    text = read(PAGES[name])
    assert text.removeprefix("(VS) - ") == "\n".join(BODY)
    assert as_before(PAGES[name], monkeypatch) != text, "a page that needs no rule shows nothing"


@pytest.mark.parametrize(
    ("top", "description", "lead", "why"),
    [
        (f"<p>{SAPO}</p>", SAPO, SAPO, "the same words"),
        (f"<h2>(VS) – {SAPO}</h2>", SAPO, f"(VS) – {SAPO}", "a prefix on the page alone"),
        (f"<div>{SAPO}</div>", f"VS - {SAPO}", SAPO, "a prefix in the description alone; its words are not taken"),
        (f"<p>{SAPO}</p>", f"{SAPO[:80]}...", SAPO, "a description cut short with dots"),
        (f"<p>{SAPO}</p>", SAPO[:83], SAPO, "and in the middle of a word"),
        (f"<p>{SAPO}</p>", unicodedata.normalize("NFD", SAPO.upper()), SAPO, "another form of the letters"),
        (f"<p>{SAPO}</p>", escape(f"&lt;p&gt;{SAPO}&lt;/p&gt;"), SAPO, "marks of a page in the description"),
        (f"<p>{SAPO}</p>", f"{SAPO} {FIRST[:70]}", SAPO, "a description that goes on with the body"),
        (f"<h2>{SAPO}<br>{RELATED_SAPO}</h2>", f"{SAPO} {RELATED_SAPO}", f"{SAPO}\n{RELATED_SAPO}", "a lead of two lines"),
        (f"<h2>{SAPO}<br>{RELATED_SAPO}</h2>", f"{SAPO[:70]}…", f"{SAPO}\n{RELATED_SAPO}", "the whole element"),
        (f"<p>05/03/2024 17:40</p><ul><li>In</li></ul><p>{SAPO}</p><figure><img src='a'><figcaption>{PLAIN}</figcaption></figure>", SAPO, SAPO, "below the date, above a picture"),
    ],
)  # fmt: skip
def test_a_lead_is_put_back_in_its_own_words(top: str, description: str, lead: str, why: str) -> None:
    assert read(plain(top, description=description)) == "\n".join((lead, *BODY[1:])), why


LATE = f"<div class='box'><p>{SAPO}</p></div>"


@pytest.mark.parametrize(
    ("html", "why"),
    [
        (plain(description=""), "no description"),
        (plain(description=TITLE), "the description is the title"),
        (plain(f"<p>{TITLE}.</p>", description=TITLE), "a title shown twice"),
        (plain(f"<ul>{links(*('Gửi bài này cho bạn bè',) * 12)}</ul><p>{SAPO}</p>"), "far below the title"),
        (plain(description=RELATED_SAPO), "a description of something else"),
        (plain(description="Chiều 5/3, Ban Thường vụ Tỉnh ủy"), "a description too short to tell"),
        (plain(""), "a lead that the page does not show"),
        (plain(f"<p style='display: none'>{SAPO}</p>"), "a hidden one"),
        (plain(f"<div class='hidden'><p>{SAPO}</p></div>"), "a hidden box"),
        (plain(f"<div><a href='/x'>{SAPO}</a></div>"), "a link"),
        (plain(f"<ul><li>{SAPO}</li></ul>"), "an item of a list"),
        (plain(f"<figure><img src='a'><figcaption>{SAPO}</figcaption></figure>"), "a caption"),
        (plain("").replace("<h1>", f"<p>{SAPO}</p><h1>"), "above the title"),
        (plain("", f"<p>{FIRST}</p><aside class='related'></aside><p>{SECOND}</p><div class='related'><p>{SAPO}</p></div><p>{THIRD}</p>"), "amid the body"),
        (plain("").replace(UNDER, f"{LATE}{UNDER}"), "below the body"),
        (plain("<p>Trang tin của Đảng bộ tỉnh Vân Sơn hôm nay</p>", description="Trang tin của Đảng bộ tỉnh Vân Sơn hôm nay"), "a motto"),
        (plain(f"<p>{SAPO}</p><p>{RELATED_SAPO}</p>").replace(f"<h1>{TITLE}</h1>", ""), "no title, and not next to the body"),
    ],
)  # fmt: skip
def test_no_lead_is_invented(html: str, why: str, monkeypatch: Patch) -> None:
    assert read(html) == as_before(html, monkeypatch), why


def test_without_a_title_a_lead_stands_directly_before_the_body() -> None:
    html = plain(f"<p>05/03/2024 17:40</p><h3>{SAPO}</h3><p>Thu Lan</p>").replace(f"<h1>{TITLE}</h1>", "")
    assert read(html) == "\n".join(BODY)


@pytest.mark.parametrize(
    "first",
    [SAPO, f"(VS) - {SAPO}", SAPO.replace("Chiều 5/3,", "Chiều ngày 5/3,"), f"{SAPO[:-1]}; thông qua chín nội dung.", f"{SAPO} {FIRST}"],
)
def test_a_lead_that_the_body_says_already_comes_once(first: str) -> None:
    text = read(plain(body=paragraphs(first, SECOND, THIRD)))
    assert text == "\n".join((first, SECOND, THIRD))


def within(inserted: str, html: str = DRUPAL) -> str:
    """A page with something between its second and its last paragraph."""
    return html.replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p>{inserted}")


@pytest.mark.parametrize(
    "inserted",
    [
        f"<table><tr><td><img src='a'></td><td><img src='b'></td></tr><tr><td>{PLAIN}</td><td>{PLAIN}</td></tr></table>",
        f"<table><tr><td><img src='a'><br>{PLAIN}</td></tr></table>",
        f"<table><tr><td><img src='a'><p>{PLAIN}.</p><p><i>Ảnh: Thu Lan</i></p></td></tr></table>",
        f"<div><img src='a'><div>{PLAIN}. (Ảnh: Thu Lan)</div></div>",
        f"<p><img src='a'></p><p>Ảnh: {PLAIN}</p>",
        f"<table><tr><td><a href='b'><img src='a'></a></td></tr><tr><td>{PLAIN}_Ảnh: TTXVN</td></tr></table>",
    ],
)
def test_captions_without_a_mark_are_no_body(inserted: str) -> None:
    assert read(within(inserted)) == "\n".join(BODY)


FACTS = "<tr><td><img src='a'></td><td>Huyện Lâm Hà có 12 đầu mối</td></tr>"


@pytest.mark.parametrize(
    ("inserted", "stays"),
    [
        (f"<table>{FACTS}{FACTS.replace('Hà', 'Sơn')}</table>", "Huyện Lâm Hà có 12 đầu mối"),
        (f"<table><tr><td><img src='a'></td></tr><tr><td>{RELATED_SAPO}</td></tr></table>", RELATED_SAPO),
        ("<table><tr><td><img src='a'></td></tr><tr><td>Huyện</td><td>Số đầu mối</td></tr><tr><td>Lâm Hà</td><td>12</td></tr></table>", "Lâm Hà"),
        (f"<table><tr><td><img src='a'></td></tr><tr><td>{PLAIN}</td></tr><tr><td>{RELATED_SAPO}</td></tr></table>", PLAIN),
        (f"<table><tr><td><img src='a'></td></tr><tr><td>{PLAIN}</td></tr><tr><td>Huyện Lâm Hà đứng đầu</td></tr></table>", PLAIN),
        ("<table><tr><td><img src='a'></td></tr><tr><td>Tổng số</td></tr></table>", "Tổng số"),
        ("<table><tr><td><p>Huyện đã làm xong việc</p></td></tr><tr><td><img src='a'></td></tr></table>", "Huyện đã làm xong việc"),
        ("<table><tr><td><img src='a'></td></tr><tr><td><h3>Giữ vững nguyên tắc</h3></td></tr></table>", "Giữ vững nguyên tắc"),
        ("<div><img src='a'><h3>Giữ vững nguyên tắc</h3></div>", "Giữ vững nguyên tắc"),
        ("<p><img src='a'></p><p>Ba huyện làm tốt việc này</p>", "Ba huyện làm tốt việc này"),
        (f"<p>{RELATED_SAPO} Ảnh: Thu Lan</p>", RELATED_SAPO),
        (f"<p><img src='a'></p><p>Huyện đã họp. {RELATED_SAPO} Ảnh: Thu Lan</p>", RELATED_SAPO),
        (f"<p><img src='a'></p><p>{RELATED_SAPO}</p>", RELATED_SAPO),
    ],
)  # fmt: skip
def test_facts_and_paragraphs_near_pictures_stay(inserted: str, stays: str, monkeypatch: Patch) -> None:
    assert stays in as_before(within(inserted), monkeypatch)
    assert stays in read(within(inserted))


@pytest.mark.parametrize("byline", ["Tin, ảnh: Thu Lan", "Bài và Ảnh: Thu Lan", "TIN, ẢNH: Thu Lan", "Bài: Lê Vân. Ảnh: Thu Lan"])
def test_a_byline_below_a_picture_is_no_caption(byline: str, monkeypatch: Patch) -> None:
    html = DRUPAL.replace(THIRD, f"{THIRD}</p><p><img src='b.jpg'></p><p>{byline}")
    assert article_from_page(html, "a", "a").byline
    assert article_from_page(html, "a", "a").text == "\n".join(BODY)


@pytest.mark.parametrize("line", ["Tin – Ảnh: Thu Lan", "BÀI & ẢNH: Thu Lan", f"{THIRD} Ảnh: Thu Lan"])
def test_an_end_of_an_article_below_a_picture_is_no_caption(line: str) -> None:
    assert not captions(blocks(load_html(f"<html><body><p><img src='a'></p><p>{escape(line)}</p><p>{FIRST}</p>")))


def test_what_the_description_says_is_no_caption() -> None:
    lead = SAPO.removesuffix(".")
    html = within(f"<table><tr><td><img src='a'></td></tr><tr><td>{lead}</td></tr></table>", plain("", description=lead))
    assert lead in read(html)


def test_a_heading_below_the_article_still_ends_it() -> None:
    more = f"<p><b>Tin liên quan</b></p><p><a href='/1'>{RELATED[0]}</a></p><p>Vài dòng ngắn của trang khác</p>"
    assert read(plain(body=f"{paragraphs(FIRST, SECOND, THIRD.replace('./.', '.'))}{more}")).endswith("trong quý III.")


def test_words_that_stand_elsewhere_too_stay() -> None:
    assert CREDITED in read(within(f"<p>{CREDITED}</p>"))
    assert RELATED[0] in read(within(f"<p>{RELATED[0]}</p>"))


@pytest.mark.parametrize(
    "inserted",
    [
        f"<p>• <a href='/1'>{RELATED[0]}</a></p><p>• <a href='/2'>{RELATED[1]}</a> (12/3/2024)</p>",
        f"<h4>Tin liên quan</h4><div><a href='/1'>{RELATED[0]}</a></div>",
        f"<p><b>Đọc thêm:</b></p><p><a href='/1'>{RELATED[0]}</a></p>",
        f"<p><em>Xem thêm: <a href='/1'>{RELATED[0]}</a></em></p>",
        f"<p>&gt;&gt;&gt; <a href='/1'>{RELATED[0]}</a></p>",
    ],
)
def test_links_to_other_articles_are_no_body(inserted: str) -> None:
    assert read(within(inserted)) == "\n".join(BODY)


DOCUMENTS = "".join(f"<p><a href='/van-ban/{k}'>Nghị quyết số {k}-NQ/TU về công tác cán bộ của Đảng bộ tỉnh</a></p>" for k in (4, 5))


@pytest.mark.parametrize(
    ("inserted", "stays"),
    [
        (f"<p><a href='/1'>{RELATED[0]}</a></p>", RELATED[0]),
        (f"<p>Trước đó, <a href='/1'>{RELATED[0]}</a> và <a href='/2'>{RELATED[1]}</a>.</p>", RELATED[1]),
        (f"<p>Hội nghị đã nghe ba đơn vị báo cáo về những việc sau:</p><ul>{links(*RELATED)}</ul>", RELATED[0]),
        (DOCUMENTS, "Nghị quyết số 5-NQ/TU"),
        (f"<p><a href='/a.pdf'>{RELATED[0]}</a></p><p><a href='/b.docx?x=1'>{RELATED[1]}</a></p>", RELATED[1]),
        (f"<p><a href='#muc-1'>{RELATED[0]}</a></p><p><a href='#muc-2'>{RELATED[1]}</a></p>", RELATED[0]),
    ],
)  # fmt: skip
def test_other_links_of_the_body_stay(inserted: str, stays: str, monkeypatch: Patch) -> None:
    html = within(inserted, page(f"<article><h1>{TITLE}</h1>{paragraphs(*BODY)}</article>"))
    assert stays in as_before(html, monkeypatch)
    assert read(html) == as_before(html, monkeypatch)


@pytest.mark.parametrize("name", ["Huyện ủy Lâm Hà", RELATED_SAPO])
def test_a_name_or_a_sentence_is_no_title(name: str) -> None:
    assert not related(blocks(load_html(f"<html><body><p><a href='/1'>{name}</a></p><p><a href='/2'>{name}</a></p>"))).links


def test_a_text_of_captions_alone_stays(monkeypatch: Patch) -> None:
    shown = "".join(f"<p><img src='{k}.jpg'></p><p>Đồng chí Lê Văn Thử thăm xã thứ {k} của huyện. Ảnh: Thu Lan</p>" for k in range(5))
    html = plain("", shown, description="")
    assert read(html) == as_before(html, monkeypatch)
    assert "xã thứ 4" in read(html)


def test_lines_of_a_page() -> None:
    tree = load_html("<html><body><div>a <b>b</b><br>c<img>d <a href='/e'>e<p>f</p></a><script>g</script>h</div><p><a href=/i>i</a> k")
    found = blocks(tree)
    assert [(block.text, block.linked, block.beside, block.after_image) for block in found] == [
        ("a b", "", "a b", False), ("c", "", "c", False), ("d e", "e", "d", True), ("f", "f", "", False), ("h", "", "h", False),
        ("i k", "i", "k", False),
    ]  # fmt: skip
    assert [block.element.tag for block in found] == ["div", "div", "div", "p", "div", "p"]


UNMARKED = st.sampled_from(
    [f"<p>{text}</p>" for text in (*BODY, RELATED_SAPO, *RELATED, PLAIN, "Giữ vững nguyên tắc", "Thu Lan", "Tin liên quan")]
    + [f"<p>Theo <a href='/1'>{RELATED[0]}</a>, việc này đã xong.</p>", f"<h2>{RELATED[1]}</h2>", f"<ul><li>{PLAIN}</li></ul>", "<p>Ảnh: Thu Lan</p>"]
    + [f"<table><tr><td>{PLAIN}</td><td>12</td></tr></table>", "<br>", "<div>", "</div>", "<table><tr><td>", "</td></tr></table>", "tin"]
)
MARKED = UNMARKED | st.sampled_from(
    ["<img src='a.jpg'>", f"<p>{CREDITED}</p>", f"<table><tr><td><img src='a'></td></tr><tr><td>{PLAIN}</td></tr></table>", f"<ul>{links(*RELATED)}</ul>"]
    + [f"<p>&gt;&gt; <a href='/x'>{RELATED[0]}</a></p>", f"<h2>{SAPO}</h2>", "<a href='/y'>", "</a>", "<p><b>Xem thêm:</b></p>"]
)


def drawn(pieces: list[str], description: str, around: Callable[[str], str] = "<article>{}</article>".format) -> str:
    """A page of pieces in any order, closed by three paragraphs."""
    html = page(f"<h1>{TITLE}</h1>{around(''.join(pieces) + paragraphs(FIRST, SECOND, THIRD))}", description=description)
    return html.replace("./.", ".")  # the mark of an article's end, with what may follow it, is not at stake here


@settings(deadline=None, max_examples=150)
@given(st.lists(UNMARKED, max_size=12))
def test_a_page_without_marks_is_read_as_before(pieces: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        html = drawn(pieces, "")
        assert read(html) == as_before(html, patch)


@settings(deadline=None, max_examples=250)
@given(st.lists(MARKED, max_size=14), st.sampled_from(["", SAPO, f"(VS) - {SAPO}", f"{SAPO[:90]}...", RELATED_SAPO]), st.booleans())
def test_only_whole_lines_go_and_only_the_shown_lead_comes(pieces: list[str], description: str, outside: bool) -> None:
    html = drawn(pieces, description, (lambda inside: f"<h3>{SAPO}</h3><article>{inside}</article>") if outside else "<article>{}</article>".format)
    with pytest.MonkeyPatch.context() as patch:
        before, after = as_before(html, patch).split("\n"), read(html).split("\n")
    shown = {block.text for block in blocks(load_html(html))}
    new = [line for line in after if line not in before]
    assert all(line in shown and key(line) in key(f"{SAPO} {RELATED_SAPO}") for line in new), "a line that the page does not show"
    rest = iter(before)
    assert all(line in rest for line in after[len(new) :]), "lines in another order"
    assert {line for line in before if line in (FIRST, SECOND, THIRD.replace("./.", "."))} <= set(after), "a paragraph lost"
    assert sum(key(SAPO) in key(line) for line in after) <= max(1, sum(key(SAPO) in key(line) for line in before)), "a lead doubled"
