"""Writes the data dictionary, docs/dictionary.md and docs/dictionary.csv, from the vocabulary, the columns of exports and the examples.

    python docs/dictionary.py          write both (make docs)
    python docs/dictionary.py --check  exit 1 where one is stale
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from rdflib import RDF, RDFS, SDO, SKOS, Graph, Namespace, URIRef

from vankien.extractors import extract, read
from vankien.graph import KnowledgeBase
from vankien.graph.export.network import EDGE_COLUMNS, NODE_COLUMNS
from vankien.graph.export.picture.looks import LINES
from vankien.ontology import iri, terms, vocabulary

DOCS: Final = Path(__file__).resolve().parent
VK: Final = Namespace(iri.ONTOLOGY)
SCHEMA: Final = SDO

VALUES: Final[Mapping[str, Sequence[str]]] = {
    "act": tuple(terms.ACTS),
    "mode": terms.MODES,
    "role": terms.ROLES,
    "status": (*terms.EVENT_STATUSES, *terms.TENURE_STATUSES),
}
"""Codes of a property; those of ``kind`` differ by the thing."""

COLUMNS: Final[Mapping[tuple[str, str], str]] = {
    ("edges", "article"): "The id of the earliest article that says so.",
    ("edges", "date"): "The date that is stated, as precise as it is; of a tenure its first day.",
    ("edges", "firstSeen"): "The first day on which an article that says so was published.",
    ("edges", "id"): "A number of the edge, unique in this file and no other.",
    ("edges", "kind"): "The predicate: a name of the table of facts.",
    ("edges", "label"): "The predicate's Vietnamese name.",
    ("edges", "quote"): "The exact words of the earliest article that say so.",
    ("edges", "source"): "The IRI of the thing of which the fact is told.",
    ("edges", "stories"): "The number of stories that say so: an article and its reprints are one.",
    ("edges", "target"): "The IRI of the thing to which the fact leads.",
    ("edges", "title"): "The title of the earliest article that says so.",
    ("edges", "weight"): "The number of articles that say so.",
    ("nodes", "articles"): "The number of articles that name the thing.",
    ("nodes", "class"): "The most special class: a name of the table of things.",
    ("nodes", "id"): "The IRI.",
    ("nodes", "iri"): "The IRI, again for programs that give nodes ids of their own.",
    ("nodes", "kind"): "Person, Body, Post, Document, Event or LooseReference.",
    ("nodes", "label"): "The one label: the registry's name or the fullest form seen.",
    ("nodes", "name"): "The label, again for programs that look for a name.",
}
"""What columns hold that are no property of the vocabulary, or say something of their own; the others are defined by the property."""


@dataclass(frozen=True)
class Row:
    """A line of the dictionary."""

    part: str
    name: str
    vietnamese: str
    english: str
    definition: str
    of: str
    holds: str
    values: str
    example: str
    exports: str


def rows(base: KnowledgeBase) -> list[Row]:
    """The whole dictionary, with examples from a base."""
    graph = Graph().parse(data=vocabulary.vocabulary(), format="turtle")
    known = _Known(graph, base)
    classes = [known.thing(name) for name in sorted(terms.CLASSES, key=lambda name: [*reversed(terms.ancestors(name)), name])]
    properties = [known.property(name) for name in sorted(terms.PROPERTIES)]
    columns = [known.column(part, name, type) for part, name, type in _columns()]
    return [*classes, *sorted(properties, key=lambda row: _PARTS.index(row.part)), *columns]


_PARTS: Final = ("thing", "fact", "attribute", "evidence", "nodes", "edges")


def _columns() -> Iterator[tuple[str, str, str]]:
    yield from (("nodes", name, type) for name, type in {"id": "string", **NODE_COLUMNS}.items())
    yield from (("edges", name, type) for name, type in {"id": "string", "source": "string", "target": "string", **EDGE_COLUMNS}.items())


class _Known:
    """What the vocabulary, the columns and the examples say of a name."""

    def __init__(self, graph: Graph, base: KnowledgeBase) -> None:
        self.graph = graph
        self.base = base
        network = base.to_networkx()
        self.tables: dict[str, list[dict[str, Any]]] = {
            "nodes": [{"id": id, **data} for id, data in sorted(network.nodes(data=True))],
            "edges": [
                {"id": key, "source": source, "target": target, **data}
                for source, target, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
            ],
        }
        self.labels = {node["id"]: str(node["label"]) for node in self.tables["nodes"]}

    def thing(self, name: str) -> Row:
        """The row of a class."""
        here = [node for node in self.tables["nodes"] if node["class"] == name]
        most = max(here, key=lambda node: (node["articles"], node["id"]), default=None)
        network = bool({name, *terms.ancestors(name)} & set(terms.ENTITY_TYPES)) and "PersonnelEvent" not in {name, *terms.ancestors(name)}
        where = "nodes (class), RDF" if network else "RDF"
        example = str(most["label"]) if most else self._one(VK[name], SKOS.example)
        return Row("thing", name, *self._said(name), terms.PARENTS[name], "", "", _short(example), where)

    def property(self, name: str) -> Row:
        """The row of a property: a fact between things, an attribute that exports have, or a part of the evidence."""
        of = self._ends(name, RDFS.domain, SCHEMA.domainIncludes)
        holds = self._ends(name, RDFS.range, SCHEMA.rangeIncludes)
        where = [part for part, columns in (("nodes", NODE_COLUMNS), ("edges", EDGE_COLUMNS)) if name in columns and (part, name) not in COLUMNS]
        if name in LINES:
            part, where = "fact", ["edges (kind)"]
        else:
            part = "attribute" if where else "evidence"
        values = ", ".join(VALUES.get(name, ()))
        return Row(part, name, *self._said(name), of, holds, values, self._shown(name), ", ".join([*where, "RDF"]))

    def column(self, part: str, name: str, type: str) -> Row:
        """The row of a column. KeyError where nobody said what it holds."""
        own = COLUMNS.get((part, name))
        said = ("", "", own) if own else self._said(name) if name in terms.PROPERTIES else None
        if said is None:
            raise KeyError(f"say in docs/dictionary.py what the column {name} of {part} holds")
        values = ", ".join(VALUES.get(name, ()))
        example = next((str(row[name]) for row in self.tables[part] if name in row), "")
        return Row(part, name, *said, "", type, values, _short(example), "every network format")

    def _said(self, name: str) -> tuple[str, str, str]:
        labels = {getattr(label, "language", ""): str(label) for label in self.graph.objects(VK[name], RDFS.label)}
        return labels["vi"], labels["en"], self._one(VK[name], SKOS.definition)

    def _one(self, subject: URIRef, predicate: URIRef) -> str:
        return min((str(value) for value in self.graph.objects(subject, predicate)), default="")

    def _ends(self, name: str, *predicates: URIRef) -> str:
        found = {value for predicate in predicates for value in self.graph.objects(VK[name], predicate) if value != RDF.nil}
        return ", ".join(sorted(self.graph.namespace_manager.normalizeUri(str(value)).removeprefix("vk:") for value in found))

    def _shown(self, name: str) -> str:
        """A triple of the examples with this property: both ends by name where they have one; of an attribute its value."""
        answer: Any = self.base.query(f"SELECT DISTINCT ?s ?o WHERE {{ ?s vk:{name} ?o }}")
        pairs = sorted((self._called(row["s"].value), self._called(row["o"].value)) for row in answer)
        if not pairs:
            return self._one(VK[name], SKOS.example)
        subject, object = next((pair for pair in pairs if pair[0] in self.labels.values()), pairs[0])
        return _short(f"{subject} → {object}" if name in LINES else object)

    def _called(self, value: str) -> str:
        return self.labels.get(value, value.removeprefix(iri.BASE).removeprefix(iri.ONTOLOGY))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 90 else plain[:89] + "…"


# ---- how it is written

HEAD: Final = """# Data dictionary

