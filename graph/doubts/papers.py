"""Documents and bodies that may be one: an article leaves out what identifies them everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from vankien.graph.doubts.ground import Doubt, Ground, Side
from vankien.graph.identity.papers import is_everywhere
from vankien.ontology import iri


class PaperDoubts:
    """Finds the doubtful pairs of documents and of bodies."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def all(self) -> Iterator[Doubt]:
        """Documents and bodies that articles name alike without telling all that identifies them."""
        groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for own, key in self.ground.db.execute("SELECT iri, key FROM paper ORDER BY iri"):
            groups[own[: -len(key) - 1]][self.ground.log.called(own)].append(key)
        numbered = self._numbered()
        for name, things in sorted(groups.items()):
            kind = "Document" if name.startswith(f"{iri.BASE}doc/") else "Body"
            candidates = sorted({each for called in things for each in self._candidates(called)})
            if candidates:
                yield from self._known_papers(kind, name, things, candidates, "one of several that the words may mean")
            elif kind == "Document" and any(letter.isdigit() for letter in name.rpartition("/")[2]):
                for here, there, reasons in self.ground.beside(things, lambda *_: ["one number; an article does not tell the term, or the issuer and the day"]):
                    yield Doubt(kind, self._paper(name, things[here]), self._paper(name, things[there]), reasons)
                yield from self._known_papers(kind, name, things, numbered.get(name[len(f"{iri.BASE}doc/") :], ()), "one number; an article does not tell the term")
            elif kind == "Body":
                yield from self._known_papers(kind, name, things, self._everywhere(name), "one name; an article does not tell the place")

    def _candidates(self, called: str) -> list[str]:
        """What an ambiguous name may stand for, as its article's extractor saw it."""
        return self.ground.facts.values(called, "candidate")

    def _known_papers(self, kind: str, name: str, things: Mapping[str, list[str]], known: Iterable[str], reason: str) -> Iterator[Doubt]:
        for everywhere in known:
            for called, keys in sorted(things.items()):
                if not is_everywhere(called) and not self.ground.judged(called, everywhere):
                    yield Doubt(kind, self._paper(name, keys), self.ground.side(everywhere, (), set()), (reason,))

    def _paper(self, name: str, keys: list[str]) -> Side:
        return self.ground.side(min(keys_of(name, keys)), (), set(keys))

    def _numbered(self) -> Mapping[str, list[str]]:
        """Documents known everywhere by the names that articles give them (slugs)."""
        found: dict[str, set[str]] = defaultdict(set)
        sql = "SELECT iri, label FROM form WHERE iri > ? AND iri < ? AND iri NOT IN (SELECT iri FROM paper)"
        for each, label in self.ground.db.execute(sql, (f"{iri.BASE}doc/", f"{iri.BASE}doc0")):
            if is_everywhere(each):
                found[iri.slug(label)].add(each)
        return {name: sorted(iris) for name, iris in found.items()}

    def _everywhere(self, name: str) -> list[str]:
        """Bodies of this name whose province is known."""
        sql = "SELECT DISTINCT iri FROM form WHERE iri > ? AND iri < ? AND iri NOT IN (SELECT iri FROM paper) ORDER BY iri"
        return [each for (each,) in self.ground.db.execute(sql, (f"{name}/", f"{name}0")) if "/" not in each[len(name) + 1 :]]


def keys_of(name: str, keys: Iterable[str]) -> list[str]:
    """The IRIs of one thing in several articles, by their keys."""
    return [f"{name}/{key}" for key in keys]
