"""Pages of unknown sites: a lead that the page calls so, and captions that are centred."""

from __future__ import annotations

import pytest
from tests.readers.site_pages import FIRST, SAPO, SECOND, THIRD, TITLE, paragraphs
from tests.readers.unknown_pages import BODY

from vankien.extractors.readers.pages import article_from_page

WHAT = "Đồng chí Lê Văn Thử, Chủ tịch UBND huyện Lâm Sơn, trong lễ khởi công năm 2019"


def read(top: str, middle: str = "") -> str:
    body = f"<div class='content'>{paragraphs(FIRST)}{middle}{paragraphs(SECOND, THIRD)}</div>"
    page = f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{top}{body}</div></body></html>"
    return article_from_page(page, "a.html", "a.html").text


@pytest.mark.parametrize("element", ["<h2 class='detail-sapo'>{}</h2>", "<div class='sapo'><strong>{}</strong></div>", "<p class='art_chapeau x'>{}</p>"])
def test_an_element_that_the_page_calls_its_lead_is_put_back(element: str) -> None:
    assert read(element.format(SAPO)) == "\n".join((SAPO, *BODY[1:]))


@pytest.mark.parametrize(
    ("top", "why"),
    [
        (f"<div class='summary-box'>{SAPO}</div>", "a class that does not say so"),
        (f"<div class='sapo' style='display:none'>{SAPO}</div>", "hidden"),
        (f"<aside><div class='sapo'>{SAPO}</div></aside>", "beside the article"),
        (f"<div class='sapo'><a href='/x'>{SAPO}</a></div>", "a link to another article"),
        ("<div class='sapo'>Tin trong ngày</div>", "too short"),
    ],
)
def test_other_elements_are_no_lead(top: str, why: str) -> None:
    assert read(top) == "\n".join(BODY[1:]), why


def test_a_lead_that_the_body_repeats_comes_once() -> None:
    assert read(f"<div class='sapo'>{FIRST}</div>") == "\n".join(BODY[1:])


@pytest.mark.parametrize("credit", [". Ảnh: Thu Lan", " (Ảnh: Thu Lan)", ". Ảnh: Thu Lan – BLS"])
@pytest.mark.parametrize(
    "layout",
    [
        "<p style='text-align:center'><img src='a.jpg'></p><p style='text-align: center;'><em>{}</em></p>",
        "<p align='center'><em>{}</em></p><p><img src='a.jpg'></p>",  # above its picture
        "<div class='lazy' data-src='a.jpg'></div><p style='text-align:center'>{}</p>",  # a script puts the picture in
        "<picture><source srcset='a.webp'></picture><p>{}</p>",
        "<table class='img'><tr><td><img></td></tr><tr><td style='text-align:center'><em>{}</em></td></tr></table>",
    ],
)
def test_a_centred_line_that_ends_with_its_credit_is_a_caption(layout: str, credit: str) -> None:
    assert read("", layout.format(f"{WHAT}{credit}")) == "\n".join(BODY[1:])


def test_a_credit_without_its_colon_counts_below_a_picture_only() -> None:
    picture, line = "<p><img src='a.jpg'></p>", f"{WHAT}. Ảnh TTXVN"
    assert WHAT not in read("", f"{picture}<p align='center'>{line}</p>")
    assert WHAT in read("", f"<p align='center'>{line}</p>")
    assert WHAT in read("", f"{picture}<p>{line}</p>")


@pytest.mark.parametrize("line", [f"{WHAT}.", "Tin, ảnh: Thu Lan", f"{WHAT}. Bài và ảnh: Thu Lan", f"{WHAT} có Ảnh: một bức, tranh: hai bức."])
def test_other_centred_lines_stay(line: str) -> None:
    text = read("", f"<p style='text-align:center'>{line}</p>")
    assert line in text
