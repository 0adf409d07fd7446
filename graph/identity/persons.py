"""Who is who across articles: persons of one full name are one person only where their posts agree.

An article's persons carry IRIs of their own (``person/<name>/<article>``). Here those of one name
are clustered, and each cluster gets one canonical IRI: a pure function of the cluster, so that
neither the order of reading nor an earlier state of the base shows in it.

- Never on the name alone: the registers of the Party hold many a Nguyễn Văn Thắng (domain notes 5.3).
- One shared post that tells (a role in a named body) joins; membership of a large committee joins only
  when two of them agree. ``weak_posts.tsv`` says which are weak.
- Not over many years without an article in between: the same name in the same post may be another person then.
- A role without a body is no evidence, but for the few that are unique in the State, nor is a post in a
  body that only one article knows.
- Whom articles resolve to one person of the registry (``resolvedTo``) are that person, under the registry's IRI;
  two persons of the registry are never one, whatever posts a third article gives to their name.
- What a curator has judged (:mod:`vankien.graph.journal`) goes before evidence: *same* joins, also across names,
  *different* parts. Of those whom evidence joins to two parted persons, each goes with the one whom alone it
  joins him to; who is joined to both stays apart. Of verdicts that contradict each other the first in the order
  of IRIs holds. Of two that are parted although articles make both one person of the registry, neither is that one.

>>> post = "bí-thư/đảng-ủy-khối"
>>> here, there = Appearance("urn:1", "nguyễn-văn-thể", "a1", (post,)), Appearance("urn:2", "nguyễn-văn-thể", "a2", (post,))
>>> set(canonical([here, there]).values())
{'https://w3id.org/vankien/id/person/nguyễn-văn-thể/bí-thư/đảng-ủy-khối'}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vankien.graph.identity.evidence import Appearance, tells
from vankien.graph.identity.parting import cores, joined, parted, seeds
from vankien.graph.identity.verdicts import NONE, Verdicts, pair
from vankien.ontology import iri

_PERSONS = f"{iri.BASE}person/"


def name_of(person: str, key: str) -> str | None:
    """The name (a slug) of a person who is known to this article only; None for a person already canonical.

    >>> name_of("https://w3id.org/vankien/id/person/tô-lâm/a1", "a1")
    'tô-lâm'
    >>> name_of("https://w3id.org/vankien/id/person/hồ-chí-minh", "a1")
    """
    if not (person.startswith(_PERSONS) and person.endswith(f"/{key}")):
        return None
    name = person[len(_PERSONS) : -len(key) - 1]
    return name if name and "/" not in name else None


def is_known(person: str) -> bool:
    """Whether an IRI is that of a person known everywhere: ``person/<name>``, without an article or a post."""
    return person.startswith(_PERSONS) and "/" not in person[len(_PERSONS) :]


def canonical(appearances: Sequence[Appearance], verdicts: Verdicts = NONE) -> dict[str, str]:
    """The canonical IRI of every appearance of one name, or of names that a curator joined. A name of one syllable is nobody's."""
    people = list(_persons(appearances, verdicts))
    names = Counter(_called(person, apart) for person, apart in people if not any(a.known for a in person))
    found: dict[str, str] = {}
    for person, apart in people:
        shared = names[_called(person, apart)] > 1  # two of one name in one post, many years apart
        called = max(a.known for a in person) or _called(person, apart or shared)
        found.update((a.iri, called) for a in person)
    return found


def _called(person: Sequence[Appearance], apart: bool) -> str:
    """A person's IRI: name, and the least post that tells; of one parted from a namesake, who may share it, the least article.

    Only posts under that very name count: with another name somebody else may share them, as anybody with a name of one syllable.
    """
    name = min(a.name for a in person)
    named = [a for a in person if a.name == name]
    telling = min((p for a in named for p in a.posts if tells(p, a.key)), default=None)
    tail = min(a.key for a in named) if telling is None or apart or "-" not in name else telling
    return f"{_PERSONS}{name}/{tail}"


def _persons(appearances: Sequence[Appearance], verdicts: Verdicts) -> Iterator[tuple[list[Appearance], bool]]:
    """Appearances that are one person, each with whether they had to be parted from others."""
    judged = [_judged(a, verdicts) for a in appearances]
    for group in joined(judged, verdicts.same):
        if not verdicts.different and len({a.known for a in group} - {""}) < 2:  # nobody who is certainly another
            yield group, False
            continue
        certain = cores(group, verdicts)
        if seeds(certain, verdicts):
            yield from ((person, True) for person in parted(certain, verdicts))
        else:
            yield [a for core in certain for a in core.members], False


def _judged(appearance: Appearance, verdicts: Verdicts) -> Appearance:
    """An appearance with the person of the registry that a curator gave or took."""
    known = appearance.known
    if known and pair(appearance.iri, known) in verdicts.different:
        known = ""
    given = next((other for other in verdicts.said_same(appearance.iri) if is_known(other)), "")
    return replace(appearance, known=given or known)
