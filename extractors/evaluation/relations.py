"""Relations and attributes against the annotation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from vankien.extractors.evaluation.counts import Fault, Figures
from vankien.extractors.evaluation.gold import GoldArticle
from vankien.extractors.evaluation.mentions import words
from vankien.ontology.nouns import Extraction, Statement

RELATIONS = (
    "holdsPost", "postIn", "issuedBy", "adoptedAt", "docRelation", "implements", "organisedBy", "participant",
    "represents", "commemorates", "personnelAct",
)  # fmt: skip
BETWEEN_DOCUMENTS = {
    "implements", "continues", "amends", "supplements", "replaces", "repeals", "guides", "basedOn", "concretises",
    "institutionalises",
}  # fmt: skip
SAME_KIND = {"supplements": "amends", "repeals": "replaces"}
QUALIFIER = {"holdsPost": "status", "participant": "role", "implements": "type"}
ATTRIBUTES = {
    "Document": ("letters", "number", "issuerCode", "term", "date"),
    "Event": ("kind", "status", "date", "years"),
}

Aligned = Mapping[str, tuple[str, int]]


class Key(NamedTuple):
    """What makes two relations the same: name, both ends, and the kind or qualifier that counts."""

    name: str
    subject: str
    object: str | None
    detail: str


def key(name: str, subject: str, target: str | None, attributes: Mapping[str, Any], qualified: bool) -> Key:
    """The key of a relation; relations between documents and acts carry their kind in either part."""
    if name == "docRelation":
        kind = str(attributes.get("type", ""))
        return Key(name, subject, target, SAME_KIND.get(kind, kind))
    if name == "personnelAct":
        return Key(name, subject, target, str(attributes.get("act", "")))
    detail = str(attributes.get(QUALIFIER.get(name, ""), "")) if qualified else ""
    return Key(name, subject, target, detail)


def _said(statement: Statement, kinds: Mapping[str, str], ends: Aligned, qualified: bool) -> Key | None:
    """The key of a statement in the annotation's own entities; None when it is not one that counts."""
    name, attributes = statement.predicate, dict(statement.attributes)
    if statement.mode == "inferred":
        return None
    ends_are_documents = (
        statement.object and kinds.get(statement.subject) == kinds.get(statement.object) == "Document"
    )
    if name in BETWEEN_DOCUMENTS and ends_are_documents:
        name, attributes["type"] = "docRelation", name
    if name not in RELATIONS:
        return None

    def end(entity: str) -> str:
        return ends[entity][0] if entity in ends else f"?{entity}"

    target = None if statement.object is None else end(statement.object)
    return key(name, end(statement.subject), target, attributes, qualified)


def score_relations(
    gold: GoldArticle, extraction: Extraction, ends: Aligned, part: str, figures: Figures
) -> None:
    """Count one article's relations, ``relations`` or ``qualified`` by ``part``."""
    qualified = part == "qualified"
    firm, vague = _annotated(gold, qualified)
    loose = {k[:3] for k in vague}
    kinds = {e.id: e.type for e in extraction.entities}
    said: dict[Key, Statement] = {}
    for statement in extraction.statements:
        if found := _said(statement, kinds, ends, qualified):
            said.setdefault(found, statement)
    labels = {f"?{e.id}": e.label for e in extraction.entities} | {
        k: e.name for k, e in gold.entities.items()
    }
    both = {k[:3] for k in firm} & {k[:3] for k in said}
    for one in sorted(firm | said.keys(), key=str):
        count = figures.counts[part][one.name]
        new = not qualified or (one.name in QUALIFIER and one[:3] in both)  # else told among the relations
        if one in firm and one in said:
            count.right += 1
        elif one in firm:
            count.missed += 1
            if new:
                _fault(figures, gold, part, "missed", one, labels)
        elif one[:3] not in loose and not _optional_end(one, gold):
            count.false += 1
            if new:
                _fault(figures, gold, part, "false", one, labels, said[one])


def _annotated(gold: GoldArticle, qualified: bool) -> tuple[set[Key], set[Key]]:
    """Keys of the annotated relations that count, and of those that may be said or not."""
    firm: set[Key] = set()
    vague: set[Key] = set()
    for relation in gold.relations:
        if relation.name not in RELATIONS:
            continue
        one = key(relation.name, relation.subject, relation.object, relation.attributes, qualified)
        ends = {relation.subject} | ({relation.object} if relation.object is not None else set())
        unclear = relation.optional or (one.name == "docRelation" and one.detail in ("other", ""))
        (vague if unclear or not ends <= gold.required else firm).add(one)
    return firm, vague


def _optional_end(one: Key, gold: GoldArticle) -> bool:
    return any(end is not None and not end.startswith("?") and end not in gold.required for end in one[1:3])


def _fault(
    figures: Figures,
    gold: GoldArticle,
    part: str,
    sort: str,
    one: Key,
    labels: Mapping[str, str],
    by: Statement | None = None,
) -> None:
    subject, target = (
        labels.get(one.subject, one.subject),
        labels.get(one.object or "", one.object or "nothing"),
    )
    what = f"{subject} → {target}" + (f" ({one.detail})" if one.detail else "")
    shown = f"{words(gold.article.text, by.span)} [{by.rule}]" if by else ""
    figures.faults.append(Fault(part, one.name, sort, gold.key, what, shown))


def score_attributes(gold: GoldArticle, extraction: Extraction, ends: Aligned, figures: Figures) -> None:
    """Count the annotated attributes of the documents and events that were found."""
    best: dict[str, tuple[int, Mapping[str, Any]]] = {}
    for entity in extraction.entities:
        target, votes = ends.get(entity.id, ("", 0))
        if target in gold.required and votes > best.get(target, (0, {}))[0]:
            best[target] = (votes, entity.attributes)
    for target, (_, have) in best.items():
        annotated = gold.entities[target]
        for name in ATTRIBUTES.get(annotated.type, ()):
            wanted = annotated.attributes.get(name)
            if wanted in (None, ""):
                continue
            kind = f"{annotated.type}.{name}"
            right = _plain(wanted) == _plain(have.get(name))
            figures.counts["attributes"][kind].right += right
            figures.counts["attributes"][kind].missed += not right
            if not right:
                what = f"{annotated.name}: {wanted} ≠ {have.get(name, 'nothing')}"
                figures.faults.append(Fault("attributes", kind, "wrong", gold.key, what))


def _plain(value: object) -> str:
    """A value as it is compared: the number 05 is the number 5."""
    text = str(value).strip()
    return text.lstrip("0") if text.isdigit() else text
