"""Pages in the markup of known sites, each with the same article of our own, to read them by.

The markup is that of the sites' content systems as public readers of them describe it (sites.tsv names them);
the words are invented. ``PAGES`` maps a template's name to its page; of older layouts see site_shapes.py.
"""

from __future__ import annotations

TITLE = "Tỉnh ủy Vân Sơn sơ kết ba năm thực hiện Nghị quyết 18"
SAPO = "Chiều 5/3, Ban Thường vụ Tỉnh ủy Vân Sơn sơ kết ba năm thực hiện Nghị quyết số 18-NQ/TW, bàn việc những năm tới."
FIRST = (
    "Đồng chí Lê Văn Thử, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy chủ trì hội nghị. Cùng dự có các đồng chí trong Ban Thường vụ."
)
SECOND = (
    "Báo cáo tại hội nghị, đồng chí Trần Thị Mẫu, Trưởng Ban Tổ chức Tỉnh ủy cho biết toàn tỉnh đã giảm 12 đầu mối cấp phòng."
)
SUBHEAD = "Giữ vững nguyên tắc"
SHORT = "Ba huyện làm tốt."
THIRD = "Hội nghị thống nhất giao Ban Tổ chức Tỉnh ủy tham mưu kế hoạch giai đoạn tới, trình Ban Thường vụ trong quý III./."
BODY = (SAPO, FIRST, SECOND, SUBHEAD, SHORT, THIRD)
CAPTION = "Quang cảnh hội nghị ngày 1/1/2020. Ảnh: Thu Lan"
RELATED = "Huyện ủy Lâm Hà triển khai nghị quyết về công tác cán bộ"
RELATED_SAPO = "Sáng 2/3, Huyện ủy Lâm Hà tổ chức hội nghị quán triệt nghị quyết mới về công tác cán bộ cho các chi bộ."
COMMENT = "Bạn đọc Minh: Tôi thấy các giải pháp mà hội nghị nêu ra rất thiết thực, mong tỉnh làm đến nơi đến chốn."
AD = "Mua ngay căn hộ ven sông với giá ưu đãi chỉ trong tháng này, gọi số máy nóng để được tư vấn miễn phí."
SIDE = "Tin ở cột bên: Thành ủy Bình Minh họp phiên thường kỳ tháng 2, cho ý kiến về chín nội dung quan trọng."
AUTHOR = "Việt Hà"
SECTION = "Xây dựng Đảng"
STAMP = "05/03/2024 17:40"
AT = "2024-03-05T17:40"
TAGS = "Nghị quyết 18 Vân Sơn tinh gọn bộ máy"
OUTSIDE = (CAPTION, RELATED, RELATED_SAPO, COMMENT, AD, SIDE, TAGS)
"""What must not come into the text."""


def page(host: str, body: str, head: str = "") -> str:
    """A page of a host, with its navigation and foot."""
    return (
        f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'><title>{TITLE}</title>"
        f"<link rel='canonical' href='https://{host}/tin/so-ket-ba-nam-1234.html'>{head}</head><body>"
        f"<header><nav><ul><li><a href='/'>Trang chủ</a></li><li><a href='/xay-dung-dang'>{SECTION}</a></li></ul></nav></header>"
        f"{body}<footer><p>Cơ quan chủ quản: Tỉnh ủy Vân Sơn. Giấy phép số 1/GP-BTTTT. Điện thoại: 0123.</p></footer></body></html>"
    )


def _meta(time: str = f"{AT}:00+07:00") -> str:
    return f"<meta property='article:published_time' content='{time}'><meta property='article:section' content='{SECTION}'>"


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


def links(*titles: str) -> str:
    """Titles as list items that lead to other articles."""
    return "".join(f"<li><a href='/tin/khac-{i}.html' title='{t}'>{t}</a></li>" for i, t in enumerate(titles))


