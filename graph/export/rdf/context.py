"""The JSON-LD context: how names in a file become IRIs, made from the vocabulary itself.

Values that are things are typed so that their bare ids will do; whole days (of publication: times), years and addresses are
bare texts, and so are Vietnamese names. What differs from that (a month, an English label) is written out at its place. ``ontology/context.jsonld``
is the same as a file; files of data carry it in them, so that they can be read without a network.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from pyoxigraph import NamedNode, RdfFormat, Store

from vankien.graph.facts import iri_of
from vankien.graph.prefixes import PREFIXES, VK
from vankien.graph.quads.nodes import RDF, RDFS, TYPE, XSD
from vankien.ontology import iri
from vankien.ontology.vocabulary import vocabulary

_OWL: Final = PREFIXES["owl"]
_RANGES: Final = (NamedNode(f"{RDFS}range"), NamedNode(f"{PREFIXES['schema']}rangeIncludes"))
_WHOLE: Final = ("dateTime", "date", "gYear", "anyURI")
"""Datatypes of XSD whose values stand as bare texts, where a property may have them; the first that it may have."""

_OTHERS: Final[Mapping[str, Any]] = {
    "altLabel": {"@id": "skos:altLabel", "@language": "vi"},
    "end": "oa:end",
    "exact": "oa:exact",
    "hasSelector": {"@id": "oa:hasSelector", "@type": "@id"},
    "label": {"@id": "rdfs:label", "@language": "vi"},
    "object": {"@id": "rdf:object", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@vocab"},
    "prefix": "oa:prefix",
    "start": "oa:start",
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "suffix": "oa:suffix",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
}
"""Terms of other vocabularies that stand at statements and things."""


@cache
def context() -> Mapping[str, Any]:
    """The context: base, vocabulary, prefixes, ``id`` and ``type``, then the terms by name."""
    return {
        "@base": iri.BASE,
        "@vocab": VK,
        **{name: namespace for name, namespace in sorted(PREFIXES.items()) if name != "vkid"},
        "id": "@id",
        "type": "@type",
        **dict(sorted([*_OTHERS.items(), *_terms()])),
    }


def _terms() -> Iterator[tuple[str, Any]]:
    """The properties of the vocabulary, each with the type of its values."""
    store = Store()
    store.load(vocabulary().encode(), format=RdfFormat.TURTLE)
    for cls in ("ObjectProperty", "DatatypeProperty"):
        for quad in store.quads_for_pattern(None, TYPE, NamedNode(f"{_OWL}{cls}")):
            ranges = {iri_of(r.object) for at in _RANGES for r in store.quads_for_pattern(quad.subject, at, None)}
            name = iri_of(quad.subject).removeprefix(VK)
            kind = _links(ranges) if cls == "ObjectProperty" else _texts(ranges)
            yield name, {"@id": f"vk:{name}", **kind} if kind else f"vk:{name}"


def _links(ranges: set[str]) -> dict[str, str]:
    return {"@type": "@vocab" if ranges == {f"{RDF}Property"} else "@id"}


def _texts(ranges: set[str]) -> dict[str, str]:
    if ranges == {f"{RDF}langString"}:
        return {"@language": "vi"}
    return next(({"@type": f"xsd:{name}"} for name in _WHOLE if XSD + name in ranges), {})
