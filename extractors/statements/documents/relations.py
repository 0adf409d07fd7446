"""How documents bear on each other: ``Kết luận 01 về tiếp tục thực hiện Chỉ thị 05``.

Only a verb that stands directly before a document's name relates it (domain notes 1.7): in another document's
title, or with another document as the subject of the sentence. The verbs are rows of ``document_verbs.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from vankien.extractors.grammar.documents.lists import end_of
from vankien.extractors.grammar.lexicon import rows
from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.documents.openings import FILL

_SUBJECT_VERBS = frozenset({
    "amends", "supplements", "replaces", "repeals", "guides", "concretises", "institutionalises", "basedOn",
})  # fmt: skip
"""Relations that a document may have as the subject of a sentence; to carry out is what people do."""

_STATE = frozenset({row["state"] for row in rows("document_types.tsv")} - {"-", "", "Document"})
_REVIEW = re.compile(r"(?<!\w)(?:sơ\s+kết|tổng\s+kết)(?:\s+\w+){0,3}\s+(?:năm\s+|việc\s+)?\Z", re.IGNORECASE)
_SAME_SIDE = frozenset({"amends", "supplements", "replaces", "repeals"})
"""Relations only between papers of one side: no Party paper amends a law, it asks for it."""

_PREDICATE_GAP = re.compile(r"[^;:?!\"]{0,130}\Z")
JOIN = re.compile(r"\s*(?:,|;|và|,\s*và)\s*(?:các\s+)?\Z")
"""Between coordinated papers."""

_AIMS = re.compile(r"(?<!\w)(?:nhằm|để)\s+(?:góp\s+phần\s+)?\Z")
"""A paper carries another out where that is what it is for: ``Quyết định A nhằm thực hiện Nghị quyết B``."""

_DENIED = re.compile(r"(?<!\w)(?:không|chưa|chẳng)\s+(?:phải\s+|được\s+)?(?:nhằm\s+|để\s+)?\Z", re.IGNORECASE)
_PASSIVE = re.compile(r"(?<!\w)(?:được|bị)\s+\Z")
_MANY = re.compile(r"(?:các|những|hai|ba|bốn|\d)\s+\Z", re.IGNORECASE)


@cache
def verbs(column: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """(pattern that ends where a document may begin, relation by verb) of the verbs of a column."""
    table = {row["verb"]: row[column] for row in rows("document_verbs.tsv") if row[column]}
    longest = sorted(table, key=len, reverse=True)
    pattern = "|".join(re.escape(v).replace(r"\ ", r"\s+").replace(" ", r"\s+") for v in longest)
    return re.compile(rf"(?<!\w)(?P<verb>{pattern}){FILL}\s*\Z", re.IGNORECASE), table


def governing(text: str, begin: int, at: int, column: str) -> tuple[int, str] | None:
    """(offset, relation) of the verb that governs the document beginning at ``at``; None without one."""
    pattern, table = verbs(column)
    match = pattern.search(text, max(begin, at - 90), at)
    if match is None or _DENIED.search(text, max(begin, match.start() - 24), match.start()):
        return None
    review = _REVIEW.search(text, max(begin, match.start() - 45), match.start()) if column == "body" else None
    if review is not None:  # sơ kết 1 năm thực hiện: to review, not to carry out
        return review.start(), "reviews"
    return match.start(), table[re.sub(r"\s+", " ", match["verb"].lower())]


@cache
def _lead_in() -> re.Pattern[str]:
    """What may stand before the paper that a sentence begins with."""
    words = "|".join(re.escape(r["word"]) for r in rows("document_words.tsv") if r["list"] == "lead-in")
    return re.compile(rf"[\s*\"#(-]*(?:(?:{words})\s+)?")


def state_relations(reading: Reading) -> None:
    """Add the relations between documents that titles and sentences tell."""
    documents = reading.documents
    starts = [d.start for d in documents]
    for outer in documents:
        span = outer.attributes.get("title_span")
        if span:
            _in_title(
                reading,
                outer,
                span,
                documents[bisect_left(starts, span[0]) : bisect_left(starts, span[1])],
                documents,
            )
        if outer.attributes.get("amending"):
            _amending(reading, outer, documents)
    for k, document in enumerate(documents):
        if k:
            _in_sentence(reading, document, documents[:k])


def with_following(text: str, document: Found, documents: list[Found]) -> list[Found]:
    """A document and those coordinated with it: ``Chỉ thị A và Kết luận B``."""
    together = [document]
    for other in documents:
        if other.start < document.end:
            continue
        end = end_of(together[-1])
        if end > other.start or not JOIN.fullmatch(text, end, other.start):
            break
        together.append(other)
    return together


def relate(
    reading: Reading, one: Found, other: Found, relation: str, start: int, end: int, rule: str
) -> None:
    """Say that one document bears on another; what only one side's papers do to each other, never across."""
    if relation in _SAME_SIDE and of_state(one) != of_state(other):
        return
    for id in one.entities:
        for target in other.entities:
            if id != target:
                reading.say(id, relation, target, start, end, rule)


