"""HTML: the body alone, the title without the site's name, and never a date of the template."""

from __future__ import annotations

import pytest

from vankien.extractors.readers.pages import article_from_page
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

TITLE = "Huyện ủy Lâm Sơn bàn giải pháp phát triển đảng viên"
SENTENCES = (
    "Sáng 5/3, Ban Thường vụ Huyện ủy Lâm Sơn họp bàn giải pháp phát triển đảng viên ở các xã khó khăn.",
    "Đồng chí Lê Văn Thử, Bí thư Huyện ủy chủ trì cuộc họp và nêu ba yêu cầu với từng cấp ủy trực thuộc.",
    "Cuộc họp thống nhất giao Ban Tổ chức Huyện ủy theo dõi việc thực hiện đến hết quý III./.",
)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
OTHERS = "<section><h3>Các tin khác</h3><ul><li><a href='/b'>Một tin khác (01/02/2024 10:00)</a></li></ul></section>"


def page(head: str = "", top: str = "", under: str = "", body: str = PARAGRAPHS, title: str = TITLE) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><div class='top'>{top}</div>"
        f"<article><h1>{TITLE}</h1>{under}{body}</article>{OTHERS}</body></html>"
    )


def read(html: str) -> Article:
    return article_from_page(html, "a.html", "a.html")


def test_body_alone() -> None:
    found = read(page(top="<nav><a href='/'>Trang chủ</a></nav>", under="<span>12 lượt xem</span>"))
    assert found.text == "\n".join(SENTENCES)
    assert (found.id, found.title, found.url) == ("a.html", TITLE, "")


def test_layout_in_tables() -> None:
    cells = f"<tr><td>{TITLE}</td></tr><tr><td>Thứ ba 05/03/2024 16:20</td></tr><tr><td>{PARAGRAPHS}</td></tr>"
    html = (
        f"<html><head><title>{TITLE}</title></head><body><table><tr><td>Chủ Nhật, 23/6/2024</td></tr>"
        f"<tr><td>Tin tức</td><td><table>{cells}</table></td></tr></table></body></html>"
    )
    found = read(html)
    assert (found.text, found.published) == ("\n".join(SENTENCES), "2024-03-05T16:20+07:00")


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src='a.jpg'><figcaption>Quang cảnh cuộc họp ngày 1/1/2020</figcaption></figure>",
        "<table><tr><td class='pic_caption'>Quang cảnh cuộc họp ngày 1/1/2020</td></tr></table>",
        "<p class='Image_Caption'>Quang cảnh cuộc họp ngày 1/1/2020</p>",
    ],
)
def test_captions_are_no_body(caption: str) -> None:
    assert "Quang cảnh" not in read(page(body=PARAGRAPHS.replace("</p>", f"</p>{caption}", 1))).text


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def record(body: str) -> str:
    return f'<script type="application/ld+json">{body}</script>'


AT = "2024-03-05T17:40+07:00"
STAMP = "<div>Thứ Ba, 5/3/2024 17:40</div>"


@pytest.mark.parametrize(
    ("head", "top", "under", "published", "why"),
    [
        (meta("article:published_time", "2024-03-05T10:40Z"), "1/1/2025", "", AT, "metadata, in Vietnamese time"),
        (meta("article:modified_time", "2024-03-09T10:40Z"), "", "", "", "a change is no publication"),
        (meta("pubdate", "3/5/2024 5:40:00 PM"), "", "", AT, "metadata of a .NET page"),
        (record('{"@type": "NewsArticle", "datePublished": "2024-03-05T17:40+07:00"}'), "", "", AT, "JSON-LD"),
        (
            record('{"@graph": [{"@type": "WebSite", "datePublished": "2010-01-01"}, {"@type": ["Article"], '
                   '"datePublished": "2024-03-05T17:40+07:00"}]}'),
            "", "", AT, "JSON-LD of the article, not of the site",
        ),
        (record('{"@type": "WebSite", "datePublished": "2010-01-01"}'), "", "", "", "JSON-LD of the site alone"),
        (record("{broken"), "", STAMP, AT, "broken JSON-LD"),
        ("", "", '<time datetime="2024-03-05T17:40:00+07:00">hôm qua</time>', "2024-03-05T17:40:00+07:00", "time"),
        ("", "Chủ Nhật, 23/6/2024", "", "", "today's date alone is no publication"),
        ("", "Chủ Nhật, 23/6/2024", STAMP, AT, "stamp under the title"),
        ("", "<p>24/11/2025 07:00</p>", STAMP, AT, "two stamps: the one below the title"),
        ("", "Thứ Hai, ngày 04 tháng 03 năm 2019, 07:11:52", STAMP, AT, "a frozen clock"),
        ("", "", "<p><span>Thứ Ba,</span> <span>5/3/2024 17:40</span></p>", AT, "a stamp in two pieces"),
        ("", "", "<p>05/03/2024</p>", "2024-03-05", "a day under the title"),
        ("", "", "", "", "only the dates of other articles"),
    ],
)  # fmt: skip
def test_published(head: str, top: str, under: str, published: str, why: str) -> None:
    assert read(page(head, top, under)).published == published, why


