"""The graph described as a dataset: what is in it, how much of it, under which licence (VoID, DCAT 3).

Made from the graph and its manifest alone, without a clock. Counts are of the merged graph, without this description.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Triple

from kg.store import GraphStore
from kg.vocab import DCAT, DCTERMS, LICENSE, OWL, PREFIXES, RDF, RDFS, VOID, WCO, integer, iri, prefixed

__all__ = ["describe"]

_TITLE = "Knowledge graph of regional cooperation in the World Customs Organization"
_DESCRIPTION = (
    "Who met whom, where and when, in which role and for which office, as published reports of the World Customs "
    "Organization and its regional offices state it. Every statement is tied to the characters that state it. "
    "Independent of the World Customs Organization."
)
_KEYWORDS = ("World Customs Organization", "customs", "capacity building", "international cooperation")

_TOTALS = """
SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?distinctSubjects) (COUNT(DISTINCT ?p) AS ?properties)
  (COUNT(DISTINCT ?o) AS ?distinctObjects)
WHERE { ?s ?p ?o }
"""
_CLASSES = "SELECT ?term (COUNT(DISTINCT ?s) AS ?entities) WHERE { ?s a ?term } GROUP BY ?term"
_PROPERTIES = """
SELECT ?term (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?distinctSubjects) (COUNT(DISTINCT ?o) AS ?distinctObjects)
WHERE { ?s ?term ?o }
GROUP BY ?term
"""


def describe(store: GraphStore) -> list[Triple]:
    """The description of the graph in a store; its subject is ``<base>dataset``."""
    dataset = iri("dataset", store.manifest.base)
    return [*_head(store, dataset), *_totals(store, dataset), *_partitions(store, dataset)]


def _head(store: GraphStore, dataset: NamedNode) -> Iterator[Triple]:
    yield Triple(dataset, RDF.type, VOID.Dataset)
    yield Triple(dataset, RDF.type, DCAT.Dataset)
    yield Triple(dataset, DCTERMS.title, Literal(_TITLE, language="en"))
    yield Triple(dataset, RDFS.label, Literal(_TITLE, language="en"))
    yield Triple(dataset, DCTERMS.description, Literal(_DESCRIPTION, language="en"))
    yield Triple(dataset, DCTERMS.license, LICENSE)
    yield Triple(dataset, VOID.uriSpace, Literal(store.manifest.base))
    yield Triple(dataset, OWL.versionInfo, Literal(store.manifest.software))
    for keyword in _KEYWORDS:
        yield Triple(dataset, DCAT.keyword, Literal(keyword, language="en"))
    for quad in sorted(store.quads(DefaultGraph(), predicate=RDF.type, object=WCO.MeetingSeries), key=str)[:1]:
        if isinstance(quad.subject, NamedNode):
            yield Triple(dataset, VOID.exampleResource, quad.subject)


def _totals(store: GraphStore, dataset: NamedNode) -> Iterator[Triple]:
    for figures in _rows(store, _TOTALS):
        for name, value in figures.items():
            yield Triple(dataset, VOID[name], value)
    classes = sum(1 for _ in _rows(store, _CLASSES))
    yield Triple(dataset, VOID.classes, integer(classes))
    entities = "SELECT (COUNT(DISTINCT ?s) AS ?entities) WHERE { ?s a ?class }"
    for figures in _rows(store, entities):
        yield Triple(dataset, VOID.entities, figures["entities"])


def _partitions(store: GraphStore, dataset: NamedNode) -> Iterator[Triple]:
    used = set()
    for query, link, kind in (
        (_CLASSES, VOID.classPartition, VOID["class"]),
        (_PROPERTIES, VOID.propertyPartition, VOID.property),
    ):
        for row in _rows(store, query):
            term = row.pop("term")
            prefix, local = _split(term)
            part = NamedNode(f"{dataset.value}#{kind.value.rpartition('#')[2]}-{prefix}-{local}")
            used.add(prefix)
            yield Triple(dataset, link, part)
            yield Triple(part, RDF.type, VOID.Dataset)
            yield Triple(part, kind, term)
            for name, value in row.items():
                yield Triple(part, VOID[name], value)
    for prefix in used & PREFIXES.keys():
        yield Triple(dataset, VOID.vocabulary, NamedNode(PREFIXES[prefix]))


def _rows(store: GraphStore, query: str) -> Iterator[dict[str, NamedNode | Literal]]:
    results = store.query(query)
    if isinstance(results, QuerySolutions):
        names = [variable.value for variable in results.variables]
        for solution in results:
            yield dict(zip(names, solution, strict=True))


def _split(term: NamedNode | Literal) -> tuple[str, str]:
    """Prefix and local name; for a term of an unknown namespace, no prefix and its last part."""
    prefix, local = prefixed(term.value)
    return prefix, local if prefix else local.replace("#", "/").rpartition("/")[2]
