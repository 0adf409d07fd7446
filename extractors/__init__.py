"""What an article says: readers, the spaCy pipeline and the makers of statements.

The names load on first use, so that reading files does not wait for spaCy.

>>> from vankien.extractors import extract
>>> from vankien.ontology.nouns import Article
>>> [extraction] = extract([Article("a1", "Ông Lê Văn A, Bí thư Tỉnh ủy Phú Thọ, phát biểu.")])
>>> [(s.predicate, s.attributes.get("status")) for s in extraction.statements][:1]
[('holdsPost', 'current')]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vankien.extractors.components import pipeline, read_article
    from vankien.extractors.readers import read
    from vankien.extractors.record import as_record
    from vankien.extractors.running import VERSION, extract, extract_one

__all__ = ["VERSION", "as_record", "extract", "extract_one", "pipeline", "read", "read_article"]

_HOME = {
    "VERSION": "running", "extract": "running", "extract_one": "running", "pipeline": "components",
    "read_article": "components", "read": "readers", "as_record": "record",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