SIDEBAR = f"<aside class='sidebar'><h3>Đọc nhiều</h3><p>{SIDE}</p><ul>{links('Tin một của cột bên', 'Tin hai của cột bên')}</ul></aside>"

EPI = page(
    "nhandan.vn",
    f"""<div class="site-body"><div class="main-content article">
<div class="breadcrumbs"><h2 class="main"><a class="text" href="/xay-dung-dang/">{SECTION}</a></h2></div>
<h1 class="article__title cms-title">{TITLE}</h1>
<div class="article__meta"><time class="time" datetime="{AT}:00+0700" data-time="1709635200">Thứ Ba, ngày {STAMP.split()[0]} - 17:40</time></div>
<div class="article__sapo cms-desc">{SAPO}</div>
<figure class="article__avatar"><img class="cms-photo" src="a.jpg"><figcaption>{CAPTION}</figcaption></figure>
<div class="article__body zce-content-body cms-body" itemprop="articleBody">{paragraphs(FIRST)}
<table class="picture"><tbody><tr><td class="pic"><img class="cms-photo" data-photo-original-src="b.jpg"></td></tr>
<tr><td class="caption"><p>{CAPTION}</p></td></tr></tbody></table>{paragraphs(SECOND)}
<div class="article-relate"><article class="story"><a href="/x.html" class="cms-link">{RELATED}</a><p>{RELATED_SAPO}</p></article></div>
<div class="ads_middle"><p>{AD}</p></div><h2>{SUBHEAD}</h2>{paragraphs(SHORT, THIRD)}
<p class="article__author"><span class="cms-author">{AUTHOR}</span></p></div>
<div class="article__related related"><h3 class="box-heading">Tin liên quan</h3><div class="box-content">
<article class="story"><h2 class="story__heading"><a class="cms-link" href="/y.html">{RELATED}</a></h2><div class="story__summary">{RELATED_SAPO}</div></article></div></div>
<div class="article__tag"><h3 class="box-heading">Từ khóa:</h3><div class="box-content"><a href="/t">{TAGS}</a></div></div>
<div class="article__comment comment-wrap"><div class="box-heading">Bình luận</div><p class="comment-content">{COMMENT}</p></div></div>
{SIDEBAR}</div>""",
    _meta(),
)

VCCORP = page(
    "tuoitre.vn",
    f"""<div class="main"><div class="detail__page"><div class="container"><div class="detail__cmain">
<div class="detail-top"><div class="detail-cate"><a data-role="cate-name" href="/xay-dung-dang.htm">{SECTION}</a></div>
<div class="detail-time"><div data-role="publishdate">{STAMP} GMT+7</div></div></div>
<h1 class="detail-title article-title" data-role="title">{TITLE}</h1>
<h2 class="detail-sapo" data-role="sapo">{SAPO}</h2>
<div class="detail-cmain"><div class="detail-content afcbc-body" data-role="content" itemprop="articleBody">{paragraphs(FIRST)}
<figure class="VCSortableInPreviewMode" type="Photo"><div><a class="detail-img-lightbox"><img src="a.jpg"></a></div>
<figcaption class="PhotoCMS_Caption"><p data-placeholder="Nhập chú thích ảnh">{CAPTION}</p></figcaption></figure>{paragraphs(SECOND)}
<div class="VCSortableInPreviewMode" type="RelatedOneNews" data-style="style1"><div class="kbwscwl-relatedbox"><ul class="kbwscwlr-list">
<li class="kbwscwlrl"><h4 class="kbwscwlrl-title"><a class="title link-callout" href="/x.htm">{RELATED}</a></h4><p class="VCObjectBoxRelatedNewsItemSapo">{RELATED_SAPO}</p></li></ul></div></div>
<div class="VCSortableInPreviewMode" type="RelatedNewsBox"><ul><li><a href="/y.htm">{RELATED}</a><p>{RELATED_SAPO}</p></li></ul></div>
<zone id="k1"><div class="adbro"><p>{AD}</p></div></zone><h2>{SUBHEAD}</h2>{paragraphs(SHORT, THIRD)}</div></div>
<div class="detail-author-bot"><div class="author-info"><a class="name" data-role="author" href="/tac-gia">{AUTHOR}</a></div></div>
<div class="detail-tab"><div class="detail-related"><h3>Tin liên quan</h3><div class="box-category-item"><a class="box-category-link-title" href="/y.htm">{RELATED}</a><p class="box-category-sapo">{RELATED_SAPO}</p></div></div></div>
<div class="detail-tags" data-role="tags"><a href="/t">{TAGS}</a></div>
<div class="detail-comment"><div class="commentcontent"><span class="contentcomment">{COMMENT}</span></div></div>
</div>{SIDEBAR}</div></div></div>""",
)

