"""Pages of sites that no rule knows, in the markup of content systems that Party and State pages run on.

Each holds the same article of our own: a lead, captions in the way of its system, links to other articles in the middle.
``PAGES`` maps a layout's name to (page, caption, related titles).
"""

from __future__ import annotations

from tests.readers.site_pages import FIRST, SAPO, SECOND, SIDEBAR, THIRD, TITLE, paragraphs

BODY = (SAPO, FIRST, SECOND, THIRD)
CREDITED = "Đồng chí Lê Văn Thử phát biểu tại hội nghị ngày 1/1/2020. Ảnh: Thu Lan"
PLAIN = "Quang cảnh hội nghị ngày 1/1/2020"
RELATED = ("Huyện ủy Lâm Hà triển khai nghị quyết về công tác cán bộ", "Thành ủy Bình Minh họp phiên thường kỳ tháng 2 năm 2024")
OTHERS = ("Đảng ủy Khối Vân Sơn tổng kết công tác xây dựng Đảng", "Xã Mây Trắng kết nạp mười đảng viên trong quý I")
FOOT = "<div class='footer'><p>Cơ quan chủ quản: Tỉnh ủy Vân Sơn. Giấy phép số 1/GP-BTTTT. Điện thoại: 0123.</p></div>"


def links(*titles: str, tag: str = "li") -> str:
    """Titles as items that lead to other articles."""
    return "".join(f"<{tag}><a href='/tin-tuc/bai-{i}.html'>{title}</a></{tag}>" for i, title in enumerate(titles))


MENU = f"<div id='menu'><ul>{links('Trang chủ', 'Tin tức', 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh')}</ul></div>"
UNDER = f"<div class='other'><h3>Các tin khác</h3><ul>{links(*OTHERS)}</ul></div>"


def page(body: str, description: str = SAPO, head: str = "", name: str = "description") -> str:
    """A page with its menu, its foot and a description in its head."""
    told = f"<meta name='{name}' content='{description}'>" if description else ""
    return (
        f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'><title>{TITLE}</title>{told}{head}</head>"
        f"<body>{MENU}{body}{SIDEBAR}{FOOT}</body></html>"
    )


WORDPRESS = page(
    f"""<div id="page"><div id="primary" class="content-area"><main id="main"><article id="post-12" class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on">05/03/2024</span></div>
<h2 class="entry-excerpt">{SAPO}</h2></header>
<div class="entry-content">{paragraphs(FIRST)}<div style="text-align:center"><img src="a.jpg"><p><em>{CREDITED}</em></p></div>{paragraphs(SECOND)}
<p><strong>Xem thêm:</strong></p><ul>{links(*RELATED)}</ul>{paragraphs(THIRD)}</div></article></main></div></div>{UNDER}""",
    f"{SAPO[:90]}...", name="og:description",
)  # fmt: skip

JOOMLA = page(
    f"""<div class="rt-container"><div class="item-page"><div class="page-header"><h2 itemprop="name">{TITLE}</h2></div>
<dl class="article-info"><dt>Chi tiết</dt><dd class="published">Ngày 05 Tháng 3 2024</dd></dl><p class="intro"><b>(VS) - {SAPO}</b></p>
<div class="article-fulltext" itemprop="articleBody">{paragraphs(FIRST)}<table border="0" align="center"><tbody><tr><td><img src="a.jpg"></td></tr>
<tr><td style="text-align:center"><i>{PLAIN}</i></td></tr></tbody></table>{paragraphs(SECOND)}<p>&gt;&gt; <a href="/tin/1.html">{RELATED[0]}</a></p>
<p>&gt;&gt; <a href="/tin/2.html">{RELATED[1]}</a></p>{paragraphs(THIRD)}</div></div></div>{UNDER}"""
)

