"""The examples read without a fault, with the metadata that their pages show, and are listed in their README."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from vankien.extractors.readers import read
from vankien.ontology.nouns import Article

HTML = "https://trangtin.example/xay-dung-dang/hoc-tap-nghi-quyet-59-70-71-72-4417.html"
# id, publication, section, byline
META = [
    ("2021-05-21-so-ket-5-nam-chi-thi-05.txt", "2021-05-21T07:50+07:00", "", "Thanh Phương"),
    ("2021-11-26-trang-hoc-tap-ket-luan-21-quy-dinh-37.txt", "2021-11-26T15:40+07:00", "Xây dựng Đảng", "Mai Hiên"),
    ("2023-06-14-dieu-dong-phan-cong-bo-nhiem.txt", "2023-06-14T16:20+07:00", "Nhân sự mới", "Hồng Duyên"),
    ("2024-01-30-trang-gap-mat-bao-chi.txt", "2024-01-30T17:12+07:00", "Tuyên giáo các cấp", "Lan Nhi"),
    ("2024-04-17-doan-kiem-tra-so-3.txt", "2024-04-17T18:05+07:00", "Kiểm tra, giám sát", "Minh Tú"),
    ("2024-07-12-de-nghi-thi-hanh-ky-luat.txt", "", "", ""),
    ("2024-08-09-thi-hanh-ky-luat.txt", "2024-08-09T10:15+07:00", "", "PV"),
    ("2024-10-22-tong-ket-chuong-trinh-phoi-hop.txt", "2024-10-22T14:10+07:00", "", "Hồng Duyên"),
    ("2024-11-05-chung-ket-cuoc-thi-tuoi-tre.txt", "2024-11-05T16:30+07:00", "Tuổi trẻ", "Trúc Quỳnh"),
    ("2025-02-10-hop-nhat-ban-tuyen-giao-va-dan-van.txt", "2025-02-10T17:48+07:00", "", "Thanh Phương"),
    ("2025-07-03-cong-bo-nhan-su-tinh-phu-tho.txt", "2025-07-03T09:20+07:00", "", "Việt Hà"),
    ("2025-08-15-dai-hoi-dang-bo-xa-van-linh.txt", "2025-08-15T08:00+07:00", "", "Việt Hà"),
    (HTML, "2025-10-09T17:25:00+07:00", "Xây dựng Đảng", "Việt Hà"),
    ("tin-2006-11-21", "2006-11-21", "", ""),
    ("tin-2023-08-30", "2023-08-30T16:05:00+07:00", "", ""),
    ("tin-2024-12-31", "2024-12-31", "", ""),
    ("ban-tin-ngan.jsonl#4", "", "", ""),
]


@pytest.fixture(scope="module")
def articles(root: Path) -> dict[str, Article]:
    found = list(read(root / "examples"))
    assert all(isinstance(item, Article) for item in found), found
    return {item.id: item for item in found if isinstance(item, Article)}


def test_each_is_read_once(articles: dict[str, Article]) -> None:
    assert list(articles) == [row[0] for row in META]


@pytest.mark.parametrize(("id", "published", "section", "byline"), META)
def test_metadata(articles: dict[str, Article], id: str, published: str, section: str, byline: str) -> None:
    found = articles[id]
    assert (found.published, found.section, found.byline) == (published, section, byline)


def test_pages_end_where_their_body_ends(articles: dict[str, Article]) -> None:
    for found in articles.values():
        assert found.text.endswith("."), found.id
        assert not {"Phản hồi", "Các tin khác", "Mới nhất", "Tin liên quan"} & set(found.text.split("\n")), found.id


def test_html_holds_the_body_alone(articles: dict[str, Article]) -> None:
    page = articles[HTML]
    assert page.text.count("\n") == 4
    assert page.text.startswith("Ngày 9/10, Ban Thường vụ Tỉnh ủy Phú Thọ")
    assert not [word for word in ("Ảnh:", "Điểm cầu xã Vân Lĩnh theo dõi", "Trang chủ") if word in page.text]


def test_spellings_they_are_there_for(articles: dict[str, Article]) -> None:
    old = articles["tin-2006-11-21"].text
    assert "CT/T.Ư" in old and "\u00d0" in old and "uỷ" in old
    assert not unicodedata.is_normalized("NFC", articles["tin-2023-08-30"].text)


def test_readme_lists_every_file(root: Path) -> None:
    readme = (root / "examples" / "README.md").read_text(encoding="utf-8")
    listed = [line.split("`")[1] for line in readme.splitlines() if line.startswith("| `")]
    assert listed == sorted(path.name for path in (root / "examples").iterdir() if path.name != "README.md")
