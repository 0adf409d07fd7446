"""Names of bodies: registered names, and names built from a head and what may follow it.

``Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương`` is head ``Ban Thường vụ`` with the owner
``Đảng ủy Khối …``, which is head ``Đảng ủy`` with the owner ``Khối …``. The heads and their frames are
data (``gazetteer/body_heads.tsv``); registered names come from :mod:`vankien.ontology.known`.
Sources: domain notes 4.1-4.3.
"""

from __future__ import annotations

from functools import lru_cache

from vankien.extractors.grammar.bodies import frames, institutions, offices
from vankien.extractors.grammar.bodies.centre import acting
from vankien.extractors.grammar.bodies.names import countries
from vankien.extractors.grammar.lexicon import Trie, rows, words
from vankien.extractors.grammar.shapes import BodyFound, Entry
from vankien.extractors.reading import Reading
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import known


@lru_cache(maxsize=1)
def lexicon() -> Trie[Entry]:
    """Registered names with their aliases, and heads."""
    trie: Trie[Entry] = Trie()
    for row in rows("body_heads.tsv"):
        trie.add(row["head"], Entry(row["canonical"], row["class"], row["frame"]))
    seen: set[str] = set()
    for body in known.bodies():
        for name in (body.name, *body.aliases):
            if name.lower() not in seen and " khối " not in name.lower():  # put together by the grammar, to know its parts
                seen.add(name.lower())
                trie.add(name, Entry(body.name, body.cls, "known", body.name))
    return trie


@lru_cache(maxsize=1)
def _in_small_letters() -> frozenset[str]:
    """First syllables of the names that may stand alone in small letters: local committees (``tỉnh ủy``), and a name like ``iTV``."""
    heads = (row["head"] for row in rows("body_heads.tsv") if row["frame"] in ("committee", "stop"))
    known_ = (n for b in known.bodies() for n in (b.name, *b.aliases) if n[:1].islower())
    return frozenset(name.split()[0].lower() for name in (*heads, *known_)) | _LOWERED.keys()


_LOWERED = {
    "ban": "PartyAffairsSection", "báo": "PressBody", "bệnh": "StateBody", "chi": "PartyCell", "công": "Enterprise",
    "trường": "School", "tập": "Enterprise", "đoàn": "NationalAssemblyDelegation", "đảng": "PartyCaucus ForeignParty",
}  # fmt: skip
"""Heads that newspapers write in small letters before a name of their own (``báo Nhân Dân``, ``trường ĐH X``): first
syllable and classes."""

_FIRST_SYLLABLES = frozenset(
    "chiến cảnh công dự hiện họp hội khai làm lâm lập hình nói tử môi nghề nhà nông phi phòng quan quảng sân thị thông tin tổng viết điện đồng".split()
)
"""Before ``trường``, ``báo`` or ``công ty``: another word (``hội trường``, ``nhà báo``, ``tổng công ty``)."""


def _is_state(tokens: Tokens, i: int) -> bool:
    """Whether a State is named (``công ty Mỹ``, ``báo Việt Nam``): then it is any of its firms or papers."""
    return tokens.lower[i : i + 2] in (["việt", "nam"], ["nhà", "nước"]) or countries().longest(tokens, i) is not None


