"""Who holds which post: posts beside a name (domain notes 5.2, patterns A-H), and the body of each post.

A *cluster* is a run of names and posts with nothing between them but commas, brackets, titles and the like.
Posts right before a name (blank between) are that person's; posts after a name belong to it up to the
next person's own; a head before a colon goes to every name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vankien.extractors.grammar.shapes import PersonFound, PostFound
from vankien.extractors.linking.posts import named_behind
from vankien.extractors.reading import Found, Reading
from vankien.extractors.statements.persons.clusters import TERM, TITLES, Cluster, clusters, light_text
from vankien.extractors.statements.persons.openings import LONG, OVER, next_clause, years_ago
from vankien.extractors.statements.persons.visitors import settle

_SEVERAL = re.compile(r"\b(?:các|hai|ba|bốn|những)\s+(?:đồng chí|ông,? bà|ông|bà)\s*:?\s*\Z", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|và|,\s*và)\s*(?:(?:đồng chí|ông|bà)\s+)?", re.IGNORECASE)
_NOW = re.compile(r"hiện là|hiện|nay là", re.IGNORECASE)
_NOW_INSTEAD = re.compile(r"\bnay là|\(\s*hiện là", re.IGNORECASE)
_COLON = re.compile(rf"(?:{TERM}|\s)*:(?:\s|(?:{TITLES})(?!\w))*", re.IGNORECASE)


@dataclass(slots=True)
class Holding:
    """A person and a post beside them, with the status the words give."""

    person: PersonFound
    post: PostFound
    status: str
    rule: str


def holdings(reading: Reading) -> list[Holding]:
    """All pairs of person and post that stand beside each other (worked out once an article)."""
    if "holdings" not in reading.memo:
        reading.memo["holdings"] = _holdings(reading)
    result: list[Holding] = reading.memo["holdings"]
    return result


def _holdings(reading: Reading) -> list[Holding]:
    found: list[Holding] = []
    text = light_text(reading)
    for items in clusters(reading, text):
        cluster = Cluster(text, items, reading.published.year if reading.published else None)
        taken: set[int] = set()
        for k in range(len(items)):
            if cluster.person(k):
                group, open_before = cluster.left_group(k)
                if group and open_before and len(group) > 1:
                    group = group[-1:]  # A, nguyên Bí thư X, Chủ tịch Y B: the last is B's, the first A's
                if group:
                    taken.update(group)
                    found += _pair(cluster, k, group, "posts before name")
        titled = {k for k in range(len(items)) if cluster.person(k) and k - 1 in taken}
        for k in range(len(items)):
            if cluster.person(k):
                group = cluster.right_group(k, taken)
                if k in titled and group and _subject(cluster.items[group[0]]) and (len(group) == 1 or not _alone(cluster.items[group[0]])):
                    continue  # Chủ tịch nước A, Thủ tướng mời …: the next subject, no second office
                taken.update(group)
                if not (group and next_clause(reading, cluster.items[0].start, cluster.items[k], cluster.items[group[-1]].end)):
                    found += _pair(cluster, k, group, "posts after name")
        found += _shared_heads(cluster, taken)
        found += _shared_tail(cluster, text[max(0, items[0].start - 24) : items[0].start])
        if (ago := years_ago(reading, items[0].start)) >= LONG:
            found = list(_back_then(found, items, ago))
    return found


def _back_then(found: list[Holding], items: list[Found], ago: int) -> Iterator[Holding]:
    """Posts beside a name in a sentence of long ago: over after a generation, before that nobody can say."""
    for pair in found:
        if pair.status != "current" or pair.person not in items:
            yield pair
        elif ago >= OVER:
            yield replace(pair, status="former", rule="told of long ago")


def _subject(item: Found) -> bool:
    """Whether a post of the State as such stands without its body, as a person's name would."""
    return _alone(item) or (isinstance(item, PostFound) and item.body is not None and item.body.frame == "chamber" and item.body.bare)


def _alone(item: Found) -> bool:
    return isinstance(item, PostFound) and item.body is None and item.attributes["complement"] in ("self", "government")