def of_state(document: Found) -> bool:
    """Whether a document is the State's."""
    return document.cls in _STATE


def _in_title(
    reading: Reading, outer: Found, span: tuple[int, int], inner: list[Found], documents: list[Found]
) -> None:
    """The first document that a title names, if a verb governs it (a programme is only its means).

    What a paper replaces or amends may go on behind the title (``bãi bỏ A và B``); what it carries out may not: the
    next paper is as likely a sibling of the outer one.
    """
    for document in [d for d in inner if d.cls != "ActionProgramme" or "number" in d.attributes][:1]:
        verb = governing(reading.text, span[0], document.start, "document")
        if verb is None or document.entities == outer.entities:
            continue
        for target in (
            with_following(reading.text, document, documents) if verb[1] in _SAME_SIDE else [document]
        ):
            relate(reading, outer, target, verb[1], outer.start, target.end, "verb-in-title")


def _amending(reading: Reading, outer: Found, documents: list[Found]) -> None:
    """``Luật sửa đổi, bổ sung một số điều của Luật X``: the law inside the name."""
    for document in documents:
        if document is not outer and outer.holds(document):
            relate(reading, outer, document, "amends", outer.start, outer.end, "amending-law")


def _in_sentence(reading: Reading, document: Found, earlier: list[Found]) -> None:
    """``A … thay thế B``: the sentence begins with A, the verb governs B or the list that B stands in."""
    begin = reading.sentence_at(document.start)[0]
    subjects = [d for d in earlier if d.start >= begin and not d.holds(document)]
    if not subjects or not _lead_in().fullmatch(reading.text, begin, subjects[0].start):
        return
    subject = subjects[0]
    at = max(subject.attributes.get("tail_end", subject.end), subject.end)
    first = _first_of_list(reading.text, subjects[1:], document)
    if any(d.end > at and d is not document for d in subjects[1:] if d.start < first.start):
        return
    verb = governing(reading.text, at, first.start, "document")
    if verb is None or not _PREDICATE_GAP.match(reading.text[at : verb[0]]):
        return
    if _PASSIVE.search(reading.text, at, verb[0]):  # A được sửa đổi tại B: B amends A
        return
    if verb[1] in _SUBJECT_VERBS or _AIMS.search(reading.text, at, verb[0]):
        relate(reading, subject, document, verb[1], subject.start, document.end, "verb-after-document")


def _first_of_list(text: str, before: list[Found], document: Found) -> Found:
    """The first of a list of papers (``các Nghị quyết A, B và C``) that a document stands in, else itself."""
    first = document
    for other in reversed(before):
        end = max(other.end, other.attributes.get("tail_end", 0), other.attributes.get("title_end", 0))
        if end > first.start or not JOIN.fullmatch(text, min(end, first.start), first.start):
            break
        first = other
    return (
        first if first is document or _MANY.search(text, max(0, first.start - 6), first.start) else document
    )