class BodyParser:
    """Recognises the body whose name begins at a token; results are remembered per token."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._seen: dict[tuple[int, bool], tuple[int, BodyFound] | None] = {}

    def parse(self, i: int, embedded: bool = False) -> tuple[int, BodyFound] | None:
        """(end token, find) of the longest body name at token i.

        ``embedded``: inside a post or another body's name, where the press writes heads in lower case
        (``Bí thư tỉnh ủy Nam Định``, ``Trưởng ban Tuyên giáo``).
        """
        key = (i, embedded)
        if key not in self._seen:
            self._seen[key] = None  # a name never contains itself
            self._seen[key] = self._longest(i, embedded)
        return self._seen[key]

    def _longest(self, i: int, embedded: bool) -> tuple[int, BodyFound] | None:
        best: tuple[int, BodyFound] | None = None
        for end, entry in reversed(lexicon().matches(self.tokens, i)):
            if entry.frame == "stop":
                break
            if not self._cased(i, end, entry, embedded):
                continue
            found = frames.complete(self, entry.frame, i, end, entry)
            if found is None and entry.frame in ("organ", "authority"):
                break  # a generic use of the longer head is no use of a shorter one either
            if found is not None and (best is None or self._better(found, best)):
                best = found
        return best

    def _better(self, found: tuple[int, BodyFound], best: tuple[int, BodyFound]) -> bool:
        """The longer name; but a registered one is not outrun by a name of its own that goes on in lower case."""
        if best[1].known and found[1].frame == "named" and found[0] > best[0] and not self.tokens.upper[best[0]]:
            return False
        return found[0] > best[0]

    def _cased(self, i: int, end: int, entry: Entry, embedded: bool) -> bool:
        """Standalone names begin with a capital; a registered name keeps its capitals inside a sentence."""
        tokens = self.tokens
        if entry.known:
            if entry.known.isupper() or (end == i + 1 and tokens.words[i] != tokens.words[i].capitalize()):
                return any(c.isupper() for c in tokens.words[i])
            if entry.known.removeprefix("Bộ ") in offices.VERBS_TOO and end == i + 3 and not tokens.upper[i + 1]:
                return False  # Bộ xây dựng kế hoạch: a verb
            capitals = any(tokens.upper[k] for k in range(i + 1, end))
            return tokens.upper[i] or (capitals and (embedded or (self._may_lower(i, entry) and entry.cls == "PressBody")))
        return tokens.upper[i] or embedded or entry.frame == "committee" or self._lowered(i, end, entry)

    def _lowered(self, i: int, end: int, entry: Entry) -> bool:
        """Whether a head in small letters goes on with a name in capitals, or has one inside (``đoàn ĐBQH``)."""
        tokens = self.tokens
        if not self._may_lower(i, entry) or end >= tokens.n or not tokens.same_line(end):
            return False
        if entry.cls in ("PartyAffairsSection", "PartyCaucus", "PartyCell"):
            return True  # what follows must be the body it belongs to
        if entry.cls == "NationalAssemblyDelegation":
            return any(tokens.upper[k] for k in range(i + 1, end))
        if entry.cls == "StateBody" and tokens.lower[end : end + 2] in institutions.KINDS:
            return True  # bệnh viện đa khoa huyện X
        if not tokens.upper[end] or len(tokens.words[end]) < 2 or _is_state(tokens, end):
            return False
        return not (tokens.lower[end] in words("surnames.tsv") and tokens.lower[end + 1 : end + 2] in (["văn"], ["thị"]))

    def _may_lower(self, i: int, entry: Entry) -> bool:
        """Whether a head of this kind may stand here in small letters; ``trường`` in ``hội trường`` is no school."""
        tokens = self.tokens
        if i and tokens.lower[i - 1] in _FIRST_SYLLABLES:
            return False
        return entry.cls in _LOWERED.get(tokens.lower[i], "").split()


def body_parser(reading: Reading) -> BodyParser:
    """The article's body parser; posts and other names with bodies inside share what it remembers."""
    if "bodies" not in reading.memo:
        reading.memo["bodies"] = BodyParser(reading.tokens)
    parser: BodyParser = reading.memo["bodies"]
    return parser


def find_bodies(reading: Reading) -> None:
    """Fill ``reading.bodies`` with the outermost body names of the text, left to right."""
    tokens = reading.tokens
    parser = body_parser(reading)
    small = _in_small_letters()
    at = 0
    for i in lexicon().starts(tokens):
        if i < at or not (tokens.upper[i] or tokens.lower[i] in small):
            continue
        if tokens.text[tokens.start[i] - 1 : tokens.start[i]] in ("-", "/"):
            continue  # the issuer code of a document's number
        result = parser.parse(i)
        if result is not None and frames.stands_alone(tokens, i, result[0], result[1]):
            reading.bodies.append(result[1])
            at = result[0]
    centre = [found for found in acting(tokens.text) if not any(b.start <= found.start < b.end for b in reading.bodies)]
    if centre:
        reading.bodies = sorted([*reading.bodies, *centre], key=lambda b: b.start)
