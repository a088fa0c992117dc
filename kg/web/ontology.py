"""The job behind ``/ontology``: the vocabularies as a page or as RDF."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from kg.query import display
from kg.rdf import order, read_rdf
from kg.resources import resource
from kg.store import GraphStore, memory_store
from kg.vocab import BASE, DCTERMS, NETWORK, OWL, QB, RDF, RDFS, SKOS, WCO, Namespace
from kg.web.describe import written
from kg.web.reply import Reply
from kg.web.tables import Link
from kg.web.templating import page

__all__ = ["ontology", "ontology_graph", "ontology_version"]


class Term(NamedTuple):
    """A term as the page shows it."""

    anchor: str
    name: str
    label: str
    definition: str
    notes: list[str]
    examples: list[str]
    relations: list[tuple[str, list[Link]]]


_GROUPS = {
    "Classes": (WCO, (OWL.Class,)),
    "Relations between things": (WCO, (OWL.ObjectProperty,)),
    "Attributes": (WCO, (OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)),
    "Concept schemes": (WCO, (SKOS.ConceptScheme,)),
    "Dimensions of figures of networks": (NETWORK, (QB.DimensionProperty,)),
    "Measures of figures of networks": (NETWORK, (QB.MeasureProperty,)),
}
_PREFIXES = {WCO.base: "wco", NETWORK.base: "network"}
_RELATIONS = {
    "is a": RDFS.subClassOf,
    "specialises": RDFS.subPropertyOf,
    "of": RDFS.domain,
    "value": RDFS.range,
    "inverse of": OWL.inverseOf,
}


def ontology(store: GraphStore, *, form: str) -> Reply:
    """The vocabulary.

    Args:
        store: Not needed.
        form: ``html`` or the name of a form of RDF.
    """
    if form != "html":
        return written(sorted(set(_triples()), key=order), form)
    graph = ontology_graph()
    groups = [(heading, list(_terms(graph, *wanted))) for heading, wanted in _GROUPS.items()]
    head = NamedNode(WCO.base.rstrip("#"))
    return page(
        "ontology.html",
        title=_words(graph, head, DCTERMS.title)[0],
        abstract=_words(graph, head, DCTERMS.description),
        iri=head.value,
        version=_words(graph, head, OWL.versionInfo),
        groups=groups,
    )


def ontology_version(_: GraphStore) -> Reply:
    """The version of the vocabulary."""
    return Reply(_words(ontology_graph(), NamedNode(WCO.base.rstrip("#")), OWL.versionInfo)[0].encode())


@cache
def _triples() -> tuple[Triple, ...]:
    folder = resource("ontology")
    paths = sorted([*folder.glob("*.ttl"), *folder.glob("schemes/*.ttl")])
    return tuple(quad.triple for path in paths for quad in read_rdf(path))


@cache
def ontology_graph() -> GraphStore:
    """The vocabulary with its concepts as a graph in memory."""
    return memory_store(_triples())


def _terms(graph: GraphStore, vocabulary: Namespace, classes: tuple[NamedNode, ...]) -> Iterator[Term]:
    found = {quad.subject for class_ in classes for quad in graph.quads(predicate=RDF.type, object=class_)}
    for node in (node for node in sorted(vocabulary, key=str) if node in found):
        local = node.value.removeprefix(vocabulary.base)
        yield Term(
            anchor=local,
            name=f"{_PREFIXES[vocabulary.base]}:{local}",
            label=next(iter(_words(graph, node, RDFS.label)), local),
            definition=next(iter(_words(graph, node, SKOS.definition)), ""),
            notes=_words(graph, node, SKOS.scopeNote),
            examples=_words(graph, node, SKOS.example),
            relations=list(_relations(graph, node)),
        )


def _relations(graph: GraphStore, node: NamedNode) -> Iterator[tuple[str, list[Link]]]:
    for words, property_ in _RELATIONS.items():
        others = [q.object for q in graph.quads(subject=node, predicate=property_) if isinstance(q.object, NamedNode)]
        if others:
            yield words, sorted(_link(each) for each in others)
    concepts = {q.subject for q in graph.quads(predicate=SKOS.inScheme, object=node)}
    if concepts:
        named = sorted((each for each in concepts if isinstance(each, NamedNode)), key=str)
        yield "concepts", [Link(_concept(graph, each), _address(each)) for each in named]


def _concept(graph: GraphStore, node: NamedNode) -> str:
    return next(iter(_words(graph, node, SKOS.prefLabel)), display(node))


def _link(node: NamedNode) -> Link:
    return Link(display(node), _address(node))


def _address(node: NamedNode) -> str:
    """Where a term or a concept is described: on this page, on one of its own, or elsewhere."""
    if node in WCO or node in NETWORK:
        return f"#{node.value.partition('#')[2]}"
    return f"/doc/{node.value.removeprefix(BASE)}" if node.value.startswith(BASE) else node.value


def _words(graph: GraphStore, node: NamedNode, property_: NamedNode) -> list[str]:
    """What a property says in English or in no language."""
    found = (quad.object for quad in graph.quads(subject=node, predicate=property_))
    return sorted(each.value for each in found if isinstance(each, Literal) and each.language in {"en", None})
