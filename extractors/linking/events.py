"""Gives every event find its entity: numbered ones by owner and number, the rest within the article.

Global IRIs only where owner and number identify the event everywhere; the rest belong to the article
(``ontology.iri.event``). Bare heads (``Hội nghị``) come last; one that cannot be tied to an event is dropped.
"""

from __future__ import annotations

import re

from vankien.extractors.grammar.events_ordinals import to_roman
from vankien.extractors.linking.events_clusters import Cluster, fits
from vankien.extractors.linking.events_main import main_event
from vankien.extractors.linking.events_numbered import Identity, identities, registered_days
from vankien.extractors.reading import Found, Reading
from vankien.ontology import iri

LEAD = 1500
ONLINE = "2000-01-01"
"""Before this day no newspaper of the genre stood on the net: an undated article is younger."""

_ANCHORED = re.compile(
    r"(?<!\w)(?:[Tt]ại|[Dd]ự|[Cc]hủ\strì|[Kk]hai\smạc|[Bb]ế\smạc|[Kk]ết\sluận|[Kk]ết\sthúc|[Ss]au|[Tt]rong|tổ\schức|của|về"
    r"|[Tt]oàn\scảnh|[Qq]uang\scảnh)\s(?:buổi\s|cuộc\s)?\Z"
)
FIRST_LINES = 320
_REPORTED = re.compile(r"(?<!\w)(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Nn]gày)\s(?:ngày\s|nay,?\s)?\(?\d")
_BEGUN = re.compile(
    r"(?:[Pp]hát\sbiểu|[Kk]hai\smạc|[Bb]ế\smạc|[Kk]ết\sluận|[Tt]oàn\scảnh|[Qq]uang\scảnh)[^.,;:]{0,20}\s\Z"
)
_REPORTS = frozenset({"conference", "meeting", "ceremony", "plenum", "congress", "visit", "anniversary"})
_ATTRIBUTES = ("kind", "status", "date", "endDate", "years", "baseYear", "place")


def link_events(reading: Reading) -> None:
    """Fill ``entities`` of the event finds and the drafts of their events; finds that name no event are removed."""
    events = [e for e in reading.events if not e.hidden]
    named = [e for e in events if not e.attributes.get("bare")]
    clusters: list[Cluster] = []
    numbered: dict[str, tuple[Identity, Cluster]] = {}
    for event in named:
        found = identities(reading, event, named) if "ordinals" in event.attributes else ()
        if found:
            event.entities = tuple(dict.fromkeys(i.id for i in found))
            for identity in found:
                numbered.setdefault(identity.id, (identity, Cluster(str(event.attributes["kind"]))))[1].add(event)
        elif event.cls == "Plenum" and event.attributes.get("scope") == "national" and not event.attributes.get("terms"):
            event.attributes["bare"] = True  # Hội nghị Trung ương: which one, another mention says
        elif event.cls != "Congress" or event.parts or event.attributes.get("owner"):
            _cluster(clusters, event)
    _name(reading, clusters)
    for identity, cluster in numbered.values():
        _draft_numbered(reading, identity, cluster)
    everything = [*clusters, *(c for _, c in numbered.values())]
    for event in events:
        if event.attributes.get("bare"):
            _link_bare(reading, event, everything)
    reading.events = _merged([e for e in reading.events if e.entities])
    _date_of_lead(reading)


def _date_of_lead(reading: Reading) -> None:
    """A report's event without a day of its own is of the one day that the first lines tell."""
    main = main_event(reading)
    if main is None or reading.entities[main].attributes.get("date") or "/event/plenum/tw-" in main:
        return
    days = {str(d.attributes["value"]) for d in reading.dates if d.start < FIRST_LINES and not d.attributes.get("to")}
    if len(days) == 1 and len(day := days.pop()) >= 7 and reading.entities[main].attributes.get("status") != "planned":
        if _REPORTED.search(reading.text[:FIRST_LINES]):
            reading.entity(main, "Event", "", "", date=day)


def _merged(events: list[Found]) -> list[Found]:
    """Finds over the same words as one with all their entities (``Đại hội XIII của Đảng và của Đảng bộ Khối``)."""
    kept: dict[tuple[int, int], Found] = {}
    for event in events:
        first = kept.setdefault((event.start, event.end), event)
        if first is not event:
            first.entities = tuple(dict.fromkeys(first.entities + event.entities))
    return list(kept.values())


def _draft_numbered(reading: Reading, identity: Identity, cluster: Cluster) -> None:
    """The registry's day and what it says about the status win over the words; one plan makes an unknown one planned."""
    status, day = _registered(reading, identity)
    if not status:
        told = [f for f in cluster.finds if f.attributes.get("date") and f.attributes.get("status") != "planned"]
        status = "planned" if not told and any(f.attributes.get("status") == "planned" for f in cluster.finds) else ""
    for event in cluster.finds:
        single = len(event.entities) == 1 and len(event.label) > len(identity.label)
        attributes = {a: event.attributes.get(a) for a in _ATTRIBUTES}
        if status:
            attributes["status"] = status
        if day:
            attributes["date"] = attributes["endDate"] = None
        reading.entity(
            identity.id, "Event", event.cls, event.label if single else identity.label, identity.inferred,
            ordinal=identity.ordinal, term=_roman(identity.term), **attributes,
        )  # fmt: skip
    if day:
        reading.entity(identity.id, "Event", cluster.first.cls, "", {"date"}, date=day)


