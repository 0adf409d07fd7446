"""Word documents (.docx): the text in reading order, without what a page only repeats.

Given are paragraphs with their automatic numbers, tables, text boxes, content controls, links, inserted words of tracked
changes, and footnotes and endnotes after the body. Left out are heads and feet of pages, deleted and hidden words,
comments and pictures. File properties say when a file was saved, not when its text was published, and give no date.
"""

from __future__ import annotations

from vankien.extractors.readers.plain import article_from_text
from vankien.extractors.readers.word.archive import light_copy
from vankien.extractors.readers.word.blocks import Body
from vankien.ontology.errors import InputError, UsageError
from vankien.ontology.nouns import Article
from vankien.ontology.optional import optional


def article_from_word(content: bytes, id: str, name: str) -> Article:
    """The article of a Word document; ``name`` stands for the file in errors.

    Raises InputError for any other zip archive or Office file, a damaged or locked one, or one without text.
    """
    package = light_copy(content, name)
    try:
        docx = optional("docx", "docx")
    except UsageError as error:
        raise InputError(name, str(error)) from None
    try:
        text = Body(docx.Document(package)).text()
    except Exception as error:  # a package can hold anything, and the library promises no errors of its own
        raise InputError(name, f"a damaged Word document ({type(error).__name__})") from error
    if not text.strip():
        raise InputError(name, "a Word document without text")
    return article_from_text(text, id, name)
