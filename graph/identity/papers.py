"""Which documents and bodies that only an article knows are one with another's: by exact number, issuer and day, or by judgement.

The number series of a committee begin anew with every term, so a number without its term names no document everywhere:
`Kế hoạch 27-KH/TU` is its article's own. Two are one when letters, number, code, issuer (a body known everywhere) and
the full day of issue are equal. Bodies that an article names without their place are joined by curators alone. What a
curator judged the same as one thing known everywhere is that thing; as two of them, it stays its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from vankien.graph.identity.judgements import Judgements
from vankien.graph.identity.verdicts import Verdicts
from vankien.graph.log import StatementLog
from vankien.graph.quads.nodes import node
from vankien.ontology import iri
from vankien.ontology.known import provinces
from vankien.ontology.nouns import Entity, Extraction

_KINDS = {"Document": f"{iri.BASE}doc/", "Body": f"{iri.BASE}body/"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A document or body that one article knows: IRI, the article's key, and what identifies it everywhere (or empty)."""

    iri: str
    key: str
    sign: str = ""


def papers(extraction: Extraction) -> Iterator[Paper]:
    """The documents and bodies that only this article knows."""
    key = iri.article_key(extraction.article.id)
    issuers: dict[str, set[str]] = {}
    for s in extraction.statements:
        if s.predicate == "issuedBy" and s.object and s.mode != "loose":
            issuers.setdefault(s.subject, set()).add(s.object)
    for entity in extraction.entities:
        base = _KINDS.get(entity.type)
        if base and entity.id.startswith(base) and entity.id.endswith(f"/{key}") and node(entity.id).value == entity.id:
            yield Paper(entity.id, key, _sign(entity, issuers.get(entity.id, set()), key))


def _sign(paper: Entity, issuers: set[str], key: str) -> str:
    given = [str(paper.attributes.get(name) or "") for name in ("letters", "number", "issuerCode", "date")]
    if paper.type != "Document" or not all(given) or len(given[-1]) != 10 or given[-1].startswith("-") or len(issuers) != 1:
        return ""
    (issuer,) = issuers
    return "" if issuer.endswith(f"/{key}") else "|".join((*given, issuer)).encode("utf-8", "replace").decode()


def one_thing(group: Sequence[Paper], verdicts: Verdicts) -> list[tuple[str, list[Paper]]]:
    """Papers that share a sign or a judgement, parted into things, each with its IRI; a function of the group alone."""
    things: dict[str, set[str]] = {p.iri: {p.iri} for p in group}
    signs = {p.iri: p.sign for p in group}
    members = sorted(signs)
    pairs = [*sorted(verdicts.same), *((a, b) for at, a in enumerate(members) for b in members[at + 1 :] if signs[a] and signs[a] == signs[b])]
    for one, other in pairs:
        here, there = things.setdefault(one, {one}), things.setdefault(other, {other})
        if here is there or verdicts.part(here, there) or len(_known((*here, *there), signs)) > 1:
            continue
        here |= there
        things.update((each, here) for each in there)
    found: list[tuple[str, list[Paper]]] = []
    for thing in {id(thing): thing for thing in things.values()}.values():
        known = _known(thing, signs)
        own = [p for p in group if p.iri in thing]
        if own:
            found.append((known[0] if known else min(p.iri for p in own), own))
    return found


def _known(thing: Iterable[str], own: Mapping[str, str]) -> list[str]:
    """Those of the IRIs that are known everywhere."""
    return sorted(each for each in thing if each not in own and is_everywhere(each))


def is_everywhere(thing: str) -> bool:
    """Whether an IRI's form is that of a document or body known everywhere, not of one article's own.

    >>> [is_everywhere(iri.BASE + tail) for tail in ("doc/TW/XII/NQ/35", "body/huyện-ủy-a-lưới/huế", "body/đảng-ủy-khối/bai-1")]
    [True, True, False]
    """
    kind, name, *scope = thing.removeprefix(iri.BASE).split("/")
    if kind == "body":
        return not scope or scope[0] in _provinces()
    return kind == "doc" and len(scope) != 1


@cache
def _provinces() -> frozenset[str]:
    return frozenset(iri.slug(province.name) for province in provinces())


class Papers:
    """The documents and bodies of one log that only an article knows: derived tables, changed in the transaction of the article itself."""

    def __init__(self, log: StatementLog) -> None:
        self.log = log
        self.db = log.db
        self.judgements = Judgements(log)

    def add(self, extraction: Extraction) -> None:
        """Count in an article's own documents and bodies."""
        for paper in papers(extraction):
            self.db.execute("INSERT OR REPLACE INTO paper VALUES (?, ?, ?)", (paper.iri, paper.key, paper.sign))
            self._touch(paper)

    def remove(self, extraction: Extraction) -> None:
        """Count them out."""
        for paper in papers(extraction):
            self._touch(paper)
            self.db.execute("DELETE FROM paper WHERE iri = ?", (paper.iri,))
            self._call(paper.iri, paper.iri, extraction)

    def resolve(self) -> None:
        """Give the touched things, and those linked with them, one IRI each."""
        seen: set[str] = set()
        judged = [end for each in self.log.touched("judged") for end in (each, *self.judgements.of([each]).said_same(each))]
        for start in [*judged, *self.log.touched("paper")]:
            if start in seen:
                continue
            group = self._linked(start)
            seen |= {paper.iri for paper in group}
            for called, members in one_thing(group, self.judgements.of(paper.iri for paper in group)):
                for paper in members:
                    if self.log.called(paper.iri) != called:
                        self._call(paper.iri, called, self.log.extraction(paper.key))
                        self.log.wait(paper.key)
        self.log.looked_at("paper")

    def _touch(self, paper: Paper) -> None:
        others = self.judgements.of([paper.iri]).said_same(paper.iri)
        if paper.sign or others:
            self.log.touch("paper", paper.iri)
        for row in self.db.execute("SELECT iri FROM paper WHERE sign = ? AND sign <> ''", (paper.sign,)).fetchall():
            self.log.touch("paper", row[0])
        for other in others:
            self.log.touch("judged", other)

    def _call(self, paper: str, called: str, extraction: Extraction | None) -> None:
        """Set what a thing is called in the graph, and the posts in it with it; all the names must be labelled anew."""
        names = {paper: called}
        tail = paper.removeprefix(_KINDS["Body"])
        for entity in extraction.entities if extraction and tail != paper else ():
            if entity.type == "Post" and entity.id.endswith(f"/{tail}"):
                names[entity.id] = entity.id[: -len(tail)] + called.removeprefix(_KINDS["Body"])
        for own, name in names.items():
            self.log.rename(own, name if name != own else None)

    def _linked(self, start: str) -> list[Paper]:
        found: dict[str, Paper] = {}
        ahead, asked = [start], {start}
        while ahead:
            each = ahead.pop()
            row = self.db.execute("SELECT * FROM paper WHERE iri = ?", (each,)).fetchone()
            others = set(self.judgements.of([each]).said_same(each))
            if row is not None:
                found[each] = Paper(*row)
                others |= {i for (i,) in self.db.execute("SELECT iri FROM paper WHERE sign = ? AND sign <> ''", (row[2],))}
            ahead += sorted(others - asked)
            asked |= others
        return sorted(found.values(), key=lambda paper: paper.iri)
