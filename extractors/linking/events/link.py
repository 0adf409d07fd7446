"""Gives every event find its entity: numbered ones by owner and number, the rest within the article.

Global IRIs only where owner and number identify the event everywhere; the rest belong to the article
(``ontology.iri.event``). Bare heads (``Hội nghị``) come last (:mod:`vankien.extractors.linking.events.bare`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from vankien.extractors.grammar.events.ordinals import to_roman
from vankien.extractors.linking.events.bare import link_bare
from vankien.extractors.linking.events.clusters import Cluster
from vankien.extractors.linking.events.main import main_event
from vankien.extractors.linking.events.numbered import (
    Identity,
    identities,
    is_shared,
    last_congress,
    registered_days,
)
from vankien.extractors.reading import Found, Reading
from vankien.ontology import iri

ONLINE = "2000-01-01"
"""Before this day no newspaper of the genre stood on the net: an undated article is younger."""

FIRST_LINES = 320
RECENT = 60
"""Days before publication within which a report's event lies."""

_REPORTED = re.compile(r"(?<!\w)(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Nn]gày)\s(?:ngày\s|nay,?\s)?\(?\d")
_ATTRIBUTES = ("kind", "status", "date", "endDate", "years", "baseYear", "place")
_NAME_WORDS = 14
"""Words of a name that go into an IRI."""


def link_events(reading: Reading) -> None:
    """Fill ``entities`` of the event finds and the drafts of their events; what names no event is removed."""
    events = [e for e in reading.events if not e.hidden]
    named = [e for e in events if not e.attributes.get("bare")]
    clusters: list[Cluster] = []
    numbered: dict[str, tuple[Identity, Cluster]] = {}
    for event in named:
        found = identities(reading, event, named) if "ordinals" in event.attributes else ()
        for identity in found:
            cluster = numbered.setdefault(identity.id, (identity, Cluster.of(event, identity.id)))[1]
            cluster.add(event)
        event.entities = tuple(dict.fromkeys(i.id for i in found))
        if not found and _points(event):
            event.attributes["bare"] = True
        elif not found and (event.cls != "Congress" or event.attributes.get("owner")):
            _cluster(clusters, event)
    name_clusters(reading, clusters)
    for identity, cluster in numbered.values():
        _draft_numbered(reading, identity, cluster)
    everything = [*clusters, *(cluster for _, cluster in numbered.values())]
    link_bare(reading, [e for e in events if e.attributes.get("bare")], everything)
    reading.events = _merged([e for e in reading.events if e.entities])
    _date_of_lead(reading)


def _points(event: Found) -> bool:
    """``Hội nghị Trung ương`` without number and term: which one, another mention says."""
    attributes = event.attributes
    return event.cls == "Plenum" and attributes.get("scope") == "national" and not attributes.get("terms")


def _cluster(clusters: list[Cluster], event: Found) -> None:
    cluster = next((c for c in clusters if c.same(event)), None)
    if cluster is None:
        cluster = Cluster.of(event)
        clusters.append(cluster)
    cluster.add(event)


def name_clusters(reading: Reading, clusters: list[Cluster]) -> None:
    """Entities of the article's own events; a name that two share is told apart by counting in text order."""
    taken: set[str] = set()
    for cluster in clusters:
        label = cluster.fullest.label
        title = label[0].upper() + label[1:]
        name = " ".join(label.split()[:_NAME_WORDS])
        if deed := str(cluster.first.attributes.get("deed", "")):  # a day of history is one everywhere
            title = name = deed
        cluster.id = iri.event(cluster.kind, name, "" if deed else reading.key)
        count = 1
        while cluster.id in taken and not deed:
            count += 1
            cluster.id = iri.event(cluster.kind, f"{name} {count}", reading.key)
        taken.add(cluster.id)
        for event in cluster.finds:
            event.entities = (cluster.id,)
            attributes = {a: event.attributes.get(a) for a in _ATTRIBUTES}
            inferred = () if event.attributes.get("stated") else ("baseYear",)
            reading.entity(cluster.id, "Event", event.cls, title, inferred, **attributes)


