"""The job behind ``/.well-known/void``: the dataset with its partitions, its dumps and its endpoint (VoID, DCAT 3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple

from kg.export import describe
from kg.query import display
from kg.rdf import FORMS, order
from kg.store import GraphStore
from kg.vocab import DCAT, DCTERMS, MEDIA_TYPES, RDF, SPDX, VOID, VOID_EXT, XSD, iri
from kg.web.describe import written
from kg.web.reply import Reply

__all__ = ["dataset"]

_LINKS = """
SELECT ?from ?property ?to (COUNT(*) AS ?triples)
WHERE { ?s ?property ?o . ?s a ?from . ?o a ?to }
GROUP BY ?from ?property ?to
ORDER BY ?from ?property ?to
"""


def dataset(store: GraphStore, *, form: str, site: str, dumps: Sequence[Mapping[str, Any]]) -> Reply:
    """The description of the graph, of the links between its classes and of the ways to get it.

    Args:
        store: The graph.
        form: Name of a form of RDF.
        site: Beginning of the address of this server.
        dumps: Name, form, size and checksum of each.
    """
    node = iri("dataset", store.manifest.base)
    triples = {*describe(store), *_partitions(store, node), *_service(node, site)}
    for dump in dumps:
        triples |= set(_distribution(node, site, dump))
    return written(sorted(triples, key=order), form)


def _partitions(store: GraphStore, node: NamedNode) -> Iterator[Triple]:
    """For each class its properties, and for each of these the classes that it leads to, with numbers of triples."""
    rows = store.query(_LINKS)
    assert isinstance(rows, QuerySolutions)  # noqa: S101 - it is a SELECT
    for row in rows:
        source, property_, target, count = row["from"], row["property"], row["to"], row["triples"]
        of_class = NamedNode(f"{node.value}#class-{_local(source)}")
        of_property = NamedNode(f"{of_class.value}--{_local(property_)}")
        of_target = NamedNode(f"{of_property.value}--{_local(target)}")
        yield Triple(of_class, VOID.propertyPartition, of_property)
        yield Triple(of_property, RDF.type, VOID.Dataset)
        yield Triple(of_property, VOID.property, property_)
        yield Triple(of_property, VOID_EXT.objectClassPartition, of_target)
        yield Triple(of_target, RDF.type, VOID.Dataset)
        yield Triple(of_target, VOID["class"], target)
        yield Triple(of_target, VOID.triples, count)


def _local(term: NamedNode) -> str:
    return display(term).replace(":", "-").replace("/", "-")


def _service(node: NamedNode, site: str) -> Iterator[Triple]:
    endpoint = NamedNode(f"{site}/sparql")
    service = NamedNode(f"{node.value}#endpoint")
    yield Triple(node, VOID.sparqlEndpoint, endpoint)
    yield Triple(node, DCAT.landingPage, NamedNode(f"{site}/"))
    yield Triple(service, RDF.type, DCAT.DataService)
    yield Triple(service, DCAT.endpointURL, endpoint)
    yield Triple(service, DCAT.servesDataset, node)
    yield Triple(service, DCTERMS.title, Literal("SPARQL endpoint", language="en"))


def _distribution(node: NamedNode, site: str, dump: Mapping[str, Any]) -> Iterator[Triple]:
    form = FORMS[dump["form"]]
    distribution, checksum = (NamedNode(f"{node.value}#{kind}-{dump['form']}") for kind in ("dump", "checksum"))
    address = NamedNode(f"{site}/dumps/{dump['name']}")
    yield Triple(node, VOID.dataDump, address)
    yield Triple(node, DCAT.distribution, distribution)
    yield Triple(distribution, RDF.type, DCAT.Distribution)
    yield Triple(distribution, DCTERMS.title, Literal(f"The graph in {form.library.name}, compressed", language="en"))
    yield Triple(distribution, DCAT.downloadURL, address)
    yield Triple(distribution, DCAT.accessURL, address)
    yield Triple(distribution, DCAT.mediaType, NamedNode(MEDIA_TYPES + form.media_type))
    yield Triple(distribution, DCAT.compressFormat, NamedNode(MEDIA_TYPES + "application/gzip"))
    size = Literal(str(dump["size"]), datatype=XSD.nonNegativeInteger)
    yield Triple(distribution, DCAT.byteSize, size)
    yield Triple(distribution, SPDX.checksum, checksum)
    yield Triple(checksum, RDF.type, SPDX.Checksum)
    yield Triple(checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256)
    yield Triple(checksum, SPDX.checksumValue, Literal(dump["sha256"], datatype=XSD.hexBinary))
