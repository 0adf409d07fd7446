"""Congresses, plenums and numbered sessions: events known by whose they are and which in number.

Forms in domain notes 3.1, 3.2 and 6. Attributes of a find: ``ordinals`` (several where names are
coordinated: ``Hội nghị Trung ương 9, 10``), ``scope`` (``national``: of the Communist Party of Vietnam;
``owner``: of another body; empty: not said), ``owner`` (its words), ``terms`` (of the committee; several
where coordinated: ``khóa XI, XII``).
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events.ordinals import FIGURE, NUMBER, WORD, number
from vankien.extractors.grammar.events.page import Page
from vankien.extractors.grammar.events.words import Head
from vankien.extractors.reading import Found
from vankien.extractors.text.letters import UPPER

_ORDERS = rf"(?P<orders>{NUMBER}(?:(?:,\s?|\svà\s|\s-\s){NUMBER}(?=[\s.,;:)\"]|\Z))*)"
_ORDER = rf"lần\s(?:thứ\s)?(?:{FIGURE}|(?:{WORD})(?!\w))"
_PARTY = (
    r"(?:Đảng|đảng)(?:\sCộng\ssản\sViệt\sNam|\sta(?!\w))?"
    rf"(?!\s(?:bộ|ủy|đoàn|viên|các|cộng|[{UPPER}]))(?!\w)"
)
_CENTRE = (
    r"(?:(?:Ban\s[Cc]hấp\s[Hh]ành|BCH)\s)?(?:[Tt]rung\sương|T\.?\s?Ư|TƯ|TW)"
    r"(?:\sĐảng(?:\sCộng\ssản\sViệt\sNam)?)?"
    r"(?!\s(?:Đoàn|Hội|Mặt|MTTQ)(?!\snghị))(?!\w)"
)
_TERM = (
    rf"(?:,?\s\(?(?:[Kk]hóa|[Kk]\.)\s?"
    rf"(?P<terms>(?:{FIGURE})(?:(?:,\s|\svà\s)(?:khóa\s)?(?:{FIGURE})(?=[\s.,;:)\"]|\Z))*)\)?)?"
)
_MEMBERS = r"(?:\s(?:[Đđ]ại\sbiểu|[Tt]oàn\sthể|[Tt]oàn\sđảng\sbộ))?"

# đại hội (đại biểu) (toàn quốc) lần thứ N (của) OWNER
_NUMBER_FIRST = re.compile(
    rf"{_MEMBERS}(?:\s[Tt]oàn\squốc)?\s{_ORDERS}"
    rf"(?:(?P<of>\s(?:của\s)?)(?:(?P<party>{_PARTY})|(?P<owner>(?=[{UPPER}]))))?"
)
_COUNTED = re.compile(r"\s(?:ngày|người|đại\sbiểu|phiên|năm|nội\sdung)(?!\w)")
# đại hội (đại biểu) Đảng (toàn quốc) (lần thứ) N
_PARTY_FIRST = re.compile(rf"{_MEMBERS}\s{_PARTY}(?:\s[Tt]oàn\squốc)?(?:,?\s{_ORDERS})?")
_NATIONAL = re.compile(rf"{_MEMBERS}\s[Tt]oàn\squốc(?:\scủa)?\s{_PARTY}(?:,?\s{_ORDERS})?")
_AFTER_OWNER = re.compile(rf"(?:\s[Tt]oàn\squốc)?(?:,?\s(?P<orders>{_ORDER}|[IVXL]{{2,6}}(?!\w)))?")
_OTHER_OWNER = re.compile(
    rf"{_MEMBERS}(?:\s[Tt]oàn\squốc)?\s(?=\S)(?P<owner>[^,.;:()\n\"]{{3,70}}?)\s(?P<orders>{_ORDER})"
)
_BY_OFFICE = re.compile(
    rf"{_MEMBERS}(?:\s[Tt]oàn\squốc)?\s(?P<owner>(?:[{UPPER}]|[Cc]hi\s(?:bộ|đoàn)|công\sđoàn)[^,.;:()\n\"]{{2,60}}?),?\s"
    r"(?=nhiệm\skỳ\s(?:19|20)\d\d)"
)
_EMULATION = re.compile(
    r"\s(?P<owner>[Tt]hi\sđua\s(?:yêu\snước|[Qq]uyết\sthắng)(?:\s(?:toàn\s(?:quốc|quân|ngành|tỉnh)|(?:tỉnh|thành\sphố|ngành)(?:\s[A-ZĐ]\w*){1,3}))?)"
)
"""``Đại hội Thi đua yêu nước toàn quốc``: of those who excel, known by its name."""

_NO_OWNER = re.compile(
    r"(?:\A|\s)(?:đã|sẽ|là|được|có|của\sĐảng|tại|và\s[Đđ]ại\shội|thông\squa|bầu|thảo\sluận|biểu\squyết|nhất\strí|quyết\sđịnh"
    r"|đề\sra|xác\sđịnh|tiến\shành|kiểm\sđiểm|nghe|[Nn]ghị\squyết)\s"
)
"""A predicate between ``Đại hội`` and a number that is another congress's: ``Đại hội thông qua Nghị quyết …``."""

