"""What the endpoint says of itself (SPARQL 1.1 Service Description)."""

from __future__ import annotations

import io

from pyoxigraph import Literal, NamedNode, Triple
from starlette.requests import Request
from starlette.responses import Response

from kg.rdf import FORMS, order, write_rdf
from kg.vocab import DCTERMS, FORMATS, RDF, RDFS, SD
from kg.web.answers import GRAPH_TYPES
from kg.web.replies import message, origin, respond
from kg.web.reply import Reply

__all__ = ["describe_service"]


def describe_service(request: Request, form: str) -> Response:
    """The description in a form of RDF, with the address under which the client reached the endpoint."""
    try:
        statements = _statements(f"{origin(request)}/sparql", origin(request))
    except ValueError:
        return message(400, "The Host of the request is not one.")
    out = io.BytesIO()
    write_rdf(sorted(statements, key=order), out, FORMS[form])
    return respond(request, Reply(out.getvalue(), GRAPH_TYPES[form]).tagged(), vary="Accept, Host")


def _statements(address: str, site: str) -> list[Triple]:
    service = NamedNode(address)
    dataset, graph = NamedNode(f"{address}#dataset"), NamedNode(f"{address}#default-graph")
    described = [
        Triple(service, RDF.type, SD.Service),
        Triple(service, SD.endpoint, service),
        Triple(service, SD.supportedLanguage, SD.SPARQL11Query),
        Triple(service, SD.defaultDataset, dataset),
        Triple(service, DCTERMS.title, Literal("Knowledge graph of WCO regional cooperation", language="en")),
        Triple(dataset, RDF.type, SD.Dataset),
        Triple(dataset, SD.defaultGraph, graph),
        Triple(dataset, RDFS.seeAlso, NamedNode(f"{site}/.well-known/void")),
        Triple(graph, RDF.type, SD.Graph),
    ]
    return described + [Triple(service, SD.resultFormat, each) for each in FORMATS]
