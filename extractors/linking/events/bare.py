"""Which event a bare head means (``Hội nghị``, ``buổi lễ``): one named before, else the article's main event.

A bare head that tells of the event by itself (``Tại buổi gặp mặt``, with nothing fuller to name it) begins
an event of its own; any other that fits nothing stays without entity.
"""

from __future__ import annotations

import re

from vankien.extractors.linking.events.clusters import Cluster, fits
from vankien.extractors.reading import Found, Reading
from vankien.ontology import iri

LEAD = 1500
NEAR = 250
"""Code points from a named event within which a bare head of the same noun takes it up."""

SAME_NOUN = 4
"""What :func:`fits` gives at least for a head of the same noun."""

_ANCHORED = re.compile(
    r"(?<!\w)(?:[Tt]ại|[Dd]ự|[Cc]hủ\strì|[Kk]hai\smạc|[Bb]ế\smạc|[Kk]ết\sluận|[Kk]ết\sthúc|[Ss]au|[Tt]rong|tổ\schức|của|về"
    r"|[Tt]oàn\scảnh|[Qq]uang\scảnh)\s(?:buổi\s|cuộc\s)?\Z"
)
_IN_GENERAL = re.compile(r"(?<!\w)(?:khi|việc|mỗi\slần)\s(?:tổ\schức|dự|tham\sdự)\s\Z")
"""``khi tổ chức hội nghị``: whenever one is held."""

_BEGUN = re.compile(
    r"(?:[Pp]hát\sbiểu|[Kk]hai\smạc|[Bb]ế\smạc|[Kk]ết\sluận|[Tt]oàn\scảnh|[Qq]uang\scảnh)[^.,;:]{0,20}\s\Z"
)
_REPORTS = frozenset({"conference", "meeting", "ceremony", "plenum", "congress", "visit", "anniversary"})
_NEVER_ALONE = frozenset({"congress", "plenum", "campaign"})
_ATTRIBUTES = ("kind", "status", "date", "endDate", "place")


def link_bare(reading: Reading, bare: list[Found], clusters: list[Cluster]) -> None:
    """Give the bare heads, in text order, the entities of the events they mean."""
    for event in bare:
        scored = [(fits(c, event), c) for c in clusters if event.cls != "Plenum" or c.kind == "plenum"]
        # nobody speaks at a day of history
        scored = [(score, cluster) for score, cluster in scored if score and not any("deed" in f.attributes for f in cluster.finds)]
        if scored:
            _join(reading, event, _choose(reading, event, scored))
        elif _tells(reading, event, clusters):
            clusters.append(_begin(reading, event))


def _choose(reading: Reading, event: Found, scored: list[tuple[int, Cluster]]) -> Cluster:
    """The nearest event before it of the same noun, else the one the lead reports, else the best fit."""
    near = [
        (find.start, cluster)
        for score, cluster in scored
        if score >= SAME_NOUN
        for find in cluster.finds
        if 0 <= event.start - find.end < NEAR and not _in_document(reading, find)
    ]
    if near:
        return max(near, key=lambda n: n[0])[1]
    best = max(score for score, _ in scored)
    main = _main(reading, [c for _, c in scored])
    return main or next(c for score, c in scored if score == best)


def _main(reading: Reading, clusters: list[Cluster]) -> Cluster | None:
    """The first event of the lead that may be reported."""
    lead = [c for c in clusters if c.first.start < LEAD and c.kind in _REPORTS]
    told = [c for c in lead if not _in_document(reading, c.first)]
    return min(told, key=lambda c: c.first.start, default=None)


def _join(reading: Reading, event: Found, cluster: Cluster) -> None:
    """Take a bare mention in; ``Phát biểu khai mạc hội nghị`` shows that a planned event has begun."""
    event.entities = (cluster.id,)
    cluster.finds.append(event)
    draft = reading.entity(cluster.id, "Event", event.cls, "", date=event.attributes.get("date"))
    begun = reading.published is None and _BEGUN.search(reading.text, max(0, event.start - 40), event.start)
    if begun and draft.attributes.get("status") == "planned":
        draft.attributes["status"] = "held"


def _in_document(reading: Reading, event: Found) -> bool:
    return any(d.start <= event.start and event.end <= d.end for d in reading.documents)


def _is_anchored(reading: Reading, event: Found) -> bool:
    return _ANCHORED.search(reading.text, max(0, event.start - 24), event.start) is not None


def _tells(reading: Reading, event: Found, clusters: list[Cluster]) -> bool:
    """Whether a bare head tells of the article's event by itself."""
    kind = event.attributes["kind"]
    if _IN_GENERAL.search(reading.text, max(0, event.start - 18), event.start):
        return False
    if kind in _NEVER_ALONE or not _is_anchored(reading, event):
        return False
    if any(_reported(reading, c) for c in clusters if not _is_other(c, event)):
        return False
    return kind != "contest" or reading.text.lower().count(event.label.lower()) > 2


def _is_other(cluster: Cluster, event: Found) -> bool:
    """A seminar beside a reception that a verb tells: two events of one report."""
    return bool(cluster.first.attributes.get("verb")) and event.cls == "Conference"


def _reported(reading: Reading, cluster: Cluster) -> bool:
    """Whether the article may be the report of an event that its lead names."""
    first = cluster.first
    if cluster.kind not in _REPORTS or cluster.kind == "anniversary" or first.cls in ("Session", "Congress"):
        return False
    if first.start >= LEAD or first.attributes.get("status") == "planned" or _in_document(reading, first):
        return False
    dated = first.attributes.get("date")
    if first.cls == "Plenum" and first.attributes.get("scope") == "national" and not dated:
        return False
    told = dated or first.attributes.get("verb") or len(cluster.finds) > 1
    return bool(told) or _is_anchored(reading, first)


def _begin(reading: Reading, event: Found) -> Cluster:
    cluster = Cluster.of(event, iri.event(str(event.attributes["kind"]), event.label, reading.key))
    cluster.add(event)
    event.entities = (cluster.id,)
    attributes = {a: event.attributes.get(a) for a in _ATTRIBUTES}
    label = event.label[0].upper() + event.label[1:]
    reading.entity(cluster.id, "Event", event.cls, label, (), **attributes)
    return cluster
