"""Pages of layouts of which no more is known than where date, lead and body stand; ``SHAPED`` maps their names to them."""

from __future__ import annotations

from tests.readers.site_pages import (
    AUTHOR,
    CAPTION,
    COMMENT,
    FIRST,
    RELATED,
    RELATED_SAPO,
    SAPO,
    SECOND,
    SHORT,
    SIDEBAR,
    STAMP,
    SUBHEAD,
    THIRD,
    TITLE,
    links,
    page,
    paragraphs,
)  # fmt: skip

# Layouts of about 2019 and of provincial portals, of which readers tell no more than where date, lead and body stand:
# name: (host, element of the date, of the lead (empty: it stands in the body), of the body); the rest is of no system.
SHAPES = {
    "baovephapluat": ("baovephapluat.vn", "div class='lbPublishedDate'", "div class='post-summary'", "div class='post-content'"),
    "bienphong": ("bienphong.com.vn", "span class='bp-date-time'", "div class='bp-detail-sapo'", "div class='bp-detail-text-content'"),
    "cand 2019": ("cand.com.vn", "div class='box-widget timepost'", "div class='box-widget desnews'", "div class='box-widget post-content'"),
    "chinhphu 2019": ("baodientu.chinhphu.vn", "div class='article-header'><p", "div class='summary'", "div class='article-body cmscontents'"),
    "chinhphu older": ("news.chinhphu.vn", "div class='dtContentDate'", "", "div class='dtContentTxt'"),
    "daibieunhandan 2019": ("daibieunhandan.vn", "div class='NewsDate'", "div class='NewsAbstract'", "div class='NewsContent'"),
    "dangcongsan 2019": ("dangcongsan.vn", "span class='post-subinfo'", "div class='post-summary'", "div class='post-content'"),
    "dantri 2020": ("dantri.com.vn", "span class='dt-news__time'", "div class='dt-news__sapo'", "div class='dt-news__content'"),
    "epi 2019": ("www.sggp.org.vn", "time class='cms-date'", "div class='summary cms-desc'", "div class='content cms-body'"),
    "epi 2019 sapo": ("giaoducthoidai.vn", "time class='cms-date'", "div class='sapo cms-desc'", "div class='content cms-body'"),
    "hanoimoi 2019": ("www.hanoimoi.com.vn", "div class='period'", "div class='summary'", "div class='article'"),
    "lbl": ("www.tinhvanson.gov.vn", "span id='ctl00_x_lblNgayDang'", "div id='ctl00_x_lblTomTat'", "div id='ctl00_x_lblNoiDung'"),
    "main-detail": ("baohatinh.vn", "div class='date_news'", "h2 class='sapo_detail'", "div id='main-detail'"),
    "nld 2019": ("nld.com.vn", "p class='pdate fl'", "h2 class='sapo-detail'", "div class='contentbody'"),
    "sharepoint": ("bovanson.gov.vn", "span class='News_Time_Post'", "div id='divArticleDescription1'", "div id='divArticleDescription2'"),
    "tandan": ("www.vanson.gov.vn", "span class='tandan-span-date-publish'", "p class='tandan-p-article-news-summary'", "div class='ms-rtestate-field'"),
    "tapchicongsan 2019": ("www.tapchicongsan.org.vn", "div class='publishdate mt15'", "div class='sumary'", "div class='detailContent'"),
    "tapchicongsan 2023": ("www.tapchicongsan.org.vn", "div class='date_detail'", "", "div class='clearfix ContentDetail'"),
    "tapchimattran": ("tapchimattran.vn", "p class='article__meta'", "div class='article__sapo'", "div class='article__body'"),
    "thanhnien 2019": ("thanhnien.vn", "div class='details__meta'", "div class='sapo'", "div id='abody'"),
    "tienphong 2019": ("www.tienphong.vn", "p class='byline-dateline'", "p class='article-sapo cms-desc'", "div id='article-body'"),
    "tuoitre 2019": ("tuoitre.vn", "div class='date-time'", "h2 class='sapo'", "div class='content fck'"),
    "vietnamplus 2019": ("www.vietnamplus.vn", "time class='cms-date'", "div class='details__summary cms-desc'", "div class='details__content'"),
    "vnpt": ("www.vanson.gov.vn", "div class='PostDate'", "div class='ArticleSummary'", "div class='ArticleContent'"),
    "vov 2019": ("vov.vn", "div class='article__meta'", "div class='article__sapo'", "div class='text main-contents article__body'"),
    "vtv 2019": ("vtv.vn", "p class='time'", "h2 class='sapo'", "div class='noidung'"),
}  # fmt: skip


def _shaped(host: str, date: str, sapo: str, body: str) -> str:
    def element(opened: str, inside: str) -> str:
        return f"<{opened}>{inside}</{opened.split()[0]}>"

    picture = f"<table><tr><td><img src='a.jpg'></td></tr><tr><td>{CAPTION}</td></tr></table>"
    lead = element(sapo, SAPO) if sapo else ""
    text = f"{paragraphs(FIRST) if sapo else paragraphs(SAPO, FIRST)}{picture}{paragraphs(SECOND)}<p><strong>{SUBHEAD}</strong></p>{paragraphs(SHORT, THIRD)}<p><strong>{AUTHOR}</strong></p>"
    rest = f"<div class='more'><h3>Tin liên quan</h3><ul>{links(RELATED)}</ul><p>{RELATED_SAPO}</p></div><div class='talk'><p>{COMMENT}</p></div>"
    parts = f"<h1>{TITLE}</h1>{element(date, STAMP)}{lead}{element(body, text)}"
    return page(host, f"<div class='page'>{parts}{rest}</div>{SIDEBAR}")


SHAPED = {name: _shaped(*shape) for name, shape in SHAPES.items()}
