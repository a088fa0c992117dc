"""The files of ontology and shapes, and what of them a validator needs at hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Triple

from kg.rdf import read_rdf
from kg.resources import resource
from kg.vocab import OWL, RDF, RDFS, SKOS

__all__ = ["ontology_files", "ontology_triples", "scheme_triples", "shape_files", "shape_triples"]

_NEEDED = frozenset({RDF.type, RDFS.subClassOf, SKOS.notation, SKOS.prefLabel, SKOS.inScheme})


def shape_files() -> list[Path]:
    """The files of the shapes, sorted."""
    return sorted(resource("ontology", "shapes").rglob("*.ttl"))


def ontology_files() -> list[Path]:
    """The files of the ontology and its concept schemes, without the shapes, sorted."""
    return sorted(path for path in resource("ontology").rglob("*.ttl") if "shapes" not in path.parts[-3:-1])


@cache
def shape_triples() -> tuple[Triple, ...]:
    """All statements of the shapes."""
    return tuple(quad.triple for path in shape_files() for quad in read_rdf(path))


@cache
def ontology_triples() -> tuple[Triple, ...]:
    """All statements of the ontology."""
    return tuple(quad.triple for path in ontology_files() for quad in read_rdf(path))


@cache
def scheme_triples() -> tuple[Triple, ...]:
    """What of the ontology data are checked with: the tree of classes and the concepts of the schemes."""
    return tuple(
        triple
        for triple in ontology_triples()
        if triple.predicate in _NEEDED and not _is_axiom(triple) and isinstance(triple.subject, NamedNode)
    )


def _is_axiom(triple: Triple) -> bool:
    """Whether it says of a term what OWL calls it, or speaks of an anonymous class."""
    value = triple.object
    return isinstance(value, BlankNode) or (isinstance(value, NamedNode) and value.value.startswith(OWL.base))
