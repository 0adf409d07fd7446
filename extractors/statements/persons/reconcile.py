"""One article, one status: what the makers of statements said of a person and a post is brought together.

Explicit ``nguyên`` beats the act, an act beats an apposition; an act is said once, with the most it says; the
offices of foreigners are not those of the same name in Vietnam.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vankien.extractors.grammar.persons.words import foreign_name
from vankien.extractors.grammar.shapes import PersonFound, PostFound
from vankien.extractors.reading import Reading
from vankien.extractors.statements.persons.tenures import holdings
from vankien.extractors.statements.persons.visitors import central
from vankien.ontology import iri
from vankien.ontology.nouns import Statement

# Of several statuses that an article gives one person in one post: "nguyên" in words, then acts, then the rest.
_RANK = {"outgoing": 4, "incoming": 3, "former": 2, "current": 1}


def reconcile(reading: Reading) -> None:
    """Keep one status for each person and post: explicit ``nguyên`` beats the act, an act beats an apposition."""
    _release_moved(reading)
    best: dict[tuple[str, str | None], int] = {}
    for statement in reading.statements:
        if statement.predicate == "holdsPost":
            pair = (statement.subject, statement.object)
            best[pair] = max(best.get(pair, 0), _rank(statement))
    abroad = _abroad(reading)
    theirs = _only_abroad(reading, abroad)
    reading.statements = list(_merged(reading.statements))
    fuller = _grouped(reading.statements)
    reading.statements = [
        s
        for s in reading.statements
        if (s.predicate != "holdsPost" or _rank(s) == best[(s.subject, s.object)])
        and not (s.predicate in ("holdsPost", "personnelAct") and s.subject in abroad and s.object in {None, *abroad[s.subject]})
        and not (s.predicate == "postIn" and s.subject in theirs)
        and not any(_fuller(other, s) for other in fuller.get((s.predicate, s.subject, s.object), ()))
    ]


def _only_abroad(reading: Reading, abroad: dict[str, set[str]]) -> set[str | None]:
    """Posts that this article gives to foreigners alone: their body is not the Vietnamese one either."""
    held: dict[str | None, set[str]] = {}
    for s in reading.statements:
        if s.predicate in ("holdsPost", "personnelAct"):
            held.setdefault(s.object, set()).add(s.subject)
    return {post for post, people in held.items() if all(p in abroad and post in abroad[p] for p in people)}


def _release_moved(reading: Reading) -> None:
    """Who is moved (điều động, luân chuyển) or retires leaves the offices that stand in apposition; memberships stay.

    So does a deputy who becomes the head of the same body.
    """
    moved = {reading.persons[int(k)].entities[0] for kind, k in reading.memo.get("moved", ()) if kind == "P"}
    offices = {
        p.entities[0] for p in reading.posts
        if isinstance(p, PostFound) and p.entities and not p.weak and p.role not in ("Tổng Bí thư", "Chủ tịch nước")
    }  # fmt: skip
    taken = {(s.subject, s.object) for s in reading.statements if s.attributes.get("status") == "incoming"}
    risen = _risen(reading)
    for k, s in enumerate(reading.statements):
        left = (s.subject in moved and s.object in offices and (s.subject, s.object) not in taken) or (s.subject, s.object) in risen
        if s.predicate == "holdsPost" and left:
            if s.attributes["status"] == "current" and s.object != _secretariat():
                reading.statements[k] = replace(s, attributes={**s.attributes, "status": "outgoing"})


def _risen(reading: Reading) -> set[tuple[str, str | None]]:
    """(person, deputy's post) where the person now takes up the head's post in the same body."""
    deputies = {
        p.entities[0]: iri.post(p.role.removeprefix("Phó ").removesuffix(" Thường trực"), p.body.entities[0])
        for p in reading.posts
        if isinstance(p, PostFound) and p.entities and p.body is not None and p.body.entities and p.role.startswith("Phó ")
    }
    heads = {(s.subject, s.object) for s in reading.statements if s.attributes.get("status") == "incoming"}
    return {(person, deputy) for deputy, head in deputies.items() for person, post in heads if post == head}


def _secretariat() -> str:
    """Bí thư Trung ương Đảng is a membership (of the Secretariat), although its role is a secretary's."""
    return iri.post("Bí thư", iri.body("Ban Chấp hành Trung ương Đảng"))


def _merged(statements: list[Statement]) -> Iterator[Statement]:
    """An act told twice is one act: what one sentence adds (the day, who decided) joins the fullest, if nothing conflicts."""
    acts: dict[tuple[str, str | None, object], list[Statement]] = {}
    for s in statements:
        if s.predicate == "personnelAct" and s.attributes.get("act") != "award":
            acts.setdefault((s.subject, s.object, s.attributes.get("act")), []).append(s)
        else:
            yield s
    for told in acts.values():
        told.sort(key=lambda s: -len(s.attributes))  # stable: of equals the first stays
        kept: list[Statement] = []
        for s in told:
            k = next((k for k, one in enumerate(kept) if _agree(one, s)), None)
            if k is None:
                kept.append(s)
            else:
                kept[k] = replace(kept[k], attributes={**s.attributes, **kept[k].attributes})
        yield from kept


def _agree(one: Statement, other: Statement) -> bool:
    """Whether what both say is the same: one act is decided by one body, on one day."""
    shared = one.attributes.keys() & other.attributes.keys()
    return all(one.attributes[key] == other.attributes[key] for key in shared)


def _grouped(statements: list[Statement]) -> dict[tuple[str, str, str | None], list[Statement]]:
    """Acts and tenures by person and post."""
    found: dict[tuple[str, str, str | None], list[Statement]] = {}
    for s in statements:
        if s.predicate in ("personnelAct", "holdsPost"):
            found.setdefault((s.predicate, s.subject, s.object), []).append(s)
    return found


def _fuller(other: Statement, than: Statement) -> bool:
    """Whether another statement of the same act or tenure says the same and more (who decided, the measure, a day)."""
    return len(other.attributes) > len(than.attributes) and than.attributes.items() <= other.attributes.items()


def _abroad(reading: Reading) -> dict[str, set[str]]:
    """Persons with a foreign name or office -> the Vietnamese central posts that cannot be theirs."""
    shared = {
        p.entities[0] for p in reading.posts
        if isinstance(p, PostFound) and p.entities and central(p) and not p.attributes.get("visitor")
    }  # fmt: skip
    offices = {
        h.person.entities[0] for h in holdings(reading)
        if h.post.body is not None and (h.post.body.frame == "country" or h.post.body.innermost().cls == "ForeignParty")
    }  # fmt: skip
    return {
        p.entities[0]: shared for p in reading.persons
        if isinstance(p, PersonFound) and p.entities and not p.short and (p.entities[0] in offices or foreign_name(p.label))
    }  # fmt: skip


def _rank(statement: Statement) -> int:
    status = statement.attributes["status"]
    return 5 if status == "former" and "name" in statement.rule else _RANK[status]
