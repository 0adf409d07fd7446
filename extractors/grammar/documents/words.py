"""Word lists of the document rules (``document_words.tsv``) as pieces of patterns."""

from __future__ import annotations

import re
from functools import cache

from vankien.extractors.grammar.lexicon import rows


@cache
def any_of(name: str) -> str:
    """A pattern for any word of a list as a whole word, the longest first; a blank matches any white space.

    >>> bool(re.fullmatch(any_of("states"), "chỉ  rõ"))
    True
    """
    found = sorted(
        (r["word"] for r in rows("document_words.tsv") if r["list"] == name), key=len, reverse=True
    )
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in found) + r")(?!\w)"