def _shared_heads(cluster: Cluster, taken: set[int]) -> list[Holding]:
    """``các đồng chí Ủy viên …: A, B, C``: every post before the colon goes to every name after it."""
    found: list[Holding] = []
    for k in range(1, len(cluster.items)):
        opens = cluster.person(k) or _group(cluster.items[k - 1])  # "các đồng chí Ủy viên …: Phó Thủ tướng A; B, …"
        if opens and not cluster.person(k - 1) and _COLON.fullmatch(cluster.gaps[k - 1]):
            heads, j = [], k - 1
            while j >= 0 and not cluster.person(j) and j not in taken:
                heads.append(j)
                j -= 1
            m = k
            own_posts = not cluster.person(k) or (k + 1 < len(cluster.items) and not cluster.person(k + 1))
            while m < len(cluster.items):
                if cluster.person(m):
                    found += _pair(cluster, m, sorted(heads), "head before colon", shared=True)
                if ":" in cluster.gaps[m] or (";" in cluster.gaps[m] and not own_posts):
                    break  # a list of bare names ends at the semicolon; one of names with posts goes on
                m += 1
    return found


def _shared_tail(cluster: Cluster, before: str) -> list[Holding]:
    """``các đồng chí A, B, C, Phó Chủ tịch UBND tỉnh X``: a post that several hold goes to every name of the list."""
    names = next((k for k in range(len(cluster.items)) if not cluster.person(k)), 0)
    if names < 2 or not _SEVERAL.search(before) or any(cluster.person(k) for k in range(names, len(cluster.items))):
        return []
    gaps = cluster.gaps[: names - 1]
    tail = [k for k in range(names, len(cluster.items)) if _many(cluster.items[k])]
    if len(tail) != len(cluster.items) - names or not all(_AND.fullmatch(gap) for gap in gaps):
        return []
    return [h for k in range(names - 1) for h in _pair(cluster, k, tail, "shared tail")]


def _group(item: Found) -> bool:
    """Whether a post is that of several persons who follow (``các đồng chí Ủy viên Bộ Chính trị``)."""
    return isinstance(item, PostFound) and item.group


def _many(item: Found) -> bool:
    """Whether several persons hold a post at once: deputies and members."""
    return isinstance(item, PostFound) and (item.role.startswith("Phó ") or item.role == "Thứ trưởng" or item.weak)


def _pair(cluster: Cluster, k: int, group: list[int], rule: str, shared: bool = False) -> list[Holding]:
    person = cluster.items[k]
    assert isinstance(person, PersonFound)
    posts = [p for p in (cluster.items[j] for j in group) if isinstance(p, PostFound)]
    formers = [p for p in posts if p.former]
    past = False
    found: list[Holding] = []
    for j, post in zip(group, posts, strict=True):
        if post.group and not shared:
            continue
        before = cluster.gaps[j - 1] if j else ""
        if post.former:  # written once it is of the whole list; "khi đó là" always
            past = len(formers) == 1 or bool(post.attributes.get("then"))
        elif ")" in before:
            past = False
        elif _NOW.search(before) or post.weak:
            past = past and not _NOW.search(before) and not post.weak
        status = "former" if post.former or past or cluster.over(post) else "incoming" if post.attributes.get("new") and post.attributes["complement"] != "abroad" else "current"
        before_that = found[-1] if found and j - 1 in group else None
        if before_that is not None and before_that.status == "current" and not before_that.post.weak and _NOW_INSTEAD.search(before):
            before_that.status = "former"  # Chủ tịch UBND huyện X (nay là Phó Giám đốc Sở Y)
        found.append(Holding(person, post, status, "no longer" if post.attributes.get("ended") else rule))
    return found


def state_tenures(reading: Reading) -> None:
    """State holdsPost for every pair, and postIn for every post whose words name its body."""
    settle(reading, ((pair.person, pair.post) for pair in holdings(reading)))
    for post in reading.posts:
        if isinstance(post, PostFound) and post.entities and not post.hidden and post.body is not None:
            named = not post.body.hidden or post.body.attributes.get("fused")
            if post.body.entities and named and (post.role != "Tổng Bí thư" or post.body.cls in ("ForeignParty", "CentralCommittee")):
                reading.say(post.entities[0], "postIn", post.body.entities[0], post.start, post.end, "body named in post")
    held = {pair.person.entities[0] for pair in holdings(reading)}
    for post in reading.posts:  # Thứ trưởng B of the one ministry: unless the article gives B another post
        person = named_behind(reading, post) if isinstance(post, PostFound) and post.attributes.get("short") and post.entities else None
        if person is not None and person.entities and person.entities[0] not in held:
            reading.say(person.entities[0], "holdsPost", post.entities[0], post.start, person.end, "short form before name", status="current")
    for pair in holdings(reading):
        start, end = min(pair.person.start, pair.post.start), max(pair.person.end, pair.post.end)
        reading.say(
            pair.person.entities[0], "holdsPost", pair.post.entities[0], start, end, pair.rule, status=pair.status,
            acting=pair.post.acting or None,
        )  # fmt: skip

