"""The query operation of the SPARQL 1.1 Protocol, from its specification (https://www.w3.org/TR/sparql11-protocol/)."""

import csv
import gzip
import json
from urllib.parse import quote, urlencode

import pytest
from lxml import etree
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.vocab import RDF, SD

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
REPORT = "https://w3id.org/wco-kg/id/report/rocbap-664"
OTHER = "https://w3id.org/wco-kg/id/report/rocbap-401"
SELECT = "SELECT ?m WHERE { ?m a wco:Meeting } ORDER BY ?m LIMIT 3"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"


def path(query: str, **more: str | list[str]) -> str:
    return "/sparql?" + urlencode({"query": query} | more, doseq=True)


def ask(site, query: str, **more: str | list[str]) -> bool:
    answer = site.get(path(query, **more), JSON)
    assert answer.status == 200, answer.text
    return bool(json.loads(answer.body)["boolean"])


# --- 2.1.1 to 2.1.3: the three ways to send a query ---


def test_query_via_get(site) -> None:
    answer = site.get(path("ASK {}"))
    assert (answer.status, answer.type) == (200, JSON)
    assert json.loads(answer.body)["boolean"] is True


def test_query_via_form(site) -> None:
    answer = site("POST", "/sparql", urlencode({"query": "ASK {}"}).encode(), FORM)
    assert (answer.status, json.loads(answer.body)["boolean"]) == (200, True)


def test_query_via_form_with_charset(site) -> None:
    answer = site("POST", "/sparql", b"query=ASK%20%7B%7D", {"Content-Type": FORM["Content-Type"] + "; charset=UTF-8"})
    assert answer.status == 200


def test_query_as_body(site) -> None:
    answer = site("POST", "/sparql", b"ASK {}", DIRECT)
    assert (answer.status, json.loads(answer.body)["boolean"]) == (200, True)


def test_query_as_body_is_utf8(site) -> None:
    answer = site("POST", "/sparql", 'SELECT ("é" AS ?x) {}'.encode(), DIRECT | {"Accept": "text/csv"})
    assert answer.text.split() == ["x", "é"]


def test_unknown_parameters_are_ignored(site) -> None:
    assert ask(site, "ASK {}", format="html", timeout="x")


# --- 2.1.4: the dataset ---


def test_default_graph(site) -> None:
    query = f"ASK {{ <{REPORT}> a wco:Report . FILTER NOT EXISTS {{ <{OTHER}> a wco:Report }} }}"
    assert ask(site, query, **{"default-graph-uri": REPORT})
    assert not ask(site, query)


def test_default_graphs_are_merged(site) -> None:
    query = f"ASK {{ <{REPORT}> a wco:Report . <{OTHER}> a wco:Report }}"
    assert ask(site, query, **{"default-graph-uri": [REPORT, OTHER]})
    assert not ask(site, query, **{"default-graph-uri": [REPORT]})


def test_default_graphs_in_a_form(site) -> None:
    body = urlencode(
        {"query": f"ASK {{ <{REPORT}> a ?x . <{OTHER}> a ?y }}", "default-graph-uri": [REPORT, OTHER]}, doseq=True
    )
    assert json.loads(site("POST", "/sparql", body.encode(), FORM).body)["boolean"] is True


def test_named_graphs(site) -> None:
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
    answer = site.get(path(query, **{"named-graph-uri": [OTHER, REPORT]}), "text/csv")
    assert answer.text.split() == ["g", OTHER, REPORT]


def test_named_graphs_alone_leave_the_default_graph_empty(site) -> None:
    assert not ask(site, "ASK { ?s ?p ?o }", **{"named-graph-uri": REPORT})


def test_named_graphs_beside_a_query_as_body(site) -> None:
    query = b"SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    answer = site("POST", "/sparql?" + urlencode({"named-graph-uri": REPORT}), query, DIRECT | {"Accept": "text/csv"})
    assert answer.text.split() == ["g", REPORT]


