"""Old encodings: what is written in one is read as it was meant, and nothing else is ever taken for one."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.old_letters import shown, written

from vankien.extractors.readers.encodings import NAMES, from_font, from_fonts, garbled, recognised, repaired
from vankien.extractors.readers.encodings.syllables import well_formed
from vankien.extractors.readers.tables import rows

NATION = "Cộng hòa xã hội chủ nghĩa Việt Nam"
TEXT = (
    "Sáng 5/3, Ban Thường vụ Huyện ủy Lâm Sơn họp bàn giải pháp phát triển đảng viên ở các xã khó khăn. "
    "Cuộc họp thống nhất giao Ban Tổ chức Huyện ủy theo dõi việc thực hiện đến hết quý III."
)
DOUBLED = "UTF-8 read as windows-1252"


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("TCVN3", "Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc".encode("latin-1")),
        ("VNI", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp - Töï do - Haïnh phuùc".encode("latin-1")),
        ("VISCII", b"C\xb5ng h\xf2a x\xe3 h\xb5i ch\xfc ngh\xeea Vi\xaet Nam\n\xd0\xb5c l\xa7p - T\xf1 do - H\xd5nh ph\xfac"),
        (
            "windows-1258",
            b"C\xf4\xf2ng ho\xcca xa\xde h\xf4\xf2i chu\xd2 nghi\xdea Vi\xea\xf2t Nam\n"
            b"\xd0\xf4\xf2c l\xe2\xf2p - T\xfd\xf2 do - Ha\xf2nh phu\xecc",
        ),
    ],
)
def test_known_bytes(encoding: str, content: bytes) -> None:
    found = recognised(content)
    assert (found.name, found.text) == (encoding, f"{NATION}\nĐộc lập - Tự do - Hạnh phúc")


def test_what_two_encodings_explain_is_refused() -> None:
    found = recognised(b"C\xb5ng h\xf2a x\xe3 h\xb5i ch\xfc ngh\xeea Vi\xaet Nam")  # as TCVN3: Càng hũa xó hài chỹ ...
    assert (found.name, found.rivals) == ("", ("TCVN3", "VISCII"))


@pytest.mark.parametrize("encoding", NAMES)
def test_a_text_comes_back(encoding: str) -> None:
    assert recognised(written(TEXT, encoding)).text == TEXT


# Syllables with one marked letter at least; the pool has every tone and every marked vowel.
POOL = (
    "đảng ủy tỉnh huyện hội nghị quyết định bộ chính trị về công tác cán nhân dân thực hiện nhiệm kỳ thứ mười ba nước những"
    " người đồng chí phó bí thư ở lớp bồi dưỡng nghiệp vụ lãnh đạo bằng cấp nữ trẻ nhất giữa mỗi kỷ luật chặt chẽ hẳn mẫu"
).split()
MARKED = [syllable for syllable in POOL if not syllable.isascii()]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(MARKED), min_size=40, max_size=120), st.sampled_from(NAMES))
def test_any_text_of_forty_marked_words_comes_back(words: list[str], encoding: str) -> None:
    text = " ".join(words)
    found = recognised(written(text, encoding))
    assert (found.name, found.text) in {(encoding, text), ("", "")}
    if len(set(words)) > 20:  # of few different words, two readings may be good by chance: then refused
        assert found.name == encoding


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(POOL), max_size=40), st.sampled_from(NAMES))
def test_a_short_text_is_read_rightly_or_refused(words: list[str], encoding: str) -> None:
    text = " ".join(words)
    assert recognised(written(text, encoding)).text in (text, "")


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=300))
def test_any_text_stays_or_is_explained(text: str) -> None:
    assert repaired(text) == text or garbled(text).name or "\n" in text


FOREIGN = [
    "Le comité a été réuni à l'hôtel de ville où le député a présenté ses idées, très appréciées là-bas.",
    "Der Ausschuß für Öffentlichkeit prüfte die Anträge, während die Gäste höflich zuhörten.",
    "El señor presidente pidió más atención; después habló el ministro sobre la situación económica.",
    "A reunião não começou às três, porque o secretário ainda não tinha chegado à sessão.",
    "Nämnden sammanträdde på fredagen för att gå igenom förslaget från länsstyrelsen.",
    "là où dé thé où là",
    "naïve café façade",
]


@pytest.mark.parametrize("text", FOREIGN)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "iso8859-15", "cp1254"])
def test_western_text_is_never_taken_for_vietnamese(text: str, encoding: str) -> None:
    assert recognised(text.encode(encoding)).name == ""
    assert repaired(text) == text


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_sound_text_stays(form: str) -> None:
    text = unicodedata.normalize(form, f"{TEXT} Khu Âu Cơ, tổ «Đoàn kết» – 25°C, 12 m², 5·10³; café, Đ/c Ê-đê.")  # type: ignore[arg-type]
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("given", "name", "meant"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "TCVN3", NATION),
        ("Céng hßa x∙ héi chñ nghÜa ViÖt Nam", "TCVN3", NATION),  # · copied as the bullet operator
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI", NATION),
        ("NGHÒ QUYEÁT CUÛA ÑAÛNG UÛY XAÕ", "VNI", "NGHỊ QUYẾT CỦA ĐẢNG ỦY XÃ"),
        ("NGHÞ QUYÕT CñA §¶NG ñY X· L¢M S¥N", "TCVN3", "NGHỊ QUYẾT CỦA ĐẢNG ỦY XÃ LÂM SƠN"),  # typed in capitals
        (shown(TEXT.encode()), DOUBLED, TEXT),
        (shown(shown(TEXT.encode()).encode()), DOUBLED, TEXT),  # twice
        (shown(TEXT.encode()).replace("\u00a0", " ").replace("\u0090", ""), DOUBLED, TEXT),  # what copying loses
        (shown("Bí thư Tỉnh ủy chỉ đạo các cấp ủy".encode()).replace("\u00ad", ""), "", None),  # í lost: not to be guessed
        (written(TEXT, "TCVN3").decode("cp1258"), "TCVN3", TEXT),  # opened on Vietnamese Windows
        ("bé là", "", None),
        ("µ", "", None),
        ("", "", None),
    ],
)
def test_garbled_text(given: str, name: str, meant: str | None) -> None:
    assert garbled(given).name == name
    assert repaired(given) == (given if meant is None else meant)


def test_a_text_whose_soft_hyphens_were_dropped_is_left_alone() -> None:
    long = f"{TEXT} Đại hội được tổ chức trước ngày 15/6, người dự là những đảng viên tiêu biểu của các chi bộ. " * 3
    whole = shown(written(long, "TCVN3"))
    assert repaired(whole).split() == long.split()
    assert repaired(whole.replace("\u00ad", "")) == whole.replace("\u00ad", ""), "ngời and đợc would be wrong words"
    assert recognised(written(long, "TCVN3").replace(b"\xad", b"")).name == ""


def test_sound_and_garbled_lines_side_by_side() -> None:
    before, middle, after = "Đảng ủy xã Lâm Sơn họp.", "Céng hßa x· héi chñ nghÜa ViÖt Nam\nHµ Néi", "Bí thư kết luận: café."
    assert repaired(f"{before}\n{middle}\n{after}") == f"{before}\n{NATION}\nHà Nội\n{after}"


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [
        ("§¶ng céng s¶n", ".VnTime", "Đảng cộng sản"),
        ("§¶ng céng s¶n", ".VNARIALH", "ĐẢNG CỘNG SẢN"),
        ("§¶ng", "ABCDEF+.VnTimeH-Bold", "ĐẢNG"),
        ("§¶ng", ".VnTime,BoldItalic", "Đảng"),
        ("\uf0a7\uf0b6ng", ".VnTime", "Đảng"),  # as symbol fonts are stored
        ("Ñaûng", "VNI-Times", "Đảng"),
        ("Ñaûng", "vni-helve bold", "Đảng"),
        ("Ñaûng", "Arial", "Ñaûng"),
        ("Đảng", ".VnTime", "Đảng"),  # Unicode under a font that stayed behind
        ("1930", ".VnTimeH", "1930"),
        ("", ".VnTime", ""),
    ],
)
def test_text_in_a_font(text: str, font: str, seen: str) -> None:
    assert from_font(text, font) == seen


def test_a_letter_parted_between_two_runs() -> None:
    assert from_fonts([("Ta", "VNI-Times"), ("ïp chí ", "VNI-Times Bold"), ("Cé", ".VnTime"), ("ng s¶n", ".VnTime")]) == "Tạp chí Cộng sản"


def test_tables_are_sorted_and_hold_each_letter_once() -> None:
    for name, key, letters in (("tcvn3", "byte", 74), ("vni", "written", 134), ("viscii", "byte", 134)):
        table = rows(f"encodings/{name}.tsv")
        keys = [row[key] for row in table]
        assert keys == sorted(set(keys)), name
        assert len({row["letter"] for row in table}) == len(table) == letters, name
        assert all(unicodedata.is_normalized("NFC", row["letter"]) for row in table), name
    fonts = [row["begin"] for row in rows("encodings/fonts.tsv")]
    assert fonts == sorted(set(fonts)) and all(row["source"] for row in rows("encodings/fonts.tsv"))
    syllables = [(row["part"], row["written"]) for row in rows("encodings/syllables.tsv")]
    assert syllables == sorted(set(syllables))


@pytest.mark.parametrize(("name", "charset"), [("tcvn3", "TCVN5712-1"), ("viscii", "VISCII")])
def test_tables_agree_with_the_c_library(name: str, charset: str) -> None:
    iconv = shutil.which("iconv")
    known = subprocess.run([iconv, "-l"], capture_output=True, text=True, check=False).stdout if iconv else ""
    if charset not in known:
        pytest.skip(f"iconv of this machine does not know {charset}")
    for row in rows(f"encodings/{name}.tsv"):
        content = bytes.fromhex(row["byte"]) + b" "  # the blank: TCVN waits for a combining mark
        done = subprocess.run([str(iconv), "-f", charset, "-t", "UTF-8"], input=content, capture_output=True, check=True)
        assert done.stdout.decode() == f"{row['letter']} ", row


@pytest.mark.parametrize("row", rows("encodings/syllables.tsv"), ids=lambda row: f"{row['part']} {row['written']}")
def test_each_part_of_a_syllable_has_its_example(row: dict[str, str]) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", row["example"]) if c not in "\u0300\u0301\u0303\u0309\u0323")
    example, part = unicodedata.normalize("NFC", bare), row["written"]
    assert well_formed(row["example"])
    assert example.startswith(part) if row["part"] == "onset" else example.endswith(part)


@pytest.mark.parametrize("word", ["café", "đđ", "kằ", "tơch", "việtt", "cać", "mot", "đềlà", "HOà", "hộí", "µ", ""])
def test_what_is_no_syllable(word: str) -> None:
    assert not well_formed(word)


@pytest.mark.parametrize("word", ["ắc", "hợt", "ngế", "quốc", "gì", "giếng", "UỶ", "Ủy", "khuỷu", "ở", "nghiêng", "huyễn"])
def test_what_may_be_a_syllable(word: str) -> None:
    assert well_formed(word)


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, unicodedata.normalize("NFC", text).lower()))


def articles(shared: Path, most: int) -> Iterator[str]:
    with gzip.open(shared / "corpus" / "party-articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line, _ in zip(lines, range(most), strict=False):
            yield json.loads(line)["text"]


def test_real_articles_stay_and_come_back(shared: Path) -> None:
    refused = 0
    for text in articles(shared, 40):
        assert repaired(text) == text
        assert repaired(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFD", text)
        for encoding in NAMES:
            found = recognised(written(text, encoding))
            assert found.name in (encoding, ""), f"{encoding} taken for {found.name}: {text[:60]}"
            refused += not found.name
            if found.name and b"?" not in written(text.replace("?", ""), encoding):  # all of it can be written
                assert letters(found.text) == letters(text)
    assert refused <= 4, "of 160 files"
