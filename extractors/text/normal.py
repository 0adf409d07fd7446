"""Text as the rules see it, with the way back to the text as given.

The press writes the same word in several ways: decomposed marks (NFD), ``Ð`` (U+00D0) for
``Đ``, the old tone placement (``uỷ``, ``hoà``), typographic dashes and blanks. The rules see one
form; every offset found in it is mapped back to code points of the text as given.

Lines that a page or a mail program broke in the middle of a sentence are joined again, and runs of blanks
(justified print, optical reading) become one. Only NFC and the runs change a length and need the map.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left

from vankien.extractors.text.letters import LOWER

# One code point each side: the length must not change. (str.replace of the few that occur is 40 times
# faster than str.translate on text that is not ASCII.)
_SAME_LENGTH = {
    "Đ": "\u00d0\u0189",  # Latin eth, typed for Đ by old keyboards
    "đ": "\u0256",
    " ": "\u00a0\u2009\u202f\u3000\ufeff\u200b\t\r",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
    '"': "\u201c\u201d\u201e\u00ab\u00bb",
    "'": "\u2018\u2019",
}

# Old placement puts the tone on the last vowel of oa, oe, uy; the new one on the vowel before (or after: uỷ -> ủy).
_OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_TONES = dict(zip(_OLD, _NEW, strict=True))
# Only an open syllable moves its tone (hoà -> hòa; hoàn and quý keep theirs). The lookbehind stands last: it is rarely asked.
_OLD_TONE = re.compile(r"[oOuU][àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸỳýỷỹỵỲÝỶỸỴ](?!\w)(?<![qQ]..)")

_SURROGATE = re.compile("[\ud800-\udfff]")


# A line break in mid-sentence: the line before does not end one, the next goes on in small letters (and is no "a)").
_NEXT_IS_SMALL = re.compile(rf"\n *(?=[{LOWER}](?![).]))")
_ENDED = frozenset(".!?…:;\n")
_BREAK = re.compile(r"(?<![\n\s])( *\n *)(?=[^\s\-+*•])(?!(?:\d{1,2}[.)]|\w\)|[IVX]{1,4}\.)\s)")
_LONE = re.compile(r"[^\n]\n(?!\s*\n)")
_RUN = re.compile(r" {2,}")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+){2,}")
_EVEN, _PAGE = 0.75, 120  # share of the widest line; code points a line
_WRAPPED_SHARE, _WRAPPED_AT_LEAST, _FULL = 0.4, 3, 0.8


def _new_tone(match: re.Match[str]) -> str:
    old = match.group()
    new = _TONES.get(old.lower(), old)
    return "".join(n.upper() if o.isupper() else n for o, n in zip(old, new, strict=True))


class NormalText:
    """A text in the rules' form (``text``) beside the text as given (``raw``).

    >>> n = NormalText("Uỷ ban – T\u01b0")
    >>> n.text
    'Ủy ban - Tư'
    >>> n.span(0, 6)
    (0, 6)
    """

    __slots__ = ("raw", "text", "_starts")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._starts: array[int] | None = None
        text = raw
        if not unicodedata.is_normalized("NFC", raw):
            text = self._compose(raw)
        for common, variants in _SAME_LENGTH.items():
            for variant in variants:
                text = text.replace(variant, common)
        text = _SURROGATE.sub("\ufffd", text)  # half a character: matchers refuse it
        text = _OLD_TONE.sub(_new_tone, text)
        if "\n" in text:
            text = _unwrap(text)
        self.text = self._squeeze(text) if "  " in text else text

    def _compose(self, raw: str) -> str:
        """NFC cluster by cluster, remembering where each resulting code point began."""
        pieces: list[str] = []
        starts = array("l")
        begin = 0
        for at in range(1, len(raw) + 1):
            if at < len(raw) and (unicodedata.combining(raw[at]) or _joins(raw[at - 1], raw[at])):
                continue
            piece = unicodedata.normalize("NFC", raw[begin:at])
            pieces.append(piece)
            starts.extend([begin] * len(piece))
            begin = at
        starts.append(len(raw))
        self._starts = starts
        return "".join(pieces)

    def _squeeze(self, text: str) -> str:
        """Runs of blanks become their first blank."""
        kept: list[range] = []
        begin = 0
        for match in _RUN.finditer(text):
            kept.append(range(begin, match.start() + 1))
            begin = match.end()
        kept.append(range(begin, len(text) + 1))
        before = self._starts
        starts = array("l")
        for stretch in kept:
            starts.extend(stretch if before is None else before[stretch.start : stretch.stop])
        self._starts = starts
        return _RUN.sub(" ", text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points of the text as given for a span of the normal text."""
        if self._starts is None:
            return start, end
        return self._starts[start], self._starts[end]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The way back: a span of the normal text for code points of the text as given.

        >>> n = NormalText("Số   05-NQ/TU")
        >>> n.text, n.place(5, 13)
        ('Số 05-NQ/TU', (3, 11))
        """
        if self._starts is None:
            return start, end
        return bisect_left(self._starts, start), bisect_left(self._starts, end)


def _unwrap(text: str) -> str:
    """The text with blanks for the line breaks that stand in mid-sentence; the length stays.

    A next line in small letters goes on with the sentence. In a text that was wrapped to a width, so does
    the line after any full line, whatever it begins with (``Trần Văn\\nNam``, ``ngày\\n12/3``), unless it is a list's item.
    """
    broken = _broken(text)
    if not broken:
        return text
    full = 0.0
    if len(broken) >= max(_WRAPPED_AT_LEAST, _WRAPPED_SHARE * len(_LONE.findall(text))):
        widths = sorted(_width(text, start) for start, _ in broken)
        full = _FULL * widths[len(widths) // 2]
        broken = [m.span() for m in _BREAK.finditer(text) if _width(text, m.start()) >= full]
    else:
        even = [m.span() for b in _BLOCK.finditer(text) if _is_even(b.group()) for m in _BREAK.finditer(text, *b.span())]
        broken = sorted({*broken, *even})
    pieces, at = [], 0
    for start, end in broken:
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join(pieces) + text[at:]


def _broken(text: str) -> list[tuple[int, int]]:
    """Line breaks with the blanks around them where the line before ends no sentence and the next goes on in small letters."""
    found = []
    for match in _NEXT_IS_SMALL.finditer(text):
        start = match.start()
        while start and text[start - 1] == " ":
            start -= 1
        if not start or not (text[start - 1] in _ENDED or text[start - 1].isspace()):
            found.append((start, match.end()))
    return found


def _is_even(block: str) -> bool:
    """Whether a paragraph has at least three lines of about one width, one of them broken in mid-sentence."""
    lines = [len(line) for line in block.split("\n")]
    widest = max(lines)
    return widest <= _PAGE and min(lines[:-1]) >= _EVEN * widest and bool(_broken(block))


def _width(text: str, end: int) -> int:
    """Length of the line that ends here."""
    return end - text.rfind("\n", 0, end) - 1


def _joins(left: str, right: str) -> bool:
    """Whether two code points compose although the second is no combining mark (Hangul, rare in these texts)."""
    return len(unicodedata.normalize("NFC", left + right)) == 1