VNEXPRESS = page(
    "vnexpress.net",
    f"""<section class="section page-detail top-detail"><div class="container"><div class="sidebar-1">
<div class="header-content width_common"><ul class="breadcrumb"><li><a href="/chinh-tri">{SECTION}</a></li></ul><span class="date">Thứ ba, 5/3/2024, 17:40 (GMT+7)</span></div>
<h1 class="title-detail">{TITLE}</h1><p class="description"><span class="location-stamp">Vân Sơn</span>{SAPO}</p>
<article class="fck_detail">{paragraphs(FIRST).replace('<p>', '<p class="Normal">')}
<figure data-size="true" itemprop="associatedMedia image" class="tplCaption action_thumb_added"><div class="fig-picture"><img itemprop="contentUrl" src="a.jpg"></div>
<figcaption itemprop="description"><p class="Image">{CAPTION}</p></figcaption></figure>{paragraphs(SECOND).replace('<p>', '<p class="Normal">')}
<div class="box-tinlienquanv2"><article class="item-news"><h4 class="title-news"><a href="/x.html">{RELATED}</a></h4><p class="description">{RELATED_SAPO}</p></article></div>
<p class="Normal"><strong>{SUBHEAD}</strong></p>{paragraphs(SHORT, THIRD).replace('<p>', '<p class="Normal">')}
<p class="Normal" style="text-align:right;"><strong>{AUTHOR}</strong></p></article>
<div class="list-news"><ul class="list-news"><li data-id="1"><a href="/y.html">{RELATED}</a></li></ul></div>
<div class="box_comment"><p class="full_content">{COMMENT}</p></div><div class="tags"><h4 class="item-tag"><a href="/t">{TAGS}</a></h4></div></div>
<div class="sidebar-2">{SIDEBAR}</div></div></section>""",
    "<meta name='pubdate' content='2024-03-05T17:40:00+07:00'>",
)

DANTRI = page(
    "dantri.com.vn",
    f"""<main class="body container"><ul class="dt-breadcrumb"><li><a href="/">Trang chủ</a></li><li><a href="/xay-dung-dang.htm">{SECTION}</a></li></ul>
<article class="singular-container"><h1 class="title-page detail">{TITLE}</h1>
<div class="author-wrap"><div class="author-meta"><div class="author-name"><a><b>{AUTHOR}</b></a></div><time class="author-time" datetime="2024-03-05 17:40">Thứ ba, {STAMP.replace(' ', ' - ')}</time></div></div>
<h2 class="singular-sapo">{SAPO}</h2><div class="singular-content">{paragraphs(FIRST)}
<figure class="image align-center"><img data-src="a.jpg"><figcaption><p>{CAPTION}</p></figcaption></figure>{paragraphs(SECOND)}
<div class="dnews__related"><ul><li><a href="/x.htm">{RELATED}</a><p>{RELATED_SAPO}</p></li></ul></div><h3>{SUBHEAD}</h3>{paragraphs(SHORT, THIRD)}</div>
<ul class="tags-wrap mt-30"><li class="tags-title">Tin liên quan</li>{links(TAGS)}</ul></article>
<section class="article-related"><h2>Tin liên quan</h2><article class="article-item"><h3 class="article-title"><a href="/y.htm">{RELATED}</a></h3><div class="article-excerpt">{RELATED_SAPO}</div></article></section>
<div class="comment-list"><div class="comment-text">{COMMENT}</div></div>{SIDEBAR}</main>""",
)

