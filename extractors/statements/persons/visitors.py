"""The offices of a visiting delegation: those of its own State and party, not Vietnam's of the same name.

``Cùng đi có các đồng chí Souphanh Keomixay, Ủy viên Trung ương Đảng, Bộ trưởng Bộ Kế hoạch Đầu tư`` in a report on
Laos: the words leave the country to the article, and the article speaks of one (domain notes 5.3).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from vankien.extractors.grammar.bodies import abroad
from vankien.extractors.grammar.bodies.names import countries
from vankien.extractors.grammar.persons.words import alien, foreign_name
from vankien.extractors.grammar.shapes import BodyFound, PersonFound, PostFound
from vankien.extractors.reading import Reading
from vankien.ontology import iri

PARTY_ORGANS = frozenset({"Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương Đảng"})
OWN = PARTY_ORGANS | {"Quốc hội", "Chính phủ"}
NAMED, RARER = 3, 3
"""How often the country must be named, and how many times as often as any other."""


def central(post: PostFound) -> bool:
    """Whether a post is one of the State or Party as such, whose name many countries share."""
    if post.attributes.get("envoy"):
        return False  # Đại sứ Lào tại Việt Nam: the name says whose
    return post.body is None or post.body.known in OWN or post.body.cls == "Ministry"


def country_of(reading: Reading) -> str:
    """The one foreign country an article speaks of, "" where it is none or several."""
    tokens, counts = reading.tokens, Counter[str]()
    for i in countries().starts(tokens):
        if tokens.upper[i] and (match := countries().longest(tokens, i)):
            counts[match[1]] += 1
    (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= NAMED and most >= RARER * second else ""


def settle(reading: Reading, pairs: Iterable[tuple[PersonFound, PostFound]]) -> None:
    """Give the central posts beside foreigners' names the body and the entity of their own country."""
    theirs = [
        post for person, post in pairs
        if not person.short and foreign_name(person.label) and any(map(alien, person.label.split())) and central(post) and post.entities
        and not (post.body is not None and post.body.cls == abroad.CLASS)
    ]  # fmt: skip
    if not theirs or not (country := country_of(reading)):
        return
    for post in theirs:
        _move(reading, post, country)


def _move(reading: Reading, post: PostFound, country: str) -> None:
    if post.body is None:
        own = " ".join(post.label.split()) if post.attributes["complement"] == "assistant" else post.role
        label = f"{own} {country}"
        post.entities = (iri.post(label, ""),)
    else:
        name, cls = _abroad(reading, post.body, country)
        if not name:
            return
        post.body.entities = (iri.body(name),)
        reading.entity(post.body.entities[0], "Body", cls, name)
        label = f"{post.role} {name}"
        post.entities = (iri.post(post.role, post.body.entities[0]),)
    post.attributes["visitor"] = country
    reading.entity(post.entities[0], "Post", "Post", label, role=post.role, country=country)


def _abroad(reading: Reading, body: BodyFound, country: str) -> tuple[str, str]:
    """Name and class of the body of the same name in the other country; "" for organs of a party that is not known."""
    label = body.known or (reading.entities[body.entities[0]].label if body.entities else body.label)
    if label not in PARTY_ORGANS:
        return f"{label} {country}", "StateBody"
    party = abroad.ruling().get(country, "")
    return (f"{label.removesuffix(' Đảng')} {party}", abroad.CLASS) if party else ("", "")
