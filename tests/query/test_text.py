from __future__ import annotations

import pytest

from kg.errors import QuerySyntaxError, UsageError
from kg.query import parse_query, run
from kg.query.text import check
from kg.store import GraphStore


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "prefix ex: <urn:x#> # insert\nDELETE WHERE { ?s ?p ?o }",
        "BASE <urn:b>\nPREFIX load: <urn:l>\n load <http://example.com/>",
        "with <urn:g> delete { ?s ?p ?o } where { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(text: str) -> None:
    with pytest.raises(QuerySyntaxError, match=r"is an update .*can be asked, not changed"):
        check(text)


def test_the_place_of_an_update() -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        check("PREFIX a: <urn:a>\n  CLEAR ALL")
    assert (caught.value.line, caught.value.column) == (2, 3)


@pytest.mark.parametrize("text", ["SELECT * { service <http://x/> { ?s ?p ?o } }", "ASK { SERVICE SILENT ?x {} }"])
def test_other_servers_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match="offline"):
        check(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?insert ?service { ?service wco:load ?insert }",
        "# INSERT, SERVICE\nSELECT * { ?s rdfs:label 'the SERVICE desk', \"SERVICE\", '''a 'SERVICE' b''' }",
        "SELECT * { ?s <http://example.com/#SERVICE> ?o }",
        'SELECT * { ?s ?p """ \\""" SERVICE """ }',
        "PREFIX service: <urn:s#> SELECT * { ?s service:insert ?o }",
        "",
    ],
)
def test_words_in_other_places_are_let_pass(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("SELECT * {\n  ?s ?p ?o\n} ORDR BY ?s", 3, 3, r"line 3, column 3: .* at 'ORDR BY \?s'"),
        ("SELECT *\n{ ?s exx:p ?o }", 2, 6, "the prefix exx: is not declared"),
        ("PREFIX ex: <urn:e#>\nSELECT * { ?s ex:p rdfs:label, unknown:x }", 2, 32, "unknown: is not declared"),
        ("SELECT * { ?s ?p ?o", 1, 20, "at its end"),
        ("SELECT ?s, ?p { ?s ?p ?o }", 1, 10, r"at ', \?p"),
        ("\tSELECT ?s\n\tWHER { ?s ?p ?o }", 2, 2, "at 'WHER"),
        ("SELECT ?s { ?s ?p ?o }}", 1, 23, "at '}'"),
        ("SELEC", 1, 1, "at 'SELEC'"),
        ("", 1, 1, "at its end"),
        ("SELECT ?s { ?s <relative> ?o }", 1, 26, "must be absolute"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", 1, 40, "neither grouped"),
    ],
)
def test_syntax_errors_say_where_and_why(graph: GraphStore, text: str, line: int, column: int, words: str) -> None:
    with pytest.raises(QuerySyntaxError, match=f"(?i){words}") as caught:
        run(graph, parse_query(text))
    assert caught.value.line == line
    assert caught.value.column == column


def test_lines_count_the_head(graph: GraphStore) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        run(graph, parse_query("#+ summary: x\n#+ tags: [a]\nSELECT ? {}"))
    assert caught.value.line == 3
