"""The query tests of the W3C's SPARQL 1.1 Protocol test suite, by their names there, on graphs of this store.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/ states for each what is sent and which status, media
type and answer are right. Its graphs lie on another host, so two reports stand for them here.
"""

from __future__ import annotations

import json
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
ONE, TWO = (f"https://w3id.org/wco-kg/id/report/rocbap-{number}" for number in (664, 401))
IN_DEFAULT = "ASK {{ <{0}> ?p ?o }}"
BOTH_IN_DEFAULT = f"ASK {{ <{ONE}> ?p ?o . <{TWO}> ?q ?r }}"
BOTH_NAMED = f"ASK {{ GRAPH <{ONE}> {{ ?s ?p ?o }} GRAPH <{TWO}> {{ ?t ?q ?r }} }}"
ROWS = "application/sparql-results+xml, application/sparql-results+json"
STATEMENTS = "application/rdf+xml, text/turtle, application/n-triples"


class Sent(NamedTuple):
    """A request: parameters of the address, and a body with its media type."""

    method: str
    address: list[tuple[str, str]]
    body: bytes = b""
    media_type: str | None = None
    accept: str = "*/*"


def get(query: str, *graphs: tuple[str, str], accept: str = "*/*") -> Sent:
    return Sent("GET", [("query", query), *graphs], accept=accept)


def form(query: str, *graphs: tuple[str, str]) -> Sent:
    return Sent("POST", [], urlencode([("query", query), *graphs]).encode(), FORM)


def direct(query: str, *graphs: tuple[str, str]) -> Sent:
    return Sent("POST", list(graphs), query.encode(), DIRECT)


def default(*names: str) -> list[tuple[str, str]]:
    return [("default-graph-uri", name) for name in names]


def named(*names: str) -> list[tuple[str, str]]:
    return [("named-graph-uri", name) for name in names]


RIGHT = {
    "query_get": (get("ASK {}"), True),
    "query_post_form": (form("ASK {}"), True),
    "query_post_direct": (direct("ASK {}"), True),
    "query_dataset_default_graph": (get(IN_DEFAULT.format(ONE), *default(ONE)), True),
    "query_dataset_default_graphs_get": (get(BOTH_IN_DEFAULT, *default(ONE, TWO)), True),
    "query_dataset_default_graphs_post": (form(BOTH_IN_DEFAULT, *default(ONE, TWO)), True),
    "query_dataset_named_graphs_get": (get(BOTH_NAMED, *named(ONE, TWO)), True),
    "query_dataset_named_graphs_post": (direct(BOTH_NAMED, *named(ONE, TWO)), True),
    "query_dataset_full": (
        form(f"ASK {{ <{ONE}> ?p ?o . GRAPH <{TWO}> {{ <{TWO}> ?q ?r }} }}", *default(ONE), *named(TWO)),
        True,
    ),
    "query_multiple_dataset": (get(f"ASK FROM <{TWO}> {{ <{TWO}> a ?type }}", *default(ONE)), False),
}
"""Name to request, and what it asks for."""
TYPED = {
    "query_content_type_select": (get("SELECT (1 AS ?value) {}", accept=ROWS), ROWS),
    "query_content_type_ask": (get("ASK {}", accept=ROWS), ROWS),
    "query_content_type_describe": (get(f"DESCRIBE <{ONE}>", accept=STATEMENTS), STATEMENTS),
    "query_content_type_construct": (
        get("CONSTRUCT { ?s a ?s } WHERE { VALUES ?s { <x:y> } }", accept=STATEMENTS),
        STATEMENTS,
    ),
}
"""Name to request, and the media types of which one is right."""
WRONG = {
    "bad_query_method": (Sent("PUT", [("query", "ASK {}")]), {400, 405}),
    "bad_multiple_queries": (Sent("GET", [("query", "ASK {}"), ("query", "SELECT * {}")]), {400}),
    "bad_query_wrong_media_type": (Sent("POST", [], b"ASK {}", "text/plain"), {400, 415}),
    "bad_query_missing_form_type": (Sent("POST", [], b"query=ASK%20%7B%7D"), {400, 415}),
    "bad_query_missing_direct_type": (Sent("POST", [], b"ASK {}"), {400, 415}),
    "bad_query_non_utf8": (
        Sent("POST", [], "ASK {}".encode("utf-16"), f"{DIRECT}; charset=UTF-16"),
        {400, 415},
    ),
    "bad_query_syntax": (get("ASK {"), {400}),
}
"""Name to request, and the statuses that are right."""


def send(site, sent: Sent):
    address = "/sparql" + (f"?{urlencode(sent.address)}" if sent.address else "")
    headers = {"Accept": sent.accept} | ({"Content-Type": sent.media_type} if sent.media_type else {})
    return site(sent.method, address, sent.body, headers)


@pytest.mark.parametrize("name", RIGHT)
def test_answer(site, name: str) -> None:
    sent, expected = RIGHT[name]
    answer = send(site, sent)
    assert answer.status == 200, answer.text
    assert json.loads(answer.body)["boolean"] is expected


@pytest.mark.parametrize("name", TYPED)
def test_media_type(site, name: str) -> None:
    sent, allowed = TYPED[name]
    answer = send(site, sent)
    assert (answer.status, answer.type in allowed.split(", ")) == (200, True)


@pytest.mark.parametrize("name", WRONG)
def test_refusal(site, name: str) -> None:
    sent, allowed = WRONG[name]
    assert send(site, sent).status in allowed