def test_both_kinds_of_graphs(site) -> None:
    query = f"ASK {{ <{REPORT}> a wco:Report . GRAPH <{OTHER}> {{ <{OTHER}> a wco:Report }} }}"
    assert ask(site, query, **{"default-graph-uri": REPORT, "named-graph-uri": OTHER})


def test_dataset_of_the_protocol_overrules_that_of_the_query(site) -> None:
    query = f"ASK FROM <{OTHER}> {{ <{REPORT}> a wco:Report }}"
    assert ask(site, query, **{"default-graph-uri": REPORT})
    assert not ask(site, query)


def test_graph_that_is_not_there_is_empty(site) -> None:
    assert not ask(site, "ASK { ?s ?p ?o }", **{"default-graph-uri": "https://example.org/none"})


def test_graph_must_be_an_iri(site) -> None:
    answer = site.get(path("ASK {}", **{"default-graph-uri": "no iri"}))
    assert (answer.status, "absolute IRI" in answer.text) == (400, True)


# --- 2.1.5 and 2.1.6: forms of answers ---


def rows_of(answer) -> int:
    match answer.type:
        case "application/sparql-results+json" | "application/json":
            return len(json.loads(answer.body)["results"]["bindings"])
        case "application/sparql-results+xml" | "application/xml":
            return len(etree.fromstring(answer.body).findall(".//{*}result"))
        case "text/csv":
            return len(list(csv.reader(answer.text.splitlines()))) - 1
    return answer.text.count("\n") - 1


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", JSON),
        ("*/*", JSON),
        (JSON, JSON),
        (XML, XML),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("application/json", JSON),
        ("application/xml;q=0.5, text/*;q=0.4", XML),
        (f"{JSON};q=0.1, {XML};q=0.9", XML),
        (f"{JSON};q=0, */*;q=0.1", XML),
        ("text/turtle, text/csv;q=0.1", "text/csv"),
        ("text/csv; charset=utf-8", "text/csv"),
    ],
)
def test_select_in_each_form(site, accept: str, media_type: str) -> None:
    answer = site.get(path(SELECT), accept)
    assert (answer.status, answer.type, rows_of(answer)) == (200, media_type, 3)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "media_type", "library"),
    [
        ("", "text/turtle", RdfFormat.TURTLE),
        ("text/turtle", "text/turtle", RdfFormat.TURTLE),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
        ("application/n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
        ("application/trig", "application/trig", RdfFormat.TRIG),
        (f"{JSON}, application/rdf+xml;q=0.5", "application/rdf+xml", RdfFormat.RDF_XML),
    ],
)
@pytest.mark.parametrize("query", [f"DESCRIBE <{REPORT}>", "CONSTRUCT WHERE { ?m wco:ordinal ?n }"])
def test_statements_in_each_form(site, query: str, accept: str, media_type: str, library: RdfFormat) -> None:
    answer = site.get(path(query), accept)
    assert (answer.status, answer.type) == (200, media_type)
    assert len(list(parse(answer.body, library))) > 5


@pytest.mark.parametrize(
    ("query", "accept"), [(SELECT, "text/turtle"), (SELECT, "image/png"), ("DESCRIBE wco:Meeting", "text/csv")]
)
def test_nothing_fits(site, query: str, accept: str) -> None:
    answer = site.get(path(query), accept)
    assert answer.status == 406
    assert "There are" in answer.text


# --- 2.1.7 and 2.2: failures ---


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods(site, method: str) -> None:
    answer = site(method, path("ASK {}"))
    assert answer.status == 405
    assert {"GET", "POST"} <= set(answer.headers["allow"].replace(" ", "").split(","))


def test_several_queries(site) -> None:
    assert site.get("/sparql?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D").status == 400
    assert site("POST", "/sparql", b"query=ASK%20%7B%7D&query=ASK%20%7B%7D", FORM).status == 400
    assert site("POST", path("ASK {}"), b"ASK {}", DIRECT).status == 400


def test_no_query(site) -> None:
    assert site("POST", "/sparql", b"default-graph-uri=x", FORM).status == 400


