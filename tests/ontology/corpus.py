"""A small hand-made corpus: ten invented articles about real papers and posts. The sentences are ours."""

from __future__ import annotations

from collections.abc import Callable

from tests.ontology.telling import Telling

from vankien.ontology import iri
from vankien.ontology.nouns import Article, Extraction, Mention

CENTRAL = iri.body("Ban Chấp hành Trung ương Đảng")
PROVINCE = iri.body("Tỉnh ủy Phú Thọ")
POLITBURO = iri.body("Bộ Chính trị")
SECRETARIAT = iri.body("Ban Bí thư")
INSPECTION = iri.body("Ủy ban Kiểm tra Trung ương")
BLOC = iri.body("Đảng ủy Khối các cơ quan Trung ương")
SECRETARY = iri.post("Bí thư", BLOC)
PROPAGANDA = iri.post("Trưởng ban Tuyên giáo", BLOC)
MEMBER = iri.post("Ủy viên", CENTRAL)
CT05_XII = iri.document("CT", "05", "TW", "XII")
CT05_XIII = iri.document("CT", "05", "TW", "XIII")
KL01 = iri.document("KL", "01", "TW", "XIII")
KL21 = iri.document("KL", "21", "TW", "XIII")
QD37 = iri.document("QĐ", "37", "TW", "XIII")
QD47 = iri.document("QĐ", "47", "TW", "XI")
HD02 = iri.document("HD", "02", "UBKTTW", "XIII")
NQ18 = iri.document("NQ", "18", "TW", "XIII")
CTR05 = iri.document("CTr", "05", "TU", "XIX")
KH02 = iri.document("KH", "02", "ĐU", "I")
LAND_LAW = iri.named_document("Luật Đất đai 2024")
TESTAMENT = iri.named_document("Di chúc của Chủ tịch Hồ Chí Minh")
PLENUM4 = iri.event("plenum", "Hội nghị Trung ương 4 khóa XIII")
FESTIVAL = iri.event("anniversary", "kỷ niệm 55 năm thực hiện Di chúc", "khối")


def bloc(t: Telling) -> None:
    t.name("Body", "PartyCommittee", BLOC, "Đảng ủy Khối các cơ quan Trung ương", "Đảng ủy Khối")


def politburo(t: Telling, *surfaces: str) -> None:
    t.name("Body", "Politburo", POLITBURO, "Bộ Chính trị", *surfaces)


def secretary(t: Telling, *surfaces: str) -> None:
    t.name("Post", "Post", SECRETARY, "Bí thư Đảng ủy Khối các cơ quan Trung ương", *surfaces)


