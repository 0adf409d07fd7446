"""The graph wing: statements to quads, identity across articles, the store, its queries and exports.

Knows RDF and no Vietnamese. ``KnowledgeBase("kb").update(extractions)`` is the whole of writing;
``docs/store.md`` and ``docs/export.md`` tell what lies behind.
"""

from __future__ import annotations

from vankien.graph.build import BuildReport
from vankien.graph.kb import KnowledgeBase

__all__ = ["BuildReport", "KnowledgeBase"]