What every class, property and column means, in Vietnamese and English, with an example from `examples/`. `make docs` writes this page and
[dictionary.csv](dictionary.csv), the same for programs, from the vocabulary and the exports; a test holds them current. How things stand in the graph and why:
[ontology.md](ontology.md). Which format holds what, and the views: [export.md](export.md).
"""

TABLES: Final[Mapping[str, tuple[str, str, tuple[str, ...]]]] = {
    "thing": (
        "Things",
        "Classes, each below the one named as *below*. The network exports have them in the column `class`, and the kind at the top in `kind`; "
        "what is in RDF only stands beside facts or holds evidence.",
        ("name", "vietnamese", "english", "of:below", "definition", "example", "exports"),
    ),
    "fact": (
        "Facts",
        "Properties from thing to thing: the `kind` of an edge, its Vietnamese name the `label`.",
        ("name", "vietnamese", "english", "of:from", "holds:to", "definition", "example"),
    ),
    "attribute": (
        "Attributes",
        "Properties that are columns of nodes or of edges.",
        ("name", "vietnamese", "english", "of", "holds", "definition", "values", "example", "exports"),
    ),
    "evidence": (
        "In RDF only",
        "Articles, evidence, and the nodes beside facts. Where the network has the same in words of its own (`quote`, `article`), see its columns.",
        ("name", "vietnamese", "english", "of", "holds", "definition", "values", "example"),
    ),
    "nodes": ("Columns of nodes", "In this order.", ("name", "holds:type", "definition", "values", "example")),
    "edges": ("Columns of edges", "In this order.", ("name", "holds:type", "definition", "values", "example")),
}
"""By part: heading, words above the table, columns (a field, and its name here where it is another)."""


def markdown(found: Iterable[Row]) -> str:
    """The page."""
    every = list(found)
    parts = [HEAD]
    for part, (heading, words, columns) in TABLES.items():
        names = [column.partition(":") for column in columns]
        table = [[_cell(getattr(row, field), field) for field, _, _ in names] for row in every if row.part == part]
        parts.append(f"\n## {heading}\n\n{words}\n")
        parts.append(_table([name or field for field, _, name in names], table))
    return "\n".join(parts)


def _cell(text: str, field: str) -> str:
    plain = text.replace("|", "\\|")
    return f"`{plain}`" if plain and field == "name" else plain


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    every = [head, ["---"] * len(head), *lines]
    return "\n".join("| " + " | ".join(line) + " |" for line in every) + "\n"


def table(found: Iterable[Row]) -> str:
    """The same as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in fields(Row)])
    writer.writerows(astuple(row) for row in found)
    return out.getvalue()


def made() -> dict[str, str]:
    """Names and texts of the files."""
    with TemporaryDirectory() as folder:
        base = KnowledgeBase(folder)
        base.update(extract(read([DOCS.parent / "examples"])))
        found = rows(base)
    return {"dictionary.md": markdown(found), "dictionary.csv": table(found)}


def main(check: bool) -> int | str:
    """Write or check the files; the exit code, or the message to exit with."""
    for name, text in made().items():
        path = DOCS / name
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            return f"docs/{name} is stale; run make docs"
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
