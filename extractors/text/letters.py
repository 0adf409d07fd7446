"""The letters of Vietnamese by case, for character classes: Unicode ranges mix the two cases."""

from unicodedata import normalize

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


def _letters() -> str:
    return "".join(normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES) + "bcdđfghjklmnpqrstvwxz"


LOWER = _letters()
"""All lower-case letters, for use inside ``[…]`` of a pattern."""

UPPER = LOWER.upper()
"""All upper-case letters, likewise."""

LATIN = f"{LOWER}{UPPER}"
"""All letters, likewise: a set of listed letters is found faster than a class of all alphabets."""
