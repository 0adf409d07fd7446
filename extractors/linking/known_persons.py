"""Which person of the registry an article means: by full name and a fact that the article tells, never by the name alone.

A fact fits when the article gives the person a post that the registry gives at that time (domain notes 5.3: name, post, place
and time together). Registered posts are read by the same grammar as the article, so that ``Bí thư TP HCM`` and
``Bí thư Thành ủy Thành phố Hồ Chí Minh`` are one. What stands in one source only needs a second fact beside it.

The link is a statement ``resolvedTo``, inferred, whose words are those that give the person the post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from vankien.extractors.grammar.bodies.find import find_bodies
from vankien.extractors.grammar.posts.find import find_posts
from vankien.extractors.linking.bodies.link import link_bodies
from vankien.extractors.linking.periods import Period, calendar_day, tenure, term
from vankien.extractors.linking.posts import link_posts
from vankien.extractors.reading import Reading, begin
from vankien.extractors.statements.skeleton import pronouns
from vankien.ontology import iri
from vankien.ontology.known_persons import KnownPerson, KnownTenure, named, tenures_of
from vankien.ontology.nouns import Article, Statement

_COMMITTEE = iri.body("Ban Chấp hành Trung ương Đảng")
FULL, ALTERNATE = iri.post("Ủy viên", _COMMITTEE), iri.post("Ủy viên dự khuyết", _COMMITTEE)
# Bí thư Trung ương Đảng is a seat in the Secretariat (Ban Bí thư), under another name (domain notes 5.1).
_SECRETARIAT = iri.post("Ủy viên", iri.body("Ban Bí thư"))
_SAME = {iri.post("Bí thư", _COMMITTEE): _SECRETARIAT}
# Terms whose whole Central Committee is registered: there a name and a seat mean one person; elsewhere the namesake may be missing.
_WHOLE = frozenset({"X", "XI"})
_BORN = re.compile(
    r"\b(?:sinh\s+(?:năm|ngày)|SN)\s*:?\s*(?:\d{1,2}\s*[/.-]\s*(?:\d{1,2}\s*[/.-]\s*)?|"
    r"\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm|,)?\s+)?((?:19|20)\d\d)\b"
)


@dataclass(slots=True)
class Fit:
    """What the article tells of the person, and the registry of a candidate alike.

    ``posts`` are statements of posts, by the post's IRI; ``seats`` of a seat in the Central Committee, which two hundred have;
    ``sure`` are those among both that decide alone. ``born``: the year of birth is told, and is the candidate's.
    """

    posts: dict[str, Statement] = field(default_factory=dict)
    seats: list[Statement] = field(default_factory=list)
    sure: list[Statement] = field(default_factory=list)
    born: bool = False

    def decides(self) -> tuple[Statement, ...]:
        """The statements whose words make the link; none if they do not suffice."""
        if self.sure:
            return (self.sure[0],)
        found = (*self.posts.values(), *self.seats[:1])
        return found[:2] if len(found) + self.born >= 2 else ()


def link_known_persons(reading: Reading) -> None:
    """State ``resolvedTo`` for each person of the article whom its facts show to be one of the registry."""
    if not calendar_day(reading.article.published[:10]):
        return  # without a day no post can be compared
    held: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        if statement.predicate == "holdsPost" and statement.object:
            held.setdefault(statement.subject, []).append(statement)
    for subject, statements in held.items():
        name = reading.entities[subject].label
        if " " not in name or not subject.endswith(f"/{reading.key}"):
            continue  # one syllable is nobody's name; persons of history are known by name already
        candidates = named(name)
        if candidates:
            _decide(reading, subject, statements, candidates)


def _decide(reading: Reading, subject: str, statements: list[Statement], candidates: tuple[KnownPerson, ...]) -> None:
    years = set(_born(reading, subject))
    if len(years) > 1:
        return  # the article has two persons of the name, or a misprint
    left = [c for c in candidates if not (years and c.born and c.born[:4] not in years)]
    fits = [(c, _fit(reading, c, statements, bool(years and c.born))) for c in left]
    if len(candidates) > 1:  # a seat may be the namesake's: only a post or the year of birth tells them apart
        fits = [(c, fit) for c, fit in fits if fit.posts or fit.born]
    if len(fits) == 1:
        _resolve(reading, subject, *fits[0])


def _resolve(reading: Reading, subject: str, person: KnownPerson, fit: Fit) -> None:
    """A statement for each fact that it took, with the words that say the fact."""
    for told in fit.decides():
        reading.entity(person.iri, "Person", "Person", person.name)
        rule = "known person by seat" if told.object in (FULL, ALTERNATE) else "known person by post"
        reading.statements.append(Statement(subject, "resolvedTo", person.iri, told.span, rule, "inferred"))


def _fit(reading: Reading, person: KnownPerson, statements: Iterable[Statement], born: bool) -> Fit:
    day, fit = reading.article.published[:10], Fit(born=born)
    for told in statements:
        post, status = _SAME.get(str(told.object), str(told.object)), str(told.attributes.get("status"))
        if post in (FULL, ALTERNATE):
            _seats(fit, person, told, status, day)
            continue
        for word, period, known in _tenures(person.id):
            if word in _words(post) and period.fits(status, day) and post in posts_in(known):
                fit.posts.setdefault(post, told)
                if known.confirmed:
                    fit.sure.append(told)
    return fit


def _seats(fit: Fit, person: KnownPerson, told: Statement, status: str, day: str) -> None:
    """A seat in the Central Committee; a former one never decides alone, since the term is left open."""
    for membership in person.terms:
        known = term(membership.term)
        if membership.full == (told.object == FULL) and known is not None and known.fits(status, day):
            fit.seats.append(told)
            if membership.confirmed and membership.term in _WHOLE and status == "current":
                fit.sure.append(told)


def _words(post: str) -> tuple[str, ...]:
    """First syllables that a post's words may have."""
    return ("bí", "ủy") if post == _SECRETARIAT else (post.rsplit("/post/", 1)[-1].split("/")[0].split("-")[0],)


@lru_cache(maxsize=None)
def _tenures(person: str) -> tuple[tuple[str, Period, KnownTenure], ...]:
    """The tenures of a registered person, each with its first syllable (which spares reading most of them) and its time."""
    return tuple((known.post.split()[0].lower(), tenure(known), known) for known in tenures_of(person))


@lru_cache(maxsize=None)
def posts_in(known: KnownTenure) -> tuple[str, ...]:
    """IRIs of the posts that the grammar reads in a registered post's words (one, where the words are good)."""
    reading = begin(Article("", known.post, published=known.start or known.held or known.end))
    for step in (find_bodies, find_posts, link_bodies, link_posts):
        step(reading)
    posts = (p.entities[0] for p in reading.posts if p.entities and not p.hidden)
    return tuple(_SAME.get(post, post) for post in posts)


def _born(reading: Reading, subject: str) -> Iterator[str]:
    """Years of birth that the sentences give the person: after the name, or after a pronoun that stands for it."""
    if "births" not in reading.memo:
        reading.memo["births"] = _BORN.search(reading.text) is not None
    if not reading.memo["births"]:
        return
    people = [p for p in reading.persons if p.entities and not p.hidden]
    places = [(p.end, p.entities) for p in people]
    places += [(end, reading.persons[k].entities) for _, end, k in pronouns(reading)]
    for at, entities in places:
        if entities == (subject,):
            stop = min([reading.sentence_at(at - 1)[1], *(p.start for p in people if p.start >= at)])
            if told := _BORN.search(reading.text, at, stop):
                yield told[1]
