"""Questions put to a base in tests, and their answers as plain text."""

from __future__ import annotations

import re
from collections.abc import Callable

from pyoxigraph import QuerySolutions

from vankien.graph import KnowledgeBase
from vankien.ontology.competency import competency_query

ABOUT = '?x rdfs:label "Bộ Chính trị"@vi .'
"""What the question for all facts on one thing is asked about here; its comment says how."""

Row = tuple[str, ...]
Table = tuple[Row, list[Row]]
Ask = Callable[[str], Table]


def asked(kb: KnowledgeBase, sparql: str) -> Table:
    """Columns and rows of an answer, as plain text; what is unbound is empty."""
    found = kb.query(sparql)
    assert isinstance(found, QuerySolutions)
    columns = tuple(variable.value for variable in found.variables)
    return columns, [
        tuple("" if value is None else getattr(value, "value") for value in row) for row in found
    ]


def shipped(name: str) -> str:
    """The SPARQL of a question that ships; the one on a single thing asks about ABOUT."""
    text = competency_query(name).text
    if name == "facts-with-quotes":
        text, changed = re.subn(r"\{ SELECT \?x .* LIMIT 1 \}", ABOUT, text)
        assert changed == 1
    return text
