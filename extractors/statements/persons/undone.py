"""Acts that a sentence names and denies: not elected, a decision withdrawn, a rumour, a question (domain notes 5.4)."""

from __future__ import annotations

import re

REACH = 400
"""Code points before a verb that are looked at: more than any of the patterns reaches, slots included."""

# The denial stands in the clause of the verb; what denies a whole report may stand further off.
_DENIED = re.compile(
    r"\b(?:chưa(?: từng| hề)?|không(?! chỉ| những| ngừng| lâu| thể không)|chẳng|suýt|bác bỏ|từ chối|phản đối|có nên|liệu|thay đổi|xóa|hủy(?: bỏ)?|rút)\b"
    r"(?:[^<>,;.]|<[TB]\d+>){0,70}$",
    re.IGNORECASE,
)
_RUMOUR = re.compile(r"\b(?:tin đồn|đồn đoán|đồn thổi|thông tin cho rằng|thông tin thất thiệt|tin giả|bác (?:bỏ )?(?:tin|thông tin)|phủ nhận (?:tin|thông tin|việc))\b[^.;]{0,140}$", re.IGNORECASE)
_UNDONE = re.compile(
    r"[^.;]{0,90}?\b(?:bị (?:thu hồi|hủy|bãi bỏ|bác)|hủy bỏ|được xóa|không đủ (?:điều kiện )?để|bịa đặt|sai sự thật|(?:nhưng|song) chưa được|không đúng sự thật)\b",
    re.IGNORECASE,
)


_PREPARED = re.compile(
    r"\b(?:tham mưu|(?:làm|thực hiện|hoàn thiện|hoàn tất|chuẩn bị|lập)\s+(?:các\s+)?(?:thủ tục|quy trình|hồ sơ))\b(?:[^<>,;.]|<[TB]\d+>){0,70}$", re.IGNORECASE
)
"""Whoever prepares a decision decides nothing (``giao Ban Tổ chức Tỉnh ủy tham mưu bổ nhiệm …``)."""


def undone(text: str, verbs: int, end: int) -> bool:
    """Whether the act whose verbs begin at one offset of a sentence and whose words end at another did not come about."""
    before = text[max(0, verbs - REACH) : verbs]
    return (
        _DENIED.search(before) is not None
        or _RUMOUR.search(before) is not None
        or _PREPARED.search(before) is not None
        or _UNDONE.match(text, end) is not None
        or text.rstrip().endswith("?")
    )


_PROPOSED = re.compile(
    r"\b(?:đề nghị|đề xuất|kiến nghị|trình(?!\s+bày)|xem xét|dự kiến|quy hoạch|chưa|không được|tạm dừng|dừng|hủy|thu hồi)\b[^<>,;.]{0,40}$|\bkhông\s+$"
    r"|\b(?:cử|giới thiệu)\s[^<>,;.]{0,30}?\bđể\b[^<>,;.]{0,30}$",
    re.IGNORECASE,
)


_SUBMITS = "".join(rf"(?<!\b{w} )" for w in ("chương", "quy", "công", "quá", "lộ", "hành", "giáo", "tiến", "thuyết")) + r"trình(?!\s+(?:bày|tự|độ)\b)"
_ASKED = re.compile(
    rf"(?<!đồng ý )(?<!đồng ý với )(?<!chấp thuận )(?<!phê chuẩn )\b(?:đề nghị(?!\s+của\b)|đề xuất(?!\s+của\b)|kiến nghị(?!\s+của\b)|{_SUBMITS})"
    r"\s+(?:(?!(?:được|đã|và)\b)[^<>,;.]|<B\d+>){0,60}(?:\b(?:cho|để)\s+(?:[^\W\d_]+\s+){0,2}<P\d+>\s+)?$",
    re.IGNORECASE,
)


def asked(before: str) -> bool:
    """Whether a body before an act's verb is only asked to decide (``đề nghị Ban Thường vụ Tỉnh ủy bổ nhiệm …``)."""
    return _ASKED.search(before, max(0, len(before) - REACH)) is not None


def proposed(before: str) -> bool:
    """Whether the words before an act's verb make it a proposal, a plan or a refusal (``đề nghị``, ``quy hoạch``)."""
    return _PROPOSED.search(before, max(0, len(before) - REACH)) is not None or asked(before)