_HOLDS = re.compile(
    r"(?:,\s(?:tỉnh|thành\sphố|huyện|quận|thị\sxã)\s[^,.;:\n]{2,25})?,?\s"
    r"(?:(?:đã|vừa|long\strọng|trọng\sthể|chính\sthức)\s)*(?:tổ\schức|tiến\shành|khai\smạc)\s(?:trọng\sthể\s|thành\scông\s)?"
)
"""Between a party organisation and the congress it holds: ``Đảng bộ xã X, tỉnh Y tổ chức Đại hội lần thứ I``."""

_PARTY_BRANCH = re.compile(r"(?:[Đđ]ảng|[Cc]hi)\sbộ\s")
_UNIONS = frozenset({"FrontOrganisation", "MassOrganisation"})
_OPENING = re.compile(rf"{_MEMBERS}(?:\s[Tt]oàn\squốc)?(?:\scủa)?\s")
_SECOND = re.compile(rf"\svà\s(?:(?P<noun>[Đđ]ại\shội\s)?của\s)(?=\S)(?P<party>{_PARTY})?")
_ASSEMBLY = re.compile(r"\s(?:đồng(?!\w)|[Đđ]ại\sbiểu\s[Nn]hân\sdân|[Qq]uốc\s?dân)")
_GROUP = re.compile(
    r"(?:\s(?:[Đđ]ảng|[Đđ]ảng\sbộ|chi\sbộ|cơ\ssở|[Cc]ông\sđoàn|[Đđ]oàn|CĐ|trực\sthuộc))*\s(?:các\scấp|cơ\ssở|điểm)"
)

_PLENUM = re.compile(rf"\s{_ORDERS}(?:\scủa|,)?\s{_CENTRE}{_TERM}")
_CENTRE_FIRST = re.compile(rf"\s{_CENTRE}(?:,?\s{_ORDERS})?{_TERM}")
_BORROWED = re.compile(
    rf"\s{_ORDERS}(?=\s(?:đến|và|tới|với)\s(?:[Hh]ội\snghị\s)?(?:{NUMBER})(?:\scủa|,)?\s{_CENTRE}{_TERM})"
)
"""The first of two plenums that share the name's end: ``Hội nghị lần thứ chín và lần thứ mười Ban …``."""

_COMMITTEE = re.compile(
    r"(?P<mode>\s(?:bất\sthường|chuyên\sđề|toàn\sthể|mở\srộng))?"
    rf"(?:\s(?P<orders>{_ORDER})(?:,|\scủa)?)?\s(?=\S)"
)
_COMMITTEE_END = re.compile(rf"(?:,?\s(?P<orders>{_ORDER}))?(?:\s\(?mở\srộng\)?)?{_TERM}")
_PARTY_COMMITTEES = frozenset({"PartyCommittee", "CentralCommittee"})

_SESSION = re.compile(
    rf"(?:\s(?P<mode>bất\sthường|chuyên\sđề|thường\slệ|thường\skỳ))?(?:\s{_ORDERS})?(?P<of>(?:\scủa|,)?\s)?"
)
_SESSION_TERM = re.compile(rf",?\s\(?khóa\s(?P<terms>{FIGURE})\)?")


