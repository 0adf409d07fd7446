"""``vankien explain``: what a base says about one thing, and the words that say it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from vankien.cli.console import complain, say, say_json, table
from vankien.cli.parameters import AsJson, Base, opened
from vankien.ontology.errors import UsageError

if TYPE_CHECKING:
    from vankien.graph import KnowledgeBase
    from vankien.graph.explain import Candidates, Explanation, Told
    from vankien.graph.facts import Fact, Thing
    from vankien.graph.links import Link
    from vankien.graph.tenures import How, Tenure

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

SHOWN = 3
"""Pieces of evidence shown for one fact, unless all are asked for."""

Name = Annotated[str, typer.Argument(metavar="IRI-or-label", help="The thing: its IRI, or a name as articles write it.")]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", show_default=False, help="Of a post: who held it on this day (YYYY-MM-DD), as far as articles tell."),
]
All = Annotated[bool, typer.Option("--all", help=f"Show all evidence of a fact, not only the {SHOWN} earliest.")]


def explain(kb: Base, name: Name, every: All = False, on: On = None, as_json: AsJson = False) -> None:
    """Tell what a base knows about one thing, and how.

    Each fact with its quote, article, date and rule, and how many articles support it; where some of them are reprints, also how many stories. A name that several things share is not guessed: the candidates are listed with their IRIs and the
    exit code is 2.

    \b
    Example:
      vankien explain kb "Chỉ thị 05-CT/TW"
      vankien explain kb https://w3id.org/vankien/id/body/bộ-chính-trị --json
      vankien explain kb "Bí thư Tỉnh ủy Nghệ An" --on 2024-03-20
    """
    from vankien.graph.explain import Candidates

    base = opened(kb)
    found = base.explain(name)
    if isinstance(found, Candidates) and not (on is not None and are_periods(found.things)):
        if as_json:
            say_json(asdict(found))
        list_candidates(found, as_json)
        raise typer.Exit(2)
    if on is not None:
        tell_holders(base, found.things if isinstance(found, Candidates) else (found.thing,), on, as_json)
    elif as_json:
        say_json(asdict(found))
    elif not isinstance(found, Candidates):
        tell(found, every)


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, written YYYY-MM-DD."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return _DAY.fullmatch(text) is not None


def are_periods(things: tuple[Thing, ...]) -> bool:
    """Whether all are one post before and after its body was founded anew under the old name."""
    return len({thing.iri.partition("/from-")[0] for thing in things}) == 1


def tell_holders(base: KnowledgeBase, posts: tuple[Thing, ...], day: str, as_json: bool) -> None:
    """Who held a post on a day, with the words; and what is known of the others, if nobody did."""
    for thing in posts:
        if thing.kind != "Post":
            raise UsageError(f"{thing.label}: --on asks who held a post, and this is a {thing.kind.lower()}")
    if not is_day(day):
        raise UsageError(f"{day}: not a day; it is written YYYY-MM-DD")
    held = [(tenure, how) for post in posts for tenure, how in base.holders(post.iri, day)]
    if as_json:
        say_json([{"how": how, **asdict(tenure)} for tenure, how in held])
        return
    say(f"{posts[0].label} on {day}: {'no article tells' if not held else ''}".rstrip())
    for tenure, how in held or ((tenure, None) for post in posts for tenure in base.tenures(post.iri)):
        tell_tenure(tenure, how)


def tell_tenure(tenure: Tenure, how: How | None) -> None:
    """One person in the post: the days that are known, and the words of the first article."""
    days = [
        f"called the holder {tenure.first}" + (f" to {tenure.last}" if tenure.last != tenure.first else "") if tenure.first else "",
        f"from {stated(tenure, 'startDate', tenure.starts)}" if tenure.starts else "",
        f"to {stated(tenure, 'endDate', tenure.ends)}" if tenure.ends else "",
        f"called former or outgoing {tenure.left}" if tenure.left else "",
    ]
    say(f"  {tenure.person.label}: {'; '.join(day for day in days if day)}" + (f"  ({how})" if how else ""))
    tell_evidence(tenure.evidence[0])


def stated(tenure: Tenure, what: str, days: tuple[str, ...]) -> str:
    """Stated days, each with the articles that state it; several are a conflict."""
    of = {day: sorted({dated.fact.source.id for dated in tenure.dates if dated.what == what and dated.day == day}) for day in days}
    return " or ".join(f"{day} ({', '.join(ids)})" for day, ids in of.items())


def list_candidates(found: Candidates, as_json: bool) -> None:
    """What a name may stand for."""
    if not found.things:
        complain(f"{found.name}: nothing in the base has this name")
        return
    complain(f"{found.name}: {len(found.things)} things have this name; give the IRI of one")
    if not as_json:
        table(("class", "label", "IRI"), ((thing.cls, in_time(thing), thing.iri) for thing in found.things))


def in_time(thing: Thing) -> str:
    """A thing's name; that of a body which goes on under an old name, or of a post in it, with its first day."""
    since = thing.iri.partition("/from-")[2]
    return f"{thing.label} (since {since})" if since else thing.label


