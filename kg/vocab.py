"""The only module in which a namespace or an IRI is written.

RDF terms are pyoxigraph's: parsed at the door, never bare strings. A namespace knows its terms, so a misspelt one
fails at once; ``ontology/`` defines every term of :data:`WCO` and of :data:`NETWORK`, and a test keeps
them in step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

__all__ = [
    "BASE",
    "COUNTRY_AUTHORITY",
    "DCAT",
    "DCTERMS",
    "FOAF",
    "FORMATS",
    "KEPT",
    "LICENSE",
    "MEDIA_TYPES",
    "NETWORK",
    "NETWORK_PREFIXES",
    "OA",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "QB",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SD",
    "SH",
    "SHAPES",
    "SKOS",
    "SPDX",
    "SVG",
    "UNNAMED",
    "VOID",
    "VOID_EXT",
    "WCO",
    "XSD",
    "Namespace",
    "compact",
    "integer",
    "iri",
    "prefixed",
]

BASE = "https://w3id.org/wco-kg/id/"
"""Where the IRIs of the data begin, unless another base is configured."""


class Namespace:
    """A namespace with the terms that this software uses of it: ``FOAF.name``, ``DCTERMS["title"]``."""

    def __init__(self, base: str, terms: Iterable[str]) -> None:
        self.base = base
        self._terms = {term: NamedNode(base + term) for term in terms}

    def __getattr__(self, term: str) -> NamedNode:
        try:
            return self.__dict__["_terms"][term]  # type: ignore[no-any-return]
        except KeyError:
            raise AttributeError(f"no term {term!r} in namespace {self.__dict__.get('base')}") from None

    def __getitem__(self, term: str) -> NamedNode:
        return self._terms[term]

    def __iter__(self) -> Iterator[NamedNode]:
        return iter(self._terms.values())

    def __contains__(self, node: NamedNode) -> bool:
        return node.value.removeprefix(self.base) in self._terms if node.value.startswith(self.base) else False


WCO = Namespace(
    "https://w3id.org/wco-kg/ontology#",
    (
        # classes
        "Report Meeting MeetingSeries Country Region Office Participation Passage Discrepancy Candidate "
        "ROCB RILO RTC RCL RDTC ViceChairOffice Secretariat Administration Partner RegionBody "
        # properties
        "reportsOn kind ordinal inSeries region participantCount memberCount country status attestedOn firstAttested "
        "lastAttested participant meeting role onBehalfOf mode rule about onProperty adoptedValue candidate confidence "
        "chaired viceChaired electedToChair electedToViceChair opened closed spokeAt moderated attended visited "
        "signedAt observed hosted organized sponsored derivedFromRole "
        # concept schemes
        "RoleScheme RegionScheme MeetingKindScheme PostStatusScheme ModeScheme"
    ).split(),
)
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", ["type", "value", "Property", "langString"])
RDFS = Namespace(
    "http://www.w3.org/2000/01/rdf-schema#",
    "label comment seeAlso isDefinedBy subClassOf subPropertyOf domain range Resource".split(),
)
OWL = Namespace(
    "http://www.w3.org/2002/07/owl#",
    "Class ObjectProperty DatatypeProperty AnnotationProperty Ontology inverseOf sameAs versionInfo".split(),
)
XSD = Namespace(
    "http://www.w3.org/2001/XMLSchema#",
    "string date gYear gYearMonth dateTime integer nonNegativeInteger positiveInteger decimal boolean anyURI "
    "hexBinary".split(),
)
SKOS = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel altLabel hiddenLabel notation definition example scopeNote exactMatch inScheme "
    "topConceptOf".split(),
)
DCTERMS = Namespace(
    "http://purl.org/dc/terms/",
    "identifier title description publisher issued isPartOf isReplacedBy source license creator modified".split(),
)
FOAF = Namespace("http://xmlns.com/foaf/0.1/", ["Person", "name", "title", "homepage"])
ORG = Namespace(
    "http://www.w3.org/ns/org#",
    "Organization Membership Role member organization role subOrganizationOf".split(),
)
PROV = Namespace("http://www.w3.org/ns/prov#", "Entity wasDerivedFrom wasRevisionOf generatedAtTime".split())
OA = Namespace("http://www.w3.org/ns/oa#", ["TextPositionSelector", "TextQuoteSelector", "start", "end", "exact"])
SCHEMA = Namespace(
    "https://schema.org/",
    "NewsArticle Event Place startDate endDate location eventAttendanceMode OfflineEventAttendanceMode "
    "OnlineEventAttendanceMode MixedEventAttendanceMode url mentions articleBody".split(),
)
VOID = Namespace(
    "http://rdfs.org/ns/void#",
    "Dataset triples entities classes properties distinctSubjects distinctObjects uriSpace vocabulary exampleResource "
    "classPartition class propertyPartition property dataDump sparqlEndpoint inDataset subset".split(),
)
VOID_EXT = Namespace("http://ldf.fi/void-ext#", ["objectClassPartition"])
DCAT = Namespace(
    "http://www.w3.org/ns/dcat#",
    "Dataset DataService Distribution accessURL byteSize compressFormat distribution downloadURL endpointURL keyword "
    "landingPage mediaType servesDataset".split(),
)
SPDX = Namespace(
    "http://spdx.org/rdf/terms#", ["Checksum", "algorithm", "checksum", "checksumAlgorithm_sha256", "checksumValue"]
)
SD = Namespace(
    "http://www.w3.org/ns/sparql-service-description#",
    "Service Dataset Graph endpoint supportedLanguage SPARQL11Query resultFormat defaultDataset defaultGraph".split(),
)
FORMATS = Namespace(
    "http://www.w3.org/ns/formats/",
    "SPARQL_Results_JSON SPARQL_Results_XML SPARQL_Results_CSV SPARQL_Results_TSV Turtle N-Triples N-Quads TriG "
    "JSON-LD RDF_XML".split(),
)
QB = Namespace(
    "http://purl.org/linked-data/cube#",
    "DataSet DataStructureDefinition ComponentSpecification DimensionProperty MeasureProperty Observation component "
    "dataSet dimension measure measureType structure".split(),
)
NETWORK = Namespace(
    "https://w3id.org/wco-kg/network#",
    "node year meetings nodes edges density components largest pivots betweennessError closenessError communities "
    "modularity bridges nodesWithRegion assortativity degree weightedDegree betweenness closeness eigenvector pagerank "
    "core community newNodes newEdges nodesSoFar edgesSoFar".split(),
)
"""Dimensions and measures of the figures of networks."""
SHAPES = "https://w3id.org/wco-kg/shapes#"
"""Where the IRIs of the shapes begin."""
KEPT = Namespace(
    "urn:wco-kg:",
    "state store merged manifest version writing digest file holds keeps use nothing".split(),
)
"""What a server is told of the graph that it keeps."""
UNNAMED = "urn:graph:"
"""Where the names begin of graphs that have one only while they are checked."""
LICENSE = NamedNode("https://creativecommons.org/publicdomain/zero/1.0/")
"""That of the graph and of the figures made of it: CC0 1.0."""
COUNTRY_AUTHORITY = "http://publications.europa.eu/resource/authority/country/"
"""Where the countries begin of the Publications Office of the European Union; ISO 3166-1 alpha-3 follows."""
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
"""Where the IRIs of media types begin."""
SVG = "http://www.w3.org/2000/svg"
"""The namespace of drawings."""
SH = Namespace(
    "http://www.w3.org/ns/shacl#",
    "ValidationReport ValidationResult result resultSeverity focusNode resultPath value resultMessage sourceShape "
    "sourceConstraintComponent SPARQLConstraintComponent conforms Violation Warning Info NodeShape PropertyShape path "
    "inversePath alternativePath".split(),
)

PREFIXES: dict[str, str] = {
    "wco": WCO.base,
    "rdf": RDF.base,
    "rdfs": RDFS.base,
    "owl": OWL.base,
    "xsd": XSD.base,
    "skos": SKOS.base,
    "dcterms": DCTERMS.base,
    "foaf": FOAF.base,
    "org": ORG.base,
    "prov": PROV.base,
    "oa": OA.base,
    "schema": SCHEMA.base,
    "sh": SH.base,
    "shape": SHAPES,
    "void": VOID.base,
    "dcat": DCAT.base,
}
"""Prefixes declared in every serialisation and understood in every query without declaring them."""

NETWORK_PREFIXES: dict[str, str] = {
    "dcterms": DCTERMS.base,
    "network": NETWORK.base,
    "owl": OWL.base,
    "qb": QB.base,
    "rdf": RDF.base,
    "rdfs": RDFS.base,
    "skos": SKOS.base,
    "void": VOID.base,
    "xsd": XSD.base,
}
"""Prefixes of the figures of networks."""


_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def prefixed(address: str) -> tuple[str, str]:
    """The prefix of an IRI and what follows it; no prefix and all of it where the namespace is none of ours."""
    for prefix, namespace in _BY_LENGTH:
        if address.startswith(namespace):
            return prefix, address.removeprefix(namespace)
    return "", address


def compact(address: str) -> str:
    """An IRI as people write it: ``wco:ordinal``; as it is where no prefix stands for its namespace."""
    prefix, local = prefixed(address)
    return f"{prefix}:{local}" if prefix else address


def integer(value: int) -> Literal:
    """A whole number as ``xsd:integer``."""
    return Literal(str(value), datatype=XSD.integer)


@lru_cache(maxsize=65536)
def iri(path: str, base: str = BASE) -> NamedNode:
    """The IRI of an entity: ``iri("person/norikazu-kuramoto")``."""
    return NamedNode(base + path)
