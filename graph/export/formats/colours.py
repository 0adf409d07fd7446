"""Colours by kind of thing, for files that say how to draw: those of Okabe and Ito (*Color Universal Design*, 2008), which colour-blind readers tell apart."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Person": "#0072b2",
        "Post": "#e69f00",
        "Body": "#009e73",
        "Document": "#cc79a7",
        "Event": "#d55e00",
        "LooseReference": "#333333",
    }
)
OTHER: Final = "#8a8f98"
"""Of what has no kind."""
