"""``vankien resolve``: shows which things of a base may be one, and records what a curator judges."""

from __future__ import annotations

import getpass
import re
from dataclasses import asdict
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vankien.cli.console import complain, say, say_json
from vankien.cli.explain import articles
from vankien.cli.parameters import AsJson, Base, opened
from vankien.ontology.errors import UsageError

if TYPE_CHECKING:
    from vankien.graph import KnowledgeBase
    from vankien.graph.doubts import Doubt, Side

_PAIR = re.compile(r"[0-9a-f]{8}")

LIMIT = 20
"""Pairs shown, unless more are asked for."""

Things = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PAIR | IRI IRI]", show_default=False, help="What to judge: a pair by its number in the list, or two things by IRI. One IRI shows of which articles' things it is made."),
]
As = Annotated[str | None, typer.Option("--as", metavar="VERDICT", show_default=False, help="same, different, unsure; undone takes an earlier verdict back.")]
Because = Annotated[str, typer.Option("--because", metavar="TEXT", show_default=False, help="Why; for the journal.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", show_default=False, help="Who judges; for the journal. Your login name unless given.")]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", show_default=False, help="Only pairs of a kind: person, event, document, body.")]
Named = Annotated[str, typer.Option("--name", metavar="TEXT", show_default=False, help="Only pairs whose names hold this text.")]
Limit = Annotated[int, typer.Option("--limit", min=0, help="Pairs shown at most; 0 shows all.")]
Judged = Annotated[bool, typer.Option("--judged", help="Show the journal instead: what was judged so far.")]
Apply = Annotated[bool, typer.Option("--apply", help="Let a journal that was edited by hand take effect (every build does, too).")]


def resolve(
    kb: Base, things: Things = None, verdict: As = None, because: Because = "", by: By = None, kind: Kind = None, named: Named = "",
    limit: Limit = LIMIT, judged: Judged = False, apply: Apply = False, as_json: AsJson = False,
) -> None:
    """Show which things may be one, and record what you judge.

    No rule decides these pairs; the reasons for each are listed. A verdict goes into KB/journal.tsv, a plain table that can be edited, kept under
    version control and taken back line by line; it holds for all later builds, also of a base made anew beside the same file.

    \b
    Example:
      vankien resolve kb --kind person
      vankien resolve kb 3f2a91c0 --as same --because "one biography"
      vankien resolve kb 3f2a91c0 --as undone
    """
    base = opened(kb)
    if apply:
        base.update([])
    if verdict is not None:
        judge(base, things or [], verdict, because, by)
    elif judged:
        show_journal(base, as_json)
    elif things and len(things) == 1 and not _PAIR.fullmatch(things[0]):
        show_members(base, things[0], as_json)
    else:
        show(base, set(things or ()), kind, named, limit, as_json)


def judge(base: KnowledgeBase, things: list[str], verdict: str, because: str, by: str | None) -> None:
    """Record one verdict, and say what it was about."""
    from vankien.graph.journal import VERDICTS, Judgement

    known = next((each for each in VERDICTS if each == verdict), None)
    if known is None:
        raise UsageError(f"{verdict}: no verdict; there are {', '.join(VERDICTS)}")
    one, other, names = pair_of(base, things)
    base.judge(Judgement(known, one, other, names, date.today().isoformat(), login() if by is None else by, because))
    say(f"{known}: {names or f'{one} | {other}'}")


def pair_of(base: KnowledgeBase, things: list[str]) -> tuple[str, str, str]:
    """The two things (IRIs) and their names, by a pair's number or by two IRIs."""
    from vankien.graph.doubts import pair_id

    if len(things) == 2:
        return things[0], things[1], ""
    if len(things) != 1 or not _PAIR.fullmatch(things[0]):
        raise UsageError("name what you judge: the number of a pair, or two IRIs")
    for judgement in base.judgements():
        if pair_id(judgement.pair) == things[0]:
            return *judgement.pair, judgement.names
    for doubt in base.doubts():
        if doubt.id == things[0]:
            return *doubt.pair, f"{named(doubt.one)} | {named(doubt.other)}"
    raise UsageError(f"{things[0]}: no such pair; vankien resolve lists them")


def named(side: Side) -> str:
    """A thing's name with what tells it apart."""
    return f"{side.label} ({'; '.join(side.about)})" if side.about else side.label


def login() -> str:
    """The login name, empty where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def show(base: KnowledgeBase, ids: set[str], kind: str | None, name: str, limit: int, as_json: bool) -> None:
    """The doubtful pairs."""
    wanted = (
        doubt
        for doubt in base.doubts()
        if (not ids or doubt.id in ids)
        and (kind is None or doubt.kind.casefold() == kind.casefold())
        and name.casefold() in f"{doubt.one.label}\n{doubt.other.label}".casefold()
    )
    if as_json:
        say_json([as_dict(doubt) for doubt in islice(wanted, limit or None)])
        return
    shown = list(islice(wanted, limit or None))
    for doubt in shown:
        tell(doubt)
    rest = sum(1 for _ in wanted)
    if not shown:
        say("no doubtful pairs")
    elif rest:
        say(f"... and {rest:,} more (--limit 0, --kind, --name)")


def tell(doubt: Doubt) -> None:
    """One pair for a person."""
    say(f"{doubt.id}  {doubt.kind}: {'; '.join(doubt.reasons)}")
    for side in (doubt.one, doubt.other):
        days = f", {side.days[0]}" + (f" to {side.days[1]}" if side.days[1] != side.days[0] else "") if side.days[0] else ""
        say(f"    {named(side)}  [{articles(side.articles)}{days}]")
        say(f"    {side.iri}")
    say()


def as_dict(doubt: Doubt) -> dict[str, Any]:
    """A pair for a program."""
    return {"id": doubt.id, **asdict(doubt)}


def show_members(base: KnowledgeBase, thing: str, as_json: bool) -> None:
    """The things of single articles that make up one."""
    members = base.members(thing)
    if as_json:
        say_json([asdict(side) for side in members])
        return
    if not any(side.articles and side.days != ("", "") or side.about for side in members):
        complain(f"{thing}: no articles' things are joined under this IRI")
    for side in members:
        say(f"{side.own}  {named(side)}  {side.days[0]}".rstrip())


def show_journal(base: KnowledgeBase, as_json: bool) -> None:
    """What the journal says, the latest last."""
    from vankien.graph.doubts import pair_id

    judgements = base.judgements()
    if as_json:
        say_json([{"id": pair_id(each.pair), **asdict(each)} for each in judgements])
        return
    for each in judgements:
        what = each.names or " | ".join(each.pair)
        say("  ".join(part for part in (pair_id(each.pair), each.verdict, what, each.day, each.by, each.reason) if part))
    if not judgements:
        say("nothing is judged yet")
