"""Who does what a verb tells: whether a person, body or delegation is named right before it.

``Bí thư Tỉnh ủy A cùng đoàn công tác đã đến`` : the name, its company, then auxiliaries.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.page import Page

_AUXILIARY = re.compile(
    r"(?:[\s,]+(?:(?:vào\s)?(?:sáng|chiều|tối|trưa|ngày)\s(?:ngày\s)?\d[\d/.-]*|đã|vừa|có|sẽ|sắp|dự\skiến|bắt\sđầu|(?:rời\s[^,.;:]{2,30}?,?\s)?lên\sđường|chủ\strì|tiến\shành|tổ\schức|đến|tới|đi|cũng|dẫn\sđầu|trực\stiếp|trân\strọng|thân\smật"
    r"|long\strọng|trọng\sthể|lần\slượt|tiếp\stục|thay\smặt))*[\s,]*\Z"
)
_COMPANY = re.compile(
    r"(?:[\s,]+(?:và|cùng|với|các|[Đđ]oàn|công\stác|đại\sbiểu|[Pp]hu\snhân|thành\sviên|lãnh\sđạo|sở|ban|ngành"
    r"|liên\squan|đơn\svị|cơ\squan|chức\snăng|đồng\schí|trong|địa\sphương|tỉnh|thành\sphố|huyện|đại\sdiện"
    r"|cán\sbộ|chủ\schốt|cấp\scao|một\ssố|Việt\sNam|làm\s[Tt]rưởng\s[Đđ]oàn|\([^()]{1,30}\)))*\Z"
)
_DELEGATION = re.compile(r"(?:[Tt]rưởng\sđoàn|[Đđ]oàn\scông\stác|[Đđ]oàn),?\Z")
_LED = re.compile(r"(?:dẫn\sđầu|[Đđ]oàn|\)),\s\Z")
_LEADS = re.compile(r"dẫn\sđầu\s[Đđ]oàn\s[^;:]{2,70}\Z")
_OPENING = re.compile(
    r"\W*(?:\([^()]{2,20}\)\W*)?(?:(?:(?:[Cc]ũng\s)?(?:[Tt]rong|[Vv]ào)\s)?(?:[Nn]gày|[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Cc]ùng)[^,;:]{0,24},?\s)?"
    r"(?:tại\s[^,;:]{2,40},\s)?(?:[Pp]hát\sbiểu\s)?(?:[Kk]hi\s|trong\skhi\s|[Ss]au\skhi\s)?(?:đến\s|tới\s|đi\s)?"
)
_TIME_AND_COMMA = re.compile(
    r"(?:\s(?:vào\s)?(?:(?:sáng|chiều|tối|trưa|ngày)\s){1,2}(?:nay|qua|\(?\d[\d/.-]*\)?))?,\s(?:(?:đồng\schí|ông|bà|đ/c)\s)?"
)
_LINK = re.compile(r",?\s(?:-\s)?(?:(?:đồng\schí|ông|bà|đ/c)\s)?")
_FAR = 170


def _subject_end(page: Page, begin: int, at: int) -> int:
    """Where the words before auxiliaries and company end."""
    begin = max(begin, at - _FAR)
    text = page.text[begin:at]
    aux = _AUXILIARY.search(text)
    text = text[: aux.start()] if aux else text
    company = _COMPANY.search(text)
    return begin + (company.start() if company else len(text))


def has_doer(page: Page, begin: int, at: int) -> bool:
    """Whether a body, a person with posts or a delegation between two offsets does what the verb at ``at`` says."""
    text = page.text[max(begin, at - _FAR) : at]
    if text.endswith(", ") and not _LED.search(text):  # gặp A, tiếp B: one act after another
        return False
    aux = _AUXILIARY.search(text)
    upto = at - len(text) + (aux.start() if aux else len(text))
    if page.block_end(upto - 1) == upto or _DELEGATION.search(page.text, max(begin, upto - 40), upto):
        return True
    if _LEADS.search(text):
        return True
    end = _subject_end(page, begin, at)
    return page.block_end(end - 1) == end


def is_fronted(page: Page, begin: int, at: int, stop: int) -> bool:
    """Whether a verb phrase opens the sentence for a person named behind it: ``Làm việc với X, Bí thư A yêu cầu``."""
    if not _OPENING.fullmatch(page.text, begin, at):
        return False
    comma = _TIME_AND_COMMA.match(page.text, stop)
    if comma is None:
        return False
    upto = comma.end()
    while block := page.block_end(upto):
        if any(upto <= p.start and p.end <= block and not p.hidden for p in page.reading.persons):
            return True
        link = _LINK.match(page.text, block)
        if link is None:
            return False
        upto = link.end()
    return False


def has_person(page: Page, begin: int, at: int) -> bool:
    """Whether a person named in the sentence, or a delegation, does it; a committee's daily work is no event."""
    if not has_doer(page, begin, at):
        return False
    persons = page.reading.persons
    return any(begin <= p.start and p.end <= at and not p.hidden for p in persons)