def _draft_numbered(reading: Reading, identity: Identity, cluster: Cluster) -> None:
    """Day and status by the registry, else by the words: planned if one mention says so, none tells it."""
    status, day = _registered(reading, identity)
    if not status:
        status = _told_status(reading, identity, cluster, day)
    for event in cluster.finds:
        full = len(event.entities) == 1 and not is_shared(event.label)
        full = full and len(event.label) > len(identity.label)
        attributes = {a: event.attributes.get(a) for a in _ATTRIBUTES}
        attributes["status"] = status or attributes["status"]
        if day and not (event.cls == "Congress" and attributes["endDate"]):  # unless the words give both its days
            attributes["date"] = attributes["endDate"] = None
        attributes["ordinal"] = identity.ordinal
        attributes["term"] = to_roman(identity.term) if identity.term else None
        label = event.label if full else identity.label
        reading.entity(identity.id, "Event", event.cls, label, identity.inferred, **attributes)
    if day:
        reading.entity(identity.id, "Event", cluster.first.cls, "", {"date"}, date=day)


def _told_status(reading: Reading, identity: Identity, cluster: Cluster, day: str) -> str:
    """The status that the mentions tell together; empty where each may speak for itself."""
    if _is_planned(cluster) or _lies_ahead(reading, identity, cluster, day):
        return "planned"
    return "held" if any(f.attributes.get("told") for f in cluster.finds) else ""


def _is_planned(cluster: Cluster) -> bool:
    """Whether more mentions speak of what is to come than tell that it took place; a day of its own does."""
    planned = [bool(f.attributes.get("status") == "planned") for f in cluster.finds]
    if any(f.attributes.get("date") and not p for f, p in zip(cluster.finds, planned, strict=True)):
        return False
    told = sum(bool(f.attributes.get("told")) for f in cluster.finds)
    return sum(planned) > told


def _lies_ahead(reading: Reading, identity: Identity, cluster: Cluster, day: str) -> bool:
    """In an undated article: the last registered congress, or what comes within a year of its latest day."""
    if reading.published is not None or not day or any(f.attributes.get("told") for f in cluster.finds):
        return False
    if identity.id == last_congress():
        return True
    latest = reading.latest_day
    return latest >= ONLINE and latest < day < f"{int(latest[:4]) + 1}{latest[4:]}"


def _registered(reading: Reading, identity: Identity) -> tuple[str, str]:
    """Status as of publication and first day of a congress or plenum, where the registry knows them."""
    first, last = registered_days().get(identity.id, ("", ""))
    if not first:
        return "", ""
    if reading.published is None:
        return ("held" if last < max(reading.latest_day, ONLINE) else ""), first
    today = reading.published.isoformat()
    return ("planned" if today < first else "ongoing" if today < last[: len(today)] else "held"), first


def _is_news(reading: Reading, day: Found) -> bool:
    """Whether a day may be the one reported: no stretch of time, no day of a document, none long past."""
    if day.attributes.get("to") or any(0 <= day.start - d.end < 12 for d in reading.documents):
        return False
    value = str(day.attributes["value"])
    if reading.published is None or len(value) != 10 or value[0] == "-":
        return True
    return 0 <= (reading.published - date.fromisoformat(value)).days <= RECENT


def _merged(events: list[Found]) -> list[Found]:
    """Finds over the same words as one with all their entities (``Đại hội XIII của Đảng và của …``)."""
    kept: dict[tuple[int, int], Found] = {}
    for event in events:
        place = event.start, event.end
        if place in kept:  # a new find: the document rules still need each one by itself
            both = tuple(dict.fromkeys(kept[place].entities + event.entities))
            event = replace(kept[place], entities=both)
        kept[place] = event
    return list(kept.values())


def _date_of_lead(reading: Reading) -> None:
    """A report's event without a day of its own is of the one day that the first lines tell."""
    main = main_event(reading)
    if main is None or main in registered_days() or not _REPORTED.search(reading.text, 0, FIRST_LINES):
        return
    known = reading.entities[main].attributes
    early = [d for d in reading.dates if d.start < FIRST_LINES]
    days = {str(d.attributes["value"]) for d in early if _is_news(reading, d)}
    if len(days) == 1 and not known.get("date") and known.get("status") in ("held", "ongoing"):
        day = days.pop()
        reading.entity(main, "Event", "", "", date=day if len(day) >= 7 else None)
