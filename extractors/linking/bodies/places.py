"""Which territory an article is about, for the short forms that leave it out (``UBND tỉnh``, ``Thành ủy``)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import compress

from vankien.extractors.grammar.bodies.places import gazetteer, place
from vankien.extractors.grammar.shapes import BodyFound
from vankien.extractors.reading import Reading
from vankien.extractors.text.tokens import Tokens
from vankien.ontology import known
from vankien.ontology.iri import slug

# A day in the middle of the press at hand, for articles without a date.
_USUAL_DAY = "2020-01-01"


@lru_cache(maxsize=None)
def units(day: str = "") -> dict[str, str]:
    """Unit (tỉnh, thành phố) of each province by name as of a day (ISO date): Huế and Đồng Nai changed theirs."""
    return {name: province.unit for name, province in _provinces(day or _USUAL_DAY).items()}


@lru_cache(maxsize=None)
def _provinces(day: str) -> dict[str, known.Province]:
    found: dict[str, known.Province] = {}
    for province in known.provinces():
        if province.name not in found or province.alive(day):
            found[province.name] = province
    return found


@lru_cache(maxsize=1)
def _districts() -> dict[str, str]:
    """Districts whose name only one province has -> that province."""
    where: dict[str, set[str]] = {}
    for district in known.districts():
        where.setdefault(district.name, set()).add(district.province)
    return {name: next(iter(provinces)) for name, provinces in where.items() if len(provinces) == 1}


def province_of(district: str) -> str:
    """The province of a district with a name of its own ("" where several have one, or none)."""
    return _districts().get(district, "")


_STEP = re.compile(r"[\s,(]{1,3}(?:thuộc\s)?(?P<unit>tỉnh|huyện|quận|thị\sxã|thành\sphố|TP\.?)?\s?(?P<words>[^\s,;().]+(?:\s[^\s,;().]+){0,3})")


def behind(text: str, at: int, day: str = "") -> str:
    """The province of a day that stands behind a name: ``xã Tân Sơn, huyện Đô Lương, tỉnh Nghệ An``; "" where none does.

    >>> behind("xã Tân Sơn (huyện Đô Lương, Nghệ An) họp", 10), behind("phường 5, quận Gò Vấp đang", 8), behind("xã Tân Sơn, ông A dự", 10)
    ('Nghệ An', 'Hồ Chí Minh', '')
    """
    found = ""
    for _ in range(2):  # a district, then its province
        match = _STEP.match(text, at)
        if match is None:
            break
        words = match["words"].split()
        names = [" ".join(words[:n]) for n in range(len(words), 0, -1)]
        province = next((name for name in names if name in _names(day)), "")
        if province and match["unit"] not in ("huyện", "quận", "thị xã"):
            return province
        district = next((name for name in names if province_of(name)), "") if match["unit"] else ""
        if not district:
            break
        found, at = province_of(district), match.start("words") + len(district)
    return found


@lru_cache(maxsize=4096)
def _names(day: str) -> frozenset[str]:
    """Names of the provinces of a day; after the mergers of 2025 those before them, too, which articles still name."""
    days = (day or _USUAL_DAY, _USUAL_DAY) if not day or day > _USUAL_DAY else (day,)
    return frozenset(p.name for p in known.provinces() if any(p.alive(each) for each in days))


@lru_cache(maxsize=1)
def _hosts() -> dict[str, str]:
    """Names of provinces without marks and blanks, as newspapers' addresses carry them (baobinhdinh.vn)."""
    return {_plain(name): name for name in _provinces(_USUAL_DAY)}


def _plain(name: str) -> str:
    stripped = "".join(c for c in unicodedata.normalize("NFD", slug(name)) if not unicodedata.combining(c))
    return stripped.replace("đ", "d").replace("-", "")


def home(reading: Reading) -> str:
    """The province the article is about, or "" where several or none are.

    By the newspaper's address, else the only province named with a body or a unit word, else the one that has
    at least two thirds of all mentions.
    """
    source = _plain(reading.article.source.split("(")[0]) + _plain(reading.article.url)
    for host, name in _hosts().items():
        if len(host) > 4 and host in source:
            return name
    counts: Counter[str] = Counter()
    for body in reading.bodies:
        if isinstance(body, BodyFound):
            node = body.innermost()
            if node.level == "province":
                counts[node.place] += 2
    tokens = reading.tokens
    counts.update(_named(tokens))
    counts.update(name for name in _named(Tokens(reading.article.title)) for _ in range(2))
    if not counts:
        return ""
    (name, most), total = counts.most_common(1)[0], sum(counts.values())
    return name if most * 3 >= total * 2 or len(counts) == 1 else ""


def _named(tokens: Tokens) -> list[str]:
    root, found, at = gazetteer().root, [], 0
    for i in compress(range(tokens.n), tokens.upper):
        if i < at or tokens.lower[i] not in root:
            continue
        provinces = [(end, name) for end, (name, _, level) in gazetteer().matches(tokens, i) if level == "province"]
        if provinces:
            at, name = provinces[-1]
            found.append(name)
    return found


def only_unit(reading: Reading, unit: str) -> str:
    """Unit and name of the one territory of this kind that the article names ("" where it names none or several)."""
    tokens = reading.tokens
    found = set()
    for i in range(tokens.n - 1):
        if tokens.lower[i] == unit and tokens.upper[i + 1] and (named := place(tokens, i)) is not None and named.name:
            found.add(named.name)
    return f"{unit} {found.pop()}" if len(found) == 1 else ""
