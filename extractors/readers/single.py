"""One file that holds one article: text, a web page, a Word document, a PDF file."""

from __future__ import annotations

from collections.abc import Iterator

from vankien.extractors.readers.contents import decoded, encoding_of
from vankien.extractors.readers.kinds import Kind
from vankien.extractors.readers.plain import article_from_text
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article


def article_from_bytes(content: bytes, kind: Kind, id: str, name: str) -> Iterator[Article | InputError]:
    """The article of a file, and an error beside it for what of the file could not be read.

    ``id`` is the article's unless it names its own, ``name`` stands for the file in errors. Raises InputError where the
    whole file is at fault. The readers are loaded when first needed: they take a while.
    """
    if kind is Kind.OFFICE:
        from vankien.extractors.readers.word import article_from_word

        yield article_from_word(content, id, name)
    elif kind is Kind.PDF:
        from vankien.extractors.readers.pdf import article_from_pdf

        yield from article_from_pdf(content, id, name)
    else:
        yield article_from_decoded(decoded(content, encoding_of(content), name), kind, id, name)


def article_from_decoded(text: str, kind: Kind, id: str, name: str, address: str = "") -> Article:
    """The article of a text or a page (``address``: where a crawler met it)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if kind is Kind.PAGE:
        from vankien.extractors.readers.pages import article_from_page

        return article_from_page(text, id, name, address)
    return article_from_text(text, id, name)