def gathering() -> Extraction:
    """January 2024: two office-holders, a planned anniversary, a thematic year, a loose reference."""
    text = (
        "Buổi gặp mặt đầu năm do Bí thư Đảng ủy Khối Nguyễn Văn Thể chủ trì; Trưởng ban Tuyên giáo Hà Thị Trang trình bày "
        "kết quả năm qua. Kết luận 01-KL/TW yêu cầu tiếp tục thực hiện Chỉ thị 05. Tháng 5/2024 dự kiến kỷ niệm 55 năm "
        "thực hiện Di chúc. Năm 2023 mang chủ đề Năm tăng cường công tác kiểm tra. Đảng ủy Khối tiếp tục thực hiện "
        "Nghị quyết Trung ương 4 khóa XIII."
    )
    t = Telling(Article("gap-mat", text, "Đầu xuân gặp mặt", "2024-01-24T18:27:00+07:00", "tuyengiao.vn"))
    bloc(t)
    secretary(t, "Bí thư Đảng ủy Khối")
    t.name("Post", "Post", PROPAGANDA, "Trưởng ban Tuyên giáo Đảng ủy Khối", "Trưởng ban Tuyên giáo")
    the, trang = t.person("Nguyễn Văn Thể"), t.person("Hà Thị Trang")
    t.name("Event", "Meeting", iri.event("meeting", "Buổi gặp mặt đầu năm", "gap-mat"), "Buổi gặp mặt đầu năm",
           "Buổi gặp mặt đầu năm", kind="meeting", status="held", date="2024-01")
    t.name("Document", "Conclusion", KL01, "Kết luận 01-KL/TW", "Kết luận 01-KL/TW", inferred=("date",), kind="Kết luận",
           letters="KL", number="01", issuerCode="TW", term="XIII", date="2021-05-18")
    t.name("Document", "Directive", CT05_XII, "Chỉ thị 05-CT/TW", "Chỉ thị 05", kind="Chỉ thị", letters="CT", number="05",
           issuerCode="TW", term="XII", date="2016-05-15", inferred=("date", "term"))
    loose = t.name("Document", "Resolution", iri.named_document("Nghị quyết Trung ương 4 khóa XIII", "gap-mat"),
                   "Nghị quyết Trung ương 4 khóa XIII", "Nghị quyết Trung ương 4 khóa XIII", kind="Nghị quyết",
                   loose=True, candidates=[KL21])
    t.name("Document", "Testament", TESTAMENT, "Di chúc của Chủ tịch Hồ Chí Minh", "Di chúc")
    t.name("Event", "Anniversary", FESTIVAL, "kỷ niệm 55 năm thực hiện Di chúc", "kỷ niệm 55 năm thực hiện Di chúc",
           kind="anniversary", status="planned", date="2024-05", years=55, baseYear=1969)
    year = t.name("Event", "ThematicYear", iri.event("campaign", "Năm tăng cường công tác kiểm tra", "gap-mat"),
                  "Năm tăng cường công tác kiểm tra", "Năm tăng cường công tác kiểm tra", kind="campaign", status="held",
                  date="2023")
    meeting = iri.event("meeting", "Buổi gặp mặt đầu năm", "gap-mat")
    t.say(the, "holdsPost", SECRETARY, "Bí thư Đảng ủy Khối Nguyễn Văn Thể", status="current")
    t.say(trang, "holdsPost", PROPAGANDA, "Trưởng ban Tuyên giáo Hà Thị Trang", status="current")
    t.say(SECRETARY, "postIn", BLOC, "Bí thư Đảng ủy Khối")
    t.say(PROPAGANDA, "postIn", BLOC, "Trưởng ban Tuyên giáo", "inferred")
    t.say(meeting, "participant", the, "Nguyễn Văn Thể chủ trì", role="chair")
    t.say(meeting, "participant", trang, "Hà Thị Trang trình bày", role="presenter")
    t.say(KL01, "continues", CT05_XII, "Kết luận 01-KL/TW yêu cầu tiếp tục thực hiện Chỉ thị 05")
    t.say(FESTIVAL, "commemorates", TESTAMENT, "kỷ niệm 55 năm thực hiện Di chúc")
    t.say(FESTIVAL, "participant", the, "dự kiến kỷ niệm", role="attendee")
    t.say(year, "organisedBy", BLOC, "Năm tăng cường công tác kiểm tra", "inferred")
    t.say(BLOC, "implements", loose, "Đảng ủy Khối tiếp tục thực hiện Nghị quyết Trung ương 4", type="implements")
    return t.done()


def anniversary() -> Extraction:
    """May 2024: what was planned is held; the same two persons meet again."""
    text = (
        "Ngày 17/5/2024, lễ kỷ niệm 55 năm thực hiện Di chúc đã diễn ra. Đồng chí Nguyễn Văn Thể thay mặt Đảng ủy Khối phát "
        "biểu, đồng chí Hà Thị Trang dự. Dịp này, Đảng ủy Khối quán triệt Quy định 37-QĐ/TW."
    )
    t = Telling(Article("le-ky-niem", text, "Kỷ niệm thực hiện Di chúc", "2024-05-18", "nhandan.vn"))
    bloc(t)
    the, trang = t.person("Nguyễn Văn Thể"), t.person("Hà Thị Trang")
    t.name("Event", "Anniversary", FESTIVAL, "kỷ niệm 55 năm thực hiện Di chúc", "kỷ niệm 55 năm thực hiện Di chúc",
           kind="anniversary", status="held", date="2024-05-17", years=55)
    t.name("Document", "Regulation", QD37, "Quy định 37-QĐ/TW", "Quy định 37-QĐ/TW", kind="Quy định", letters="QĐ",
           number="37", issuerCode="TW", term="XIII", date="2021-10-25", inferred=("date",))
    t.say(FESTIVAL, "participant", the, "Nguyễn Văn Thể thay mặt Đảng ủy Khối phát biểu", role="speaker")
    t.say(FESTIVAL, "participant", trang, "Hà Thị Trang dự", role="attendee")
    t.say(the, "represents", BLOC, "Nguyễn Văn Thể thay mặt Đảng ủy Khối")
    t.say(BLOC, "implements", QD37, "Đảng ủy Khối quán triệt Quy định 37-QĐ/TW", type="studies")
    return t.done()


