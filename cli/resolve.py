"""``vankien resolve``: shows which things of a base may be one, and records what a curator judges."""

from __future__ import annotations

import getpass
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from vankien.cli.console import say, say_json
from vankien.cli.explain import articles
from vankien.cli.parameters import AsJson, Base, opened
from vankien.ontology import iri
from vankien.ontology.errors import UsageError

if TYPE_CHECKING:
    from vankien.graph import KnowledgeBase
    from vankien.graph.doubts import Doubt, Side
    from vankien.graph.journal import Judgement

_PAIR = re.compile(r"[0-9a-f]{8}")
_KINDS = ("person", "event", "document", "body")

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
Named = Annotated[str, typer.Option("--name", metavar="TEXT", show_default=False, help="Only pairs one of whose names holds this text.")]
Limit = Annotated[int, typer.Option("--limit", min=0, help="Pairs shown at most, in JSON too; 0 shows all.")]
Judged = Annotated[bool, typer.Option("--judged", help="Show the journal instead: what was judged so far, and which lines have no effect.")]
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
    from vankien.graph.journal import in_force

    base, things = opened(kb), [expanded(thing) for thing in things or ()]
    check(things, verdict, because, by, kind)
    if apply:
        base.update([])
    if verdict is not None:
        judge(base, things, verdict, because, by, as_json)
    elif judged:
        show_journal(base, as_json)
    elif things and _PAIR.fullmatch(things[0]):
        show_pair(base, things[0], as_json)
    elif things:
        show_members(base, things[0], as_json)
    elif apply:
        say(f"judgements in force: {len(in_force(base.judgements())):,}")
    else:
        show(base, kind, named, limit, as_json)


def expanded(thing: str) -> str:
    """An IRI as the journal writes it, with its base."""
    return iri.BASE + thing if "/" in thing and "://" not in thing else thing


def check(things: list[str], verdict: str | None, because: str, by: str | None, kind: str | None) -> None:
    """Raises UsageError for what does not go together."""
    from vankien.graph.journal import VERDICTS

    if kind is not None and kind.casefold() not in _KINDS:
        raise UsageError(f"{kind}: no kind of pairs; there are {', '.join(_KINDS)}")
    if verdict is not None and verdict not in VERDICTS:
        raise UsageError(f"{verdict}: no verdict; there are {', '.join(VERDICTS)}")
    if verdict is None and (because or by is not None):
        raise UsageError("--because and --by belong to a verdict; give it with --as")
    if len(things) > 1 and verdict is None:
        raise UsageError(f"what of these? --as says it: {', '.join(VERDICTS)}")


def judge(base: KnowledgeBase, things: list[str], verdict: str, because: str, by: str | None, as_json: bool) -> None:
    """Record one verdict, and say what it was about."""
    from vankien.graph.journal import Judgement, Verdict

    one, other, names = pair_of(base, things)
    judgement = Judgement(cast(Verdict, verdict), one, other, names, date.today().isoformat(), login() if by is None else by, because)
    base.judge(judgement)
    if as_json:
        say_json(asdict(judgement))
    else:
        say(f"{verdict}: {names}")


def pair_of(base: KnowledgeBase, things: list[str]) -> tuple[str, str, str]:
    """The two things (IRIs) and their names, by a pair's number or by two IRIs."""
    from vankien.graph.doubts import pair_id

    if len(things) == 2 and not any(_PAIR.fullmatch(thing) for thing in things):
        one, other = sorted(things)
        return one, other, f"{name_of(base, one)} | {name_of(base, other)}"
    if len(things) != 1 or not _PAIR.fullmatch(things[0]):
        raise UsageError("name what you judge: the number of a pair, or two IRIs")
    for judgement in base.judgements():
        if pair_id(judgement.pair) == things[0]:
            return *judgement.pair, judgement.names
    doubt = doubt_of(base, things[0])
    sides = sorted((doubt.one, doubt.other), key=lambda side: side.own)  # the names in the order of the IRIs, as the journal has them
    return *doubt.pair, " | ".join(map(named, sides))