def congress(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Đại hội XIII của Đảng``, ``đại hội đại biểu Đảng bộ Khối lần XIV``; a group of them is no event."""
    text = page.text
    if is_group(text, end):
        return None
    match = _NUMBER_FIRST.match(text, end)
    if match and not _COUNTED.match(text, match.end("orders")):
        return _numbered_congress(page, head, start, match)
    match = _NATIONAL.match(text, end) or _PARTY_FIRST.match(text, end)
    if match:
        return _congress(head, page, start, match.end(), match["orders"], "national")
    return _owned_congress(page, head, start, end)


def is_group(text: str, end: int) -> bool:
    """Whether the words after ``đại hội`` make it no party congress: of all levels, a foreign assembly."""
    return _ASSEMBLY.match(text, end) is not None or _GROUP.match(text, end) is not None


def _numbered_congress(page: Page, head: Head, start: int, match: re.Match[str]) -> Found | None:
    stop, scope, owner = match.end("orders"), "", None
    if match["party"]:
        stop, scope = match.end("party"), "national"
        owner = page.body_at(match.start("party"))
        if owner is not None and owner.end > stop:  # the party is a foreign one after all
            stop, scope = owner.end, "owner"
    elif match["of"] is not None and (owner := page.body_at(match.start("owner"))):
        stop, scope = owner.end, "owner"
    elif (owner := _holder(page, start)) is not None:
        scope = "owner"
    found = _congress(head, page, start, stop, match["orders"], scope, owner)
    second = _SECOND.match(page.text, stop)
    if found is not None and second and not second["noun"]:
        body = page.body_at(second.end() if not second["party"] else second.start("party"))
        if body is not None:
            found.end = body.end
            found.label = page.text[start : body.end]
            found.attributes["owners"] = [owner, body]
    return found


def _holder(page: Page, start: int) -> Found | None:
    """The party or mass organisation that the clause says holds a congress without an owner in its name."""
    begin = page.reading.sentence_at(start)[0]
    before = page.bodies_in(begin, start)
    if not before or not (_PARTY_BRANCH.match(before[-1].label) or before[-1].cls in _UNIONS):
        return None
    return before[-1] if _HOLDS.fullmatch(page.text, before[-1].end, start) else None


def _owned_congress(page: Page, head: Head, start: int, end: int) -> Found | None:
    """The owner comes first: a body's name, or any words before ``lần thứ N`` or ``nhiệm kỳ`` (office)."""
    opening = _OPENING.match(page.text, end)
    owner = page.body_at(opening.end()) if opening else None
    if owner is not None:
        after = _AFTER_OWNER.match(page.text, owner.end)
        orders = after["orders"] if after else None
        stop = after.end() if after and orders else owner.end
        return _congress(head, page, start, stop, orders, "owner", owner)
    match = _OTHER_OWNER.match(page.text, end)
    if match and not _NO_OWNER.search(match["owner"] + " "):
        return _congress(head, page, start, match.end(), match["orders"], "owner", None, match["owner"])
    match = _EMULATION.match(page.text, end)
    if match:
        return _congress(head, page, start, match.end(), None, "owner", None, match["owner"])
    match = _BY_OFFICE.match(page.text, end)
    if match and not _NO_OWNER.search(match["owner"] + " "):
        return _congress(head, page, start, match.end("owner"), None, "owner", None, match["owner"])
    return None


def _congress(
    head: Head, page: Page, start: int, end: int, orders: str | None, scope: str,
    owner: Found | None = None, words: str = "",
) -> Found | None:
    ordinals = _ordinals(orders)
    if orders and not ordinals:
        return None
    attributes = {"kind": head.kind, "scope": scope, "ordinals": ordinals}
    if owner is not None or words:
        attributes["owner"] = owner.label if owner is not None else words
    parts = [owner] if owner is not None else []
    return Found(start, end, "Event", head.cls, page.text[start:end], attributes, parts)


def plenum(page: Page, head: Head, start: int, end: int) -> Found | None:
    """A session of the Central Committee or of a local party committee; None for any other conference."""
    text = page.text
    match = _PLENUM.match(text, end) or _CENTRE_FIRST.match(text, end) or _BORROWED.match(text, end)
    if match is None:
        return _committee(page, start, end)
    stop = match.end()
    if text[stop - 1] == ")" and "(" not in text[end:stop]:
        stop -= 1
    attributes = {
        "kind": "plenum", "scope": "national",
        "ordinals": _ordinals(match["orders"]), "terms": _ordinals(match["terms"]),
    }  # fmt: skip
    return Found(start, stop, "Event", "Plenum", text[start:stop], attributes, page.bodies_in(end, stop))


def _committee(page: Page, start: int, end: int) -> Found | None:
    before = _COMMITTEE.match(page.text, end)
    owner = page.body_at(before.end()) if before else None
    if before is None or owner is None or owner.cls not in _PARTY_COMMITTEES:
        return None
    after = _COMMITTEE_END.match(page.text, owner.end)
    orders = before["orders"] or (after and after["orders"])
    stop = after.end() if after else owner.end
    attributes = {
        "kind": "plenum", "scope": "owner", "ordinals": _ordinals(orders), "owner": owner.label,
        "terms": _ordinals(after["terms"] if after else None),
    }
    return Found(start, stop, "Event", "Plenum", page.text[start:stop], attributes, [owner])


def session(page: Page, head: Head, start: int, end: int) -> Found | None:
    """``Kỳ họp thứ 15 của Ủy ban Kiểm tra Trung ương``, ``phiên họp Chính phủ``: by number or owner."""
    match = _SESSION.match(page.text, end)
    if match is None:
        return None
    linked = match["of"] is not None and (bool(match["orders"]) or "," not in match["of"])
    owner = page.body_at(match.end()) if linked else None
    special = match["mode"] and page.text[max(0, start - 4) : start].lower() == "tại "
    if not match["orders"] and owner is None and not special:
        return None
    stop = owner.end if owner else match.end("orders") if match["orders"] else match.end("mode")
    term = _SESSION_TERM.match(page.text, stop)
    attributes = {
        "kind": head.kind, "scope": "owner" if owner else "", "ordinals": _ordinals(match["orders"]),
        "terms": _ordinals(term["terms"] if term else None),
    }
    if owner:
        attributes["owner"] = owner.label
    stop = term.end() if term else stop
    return Found(start, stop, "Event", head.cls, page.text[start:stop], attributes, [owner] if owner else [])


def _ordinals(orders: str | None) -> list[int]:
    if not orders:
        return []
    numbers = [number(o) for o in re.findall(NUMBER, orders)]
    return [n for n in numbers if n] if all(numbers) else []
