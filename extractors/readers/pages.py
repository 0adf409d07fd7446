"""HTML pages: a rule for the site or trafilatura finds the body, the page's metadata and our own date rules give the rest.

A template shows dates of its own (today's, a frozen one, those of related articles), so the first
visible date never counts (domain notes 7): metadata first, then the stamp next to the title, then what
htmldate finds in the head and the address.
Captions are not part of the body: the day of a photograph need not be the day of the event.
"""

from __future__ import annotations

import logging
import re
from typing import Any
from urllib.parse import urlsplit

from vankien.extractors.readers import furniture
from vankien.extractors.readers.encodings import repaired, repaired_page
from vankien.extractors.readers.ending import Ending, ending_of
from vankien.extractors.readers.face import Face
from vankien.extractors.readers.general import with_lead, without_asides
from vankien.extractors.readers.header import ZONE
from vankien.extractors.readers.lines import fold, lines_of, whole
from vankien.extractors.readers.papers import holds_paper
from vankien.extractors.readers.sites import Parts, parts_of
from vankien.extractors.readers.stamps import Stamp, moment, stamp
from vankien.ontology.errors import InputError
from vankien.ontology.nouns import Article

# Its messages about strange pages belong to whoever sets up logging, not on the user's screen.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())

_CAPTIONS = ["//figcaption", "//caption"] + [
    f"//*[contains(translate(@class, 'CAPTION', 'caption'), '{word}')]" for word in ("caption", "chuthich", "chu-thich")
]
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate",
    "publish_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
)  # fmt: skip
_ARTICLE_TYPES = {"article", "newsarticle", "reportagenewsarticle", "blogposting", "report"}
_LITTLE, _SENTENCE = 2, 8  # a lead and one paragraph; words
_ABOVE, _BELOW = 8, 12  # visible lines round the title among which its stamp stands
_HEAD_END = re.compile(r"</head\s*>", re.I)
_HEAD = 30_000  # code points in which the head must end
# Scripts (the site's own JSON-LD) and metas of later changes: their days are no publication.
_NO_PUBLICATION = re.compile(r"<script\b.*?</script\s*>|<meta\b[^<>]*(?:modif|updat|revis)[^<>]*>", re.I | re.S)
_TABLE = re.compile(r"<(/?)(?:table|tbody|tr|td|th)\b", re.I)
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ")


def article_from_page(html: str, id: str, source: str, address: str = "") -> Article:
    """One article from a page. Its id is the canonical URL if the page names one, else ``id``.

    ``address`` is where a crawler met the page: its URL if it names none. ``source`` names the input in the error
    for a page without an article.
    """
    html = repaired_page(html)
    tree = _tree(html, source)
    face = Face(tree)
    own = _address(face)
    url = own or address
    known, body, author = _bodies(html, tree, urlsplit(url).netloc, source)
    title = repaired(known.title or _title(face))  # metadata of a page that is garbled in parts
    text, byline = _trimmed(body if known.text else without_asides(body, tree, face), title, source)
    text = text if known.text else with_lead(text, tree, face, title)
    return Article(
        id=own or id,
        text=text,
        title=title,
        published=_stated(face) or known.published or _visible(face, title) or _by_head(html, url),
        source=urlsplit(url).netloc.removeprefix("www.") or next(iter(face.meta.get("og:site_name", [])), ""),
        byline=byline or known.author or _author(face, author),
        section=_section(face) or known.section,
        url=url,
    )


def _tree(html: str, source: str) -> Any:
    from trafilatura import load_html

    tree = load_html(html)
    if tree is None:
        raise InputError(source, "no article in this page")
    return tree


def _bodies(html: str, tree: Any, host: str, source: str) -> tuple[Parts, str, str]:
    """The parts that a site's rule finds (none: empty), the body, and the author that trafilatura found.

    A rule that finds next to nothing where trafilatura finds twice as much has met a markup that it does not know,
    and is dropped. Length alone says nothing: what trafilatura has more may be readers' comments.
    """
    known = parts_of(tree, host)
    try:
        body, author = _body(html, source)
    except InputError:
        if known is None:
            raise
        body, author = "", ""
    if known is None or (_prose(known.text) <= _LITTLE and 2 * len(known.text) < len(body)):
        return Parts("", ""), body, author
    return known, known.text, author


def _prose(text: str) -> int:
    """How many lines of a text are sentences."""
    return sum(line.closed and line.words >= _SENTENCE for line in lines_of(text))


def _body(html: str, source: str) -> tuple[str, str]:
    """Text of the article's body, and the author that trafilatura found."""
    text, author = _extracted(html, source)
    if 2 * sum(len(line) for line in text.splitlines() if line.startswith("|")) > len(text):
        # a page laid out in tables (old provincial sites): with the tables gone its paragraphs come back
        text, author = _extracted(_TABLE.sub(r"<\1div", html), source)
    if not text.strip():
        raise InputError(source, "no article in this page")
    return text, author


def _extracted(html: str, source: str) -> tuple[str, str]:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(html, include_comments=False, with_metadata=True, prune_xpath=_CAPTIONS)
    except Exception as error:  # the library promises no errors of its own, and pages can be anything
        raise InputError(source, f"the page cannot be taken apart ({type(error).__name__})") from error
    return str(getattr(found, "text", None) or ""), str(getattr(found, "author", None) or "")


