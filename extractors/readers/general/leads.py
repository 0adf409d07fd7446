"""The lead (sapo: the paragraph in bold under a title) put back before a body, when the page itself says that it is one.

Content systems put the lead into the page's description. Where the words of a description stand on the page
between title and body, they are the lead; the words taken are the visible ones, never the description's. A page
without such a description may still call an element its lead, by a class that means nothing else.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, groupby
from typing import Any

from vankien.extractors.readers import furniture
from vankien.extractors.readers.face import Face
from vankien.extractors.readers.general.blocks import Block, blocks, key
from vankien.extractors.readers.lines import lines_of
from vankien.extractors.readers.stamps import stamp

_METAS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")
_LEAST = 8  # words of a lead
_UNSTOPPED = 16  # words of a lead without a full stop: a shorter one may be a site's motto
_CUT_SHORT = 12  # words of a description that is only the beginning of the lead
_LONGEST = 200  # words
_LINES = 4  # lines of a lead
_BELOW_TITLE, _ABOVE_BODY, _DIRECTLY = 12, 40, 3  # lines from title to lead and from lead to body; without a title
_FIRST = 3  # lines of the body that may be its beginning, or repeat the lead
_ALIKE = 0.8  # of the lead's words in one line of the body: the body says it already
_TAG = re.compile(r"<[^<>]*>")
_CUT_OFF = re.compile(r"\s*(?:\.\.+|…|\[…\]|\[\.\.\.\])\s*\Z")
_PREFIX = re.compile(r"\A\W*\w[^-–—]{0,24}?(?:\)\s?[-–—]\s*|\s[-–—]\s+)(?=\W?\w)")  # (TG) -; the dash of 24-1-2024 is none
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDDEN_CLASSES = frozenset(("hidden", "hide", "d-none", "sr-only", "visually-hidden", "screen-reader-text", "invisible"))
_CALLED = frozenset(("sapo", "chapeau", "chappeau"))  # newspapermen's words for a lead; parts of class names
_NAME_PARTS = re.compile(r"[\s_-]+")
_ELSEWHERE = frozenset("nav aside footer figure figcaption caption li a".split())


def descriptions(face: Face) -> list[str]:
    """What a page says that it is about: descriptions in its head and in JSON-LD of an article, each once."""
    told = [text for name in _METAS for text in face.meta.get(name, [])]
    told += [text for record in face.records if "headline" in record and isinstance(text := record.get("description"), str)]
    return list(dict.fromkeys(words for text in told if (words := " ".join(_TAG.sub(" ", html.unescape(text)).split()))))


def with_lead(text: str, tree: Any, face: Face, title: str) -> str:
    """A body with the page's lead as its first lines, if the body lacks it and the page (``tree``, of lxml) shows it.

    The lead stands between the title and the body's beginning, or, where the page does not show the title, directly
    before the body.
    """
    told = [key(_bare(words)) for words in descriptions(face)]
    told = [words for words in told if words.count(" ") + 1 >= _LEAST and words not in (key(title), key(face.heading))]
    page = blocks(tree)
    keys = [key(block.text) for block in page]
    body = [key(line.text) for line in lines_of(text)]
    runs = chain.from_iterable(_runs(page, keys, description, body) for description in told)
    for begin, end in chain(runs, _called(page)):
        if _stands_right(keys, begin, end, body, {key(title), key(face.heading)} - {""}, page):
            lead = page[begin:end]
            return text if _said(lead, body) else "\n".join([*(block.text for block in lead), text])
    return text


def _called(page: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Stretches of lines in an element that the page calls its lead."""
    holders = [_lead_element(block.element) for block in page]
    begin = 0
    for holder, lines in groupby(holders):
        end = begin + len(list(lines))
        if holder is not None and end - begin <= _LINES and _is_lead(page[begin:end]):
            yield begin, end
        begin = end


def _lead_element(element: Any) -> Any:
    """The innermost element round a line whose class calls it a lead, None if there is none."""
    for node in (element, *element.iterancestors()):
        if not _CALLED.isdisjoint(_NAME_PARTS.split((node.get("class") or "").lower())):
            return node
    return None


def _bare(words: str) -> str:
    """Words without an agency's prefix, and without the dots of a text cut off."""
    return _PREFIX.sub("", _CUT_OFF.sub("", words), count=1)