VIETNAMNET = page(
    "vietnamnet.vn",
    f"""<div class="main"><div class="container"><div class="content-detail"><div class="bread-crumb-detail"><ul><li><a href="/chinh-tri">{SECTION}</a></li></ul><div class="bread-crumb-detail__time">Thứ Ba, 05/03/2024 - 17:40</div></div>
<h1 class="content-detail-title">{TITLE}</h1><h2 class="content-detail-sapo sm-sapo-mb-0">{SAPO}</h2>
<div class="maincontent main-content" id="maincontent">{paragraphs(FIRST)}
<figure class="image vnn-content-image"><picture><img src="a.jpg"></picture><figcaption>{CAPTION}</figcaption></figure>{paragraphs(SECOND)}
<div class="insert-wiki-content"><article class="ck-cms-insert-news"><a class="title" href="/x.html">{RELATED}</a><p class="sapo">{RELATED_SAPO}</p></article></div><h3>{SUBHEAD}</h3>{paragraphs(SHORT, THIRD)}</div>
<div class="article-detail-author-wrapper"><div class="article-detail-author__info"><span class="name"><a>{AUTHOR}</a></span></div></div>
<div class="tag-cotnent"><h3>Chủ đề:</h3><ul>{links(TAGS)}</ul></div>
<div class="articles-edit"><h3>Tin nổi bật</h3><div class="verticalPost__main"><h3><a href="/y.html">{RELATED}</a></h3><p>{RELATED_SAPO}</p></div></div>
<div class="comment-form"><p>{COMMENT}</p></div></div>{SIDEBAR}</div></div>""",
)

QDND = page(
    "www.qdnd.vn",
    f"""<div class="container"><ol class="breadcrumb"><li><a href="/xay-dung-dang">{SECTION}</a></li></ol><div class="post-detail"><h1 class="post-title">{TITLE}</h1>
<div class="post-subinfo"><span class="post-date"><i></i>Thứ ba, 05/03/2024 - 17:40</span></div><div class="post-summary"><b>{SAPO}</b></div>
<div class="post-content" itemprop="articleBody">{paragraphs(FIRST)}
<div class="text-center"><table class="imgcenter"><tr><td><img src="a.jpg"></td></tr><tr><td class="img-caption">{CAPTION}</td></tr></table></div>{paragraphs(SECOND)}
<div class="list-news-related"><h4><a href="/x">{RELATED}</a></h4><p>{RELATED_SAPO}</p></div><p><strong>{SUBHEAD}</strong></p>{paragraphs(SHORT, THIRD)}<p style="text-align:right"><strong>{AUTHOR}</strong></p></div>
<div class="post-tags"><a href="/t">{TAGS}</a></div><div class="post-related"><h3>Tin, bài liên quan</h3><ul>{links(RELATED)}</ul><p>{RELATED_SAPO}</p></div>
<div class="post-comment"><p>{COMMENT}</p></div></div>{SIDEBAR}</div>""",
)

CAND = page(
    "cand.com.vn",
    f"""<div class="uk-container"><div class="box-breadcrumb"><a href="/xay-dung-dang">{SECTION}</a></div><h1 class="box-title-detail entry-title">{TITLE}</h1>
<div class="box-date">Thứ Ba, 05/03/2024, 17:40</div><div class="box-des-detail this-one"><p>{SAPO}</p></div>
<div class="detail-content-body entry-content">{paragraphs(FIRST)}<table class="contentimg"><tr><td><img src="a.jpg"></td></tr><tr><td>{CAPTION}</td></tr></table>{paragraphs(SECOND)}
<div class="box-related-inner"><a href="/x">{RELATED}</a><p>{RELATED_SAPO}</p></div><p><strong>{SUBHEAD}</strong></p>{paragraphs(SHORT, THIRD)}</div><div class="box-author uk-text-right"><strong>{AUTHOR}</strong></div>
<div class="box-tags"><a href="/t">{TAGS}</a></div><div class="box-new-related"><div class="box-title">Tin liên quan</div><ul>{links(RELATED)}</ul><p>{RELATED_SAPO}</p></div><div class="box-comment"><p>{COMMENT}</p></div>{SIDEBAR}</div>""",
)

