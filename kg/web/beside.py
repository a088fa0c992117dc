"""What is known beside the merged graph: things that the reference tables alone tell of, and the names of graphs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Triple

from kg.mapping import REFERENCE_GRAPH
from kg.store import GraphStore, memory_store
from kg.vocab import DCTERMS, RDF, RDFS, VOID, integer, iri
from kg.web.ontology import ontology_graph

__all__ = ["GRAPH_NOTE", "REFERENCE_NOTE", "beside", "reference"]

REFERENCE_NOTE = "Known from the reference data; no report that was read tells of it."
GRAPH_NOTE = "A named graph; ask it at the endpoint with GRAPH."


def beside(store: GraphStore, node: NamedNode) -> tuple[GraphStore, str] | None:
    """A graph that tells of a thing of which the merged graph does not, and what a page says of that; or ``None``.

    Args:
        store: The store.
        node: The thing.
    """
    if any(ontology_graph().quads(subject=node)):
        return ontology_graph(), ""
    if any(reference(store).quads(subject=node)):
        return reference(store), REFERENCE_NOTE
    if any(store.quads(node)):
        return memory_store(_graph(store, node), base=store.manifest.base), GRAPH_NOTE
    return None


@lru_cache(maxsize=1)
def reference(store: GraphStore) -> GraphStore:
    """The reference data with the concepts that they speak of, as a merged graph of their own."""
    told = (quad.triple for quad in store.quads(iri(REFERENCE_GRAPH, store.manifest.base)))
    concepts = (quad.triple for quad in ontology_graph().quads())
    return memory_store([*told, *concepts], base=store.manifest.base)


def _graph(store: GraphStore, node: NamedNode) -> Iterator[Triple]:
    path = node.value.removeprefix(store.manifest.base)
    title = "Reference data" if path == REFERENCE_GRAPH else path
    count = sum(1 for _ in store.quads(node))
    yield Triple(node, RDF.type, VOID.Dataset)
    yield Triple(node, RDFS.label, Literal(title, language="en"))
    yield Triple(node, DCTERMS.isPartOf, iri("dataset", store.manifest.base))
    yield Triple(node, VOID.triples, integer(count))
