"""Which terms a graph may use: those that the ontology defines, or a vocabulary named in :mod:`kg.vocab`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pyoxigraph import NamedNode, Quad, Triple

from kg import vocab
from kg.validation.shapes import ontology_triples
from kg.vocab import RDF, RDFS, SHAPES, WCO

__all__ = ["defined_terms", "undefined_terms"]


@cache
def defined_terms() -> frozenset[NamedNode]:
    """The terms and concepts that the ontology defines itself: those with ``rdfs:isDefinedBy`` the ontology."""
    ontology = NamedNode(WCO.base.rstrip("#"))
    return frozenset(
        triple.subject
        for triple in ontology_triples()
        if triple.predicate == RDFS.isDefinedBy and triple.object == ontology and isinstance(triple.subject, NamedNode)
    )


def undefined_terms(statements: Iterable[Quad] | Iterable[Triple]) -> list[NamedNode]:
    """The terms that a graph uses and nobody defines, sorted.

    Looked at are all properties and classes, and every other IRI in the namespace of the ontology or beside the
    concepts of its schemes. A term is defined if the ontology defines it, or if a namespace of :mod:`kg.vocab` lists it
    as one that this software takes from another vocabulary.
    """
    used: set[NamedNode] = set()
    for each in statements:
        used.add(each.predicate)
        if each.predicate == RDF.type and isinstance(each.object, NamedNode):
            used.add(each.object)
        used.update(node for node in (each.subject, each.object) if isinstance(node, NamedNode) and _is_ours(node))
    return sorted((term for term in used if not _is_defined(term)), key=str)


def _is_ours(node: NamedNode) -> bool:
    return node.value.startswith((WCO.base, SHAPES)) or node.value.rpartition("/")[0] in _scheme_folders()


@cache
def _scheme_folders() -> frozenset[str]:
    """Where the concepts of the schemes lie: ``https://w3id.org/wco-kg/id/role``."""
    return frozenset(term.value.rpartition("/")[0] for term in defined_terms() if not term.value.startswith(WCO.base))


def _is_defined(term: NamedNode) -> bool:
    return term in defined_terms() or any(term in namespace for namespace in _other_vocabularies())


@cache
def _other_vocabularies() -> tuple[vocab.Namespace, ...]:
    return tuple(each for each in vars(vocab).values() if isinstance(each, vocab.Namespace) and each is not WCO)