ONECMS = page(
    "daidoanket.vn",
    f"""<div class="l-content"><div class="c-breadcrumb"><ul><li><a href="/xay-dung-dang">{SECTION}</a></li></ul></div><div class="c-detail-head">
<h1 class="c-detail-head__title sc-longform-header-title block-sc-title">{TITLE}</h1><div class="c-detail-head__row"><span class="sc-longform-header-author block-sc-author">{AUTHOR}</span>
<span class="c-detail-head__time sc-longform-header-date block-sc-publish-time">{STAMP}</span></div></div>
<h2 class="sc-longform-header-sapo block-sc-sapo">{SAPO}</h2><div class="c-news-detail"><div class="b-maincontent">{paragraphs(FIRST)}
<figure class="image detail__image align-center-image"><img src="a.jpg"><figcaption>{CAPTION}</figcaption></figure>{paragraphs(SECOND)}
<div class="c-box c-box-related"><a href="/x">{RELATED}</a><p>{RELATED_SAPO}</p></div><h2>{SUBHEAD}</h2>{paragraphs(SHORT, THIRD)}</div></div>
<div class="c-detail-tags"><a href="/t">{TAGS}</a></div><div class="c-box-newsrelated"><h3>Tin liên quan</h3><ul>{links(RELATED)}</ul><p>{RELATED_SAPO}</p></div><div class="c-comment"><p>{COMMENT}</p></div></div>{SIDEBAR}""",
)

MASTERCMS = page(
    "baoquocte.vn",
    f"""<div class="site-center"><div class="bx-breadcrumb"><a href="/xay-dung-dang">{SECTION}</a></div><h1 class="article-detail-title f0">{TITLE}</h1>
<div class="article-detail-info"><span class="article-detail-author">{AUTHOR}</span><span class="article-detail-date rt">{STAMP}</span></div><div class="article-detail-desc">{SAPO}</div>
<div class="article-detail-content __MASTERCMS_CONTENT fw f1 mb20 clearfix">{paragraphs(FIRST)}
<table class="MASTERCMS_TPL_TABLE"><tbody><tr><td><img class="__img_mastercms" src="a.jpg"></td></tr><tr><td>{CAPTION}</td></tr></tbody></table>{paragraphs(SECOND)}
<table class="__mb_article_in_image"><tbody><tr><td><a class="__mb_article_in_image_box" href="/x"><span class="article-title">{RELATED}</span> <span class="desc">{RELATED_SAPO}</span></a></td></tr></tbody></table>
<p><strong>{SUBHEAD}</strong></p>{paragraphs(SHORT, THIRD)}</div><div class="article-detail-tag"><a href="/t">{TAGS}</a></div>
<div class="__MB_ARTICLE_A"><h3>Tin liên quan</h3><ul>{links(RELATED)}</ul><p>{RELATED_SAPO}</p></div><div class="bx-comment"><p>{COMMENT}</p></div></div>{SIDEBAR}""",
)

