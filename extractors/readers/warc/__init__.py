"""Web archives (WARC): each page, Word, PDF or text file that a crawler was given becomes an article.

Read are responses with status 200 and resources; requests, revisits, redirects, pictures, scripts and the like are passed over
and count as nothing. The id is the canonical URL that a page names, else the address at which it was met. The day of the crawl
is not the day of publication and is never used. Memory does not grow with the archive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any
from urllib.parse import urlsplit

from vankien.extractors.readers.kinds import HEAD, Kind, kind_of
from vankien.extractors.readers.repeats import Found, Where
from vankien.extractors.readers.single import article_from_bytes, article_from_decoded
from vankien.extractors.readers.tally import Tally
from vankien.extractors.readers.warc.payloads import page_text, payload
from vankien.extractors.readers.warc.records import Damage, Record, Records
from vankien.ontology.errors import InputError, UsageError
from vankien.ontology.nouns import Article
from vankien.ontology.optional import optional

_PAGES = {"text/html", "application/xhtml+xml"}
_FILES = {"application/pdf", "application/x-pdf", "application/msword", "application/zip", "application/rtf"}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_UNSAID = {"", "application/octet-stream", "application/force-download", "application/x-download", "binary/octet-stream", "unk"}
_TEXT_SUFFIXES = (".txt", ".md")
_FOR_ROBOTS = {"robots.txt", "ads.txt", "app-ads.txt", "humans.txt", "security.txt", "llms.txt", "sitemap.txt"}


def articles_from_archive(stream: IO[bytes], name: str) -> Iterator[Found]:
    """Articles of a web archive, then what of it could not be read; ``name`` stands for the file in errors."""
    try:
        optional("warcio", "warc")
    except UsageError as error:
        raise InputError(name, str(error)) from None
    tally, articles, faults = Tally(), 0, 0
    for record in Records(stream, _is_wanted):
        where = Where(name, record.number, "record")
        if isinstance(record, Damage):
            tally.add(where, record.reason, record.uri)
            faults += 1
            continue
        for found in _articles(record, name):
            if isinstance(found, InputError):
                tally.add(where, found.reason, record.uri)
                faults += 1
            else:
                articles += 1
                yield where, found
    yield from tally.errors()
    if not articles and not faults:
        yield InputError(name, "no page in this web archive")


def _is_wanted(heads: Any) -> bool:
    """Whether a record may hold an article, by its heads."""
    if heads.rec_type == "response":
        return heads.http_headers is not None and heads.http_headers.get_statuscode() == "200" and _is_readable(heads)
    return heads.rec_type == "resource" and _is_readable(heads)


def _is_readable(heads: Any) -> bool:
    type, uri = _type(heads), heads.rec_headers.get_header("WARC-Target-URI") or ""
    file = _path(uri).rpartition("/")[2].lower()
    if type == "text/plain":
        return file.endswith(_TEXT_SUFFIXES) and file not in _FOR_ROBOTS
    return type in _PAGES or type in _FILES or type in _UNSAID or type.startswith(_WORD)


def _type(heads: Any) -> str:
    return _content_type(heads).partition(";")[0].strip().lower()


def _content_type(heads: Any) -> str:
    given = heads.http_headers.get_header("Content-Type") if heads.http_headers is not None else heads.content_type
    return given or ""


def _path(uri: str) -> str:
    try:
        return urlsplit(uri).path
    except ValueError:
        return ""


def _articles(record: Record, name: str) -> Iterator[Article | InputError]:
    """The article of a record, and what of it could not be read; nothing if it is no text."""
    if record.long:
        yield InputError(name, "longer than 50 MB: no single article")
    if record.content is None:
        return
    try:
        http = record.heads.http_headers
        content = payload(record.content, http, name) if http is not None else record.content
        kind = _kind(content, record)
        if kind is Kind.PAGE:
            text = page_text(content, _content_type(record.heads), name)
            if _is_front(record.uri):
                raise InputError(name, "no article in this page")
            yield article_from_decoded(text, kind, record.uri, name, record.uri)
        elif kind is not None:
            for found in article_from_bytes(content, kind, record.uri, name):
                yield found if isinstance(found, InputError) else _from_web(found, record.uri)
    except InputError as error:
        yield error
    except Exception as error:  # one page must never cost the others
        yield InputError(name, f"cannot be taken apart ({type(error).__name__})")


def _kind(content: bytes, record: Record) -> Kind | None:
    """What a content is, None for what no article can be made of."""
    type = _type(record.heads)
    try:
        kind = kind_of(content[:HEAD], ".html" if type in _PAGES else "", "")
    except InputError:
        if type in _PAGES and content.strip() and not _is_data(content):
            return Kind.PAGE  # perhaps in another charset
        return None
    wanted = {Kind.PAGE, Kind.PDF, Kind.OFFICE} | ({Kind.PLAIN} if type == "text/plain" else set())
    return kind if kind in wanted else None


def _is_data(content: bytes) -> bool:
    return content.lstrip()[:1] in (b"{", b"[") or b"\0" in content[:HEAD]


def _is_front(uri: str) -> bool:
    """Whether an address is that of a site's front page."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and not parts.path.strip("/") and not parts.query


def _from_web(article: Article, uri: str) -> Article:
    """An article that was met at an address."""
    return replace(article, url=uri, source=urlsplit(uri).netloc.removeprefix("www."))
