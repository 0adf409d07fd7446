"""Answers as tables of pandas: rows of a SELECT, each column in the type that all its values share.

A column is converted only where nothing is lost and nothing is made up, and as a whole: where its values are of several
datatypes, or one cannot be converted, all stay text as SPARQL's STR() gives it. So "2024-05" beside "2024-05-17" is a column of
text. Languages of texts and the difference between text and IRI are not kept; SPARQL's LANG() and ISIRI() tell them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, QueryTriples

from vankien.graph.quads.nodes import XSD
from vankien.ontology.competency import competency_query
from vankien.ontology.errors import QueryError, UsageError
from vankien.ontology.optional import optional

if TYPE_CHECKING:
    import pandas

def question(sparql: str | None, name: str | None) -> str:
    """The SPARQL to ask: as given, or that of a question that ships. Raises UsageError, QueryError for an unknown name."""
    if (sparql is None) is (name is None):
        raise UsageError("give either SPARQL or name=, the name of a question that ships")
    return competency_query(name).text if name is not None else sparql or ""


def to_pandas(answer: object) -> pandas.DataFrame:
    """The rows of a SELECT, columns in the query's order. Raises QueryError for another query, UsageError without pandas."""
    if not isinstance(answer, QuerySolutions):
        kind = "CONSTRUCT or DESCRIBE" if isinstance(answer, QueryTriples) else "ASK"
        raise QueryError(f"a table has the rows of a SELECT; this is {kind}: ask it with query()")
    pd: Any = optional("pandas", "pandas")
    rows = [tuple(row) for row in answer]
    columns = {v.value: _column(pd, [row[i] for row in rows]) for i, v in enumerate(answer.variables)}
    return pd.DataFrame(columns, columns=list(columns), index=pd.RangeIndex(len(rows)))


def _column(pd: Any, terms: Sequence[object]) -> Any:
    """A column in the type of its datatype, else as text; what is unbound is <NA>, or NaT among times."""
    datatypes = {term.datatype.value if isinstance(term, Literal) else "" for term in terms if term is not None}
    texts = [None if term is None else _text(term) for term in terms]
    typed = _TYPED.get(datatypes.pop()) if len(datatypes) == 1 else None
    if typed and all(typed[0].fullmatch(text) for text in texts if text is not None):
        try:
            return typed[1](pd, texts)
        except (ValueError, OverflowError):
            pass  # a value that the type cannot hold, such as a day that no calendar has: all of the column stays text
    return pd.Series(texts, dtype="string")


def _text(term: object) -> str:
    return term.value if isinstance(term, Literal | NamedNode) else f"_:{term.value}" if isinstance(term, BlankNode) else str(term)


def _each(texts: Sequence[str | None], read: Callable[[str], Any]) -> list[Any]:
    return [None if text is None else read(text) for text in texts]


def _integers(pd: Any, texts: Sequence[str | None]) -> Any:
    numbers = _each(texts, int)
    if any(number is not None and not -(2**63) <= number < 2**63 for number in numbers):
        raise OverflowError
    return pd.array(numbers, dtype="Int64")


def _booleans(pd: Any, texts: Sequence[str | None]) -> Any:
    return pd.array(_each(texts, lambda text: text in {"true", "1"}), dtype="boolean")


def _floats(pd: Any, texts: Sequence[str | None]) -> Any:
    return pd.array(_each(texts, float), dtype="Float64")


def _decimals(pd: Any, texts: Sequence[str | None]) -> Any:
    return pd.Series([pd.NA if text is None else Decimal(text) for text in texts], dtype="object")


def _days(pd: Any, texts: Sequence[str | None]) -> Any:
    return pd.Series(_each(texts, date.fromisoformat), dtype="datetime64[s]")


def _times(pd: Any, texts: Sequence[str | None]) -> Any:
    """Times of one and the same distance from UTC (or none): more than one would not survive in a column."""
    times = _each(texts, datetime.fromisoformat)
    zones = {time.tzinfo for time in times if time is not None}
    if len(zones) != 1:
        raise ValueError
    zone = zones.pop()
    return pd.Series(times, dtype=pd.DatetimeTZDtype("us", zone) if zone else "datetime64[us]")


_DECIMAL: Final = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"
_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME: Final = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?"

_TYPED: Final[Mapping[str, tuple[re.Pattern[str], Callable[[Any, Sequence[str | None]], Any]]]] = {
    f"{XSD}{datatype}": (re.compile(form), convert)
    for datatype, form, convert in (
        ("integer", "[+-]?[0-9]+", _integers),
        ("boolean", "true|false|1|0", _booleans),
        ("double", f"{_DECIMAL}([eE][+-]?[0-9]+)?|[+-]?INF", _floats),  # NaN would become <NA>
        ("decimal", _DECIMAL, _decimals),
        ("date", _DAY, _days),
        ("dateTime", f"{_DAY}T{_TIME}", _times),
    )
}
"""Datatypes with a type of their own, and the forms that it holds. Years, months and days of a year have none: they stay text."""