NUKEVIET = page(
    "tinhuyvanson.vn",
    f"""<div class="wraper"><div class="row"><div class="col-md-16"><div class="breadcrumbs-wrap"><ul class="breadcrumbs"><li><a href="/"><span>Trang nhất</span></a></li><li><a href="/news/xdd/"><span>{SECTION}</span></a></li></ul></div>
<div class="news_column panel panel-default" itemtype="http://schema.org/NewsArticle" itemscope><div class="panel-body"><h1 class="title margin-bottom-lg" itemprop="headline">{TITLE}</h1>
<div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">Thứ ba - {STAMP}</span></div><div class="col-md-12"><ul class="list-inline text-right"><li><a class="dimgray" href="#"><em class="fa fa-envelope"></em></a></li></ul></div></div>
<div class="clearfix"><div class="hometext m-bottom" itemprop="description">{SAPO}</div><figure class="article center"><img src="a.jpg"><figcaption>{CAPTION}</figcaption></figure></div>
<div id="news-bodyhtml" class="bodytext margin-bottom-lg">{paragraphs(FIRST)}<div style="text-align:center"><figure class="image"><img src="b.jpg"><figcaption>{CAPTION}</figcaption></figure></div>{paragraphs(SECOND)}<p><strong>{SUBHEAD}</strong></p>{paragraphs(SHORT, THIRD)}</div>
<div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả bài viết: </strong>{AUTHOR}</p></div></div></div>
<div class="news_column panel panel-default"><div class="panel-body"><div class="h5"><em class="fa fa-tags"></em><strong>Tags: </strong><a href="/t"><em>{TAGS}</em></a></div></div></div>
<div class="news_column panel panel-default"><div class="panel-body"><ul class="list-unstyled"><li>Tổng số điểm của bài viết là: 0 trong 0 đánh giá</li></ul><p>Xếp hạng: 1 - 5 phiếu bầu</p></div></div>
<div class="news_column panel panel-default"><div class="panel-body other-news"><p class="h3"><strong>Những tin mới hơn</strong></p><ul class="related list-inline">{links(RELATED)}<li><p>{RELATED_SAPO}</p></li></ul></div></div>
<div id="idcomment"><p>{COMMENT}</p></div></div><div class="col-md-8">{SIDEBAR}</div></div></div>""",
)

K2 = page(
    "lyluanchinhtri.vn",
    f"""<div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">Thứ ba, 05 Tháng 3 2024 17:40</span><h2 class="itemTitle">{TITLE}</h2></div>
<div class="itemToolbar"><ul><li><span class="itemTextResizerTitle">cỡ chữ</span></li><li><a class="itemPrintLink" href="#"><span>In bài viết</span></a></li></ul></div>
<div class="itemBody"><div class="itemImageBlock"><span class="itemImage"><img src="a.jpg"></span><span class="itemImageCaption">{CAPTION}</span></div>
<div class="itemIntroText"><p>{SAPO}</p></div><div class="itemFullText">{paragraphs(FIRST, SECOND)}<p><strong>{SUBHEAD}</strong></p>{paragraphs(SHORT, THIRD)}<p style="text-align: right;"><strong>{AUTHOR}</strong></p></div></div>
<div class="itemLinks"><div class="itemCategory"><span>Chuyên mục</span> <a href="/xay-dung-dang">{SECTION}</a></div><div class="itemTagsBlock"><ul class="itemTags">{links(TAGS)}</ul></div></div>
<div class="itemContentFooter"><span class="itemHits">Đọc <b>312</b> lần</span></div>
<div class="itemRelated"><h3>Bài liên quan</h3><ul>{links(RELATED)}<li><div class="itemRelIntrotext">{RELATED_SAPO}</div></li></ul></div><div class="itemComments"><p>{COMMENT}</p></div></div>{SIDEBAR}""",
)

