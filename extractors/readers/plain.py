"""Plain text and Markdown: an article's body alone, or a page as copied from a browser."""

from __future__ import annotations

from vankien.extractors.readers.encodings import repaired
from vankien.extractors.readers.ending import Ending, ending_of
from vankien.extractors.readers.header import header_of
from vankien.extractors.readers.headings import is_official
from vankien.extractors.readers.lines import lines_of
from vankien.extractors.readers.papers import holds_paper, is_paper
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article


def article_from_text(text: str, id: str, source: str) -> Article:
    """One article from a text; its ``text`` is a stretch of it, blanks inside and between lines as given.

    Text that shows the letters of an old encoding is converted first; an official paper stays whole. ``source`` names the
    input in the error for a text of blanks only.
    """
    text = repaired(text)
    lines = lines_of(text)
    if not lines:
        raise InputError(source, "empty file")
    if is_paper(lines) or is_official(text):
        return Article(id=id, text=text[lines[0].start : lines[-1].end])
    header = header_of(lines, text)
    body = lines[header.body :]
    ending = Ending(lines[-1].end) if holds_paper(lines) else ending_of(body)
    return Article(
        id=id,
        text=text[body[0].start : ending.end],
        title=header.title,
        published=header.published,
        byline=ending.byline or header.byline,
        section=header.section,
    )