def tell(found: Explanation, every: bool) -> None:
    """An explanation for a person."""
    say(f"{found.thing.label}  ({found.thing.cls})")
    say(found.thing.iri)
    if found.names:
        say(f"also written: {', '.join(found.names)}")
    say(f"named in {articles(found.articles)}")
    for value in found.values:
        where = articles(value.support) if not value.inferred else "from the registry" if value.registered else "inferred"
        say(f"  {value.attribute}: {value.value}  ({where})")
    for link in found.links:
        tell_link(found, link)
    for fact in found.facts:
        say()
        tell_fact(found, fact)
        shown = fact.evidence if every else fact.evidence[:SHOWN]
        for evidence in shown:
            tell_evidence(evidence)
        if len(shown) < len(fact.evidence):
            say(f"    ... and {len(fact.evidence) - len(shown)} more (--all)")


def tell_link(found: Explanation, link: Link) -> None:
    """One line on what the registries know, or all articles together."""
    ends = (found.thing.label, link.other.label) if link.outgoing else (link.other.label, found.thing.label)
    where = f"from the registry: {link.source}" if link.source else "across articles"
    what = f"{link.other.label}" if link.other.cls == "ReorganisationEvent" else f"{link.predicate}: {ends[0]} -> {ends[1]}"
    say(f"  {what}{f', {link.date}' if link.date else ''}  ({where})")


def tell_fact(found: Explanation, fact: Told) -> None:
    """One line that says the fact: the thing stands where the arrow starts or ends."""
    other = fact.other.label if fact.other else "-"
    this = found.thing.label
    ends = f"{this} -> {other}" if fact.outgoing else f"{other} -> {this}"
    say(f"{fact.predicate}: {ends}{values(fact.attributes)}  [{articles(fact.support)}{stories(fact)}{span(fact.first, fact.last)}]")


def tell_evidence(evidence: Fact) -> None:
    """The words, and where they stand."""
    source = evidence.source
    mode = "" if evidence.mode == "stated" else f", {evidence.mode}"
    where = ", ".join(part for part in (source.published, source.paper, source.title, source.id) if part)
    say(f"    “{' '.join(evidence.quote.split())}”")
    say(f"    {where}  ({evidence.rule}{mode})")


def values(attributes: Mapping[str, str]) -> str:
    """The attributes of a fact behind it."""
    return "".join(f"  {name}: {value}" for name, value in attributes.items())


def stories(fact: Told) -> str:
    """How many stories those articles tell, where some are reprints."""
    return "" if fact.stories == fact.support else f", {'1 story' if fact.stories == 1 else f'{fact.stories:,} stories'}"


def span(first: str, last: str) -> str:
    """First and last day, or the one day; nothing where none is known."""
    return f", {first}" + (f" to {last}" if last != first else "") if first else ""


def articles(count: int) -> str:
    """A count of articles in words."""
    return "1 article" if count == 1 else f"{count:,} articles"
