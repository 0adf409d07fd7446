"""Bodies as only posts name them: ``Trung ương Đảng``, ``QH``, the rest of a Cục after its Cục trưởng, another state."""

from __future__ import annotations

from functools import lru_cache

from vankien.extractors.grammar.bodies import abroad, names, places
from vankien.extractors.grammar.bodies.centre import CENTRAL
from vankien.extractors.grammar.lexicon import Trie, rows, words
from vankien.extractors.grammar.shapes import BodyFound
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import known

_CENTRE_WORDS = frozenset({"T.Ư", "T.Ư.", "T. Ư", "TƯ", "TW", "T.W", "Tw"})
# Trung ương of another organisation, not of the Party.
_OTHER_CENTRE = frozenset({"đoàn", "hội", "mttq", "mặt", "ủy", "liên"})


def central(tokens: Tokens, j: int) -> tuple[int, BodyFound] | None:
    """``Trung ương (Đảng)``, ``T.Ư Đảng``, ``TW``: the Central Committee, unless another organisation's centre."""
    if j >= tokens.n:
        return None
    if tokens.lower[j : j + 2] == ["trung", "ương"]:
        k = j + 2
    elif tokens.words[j] in _CENTRE_WORDS:
        k = j + 1
    else:
        return None
    if k < tokens.n and tokens.lower[k] in _OTHER_CENTRE:
        return None
    if k < tokens.n and tokens.lower[k] == "đảng":
        if abroad.party(tokens, k) is not None or tokens.words[k + 1 : k + 2] == ["Cộng"]:
            return None
        k += 1
    found = BodyFound(
        tokens.start[j], tokens.end[k - 1], "Body", "CentralCommittee", tokens.span(j, k),
        head=CENTRAL, frame="known", known=CENTRAL,
    )  # fmt: skip
    return k, found


def headed(tokens: Tokens, j: int, role: str) -> tuple[int, BodyFound] | None:
    """``Cục trưởng Cảnh sát điều tra …``: the name of the Cục without its head, which is in the role."""
    head = role.removeprefix("Phó ").rpartition(" ")[0]
    if not role.endswith("trưởng") or head not in ("Cục", "Vụ", "Viện", "Chi cục", "Tổng cục"):
        return None
    if j < tokens.n and tokens.lower[j] == head.lower():
        return None  # Vụ trưởng Vụ báo chí: the body's own head stands there
    known_ = _headless().get(head)
    match = known_.longest(tokens, j) if known_ is not None and j < tokens.n and tokens.upper[j] else None
    if match is not None:
        end, name = match
        return end, BodyFound(
            tokens.start[j], tokens.end[end - 1], "Body", _class_of(name), tokens.span(j, end), head=name, frame="known", known=name
        )
    end = names.name_run(tokens, j) if j < tokens.n and tokens.upper[j] else j
    if end < j + 2 or tokens.lower[j] in words("surnames.tsv"):
        return None
    rest = " ".join(tokens.span(j, end).split())
    return end, BodyFound(
        tokens.start[j], tokens.end[end - 1], "Body", "StateBody", rest, head=head, frame="named", rest=rest
    )


_SHORT = {"Sở": "StateBody", "Cục": "StateBody", "Vụ": "StateBody"}


def short(tokens: Tokens, j: int) -> tuple[int, BodyFound] | None:
    """``Phó Giám đốc Sở``: the one agency of this kind that the article names, if it is one (the linker decides)."""
    cls = _SHORT.get(tokens.words[j])
    if cls is None or (j + 1 < tokens.n and tokens.same_line(j + 1) and tokens.words[j + 1][0].islower() and tokens.lower[j + 1] not in _GOES_ON):
        return None
    head = tokens.words[j]
    return j + 1, BodyFound(tokens.start[j], tokens.end[j], "Body", cls, head, head=head, frame="short")


_GOES_ON = frozenset({"và", "kiêm", "làm", "dự", "phát", "cho", "là", "đã", "nhiệm", "từ", "chủ", "đến", "nhấn", "khẳng", "đối"})


def abbreviated(tokens: Tokens, j: int) -> tuple[int, BodyFound] | None:
    """``QH``, ``BCT`` after a role (gazetteer body_abbreviations)."""
    name = _abbreviations().get(tokens.words[j])
    if name is None:
        return None
    found = BodyFound(
        tokens.start[j], tokens.end[j], "Body", _class_of(name), tokens.words[j], head=name, frame="known", known=name
    )
    return j + 1, found


@lru_cache(maxsize=1)
def _headless() -> dict[str, Trie[str]]:
    """Registered names without their first word, by that word (``Cảnh sát điều tra …`` under Cục)."""
    tries: dict[str, Trie[str]] = {}
    for body in known.bodies():
        for head in ("Chi cục", "Tổng cục", "Cục", "Vụ", "Viện"):
            if body.name.startswith(head + " "):
                tries.setdefault(head, Trie()).add(body.name.removeprefix(head + " "), body.name)
    return tries


ENVOYS = frozenset({"Đại sứ", "Phó Đại sứ", "Tổng Lãnh sự", "Phó Tổng Lãnh sự", "Đại biện"})
_FULL_POWERS = ["đặc", "mệnh", "toàn", "quyền"]


def envoy(tokens: Tokens, j: int) -> int:
    """End of ``[đặc mệnh toàn quyền] Việt Nam [đặc mệnh toàn quyền] tại Lào`` behind ``Đại sứ``; 0 where it is not there.

    Who sends and where the envoy sits are both part of the post.
    """
    k = j + 4 if tokens.lower[j : j + 4] == _FULL_POWERS else j
    if k < tokens.n and tokens.lower[k] == "nước":
        k += 1
    sender = names.countries().longest(tokens, k) if k < tokens.n and tokens.upper[k] else None
    if sender is not None:
        k = sender[0]
    elif tokens.lower[k : k + 2] == ["việt", "nam"]:
        k += 2
    k = k + 4 if tokens.lower[k : k + 4] == _FULL_POWERS else k
    if k == j or k + 1 >= tokens.n or tokens.lower[k] != "tại" or not tokens.upper[k + 1] or not tokens.same_line(k + 1):
        return 0
    seat = names.countries().longest(tokens, k + 1)
    if seat is not None:
        return seat[0]
    place = places.place_name(tokens, k + 1)
    return k + 3 if tokens.lower[k + 1 : k + 3] == ["việt", "nam"] else place[3] if place is not None else 0


def fused(tokens: Tokens, i: int, j: int, name: str) -> BodyFound:
    """The body inside an abbreviated post (``ĐBQH``: of the National Assembly); no mention of its own."""
    return BodyFound(
        tokens.start[i], tokens.end[j - 1], "Body", _class_of(name), tokens.span(i, j), {"fused": True}, head=name,
        frame="known", known=name, hidden=True,
    )  # fmt: skip


def foreign_state(tokens: Tokens, i: int, j: int, country: str) -> BodyFound:
    """The state whose office this is (``Thủ tướng Lào``); no mention of its own."""
    return BodyFound(
        tokens.start[i], tokens.end[j - 1], "Body", "StateBody", country, head=country, frame="country", rest=country,
        hidden=True,
    )  # fmt: skip


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return {row["word"]: row["body"] for row in rows("body_abbreviations.tsv")}


@lru_cache(maxsize=None)
def _class_of(name: str) -> str:
    return next((body.cls for body in known.bodies() if body.name == name), "Body")
