"""Whether a word is spelled as a Vietnamese syllable, its marks and its tone included.

This is the measure by which a reading of bytes is judged: a wrong reading puts letters where no syllable
has them. What may begin a syllable and go on is data (syllables.tsv); the tone is told here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from vankien.extractors.readers.tables import rows

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_NO_VOWEL = re.compile("[^aeiouy\u0302\u0306\u031b][\u0300\u0301\u0303\u0309\u0323]")
_STOPPED = re.compile(r"(?:ch|[cpt])\Z")
_HIGH_OR_LOW = ("\u0301", "\u0323")  # the two tones that a syllable ending in a stop can have: các, một


@cache
def _shape() -> re.Pattern[str]:
    """Onset and rime; of two onsets that fit (g, gi), each is tried."""
    parts: dict[str, list[str]] = {"onset": [], "rime": []}
    for row in rows("encodings/syllables.tsv"):
        parts[row["part"]].append(unicodedata.normalize("NFD", row["written"]))
    return re.compile(rf"(?:{'|'.join(parts['onset'])})?(?:{'|'.join(parts['rime'])})")


@lru_cache(maxsize=1 << 16)
def well_formed(word: str) -> bool:
    """Whether a word (NFC) is a Vietnamese syllable, in small letters, capitals or with a capital first.

    >>> [well_formed(word) for word in ("Đảng", "nghị", "QUYẾT", "cộng", "cać", "mot", "đềlà", "été", "HOà")]
    [True, True, True, True, False, False, False, False, False]
    """
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    bare = apart.translate(_TONES)
    if len(apart) - len(bare) > 1 or _NO_VOWEL.search(apart) or not _shape().fullmatch(bare):
        return False
    return not _STOPPED.search(bare) or any(tone in apart for tone in _HIGH_OR_LOW)
