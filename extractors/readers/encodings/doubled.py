"""UTF-8 that was read as windows-1252 or ISO 8859-1 and written as UTF-8 again: ``Äáº£ng`` for ``Đảng``.

The two differ in the bytes 80-9F, which ISO 8859-1 shows as control characters that nobody sees.
"""

from __future__ import annotations

import re

from vankien.extractors.readers.encodings.charsets import as_bytes, shown_as

_LEADS = "".join(map(shown_as, range(0xC2, 0xF5)))
_HIGH = "".join(map(shown_as, range(0x80, 0x100))) + "".join(map(chr, range(0x80, 0xA0)))
_RUN = re.compile(rf"[{re.escape(_HIGH)}]+(?:(?<=[ÃÂÆáº»]) [{re.escape(_HIGH)}]*)*")
_LOST = re.compile(rb"\xc4(?![\x80-\xbf])")
_BLANK = re.compile(rb"(?<=[\xc2\xc3\xc6]) |(?<=\xe1[\xba\xbb]) ")
MOST_TIMES = 3
"""A text passes through the mill so often at most."""


def undoubled(text: str) -> str | None:
    """A text with each run of such letters read as UTF-8; None where one cannot be, or nothing is to do.

    Two losses on the way have but one meaning in Vietnamese: the no-break blank that ends a letter (``Ã`` and U+00A0
    for ``à``) is often a plain blank by now, and ``Ä`` alone has lost the invisible half of ``Đ`` (C4 90).

    >>> undoubled("Äáº£ng Cá»™ng sáº£n"), undoubled("Cá»\\x99ng"), undoubled("lÃ  cá»§a"), undoubled("là của")
    ('Đảng Cộng sản', 'Cộng', 'là của', None)
    """
    try:
        found = _RUN.sub(_read, text)
    except UnicodeDecodeError:
        return None
    return found if found != text else None


def _read(run: re.Match[str]) -> str:
    written = run.group()
    if not any(char in _LEADS for char in written):
        return written  # a dash or a quotation mark of the text's own
    content = as_bytes(written) or b""
    return _LOST.sub(b"\xc4\x90", _BLANK.sub(b"\xa0", content)).decode("utf-8")