def _roman(term: int | None) -> str | None:
    return to_roman(term) if term else None


def _registered(reading: Reading, identity: Identity) -> tuple[str, str]:
    """Status as of publication and first day of a national congress or plenum, where the registry knows them."""
    first, last = registered_days().get(identity.id, ("", ""))
    if not first:
        return "", ""
    if reading.published is None:
        return ("held" if last < max(_latest(reading), ONLINE) else ""), first
    today = reading.published.isoformat()
    return ("planned" if today < first else "ongoing" if today < last[: len(today)] else "held"), first


def _latest(reading: Reading) -> str:
    """The latest full day an undated article tells of: it was published then or later."""
    days = [str(d.attributes["value"]) for d in reading.dates]
    return max((d for d in days if len(d) == 10 and d[0] != "-"), default="")


def _cluster(clusters: list[Cluster], event: Found) -> None:
    for cluster in clusters:
        if cluster.same(event):
            cluster.add(event)
            return
    cluster = Cluster(str(event.attributes["kind"]))
    cluster.add(event)
    clusters.append(cluster)


def _name(reading: Reading, clusters: list[Cluster]) -> None:
    """Entities of the article's own events; a name that two share is told apart by counting in text order."""
    taken: set[str] = set()
    for cluster in clusters:
        label = cluster.fullest.label
        name = " ".join(label.split()[:14])
        id = iri.event(cluster.kind, name, reading.key)
        count = 1
        while id in taken:
            count += 1
            id = iri.event(cluster.kind, f"{name} {count}", reading.key)
        taken.add(id)
        label = label[0].upper() + label[1:]
        for event in cluster.finds:
            event.entities = (id,)
            _draft(reading, id, event, label)


def _draft(reading: Reading, id: str, event: Found, label: str) -> None:
    attributes = {a: event.attributes.get(a) for a in _ATTRIBUTES}
    inferred = {"baseYear"} if "baseDate" not in event.attributes else set()
    reading.entity(id, "Event", event.cls, label, inferred, **attributes)


def _link_bare(reading: Reading, event: Found, clusters: list[Cluster]) -> None:
    """The nearest event before it with the same head, else the main event, else the one that fits best."""
    scored = [(fits(c, event), c) for c in clusters if event.cls != "Plenum" or c.kind == "plenum"]
    scored = [(s, c) for s, c in scored if s]
    if not scored:
        _begin(reading, event, clusters)
        return
    near = [
        (f.start, c)
        for s, c in scored
        if s >= 4
        for f in c.finds
        if 0 <= event.start - f.end < 250 and not _in_document(reading, f)
    ]
    if near:
        chosen = max(near, key=lambda n: n[0])[1]
    else:
        main = _main(reading, [c for _, c in scored])
        best = max(s for s, _ in scored)
        chosen = main or next(c for s, c in scored if s == best)
    event.entities = chosen.first.entities
    chosen.finds.append(event)
    _told(reading, event)
    if len(event.entities) == 1:
        reading.entity(event.entities[0], "Event", event.cls, "", date=event.attributes.get("date"))


def _told(reading: Reading, event: Found) -> None:
    """``Phát biểu khai mạc hội nghị``: what is spoken of like this has begun, whatever is planned for it elsewhere."""
    if len(event.entities) != 1 or reading.published is not None:
        return
    draft = reading.entities[event.entities[0]]
    if draft.attributes.get("status") == "planned" and _BEGUN.search(reading.text, max(0, event.start - 40), event.start):
        draft.attributes["status"] = "held"


def _main(reading: Reading, clusters: list[Cluster]) -> Cluster | None:
    """The event that the lead reports: the first with a day or an organiser's verb before it."""
    for cluster in sorted(clusters, key=lambda c: c.first.start):
        first = cluster.first
        if first.start < LEAD and cluster.kind in _REPORTS and not _in_document(reading, first):
            return cluster
    return None


def _in_document(reading: Reading, event: Found) -> bool:
    return any(d.start <= event.start and event.end <= d.end for d in reading.documents)


def _begin(reading: Reading, event: Found, clusters: list[Cluster]) -> None:
    """A bare head that tells of the article's event by itself: ``Tại buổi gặp mặt``, with nothing fuller to name it."""
    if any(_reported(reading, c) for c in clusters):
        return
    if event.attributes["kind"] == "contest" and reading.text.lower().count(event.label.lower()) < 3:
        return
    if event.attributes["kind"] in ("congress", "plenum", "campaign") or not _ANCHORED.search(reading.text, max(0, event.start - 24), event.start):
        return
    cluster = Cluster(str(event.attributes["kind"]))
    cluster.add(event)
    _name(reading, [cluster])
    clusters.append(cluster)


def _reported(reading: Reading, cluster: Cluster) -> bool:
    """Whether an event named in the lead is one that the article may be the report of."""
    first = cluster.first
    if cluster.kind not in _REPORTS or cluster.kind == "anniversary" or first.cls in ("Session", "Congress"):
        return False
    told = first.attributes.get("date") or first.attributes.get("verb") or len(cluster.finds) > 1
    if not told and not _ANCHORED.search(reading.text, max(0, first.start - 24), first.start):
        return False
    return first.start < LEAD and first.attributes.get("status") != "planned" and not _in_document(reading, first)