def poverty() -> Extraction:
    """July 2021: the other Chỉ thị 05, issued by the Secretariat."""
    text = "Ban Bí thư vừa ban hành Chỉ thị 05 về giảm nghèo bền vững. Chỉ thị 05 đặt mục tiêu đến năm 2030."
    t = Telling(Article("giam-ngheo", text, "Chỉ thị mới về giảm nghèo", "2021-07-01", "nhandan.vn"))
    t.name("Body", "Secretariat", SECRETARIAT, "Ban Bí thư", "Ban Bí thư")
    t.name("Document", "Directive", CT05_XIII, "Chỉ thị 05-CT/TW", kind="Chỉ thị", letters="CT", number="05",
           issuerCode="TW", term="XIII", date="2021-06-23", title="giảm nghèo bền vững")
    first = t.span("Chỉ thị 05")
    t.mentions += [Mention(first, "Document", (CT05_XIII,)),
                   Mention(t.span("Chỉ thị 05", first.end), "Document", (CT05_XIII,))]
    t.say(CT05_XIII, "issuedBy", SECRETARIAT, "Ban Bí thư vừa ban hành Chỉ thị 05")
    return t.done()


def change() -> Extraction:
    """October 2022: one secretary leaves, another is designated."""
    text = (
        "Bộ Chính trị chỉ định ông Nguyễn Văn Thể giữ chức Bí thư Đảng ủy Khối từ ngày 20/10, thay ông Huỳnh Tấn Việt, nguyên "
        "Bí thư. Bộ Chính trị cũng nêu Kết luận 21-KL/TW của Hội nghị Trung ương 4."
    )
    t = Telling(Article("nhan-su", text, "Nhân sự mới", "2022-10-21", "nhandan.vn"))
    bloc(t)
    politburo(t, "Bộ Chính trị")
    secretary(t, "Bí thư Đảng ủy Khối")
    the, viet = t.person("Nguyễn Văn Thể"), t.person("Huỳnh Tấn Việt")
    t.name("Document", "Conclusion", KL21, "Kết luận 21-KL/TW", "Kết luận 21-KL/TW", kind="Kết luận", letters="KL",
           number="21", issuerCode="TW", term="XIII", date="2021-10-25")
    t.name("Event", "Plenum", PLENUM4, "Hội nghị Trung ương 4 khóa XIII", "Hội nghị Trung ương 4", kind="plenum",
           status="held", ordinal="4", date="2021-10-04", endDate="2021-10-07")
    t.say(the, "holdsPost", SECRETARY, "Nguyễn Văn Thể giữ chức Bí thư Đảng ủy Khối", status="incoming")
    t.say(viet, "holdsPost", SECRETARY, "Huỳnh Tấn Việt, nguyên Bí thư", status="former")
    t.say(SECRETARY, "postIn", BLOC, "Bí thư Đảng ủy Khối")
    t.say(the, "personnelAct", SECRETARY, "Bộ Chính trị chỉ định ông Nguyễn Văn Thể", act="designate", by=POLITBURO,
          date="2022-10-20")
    t.say(KL21, "adoptedAt", PLENUM4, "Kết luận 21-KL/TW của Hội nghị Trung ương 4")
    return t.done()


