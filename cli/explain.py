"""``vankien explain``: what a base says about one thing, and the words that say it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from vankien.cli.console import complain, say, say_json, table
from vankien.cli.parameters import AsJson, Base, opened

if TYPE_CHECKING:
    from vankien.graph.explain import Candidates, Explanation, Told
    from vankien.graph.facts import Fact

SHOWN = 3
"""Pieces of evidence shown for one fact, unless all are asked for."""

Name = Annotated[str, typer.Argument(metavar="IRI-or-label", help="The thing: its IRI, or a name as articles write it.")]
All = Annotated[bool, typer.Option("--all", help=f"Show all evidence of a fact, not only the {SHOWN} earliest.")]


def explain(kb: Base, name: Name, every: All = False, as_json: AsJson = False) -> None:
    """Tell what a base knows about one thing, and how.

    Each fact with its quote, article, date and rule, and how many articles support it; where some of them are reprints, also how many stories. A name that several things share is not guessed: the candidates are listed with their IRIs and the
    exit code is 2.

    \b
    Example:
      vankien explain kb "Chỉ thị 05-CT/TW"
      vankien explain kb https://w3id.org/vankien/id/body/bộ-chính-trị --json
    """
    from vankien.graph.explain import Candidates

    found = opened(kb).explain(name)
    if as_json:
        say_json(asdict(found))
    elif not isinstance(found, Candidates):
        tell(found, every)
    if isinstance(found, Candidates):
        list_candidates(found, as_json)
        raise typer.Exit(2)


def list_candidates(found: Candidates, as_json: bool) -> None:
    """What a name may stand for."""
    if not found.things:
        complain(f"{found.name}: nothing in the base has this name")
        return
    complain(f"{found.name}: {len(found.things)} things have this name; give the IRI of one")
    if not as_json:
        table(("class", "label", "IRI"), ((thing.cls, thing.label, thing.iri) for thing in found.things))


def tell(found: Explanation, every: bool) -> None:
    """An explanation for a person."""
    say(f"{found.thing.label}  ({found.thing.cls})")
    say(found.thing.iri)
    if found.names:
        say(f"also written: {', '.join(found.names)}")
    say(f"named in {articles(found.articles)}")
    for value in found.values:
        where = "from the registry" if value.inferred else articles(value.support)
        say(f"  {value.attribute}: {value.value}  ({where})")
    for fact in found.facts:
        say()
        tell_fact(found, fact)
        shown = fact.evidence if every else fact.evidence[:SHOWN]
        for evidence in shown:
            tell_evidence(evidence)
        if len(shown) < len(fact.evidence):
            say(f"    ... and {len(fact.evidence) - len(shown)} more (--all)")


def tell_fact(found: Explanation, fact: Told) -> None:
    """One line that says the fact: the thing stands where the arrow starts or ends."""
    other = fact.other.label if fact.other else "-"
    this = found.thing.label
    ends = f"{this} -> {other}" if fact.outgoing else f"{other} -> {this}"
    values = "".join(f"  {name}: {value}" for name, value in fact.attributes.items())
    say(f"{fact.predicate}: {ends}{values}  [{articles(fact.support)}{stories(fact)}]")


def tell_evidence(evidence: Fact) -> None:
    """The words, and where they stand."""
    source = evidence.source
    mode = "" if evidence.mode == "stated" else f", {evidence.mode}"
    where = ", ".join(part for part in (source.published, source.paper, source.title, source.id) if part)
    say(f"    “{' '.join(evidence.quote.split())}”")
    say(f"    {where}  ({evidence.rule}{mode})")


def stories(fact: Told) -> str:
    """How many stories those articles tell, where some are reprints."""
    return "" if fact.stories == fact.support else f", {'1 story' if fact.stories == 1 else f'{fact.stories:,} stories'}"


def articles(count: int) -> str:
    """A count of articles in words."""
    return "1 article" if count == 1 else f"{count:,} articles"
