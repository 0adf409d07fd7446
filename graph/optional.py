"""Optional parts of this room come through the door that all rooms share."""

from __future__ import annotations

from vankien.ontology.optional import optional

__all__ = ["optional"]
