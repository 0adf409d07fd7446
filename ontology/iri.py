"""IRIs of the data: readable, and a pure function of what is known.

Never of time, of the order of reading, or of the machine. Names keep their Vietnamese
marks, because without them different people and places collide (Thế/Thể, Thanh Hóa/Thành Hòa).

>>> body("Tỉnh ủy Phú Thọ")
'https://w3id.org/vankien/id/body/tỉnh-ủy-phú-thọ'
>>> document("NQ", "35", "TW", "XII")
'https://w3id.org/vankien/id/doc/TW/XII/NQ/35'
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

BASE = "https://w3id.org/vankien/id/"
ONTOLOGY = "https://w3id.org/vankien/ontology#"

_READABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_NOT_SLUG = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """Lower case, NFC, words joined by hyphens, marks kept.

    >>> slug("Ủy ban MTTQ  Việt Nam")
    'ủy-ban-mttq-việt-nam'
    """
    return _NOT_SLUG.sub("-", unicodedata.normalize("NFC", name).lower()).strip("-")


def article_key(article_id: str) -> str:
    """The part of an IRI that stands for an article: its id when that is short and plain, else a readable digest.

    >>> article_key("vietnews2024-politics-46")
    'vietnews2024-politics-46'
    >>> article_key("https://example.vn/bài 1")
    'example-vn-bài-1-9d5f8e0c65b4'
    """
    if _READABLE.fullmatch(article_id):
        return article_id
    words = slug(re.sub(r"^[a-z]+://(www\.)?", "", article_id))[:48].strip("-")
    return f"{words}-{digest(article_id)}" if words else digest(article_id)


def digest(text: str) -> str:
    """Twelve hex digits of SHA-256: for IRIs of what has no readable name."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def article(article_id: str) -> str:
    """IRI of an article."""
    return f"{BASE}article/{article_key(article_id)}"


def person(name: str, within: str) -> str:
    """IRI of a person as one article knows them; ``within`` is the article's key.

    A name alone never identifies a person, so the article stays part of it until
    the graph has resolved identity across articles.
    """
    return f"{BASE}person/{slug(name)}/{within}"


def body(name: str, within: str = "") -> str:
    """IRI of a body by its full name; ``within`` (an article's key) where the name does not tell which one it is."""
    return f"{BASE}body/{slug(name)}" + (f"/{within}" if within else "")


def in_period(thing: str, since: str) -> str:
    """IRI of a body (or of a post in it) that goes on under its old name since a day (ISO), after a merger; empty: the first one.

    >>> in_period(body("Tỉnh ủy Phú Thọ"), "2025-07-01")
    'https://w3id.org/vankien/id/body/tỉnh-ủy-phú-thọ/from-2025-07-01'
    """
    return f"{thing}/from-{since}" if since else thing


def post(role: str, body_iri: str = "") -> str:
    """IRI of a post: its role in a body (``body_iri``), or the role alone for a post of the State as such."""
    tail = "/" + body_iri.split("/body/", 1)[1] if "/body/" in body_iri else ""
    return f"{BASE}post/{slug(role)}{tail}"


def document(letters: str, number: str, issuer_code: str, term: str) -> str:
    """IRI of a Party document of a known series: issuer code, term, type letters and number without leading zeros kept to two digits."""
    return f"{BASE}doc/{issuer_code.replace('/', '-')}/{term}/{letters}/{number.lstrip('0').zfill(2)}"


def state_document(letters: str, number: str, issuer_code: str, year: str) -> str:
    """IRI of a numbered State document, whose series restart each year."""
    return f"{BASE}doc/nn/{issuer_code.replace('/', '-')}/{year}/{letters}/{number.lstrip('0').zfill(2)}"


def named_document(name: str, within: str = "") -> str:
    """IRI of a document known by name (a statute, a congress resolution), or known to one article only (``within``)."""
    return f"{BASE}doc/{slug(name)}" + (f"/{within}" if within else "")


def event(kind: str, name: str, within: str = "") -> str:
    """IRI of an event: global when kind, owner and ordinal in the name identify it, else known to one article (``within``)."""
    return f"{BASE}event/{kind}/{slug(name)}" + (f"/{within}" if within else "")


def known_person(name: str) -> str:
    """IRI of a person of history whom the name alone identifies (gazetteer of known persons)."""
    return f"{BASE}person/{slug(name)}"


def story(key: str) -> str:
    """IRI of a story, by the key of the first article (in the order of keys) that tells it."""
    return f"{BASE}story/{key}"


def term(issuer_code: str, ordinal: str) -> str:
    """IRI of a term, by the code whose number series restart with it.

    >>> term("TW", "XIII")
    'https://w3id.org/vankien/id/term/TW/XIII'
    """
    return f"{BASE}term/{issuer_code.replace('/', '-')}/{ordinal}"
