"""Unicode text whose letters are those of an old encoding, or of UTF-8 read as windows-1252, as it was meant."""

from __future__ import annotations

import html
import re

from vankien.extractors.readers.encodings.charsets import ENCODINGS
from vankien.extractors.readers.encodings.doubled import MOST_TIMES, undoubled
from vankien.extractors.readers.encodings.fonts import in_capitals
from vankien.extractors.readers.encodings.judging import Verdict, judge, score

DOUBLED = "UTF-8 read as windows-1252"
# What a Vietnamese text in Unicode does not have: a sign inside or after a word, a vowel with a second letter for its
# marks, the first half of a UTF-8 letter. Only where one stands, a text is looked at closer.
_SUSPICIOUS = re.compile(
    r"[A-Za-z][\u00a1-\u00ae\u00b0-\u00b9\u00bc-\u00be\u2219\u2022\u03bc](?!\w*\d)|[\u00a1-\u00ae\u00b5-\u00b9\u2219\u03bc][a-z]"
    r"|[aeouyôöAEOUYÔÖ][âáàåãäêéèúüëøùûõïÂÁÀÅÃÄÊÉÈÚÜËØÙÛÕÏ]|[ÃÂÄÆ][\u0080-\u00bf\u0152-\u0192\u2018-\u2122 ]|á[º»]"
)
# Most texts have none of these letters and signs at all, which is told a hundred times faster.
_UNUSUAL = frozenset([*map(chr, range(0xA1, 0xC0)), *"ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ\u2219\u03bc†‡ˆ‰Š‹ŒŽ™š›œžŸƒ"])
_ENTITY = re.compile(r"&#?\w+;")
_UNITS = re.compile(r"(?=\n|<(?:p|div|td|th|tr|li|h[1-6]|br|hr|table|ul|ol|blockquote|title|body|article|section|pre)\b)", re.I)


def garbled(text: str) -> Verdict:
    """Of Unicode text: the encoding whose letters it shows instead of its own, and the text meant; empty if it is sound."""
    if not _is_suspicious(text):
        return Verdict()
    readings = [(encoding.name, encoding.read(text)) for encoding in ENCODINGS if encoding.in_text]
    return judge(text, [*readings, (DOUBLED, _undoubled(text))])


def _is_suspicious(text: str) -> bool:
    return not _UNUSUAL.isdisjoint(text) and bool(_SUSPICIOUS.search(text))


def _undoubled(text: str) -> str | None:
    found = None
    for _ in range(MOST_TIMES):
        again = undoubled(text if found is None else found)
        if again is None:
            break
        found = again
    return found


def repaired(text: str) -> str:
    """Text as it was meant; a text that is sound, or cannot be explained, as given.

    Where sound text and garbled text stand side by side, each line (of a page: each block) is judged by itself.

    >>> repaired("C«ng hoµ x· héi chñ nghÜa ViÖt Nam"), repaired("Äáº£ng bá»™ tá»‰nh HÃ  Nam")
    ('Công hoà xã hội chủ nghĩa Việt Nam', 'Đảng bộ tỉnh Hà Nam')
    """
    found = garbled(text)
    if found.name or not _is_suspicious(text):
        return found.text if found.name else text
    units = _UNITS.split(text)
    verdicts = [garbled(unit) for unit in units]
    return "".join(map(_unit, units, verdicts, [Verdict(), *verdicts], [*verdicts[1:], Verdict()]))


def _unit(unit: str, own: Verdict, before: Verdict, after: Verdict) -> str:
    """A unit as meant; one too short to be judged follows the unit before or after it if that makes it whole."""
    if own.name:
        return own.text
    for name in {before.name, after.name} - {""}:
        read = _undoubled(unit) if name == DOUBLED else next(e.read for e in ENCODINGS if e.name == name)(unit)
        if read is not None and score(read).share == 1.0 and score(unit).good == 0:
            return read
    return unit


def repaired_page(page: str) -> str:
    """The same for the source of a web page, whose letters may be entities (``C&laquo;ng``)."""
    plain = _ENTITY.sub(_letter, page)
    found = repaired(plain)
    return page if found == plain else in_capitals(found)


def _letter(entity: re.Match[str]) -> str:
    char = html.unescape(entity.group())
    return char if len(char) == 1 and ord(char) >= 0xA0 else entity.group()