LIFERAY = page(
    "www.tapchicongsan.org.vn",
    f"""<div id="wrapper"><div class="breadcrumb"><a href="/xay-dung-dang">{SECTION}</a></div><div class="asset-full-content"><div class="titlle_header"><h1 class="title_detail">{TITLE}</h1></div>
<div class="date_detail">17:40, ngày 05-03-2024</div><div class="asset-content"><div class="journal-content-article">
<div class="summary_detail"><p><em>{SAPO}</em></p></div>{paragraphs(FIRST)}<p style="text-align:center"><img src="a.jpg"></p><p class="caption" style="text-align:center"><span>{CAPTION}</span></p>{paragraphs(SECOND)}<p><strong>{SUBHEAD}</strong></p>{paragraphs(SHORT, THIRD)}<p style="text-align:right"><strong>{AUTHOR}</strong></p></div></div>
<div class="related-assets"><h3>Bài liên quan</h3><ul>{links(RELATED)}</ul><p>{RELATED_SAPO}</p></div><div class="taglib-asset-tags"><a href="/t">{TAGS}</a></div><div class="comments"><p>{COMMENT}</p></div></div></div>{SIDEBAR}""",
)

BAOTINTUC = page(
    "baotintuc.vn",
    f"""<div class="container"><div class="breadcrumb"><a href="/xay-dung-dang">{SECTION}</a></div><div class="content_category boxdetail"><h1 class="detail-title">{TITLE}</h1><div class="date"><span class="txt">Thứ Ba, 05/03/2024 17:40</span></div>
<h2 class="sapo">{SAPO}</h2><div class="contents">{paragraphs(FIRST)}<table class="t_detail"><tr><td><img src="a.jpg"></td></tr><tr><td class="CaptionPhoto">{CAPTION}</td></tr></table>{paragraphs(SECOND)}
<div class="boxrelate"><a href="/x">{RELATED}</a><p>{RELATED_SAPO}</p></div><p><strong>{SUBHEAD}</strong></p>{paragraphs(SHORT, THIRD)}</div><div class="author">{AUTHOR}</div>
<div class="keysword"><a href="/t">{TAGS}</a></div><div class="related-news"><h3>Tin liên quan</h3><ul>{links(RELATED)}</ul><p>{RELATED_SAPO}</p></div><div class="comment"><p>{COMMENT}</p></div></div>{SIDEBAR}</div>""",
)

LAODONG = page(
    "laodong.vn",
    f"""<div class="wrapper"><div class="breadcrumb-detail"><a href="/xay-dung-dang">{SECTION}</a></div><article><div class="title"><h1>{TITLE}</h1></div><div class="meta"><span class="author">{AUTHOR}</span> <span class="time">Thứ ba, {STAMP} (GMT+7)</span></div>
<div class="chappeau"><p>{SAPO}</p></div><div class="art-body" id="gallery-ctt">{paragraphs(FIRST)}<figure class="insert-center-image"><img src="a.jpg"><figcaption class="image-caption">{CAPTION}</figcaption></figure>{paragraphs(SECOND)}
<div class="lst-relatednews"><a href="/x.ldo">{RELATED}</a><p>{RELATED_SAPO}</p></div><h3>{SUBHEAD}</h3>{paragraphs(SHORT, THIRD)}</div></article>
<div class="list-related"><h3>Tin liên quan</h3><ul>{links(RELATED)}</ul><p>{RELATED_SAPO}</p></div><div class="tags"><a href="/t">{TAGS}</a></div><div class="comment-box"><p>{COMMENT}</p></div>{SIDEBAR}</div>""",
)

VOV = page(
    "vov.vn",
    f"""<div class="vovvn-main"><div class="breadcrumb"><a href="/xay-dung-dang">{SECTION}</a></div><div class="row article"><h1 class="article-title mb-0">{TITLE}</h1><div class="row"><div class="col-md-4 mb-2">Thứ Ba, 17:40, 05/03/2024</div></div>
<div class="row article-summary"><b>{SAPO}</b></div><div class="article-content"><div class="text-long">{paragraphs(FIRST)}<div class="media"><img src="a.jpg"><div class="text-caption">{CAPTION}</div></div>{paragraphs(SECOND)}
<div class="related-inline"><a href="/x.vov">{RELATED}</a><p>{RELATED_SAPO}</p></div><h3>{SUBHEAD}</h3>{paragraphs(SHORT, THIRD)}</div></div><div class="row article-author"><div><a>{AUTHOR}</a></div></div>
<div class="article-tags"><a href="/t">{TAGS}</a></div><div class="article-related"><h3>Tin liên quan</h3><ul>{links(RELATED)}</ul><p>{RELATED_SAPO}</p></div><div class="article-comment"><p>{COMMENT}</p></div></div>{SIDEBAR}</div>""",
)