def _runs(page: Sequence[Block], keys: Sequence[str], description: str, body: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of lines whose words are the description's, or begin with it, or that it says before the body's beginning."""
    for begin, block in enumerate(page):
        said = key(_bare(block.text))
        for end in range(begin + 1, min(begin + _LINES, len(page)) + 1):
            if not said or not (description.startswith(said) or said.startswith(description)):
                break
            whole = _whole(page, begin, end)
            if _is_description(said, description, body) and _is_lead(page[begin:whole]):
                yield begin, whole
                break
            if said.startswith(description):
                break
            said = f"{said} {keys[end]}" if end < len(page) else ""


def _is_description(said: str, description: str, body: Sequence[str]) -> bool:
    if said == description:
        return True
    if said.startswith(description):
        return description.count(" ") + 1 >= _CUT_SHORT
    rest = description[len(said) + 1 :]
    return said.count(" ") + 1 >= _LEAST and bool(body) and description[len(said)] == " " and " ".join(body[:_FIRST]).startswith(rest)


def _whole(page: Sequence[Block], begin: int, end: int) -> int:
    """The end of a run with the other lines of its last heading or paragraph (parted by ``<br>``)."""
    element = page[end - 1].element
    if element.tag in ("p", "h2", "h3", "h4", "h5", "h6"):
        while end < len(page) and end - begin < _LINES and page[end].element is element:
            end += 1
    return end


def _is_lead(lines: Sequence[Block]) -> bool:
    """Whether lines are sentences that a reader sees as text: neither hidden nor links nor items of a list."""
    words = sum(len(line.text.split()) for line in lines)
    if not _LEAST <= words <= _LONGEST or any(line.links and not key(line.beside) for line in lines):
        return False
    closed = lines_of(lines[-1].text)[-1].closed
    return (closed or words >= _UNSTOPPED) and not any(_is_elsewhere(line.element) for line in lines)


def _is_elsewhere(element: Any) -> bool:
    return any(
        node.tag in _ELSEWHERE
        or node.get("hidden") is not None
        or _HIDDEN.search(node.get("style") or "")
        or _HIDDEN_CLASSES.intersection((node.get("class") or "").lower().split())
        for node in (element, *element.iterancestors())
    )


def _stands_right(
    keys: Sequence[str], begin: int, end: int, body: Sequence[str], titles: set[str], page: Sequence[Block]
) -> bool:
    """Whether a run stands below the title and above the body's beginning."""
    start = next((i for i in range(end, min(end + _ABOVE_BODY, len(keys))) if _begins(keys[i], body)), None)
    if start is None:
        return False
    above = keys[max(begin - _BELOW_TITLE, 0) : begin]
    if any(words.count(" ") + 1 >= _LEAST and words not in titles and _begins(words, body) for words in above):
        return False
    if any(words in titles for words in keys[:begin]):
        return any(words in titles for words in above)
    return start - end <= _DIRECTLY and all(_is_little(block.text) for block in page[end:start])


def _begins(words: str, body: Sequence[str]) -> bool:
    """Whether a line of the page is one of the body's first lines, or they are cut differently."""
    long = words.count(" ") + 1 >= _LEAST
    return any(words == line or (long and (line.startswith(f"{words} ") or f"{words} ".startswith(f"{line} "))) for line in body[:_FIRST])


def _is_little(line: str) -> bool:
    """Whether a line is a date, a button or a byline."""
    return bool(stamp(line) or furniture.kind(line) or furniture.author(line))


def _said(lead: Sequence[Block], body: Sequence[str]) -> bool:
    """Whether a body holds the lead already, whole or nearly so in one of its first lines."""
    own = key(_bare(" ".join(block.text for block in lead)))
    everything = f" {' '.join(body)} "
    if f" {own} " in everything or any(f" {key(_bare(block.text))} " in everything for block in lead):
        return True
    words = own.split()
    return any(_alike(words, line.split()) for line in body[:_FIRST])


def _alike(lead: list[str], line: list[str]) -> bool:
    same = sum(match.size for match in SequenceMatcher(None, lead, line[: 2 * len(lead) + _LEAST], autojunk=False).get_matching_blocks())
    return same >= _ALIKE * len(lead)
