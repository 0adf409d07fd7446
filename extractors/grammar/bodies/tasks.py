"""Where the name of a steering committee ends: ``Ban Chỉ đạo [Trung ương] về <subject>`` (see ``gazetteer/task_words.tsv``)."""

from __future__ import annotations

import re

from vankien.extractors.grammar.lexicon import rows
from vankien.extractors.text.tokens import Tokens


def _any(name: str) -> str:
    found = (row["word"] for row in rows("task_words.tsv") if row["list"] == name)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(found, key=len, reverse=True))


_HOLDER = re.compile(
    r"của\s+(?:Chính phủ(?=\W|\Z)|(?:tỉnh|thành phố)(?:\s+[^\W\d_][^\W_]*){0,3}?(?=\s+(?:về|thực)\b|\W*(?:[,.;:)]|\Z)))\s*"
)
_LEVEL = re.compile(r"(?:[Tt]rung ương|T\.\s?Ư|TƯ|TW|[Qq]uốc gia|[Nn]hà nước|[Cc]ấp tỉnh|[Ll]iên ngành)(?=\W|\Z)\s*")
_CLOSED = re.compile(rf"(?:{_any('closes')})(?=\W|\Z)")
_OPENS = re.compile(rf"(?i:{_any('opens')})(?=\W|\Z)|[A-ZĐÂÊÔƠƯ]|\d|phòng,")
_ENDS = re.compile(
    r"(?<=Trung ương)(?=\s)|[;:.()\n\"?!]|,(?=\s+(?:[A-ZĐÂÊÔƠƯ]|các|thành phần|bao gồm))|\s(?=và (?:Bộ|Ban|Ủy|Quyết|Chỉ|Nghị)\b)"
    rf"|(?:,|\s+và)?\s(?=(?:{_any('ends')})(?=\W|\Z))"
)


def end(tokens: Tokens, j: int) -> int | None:
    """The token after a subject that begins at token j; None where no subject begins there."""
    if j >= tokens.n or not tokens.same_line(j):
        return None
    text, at = tokens.text, tokens.start[j]
    holder = _HOLDER.match(text, at)
    begin = holder.end() if holder else at
    level = _LEVEL.match(text, begin)
    begin = level.end() if level else begin
    until = begin
    if closed := _CLOSED.match(text, begin):
        until = closed.end()
    elif _OPENS.match(text, begin) and "\n" not in text[at:begin]:
        stop = _ENDS.search(text, begin + 1)
        until = stop.start() if stop else len(text)
    return tokens.at(len(text[:until].rstrip())) if until > at else None