def _trimmed(body: str, title: str, source: str) -> tuple[str, str]:
    """The body without what stands above it (title, date lines, buttons) and furniture below it, and its byline."""
    lines = lines_of(body)
    top = next((i for i, line in enumerate(lines[:ZONE]) if fold(line.text) == fold(title)), -1)
    lines = lines[top + 1 :]
    while lines and (stamp(lines[0].text) or furniture.kind(lines[0].text) == "mark"):
        del lines[0]
    if not lines:
        raise InputError(source, "no article in this page")
    ending = Ending(lines[-1].end) if holds_paper(lines) else ending_of(lines)
    return body[lines[0].start : ending.end], ending.byline


def _address(face: Face) -> str:
    """The page's canonical URL; a site's front page, which careless templates name, is no article's address."""
    for url in (*face.links.get("canonical", []), *face.meta.get("og:url", [])):
        try:
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return url.partition("#")[0]
    return ""


def _title(face: Face) -> str:
    """The headline without the site's name."""
    given = [*face.meta.get("og:title", []), _record_text(face, "headline"), face.heading, face.title]
    title = next((t for t in given if t), "")
    sites = {fold(site) for site in (*face.meta.get("og:site_name", []), *_hosts(face)) if site}
    for separator in _SEPARATORS:
        head, found, last = title.rpartition(separator)
        if found and (fold(last) in sites or fold(head) == fold(face.heading)):
            return head.strip()
    return title


def _hosts(face: Face) -> list[str]:
    host = urlsplit(_address(face)).netloc
    return [host, host.removeprefix("www.")]


def _articles(face: Face) -> list[dict[str, Any]]:
    """JSON-LD objects that describe an article (not the site, not a list of links)."""
    return [r for r in face.records if {str(t).lower() for t in _list(r.get("@type"))} & _ARTICLE_TYPES]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _record_text(face: Face, name: str) -> str:
    values = (value for record in _articles(face)[:1] for value in _list(record.get(name)))
    return next((whole(value).strip() for value in values if isinstance(value, str)), "")


def _author(face: Face, found: str) -> str:
    """The author by metadata; a site's name or address is none."""
    people = [person for record in _articles(face)[:1] for person in _list(record.get("author"))]
    names = [whole(str(p.get("name", ""))) for p in people if isinstance(p, dict) and p.get("@type") == "Person"]
    sites = {fold(site) for site in (*face.meta.get("og:site_name", []), *_hosts(face))}
    for name in (*face.meta.get("author", []), *face.meta.get("article:author", []), ", ".join(names), found):
        plain = " ".join(name.split())
        if plain and len(plain) <= furniture.SHORT and "://" not in plain and fold(plain) not in sites:
            return plain
    return ""


def _section(face: Face) -> str:
    """The section by metadata, then JSON-LD."""
    return next((s for s in face.meta.get("article:section", []) if s), "") or _record_text(face, "articleSection")


def _stated(face: Face) -> str:
    """Publication by metadata, then JSON-LD, then a marked time element."""
    given = [value for name in _DATE_METAS for value in face.meta.get(name, [])]
    given += [str(record.get("datePublished") or "") for record in _articles(face)[:1]]
    given += [value for _, value, marked in face.times if marked]
    return next((found for value in given if (found := moment(value))), "")


def _by_head(html: str, url: str) -> str:
    """The day by the page's head and address alone, in the many forms that htmldate knows.

    It never sees the body: there it would take a template's own date for the article's.
    """
    from htmldate import find_date

    head = _NO_PUBLICATION.sub("", html[: found.end()]) if (found := _HEAD_END.search(html, 0, _HEAD)) else ""
    if not head and not url:
        return ""
    try:
        day = find_date(f"{head}<body></body></html>", url=url or None, extensive_search=False, original_date=True)
    except Exception:  # a head can be anything; without a date the article is still read
        return ""
    return day or ""


def _visible(face: Face, title: str) -> str:
    """The stamp nearest to the title among the visible lines; with the same distance, the one below it."""
    heading = fold(face.heading or title)
    at = next((i for i, line in enumerate(face.lines) if fold(line) == heading), None)
    if at is None:
        return ""
    found: list[tuple[bool, int, int, str]] = []
    for i in range(max(at - _ABOVE, 0), min(at + _BELOW, len(face.lines))):
        below = i > at
        distance = 2 * abs(i - at) - below
        for seen in (stamp(face.lines[i]), stamp(" ".join(face.lines[i : i + 2]))):
            if seen and _counts(seen, below):
                found.append((not seen.timed, seen.role != "published", distance, seen.value))
    found += [
        (False, False, 2 * (i - at), value)
        for i, given, _ in face.times
        if at < i <= at + _BELOW and (value := moment(given))
    ]
    return min(found, default=(False, 0, 0, ""))[-1]


def _counts(seen: Stamp, below: bool) -> bool:
    """A lone date counts only below the title; above it, it is today's."""
    return seen.role in ("published", "updated") or (seen.role == "day" and below)
