"""Every row that each competency question must give on the hand-made corpus, read off its sentences."""

from __future__ import annotations

from collections.abc import Sequence

Row = tuple[str | None, ...]

BLOC = "Đảng ủy Khối các cơ quan Trung ương"
SECRETARY = "Bí thư Đảng ủy Khối các cơ quan Trung ương"
PROPAGANDA = "Trưởng ban Tuyên giáo Đảng ủy Khối"
FESTIVAL = "kỷ niệm 55 năm thực hiện Di chúc"
PROGRAMME = "Chương trình hành động 05-CTr/TU"
UBKT = "Ủy ban Kiểm tra Trung ương"
BODIES = "https://w3id.org/vankien/id/body/"

ROWS: dict[str, Sequence[Row]] = {
    "post-holders": [
        (BLOC, SECRETARY, "Nguyễn Văn Thể", "2022-10-21", "2024-01-24", "3"),
        (BLOC, PROPAGANDA, "Hà Thị Trang", "2023-03-04", "2024-01-24", "2"),
    ],
    "careers": [
        ("Huỳnh Tấn Việt", SECRETARY, BLOC, "former", "2022-10-21", "2022-10-21", "1"),
        ("Hà Thị Trang", PROPAGANDA, BLOC, "incoming", "2023-03-04", "2023-03-04", "1"),
        ("Hà Thị Trang", PROPAGANDA, BLOC, "current", "2024-01-24", "2024-01-24", "1"),
        ("Nguyễn Văn Thể", SECRETARY, BLOC, "incoming", "2022-10-21", "2022-10-21", "1"),
        ("Nguyễn Văn Thể", SECRETARY, BLOC, "current", "2023-03-04", "2024-01-24", "2"),
        ("Nguyễn Văn Thể", "Ủy viên Ban Chấp hành Trung ương Đảng", None, "current", "2023-03-04", "2023-03-04", "1"),
        ("Đỗ Văn Dụ", PROPAGANDA, BLOC, "former", "2023-03-04", "2023-03-04", "1"),
    ],
    "documents-by-issuer": [
        ("Ban Bí thư", "Chỉ thị 05-CT/TW", "2021-06-23", "1"),
        ("Bộ Chính trị", "Chỉ thị 05-CT/TW", "2016-05-15", "2"),
        ("Tỉnh ủy Phú Thọ", PROGRAMME, "2022-09-15", "1"),
    ],
    "document-relations": [
        (PROGRAMME, "implements", "Kế hoạch 02-KH/ĐU", "1"),
        ("Chỉ thị 05-CT/TW", "continues", "Kết luận 01-KL/TW", "1"),
        ("Nghị quyết 18-NQ/TW", "implements", PROGRAMME, "1"),
        ("Nghị quyết 18-NQ/TW", "institutionalises", "Luật Đất đai 2024", "1"),
        ("Nghị quyết 18-NQ/TW", "studies", "hội nghị tập huấn", "1"),
        ("Quy định 37-QĐ/TW", "guides", "Hướng dẫn 02-HD/UBKTTW", "1"),
        ("Quy định 37-QĐ/TW", "studies", BLOC, "1"),
        ("Quy định 47-QĐ/TW", "replaces", "Quy định 37-QĐ/TW", "1"),
    ],
    "same-bare-name": [  # two directives of one label: only the term tells them apart
        ("Chỉ thị 05", "Chỉ thị 05-CT/TW", "XII", "1", "1"),
        ("Chỉ thị 05", "Chỉ thị 05-CT/TW", "XIII", "2", "1"),
    ],
    "document-chains": [  # both days that sources give stand side by side
        ("Kết luận 01-KL/TW", "2021-05-18", "Chỉ thị 05-CT/TW", "2016-05-15"),
        ("Quy định 37-QĐ/TW", "2021-10-25", "Quy định 47-QĐ/TW", "2011-11-01"),
        ("Quy định 37-QĐ/TW", "2021-10-26", "Quy định 47-QĐ/TW", "2011-11-01"),
    ],
    "planned-events": [("hội nghị tập huấn", "conference", None, "Luật mới", "2024-02-20")],
    "plans-and-outcomes": [(FESTIVAL, "2024-01-24", "2024-05", "2024-05-18", "2024-05-17", None)],
    "event-participants": [  # whom the plan expected as a guest is no guest
        ("Buổi gặp mặt đầu năm", "2024-01", "Hà Thị Trang", "presenter"),
        ("Buổi gặp mặt đầu năm", "2024-01", "Nguyễn Văn Thể", "chair"),
        (FESTIVAL, "2024-05-17", "Hà Thị Trang", "attendee"),
        (FESTIVAL, "2024-05-17", "Nguyễn Văn Thể", "speaker"),
    ],
    "co-attendance": [("Hà Thị Trang", "Nguyễn Văn Thể", "2")],
    "events-by-month": [
        ("2021-10", "plenum", "1"),
        ("2024-01", "meeting", "1"),
        ("2024-05", "anniversary", "1"),
    ],
    "discipline": [  # the proposals are not counted, the reprint counts nobody twice
        ("Bộ Chính trị", "khiển trách", "2023", "1"),
        (UBKT, "cảnh cáo", "2022", "2"),
    ],
    "personnel-acts": [
        ("2022-10-21", "2022-10-20", "designate", "Nguyễn Văn Thể", SECRETARY, "Bộ Chính trị", None),
        ("2022-12-09", None, "discipline", "Lê Văn Mẫu", None, UBKT, "cảnh cáo"),
        ("2022-12-09", None, "discipline", "Phạm Thị Ví", None, UBKT, "cảnh cáo"),
        ("2022-12-09", None, "proposeDiscipline", "Đỗ Văn Dụ", None, UBKT, None),
        ("2022-12-10", None, "discipline", "Lê Văn Mẫu", None, UBKT, "cảnh cáo"),
        ("2022-12-10", None, "discipline", "Phạm Thị Ví", None, UBKT, "cảnh cáo"),
        ("2023-03-04", "2023-02-28", "assign", "Hà Thị Trang", PROPAGANDA, None, None),
        ("2023-03-04", None, "proposeDiscipline", "Trịnh Văn Thử", None, UBKT, None),
        ("2023-03-04", "2023-03-01", "discipline", "Đỗ Văn Dụ", None, "Bộ Chính trị", "khiển trách"),
    ],
    "loose-references": [
        (
            BLOC,
            "implements",
            "Nghị quyết Trung ương 4 khóa XIII",
            "Đảng ủy Khối tiếp tục thực hiện Nghị quyết Trung ương 4",
            "Đầu xuân gặp mặt",
            "2024-01-24",
        ),
    ],
    "issuers": [
        ("Ban Bí thư", "1"),
        ("Bộ Chính trị", "1"),
        ("Tỉnh ủy Phú Thọ", "1"),
    ],
    "thematic-years": [("Năm tăng cường công tác kiểm tra", "2023", BLOC)],
    "facts-with-quotes": [  # the bloc committee has most statements, and the first IRI of those that have
        (SECRETARY, "postIn", BLOC, "stated", "Bí thư Đảng ủy Khối", "50", "Nhân sự mới", "2022-10-21", "by-hand"),
        (PROPAGANDA, "postIn", BLOC, "stated", PROPAGANDA, "65", "Quyết định mới", "2023-03-04", "by-hand"),
        (SECRETARY, "postIn", BLOC, "stated", "Bí thư Đảng ủy Khối", "188", "Quyết định mới", "2023-03-04", "by-hand"),
        (SECRETARY, "postIn", BLOC, "stated", "Bí thư Đảng ủy Khối", "24", "Đầu xuân gặp mặt", "2024-01-24", "by-hand"),
        (PROPAGANDA, "postIn", BLOC, "inferred", "Trưởng ban Tuyên giáo", "68", "Đầu xuân gặp mặt", "2024-01-24", "by-hand"),
        ("Năm tăng cường công tác kiểm tra", "organisedBy", BLOC, "inferred", "Năm tăng cường công tác kiểm tra", "263", "Đầu xuân gặp mặt", "2024-01-24", "by-hand"),
        (BLOC, "implements", "Nghị quyết Trung ương 4 khóa XIII", "loose", "Đảng ủy Khối tiếp tục thực hiện Nghị quyết Trung ương 4", "297", "Đầu xuân gặp mặt", "2024-01-24", "by-hand"),
        ("Nguyễn Văn Thể", "represents", BLOC, "stated", "Nguyễn Văn Thể thay mặt Đảng ủy Khối", "73", "Kỷ niệm thực hiện Di chúc", "2024-05-18", "by-hand"),
        (BLOC, "studies", "Quy định 37-QĐ/TW", "stated", "Đảng ủy Khối quán triệt Quy định 37-QĐ/TW", "156", "Kỷ niệm thực hiện Di chúc", "2024-05-18", "by-hand"),
    ],
    "articles": [
        ("2021-07-01", "nhandan.vn", "Chỉ thị mới về giảm nghèo", "1", "0", "0"),
        ("2021-11-30", "nhandan.vn", "Những điều đảng viên không được làm", "3", "0", "0"),
        ("2022-09-20", "tuyengiao.vn", "Đưa nghị quyết về cơ sở", "6", "0", "0"),
        ("2022-10-21", "nhandan.vn", "Nhân sự mới", "5", "0", "0"),
        ("2022-12-09", "nhandan.vn", "Thông báo kỳ họp", "3", "0", "0"),
        ("2022-12-10", "tuyengiao.vn", "Kỷ luật hai cán bộ", "2", "0", "0"),
        ("2023-03-04", "nhandan.vn", "Quyết định mới", "9", "0", "0"),
        ("2024-01-24", "tuyengiao.vn", "Đầu xuân gặp mặt", "8", "2", "1"),
        ("2024-02-20", "nhandan.vn", "Luật mới", "2", "0", "0"),
        ("2024-05-18", "nhandan.vn", "Kỷ niệm thực hiện Di chúc", "4", "0", "0"),
    ],
    "work-on-documents": [
        ("Nghị quyết 18-NQ/TW", "studies", "hội nghị tập huấn", "event", "planned", "1"),
        ("Quy định 37-QĐ/TW", "studies", BLOC, "body", None, "1"),
    ],
    "party-to-state": [
        ("Nghị quyết 18-NQ/TW", "2022-06-16", "institutionalises", "Luật Đất đai 2024", "2024-01-18", "581"),
    ],
    "anniversaries": [
        (FESTIVAL, "55", "1969", "held", "Di chúc của Chủ tịch Hồ Chí Minh"),
        (FESTIVAL, "55", "1969", "planned", "Di chúc của Chủ tịch Hồ Chí Minh"),
    ],
    "conflicting-dates": [
        ("Quy định 37-QĐ/TW", "2021-10-25", "registry", "Kỷ niệm thực hiện Di chúc", "2024-05-18"),
        ("Quy định 37-QĐ/TW", "2021-10-26", "article", "Những điều đảng viên không được làm", "2021-11-30"),
    ],
    "adopted-at": [
        ("Hội nghị Trung ương 4 khóa XIII", "2021-10-04", "2021-10-07", "Kết luận 21-KL/TW", "2021-10-25", "18"),
    ],
    "representatives": [(BLOC, "Nguyễn Văn Thể", "1")],
    "ambiguous-names": [
        ("Nghị quyết 19", "https://w3id.org/vankien/id/doc/TW/XII/NQ/19", "1"),
        ("Nghị quyết 19", "https://w3id.org/vankien/id/doc/TW/XIII/NQ/19", "1"),
        ("Nghị quyết Trung ương 4 khóa XIII", "Kết luận 21-KL/TW", "1"),
    ],
    "supported-facts": [  # a presence that was only planned supports none
        ("Nguyễn Văn Thể", "holdsPost", SECRETARY, "3", "3", "2022-10-21", "2024-01-24"),
        ("Hà Thị Trang", "holdsPost", PROPAGANDA, "2", "2", "2023-03-04", "2024-01-24"),
    ],
    "citing-bodies": [
        ("Nghị quyết 18-NQ/TW", "Tỉnh ủy Phú Thọ", "2022", "1", "1"),
        ("Quy định 37-QĐ/TW", BLOC, "2024", "1", "1"),
    ],
    "citation-chains": [
        (PROGRAMME, PROGRAMME, "implements", "Nghị quyết 18-NQ/TW", "Nghị quyết 18-NQ/TW"),
        ("Kế hoạch 02-KH/ĐU", PROGRAMME, "implements", "Nghị quyết 18-NQ/TW", "Nghị quyết 18-NQ/TW"),
        ("Kế hoạch 02-KH/ĐU", "Kế hoạch 02-KH/ĐU", "implements", PROGRAMME, "Nghị quyết 18-NQ/TW"),
        ("Hướng dẫn 02-HD/UBKTTW", "Hướng dẫn 02-HD/UBKTTW", "guides", "Quy định 37-QĐ/TW", "Quy định 37-QĐ/TW"),
        ("Hướng dẫn 02-HD/UBKTTW", "Hướng dẫn 02-HD/UBKTTW", "guides", "Quy định 37-QĐ/TW", "Quy định 47-QĐ/TW"),
        ("Hướng dẫn 02-HD/UBKTTW", "Quy định 37-QĐ/TW", "replaces", "Quy định 47-QĐ/TW", "Quy định 47-QĐ/TW"),
    ],
    "session-delays": [
        ("XIII", "1", "18", "18", "18"),
    ],
    "action-programmes": [
        ("Nghị quyết 18-NQ/TW", "2022-06-16", "Tỉnh ủy Phú Thọ", PROGRAMME, "2022-09-15", "91"),
    ],
    "discipline-by-year": [
        ("2022", "2", "1"),
        ("2023", "1", "1"),
    ],
    "posts-of-the-disciplined": [
        ("2022", "Lê Văn Mẫu", "cảnh cáo", None, None),
        ("2022", "Phạm Thị Ví", "cảnh cáo", None, None),
        ("2023", "Đỗ Văn Dụ", "khiển trách", PROPAGANDA, "former"),
    ],
    "proposals-and-decisions": [
        ("Đỗ Văn Dụ", "2022-12-09", UBKT, "2023-03-01", "Bộ Chính trị", "khiển trách"),
        ("Trịnh Văn Thử", "2023-03-04", UBKT, None, None, None),
    ],
    "act-dates": [
        ("assign", "Hà Thị Trang", PROPAGANDA, "2023-02-28", "2023-03-01", "2023-03-03", "2023-03-04"),
        ("designate", "Nguyễn Văn Thể", SECRETARY, "2022-10-20", None, None, "2022-10-21"),
        ("discipline", "Đỗ Văn Dụ", None, "2023-03-01", None, None, "2023-03-04"),
    ],
    "sources-by-year": [
        ("nhandan.vn", "2021", "2", "2"),
        ("nhandan.vn", "2022", "2", "2"),
        ("nhandan.vn", "2023", "1", "1"),
        ("nhandan.vn", "2024", "2", "2"),
        ("tuyengiao.vn", "2022", "2", "2"),
        ("tuyengiao.vn", "2024", "1", "1"),
    ],
    "reprints": [
        ("https://w3id.org/vankien/id/story/ky-luat", "2022-12-09", "nhandan.vn", "Thông báo kỳ họp"),
        ("https://w3id.org/vankien/id/story/ky-luat", "2022-12-10", "tuyengiao.vn", "Kỷ luật hai cán bộ"),
    ],
    "posts-held-together": [
        ("Nguyễn Văn Thể", SECRETARY, "Ủy viên Ban Chấp hành Trung ương Đảng", "1", "1"),
    ],
    "body-successions": [
        ("2025-02-03", "split", BLOC, "Đảng ủy Chính phủ", f"{BODIES}đảng-ủy-chính-phủ", "domain notes 4.4"),
        ("2025-02-03", "split", BLOC, "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương", f"{BODIES}đảng-ủy-mặt-trận-tổ-quốc-các-đoàn-thể-trung-ương", "domain notes 4.4"),
        ("2025-02-03", "split", BLOC, "Đảng ủy Quốc hội", f"{BODIES}đảng-ủy-quốc-hội", "domain notes 4.4"),
        ("2025-02-03", "split", BLOC, "Đảng ủy các cơ quan Đảng Trung ương", f"{BODIES}đảng-ủy-các-cơ-quan-đảng-trung-ương", "domain notes 4.4"),
    ],
    "tenures": [
        ("Huỳnh Tấn Việt", SECRETARY, "", "", "2022-10-21", "", "", "1"),
        ("Hà Thị Trang", PROPAGANDA, "2023-03-04", "2024-01-24", "", "", "", "2"),
        ("Nguyễn Văn Thể", SECRETARY, "2022-10-21", "2024-01-24", "", "", "", "3"),
        ("Nguyễn Văn Thể", "Ủy viên Ban Chấp hành Trung ương Đảng", "2023-03-04", "2023-03-04", "", "", "", "1"),
        ("Đỗ Văn Dụ", PROPAGANDA, "", "", "2023-03-04", "", "", "1"),
    ],
    "papers-in-full": [("Chương trình hành động 05-CTr/TU", "2022-09-15", "Tỉnh ủy Phú Thọ", "Bùi Thị Ký", "1", "chuong-trinh")],
}