@pytest.mark.parametrize(
    ("head", "title", "why"),
    [
        (meta("og:title", f"{TITLE} - Trang tin Lâm Sơn") + meta("og:site_name", "Trang tin Lâm Sơn"), "", "og"),
        ("", f"{TITLE} | Trang tin Lâm Sơn", "the heading tells where the title ends"),
        (record(f'{{"@type": "NewsArticle", "headline": "{TITLE}"}}'), "Trang tin", "JSON-LD"),
    ],
)
def test_title_without_the_site(head: str, title: str, why: str) -> None:
    assert read(page(head, title=title or TITLE)).title == TITLE, why


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://lamson.example/tin/a-1.html#top">', "https://lamson.example/tin/a-1.html"),
        (meta("og:url", "http://www.lamson.example/?id=7"), "http://www.lamson.example/?id=7"),
        ('<link rel="canonical" href="https://lamson.example/">', ""),  # the front page, by a careless template
        ('<link rel="canonical" href="/tin/a-1.html">', ""),
        ('<link rel="canonical" href="https://[lamson/">', ""),
    ],
)
def test_address_is_the_id(head: str, url: str) -> None:
    found = read(page(head))
    assert (found.url, found.id) == (url, url or "a.html")
    assert found.source == ("lamson.example" if url else "")


@pytest.mark.parametrize(
    ("head", "last", "byline"),
    [
        (meta("author", "Thu Lan"), "", "Thu Lan"),
        (meta("author", "Trang tin") + meta("og:site_name", "Trang tin"), "", ""),
        (record('{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Thu Lan"}]}'), "", "Thu Lan"),
        (record('{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Báo"}}'), "", ""),
        (meta("author", "Ban Biên tập"), "<p>Thu Lan</p>", "Thu Lan"),
    ],
)
def test_byline(head: str, last: str, byline: str) -> None:
    found = read(page(head, body=PARAGRAPHS + last))
    assert (found.byline, found.text) == (byline, "\n".join(SENTENCES))


def test_section() -> None:
    assert read(page(meta("article:section", "Xây dựng Đảng"))).section == "Xây dựng Đảng"


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<html>", f"<html><h1>{TITLE}</h1></html>"])
def test_no_article(html: str) -> None:
    with pytest.raises(InputError, match="a.html: no article in this page"):
        read(html)


@pytest.mark.parametrize(
    "head, body, day, why",
    [
        ("<meta name='parsely-pub-date' content='2023-05-17T08:00:00Z'>", "", "2023-05-17", "a form only the library knows"),
        ("<link rel='canonical' href='https://tin.example.vn/2022/03/09/hoi-nghi.html'>", "", "2022-03-09", "the address"),
        ("", "<div class='date'>Thứ Bảy, ngày 23 tháng 11 năm 2024</div>", "", "a template's own date never counts"),
    ],
)
def test_day_by_head_and_address(head: str, body: str, day: str, why: str) -> None:
    text = "".join(f"<p>Đoạn văn số {k} của bài báo thử nghiệm này nói về hội nghị cấp ủy.</p>" for k in range(12))
    html = f"<html><head><title>Hội nghị cấp ủy</title>{head}</head><body>{body}<article><h1>Hội nghị</h1>{text}</article></body></html>"
    assert article_from_page(html, "a", "a.html").published[:10] == day, why
