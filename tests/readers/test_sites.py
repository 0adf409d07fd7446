"""Pages of known sites: lead and body whole and once, nothing of what stands round them, the metadata right."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from tests.readers.site_pages import (
    AT,
    AUTHOR,
    BODY,
    COMMENT,
    EPI,
    FIRST,
    OUTSIDE,
    PAGES,
    SAPO,
    SECOND,
    SECTION,
    THIRD,
    TITLE,
    VNEXPRESS,
)
from tests.readers.site_shapes import SHAPED
from trafilatura import load_html

from vankien.extractors.readers import pages
from vankien.extractors.readers.pages import article_from_page
from vankien.extractors.readers.sites import parts_of, rules
from vankien.extractors.readers.sites.selectors import xpath
from vankien.extractors.readers.tables import rows
from vankien.ontology.nouns import Article

RULES = rows("sites/sites.tsv")


def read(html: str) -> Article:
    return article_from_page(html, "a.html", "a.html")


def facts(found: Article) -> tuple[str, str, str, str, str]:
    return found.text, found.title, found.published[:16], found.byline, found.section


WHOLE = ("\n".join(BODY), TITLE, AT, AUTHOR, SECTION)
ALL = PAGES | SHAPED


def expected(name: str) -> tuple[str, str, str, str, str]:
    return WHOLE if name in PAGES else (*WHOLE[:-1], "")  # pages of a shape alone name no section


@pytest.mark.parametrize("name", ALL)
def test_the_article_is_whole_and_alone(name: str) -> None:
    found = read(ALL[name])
    assert facts(found) == expected(name)
    assert not [outside for outside in OUTSIDE if outside in found.text]


@pytest.mark.parametrize("name", ALL)
def test_a_rule_is_there_because_the_general_extractor_errs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "parts_of", lambda tree, host: None)
    monkeypatch.setattr(pages, "with_lead", lambda text, *_: text)  # our own mending of what it loses is tested by itself
    assert facts(read(ALL[name])) != expected(name)


def table(left_out: dict[str, str] | None = None) -> dict[str, dict[str, tuple[str, ...]]]:
    made: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in RULES:
        if row is not left_out:
            roles = made.setdefault(row["template"], {})
            roles[row["role"]] = (*roles.get(row["role"], ()), row["select"])
    return made


@pytest.fixture(scope="module")
def trees() -> dict[str, tuple[object, str]]:
    hosts = {name: re.search(r"canonical' href='([^']*)", page) for name, page in ALL.items()}
    return {name: (load_html(ALL[name]), urlsplit(found[1]).netloc) for name, found in hosts.items() if found}


@pytest.fixture(scope="module")
def by_all_rules(trees: dict[str, tuple[object, str]]) -> dict[str, rules.Parts | None]:
    return {name: parts_of(tree, host) for name, (tree, host) in trees.items()}


@pytest.mark.parametrize("row", RULES, ids=lambda row: f"{row['template']} {row['role']} {row['select']}")
def test_every_row_has_a_page_that_needs_it(
    row: dict[str, str],
    trees: dict[str, tuple[object, str]],
    by_all_rules: dict[str, rules.Parts | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = table(left_out=row)
    monkeypatch.setattr(rules, "templates", lambda: made)
    own = {name: found for name, found in by_all_rules.items() if found and row["template"] in (found.template, rules.EVERYWHERE)}
    assert {name: parts_of(*trees[name]) for name in own} != own


def test_the_table_is_sorted_and_sourced() -> None:
    keys = [(row["template"], row["role"], row["select"]) for row in RULES]
    assert keys == sorted(set(keys))
    assert {row["role"] for row in RULES} == set(rules.ROLES)
    assert all(row["source"] for row in RULES)
    for name, roles in table().items():
        assert name == rules.EVERYWHERE or ("body" in roles and {"host", "tell"} & roles.keys()), f"{name} can never fit"


@pytest.mark.parametrize(
    ("selector", "path"),
    [
        ("div", ".//div"),
        ("#a", ".//*[@id='a']"),
        ("[b]", ".//*[@b]"),
        ("[b=c d]", None),
        ("a > b", None),
        ("a:first", None),
        ("./x", "./x"),
    ],
)
def test_selectors(selector: str, path: str | None) -> None:
    if path is None:
        with pytest.raises(ValueError, match="no selector"):
            xpath(selector)
    else:
        assert xpath(selector) == path


def test_an_unknown_site_has_no_rule() -> None:
    page = re.sub(r' (?:class|id|itemprop|data-role)="[^"]*"', "", EPI)
    assert parts_of(load_html(page), "tinhuy.example") is None


def test_a_host_is_a_whole_domain() -> None:
    tree = load_html(PAGES["qdnd"])
    assert [bool(parts_of(tree, host)) for host in ("qdnd.vn", "ct.qdnd.vn", "notqdnd.vn", "qdnd.vn.example", "")] == [
        True, True, False, False, False,
    ]  # fmt: skip


def test_a_rule_that_finds_nothing_leaves_the_page_to_the_general_extractor() -> None:
    moved = VNEXPRESS.replace('<article class="fck_detail">', '<article class="fck_detail"></article><article class="new">')
    assert {FIRST, SECOND, THIRD} <= set(read(moved).text.split("\n"))


def test_a_rule_that_finds_too_little_is_dropped() -> None:
    more = "".join(f"<p>Ý kiến thứ {k} tại hội nghị nêu rõ việc cần làm ngay ở từng cấp ủy trực thuộc Tỉnh ủy.</p>" for k in range(20))
    broken = EPI.replace('<table class="picture">', f"</div><article><p>{SECOND}</p>{more}</article><div>", 1)
    assert "Ý kiến thứ 19" in read(broken).text


def test_readers_comments_do_not_outweigh_a_rule() -> None:
    talk = "".join(f"<p class='full_content'>{COMMENT} Ý kiến thứ {k} của bạn đọc về bài này cũng dài như vậy.</p>" for k in range(40))
    assert facts(read(VNEXPRESS.replace('<div class="box_comment">', f'<div class="box_comment">{talk}'))) == WHOLE


def test_a_lead_that_the_body_repeats_comes_once() -> None:
    found = read(EPI.replace(f"<p>{FIRST}</p>", f"<p><strong>{SAPO}</strong></p><p>{FIRST}</p>"))
    assert found.text == "\n".join(BODY)


def test_the_paper_s_own_prefix_stays() -> None:
    assert read(EPI.replace(SAPO, f"NDO - {SAPO}")).text.startswith(f"NDO - {SAPO}")


def test_tables_and_lists_of_the_body_stay() -> None:
    rows_ = "<table><tr><th>Huyện</th><th>Đầu mối</th></tr><tr><td>Lâm Hà</td><td>12</td></tr></table><ul><li>Một</li><li>Hai</li></ul>"
    text = read(EPI.replace(f"<p>{FIRST}</p>", f"<p>{FIRST}</p>{rows_}")).text
    assert f"{FIRST}\nHuyện | Đầu mối\nLâm Hà | 12\nMột\nHai\n" in text


def test_a_table_of_facts_in_a_figure_stays() -> None:
    figure = "<figure class='table'><table><tr><td>Lâm Hà</td><td>12</td></tr></table><figcaption>Bảng 1</figcaption></figure>"
    assert "\nLâm Hà | 12\n" in read(EPI.replace(f"<p>{FIRST}</p>", f"<p>{FIRST}</p>{figure}")).text


def test_an_article_laid_out_in_a_table_with_a_picture_stays() -> None:
    page = SHAPED["vnpt"].replace(f"<p>{FIRST}</p>", f"<table><tr><td><p>{FIRST}</p>").replace("</strong></p></div>", "</strong></p></td></tr></table></div>")
    assert read(page).text == "\n".join(BODY)


def test_metadata_goes_before_the_page_s_face() -> None:
    head = "<meta property='article:published_time' content='2024-03-06T08:00:00+07:00'>"
    assert read(VNEXPRESS.replace("</head>", f"{head}</head>")).published == "2024-03-06T08:00:00+07:00"


@pytest.mark.parametrize(("depth", "whole"), [(100, True), (5000, False)])  # the parser gives up somewhere between
def test_nesting_is_no_fault(depth: int, whole: bool) -> None:
    deep = EPI.replace(f"<p>{FIRST}</p>", f"{'<div>' * depth}{FIRST}{'</div>' * depth}")
    assert read(deep).text and (not whole or read(deep).text == "\n".join(BODY))
