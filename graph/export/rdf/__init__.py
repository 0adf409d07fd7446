"""Files of RDF: of named graphs, of the union, JSON-LD, and annotations of the articles."""

from vankien.graph.export.rdf.annotations import write_annotations
from vankien.graph.export.rdf.jsonld import write_jsonld
from vankien.graph.export.rdf.quads import write_nquads, write_ntriples, write_trig, write_turtle

__all__ = ["write_annotations", "write_jsonld", "write_nquads", "write_ntriples", "write_trig", "write_turtle"]
