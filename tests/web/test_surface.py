"""Whatever is sent, the server answers as HTTP has it and stays up."""

from urllib.parse import quote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PATHS = [
    "/",
    "/sparql",
    "/query",
    "/search",
    "/suggest",
    "/questions",
    "/ontology",
    "/network",
    "/.well-known/void",
    "/robots.txt",
]
OPENED = ["/id/", "/doc/", "/doc/person/", "/questions/", "/ontology.", "/network.", "/dumps/", "/static/"]
TYPES = [
    "*/*",
    "text/html",
    "text/turtle;q=0.3, */*;q=0.1",
    "x",
    ";q=",
    "text/html;q=2",
    "a/b;c=d;q=0.1, ,",
    "text/*;q=0",
]
METHODS = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PROPFIND"]
EXPECTED = {200, 204, 301, 303, 304, 307, 400, 403, 404, 405, 406, 413, 415}

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
paths = st.sampled_from(PATHS) | st.builds(
    lambda head, tail: head + quote(tail, safe="/"), st.sampled_from(OPENED), text
)
names = st.sampled_from(["query", "q", "question", "person", "default-graph-uri", "update", "named-graph-uri"]) | text
fields = st.lists(st.tuples(names, text), max_size=3)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(st.sampled_from(METHODS), paths, fields, st.sampled_from(TYPES), st.binary(max_size=40))
def test_no_request_is_a_failure_of_the_server(site, method, path, given_fields, accept, body) -> None:
    address = path + "?" + "&".join(f"{quote(name)}={quote(value)}" for name, value in given_fields)
    headers = {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
    answer = site(method, address, body if method in {"POST", "PUT"} else b"", headers)
    assert answer.status in EXPECTED, (method, address, accept, answer.text[:300])
    if answer.status == 200 and method == "GET":
        assert answer.type
        assert int(answer.headers["content-length"]) == len(answer.body)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(st.text("SELECT*{}?s<>#\"'\\.;:@()1 \n\tASKWHERE^^é\x00", max_size=60))
def test_no_query_is_a_failure_of_the_server(site, query) -> None:
    answer = site("POST", "/sparql", query.encode(), {"Content-Type": "application/sparql-query"})
    assert answer.status in {200, 400, 403, 406}, (query, answer.text[:300])