def doubt_of(base: KnowledgeBase, id: str) -> Doubt:
    """A doubtful pair by its number."""
    for doubt in base.doubts():
        if doubt.id == id:
            return doubt
    raise UsageError(f"{id}: no such pair is in doubt; vankien resolve lists them")


def name_of(base: KnowledgeBase, thing: str) -> str:
    """The name of a thing by its IRI, with what tells it apart; the IRI of what the base does not name."""
    return next((named(side) for side in base.members(thing)), thing)


def named(side: Side) -> str:
    """A thing's name with what tells it apart."""
    return f"{side.label} ({'; '.join(side.about)})" if side.about else side.label


def login() -> str:
    """The login name, empty where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def show(base: KnowledgeBase, kind: str | None, name: str, limit: int, as_json: bool) -> None:
    """The doubtful pairs."""
    wanted = (
        doubt
        for doubt in base.doubts()
        if (kind is None or doubt.kind.casefold() == kind.casefold())
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
        return
    if rest:
        say(f"... and {rest:,} more (--limit 0, --kind, --name)")
    say(f"To judge one: vankien resolve {base.path} {shown[0].id} --as same (or different, or unsure)")


def show_pair(base: KnowledgeBase, id: str, as_json: bool) -> None:
    """One pair, judged or in doubt."""
    from vankien.graph.doubts import pair_id

    found = [each for each in base.judgements() if pair_id(each.pair) == id]
    if as_json:
        say_json([as_row(each) for each in found] or [as_dict(doubt_of(base, id))])
    elif found:
        tell_judgements(base, found)
    else:
        tell(doubt_of(base, id))


def tell(doubt: Doubt) -> None:
    """One pair for a person."""
    say(f"{doubt.id}  {doubt.kind}: {'; '.join(doubt.reasons)}")
    for side in (doubt.one, doubt.other):
        days = f", {side.days[0]}" + (f" to {side.days[1]}" if side.days[1] != side.days[0] else "") if side.days[0] else ""
        say(f"    {named(side)}  [{articles(side.articles) if side.articles else 'known everywhere'}{days}]")
        say(f"    {side.iri}")
    say()


def as_dict(doubt: Doubt) -> dict[str, Any]:
    """A pair for a program."""
    return {"id": doubt.id, **asdict(doubt)}


def show_members(base: KnowledgeBase, thing: str, as_json: bool) -> None:
    """The things of single articles that make up one."""
    members = base.members(thing)
    if not members:
        raise UsageError(f"{thing}: nothing in the base has this IRI; --name finds pairs by name")
    if as_json:
        say_json([asdict(side) for side in members])
        return
    for side in members:
        say(f"{side.own}  {named(side)}  {side.days[0]}".rstrip())


def show_journal(base: KnowledgeBase, as_json: bool) -> None:
    """What the journal says, the latest last."""
    judgements = base.judgements()
    if as_json:
        say_json([as_row(each) for each in judgements])
    elif judgements:
        tell_judgements(base, judgements)
    else:
        say("nothing is judged yet")


def as_row(judgement: Judgement) -> dict[str, Any]:
    """A judgement for a program."""
    from vankien.graph.doubts import pair_id

    return {"id": pair_id(judgement.pair), **asdict(judgement)}


def tell_judgements(base: KnowledgeBase, judgements: Sequence[Judgement]) -> None:
    """Judgements for a person, a line each; those without effect as yet are marked."""
    from vankien.graph.doubts import pair_id

    unnamed = base.unnamed({end for each in judgements for end in each.pair})
    for each in judgements:
        what = each.names or " | ".join(each.pair)
        idle = f"[no effect: the base has no {', no '.join(end for end in each.pair if end in unnamed)}]" if unnamed & set(each.pair) else ""
        say("  ".join(part for part in (pair_id(each.pair), each.verdict, what, each.day, each.by, each.reason, idle) if part))