DRUPAL = page(
    f"""<div id="block-system-main"><div class="node node-tin-tuc node-promoted clearfix"><h1 class="page-title">{TITLE}</h1>
<div class="submitted">Thứ ba, 05/03/2024 - 17:40</div><div class="field field-name-field-tom-tat"><div class="field-items"><div class="field-item even">{SAPO}</div></div></div>
<div class="field field-name-body field-body"><div class="field-items"><div class="field-item even">{paragraphs(FIRST)}
<p><img src="a.jpg"><br>{CREDITED}</p>{paragraphs(SECOND)}<ul class="bai-lien-quan">{links(*RELATED)}</ul>{paragraphs(THIRD)}</div></div></div></div></div>{UNDER}""",
    f"(VS) - {SAPO}",
)

SHAREPOINT = page(
    f"""<form><div id="s4-workspace"><div class="article-box"><div class="title-news">{TITLE}</div><div class="date-news">05/03/2024 17:40</div>
<div class="brief-news">{SAPO}</div><div class="ms-rtefield"><div class="content-news">{paragraphs(FIRST)}
<table class="ms-rteTable-0"><tbody><tr><td><img src="/PublishingImages/a.jpg"></td><td><img src="/PublishingImages/b.jpg"></td></tr><tr><td>{PLAIN}</td><td>{PLAIN}, phía trong</td></tr></tbody></table>
{paragraphs(SECOND)}<p><a href="/pages/1.aspx">{RELATED[0]}</a></p><p><a href="/pages/2.aspx">{RELATED[1]}</a></p>{paragraphs(THIRD)}</div></div></div>{UNDER}</div></form>"""
)

LIFERAY = page(
    f"""<div class="portlet-body"><div class="journal-content-article"><div class="detail-head"><h3 class="tieude">{TITLE}</h3><span class="ngay">05/03/2024</span></div>
<div class="tomtat"><p><strong>{SAPO}</strong></p></div><div class="noidung-chitiet"><div class="main-content">{paragraphs(FIRST)}
<p style="text-align:center"><img src="/documents/a.jpg"></p><p style="text-align:center"><em>{CREDITED}</em></p>{paragraphs(SECOND)}
<p>Đọc thêm: <a href="/web/guest/-/1">{RELATED[0]}</a></p>{paragraphs(THIRD)}</div></div></div></div>{UNDER}""",
    head=f"<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"headline\": \"{TITLE}\", \"description\": \"{SAPO}\"}}</script>",
    description="",
)

ASPNET = page(
    f"""<form id="aspnetForm"><div class="colLeft"><h1><span id="ctl00_lbTieuDe">{TITLE}</span></h1><span class="ngaydang">Cập nhật lúc 17:40 05/03/2024</span>
<h2><span id="ctl00_lbTrichDan">{SAPO}</span></h2><div id="content">{paragraphs(FIRST)}<table class="img-box"><tr><td align="center"><img src="a.jpg"></td></tr>
<tr><td>{PLAIN}.</td></tr><tr><td>Ảnh: Thu Lan</td></tr></table>{paragraphs(SECOND)}<p><b>Tin liên quan:</b></p><p><a href="?id=1">{RELATED[0]}</a></p>{paragraphs(THIRD)}</div></div></form>{UNDER}"""
)

OLD_TABLES = page(
    f"""<table width="1000"><tr><td width="200">{links('Trang chủ', 'Tin tức', tag='p')}</td><td><table><tr><td class="tieude">{TITLE}</td></tr>
<tr><td class="ngay">Thứ ba, 05/03/2024 17:40</td></tr><tr><td class="trichdan"><b>{SAPO}</b></td></tr><tr><td class="noidung">{paragraphs(FIRST)}
<table width="400" align="center"><tr><td><img src="a.jpg"></td></tr><tr><td>{PLAIN}</td></tr></table>{paragraphs(SECOND, THIRD)}</td></tr></table></td></tr></table>{UNDER}"""
)

PAGES = {
    "ASP.NET": ASPNET, "Drupal": DRUPAL, "Joomla": JOOMLA, "Liferay": LIFERAY, "SharePoint": SHAREPOINT, "WordPress": WORDPRESS,
    "old tables": OLD_TABLES,
}  # fmt: skip