@pytest.mark.parametrize(
    "media_type", ["text/plain", "application/json", "application/sparql-query; charset=utf-16", ""]
)
def test_wrong_media_type(site, media_type: str) -> None:
    assert site("POST", "/sparql", b"ASK {}", {"Content-Type": media_type} if media_type else {}).status == 415


def test_packed_query(site) -> None:
    answer = site("POST", "/sparql", gzip.compress(b"ASK {}"), DIRECT | {"Content-Encoding": "gzip"})
    assert (answer.status, "gzip" in answer.text) == (415, True)


@pytest.mark.parametrize("query", ["ASK { \x80", "%ff"])
def test_bad_utf8(site, query: str) -> None:
    assert site("POST", "/sparql", query.encode("latin-1") + b"\xff", DIRECT).status == 400
    assert site.get("/sparql?query=ASK%20%7B%7D%FF").status == 400
    assert site("POST", "/sparql", b"query=ASK%20%7B%7D%FF", FORM).status == 400


def test_syntax_error_has_line_and_column(site) -> None:
    answer = site.get(path("SELECT *\nWHERE { ?s ?p }"))
    assert (answer.status, answer.type) == (400, "text/plain")
    assert answer.text.startswith("Line 2, column 9:")


def test_body_that_is_too_long(site) -> None:
    assert site("POST", "/sparql", b"#" * 1_000_001, DIRECT).status == 413


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (urlencode({"update": "CLEAR ALL"}).encode(), FORM),
        (b"CLEAR ALL", {"Content-Type": "application/sparql-update"}),
    ],
)
def test_updates_are_refused(site, body: bytes, headers: dict[str, str]) -> None:
    answer = site("POST", "/sparql", body, headers)
    assert (answer.status, "not changed" in answer.text) == (403, True)


@pytest.mark.parametrize("update", ["LOAD <http://127.0.0.1/x>", "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL"])
def test_updates_are_no_queries(site, update: str) -> None:
    answer = site.get(path(update))
    assert (answer.status, "This is an update" in answer.text) == (400, True)


def test_other_servers_are_not_asked(site) -> None:
    answer = site.get(path("SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }"))
    assert (answer.status, "SERVICE" in answer.text) == (403, True)


# --- the rest of HTTP ---


def test_head(site) -> None:
    got, head = site.get(path(SELECT)), site("HEAD", path(SELECT))
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == got.headers["content-length"]


def test_options(site) -> None:
    answer = site("OPTIONS", "/sparql")
    assert (answer.status, "GET" in answer.headers["allow"]) == (204, True)


def test_pages_of_other_origins_may_ask(site) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    answer = site("OPTIONS", "/sparql", headers=asked | {"Access-Control-Request-Headers": "content-type"})
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, "*")
    assert site.get(path("ASK {}"), Origin="https://example.org").headers["access-control-allow-origin"] == "*"


def test_known_answers_are_not_sent_again(site) -> None:
    tag = site.get(path(SELECT)).headers["etag"]
    again = site.get(path(SELECT), **{"If-None-Match": f'"x", {tag}'})
    assert (again.status, again.body) == (304, b"")
    assert site.get(path(SELECT), "text/csv", **{"If-None-Match": tag}).status == 200


@pytest.mark.parametrize(
    ("accept", "media_type", "library"),
    [
        ("", "text/turtle", RdfFormat.TURTLE),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json, text/html;q=0.5", "application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_service_description(site, accept: str, media_type: str, library: RdfFormat) -> None:
    answer = site("GET", "/sparql", headers={"Accept": accept or "*/*", "Host": "kg.example.org"})
    service = NamedNode("http://kg.example.org/sparql")
    found = {(quad.subject, quad.predicate, quad.object) for quad in parse(answer.body, library)}
    assert answer.type == media_type
    assert {(service, RDF.type, SD.Service), (service, SD.endpoint, service)} <= found


def test_host_that_is_none(site) -> None:
    answer = site("GET", "/sparql", headers={"Host": 'x">'})
    assert f"<{site.url}/sparql>" in answer.text


def test_long_query_by_get(site) -> None:
    assert site.get("/sparql?query=" + quote("ASK {} #" + "x" * 20_000)).status == 200