def discipline() -> Extraction:
    """December 2022: two warnings decided, one only proposed."""
    text = (
        "Ủy ban Kiểm tra Trung ương thi hành kỷ luật cảnh cáo đối với ông Lê Văn Mẫu và bà Phạm Thị Ví; đề nghị Bộ Chính trị "
        "xem xét kỷ luật ông Đỗ Văn Dụ."
    )
    t = Telling(Article("ky-luat", text, "Thông báo kỳ họp", "2022-12-09", "nhandan.vn"))
    politburo(t, "Bộ Chính trị")
    t.name("Body", "InspectionCommission", INSPECTION, "Ủy ban Kiểm tra Trung ương", "Ủy ban Kiểm tra Trung ương")
    mau, vi, du = t.person("Lê Văn Mẫu"), t.person("Phạm Thị Ví"), t.person("Đỗ Văn Dụ")
    for who, words in ((mau, "kỷ luật cảnh cáo đối với ông Lê Văn Mẫu"), (vi, "bà Phạm Thị Ví")):
        t.say(who, "personnelAct", None, words, act="discipline", by=INSPECTION, measure="cảnh cáo")
    t.say(du, "personnelAct", None, "xem xét kỷ luật ông Đỗ Văn Dụ", act="proposeDiscipline", by=INSPECTION)
    return t.done()


def regulation() -> Extraction:
    """November 2021: a regulation replaces another, guidance follows; one day is misprinted."""
    text = (
        "Quy định 37-QĐ/TW ngày 26/10/2021 thay thế Quy định 47-QĐ/TW. Hướng dẫn 02-HD/UBKTTW hướng dẫn thực hiện Quy định "
        "37-QĐ/TW. Bộ Chính trị ban hành Chỉ thị 05-CT/TW từ năm 2016."
    )
    t = Telling(Article("quy-dinh", text, "Những điều đảng viên không được làm", "2021-11-30", "nhandan.vn"))
    politburo(t, "Bộ Chính trị")
    t.name("Document", "Regulation", QD37, "Quy định 37-QĐ/TW", "Quy định 37-QĐ/TW", kind="Quy định", letters="QĐ",
           number="37", issuerCode="TW", term="XIII", date="2021-10-26")
    t.name("Document", "Regulation", QD47, "Quy định 47-QĐ/TW", "Quy định 47-QĐ/TW", kind="Quy định", letters="QĐ",
           number="47", issuerCode="TW", term="XI", date="2011-11-01", inferred=("date", "term"))
    t.name("Document", "Guidance", HD02, "Hướng dẫn 02-HD/UBKTTW", "Hướng dẫn 02-HD/UBKTTW", kind="Hướng dẫn",
           letters="HD", number="02", issuerCode="UBKTTW", term="XIII", date="2021-11-29", inferred=("date", "term"))
    t.name("Document", "Directive", CT05_XII, "Chỉ thị 05-CT/TW", "Chỉ thị 05-CT/TW", kind="Chỉ thị", letters="CT",
           number="05", issuerCode="TW", term="XII", date="2016", inferred=("term",))
    t.say(QD37, "replaces", QD47, "Quy định 37-QĐ/TW ngày 26/10/2021 thay thế Quy định 47-QĐ/TW")
    t.say(HD02, "guides", QD37, "Hướng dẫn 02-HD/UBKTTW hướng dẫn thực hiện Quy định 37-QĐ/TW")
    t.say(CT05_XII, "issuedBy", POLITBURO, "Bộ Chính trị ban hành Chỉ thị 05-CT/TW")
    return t.done()


