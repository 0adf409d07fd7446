"""Where the name of a steering committee ends: ``Ban Chỉ đạo [Trung ương] về <subject>`` (see ``gazetteer/task_words.tsv``)."""

from __future__ import annotations

import re

from vankien.extractors.grammar.bodies.names import capital_run
from vankien.extractors.grammar.lexicon import rows, words
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


_PERSON_LED_IN = re.compile(r"[\s,;]*(?:(?:các\s+)?(?:ông|bà|đồng chí|đ/c))?[\s:]*\Z")


def _person(tokens: Tokens, i: int, until: int) -> int:
    """Offset at which a person's name begins before another: a family name with ``Văn`` or two capitals and no more."""
    k = i
    while k < tokens.n and tokens.start[k] < until:
        run = capital_run(tokens, k) - k if tokens.upper[k] else 0
        if 3 <= run <= 4 and tokens.lower[k] in words("surnames.tsv") and tokens.lower[k : k + 3] != ["hồ", "chí", "minh"]:
            return tokens.start[k]
        k += max(run, 1) if run < 3 else 1
    return until


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
        person = _person(tokens, tokens.at(begin) + 1, until)
        until = until if person == until else len(_PERSON_LED_IN.sub("", text[:person]))
    return tokens.at(len(text[:until].rstrip())) if until > at else None
