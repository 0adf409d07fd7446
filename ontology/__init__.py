"""What can be said: the vocabulary, shapes, registries and queries, and the nouns both wings share.

>>> from vankien.ontology import Span
>>> Span(0, 3).text("văn kiện")
'văn'
"""

from vankien.ontology.errors import InputError, QueryError, StoreError, UsageError, VankienError
from vankien.ontology.nouns import Article, Entity, Extraction, Mention, Span, Statement

__all__ = [
    "Article",
    "Entity",
    "Extraction",
    "InputError",
    "Mention",
    "QueryError",
    "Span",
    "Statement",
    "StoreError",
    "UsageError",
    "VankienError",
]