def law() -> Extraction:
    """February 2024: a law turns a resolution into law; a bare number stays open, a plan stays a plan."""
    text = (
        "Luật Đất đai 2024 thể chế hóa Nghị quyết 18-NQ/TW. Sắp tới tỉnh sẽ tổ chức hội nghị tập huấn về Nghị quyết 19 và "
        "Nghị quyết 18."
    )
    t = Telling(Article("dat-dai", text, "Luật mới", "2024-02-20", "nhandan.vn"))
    t.name("Document", "Law", LAND_LAW, "Luật Đất đai 2024", "Luật Đất đai 2024", kind="Luật", date="2024-01-18",
           inferred=("date",))
    t.name("Document", "Resolution", NQ18, "Nghị quyết 18-NQ/TW", "Nghị quyết 18-NQ/TW", kind="Nghị quyết", letters="NQ",
           number="18", issuerCode="TW", term="XIII", date="2022-06-16", inferred=("date", "term"))
    t.name("Document", "Resolution", iri.named_document("Nghị quyết 19", "dat-dai"), "Nghị quyết 19", "Nghị quyết 19",
           kind="Nghị quyết", letters="NQ", number="19",
           candidates=[iri.document("NQ", "19", "TW", "XII"), iri.document("NQ", "19", "TW", "XIII")])
    training = t.name("Event", "StudyConference", iri.event("conference", "hội nghị tập huấn", "dat-dai"),
                      "hội nghị tập huấn", "hội nghị tập huấn", kind="conference", status="planned")
    t.say(training, "implements", NQ18, "hội nghị tập huấn về Nghị quyết 19 và Nghị quyết 18", type="studies")
    t.say(LAND_LAW, "institutionalises", NQ18, "Luật Đất đai 2024 thể chế hóa Nghị quyết 18-NQ/TW")
    return t.done()


def reprint() -> Extraction:
    """The day after: another newspaper prints the same on the two warnings."""
    text = "Ủy ban Kiểm tra Trung ương thi hành kỷ luật cảnh cáo đối với ông Lê Văn Mẫu và bà Phạm Thị Ví."
    t = Telling(Article("ky-luat-lai", text, "Kỷ luật hai cán bộ", "2022-12-10", "tuyengiao.vn"))
    t.name("Body", "InspectionCommission", INSPECTION, "Ủy ban Kiểm tra Trung ương", "Ủy ban Kiểm tra Trung ương")
    mau, vi = t.person("Lê Văn Mẫu"), t.person("Phạm Thị Ví")
    for who, words in ((mau, "kỷ luật cảnh cáo đối với ông Lê Văn Mẫu"), (vi, "bà Phạm Thị Ví")):
        t.say(who, "personnelAct", None, words, act="discipline", by=INSPECTION, measure="cảnh cáo")
    return t.done()


def decision() -> Extraction:
    """March 2023: what was proposed is decided, another proposal is made; one act with its three days."""
    text = (
        "Ngày 1/3, Bộ Chính trị kỷ luật khiển trách ông Đỗ Văn Dụ, nguyên Trưởng ban Tuyên giáo Đảng ủy Khối; Ủy ban Kiểm tra "
        "Trung ương đề nghị kỷ luật ông Trịnh Văn Thử. Ủy viên Trung ương Đảng, Bí thư Đảng ủy Khối Nguyễn Văn Thể ngày 3/3 "
        "công bố quyết định ký ngày 28/2 phân công bà Hà Thị Trang giữ chức Trưởng ban Tuyên giáo từ ngày 1/3."
    )
    t = Telling(Article("quyet-dinh", text, "Quyết định mới", "2023-03-04", "nhandan.vn"))
    politburo(t, "Bộ Chính trị")
    t.name("Body", "InspectionCommission", INSPECTION, "Ủy ban Kiểm tra Trung ương", "Ủy ban Kiểm tra Trung ương")
    bloc(t)
    secretary(t, "Bí thư Đảng ủy Khối")
    t.name("Post", "Post", PROPAGANDA, "Trưởng ban Tuyên giáo Đảng ủy Khối", "Trưởng ban Tuyên giáo Đảng ủy Khối")
    t.name("Post", "Post", MEMBER, "Ủy viên Ban Chấp hành Trung ương Đảng", "Ủy viên Trung ương Đảng")
    du, thu = t.person("Đỗ Văn Dụ"), t.person("Trịnh Văn Thử")
    the, trang = t.person("Nguyễn Văn Thể"), t.person("Hà Thị Trang")
    t.say(du, "personnelAct", None, "Bộ Chính trị kỷ luật khiển trách ông Đỗ Văn Dụ", act="discipline", by=POLITBURO,
          measure="khiển trách", date="2023-03-01")
    t.say(du, "holdsPost", PROPAGANDA, "Đỗ Văn Dụ, nguyên Trưởng ban Tuyên giáo", status="former")
    t.say(thu, "personnelAct", None, "đề nghị kỷ luật ông Trịnh Văn Thử", act="proposeDiscipline", by=INSPECTION)
    t.say(the, "holdsPost", MEMBER, "Ủy viên Trung ương Đảng, Bí thư Đảng ủy Khối Nguyễn Văn Thể", status="current")
    t.say(the, "holdsPost", SECRETARY, "Bí thư Đảng ủy Khối Nguyễn Văn Thể", status="current")
    t.say(trang, "holdsPost", PROPAGANDA, "Hà Thị Trang giữ chức Trưởng ban Tuyên giáo", status="incoming")
    t.say(SECRETARY, "postIn", BLOC, "Bí thư Đảng ủy Khối")
    t.say(PROPAGANDA, "postIn", BLOC, "Trưởng ban Tuyên giáo Đảng ủy Khối")
    t.say(trang, "personnelAct", PROPAGANDA, "phân công bà Hà Thị Trang", act="assign", date="2023-02-28",
          effectiveFrom="2023-03-01", announcedOn="2023-03-03")
    return t.done()


