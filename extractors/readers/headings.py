"""Title and day of an official text, which its header tells where the input does not.

A cheap test comes first, so that reading other files does not wait for the grammar; what stands in the header is read by
:mod:`vankien.extractors.official`.
"""

from __future__ import annotations

from dataclasses import replace

from vankien.extractors.official.gate import opens_as_paper
from vankien.ontology.nouns import Article


def is_official(text: str) -> bool:
    """Whether a text is an official text by its whole header, a draft's too: nothing of it is furniture.

    >>> is_official("Tỉnh ủy Phú Thọ họp\\nĐảng Cộng sản Việt Nam ra Nghị quyết số 05-NQ/TW.")
    False
    """
    if not opens_as_paper(text):
        return False
    from vankien.extractors.official.paper import paper_of  # the grammar takes a while to load

    return paper_of(text) is not None


def headed(article: Article) -> Article:
    """An official text with the title and the day of its header where the input gives none."""
    if (article.title and article.published) or not opens_as_paper(article.text):
        return article
    from vankien.extractors.official.paper import paper_of

    paper = paper_of(article.text)
    if paper is None or not paper.issued:
        return article
    return replace(article, title=article.title or paper.label, published=article.published or paper.header.day)