# The same content systems as other sites of theirs use them: the body without its role, the author inside it, older boxes.
EPI_OTHER = page(
    "plo.vn",
    f"""<div class="main-content article"><div class="breadcrumbs"><a class="text" href="/xay-dung-dang/">{SECTION}</a></div>
<h1 class="article__header cms-title">{TITLE}</h1><div class="article__meta"><a class="cms-author">{AUTHOR}</a><time class="time" datetime="{AT}:00+07:00">{STAMP}</time></div>
<h2 class="article__sapo cms-desc">{SAPO}</h2><div class="article__body"><div class="cms-body">{paragraphs(FIRST, SECOND)}<p><a class="cms-relate" href="/x.html">{RELATED}</a></p>
<h2>{SUBHEAD}</h2>{paragraphs(SHORT, THIRD)}</div><div class="article__author">{AUTHOR}</div><div class="article__source"><span>Theo báo bạn</span></div></div>
<div class="article__comment"><p>{COMMENT}</p></div></div>{SIDEBAR}""",
)

VCCORP_OTHER = page(
    "nld.com.vn",
    f"""<div class="detail__cmain"><div class="detail-cate"><a data-role="cate-name" href="/xdd.htm">{SECTION}</a></div><h1 class="detail-title">{TITLE}</h1><div class="detail-time" data-role="publishdate">{STAMP}</div>
<h2 class="detail-sapo">{SAPO}</h2><div class="detail-content afcbc-body">{paragraphs(FIRST)}<div class="VCSortableInPreviewMode" type="Photo"><div><img src="a.jpg"></div><div class="PhotoCMS_Caption"><p>{CAPTION}</p></div></div>{paragraphs(SECOND)}
<div class="VCSortableInPreviewMode" type="RelatedOneNews"><div class="OneNewsTitle"><a href="/x.htm">{RELATED}</a></div><p>{RELATED_SAPO}</p></div>
<div type="RelatedNews"><p><a href="/y.htm">{RELATED}</a></p></div><div type="RelatedNewsBox"><p><a href="/y.htm">{RELATED}</a></p></div><h2>{SUBHEAD}</h2>{paragraphs(SHORT, THIRD)}<div class="detail-author"><p><b data-role="author">{AUTHOR}</b></p></div></div>
<div class="detail-comment"><p>{COMMENT}</p></div></div>{SIDEBAR}""",
)

VCCORP_LONG = page(
    "thanhnien.vn",
    f"""<div class="detail__cmain"><a data-role="cate-name" href="/xdd.htm">{SECTION}</a><h1 class="long-title" data-role="title">{TITLE}</h1><div data-role="publishdate">{STAMP}</div>
<h2 class="long-lead" data-role="sapo">{SAPO}</h2><div class="detail-content" data-role="content">{paragraphs(FIRST, SECOND)}<h2>{SUBHEAD}</h2>{paragraphs(SHORT, THIRD)}</div><a data-role="author">{AUTHOR}</a></div>{SIDEBAR}""",
)

PAGES = {
    "baotintuc": BAOTINTUC, "cand": CAND, "dantri": DANTRI, "epi": EPI, "epi-other": EPI_OTHER, "k2": K2, "laodong": LAODONG, "liferay": LIFERAY,
    "mastercms": MASTERCMS, "nukeviet": NUKEVIET, "onecms": ONECMS, "qdnd": QDND, "vccorp": VCCORP,
    "vccorp-long": VCCORP_LONG, "vccorp-other": VCCORP_OTHER, "vietnamnet": VIETNAMNET,
    "vnexpress": VNEXPRESS, "vov": VOV,
}  # fmt: skip