def programme() -> Extraction:
    """September 2022: from a commune's plan over a province's programme, given in full, up to a central resolution."""
    text = (
        "Chương trình hành động 05-CTr/TU ngày 15/9/2022 của Tỉnh ủy Phú Thọ thực hiện Nghị quyết 18-NQ/TW. Kế hoạch 02-KH/ĐU "
        "thực hiện Chương trình hành động 05-CTr/TU. Nơi nhận: Ban Bí thư. Bùi Thị Ký"
    )
    t = Telling(Article("chuong-trinh", text, "Đưa nghị quyết về cơ sở", "2022-09-20", "tuyengiao.vn"))
    t.name("Body", "PartyCommittee", PROVINCE, "Tỉnh ủy Phú Thọ", "Tỉnh ủy Phú Thọ")
    t.name("Document", "ActionProgramme", CTR05, "Chương trình hành động 05-CTr/TU", "Chương trình hành động 05-CTr/TU",
           kind="Chương trình hành động", letters="CTr", number="05", issuerCode="TU", date="2022-09-15")
    t.name("Document", "Plan", KH02, "Kế hoạch 02-KH/ĐU", "Kế hoạch 02-KH/ĐU", kind="Kế hoạch", letters="KH", number="02",
           issuerCode="ĐU")
    t.name("Document", "Resolution", NQ18, "Nghị quyết 18-NQ/TW", "Nghị quyết 18-NQ/TW", kind="Nghị quyết", letters="NQ",
           number="18", issuerCode="TW", term="XIII", date="2022-06-16", inferred=("date", "term"))
    t.say(CTR05, "issuedBy", PROVINCE, "Chương trình hành động 05-CTr/TU ngày 15/9/2022 của Tỉnh ủy Phú Thọ")
    t.say(CTR05, "implements", NQ18, "của Tỉnh ủy Phú Thọ thực hiện Nghị quyết 18-NQ/TW", type="implements")
    t.say(KH02, "implements", CTR05, "Kế hoạch 02-KH/ĐU thực hiện Chương trình hành động", type="implements")
    t.name("Body", "Secretariat", SECRETARIAT, "Ban Bí thư", "Ban Bí thư")
    t.say(iri.article("chuong-trinh"), "textOf", CTR05, "Chương trình hành động 05-CTr/TU ngày 15/9/2022")
    t.say(CTR05, "sentTo", SECRETARIAT, "Nơi nhận: Ban Bí thư")
    t.say(CTR05, "signedBy", t.person("Bùi Thị Ký"), "Bùi Thị Ký")
    return t.done()


REPRINTS = {"ky-luat-lai": "ky-luat"}
"""Articles that tell the story of another."""

TELLERS: tuple[Callable[[], Extraction], ...] = (
    gathering, anniversary, poverty, change, discipline, regulation, law, reprint, decision, programme
)
