"""What became of plans: which event that is reported as held is the one that an earlier article planned.

A plan stays an event of its own (planned is not held); ``vk:heldAs`` leads to what came of it. The two are linked when
an article of the same day or later reports as held (or going on) an event

- of the same kind, the same telling name and an organiser in common, on a day that the plan's own date allows (``2024-05``
  allows 17 May); or
- that shares with the plan a sign of exact evidence (:mod:`.occasions`), and whose name agrees;

and when there is one such event only. Else the plan stays open. What a curator judged the same is linked, what
he judged different is not. A plan that several articles tell of is one plan, with one outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vankien.graph.identity.events import Events
from vankien.graph.identity.judgements import Judgements
from vankien.graph.identity.occasions import SHORT, Occasion, agree, is_telling, occasions, told_name
from vankien.graph.log import StatementLog
from vankien.ontology import iri
from vankien.ontology.nouns import Extraction

_EVENTS = f"{iri.BASE}event/"
_PLANNED, _HELD = "|planned|", "||"


class Outcomes:
    """The outcomes of plans in one log: derived tables, changed in the transaction of the article itself."""

    def __init__(self, log: StatementLog) -> None:
        self.log = log
        self.db = log.db
        self.events = Events(log)
        self.judgements = Judgements(log)

    def add(self, extraction: Extraction) -> None:
        """Count in the plans and the events of an article."""
        for occasion in occasions(extraction):
            for hint in hints(occasion):
                self.db.execute("INSERT OR IGNORE INTO hint VALUES (?, ?)", (hint, occasion.iri))
                self.log.touch("hint", hint)

    def remove(self, extraction: Extraction) -> None:
        """Count them out."""
        for occasion in occasions(extraction):
            for hint in hints(occasion):
                self.log.touch("hint", hint)
            self.db.execute("DELETE FROM hint WHERE iri = ?", (occasion.iri,))
            self._settle(occasion.iri, None)

    def resolve(self) -> None:
        """Look again at the plans that share a hint with a touched event; events must be resolved before."""
        changed = {own for called in self.log.touched("called") if called.startswith(_EVENTS) for own in self.log.own(called)}
        shared = {*self.log.touched("hint"), *(hint for each in changed for hint in self._hints(each))}
        ends = {*changed, *self.log.touched("judged")}
        ends |= {end for each in ends for end in self.judgements.of([each]).said_same(each)}
        ends |= {each for hint in shared for each in self._hinted(hint)}
        for called in sorted({self.log.called(each) for each in ends}):
            tellings = self.tellings(called)
            held = self._outcome(tellings) if tellings else None
            for plan in tellings:
                self._settle(plan.iri, held)
        self.log.looked_at("hint")

    def tellings(self, plan: str) -> list[Occasion]:
        """What articles tell of a plan (by the IRI that the graph has for it); empty for what is none."""
        told = (self.events.occasion(own) for own in self.log.own(plan))
        return [occasion for occasion in told if occasion is not None and occasion.planned]

    def held_as(self, plan: str) -> list[str]:
        """IRIs of what became of a plan (by the IRI that the graph has for it), sorted; none for one that is open, or no plan."""
        return sorted({held for own in self.log.own(plan) for (held,) in self.db.execute("SELECT held FROM outcome WHERE plan = ?", (own,))})

    def candidates(self, plan: Occasion) -> Iterator[Occasion]:
        """Events reported as held that may be what came of a plan, by exact evidence."""
        for hint in hints(plan):
            for each in self._hinted(hint) if not hint.startswith("like ") else ():
                other = self.events.occasion(each)
                if other is not None and _may_be(plan, other, by_name=hint.startswith("name ")):
                    yield other

    def loose_candidates(self, plan: Occasion) -> Iterator[Occasion]:
        """Events reported later under the plan's name or signs, whatever their day: for a curator to judge."""
        for hint in hints(plan):
            for each in self._hinted(hint):
                other = self.events.occasion(each)
                if other is not None and not other.planned and other.key != plan.key and "" < plan.published <= other.published:
                    yield other

    def _outcome(self, tellings: Sequence[Occasion]) -> str | None:
        own = {plan.iri for plan in tellings}
        verdicts = self.judgements.of(own)
        itself = {self.log.called(each) for each in own}  # an anniversary is one, planned or held
        judged = [self.events.occasion(end) for pair in verdicts.same for end in pair if end not in own]
        found = {self.log.called(o.iri) for o in judged if o is not None and not o.planned} - itself
        if not found:
            ruled_out = {self.log.called(end) for pair in verdicts.different for end in pair}
            found = {self.log.called(o.iri) for plan in tellings for o in self.candidates(plan)} - ruled_out - itself
        return found.pop() if len(found) == 1 else None

    def _settle(self, plan: str, held: str | None) -> None:
        row = self.db.execute("SELECT held FROM outcome WHERE plan = ?", (plan,)).fetchone()
        if (row[0] if row else None) == held:
            return
        if held is None:
            self.db.execute("DELETE FROM outcome WHERE plan = ?", (plan,))
        else:
            self.db.execute("INSERT OR REPLACE INTO outcome VALUES (?, ?)", (plan, held))
        self.log.touch("outcome", self.log.called(plan))

    def _hinted(self, hint: str) -> list[str]:
        return [each for (each,) in self.db.execute("SELECT iri FROM hint WHERE hint = ? ORDER BY iri", (hint,))]

    def _hints(self, occasion: str) -> list[str]:
        return [hint for (hint,) in self.db.execute("SELECT hint FROM hint WHERE iri = ?", (occasion,))]


def hints(occasion: Occasion) -> Iterable[str]:
    """What a plan and its outcome have in common: a telling name, or a sign, whether planned or held."""
    if occasion.kind not in ("", "visit") and is_telling(occasion.label):  # two guests may pay an official visit on one day
        yield f"name {occasion.kind}|{told_name(occasion.label)}"
    elif occasion.kind and len(occasion.label.split()) >= SHORT:
        yield f"like {occasion.kind}|{told_name(occasion.label)}"  # for a curator to judge
    yield from (f"sign {sign.replace(_PLANNED, _HELD, 1)}" for sign in occasion.signs if occasion.day)


def _may_be(plan: Occasion, held: Occasion, by_name: bool) -> bool:
    """Whether an event that shares a hint with a plan may be its outcome."""
    if held.planned or held.key == plan.key or not plan.published or held.published < max(plan.published, held.day):
        return False
    if by_name:
        on_time = bool(plan.day) and not plan.day.startswith("-") and held.day.startswith(plan.day)
        return on_time and not plan.organisers.isdisjoint(held.organisers)
    if plan.organisers and held.organisers and plan.organisers.isdisjoint(held.organisers):
        return False
    return agree(plan.words, held.words)
